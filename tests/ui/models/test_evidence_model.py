from __future__ import annotations

from pytestqt.modeltest import ModelTester

from tests.ui.seed_case import seed_case
from ui.models.evidence_model import EvidenceFilter, EvidenceModel, EvidenceRole, evidence_rows


def test_notes_stand_by_title_with_the_claims_that_rest_on_them(qtmodeltester: ModelTester) -> None:
    model = EvidenceModel()
    qtmodeltester.check(model)
    model.show(seed_case())
    assert [row.evidence.id for row in model.rows()] == ["note-3", "note-1", "note-2"]
    assert model.rows()[1].numbers == "2, 15"
    assert model.index(0).data() == "Joint press conference, transcript, p. 1"


def test_notes_already_linked_are_left_out() -> None:
    model = EvidenceModel()
    model.show(seed_case(), without=frozenset({"note-1", "note-2"}))
    assert [row.evidence.id for row in model.rows()] == ["note-3"]
    model.show(None)
    assert model.rowCount() == 0


def test_a_note_is_found_by_its_excerpt_its_words_and_its_source(qtmodeltester: ModelTester) -> None:
    model = EvidenceModel()
    model.show(seed_case())
    shown = EvidenceFilter(model)
    qtmodeltester.check(shown)

    def found(typed: str) -> list[str]:
        shown.search(typed)
        return [shown.index(row, 0).data(EvidenceRole.ID) for row in range(shown.rowCount())]

    assert found("REGULAR exercises") == ["note-3"]
    assert found("reuters") == ["note-2"]
    assert found("kremlin.ru never had") == ["note-1"]
    assert len(found("")) == len(evidence_rows(seed_case()))
