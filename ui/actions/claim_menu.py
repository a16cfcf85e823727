"""Claim: the loop (next, outcome, checked, next), and claims made, changed and removed by hand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import messages
from ui.actions import claim_places
from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs
from ui.look import sentences
from ui.models import acts
from workbench.domain.claim import Status

if TYPE_CHECKING:
    from workbench.domain.case import Case


def following(desk: Desk) -> None:
    desk.details.flush()
    desk.claims.next_claim()


def previous(desk: Desk) -> None:
    desk.details.flush()
    desk.claims.previous_claim()


def checked_and_next(desk: Desk) -> None:
    """Mark the selected claim checked and go on to the next one. A claim may lack its outcome, which is then said."""
    session, claim_id = desk.session, desk.session.selected
    before = session.case.claim(claim_id) if session.case else None
    desk.details.set_status(Status.CHECKED)
    desk.claims.next_claim()

    def say(_: object) -> None:
        claim = session.case.claim(claim_id) if session.case else None
        if claim is not None and claim.status is Status.CHECKED and not claim.outcome:
            told = QCoreApplication.translate("Actions", "Claim {number} is marked checked; it has no outcome yet.")
            messages.show(told.format(number=claim.number))

    # After the acts asked for before, of which one may give the outcome. Once: who marks it again knows.
    if before is not None and before.status is not Status.CHECKED:
        session.fetch(lambda _file: None, say)


def set_status(desk: Desk, status: Status) -> None:
    desk.details.set_status(status)


def give_outcome(desk: Desk, place: int) -> None:
    """Give the outcome at `place` (1–9) of the case's scale; the same again takes it back."""
    desk.details.set_outcome(place)


def delete(desk: Desk) -> None:
    from workbench.workflow import marking

    claim_id = desk.session.selected
    desk.claims.next_claim()
    if desk.session.selected == claim_id:  # it was the last
        desk.claims.previous_claim()
    desk.session.do(lambda file: marking.delete_claim(file, claim_id))


def dismiss_fact(desk: Desk) -> None:
    """Dismiss the fact under the cursor that no claim covers, with a reason."""
    from ui.dialogs.dismiss_dialog import DismissDialog
    from workbench.workflow import marking

    case, fact_id = desk.session.case, desk.article.current_fact()
    found = next((one.fact for one in case.facts if one.id == fact_id), None) if case else None
    if case is None or found is None:
        told = QCoreApplication.translate("Actions", "Put the cursor on a dotted fact first; F goes to the next one.")
        messages.show(told)
    elif reason := DismissDialog.ask(desk.window, case.article, found.span):
        desk.session.do(lambda file: marking.dismiss_fact(file, fact_id, reason))


def restore_fact(desk: Desk) -> None:
    """Choose a dismissed fact, and count it as left again; its words are selected in the article."""
    from ui.dialogs.dismissed_dialog import DismissedDialog
    from workbench.workflow import marking

    case = desk.session.case
    if case is None:
        return
    dismissed = [fact for fact in case.facts if fact.dismissed]
    if not dismissed:
        messages.show(QCoreApplication.translate("Actions", "No fact is dismissed in this case."))
    elif chosen := DismissedDialog.ask(desk.window, case.article, dismissed):
        desk.session.do(lambda file: marking.restore_fact(file, chosen.id))
        desk.article.select_words(chosen.fact.span)


def find_claims(desk: Desk) -> None:
    """Look for the claims again after the search was stopped or failed."""
    desk.session.find_claims()


def choose_scale(desk: Desk) -> None:
    """Another rating scale for the case; what becomes of the outcomes given is said before."""
    from ui.dialogs.scale_dialog import ScaleDialog
    from workbench import settings
    from workbench.workflow import opening

    desk.details.flush()
    problems: list[str] = []
    scales = settings.load_scales(desk.settings.house_scales, problems=problems)
    for problem in problems:
        messages.show(sentences.told(problem), messages.Level.WARNING)

    def show(case: Case) -> None:
        chosen = ScaleDialog.ask(desk.window, case, scales)
        if chosen is not None:
            desk.session.do(acts.set_scale(chosen))

    # Asked after the acts that the flush asked for, so that what is said holds for what was being typed.
    desk.session.fetch(opening.read_case, show)


def _row(
    name: str,
    words: str,
    run: Callable[[Desk], None],
    *keys: str,
    needs: Needs = Needs.CLAIM,
    icon: str = "",
    group: int = 0,
) -> Action:
    return Action(f"claim.{name}", words, Menu.CLAIM, run, keys, needs, icon, group)


