"""The clause that a verb of saying or thinking says: its bounds in tokens."""

from __future__ import annotations

from spacy.tokens import Token

from workbench.extraction.lexicon import lexicon, reporting_verbs
from workbench.extraction.syntax import SUBJECTS, is_added, is_finite, is_second_saying, is_witnessed

Range = tuple[int, int]
_QUESTIONS = frozenset({"how", "what", "whether", "where", "why", "when", "who", "which", "if", "whose", "whom"})
_EXPLAINS = frozenset({"explain", "describe", "tell", "reveal", "recall", "recount", "show", "ask", "say", "note"})
"""Verbs whose indirect questions say something: "explained how it was done"."""
_BEFORE_THAT = frozenset({"given", "provided", "so", "such", "now", "except", "in"})
"""Words that make a conjunction of their own with "that"."""
FORETELLING = ("forecast", "predict")
"""Verbs whose object, whatever it is, is to come: "forecast heavy rain"."""
_REACH = 10
"""Tokens between a verb and its "that"."""


def said_clause(verb: Token) -> Range | None:
    """What is said, as first and last-but-one token; None when the verb has no content of its own."""
    if any(is_witnessed(verb, child) for child in verb.rights if child.dep_ == "ccomp"):
        return None
    clause = _by_tree(verb)
    if clause is None:
        clause = _behind_that(verb) or _doing(verb) or _clause_before(verb) or _behind_hearer(verb) or _loose(verb)
    return clause


def _by_tree(verb: Token) -> Range | None:
    for child in verb.children:
        if child.dep_ == "ccomp" and child.i > verb.i and _says(verb, child):
            start = _start(verb, child)
            return start, _end(verb, child)
    return None


def _says(verb: Token, clause: Token) -> bool:
    """Whether the clause is finite, and no mere question ("know where", "decide whether")."""
    first = clause.left_edge.lower_
    if first == "that":
        return True
    if not is_finite(clause) or is_witnessed(verb, clause) or _joins_two_clauses(clause):
        return False
    return first not in _QUESTIONS or verb.lemma_.lower() in _EXPLAINS


def _joins_two_clauses(clause: Token) -> bool:
    """Whether the "and" in the clause's subject ends what is before it: "noticed the people *and a warship was* sent".

    Two subjects take no singular verb.
    """
    singular = any(token.tag_ == "VBZ" or token.lower_ == "was" for token in (clause, *clause.lefts))
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
    return (
        singular
        and subject is not None
        and subject.i < clause.i
        and any(child.dep_ == "conj" for child in subject.children)
        and any(child.lower_ == "and" for child in subject.children)
    )


def _start(verb: Token, clause: Token) -> int:
    """The clause's first word; what the parser took for an object before it is part of it, but not who was told."""
    start = clause.left_edge.i
    if clause.left_edge.lower_ == "only" and clause.left_edge.nbor().lower_ == "that":
        return start + 1
    if _tells_somebody(verb) and clause.left_edge.dep_ in ("det", "npadvmod") and _is_time(clause.left_edge):
        return next(token.i for token in clause.doc[start : clause.i + 1] if not _is_time(token))
    if clause.left_edge.lower_ in ("that", *_QUESTIONS) or (_tells_somebody(verb) and _has_subject(clause)):
        return start
    for child in verb.rights:
        between = verb.i < child.i < clause.i
        if between and child.dep_ in ("dobj", "npadvmod", "dep") and child.left_edge.i < start and not _is_time(child):
            return child.left_edge.i
        if between and child.dep_ == "prep" and child.left_edge.i == verb.i + 1 and verb.doc[start - 1].text == ",":
            return child.left_edge.i
    return start


def _has_subject(clause: Token) -> bool:
    """Whether the clause needs no noun before it: "warned *the chances* were fading" has none of its own."""
    return not is_finite(clause) or any(child.dep_ in SUBJECTS for child in clause.lefts)


def _tells_somebody(verb: Token) -> bool:
    return verb.lemma_.lower() in lexicon("reporting")["phrases"]["to_somebody"]


def _is_time(token: Token) -> bool:
    return token.ent_type_ in ("DATE", "TIME")


