"""Started with an article, the window's first picture shows its words; the case comes to them and nothing moves."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.application import open_window
from ui.main_window import MainWindow
from workbench import settings
from workbench.domain.span import Span
from workbench.importers import registry
from workbench.workflow import starting

_LOADED = """
import sys
from ui.__main__ import main
from ui.main_window import MainWindow
def painted(self):
    print("\\n".join(sys.modules), flush=True)
    import os
    os._exit(0)
MainWindow._furnish_next = painted
main(sys.argv[1:])
"""


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
    with qtbot.waitSignal(begun.session.opened, timeout=20_000):
        pass
    assert begun.session.case is not None
    assert text.article == begun.session.case.article
    assert begun.article.selected_span() == Span(0, 12)
    assert (text.offset, text.page) == (place, page)


def test_nothing_moves_when_the_rest_of_the_window_comes(begun: MainWindow, qtbot: QtBot) -> None:
    text = begun.article.text
    before = (text.mapTo(begun, text.pos()), text.size(), text.page.left, text.page.setting)
    with qtbot.waitSignal(begun.session.opened, timeout=20_000):
        pass
    assert (text.mapTo(begun, text.pos()), text.size(), text.page.left, text.page.setting) == before


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
    done = subprocess.run([sys.executable, "-c", _LOADED, str(seed)], capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in done.stdout.split()} | set(done.stdout.split())
    heavy = {"sqlite3", "spacy", "numpy", "lxml", "multiprocessing", "PySide6.QtSvg", "PySide6.QtNetwork"}
    assert "ui.views.article_text" in loaded
    assert not loaded & (heavy | {"ui.actions.catalogue", "ui.views.claims_panel", "charset_normalizer"})
