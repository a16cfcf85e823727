"""The stretches a fact-checker would underline."""

from __future__ import annotations

import pytest

from benchmarks.extraction import seed as seed_benchmark
from tests.extraction.articles import article
from workbench.domain.article import Article, BlockKind
from workbench.domain.claim import ClaimKind
from workbench.domain.findings import FoundClaim
from workbench.extraction.attribution import find_utterances
from workbench.extraction.claims import find_claims
from workbench.extraction.reading import read


def claims(text: str, *, language: str = "en") -> list[tuple[str, FoundClaim]]:
    found = article(text, language=language)
    reading = read(found)
    return [(claim.span.of(found.text), claim) for claim in find_claims(reading, find_utterances(reading))]


def words(text: str) -> list[str]:
    return [said for said, _ in claims(text)]


def test_a_sentence_of_three_claims_gives_three() -> None:
    found = words(
        "Just over two months ago, in fact, Belarus announced the sending of a joint task force with Moscow troops "
        "deployed on the border with Ukraine and Poland, in the same areas where the Russian offensive had already "
        "begun last February, and the two countries have been allies for decades."
    )
    assert "in the same areas where the Russian offensive had already begun last February" in found
    assert "the two countries have been allies for decades" in found
    assert any(said.startswith("Just over two months ago, in fact, Belarus announced") for said in found)


def test_what_is_said_is_a_claim_without_that() -> None:
    ((said, claim),) = claims("Anna Kern said that the port had 300 ships.")
    assert said == "the port had 300 ships"
    assert (claim.claimant, claim.kind, claim.found_by) == ("Anna Kern", ClaimKind.STATISTIC, "clause of “said”")


def test_a_long_quotation_is_listed_by_sentence_and_a_short_one_whole() -> None:
    spoken = [f"We waited for train number {count} for a very long time in the cold and dark." for count in range(4)]
    long = " ".join(spoken)
    assert len(words(f"“{long}” said Anna Kern.")) == 4
    assert words("“We waited. It came,” said Anna Kern.") == ["“We waited. It came,”"]


def test_the_same_quotation_is_listed_once_with_its_repeats() -> None:
    found = claims("## Kern: “We have waited for years”\n\nAnna Kern said: “We have waited for years.”")
    ((_, claim),) = found
    assert len(claim.repeats) == 1
    assert claim.claimant == "Anna Kern"


def test_a_quotation_over_paragraphs_is_its_speakers_in_each() -> None:
    found = claims("Anna Kern said: “We waited for two years.\n\n“Then the train came at last in May.”")
    assert [claim.claimant for _, claim in found] == ["Anna Kern", "Anna Kern"]


def test_byline_and_question_hold_no_claim() -> None:
    assert words("By Anna Kern\n\nWho paid for the bridge?") == []


def test_boilerplate_blocks_hold_no_claim() -> None:
    text = "Follow us on the channel that has 300 readers."
    found = article(text)
    blocks = tuple(type(block)(BlockKind.BOILERPLATE, block.span) for block in found.blocks)
    reading = read(Article(text, blocks, found.metadata))
    assert find_claims(reading, find_utterances(reading)) == ()


