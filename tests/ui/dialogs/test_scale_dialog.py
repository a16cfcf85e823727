"""Choosing another rating scale for a case, with what it does said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import EDITORIAL, POLITICAL, seed_case
from ui.dialogs.scale_dialog import ScaleDialog
from workbench.domain.case import SignOff
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.settings import load_scales

SHORT = RatingScale("short", "Short", True, (Outcome("ok", "Fine", Tone.GOOD, meaning="As it stands."),))
SCALES = {scale.id: scale for scale in (EDITORIAL, POLITICAL, SHORT)}


@pytest.fixture
def dialog(qtbot: QtBot) -> ScaleDialog:
    case = replace(seed_case(), sign_offs=(SignOff("sign-1", "claim-3", "R. H.", "2022-12-20", "00", stands=True),))
    dialog = ScaleDialog(case, SCALES)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def choose(dialog: ScaleDialog, label: str) -> None:
    (item,) = dialog.scales.findItems(label, Qt.MatchFlag.MatchStartsWith)
    dialog.scales.setCurrentItem(item)


def test_it_begins_at_the_scale_in_use_which_cannot_be_chosen_again(dialog: ScaleDialog) -> None:
    assert dialog.chosen() == EDITORIAL
    assert not dialog.file_button.isEnabled()
    assert "uses this scale" in dialog.effect()


def test_outcomes_are_shown_with_their_keys_and_meanings(dialog: ScaleDialog) -> None:
    choose(dialog, "Short")
    assert dialog.outcomes.item(0).text() == "1  Fine\nAs it stands."


def test_what_is_lost_and_what_stays_is_said_before(
    dialog: ScaleDialog, qtbot: QtBot, speak: Callable[[str], str]
) -> None:
    speak("en")  # for its plural forms
    choose(dialog, "Short")
    said = dialog.effect()
    assert "2 (Change to…), 9 (Can’t verify), 14 (Cut)" in said
    stays, cleared, lapse, undo = said.splitlines()
    assert stays == "3 outcomes are in this scale too and stay."
    assert cleared.startswith("3 outcomes are not in it")
    assert lapse == "1 signature lapses."
    assert "Undo" in undo
    with qtbot.waitSignal(dialog.accepted):
        dialog.file_button.click()
    assert dialog.chosen() == SHORT


def test_a_scale_rewritten_by_the_house_is_offered_beside_the_one_in_the_case(qtbot: QtBot) -> None:
    rewritten = replace(EDITORIAL, outcomes=EDITORIAL.outcomes[:2])
    dialog = ScaleDialog(seed_case(), {"editorial": rewritten})
    qtbot.addWidget(dialog)
    assert [dialog.scales.item(row).text() for row in range(dialog.scales.count())] == [
        "Editorial (in use)",
        "Editorial",
    ]
    dialog.scales.setCurrentRow(1)
    assert dialog.file_button.isEnabled()
    assert "9 (Can’t verify), 14 (Cut)" in dialog.effect()


def test_every_scale_that_ships_is_offered(qtbot: QtBot) -> None:
    dialog = ScaleDialog(seed_case(), load_scales())
    qtbot.addWidget(dialog)
    assert dialog.scales.count() >= 3
