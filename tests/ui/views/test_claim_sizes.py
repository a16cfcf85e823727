"""The heights of the list's rows are told by single letters where that is sure, and are those of the words measured."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from ui import look
from ui.models.claims_model import ClaimRow
from ui.views.claim_sizes import RowSizes
from workbench.domain.claim import Anchor, Claim, ClaimKind
from workbench.domain.rating import Outcome, Tone
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
def test_words_take_one_line_exactly_where_they_fit(words: str, qapp: QApplication) -> None:
    look.apply(qapp)
    sizes, font = RowSizes(), QFont()
    font.fromString(look.font("reading-small").toString())  # which the lines are set in
    measured = QFontMetricsF(font)
    for width in (200, 333, 480):
        sizes.set_width(width)
        for times in range(1, 40):
            said = " ".join([words] * times)
            row = ClaimRow(Claim("a", 1, (Anchor.at(said, Span(0, len(said))),), ClaimKind.STATEMENT))
            fits = measured.horizontalAdvance(row.words[:400]) <= sizes.measures.words_width(width, row)
            assert sizes.fits(row) is fits, (width, times)
            assert sizes.all([row]) == [sizes.one(row)]


def test_rows_keep_up_with_width_lines_and_outcome(qapp: QApplication) -> None:
    look.apply(qapp)
    sizes = RowSizes()
    said = "The minister said that the roads cost seven thousand a year."
    row = ClaimRow(Claim("a", 1, (Anchor.at(said, Span(0, len(said))),), ClaimKind.STATEMENT))
    room = sizes.measures.words_width(0, row)
    wide = round(QFontMetricsF(look.font("reading-small")).horizontalAdvance(said) - room) + 4
    rows = [row]
    sizes.set_width(wide)
    one_line = sizes.all(rows)
    sizes.set_width(wide - 20)
    assert sizes.all(rows)[0].height() > one_line[0].height()
    sizes.set_most_lines(1)
    assert sizes.all(rows) == one_line
    sizes.set_most_lines(2)
    sizes.set_width(wide)
    judged = replace(row, outcome=Outcome("ok", "OK", Tone.GOOD))
    assert sizes.all([judged])[0].height() > one_line[0].height()
