"""Sources taken in from a file: one act, each source once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.storage.bridge import begin
from workbench.domain.evidence import Source
from workbench.errors import EvidenceError
from workbench.storage.case_file import CaseFile
from workbench.workflow.importing_sources import add_sources, new_among, read_file
from workbench.workflow.opening import read_case
from workbench.workflow.undoing import undo, undo_name

PAGE = Source("", "Traffic counts", "dataset", published="2023", url="https://www.city.example/counts/")


def titles(file: CaseFile) -> list[str]:
    return [source.title for source in read_case(file).sources.values()]


def test_all_come_in_by_one_act_that_can_be_undone(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_sources(file, [PAGE, Source("", "Accounts", "report", "Holm, Ada", "City", "2022-03", primary=True)])
        assert titles(file) == ["Accounts", "Traffic counts"]
        accounts = next(iter(read_case(file).sources.values()))
        assert (accounts.authors, accounts.publisher, accounts.published, accounts.primary) == (
            "Holm, Ada",
            "City",
            "2022-03",
            True,
        )
        assert undo_name(file) == "import sources"
        undo(file)
        assert titles(file) == []


def test_the_same_file_again_adds_nothing(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_sources(file, [PAGE])
        digest = read_case(file).digest
        assert add_sources(file, [PAGE]) is None
        assert read_case(file).digest == digest


@pytest.mark.parametrize(
    ("other", "is_new"),
    [
        (Source("", "Other title", url="http://city.example/counts"), False),
        (Source("", "Traffic  COUNTS.", published="2023-04-05", url="https://elsewhere.example"), False),
        (Source("", "Traffic counts", published="2022"), True),
        (Source("", "Traffic counts"), True),
        (Source("", "Other title", url="https://city.example/counts/2"), True),
    ],
)
def test_a_source_is_known_by_its_address_or_by_title_and_year(other: Source, is_new: bool) -> None:
    assert bool(new_among([other], [PAGE])) is is_new
    assert len(new_among([PAGE, other], [])) == 1 + is_new


def test_a_file_that_cannot_be_read_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError, match="can't be read"):
        read_file(tmp_path / "gone.bib")
    with pytest.raises(EvidenceError):
        read_file(tmp_path)
