"""The scales that ship are whole, and a house adds its own as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import settings
from workbench.domain.rating import Tone
from workbench.errors import SettingsError


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("FACT_CHECK_HOME", str(tmp_path))
    (tmp_path / "scales").mkdir()
    return tmp_path


def write(home: Path, name: str, text: str) -> None:
    (home / "scales" / f"{name}.toml").write_text(text, "utf-8")


def test_three_scales_ship() -> None:
    assert set(settings.load_scales()) == {"editorial", "plain", "six"}


def test_the_editorial_scale_judges_ones_own_text() -> None:
    scale = settings.scale("editorial")
    assert scale.editorial
    assert [outcome.label for outcome in scale.outcomes] == ["OK", "Change to …", "Can’t verify", "Cut"]
    assert [outcome.id for outcome in scale.outcomes if outcome.wants_correction] == ["change"]


@pytest.mark.parametrize("name", ["plain", "six"])
def test_ratings_run_from_true_to_false_and_leave_room_for_unproven(name: str) -> None:
    outcomes = settings.scale(name).outcomes
    values = [outcome.value for outcome in outcomes if outcome.value is not None]
    assert values == list(range(len(values), 0, -1))
    assert [outcome.tone for outcome in outcomes if outcome.value is None] == [Tone.OPEN]
    assert all(outcome.meaning.endswith(".") for outcome in outcomes)


def test_a_house_adds_its_own(home: Path) -> None:
    write(
        home,
        "courier",
        'label = "Courier"\n[[outcomes]]\nid = "fine"\nlabel = "Fine"\ntone = "good"\nvalue = 2\n'
        '[[outcomes]]\nid = "no"\nlabel = "Wrong"\ntone = "bad"\nvalue = 1\nwants_correction = true\n',
    )
    scale = settings.scale("courier")
    assert (scale.label, scale.editorial) == ("Courier", False)
    assert [(one.id, one.tone, one.value, one.wants_correction) for one in scale.outcomes] == [
        ("fine", Tone.GOOD, 2, False),
        ("no", Tone.BAD, 1, True),
    ]


ONE = '[[outcomes]]\nid = "a"\nlabel = "A"\ntone = "good"\n'


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("label = ", "can't be read"),
        ('label = "X"\n', "between 1 and 9"),
        ('label = "X"\n' + ONE * 10, "between 1 and 9"),
        ('label = "X"\n' + ONE * 2, "another id for each outcome"),
        ('label = "X"\noutcomes = [1]\n', "double brackets"),
        ('label = "X"\n' + ONE.replace("good", "great"), "tone to be one of good, mixed, bad, open"),
        ('label = "X"\n' + ONE + "value = true\n", "value to be a whole number"),
        ('label = "X"\n' + ONE.replace('"A"', '""'), "label to be words"),
        (ONE, "label to be words"),
        ('editorial = 1\nlabel = "X"\n' + ONE, "editorial to be true or false"),
    ],
)
def test_a_bad_house_file_is_told_and_the_others_are_still_there(home: Path, text: str, says: str) -> None:
    write(home, "bad", text)
    problems: list[str] = []
    assert set(settings.load_scales(problems=problems)) == {"editorial", "plain", "six"}
    assert len(problems) == 1
    assert "bad.toml" in problems[0]
    assert says in problems[0]


def test_asking_for_a_scale_that_is_not_there_names_those_that_are(home: Path) -> None:
    write(home, "bad", "label = ")
    with pytest.raises(
        SettingsError, match=r"no rating scale “bad”; choose one of editorial, plain, six\. .*bad\.toml"
    ):
        settings.scale("bad")


def test_a_folder_that_cannot_be_looked_into_leaves_the_scales_that_ship(tmp_path: Path) -> None:
    problems: list[str] = []
    assert set(settings.load_scales(tmp_path / ("x" * 5000), problems=problems)) == {"editorial", "plain", "six"}
    assert "choose another" in problems[0]
