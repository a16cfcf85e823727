"""A real case in a real session, for the window's tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import messages
from ui.case_session import CaseSession
from ui.look import language
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.claim import ClaimKind
from workbench.domain.findings import Fact, FactKind, Findings, FoundClaim
from workbench.domain.imported import ImportedArticle
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.domain.span import Span
from workbench.workflow import opening

TEXT = "Jobs up 5%\n\nThe minister said jobs rose by 5% in May. Prices fell. 🙂 Nobody “noticed” it."
SCALE = RatingScale(
    "editorial",
    "Editorial",
    True,
    (Outcome("ok", "OK", Tone.GOOD), Outcome("change", "Change to…", Tone.BAD, wants_correction=True)),
)


def imported() -> ImportedArticle:
    blocks = (Block(BlockKind.HEADLINE, Span(0, 10)), Block(BlockKind.BODY, Span(12, len(TEXT))))
    return ImportedArticle(Article(TEXT, blocks), TEXT.encode(), "text/plain", "jobs.txt")


def span_of(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def findings() -> Findings:
    return Findings(
        claims=(
            FoundClaim(span_of("Jobs up 5%"), ClaimKind.STATISTIC, check_worthiness=0.8),
            FoundClaim(span_of("jobs rose by 5% in May"), ClaimKind.STATISTIC, "The minister", check_worthiness=0.9),
            FoundClaim(span_of("Prices fell."), ClaimKind.STATEMENT, check_worthiness=0.4),
        ),
        facts=(Fact(span_of("5% in"), FactKind.NUMBER), Fact(span_of("“noticed”"), FactKind.QUOTATION)),
    )


def make_case(path: Path) -> Path:
    with opening.new_case(imported(), path, who="R. H.", scale=SCALE) as file:
        opening.add_findings(file, findings())
    return path


@pytest.fixture
def case_path(tmp_path: Path) -> Path:
    """A case of three claims and two facts, closed."""
    return make_case(tmp_path / "jobs.factcase")


@pytest.fixture
def session(qtbot: QtBot) -> Iterator[CaseSession]:
    """A session with nothing open."""
    session = CaseSession("R. H.")
    yield session
    session.close()


@pytest.fixture
def opened(session: CaseSession, case_path: Path, qtbot: QtBot) -> CaseSession:
    """A session with the case of three claims open."""
    with qtbot.waitSignal(session.opened, timeout=10_000):
        session.open(lambda: opening.open_case(case_path, who="R. H."))
    return session


@pytest.fixture(autouse=True)
def no_old_messages() -> None:
    messages.bus.history.clear()


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """Have the window speak a language until the test ends."""
    before, locale = set(qapp.findChildren(QTranslator)), QLocale()
    yield lambda wanted: language.install(qapp, wanted)
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
