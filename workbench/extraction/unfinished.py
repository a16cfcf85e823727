"""Pieces left over when what is said was taken out of a sentence: "he said", "Asked for her source", "…, to which"."""

from __future__ import annotations

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.extraction.syntax import SUBJECTS, is_finite

LONGEST = 8
"""Words that such a piece has at most, unless it breaks off."""
_BREAKS_OFF = frozenset({"which", "whom", "whose", "of", "to"})
_SAYS = frozenset(
    {"say", "tell", "add", "ask", "reply", "answer", "explain", "insist", "note", "continue", "press", "question"}
)
_POINTS = frozenset({"so", "that", "it", "this", "as", "reporters", "journalists"})


def is_unfinished(tokens: TokenSpan) -> bool:
    """Whether a piece of a sentence says nothing by itself."""
    words = [token for token in tokens if not token.is_punct and not token.is_space and not token.is_quote]
    if not words:
        return False
    return _breaks_off(words[-1]) or (len(words) <= LONGEST and (_only_says(words) or _only_asked(words)))


def _breaks_off(last: Token) -> bool:
    """ "… of which": a preposition may end a whole sentence ("what it is made of"), not a piece of one."""
    if last.lower_ not in _BREAKS_OFF:
        return False
    behind = last.doc[last.i + 1 : min(last.i + 3, last.sent.end)]
    return bool(len(behind)) and not any(token.is_quote or token.text in (".", "!", "?", "…") for token in behind)


def _only_says(words: list[Token]) -> bool:
    """ "He said", "Kern told reporters on Monday"."""
    verbs = [token for token in words if token.pos_ in ("VERB", "AUX")]
    if len(verbs) != 1 or verbs[0].lemma_.lower() not in _SAYS or not is_finite(verbs[0]):
        return False
    return any(token.dep_ in SUBJECTS for token in words) and all(
        token.dep_ in SUBJECTS
        or token.pos_ in ("ADV", "DET", "PROPN", "ADP")
        or token.ent_type_ in ("DATE", "TIME")
        or token.lower_ in _POINTS
        for token in words
        if token != verbs[0]
    )


def _only_asked(words: list[Token]) -> bool:
    """ "Asked for her source", with no clause of its own."""
    first = words[0]
    return (
        first.tag_ in ("VBN", "VBD", "VBG")
        and first.lemma_.lower() in _SAYS
        and not any(token.dep_ in SUBJECTS or token.tag_ in ("VBZ", "VBP", "MD") for token in words)
    )
