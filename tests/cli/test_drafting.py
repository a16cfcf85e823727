"""A late edit from the command line: what became of the claims, and what goes wrong in one line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import Capture, complaint, copy_of
from tests.schools import FIRST, SECOND
from workbench.cli import main
from workbench.domain.claim import Status
from workbench.workflow import checking, opening, signing


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first draft's case, every claim checked and signed."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "first.txt").write_text(FIRST, "utf-8")
    path = folder / "schools.factcase"
    assert main(["new", str(folder / "first.txt"), "-o", str(path)]) == 0
    with opening.open_case(path, who="R. Haddad") as file:
        for claim in opening.read_case(file).claims:
            checking.set_outcome(file, claim.id, "ok")
            checking.set_status(file, claim.id, Status.CHECKED)
            signing.sign_off(file, claim.id)
    return path


@pytest.fixture
def second(tmp_path: Path) -> Path:
    path = tmp_path / "second.txt"
    path.write_text(SECOND, "utf-8")
    return path


def test_a_late_edit_is_taken_in_and_says_what_became_of_the_claims(
    first: Path, second: Path, tmp_path: Path, capsys: Capture
) -> None:
    case = copy_of(first, tmp_path)
    assert main(["draft", str(case), str(second)]) == 0
    said = capsys.readouterr()
    assert said.out == f"{case}: draft 2, claims: 3 kept, 1 changed, 1 cut, 2 new\nchanged: 2; cut: 4; new: 6, 7\n"
    assert said.err == ""
    with opening.open_case(case, who="", read_only=True) as file:
        after = opening.read_case(file)
    numbered = {claim.number: claim for claim in after.claims}
    assert (numbered[2].exact, numbered[2].status) == ("The council will close three schools in June", Status.CHANGED)
    assert [sign.stands for sign in after.sign_offs] == [True, False, True, False, True]
    assert [claim.number for claim in after.cut] == [4]
    assert after.extracted
    assert numbered[7].exact == "Turnout at the last election was 41 per cent"
    capsys.readouterr()
    assert main(["verify", str(case)]) == 0


def test_for_a_script_it_says_so_by_number_and_where_the_case_before_is_kept(
    first: Path, second: Path, tmp_path: Path, capsys: Capture
) -> None:
    case, before = copy_of(first, tmp_path), tmp_path / "first.txt"
    before.write_text(FIRST, "utf-8")
    assert main(["draft", str(case), str(second)]) == 0
    capsys.readouterr()
    assert main(["draft", str(case), str(before), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    backup = Path(told.pop("backup"))
    assert told == {
        "case": str(case), "draft": 3, "kept": [1, 3, 5], "changed": [2], "cut": [6, 7], "back": [4], "new": [],
    }  # fmt: skip
    with opening.open_case(backup, who="", read_only=True) as file:
        assert opening.read_case(file).draft.number == 2


@pytest.mark.parametrize(
    ("case", "article", "said"),
    [
        ("copy.factcase", "first.txt", "the draft that the case has already"),
        ("copy.factcase", "missing.txt", "“missing.txt” is not there"),
        ("missing.factcase", "second.txt", "There is no file"),
        ("second.txt", "second.txt", "is not a case file"),
    ],
)
def test_what_can_not_be_is_one_line_and_changes_nothing(
    case: str, article: str, said: str, first: Path, second: Path, tmp_path: Path, capsys: Capture
) -> None:
    copied = copy_of(first, tmp_path)
    (tmp_path / "first.txt").write_text(FIRST, "utf-8")
    assert main(["verify", str(copied)]) == 0
    before = capsys.readouterr().out
    assert main(["draft", str(tmp_path / case), str(tmp_path / article)]) == 1
    assert said in complaint(capsys)
    assert main(["verify", str(copied)]) == 0
    assert capsys.readouterr().out == before
    assert second.read_text("utf-8") == SECOND


def test_words_that_are_off_are_told(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["draft", "case.factcase"])
    assert ended.value.code == 2
    assert "ARTICLE" in complaint(capsys)
