"""Languages nobody speaks, for whoever works on the window: one that makes words longer, one that runs right to left.

`FACT_CHECK_LANGUAGE=qps-long fact-check` shows what has no room to grow; `qps-rtl` what doesn't turn round. Words
without brackets have escaped translation. The names follow Windows' own pseudo-locales (qps-ploc).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QObject, QTranslator

LONG, RTL = "qps-long", "qps-rtl"
OPEN, CLOSE = "⟦", "⟧"
"""Around each translated string: what stands outside of them was never translated, what lacks one is cut off."""

_KEPT = re.compile(r"%L?n|%L?\d|\{[^}]*\}|<[^>]+>|&[a-z]+;|\(\*[^)]*\)")
"""What must come through a translation as it is: places for values, tags, entities, file patterns."""
_MNEMONIC = re.compile(r"&(?=\w)(?!\w+;)")
_WORD = re.compile(r"[A-Za-z]+")
_ACCENTED = str.maketrans("AEIOUaeiouncsyzCNSYZ", "ÀÉÎÕÜàéîõüñçšýžÇÑŠÝŽ")
_GROWTH = 0.4
"""How much longer than English a language may be: German and Finnish come near it in sentences, pass it in words."""
_HEBREW = dict(zip("abcdefghijklmnopqrstuvwxyz", "אבקדעפגהיזכלמנוטחרשתךץצסףם", strict=True))
_LETTERS = str.maketrans({**_HEBREW, **{one.upper(): other for one, other in _HEBREW.items()}})


def _longer(found: re.Match[str]) -> str:
    word = found[0].translate(_ACCENTED)
    more = max(1, round(len(word) * _GROWTH))
    return word + (word[-1] * more)


def _around(words: str, change: Callable[[str], str]) -> str:
    """`change` made to all but what must stay."""
    if not _WORD.search(_KEPT.sub("", words)):
        return words
    parts, at = [], 0
    marked = _MNEMONIC.search(words) is not None
    words = _MNEMONIC.sub("", words)
    for kept in _KEPT.finditer(words):
        parts += [change(words[at : kept.start()]), kept[0]]
        at = kept.end()
    changed = "".join([*parts, change(words[at:])])
    return f"{OPEN}{'&' if marked else ''}{changed}{CLOSE}"


def longer(words: str) -> str:
    """`words` with accents, two fifths longer, in brackets."""
    return _around(words, lambda part: _WORD.sub(_longer, part))


def leftwards(words: str) -> str:
    """`words` in Hebrew letters, in brackets."""
    return _around(words, lambda part: part.translate(_LETTERS))


class PseudoTranslator(QTranslator):
    """Changes the English, plural forms included, in place of translating it."""

    def __init__(self, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._change = leftwards if language == RTL else longer

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        english = super().translate(context, source, disambiguation, n) or source
        return self._change(english) if english.strip() else english
