"""What is still open, by rule. It informs: nothing here keeps notes from going out."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.dialogs.grouped_tree import GroupedTree
from ui.look.labels import plain
from ui.look.room import fit
from ui.models import gate_words
from workbench.domain.case import Case
from workbench.domain.open_points import OpenPoint
from workbench.workflow.gate import GateOptions, open_points

_POINT = Qt.ItemDataRole.UserRole


class GateDialog(QDialog):
    def __init__(
        self, case: Case, options: GateOptions | None = None, selected: str = "", parent: QWidget | None = None
    ) -> None:
        """`selected` is the claim to begin at."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("What is still open"))
        self._case = case
        self._numbers = {claim.id: claim.number for claim in case.claims}
        points = open_points(case, options)
        self.points = GroupedTree()
        self.points.setColumnCount(2)
        self.points.setAccessibleName(self.tr("Open points, by rule"))
        self.points.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.points.header().setStretchLastSection(True)
        self._about = plain("muted")
        self._about.setMinimumHeight(look.px(4.4))
        self._about.setAlignment(Qt.AlignmentFlag.AlignTop)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.go = buttons.addButton(self.tr("Go there"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        column.addWidget(plain("body", self._head(points)))
        column.addWidget(self.points, 1)
        column.addWidget(self._about)
        column.addWidget(buttons)
        fit(self, 44, 36)
        self.points.currentItemChanged.connect(self._show_words)
        self.points.itemActivated.connect(self._activate)
        self._fill(points, selected)
        self.points.setFocus()

    def _head(self, points: tuple[OpenPoint, ...]) -> str:
        if not points:
            return self.tr("Nothing is open.")
        return self.tr("%n points are open. They keep nothing from being exported.", "", len(points))

    def _fill(self, points: tuple[OpenPoint, ...], selected: str) -> None:
        begin: list[QTreeWidgetItem] = []
        first: list[QTreeWidgetItem] = []
        for rule, count in gate_words.counted(points):
            found = [point for point in points if point.rule is rule]
            rows = [self._row(point) for point in found]
            self.points.add_group(f"{gate_words.rule(rule)} · {QLocale().toString(count)}", rows)
            first += rows[:1]
            begin += [row for row, point in zip(rows, found, strict=True) if selected and point.claim_id == selected]
        for row in (begin or first)[:1]:
            self.points.setCurrentItem(row)
        self.go.setEnabled(self.chosen() is not None)

    def _row(self, point: OpenPoint) -> QTreeWidgetItem:
        number = self._numbers.get(point.claim_id)
        reason = gate_words.reason(point)
        row = QTreeWidgetItem([self.tr("Claim {number}").format(number=number) if number else "", reason])
        row.setData(0, _POINT, point)
        row.setToolTip(1, reason)
        return row

    def _show_words(self) -> None:
        """The article's words at the place, so that one knows which claim it is."""
        point = self.chosen()
        self.go.setEnabled(point is not None)
        words = point.place.of(self._case.article.text) if point and point.place else ""
        self._about.setText(f"{gate_words.reason(point)}\n{' '.join(words.split())}" if point else "")

    def _activate(self, _item: QTreeWidgetItem) -> None:
        if self.chosen() is not None:
            self.accept()

    def chosen(self) -> OpenPoint | None:
        item = self.points.currentItem()
        point = item.data(0, _POINT) if item else None
        return point if isinstance(point, OpenPoint) else None

    @classmethod
    def ask(
        cls, parent: QWidget | None, case: Case, options: GateOptions | None = None, selected: str = ""
    ) -> OpenPoint | None:
        """The point to go to, or None when they were only looked at."""
        dialog = cls(case, options, selected, parent)
        go = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if go else None
