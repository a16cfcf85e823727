"""A glance at a plain text sees what its case will show, and leaves the rest to the opening of the case."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.importers import glance, registry

_TEXTS = {
    "plain": b"Roads cost more\n\nBy Ann Lee\n\nThe minister said on Tuesday that roads cost twice as much.\n",
    "windows": "Straßen werden teurer\r\n\r\nDie Ministerin sagte am Dienstag, es werde „teuer“.".encode("cp1252"),
    "marked": b"\xef\xbb\xbfRoads\n\nThe minister said so on Tuesday in the house, to nobody in particular.",
}


@pytest.mark.parametrize("name", _TEXTS)
def test_it_sees_the_words_and_blocks_of_the_case(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(_TEXTS[name])
    seen, read = glance.read(path), registry.read_article(path).article
    assert seen is not None
    assert (seen.text, seen.blocks) == (read.text, read.blocks)


def test_it_sees_the_seed_as_its_case_shows_it(seed: Path) -> None:
    seen, read = glance.read(seed), registry.read_article(seed).article
    assert seen is not None
    assert (seen.text, seen.blocks) == (read.text, read.blocks)


@pytest.mark.parametrize("content", [b"", b" \n", b"%PDF-1.7 text", b"\x00\x01\x02" * 200, b"word " * 40_000])
def test_it_leaves_what_is_no_text_or_takes_long(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert glance.read(path) is None


def test_it_leaves_other_types_folders_and_what_is_not_there(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>Words")
    (tmp_path / "folder.txt").mkdir()
    assert [glance.read(tmp_path / name) for name in ("a.html", "folder.txt", "gone.txt")] == [None, None, None]
