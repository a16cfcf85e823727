"""Fetching from a server that misbehaves in every way, on loopback; and proof that nothing else is contacted."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from workbench.errors import EvidenceError
from workbench.sources.addresses import is_public
from workbench.sources.fetching import MOST_REDIRECTS, Fetched, Limits, fetch

PAGE = b"<p>caf\xe9</p><img src='http://127.0.0.1:1/x.png'><script src='https://example.org/x.js'></script>"


@dataclass
class Server:
    """Answers each request with the bytes for its path, in parts."""

    answers: dict[str, list[bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.over = threading.Event()
        self.thread = threading.Thread(target=self._serve, daemon=True)
        self.thread.start()

    def url(self, path: str) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.port}{path}"

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            with connection:
                self._answer(connection)

    def _answer(self, plain: socket.socket) -> None:
        try:
            connection = self.tls.wrap_socket(plain, server_side=True) if self.tls else plain
            request = connection.recv(65536).decode("latin-1")
            self.asked.append(request)
            path = request.split(" ")[1]
            for part in self.answers.get(path, [head("404 Not Found")]):
                if part == DRIP:
                    while not self.over.wait(0.02):
                        connection.sendall(b"x")
                elif part == ENDLESS:
                    while not self.over.is_set():
                        connection.sendall(b"x" * 65536)
                elif part == SILENCE:
                    self.over.wait(5)
                else:
                    connection.sendall(part)
        except (OSError, IndexError):
            return

    def close(self) -> None:
        self.over.set()
        self.socket.shutdown(socket.SHUT_RDWR)
        self.socket.close()
        self.thread.join()


DRIP, ENDLESS, SILENCE = b"drip", b"endless", b"silence"


def head(status: str = "200 OK", *headers: str) -> bytes:
    return "\r\n".join([f"HTTP/1.1 {status}", *headers, "", ""]).encode()


def onwards(to: str) -> list[bytes]:
    return [head("302 Found", f"Location: {to}", "Content-Length: 0")]


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.close()


def get(server: Server, path: str, limits: Limits | None = None) -> Fetched:
    return fetch(server.url(path), allow_private=True, limits=limits)


def refusal(server: Server, path: str, limits: Limits | None = None) -> str:
    """The sentence, exactly one line."""
    with pytest.raises(EvidenceError) as caught:
        get(server, path, limits)
    assert "\n" not in caught.value.message
    return caught.value.message


def test_a_page_is_kept_as_it_came_with_all_that_was_said_of_it(server: Server) -> None:
    server.answers["/a%20b?q=1"] = [head("200 OK", "Content-Type: text/html; charset=iso-8859-1", "X-A: b"), PAGE]
    told: list[str] = []
    found = fetch(server.url("/a b?q=1#part"), allow_private=True, told=told.append)
    assert found.body == PAGE
    assert (found.status, found.redirects, found.remark) == ("200 OK", (), "")
    assert found.media_type == "text/html; charset=iso-8859-1"
    assert ("X-A", "b") in found.headers
    assert found.fetched.endswith("+00:00")
    assert found.url in found.response()
    assert "X-A: b" in found.response()
    assert told == [server.url("/a b?q=1")]
    assert server.asked[0].startswith("GET /a%20b?q=1 HTTP/1.1\r\n")
    assert f"host: 127.0.0.1:{server.port}\r\n" in server.asked[0].lower()


def test_only_what_the_person_asked_for_is_contacted(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    met: list[object] = []
    connect = socket.socket.connect

    def watched(self: socket.socket, address: object) -> None:
        met.append(address)
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", watched)
    server.answers["/"] = [head("200 OK", "Content-Type: text/html"), PAGE]
    get(server, "/")
    assert met == [("127.0.0.1", server.port)]
    assert len(server.asked) == 1


def test_redirects_are_followed_and_told(server: Server) -> None:
    server.answers |= {"/1": onwards("/2"), "/2": onwards(server.url("/3")), "/3": [head(), b"there"]}
    found = get(server, "/1")
    assert found.redirects == (server.url("/1"), server.url("/2"))
    assert (found.url, found.body) == (server.url("/3"), b"there")


def test_a_redirect_loop_ends(server: Server) -> None:
    server.answers["/loop"] = onwards("/loop")
    assert "on and on" in refusal(server, "/loop")
    assert len(server.asked) == MOST_REDIRECTS + 1


@pytest.mark.parametrize("to", ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/x", "gopher://127.0.0.1"])
def test_a_redirect_out_of_the_web_is_not_followed(server: Server, to: str) -> None:
    server.answers["/out"] = onwards(to)
    assert "only addresses that begin with http" in refusal(server, "/out")


@pytest.mark.parametrize("url", ["file:///etc/passwd", "javascript:alert(1)", "http://", "http://[", "https:///x", "x"])
def test_what_is_no_web_address_is_refused(url: str) -> None:
    with pytest.raises(EvidenceError):
        fetch(url, allow_private=True)


def test_an_endless_body_ends(server: Server) -> None:
    server.answers["/"] = [head(), ENDLESS]
    assert "too large" in refusal(server, "/", Limits(largest=1_000_000))


def test_a_slow_drip_ends(server: Server) -> None:
    server.answers["/"] = [head(), DRIP]
    assert "too slow" in refusal(server, "/", Limits(seconds=0.2))


def test_silence_ends(server: Server) -> None:
    server.answers["/"] = [SILENCE]
    assert "does not answer" in refusal(server, "/", Limits(silence=0.2))


def test_a_gzip_bomb_is_not_unpacked(server: Server) -> None:
    bomb = gzip.compress(bytes(30_000_000))
    server.answers["/"] = [head("200 OK", "Content-Encoding: gzip", f"Content-Length: {len(bomb)}"), bomb]
    assert "too large" in refusal(server, "/", Limits(largest=1_000_000))


def test_a_packed_page_is_unpacked(server: Server) -> None:
    server.answers["/"] = [head("200 OK", "Content-Encoding: gzip"), gzip.compress(PAGE)]
    assert get(server, "/").body == PAGE


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ([head("404 Not Found"), b"none"], "404 Not Found"),
        ([head("200 OK", "Content-Encoding: br"), b"x"], "packed in a way unknown"),
        ([head("200 OK", "Content-Encoding: gzip"), b"no gzip at all"], "damaged on the way"),
        ([head("200 OK", "Content-Length: 100"), b"cut"], "broke off"),
        ([b"not HTTP at all\r\n\r\n"], "broke off"),
        ([], "broke off"),
    ],
)
def test_a_broken_answer_gets_a_sentence(server: Server, answer: list[bytes], words: str) -> None:
    server.answers["/"] = answer
    assert words in refusal(server, "/")


@pytest.mark.parametrize("charset", ["utf-8", "no-such-charset"])
def test_a_wrong_charset_is_told_and_the_bytes_stay(server: Server, charset: str) -> None:
    server.answers["/"] = [head("200 OK", f"Content-Type: text/html; charset={charset}"), PAGE]
    found = get(server, "/")
    assert found.body == PAGE
    assert charset in found.remark


def test_a_certificate_that_does_not_hold_ends_it() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(Path(__file__).with_name("self_signed.pem"))
    server = Server(tls=context)
    server.answers["/"] = [head(), b"secret"]
    try:
        assert "certificate does not hold" in refusal(server, "/")
    finally:
        server.close()
    assert server.asked == []


def test_a_closed_port_and_an_unknown_host_get_a_sentence(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
    with pytest.raises(EvidenceError, match="can't be reached"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)
    with pytest.raises(EvidenceError, match="no such host, or no network"):
        fetch("http://nowhere.invalid/", allow_private=False)


def test_the_own_network_is_not_asked_unless_allowed(server: Server) -> None:
    for host in ("127.0.0.1", "localhost", "2130706433", "[::1]", "[::ffff:127.0.0.1]"):
        with pytest.raises(EvidenceError):
            fetch(f"http://{host}:{server.port}/", allow_private=False)
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
    ],
)
def test_private_addresses_are_known(address: str, public: bool) -> None:
    assert is_public(address) is public
