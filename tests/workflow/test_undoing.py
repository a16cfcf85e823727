"""Undo and redo of everything, without limit, also the next morning."""

from __future__ import annotations

import ast
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.bridge import FOUND, JONAS, ROSA, begin, claim, contents, with_note
from tests.workflow import acts
from tests.workflow.acts import ACTS, do
from workbench import workflow
from workbench.domain.claim import Status
from workbench.domain.evidence import Stance
from workbench.storage.case_file import CaseFile
from workbench.workflow.checking import edit_claim, set_status
from workbench.workflow.marking import add_claim, delete_claim, dismiss_fact
from workbench.workflow.noting import NoteFields, add_note, unlink
from workbench.workflow.opening import add_findings, open_case, read_case
from workbench.workflow.undoing import redo, redo_name, undo, undo_name
from workbench.workflow.verifying import verify


def but_for_numbering(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The tables, without what by design never goes back: the last number given, kept bytes, the selection."""
    return {name: rows for name, rows in contents(path).items() if name not in _ONLY_GROW}


_ONLY_GROW = ("numbering", "contents", "snapshot_texts")


def test_undo_and_redo_name_what_they_would_do(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        assert (undo_name(file), redo_name(file)) == ("", "")
        assert undo(file) is None
        assert redo(file) is None
        add_note(file, NoteFields("Report"), {claim(file, 1).id: Stance.SUPPORTS})
        set_status(file, claim(file, 1).id, Status.CHECKED)
        assert undo_name(file) == "mark checked"
        changes = undo(file)
        assert changes is not None
        assert (changes.act, changes.select) == ("undo mark checked", claim(file, 1).id)
        assert (undo_name(file), redo_name(file)) == ("add evidence", "mark checked")


def test_a_new_act_forgets_what_could_be_redone(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="one")
        edit_claim(file, claim(file, 1).id, reasoning="two")
        undo(file)
        edit_claim(file, claim(file, 1).id, reasoning="three")
        assert redo(file) is None
        assert claim(file, 1).reasoning == "three"
        undo(file)
        assert claim(file, 1).reasoning == "one"


def test_undo_goes_on_after_closing(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        for words in ("one", "two", "three"):
            edit_claim(file, claim(file, 1).id, reasoning=words)
        undo(file)
    with open_case(tmp_path / "bridge.factcase", who=JONAS) as file:
        assert redo_name(file) == "edit reasoning"
        undo(file)
        assert claim(file, 1).reasoning == "one"
        redo(file)
        redo(file)
        assert claim(file, 1).reasoning == "three"
        assert redo(file) is None


def test_what_undo_passes_over_stays(tmp_path: Path) -> None:
    """Claims may arrive while the checker already works: taking back a note must not take them away."""
    with begin(tmp_path) as file:
        dismiss_fact(file, read_case(file).facts[0].id, "known")
        case = read_case(file)
        delete_claim(file, case.claims[0].id)
        undo(file)
        delete_claim(file, case.claims[3].id)
        add_findings(file, FOUND)
        assert undo_name(file) == "delete claim"
        undo(file)
        assert [found.number for found in read_case(file).claims] == [1, 2, 3, 4, 5]
        undo(file)
        assert undo(file) is None
        assert redo_name(file) == "dismiss fact"


def test_the_claim_that_undo_brings_back_is_selected(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        gone = claim(file, 2).id
        delete_claim(file, gone)
        back, again = undo(file), redo(file)
        assert back is not None
        assert again is not None
        assert (back.select, again.select) == (gone, "")


def test_a_link_is_taken_back_by_its_name(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        before = read_case(file)
        unlink(file, before.links[0].evidence_id, before.links[0].claim_id)
        assert undo_name(file) == "unlink evidence"
        undo(file)
        assert read_case(file).links == before.links


def test_an_act_of_an_earlier_version_that_took_out_parents_first_is_undone(tmp_path: Path) -> None:
    """Earlier versions had keys checked when the act was whole."""
    with begin(tmp_path) as file:
        before = read_case(file)
        gone = claim(file, 4)
        with file.act("delete claim", gone.id) as act:
            act.connection.execute("PRAGMA defer_foreign_keys = ON")
            act.delete("claims", gone.id)
            (anchor,) = act.connection.execute("SELECT id FROM anchors WHERE claim_id = ?", (gone.id,)).fetchone()
            act.delete("anchors", anchor)
        undo(file)
        assert read_case(file).claims == before.claims
        redo(file)
        assert read_case(file).claim(gone.id) is None


def test_undoing_is_itself_on_record(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_claim(file, claim(file, 1).span)
        before = read_case(file).digest
        undo(file)
        redo(file)
        assert read_case(file).digest != before
    assert verify(tmp_path / "bridge.factcase").acts == 5


@settings(max_examples=6, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 10_000)), min_size=15, max_size=40), st.data())
def test_any_acts_undone_and_redone_leave_the_whole_database_as_it_was(
    steps: list[tuple[str, int]], data: st.DataObject
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = begin(Path(folder))
        states = [but_for_numbering(file.path)]
        for name, number in steps:
            if do(file, name, number):
                states.append(but_for_numbering(file.path))
        file = _reopened(file, data.draw(st.booleans()))
        for state in reversed(states[:-1]):
            assert undo(file) is not None
            assert but_for_numbering(file.path) == state
        assert undo(file) is None
        file = _reopened(file, data.draw(st.booleans()))
        for state in states[1:]:
            assert redo(file) is not None
            assert but_for_numbering(file.path) == state
        assert redo(file) is None
        file.close()
        assert verify(file.path).findings == ()


@settings(max_examples=8, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.just(("undo", 0)), st.just(("redo", 0)), st.tuples(st.sampled_from(sorted(ACTS)), st.integers(0, 999))
        ),
        min_size=10,
        max_size=40,
    )
)
def test_undo_and_redo_in_any_order_agree_with_two_stacks(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = begin(Path(folder))
        past, future = [but_for_numbering(file.path)], []
        for name, number in steps:
            if name == "undo":
                assert (undo(file) is not None) == (len(past) > 1)
                if len(past) > 1:
                    future.append(past.pop())
            elif name == "redo":
                assert (redo(file) is not None) == bool(future)
                if future:
                    past.append(future.pop())
            elif do(file, name, number):
                past.append(but_for_numbering(file.path))
                future.clear()
            assert but_for_numbering(file.path) == past[-1]
        file.close()
        assert verify(file.path).findings == ()


def test_the_random_acts_are_all_acts_there_are() -> None:
    """A function of the workflow that does an act, and is none of ACTS, was never undone above."""
    tried = {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(ast.parse(Path(acts.__file__).read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
    }
    there = {
        f"{module.stem}.{function.name}"
        for module in Path(workflow.__path__[0]).glob("*.py")
        for function in ast.parse(module.read_text("utf-8")).body
        if isinstance(function, ast.FunctionDef) and _does_an_act(function)
    }
    assert there <= tried
    assert len(there) >= 25


def _does_an_act(function: ast.FunctionDef) -> bool:
    """One that can be undone: `file.act(…)` without a step of its own."""
    return any(
        isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "act"
        and not any(given.arg == "step" for given in call.keywords)
        for call in ast.walk(function)
    )


def _reopened(file: CaseFile, really: bool) -> CaseFile:
    if not really:
        return file
    file.close()
    return open_case(file.path, who=ROSA)
