"""Contrast, measured from the tokens themselves (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from ui.look import DARK, HIGH_CONTRAST, LIGHT, Tokens, contrast, mark_shape
from ui.look.stylesheet import _BARS, _BUTTONS, _FIELDS, _SURFACES
from workbench.domain.claim import Status

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK, HIGH_CONTRAST], ids=["light", "dark", "high contrast"])
GROUNDS = ("window", "page", "raised", "accent_soft")
TINTS = ("selection", "found", "found_current", "warning_soft")
TONES = ("good", "mixed", "bad", "open")
STATUSES = tuple(mark_shape(status).token for status in Status)


def _too_weak(theme: Tokens, fronts: tuple[str, ...], grounds: tuple[str, ...], least: float) -> list[str]:
    return [
        f"{front} on {ground}: {contrast(getattr(theme, front), getattr(theme, ground)):.2f}"
        for front in fronts
        for ground in grounds
        if contrast(getattr(theme, front), getattr(theme, ground)) < least
    ]


@THEMES
def test_words_can_be_read_on_every_ground(theme: Tokens) -> None:
    assert _too_weak(theme, ("text", "muted"), GROUNDS + TINTS, 4.5) == []
    assert _too_weak(theme, ("disabled",), GROUNDS, 3) == []
    assert _too_weak(theme, ("muted", "accent", *TONES, *STATUSES, "warning"), GROUNDS, 4.5) == []
    assert _too_weak(theme, ("on_accent",), ("accent",), 4.5) == []


@THEMES
@pytest.mark.parametrize("tone", TONES)
def test_outcomes_can_be_read_on_their_own_ground(theme: Tokens, tone: str) -> None:
    assert _too_weak(theme, ("text", tone), (f"{tone}_soft",), 4.5) == []


@THEMES
def test_underlines_marks_edges_and_focus_can_be_seen(theme: Tokens) -> None:
    assert _too_weak(theme, (*STATUSES, "fact"), GROUNDS + TINTS, 3) == []
    assert _too_weak(theme, ("border_strong", "focus", "accent"), GROUNDS, 3) == []


def _ways(declarations: str, name: str) -> set[str]:
    """The tokens that a rule of the stylesheet gives to a property."""
    return set(re.findall(rf"(?<![\w-]){name}: \$(\w+)", declarations))


@THEMES
def test_every_rule_of_the_stylesheet_gives_words_a_ground_they_can_be_read_on(theme: Tokens) -> None:
    """A rule with its own ground is held against that one, any other against the grounds that are everywhere."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"\$\{\w+\}", "0", _BARS + _BUTTONS + _FIELDS + _SURFACES))
    assert len(rules) > 60
    weak = {}
    for selector, declarations in rules:
        grounds = _ways(declarations, "background") or {"window", "page"}
        least = 3 if ":disabled" in selector else 4.5
        found = _too_weak(theme, tuple(_ways(declarations, "color")), tuple(grounds), least)
        found += _too_weak(theme, ("text",), tuple(_ways(declarations, "selection-background-color")), 4.5)
        if found:
            weak[selector.strip()] = found
    assert weak == {}


@THEMES
def test_what_was_found_and_what_is_selected_stand_out(theme: Tokens) -> None:
    assert contrast(theme.found_current, theme.found) > 1.15
    assert _too_weak(theme, ("selection", "found_current"), ("page",), 1.3) == []


def test_high_contrast_is_higher() -> None:
    assert _too_weak(HIGH_CONTRAST, ("text", "muted", *TONES, *STATUSES), ("window", "page", "raised"), 7) == []


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1d5bbf", "#1d5bbf") == 1
