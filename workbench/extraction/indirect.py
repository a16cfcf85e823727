"""Indirect speech and thought: "he said that …", "…, he said, …", "according to X, …", "accused X of …", "announced the sending of …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.lexicon import lexicon, reporting_verbs
from workbench.extraction.reading import BlockReading
from workbench.extraction.syntax import is_finite, is_negated, own_subject, phrase, subject_of
from workbench.extraction.utterance import Utterance, without

_OTHERS = frozenset({"i", "we", "you", "me", "us", "who", "what", "which", "that", "one", "this", "there", "let"})
"""Sources that are not a third person: what I think is not reported speech."""
_DOUBT = frozenset({"doubt", "forget", "wonder"})


def find_indirect(part: BlockReading) -> Iterator[Utterance]:
    """Every utterance that the syntax of a block shows, in order of its cue."""
    verbs = reporting_verbs("say") | reporting_verbs("think") | reporting_verbs("show")
    for token in part.doc:
        if token.lower_ == "according":
            found = _according_to(part, token)
        elif token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in verbs:
            found = _by_verb(part, token)
        elif token.pos_ == "VERB" and token.lemma_.lower() in reporting_verbs("accuse"):
            found = _accused(part, token)
        elif token.pos_ == "NOUN" and token.lemma_.lower() in lexicon("reporting")["phrases"]["nouns"]:
            found = _by_noun(part, token)
        else:
            continue
        if found is not None:
            yield found


def _by_verb(part: BlockReading, verb: Token) -> Utterance | None:
    if is_negated(verb) or verb.lemma_.lower() in _DOUBT:
        return None
    source = third_person(subject_of(verb))
    content = _content(verb)
    if source is None or content is None:
        return None
    spans = [part.span(part.doc[content[0] : content[1]])]
    if content[0] <= verb.i < content[1]:
        spans = _around(part, spans[0], verb)
    found = _utterance(part, spans, f"clause of “{verb.text}”", verb, source)
    if found is not None and part.doc[content[0] : content[1]].root.pos_ in ("NOUN", "PROPN"):
        found.is_doing = True
    return found


def third_person(subject: Token | None) -> Token | None:
    return None if subject is None or subject.lower_ in _OTHERS or subject.dep_ == "expl" else subject


def _content(verb: Token) -> tuple[int, int] | None:
    """Token bounds of the clause that is said; the whole sentence where the verb is an aside in it."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i:
            return _clause(child)
    doing = _content_without_clause(verb)
    if doing is not None:
        return doing
    for child in verb.children:
        if child.dep_ == "ccomp" and is_finite(child):
            return child.left_edge.i, verb.left_edge.i if verb.left_edge.i > child.i else child.right_edge.i + 1
    if verb.dep_ in ("parataxis", "advcl") and verb.head.i != verb.i and _is_aside(verb):
        return verb.head.left_edge.i, verb.head.right_edge.i + 1
    return None


def _clause(head: Token) -> tuple[int, int]:
    return head.left_edge.i, head.right_edge.i + 1


def _is_aside(verb: Token) -> bool:
    if verb.dep_ == "parataxis":
        return True
    return any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children)


def _content_without_clause(verb: Token) -> tuple[int, int] | None:
    """ "denied taking part", "promised to leave", "announced the sending of troops"."""
    if verb.lemma_.lower() not in reporting_verbs("announce"):
        return None
    for child in verb.children:
        if child.i > verb.i and child.dep_ == "xcomp" and child.pos_ == "VERB":
            return _clause(child)
        if child.dep_ == "dobj" and child.i > verb.i and _is_deverbal(child):
            return _clause(child)
    return None


def _is_deverbal(noun: Token) -> bool:
    """A noun for a doing, with what is done: "the sending of missiles", "plans to leave"."""
    has_object = any(
        child.lower_ in ("of", "to", "between", "against", "for") or child.dep_ == "acl" for child in noun.rights
    )
    endings = ("ing", "tion", "sion", "ment", "al", "ure", "ance", "ence")
    return has_object and (
        noun.lower_.endswith(endings) or noun.lemma_.lower() in lexicon("reporting")["phrases"]["doings"]
    )


