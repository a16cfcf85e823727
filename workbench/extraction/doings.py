"""Sayings without a clause: "accused X of lying", "warned of a flood", "called the plan a betrayal"."""

from __future__ import annotations

from spacy.tokens import Token

from workbench.extraction.lexicon import reporting_verbs
from workbench.extraction.reading import BlockReading
from workbench.extraction.sources import agent_of, is_no_source, is_supposed, made, third_person
from workbench.extraction.syntax import SUBJECTS, is_finite, is_negated, names_hearer, subject_of
from workbench.extraction.utterance import Utterance


def accused(part: BlockReading, verb: Token) -> Utterance | None:
    """ "X accused Y of doing": the accused and the deed are the content."""
    source = third_person(subject_of(verb))
    whom = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    joins = ("for",) if verb.lemma_.lower() == "blame" else ("of", "with")
    near = (*verb.children, *(whom.rights if whom is not None and verb.lemma_.lower() == "accuse" else ()))
    deed = next((child for child in near if child.lower_ in joins and child.dep_ == "prep"), None)
    if deed is None or whom is None or is_negated(verb):
        return None
    if whom.dep_ == "nsubjpass":
        source = agent_of(verb)
    if source is None:
        return None
    start = whom.left_edge.i if whom.i > verb.i else deed.i
    content = part.span(part.doc[start : max(deed.right_edge.i + 1, _deed_end(verb, deed))])
    found = made(part, [content], f"“{verb.text} … {deed.text}”", verb, source)
    if found is not None:
        found.is_doing = True
    return found


def told_of(part: BlockReading, verb: Token) -> Utterance | None:
    """ "boasted of having built it", "warned of a flood": what follows the preposition is the content."""
    if verb.lemma_.lower() not in reporting_verbs("of") or is_negated(verb) or is_supposed(verb) or names_hearer(verb):
        return None
    source = third_person(subject_of(verb))
    matter = next((child for child in verb.rights if child.dep_ == "prep" and child.lower_ in ("of", "about")), None)
    if source is None or matter is None:
        return None
    content = part.span(part.doc[matter.i + 1 : matter.right_edge.i + 1])
    found = made(part, [content], f"“{verb.text} {matter.text}”", verb, source) if content else None
    if found is not None:
        found.is_doing = True
    return found


def urged(part: BlockReading, verb: Token) -> Utterance | None:
    """ "urged residents to leave", "called on the minister to resign", "called for calm": whoever is urged and to what
    are the content."""
    source = third_person(subject_of(verb))
    on = next((child for child in verb.rights if child.dep_ == "prep" and child.i == verb.i + 1), None)
    calls = verb.lemma_.lower() == "call"
    if source is None or is_negated(verb) or names_hearer(verb) or not is_finite(verb):
        return None
    if calls and (on is None or on.lower_ not in ("on", "upon", "for")):
        return None
    deed = next((child for child in verb.rights if child.dep_ == "xcomp" and child.tag_ == "VB"), None)
    whom = on if calls else next((child for child in verb.rights if child.dep_ in ("dobj", "dative")), None)
    if whom is None or (deed is None and not (calls and whom.lower_ == "for")):
        return None
    start = whom.i + 1 if whom.dep_ == "prep" else whom.left_edge.i
    end = max(child.right_edge.i for child in (whom, deed) if child is not None) + 1
    found = made(part, [part.span(part.doc[start:end])], f"“{verb.text}”", verb, source)
    if found is not None:
        found.is_doing = True
    return found


def named(part: BlockReading, verb: Token) -> Utterance | None:
    """ "called the plan a betrayal", "described the night as chaos": the thing and its name are the content."""
    source = third_person(subject_of(verb))
    if source is None or is_negated(verb) or verb.tag_ == "VBN" or is_supposed(verb):
        return None
    thing = next((child for child in verb.rights if child.dep_ in ("dobj", "ccomp")), None)
    if thing is None or is_no_source(thing):
        return None
    near = [*verb.rights, *thing.rights]
    name = next((child for child in near if child.dep_ == "oprd" or _is_as(child) or _is_call(verb, child)), None)
    if (name is None and (thing.dep_ == "dobj" or is_finite(thing))) or (name is not None and name.pos_ == "PROPN"):
        return None
    end = max(child.right_edge.i for child in (thing, name) if child is not None) + 1
    found = made(part, [part.span(part.doc[verb.i + 1 : end])], f"“{verb.text}”", verb, source)
    if found is not None:
        found.is_doing = True
    return found


def _is_call(verb: Token, name: Token) -> bool:
    """ "called the closure “an act of vandalism”", which parsers take for an apposition."""
    return verb.lemma_.lower() in ("call", "dub", "label", "brand") and name.dep_ == "appos"


def _is_as(token: Token) -> bool:
    return token.dep_ == "prep" and token.lower_ == "as"


def _deed_end(verb: Token, deed: Token) -> int:
    """Where the deed ends when the parser tore it: "accused X of publishing | forged letters"."""
    behind = next((child for child in verb.rights if child.left_edge.i == deed.right_edge.i + 1), None)
    torn = (
        behind is not None and behind.dep_ == "advcl" and not any(child.dep_ in SUBJECTS for child in behind.children)
    )
    return behind.right_edge.i + 1 if behind is not None and torn else deed.right_edge.i + 1
