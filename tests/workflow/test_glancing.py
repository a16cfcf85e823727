"""What is seen beside the loading of Qt is what a look by this process itself sees."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.span import Span
from workbench.importers import registry
from workbench.settings import scale
from workbench.workflow import glancing, opening
from workbench.workflow.glancing import Glance, glance, glance_beside

_BESIDE = """
import os, signal, sys, threading
from pathlib import Path
from workbench.workflow import glancing
from workbench.workflow.glancing import glance, glance_beside
assert threading.active_count() == 1
path = Path(sys.argv[1])
if sys.argv[2:]:
    glancing.glance = lambda _: os.kill(os.getpid(), signal.SIGKILL)
seen = glance_beside(path)()
if sys.platform == "linux":  # the looking itself was done elsewhere
    assert not {"workbench.importers.glance", "workbench.storage.glance"} & set(sys.modules)
print(seen == (None if sys.argv[2:] else glance(path)), seen is not None)
"""


def _beside(path: Path, *words: str) -> str:
    """In a process without threads, which this one may have."""
    done = subprocess.run(
        [sys.executable, "-c", _BESIDE, os.fspath(path), *words], capture_output=True, text=True, check=False
    )
    return (done.stdout + done.stderr).strip()


def test_an_article_is_seen_as_it_is(seed: Path) -> None:
    assert _beside(seed) == "True True"


def test_a_case_is_seen_as_it_is(seed: Path, tmp_path: Path) -> None:
    path = tmp_path / "belarus.factcase"
    opening.new_case(registry.read_article(seed), path, who="R. H.", scale=scale("editorial")).close()
    assert _beside(path) == "True True"


@pytest.mark.parametrize("name", ["missing.txt", "empty.txt", "broken.factcase", "picture.png"])
def test_what_can_not_be_read_in_a_moment_is_not_seen(name: str, tmp_path: Path) -> None:
    if name != "missing.txt":
        (tmp_path / name).write_bytes(b"\x89PNG\x00" if "." in name and "empty" not in name else b"")
    assert _beside(tmp_path / name) == "True False"


@pytest.mark.skipif(sys.platform != "linux", reason="nothing is copied on this system")
def test_one_that_dies_has_seen_nothing(seed: Path) -> None:
    assert _beside(seed, "die") == "True False"


def test_beside_other_threads_nothing_is_copied(seed: Path) -> None:
    waiting = threading.Event()
    other = threading.Thread(target=waiting.wait)
    other.start()
    try:
        assert glance_beside(seed)() == glance(seed)
    finally:
        waiting.set()
        other.join()


def test_all_that_is_known_comes_across() -> None:
    metadata = Metadata("Títle 🇧🇾", "outlet", "author", "https://example.org", "2026-01-02", "en")
    article = Article("He said\ud800 “no”.", (Block(BlockKind.BODY, Span(0, 14)),), metadata)
    for seen in (Glance(article, Span(3, 7)), Glance(article), Glance(Article("x", ()))):
        assert glancing._unpacked(glancing._packed(seen)) == seen
