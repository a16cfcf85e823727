"""What a web address is, wherever one is typed, dropped, imported or kept, and which can be a source's."""

from __future__ import annotations

import re
from enum import Enum, auto
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)


_REORDERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters with which an address looks like another."""


class AddressFault(Enum):
    """Why an address can't stand with a source."""

    NOT_OF_THE_WEB = auto()
    HAS_PASSWORD = auto()
    """Or a user name, which nobody needs who follows it: notes are handed on."""
    REORDERS = auto()


def address_fault(text: str) -> AddressFault | None:
    """What keeps a text from being a source's address; None when nothing does."""
    if not is_web_address(text):
        return AddressFault.NOT_OF_THE_WEB
    parts = urlsplit(text.strip())
    if parts.username is not None or parts.password is not None:
        return AddressFault.HAS_PASSWORD
    return AddressFault.REORDERS if _REORDERING.search(text) else None


def is_web_address(text: str) -> bool:
    """Whether a text is one http or https address with a host, and nothing else; spaces around it don't matter."""
    address = text.strip()
    try:
        return _ADDRESS.fullmatch(address) is not None and bool(urlsplit(address).hostname)
    except ValueError:  # “http://[x” of no IPv6 address
        return False
