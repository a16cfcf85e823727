"""Reading, clicking and dragging in the article, without a session."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QMouseEvent, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from tests.ui.views.article_texts import article, case_of, long_case
from ui import look
from ui.views.article_layout import Part
from ui.views.article_margin import Entry
from ui.views.article_painting import first_stretch
from ui.views.article_text import ArticleText
from ui.views.bounds_drag import End
from workbench.domain.case import Case
from workbench.domain.claim import Status
from workbench.domain.span import Span

REPORT = article(
    "Jobs up 🙂 in May",
    "The minister said on Tuesday that 5,000 jobs were made in May, more than in any month before.",
    "Prices fell by a third in the same month, said the bank.",
)
CLAIMS = {
    "Jobs up 🙂 in May": Status.CHECKED,
    "The minister said on Tuesday that 5,000 jobs were made in May": Status.TO_CHECK,
    "5,000 jobs": Status.QUERY_OUT,
    "Prices fell by a third": Status.CHANGED,
}


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    look.apply(qapp, look.Theme.LIGHT)
    yield
    look.apply(qapp, look.Theme.LIGHT)


def _show(qtbot: QtBot, case: Case, width: int = 820, height: int = 500) -> ArticleText:
    view = ArticleText()
    qtbot.addWidget(view)
    view.resize(width, height)
    view.show_article(case.article)
    view.show_claims(case)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: view.is_settled)
    return view


@pytest.fixture
def case() -> Case:
    return case_of(REPORT, CLAIMS, facts=["the bank", "Tuesday"])


@pytest.fixture
def view(qtbot: QtBot, case: Case) -> ArticleText:
    return _show(qtbot, case)


def _point_on(view: ArticleText, words: str, part: float = 0.5) -> QPoint:
    """A point of the viewport on the first line of `words`."""
    start = view.article.text.index(words)
    first, end = view.offsets.units_of(Span(start, start + len(words)))
    number = view.page.number_of(first)
    stretch = first_stretch(view.page, first, end)
    assert stretch is not None
    x = stretch.left + (stretch.right - stretch.left) * part
    return QPointF(x, view.page.top(number) + stretch.line.base - 4 - view.offset).toPoint()


def _beside(view: ArticleText, number: int) -> list[Entry]:
    """The numbers in the margin of paragraph `number`."""
    return view.margin.entries(Part(number, *view.page.bounds(number)))


def _click(qtbot: QtBot, view: ArticleText, words: str) -> None:
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=_point_on(view, words))


def _select(view: ArticleText, words: str) -> None:
    start = view.article.text.index(words)
    first, end = view.offsets.units_of(Span(start, start + len(words)))
    cursor = view.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)


def _picture(view: ArticleText) -> QImage:
    return view.viewport().grab().toImage()


def _heights_of(view: ArticleText, token: str, words: str) -> list[int]:
    """Where, below the base line of `words`, pixels of the colour `token` are found, from top to bottom."""
    image, colour = _picture(view), QColor(getattr(look.tokens(), token))
    left, right = (_point_on(view, words, part) for part in (0.05, 0.95))
    base = left.y() + 4
    rows = range(base + 1, base + 16)
    return [y - base for y in rows if any(_is_like(image.pixelColor(x, y), colour) for x in range(left.x(), right.x()))]


def _is_like(one: QColor, other: QColor) -> bool:
    """Whether a pixel has a colour, smoothing allowed for."""
    pairs = zip(one.getRgb()[:3], other.getRgb()[:3], strict=True)
    return sum(abs(a - b) for a, b in pairs) < 60


# Reading.


def test_each_claim_is_underlined_in_the_colour_of_its_status(view: ArticleText) -> None:
    for words, status in CLAIMS.items():
        part = "The minister said" if words.startswith("The minister") else words
        assert _heights_of(view, look.mark_shape(status).token, part), words
    assert not _heights_of(view, "to_check", "more than in any month")


def test_overlapping_claims_are_underlined_apart_the_inner_one_nearer(view: ArticleText) -> None:
    inner = _heights_of(view, "query_out", "5,000 jobs")
    outer = _heights_of(view, "to_check", "5,000 jobs")
    assert max(inner) < min(outer)


def test_facts_left_are_dotted_and_covered_ones_are_not(view: ArticleText, case: Case) -> None:
    assert _heights_of(view, "fact", "the bank")
    view.show_claims(replace(case, facts=()))
    assert not _heights_of(view, "fact", "the bank")


def test_the_selected_claim_is_lit(view: ArticleText) -> None:
    point = _point_on(view, "Prices fell", 0.0)
    above = point - QPoint(-2, 10)
    assert _picture(view).pixelColor(above).name() == look.LIGHT.page
    view.set_selected("claim-4")
    assert _picture(view).pixelColor(above + QPoint(4, 0)).name() == look.LIGHT.accent_soft


def test_numbers_stand_in_the_margin_beside_the_line(view: ArticleText) -> None:
    entries = [entry for number in range(view.page.count) for entry in _beside(view, number)]
    assert sorted(entry.words for entry in entries) == ["1", "2", "3", "4"]
    assert all(entry.box.right() < view.page.left for entry in entries)


def test_numbers_that_share_a_line_do_not_overlap_and_the_rest_are_counted(qtbot: QtBot) -> None:
    words = "1 2 3 4 5 6 7 8"
    crowd = case_of(article("Head", words), dict.fromkeys(words.split(), Status.TO_CHECK))
    entries = _beside(_show(qtbot, crowd, width=400), 2)
    assert [entry.words for entry in entries][-1].startswith("+")
    shown = sum(not entry.words.startswith("+") for entry in entries)
    assert shown + int(entries[-1].words) == 8
    for at, entry in enumerate(entries):
        assert not any(entry.box.intersects(other.box) for other in entries[at + 1 :])
        assert entry.box.left() >= 0


def test_an_article_without_claims_yet_can_be_read(qtbot: QtBot) -> None:
    view = _show(qtbot, case_of(REPORT, {}))
    assert view.toPlainText() == REPORT.text
    assert view.claims_at(QPointF(_point_on(view, "Prices fell"))) == []


def test_claims_arriving_keep_place_and_selected_words(qtbot: QtBot) -> None:
    late = long_case(3000, 50)
    view = _show(qtbot, replace(late, claims=(), facts=()))
    view.verticalScrollBar().setValue(1234)
    words = late.article.text[2000:2040]
    _select(view, words)
    view.verticalScrollBar().setValue(1234)
    view.show_claims(late)
    assert view.offset == 1234
    assert view.selected_span() == Span(2000, 2040).trimmed(late.article.text)


def test_focus_mode_steps_other_paragraphs_back(view: ArticleText) -> None:
    view.set_selected("claim-4")
    usual = _picture(view)
    view.set_alone(True)
    alone = _picture(view)
    other, own = (_point_on(view, words, 0).y() for words in ("The minister", "said the bank"))
    assert usual.copy(0, other - 20, 800, 24) != alone.copy(0, other - 20, 800, 24)
    assert usual.copy(0, own - 20, 800, 24) == alone.copy(0, own - 20, 800, 24)


# Selecting.


def test_a_click_on_a_claim_selects_it(view: ArticleText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.claim_clicked) as clicked:
        _click(qtbot, view, "Prices fell")
    assert clicked.args == ["claim-4"]


def test_clicks_where_claims_overlap_go_through_them(view: ArticleText, qtbot: QtBot) -> None:
    view.claim_clicked.connect(view.set_selected)
    seen = []
    for _ in range(3):
        with qtbot.waitSignal(view.claim_clicked) as clicked:
            _click(qtbot, view, "5,000 jobs")
        seen.append(clicked.args[0])
    assert seen == ["claim-3", "claim-2", "claim-3"]


def test_the_key_for_overlaps_goes_through_them_too(view: ArticleText, qtbot: QtBot) -> None:
    view.claim_clicked.connect(view.set_selected)
    view.set_selected("claim-2")
    seen = []
    for _ in range(2):
        view.cycle_overlap()
        seen.append(view.painter.shown.selected)
    assert seen == ["claim-3", "claim-2"]
    view.set_selected("claim-4")
    with qtbot.assertNotEmitted(view.claim_clicked):
        view.cycle_overlap()


def test_a_click_on_a_number_selects_its_claim(view: ArticleText, qtbot: QtBot) -> None:
    (entry,) = _beside(view, 4)
    point = (entry.box.center() - QPointF(0, view.offset)).toPoint()
    with qtbot.waitSignal(view.claim_clicked) as clicked:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert clicked.args == ["claim-4"]


def test_a_click_beside_the_words_selects_nothing(view: ArticleText, qtbot: QtBot) -> None:
    point = _point_on(view, "said the bank.")
    with qtbot.assertNotEmitted(view.claim_clicked):
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(view.viewport().width() - 20, point.y())
        )


def test_a_click_on_a_fact_left_selects_its_words(view: ArticleText, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.fact_clicked) as clicked:
        _click(qtbot, view, "the bank")
    assert clicked.args == ["fact-the bank"]
    assert view.current_fact() == "fact-the bank"
    span = view.selected_span()
    assert span is not None
    assert span.of(REPORT.text) == "the bank"


def test_facts_left_are_walked_one_after_the_other(view: ArticleText) -> None:
    seen = []
    for _ in range(3):
        view.next_fact_left()
        seen.append(view.current_fact())
    assert seen == ["fact-Tuesday", "fact-the bank", "fact-Tuesday"]


def test_a_claim_far_away_comes_comfortably_into_view_and_one_in_view_stays(qtbot: QtBot) -> None:
    view = _show(qtbot, long_case(5000, 100))
    view.set_selected("claim-80")
    place = view.marks.places("claim-80")[0]
    top, height = view.line_heights(place.start)[0] - view.offset, view.viewport().height()
    assert height / 8 <= top <= height / 2
    before = view.offset
    view.set_selected("")
    view.set_selected("claim-80")
    assert view.offset == before


def test_a_claim_at_the_edge_of_the_window_moves_no_further_than_it_must(qtbot: QtBot) -> None:
    view = _show(qtbot, long_case(5000, 100))
    place = view.marks.places("claim-50")[0]
    top = view.line_heights(place.start)[0]
    view.verticalScrollBar().setValue(round(top - 3))
    view.set_selected("claim-50")
    assert 0 < top - view.offset < 60


# Words.


def test_selected_words_are_a_span_in_code_points(view: ArticleText) -> None:
    assert view.selected_span() is None
    _select(view, " in May, more than ")
    span = view.selected_span()
    assert span is not None
    assert span.of(REPORT.text) == "in May, more than"


def test_words_can_be_selected_with_the_mouse(view: ArticleText, qtbot: QtBot) -> None:
    start, end = _point_on(view, "said the bank", 0.0), _point_on(view, "said the bank", 1.0)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    _move(view, QPoint(end.x(), end.y()))
    with qtbot.assertNotEmitted(view.claim_clicked):
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=end)
    span = view.selected_span()
    assert span is not None
    assert span.of(REPORT.text) == "said the bank"


def test_words_can_be_selected_and_copied_with_the_keys(view: ArticleText, qtbot: QtBot) -> None:
    view.setFocus()
    view.moveCursor(QTextCursor.MoveOperation.Start)
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Jobs up 🙂 in "


def test_copies_are_the_article_word_for_word(view: ArticleText) -> None:
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == REPORT.text
    assert view.createMimeDataFromSelection().formats() == ["text/plain"]


def test_the_caret_passes_over_blank_lines(view: ArticleText, qtbot: QtBot) -> None:
    view.setFocus()
    headline_end = REPORT.text.index("\n")
    cursor = view.textCursor()
    cursor.setPosition(view.offsets.unit(headline_end))
    view.setTextCursor(cursor)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.cursor_position() == REPORT.text.index("The minister")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.cursor_position() == headline_end
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert REPORT.text.index("The minister") <= view.cursor_position() < REPORT.text.index("Prices")


def test_nothing_can_be_typed_into_the_article(view: ArticleText, qtbot: QtBot) -> None:
    view.setFocus()
    for key in (Qt.Key.Key_X, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    QGuiApplication.clipboard().setText("pasted")
    qtbot.keyClick(view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert view.toPlainText() == REPORT.text


# Dragging ends.


def _move(view: ArticleText, place: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(view.viewport().mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        keys,
    )
    QApplication.sendEvent(view.viewport(), event)


def _drag(view: ArticleText, qtbot: QtBot, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=start)
    _move(view, end)


def test_dragging_an_end_of_the_selected_claim_changes_its_bounds(view: ArticleText, qtbot: QtBot) -> None:
    view.set_selected("claim-4")
    _drag(
        view,
        qtbot,
        _point_on(view, "Prices fell by a third", 1.0),
        _point_on(view, "Prices fell by a third in the sa", 1.0),
    )
    with qtbot.waitSignal(view.bounds_dragged) as dragged:
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    claim_id, span = dragged.args
    assert claim_id == "claim-4"
    assert span.of(REPORT.text) in ("Prices fell by a third in the same", "Prices fell by a third in the")


def test_the_start_can_be_dragged_back_over_an_emoji(view: ArticleText, qtbot: QtBot, case: Case) -> None:
    late = case_of(REPORT, {"in May": Status.TO_CHECK})
    view.show_claims(late)
    view.set_selected("claim-1")
    _drag(view, qtbot, _point_on(view, "in May", 0.0), _point_on(view, "🙂", 0.0))
    with qtbot.waitSignal(view.bounds_dragged) as dragged:
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    assert dragged.args[1].of(REPORT.text) == "🙂 in May"


def test_ends_never_pass_each_other(view: ArticleText, qtbot: QtBot) -> None:
    view.set_selected("claim-4")
    _drag(view, qtbot, _point_on(view, "Prices fell by a third", 1.0), _point_on(view, "The minister", 0.0))
    start, end = view.drag.bounds
    assert start < end
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("down", [True, False])
def test_an_end_held_beyond_the_edge_scrolls_on(qtbot: QtBot, down: bool) -> None:
    long = long_case(3_000, 20)
    view = _show(qtbot, long)
    view.set_selected(long.claims[10].id)
    place = view.marks.places(long.claims[10].id)[0]
    view.verticalScrollBar().setValue(round(view.line_heights(place.start)[0]) - view.viewport().height() // 2)
    begin = view.offset
    end = End.END if down else End.START
    bar = view.drag._bar(end)
    assert bar is not None
    outside = QPoint(300, view.viewport().height() + 60 if down else -60)
    _drag(view, qtbot, (bar.center() - QPointF(0, begin)).toPoint(), outside)
    bounds = view.drag.bounds
    qtbot.waitUntil(lambda: abs(view.offset - begin) > 400)
    assert (view.offset > begin) is down
    assert view.drag.bounds[1] > bounds[1] if down else view.drag.bounds[0] < bounds[0]
    _move(view, QPoint(300, 200))
    assert not view._edge.isActive()
    with qtbot.waitSignal(view.bounds_dragged):
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)


def test_escape_gives_up_dragging(view: ArticleText, qtbot: QtBot) -> None:
    view.set_selected("claim-4")
    _drag(view, qtbot, _point_on(view, "Prices fell by a third", 1.0), _point_on(view, "said the bank", 1.0))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(view.bounds_dragged):
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)


def test_a_claim_that_goes_while_it_is_dragged_ends_the_drag(view: ArticleText, qtbot: QtBot, case: Case) -> None:
    view.set_selected("claim-4")
    _drag(view, qtbot, _point_on(view, "Prices fell by a third", 1.0), _point_on(view, "said the bank", 1.0))
    view.show_claims(replace(case, claims=case.claims[:3]))
    with qtbot.assertNotEmitted(view.bounds_dragged):
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    assert view.painter.shown.dragged is None


def test_a_new_status_does_not_disturb_a_drag(view: ArticleText, qtbot: QtBot, case: Case) -> None:
    view.set_selected("claim-4")
    _drag(view, qtbot, _point_on(view, "Prices fell by a third", 1.0), _point_on(view, "said the bank", 1.0))
    checked = replace(case.claims[3], status=Status.CHECKED)
    view.show_claims(replace(case, claims=(*case.claims[:3], checked)), frozenset({"claim-4"}))
    with qtbot.waitSignal(view.bounds_dragged):
        qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)


def test_a_case_that_cannot_be_changed_has_no_handles(view: ArticleText) -> None:
    view.can_change = False
    view.set_selected("claim-4")
    end = view.on_page(QPointF(_point_on(view, "Prices fell by a third", 1.0)))
    assert view.drag.end_at(end) is None
    view.can_change = True
    view.set_selected("claim-4")
    assert view.drag.end_at(end) is End.END


# Page.


def test_a_narrow_window_makes_a_narrow_column(view: ArticleText, qtbot: QtBot) -> None:
    wide = view.page.setting.width
    view.resize(360, 500)
    qtbot.waitUntil(lambda: view.page.setting.width < wide)
    assert view.page.left + view.page.setting.width <= view.viewport().width()
    view.resize(1600, 500)
    qtbot.waitUntil(lambda: view.page.setting.width == wide)
    middle = view.page.left + wide / 2
    assert middle == pytest.approx(view.viewport().width() / 2, abs=1)


def test_a_larger_size_keeps_the_paragraph_that_is_read(qtbot: QtBot) -> None:
    view = _show(qtbot, long_case(5000, 10))
    view.verticalScrollBar().setValue(3000)
    number = view.page.number_at(view.offset)
    view.set_type(look.SERIF, 13, 70, 1.5)
    assert view.page.number_at(view.offset + 1) == number
    qtbot.waitUntil(lambda: view.is_settled)
    assert view.page.number_at(view.offset + 1) == number


def test_the_wheel_with_ctrl_asks_for_another_size(view: ArticleText, qtbot: QtBot) -> None:
    place = QPointF(100, 100)
    wheel = QWheelEvent(
        place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    with qtbot.waitSignal(view.zoom_asked) as asked:
        QApplication.sendEvent(view.viewport(), wheel)
    assert asked.args == [1]


def test_the_theme_reaches_the_page(view: ArticleText, qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.DARK)
    assert _picture(view).pixelColor(2, 2) == QColor(look.DARK.page)


def test_a_long_report_is_painted_by_what_is_seen_of_it(qtbot: QtBot) -> None:
    view = ArticleText()
    qtbot.addWidget(view)
    view.resize(820, 800)
    shown = long_case(50_000, 2_000)
    view.show_article(shown.article)
    view.show_claims(shown)
    view.viewport().grab()
    assert sum(view.page.is_set(number) for number in range(0, view.page.count, 2)) < 20


# Strip, card, screen readers.


def test_the_strip_has_the_claims_and_a_click_selects(view: ArticleText, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(view.strip.rows))
    assert {mark.claim.number for mark in view.strip.rows.values()} <= {1, 2, 3, 4}
    row, mark = max(view.strip.rows.items())
    with qtbot.waitSignal(view.claim_clicked) as clicked:
        qtbot.mouseClick(view.strip, Qt.MouseButton.LeftButton, pos=QPoint(3, row + 1))
    assert clicked.args == [mark.claim.id] == ["claim-4"]


def test_resting_on_a_claim_tells_of_it_in_short(qtbot: QtBot) -> None:
    view = _show(qtbot, seed_case(), height=900)
    told = _card_on(view, qtbot, "We will not annex")
    assert "Claim 2 · Checking · Change to…" in told
    assert any("Vladimir Putin" in line for line in told)
    assert any("nowhere in the body" in line for line in told)


def test_resting_where_claims_overlap_tells_of_each(view: ArticleText, qtbot: QtBot) -> None:
    told = _card_on(view, qtbot, "5,000 jobs")
    assert [line for line in told if line.startswith("Claim")] == ["Claim 3 · Query out", "Claim 2 · To check"]


def test_resting_on_a_fact_left_says_so(view: ArticleText, qtbot: QtBot) -> None:
    assert _card_on(view, qtbot, "the bank") == ["Name, in no claim yet"]


def test_the_card_goes_when_the_page_moves(view: ArticleText, qtbot: QtBot) -> None:
    _card_on(view, qtbot, "Prices fell")
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.card is not None
    assert not view.card.isVisible()


def _card_on(view: ArticleText, qtbot: QtBot, words: str) -> list[str]:
    """The lines of the card that appears when the pointer rests on `words`."""
    point = _point_on(view, words, 0.3)
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(point), QPointF(view.viewport().mapToGlobal(point)), Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)
    qtbot.waitUntil(lambda: view.card is not None and view.card.isVisible())
    assert view.card is not None
    return view.card.lines()


def test_screen_readers_get_the_text_and_the_selected_claim(view: ArticleText) -> None:
    view.set_selected("claim-4")
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.text(QAccessible.Text.Name) == "Article"
    description = interface.text(QAccessible.Text.Description)
    assert description == "Claim 4, Changed, needs attention, no outcome yet, the article: Prices fell by a third"
    text = interface.textInterface()
    assert text.characterCount() == view.offsets.units
    assert text.text(0, 7) == "Jobs up"
    assert text.cursorPosition() == view.marks.places("claim-4")[0].start


def test_screen_readers_find_every_claim_with_number_status_and_outcome(view: ArticleText, case: Case) -> None:
    view.set_selected("claim-3")
    claims = QAccessible.queryAccessibleInterface(view.strip)
    assert (claims.role(), claims.childCount()) == (QAccessible.Role.List, 4)
    items = [claims.child(index) for index in range(4)]
    gc.collect()
    names = [item.text(QAccessible.Text.Name) for item in items]
    assert names[2] == "Claim 3, Query out, no outcome yet, the article: 5,000 jobs"
    assert [item.role() for item in items] == [QAccessible.Role.ListItem] * 4
    assert [bool(item.state().selected) for item in items] == [False, False, True, False]
    assert [claims.indexOfChild(item) for item in items] == [0, 1, 2, 3]
    assert items[3].parent().text(QAccessible.Text.Name) == "Claims along the article"
    assert all(claims.rect().contains(item.rect().topLeft()) for item in items)
    fewer = replace(case, claims=case.claims[:2])
    view.show_claims(fewer)
    assert claims.childCount() == 2
    assert [item.isValid() for item in items] == [True, True, False, False]


def test_screen_readers_come_from_the_article_to_its_claims(view: ArticleText) -> None:
    article_side = QAccessible.queryAccessibleInterface(view)
    roles = [article_side.child(index).role() for index in range(article_side.childCount())]
    assert QAccessible.Role.List in roles


def test_where_lines_begin_at_the_right_the_numbers_stand_there(qtbot: QtBot) -> None:
    told = "قال الوزير إن الأسعار ارتفعت بنسبة خمسة في المئة في مايو"
    shown = article("ارتفاع الأسعار", told, "ثم انخفضت.")
    for width in (820, 420):
        view = _show(qtbot, case_of(shown, {told: Status.TO_CHECK, "ثم انخفضت": Status.CHECKED}), width=width)
        number = view.page.number_of(shown.text.index(told))
        view.page.lines(number)
        (entry,) = view.margin.entries(Part(number, *view.page.bounds(number)))
        assert view.page.left + view.page.setting.width < entry.box.left() < entry.box.right() < view.page.page_width
        assert view.margin.entry_at(entry.box.center()) == entry
        assert view.page.left >= 0
