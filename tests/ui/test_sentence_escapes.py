"""Sentences of the workbench that escaped translation: errors as they are raised, warnings as a case file has them."""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import make_case
from tests.ui.screens import cyrillic, made_window, taken_away
from tests.ui.seed_case import seed_case
from tests.ui.test_language_escapes import LETTERS, escaped, escaped_from, said_by
from ui import messages
from ui.look.pseudo import LONG
from ui.look.templates import WARNINGS
from ui.main_window import MainWindow
from ui.views.hover_card import HoverCard
from ui.views.warnings_view import WarningsView
from workbench.domain.case import CaseWarning
from workbench.domain.findings import TextWarning, WarningKind
from workbench.domain.span import Span
from workbench.errors import (
    ArticleError,
    CaseFileError,
    DamagedCaseError,
    EvidenceError,
    ExportError,
    OnlyReadableError,
    Sentence,
    SettingsError,
    UserFacingError,
)
from workbench.importers import registry
from workbench.reports.options import NotesOptions
from workbench.settings.scales import read_scale
from workbench.storage.locks import CaseInUseError, unwritable
from workbench.workflow import importing_sources, opening, publishing


@pytest.fixture
def window(qtbot: QtBot, speak: Callable[[str], str]) -> MainWindow:
    speak(LONG)
    return made_window(qtbot, cyrillic(seed_case()))


def _nothing(_folder: Path) -> None:
    """Where a class only stands for others, or its error comes of what no test can bring about."""


def _not_there(folder: Path) -> None:
    opening.open_case(folder / "нет.factcase", who="Р. Х.")


def _open_elsewhere(folder: Path) -> None:
    path = make_case(folder / "дело.factcase")
    with opening.open_case(path, who="Р. Х."):
        opening.open_case(path, who="Р. Х.")


def _unwritable(folder: Path) -> None:
    raise unwritable(folder / "дело.factcase", Sentence("“{name}” can't be opened for writing here.", name="дело"))


def _damaged(folder: Path) -> None:
    (folder / "дело.factcase").write_bytes(b"")
    opening.open_case(folder / "дело.factcase", who="Р. Х.")


def _picture(folder: Path) -> None:
    (folder / "фото").write_bytes(b"GIF89a")
    registry.read_article(folder / "фото")


def _untitled_source(folder: Path) -> None:
    (folder / "список").write_text("TY  - BOOK\nER  -\n")
    importing_sources.read_file(folder / "список")


def _confidential(folder: Path) -> None:
    case = cyrillic(seed_case())
    secret = replace(next(iter(case.sources.values())), confidential=True, title="Посол Гаркавый")
    claim = replace(case.claims[0], reasoning="Так сказал посол Гаркавый.")
    case = replace(case, sources={**case.sources, secret.id: secret}, claims=(claim, *case.claims[1:]))
    publishing.export(case, "html", folder / "заметки.html", NotesOptions(external=True))


def _no_such_scale(folder: Path) -> None:
    (folder / "шкала.toml").write_text("[[outcomes]]\n" * 10)
    read_scale(folder / "шкала.toml")


_WRONGS: dict[type[UserFacingError], Callable[[Path], object]] = {
    UserFacingError: _nothing,
    ArticleError: _picture,
    CaseFileError: _not_there,
    OnlyReadableError: _unwritable,
    CaseInUseError: _open_elsewhere,
    DamagedCaseError: _damaged,
    EvidenceError: _untitled_source,
    ExportError: _confidential,
    SettingsError: _no_such_scale,
}


def _kinds_of(error: type[UserFacingError]) -> set[type[UserFacingError]]:
    return {error, *(deeper for kind in error.__subclasses__() for deeper in _kinds_of(kind))}


def test_every_class_of_error_is_looked_at() -> None:
    assert {kind for kind in _kinds_of(UserFacingError) if kind.__module__.startswith("workbench.")} == set(_WRONGS)


@pytest.mark.parametrize("kind", [kind for kind in _WRONGS if _WRONGS[kind] is not _nothing])
def test_no_word_of_an_error_escaped(kind: type[UserFacingError], window: MainWindow, tmp_path: Path) -> None:
    with pytest.raises(kind) as told:
        _WRONGS[kind](tmp_path)
    messages.trouble(told.value)
    QApplication.processEvents()
    (shown,) = {said for _, said in said_by(window) if said == messages.bus.history[-1][0]}
    assert escaped(shown) == []
    assert _words(shown) & _words(told.value.message) == set()


def _words(said: str) -> set[str]:
    """Without file endings, and the name of this computer."""
    return set(LETTERS.findall(re.sub(r"\.\w+", "", said.replace(socket.gethostname(), ""))))


