"""The house's logo: read when it is one, refused in a sentence when it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.errors import ExportError
from workbench.settings import Settings
from workbench.workflow.house import house_of


def test_the_logo_is_what_the_file_holds(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_bytes(b"<svg/>")
    assert house_of(Settings(house_logo=logo)).logo == b"<svg/>"
    assert house_of(Settings()).logo == b""


def test_what_is_no_logo_is_refused_in_a_sentence(tmp_path: Path) -> None:
    large = tmp_path / "large.png"
    large.write_bytes(bytes(10_000_001))
    for logo, reason in (
        (tmp_path / "gone.png", "No such file"),
        (tmp_path, "no ordinary file"),
        (Path("/dev/zero"), "no ordinary file"),
        (large, "over 10 MB"),
    ):
        if logo.exists() or reason == "No such file":
            with pytest.raises(ExportError, match=reason):
                house_of(Settings(house_logo=logo))
