"""Who says what: direct, mixed and indirect speech, with content, cue, source and speaker."""

from __future__ import annotations

import pytest

from tests.extraction.articles import article
from workbench.domain.findings import Attribution
from workbench.extraction.attribution import find_attributions
from workbench.extraction.reading import read


def attributions(text: str) -> list[tuple[str, str]]:
    found = article(text)
    return [(one.speaker, " ".join(span.of(found.text) for span in one.content)) for one in _found(text)]


def _found(text: str) -> tuple[Attribution, ...]:
    return find_attributions(read(article(text)))


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“We will stay,” said Anna Kern.", "Anna Kern", "“We will stay,”"),
        ("“We will stay,” Anna Kern told reporters.", "Anna Kern", "“We will stay,”"),
        ("Anna Kern: “We will stay here.”", "Anna Kern", "“We will stay here.”"),
        ("Anna Kern said on Monday: “We will stay.”", "Anna Kern", "“We will stay.”"),
        ("Anna Kern and Paul Roth: “We will stay here.”", "Anna Kern and Paul Roth", "“We will stay here.”"),
        ("Anna Kern said that the bridge was closed.", "Anna Kern", "that the bridge was closed"),
        ("The bridge was closed, Anna Kern said.", "Anna Kern", "The bridge was closed"),
        ("According to Anna Kern, the bridge was closed.", "Anna Kern", "the bridge was closed."),
        ("Anna Kern accused the council of hiding the report.", "Anna Kern", "the council of hiding the report"),
        ("Anna Kern announced the sending of two ships.", "Anna Kern", "the sending of two ships"),
    ],
)
def test_speech_is_attributed(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in attributions(text)


def test_a_participle_carries_speech_of_the_same_speaker() -> None:
    found = attributions("“It was good,” declared Anna Kern, insisting that Russia has no interest in the port.")
    assert found[1] == ("Anna Kern", "that Russia has no interest in the port")


def test_words_that_go_on_behind_the_speaker_are_of_one_utterance() -> None:
    assert attributions("“We lost,” said Anna Kern. “We will win.”") == [("Anna Kern", "“We lost,” “We will win.”")]


def test_a_quotation_interrupted_by_its_speaker_is_the_speakers() -> None:
    (found,) = _found("“We agreed – explained Anna Kern – to go on with the talks.”")
    assert found.speaker == "Anna Kern"
    assert len(found.content) == 2


def test_the_subject_inside_a_quotation_is_not_its_speaker() -> None:
    found = attributions("Paul Roth echoed her: “Anna Kern and I often say that the port is open.”")
    assert found == [("Paul Roth", "“Anna Kern and I often say that the port is open.”")]


def test_a_mixed_quotation_is_part_of_what_is_said() -> None:
    ((speaker, content),) = attributions("Anna Kern said Minsk “will continue to hold exercises”.")
    assert (speaker, content) == ("Anna Kern", "Minsk “will continue to hold exercises”")


def test_a_quotation_over_paragraphs_is_one_utterance() -> None:
    ((_, content),) = attributions("Anna Kern said: “We waited for years.\n\n“Then the train came at last.”")
    assert content.count("“") == 2


def test_a_name_behind_a_dash_signs_a_quotation() -> None:
    assert attributions("“We waited for years and nobody came.”\n\n— Anna Kern, mayor")[0][0] == "Anna Kern"


def test_what_i_think_and_what_nobody_said_is_no_reported_speech() -> None:
    assert attributions("I think that the port is open. Anna Kern did not say that the port is open.") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The guild announces, “The port is open to ships,” highlighting the need for water.", "The guild"),
        ("Anna Kern said the rooms “must be cleaned in May”, the owner recommending clean water.", "Anna Kern"),
        ("Anna Kern studies “the odd habits that ants have evolved”. In a paper others describe ants.", ""),
    ],
)
def test_a_verb_with_an_object_of_its_own_does_not_say_whose_a_quotation_is(text: str, speaker: str) -> None:
    assert {found for found, _ in attributions(text)} - {speaker} == set()


def test_a_quotation_without_marks_at_the_next_paragraphs_start_goes_on() -> None:
    text = 'Anna Kern said, "We waited for years.\n\nThen the train came at last." Then Paul Roth said, "It is here."'
    assert [speaker for speaker, _ in attributions(text)] == ["Anna Kern", "Paul Roth"]


def test_a_colon_at_a_paragraphs_end_leads_into_the_next_ones_quotation() -> None:
    text = (
        "Anna Kern was quoted by the paper on the port:\n\n“It has been closed for years.” The port lies in the north."
    )
    assert attributions(text)[0] == ("Anna Kern", "“It has been closed for years.”")


@pytest.mark.parametrize(
    "text",
    [
        "The museum saw visitor numbers reach a record.",
        "It was decided that the port would be closed.",
        "There are jokes that are told in the back room, that is why people stay.",
        "Anna Kern estimated the number of ships that should have been repaired.",
        "The book praises the belief that ships always return.",
        "In her speech for visitors, Anna Kern pointed out those features to her guests.",
        "Anna Kern asked the council to confirm that the port was open.",
        "The law keeps owners from claiming that a ship is lost.",
        "Let's say the port is open.",
        "The council has yet to explain how the port was sold.",
    ],
)
def test_what_is_seen_decided_or_wanted_is_not_said(text: str) -> None:
    assert attributions(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("According to Anna Kern the old port was sold.", "Anna Kern", "the old port was sold."),
        ("Anna Kern came to the conclusion that the port was lost.", "Anna Kern", "that the port was lost"),
        ("Anna Kern is confident that prices will fall.", "Anna Kern", "that prices will fall"),
        ("Anna Kern shot back that prices were up.", "Anna Kern", "that prices were up"),
        ("Anna Kern said she believes the port is open.", "Anna Kern", "she believes the port is open"),
        (
            "Anna Kern explains what the port is, why it was built, and how it grew.",
            "Anna Kern",
            "what the port is, why it was built, and how it grew",
        ),
    ],
)
def test_what_is_said_is_found_whole_and_once(text: str, speaker: str, content: str) -> None:
    assert attributions(text) == [(speaker, content)]


