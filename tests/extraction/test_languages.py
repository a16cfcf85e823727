"""Which language an article is read in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extraction.articles import article
from workbench import settings
from workbench.extraction.languages import LANGUAGES, language_of
from workbench.extraction.models import model
from workbench.extraction.reading import read
from workbench.settings import Settings


@pytest.mark.parametrize(
    ("text", "declared", "tag"),
    [
        ("Die Zahl der Geräte ist in der ersten Jahreshälfte stark gesunken.", "", "de"),
        ("The number of devices has fallen in the first half of the year.", "", "en"),
        ("The number of devices has fallen.", "en-GB", "en"),
        ("Ja.", "de_AT", "de"),
        ("Cats sat.", "", "en"),
    ],
)
def test_the_declared_language_goes_before_a_guess(text: str, declared: str, tag: str) -> None:
    assert language_of(text, declared) == tag


def test_every_registered_language_has_a_model_that_loads_once() -> None:
    for tag in LANGUAGES:
        assert model(tag) is not None
        assert model(tag) is model(tag)


@pytest.mark.parametrize(
    ("chosen", "used"),
    [
        ("en_made_here", True),
        ("de_made_here", False),
        ("en_not_installed", False),
        ("no package", False),
        ("os", False),
    ],
)
def test_the_model_that_the_settings_name_goes_first_if_it_is_of_the_language(
    chosen: str, used: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("en_made_here", "de_made_here"):
        body = "import spacy\ndef load(exclude=()):\n    return spacy.blank('en', meta={'name': 'made_here'})\n"
        (tmp_path / f"{name}.py").write_text(body)
    monkeypatch.syspath_prepend(str(tmp_path))
    settings.save(Settings(model=chosen))
    model.cache_clear()
    try:
        loaded = model("en")
        assert loaded is not None
        assert (loaded.meta["name"] == "made_here") is used
    finally:
        model.cache_clear()


def test_a_language_without_a_model_is_read_without_one() -> None:
    reading = read(article("Die Zahl der Geräte ist gesunken.", language="de"))
    assert not reading.has_model
    assert reading.language == "de"
    assert [span.of(reading.article.text) for _, span in reading.sentences] == ["Die Zahl der Geräte ist gesunken."]
