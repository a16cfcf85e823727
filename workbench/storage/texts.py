"""The text of a kept copy, to search in: plain text and saved pages; of other kinds only the note is searched."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN = {"script", "style", "template", "noscript"}
LONGEST = 2_000_000
"""Code points of one copy that are searched."""


def text_of(content: bytes, media_type: str) -> str:
    """The words a reader would see, an empty string for kinds without text. Never raises: damage is read over."""
    kind = media_type.partition(";")[0].strip().lower()
    if kind in ("text/html", "application/xhtml+xml"):
        return _of_page(_decoded(content))[:LONGEST]
    if kind.startswith("text/") or kind in ("application/json", "application/xml"):
        return _decoded(content)[:LONGEST]
    return ""


def _decoded(content: bytes) -> str:
    wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    return content.decode("utf-16" if wide else "utf-8-sig", errors="replace").replace("\x00", " ")


def _of_page(page: str) -> str:
    reader = _Words()
    reader.feed(page)
    reader.close()
    return " ".join(" ".join(reader.words).split())


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the base class's
        self._unseen += tag in _UNSEEN

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in _UNSEEN and self._unseen > 0

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.words.append(data)
