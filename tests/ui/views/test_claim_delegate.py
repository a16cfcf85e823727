"""The heights of the list's rows are told by single letters where that is sure, and are those of the words measured."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import look
from ui.models.claims_filter import ClaimsFilter
from ui.models.claims_model import ClaimRow, ClaimsModel
from ui.views.claims_list import ClaimsList
from workbench.domain.claim import Anchor, Claim, ClaimKind
from workbench.domain.span import Span

_WORDS = (
    "The minister said",
    "illicit filling",
    "WAVE MAW",
    "AVAVAV ToTe",
    "Цены выросли",
    "e\u0301te\u0301",
    "ارتفعت الأسعار",
)
_WORDS += ("价格上涨", "“5%” – so", "👩‍👩‍👧 ", "fi ffl")


@pytest.mark.parametrize("words", _WORDS)
def test_words_take_one_line_exactly_where_they_fit(words: str, qapp: QApplication, qtbot: QtBot) -> None:
    look.apply(qapp)
    view = ClaimsList(ClaimsFilter(ClaimsModel()))
    qtbot.addWidget(view)
    delegate, font = view._delegate, QFont()
    font.fromString(look.font("reading-small").toString())  # which the lines are set in
    measured = QFontMetricsF(font)
    for width in (200, 333, 480):
        delegate.set_width(width)
        for times in range(1, 40):
            said = " ".join([words] * times)
            row = ClaimRow(Claim("a", 1, (Anchor.at(said, Span(0, len(said))),), ClaimKind.STATEMENT))
            fits = measured.horizontalAdvance(row.words[:400]) <= delegate._words_width(width, row)
            assert delegate._fits(row) is fits, (width, times)
