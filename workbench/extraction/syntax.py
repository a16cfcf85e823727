"""Questions put to spaCy's trees: who is a verb's subject, how far a phrase reaches."""

from __future__ import annotations

from spacy.tokens import Token

from workbench.extraction.lexicon import lexicon, quoting_verbs, reporting_verbs

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_OPEN_SUBJECT = ("conj", "xcomp", "advcl", "acl", "relcl", "ccomp", "dep", "pcomp", "aux", "auxpass")
_PHRASE_PARTS = (
    "prep",
    "conj",
    "cc",
    "nummod",
    "compound",
    "poss",
    "case",
    "nmod",
    "amod",
    "flat",
    "quantmod",
    "agent",
    "pobj",
)


def own_subject(verb: Token) -> Token | None:
    """The subject among the verb's own children; a passive's agent counts, a relative pronoun stands for its noun."""
    for child in verb.children:
        if child.dep_ in SUBJECTS:
            if verb.tag_ == "VBG" and child.i > verb.i:
                continue
            if child.tag_ in ("WP", "WDT") and verb.dep_ == "relcl" and not child.text.isupper():
                return verb.head
            return child
    return _inverted_subject(verb)


def _inverted_subject(verb: Token) -> Token | None:
    """ "…”, declared Vladimir Putin": spaCy often takes the name behind the verb for its object."""
    if (
        verb.i == 0
        or verb.tag_ == "VBG"
        or verb.lemma_.lower() not in quoting_verbs()
        or not verb.doc[verb.i - 1].is_punct
    ):
        return None
    behind = (child for child in verb.rights if child.dep_ in ("dobj", "attr", "oprd", "npadvmod", "dative"))
    return next((child for child in behind if child.left_edge.i == verb.i + 1 and child.pos_ != "NUM"), None)


def subject_of(verb: Token) -> Token | None:
    """The subject, also where it is understood: "X went out, *saying* …", "X began to *say*", "X, *warning* …"."""
    if is_second_saying(verb) or is_added(verb):
        saying = _saying_above(verb)
        return own_subject(saying) if saying is not None else None
    for _ in range(6):
        found = own_subject(verb)
        if found is not None:
            return found
        if is_purpose(verb):
            verb = verb.head.head
            continue
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in _OPEN_SUBJECT or verb.head == verb or verb.head.pos_ in ("NOUN", "PROPN", "PRON", "ADP"):
            if verb.dep_ == "pcomp" and verb.head.head != verb.head:
                verb = verb.head.head
                continue
            return None
        verb = verb.head
    return None


def is_purpose(verb: Token) -> bool:
    """ "has the nerve *to tell* us": whoever has it tells, not the nerve."""
    return verb.dep_ == "acl" and verb.tag_ == "VB" and verb.head.dep_ == "dobj" and verb.head.head.pos_ == "VERB"


def is_second_saying(verb: Token) -> bool:
    """ "said that X would pay and *accused* Y": a verb of saying that the parser joined to what is said, not to the
    saying."""
    return (
        verb.dep_ == "conj"
        and verb.tag_ in ("VBD", "VBP")
        and verb.lemma_.lower() in (reporting_verbs("say") | reporting_verbs("accuse") | reporting_verbs("announce"))
        and not any(child.dep_ in SUBJECTS for child in verb.children)
        and verb.head.tag_ != verb.tag_
        and _is_joined(verb)
        and _saying_above(verb) is not None
    )


def is_added(verb: Token) -> bool:
    """ "said the deal was signed, *adding* it would create jobs": the speaker adds it, not the deal."""
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or verb.lemma_.lower() not in reporting_verbs("say"):
        return False
    saying = _saying_above(verb)
    subject = own_subject(verb.head)
    thing = subject is not None and subject.pos_ == "NOUN" and not subject.ent_type_
    return saying is not None and verb.i > verb.head.i and (thing or verb.lemma_ == "add")


def _is_joined(verb: Token) -> bool:
    """Whether a conjunction or comma stands before the verb; "the group *called* Sea Org" only describes."""
    before = verb.nbor(-1) if verb.i else verb
    while before.pos_ == "ADV" and before.i:
        before = before.nbor(-1)
    return before.dep_ == "cc" or before.text == ","


def _saying_above(verb: Token) -> Token | None:
    above = verb.head
    while above.dep_ == "conj":
        above = above.head
    return above.head if above.dep_ == "ccomp" and above.head.lemma_.lower() in reporting_verbs("say") else None


def phrase(head: Token) -> tuple[int, int]:
    """First and last-but-one token index of the noun phrase, without relative clauses and asides."""
    start = min([head.i, *(child.left_edge.i for child in head.lefts if child.dep_ not in ("punct", "cc", "preconj"))])
    end = head.i + 1
    for child in head.rights:
        if child.dep_ == "punct" and child.text in "-–/":
            continue
        if child.dep_ == "appos" and child.tag_ == "NNP" and child.left_edge.i == end and not child.left_edge.is_punct:
            end = child.i + 1
            continue
        if child.dep_ not in _PHRASE_PARTS or (child.left_edge.i > end and child.dep_ not in ("conj", "cc")):
            break
        if child.dep_ == "conj":
            end = phrase(child)[1]
        elif child.dep_ == "prep":
            end = max(end, *(phrase(inner)[1] for inner in child.children), child.i + 1)
        else:
            end = max(end, child.right_edge.i + 1)
    return start, end


def names_hearer(verb: Token) -> bool:
    """Whether a passive's subject is no speaker: "residents were told", "it was announced"."""
    if verb.tag_ != "VBN":
        return False
    asked = verb.dep_ == "advcl" and not any(child.dep_ == "aux" for child in verb.children)
    return asked or any(child.dep_ == "auxpass" for child in verb.children)


def is_negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in ("never", "hardly") for child in verb.children)


def is_witnessed(verb: Token, clause: Token) -> bool:
    """ "The final *saw* the two teams *face* each other": what is seen to happen is told, not said.

    A past verb of seeing takes a bare infinitive; a clause that says something would be past too.
    """
    bare = clause.tag_ in ("VB", "VBP") and not any(child.dep_ in ("aux", "auxpass") for child in clause.lefts)
    seeing = verb.lemma_.lower() in lexicon("reporting")["verbs"]["perceive"]
    return seeing and verb.tag_ in ("VBD", "VBN") and bare and clause.lemma_ != "be"


def is_finite(token: Token) -> bool:
    """Whether the token is the head of a clause with a finite verb (its own or an auxiliary's)."""
    if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBZ", "VBP", "MD") for child in token.children
    )
