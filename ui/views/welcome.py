"""What an empty window shows: what to do, an example in one click, and the cases opened last."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui import look
from workbench.settings import RecentCase

_SHOWN = 6
"""Recent files listed."""
_WIDE = 40
"""Ems that the title of one takes at most."""


class Welcome(QWidget):
    """The first thing a newcomer sees."""

    open_asked = Signal()
    paste_asked = Signal()
    example_asked = Signal()
    recent_asked = Signal(str)
    painted = Signal()
    """For the first time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._was_painted = False
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(self._label(self.tr("Begin with an article"), "title"))
        column.addWidget(
            self._label(
                self.tr(
                    "Open the text you are to check. Its claims are underlined and listed beside it; link each to "
                    "evidence, give it an outcome, and export the verification notes. Everything is kept in one file "
                    "on this computer, saved as you go. The article itself is never written to."
                ),
                "muted",
            )
        )
        column.addLayout(self._buttons())
        column.addWidget(
            self._label(self.tr("You can also drop a file or a web address anywhere in this window."), "muted")
        )
        self._recent_title = self._label(self.tr("Recent"), "heading")
        column.addWidget(self._recent_title)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        page = QFrame()
        page.setObjectName("welcome-page")
        page.setLayout(column)
        page.setMaximumWidth(self.fontMetrics().averageCharWidth() * 90)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(page, 10)
        across.addStretch(1)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addLayout(across)
        outer.addStretch(3)
        self.show_recent([])

    def _label(self, text: str, role: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        return look.style(label, role=role)

    def showEvent(self, event: QShowEvent) -> None:
        """Enter opens: what most people come for."""
        super().showEvent(event)
        self._open.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, signal, icon, role in (
            (self.tr("Open…"), self.open_asked, "folder-open", "primary"),
            (self.tr("Paste an article…"), self.paste_asked, "clipboard-paste", ""),
            (self.tr("Try the example"), self.example_asked, "newspaper", ""),
        ):
            button = QPushButton(words)
            button.setIcon(look.icon(icon, "on_accent") if role else look.icon(icon))
            look.beside_words(button)
            look.style(button, role=role)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.setAutoDefault(True)  # else Enter does nothing outside a dialog
            button.clicked.connect(signal)
            row.addWidget(button)
            if role:
                self._open = button
        row.addStretch(1)
        return row

    def show_recent(self, cases: Sequence[RecentCase]) -> None:
        """List the cases opened last, newest first; those that are gone are left out by the caller."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for case in cases[:_SHOWN]:
            self._recent.addWidget(self._link(case), 0, Qt.AlignmentFlag.AlignLeft)
            if told := self._told(case):
                label = look.style(QLabel(told), role="small")
                label.setContentsMargins(2, 0, 0, look.px(0.4))
                self._recent.addWidget(label)
        self._recent_title.setVisible(bool(cases))

    def _link(self, case: RecentCase) -> QPushButton:
        name = self.fontMetrics().elidedText(case.name, Qt.TextElideMode.ElideRight, look.px(_WIDE))
        button = QPushButton(name.replace("&", "&&"))
        look.style(button, role="link")
        button.setToolTip(str(case.path))
        button.setAccessibleName(case.name)
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.recent_asked.emit(str(case.path)))
        return button

    def _told(self, case: RecentCase) -> str:
        """How far its check is and when it was last at hand, as far as that is remembered."""
        number, used = QLocale().toString, QDateTime.fromString(case.used, Qt.DateFormat.ISODate)
        far = (
            self.tr("{checked} of {claims} checked").format(checked=number(case.checked), claims=number(case.claims))
            if case.claims
            else ""
        )
        when = QLocale().toString(used.toLocalTime().date(), "d MMM yyyy") if used.isValid() else ""
        return " · ".join(part for part in (far, when) if part)
