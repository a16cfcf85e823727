"""What an act changed, in words."""

from __future__ import annotations

import json

from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from ui.dialogs.history_dialog import HistoryDialog
from workbench.storage.history import Difference, Event


def _shown(qtbot: QtBot, *differences: Difference) -> list[str]:
    event = Event(2, "2026-05-06T07:08:09Z", "R. H.", "give outcome", (), differences, False)
    dialog = HistoryDialog(seed_case(), "", (event,))
    qtbot.addWidget(dialog)
    return dialog.difference.toPlainText().splitlines()


def test_values_that_are_replaced_stand_one_after_the_other_by_their_labels(qtbot: QtBot) -> None:
    said = _shown(
        qtbot,
        Difference("claim", "outcome", "ok", "change"),
        Difference("claim", "status", "checked", "query out"),
        Difference("claim", "outcome", "", "cut"),
        Difference("link", "A report", "supports", "context"),
    )
    assert said[1::2] == ["OK → Change to…", "Checked → Query out", "Cut", "supports → context"]


def test_words_that_are_reworded_stand_as_one_text(qtbot: QtBot) -> None:
    assert _shown(qtbot, Difference("claim", "reasoning", "The old table", "The new table"))[1] == "The oldnew table"


def test_nothing_of_how_the_file_keeps_it_is_shown(qtbot: QtBot) -> None:
    scale = json.dumps({"id": "house", "label": "House scale", "outcomes": []})
    sha256 = next(iter(seed_case().snapshots))
    said = _shown(
        qtbot, Difference("case", "scale", "", scale), Difference("note", "snapshot", sha256, "0" * 64)
    )  # fmt: skip
    assert said[1::2] == ["House scale", f"{seed_case().snapshots[sha256].name} → a kept copy"]
