"""The verdicts of the quote check, as words, icon and colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.sources.quote_check import QuoteCheck, Verdict

VERDICT_LOOKS = {
    Verdict.SAME: ("circle-check", "good"),
    Verdict.MARKS: ("circle-check", "good"),
    Verdict.LEFT_OUT: ("circle-minus", "mixed"),
    Verdict.CHANGED: ("circle-x", "bad"),
    Verdict.NOT_FOUND: ("circle-question-mark", "muted"),
}
"""Icon and colour token of each verdict."""


def verdict_words(check: QuoteCheck) -> str:
    """The verdict as it is said behind a colon: "words changed"."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("Verdicts", text)

    match check.verdict:
        case Verdict.SAME:
            return tr("the same words")
        case Verdict.MARKS:
            return tr("the same words but for marks and case")
        case Verdict.LEFT_OUT if check.unmarked:
            return tr("words left out without an ellipsis")
        case Verdict.LEFT_OUT:
            return tr("words left out with an ellipsis")
        case Verdict.CHANGED:
            return tr("words changed")
    return tr("not found")
