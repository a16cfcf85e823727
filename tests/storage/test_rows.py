from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.storage.bridge import begin
from workbench.storage import rows


def test_a_column_that_a_record_names_is_a_name_and_never_a_statement(tmp_path: Path) -> None:
    with begin(tmp_path) as file, file.reading() as connection:
        (key, scale) = connection.execute("SELECT id, scale FROM cases").fetchone()
        with pytest.raises(sqlite3.OperationalError, match="no such column"):
            rows.update(connection, "cases", key, {"scale\" = 'spoiled', \"created": "2026"})
        assert connection.execute("SELECT scale FROM cases").fetchone() == (scale,)
