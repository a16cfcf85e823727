"""Damages a case file in every way it can think of, and does to it what a person would.

`python -m benchmarks.fuzz_case_file [rounds] [seed]` from the project's folder; 2,000 rounds when not told. Each round
spoils a copy (bytes flipped, cut off, pages lost or exchanged, a wrong version, tables emptied or gone, values that no
one writes) and lets `verify`, `export` and `evidence add` have it, opens it as the window does, acts, undoes, and
rescues what can be read. Each must do its work or say one sentence; what is rescued must be sound, but for places
whose own words were spoiled. Anything else ends
the run with the round's number.
"""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.storage.bridge import ROSA, claim, with_note
from tests.workflow.acts import ACTS, do
from workbench.cli.parser import build_parser
from workbench.domain.case import QueryTo
from workbench.errors import CaseFileError, DamagedCaseError, UserFacingError
from workbench.storage.schema import APPLICATION_ID, LATEST
from workbench.workflow import asking, checking, history, marking, signing, undoing
from workbench.workflow.backing_up import list_backups, rescue
from workbench.workflow.opening import open_case, read_case, remember_selection
from workbench.workflow.verifying import verify

PAGE = 4096
ROUNDS = 2_000
JUNK = ["", "}{", "[]", "{}", "null", "[[1, 2]]", "no such thing", "\x00", "€" * 5_000, -1, 2**62, 0]


def worked_case(folder: Path) -> Path:
    """A closed case with something in each table."""
    with with_note(folder) as file:
        checking.edit_claim(file, claim(file, 2).id, reasoning="See the order. " * 400, restated="It was shut.")
        asking.ask(file, claim(file, 3).id, QueryTo.AUTHOR, "Whose figure?")
        signing.sign_off(file, claim(file, 2).id)
        marking.dismiss_fact(file, read_case(file).facts[3].id, "title known")
        marking.delete_claim(file, claim(file, 4).id)
        undoing.undo(file)
        remember_selection(file, claim(file, 2).id)
        return file.path


def flip(path: Path, chance: random.Random) -> None:
    spoiled = bytearray(path.read_bytes())
    for _ in range(chance.choice([1, 1, 1, 4, 30])):
        spoiled[chance.randrange(len(spoiled))] ^= chance.randrange(1, 256)
    path.write_bytes(spoiled)


def flip_in_header(path: Path, chance: random.Random) -> None:
    spoiled = bytearray(path.read_bytes())
    spoiled[chance.randrange(108)] ^= chance.randrange(1, 256)
    path.write_bytes(spoiled)


def cut(path: Path, chance: random.Random) -> None:
    whole = path.stat().st_size
    os.truncate(path, chance.choice([chance.randrange(200), chance.randrange(whole), chance.randrange(whole) & -PAGE]))


def lose_pages(path: Path, chance: random.Random) -> None:
    spoiled = bytearray(path.read_bytes())
    pages = len(spoiled) // PAGE
    for _ in range(chance.choice([1, 1, 2, 6])):
        at = chance.randrange(pages) * PAGE
        other = chance.randrange(pages) * PAGE
        fill = chance.choice([bytes(PAGE), b"\xff" * PAGE, chance.randbytes(PAGE), spoiled[other : other + PAGE]])
        spoiled[at : at + PAGE] = fill
    path.write_bytes(spoiled)


def other_version(path: Path, chance: random.Random) -> None:
    with _altering(path) as connection:
        connection.execute(f"PRAGMA user_version = {chance.choice([0, *range(LATEST), LATEST + 1, -1, 2**31 - 1])}")


def no_tables(path: Path, chance: random.Random) -> None:
    path.unlink()
    with _altering(path) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {chance.randrange(LATEST + 1)}")
        connection.execute(chance.choice(["CREATE TABLE claims (a)", "CREATE VIEW journal AS SELECT 1", "VACUUM"]))


def empty_tables(path: Path, chance: random.Random) -> None:
    with _altering(path) as connection:
        for table in chance.sample(_tables(connection), chance.choice([1, 1, 2, 5])):
            connection.execute(f'DELETE FROM "{table}" WHERE true')


def drop(path: Path, chance: random.Random) -> None:
    with _altering(path) as connection:
        kind, name = chance.choice(
            connection.execute(
                "SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite%' AND name NOT LIKE '%search_%'"
            ).fetchall()
        )
        connection.execute(f'DROP {kind} IF EXISTS "{name}"')


