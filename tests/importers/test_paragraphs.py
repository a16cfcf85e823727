"""Lines wrapped by hand or by a program come together again, and nothing else does."""

from __future__ import annotations

import textwrap

import pytest

from workbench.importers.paragraphs import paragraphs

STORY = (
    "Norvik Steel plans to cut 2,300 jobs, almost a fifth of its workforce, and close its oldest blast furnace in the "
    "south of the country by the end of next year, the company said on Thursday.",
    "Shares in the group fell as much as 9.4% to 212 pence. That is their lowest since March 2020, before losses were "
    "pared.",
    "Europe's fourth-largest steelmaker blamed electricity prices. They are three times those paid by its rivals in "
    "the United States, it says. Its loss widened to 184 million pounds.",
)


def texts(text: str) -> list[str]:
    return [" ".join(paragraph.text.split()) for paragraph in paragraphs(text)]


@pytest.mark.parametrize("width", [45, 72, 99])
def test_wrapped_paragraphs_without_a_blank_line_between_them(width: int) -> None:
    assert texts("\n".join(textwrap.fill(one, width) for one in STORY)) == list(STORY)


def test_a_line_cut_short_in_the_midst_of_a_sentence() -> None:
    wrapped = "\n\n".join(textwrap.fill(one, 70) for one in STORY).replace("2,300 jobs", "99 jobs", 1)
    assert texts(wrapped) == [STORY[0].replace("2,300", "99"), *STORY[1:]]


def test_lines_wrapped_at_no_width_go_on_in_small_letters() -> None:
    column = (
        "The council last night voted 7 to 2 to\napprove a budget of $4.2 million\nfor road repairs, ending a\nrow."
    )
    assert texts(f"COUNCIL VOTES FOR ROADS\n\n{column}") == ["COUNCIL VOTES FOR ROADS", " ".join(column.split())]


def test_an_unfinished_line_goes_on_whatever_the_next_begins_with() -> None:
    ragged = "“Our merchant fleet has shrunk from\n1,200 ships to fewer than 80,” Cantrell\nsaid on Monday."
    wrapped = "\n\n".join([*(textwrap.fill(one, 45) for one in STORY), ragged])
    assert texts(wrapped) == [*STORY, " ".join(ragged.split())]


@pytest.mark.parametrize(
    "lines",
    [
        ["Shall I compare thee to a summer’s day?", "Thou art more lovely and more temperate:",
         "Rough winds do shake the darling buds of May,", "And summer’s lease hath all too short a date;",
         "Sometime too hot the eye of heaven shines,", "And often is his gold complexion dimm'd"],
        ["the sea was grey and quiet in the morning", "and nobody came", "we waited by the harbour wall for hours",
         "until the lamps were lit", "and then went home"],
        ["Bread 2 euros", "Butter from the farm 3 euros", "Milk", "Eggs, a dozen of them 4 euros", "Salt"],
        ["The vote was lost by a single seat on Monday.", "Nobody had seen it coming, not even the whips.",
         "The mayor resigned an hour after it was counted.", "Her deputy takes over until the summer break."],
        ["Prices rise by 3 percent in May", "Mayor resigns after lost vote on budget", "Harbour to be dredged",
         "Ferry runs aground off the northern pier", "Rain expected"],
    ],
)  # fmt: skip
def test_poems_lists_and_paragraphs_of_one_line_stay_apart(lines: list[str]) -> None:
    assert texts("\n".join(lines)) == lines
