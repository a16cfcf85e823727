"""The first picture waits for no font that its words are not written in."""

from __future__ import annotations

import subprocess
import sys

import pytest

_REGISTERED = """
import sys
from PySide6.QtGui import QFontDatabase
from ui.look import application, load_fonts
app = application([])
before = set(QFontDatabase.families())
load_fonts(sys.argv[1])
first = set(QFontDatabase.families()) - before
load_fonts()
load_fonts()
every = set(QFontDatabase.families()) - before
print(";".join(sorted(first)), ";".join(sorted(every)), sep="\\n")
"""


@pytest.mark.parametrize(
    ("words", "face"),
    [
        ("“Plain” words – naïve, Ελλάδα, Москва … 5 €", ""),
        ("قالت الوزيرة", "IBM Plex Sans Arabic"),
        ("אמרה השרה", "Noto Sans Hebrew"),
        ("Minsk 🇧🇾", "Noto Emoji"),
    ],
)
def test_words_bring_the_fonts_they_are_written_in_and_the_others_follow(words: str, face: str) -> None:
    done = subprocess.run([sys.executable, "-c", _REGISTERED, words], capture_output=True, text=True, check=True)
    first, every = (set(line.split(";")) for line in done.stdout.splitlines())
    upright = {"Source Sans 3", "Source Serif 4"}
    assert upright <= first
    others = [name for name in first if not name.startswith("Source")]
    assert bool(others) is bool(face)
    assert all(name.startswith(face) for name in others)  # a face of several weights has several names
    assert upright | {"IBM Plex Sans Arabic", "Noto Sans Hebrew", "Noto Emoji"} <= every
