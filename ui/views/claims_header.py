"""The head of the claims panel: how far the check is, and how to narrow and order the list."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ui import look
from ui.look.flow_layout import FlowLayout
from ui.look.labels import search_field
from ui.models import words
from ui.models.claims_model import Order
from ui.views.status_chips import StatusChips
from workbench.domain.case import Case
from workbench.domain.claim import ClaimKind


class SearchField(QLineEdit):
    """Esc empties it; Esc in an empty field, Down and Enter go on to the list."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape | Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class ClaimsHeader(QWidget):
    facts_asked = Signal()
    """The person wants to walk through the facts that are left."""
    filter_asked = Signal()
    """The person wants to choose by status what is listed."""
    kinds_wanted = Signal(object)
    """A frozenset of ClaimKind; empty for all."""
    order_wanted = Signal(object)
    """An Order."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claims = look.style(QLabel(), role="heading")
        self._facts = look.style(QPushButton(), role="link")
        self._facts.setToolTip(self.tr("Go to the next fact that no claim covers"))
        self._facts.clicked.connect(self.facts_asked)
        self._checked = look.style(QPushButton(), role="link")
        self._checked.setToolTip(self.tr("Narrow the list by status (Shift+F7)"))
        self._checked.clicked.connect(self.filter_asked)
        self._progress = QProgressBar(textVisible=False)
        self._progress.setAccessibleName(self.tr("Claims checked"))
        self._progress.setFixedSize(look.px(7), look.px(0.4))
        self.search = SearchField()
        self.search.setPlaceholderText(self.tr("Search claims"))
        search_field(self.search, self.tr("Search claims"))
        self.kind = self._menu_button("list-filter", self._kind_menu())
        self.sort = self._menu_button("arrow-down-up", self._sort_menu())
        self.chips = StatusChips()
        self._low = False
        self._has_claims = False
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow_focus)
        self._lay_out()
        self._say_kinds()
        self._say_order(Order.PLACE)

    def _lay_out(self) -> None:
        counts = FlowLayout(gap=look.px(0.7))
        for widget in (self._claims, self._facts, self._checked):
            counts.addWidget(widget)
        head = QHBoxLayout()
        head.setSpacing(look.px(0.7))
        head.addLayout(counts, 1)
        head.addWidget(self._progress)
        tools = QHBoxLayout()
        tools.setSpacing(look.px(0.4))
        tools.addWidget(self.search, 1)
        tools.addWidget(self.kind)
        tools.addWidget(self.sort)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(0.8), look.px(0.6), look.px(0.8), look.px(0.6))
        column.setSpacing(look.px(0.5))
        column.addLayout(head)
        column.addLayout(tools)
        column.addWidget(self.chips)

    def set_low(self, low: bool) -> None:
        """In a low window the chips are shown only while they narrow the list, or somebody goes to them."""
        self._low = low
        self.arrange()

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Left by key, the chips go. What is pressed with the mouse must not move away under it."""
        if not self._low or new is None or QApplication.mouseButtons() is not Qt.MouseButton.NoButton:
            return
        if old is not None and isValid(old) and self.chips.isAncestorOf(old):
            self.arrange()

    def arrange(self, *, to_chips: bool = False) -> None:
        """Show what there is room for."""
        self._progress.setVisible(not self._low and self._has_claims)
        there = QApplication.focusWidget()
        used = self.chips.narrows or (there is not None and self.chips.isAncestorOf(there))
        self.chips.setVisible(not self._low or to_chips or used)

    def _menu_button(self, icon: str, menu: QMenu) -> QToolButton:
        button = look.style(QToolButton(), role="quiet")
        button.setIcon(look.icon(icon, "muted"))
        look.beside_words(button, 1.1)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        menu.setParent(button, menu.windowFlags())
        button.setMenu(menu)
        return button

    def _kind_menu(self) -> QMenu:
        menu = QMenu()
        self._kinds: dict[ClaimKind, QAction] = {}
        for kind in ClaimKind:
            action = menu.addAction(words.kind(kind).capitalize())
            action.setCheckable(True)
            action.toggled.connect(self._kinds_toggled)
            self._kinds[kind] = action
        menu.addSeparator()
        menu.addAction(self.tr("All kinds"), self.show_all_kinds)
        return menu

    def _sort_menu(self) -> QMenu:
        menu = QMenu()
        group = QActionGroup(menu)
        for order in Order:
            action = menu.addAction(self._order_word(order))
            action.setCheckable(True)
            action.setChecked(order is Order.PLACE)
            action.triggered.connect(lambda _=False, order=order: self._order_chosen(order))
            group.addAction(action)
        return menu

    def _order_word(self, order: Order) -> str:
        return self.tr("By place") if order is Order.PLACE else self.tr("By check-worthiness")

    def _order_chosen(self, order: Order) -> None:
        self._say_order(order)
        self.order_wanted.emit(order)

    def _say_order(self, order: Order) -> None:
        self.sort.setText(self.tr("Place") if order is Order.PLACE else self.tr("Worth"))
        self.sort.setAccessibleName(self.tr("Order: {order}").format(order=self._order_word(order)))
        self.sort.setToolTip(self.sort.accessibleName())

    def _kinds_toggled(self) -> None:
        self._say_kinds()
        self.kinds_wanted.emit(self.kinds())

    def kinds(self) -> frozenset[ClaimKind]:
        return frozenset(kind for kind, action in self._kinds.items() if action.isChecked())

    def show_all_kinds(self) -> None:
        for action in self._kinds.values():
            action.setChecked(False)

    def _say_kinds(self) -> None:
        chosen = [words.kind(kind) for kind in ClaimKind if kind in self.kinds()]
        said = self.tr("All kinds") if not chosen else ", ".join(chosen)
        self.kind.setText(said if len(chosen) < 2 else self.tr("%n kinds", "", len(chosen)))
        self.kind.setAccessibleName(self.tr("Kinds shown: {kinds}").format(kinds=said))
        self.kind.setToolTip(self.kind.accessibleName())

    def counts(self) -> tuple[str, str, str]:
        """What is said of claims, facts and checks."""
        return self._claims.text(), self._facts.text(), self._checked.text()

    def say_claims(self, count: int, shown: int | None = None, *, known: bool = True) -> None:
        """How many claims there are, and how many of them are `shown` while the list is narrowed.

        Not that there are none while it is not `known`.
        """
        if not count and not known:
            self._claims.setText(self.tr("Claims"))
        elif shown is None:
            self._claims.setText(self.tr("%n claims", "", count))
        else:
            some = self.locale().toString(shown)
            self._claims.setText(self.tr("{shown} of %n claims", "", count).format(shown=some))

    def show_counts(self, case: Case | None) -> None:
        """How many facts are left, how many claims are checked."""
        claims, facts = (len(case.claims), len(case.facts)) if case else (0, 0)
        left, checked = (case.facts_left, case.checked) if case else (0, 0)
        number = self.locale().toString
        self._facts.setText(
            self.tr("{left} of %n facts left", "", facts).format(left=number(left))
            if left
            else self.tr("no facts left")
        )
        self._facts.setVisible(bool(facts))
        self._facts.setEnabled(bool(left))
        self._checked.setText(self.tr("%n checked", "", checked))
        self._checked.setVisible(bool(claims))
        if self._has_claims != bool(claims):
            self._has_claims = bool(claims)
            self.arrange()
        self._progress.setRange(0, max(claims, 1))
        self._progress.setValue(checked)
        self._progress.setToolTip(self.tr("{checked} of %n claims checked", "", claims).format(checked=number(checked)))
