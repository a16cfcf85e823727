from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest

from workbench import errors
from workbench.errors import CaseFileError, DamagedCaseError, OnlyReadableError, Sentence, UserFacingError
from workbench.storage.locks import CaseInUseError, Holder, unwritable

_PATH = Path("a {b}.factcase")
_HOLDER = Holder("Rosa {0}", "desk", 7, "2026-05-06T07:08:09Z")
_DAMAGED = DamagedCaseError("“{name}” is damaged.", path=_PATH, name=_PATH.name)
_READABLE = unwritable(_PATH, Sentence("“{name}” can't be written to.", name=_PATH.name))
_IN_USE = CaseInUseError(_PATH, _HOLDER, may_be_left=True)
_PLAIN = [
    kind("“{name}” is over {megabytes} MB. {instead}", name="{x}", megabytes=50, instead=Sentence("Split it."))
    for kind in (
        UserFacingError, errors.ArticleError, CaseFileError, errors.EvidenceError, errors.ExportError,
        errors.SettingsError,
    )
]  # fmt: skip


def test_a_sentence_is_its_template_with_the_values_in_it() -> None:
    made = Sentence("“{name}” has {pages} pages: {cure}", name="a", pages=12, cure=Sentence("cut it."))
    assert made == "“a” has 12 pages: cut it."
    assert isinstance(made, str)
    assert (made.template, dict(made.values)["pages"]) == ("“{name}” has {pages} pages: {cure}", 12)


@pytest.mark.parametrize("name", ["{", "}", "{name}", "{0}", "{{}}", "{name.__class__}", "%n %1"])
def test_braces_in_a_value_are_only_braces(name: str) -> None:
    assert UserFacingError("“{name}” is empty.", name=name).message == f"“{name}” is empty."


@pytest.mark.parametrize(("seconds", "written"), [(60.0, "60"), (0.5, "0.5"), (30, "30")])
def test_a_number_is_written_as_short_as_it_can_be(seconds: float, written: str) -> None:
    assert Sentence("{seconds} seconds", seconds=seconds) == f"{written} seconds"


def test_what_is_no_sentence_or_number_is_written_as_its_words() -> None:
    values = Sentence("{path}: {error}, {none}", path=Path("x"), error=OSError("gone"), none=None).values
    assert dict(values) == {"path": "x", "error": "gone", "none": "None"}


def test_a_value_may_have_any_name() -> None:
    assert Sentence("{template} {self} {cls}", template=1, self=2, cls=3) == "1 2 3"
    assert UserFacingError("{template} {self}", template=1, self=2).message == "1 2"


@pytest.mark.parametrize("problem", [*_PLAIN, _DAMAGED, _READABLE, _IN_USE], ids=lambda one: type(one).__name__)
def test_an_error_comes_through_another_process_as_it_was(problem: UserFacingError) -> None:
    for there in (pickle.loads(pickle.dumps(problem)), copy.copy(problem)):
        assert type(there) is type(problem)
        assert there.__dict__ == problem.__dict__
        assert str(there) == there.message == problem.message
        assert there.message.template == problem.message.template
        assert there.message.values == problem.message.values


def test_sentences_within_a_sentence_come_through_too() -> None:
    (problem,) = (one for one in _PLAIN if type(one) is CaseFileError)
    instead = pickle.loads(pickle.dumps(problem)).message.values["instead"]
    assert isinstance(instead, Sentence)
    assert instead.template == "Split it."


def test_what_can_be_read_says_so_but_not_on_the_command_line() -> None:
    assert isinstance(_READABLE, OnlyReadableError)
    said = "“a {b}.factcase” can't be written to."
    assert _READABLE.message == f"{said} Open it read-only, or copy it to your own folder."
    assert _READABLE.without_reading == f"{said} Copy it to your own folder."


def test_who_has_a_case_open_is_named() -> None:
    assert _IN_USE.message == (
        "“a {b}.factcase” is open elsewhere (Rosa {0} on desk, since 2026-05-06 07:08 UTC). "
        "Open it read-only, or close it there first."
    )
    assert CaseInUseError(_PATH, None).without_reading == (
        "“a {b}.factcase” is open elsewhere (another program). Close it there first."
    )
