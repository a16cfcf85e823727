from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui import look
from ui.look.stylesheet import IMAGES, stylesheet
from workbench import temporary


@pytest.mark.parametrize(
    ("theme", "tokens"),
    [
        (look.Theme.LIGHT, look.LIGHT),
        (look.Theme.DARK, look.DARK),
        (look.Theme.HIGH_CONTRAST, look.HIGH_CONTRAST),
    ],
)
def test_a_theme_dresses_the_whole_application(theme: look.Theme, tokens: look.Tokens, qapp: QApplication) -> None:
    look.apply(qapp, theme)
    assert look.tokens() is tokens
    assert qapp.palette().color(QPalette.ColorRole.Base).name() == tokens.page
    assert qapp.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == tokens.disabled
    assert tokens.accent in qapp.styleSheet()


def test_the_look_says_when_it_has_changed(qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(look.changed):
        look.apply(qapp, look.Theme.DARK)


def test_lengths_grow_with_the_font(qapp: QApplication) -> None:
    images = dict.fromkeys(IMAGES, Path("image.svg"))
    small, large = (stylesheet(look.LIGHT, em, images) for em in (14.0, 28.0))
    padding = re.compile(r"QPushButton, QToolButton \{[^}]*padding: (\d+)px (\d+)px")
    found = [padding.search(sheet) for sheet in (small, large)]
    assert [match.groups() for match in found if match] == [("6", "11"), ("11", "22")]


def test_pictures_named_by_the_stylesheet_are_there(qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.DARK)
    pictures = re.findall(r'url\("([^"]+)"\)', qapp.styleSheet())
    assert pictures
    assert all(Path(picture).is_file() for picture in pictures)


def test_strong_words_are_heavier_not_just_called_so(qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.LIGHT)
    plain, strong = (QFontMetricsF(look.font(role)).horizontalAdvance("heavier words") for role in ("body", "strong"))
    assert strong > plain * 1.02


def test_fonts_follow_a_larger_size(qapp: QApplication, qtbot: QtBot) -> None:
    look.apply(qapp, look.Theme.LIGHT)
    heading = look.style(QLabel("Heading"), role="heading")
    qtbot.addWidget(heading)
    before = heading.font().pointSizeF()
    look.apply(qapp, look.Theme.LIGHT, points=21)
    assert heading.font().pointSizeF() == pytest.approx(21 * before / look.default_points())
    assert look.px(1) == round(look.em())
    look.apply(qapp, look.Theme.LIGHT)


def test_a_button_in_focus_looks_different(qapp: QApplication, qtbot: QtBot) -> None:
    look.apply(qapp, look.Theme.LIGHT)
    button = QPushButton("Open")
    qtbot.addWidget(button)
    button.show()
    button.clearFocus()
    without = button.grab().toImage()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    with_focus = button.grab().toImage()
    ring = {with_focus.pixelColor(x, 1).name() for x in range(6, with_focus.width() - 6)}
    assert look.LIGHT.focus in ring
    assert with_focus != without
    assert with_focus.size() == without.size()


def test_the_faces_are_those_that_ship(qapp: QApplication) -> None:
    assert {look.SANS, look.SERIF, "IBM Plex Sans Arabic", "Noto Emoji"} <= set(QFontDatabase.families())
    assert QFontInfo(look.font("reading")).family() == look.SERIF
    assert QFontInfo(look.font("body")).family() == look.SANS


def test_what_a_crash_leaves_of_the_look_is_swept_up(tmp_path: Path) -> None:
    drawing = "from ui.look import theme; import os; theme._folder(); os._exit(9)"
    surroundings = {**os.environ, "TMPDIR": str(tmp_path), "TEMP": str(tmp_path)}
    subprocess.run([sys.executable, "-c", drawing], env=surroundings, timeout=60, check=False)
    assert len(list(tmp_path.iterdir())) == 1
    assert temporary.sweep(tmp_path) == 1
    assert not list(tmp_path.iterdir())