def _accused(part: BlockReading, verb: Token) -> Utterance | None:
    """ "X accused Y of doing": the accused and the deed are the content."""
    source = third_person(subject_of(verb))
    deed = next(
        (child for child in verb.children if child.lower_ in ("of", "for", "with") and child.dep_ == "prep"), None
    )
    whom = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if deed is None or whom is None or is_negated(verb):
        return None
    if whom.dep_ == "nsubjpass":
        source = _agent(verb)
    if source is None:
        return None
    start = whom.left_edge.i if whom.i > verb.i else deed.i
    return _utterance(
        part, [part.span(part.doc[start : deed.right_edge.i + 1])], f"“{verb.text} … {deed.text}”", verb, source
    )


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _by_noun(part: BlockReading, noun: Token) -> Utterance | None:
    """ "his claim that …", "the minister's statement that …"."""
    clause = next((child for child in noun.children if child.dep_ in ("acl", "ccomp") and is_finite(child)), None)
    source = next((third_person(child) for child in noun.children if child.dep_ == "poss"), None)
    if clause is None or source is None or clause.left_edge.lower_ != "that":
        return None
    return _utterance(part, [part.span(part.doc[slice(*_clause(clause))])], f"“{noun.text} that …”", noun, source)


def _according_to(part: BlockReading, token: Token) -> Utterance | None:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    source = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if source is None or source.lower_ in _OTHERS:
        return None
    aside = part.span(part.doc[token.i : token.right_edge.i + 1])
    whole = _carrier(part, token, aside)
    spans = [piece for piece in without(whole, aside) if any(map(str.isalnum, piece.of(part.doc.text)[:0] or "a"))]
    return _utterance(part, spans, "“according to”", token, source)


def _carrier(part: BlockReading, token: Token, aside: Span) -> Span:
    """The clause that an "according to" qualifies: the clause of its verb, the sentence when it opens it."""
    sentence = token.sent
    head = token.head
    while head.pos_ not in ("VERB", "AUX") and head.head is not head:
        head = head.head
    if token.i <= sentence.start + 1 or head.head is head or head.pos_ not in ("VERB", "AUX"):
        return part.span(sentence)
    return part.span(part.doc[min(head.left_edge.i, token.i) : max(head.right_edge.i, token.right_edge.i) + 1])


def _around(part: BlockReading, whole: Span, verb: Token) -> list[Span]:
    """A sentence without the words that say who says it."""
    subject = own_subject(verb)
    first = min(
        subject.left_edge.i if subject is not None else verb.i,
        verb.i,
        *(c.i for c in verb.children if c.dep_ == "mark"),
    )
    last = max(
        [
            verb.i,
            *(
                c.right_edge.i
                for c in verb.children
                if c.i > verb.i and c.dep_ in ("nsubj", "dative", "dobj", "prep", "npadvmod", "advmod")
            ),
        ]
    )
    return without(whole, part.span(part.doc[first : last + 1]))


def _utterance(part: BlockReading, spans: list[Span], how: str, cue: Token, source: Token) -> Utterance | None:
    text = part.doc.text
    content = [_stripped(span, text, part.offset) for span in spans]
    content = [span for span in content if span]
    if not content:
        return None
    bounds = phrase(source)
    return Utterance(part, content, how, cue, part.span(part.doc[bounds[0] : bounds[1]]), source)


def _stripped(span: Span, text: str, offset: int) -> Span:
    """Without the commas and white space that join it to the rest."""
    start, end = span.start - offset, span.end - offset
    while start < end and text[start] in " ,;:–—-":
        start += 1
    while end > start and text[end - 1] in " ,;:–—-":
        end -= 1
    return Span(start + offset, end + offset)
