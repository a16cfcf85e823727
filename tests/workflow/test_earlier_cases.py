"""The case of an earlier draft, found by its headline and its words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage import bridge
from workbench import settings
from workbench.domain.article import Article
from workbench.domain.imported import ImportedArticle
from workbench.workflow.earlier_cases import earlier_case
from workbench.workflow.opening import new_case
from workbench.workflow.starting import start_or_resume

CHOSEN = settings.Settings()


@pytest.fixture
def chosen(tmp_path: Path) -> settings.Settings:
    return replace(CHOSEN, cases_folder=tmp_path / "cases")


def _with_text(text: str) -> ImportedArticle:
    first = bridge.imported()
    blocks = (first.article.blocks[0], replace(first.article.blocks[1], span=bridge.Span(33, len(text))))
    return ImportedArticle(Article(text, blocks, first.article.metadata), text.encode() + b" ", "text/plain", "b.txt")


def test_a_later_draft_finds_the_case_of_the_first(chosen: settings.Settings) -> None:
    with start_or_resume(bridge.imported(), chosen) as file:
        path = file.path
        assert earlier_case(bridge.shortened(), chosen) is None  # in use: whoever has it open is asked there
    assert earlier_case(bridge.shortened(), chosen) == (path, False)
    assert earlier_case(_with_text(bridge.TEXT), chosen) == (path, True)
    assert earlier_case(bridge.imported(), chosen) is None  # these very bytes have their case


def test_other_words_or_another_headline_find_nothing(chosen: settings.Settings) -> None:
    start_or_resume(bridge.imported(), chosen).close()
    title = bridge.TEXT[:31]
    other = "Nobody had expected that the ferry would stop, and shops on the far bank say they lost half their trade."
    assert earlier_case(_with_text(f"{title}\n\n{other}"), chosen) is None
    assert earlier_case(_with_text(bridge.TEXT.replace("four", "five", 1)), chosen) is None


def test_a_case_elsewhere_is_found_while_it_is_remembered(chosen: settings.Settings, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.factcase"
    new_case(bridge.imported(), path, who=bridge.ROSA, scale=bridge.SCALE).close()
    assert earlier_case(bridge.shortened(), chosen) is None
    settings.remember_recent(settings.RecentCase(path, bridge.imported().article.title))
    assert earlier_case(bridge.shortened(), chosen) == (path, False)
    path.write_bytes(b"SQLite format 3\0, and then nothing of it")
    assert earlier_case(bridge.shortened(), chosen) is None
    path.unlink()
    assert earlier_case(bridge.shortened(), chosen) is None
