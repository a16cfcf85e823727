"""The strip of marks for screen readers: a list whose items are the article's claims, in order of place."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleObject, QColor, QWindow
from shiboken6 import isValid

from ui.views import claim_announcement
from workbench.domain.claim import Claim

if TYPE_CHECKING:
    from ui.views.scroll_marks import ScrollMarks

_Text = QAccessible.Text


class _ClaimItem(QAccessibleInterface):
    """One claim; knows it by its identifier, so that it always tells of the claim as it stands now."""

    def __init__(self, strip: ScrollMarks, claim_id: str) -> None:
        super().__init__()
        self._strip, self._claim_id = strip, claim_id

    def _claim(self) -> Claim | None:
        return self._strip.claim(self._claim_id) if isValid(self._strip) else None

    def isValid(self) -> bool:
        return self._claim() is not None

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> QWindow:
        return self.parent().window()

    def parent(self) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._strip)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        return -1

    def text(self, kind: QAccessible.Text) -> str:
        claim = self._claim()
        return claim_announcement.told(claim, self._strip.scale) if claim is not None and kind is _Text.Name else ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """The words of a claim can't be written to."""

    def rect(self) -> QRect:
        return self._strip.place_of(self._claim_id)

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.selectable = True
        state.selected = self._claim_id == self._strip.selected
        state.readOnly = True
        return state

    def foregroundColor(self) -> QColor:
        return self.parent().foregroundColor()


class _StripList(QAccessibleObject):
    def __init__(self, strip: ScrollMarks) -> None:
        super().__init__(strip)
        self._strip = strip
        self._items: dict[str, _ClaimItem] = {}

    def window(self) -> QWindow:
        return self._strip.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        above = self._strip.parent()
        assert above is not None
        return QAccessible.queryAccessibleInterface(above)

    def childCount(self) -> int:
        return len(self._strip.claim_ids())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        ids = self._strip.claim_ids()
        if not 0 <= index < len(ids):
            return None
        return self._items.setdefault(ids[index], _ClaimItem(self._strip, ids[index]))

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        claim_id = self._strip.claim_near(self._strip.mapFromGlobal(QPoint(x, y)).y())
        return self.child(self._strip.claim_ids().index(claim_id)) if claim_id else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        known = {id(item): claim_id for claim_id, item in self._items.items()}
        claim_id = known.get(id(child), "")
        ids = self._strip.claim_ids()
        return ids.index(claim_id) if claim_id in ids else -1

    def text(self, kind: QAccessible.Text) -> str:
        words = {_Text.Name: self._strip.accessibleName(), _Text.Description: self._strip.accessibleDescription()}
        return words.get(kind, "")

    def rect(self) -> QRect:
        return QRect(self._strip.mapToGlobal(QPoint(0, 0)), self._strip.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        return QAccessible.State()


_kept: list[_StripList] = []
"""Qt keeps these by a bare pointer."""


@cache
def install() -> None:
    """Have Qt ask here for the accessible side of ScrollMarks; once per process is enough."""
    from ui.views.scroll_marks import ScrollMarks

    def made(_kind: str, asked: QObject) -> QAccessibleInterface | None:
        if not isinstance(asked, ScrollMarks):
            return None
        _kept.append(_StripList(asked))
        return _kept[-1]

    QAccessible.installFactory(made)
