"""Who can be the source of reported speech, and the utterance made of a source and what it says."""

from __future__ import annotations

import unicodedata

from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.lexicon import lexicon, reporting_verbs
from workbench.extraction.reading import BlockReading
from workbench.extraction.syntax import phrase
from workbench.extraction.utterance import Utterance

_NOT_YET = frozenset({"yet", "unable", "unwilling", "reluctant", "not"})
"""Words before a "to" that is left undone: "has yet to explain"."""
_WANTING = frozenset(
    {"ask", "want", "urge", "order", "invite", "require", "expect", "need", "persuade", "force", "press"}
)


def is_no_source(token: Token) -> bool:
    """Whether a word is no third person: what I think is not reported speech."""
    return token.lower_ in lexicon("reporting")["phrases"]["no_source"]


def third_person(subject: Token | None) -> Token | None:
    """The subject, unless it is the writer, the reader or a question word."""
    if subject is None or subject.dep_ == "expl":
        return None
    return None if is_no_source(subject) and not _is_acronym(subject) else subject


def _is_acronym(token: Token) -> bool:
    return len(token) > 1 and token.text.isupper()


def agent_of(verb: Token) -> Token | None:
    """Who does it in the passive: "was told *by the council*"."""
    agents = (child for child in verb.children if child.dep_ == "agent")
    return next((inner for agent in agents for inner in agent.children if inner.dep_ == "pobj"), None)


def is_supposed(verb: Token) -> bool:
    """ "to know that …", "would see that …": thought that nobody is said to have; "asked her to say that …", "kept them
    from claiming that …": words that nobody is said to have spoken."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        return True
    to = next((child for child in verb.children if child.lower_ == "to" and child.dep_ == "aux"), None)
    if to is None:
        return False
    if to.i and to.nbor(-1).lower_ in _NOT_YET:
        return True
    wanted = verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.lemma_.lower() in _WANTING
    return wanted or verb.lemma_.lower() not in reporting_verbs("say")


def made(part: BlockReading, spans: list[Span], how: str, cue: Token, source: Token) -> Utterance | None:
    """What a source says, without what joins the spans to the rest; None when no word is left of them."""
    text = part.text
    content = [_stripped(span, text, part.offset) for span in spans]
    content = [
        span for span in content if any(map(str.isalnum, text[span.start - part.offset : span.end - part.offset]))
    ]
    if len(content) > 1:
        content = [
            span for span in content if text[span.start - part.offset : span.end - part.offset].lower() != "that"
        ]
    if not content:
        return None
    bounds = phrase(source)
    return Utterance(part, content, how, cue, part.span(part.doc[bounds[0] : bounds[1]]), source)


def _stripped(span: Span, text: str, offset: int) -> Span:
    """Without the commas and white space that join it to the rest."""
    start, end = span.start - offset, span.end - offset
    while start < end and (text[start] in " ,;:–—-" or unicodedata.category(text[start]) == "So"):
        start += 1
    while end > start and text[end - 1] in " ,;:–—-":
        end -= 1
    return Span(start + offset, end + offset)
