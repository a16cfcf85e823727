"""Indirect speech and thought: "he said that …", "…, he said, …", "according to X, …", "accused X of …".

The tree says what is whose where it is right; small parsers are often wrong on long sentences, so words on the surface
("said … that", an aside between commas) are read as well.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.asides import aside_at
from workbench.extraction.lexicon import lexicon, reporting_verbs
from workbench.extraction.offices import is_office
from workbench.extraction.reading import BlockReading
from workbench.extraction.said_clause import said_clause
from workbench.extraction.syntax import SUBJECTS, is_finite, is_negated, names_hearer, phrase, subject_of
from workbench.extraction.utterance import Utterance, without

_DOUBT = frozenset({"doubt", "forget", "wonder"})
_WANTING = frozenset(
    {"ask", "want", "urge", "order", "invite", "require", "expect", "need", "persuade", "force", "press"}
)
_REFUSING = frozenset({"refuse", "decline", "fail", "omit", "forbear"})


def find_indirect(part: BlockReading) -> Iterator[Utterance]:
    """Every utterance that the words of a block show, in order of its cue."""
    verbs = reporting_verbs("say") | reporting_verbs("think") | reporting_verbs("show")
    nouns = lexicon("reporting")["phrases"]["nouns"]
    for token in part.doc:
        lemma = token.lemma_.lower()
        if token.lower_ == "according":
            found = _according_to(part, token)
        elif token.pos_ in ("VERB", "AUX") and lemma in verbs:
            found = _by_verb(part, token)
        elif token.pos_ == "VERB" and lemma in reporting_verbs("accuse"):
            found = _accused(part, token)
        elif token.pos_ == "NOUN" and lemma in nouns:
            found = _by_noun(part, token)
        else:
            continue
        if found is not None:
            yield found


def _by_verb(part: BlockReading, verb: Token) -> Utterance | None:
    if (
        is_negated(verb)
        or verb.lemma_.lower() in _DOUBT
        or _is_supposed(verb)
        or _is_refused(verb)
        or _is_no_saying(verb)
    ):
        return None
    aside = aside_at(verb)
    if aside is not None:
        spans = _around(part, verb, aside.start, aside.end)
        return (
            _utterance(part, spans, f"aside “{verb.text}”", verb, aside.source) if third_person(aside.source) else None
        )
    content = said_clause(verb)
    if content is None:
        return None
    if names_hearer(verb):
        return _said_by_nobody(part, verb, content)
    source = third_person(subject_of(verb))
    if source is None:
        return None
    found = _utterance(part, [part.span(part.doc[slice(*content)])], f"clause of “{verb.text}”", verb, source)
    if (
        found is not None
        and part.doc[content[0] : content[1]].root.pos_ in ("NOUN", "PROPN")
        and _is_doing(verb, content)
    ):
        found.is_doing = True
    return found


def _said_by_nobody(part: BlockReading, verb: Token, content: tuple[int, int]) -> Utterance | None:
    """ "Residents were told that …", "it was announced by X that …": only an agent speaks."""
    infinitive = part.doc[content[0]].tag_ == "TO"
    if not is_finite(verb) or content[0] < verb.i or infinitive:
        return None
    span = part.span(part.doc[slice(*content)])
    agent = _agent(verb)
    if agent is None or third_person(agent) is None:
        return Utterance(part, [span], f"clause of “{verb.text}”", verb)
    return _utterance(part, [span], f"clause of “{verb.text}”", verb, agent)


def _around(part: BlockReading, verb: Token, start: int, end: int) -> list[Span]:
    """The sentence before and behind an aside, from the last colon on; not what only describes the speaking ("citing
    …")."""
    doc, sentence = part.doc, verb.sent
    first = next((i + 1 for i in range(start - 1, sentence.start, -1) if doc[i].text in (":", ";")), sentence.start)
    behind = next((token for token in doc[end : sentence.end] if not token.is_punct), None)
    last = end if behind is not None and behind.tag_ == "VBG" and start > first else sentence.end
    return without(part.span(doc[first:last]), part.span(doc[start:end]))


def _is_doing(verb: Token, content: tuple[int, int]) -> bool:
    return any(child.dep_ == "dobj" and child.left_edge.i == content[0] for child in verb.children) and not any(
        token.dep_ == "ccomp" and token.head == verb for token in verb.doc[content[0] : content[1]]
    )


def _is_supposed(verb: Token) -> bool:
    """ "to know that …", "would see that …": thought that nobody is said to have; "asked her to say that …", "kept them
    from claiming that …": words that nobody is said to have spoken."""
    if verb.dep_ == "pcomp" and verb.head.lower_ == "from":
        return True
    if not any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children):
        return False
    wanted = verb.dep_ in ("xcomp", "ccomp", "advcl") and verb.head.lemma_.lower() in _WANTING
    return wanted or verb.lemma_.lower() not in reporting_verbs("say")


