"""Files that are no article but are often taken for one, known by how they begin."""

from __future__ import annotations

from workbench.errors import Sentence

_BEGINNINGS: tuple[tuple[bytes, Sentence], ...] = (
    (b"%PDF-", Sentence("a PDF")),
    (b"PK\x03\x04", Sentence("a ZIP archive or an office document")),
    (b"PK\x05\x06", Sentence("an empty ZIP archive")),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Sentence("an old or password-protected office document")),
    (b"{\\rtf", Sentence("a Rich Text document")),
    (b"SQLite format 3\x00", Sentence("a database or case file")),
    (b"\x89PNG\r\n\x1a\n", Sentence("a picture")),
    (b"\xff\xd8\xff", Sentence("a picture")),
    (b"GIF87a", Sentence("a picture")),
    (b"GIF89a", Sentence("a picture")),
    (b"II*\x00", Sentence("a picture")),
    (b"MM\x00*", Sentence("a picture")),
    (b"\x1f\x8b", Sentence("a compressed file")),
    (b"BZh91AY", Sentence("a compressed file")),
    (b"\xfd7zXZ\x00", Sentence("a compressed file")),
    (b"7z\xbc\xaf\x27\x1c", Sentence("a compressed archive")),
    (b"Rar!\x1a\x07", Sentence("a compressed archive")),
    (b"\x7fELF", Sentence("a program")),
    (b"ID3\x03", Sentence("a sound recording")),
    (b"OggS\x00", Sentence("a sound recording")),
    (b"fLaC\x00", Sentence("a sound recording")),
    (b"%!PS", Sentence("a PostScript document")),
)


def kind_of_foreign_file(data: bytes) -> Sentence | None:
    """What the file is, in words that follow “is” ("a PDF"); None when it may be text."""
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return Sentence("a picture or recording")
    if data[4:8] == b"ftyp":
        return Sentence("a recording")
    return next((kind for beginning, kind in _BEGINNINGS if data.startswith(beginning)), None)
