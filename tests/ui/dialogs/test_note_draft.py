from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.ui.seed_case import seed_case
from ui.dialogs import note_draft
from workbench.domain.evidence import Stance
from workbench.errors import EvidenceError


def test_a_new_note_was_accessed_today_and_supports_its_claim() -> None:
    draft = note_draft.new("claim-2")
    assert draft.fields.accessed == date.today().isoformat()
    assert draft.links == {"claim-2": Stance.SUPPORTS}


@pytest.mark.parametrize(
    ("address", "title", "publisher", "published"),
    [
        ("https://www.reuters.com/world/putin-in-minsk-2022-12-19/", "Putin in minsk", "reuters.com", "2022-12-19"),
        ("https://example.org/Annual_Report.pdf", "Annual Report", "example.org", ""),
        ("https://example.org/", "example.org", "example.org", ""),
        ("https://example.org/s%C3%A9nat", "Sénat", "example.org", ""),
    ],
)
def test_an_address_begins_a_note_with_what_it_tells(address: str, title: str, publisher: str, published: str) -> None:
    fields = note_draft.begun_with("claim-2", address).fields
    assert (fields.url, fields.title, fields.publisher, fields.published) == (address, title, publisher, published)


def test_a_doi_begins_a_note_with_its_address() -> None:
    for given in ("doi:10.1000/182", "10.1000/182", "https://doi.org/10.1000/182"):
        fields = note_draft.begun_with("claim-2", given).fields
        assert (fields.url, fields.doi) == ("https://doi.org/10.1000/182", "10.1000/182")
        assert (fields.title, fields.publisher) == ("", "")


@pytest.mark.parametrize("words", ["Says https://example.org that prices fell", "http://[sic"])
def test_words_begin_a_note_as_its_excerpt(words: str) -> None:
    fields = note_draft.begun_with("claim-2", words).fields
    assert fields.excerpt == words
    assert fields.url == ""


def test_a_saved_page_begins_a_note_with_its_own_data(tmp_path: Path) -> None:
    page = tmp_path / "x.html"
    page.write_text(
        "<html><head><title>Prices fell in May</title></head><body><article><h1>Prices fell in May</h1>"
        "<p>Prices fell by two per cent in May, the office said on Monday in its report.</p></article></body></html>"
    )
    draft = note_draft.begun_with("claim-2", page)
    assert draft.fields.title == "Prices fell in May"
    assert draft.fields.kind == "webpage"
    assert draft.snapshot is not None
    assert draft.snapshot.name == "x.html"


def test_another_file_begins_a_note_with_its_name(tmp_path: Path) -> None:
    report = tmp_path / "labour_survey.pdf"
    report.write_bytes(b"%PDF-1.7")
    draft = note_draft.begun_with("claim-2", report)
    assert (draft.fields.title, draft.fields.kind) == ("labour survey", "document")


def test_a_folder_cannot_be_kept(tmp_path: Path) -> None:
    with pytest.raises(EvidenceError):
        note_draft.begun_with("claim-2", tmp_path)


def test_a_note_to_edit_comes_with_its_source_and_links() -> None:
    draft = note_draft.of_note(seed_case(), "note-1")
    assert draft.fields.primary
    assert draft.fields.locator == "p. 3"
    assert draft.links == {"claim-2": Stance.CONTRADICTS, "claim-15": Stance.SUPPORTS}


def test_drafts_are_kept_by_case_and_place_and_given_back_once() -> None:
    drafts, draft = note_draft.KeptDrafts(), note_draft.new("claim-2")
    drafts.keep("one case", "claim-2", draft)
    assert drafts.take("another case", "claim-2") is None
    assert drafts.take("one case", "claim-2") == draft
    assert drafts.take("one case", "claim-2") is None
