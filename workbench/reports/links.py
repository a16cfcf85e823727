"""Which addresses become links."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

LONGEST = 7_500
"""Characters of a link's target. Typst 0.15 refuses a page with one of over 8,000 (tried; its manual doesn't say)."""
_KEPT = "!#$%&'()*+,/:;=?@[]~-._"


def is_web(address: str) -> bool:
    """Whether `address` is a whole http or https address. Anything else is printed and never linked."""
    try:
        parts = urlsplit(address.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)


def target(address: str) -> str:
    """The address as a link's target in ASCII, or empty when it is no web address or too long for one."""
    escaped = quote(address.strip(), safe=_KEPT, errors="replace") if is_web(address) else ""
    return escaped if len(escaped) <= LONGEST else ""


def host(address: str) -> str:
    """The web address's host ("stats.example.org"), or empty when it is no web address."""
    return (urlsplit(address.strip()).hostname or "") if is_web(address) else ""