_SAID: dict[WarningKind, tuple[str, ...]] = {
    WarningKind.HEADLINE_QUOTATION: (
        "“Да” is in quotation marks in the headline, but nobody says so in the article: whose word is it?",
        "“Да” is quoted in the headline, but these words are not in the article, nor any near them.",
        "“Да” is quoted in the headline, but these words are not in the article; the nearest there are “Нет, да”.",
    ),
    WarningKind.REPEATED_QUOTATION: (
        "These words are given to Он, да here, and to Она in “Да, нет”.",
        "The same quotation in different words: “да” here, “нет” before.",
        "The same quotation in different words: “да” here, “нет” before, and given to Он here, to Она there.",
    ),
    WarningKind.MARKS: (
        "“🌉” stands where the opening quotation mark before “да” should be.",
        "The quotation mark ” closes a quotation that was never opened.",
        "The closing mark “ of the quotation that begins “да” is missing. (And 2 more places like this.)",
        "The closing mark of the quotation that begins “да” is missing. (And 1 more place like this.)",
    ),
    WarningKind.WORDS_RUN_TOGETHER: ("“данет” looks like two words run together: “да нет”.",),
    WarningKind.NAME_SPELLING: ("“Да” here, “Дa” elsewhere: a name spelled two ways?",),
    WarningKind.WEEKDAY: tuple(
        f"“{number}.{number}.”: 5 {date(2020, number, 5):%B} 2020 is a {date(2020, number, 5):%A}."
        for number in range(1, 13)
    ),
    WarningKind.TOTAL: (
        "The parts make 1,200, but the total is given as “12 да”.",
        "These shares of one vote make 101.5%, more than 100%.",
    ),
    WarningKind.PERCENTAGE: ("“120%” of a whole can’t be: there is no more than 100% of да.",),
    WarningKind.CHANGE: ("From 120 to 1,5 да is 8.5%, not 12.5%.", "“да” would be 50%, not 20%."),
    WarningKind.MACHINE_TRANSLATED: (
        "This reads as machine-translated: “да, он” in lower case, “он, да”, a space before a mark (… да, он ,). "
        "Look for the original.",
        "This reads as machine-translated: “да”, “нет” in lower case, “он”, “– да, он –” inside a quotation. "
        "Look for the original.",
    ),
    WarningKind.DAMAGE: (
        "A character was lost in “да”: the replacement mark � stands in its place.",
        "There is a control character (U+0007) here that no text should hold.",
        "An invisible character stands inside “да”: a search for the word won’t find it.",
        "дâ€œ was read in the wrong encoding; it was probably “да",
        "дâ€œ was read in the wrong encoding",
        "“да” is broken at the end of a line: a search for the word won’t find it.",
        "“Рa” mixes alphabets: its “Р” is Cyrillic, not Latin, so a search for the word won’t find it.",
        "“Ρa” mixes alphabets: its “Ρ” is Greek, not Latin, so a search for the word won’t find it.",
    ),
    WarningKind.LANGUAGE: (
        "There is no language model for the article’s language, which could not be told: quotations and sentences with "
        "figures are listed as claims, numbers and plain dates are found, but not other claims, names, places or who "
        "said what; mark those by hand.",
        "There is no language model for “ру”: quotations, with the speaker named right beside them, and sentences with "
        "figures are listed as claims, numbers and plain dates are found, but not other claims, names, places or who "
        "said what; mark those by hand.",
        "There is no language model for “ру”: quotations and sentences with figures are listed as claims, numbers and "
        "plain dates are found, but not other claims, names, places or who said what; mark those by hand.",
    ),
    WarningKind.MODEL: (
        "The check-worthiness model is not installed. Claims are ranked by plain signs (numbers, names, comparisons) "
        "instead; reinstall the program to mend it.",
    ),
}
"""As a case file has them: the words alone."""


def test_every_template_of_a_warning_is_looked_at() -> None:
    assert set(_SAID) == set(WarningKind)
    for kind, templates in WARNINGS.items():
        for template in templates:
            wanted = ".+".join(map(re.escape, re.split(r"\{\w+\}", template)))
            assert any(re.search(wanted, said) for said in _SAID[WarningKind(kind)]), template


@pytest.mark.parametrize("kind", _SAID)
def test_no_word_of_a_warning_escaped(kind: WarningKind, window: MainWindow) -> None:
    view, card = WarningsView(window.session), HoverCard(window)
    warnings = [CaseWarning(said, TextWarning(kind, Span(0, 1), said)) for said in _SAID[kind]]
    view.show_warnings(warnings)
    card.show_at(QPoint(), [], None, warnings=warnings)
    assert escaped_from(view) | escaped_from(card) == set()
    seen = "\n".join(said for one in (view, card) for _, said in said_by(one))
    assert _words(seen) & _words("\n".join(_SAID[kind])) - {"Дa", "Рa", "Ρa", "дâ"} == set()
    taken_away(view)
    taken_away(card)
