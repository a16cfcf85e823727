from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

import resources
from ui import look
from workbench.domain.claim import Status
from workbench.domain.rating import Tone


def test_no_two_statuses_share_icon_word_colour_or_line(qapp: QApplication) -> None:
    marks = [look.mark(status) for status in Status]
    for sign in ("icon", "word", "token", "line"):
        assert len({getattr(mark, sign) for mark in marks}) == len(Status), sign


@pytest.mark.parametrize("status", Status)
def test_a_mark_is_drawn_with_what_ships(status: Status, qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.DARK)
    mark = look.mark(status)
    assert resources.path(f"icons/{mark.icon}.svg").is_file()
    assert mark.colour.name() == getattr(look.DARK, mark.token)
    assert look.mark_shape(status).line is mark.line


def test_every_tone_has_an_icon_of_its_own() -> None:
    icons = {look.tone_icon(tone) for tone in Tone}
    assert len(icons) == len(Tone)
    assert all(resources.path(f"icons/{icon}.svg").is_file() for icon in icons)
