from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import imported, make_case, span_of
from ui import messages
from ui.case_session import Act, CaseSession
from workbench.domain.case import Case, QueryTo
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.errors import CaseFileError
from workbench.workflow import asking, checking, marking, noting, opening, signing, undoing
from workbench.workflow.noting import NoteFields


def test_an_act_is_in_the_file_and_in_the_window_when_changed_is_heard(opened: CaseSession, qtbot: QtBot) -> None:
    claim = opened.case.claims[1]
    with qtbot.waitSignal(opened.changed) as heard:
        opened.do(lambda file: checking.set_status(file, claim.id, Status.CHECKED))
    assert heard.args[0].claims == {claim.id}
    assert opened.case.claim(claim.id).status is Status.CHECKED
    qtbot.waitUntil(lambda: not opened.is_saving)


def test_acts_are_done_in_the_order_they_were_asked_for(opened: CaseSession, qtbot: QtBot) -> None:
    claim = opened.case.claims[0]
    statuses = [Status.CHECKING, Status.QUERY_OUT, Status.CHECKED]
    for status in statuses:
        opened.do(lambda file, status=status: checking.set_status(file, claim.id, status))
    qtbot.waitUntil(lambda: not opened.is_saving)
    assert opened.case.claim(claim.id).status is Status.CHECKED
    opened.undo()
    qtbot.waitUntil(lambda: not opened.is_saving)
    assert opened.case.claim(claim.id).status is Status.QUERY_OUT
    opened.redo()
    qtbot.waitUntil(lambda: not opened.is_saving)
    assert opened.case.claim(claim.id).status is Status.CHECKED


def test_what_the_window_holds_after_any_act_is_what_the_file_holds(opened: CaseSession, qtbot: QtBot) -> None:
    first, second, third = (claim.id for claim in opened.case.claims)
    fact = opened.case.facts[1].id
    acts: list[Act] = [
        lambda file: checking.set_outcome(file, second, "ok"),
        lambda file: noting.add_note(file, NoteFields("The ministry's table"), {second: Stance.SUPPORTS}),
        lambda file: signing.sign_off(file, second),
        lambda file: checking.edit_claim(file, second, reasoning="The table has 4%."),
        lambda file: marking.dismiss_fact(file, fact, "a scare quote"),
        lambda file: asking.ask(file, first, QueryTo.AUTHOR, "Whose figure is it?"),
        lambda file: marking.delete_claim(file, third),
        undoing.undo,
        undoing.undo,
        undoing.redo,
    ]
    for act in acts:
        with qtbot.waitSignal(opened.changed):
            opened.do(act)
        read: list[Case] = []
        opened.fetch(opening.read_case, read.append)
        qtbot.waitUntil(lambda read=read: bool(read))
        # Which claim is selected is kept beside the acts, a moment later.
        assert opened.case == replace(read[0], selected_claim=opened.case.selected_claim)


def test_an_act_reads_no_claim_that_it_has_not_touched(opened: CaseSession, qtbot: QtBot) -> None:
    before = opened.case
    with qtbot.waitSignal(opened.changed):
        opened.do(lambda file: checking.set_status(file, before.claims[1].id, Status.CHECKED))
    assert [now is then for now, then in zip(opened.case.claims, before.claims, strict=True)] == [True, False, True]
    assert opened.case.evidence is before.evidence


def test_after_an_act_that_failed_the_case_is_as_before_and_goes_on(opened: CaseSession, qtbot: QtBot) -> None:
    before = opened.case
    opened.do(lambda file: checking.set_status(file, "no such claim", Status.CHECKED))
    qtbot.waitUntil(lambda: not opened.is_saving)
    assert opened.case is before
    with qtbot.waitSignal(opened.changed):
        opened.do(lambda file: checking.set_status(file, before.claims[0].id, Status.CHECKED))
    assert opened.case.claims[0].status is Status.CHECKED


def test_the_selected_claim_is_selected_again_the_next_morning(
    opened: CaseSession, case_path: Path, qtbot: QtBot
) -> None:
    chosen = opened.case.claims[2].id
    opened.select(chosen)
    opened.close()
    tomorrow = CaseSession("R. H.")
    with qtbot.waitSignal(tomorrow.opened):
        tomorrow.open(lambda: opening.open_case(case_path, who="R. H."))
    assert tomorrow.selected == chosen
    tomorrow.close()


def test_a_new_claim_is_selected_and_a_deleted_one_is_not(opened: CaseSession, qtbot: QtBot) -> None:
    with qtbot.waitSignal(opened.selection_changed) as heard:
        opened.do(lambda file: marking.add_claim(file, span_of("Nobody “noticed” it")))
    made = heard.args[0]
    assert opened.case.claim(made).number == 4
    with qtbot.waitSignal(opened.selection_changed) as heard:
        opened.do(lambda file: marking.delete_claim(file, made))
    assert heard.args[0] == ""