def _end(verb: Token, clause: Token) -> int:
    """The clause's end; what follows and hangs on the verb is still said, unless it has a saying or a subject change
    of its own."""
    end = _before_next_saying(clause)
    if end <= clause.right_edge.i:
        return end
    for child in verb.rights:
        if child.i < end or child.dep_ == "punct":
            continue
        if child.dep_ == "conj" and any(inner.dep_ in SUBJECTS for inner in child.children) and not _reports(child):
            end = max(end, child.right_edge.i + 1)
        elif child.dep_ in ("prep", "npadvmod", "advmod") and child.left_edge.i == end:
            end = child.right_edge.i + 1
        elif _goes_on(clause, child, end):
            end = max(end, child.right_edge.i + 1)
    return _before_according(clause, end)


def _before_according(clause: Token, end: int) -> int:
    """Without an "according to X" that closes the clause: X says so, and may say no more than its last words."""
    aside = next((child for child in clause.rights if child.lower_ == "according" and child.i < end), None)
    closes = aside is not None and all(token.is_punct for token in aside.doc[aside.right_edge.i + 1 : end])
    if aside is None or not closes or aside.nbor(-1).text != ",":
        return end
    last = aside.nbor(-2)
    about = next((above for above in (last, *last.ancestors) if above.dep_ == "relcl" and above.i > clause.i), None)
    return about.left_edge.i if about is not None else aside.i


def _goes_on(clause: Token, further: Token, end: int) -> bool:
    """Whether a clause that hangs on the verb of saying belongs to what is said."""
    if further.dep_ == "advcl":
        return is_finite(further) and not _reports(further)
    if further.dep_ not in ("ccomp", "dep", "conj"):
        return False
    torn = further.dep_ == "ccomp" and further.left_edge.i == end and _lacks_subject(further)
    return torn or (_asks(further) and _asks(clause))


def _asks(clause: Token) -> bool:
    """Whether the clause is an indirect question, of which there may be several: "explains what it is, why …"."""
    first = clause.left_edge if not clause.left_edge.is_punct else clause.left_edge.nbor()
    return first.lower_ in _QUESTIONS


def _lacks_subject(clause: Token) -> bool:
    """Whether a finite clause goes on with what stands before: "the group called Sea Org | *was told to leave*"."""
    return is_finite(clause) and not any(child.dep_ in ("nsubj", "csubj", "expl", "mark") for child in clause.lefts)


def _before_next_saying(clause: Token) -> int:
    """The clause's end, or where a second verb of the speaker's begins: "said that X would pay *and accused* Y"."""
    for token in clause.subtree:
        if token.i > clause.i and is_added(token):
            return token.left_edge.i
        if token.i > clause.i and is_second_saying(token):
            return next((i for i in range(token.i, clause.i, -1) if token.doc[i - 1].dep_ == "cc"), token.i + 1) - 1
    return clause.right_edge.i + 1


def _reports(verb: Token) -> bool:
    return verb.lemma_.lower() in reporting_verbs("say")


def _behind_that(verb: Token) -> Range | None:
    """ "told the paper in a statement that …", whatever the parser made of it."""
    doc, limit = verb.doc, verb.sent.end
    for place in range(verb.i + 1, min(limit, verb.i + _REACH)):
        token = doc[place]
        if token.lower_ == "that" and token.tag_ in ("IN", "WDT", "DT") and _followed_by_verb(token, limit):
            if _is_pronoun(verb, token) or _is_nouns_own(token):
                return None
            return place, _sentence_end(verb)
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") or token.text in (":", ";") or _reports(token) or token.is_quote:
            return None
    return None


def _is_pronoun(verb: Token, that: Token) -> bool:
    """Whether "that" opens a relative clause, points at something ("reaffirms that test"), or is bound to the word
    before it ("given that")."""
    relative = that.head.dep_ == "relcl" and (
        that.dep_ in SUBJECTS or (that.dep_ != "mark" and that.head.head.i > verb.i)
    )
    pointing = that.dep_ == "det" and that.head.dep_ == "dobj" and that.head.head == verb
    return relative or pointing or that.nbor().is_punct or that.nbor(-1).lower_ in _BEFORE_THAT


def _is_nouns_own(that: Token) -> bool:
    """Whether "that" opens what a noun holds: "emphasizes *the belief that*", not "said in a statement that"."""
    noun = that.nbor(-1)
    nouns = lexicon("reporting")["phrases"]["nouns"]
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in nouns and noun.dep_ != "pobj"


def _followed_by_verb(that: Token, limit: int) -> bool:
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in that.doc[that.i + 2 : limit])


def _sentence_end(verb: Token) -> int:
    end = verb.sent.end
    while end > verb.i + 1 and verb.doc[end - 1].is_punct:
        end -= 1
    return end


