"""A day at the desk: read-only cases, backups, history, a house's settings, files dropped and recent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.storage.test_rescue import wiped
from tests.ui.conftest import make_case
from ui import look, messages
from ui.actions import keeping, ways_out
from ui.actions.ways_out import WayOut
from ui.dialogs.history_dialog import HistoryDialog
from ui.dialogs.palette_dialog import PaletteDialog
from ui.dialogs.restore_dialog import RestoreDialog
from ui.main_window import MainWindow
from workbench import settings
from workbench.domain.claim import Status
from workbench.workflow import opening

Desk = Callable[[], Checker]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "jobs.factcase")


def _answers(monkeypatch: pytest.MonkeyPatch, chosen: WayOut) -> list[str]:
    """Choose this way out of whatever is wrong; returns what was said to be."""
    asked: list[str] = []
    monkeypatch.setattr(ways_out, "ask", lambda _window, problem, **_: asked.append(problem.message) or chosen)
    return asked


def test_a_case_that_somebody_else_has_open_can_be_read(
    desk: Desk, case: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked = _answers(monkeypatch, WayOut.READ)
    with opening.open_case(case, who="M. Okafor"):
        checker = desk()
        with qtbot.waitSignal(checker.session.opened, timeout=10_000):
            checker.window.open_path(case)
        assert "M. Okafor" in asked[0]
        assert checker.session.read_only
        checker.goes_to(1)
        checker.does("status.checked")
        assert checker.claim.status is Status.TO_CHECK
        checker.window.close()


def test_an_earlier_wording_is_put_back_from_the_history(
    desk: Desk, case: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    checker = desk()
    checker.opens(case)
    checker.goes_to(2)
    for words in ("The ministry's table says 4%.", "The table says 4%."):
        checker.window.details.fields.reasoning.setPlainText(words)
        checker.does("file.save")
        qtbot.waitUntil(lambda words=words: checker.claim.reasoning == words)
    shown: list[list[str]] = []

    def look(_parent: object, case: object, claim_id: str, events: list) -> int:
        shown.append([event.act for event in events])
        return HistoryDialog(case, claim_id, events).chosen()

    monkeypatch.setattr(HistoryDialog, "ask", staticmethod(look))
    checker.does("edit.claim-history")
    qtbot.waitUntil(lambda: checker.claim.reasoning == "The ministry's table says 4%.")
    assert shown[0][:2] == ["edit reasoning", "edit reasoning"]
    checker.does("edit.undo")
    assert checker.claim.reasoning == "The table says 4%."


def test_a_backup_is_made_on_opening_and_brings_the_case_back(
    desk: Desk, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    checker = desk()
    folder = tmp_path / "backups"
    checker.window.desk.settings = replace(checker.window.desk.settings, backup_folder=folder)
    checker.opens(case)
    qtbot.waitUntil(lambda: folder.is_dir() and bool(list(folder.glob("*.factcase"))), timeout=10_000)
    checker.goes_to(1)
    checker.does("claim.delete")
    assert len(checker.session.case.claims) == 2
    monkeypatch.setattr(RestoreDialog, "ask", classmethod(lambda _cls, _parent, backups: backups[0].path))
    with qtbot.waitSignal(checker.session.opened, timeout=20_000):
        keeping.restore(checker.window.desk)
    assert len(checker.session.case.claims) == 3


def test_a_dropped_file_is_opened(desk: Desk, case: Path, qtbot: QtBot) -> None:
    checker = desk()
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(case))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, dropped, buttons, keys)
    with qtbot.waitSignal(checker.session.opened, timeout=10_000):
        checker.window.dropEvent(event)
    assert checker.session.path == case
    qtbot.waitUntil(lambda: case in [one.path for one in checker.window.opener.recent()])


def test_a_case_that_is_left_is_remembered_with_its_title_and_how_far_it_is(desk: Desk, case: Path) -> None:
    checker = desk()
    checker.opens(case)
    checker.goes_to(1)
    checker.presses(Qt.Key.Key_Return)
    checker.waits_until_saved()
    checker.window.close()
    (remembered,) = settings.load_recent()
    assert (remembered.path, remembered.claims, remembered.checked) == (case, 3, 1)
    assert remembered.title == "Jobs up 5%"


def test_the_palette_finds_an_act_by_a_few_letters(desk: Desk, case: Path, qtbot: QtBot) -> None:
    checker = desk()
    checker.opens(case)
    palette = PaletteDialog(checker.window, checker.window.action_rows())
    qtbot.addWidget(palette)
    with qtbot.waitActive(palette):
        palette.open()
    palette._field.setFocus()
    qtbot.keyClicks(palette._field, "mark checked")
    qtbot.keyClick(palette._field, Qt.Key.Key_Return)
    assert palette.chosen == "claim.checked"


def test_settings_take_effect_at_once(desk: Desk, case: Path) -> None:
    checker = desk()
    checker.opens(case)
    checker.window.apply_settings(
        replace(checker.window.desk.settings, checker="M. Okafor", keys={"claim.next": "Ctrl+J"})
    )
    checker.goes_to(1)
    checker.window.claims.focus_list()
    checker.presses(Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert checker.claim.number == 2
    checker.does("status.checking")
    assert "M. Okafor" in checker.window.status._checker.text()


def test_every_setting_of_the_look_takes_effect_in_the_open_window_and_at_the_next_start(
    desk: Desk, case: Path, tmp_path: Path
) -> None:
    checker = desk()
    checker.opens(case)
    window, before = checker.window, checker.window.desk.settings
    text, pixels = window.article.text, window.article.text.page.setting.pixels
    chosen = replace(
        before,
        theme=settings.Theme.DARK,
        reading_face="Source Sans 3",
        reading_size=20,
        column_width=60,
        single_letter_keys=False,
        backup_minutes=3,
    )
    window.apply_settings(chosen)
    assert look.tokens() == look.resolve(look.Theme.DARK)
    assert (text.face, text.points, text.characters) == ("Source Sans 3", 20, 60)
    assert text.page.setting.pixels > pixels
    assert window.keeper._timer.interval() == 3 * 60_000
    assert window._actions["claim.new"].shortcut().isEmpty()
    window.apply_settings(replace(chosen, backup_minutes=0))
    assert not window.keeper._timer.isActive()
    window.close()
    again = MainWindow(settings.load())
    assert again.article.text.points == 20
    assert look.tokens() == look.resolve(look.Theme.DARK)
    assert again._actions["claim.new"].shortcut().isEmpty()
    again.apply_settings(before)
    again.close()


def test_a_house_scale_and_a_backup_folder_are_used_for_the_next_case_and_the_next_backup(
    desk: Desk, case: Path, seed: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    house = tmp_path / "scales"
    house.mkdir()
    (house / "ours.toml").write_text(
        'label = "Ours"\neditorial = false\n[[outcomes]]\nid = "yes"\nlabel = "Yes"\ntone = "good"\n'
    )
    checker = desk()
    checker.window.apply_settings(
        replace(checker.window.desk.settings, house_scales=house, scale="ours", backup_folder=tmp_path / "safe")
    )
    article = tmp_path / "short.txt"
    article.write_text("The minister resigned on Monday, the government said.", encoding="utf-8")
    checker.opens(article)
    assert checker.session.case is not None
    assert checker.session.case.scale.label == "Ours"
    qtbot.waitUntil(lambda: bool(list((tmp_path / "safe").rglob("*.factcase"))), timeout=20_000)


def test_a_search_that_was_stopped_is_begun_again_from_the_empty_list(desk: Desk, seed: Path, qtbot: QtBot) -> None:
    checker = desk()
    checker.opens(seed)
    checker.window.status._cancel.click()
    checker.is_told("The search for claims was stopped.")
    qtbot.waitUntil(lambda: checker.window._actions["claim.find"].isEnabled())
    empty = checker.window.claims.empty
    assert empty.title() == "Nobody has looked for claims yet"
    empty.button.click()
    assert empty.title() == "Looking for claims…"
    assert not checker.window._actions["claim.find"].isEnabled()
    checker.waits_for_the_claims()
    assert checker.claim.number == 1


def test_a_damaged_case_without_a_backup_is_rescued_into_a_new_one(
    desk: Desk, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (tmp_path / "elsewhere").mkdir()
    damaged = wiped(case, tmp_path / "elsewhere", "claims")
    before = damaged.read_bytes()
    target = tmp_path / "rescued.factcase"
    asked = _answers(monkeypatch, WayOut.RESCUE)
    monkeypatch.setattr(keeping.QFileDialog, "getSaveFileName", lambda *_args, **_options: (str(target), ""))
    checker = desk()
    with qtbot.waitSignal(checker.session.opened, timeout=20_000):
        checker.window.open_path(damaged)
    assert "damaged" in asked[0]
    assert checker.session.path == target
    assert [claim.exact for claim in checker.session.case.claims][:1] == ["Jobs up 5%"]
    assert damaged.read_bytes()[100:] == before[100:]  # opening wrote in the header that there was a log


def test_the_claim_selected_on_opening_is_one_of_the_case_opened(desk: Desk, case: Path, tmp_path: Path) -> None:
    checker, other = desk(), make_case(tmp_path / "other.factcase")
    for path in (case, other, case):
        checker.opens(path)
        assert checker.session.path == path
        assert checker.claim.number == 1


def test_what_is_shown_already_stays_shown(desk: Desk, case: Path, seed: Path, qtbot: QtBot) -> None:
    checker = desk()
    for path in (case, seed):
        checker.opens(path)
        before, count = checker.session.case, len(messages.bus.history)
        checker.window.open_path(path)
        qtbot.waitUntil(lambda count=count: len(messages.bus.history) > count, timeout=10_000)
        assert "open in this window already" in messages.bus.history[-1][0]
        assert checker.session.case.id == before.id
        assert not checker.session.read_only
