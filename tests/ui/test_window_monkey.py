"""A monkey at the whole window: keys, clicks, drags, drops, pastes, sizes, themes, menus, dialogs, coming back.
No exception, no Qt warning, and a case file that verifies.

Many more events: `MONKEY_EVENTS=20000 MONKEY_SEEDS=5-54 pytest -s tests/ui/test_window_monkey.py`; with a long case
`MONKEY_CLAIMS=2000` beside that. With -s each seed prints its pace and its slowest acts.
"""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import SCALE, make_case
from tests.ui.monkey import Monkey, settle
from ui.main_window import MainWindow
from workbench import settings
from workbench.cli import main as command_line
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.claim import ClaimKind
from workbench.domain.findings import Fact, FactKind, Findings, FoundClaim
from workbench.domain.imported import ImportedArticle
from workbench.domain.span import Span
from workbench.workflow import opening

EVENTS = int(os.environ.get("MONKEY_EVENTS", "400"))
CLAIMS = int(os.environ.get("MONKEY_CLAIMS", "3"))
_FIRST, _, _LAST = os.environ.get("MONKEY_SEEDS", "1").partition("-")
SEEDS = range(int(_FIRST), int(_LAST or _FIRST) + 1)


def _long_case(path: Path, claims: int) -> Path:
    """A case of so many claims, each a sentence with a number."""
    said = [f"The council said in meeting {number} that jobs rose by {number % 97}%." for number in range(claims)]
    paragraphs = [" ".join(said[at : at + 5]) for at in range(0, claims, 5)]
    text, blocks = "", []
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.BODY, Span(len(text), len(text) + len(paragraph))))
        text += paragraph + "\n\n"
    spans = [Span(text.index(one), text.index(one) + len(one)) for one in said]
    findings = Findings(
        claims=tuple(FoundClaim(span, ClaimKind.STATISTIC, "The council", check_worthiness=0.5) for span in spans),
        facts=tuple(Fact(Span(span.end - 5, span.end - 1), FactKind.NUMBER) for span in spans),
    )
    imported = ImportedArticle(Article(text, tuple(blocks)), text.encode(), "text/plain", "long.txt")
    with opening.new_case(imported, path, who="R. H.", scale=SCALE) as file:
        opening.add_findings(file, findings)
    return path


def _files(folder: Path) -> list[Path]:
    """What a person might drop, open or take as a copy: an article, pages, an empty file, a picture, nothing at all."""
    folder.mkdir()
    pages = sorted((Path(__file__).parents[1] / "data").glob("articles/page-*.html"))
    copied = [Path(shutil.copy(page, folder)) for page in pages[:2]]
    article = folder / "other.txt"
    article.write_text("A second article\n\nThe mayor said that rents fell by 3% in June. Nobody else did.\n", "utf-8")
    (folder / "empty.txt").touch()
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(60))
    (folder / "broken.factcase").write_bytes(b"SQLite format 3\0" + bytes(200))
    (folder / "library.bib").write_text("@book{a, title={Jobs}, author={Noor, A.}, year={2020}}", "utf-8")
    return [*copied, *sorted(path for path in folder.iterdir() if path not in copied), folder / "missing.pdf"]


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The system's own dialogs are answered at once, mostly with nothing; no file is written outside of the test."""
    monkeypatch.chdir(tmp_path)
    chance, there = random.Random(0), _files(tmp_path / "files")

    def one_file(*_args: object, **_kwargs: object) -> tuple[str, str]:
        return ("" if chance.random() < 0.5 else str(chance.choice(there)), "")

    def target(*_args: object, **_kwargs: object) -> tuple[str, str]:
        return ("" if chance.random() < 0.3 else str(tmp_path / "files" / f"out{chance.randint(0, 9)}.pdf"), "")

    monkeypatch.setattr(QFileDialog, "getOpenFileName", one_file)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", target)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_kwargs: ([one_file()[0]], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kwargs: "")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    return there


def _opened(qtbot: QtBot, case: Path, chosen: settings.Settings) -> MainWindow:
    window = MainWindow(chosen)
    with qtbot.waitExposed(window):
        window.show()
    with qtbot.waitSignal(window.case_shown, timeout=20_000):
        window.open_path(case)
    return window


def _again(qtbot: QtBot, monkey: Callable[[], Monkey]) -> MainWindow:
    """Close the window and come back to the same case."""
    old = monkey().window
    chosen = old.desk.settings
    old.close()
    old.deleteLater()
    settle()
    return _opened(qtbot, monkey().case, chosen)


def _report(monkey: Monkey, seed: int) -> None:
    pace = [round(after - before, 1) for before, after in zip([0.0, *monkey.pace], monkey.pace, strict=False)]
    rate = monkey.done / monkey.pace[-1] if monkey.pace else 0.0
    slow = "; ".join(f"{one.seconds:.2f} s {one.act}" for one in monkey.slowest)
    left = [f"{type(one).__name__} {one.windowTitle()}" for one in QApplication.topLevelWidgets()]
    said = f"{monkey.done} events, {rate:.0f} a second, seconds a tenth {pace}; windows left {left}; slowest: {slow}"
    sys.stdout.write(f"\nseed {seed}: {said}\n")
    sys.stdout.flush()


@pytest.mark.parametrize("seed", SEEDS)
def test_a_monkey_at_the_window_breaks_nothing(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, files: list[Path], seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "jobs.factcase"
    _ = make_case(case) if CLAIMS <= 3 else _long_case(case, CLAIMS)
    chosen = replace(settings.Settings(), checker="R. Haddad", cases_folder=tmp_path / "cases", backup_minutes=0)
    window = _opened(qtbot, case, chosen)
    monkey = Monkey(window, case, seed, lambda: _again(qtbot, lambda: monkey), files)
    seen = sys.excepthook

    def hook(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
        sys.stderr.write(f"\nseed {seed}, after: {list(monkey.recent)}\n")
        seen(kind, problem, trace)

    monkeypatch.setattr(sys, "excepthook", hook)
    monkey.run(EVENTS)
    monkey.window.close()
    monkey.window.deleteLater()
    settle()
    _report(monkey, seed)
    for file in [case, *(tmp_path / "cases").glob("*.factcase")]:
        assert command_line(["verify", str(file)]) == 0, file
