"""What kind of image the house's logo is, by its first bytes."""

from __future__ import annotations

_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}


def media_type(image: bytes) -> str:
    if image.startswith(b"\x89PNG"):
        return "image/png"
    return "image/jpeg" if image.startswith(b"\xff\xd8") else "image/svg+xml"


def extension(image: bytes) -> str:
    return _EXTENSIONS[media_type(image)]
