from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from ui.look.pseudo import LONG, longer
from ui.models import act_words

WORKBENCH = Path(__file__).parents[3] / "workbench"


def test_every_act_that_a_journal_can_name_has_a_word() -> None:
    named = {
        found
        for path in WORKBENCH.rglob("*.py")
        for found in re.findall(r'file\.act\(\s*"([^"{]+)"', path.read_text("utf-8"))
    }
    assert len(named) > 20
    assert named <= act_words.KNOWN


@pytest.mark.parametrize(
    "name",
    [
        "add evidence",
        "undo add evidence",
        "redo mark query out",
        "edit claimant",
        "edit restated claim and whether it is checkable",
        "ask editor",
    ],
)
def test_an_act_is_named_in_the_reader_s_language(name: str, speak: Callable[[str], str]) -> None:
    speak(LONG)
    said = act_words.act(name)
    while (inner := re.sub(r"⟦[^⟦⟧]*⟧", "", said)) != said:
        said = inner
    assert said == ""


def test_our_words_are_translated_and_a_person_s_are_not(speak: Callable[[str], str]) -> None:
    speak(LONG)
    assert act_words.act("what a later version does") == "what a later version does"
    assert act_words.value("status", "to check") == longer("To check")
    assert act_words.value("checkable", "0") == longer("no")
    assert act_words.value("stance", "supports") == longer("supports")
    assert act_words.value("reasoning", "The table says 4%.") == "The table says 4%."
