"""Files of every earlier version open; a newer one is refused; a step that fails changes nothing."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils

from tests.storage.bridge import JONAS, ROSA, begin
from workbench.domain.claim import Status
from workbench.errors import CaseFileError
from workbench.storage import migrations, schema
from workbench.storage.connection import read_header
from workbench.workflow.backing_up import list_backups
from workbench.workflow.checking import edit_claim
from workbench.workflow.history import read_history
from workbench.workflow.opening import open_case, read_case
from workbench.workflow.searching import find_words
from workbench.workflow.undoing import redo_name, undo, undo_name
from workbench.workflow.verifying import verify

KEPT = Path(__file__).parents[1] / "data" / "cases"
OLD = sorted(KEPT.glob("version-*.factcase"))


@pytest.fixture(params=OLD, ids=lambda path: path.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a file that an earlier version of the program made."""
    return Path(shutil.copy(request.param, tmp_path / "old.factcase"))


def test_a_file_of_every_earlier_version_is_kept() -> None:
    assert [path.stem for path in OLD] == [f"version-{number}" for number in range(1, schema.LATEST)]
    assert [read_header(path).version for path in OLD] == list(range(1, schema.LATEST))
    assert len(migrations.steps.pending(sqlite_utils.Database(memory=True))) == schema.LATEST


def test_the_kept_schema_is_what_the_steps_make() -> None:
    assert schema.expected(schema.LATEST) == schema.made_by_steps(schema.LATEST)


def test_a_file_that_needs_no_step_opens_without_the_library_of_steps(tmp_path: Path) -> None:
    begin(tmp_path).close()
    opens = (
        "import sys; from pathlib import Path; from workbench.workflow.opening import open_case as o, read_case as r; "
    )
    tells = "r(o(Path(sys.argv[1]), who='')); assert 'sqlite3' in sys.modules; sys.exit('sqlite_utils' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", opens + tells, tmp_path / "bridge.factcase"], check=False)
    assert done.returncode == 0


def test_an_old_file_opens_with_everything_in_it(old: Path) -> None:
    digest = verify(old).digest
    with open_case(old, who=ROSA) as file:
        case = read_case(file)
        assert [claim.number for claim in case.claims] == [1, 2, 3, 5, 4, 6]
        closed = case.claims[1]
        assert closed.restated == "The bridge was closed to all traffic in 2019."
        assert closed.status is Status.SECOND_CHECKED
        assert [(sign.who, sign.stands) for sign in case.sign_offs] == [(ROSA, True), (JONAS, True)]
        assert case.queries[0].answer == "2023."
        assert case.selected_claim == closed.id
        assert case.digest == digest
        assert (undo_name(file), redo_name(file)) != ("", "")
        assert {hit.where for hit in find_words(file, "bridge closed")} == {"claim", "snapshot"}
        assert len(read_history(file, closed.id)) >= 6
        while undo(file):
            pass
        assert [claim.number for claim in read_case(file).claims] == [1, 2, 3, 4]
    assert read_header(old).version == schema.LATEST
    assert verify(old).findings == ()


def test_an_old_file_is_sound_as_it_is(old: Path) -> None:
    assert verify(old).findings == ()


def test_an_old_file_is_backed_up_before_it_is_upgraded(old: Path) -> None:
    before = read_header(old).version
    open_case(old, who=ROSA).close()
    (backup,) = list_backups(old)
    assert backup.reason == "before upgrade"
    assert read_header(backup.path).version == before
    assert backup.claims == 6
    open_case(old, who=ROSA).close()
    assert len(list_backups(old)) == 1


def test_the_backup_before_an_upgrade_goes_to_the_chosen_folder(old: Path, tmp_path: Path) -> None:
    open_case(old, who=ROSA, backup_folder=tmp_path / "safe").close()
    assert len(list_backups(old, tmp_path / "safe")) == 1
    assert not list_backups(old)


def test_an_old_file_opened_read_only_is_shown_and_left_as_it_is(old: Path) -> None:
    before = old.read_bytes()
    with open_case(old, who=ROSA, read_only=True) as file:
        assert len(read_case(file).claims) == 6
        assert find_words(file, "bridge")
        with pytest.raises(CaseFileError, match="read-only"):
            edit_claim(file, read_case(file).claims[0].id, reasoning="no")
    assert old.read_bytes() == before
    assert [path.name for path in old.parent.iterdir()] == ["old.factcase"]


def test_a_newer_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    begin(tmp_path).close()
    path = tmp_path / "bridge.factcase"
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.LATEST + 1}")
    connection.close()
    before = path.read_bytes()
    for act in (
        lambda: open_case(path, who=ROSA),
        lambda: open_case(path, who=ROSA, read_only=True),
        lambda: verify(path),
    ):
        with pytest.raises(CaseFileError, match=r"newer version of this program\. Update"):
            act()
    assert path.read_bytes() == before


@pytest.fixture
def failing_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A step as a later version may have it, that writes and then fails."""
    steps = sqlite_utils.Migrations("case file")
    steps._migrations = list(migrations.steps._migrations)
    monkeypatch.setattr(migrations, "steps", steps)
    monkeypatch.setattr(schema, "LATEST", schema.LATEST + 1)

    @steps(name=f"step_{schema.LATEST}")
    def failing(db: sqlite_utils.Database) -> None:
        db.execute("CREATE TABLE half_done (a TEXT) STRICT")
        db.execute("DELETE FROM links")
        db.execute("INSERT INTO half_done SELECT missing FROM nowhere")


@pytest.mark.usefixtures("failing_step")
def test_a_step_that_fails_leaves_the_file_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    with pytest.raises(sqlite3.OperationalError, match="nowhere"):
        open_case(old, who=ROSA)
    assert old.read_bytes() == before
    assert sorted(path.name for path in old.parent.iterdir()) == ["old backups", "old.factcase"]
