"""Search in the whole case, and notes suggested for a claim."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.storage.bridge import begin, claim, only_note, with_note
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.evidence import Stance
from workbench.domain.span import Span
from workbench.storage.case_file import CaseFile
from workbench.storage.search import Where
from workbench.workflow.checking import edit_claim
from workbench.workflow.copy_texts import read_all
from workbench.workflow.marking import delete_claim
from workbench.workflow.noting import NoteFields, SnapshotFile, add_note, delete_note
from workbench.workflow.opening import read_case
from workbench.workflow.searching import find_words, places_in, suggest_evidence
from workbench.workflow.undoing import undo


def found(file: CaseFile, words: str) -> list[Where]:
    return sorted(hit.where for hit in find_words(file, words))


def test_words_are_found_wherever_they_stand(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        assert [hit.id for hit in find_words(file, "30,000 cars")][:1] == [claim(file, 4).id]
        assert found(file, "traffic ORDER") == [Where.SNAPSHOT, Where.SOURCE]
        assert found(file, "ord") == [Where.SNAPSHOT, Where.SOURCE]
        assert found(file, "order elephant") == []
        assert found(file, "  ") == []
        hit = next(hit for hit in find_words(file, "March") if hit.where is Where.SNAPSHOT)
        assert "closed from 3 March" in hit.excerpt


PARTS = (
    "Roads in Zürich",
    "The bridge was closed; the Straße too.",
    "桥梁于三月关闭 한국의 다리",
    "The bridge is open, closed in 1999.",
)


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("zurich", ["Zürich"]),
        ("ROAD", ["Roads"]),
        ("oad", []),
        ("bridge clos", ["bridge", "bridge"]),
        ("was closed the", ["was closed; the"]),
        ("straße", ["Straße"]),
        ("三月", ["三月关闭"]),
        ("다리", ["다리"]),
        ("bridge elephant", []),
        ("#bridge", []),
        (" ;", []),
    ],
)
def test_words_of_the_article_are_found_a_paragraph_at_a_time(words: str, places: list[str]) -> None:
    text = "\n\n".join(PARTS)
    spans = [Span(at := text.index(part), at + len(part)) for part in PARTS]
    article = Article(text, tuple(Block(BlockKind.BODY, span) for span in spans))
    assert [place.of(text) for place in places_in(article, words)] == places


def test_no_more_places_are_given_than_asked_for() -> None:
    text = "\n".join(["one word"] * 9)
    article = Article(text, tuple(Block(BlockKind.BODY, Span(at, at + 8)) for at in range(0, 81, 9)))
    assert len(places_in(article, "word", limit=4)) == 4


def test_the_index_follows_every_act_and_its_undoing(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="Zürich agrees.")
        assert found(file, "zurich") == [Where.CLAIM]
        undo(file)
        assert found(file, "zurich") == []
        delete_claim(file, claim(file, 4).id)
        assert Where.CLAIM not in found(file, "30,000")
        delete_note(file, only_note(read_case(file)))
        assert found(file, "traffic") == []
        undo(file)
        assert found(file, "traffic") == [Where.SNAPSHOT, Where.SOURCE]


def test_a_saved_page_is_searched_as_it_reads(tmp_path: Path) -> None:
    page = b"<html><script>var secret</script><style>p{}</style><p>Twelve&nbsp;million &amp; no more</p></html>"
    with begin(tmp_path) as file:
        add_note(file, NoteFields("Page"), {}, SnapshotFile("page.html", page, "text/html; charset=utf-8"))
        add_note(file, NoteFields("Film"), {}, SnapshotFile("film.mp4", b"Twelve angry men", "video/mp4"))
        assert len(read_all(file)) == 1
        assert found(file, "twelve million") == [Where.SNAPSHOT]
        assert found(file, "secret") == []
        assert found(file, "angry") == []


def test_notes_with_the_claims_words_are_suggested_until_linked(tmp_path: Path) -> None:
    with with_note(tmp_path) as file:
        add_note(file, NoteFields("Cars counted on the bridge", excerpt="31,207 cars a day"), {})
        add_note(file, NoteFields("Weather report", excerpt="rain"), {})
        counted = next(key for key, note in read_case(file).evidence.items() if "cars" in note.excerpt)
        assert suggest_evidence(file, claim(file, 4).id)[0] == counted
        add_note(file, NoteFields("Car count", excerpt="cars"), {claim(file, 4).id: Stance.SUPPORTS})
        linked = {link.evidence_id for link in read_case(file).links_of(claim(file, 4).id)}
        assert not linked & set(suggest_evidence(file, claim(file, 4).id))


@pytest.fixture(scope="module")
def open_file(tmp_path_factory: pytest.TempPathFactory) -> CaseFile:
    return with_note(tmp_path_factory.mktemp("open"))


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30)
    | st.text('"*()^:+-NEAR AND OR', max_size=20)
)
def test_nothing_that_is_typed_is_an_error(open_file: CaseFile, words: str) -> None:
    find_words(open_file, words)


def test_a_note_is_found_by_its_tags_and_a_source_by_its_doi(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        add_note(file, NoteFields("Report", tags=("Överhead costs", "roads"), doi="10.1000/182"), {})
        note = only_note(read_case(file))
        for words in ("roads", "#roads", "#overhead costs", "roa", "#Roads #overhead"):
            assert [hit.id for hit in find_words(file, words)] == [note]
        assert found(file, "10.1000/182") == [Where.SOURCE]
        assert found(file, "#elephant") == []


def test_a_note_is_suggested_whose_kept_copy_has_the_names_and_numbers(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        cars = claim(file, 4)
        assert cars.exact == "More than 30,000 cars cross it every day."
        add_note(file, NoteFields("xx"), {}, SnapshotFile("o.txt", b"Nobody counted more than 30.", "text/plain"))
        assert suggest_evidence(file, cars.id) == ()
        other = only_note(read_case(file))
        add_note(file, NoteFields("yy"), {}, SnapshotFile("s.txt", b"We saw 30,000 in May.", "text/plain"))
        (counted,) = read_case(file).evidence.keys() - {other}
        assert suggest_evidence(file, cars.id) == (counted,)
