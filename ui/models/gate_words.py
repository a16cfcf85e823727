"""What is still open, in the reader's language: the gate itself has codes and data only."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QObject

from ui.models import words
from workbench.domain.case import QueryTo
from workbench.domain.open_points import OpenPoint, Reason, Rule

_RULES = {
    Rule.NOT_DONE: QT_TRANSLATE_NOOP("GateWords", "Check not done"),
    Rule.CHANGED: QT_TRANSLATE_NOOP("GateWords", "Changed since it was checked"),
    Rule.SECOND_NAME: QT_TRANSLATE_NOOP("GateWords", "Second check without a second name"),
    Rule.NO_OUTCOME: QT_TRANSLATE_NOOP("GateWords", "No outcome"),
    Rule.NO_CORRECTION: QT_TRANSLATE_NOOP("GateWords", "Correction missing"),
    Rule.NO_EVIDENCE: QT_TRANSLATE_NOOP("GateWords", "No evidence"),
    Rule.SECONDARY: QT_TRANSLATE_NOOP("GateWords", "Too few secondary sources"),
    Rule.CLAIMANT: QT_TRANSLATE_NOOP("GateWords", "Claimant not asked"),
    Rule.NO_COPY: QT_TRANSLATE_NOOP("GateWords", "No copy of a web source"),
    Rule.UNANSWERED: QT_TRANSLATE_NOOP("GateWords", "Query without answer"),
    Rule.FACT_LEFT: QT_TRANSLATE_NOOP("GateWords", "Fact left uncovered"),
}
_REASONS = {
    Reason.NOT_DONE: QT_TRANSLATE_NOOP("GateWords", "Its check is not done; it stands at “{status}”."),
    Reason.LAPSED: QT_TRANSLATE_NOOP(
        "GateWords", "It was changed after {names} signed it, so what they signed has lapsed."
    ),
    Reason.CHANGED: QT_TRANSLATE_NOOP("GateWords", "It was changed after it had been checked."),
    Reason.NOBODY_SIGNED: QT_TRANSLATE_NOOP(
        "GateWords", "It is marked second-checked, but nobody signed it as it stands."
    ),
    Reason.TOO_FEW_SIGNED: QT_TRANSLATE_NOOP(
        "GateWords", "It is marked second-checked, but only {names} signed it as it stands."
    ),
    Reason.NO_OUTCOME: QT_TRANSLATE_NOOP("GateWords", "It has no outcome."),
    Reason.NO_CORRECTION: QT_TRANSLATE_NOOP("GateWords", "“{words}” wants a correction, and none is given."),
    Reason.NO_NOTE: QT_TRANSLATE_NOOP("GateWords", "No evidence note is linked to it."),
    Reason.ONLY_CONTEXT: QT_TRANSLATE_NOOP(
        "GateWords", "Its evidence gives context only; no note supports or contradicts it."
    ),
    Reason.AGAINST: QT_TRANSLATE_NOOP(
        "GateWords", "The outcome goes against {names}, and nothing shows that they were asked."
    ),
    Reason.UNHEARD: QT_TRANSLATE_NOOP(
        "GateWords", "No primary source has the quotation, and nothing shows that {names} was asked."
    ),
    Reason.NO_COPY: QT_TRANSLATE_NOOP("GateWords", "No copy is kept of “{words}”, which is on the web."),
    Reason.FACT_LEFT: QT_TRANSLATE_NOOP("GateWords", "“{words}” is covered by no claim, and nobody has dismissed it."),
}
_UNANSWERED = {
    QueryTo.AUTHOR: QT_TRANSLATE_NOOP("GateWords", "The author has not answered: “{words}”"),
    QueryTo.EDITOR: QT_TRANSLATE_NOOP("GateWords", "The editor has not answered: “{words}”"),
}


def rule(value: Rule) -> str:
    return QCoreApplication.translate("GateWords", str(_RULES[value]))


def reason(point: OpenPoint) -> str:
    """One sentence."""
    if point.reason is Reason.SECONDARY:
        return GateWords().secondary(point)
    if point.reason is Reason.UNANSWERED and point.to is not None:
        words_of_it = str(_UNANSWERED[point.to])
    else:
        words_of_it = str(_REASONS[point.reason])
    return QCoreApplication.translate("GateWords", words_of_it).format(
        status=words.status(point.status) if point.status else "",
        names=QLocale().createSeparatedList(list(point.names)),
        words=point.words,
    )


def counted(points: Iterable[OpenPoint]) -> tuple[tuple[Rule, int], ...]:
    """How many points each rule has, of those that have any, in the order of the list."""
    found = [point.rule for point in points]
    return tuple((one, found.count(one)) for one in dict.fromkeys(found))


class GateWords(QObject):
    """The words with a count, which need a class of Qt's for their plural forms."""

    def secondary(self, point: OpenPoint) -> str:
        return self.tr(
            "It rests on %n secondary sources; without a primary one, {wanted} independent ones are asked for.",
            "",
            point.count,
        ).format(wanted=QLocale().toString(point.wanted))
