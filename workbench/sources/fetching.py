"""Fetching one page because the person asked for it: http and https, with limits, and nothing else is contacted.

The host's name is looked up once and the connection goes to that very address, so that what was checked is what is
asked; each redirect is checked anew. Scripts, pictures and frames of the page are never asked for.
"""

from __future__ import annotations

import codecs
import ssl
import time
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urljoin, urlsplit

import truststore
import urllib3
from urllib3.exceptions import HTTPError, NewConnectionError, SSLError
from urllib3.exceptions import TimeoutError as Silence

from workbench.errors import EvidenceError, Sentence
from workbench.sources.addresses import INSTEAD, Target, resolve, target_of

MOST_REDIRECTS = 5
LARGEST = 50_000_000
"""Bytes of a page, unpacked."""
SECONDS = 30.0
"""For all of it, redirects too."""
_SILENCE = 10.0
"""Seconds that a server may say nothing."""
_CHUNK = 65536
_REDIRECTS = (301, 302, 303, 307, 308)
_ASKED = {"User-Agent": "Fact-Check Workbench", "Accept": "*/*", "Accept-Encoding": "identity", "Connection": "close"}


@dataclass(frozen=True, slots=True)
class Limits:
    seconds: float = SECONDS
    largest: int = LARGEST
    silence: float = _SILENCE


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as its server gave it."""

    url: str
    """Where it was in the end."""
    redirects: tuple[str, ...]
    """The addresses that led there, the one asked for first; empty when there was none on the way."""
    status: str
    """As "200 OK"."""
    headers: tuple[tuple[str, str], ...]
    fetched: str
    """ISO 8601 instant, UTC."""
    body: bytes
    """Unpacked, where the server had packed it for the way; else as it came."""

    @property
    def media_type(self) -> str:
        return self._header("content-type") or "application/octet-stream"

    @property
    def remark(self) -> str:
        """A sentence on a charset that the page names but isn't in; empty when all is well."""
        _, _, charset = self.media_type.lower().partition("charset=")
        charset = charset.split(";")[0].strip(" \"'")
        if not charset:
            return ""
        try:
            codecs.lookup(charset)
            self.body.decode(charset)
        except (LookupError, ValueError):
            return Sentence(
                "The page says that its letters are in “{charset}”, which they are not; look at them closely.",
                charset=charset[:40],
            )
        return ""

    def _header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name), "")

    def response(self) -> str:
        """What is written down of the answer: when, the addresses on the way, status and headers, without cookies."""
        way = "".join(f"{address}\n  → " for address in self.redirects)
        lines = "".join(f"{key}: {value}\n" for key, value in self.headers if key.lower() != "set-cookie")
        return f"{self.fetched}\n{way}{self.url}\n{self.status}\n{lines}"


def fetch(
    url: str,
    *,
    allow_private: bool,
    limits: Limits | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> Fetched:
    """The page at `url`. `told` gets each address before it is asked.

    Raises EvidenceError, with one sentence, for whatever keeps the page from being had.
    """
    limits = limits or Limits()
    end = time.monotonic() + limits.seconds
    way: list[str] = []
    target = target_of(url)
    while True:
        address = resolve(target, allow_private=allow_private)
        told(target.url)
        with _pool(target, address, limits) as pool, _said(target):
            answer = pool.request(
                "GET",
                _path(target),
                headers={**_ASKED, "Host": _host(target)},
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                onwards = answer.headers.get("location") if answer.status in _REDIRECTS else None
                if onwards is None:
                    return _fetched(answer, target, tuple(way), limits, end)
            finally:
                answer.close()
        way.append(target.url)
        if len(way) > MOST_REDIRECTS:
            raise EvidenceError(
                "{host} sends the request on and on ({times} times); nothing was kept.",
                host=target.host,
                times=MOST_REDIRECTS,
            )
        target = target_of(urljoin(target.url, onwards))


def _pool(target: Target, address: str, limits: Limits) -> urllib3.HTTPConnectionPool:
    timeout = urllib3.Timeout(connect=limits.silence, read=limits.silence)
    if target.scheme == "http":
        return urllib3.HTTPConnectionPool(address, target.port, timeout=timeout)
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return urllib3.HTTPSConnectionPool(
        address, target.port, timeout=timeout, ssl_context=context, server_hostname=target.host,
        assert_hostname=target.host,
    )  # fmt: skip


def _host(target: Target) -> str:
    host = f"[{target.host}]" if ":" in target.host else target.host
    return host if target.port in (80, 443) else f"{host}:{target.port}"


def _path(target: Target) -> str:
    parts = urlsplit(target.url)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return urllib3.util.url.parse_url(path).url


def _fetched(
    answer: urllib3.BaseHTTPResponse, target: Target, way: tuple[str, ...], limits: Limits, end: float
) -> Fetched:
    status = f"{answer.status} {answer.reason or ''}".strip()
    if answer.status != 200:
        raise EvidenceError(
            "{host} answers “{status}” instead of the page. Look at it in a browser.",
            host=target.host,
            status=status[:80],
        )
    packing = answer.headers.get("content-encoding", "identity").strip().lower()
    parts = bytearray()
    for part in _unpacked(_parts(answer, target, end), packing, target, limits.largest):
        parts += part
        if len(parts) > limits.largest:
            raise _too_large(target, limits.largest)
    headers = tuple((str(key), str(value)) for key, value in answer.headers.items())
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Fetched(target.url, way, status, headers, now, bytes(parts))


def _parts(answer: urllib3.BaseHTTPResponse, target: Target, end: float) -> Iterator[bytes]:
    """The body as it comes in, however slowly."""
    while part := answer.read1(_CHUNK, decode_content=False):
        yield part
        if time.monotonic() > end:
            raise EvidenceError("{host} is too slow: the page did not come in time. Try again later.", host=target.host)


def _unpacked(parts: Iterator[bytes], packing: str, target: Target, largest: int) -> Iterator[bytes]:
    if packing in ("identity", ""):
        yield from parts
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise EvidenceError(
            "{host} sends the page packed in a way unknown here (“{packing}”).", host=target.host, packing=packing[:40]
        )
    unpacker = zlib.decompressobj(wbits=47 if packing != "deflate" else zlib.MAX_WBITS)
    for part in parts:
        try:
            yield unpacker.decompress(part, largest + 1)
        except zlib.error as error:
            raise EvidenceError("What {host} sends is damaged on the way. Try again.", host=target.host) from error
        if unpacker.unconsumed_tail:
            raise _too_large(target, largest)


def _too_large(target: Target, largest: int) -> EvidenceError:
    return EvidenceError(
        "The page of {host} is over {megabytes} MB, too large to be fetched. Save it in a browser.",
        host=target.host,
        megabytes=largest // 1_000_000,
    )


@contextmanager
def _said(target: Target) -> Iterator[None]:
    """Turns what a network can do wrong into one sentence."""
    host = target.host
    try:
        yield
    except SSLError as error:
        raise EvidenceError(
            "The connection to {host} is not safe: its certificate does not hold. Nothing was fetched.", host=host
        ) from error
    except (HTTPError, OSError) as error:
        if isinstance(error, Silence) and not isinstance(error, NewConnectionError):
            raise EvidenceError("{host} does not answer. {instead}", host=host, instead=INSTEAD) from error
        raise EvidenceError(
            "{host} can't be reached, or broke off the connection. {instead}", host=host, instead=INSTEAD
        ) from error
