"""What a web address is, wherever one is typed, dropped, imported or kept."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[^\s/?#]\S*", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a text is one http or https address with a host, and nothing else; spaces around it don't matter."""
    address = text.strip()
    try:
        return _ADDRESS.fullmatch(address) is not None and bool(urlsplit(address).hostname)
    except ValueError:  # “http://[x” of no IPv6 address
        return False
