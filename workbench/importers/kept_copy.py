"""The words of a copy kept as evidence: of any format that is read as an article, but the whole of it."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

from workbench.errors import ArticleError
from workbench.importers.decoding import decode
from workbench.importers.foreign import kind_of_foreign_file
from workbench.importers.registry import FORMATS, Format

SUFFIX_BY_TYPE = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "message/rfc822": ".eml",
}
_WITHOUT_WORDS = ("image/", "audio/", "video/", "font/")
_MOST_PAGES = 5000
"""Of a PDF. Reports and acts of parliament are longer than articles."""


def read_words(content: bytes, name: str, media_type: str) -> str:
    """What a reader of the copy would see, paragraphs parted by line ends, letters composed (NFC).

    Raises ArticleError when it is broken, protected by a password, or of a kind without words.
    """
    if media_type.startswith(_WITHOUT_WORDS):
        raise ArticleError("“{name}” is a picture or recording; write down its words in the note.", name=name)
    suffix = _suffix(content, name, media_type)
    return unicodedata.normalize("NFC", _read(content, name, suffix, charset_of(media_type))).replace("\x00", "\ufffd")


def charset_of(media_type: str) -> str:
    """What a server said of a page's letters, in lower case; empty when it said nothing."""
    _, _, charset = media_type.lower().partition("charset=")
    return charset.split(";")[0].strip(" \"'")


def _read(content: bytes, name: str, suffix: str, charset: str) -> str:
    if suffix == ".html":
        from workbench.importers.html.reader import text_of_page

        return text_of_page(content, name, charset)
    if suffix == ".pdf":
        from workbench.importers.pdf import text_of_pdf

        return text_of_pdf(content, name, _MOST_PAGES)
    if suffix:
        return _format(suffix).read(content, name).article.text
    foreign = kind_of_foreign_file(content)
    if foreign:
        raise ArticleError("“{name}” is {foreign}; words in it can't be searched.", name=name, foreign=foreign)
    return decode(content, name)


def _suffix(content: bytes, name: str, media_type: str) -> str:
    """By what it was sent as, else by its name, else by how its bytes begin; empty for plain text and all others."""
    by_type = SUFFIX_BY_TYPE.get(media_type.partition(";")[0].strip().lower(), "")
    by_name = PurePath(name).suffix.lower()
    for suffix in (by_type, by_name):
        if suffix in SUFFIX_BY_TYPE.values() and (suffix == ".html" or not _is_plainly_other(content, suffix)):
            return suffix
    return next((form.suffixes[0] for form in FORMATS if form.is_of(content)), "")


def _is_plainly_other(content: bytes, suffix: str) -> bool:
    return any(form.is_of(content) for form in FORMATS if suffix not in form.suffixes)


def _format(suffix: str) -> Format:
    return next(form for form in FORMATS if suffix in form.suffixes)