@pytest.mark.parametrize(
    ("text", "kind", "checkable"),
    [
        ("Exports rose by 12 percent in May.", ClaimKind.STATISTIC, True),
        ("The trains will not run before Saturday.", ClaimKind.PREDICTION, True),
        ("The alliance, therefore, remains solid.", ClaimKind.OPINION, False),
        ("The bridge was built by the town.", ClaimKind.STATEMENT, True),
        ("Residents feared that the bridge would have been closed by the storm.", ClaimKind.STATEMENT, True),
        ("Anna Kern said that the old bridge belonged to the port.", ClaimKind.STATEMENT, True),
        ("Anna Kern said that the port would buy the bridge.", ClaimKind.PREDICTION, True),
        ("The second vote is to be held in November.", ClaimKind.PREDICTION, True),
        ("# Sailor arrested after attempting to leave port", ClaimKind.STATEMENT, True),
        ("# Port to sell its last ferry", ClaimKind.PREDICTION, True),
        ("The town was able to pay for the bridge.", ClaimKind.STATEMENT, True),
        ("Five sailors were arrested in the port.", ClaimKind.STATISTIC, True),
        ("Almost half of the sailors left the port.", ClaimKind.STATISTIC, True),
        ("All forms must be completed in English.", ClaimKind.STATEMENT, True),
        ("The new forms make it easier to stay in the country.", ClaimKind.STATEMENT, True),
        ("The port should sell the ferry.", ClaimKind.OPINION, False),
        ("“We have waited for the train,” said Anna Kern.", ClaimKind.QUOTATION, True),
        ("The storm may flood the port.", ClaimKind.PREDICTION, True),
        ("Readers may be right about the port.", ClaimKind.STATEMENT, True),
        ("Neither ship could leave the port.", ClaimKind.STATEMENT, True),
        ("The port expects traffic to grow.", ClaimKind.PREDICTION, True),
        ("The port had planned to buy a ferry.", ClaimKind.STATEMENT, True),
        ("The ferry was due to sail but sank.", ClaimKind.STATEMENT, True),
        ("The port opens next week.", ClaimKind.PREDICTION, True),
        ("Voters would then choose between two names.", ClaimKind.PREDICTION, True),
        ("The law would ban ferries in the port.", ClaimKind.STATEMENT, True),
        ("The goal is to build a better port.", ClaimKind.STATEMENT, True),
        ("The new port is a disgrace.", ClaimKind.OPINION, False),
        ("The sailors deserve a new port.", ClaimKind.OPINION, False),
        ("The plan makes no sense.", ClaimKind.OPINION, False),
        ("Anna Kern said that the council had betrayed the sailors.", ClaimKind.OPINION, False),
        ("Anna Kern said she believes the port is open.", ClaimKind.OPINION, False),
        ("Traffic in the port has doubled since May.", ClaimKind.STATISTIC, True),
        ("One in five sailors left the port.", ClaimKind.STATISTIC, True),
        ("Voting begins on 12 October.", ClaimKind.PREDICTION, True),
        ("The port closes on Sundays.", ClaimKind.STATEMENT, True),
        ("It is not clear who sent the letters.", ClaimKind.STATEMENT, True),
        ("Anna Kern said there was no evidence that ferries were dangerous.", ClaimKind.STATEMENT, True),
        ("Anna Kern said the port had been “kept from the town”.", ClaimKind.QUOTATION, True),
        ("Sailors condemned the move as reckless.", ClaimKind.OPINION, False),
    ],
)
def test_a_claim_knows_its_kind(text: str, kind: ClaimKind, checkable: bool) -> None:
    ((_, claim),) = claims(text)
    assert (claim.kind, claim.checkable) == (kind, checkable)


def test_how_many_say_so_is_the_claim_of_a_survey() -> None:
    ((said, claim),) = claims("Nearly a third of sailors said they were thinking of leaving the port.")
    assert (said, claim.claimant) == ("Nearly a third of sailors said they were thinking of leaving the port", "")
    assert claim.kind is ClaimKind.STATISTIC


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kern denied that she had sold the port",
        "Anna Kern accused the council of hiding the report",
        "Anna Kern boasted of having sold the port",
        "Anna Kern described the night as chaos",
        "Anna Kern called the closure “an act of madness”",
    ],
)
def test_what_one_denies_or_calls_something_is_claimed_whole(text: str) -> None:
    ((said, claim),) = claims(f"{text}.")
    assert (said, claim.claimant) == (text, "Anna Kern")


def test_an_event_taken_for_granted_is_a_claim() -> None:
    text = "At the end of talks with the Belarusian leader Alexander Lukashenko, Putin said that the border is open."
    assert words(text)[0] == "At the end of talks with the Belarusian leader Alexander Lukashenko"


def test_a_transcripts_turn_is_its_speakers() -> None:
    ((said, claim),) = claims("COUNCILLOR VEY: The port finished its works in 2021.")
    assert (said, claim.claimant) == ("The port finished its works in 2021", "COUNCILLOR VEY")


