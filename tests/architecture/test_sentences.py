"""Every sentence for the person at the desk can be translated: it is written out, and lupdate finds it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools import sentences
from ui.look import templates

_WRITTEN = sentences.written()


def _places(template: str) -> list[str]:
    return re.findall(r"\{([^}]*)\}", template)


def test_the_templates_are_those_of_the_sources() -> None:
    made = sentences.module(_WRITTEN)
    assert sentences.OUT.read_text("utf-8") == made, "run python -m tools.sentences"


def test_every_sentence_is_written_out_where_it_is_made() -> None:
    assert [one.where for one in _WRITTEN if not one.template] == []


def test_every_sentence_has_a_value_for_each_of_its_places_and_no_other() -> None:
    wrong = [one for one in _WRITTEN if sorted(_places(one.template)) != sorted(map(str, one.values))]
    assert wrong == []


def test_lupdate_finds_every_template(tmp_path: Path) -> None:
    out = tmp_path / "xx.ts"
    tool = Path(sys.executable).parent / "pyside6-lupdate"
    subprocess.run([tool, "-locations", "none", sentences.OUT, "-ts", out], check=True, capture_output=True)
    found = {one.findtext("source") for one in ElementTree.parse(out).iter("message")}
    assert found == {*templates.SENTENCES, *(one for some in templates.WARNINGS.values() for one in some)}


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('raise UserFacingError(f"No {name}.")', [("", set())]),
        ("raise UserFacingError(told)", [("", set())]),
        ('raise UserFacingError("No {name}.", name=name)', [("No {name}.", {"name"})]),
        ('raise UserFacingError("No.", **values)', [("No.", {None})]),
        ('raise ValueError("No.")', []),
    ],
)
def test_a_sentence_that_is_not_written_out_is_seen(
    source: str, found: list[tuple[str, set[str | None]]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "it.py").write_text(f"def f():\n    {source}\n")
    monkeypatch.setattr(sentences, "ROOT", tmp_path)
    assert [(one.template, set(one.values)) for one in sentences.written()] == found
