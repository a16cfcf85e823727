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
        ("मंत्री ने कहा", "Noto Sans Devanagari"),
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
    assert upright | {"IBM Plex Sans Arabic", "Noto Sans Hebrew", "Noto Sans Devanagari", "Noto Emoji"} <= every


_DRAWN = """
import sys
from PySide6.QtWidgets import QLabel
from ui import look
app = look.application([])
look.load_fonts(sys.argv[1] if sys.argv[1:] else None)
missing = look.make("Source Serif 4", 400, pixels=40)
pictures = []
for words in ("地", "東", "と", "서", "\U000fffff"):
    label = QLabel(words)
    label.setFont(missing)
    label.setFixedSize(60, 60)
    pictures.append(label.grab().toImage())
print([picture == pictures[-1] for picture in pictures])
"""


@pytest.mark.parametrize("words", ["", "地震", "とうきょう", "서울"])
def test_chinese_japanese_and_korean_are_no_empty_boxes(words: str) -> None:
    done = subprocess.run([sys.executable, "-c", _DRAWN, *words.split()], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[False, False, False, False, True]"
