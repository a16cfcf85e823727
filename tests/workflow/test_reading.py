"""After an act only what it touched is read again, and the window still shows what is in the file."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.bridge import FOUND, ROSA, SCALE, begin, claim, imported, shortened, with_note
from tests.workflow.acts import ACTS, do
from workbench.domain.changes import Changes
from workbench.storage.case_file import CaseFile
from workbench.workflow.checking import set_outcome
from workbench.workflow.drafting import take_in
from workbench.workflow.noting import unlink
from workbench.workflow.opening import add_findings, new_case, read_case, refresh_case, remember_selection
from workbench.workflow.undoing import redo, undo


def step(file: CaseFile, name: str, number: int) -> Changes | None:
    if name in ("undo", "redo"):
        return undo(file) if name == "undo" else redo(file)
    return do(file, name, number)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from([*sorted(ACTS), "undo", "undo", "redo"]), st.integers(0, 999)),
        min_size=10,
        max_size=40,
    )
)
def test_after_any_act_the_refreshed_case_is_the_case_in_the_file(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder, begin(Path(folder)) as file:
        shown = read_case(file)
        for name, number in steps:
            changes = step(file, name, number)
            if changes:
                shown = refresh_case(file, shown, changes)
                assert shown == read_case(file), name


def test_claims_that_were_cut_are_shown_as_they_are_in_the_file(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        (note,) = read_case(file).evidence
        lost = claim(file, 2)
        shown = refresh_case(file, read_case(file), take_in(file, shortened()))
        assert [one.number for one in shown.cut] == [2]
        for act in (
            lambda: set_outcome(file, lost.id, "ok"),
            lambda: unlink(file, note, lost.id),
            lambda: set_outcome(file, claim(file, 3).id, "ok"),
            lambda: undo(file),
        ):
            changes = act()
            assert changes
            shown = refresh_case(file, shown, changes)
            assert shown == read_case(file)


def test_claims_that_arrive_are_shown(tmp_path: Path) -> None:
    with new_case(imported(), tmp_path / "bridge.factcase", who=ROSA, scale=SCALE) as file:
        shown = refresh_case(file, read_case(file), add_findings(file, FOUND))
        assert shown == read_case(file)
        remember_selection(file, claim(file, 2).id)
        assert refresh_case(file, shown, Changes("", frozenset())).selected_claim == claim(file, 2).id
