"""Which language a text is in: by its script, then by its commonest small words (in lexicons/languages.toml)."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import resources

_SAMPLE = 20_000
"""Code points looked at: half from the start of the text, half from its middle."""

_LEAST_LETTERS = 12
_LEAST_SMALL_WORDS = 2
_LEAD = 1.15
"""How much better than the next language the best one has to do."""

_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u097f\u200c]+[^\W\d_]*)*")


@dataclass(frozen=True)
class _Lexicon:
    letters: re.Pattern[str]
    """One named group for each script."""
    small_words: Mapping[str, Mapping[str, frozenset[str]]]
    """Script → language → words."""
    own_letters: Mapping[str, str]


@cache
def _lexicon() -> _Lexicon:
    data = tomllib.loads(resources.path("lexicons/languages.toml").read_text("utf-8"))
    letters = "|".join(f"(?P<{name}>[{ranges}]+)" for name, ranges in data["scripts"].items())
    rows = data["small_words"].items()
    small = {script: {tag: frozenset(words.split()) for tag, words in row.items()} for script, row in rows}
    return _Lexicon(re.compile(letters), small, data["own_letters"])


def guess_language(text: str) -> str:
    """The BCP 47 tag of the language most of `text` is in ("en"), or an empty string when that is not clear."""
    sample = _sample(text)
    letters = _letters_by_script(sample)
    if not letters:
        return ""
    script, count = _main_script(letters)
    if count < _LEAST_LETTERS:
        return ""
    rows = _lexicon().small_words.get(script)
    return _by_small_words(sample, rows) if rows else script


def _sample(text: str) -> str:
    if len(text) <= _SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[: _SAMPLE // 2]} {text[middle : middle + _SAMPLE // 2]}"


def _letters_by_script(sample: str) -> Counter[str]:
    letters: Counter[str] = Counter()
    for match in _lexicon().letters.finditer(sample):
        letters[match.lastgroup or ""] += len(match.group())
    return letters


def _main_script(letters: Counter[str]) -> tuple[str, int]:
    """The commonest script; for Chinese characters the language, Japanese as soon as a twentieth of them is kana."""
    ideographs = letters.pop("han", 0)
    kana = letters.pop("kana", 0)
    if ideographs + kana:
        # One ideograph says about as much as a short word of letters.
        letters["ja" if kana * 20 >= ideographs + kana else "zh"] = 3 * (ideographs + kana)
    return letters.most_common(1)[0]


def _by_small_words(sample: str, rows: Mapping[str, frozenset[str]]) -> str:
    words = Counter(_WORD.findall(sample.lower()))
    scores = sorted(((sum(words[word] for word in row), tag) for tag, row in rows.items()), reverse=True)
    (best, tag), (second, _) = scores[0], scores[1]
    total = sum(words.values())
    clear = best >= _LEAST_SMALL_WORDS and best * 20 >= total and best >= second * _LEAD
    return tag if clear else _by_own_letters(sample, scores, total)


def _by_own_letters(sample: str, scores: list[tuple[int, str]], total: int) -> str:
    best = scores[0][0]
    if best < _LEAST_SMALL_WORDS or best * 20 < total:
        return ""
    close = {tag for score, tag in scores if score * _LEAD > best}
    present = [
        tag
        for tag, letters in _lexicon().own_letters.items()
        if tag in close and any(letter in sample for letter in letters)
    ]
    return present[0] if len(present) == 1 else ""
