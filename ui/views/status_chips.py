"""Filter chips: one for each status that claims have, with how many; and one for warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui import look
from ui.look.flow_layout import FlowLayout
from ui.models.claims_filter import EVERYTHING, Wanted
from ui.models.claims_model import ClaimRow
from workbench.domain.claim import Status


class _Chip(QPushButton):
    def __init__(self, icon: str, token: str) -> None:
        super().__init__()
        self._icon, self._token = icon, token
        self.setCheckable(True)
        look.style(self, role="chip")
        look.beside_words(self)
        self.toggled.connect(self._tint)
        self._tint(checked=False)

    def _tint(self, checked: bool) -> None:
        if self._icon:
            self.setIcon(look.icon(self._icon, "on_accent" if checked else self._token))

    def say(self, words: str, count: int) -> None:
        self.setText(f"{words} {self.locale().toString(count)}")
        self.setAccessibleName(self.tr("{words}: %n claims", "", count).format(words=words))


class StatusChips(QWidget):
    """Keeps kind and search of what is wanted, changes statuses and warnings."""

    wanted = Signal(object)
    """The Wanted asked for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wanted = EVERYTHING
        self._all = _Chip("", "")
        self._all.clicked.connect(lambda: self._ask(replace(self._wanted, statuses=frozenset(), warnings_only=False)))
        self._statuses = {status: self._status_chip(status) for status in Status}
        self._warnings = _Chip("triangle-alert", "warning")
        self._warnings.clicked.connect(lambda on: self._ask(replace(self._wanted, warnings_only=on)))
        line = FlowLayout(self, gap=look.px(0.4))
        for chip in (self._all, *self._statuses.values(), self._warnings):
            line.addWidget(chip)

    def _status_chip(self, status: Status) -> _Chip:
        mark = look.mark(status)
        chip = _Chip(mark.icon, mark.token)
        chip.clicked.connect(lambda on: self._toggle(status, on))
        return chip

    def _toggle(self, status: Status, on: bool) -> None:
        statuses = self._wanted.statuses | {status} if on else self._wanted.statuses - {status}
        self._ask(replace(self._wanted, statuses=statuses))

    def _ask(self, wanted: Wanted) -> None:
        self.show_wanted(wanted)
        self.wanted.emit(wanted)

    def show_wanted(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._all.setChecked(not wanted.statuses and not wanted.warnings_only)
        for status, chip in self._statuses.items():
            chip.setChecked(status in wanted.statuses)
        self._warnings.setChecked(wanted.warnings_only)

    def count(self, rows: Sequence[ClaimRow]) -> None:
        """Say how many claims each chip stands for. A chip for none is hidden unless it is what is wanted."""
        counts = Counter(row.claim.status for row in rows)
        warned = sum(bool(row.warnings) for row in rows)
        self._all.say(self.tr("All"), len(rows))
        self._all.setVisible(bool(rows) or self.narrows)
        for status, chip in self._statuses.items():
            chip.say(look.mark(status).word, counts[status])
            chip.setVisible(bool(counts[status]) or chip.isChecked())
        self._warnings.say(self.tr("Warnings"), warned)
        self._warnings.setVisible(bool(warned) or self._warnings.isChecked())

    @property
    def narrows(self) -> bool:
        """Whether some claims are hidden by a status or by having no warning."""
        return bool(self._wanted.statuses) or self._wanted.warnings_only

    def press(self, status: Status | None) -> None:
        """Press a status's chip; None stands for all."""
        (self._statuses[status] if status else self._all).click()

    def focus(self) -> None:
        self._all.setFocus()