def _is_no_saying(verb: Token) -> bool:
    """ "pointed to the table"; "it was decided that …", which are nobody's words; "jokes that are told", "plans
    announced in May", where what is told stands before."""
    lemma = verb.lemma_.lower()
    if verb.tag_ == "VBN" and verb.dep_ == "acl" and _agent(verb) is None:
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


def _accused(part: BlockReading, verb: Token) -> Utterance | None:
    """ "X accused Y of doing": the accused and the deed are the content."""
    source = third_person(subject_of(verb))
    deed = next((child for child in verb.children if child.lower_ in ("of", "with") and child.dep_ == "prep"), None)
    whom = next((child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")), None)
    if deed is None or whom is None or is_negated(verb):
        return None
    if whom.dep_ == "nsubjpass":
        source = _agent(verb)
    if source is None:
        return None
    start = whom.left_edge.i if whom.i > verb.i else deed.i
    content = part.span(part.doc[start : deed.right_edge.i + 1])
    found = _utterance(part, [content], f"“{verb.text} … {deed.text}”", verb, source)
    if found is not None:
        found.is_doing = True
    return found


def _agent(verb: Token) -> Token | None:
    agents = (child for child in verb.children if child.dep_ == "agent")
    return next((inner for agent in agents for inner in agent.children if inner.dep_ == "pobj"), None)


def _by_noun(part: BlockReading, noun: Token) -> Utterance | None:
    """ "his claim that …", "the minister's statement that …"."""
    clause = next((child for child in noun.children if child.dep_ in ("acl", "ccomp") and is_finite(child)), None)
    source = next((third_person(child) for child in noun.children if child.dep_ == "poss"), None)
    if source is not None and source.lower_ in ("my", "our", "your"):
        return None
    if clause is None or source is None or clause.left_edge.lower_ != "that":
        return None
    content = part.span(part.doc[clause.left_edge.i : clause.right_edge.i + 1])
    return _utterance(part, [content], f"“{noun.text} that …”", noun, source)


def _according_to(part: BlockReading, token: Token) -> Utterance | None:
    doc, sentence = part.doc, token.sent
    if token.i + 2 >= sentence.end or doc[token.i + 1].lower_ != "to":
        return None
    end = _phrase_end(token, sentence.end)
    end = _before_subject(token, end)
    source = _head(token, end)
    if source is None or is_no_source(source):
        return None
    aside = part.span(doc[token.i : end])
    first = sentence.start
    while doc[first].is_punct or doc[first].is_space or doc[first].lower_ in ("but", "and"):
        first += 1
    at_edge = token.i <= first or all(other.is_punct for other in doc[end : sentence.end])
    spans = without(part.span(sentence) if at_edge else _clause_around(part, token, end), aside)
    return _utterance(part, spans, "“according to”", token, source)


def _phrase_end(token: Token, limit: int) -> int:
    """Where "according to X, director of Y," ends: at the comma before a clause, else with its subtree."""
    doc = token.doc
    end = min(max(token.right_edge.i + 1, token.i + 3), limit)
    comma = next((i for i in range(token.i + 2, min(limit, token.i + 25)) if doc[i].text in (",", ":", ";")), None)
    closes = all(other.is_punct for other in token.doc[end:limit])
    if comma is not None and comma < end and not closes and not _is_apposition(token, comma, end):
        return comma
    return end


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


def _utterance(part: BlockReading, spans: list[Span], how: str, cue: Token, source: Token) -> Utterance | None:
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
