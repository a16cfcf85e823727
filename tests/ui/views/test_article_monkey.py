"""A monkey at the article: random keys, clicks, drags, sizes, cases. No exception, no Qt warning, no lost word.

Many more events: `MONKEY_EVENTS=100000 pytest tests/ui/views/test_article_monkey.py`.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.seed_case import seed_case
from tests.ui.views.article_texts import article, case_of, long_case
from ui import look
from ui.views.article_text import ArticleText
from workbench.domain.claim import Status

EVENTS = int(os.environ.get("MONKEY_EVENTS", "1200"))
KEYS = [
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_V),
    *(Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Delete),
]
NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
LEFT = Qt.MouseButton.LeftButton
MIXED = case_of(
    article(
        "Mixed scripts",
        "قال الرئيس إن الميزانية ارتفعت بنسبة 15 في المئة “in 2022” وهو أعلى رقم.",
        "北京市政府星期二表示，今年的道路支出增加了百分之十五。",
        "🇧🇷Today’s 👩‍🚀 interview was “very productive”",
        "Donau" * 500,
    ),
    {"“in 2022” وهو": Status.QUERY_OUT, "道路支出": Status.CHECKED, "👩‍🚀 interview": Status.CHANGED},
)


class Monkey:
    def __init__(self, view: ArticleText, seed: int) -> None:
        self.view = view
        self.chance = random.Random(seed)
        self.cases = [seed_case(), MIXED, long_case(2000, 90), case_of(article("X"), {})]
        self.case = self.cases[0]
        self._show_another()

    def _point(self) -> QPoint:
        size = self.view.viewport().size()
        return QPoint(self.chance.randint(-20, size.width() + 20), self.chance.randint(-20, size.height() + 20))

    def _show_another(self) -> None:
        self.case = self.chance.choice(self.cases)
        self.view.show_article(self.case.article)
        self.view.show_claims(self.case)

    def _key(self) -> None:
        QTest.keyClick(self.view, self.chance.choice(KEYS), self.chance.choice([NONE, SHIFT, CTRL, SHIFT | CTRL]))

    def _click(self) -> None:
        QTest.mouseClick(self.view.viewport(), LEFT, self.chance.choice([NONE, SHIFT]), self._point())

    def _drag(self) -> None:
        QTest.mousePress(self.view.viewport(), LEFT, NONE, self._point())
        for _ in range(3):
            place = QPointF(self._point())
            move = QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, LEFT, NONE)
            QApplication.sendEvent(self.view.viewport(), move)
        if self.chance.random() < 0.2:
            self._refresh()
        QTest.mouseRelease(self.view.viewport(), LEFT, NONE, self._point())

    def _refresh(self) -> None:
        fewer = self.case.claims[:: self.chance.randint(1, 3)]
        changed = frozenset({self.case.claims[0].id}) if self.case.claims else frozenset()
        self.view.show_claims(replace(self.case, claims=fewer), self.chance.choice([frozenset(), changed]))

    def _select(self) -> None:
        self.view.set_selected(self.chance.choice([*(claim.id for claim in self.case.claims), "", "nobody"]))
        self.view.cycle_overlap()

    def _size(self) -> None:
        self.view.resize(self.chance.randint(60, 1400), self.chance.randint(40, 900))
        face = self.chance.choice(look.READING_FACES)
        self.view.set_type(face, self.chance.choice([8, 13, 30]), self.chance.choice([40, 70, 120]), 1.0)

    def _find(self) -> None:
        end = len(self.case.article.text)
        self.view.show_found([(self.chance.randint(0, end - 1), end)], self.chance.choice([0, -1]))

    def _scroll(self) -> None:
        self.view.verticalScrollBar().setValue(self.chance.randint(0, 5000))

    def act(self) -> None:
        often: list[tuple[Callable[[], None], int]] = [
            (self._key, 35), (self._click, 15), (self._drag, 12), (self._refresh, 5), (self._select, 8),
            (self._size, 4), (self._show_another, 3), (self._find, 3), (self._scroll, 6), (self.view.next_fact_left, 3),
        ]  # fmt: skip
        acts, weights = zip(*often, strict=True)
        self.chance.choices(acts, weights)[0]()


@pytest.mark.parametrize("seed", [1, 2])
def test_a_monkey_breaks_nothing(seed: int, qtbot: QtBot, qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.LIGHT)
    view = ArticleText()
    qtbot.addWidget(view)
    view.resize(800, 600)
    with qtbot.waitExposed(view):
        view.show()
    view.claim_clicked.connect(view.set_selected)
    monkey = Monkey(view, seed)
    for turn in range(EVENTS // 2):
        monkey.act()
        if turn % 7 == 0:
            qapp.processEvents()
    qapp.processEvents()
    assert view.document().characterCount() - 1 == view.offsets.units
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == monkey.case.article.text
