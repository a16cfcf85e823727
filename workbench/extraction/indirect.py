"""Indirect speech and thought: "he said that …", "…, he said, …", "according to X, …", "accused X of …".

The tree says what is whose where it is right; small parsers are often wrong on long sentences, so words on the surface
("said … that", an aside between commas) are read as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.according import according_to
from workbench.extraction.asides import aside_at
from workbench.extraction.doings import accused, named, told_of, urged
from workbench.extraction.lexicon import lexicon, reporting_verbs
from workbench.extraction.reading import BlockReading
from workbench.extraction.said_clause import FORETELLING, said_clause
from workbench.extraction.sources import agent_of, is_supposed, made, third_person
from workbench.extraction.syntax import is_finite, is_negated, names_hearer, subject_of
from workbench.extraction.utterance import Utterance, without

_DOUBT = frozenset({"doubt", "forget", "wonder"})
_DOUBT_NOUNS = frozenset({"denial", "doubt"})
"""What they hold is what somebody does not say: "his denial that he lied"."""
_REFUSING = frozenset({"refuse", "decline", "fail", "omit", "forbear"})


def find_indirect(part: BlockReading) -> Iterator[Utterance]:
    """Every utterance that the words of a block show, in order of its cue."""
    verbs = reporting_verbs("say") | reporting_verbs("think") | reporting_verbs("show")
    nouns, adjectives = lexicon("reporting")["phrases"]["nouns"], lexicon("reporting")["phrases"]["adjectives"]
    for token in part.doc:
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            found = according_to(part, token)
        elif token.pos_ in ("VERB", "AUX") and (lemma in verbs or _is_back(token)):
            found = _by_verb(part, token) or told_of(part, token) or _urged(part, token)
        elif token.pos_ == "VERB" and lemma in reporting_verbs("accuse"):
            found = accused(part, token) or _charged(part, token)
        elif token.pos_ == "VERB" and lemma in reporting_verbs("name"):
            found = named(part, token) or _urged(part, token)
        elif token.pos_ == "VERB":
            found = _urged(part, token)
        elif token.dep_ == "acomp" and lemma in adjectives:
            found = _by_adjective(part, token)
        elif token.pos_ == "NOUN" and lemma in nouns:
            found = _by_noun(part, token)
        else:
            continue
        if found is not None:
            yield found


def _urged(part: BlockReading, verb: Token) -> Utterance | None:
    return urged(part, verb) if verb.lemma_.lower() in reporting_verbs("urge") else None


def _charged(part: BlockReading, verb: Token) -> Utterance | None:
    """ "charged that the contractor had been hand-picked"."""
    that = any(child.dep_ == "ccomp" and child.left_edge.lower_ == "that" for child in verb.rights)
    return _by_verb(part, verb) if that else None


def _is_back(verb: Token) -> bool:
    """ "shot back that …"."""
    back = verb.lemma_.lower() in reporting_verbs("back")
    return back and any(child.lower_ == "back" for child in verb.rights)


def _by_verb(part: BlockReading, verb: Token) -> Utterance | None:
    if (
        is_negated(verb)
        or verb.lemma_.lower() in _DOUBT
        or is_supposed(verb)
        or _is_refused(verb)
        or _is_no_saying(verb)
    ):
        return None
    aside = aside_at(verb)
    if aside is not None:
        spans = _around(part, verb, aside.start, aside.end)
        return made(part, spans, f"aside “{verb.text}”", verb, aside.source) if third_person(aside.source) else None
    content = said_clause(verb)
    if content is None:
        return None
    if names_hearer(verb):
        return _said_by_nobody(part, verb, content)
    source = third_person(subject_of(verb))
    if source is None:
        return None
    found = made(part, [part.span(part.doc[slice(*content)])], f"clause of “{verb.text}”", verb, source)
    nominal = part.doc[content[0] : content[1]].root.pos_ in ("NOUN", "PROPN")
    foretells = verb.lemma_.lower() in FORETELLING
    if found is not None and (nominal or foretells) and _is_doing(verb, content):
        found.is_doing = True
    if found is not None and verb.lemma_.lower() == "deny":
        found.is_doing = True
    return found


def _said_by_nobody(part: BlockReading, verb: Token, content: tuple[int, int]) -> Utterance | None:
    """ "Residents were told that …", "it was announced by X that …": only an agent speaks."""
    infinitive = part.doc[content[0]].tag_ == "TO"
    if not is_finite(verb) or content[0] < verb.i or infinitive:
        return None
    span = part.span(part.doc[slice(*content)])
    agent = agent_of(verb)
    if agent is None or third_person(agent) is None:
        return Utterance(part, [span], f"clause of “{verb.text}”", verb)
    return made(part, [span], f"clause of “{verb.text}”", verb, agent)


def _around(part: BlockReading, verb: Token, start: int, end: int) -> list[Span]:
    """The sentence before and behind an aside, from the last colon on; not what only describes the speaking ("citing
    …")."""
    doc, sentence = part.doc, verb.sent
    first = next((i + 1 for i in range(start - 1, sentence.start, -1) if doc[i].text in (":", ";")), sentence.start)
    stop = next((i for i in range(end, sentence.end - 1) if _ends_saying(doc[i])), sentence.end)
    behind = next((token for token in doc[end:stop] if not token.is_punct), None)
    describes = behind is not None and (behind.tag_ == "VBG" or _describes_speaker(verb, end, stop))
    last = end if describes and start > first else stop
    return without(part.span(doc[first:last]), part.span(doc[start:end]))


def _ends_saying(stop: Token) -> bool:
    """Whether a semicolon begins what somebody else says or does, and no "and" goes on."""
    return stop.text == ";" and stop.nbor().lower_ not in ("and", "but", "or") and not stop.nbor().is_quote


def _describes_speaker(verb: Token, start: int, stop: int) -> bool:
    """ "…, says Joan Miller, *an ophthalmologist in Leeds*": a noun phrase behind the speaker's name."""
    words = [token for token in verb.doc[start:stop] if not token.is_punct]
    nominal = words[0].dep_ == "det" or words[0].pos_ in ("NOUN", "PROPN")
    speaker = verb.doc[start - 1].ent_type_ == "PERSON"
    return nominal and speaker and not any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in words)