def _doing(verb: Token) -> Range | None:
    """ "denied taking part", "promised to leave", "announced the sending of troops"."""
    if verb.lemma_.lower() not in reporting_verbs("announce"):
        return None
    for child in verb.rights:
        if child.dep_ == "xcomp" and child.pos_ == "VERB" and not is_finite(child):
            return child.left_edge.i, child.right_edge.i + 1
        if child.dep_ == "dobj" and (_is_deverbal(child) or verb.lemma_.lower() in FORETELLING):
            return child.left_edge.i, child.right_edge.i + 1
    return None


def _is_deverbal(noun: Token) -> bool:
    """A noun for a doing, with what is done: "the sending of missiles", "plans to leave"."""
    joins = ("of", "to", "between", "against", "for")
    has_object = any(child.lower_ in joins or child.dep_ == "acl" for child in noun.rights)
    endings = ("ing", "tion", "sion", "ment", "al", "ure", "ance", "ence")
    return has_object and (
        noun.lower_.endswith(endings) or noun.lemma_.lower() in lexicon("reporting")["phrases"]["doings"]
    )


def _clause_before(verb: Token) -> Range | None:
    """ "The plan failed, she said": the clause stands first."""
    for child in verb.lefts:
        if child.dep_ == "ccomp" and is_finite(child) and child.right_edge.i < verb.i and _closes(verb, child):
            return child.left_edge.i, child.right_edge.i + 1
    if not _reports(verb):
        return None
    if verb.dep_ == "parataxis" or (
        verb.dep_ == "advcl" and any(c.lower_ == "as" and c.dep_ == "mark" for c in verb.lefts)
    ):
        head = verb.head
        asks = verb.dep_ == "advcl" and any(c.dep_ == "dobj" for c in verb.rights) and not _tells_somebody(verb)
        if is_finite(head) and not asks:
            below = range(verb.left_edge.i, verb.right_edge.i + 1)
            start, end = head.left_edge.i, head.right_edge.i + 1
            return (below.stop, end) if below.start <= start else (start, below.start)
    return None


def _closes(verb: Token, clause: Token) -> bool:
    """Whether the verb says no more than the clause before it, which a comma sets off."""
    after = verb.doc[clause.right_edge.i + 1].text
    more = any(child.dep_ in ("ccomp", "xcomp") for child in verb.rights)
    thing = any(child.dep_ == "dobj" for child in verb.rights) and not _tells_somebody(verb)
    return after in (",", "–", "—", "-") and not more and not thing


def _behind_hearer(verb: Token) -> Range | None:
    """ "told investors the closure of its plant, which employs 640, was a mistake": a clause whose subject the parser
    took for an object behind whoever is told."""
    objects = [child for child in verb.rights if child.dep_ in ("dative", "dobj") and child.pos_ != "PRON"]
    if not _tells_somebody(verb) or len(objects) < 2:
        return None
    torn = next((child for child in verb.rights if child.dep_ == "conj" and child.i > objects[1].i), None)
    own = torn is None or any(child.dep_ in SUBJECTS for child in torn.lefts) or not is_finite(torn)
    if own or any(child.dep_ == "cc" for child in verb.rights):
        return None
    return objects[1].left_edge.i, _sentence_end(verb)


def _loose(verb: Token) -> Range | None:
    """ "found reduction of yields exceeded …": a clause without "that" that the parser has torn."""
    limit = _sentence_end(verb)
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or _tells_somebody(verb) or verb.i + 1 >= limit:
        return None
    if verb.nbor().tag_ == "TO":
        return None
    for token in verb.doc[verb.i + 1 : limit]:
        if token.text in (",", ":", ";", "-", "–", "—") and token.i - verb.i < 4 and token.i > verb.i + 3:
            return None
        if token.lower_ in _QUESTIONS or token.is_quote:
            return None
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
            torn = token if token.tag_ != "MD" else token.head
            joined = any(child.dep_ == "cc" for child in torn.head.children if torn.dep_ == "conj")
            if (
                torn.dep_ in ("conj", "acl", "relcl", "dep", "ccomp", "parataxis")
                and not joined
                and not _has_relative(torn)
            ):
                return verb.i + 1, limit
            return None
    return None


def _has_relative(verb: Token) -> bool:
    return any(
        child.tag_ in ("WP", "WDT", "WRB") or child.dep_ == "mark" for child in verb.children
    ) or verb.left_edge.tag_ in ("WP", "WDT", "WRB", "IN")
