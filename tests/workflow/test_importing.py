"""Articles of foreign formats are read in a process apart: what a hostile file does to it is one sentence here."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.importers.office import docx, p
from tests.workflow.test_copy_texts import printed
from workbench.errors import ArticleError, Cancelled, UserFacingError
from workbench.importers import registry
from workbench.workflow.apart import Limits, run_apart
from workbench.workflow.importing import read_article, read_original

WORDS = "The harbour of Northport will be dredged to a depth of 14 metres, the port said."
PAGE = f"<html><body><h1>Dredged</h1><p>{WORDS}</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.txt", WORDS.encode()),
        ("a.html", PAGE.encode()),
        ("a.pdf", printed(WORDS)),
        ("a.docx", docx(p(WORDS))),
        ("a.eml", f"From: a@b.example\r\nMIME-Version: 1.0\r\n\r\n{WORDS}\r\n".encode()),
    ],
)
def test_an_article_is_the_same_wherever_it_is_read(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    imported = read_article(tmp_path / name)
    assert imported == registry.read_article(tmp_path / name)
    assert imported.original == content
    assert read_original(content, name) == imported


def test_what_takes_too_long_is_ended_with_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed(WORDS))
    with pytest.raises(ArticleError, match=r"“a.pdf” takes longer than 0.001 seconds"):
        read_article(tmp_path / "a.pdf", seconds=0.001)


def test_reading_stops_at_once_when_told_to(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(printed(WORDS))
    with pytest.raises(Cancelled):
        read_article(tmp_path / "a.pdf", cancelled=lambda: True)


def test_a_broken_one_is_told_from_over_there(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7 nothing")
    with pytest.raises(ArticleError) as caught:
        read_article(tmp_path / "a.pdf")
    assert "\n" not in caught.value.message


def crash(_progress: object) -> None:
    """As a fault in a library written in C would."""
    os.abort()


def eat_memory(_progress: object) -> int:
    return len(bytearray(3_000_000_000))


def sleep(_progress: object) -> None:
    time.sleep(60)


def go_wrong(_progress: object) -> None:
    raise ValueError("a bug")


DIED, LATE = UserFacingError("It died."), UserFacingError("It is late.")


@pytest.mark.parametrize("work", [crash, eat_memory])
def test_a_process_that_dies_is_one_sentence(work: object) -> None:
    with pytest.raises(UserFacingError, match="It died"):
        run_apart(work, (), Limits(DIED, memory=1_000_000_000))  # type: ignore[arg-type]


def test_a_process_that_stalls_is_ended() -> None:
    with pytest.raises(UserFacingError, match="It is late"):
        run_apart(sleep, (), Limits(DIED, LATE, 0.5))


def test_a_bug_over_there_is_a_bug_here() -> None:
    with pytest.raises(RuntimeError, match="ValueError: a bug"):
        run_apart(go_wrong, (), Limits(DIED))