def test_a_case_that_can_not_be_opened_leaves_the_open_one_alone(
    opened: CaseSession, tmp_path: Path, qtbot: QtBot
) -> None:
    before = opened.case
    with qtbot.waitSignal(opened.trouble) as heard:
        opened.open(lambda: opening.open_case(tmp_path / "gone.factcase", who="R. H."))
    assert isinstance(heard.args[0], CaseFileError)
    assert opened.case is before


def test_nothing_is_changed_in_a_case_opened_read_only(session: CaseSession, case_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.opened):
        session.open(lambda: opening.open_case(case_path, who="R. H.", read_only=True))
    session.do(lambda file: checking.set_status(file, session.case.claims[0].id, Status.CHECKED))
    assert "read-only" in messages.bus.history[-1][0]
    assert session.case.claims[0].status is Status.TO_CHECK


def test_another_case_takes_the_place_of_the_first(opened: CaseSession, tmp_path: Path, qtbot: QtBot) -> None:
    other = make_case(tmp_path / "other.factcase")
    with qtbot.waitSignal(opened.opened):
        opened.open(lambda: opening.open_case(other, who="R. H."))
    assert opened.path == other


def test_an_article_is_shown_at_once_and_its_claims_arrive(session: CaseSession, tmp_path: Path, qtbot: QtBot) -> None:
    from tests.ui.conftest import SCALE

    with qtbot.waitSignal(session.opened, timeout=10_000):
        session.open(lambda: opening.new_case(imported(), tmp_path / "new.factcase", who="R. H.", scale=SCALE))
    assert session.case.claims == ()
    qtbot.waitUntil(lambda: session.case.extracted, timeout=60_000)
    assert session.case.claims


def test_the_search_for_claims_can_be_stopped(session: CaseSession, tmp_path: Path, qtbot: QtBot) -> None:
    from tests.ui.conftest import SCALE

    session.open(lambda: opening.new_case(imported(), tmp_path / "new.factcase", who="R. H.", scale=SCALE))
    with qtbot.waitSignal(session.finding, timeout=10_000) as heard:
        pass
    with qtbot.waitSignal(heard.args[0].cancelled, timeout=10_000):
        heard.args[0].cancel()
    assert session.case.claims == ()


def test_an_act_asked_for_while_another_case_opens_stays_with_its_own(
    opened: CaseSession, tmp_path: Path, qtbot: QtBot
) -> None:
    first, other, claim = opened.path, make_case(tmp_path / "other.factcase"), opened.case.claims[0]
    with qtbot.waitSignal(opened.opened, timeout=10_000):
        opened.open(lambda: opening.open_case(other, who="R. H."))
        opened.do(lambda file: checking.set_status(file, claim.id, Status.CHECKED))
    qtbot.waitUntil(lambda: not opened.is_saving)
    assert opened.path == other
    assert opened.case.claim(claim.id) is None
    opened.close()
    with opening.open_case(first, who="R. H.") as file:
        assert opening.read_case(file).claim(claim.id).status is Status.CHECKED


def test_a_file_that_does_not_open_leaves_the_search_for_claims_alone(
    session: CaseSession, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.ui.conftest import SCALE

    with qtbot.waitSignal(session.opened, timeout=10_000):
        session.open(lambda: opening.new_case(imported(), tmp_path / "new.factcase", who="R. H.", scale=SCALE))
    with qtbot.waitSignal(session.trouble, timeout=10_000):
        session.open(lambda: opening.open_case(tmp_path / "gone.factcase", who="R. H."))
    qtbot.waitUntil(lambda: session.case.extracted, timeout=60_000)


def test_the_claims_of_the_second_article_are_found_while_the_first_search_ends(
    session: CaseSession, tmp_path: Path, qtbot: QtBot
) -> None:
    from tests.ui.conftest import SCALE

    messages.bus.history.clear()
    for name in ("first.factcase", "second.factcase"):
        with qtbot.waitSignal(session.opened, timeout=10_000):
            path = tmp_path / name
            session.open(lambda path=path: opening.new_case(imported(), path, who="R. H.", scale=SCALE))
    qtbot.waitUntil(lambda: session.case.extracted, timeout=60_000)
    assert session.path == tmp_path / "second.factcase"
    assert not messages.bus.history


def test_what_was_asked_for_before_closing_shows_nothing_afterwards(
    opened: CaseSession, qapp: QApplication, qtbot: QtBot
) -> None:
    shown: list[object] = []
    opened.fetch(opening.read_case, shown.append)
    opened.close()
    qapp.processEvents()
    assert shown == []


def test_a_case_that_was_still_opening_is_closed_with_the_window(
    session: CaseSession, case_path: Path, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(session.opened, wait=50):
        session.open(lambda: opening.open_case(case_path, who="R. H."))
        session.close()
    with opening.open_case(case_path, who="R. H.") as file:
        assert not file.read_only


def test_a_claim_of_another_case_is_neither_selected_nor_remembered(opened: CaseSession) -> None:
    first, path = opened.case.claims[0].id, opened.path
    opened.select(first)
    opened.select("a claim of the case before")
    assert opened.selected == first
    opened.close()
    assert path is not None
    with opening.open_case(path, who="R. H.") as file:
        assert opening.read_case(file).selected_claim == first