def test_cue_and_source_stand_where_they_are_written() -> None:
    text = "The talks failed. Anna Kern warned that the port would close."
    (found,) = _found(text)
    assert found.cue is not None
    assert found.source is not None
    assert (found.cue.of(text), found.source.of(text), found.direct) == ("warned", "Anna Kern", False)


def test_a_quotation_goes_on_from_its_speaker_before_somebody_else_is_told_of() -> None:
    text = (
        "“We have kept every promise,” council leader Helen Marsh told reporters. “This bridge will create 900 jobs.” "
        "Opposition councillor Dev Patel called the project “a hole in the river bed”."
    )
    found = find_attributions(read(article(text)))
    assert [one.speaker for one in found if "900 jobs" in " ".join(span.of(text) for span in one.content)] == [
        "Helen Marsh"
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“I believed every word of it,” sobbed Maureen Tildsley.", "Maureen Tildsley"),
        ("“We cannot accept this any longer”, thundered Anna Kern.", "Anna Kern"),
        ("“There is no talk of this at all,” Anna Kern cut off.", "Anna Kern"),
        ("“What a fool I have been!” sobbed the gran-of-five.", "the gran-of-five"),
        ("“High borrowing costs are hurting firms,” Anna Kern averred.", "Anna Kern"),
        ("“Our economy has grown of 4.6%” , has added Anna Kern , “while Germany is in recession” .", "Anna Kern"),
    ],
)
def test_any_verb_behind_a_quotation_that_goes_on_may_tell_who_spoke(text: str, speaker: str) -> None:
    assert [one.speaker for one in _found(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The film, “Better Idea of Afghan Girls,” scored two points.",
        "“The Merchant of Venice and Other Plays,” opened in May.",
        "“The plan is not good enough,” he shook his head.",
    ],
)
def test_what_is_done_behind_a_title_is_no_saying(text: str) -> None:
    assert _found(text) == ()


def test_a_quotation_within_a_clause_is_the_clauses() -> None:
    found = attributions(
        "Erik Lindqvist felt the penalty “should never have been given” and said he would be writing to the referees."
    )
    assert found == [
        ("Erik Lindqvist", "the penalty “should never have been given”"),
        ("Erik Lindqvist", "he would be writing to the referees"),
    ]
    assert attributions("Anna Kern said the town “will not send troops” to the port, responding to the minister.") == [
        ("Anna Kern", "the town “will not send troops” to the port")
    ]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("Anna Kern urged residents to leave their homes.", "Anna Kern", "residents to leave their homes"),
        ("Anna Kern called on Paul Roth to resign.", "Anna Kern", "Paul Roth to resign"),
        ("Anna Kern called for an inquiry into the deal.", "Anna Kern", "an inquiry into the deal"),
        ("The department forecast further heavy rain.", "The department", "further heavy rain"),
        ("Anna Kern vowed to end the waiting lists.", "Anna Kern", "to end the waiting lists"),
    ],
)
def test_what_people_are_urged_to_and_told_to_expect_is_somebodys(text: str, speaker: str, content: str) -> None:
    assert attributions(text) == [(speaker, content)]


@pytest.mark.parametrize("text", ["Anna Kern called the bank.", "Residents were urged to leave.", "She told him."])
def test_a_call_is_no_demand(text: str) -> None:
    assert [said for said in attributions(text) if said[0]] == []


@pytest.mark.parametrize("closing", ["â€\x9d", "â€"])
def test_marks_read_in_the_wrong_encoding_are_marks(closing: str) -> None:
    text = f"â€œWe cannot drink it,{closing} said Anna Kern â€“ once. â€œAction will be taken,{closing} she said."
    assert [(one.speaker, one.direct) for one in _found(text)] == [("Anna Kern", True)] * 2
    assert attributions(text)[0][1].startswith(f"â€œWe cannot drink it,{closing}")


def test_two_spaces_behind_a_quotation_hide_no_speaker() -> None:
    assert attributions("“We cannot drink it,”  said Anna Kern.") == [("Anna Kern", "“We cannot drink it,”")]


def test_whoever_is_told_is_no_part_of_what_is_said() -> None:
    assert attributions(
        "Anna Kern told the European Parliament this week it was “not the time to start declaring”."
    ) == [("Anna Kern", "it was “not the time to start declaring”")]


def test_a_headlines_label_is_whoever_the_article_quotes() -> None:
    body = "The press secretary Dmitry Peskov told reporters that Russia remains open to dialogue."
    found = attributions(f"# Peskov: Moscow is ready for talks\n\n{body}")
    assert found[0] == ("Dmitry Peskov", "Moscow is ready for talks")
    assert attributions(f"# Measles: Parents have been warned\n\n{body}")[0][0] == "Dmitry Peskov"
    assert len(attributions(f"# Measles: The town is on alert\n\n{body}")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“We will not back down from this plan”, the reply of Anna Kern.",
        "“We will not back down from this plan” is the comment of Anna Kern.",
    ],
)
def test_a_noun_of_speech_behind_a_quotation_tells_whose_it_is(text: str) -> None:
    assert attributions(text) == [("Anna Kern", "“We will not back down from this plan”")]
