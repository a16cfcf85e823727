"""Which addresses become links."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

_KEPT = "!#$%&'()*+,/:;=?@[]~-._"


def is_web(address: str) -> bool:
    """Whether `address` is a whole http or https address. Anything else is printed and never linked."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def target(address: str) -> str:
    """The address as a link's target in ASCII, or empty when it is no web address."""
    return quote(address.strip(), safe=_KEPT, errors="replace") if is_web(address) else ""


def host(address: str) -> str:
    """The web address's host ("stats.example.org"), or empty when it is no web address."""
    return (urlsplit(address.strip()).hostname or "") if is_web(address) else ""
