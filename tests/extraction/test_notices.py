"""What a page says of itself is no claim."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.extraction.pipeline import find


def claims(text: str) -> list[str]:
    found = article(text)
    return [claim.span.of(found.text) for claim in find(found).claims]


@pytest.mark.parametrize(
    "text",
    [
        "This interview has been edited for length and clarity.",
        "Correction: An earlier version of this article said that the mayor was 54. She is 45.",
        "This article was amended on 3 May 2024 because an earlier version misnamed the minister.",
        "Read more: how the council lost £4m",
        "Sign up to our weekly newsletter to get the best of the news.",
        "Additional reporting by Tom Ward.",
        "# Storm Ilse live: thousands leave their homes",
    ],
)
def test_a_notice_holds_no_claim(text: str) -> None:
    assert claims(f"{text}\n\nThe storm came in May.") == ["The storm came in May"]


@pytest.mark.parametrize(
    "told",
    [
        "By Christmas she had borrowed £40,000 from her son",
        "By 2030 the port will be closed",
        "Downloads of the app doubled in March",
        "Published in 1998, the book sold three million copies",
        "Updated figures show a fall of 3%",
        "Comments by the minister angered the unions",
    ],
)
def test_a_sentence_that_begins_like_a_byline_or_stamp_may_tell_something(told: str) -> None:
    assert claims(f"The storm came in May. {told}.") == ["The storm came in May", told]


@pytest.mark.parametrize("stamp", ["By Ann Lee in Paris", "Updated 3 May 2024", "Comments (12)", "Download our app"])
def test_a_byline_or_stamp_tells_nothing(stamp: str) -> None:
    assert claims(f"The storm came in May. {stamp}.\n\nIt left in June.") == [
        "The storm came in May",
        "It left in June",
    ]


def test_people_who_live_somewhere_make_a_headline_that_tells() -> None:
    assert "Two families still live in the tower" in claims("# Two families still live in the tower\n\nIt is old.")


def test_why_somebody_is_quoted_is_no_claim_of_the_articles() -> None:
    text = "“The study counted 300 people,” said Ann Roe of Imperial College, who was not involved."
    assert claims(text) == ["“The study counted 300 people,”"]


def test_why_a_source_has_no_name_is_no_claim_but_what_it_did_is() -> None:
    text = "The source, who asked not to be named, said the port was open."
    assert claims(text) == ["the port was open"]
    assert "The officer, who asked not to be named, shot two men" in claims(
        "The officer, who asked not to be named, shot two men."
    )


def test_a_relative_clause_with_a_fact_is_one() -> None:
    assert any("lost £4m last year" in said for said in claims("The firm, which lost £4m last year, closed in May."))
