"""What can still be read of a damaged case file, in a new file.

When the journal can be read whole and its chain holds, everything is made anew from it, and the new file has the old
one's digest. Otherwise the rows that can be read are taken over as they are, with those of the journal's sound
beginning where a table has holes, and the new file's journal begins with the rescue.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from workbench import temporary
from workbench.errors import CaseFileError, DamagedCaseError
from workbench.storage import connection as connections
from workbench.storage import journal, replay, rows, trouble
from workbench.storage.carrying import put_state
from workbench.storage.case_file import CaseFile
from workbench.storage.journal import Does, Entry, Step
from workbench.storage.replay import State
from workbench.storage.snapshots import put_content
from workbench.storage.trouble import translated

_PAGE = 4096
"""Bytes of a page: SQLite's own default, which no case file departs from."""


def too_little(path: Path) -> DamagedCaseError:
    """What to raise when nothing is left to go on with."""
    return DamagedCaseError("Too little of this case can be read to rescue it. Restore a backup.", path=path)


@dataclass(frozen=True, slots=True)
class Rescued:
    """`whole` when nothing was lost but perhaps kept copies; `copies_lost` are their SHA-256."""

    path: Path
    whole: bool
    claims: int
    notes: int
    copies_lost: tuple[str, ...]


def rescue(path: Path, target: Path, who: str, *, from_tables: bool = True) -> Rescued:
    """Write what can be read of `path` to the new file `target`; `path` is only read.

    Without `from_tables` it is what the sound beginning of the journal says, for when the tables' rows make no sense.
    Raises CaseFileError when `target` exists or can't be written, DamagedCaseError when not even the article is left.
    """
    try:
        with translated(path), _with_a_beginning(path) as whole:
            damaged = connections.look_at(whole, damaged=True, any_schema=True)
            try:
                with connections.one_state(damaged):
                    return _rescue(damaged, path, target, who, from_tables)
            finally:
                damaged.close()
    except DamagedCaseError as error:
        if error.message == trouble.damaged(path).message:  # which advises what was just tried
            raise too_little(path) from error
        raise


@contextmanager
def _with_a_beginning(path: Path) -> Iterator[Path]:
    """The file, or a private copy with the header of a sound one when its own is damaged. Raises CaseFileError."""
    try:
        connections.read_header(path)
        connections.look_at(path, damaged=True, any_schema=True).close()
    except (DamagedCaseError, sqlite3.DatabaseError):
        pages = path.stat().st_size // _PAGE
        if not pages:
            raise
    else:
        yield path
        return
    with temporary.folder() as folder:
        copied = connections.copied(path, folder)
        with copied.open("r+b") as stream:
            stream.write(_header(pages))
        yield copied


def _header(pages: int) -> bytes:
    """SQLite's first 100 bytes (https://sqlite.org/fileformat.html, 1.3) as in a case file of that many pages."""
    from workbench.storage import migrations

    model = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrations.upgrade(model)
        header = bytearray(model.serialize()[:100])
    finally:
        model.close()
    header[28:40] = pages.to_bytes(4, "big") + bytes(8)  # no list of free pages: where it was is lost
    return bytes(header)


def _rescue(damaged: sqlite3.Connection, path: Path, target: Path, who: str, from_tables: bool) -> Rescued:
    entries, state = _sound_beginning(damaged)
    whole = entries is not None
    if not whole and from_tables:
        _overlay(damaged, state)
    if not state.rows["cases"] or not state.rows["drafts"]:
        raise too_little(path)

    def first(file: CaseFile) -> None:
        _write_as_it_was(file, entries, state, damaged) if entries else _write_anew(file, state, damaged)

    CaseFile.create(target, who, first).close()
    kept = dict(_readable_contents(damaged)).keys()
    lost = tuple(sorted(state.rows["snapshots"].keys() - kept))
    return Rescued(target, whole, len(state.rows["claims"]), len(state.rows["evidence"]), lost)


def _sound_beginning(damaged: sqlite3.Connection) -> tuple[list[Entry] | None, State]:
    """The journal, None when it can't be read whole, and what its sound rows make of the tables."""
    state = State()
    entries: list[Entry] = []
    try:
        state.defaults = replay.defaults(damaged)
        for entry, wrong in replay.follow(damaged, state):
            if wrong:
                return None, state
            entries.append(entry)
        (count,) = damaged.execute("SELECT count(*) FROM journal").fetchone()
    except sqlite3.DatabaseError:
        return None, state
    return (entries if entries and count == len(entries) else None), state


def _overlay(damaged: sqlite3.Connection, state: State) -> None:
    """Let the rows that the tables themselves still hold go before those of the journal's beginning."""
    for table, key in rows.KEYS.items():
        known = state.rows[table]
        read = (row for row in _readable_rows(damaged, table) if key in row)
        found = {str(row[key]): {**known.get(str(row[key]), {}), **row} for row in read}
        known.update(found)
        numbers = (row.get("number") for row in found.values()) if table == "claims" else ()
        state.last_number = max([state.last_number, *(number for number in numbers if isinstance(number, int))])


