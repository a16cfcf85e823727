"""ClaimReview for those who read it."""

import json
from dataclasses import replace

from tests.reports.cases import seed_case
from workbench.reports.claimreview import gaps, write_claim_review
from workbench.reports.notes import House, NotesOptions, build_notes

OPTIONS = NotesOptions(house=House("The Example Courier"), review_url="https://courier.example.org/checks/minsk")


def reviews(options: NotesOptions = OPTIONS) -> list[dict[str, object]]:
    document = json.loads(write_claim_review(build_notes(seed_case(), options)))
    assert document["@context"] == "https://schema.org"
    graph: list[dict[str, object]] = document["@graph"]
    return graph


def test_every_rated_claim_has_the_fields_that_are_required() -> None:
    assert len(reviews()) == 7
    for review in reviews():
        assert review["@type"] == "ClaimReview"
        assert len(str(review["claimReviewed"])) < 75
        assert str(review["url"]).startswith("https://courier.example.org/checks/minsk#claim-")
        assert review["reviewRating"]["alternateName"]  # type: ignore[index]
        assert review["itemReviewed"]["@type"] == "Claim"  # type: ignore[index]
        assert review["author"] == {"@type": "Organization", "name": "The Example Courier"}


def test_ratings_on_the_line_from_false_to_true_have_values() -> None:
    ratings = {review["reviewRating"]["alternateName"]: review["reviewRating"] for review in reviews()}  # type: ignore[index]
    assert ratings["False"] == {
        "@type": "Rating", "alternateName": "False", "ratingValue": 1, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert ratings["Can’t be verified"] == {"@type": "Rating", "alternateName": "Can’t be verified"}


def test_the_speaker_made_the_claim_else_the_article() -> None:
    authors = {review["claimReviewed"]: review["itemReviewed"]["author"]["name"] for review in reviews()}  # type: ignore[index]
    assert authors["Belarus, Russia to continue joint military exercises"] == "Davide Falcioni"
    assert authors["Russia does not intend to absorb Belarus."] == "Vladimir Putin"


def test_without_an_address_none_is_made_up() -> None:
    assert all("url" not in review for review in reviews(replace(OPTIONS, review_url="")))
    assert all("url" not in review for review in reviews(replace(OPTIONS, review_url="javascript:alert(1)")))


def test_a_case_without_outcomes_is_an_empty_graph() -> None:
    assert reviews(replace(OPTIONS, claims=frozenset({"claim-0003"}))) == []


def test_what_its_readers_will_miss_is_said_in_a_sentence() -> None:
    case = seed_case()
    assert gaps(case, OPTIONS) == ""
    assert gaps(case, replace(OPTIONS, review_url="")) == (
        "The ClaimReview lacks the address where the check is published, without which it is not read: "
        "give it and export again."
    )
    assert "the name of who publishes it" in gaps(replace(case, sign_offs=()), NotesOptions())
    unrated = tuple(replace(claim, outcome="") for claim in case.claims)
    assert gaps(replace(case, claims=unrated), OPTIONS) == (
        "No claim has an outcome yet, so there is no review in the file."
    )
