"""The shipped model ranks what a fact-checker would; damage to it is said, and survived."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from workbench.extraction.worthiness import Ranker, Worthiness, model_problem, rank, rank_by_signs

TO_CHECK = (
    "Unemployment rose to 7.4 percent in March, the highest in nine years.",
    "Over 345 pilgrims were killed in the stampede, according to the Interior Ministry.",
    "The company paid no federal income tax in 2018 and 2019.",
    "Belarus announced the sending of a joint task force with Moscow.",
)
NOT_TO_CHECK = (
    "Thank you very much, and good evening.",
    "Why did she so badly want to attend?",
    "I think we should all be proud of what is ahead of us.",
    "Let us talk about that in a moment.",
)
SHIPPED = Path(resources.__file__).parent / "models" / "check_worthiness"

anything = st.text(max_size=200) | st.sampled_from(TO_CHECK + NOT_TO_CHECK)


def test_the_shipped_model_works_and_is_small_enough_to_ship() -> None:
    assert model_problem() == ""
    assert sum(file.stat().st_size for file in SHIPPED.iterdir()) <= 25_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="where the runtime keeps its telemetry is known for Linux")
def test_the_runtime_of_the_model_tells_nobody_that_it_is_used(tmp_path: Path) -> None:
    folders = dict.fromkeys(("HOME", "TMPDIR", "XDG_CACHE_HOME", "FACT_CHECK_HOME"), str(tmp_path))
    silent_anyway = ("ORT_DISABLE_TELEMETRY", "ORT_RUNNING_UNIT_TESTS")
    surroundings = {name: value for name, value in os.environ.items() if name not in silent_anyway} | folders
    ranking = (
        "from workbench.extraction.worthiness import model_problem, rank; rank(['It rose.']); print(model_problem())"
    )

    done = subprocess.run([sys.executable, "-c", ranking], env=surroundings, capture_output=True, timeout=120)

    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, b"", b"")
    assert list(tmp_path.rglob("*")) == []  # its telemetry begins with a session and a number for this computer


@pytest.mark.parametrize("worth", TO_CHECK)
def test_a_fact_ranks_over_one_half(worth: str) -> None:
    assert rank([worth])[0].score > 0.5


@pytest.mark.parametrize("small_talk", NOT_TO_CHECK)
def test_small_talk_ranks_under_one_half(small_talk: str) -> None:
    assert rank([small_talk])[0].score < 0.5


@settings(max_examples=25, deadline=None)
@given(st.lists(anything, min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_a_score_is_the_same_to_the_last_bit_in_any_company(sentences: list[str], chance: random.Random) -> None:
    alone = {sentence: rank([sentence])[0] for sentence in sentences}
    assert rank(sentences) == [alone[sentence] for sentence in sentences]
    chance.shuffle(sentences)
    assert rank([*sentences, "x " * 500]) == [*(alone[sentence] for sentence in sentences), rank(["x " * 500])[0]]


def test_curly_marks_score_like_straight_ones() -> None:
    curly, straight = rank(
        ["“They’re paying more than we did”, he said.", '"They\'re paying more than we did", he said.']
    )
    assert curly.score == straight.score


@settings(max_examples=50, deadline=None)
@given(st.text(st.characters(codec=None), max_size=300))
def test_any_text_gets_a_probability(text: str) -> None:
    (found,) = rank([text])
    assert 0.0 <= found.score <= 1.0


def test_no_sentences_no_ranks() -> None:
    assert rank([]) == []


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u3000"])
def test_blank_sentences_score_nothing_for_no_reason(blank: str) -> None:
    assert rank([blank]) == [Worthiness(0.0, ())]


@pytest.mark.parametrize(
    "line", ["a" * 1_000_000, "1 " * 500_000, "said " * 200_000, "“" * 1_000_000, " " * 1_000_000, "比" * 1_000_000]
)
def test_a_line_of_a_megabyte_reads_like_its_beginning(line: str) -> None:
    assert rank([line]) == rank([line[:2_000]])


def test_long_lists_keep_their_order_and_leave_no_threads() -> None:
    before = threading.active_count()
    many = [TO_CHECK[0], NOT_TO_CHECK[0]] * 200
    found = rank(many)
    assert found == rank(many[:2]) * 200
    assert threading.active_count() == before


def test_another_language_is_ranked_by_what_any_script_shows() -> None:
    number, question = rank_by_signs(["Die Preise stiegen um 12 % auf 40 €.", "Wer hat das bezahlt?"])
    assert number.score > 0.5 > question.score
    assert number.reasons[:2] == ("has a percentage", "has a sum of money")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED, tmp_path / "model"))


def test_without_the_model_plain_signs_rank_and_the_person_is_told(tmp_path: Path) -> None:
    ranker = Ranker(tmp_path / "nowhere")
    assert "not installed" in ranker.problem
    facts, talk = ranker.rank(TO_CHECK), ranker.rank(NOT_TO_CHECK)
    assert min(found.score for found in facts) > max(found.score for found in talk)
    assert "has a percentage" in facts[0].reasons


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_changed_byte_in_a_file_is_noticed(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    ranker = Ranker(copy)
    assert f"{name} is damaged" in ranker.problem
    assert ranker.rank(TO_CHECK)[0].score > 0.5


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json"])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    assert f"{name} is missing" in Ranker(copy).problem


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b'{"files": 1}', b"\xff\xfe", b'{"files": {"model.onnx": {}}}']
)
def test_damaged_metadata_is_said(copy: Path, content: bytes) -> None:
    (copy / "metadata.json").write_bytes(content)
    ranker = Ranker(copy)
    assert "metadata.json is damaged" in ranker.problem
    assert ranker.rank(["Prices doubled in 2020."])[0].score > 0.5


def test_the_same_problem_is_not_read_again(tmp_path: Path) -> None:
    ranker = Ranker(tmp_path / "later")
    first = ranker.problem
    shutil.copytree(SHIPPED, tmp_path / "later")
    assert ranker.problem == first