def test_a_language_without_a_model_gives_its_quotations() -> None:
    text = "Viele warten ab. „Wir haben ein verlorenes Jahr“, sagte der Chef."
    assert [said for said, _ in claims(text, language="de")] == ["„Wir haben ein verlorenes Jahr“"]


def test_the_customers_article_against_the_gold_claims(shared: object) -> None:
    result = seed_benchmark.score(seed_benchmark.find(seed_benchmark.seed_article()).claims, repeats=True)
    assert len(result.covered) >= 23, result.missed
    assert len(result.claimant_right) >= 17, result.claimant_wrong
    assert result.stray == []


@pytest.mark.parametrize(
    ("text", "told", "said", "claimant"),
    [
        (
            "Karl Roth resigned on Monday, telling reporters that the budget had been a mistake.",
            "Karl Roth resigned on Monday",
            "the budget had been a mistake",
            "Karl Roth",
        ),
        (
            "The company closed its plant in 2019 after warning that costs had doubled.",
            "The company closed its plant in 2019",
            "costs had doubled",
            "The company",
        ),
        (
            "Police arrested 14 people on Friday and said that more arrests would follow.",
            "Police arrested 14 people on Friday",
            "more arrests would follow",
            "Police",
        ),
    ],
)
def test_what_is_done_beside_a_saying_is_a_claim_too(text: str, told: str, said: str, claimant: str) -> None:
    assert [(words, claim.claimant) for words, claim in claims(text)] == [(told, ""), (said, claimant)]


def test_a_headline_that_quotes_two_words_in_passing_is_a_claim_whole() -> None:
    headline = "Council backs £4.2m cuts as mayor warns of ‘dark winter’"
    assert words(f"# {headline}\n\nThe council met on Monday.")[0] == headline


def test_nobody_is_the_claimant_of_what_people_were_told() -> None:
    ((said, claim),) = claims("Residents were told on Monday that the bridge would close.")
    assert (said, claim.claimant) == ("the bridge would close", "")
    ((said, claim),) = claims("It was announced on Monday that the school will close.")
    assert (said, claim.claimant) == ("the school will close", "")
    ((said, claim),) = claims("Residents were told by Anna Kern that the bridge would close.")
    assert (said, claim.claimant) == ("the bridge would close", "Anna Kern")


def test_what_somebody_is_said_to_have_done_is_the_articles_claim() -> None:
    ((said, claim),) = claims("The group is reported to have lost 40 men.")
    assert (said, claim.claimant) == ("The group is reported to have lost 40 men", "")


def test_what_somebody_declined_to_say_is_no_claim_of_theirs() -> None:
    assert all(claim.claimant == "" for _, claim in claims("Karl Roth refused to say how many had died."))


@pytest.mark.parametrize(
    "text",
    ["Tax rose 5%", "Sales halved", "Exports doubled", "GDP fell 2%", "Unemployment tripled", "Turnout was 71%"],
)
def test_two_words_and_a_figure_are_a_claim(text: str) -> None:
    assert (
        words(f"The council met on Monday to talk about the budget.\n\nIt was a long day for all. {text}.")[-1] == text
    )


@pytest.mark.parametrize(
    "text", ["See page 7.", "She left.", "Page: 5.", "Chapter 12.", "Tel: 0800 555 0199", "Published: 3 May 2024"]
)
def test_two_words_alone_are_none(text: str) -> None:
    assert words(f"The council met on Monday to talk about the budget.\n\n{text}") == words(
        "The council met on Monday to talk about the budget."
    )


@pytest.mark.parametrize("text", ["Robert Crane's denial that he bribed two inspectors was heard in court"])
def test_what_a_denial_holds_is_not_claimed(text: str) -> None:
    ((said, claim),) = claims(f"{text}.")
    assert (said, claim.claimant) == (text, "")


def test_a_pronoun_nobody_was_found_for_names_no_claimant() -> None:
    assert [claim.claimant for _, claim in claims("Survivors were angry. She said that the dam had 40 cracks.")] == [
        "",
        "",
    ]


def test_a_full_stop_behind_the_marks_makes_no_second_claim() -> None:
    text = "« The war will not be won on the field – he underlined – and who says so lies to the people »."
    assert words(f"Anna Kern spoke.\n\n{text}")[1:] == [text.removesuffix(".")]


