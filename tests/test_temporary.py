from __future__ import annotations

import pytest

from workbench import temporary


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Windows\\a.pdf", "a.pdf"),
        ("a\u202efdp.html", "afdp.html"),
        ("..", "copy"),
        ("", "copy"),
        ("a\n\tb.pdf", "ab.pdf"),
    ],
)
def test_names_lose_folders_and_marks_that_deceive(name: str, safe: str) -> None:
    assert temporary.safe_name(name) == safe


def test_a_very_long_name_keeps_its_ending() -> None:
    assert temporary.safe_name("x" * 500 + ".pdf") == "x" * 80 + ".pdf"
