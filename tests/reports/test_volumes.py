"""A long case in volumes."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.cases import article, case_on, claim_on, cut_case, seed_case
from tests.reports.long_cases import long_case
from workbench.domain.article import BlockKind
from workbench.reports.handing_over import _claims
from workbench.reports.notes import NotesOptions, build_notes
from workbench.reports.volumes import volumes

LONG = build_notes(long_case(60, 2_000), NotesOptions())
OUT = Path("notes.pdf")


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 70))
def test_no_claim_and_no_part_of_the_article_is_missing(most: int) -> None:
    parts = [volume for _, volume in volumes(LONG, OUT, most)]
    assert [claim for volume in parts for claim in volume.claims] == list(LONG.claims)
    assert all(len(volume.claims) <= most for volume in parts)
    spans = [block.span for volume in parts for block in volume.article]
    assert sorted(set(spans)) == [block.span for block in LONG.article]
    assert spans == sorted(spans)
    for volume in parts:
        shown = {number for block in volume.article for number in block.own_claims}
        assert {claim.number for claim in volume.claims} <= shown


SENTENCES = [f"The rate number {number} rose by {number}% in May, as the office said." for number in range(200)]
PARAGRAPH = f"Rates\n\n{' '.join(SENTENCES)}"
IN_ONE = build_notes(
    case_on(
        article(PARAGRAPH, {0: BlockKind.HEADLINE}),
        [claim_on(PARAGRAPH, words, number) for number, words in enumerate(SENTENCES, 1)],
    ),
    NotesOptions(),
)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 250))
def test_a_long_paragraph_is_set_in_parts_and_none_of_it_is_missing(most: int) -> None:
    parts = [volume for _, volume in volumes(IN_ONE, OUT, most)]
    for volume in parts:
        shown = {number for block in volume.article for number in block.own_claims}
        assert {claim.number for claim in volume.claims} <= shown
        assert len(shown) <= most + 1
    said = "".join(piece.text for volume in parts for piece in volume.article[-1].pieces)
    assert said.replace(" …", "").replace("… ", "") == " ".join(SENTENCES)


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 12), st.integers(0, 11))
def test_claims_that_were_cut_come_last_and_take_no_part_of_the_article(most: int, standing: int) -> None:
    whole = seed_case()
    case = replace(whole, claims=whole.claims[:standing], cut=whole.claims[standing:])
    notes = build_notes(case, NotesOptions())
    parts = [volume for _, volume in volumes(notes, OUT, most)]
    assert [claim.number for volume in parts for claim in volume.claims] == [claim.number for claim in whole.claims]
    spans = [block.span for volume in parts for block in volume.article]
    assert sorted(set(spans)) == [block.span for block in notes.article]
    assert all(volume.article == () for volume in parts[1:] if all(claim.cut for claim in volume.claims))


def test_as_many_files_are_made_as_are_foreseen() -> None:
    for options in (NotesOptions(), NotesOptions(external=True), NotesOptions(claims=frozenset({"claim-0002"}))):
        notes = build_notes(cut_case(), options)
        assert len(notes.all_claims) == _claims(cut_case(), options)


def test_a_short_case_is_one_file() -> None:
    ((path, volume),) = volumes(LONG, OUT, 60)
    assert path == OUT
    assert (volume.number, volume.of, volume.names) == (1, 1, ())


def test_further_volumes_are_named_after_the_first() -> None:
    assert [path.name for path, _ in volumes(LONG, OUT, 25)] == [
        "notes.pdf", "notes-volume-2-of-3.pdf", "notes-volume-3-of-3.pdf",
    ]  # fmt: skip


def test_a_case_without_claims_is_one_volume_with_the_article() -> None:
    bare = build_notes(seed_case(), NotesOptions(claims=frozenset()))
    ((_, volume),) = volumes(bare, OUT, 10)
    assert volume.article == bare.article
