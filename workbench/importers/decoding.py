"""From bytes to text: which encoding a file is in, and what is no text at all.

In this order: a byte order mark; what the file says of itself (HTML); UTF-8; UTF-16 or UTF-32 without a mark; an older
encoding guessed by charset-normalizer, Windows' Western one preferred where the letters are Latin. Bytes that mean
nothing in that encoding, and the few zero bytes a damaged text may have, which no case file can hold in text, become
U+FFFD, which the text's warnings point at: never dropped in silence.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from workbench.errors import ArticleError

_SAMPLE = 64 * 1024
"""Bytes looked at to guess an older encoding."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_NEVER_WRITTEN = ("Cc", "Cn", "Co")
_MOST_CONTROLS = 0.01
"""Share of control characters above which bytes are no text. Old wire copy has a few."""

_MOST_ZEROS = 0.001
"""Share of zero characters above which it is none either: binary data is full of them."""
_SLIPS = 2
"""Zero characters that a text too short for that share may have, one for every fifty characters at most."""

_LEAST_ZEROS = 0.1
"""Share of zero bytes in UTF-16 that is mostly letters, spaces and marks below U+0100."""
_MOST_ACCENTS = 0.5
"""Bytes above ASCII for each ASCII letter, beyond which a text is hardly in Latin script."""

_LATIN_ENCODINGS = {
    **dict.fromkeys(("pl", "cs", "sk", "hu", "hr", "ro"), ("cp1250", "iso8859_2")),
    "tr": ("cp1254",),
}
"""By language; all others are read as cp1252, of which ISO 8859-1 text is a part."""


def decode(data: bytes, name: str, declared: str = "") -> str:
    """The text of `data`, its newlines as `\\n`, nothing else changed but a leading byte order mark left out.

    `declared` is an encoding the file names itself, believed where it fits. Raises ArticleError when this is no text.
    """
    text = normalise_newlines(_decode(data, declared))
    controls = len(_CONTROLS.findall(text))
    if has_many_zeros(text) or controls > max(2, len(text) * _MOST_CONTROLS):
        raise ArticleError(
            "“{name}” is not text but binary data; save the article as text or HTML and open that.", name=name
        )
    return without_zeros(text)


def has_many_zeros(text: str) -> bool:
    """Whether there are more zero characters than a slip can leave in a text."""
    return text.count("\x00") > max(len(text) * _MOST_ZEROS, min(_SLIPS, len(text) // 50))


def without_zeros(text: str) -> str:
    """Each zero character as U+FFFD, so that all others keep their place."""
    return text.replace("\x00", "\ufffd")


def normalise_newlines(text: str) -> str:
    """`\\r\\n` and `\\r` become `\\n`; other separators stay as they are."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def without_surrogates(text: str) -> str:
    """Pairs of surrogates as the one character they stand for; single ones, which no file can hold, as U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _decode(data: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for encoding in (declared, "utf-8", *_wide_encodings(data)):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    if _is_damaged_utf8(data):
        return data.decode("utf-8", "replace")
    return data.decode(_older_encoding(data), "replace")


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding) if encoding else None
    except (UnicodeDecodeError, LookupError):
        return None
    if text is None or has_many_zeros(text):
        return None
    wide = encoding.startswith(("utf-16", "utf-32"))
    return None if wide and not _is_text(text) else text


def _is_text(text: str) -> bool:
    """Whether there are only characters a person writes: binary data read as UTF-16 holds others."""
    return all(
        unicodedata.category(character) not in _NEVER_WRITTEN or character in "\t\n\r\f" for character in text[:2000]
    )


def _wide_encodings(data: bytes) -> tuple[str, ...]:
    """UTF-16 or UTF-32 without a mark: text in them has zero bytes at always the same places of two or four."""
    sample = data[:_SAMPLE]
    if sample.count(0) < _LEAST_ZEROS * len(sample):
        return ()
    zeros = [sample[place::4].count(0) for place in range(4)]
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if even > 8 * odd:
        return ("utf-16-be",)
    if odd > 8 * even:
        return ("utf-16-le",)
    return ("utf-32-le",) if zeros[3] > zeros[0] else ("utf-32-be",)


def _is_damaged_utf8(data: bytes) -> bool:
    """Whether most bytes above ASCII do make up UTF-8, so that the broken ones are damage, not another encoding."""
    sample = data[:_SAMPLE].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    whole = sum(character > "\x7f" for character in sample) - broken
    return whole > 2 * broken


def _older_encoding(data: bytes) -> str:
    sample = _telling_lines(data)
    if _may_be_another_script(sample):
        import charset_normalizer  # slow to load, and most files are in UTF-8

        best = charset_normalizer.from_bytes(sample, cp_exclusion=["utf_16", "utf_32", "utf_7"]).best()
        if best is not None and _is_mostly_not_latin(str(best)):
            return best.encoding
    from workbench.domain.language import guess_language

    candidates = _LATIN_ENCODINGS.get(guess_language(sample.decode("cp1252", "replace")), ("cp1252",))
    return max(candidates, key=lambda encoding: _plausibility(sample.decode(encoding, "replace")))


def _telling_lines(data: bytes) -> bytes:
    """The first lines that hold anything above ASCII, up to `_SAMPLE` bytes."""
    head = data[: 16 * _SAMPLE]
    lines = [line for line in head.splitlines(keepends=True) if not line.isascii()]
    return b"".join(lines)[:_SAMPLE] or data[:_SAMPLE]


def _may_be_another_script(sample: bytes) -> bool:
    """In Latin script letters outside ASCII are the fewer by far; in others the letters inside it are."""
    above = sum(byte > 0x7F for byte in sample)
    return above > _MOST_ACCENTS * sum(chr(byte).isalpha() for byte in sample if byte < 0x80)


def _is_mostly_not_latin(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    others = sum(not unicodedata.name(character, "").startswith("LATIN") for character in letters)
    return others > 0.3 * len(letters)


def _plausibility(text: str) -> int:
    """How many of the characters above ASCII are letters or a text's own marks; a wrong guess yields signs instead."""
    return sum(character > "\x7f" and (character.isalpha() or character in "“”‘’„‚«»–—…") for character in text)
