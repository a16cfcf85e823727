"""A note that points at its exact words in its snapshot's text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.bridge import ORDER, ROSA, claim, only_note, with_note
from workbench.domain.claim import Anchor
from workbench.domain.evidence import Stance
from workbench.domain.span import Span
from workbench.errors import EvidenceError
from workbench.storage.case_file import CaseFile
from workbench.workflow.copy_texts import copy_text
from workbench.workflow.noting import NoteFields, SnapshotFile, edit_note, quote_place
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import undo
from workbench.workflow.verifying import verify

TEXT = ORDER.content.decode()
CLOSED = Anchor.at(TEXT, Span(TEXT.index("closed"), TEXT.index(" 2019")))
FIELDS = NoteFields("Traffic order 17")


def quoted(file: CaseFile) -> str:
    """The bridge's one note, quoting its copy on claim 2."""
    note = only_note(read_case(file))
    quote_place(file, note, CLOSED, claim(file, 2).id)
    return note


def test_the_place_is_kept_with_the_note(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        note = quoted(file)
    with open_case(file.path, who=ROSA) as file:
        found = read_case(file).evidence[note]
        assert (found.excerpt, found.place) == ("closed from 3 March", CLOSED)
        text = copy_text(file, found.snapshot)
        assert text is not None
        assert CLOSED.span.of(text.text) == found.excerpt
        undo(file)
        assert read_case(file).evidence[note].place is None
    assert verify(file.path).is_sound


def test_a_second_place_makes_a_note_of_its_own(tmp_path: Path) -> None:
    """What other claims rest on is not replaced."""
    with with_note(tmp_path) as file:
        note = quoted(file)
        order = Anchor.at(TEXT, Span(0, 16))
        quote_place(file, note, order, claim(file, 4).id)
        case = read_case(file)
        assert case.evidence[note].place == CLOSED
        (link,) = case.links_of(claim(file, 4).id)
        new = case.evidence[link.evidence_id]
        assert (new.place, new.snapshot) == (order, case.evidence[note].snapshot)
        assert link.stance is Stance.CONTEXT
        assert len(case.sources) == 1


def test_another_excerpt_or_snapshot_forgets_the_place(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        note = quoted(file)
        kept = replace(FIELDS, excerpt=CLOSED.exact, place=CLOSED)
        edit_note(file, note, replace(kept, locator="p. 2"))
        assert read_case(file).evidence[note].place == CLOSED
        edit_note(file, note, replace(kept, excerpt="closed for good"))
        assert read_case(file).evidence[note].place is None
        undo(file)
        edit_note(file, note, kept, SnapshotFile("other.txt", b"Other words.", "text/plain"))
        assert read_case(file).evidence[note].place is None


def test_a_signature_lapses_when_the_place_becomes_another(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        note = quoted(file)
        sign_off(file, claim(file, 2).id)
        assert read_case(file).sign_offs[0].stands
        again = Anchor(Span(0, 1), CLOSED.exact, "", "")
        quote_place(file, note, again, claim(file, 2).id)
        assert not read_case(file).sign_offs[0].stands


def test_a_note_that_is_gone_is_told(tmp_path: Path) -> None:
    with with_note(tmp_path) as file, pytest.raises(EvidenceError):
        quote_place(file, "gone", CLOSED, claim(file, 2).id)
