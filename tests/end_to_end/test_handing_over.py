"""A case handed over as a record: opened in the window it is the very same case."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.end_to_end.conftest import Checker
from tests.ui.conftest import make_case
from ui import messages
from workbench.workflow.records import write_whole_record
from workbench.workflow.verifying import verify

Desk = Callable[[], Checker]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return make_case(tmp_path / "jobs.factcase")


def test_a_record_opens_as_the_case_it_was_made_of(desk: Desk, case: Path, tmp_path: Path) -> None:
    record = tmp_path / "handed over.json"
    write_whole_record(case, record, None, None)
    checker = desk()
    checker.opens(record)
    made = checker.session.path
    assert made is not None
    assert made != case
    assert checker.session.case is not None
    assert checker.session.case.digest == verify(case).digest
    checker.goes_to(1)
    checker.does("status.checked")
    checker.window.close()
    again = desk()
    again.opens(record)
    assert again.session.path == made
    assert again.session.case is not None
    assert again.session.case.checked == 1


def test_what_is_no_record_is_said_and_nothing_is_opened(desk: Desk, case: Path, tmp_path: Path, qtbot: QtBot) -> None:
    broken = tmp_path / "cut.json"
    broken.write_text('{"format": "fact-check-record", "version": 1, "case": {')
    checker = desk()
    checker.opens(case)
    checker.window.open_path(broken)
    qtbot.waitUntil(lambda: any("can't be read as JSON" in text for text, _ in messages.bus.history), timeout=10_000)
    assert checker.session.path == case
