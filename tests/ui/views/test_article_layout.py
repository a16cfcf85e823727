from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from tests.ui.views.article_texts import article, long_case
from ui import look
from ui.models.offsets import Utf16Map
from ui.views.article_document import build_document, kinds_of, set_fonts
from ui.views.article_layout import ArticleLayout, Setting
from workbench.domain.article import Article

_KEPT: list[QTextDocument] = []
"""A layout goes with its document, which Python would free."""
PROSE = "The minister said that spending on roads rose by 15 per cent in the year, more than in any year before. " * 4


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.LIGHT)


def _laid_out(shown: Article, characters: int = 70, width: float = 0.0) -> ArticleLayout:
    document = build_document(shown)
    kinds = kinds_of(document, shown, Utf16Map(shown.text))
    set_fonts(document, kinds, look.SERIF, 17)
    setting = Setting(look.SERIF, 17, width or Setting.full_width(look.SERIF, 17, characters))
    layout = ArticleLayout(document, kinds, setting)
    document.setDocumentLayout(layout)
    _KEPT.append(document)
    return layout


def test_lines_of_body_text_hold_65_to_75_characters(qapp: QApplication) -> None:
    layout = _laid_out(article("Headline", PROSE))
    full = [line.end - line.start for line in layout.lines(2)[:-1]]
    assert 65 <= sum(full) / len(full) <= 75
    assert max(full) <= 80


def test_only_paragraphs_that_are_asked_for_get_lines(qapp: QApplication) -> None:
    layout = _laid_out(long_case(20_000, 0).article)
    layout.lines(layout.number_at(3000))
    assert sum(layout.is_set(number) for number in range(0, layout.count, 2)) == 1


def test_estimated_heights_come_near_the_true_ones(qapp: QApplication) -> None:
    layout = _laid_out(long_case(5_000, 0).article)
    guessed = layout.documentSize().height()
    layout.set_some(60, time.perf_counter)
    assert layout.is_all_set
    assert layout.documentSize().height() == pytest.approx(guessed, rel=0.1)


def test_a_word_of_5000_letters_wraps_anywhere(qapp: QApplication) -> None:
    layout = _laid_out(article("Headline", "Donau" * 1000))
    lines = layout.lines(2)
    assert len(lines) > 50
    text = layout.text_layout(2)
    assert all(text.lineAt(at).naturalTextWidth() <= layout.setting.width for at in range(len(lines)))


@pytest.mark.parametrize(
    "paragraph",
    [
        PROSE,
        "قال الرئيس إن الميزانية ارتفعت بنسبة 15 في المئة وهو أعلى رقم منذ عقود، بحسب وزارة المالية التي نشرت التقرير.",
        "北京市政府星期二表示，今年的道路支出增加了百分之十五，比以往任何一年都多，并且将在明年继续增加，以改善交通状况。",
        "🇧🇷Today’s 👩‍🚀 interview was very productive”, said 𝕊 of the 𝕋 group",
    ],
    ids=["latin", "arabic", "chinese", "emoji"],
)
def test_a_point_inside_a_character_finds_that_character(paragraph: str, qapp: QApplication) -> None:
    layout = _laid_out(article("Headline", paragraph))
    layout.place(100, 900)
    lines, text, first = layout.lines(2), layout.text_layout(2), layout.start(2)
    for at in range(0, layout.length(2), 3):
        line = text.lineForTextPosition(at)
        if not text.isValidCursorPosition(at):
            continue
        index = line.lineNumber()
        following = text.nextCursorPosition(at)
        if following >= line.textStart() + line.textLength():
            continue
        left, right = (line.cursorToX(place)[0] for place in (at, following))
        middle = QPointF(100 + (left + right) / 2, layout.top(2) + lines[index].base - 3)
        if abs(right - left) > 2 and abs(right - left) < 40:
            assert layout.unit_at(middle, exact=True) == first + at


def test_a_point_beside_the_words_finds_none(qapp: QApplication) -> None:
    layout = _laid_out(article("Headline", "Short line."))
    layout.place(100, 900)
    y = layout.top(2) + 10
    assert layout.unit_at(QPointF(120, y), exact=True) >= 0
    for x in (90.0, 400.0):
        assert layout.unit_at(QPointF(x, y), exact=True) == -1
    assert layout.unit_at(QPointF(400, y)) == layout.bounds(2)[1]


def test_right_to_left_paragraphs_begin_at_the_right(qapp: QApplication) -> None:
    layout = _laid_out(article("Headline", "ראש הממשלה אמר כי 120 חברי הכנסת יצביעו מחר."))
    layout.lines(2)
    words = layout.text_layout(2).lineAt(0).naturalTextRect()
    assert layout.is_right_to_left(2)
    assert words.right() == pytest.approx(layout.setting.width, abs=1)


def test_blank_lines_take_no_room(qapp: QApplication) -> None:
    layout = _laid_out(article("Headline", "One.", "Two."))
    assert layout.lines(1) == []
    assert layout.top(1) == layout.top(2)


def test_an_empty_article_has_a_page_all_the_same(qapp: QApplication) -> None:
    layout = _laid_out(Article("", ()))
    assert layout.documentSize().height() > 0
    assert layout.unit_at(QPointF(10, 10)) == 0
