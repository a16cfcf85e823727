"""The workbench's sentences in the language of the window: what went wrong, and what is wrong with the text.

The workbench writes them in English. A `Sentence` knows its template and values. Of one that was kept in a case file
only the words are left: it is held against the templates that the sources have (`ui.look.templates`), and shown as it
is when none of them fits.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.errors import Sentence

_PLACE = re.compile(r"\{(\w+)\}")
_NUMBER = re.compile(r"0|[1-9]\d{0,8}|\d\.[1-9]")
_QUOTED, _BARE = ".", r"(?>“[^“”]*”|\([^()]*\)|.)"
"""What a value is made of. One without quotation marks of its own doesn't end inside of others, or inside brackets."""
_LONGEST = 4000
"""Code points of a sentence that is looked for at all: what is longer, no template makes."""
_TELLING = 10
"""Letters that a template with places in it must have, to be known again by them."""


def told(said: str, kind: str = "") -> str:
    """A sentence of the workbench, translated; `kind` is that of a warning, by whose templates it is known again."""
    made = said if isinstance(said, Sentence) else _recovered(said, kind)
    if made is None:
        return said
    words = QCoreApplication.translate("Sentence", made.template)
    return _PLACE.sub(lambda place: _shown(made.values.get(place[1], place[0])), words)


def _shown(value: str | int | float) -> str:
    if isinstance(value, str):
        return told(value) if isinstance(value, Sentence) else value
    locale = QLocale()
    locale.setNumberOptions(locale.numberOptions() | QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(value, "g", 6) if isinstance(value, float) else locale.toString(value)


@lru_cache(maxsize=1000)
def _recovered(said: str, kind: str) -> Sentence | None:
    """The sentence again that these are the words of; None when it is none that the program writes today."""
    for template in _known(kind) if len(said) <= _LONGEST else ():
        found = _pattern(template).fullmatch(said) if _longest(template) in said else None
        if found:
            places = {name: f"“{{{name}}}”" in template for name in found.groupdict()}
            values = {name: found[name] if quoted else _value(found[name], kind) for name, quoted in places.items()}
            return Sentence(template, **values)
    return None


def _value(written: str, kind: str) -> str | int | float:
    """What stands in no quotation marks is a number, a part of the sentence, or else a name."""
    if _NUMBER.fullmatch(written):
        return float(written) if "." in written else int(written)
    return _recovered(written, kind) or written


@cache
def _known(kind: str) -> tuple[str, ...]:
    """The templates by which a sentence is known again, the most telling first."""
    from ui.look.templates import SENTENCES, WARNINGS

    others = (one for one in SENTENCES if _letters(one) >= _TELLING or not _PLACE.search(one))
    return tuple(sorted({*WARNINGS.get(kind, ()), *others}, key=lambda one: (-_letters(one), one)))


def _letters(template: str) -> int:
    return sum(map(str.isalpha, _PLACE.sub("", template)))


@cache
def _longest(template: str) -> str:
    """Its longest piece without a place in it: sooner looked for than all of it matched."""
    return max(_PLACE.split(template)[::2], key=len)


@cache
def _pattern(template: str) -> re.Pattern[str]:
    """Takes the first fit for each place and never goes back, so that no text can keep it busy."""
    first, *rest = _PLACE.split(template)
    words = [re.escape(one) for one in rest[1::2]]
    words[-1:] = [f"{last}\\Z" for last in words[-1:]]
    units = (_QUOTED if f"“{{{name}}}”" in template else _BARE for name in rest[::2])
    places = (f"(?>(?P<{name}>{unit}*?){after})" for name, unit, after in zip(rest[::2], units, words, strict=True))
    return re.compile(re.escape(first) + "".join(places), re.DOTALL)
