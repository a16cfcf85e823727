"""Where a page may be fetched from: web addresses, and hosts that are not of the house's own network unless allowed."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from workbench.domain.web import is_web_address
from workbench.errors import EvidenceError, Sentence

_PORTS = {"http": 80, "https": 443}
_LONGEST = 2000
"""Characters of an address; what is longer is rather text."""
INSTEAD = Sentence("Try again later, or save the page in a browser and use that file.")
"""What to do when a host can't be had: neither a note nor an article depends on it."""


@dataclass(frozen=True, slots=True)
class Target:
    """One address to ask, taken apart."""

    url: str
    scheme: str
    host: str
    port: int


def is_address(text: str) -> bool:
    """Whether a text that was pasted or dropped is meant as the address of an article."""
    return len(text.strip()) <= _LONGEST and is_web_address(text)


def target_of(url: str) -> Target:
    """Raises EvidenceError for anything but an http or https address with a host and without a password in it."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError as error:  # of IDNA too
        raise EvidenceError("“{url}” is not a web address. Correct it and try again.", url=url[:200]) from error
    if parts.scheme not in _PORTS or not host:
        raise EvidenceError(
            "“{url}” is not fetched: only addresses that begin with http:// or https:// are.", url=url[:200]
        )
    if parts.username or parts.password:
        raise EvidenceError("The address has a name or password in it. Take it out and try again.")
    return Target(url.strip().partition("#")[0], parts.scheme, host, port or _PORTS[parts.scheme])


def site_of(url: str) -> str:
    """The host as a person tells sites apart, without its "www."; empty for what is no address."""
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def resolve(target: Target, *, allow_private: bool) -> str:
    """The IP address to connect to. Raises EvidenceError when there is none, or any of the host's is a private one."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except OSError as error:
        raise EvidenceError(
            "{host} can't be found: there is no such host, or no network. {instead}", host=target.host, instead=INSTEAD
        ) from error
    addresses = [str(entry[4][0]) for entry in found]
    if not allow_private and any(not is_public(address) for address in addresses):
        raise EvidenceError(
            "{host} is an address of this computer or of the house's own network, which is not fetched "
            "from. Allow private addresses in the settings if you mean it.",
            host=target.host,
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Whether anybody on the Internet would reach the same machine by it."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        if ip in ipaddress.ip_network("64:ff9b::/96"):
            return is_public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip.is_global and not ip.is_multicast
