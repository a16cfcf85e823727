"""Sentences and blocks in which a page speaks of itself, and so claims nothing: "Read more", "edited for length"."""

from __future__ import annotations

import re
from functools import cache

from workbench.extraction.lexicon import lexicon

SHORT = 120
"""Code points up to which a sentence that begins like a link is one."""
LONGEST = 240
"""Code points up to which a sentence can be a notice."""
_WHO = re.compile(r"(?:and )?who .*|[^,]{1,60}, who [^,]*", re.DOTALL)
"""The clause, alone or repeated with its noun: "The source, who …"."""
_LIVE = re.compile(r"\blive(?:\s*[:–—|-]|\s+(?:updates|blog|coverage|reporting)\b|$)", re.IGNORECASE)


def says_nothing(words: str) -> bool:
    """A question, an announcement of what follows, or what a page says about itself."""
    bare = words.rstrip("”\"’'» ")
    return bare.endswith("?") or (bare.endswith(":") and len(words) < 80) or is_boilerplate(words)


def is_boilerplate(words: str) -> bool:
    """ "Read more", "Photo: …", "This interview has been edited for length"."""
    if len(words) > LONGEST:
        return False
    lower = " ".join(words.lower().split())
    begins = len(words) < SHORT and lower.startswith(_list("starts"))
    return begins or any(phrase in lower for phrase in _list("notices"))


def is_label(words: str) -> bool:
    """Whether a line begins as a byline or stamp does: "By Ann Lee", "Updated 3 May". It may tell something all the
    same: "By Christmas she had sold it"."""
    return len(words) < SHORT and words.lower().startswith(_list("labels"))


def is_disclosure(clause: str) -> bool:
    """ "who was not involved in the study", "who asked not to be named": says why somebody is quoted, and how."""
    lower = clause.lower().replace("’", "'")
    return _WHO.fullmatch(lower) is not None and any(phrase in lower for phrase in _list("disclosures"))


def is_correction(block: str) -> bool:
    """Whether a block tells what an earlier version got wrong, or what the editors have to say of the article."""
    lower = " ".join(block[:LONGEST].lower().split())
    return lower.startswith(_list("corrections")) or any(phrase in lower for phrase in _list("amended"))


def is_live_title(headline: str) -> bool:
    """ "Storm Ilse live: latest updates": names a page that is still being written."""
    return _LIVE.search(headline) is not None


@cache
def _list(entry: str) -> tuple[str, ...]:
    return tuple(lexicon("claims")["boilerplate"][entry])
