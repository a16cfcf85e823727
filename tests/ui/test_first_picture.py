"""Started with an article, the window's first picture shows its words; the case comes to them and nothing moves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from benchmarks.desk import make_case
from ui import look
from ui.application import open_window
from ui.case_session import CaseSession
from ui.main_window import MainWindow
from ui.views.status_line import StatusLine
from ui.views.top_bar import TopBar
from workbench import settings
from workbench.domain.span import Span
from workbench.importers import registry
from workbench.workflow import opening, starting

pytestmark = pytest.mark.usefixtures("speak")  # the program speaks the system's language: until the test ends

_LOADED = """
import sys
from ui.__main__ import main
from ui.furnishing import Furnishing
def painted(self):
    print("\\n".join(sys.modules), flush=True)
    import os
    os._exit(0)
Furnishing.begin = painted
main(sys.argv[1:])
"""

_HEAVY = {"spacy", "numpy", "lxml", "multiprocessing", "charset_normalizer", "PySide6.QtSvg", "PySide6.QtNetwork"} | {
    "ui.actions.catalogue",
    "ui.views.claims_panel",
}


@pytest.fixture
def begun(seed: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window, started with the article and painted for the first time."""
    window = open_window(qapp, seed)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.article.text.painted):
        pass
    yield window
    window.close()


def test_the_first_picture_has_the_words_of_the_article(begun: MainWindow, seed: Path) -> None:
    assert begun.session.case is None
    assert begun.article.text.isVisible()
    assert begun.article.text.article.text == registry.read_article(seed).article.text


def test_words_selected_before_the_case_is_open_stay_selected(begun: MainWindow, qtbot: QtBot) -> None:
    text = begun.article.text
    text.select_words(Span(0, 12))
    place, page = text.offset, text.page
    with qtbot.waitSignal(begun.case_shown, timeout=20_000):
        pass
    assert begun.session.case is not None
    assert text.article == begun.session.case.article
    assert begun.article.selected_span() == Span(0, 12)
    assert (text.offset, text.page) == (place, page)


def test_nothing_moves_when_the_rest_of_the_window_comes(begun: MainWindow, qtbot: QtBot) -> None:
    text = begun.article.text
    before = (text.mapTo(begun, text.pos()), text.size(), text.page.left, text.page.setting)
    with qtbot.waitSignal(begun.case_shown, timeout=20_000):
        pass
    assert (text.mapTo(begun, text.pos()), text.size(), text.page.left, text.page.setting) == before


def test_tab_goes_from_the_buttons_through_the_article_to_the_claims(begun: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(begun.case_shown, timeout=20_000):
        pass
    buttons = begun._top.findChildren(QPushButton)
    header = begun.claims.header
    met: list[QWidget] = [buttons[0]]
    while (one := met[-1].nextInFocusChain()) is not buttons[0]:
        met.append(one)
    order = [*buttons, begun.article.text, header.search, begun.claims.list, begun.details.head.status]
    assert sorted(order, key=met.index) == order


@pytest.mark.parametrize("points", [9.0, 11.0, 15.5, 21.0])
def test_the_rows_of_the_first_picture_are_as_high_as_they_will_be(
    points: float, qapp: QApplication, qtbot: QtBot
) -> None:
    look.apply(qapp, look.Theme.LIGHT, points=points)
    session = CaseSession("Rosa")
    bar, line = TopBar(), StatusLine(session)
    for row in (bar, line):
        qtbot.addWidget(row)
        row.show()
    room = [row.sizeHint().height() for row in (bar, line)]
    line.furnish()
    bar.follow({name: QAction() for name in ("file.open", "claim.new", "evidence.add", "file.export")})
    assert [row.sizeHint().height() for row in (bar, line)] == room
    session.close()


@pytest.fixture
def yesterday(tmp_path: Path) -> Path:
    """A case of a long text, left at a claim far down in it."""
    path = tmp_path / "yesterday.factcase"
    make_case(path, words=3_000, claims=40)
    with opening.open_case(path, who="Rosa") as file:
        opening.remember_selection(file, opening.read_case(file).claims[30].id)
    return path


def test_a_case_is_seen_at_once_where_work_stopped(yesterday: Path, qapp: QApplication, qtbot: QtBot) -> None:
    window = open_window(qapp, yesterday)
    qtbot.addWidget(window)
    text = window.article.text
    with qtbot.waitSignal(text.painted):
        pass
    assert window.session.case is None
    unit, page = text.textCursor().position(), text.page
    seen = text.line_heights(unit)[0] - text.offset
    assert text.offset > 0
    with qtbot.waitSignal(window.case_shown, timeout=20_000):
        pass
    qtbot.waitUntil(lambda: text.is_settled, timeout=20_000)
    assert text.marks.places(window.session.selected)[0].start == unit
    assert text.page is page
    assert text.line_heights(unit)[0] - text.offset == pytest.approx(seen, abs=2)
    assert 0 < seen < text.viewport().height()
    window.close()


def test_an_article_whose_case_can_not_be_opened_does_not_stay(
    seed: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = settings.load()
    path = starting.case_path(registry.read_article(seed), chosen)
    path.parent.mkdir(parents=True)
    path.mkdir()
    window = open_window(qapp, seed)
    qtbot.addWidget(window)
    qtbot.waitUntil(lambda: hasattr(window, "welcome") and window.welcome.isVisible(), timeout=20_000)
    assert window.session.case is None
    window.close()


def test_what_an_article_can_not_be_read_from_opens_as_ever(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("")
    window = open_window(qapp, empty)
    qtbot.addWidget(window)
    assert window.welcome.isVisible()
    window.close()


def test_nothing_heavy_is_loaded_before_the_first_picture(seed: Path) -> None:
    assert not _loaded(seed) & (_HEAVY | {"sqlite3"})


def test_nothing_heavy_is_loaded_before_the_first_picture_of_a_case(yesterday: Path) -> None:
    assert not _loaded(yesterday) & (_HEAVY | {"sqlite_utils", "workbench.storage.case_file"})


def _loaded(path: Path) -> set[str]:
    """The modules there are when the article is painted."""
    done = subprocess.run([sys.executable, "-c", _LOADED, str(path)], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())
    assert "ui.views.article_text" in loaded
    return loaded


def test_alone_the_window_shows_what_to_do_and_a_press_on_it_is_not_lost(qapp: QApplication, qtbot: QtBot) -> None:
    window = open_window(qapp, None)
    qtbot.addWidget(window)
    assert window.welcome.isVisible()
    assert not window.furnishing.is_done
    window.welcome.example_asked.emit()
    with qtbot.waitSignal(window.case_shown, timeout=20_000):
        pass
    window.close()
