"""The claims panel: every claim of the case, narrowed and ordered as the checker wishes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from ui import look
from ui.case_session import CaseSession
from ui.models.claims_filter import EVERYTHING, ClaimsFilter, Wanted
from ui.models.claims_model import ClaimsModel, Order
from ui.views.claims_header import ClaimsHeader
from ui.views.claims_list import ClaimsList
from ui.views.empty_state import EmptyState
from ui.views.loose_warnings import LooseWarnings
from workbench.domain.changes import Area, Changes


class ClaimsPanel(QWidget):
    """Listens to the session; the list's own place follows what is selected there."""

    facts_asked = Signal()
    """The person wants to walk through the facts that are left."""
    place_asked = Signal(object)
    """A Span of the article that the person wants to see."""

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._low = False
        self.model = ClaimsModel(self)
        self.shown = ClaimsFilter(self.model, self)
        self.header = ClaimsHeader()
        self.loose = LooseWarnings(session)
        self.list = ClaimsList(self.shown)
        self.empty = EmptyState()
        self.empty.pressed.connect(self._way_on)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.loose)
        column.addWidget(look.style(QFrame(), role="rule"))
        column.addWidget(self._pages, 1)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self._session.opened.connect(self._opened)
        self._session.changed.connect(self._changed)
        self._session.selection_changed.connect(self._selected)
        self._session.finding.connect(self._show_page)
        self._session.saving.connect(self._saving)
        self.list.chosen.connect(self._session.select)
        self.header.facts_asked.connect(self.facts_asked)
        self.header.filter_asked.connect(self._turn_filter)
        self.loose.place_asked.connect(self.place_asked)
        self.header.search.textChanged.connect(self._search)
        self.header.search.left.connect(self.focus_list)
        self.header.kinds_wanted.connect(lambda kinds: self._want(replace(self.shown.wanted, kinds=kinds)))
        self.header.order_wanted.connect(self._sort)
        self.header.chips.wanted.connect(self._want)

    def _opened(self) -> None:
        self.clear_filter()
        self.refresh()
        self._selected(self._session.selected)

    def _changed(self, changes: Changes) -> None:
        self.refresh(changes.claims if changes.areas == {Area.CLAIMS} else frozenset())

    def refresh(self, changed: frozenset[str] = frozenset()) -> None:
        """Show the case as it is now; `changed` as for ClaimsModel.show."""
        case = self._session.case
        self.model.show(case, changed)
        self.list.show_selected(self._session.selected)
        self.header.show_counts(case)
        self.header.chips.count(self.model.rows())
        self.loose.show_case(case)
        self._show_page()

    def _selected(self, claim_id: str) -> None:
        self.list.show_selected(claim_id)
        self.shown.keep(claim_id)
        self._say_shown()

    def _saving(self, _: object) -> None:
        """What was found is on its way to the file, or could not be put there."""
        if not self.model.rowCount():
            self._show_page()

    def _want(self, wanted: Wanted) -> None:
        self.shown.want(wanted)
        self.header.chips.show_wanted(wanted)
        self.header.arrange()
        self.list.show_selected(self._session.selected)
        self.shown.keep(self._session.selected)
        self.list.show_where_it_begins(to_first=bool(wanted.words))
        self._show_page()

    def _search(self, text: str) -> None:
        self._want(self.shown.wanted.searching(text))

    def _sort(self, order: Order) -> None:
        self.model.sort_by(order)
        self.list.show_selected(self._session.selected)

    def _show_page(self, _: object = None) -> None:
        """The list, or why there is nothing in it."""
        self._say_shown()
        filled = self.shown.rowCount() > 0
        self._pages.setCurrentIndex(0 if filled else 1)
        if filled:
            return
        if self.model.rowCount():
            self.empty.say(
                "list-filter",
                self.tr("No claim matches"),
                self.tr("Every claim is hidden by the filter or the words searched for."),
                self.tr("Clear filter"),
            )
        elif self._session.case is None:
            self.empty.say("folder-open", self.tr("Opening…"))
        elif self._session.is_finding:
            self.empty.say(
                "file-search", self.tr("Looking for claims…"), self.tr("You can read the article in the meantime.")
            )
        elif self._is_unsearched():
            self.empty.say(
                "file-search",
                self.tr("Nobody has looked for claims yet"),
                self.tr("Look for them now, or select words in the article and press N to make a claim of them."),
                self.tr("Look for claims"),
            )
        else:
            self.empty.say(
                "highlighter",
                self.tr("No claims yet"),
                self.tr("Select words in the article and press N to make a claim of them."),
            )

    def _say_shown(self) -> None:
        narrowed = self.shown.wanted != EVERYTHING
        shown = self.shown.rowCount() if narrowed else None
        self.header.say_claims(self.model.rowCount(), shown, known=self._is_known())

    def _is_known(self) -> bool:
        """Whether somebody has looked, so that no claims are none."""
        case = self._session.case
        return case is not None and case.extracted and not self._session.is_finding

    def _is_unsearched(self) -> bool:
        session = self._session
        return bool(session.case and not session.case.extracted and not session.is_finding and not session.read_only)

    def _way_on(self) -> None:
        """What the button of the empty list offers."""
        if self.model.rowCount():
            self.clear_filter()
        else:
            self._session.find_claims()

    def clear_filter(self) -> None:
        """Show every claim again."""
        self.header.search.clear()
        self.header.show_all_kinds()
        self._want(EVERYTHING)

    def next_claim(self) -> None:
        """Select the claim after the selected one, in the list as shown; the last stays."""
        self._step(1)

    def previous_claim(self) -> None:
        """Select the claim before the selected one; the first stays."""
        self._step(-1)

    def _step(self, by: int) -> None:
        last = self.shown.rowCount() - 1
        if last < 0:
            return
        row = self.shown.row_of(self._session.selected)
        target = (0 if by > 0 else last) if row is None else min(max(row + by, 0), last)
        self._session.select(self.shown.claim_id(target))

    def focus_list(self) -> None:
        """Keys go to the list; the selected claim, else the first, is in sight."""
        if not self._session.selected:
            self._step(1)
        self.list.setFocus()

    def focus_search(self) -> None:
        self.header.search.setFocus()
        self.header.search.selectAll()

    def set_low(self, low: bool) -> None:
        """Take fewer lines in a low window, so that enough claims are in sight."""
        if low != self._low:
            self._low = low
            self.header.set_low(low)
            self.list.set_low(low)

    def _turn_filter(self) -> None:
        """Show the filter where it is not shown, and take it back where it need not be."""
        if self._low and self.header.chips.isVisible():
            self.focus_list()
            self.header.arrange()
        else:
            self.focus_filter()

    def focus_filter(self) -> None:
        self.header.arrange(to_chips=True)
        self.header.chips.focus()
