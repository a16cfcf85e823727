"""Signs in a sentence that a fact-checker looks for, found by plain tests on its words.

They stand beside a check-worthiness score to help a person judge it. They are signs, not causes: the score is the
model's own, and the model does not see them. English words only; numbers, quotation marks and questions in any
script. Names are told by a capital within the sentence, so one that opens it is not seen.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

MOST_REASONS = 5
"""Reasons shown beside one score."""

PLAIN_BIAS = -0.74
"""Log-odds of a sentence without any sign."""


@dataclass(frozen=True, slots=True)
class Sign:
    words: str
    """As a fact-checker would put it, to be read after "it …" or alone: "has a number"."""
    pattern: re.Pattern[str]
    weight: float
    """Log-odds it adds to the plain score: above 0 speaks for checking, below 0 against."""


def _sign(words: str, weight: float, pattern: str, *, case: bool = False) -> Sign:
    return Sign(words, re.compile(pattern, re.NOFLAG if case else re.IGNORECASE), weight)


_NUMBER_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|twenty|thirty|forty|fifty|sixty|seventy|eighty|"
    r"ninety|hundreds?|thousands?|millions?|billions?|trillions?|half|thirds?|quarters?|twice|double[ds]?|tripled?|halved"
)
_DATES = (
    r"January|February|March|April|May \d+|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|(1[5-9]|20)\d\d|yesterday|today|tomorrow|tonight"
)
_PERIODS = r"(hour|day|week|month|year|night|spring|summer|autumn|fall|winter|decade|century)s?"
_SAID = (
    r"(said|says|told|stated|reported|announced|claimed|claims|argued|insisted|added|warned|denied|admitted|confirmed|"
    r"declared)"
)
_PAST = (
    r"was|were|had|did|went|came|took|gave|got|made|said|told|knew|thought|saw|found|left|lost|won|paid|sold|bought|"
    r"brought|built|spent|sent|kept|held|led|met|ran|began|became|grew|fell|rose|spoke|wrote|broke|chose|drew|fought|"
    r"threw|died|ago|been|(?<!\bis )(?<!\bare )(?<!\bbe )(?<!being )(?!hundred|sacred|united|indeed)\w{2,}[^e\W]ed"
)

SIGNS: tuple[Sign, ...] = (
    _sign("has a percentage", 1.64, r"\d\s*[%٪％]|\bper ?cent\b|\bpercentage\b"),
    _sign(
        "has a sum of money",
        1.21,
        r"[$€£¥₹₽₺₩]\s*\d|\d\s*[€£¥₹₽₺₩]|\b(dollars?|euros?|pounds?|roubles?|rubles?|yen|yuan|rupees?)\b",
    ),
    _sign("has a number", 1.29, rf"\d|\b({_NUMBER_WORDS})\b"),
    _sign(
        "compares",
        0.7,
        r"\b(more|less|fewer|higher|lower|better|worse|larger|smaller|greater|bigger|faster|slower|older|younger)\b"
        r"(?=.{0,60}\bthan\b)|\b(compared (to|with)|as (much|many|high|low|large) as|(in|de)creas(e[ds]?|ing)"
        r"|rose|risen|fell|fallen|doubled|tripled|grew|grown|dropped|declined|up from|down from|outnumber\w*)\b",
    ),
    _sign(
        "has a superlative",
        0.53,
        r"\b(most|least|largest|biggest|highest|lowest|smallest|greatest|oldest|youngest|longest|shortest|worst|best"
        r"|fastest|richest|poorest|strongest|weakest|first|unprecedented|record|all-time)\b",
    ),
    _sign("is absolute", 0.18, r"\b(never|always|every|everyone|everybody|nobody|no one|none|nothing|only|all)\b"),
    _sign(
        "says what caused what",
        0.2,
        r"\b(because|caus(e[sd]?|ing)|due to|thanks to|as a result|result(s|ed|ing)? in|le(d|ads?) to|therefore"
        r"|that['’]s why|blam(e[sd]?|ing)|responsible for)\b",
    ),
    _sign(
        "names a source",
        0.56,
        rf"\b(according to|{_SAID}( that\b|,? ?[“\"«„‘])|[”\"»’],? ({_SAID}|\w+ {_SAID})\b"
        r"|(report|study|survey|poll|census|statistics|figures|data|records?|documents?) "
        r"(shows?|showed|finds?|found|says?|said|suggests?))\b",
    ),
    _sign("quotes words", 0.0, r"[“”„«»「」『』]|(?<!\w)[\"‘]\w.{0,400}?[\"’](?!\w)"),
    _sign(
        "names a person, place or organisation",
        0.51,
        r"(?<=[\w,;:] )(?!(I|I['’]\w+|Mr|Mrs|Ms|God|OK|Well|Yes|No)\b)[A-Z]\w|\b(?!(OK|TV|AM|PM)\b)[A-Z]{2,}\b",
        case=True,
    ),
    _sign("has a date", 0.01, rf"\b({_DATES})\b"),
    _sign("is about the past", 0.83, rf"\b({_PAST}|(last|past) (\w+ )?{_PERIODS})\b"),
    _sign(
        "is about law, work or money",
        0.56,
        r"\b(tax(es|ed)?|budget|deficit|debt|jobs?|laws?|bill|treaty|voted?|votes|court|ban(ned)?|wages?|prices?)\b",
    ),
    _sign(
        "is a promise",
        -0.41,
        r"\b(I|we)(['’]ll| will| shall|['’]m going to|['’]re going to| am going to| are going to| promise| pledge"
        r"| intend to)\b",
    ),
    _sign(
        "is about the future",
        -0.63,
        rf"\b(will|shall|going to|won['’]t|would|tomorrow|next (\w+ )?{_PERIODS})\b|['’]ll\b",
    ),
    _sign(
        "has an opinion word",
        -0.68,
        r"\b(think|believe|feel|hope|wish|opinion|should|ought|must|perhaps|maybe|might|probably|wonderful|terrible|great"
        r"|good|bad|disgrace(ful)?|important|beautiful|horrible|unfair|wrong|right|frankly|honestly|love|hate)\b",
    ),
    _sign("is in the first person", -0.41, r"\b(I|me|my|mine|we|us|our|ours)\b"),
    _sign("is a question", -1.78, r"[?？؟]\W*$"),
)
"""In the order in which they are shown."""


def signs_in(sentence: str) -> tuple[bool, ...]:
    """For each of SIGNS, whether `sentence` has it. The caller bounds the sentence's length."""
    return tuple(sign.pattern.search(sentence) is not None for sign in SIGNS)


def plain_score(found: tuple[bool, ...]) -> float:
    """Check-worthiness 0..1 from the signs alone, for when the model can't be used.

    Logistic regression on the signs, fitted by `training/plain_score.py` on the same sentences as the model; a
    quotation counts for nothing, since transcripts of debates hardly have any. Average precision on the debates held
    out is .66, the model's .83.
    """
    log_odds = PLAIN_BIAS + sum(sign.weight for sign, is_there in zip(SIGNS, found, strict=True) if is_there)
    return 1.0 / (1.0 + math.exp(-log_odds))


def reasons(found: tuple[bool, ...], score: float) -> tuple[str, ...]:
    """At most MOST_REASONS signs in words: those that agree with `score` (0..1, half is the middle) come first."""
    present = [sign for sign, is_there in zip(SIGNS, found, strict=True) if is_there]
    present.sort(key=lambda sign: (sign.weight >= 0) != (score >= 0.5))
    return tuple(sign.words for sign in present[:MOST_REASONS])