def _readable_rows(damaged: sqlite3.Connection, table: str) -> Iterator[dict[str, rows.Value]]:
    """From the front up to the damage, then from the back down to it."""
    for order in ("ASC", "DESC"):
        try:
            cursor = damaged.execute(f"SELECT * FROM {table} ORDER BY rowid {order}")
            columns = [column[0] for column in cursor.description]
            for values in cursor:
                yield dict(zip(columns, values, strict=True))
        except sqlite3.DatabaseError:
            continue
        return


def _readable_contents(damaged: sqlite3.Connection) -> Iterator[tuple[str, int]]:
    """SHA-256 and size of each kept copy whose bytes are those that were kept."""
    for sha256 in _keys_of_contents(damaged):
        try:
            (content,) = damaged.execute("SELECT content FROM contents WHERE sha256 = ?", (sha256,)).fetchone()
        except (sqlite3.DatabaseError, TypeError):
            continue
        if hashlib.sha256(content).hexdigest() == sha256:
            yield sha256, len(content)


def _keys_of_contents(damaged: sqlite3.Connection) -> list[str]:
    keys: dict[str, None] = {}
    for order in ("ASC", "DESC"):
        try:
            for (sha256,) in damaged.execute(f"SELECT sha256 FROM contents ORDER BY rowid {order}"):
                keys[sha256] = None
        except sqlite3.DatabaseError:
            continue
    return list(keys)


def _write_as_it_was(file: CaseFile, entries: list[Entry], state: State, damaged: sqlite3.Connection) -> None:
    with file.unjournaled() as connection:
        _drop_strange_columns(connection, state)
        put_state(connection, state)
        _copy_contents(connection, state.contents, state, damaged)
        for entry in entries:
            journal.write(connection, entry)


def _drop_strange_columns(new: sqlite3.Connection, state: State) -> None:
    """Those that the new file does not have: in the damaged one a column's name may be spoiled."""
    for table, found in state.rows.items():
        ours = {name for (name,) in new.execute("SELECT name FROM pragma_table_info(?)", (table,))}
        for row in found.values():
            for strange in row.keys() - ours:
                del row[strange]


def _write_anew(file: CaseFile, state: State, damaged: sqlite3.Connection) -> None:
    _mend_copies(state, dict(_readable_contents(damaged)))
    with file.act("rescue from a damaged file", step=Step(Does.FIXED)) as act:
        _drop_strange_columns(act.connection, state)
        _copy_contents(act.connection, state.rows["snapshots"], state, damaged)
        for table in rows.KEYS:
            for row in state.rows[table].values():
                try:
                    act.insert(table, row)
                except sqlite3.IntegrityError:  # read twice in two states, where the first one stays, or incomplete
                    continue
        _drop_dangling(act)
        act.connection.execute("UPDATE numbering SET last = ?", (state.last_number,))


def _mend_copies(state: State, kept: Mapping[str, int]) -> None:
    """Let no draft and no note go because what is known about its copy is lost."""
    known = state.rows["snapshots"]
    for row in state.rows["evidence"].values():
        sha256 = row.get("snapshot")
        if sha256 not in known and sha256 not in kept:
            row["snapshot"] = None
    needed = [row.get("sha256") for row in state.rows["drafts"].values()]
    needed += [row.get("snapshot") for row in state.rows["evidence"].values()]
    for sha256 in needed:
        if isinstance(sha256, str) and sha256 not in known:
            row = {"sha256": sha256, "name": "rescued copy", "media_type": "", "size": kept.get(sha256, 0)}
            known[sha256] = {**row, "captured": "", "captured_from": "", "response": ""}


def _drop_dangling(act: rows.Act) -> None:
    """Take out rows whose parents are lost, until none is left."""
    while dangling := act.connection.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, *_ in dangling:
            if table not in rows.KEYS:
                raise CaseFileError("Too little of this case can be read to rescue it. Restore a backup.")
            found = act.connection.execute(
                f"SELECT {rows.KEYS[table]} FROM {table} WHERE rowid = ?", (rowid,)
            ).fetchone()
            if found:
                act.delete(table, found[0])


def _copy_contents(
    connection: sqlite3.Connection, wanted: Collection[str], state: State, damaged: sqlite3.Connection
) -> None:
    for sha256, _ in _readable_contents(damaged):
        if sha256 in wanted:
            (content,) = damaged.execute("SELECT content FROM contents WHERE sha256 = ?", (sha256,)).fetchone()
            row = state.rows["snapshots"].get(sha256, {})
            put_content(connection, sha256, content, str(row.get("media_type", "")))
