"""What of a case goes into the notes."""

from dataclasses import replace

import pytest

from tests.reports.cases import claim_on, cut_case, seed_case
from workbench.domain.case import Case
from workbench.domain.evidence import Link, Stance
from workbench.errors import ExportError
from workbench.reports.record import write_record
from workbench.reports.selection import select

SECRETS = (
    b"Harkavy",
    b"diplomat in Minsk",
    b"+375 29",
    b"M. Ivanova",
    b"harkavy-notes",
    b"/home/desk",
    b"talking of absorption",
    b"Promised not to be named",
    b"Can we print this",
    b"Where do these words come from",
    b"said in passing, known to the desk",
    b"Second source on the wording",
    b"ask Kovalenko again",
)


def test_the_internal_version_is_the_case_itself() -> None:
    case = seed_case()
    assert select(case, None, external=False).case == case


def test_nothing_confidential_is_left_for_the_outside() -> None:
    inside, outside = (write_record(select(seed_case(), None, external=external).case) for external in (False, True))
    assert all(secret in inside for secret in SECRETS)
    assert [secret for secret in SECRETS if secret in outside] == []


def test_the_reader_is_told_how_much_was_withheld() -> None:
    assert dict(select(seed_case(), None, external=True).withheld) == {"claim-0010": 1}


def test_what_earlier_drafts_said_is_nothing_for_the_outside() -> None:
    outside = select(cut_case(), None, external=True).case
    assert outside.cut == ()
    assert "claim-0004" not in {one.claim_id for one in (*outside.links, *outside.sign_offs)}
    assert "e1" in outside.evidence  # other claims rest on it
    lonely = tuple(link for link in cut_case().links if link.evidence_id != "e5")
    case = replace(cut_case(), links=(*lonely, Link("claim-0004", "e5", Stance.CONTEXT)))
    assert "ministry" in select(case, None, external=False).case.sources
    assert "ministry" not in select(case, None, external=True).case.sources


def test_a_part_of_the_claims_is_without_those_that_were_cut() -> None:
    part = select(cut_case(), frozenset({"claim-0002"}), external=False).case
    assert (part.cut, [claim.number for claim in part.claims]) == ((), [2])


def test_what_is_public_stays() -> None:
    outside = select(seed_case(), None, external=True).case
    assert set(outside.sources) == {"kremlin", "reuters", "ministry"}
    assert outside.evidence["e1"].excerpt.startswith("We agreed")
    assert len(outside.claims) == len(seed_case().claims)
    assert len(outside.sign_offs) == 4


@pytest.mark.parametrize("part", ["reasoning", "correction", "restated"])
def test_a_confidential_name_in_the_checkers_words_stops_the_export(part: str) -> None:
    case = seed_case()
    first, *rest = case.claims
    told = replace(case, claims=(replace(first, **{part: "as ambassador n. harkavy told us"}), *rest))
    with pytest.raises(ExportError, match=r"claim 1 names the confidential source “Ambassador N\. Harkavy”"):
        select(told, None, external=True)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Harkavy confirmed it.", True),
        ("call +375 29 555 01 02 again", True),
        ("our talk with a diplomat in Minsk", True),
        ("a harkavy of one’s own", False),
        ("Harkavyan studies", False),
        ("an ambassador confirmed it", False),
    ],
)
def test_family_names_and_contacts_give_away_and_common_words_do_not(said: str, told: bool) -> None:
    case = seed_case()
    first, *rest = case.claims
    case = replace(case, claims=(replace(first, reasoning=said), *rest))
    if told:
        with pytest.raises(ExportError, match="confidential source"):
            select(case, None, external=True)
    else:
        assert select(case, None, external=True).case.claims[0].reasoning == said


def test_a_title_of_one_word_stops_nothing() -> None:
    case = seed_case()
    sources = {**case.sources, "diplomat": replace(case.sources["diplomat"], title="Interview")}
    first, *rest = case.claims
    case = replace(case, sources=sources, claims=(replace(first, reasoning="The interview has it."), *rest))
    assert "diplomat" not in select(case, None, external=True).case.sources


def test_a_chosen_claim_brings_its_own_evidence_and_no_other() -> None:
    chosen = select(seed_case(), frozenset({"claim-0001"}), external=False).case
    assert [claim.number for claim in chosen.claims] == [1]
    assert set(chosen.evidence) == {"e1"}
    assert set(chosen.sources) == {"kremlin"}
    assert len(chosen.snapshots) == 1
    assert {sign.claim_id for sign in chosen.sign_offs} == {"claim-0001"}
    assert chosen.queries == ()
    assert chosen.facts == ()


def test_no_claims_chosen_is_an_empty_selection() -> None:
    chosen: Case = select(seed_case(), frozenset(), external=True).case
    assert chosen.claims == chosen.links == ()
    assert chosen.article == seed_case().article


def test_a_claim_by_hand_on_the_title_needs_no_evidence() -> None:
    case = seed_case()
    alone = replace(case, claims=(claim_on(case.article.text, "Belarus", 40),), links=(), evidence={}, sources={})
    assert select(alone, None, external=True).case.claims[0].number == 40
