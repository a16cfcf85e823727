"""Signs are found in the words a fact-checker would underline, and not beside them."""

from __future__ import annotations

import time

import pytest

from workbench.extraction.worthiness_reasons import MOST_REASONS, SIGNS, plain_score, reasons, signs_in

SENTENCES = [
    ("has a percentage", "Turnout was 58%.", "Turnout was a record."),
    ("has a percentage", "Prices rose by three per cent.", "They paid per centimetre."),
    ("has a sum of money", "It cost €4 million.", "It cost a lot."),
    ("has a number", "Two people died.", "No one died."),
    ("has a number", "قُتل ٣٤٥ شخصا", "قُتل أشخاص"),
    ("compares", "More people voted than in 2012.", "More people voted."),
    ("compares", "Crime has fallen.", "Crime is a problem."),
    ("has a superlative", "It is the oldest bridge in the city.", "It is an old bridge."),
    ("has a superlative", "She was the first to arrive.", "She arrived last February."),
    ("is absolute", "He has never paid tax.", "He has paid tax."),
    ("says what caused what", "The crane fell because of the storm.", "The crane fell in the storm."),
    ("names a source", "According to the ministry, 345 died.", "The ministry is in Riyadh."),
    ("names a source", "“We agreed”, explained the minister, “to go on”, he said that day.", "We agreed to go on."),
    ("names a source", "A study found the opposite.", "A student found a key."),
    ("quotes words", "Moscow has no interest in “absorbing” anyone.", "It's the people's choice, the workers' too."),
    ("names a person, place or organisation", "Yesterday Putin met the press.", "Yesterday I met the press."),
    ("names a person, place or organisation", "The UN recommended it.", "The council recommended it."),
    ("has a date", "It was held on Sunday.", "It was held indoors."),
    ("is about the past", "The offensive had begun.", "The united nations need it indeed, a hundred times."),
    ("is about the past", "The windows closed.", "The windows are closed."),
    ("is about the past", "It happens more often than last year.", "It happens often."),
    ("is about law, work or money", "The bill is before the court.", "The cow is before the barn."),
    ("is a promise", "We will not annex Minsk.", "They will not annex Minsk."),
    ("is about the future", "The line will open next spring.", "The line opened."),
    ("has an opinion word", "I think it is terrible.", "It is made of steel."),
    ("is in the first person", "We agreed to continue.", "They agreed to continue."),
    ("is a question", "Who paid for it?", "Who paid for it is known."),
    ("is a question", "مَن دفع؟”", "دفع"),
]


@pytest.mark.parametrize(("sign", "with_it", "without"), SENTENCES)
def test_a_sign_is_seen_where_it_is_and_only_there(sign: str, with_it: str, without: str) -> None:
    place = [known.words for known in SIGNS].index(sign)
    assert signs_in(with_it)[place]
    assert not signs_in(without)[place]


def test_every_sign_is_tried_here() -> None:
    assert {sign.words for sign in SIGNS} == {sign for sign, _, _ in SENTENCES}


def test_reasons_that_agree_with_the_score_come_first() -> None:
    found = signs_in("I think we spent 40 percent more than France did.")
    assert reasons(found, 0.9)[0] == "has a percentage"
    assert reasons(found, 0.1)[:2] == ("has an opinion word", "is in the first person")


def test_reasons_stay_few() -> None:
    found = (True,) * len(SIGNS)
    assert len(reasons(found, 0.7)) == MOST_REASONS


def test_each_sign_moves_the_plain_score_to_its_side() -> None:
    nothing = (False,) * len(SIGNS)
    for place, sign in enumerate(SIGNS):
        one = (*nothing[:place], True, *nothing[place + 1 :])
        assert (plain_score(one) - plain_score(nothing)) * sign.weight >= 0


@pytest.mark.parametrize("unit", ["a", "1", "said ", '"a ', "‘", "A", "more ", "a ", "ed", ", A"])
def test_no_text_is_slow_to_read(unit: str) -> None:
    """Ten seconds are a thousand times what is usual: only a quadratic pattern gets near it."""
    text = (unit * 2_000)[:2_000]
    start = time.perf_counter()
    signs_in(text)
    assert time.perf_counter() - start < 10
