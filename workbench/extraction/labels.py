"""Labels that say whose a quotation is: "Putin: “…”", "X told Y: “…”", "“…” — Shimon Peres"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from workbench.extraction.lexicon import quoting_verbs, reporting_verbs
from workbench.extraction.persons import is_title
from workbench.extraction.syntax import phrase, subject_of

NOT_REPORTED = frozenset({"i", "you", "me", "we", "us"})
LONGEST_NAMED = 5
"""Words of a label that may be one name with its titles."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Cue:
    """The word that gives the source and the source itself; either may be missing ("Putin: “…”")."""

    token: Token | None
    source: tuple[int, int] | None
    head: Token | None
    how: str


def end_of_name(tokens: list[Token]) -> Token | None:
    """The last word of the name that the tokens begin with, for a name the parser made nothing of."""
    name = None
    for token in tokens:
        if token.pos_ != "PROPN":
            break
        name = token
    return name


def labelled(lead: list[Token]) -> Cue | None:
    verbs = quoting_verbs() | reporting_verbs("show")
    words = [token for token in lead if not token.is_punct and not token.is_space]
    if not words:
        return None
    label = _label(lead, words)
    if label is not None and label.head is not None and _stands_alone(lead, label.head):
        return label
    for token in reversed(lead):
        if token.pos_ in ("VERB", "AUX") and token.lemma_.lower() in verbs and not _only_describes(token):
            subject = subject_of(token)
            if subject is not None and subject.lower_ not in NOT_REPORTED:
                return Cue(token, phrase(subject), subject, f"colon after “{token.text}”")
    finite = next((token for token in words if token.tag_ in ("VBD", "VBZ", "VBP")), None)
    if finite is not None:
        subject = subject_of(finite)
        return Cue(None, phrase(subject), subject, "colon") if subject is not None else None
    return label


def _stands_alone(lead: list[Token], head: Token) -> bool:
    """Whether a person's name right before the colon is a label of its own: "…, Putin: “…”"."""
    return head.ent_type_ == "PERSON" and all(token.ent_type_ == "PERSON" or token.is_punct for token in lead[-3:-1])


def _label(lead: list[Token], words: list[Token]) -> Cue | None:
    """ "Putin: “…”", "Conflict in Ukraine, Putin: “…”": the words after the last comma, when they name somebody."""
    comma = max((place for place, token in enumerate(lead) if token.text in (",", ".", "–", "—", "|")), default=-1)
    last = [token for token in lead[comma + 1 :] if not token.is_punct and not token.is_space]
    run = last or words
    described = _described(lead) if any(token.ent_type_ == "ORG" for token in run) else None
    if described is not None:
        return described
    run = _behind_preposition(run)
    if _names_a_thing(run):
        return None
    if len(run) > LONGEST_NAMED and any(token.pos_ == "VERB" for token in run):
        return _first_named(run)
    if len(run) > 12 or not any(token.pos_ in ("PROPN", "NOUN", "PRON") for token in run):
        return None
    return Cue(None, (run[0].i, run[-1].i + 1), run[-1], "colon")


def _described(lead: list[Token]) -> Cue | None:
    """ "Prof Jane Falk, University of Leeds: “…”": a name at the beginning that the rest only describes."""
    words = [token for token in lead if not token.is_space and (token.text == "," or not token.is_punct)]
    comma = next((place for place, token in enumerate(words) if token.text == ","), 0)
    name = words[:comma]
    is_name = all(
        token.pos_ == "PROPN" and token.text[0].isupper() and token.ent_type_ not in _PLACES for token in name
    )
    if not 2 <= len(name) <= 5 or not is_name:
        return None
    return Cue(None, (name[0].i, name[-1].i + 1), name[-1], "colon")


def _first_named(run: list[Token]) -> Cue | None:
    """ "*The minister Salvini* intervenes on the strike proclaimed by the unions: “…”", where the verb was misread."""
    first = next((place for place, token in enumerate(run) if token.pos_ == "PROPN"), len(run))
    head = end_of_name(run[first:])
    return Cue(None, (run[0].i, head.i + 1), head, "colon") if head is not None and first < LONGEST_NAMED else None


def _only_describes(verb: Token) -> bool:
    """ "the strike *proclaimed* by the unions"."""
    return verb.tag_ == "VBN" and verb.dep_ == "acl"


def _names_a_thing(run: list[Token]) -> bool:
    """ "chaos in the stations: “…”": a common noun with a preposition, which is no person's title."""
    place = next((place for place, token in enumerate(run) if token.pos_ == "ADP"), 0)
    noun = run[place - 1] if place else run[0]
    named = any(token.pos_ == "PROPN" for token in run)
    return bool(place) and noun.tag_ == "NN" and not named and not is_title(noun)


def _behind_preposition(run: list[Token]) -> list[Token]:
    """ "On the same line *the NATO secretary*: “…”"."""
    places = [place for place, token in enumerate(run) if token.tag_ == "DT" and run[place - 1].pos_ != "ADP"]
    return run[places[-1] :] if run[0].pos_ == "ADP" and places and places[-1] > 0 else run


def signature(tokens: list[Token]) -> Cue | None:
    """A name behind a dash that signs a quotation: "“…” — Shimon Peres, on the economy"."""
    words = [token for token in tokens if not token.is_space]
    if len(words) < 2 or words[0].text not in ("—", "–", "-", "--", "―") or words[1].pos_ != "PROPN":
        return None
    name = end_of_name(words[1:])
    behind = words[words.index(name) + 1 :] if name is not None else []
    if name is None or (behind and behind[0].text not in (",", ".", "(")):
        return None
    return Cue(None, (words[1].i, name.i + 1), name, "signed with a dash")
