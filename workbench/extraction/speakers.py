"""Who a source is: surname to full name, office to its holder, pronoun to the person before, joint speakers one by one.

Where the text does not decide it, the words stay as they stand.
"""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Span as TokenSpan
from spacy.tokens import Token

from workbench.domain.span import Span
from workbench.extraction.lexicon import lexicon
from workbench.extraction.offices import office
from workbench.extraction.other_speakers import Others
from workbench.extraction.people import Mention, People, gender_of_title, plain_name
from workbench.extraction.persons import is_title
from workbench.extraction.reading import Reading
from workbench.extraction.turns import find_turns
from workbench.extraction.utterance import Utterance

_NEAR = frozenset({"neighbour", "neighbor", "friend", "colleague", "wife", "husband", "partner", "mother", "father"})
_GENDERS = {"he": "male", "she": "female", "him": "male", "her": "female", "his": "male"}
_BRACKETS = dict.fromkeys(map(ord, "[]"))
REACH = 600
"""Code points a pronoun looks back for its person."""


class Speakers:
    """Names the speakers of one article's utterances, in order of place."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.people = People(reading)
        self.turns = find_turns(reading, self.people)
        self._labels = {turn.label.start for turn in self.turns.values()}
        self._turn_of = {id(reading.parts[index]): turn.speaker for index, turn in self.turns.items()}
        self._starts = [mention.start for mention in self.people.mentions]
        self._named: list[tuple[int, str]] = []
        self._said: list[tuple[Span, str]] = []
        self._titled: set[str] = set()
        """Names with a title that the model took for no person: "Dr Amit Shah"."""
        self._others = Others(reading)

    def name(self, one: Utterance) -> str:
        """The speaker of an utterance. Utterances must come in order of their sources for pronouns to be followed."""
        if one.source is None or one.head is None:
            return ""
        words = " ".join(one.source.of(self.reading.article.text).translate(_BRACKETS).split())
        found = self._name(one, words)
        if not any(map(str.isalpha, found)):
            return ""
        if one.head.tag_ == "NNP" and found not in self.people.persons and plain_name(found) != found:
            self._titled.add(found)
        self._named.append((one.source.start, found))
        self._said.extend((span, found) for span in one.content)
        self._others.note(one, found, is_person=found in self.people.persons or found in self.people.described)
        return found

    def _name(self, one: Utterance, words: str) -> str:
        assert one.source is not None
        assert one.head is not None
        gender = _GENDERS.get(one.head.lower_)
        if gender and len(words.split()) == 1:
            return (
                self._meant_by(one.source.start, gender, self._turn_of.get(id(one.cue_part or one.part), "")) or words
            )
        if one.head.lower_ in ("it", "they") and len(words.split()) == 1:
            return self._others.meant_by(one) or words
        tokens = list((one.cue_part or one.part).tokens(one.source))
        names = self._names_in(tokens, one.head)
        if names:
            return " and ".join(names) if len(names) < 3 else ", ".join(names[:-1]) + " and " + names[-1]
        beside = self._named_beside(one.head)
        if beside:
            return beside
        known = self.people.fullest(words)
        if known in self.people.persons:
            return known
        described = office(tokens)
        if described.roles and tokens and tokens[0].lower_ not in ("a", "an", "another", "one", "some", "two"):
            return self.people.with_office(described) or words
        return words

    def _named_beside(self, head: Token) -> str:
        """The person whom an apposition names: "his deputy, Anna Kern,", "her brother Paul"."""
        if head.pos_ != "NOUN":
            return ""
        beside = [child.i for child in head.rights if child.dep_ == "appos"]
        names = self.people.named_in(head.doc)
        name = next((name for place in beside for name in names if name.start <= place < name.end), None)
        if name is not None:
            return self.people.fullest(name.text)
        known = [head.doc[place] for place in beside if is_title(head) or head.lemma_.lower() in _NEAR]
        return next((" ".join(words) for last in known if len(words := _name_up_to(last)) > 1), "")

    def _names_in(self, tokens: list[Token], head: Token) -> list[str]:
        """The people named as the source; not those who only own it ("Putin's spokesman")."""
        inside = [
            name
            for name in self.people.named_in(head.doc)
            if tokens and tokens[0].i <= name.start and name.end <= tokens[-1].i + 1
        ]
        if not inside:
            return []
        documents = lexicon("people")["documents"]["nouns"]
        chosen = []
        for name in inside:
            owns = name.root.dep_ == "poss" and not name.start <= head.i < name.end
            names_thing = _is_before_noun(name, head)
            if (not owns or head.lemma_.lower() in documents) and not _is_below(name, head) and not names_thing:
                chosen.append(self.people.fullest(name.text))
        return list(dict.fromkeys(name for name in chosen if name))

    def _meant_by(self, place: int, gender: str, talking: str) -> str:
        """The person a "he" or "she" stands for: the nearest before it who is a subject or the speaker, and of that
        gender. Whoever is `talking` in a turn of an interview is "I" there."""
        candidates: list[tuple[int, int, str]] = []
        first = bisect_left(self._starts, place - REACH)
        candidates.extend(
            (mention.start, int(mention.subject), mention.person)
            for mention in self.people.mentions[first : bisect_left(self._starts, place)]
            if not mention.quoted
            and mention.start not in self._labels
            and self._fits(mention.person, gender)
            and not self._is_talked_about(mention, place, gender)
        )
        for start, name in self._named[-6:]:
            if place - REACH <= start < place and self._fits(name, gender) and name not in self.people.described:
                candidates.append((start, 1, name))
        candidates = [candidate for candidate in candidates if candidate[2] != talking]
        subjects = [candidate for candidate in candidates if candidate[1]]
        return max(subjects or candidates, default=(0, 0, ""))[2]

    def _is_talked_about(self, mention: Mention, place: int, gender: str) -> bool:
        """Whether the mention stands in what somebody said who may go on speaking: "Kern said the mayor had lied. *She*
        said …"."""
        return any(
            span.start <= mention.start < span.end
            and not span.start <= place < span.end
            and name != mention.person
            and name in self.people.persons
            and self._fits(name, gender)
            for span, name in self._said[-12:]
        )

    def _fits(self, name: str, gender: str) -> bool:
        if name in self.people.described:
            return self.people.described[name] in ("", gender)
        if name in self._titled:
            return gender_of_title(name) in ("", gender)
        person = self.people.persons.get(name)
        return person is not None and person.gender in ("", gender)


def _name_up_to(last: Token) -> list[str]:
    """The words of a name that the model knows no person by: "her neighbour, *Des Carter*"."""
    words = [child.text for child in last.lefts if child.dep_ == "compound"] + [last.text]
    return words if all(word[:1].isupper() for word in words) and last.pos_ == "PROPN" else []


def _is_below(name: TokenSpan, head: Token) -> bool:
    """Whether a name only tells of the source: "villagers in the *Koraput* district", "a spokesman for *Berg*"."""
    token = name.root
    before = name.doc[name.start - 1] if name.start else token
    goes_with_office = before.pos_ == "PROPN" and not is_title(before) and is_title(head)
    if head.i >= name.start or goes_with_office:
        return False
    while token not in (head, token.head):
        if token.dep_ == "pobj":
            return True
        token = token.head
    return False


def _is_before_noun(entity: TokenSpan, head: Token) -> bool:
    """Whether a name only tells what the noun right behind it is: "*Mill* owner Robert Crane"."""
    behind = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    return entity.end < head.i and behind is not None and behind.pos_ == "NOUN" and entity.root.dep_ != "poss"
