"""Contrast, measured from the tokens themselves (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import pytest

from ui.look import DARK, HIGH_CONTRAST, LIGHT, Tokens, contrast, mark_shape
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
    assert _too_weak(theme, ("text",), GROUNDS + TINTS, 4.5) == []
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


def test_high_contrast_is_higher() -> None:
    assert _too_weak(HIGH_CONTRAST, ("text", "muted", *TONES, *STATUSES), ("window", "page", "raised"), 7) == []


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#1d5bbf", "#1d5bbf") == 1
