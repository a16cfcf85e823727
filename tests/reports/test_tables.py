"""Claims and evidence as a spreadsheet."""

import csv
import io

from tests.reports.cases import article, case_on, claim_on, cut_case, seed_case
from tests.reports.odd_cases import HOSTILE, hostile_case
from workbench.reports.notes import NotesOptions, build_notes
from workbench.reports.tables import COLUMNS, write_table


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def test_a_row_for_each_piece_of_evidence_and_one_for_a_claim_without() -> None:
    table = rows(write_table(build_notes(seed_case(), NotesOptions())))
    assert [row["claim"] for row in table] == ["1", "2", "2", "3", "4", "5", "6", "7", "8", "9", "10", "10", "10", "11"]
    assert table[1]["source"] == "Press statements following Russian-Belarusian talks"
    assert table[1]["stance"] == "contradicts"
    assert table[3]["source"] == table[3]["stance"] == ""


def test_offsets_point_at_the_words() -> None:
    text = seed_case().article.text
    for row in rows(write_table(build_notes(seed_case(), NotesOptions()))):
        assert text[int(row["start"]) : int(row["end"])] == row["quote"]


def test_claims_that_were_cut_come_last_and_have_no_place() -> None:
    table = rows(write_table(build_notes(cut_case(), NotesOptions())))
    cut = [row for row in table if row["cut"] == "yes"]
    assert table[-len(cut) :] == cut
    assert [row["claim"] for row in cut] == ["4", "10", "10", "10"]
    assert {row["start"] + row["end"] for row in cut} == {""}


def test_they_do_in_wire_copy_too() -> None:
    lines = "The council said on Monday that it\nwould spend twelve million euros\non the bridge and open it in\nMarch."
    (row,) = rows(write_table(build_notes(case_on(article(lines), [claim_on(lines, lines, 1)]), NotesOptions())))
    assert row["quote"] == lines


def test_the_file_is_rfc_4180_with_a_byte_order_mark() -> None:
    raw = write_table(build_notes(seed_case(), NotesOptions()))
    assert raw.startswith(b"\xef\xbb\xbfclaim,quote,")
    assert raw.endswith(b"\r\n")
    assert len(next(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))) == len(COLUMNS)


def test_no_cell_is_a_formula() -> None:
    raw = write_table(build_notes(hostile_case(), NotesOptions()))
    for row in rows(raw):
        for cell in row.values():
            assert not cell.lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert ("'" + HOSTILE[1]) in {row["restated"] for row in rows(raw)}


def test_the_outside_table_has_no_contact_and_no_internal_note() -> None:
    raw = write_table(build_notes(seed_case(), NotesOptions(external=True)))
    assert b"Harkavy" not in raw
    assert b"Ivanova" not in raw
    assert all(row["note"] == row["contact"] == "" for row in rows(raw))