ACTIONS = (
    _row("next", QT_TRANSLATE_NOOP("Actions", "&Next claim"), following, "J", "Down", needs=Needs.CASE),
    _row("previous", QT_TRANSLATE_NOOP("Actions", "&Previous claim"), previous, "K", "Up", needs=Needs.CASE),
    _row(
        "checked",
        QT_TRANSLATE_NOOP("Actions", "Mark &checked and go to the next"),
        checked_and_next,
        "Return",
        "Enter",
        icon="check",
        group=1,
    ),
    _row(
        "new",
        QT_TRANSLATE_NOOP("Actions", "New claim from the selected &words"),
        claim_places.new_from_words,
        "N",
        needs=Needs.WORDS,
        icon="plus",
        group=2,
    ),
    _row(
        "repeat",
        QT_TRANSLATE_NOOP("Actions", "The selected words &repeat this claim"),
        claim_places.repeat_here,
        "Ctrl+Shift+N",
        needs=Needs.WORDS,
        group=2,
    ),
    _row(
        "remove-place",
        QT_TRANSLATE_NOOP("Actions", "Remo&ve this place of the claim"),
        claim_places.remove_place,
        "Ctrl+Shift+Del",
        needs=Needs.PLACES,
        group=2,
    ),
    _row(
        "split",
        QT_TRANSLATE_NOOP("Actions", "&Split at the cursor"),
        claim_places.split_at_cursor,
        "Ctrl+Shift+K",
        group=2,
    ),
    _row(
        "merge",
        QT_TRANSLATE_NOOP("Actions", "&Merge with the next claim"),
        claim_places.merge_with_next,
        "Ctrl+Shift+M",
        group=2,
    ),
    _row("delete", QT_TRANSLATE_NOOP("Actions", "&Delete claim"), delete, "Del", icon="trash-2", group=2),
    _row(
        "start-left",
        QT_TRANSLATE_NOOP("Actions", "Begin one word earlier"),
        partial(claim_places.move_bound, start=-1),
        "Alt+Left",
        group=3,
    ),
    _row(
        "start-right",
        QT_TRANSLATE_NOOP("Actions", "Begin one word later"),
        partial(claim_places.move_bound, start=1),
        "Alt+Right",
        group=3,
    ),
    _row(
        "end-left",
        QT_TRANSLATE_NOOP("Actions", "End one word earlier"),
        partial(claim_places.move_bound, end=-1),
        "Shift+Alt+Left",
        group=3,
    ),
    _row(
        "end-right",
        QT_TRANSLATE_NOOP("Actions", "End one word later"),
        partial(claim_places.move_bound, end=1),
        "Shift+Alt+Right",
        group=3,
    ),
    _row(
        "overlap",
        QT_TRANSLATE_NOOP("Actions", "Next claim at this &place"),
        lambda desk: desk.article.cycle_overlap(),
        "O",
        group=3,
    ),
    _row(
        "next-place",
        QT_TRANSLATE_NOOP("Actions", "Next place of &this claim"),
        lambda desk: desk.article.next_place(),
        "Shift+O",
        needs=Needs.PLACES,
        group=3,
    ),
    _row(
        "next-fact",
        QT_TRANSLATE_NOOP("Actions", "Next &fact left"),
        lambda desk: desk.article.next_fact_left(),
        "F",
        needs=Needs.CASE,
        group=4,
    ),
    _row(
        "dismiss-fact",
        QT_TRANSLATE_NOOP("Actions", "D&ismiss this fact…"),
        dismiss_fact,
        "D",
        needs=Needs.WRITABLE,
        group=4,
    ),
    _row(
        "restore-fact",
        QT_TRANSLATE_NOOP("Actions", "&Bring back a dismissed fact…"),
        restore_fact,
        needs=Needs.WRITABLE,
        group=4,
    ),
    _row(
        "find",
        QT_TRANSLATE_NOOP("Actions", "L&ook for claims"),
        find_claims,
        needs=Needs.UNSEARCHED,
        icon="file-search",
        group=5,
    ),
    _row(
        "scale",
        QT_TRANSLATE_NOOP("Actions", "Ratin&g scale of the case…"),
        choose_scale,
        needs=Needs.WRITABLE,
        icon="scale",
        group=5,
    ),
)

STATUSES = tuple(
    Action(f"status.{status.name.lower()}", words, Menu.CLAIM, partial(set_status, status=status), (), Needs.CLAIM)
    for status, words in (
        (Status.TO_CHECK, QT_TRANSLATE_NOOP("Actions", "To check")),
        (Status.CHECKING, QT_TRANSLATE_NOOP("Actions", "Checking")),
        (Status.QUERY_OUT, QT_TRANSLATE_NOOP("Actions", "Query out")),
        (Status.NEEDS_EDITOR, QT_TRANSLATE_NOOP("Actions", "Needs editor")),
        (Status.CHECKED, QT_TRANSLATE_NOOP("Actions", "Checked")),
        (Status.CHANGED, QT_TRANSLATE_NOOP("Actions", "Changed, needs attention")),
        (Status.SECOND_CHECKED, QT_TRANSLATE_NOOP("Actions", "Second-checked")),
    )
)

OUTCOMES = tuple(
    Action(
        f"outcome.{place}",
        QT_TRANSLATE_NOOP("Actions", "Outcome"),
        Menu.CLAIM,
        partial(give_outcome, place=place),
        (str(place),),
        Needs.CLAIM,
    )
    for place in range(1, 10)
)
