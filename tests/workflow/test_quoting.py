"""A quotation held against everything kept in the case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.bridge import begin, claim
from workbench.domain.evidence import Stance
from workbench.errors import CaseFileError
from workbench.sources.quote_check import Verdict
from workbench.storage.case_file import CaseFile
from workbench.workflow.copy_texts import read_all
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note
from workbench.workflow.opening import read_case
from workbench.workflow.quoting import check_quotation

SAID = "Good evening. It cost 12 million euros, and that is it."


def add(file: CaseFile, title: str, text: str, media_type: str = "text/plain") -> None:
    copy = SnapshotFile(f"{title}.txt", text.encode(), media_type) if text else None
    add_note(file, NoteFields(title), {claim(file, 1).id: Stance.CONTEXT}, copy)


def titles(file: CaseFile) -> dict[str, str]:
    case = read_case(file)
    return {note.id: case.sources[note.source_id].title for note in case.evidence.values()}


def test_the_nearest_copy_comes_first_and_the_article_is_no_evidence(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add(file, "elsewhere", "The weather was fine on all of the days.")
        add(file, "changed", "It cost nearly 14 million euros.")
        add(file, "the transcript", SAID)
        add(file, "shouted", "IT COST 12 MILLION EUROS")
        add(file, "no copy", "")
        found = check_quotation(file, claim(file, 3).id)
        names = titles(file)
        verdicts = [Verdict.SAME, Verdict.MARKS, Verdict.CHANGED, Verdict.NOT_FOUND]
        assert [names[result.evidence_id] for result in found] == [
            "the transcript", "shouted", "changed", "elsewhere",
        ]  # fmt: skip
        assert [result.check.verdict for result in found] == verdicts


def test_the_place_is_told_as_selectors_of_the_copys_text(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add(file, "the transcript", SAID)
        (result,) = check_quotation(file, claim(file, 3).id)
        assert result.place is not None
        assert result.place.exact == "It cost 12 million euros"
        assert result.place.prefix == "Good evening. "
        assert result.place.span.of(SAID) == result.place.exact


def test_one_note_can_be_asked_alone(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add(file, "one", SAID)
        add(file, "two", "Nothing.")
        two = next(key for key, title in titles(file).items() if title == "two")
        assert [result.evidence_id for result in check_quotation(file, claim(file, 3).id, two)] == [two]


def test_a_copy_not_read_yet_or_unreadable_is_told(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add(file, "page", f"<p>{SAID}</p>", "text/html")
        add(file, "film", "It cost 12 million euros", "video/mp4")
        waiting = check_quotation(file, claim(file, 3).id)
        assert {result.problem for result in waiting} == {"Its words have not been read yet."}
        read_all(file)
        page, film = check_quotation(file, claim(file, 3).id)
        assert (page.check.verdict, page.problem) == (Verdict.SAME, "")
        assert "recording" in film.problem


def test_a_claim_that_is_gone_is_told(tmp_path: Path) -> None:
    with begin(tmp_path) as file, pytest.raises(CaseFileError):
        check_quotation(file, "gone")