def odd_values(path: Path, chance: random.Random) -> None:
    with _altering(path) as connection:
        for _ in range(chance.choice([1, 1, 3])):
            table = chance.choice(_tables(connection))
            column = chance.choice(connection.execute("SELECT name FROM pragma_table_info(?)", (table,)).fetchall())[0]
            one = f'WHERE "{column}" IN (SELECT "{column}" FROM "{table}" LIMIT 1)' if chance.random() < 0.5 else ""
            with contextlib.suppress(sqlite3.IntegrityError):
                connection.execute(f'UPDATE "{table}" SET "{column}" = ? {one}', (chance.choice(JUNK),))


@contextlib.contextmanager
def _altering(path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(path, isolation_level=None)
    for setting in ("foreign_keys = OFF", "ignore_check_constraints = ON", "synchronous = OFF"):
        connection.execute(f"PRAGMA {setting}")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    yield connection
    for _, sql in triggers:
        with contextlib.suppress(sqlite3.Error):  # its table may be gone
            connection.execute(sql)
    connection.close()


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%'")
    return [name for (name,) in found]


DAMAGE = (
    flip, flip, flip, flip_in_header, cut, lose_pages, lose_pages, other_version, no_tables, empty_tables, drop,
    odd_values,
)  # fmt: skip


def command(*words: object) -> None:
    """A command of `fact-check`, its exceptions left as they are."""
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        parsed = build_parser().parse_args([str(word) for word in words])
        parsed.run(parsed)


def act_as_the_window_does(path: Path, chance: random.Random) -> None:
    with open_case(path, who=ROSA) as file:
        read_case(file)
        undoing.undo_name(file)
        history.read_history(file, limit=500)
        for _ in range(3):
            do(file, chance.choice(sorted(ACTS)), chance.randrange(1_000))
        undoing.undo(file)
        undoing.undo(file)
        read_case(file)
        file.save_copy(path.with_name("copy.factcase"))


def rescue_what_can_be_read(path: Path) -> None:
    target = path.with_name("rescued.factcase")
    rescued = rescue(path, target, who=ROSA)
    missing = ("contents", "snapshots", "snapshot_texts") if rescued.copies_lost else ()
    spoiled = () if rescued.whole else ("anchors",)  # the words of a place or of the article may be what was spoiled
    unsound = [finding for finding in verify(target).findings if not finding.startswith((*missing, *spoiled))]
    assert not unsound, unsound
    with open_case(target, who=ROSA) as file:
        read_case(file)


def one_round(damaged: Path, told: Counter[str], chance: random.Random) -> None:
    folder = damaged.parent
    works: dict[str, Callable[[Path], object]] = {
        "verify": lambda path: command("verify", path),
        "export json": lambda path: command("export", path, "--to", "json", "-o", folder / "out.json"),
        "export html": lambda path: command("export", path, "--to", "html", "-o", folder / "out.html"),
        "evidence add": lambda path: command(
            "evidence", "add", path, "--claim", 2, "--stance", "supports", "--title", "Order"
        ),
        "window": lambda path: act_as_the_window_does(path, chance),
        "rescue": rescue_what_can_be_read,
        "backups": list_backups,
    }
    for name, work in works.items():
        path = Path(shutil.copy(damaged, folder / "tried.factcase"))
        try:
            work(path)
            told[f"{name}: done"] += 1
        except UserFacingError as problem:
            if not problem.message.endswith(".") or "\n" in problem.message:
                raise ValueError(f"This is no sentence: {problem.message}") from problem
            told[f"{name}: {'damaged' if isinstance(problem, DamagedCaseError) else 'refused'}"] += 1
            if not isinstance(problem, CaseFileError):
                told[f"{name}: {type(problem).__name__}"] += 1
        for left in folder.glob("*"):
            if left != damaged:
                left.unlink()
        left_over = [hidden.name for hidden in folder.glob(".*")]
        assert not left_over, left_over


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    told: Counter[str] = Counter()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FACT_CHECK_HOME"] = folder
        (Path(folder) / "sound").mkdir()
        sound = worked_case(Path(folder) / "sound")
        (Path(folder) / "round").mkdir()
        for number in range(seed, seed + rounds):
            chance = random.Random(number)
            damaged = Path(shutil.copy(sound, Path(folder) / "round" / "damaged.factcase"))
            damage = chance.choice(DAMAGE)
            damage(damaged, chance)
            try:
                one_round(damaged, told, chance)
            except BaseException:
                print(f"round {number}: {damage.__name__}", file=sys.stderr)
                raise
    print(f"{rounds:,} damaged files in {time.perf_counter() - began:.0f} s, no exception")
    for words, count in sorted(told.items()):
        print(f"  {words} {count:,}")


if __name__ == "__main__":
    main()