def test_that_before_a_name_is_no_part_of_what_is_said() -> None:
    assert words("Anna Kern testified on Monday that director Paul Roth ended her career.") == [
        "director Paul Roth ended her career"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "At least 47 people have died, the ministry said on Thursday, raising an earlier toll of 38.",
            "raising an earlier toll of 38",
        ),
        (
            "“It can’t go on,” wrote Omar Haddad in a note, cutting his target to $58 from $65.",
            "cutting his target to $58 from $65",
        ),
        (
            "The Senate on Thursday approved a law that would require 40 percent of cargo to move on American ships, a "
            "change supporters say will create 15,000 jobs.",
            "The Senate on Thursday approved a law that would require 40 percent of cargo to move on American ships",
        ),
    ],
)
def test_what_is_told_beside_a_saying_is_a_claim_too(text: str, told: str) -> None:
    assert told in words(text)


def test_who_speaks_and_to_whom_is_no_claim_beside_the_saying() -> None:
    assert words("Anna Kern told reporters at a hearing in May that the port was open.") == ["the port was open"]


def test_each_of_two_sources_has_its_own_words() -> None:
    found = claims(
        "The Red Cross said the floods had cut off the road to Dadaab, where some 360,000 refugees live, according to "
        "the U.N. refugee agency."
    )
    assert [(said, claim.claimant) for said, claim in found] == [
        ("the floods had cut off the road to Dadaab", "The Red Cross"),
        ("Dadaab, where some 360,000 refugees live", "the U.N. refugee agency"),
    ]


def test_according_to_reaches_no_further_than_its_semicolon() -> None:
    found = claims(
        "A stretch of highway was closed after cracks appeared; according to the ministry, a survey showed a risk."
    )
    assert [(said, claim.claimant) for said, claim in found] == [
        ("A stretch of highway was closed after cracks appeared", ""),
        ("a survey showed a risk", "the ministry"),
    ]


@pytest.mark.parametrize(
    ("text", "said", "claimant"),
    [
        (
            "Fire Chief Ramiro Paz warned the chances of finding survivors were fading with each passing hour.",
            "the chances of finding survivors were fading with each passing hour",
            "Ramiro Paz",
        ),
        (
            "Linda Marchetti told investors the closure of its plant in Ohio, which employs 640 people, was painful.",
            "the closure of its plant in Ohio, which employs 640 people, was painful",
            "Linda Marchetti",
        ),
        (
            "Edna Purcell charged that the contractor had been picked in a back room.",
            "the contractor had been picked in a back room",
            "Edna Purcell",
        ),
        ("Ken Lowe said only that the bill was under review.", "the bill was under review", "Ken Lowe"),
        (
            "She left. Later Margaret Ashdown went on to accuse the council of fourteen years of neglect.",
            "Later Margaret Ashdown went on to accuse the council of fourteen years of neglect",
            "Margaret Ashdown",
        ),
    ],
)
def test_the_whole_of_what_is_said_is_the_claim(text: str, said: str, claimant: str) -> None:
    assert (said, claimant) in [(words, claim.claimant) for words, claim in claims(text)]


def test_residents_who_demand_answers_say_nothing() -> None:
    ((said, claim),) = claims("# Parish clerk's pay row rumbles on as residents demand answers")
    assert (said, claim.claimant) == ("Parish clerk's pay row rumbles on as residents demand answers", "")


def test_whether_it_will_be_so_is_no_prediction() -> None:
    ((_, claim),) = claims("The White House has not said whether the president will sign the bill.")
    assert claim.kind is ClaimKind.STATEMENT


def test_a_day_is_no_place_where_something_happened() -> None:
    text = "They travel to Portside on Tuesday, where they have not won since 1987."
    assert "where they have not won since 1987" in words(text)


