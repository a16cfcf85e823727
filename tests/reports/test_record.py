"""The machine-readable record."""

import json
from collections.abc import Callable
from dataclasses import replace

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from tests.reports.cases import article, case_on, claim_on, cut_case, seed_case
from tests.reports.odd_cases import hostile_case, multilingual_case
from workbench.domain.case import Case
from workbench.errors import CaseFileError
from workbench.reports.record import write_record
from workbench.reports.record_reading import read_record

SCHEMA = json.loads(resources.path("schemas/record.schema.json").read_text(encoding="utf-8"))
CASES = pytest.mark.parametrize("build", [seed_case, cut_case, hostile_case, multilingual_case])


@CASES
def test_the_record_obeys_its_schema(build: Callable[[], Case]) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(write_record(build())), SCHEMA)


@CASES
def test_reading_gives_the_case_back_and_writing_the_same_bytes(build: Callable[[], Case]) -> None:
    record = write_record(build())
    assert read_record(record).case == build()
    assert write_record(read_record(record).case) == record


def test_the_record_is_readable_utf8() -> None:
    assert "Путин".encode() in write_record(multilingual_case())


@settings(max_examples=50)
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_survives(words: str) -> None:
    claim = claim_on("A story.", "story", 1, reasoning=words, claimant=words, check_worthiness=0.5)
    case = case_on(article("A story."), [claim])
    assert read_record(write_record(case)).case == case


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"%PDF-1.7", "can't be read as JSON"),
        (b"\xff\xfe", "can't be read as JSON"),
        (b"[]", "format is not named"),
        (b'{"format": "other"}', "format is not named"),
        (b'{"format": "fact-check-record", "version": 2}', "newer version"),
        (b'{"format": "fact-check-record", "version": 1}', "damaged"),
        (b'{"format": "fact-check-record", "version": 1, "case": {"id": 7}}', "damaged"),
        (b'{"format": "fact-check-record", "version": 1, "case": []}', "damaged"),
    ],
)
def test_what_is_no_record_is_refused_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(CaseFileError, match=said):
        read_record(raw)


def test_a_record_without_a_field_that_came_later_is_read() -> None:
    record = json.loads(write_record(seed_case()))
    del record["case"]["selected_claim"]
    assert read_record(json.dumps(record).encode()).case == seed_case()


def test_a_span_that_ends_before_it_begins_is_damage() -> None:
    record = json.loads(write_record(seed_case()))
    record["case"]["claims"][0]["anchors"][0]["span"] = {"start": 9, "end": 3}
    with pytest.raises(CaseFileError, match="damaged"):
        read_record(json.dumps(record).encode())


def test_the_digest_names_the_state() -> None:
    case = seed_case()
    assert write_record(case) != write_record(replace(case, digest="0" * 64))
