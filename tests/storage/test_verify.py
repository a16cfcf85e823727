"""Whatever is changed in a case file by other means is found, and its place named."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.storage.bridge import ORDER, altered, claim, contents, copy, with_note
from workbench.domain.case import QueryTo
from workbench.errors import CaseFileError
from workbench.storage import migrations, schema
from workbench.storage.rows import KEYS
from workbench.workflow.asking import ask
from workbench.workflow.checking import edit_claim
from workbench.workflow.marking import delete_claim, dismiss_fact
from workbench.workflow.opening import open_case, read_case, remember_selection
from workbench.workflow.signing import sign_off
from workbench.workflow.undoing import undo
from workbench.workflow.verifying import verify

TABLES = [*KEYS, "contents", "journal", "numbering", "desk", "mentions", "snapshot_texts"]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case with at least one row in every table."""
    with with_note(tmp_path_factory.mktemp("sound")) as file:
        edit_claim(file, claim(file, 2).id, reasoning="See the order.", restated="It was shut.")
        ask(file, claim(file, 3).id, QueryTo.AUTHOR, "Whose figure?")
        sign_off(file, claim(file, 2).id)
        dismiss_fact(file, read_case(file).facts[3].id, "title known")
        delete_claim(file, claim(file, 4).id)
        undo(file)
        remember_selection(file, claim(file, 2).id)
        return file.path


def tampered(sound: Path, folder: Path, *statements: str) -> Path:
    """A copy on which somebody has run SQL with a tool of their own."""
    path = folder / "tampered.factcase"
    path.write_bytes(sound.read_bytes())
    return altered(path, *statements)


def columns() -> Iterator[tuple[str, str]]:
    model = sqlite3.connect(":memory:", isolation_level=None)
    migrations.upgrade(model)
    for table in TABLES:
        for (column,) in model.execute("SELECT name FROM pragma_table_info(?)", (table,)):
            yield table, column
    model.close()


@pytest.mark.parametrize("change", [lambda raw: raw + b"x", lambda raw: raw + bytes(4096), lambda raw: raw[:-1]])
def test_bytes_behind_the_end_and_missing_from_it_are_found(
    change: Callable[[bytes], bytes], sound: Path, tmp_path: Path
) -> None:
    path = tmp_path / "longer-or-shorter.factcase"
    path.write_bytes(change(sound.read_bytes()))
    assert any("bytes" in finding for finding in verify(path).findings)


@pytest.mark.parametrize("folder", ["desk", "Dropbox"])
def test_a_case_is_sound_while_acts_go_on(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    with with_note(tmp_path / folder) as file, ThreadPoolExecutor(1) as pool:
        verdicts = pool.submit(lambda: [verify(file.path) for _ in range(30)])
        for number in range(100):
            edit_claim(file, claim(file, 1).id, reasoning=f"as of {number}")
    assert [verdict.findings for verdict in verdicts.result()] == [()] * 30


def test_a_case_from_the_program_is_sound(sound: Path) -> None:
    verdict = verify(sound)
    assert verdict.findings == ()
    assert verdict.is_sound
    with open_case(sound, who="") as file:
        assert verdict.digest == read_case(file).digest
        assert verify(sound).is_sound  # also while somebody has it open
    assert all(contents(sound)[table] for table in TABLES if table not in ("journal", "mentions"))


def test_verifying_changes_nothing(sound: Path) -> None:
    before = sound.read_bytes()
    sound.chmod(0o400)
    verify(sound)
    sound.chmod(0o600)
    assert sound.read_bytes() == before
    assert [path.name for path in sound.parent.iterdir()] == [sound.name]


@pytest.mark.parametrize(("table", "column"), list(columns()))
def test_one_value_changed_in_any_column_is_found(sound: Path, tmp_path: Path, table: str, column: str) -> None:
    change = (
        f'UPDATE {table} SET "{column}" = CASE typeof("{column}") WHEN \'integer\' THEN 1 - "{column}"'
        f" WHEN 'real' THEN \"{column}\" / 2 + 0.01 WHEN 'blob' THEN CAST('x' || \"{column}\" AS BLOB)"
        f" ELSE coalesce(\"{column}\", '') || '!' END WHERE rowid = (SELECT max(rowid) FROM {table})"
    )
    if table == "mentions":
        change = change.replace("rowid = (SELECT max(rowid)", "(claim_id, seq) = (SELECT claim_id, max(seq)")
    if (table, column) == ("claims", "check_worthiness"):
        change = "UPDATE claims SET check_worthiness = 0.123 WHERE number = 2"
    findings = verify(tampered(sound, tmp_path, change)).findings
    assert any(finding.startswith(table) for finding in findings), findings


@pytest.mark.parametrize("table", TABLES)
def test_a_row_taken_out_is_found(sound: Path, tmp_path: Path, table: str) -> None:
    findings = verify(tampered(sound, tmp_path, f"DELETE FROM {table} WHERE true")).findings
    if table == "desk":
        assert findings == ()  # the selection is no part of the record
    else:
        assert any(finding.startswith(table) for finding in findings), findings


SLIPPED_IN = {
    "links": "INSERT INTO links SELECT 'x', claims.id, evidence.id, 'supports' FROM claims, evidence WHERE number = 4",
    "dismissals": "INSERT INTO dismissals SELECT id, 'because' FROM facts WHERE kind = 'date'",
    "contents": f"INSERT INTO contents VALUES ('{'0' * 64}', x'00')",
    "desk": "INSERT INTO desk VALUES ('note to self', 'x')",
    "mentions": "INSERT INTO mentions VALUES ('x', 1)",
    "sign_offs": "INSERT INTO sign_offs SELECT 'x', claim_id, 'Somebody Else', \"when\", signed_hash FROM sign_offs",
}


@pytest.mark.parametrize("table", SLIPPED_IN)
def test_a_row_slipped_in_is_found(sound: Path, tmp_path: Path, table: str) -> None:
    findings = verify(tampered(sound, tmp_path, SLIPPED_IN[table])).findings
    assert any(finding.startswith(table) for finding in findings), findings


def test_the_place_is_named(sound: Path, tmp_path: Path) -> None:
    path = tampered(sound, tmp_path, "UPDATE claims SET reasoning = 'Never mind.' WHERE number = 2")
    findings = verify(path).findings
    with open_case(path, who="", read_only=True) as file:
        identifier = claim(file, 2).id
    assert f"claims {identifier}: reasoning is not what the journal says" in findings


def test_a_journal_cut_short_disagrees_with_the_tables(sound: Path, tmp_path: Path) -> None:
    findings = verify(tampered(sound, tmp_path, "DELETE FROM journal WHERE seq >= 6")).findings
    assert any(finding.startswith("sign_offs") for finding in findings)
    assert any(finding.startswith("mentions") for finding in findings)


def test_a_row_in_the_middle_of_the_journal_rewritten_breaks_the_chain_there(sound: Path, tmp_path: Path) -> None:
    path = tampered(sound, tmp_path, "UPDATE journal SET who = 'Jonas Lind' WHERE seq = 4")
    assert [finding for finding in verify(path).findings if finding.startswith("journal")] == [
        "journal 4: its hash is not that of its words"
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (a)",
        "DROP INDEX links_of_evidence",
        "CREATE TRIGGER mine AFTER UPDATE ON claims BEGIN DELETE FROM links; END",
        "UPDATE _sqlite_migrations SET name = 'step_9' WHERE id = 1",
    ],
)
def test_another_schema_is_found(sound: Path, tmp_path: Path, statement: str) -> None:
    findings = verify(tampered(sound, tmp_path, statement)).findings
    assert any(finding.startswith(("schema", "_sqlite_migrations")) for finding in findings), findings