def test_who_was_not_involved_is_no_claim_also_in_an_apposition() -> None:
    text = "Prof Gunter Rossi, a nutritionist at Aston who was not involved in the research, said the data were old."
    assert words(text) == ["the data were old"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Attendance: 11,482", ClaimKind.STATISTIC),
        ("GDP: up 3%", ClaimKind.STATISTIC),
        ("Revenue: $3.1 billion (-1.4%)", ClaimKind.STATISTIC),
        ("Gross margin: 34.2%, against 36.0% a year ago", ClaimKind.STATISTIC),
        ("1941: no census because of the war", ClaimKind.STATEMENT),
    ],
)
def test_a_line_of_a_table_or_timeline_is_a_claim_with_its_label(line: str, kind: ClaimKind) -> None:
    said, claim = claims(f"The figures came in May.\n\n{line}")[-1]
    assert (said, claim.kind) == (line, kind)


def test_what_is_forecast_is_a_prediction_of_the_forecasters() -> None:
    ((_, claim),) = claims("The meteorological department forecast further heavy rain until at least Nov. 20.")
    assert (claim.kind, claim.claimant) == (ClaimKind.PREDICTION, "The meteorological department")


def test_a_second_verb_beside_a_saying_and_a_figure_below_it_are_told_too() -> None:
    found = words(
        "The strike of 24 hours started in May and will end today at noon, involving according to the unions over 70% "
        "of the staff."
    )
    assert any(said.endswith("and will end today at noon") for said in found)
    found = words("“We have won,” Anna Kern told supporters after her party came first with 33 percent of the vote.")
    assert "after her party came first with 33 percent of the vote" in found


def test_a_quoted_demand_is_a_quotation() -> None:
    ((said, claim),) = claims("Anna Kern called for “an urgent and independent inquiry into the deal with the port”.")
    assert said.startswith("Anna Kern called for")
    assert (claim.kind, claim.claimant) == (ClaimKind.QUOTATION, "Anna Kern")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The shooting happened about 10:15 p.m. Sunday, said Millvale police Sgt. Tom Barker.",
            [("The shooting happened about 10:15 p.m. Sunday", "Tom Barker")],
        ),
        (
            "Milk holds vitamin A. A lack of it can cause blindness, says Joan Miller, an ophthalmologist in Leeds.",
            [("Milk holds vitamin A.", ""), ("A lack of it can cause blindness", "Joan Miller")],
        ),
        (
            "“It was one of the most successful pieces of propaganda,” according to the historian Will Bright.",
            [("“It was one of the most successful pieces of propaganda,”", "Will Bright")],
        ),
        (
            "The town is ready to vote, said the mayor; Anna Kern closed the port.",
            [("The town is ready to vote", "the mayor"), ("Anna Kern closed the port", "")],
        ),
        (
            "Anna Kern, a baker, said she heard “six or seven loud pops.”",
            [("she heard “six or seven loud pops.”", "Anna Kern")],
        ),
        (
            "Analysts met. “Wages are still growing at more than 5 per cent,” one noted.",
            [("“Wages are still growing at more than 5 per cent,”", "")],
        ),
        (
            "Economists polled by Reuters had forecast 2.7 per cent.",
            [("Economists polled by Reuters had forecast 2.7 per cent", "Economists")],
        ),
        (
            "He hinted that pacer Lockie Ferguson might miss the match.",
            [("pacer Lockie Ferguson might miss the match", "")],
        ),
        (
            "“They’ve written us off,” says her neighbour, Des Carter, on the shore.",
            [("“They’ve written us off,”", "Des Carter")],
        ),
        ("The owner, who declined to give his name, said the port was open.", [("the port was open", "The owner")]),
        ("The port was open. Anyone with information is asked to call 555-0134.", [("The port was open", "")]),
    ],
)
def test_the_claims_of_a_sentence_are_these_and_no_others(text: str, found: list[tuple[str, str]]) -> None:
    assert [(said, claim.claimant) for said, claim in claims(text)] == found


def test_a_sentence_is_a_claim_though_the_parser_found_no_verb_in_it() -> None:
    said = "Labour accused ministers of being “asleep at the wheel”"
    assert said in words(f"{said}. A spokesperson insisted that 95% of areas had clinics.")


def test_what_does_not_go_far_enough_is_judged() -> None:
    ((_, claim),) = claims("The reform doesn’t go far enough, according to the children’s charity Home First.")
    assert claim.kind is ClaimKind.OPINION
