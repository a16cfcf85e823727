"""Telling screen readers which claim is selected: number, status, outcome, words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui import look
from ui.models import words
from workbench.domain.claim import Claim
from workbench.domain.rating import RatingScale


def told(claim: Claim, scale: RatingScale | None) -> str:
    """The claim in one sentence: number, status, outcome, who says it, words."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("ClaimAnnouncement", text)

    outcome = scale.outcome(claim.outcome) if scale is not None and claim.outcome else None
    parts = [
        tr("Claim {number}").format(number=claim.number),
        look.mark(claim.status).word,
        outcome.label if outcome is not None else tr("no outcome yet"),
        words.claimant(claim.claimant),
    ]
    return f"{', '.join(parts)}: {claim.exact}"


def announce(widget: QWidget, claim: Claim, scale: RatingScale | None) -> None:
    """Describe `widget` by its selected claim and say so, unless the focus is in a list, which speaks for itself."""
    sentence = told(claim, scale)
    widget.setAccessibleDescription(sentence)
    if not isinstance(QApplication.focusWidget(), QAbstractItemView):
        say(widget, sentence)


def say(widget: QWidget, sentence: str) -> None:
    """Have a screen reader say `sentence`."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))