def _is_doing(verb: Token, content: tuple[int, int]) -> bool:
    return any(child.dep_ == "dobj" and child.left_edge.i == content[0] for child in verb.children) and not any(
        token.dep_ in ("ccomp", "conj") and token.head == verb for token in verb.doc[content[0] : content[1]]
    )


def _is_no_saying(verb: Token) -> bool:
    """ "pointed to the table"; "it was decided that …", which are nobody's words; "jokes that are told", "plans
    announced in May", where what is told stands before."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and agent_of(verb) is None:
        return True
    if lemma == "point":
        return not any(child.dep_ == "prt" for child in verb.children)
    if not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return False
    told = any(child.dep_ == "nsubjpass" and child.tag_ in ("WDT", "WP") for child in verb.children)
    return lemma in ("decide", "determine") or (told and verb.head.ent_type_ != "PERSON")


def _is_refused(verb: Token) -> bool:
    """ "declined to say how many had died"."""
    return verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _REFUSING


def _by_noun(part: BlockReading, noun: Token) -> Utterance | None:
    """ "his claim that …", "the minister's statement that …", "came to the conclusion that …"."""
    clause = next((child for child in noun.children if child.dep_ in ("acl", "ccomp") and is_finite(child)), None)
    source = next((third_person(child) for child in noun.children if child.dep_ == "poss"), None) or _who_makes(noun)
    if source is not None and source.lower_ in ("my", "our", "your"):
        return None
    if noun.lemma_.lower() in _DOUBT_NOUNS or clause is None or source is None or clause.left_edge.lower_ != "that":
        return None
    content = part.span(part.doc[clause.left_edge.i : clause.right_edge.i + 1])
    return made(part, [content], f"“{noun.text} that …”", noun, source)


def _who_makes(noun: Token) -> Token | None:
    """Who "made the claim that …", "came to the conclusion that …", "expressed fears that …"."""
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "to" else noun.head
    if noun.dep_ not in ("dobj", "pobj") or verb.lemma_.lower() not in reporting_verbs("make"):
        return None
    return None if is_negated(verb) or is_supposed(verb) or names_hearer(verb) else third_person(subject_of(verb))


def _by_adjective(part: BlockReading, adjective: Token) -> Utterance | None:
    """ "is confident that …", "were concerned the plan would fail": what somebody feels sure or afraid of."""
    clause = next((child for child in adjective.rights if child.dep_ == "ccomp" and is_finite(child)), None)
    be = adjective.head
    source = third_person(subject_of(be)) if be.lemma_ in ("be", "remain", "seem", "feel", "become") else None
    if clause is None or source is None or is_negated(be) or clause.left_edge.tag_ in ("WP", "WRB", "WDT"):
        return None
    content = part.span(part.doc[clause.left_edge.i : clause.right_edge.i + 1])
    return made(part, [content], f"“{adjective.text} that …”", adjective, source)
