"""The phrase "according to X": whom it names, and the rest of the sentence, which is what they say."""

from __future__ import annotations

from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.lexicon import reporting_verbs
from workbench.extraction.offices import is_office
from workbench.extraction.persons import MOST_NAMES
from workbench.extraction.reading import BlockReading
from workbench.extraction.sources import is_no_source, made
from workbench.extraction.syntax import SUBJECTS, phrase
from workbench.extraction.utterance import Utterance, without

_DESCRIBES = ("acl", "advcl", "amod")


def according_to(part: BlockReading, token: Token) -> Utterance | None:
    """What an "according" introduces or closes; None when it names no third person."""
    doc, sentence = part.doc, token.sent
    if token.i + 2 >= sentence.end or doc[token.i + 1].lower_ != "to":
        return None
    end = _phrase_end(token, sentence.end)
    end = _before_subject(token, end)
    source = _head(token, end)
    if source is None or is_no_source(source):
        return None
    end = _behind_participle(token, end)
    aside = part.span(doc[token.i : end])
    start, stop = _between_semicolons(token)
    first = start
    while doc[first].is_punct or doc[first].is_space or doc[first].lower_ in ("but", "and"):
        first += 1
    at_edge = token.i <= first or all(other.is_punct for other in doc[end:stop])
    whole = part.span(doc[_behind_saying(token, start) : stop]) if at_edge else _clause_around(part, token, end)
    spans = [span for span in without(whole, aside) if not _only_names(part, span)]
    return made(part, spans, "“according to”", token, source)


def _between_semicolons(token: Token) -> tuple[int, int]:
    """The part of the sentence it stands in: behind a semicolon somebody else may speak."""
    doc, sentence = token.doc, token.sent
    start = next((i + 1 for i in range(token.i - 1, sentence.start, -1) if doc[i].text == ";"), sentence.start)
    return start, next((i for i in range(token.i, sentence.end) if doc[i].text == ";"), sentence.end)


def _only_names(part: BlockReading, span: Span) -> bool:
    """Whether what is left is the rest of the source's name, misread: "according to the historian | Will Bright"."""
    words = [token for token in part.tokens(span) if not token.is_punct and not token.is_space]
    return len(words) <= MOST_NAMES and all(token.text[:1].isupper() for token in words)


def _behind_saying(token: Token, start: int) -> int:
    """Where "…, where 360,000 refugees live, according to the agency" begins, when somebody else said what stands
    before; else `start`."""
    root = token.sent.root
    if root.lemma_.lower() not in reporting_verbs("say") or token.i < root.i or token.nbor(-1).text != ",":
        return start
    last = token.nbor(-2) if token.i > 1 else token
    clauses = (above for above in (last, *last.ancestors) if above.dep_ == "relcl" and above.i > root.i)
    clause = next(clauses, None)
    return phrase(clause.head)[0] if clause is not None and clause.right_edge.i + 1 >= last.i else start


def _phrase_end(token: Token, limit: int) -> int:
    """Where "according to X, director of Y," ends: at the comma before a clause, else with its subtree."""
    doc = token.doc
    end = min(max(token.right_edge.i + 1, token.i + 3), limit)
    comma = next((i for i in range(token.i + 2, min(limit, token.i + 25)) if doc[i].text in (",", ":", ";")), None)
    closes = all(other.is_punct for other in token.doc[end:limit])
    if comma is not None and comma < end and not closes and not _is_apposition(token, comma, end):
        return comma
    return end


def _behind_participle(token: Token, end: int) -> int:
    """ "according to a survey, *published on Friday*, half of …": what only tells of the source is not said."""
    doc, limit = token.doc, token.sent.end
    if end + 2 >= limit or doc[end].text != "," or doc[end + 1].tag_ != "VBN" or doc[end + 1].dep_ not in _DESCRIBES:
        return end
    return next((i for i in range(end + 2, min(limit, end + 12)) if doc[i].text == ","), end)


def _before_subject(token: Token, end: int) -> int:
    """Where "according to Rathbun the house was sold" ends its source, when no comma does: before the subject that the
    verb behind it would lack."""
    doc = token.doc
    verb = next((other for other in doc[end : token.sent.end] if other.pos_ in ("VERB", "AUX")), None)
    while verb is not None and verb.dep_ in ("aux", "auxpass"):
        verb = verb.head
    own = verb is None or any(child.dep_ in SUBJECTS for child in verb.children)
    if (
        own
        or end >= token.sent.end
        or doc[end].pos_ not in ("VERB", "AUX")
        or any(t.text == "," for t in doc[token.i : end])
    ):
        return end
    for place in range(token.i + 3, end):
        if doc[place].tag_ in ("DT", "PRP", "PRP$") and doc[place - 1].pos_ not in ("ADP", "CCONJ"):
            return place
    starts = [
        place for place in range(token.i + 3, end) if doc[place].ent_type_ == "PERSON" and doc[place].ent_iob_ == "B"
    ]
    return _with_title(doc[starts[-1]], token.i + 3) if starts else end


def _with_title(name: Token, least: int) -> int:
    """The first word of a name with its title: "Professor Chomsky"."""
    start = name.i
    while start > least and is_office(name.doc[start - 1]):
        start -= 1
    return start


def _is_apposition(token: Token, comma: int, end: int) -> bool:
    """Whether what follows the comma still describes the source."""
    return not any(other.pos_ in ("VERB", "AUX") for other in token.doc[comma:end])


def _head(token: Token, end: int) -> Token | None:
    inside = [other for other in token.doc[token.i + 2 : end] if other.pos_ in ("NOUN", "PROPN", "PRON")]
    inside = inside or [other for other in token.doc[token.i + 2 : end] if other.text[:1].isupper()]
    nouns = [other for other in inside if other.dep_ not in ("compound", "nmod", "poss", "amod")]
    return next(iter(nouns or inside), None)


def _clause_around(part: BlockReading, token: Token, end: int) -> Span:
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head != head:
        head = head.head
    if head.pos_ not in ("VERB", "AUX"):
        return part.span(token.sent)
    return part.span(part.doc[min(head.left_edge.i, token.i) : max(head.right_edge.i + 1, end)])