@pytest.mark.parametrize("table", schema.SEARCHED)
@pytest.mark.parametrize("shadow", ["data", "docsize", "config"])
def test_a_search_index_that_hides_something_is_found(sound: Path, tmp_path: Path, table: str, shadow: str) -> None:
    findings = verify(tampered(sound, tmp_path, f"DELETE FROM {table}_search_{shadow} WHERE true")).findings
    assert f"{table}_search: the search index does not say what {table} says" in findings


@pytest.mark.parametrize("kept", [b"Traffic order 17: closed from 4 March 2019.", b""])
def test_a_kept_copy_that_is_not_what_was_kept(sound: Path, tmp_path: Path, kept: bytes) -> None:
    change = f"UPDATE contents SET content = x'{kept.hex()}' WHERE content = x'{ORDER.content.hex()}'"
    findings = verify(tampered(sound, tmp_path, change)).findings
    assert any("the bytes are not those that were kept" in finding for finding in findings)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
@example(at=0.6862751239191411, mask=1)  # in the schema of an index
def test_any_byte_flipped_is_found_or_was_of_no_use(sound: Path, tmp_path: Path, at: float, mask: int) -> None:
    spoiled = bytearray(sound.read_bytes())
    spoiled[int(at * len(spoiled))] ^= mask
    path = tmp_path / "flipped.factcase"
    path.write_bytes(spoiled)
    assert _found(path) or _says_the_same(path, sound), int(at * len(spoiled))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 1, exclude_max=True), mask=st.integers(1, 255))
def test_a_damaged_case_opens_or_is_refused_in_a_sentence(sound: Path, tmp_path: Path, at: float, mask: int) -> None:
    spoiled = bytearray(sound.read_bytes())
    spoiled[int(at * len(spoiled))] ^= mask
    path = tmp_path / "flipped.factcase"
    path.write_bytes(spoiled)
    try:
        with open_case(path, who="Rosa Hartmann") as file:
            edit_claim(file, read_case(file).claims[0].id, reasoning="New.")
            undo(file)
    except CaseFileError:
        assert not (path.parent / f".{path.name}.lock").exists()


def _found(path: Path) -> bool:
    try:
        return not verify(path).is_sound
    except CaseFileError:
        return True


def _says_the_same(path: Path, sound: Path) -> bool:
    def without_desk(file: Path) -> dict[str, list[tuple[object, ...]]]:
        return {name: rows for name, rows in contents(file, with_journal=True).items() if name not in _UNPROVEN}

    return without_desk(path) == without_desk(sound)


_UNPROVEN = ("desk", "_sqlite_migrations")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_bytes(b"PK\x03\x04" * 500), "is not a case file"),
        (lambda path: path.unlink(), "There is no file"),
        (lambda path: (path.unlink(), path.mkdir()), "is a folder"),
    ],
)
def test_what_is_no_case_file_is_told(sound: Path, spoil: Callable[[Path], object], told: str) -> None:
    path = copy(sound, "other.factcase")
    spoil(path)
    with pytest.raises(CaseFileError, match=told):
        verify(path)
    if path.is_dir():
        path.rmdir()
    else:
        path.unlink(missing_ok=True)
