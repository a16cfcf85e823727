"""Looking before saving."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.reports import pdf_reading
from tests.reports.cases import seed_case
from tests.reports.long_cases import long_case
from workbench.errors import Cancelled
from workbench.reports.notes import NotesOptions, Paper
from workbench.workflow.publishing import export, preview


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def test_the_preview_has_the_pages_of_the_file(tmp_path: Path) -> None:
    export(seed_case(), "pdf", tmp_path / "notes.pdf")
    shown = preview(seed_case(), ppi=72)
    assert len(shown.pages) == pdf_reading.page_count(tmp_path / "notes.pdf")
    assert {size(page) for page in shown.pages} == {(595, 842)}
    assert (shown.volume, shown.volumes) == (1, 1)


def test_the_preview_follows_what_is_chosen() -> None:
    few = preview(seed_case(), NotesOptions(claims=frozenset({"claim-0001"}), paper=Paper.LETTER), ppi=36)
    assert len(few.pages) < len(preview(seed_case(), ppi=36).pages)
    assert size(few.pages[0]) == (306, 396)


def test_a_long_case_is_looked_at_volume_by_volume() -> None:
    case = long_case(251, 5_000)
    last = preview(case, ppi=20, volume=2)
    assert (last.volume, last.volumes) == (2, 2)
    assert len(last.pages) < 6


def test_a_preview_can_be_given_up() -> None:
    with pytest.raises(Cancelled):
        preview(seed_case(), cancelled=lambda: True)
