"""The chain, recomputed from its description and not by the program's own code."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path

import pytest

from tests.storage.bridge import JONAS, ROSA, begin, claim
from workbench.storage import journal
from workbench.workflow.checking import edit_claim
from workbench.workflow.opening import read_case
from workbench.workflow.undoing import undo


def test_each_row_hashes_its_words_and_the_row_before(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        edit_claim(file, claim(file, 1).id, reasoning="“Brücke” 🌉")
        digest = read_case(file).digest
    connection = sqlite3.connect(file.path)
    rows = connection.execute("SELECT * FROM journal ORDER BY seq").fetchall()
    connection.close()
    previous = ""
    for *words, named, own in rows:
        assert named == previous
        text = json.dumps([*words, named], ensure_ascii=False, separators=(",", ":"))
        assert own == hashlib.sha256(text.encode()).hexdigest()
        previous = own
    assert digest == previous


def test_a_row_says_who_what_on_which_claim_before_and_after(tmp_path: Path) -> None:
    with begin(tmp_path) as file:
        file.who = JONAS
        first = claim(file, 1).id
        edit_claim(file, first, reasoning="New.")
        undo(file)
        with file.reading() as connection:
            found, edited, undone = list(journal.entries(connection))[1:]
    assert (found.who, found.act, found.does) == (ROSA, "find claims", "fixed")
    assert (edited.who, edited.act, edited.does, edited.entity) == (JONAS, "edit reasoning", "act", first)
    assert json.loads(edited.claims) == [first]
    assert json.loads(edited.before) == [["claims", first, {"reasoning": ""}]]
    assert json.loads(edited.after) == [["claims", first, {"reasoning": "New."}]]
    assert (undone.does, undone.of) == ("undo", edited.seq)
    assert (undone.before, undone.after) == (edited.after, edited.before)


@pytest.mark.parametrize(
    "statement", ["UPDATE journal SET who = 'x'", "DELETE FROM journal", "UPDATE drafts SET text = 'x'"]
)
def test_the_database_itself_refuses_to_rewrite_the_record(tmp_path: Path, statement: str) -> None:
    begin(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "bridge.factcase")
    with pytest.raises(sqlite3.IntegrityError, match="never"):
        connection.execute(statement)
    connection.close()
