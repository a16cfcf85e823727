"""The line at the foot of the window: what is saved, how far the check is, and what runs meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from ui import look
from ui.case_session import CaseSession

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from ui.tasks import Work


class StatusLine(QStatusBar):
    """Follows the session. Progress of long work stands here with its cancel button.

    At first only its room is there; the words with `furnish`.
    """

    def __init__(self, session: CaseSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._watching: Work | None = None
        self._labels: list[QLabel] = []
        """Of the case, those that matter most first."""
        self.setSizeGripEnabled(False)
        self.setContentsMargins(12, 2, 12, 2)
        room = QWidget()
        room.setFixedSize(0, look.button_height(quiet=True))
        self.addWidget(room)

    def furnish(self) -> None:
        """Put in what can be said here."""
        self._saved, self._draft, self._checked, self._checker, self._zoom = (QLabel() for _ in range(5))
        self._labels = [self._saved, self._checked, self._checker, self._draft, self._zoom]
        for label in self._labels:
            look.style(label, role="small")
            label.setContentsMargins(0, 0, 14, 0)
        for label in (self._saved, self._draft, self._checked):
            self.addWidget(label)
        self._doing = look.style(QLabel(), role="small")
        self._progress = QProgressBar()
        self._progress.setRange(0, 100)
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(self.fontMetrics().averageCharWidth() * 20)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._cancel = QPushButton(self.tr("Stop"))
        look.style(self._cancel, role="quiet")
        self._cancel.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._left = look.style(QLabel(), role="small")
        for widget in (self._doing, self._progress, self._left, self._cancel, self._checker, self._zoom):
            self.addPermanentWidget(widget)
        self._show_progress(False)
        session = self._session
        session.opened.connect(self.refresh)
        session.changed.connect(self.refresh)
        session.saving.connect(self.refresh)
        session.finding.connect(lambda work: self.watch(work, self.tr("Looking for claims…")))
        self._cancel.clicked.connect(self._stop)
        self.refresh()

    def watch(self, work: Work | None, words: str) -> None:
        """Show the progress of `work` until it is finished."""
        self._watching = work
        self._doing.setText(words)
        self._show_progress(work is not None)
        if work is None:
            return
        from ui.models.remaining import Remaining

        self._cancel.setAccessibleName(self.tr("Stop: {what}").format(what=words))
        self._progress.setValue(0)
        remaining = Remaining()
        remaining.seconds(0)
        work.progress.connect(lambda share: self._show_share(share, remaining.seconds(share)))
        work.finished.connect(lambda: self.watch(None, "") if self._watching is work else None)

    def _show_share(self, share: float, seconds: float | None) -> None:
        self._progress.setValue(round(share * 100))
        self._left.setText("" if seconds is None else self._left_words(seconds))
        self._fit()

    def _left_words(self, seconds: float) -> str:
        """No more exact than an estimate can be."""
        if seconds < 10:
            return self.tr("a few seconds left")
        if seconds < 45:
            return self.tr("less than a minute left")
        if seconds < 90:
            return self.tr("about a minute left")
        return self.tr("about %n minutes left", "", round(seconds / 60))

    def _stop(self) -> None:
        if self._watching is not None:
            self._watching.cancel()

    def _show_progress(self, shown: bool) -> None:
        self._left.clear()
        for widget in (self._doing, self._progress, self._left, self._cancel):
            widget.setVisible(shown)
        self._fit()

    def show_zoom(self, percent: int) -> None:
        self._zoom.setText(self.tr("{number}%").format(number=QLocale().toString(percent)))
        self._fit()

    def _fit(self) -> None:
        """Say of the case what there is room for: in a narrow window, what matters least gives way."""
        for label in self._labels:
            label.setVisible(self._session.case is not None)
        for label in reversed(self._labels[1:]):
            if self.sizeHint().width() > self.width():
                label.hide()

    def minimumSizeHint(self) -> QSize:
        """No window is made wider by what is said here."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._labels:
            self._fit()

    def refresh(self, _: object = None) -> None:
        case = self._session.case
        if case is None:
            self._fit()
            return
        self._saved.setText(self._saved_words(case.last_saved))
        self._draft.setText(self.tr("Draft {number}").format(number=QLocale().toString(case.draft.number)))
        self._checked.setText(
            self.tr("{done} of {all} checked").format(
                done=QLocale().toString(case.checked), all=QLocale().toString(len(case.claims))
            )
            if case.claims
            else ""
        )
        self._checker.setText(self.tr("Checker: {name}").format(name=self._session.who))
        self._fit()

    def _saved_words(self, instant: str) -> str:
        if self._session.read_only:
            return self.tr("Read-only: nothing can be changed")
        if self._session.is_saving:
            return self.tr("Saving…")
        if self._session.is_typing:
            return self.tr("Typed, not saved yet")
        from PySide6.QtCore import QDateTime  # no part of the start

        from ui.models import words

        moment = QDateTime.fromString(instant, Qt.DateFormat.ISODateWithMs).toLocalTime()
        if not moment.isValid():
            return self.tr("✓ All changes saved")
        today = moment.date() == QDateTime.currentDateTime().date()
        when = QLocale().toString(moment.time(), QLocale.FormatType.ShortFormat) if today else words.moment(instant)
        return self.tr("✓ All changes saved {when}").format(when=when)
