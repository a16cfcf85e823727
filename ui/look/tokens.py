"""The colours of the window by purpose. Every palette, stylesheet and painter takes them from here.

Contrast, held by tests/ui/look/test_tokens.py (WCAG 2.2, 1.4.3 and 1.4.11): words at least 4.5:1 on every ground they
stand on, those of what can't be used now at least 3:1, like underlines, marks, borders of fields and the focus ring.
"""

from __future__ import annotations

from typing import NamedTuple


class Tokens(NamedTuple):
    """Colours as `#rrggbb`."""

    dark: bool
    """Whether light words stand on a dark ground."""
    window: str
    """Ground of menus, bars, status line."""
    page: str
    """Ground of the article, lists, fields and cards."""
    raised: str
    """Ground of chips and of what the pointer is over."""
    border: str
    """Hairlines that only divide."""
    border_strong: str
    """Edges of fields and buttons: at least 3:1."""
    text: str
    muted: str
    """Second words: bylines, hints, numbers."""
    disabled: str
    accent: str
    """What can be pressed first, and what is selected."""
    on_accent: str
    accent_soft: str
    """Ground of the selected claim and row."""
    focus: str
    selection: str
    """Ground of words the user selected; they keep their colour."""
    found: str
    """Ground of words that the find bar found."""
    found_current: str
    good: str
    mixed: str
    bad: str
    open: str
    good_soft: str
    mixed_soft: str
    bad_soft: str
    open_soft: str
    to_check: str
    checking: str
    query_out: str
    needs_editor: str
    checked: str
    changed: str
    second_checked: str
    fact: str
    """Dots under facts that no claim covers."""
    warning: str
    warning_soft: str
    """Ground of words that a warning is about."""


LIGHT = Tokens(
    dark=False,
    window="#f5f6f8",
    page="#ffffff",
    raised="#e9ecf1",
    border="#d9dde4",
    border_strong="#7b8390",
    text="#1b222c",
    muted="#535d6b",
    disabled="#7c8591",
    accent="#1d5bbf",
    on_accent="#ffffff",
    accent_soft="#e3edfb",
    focus="#1d5bbf",
    selection="#bfd8f8",
    found="#fbe9a8",
    found_current="#f9d172",
    good="#1a6b37",
    mixed="#8a5300",
    bad="#b01c2e",
    open="#535d6b",
    good_soft="#dff2e4",
    mixed_soft="#fbecd2",
    bad_soft="#fbe3e4",
    open_soft="#e9ecf1",
    to_check="#9c5400",
    checking="#1d5bbf",
    query_out="#6a3cab",
    needs_editor="#a3246e",
    checked="#1f7a40",
    changed="#b83a0b",
    second_checked="#0b6b6b",
    fact="#5f6875",
    warning="#b3400e",
    warning_soft="#fbe7db",
)

DARK = Tokens(
    dark=True,
    window="#1e232a",
    page="#171b21",
    raised="#2a313b",
    border="#343c47",
    border_strong="#76808e",
    text="#e6e9ee",
    muted="#a6afbc",
    disabled="#76808e",
    accent="#86b4ff",
    on_accent="#0c1b33",
    accent_soft="#22344f",
    focus="#86b4ff",
    selection="#294264",
    found="#443708",
    found_current="#523f08",
    good="#74d294",
    mixed="#eeb355",
    bad="#ff8f8f",
    open="#a6afbc",
    good_soft="#1d3a28",
    mixed_soft="#40301a",
    bad_soft="#472427",
    open_soft="#2a313b",
    to_check="#eaa845",
    checking="#86b4ff",
    query_out="#c3a3f5",
    needs_editor="#f28cc4",
    checked="#6bcf8e",
    changed="#ff9166",
    second_checked="#5fd0d0",
    fact="#a6afbc",
    warning="#ff9f73",
    warning_soft="#432f25",
)

HIGH_CONTRAST = Tokens(
    dark=True,
    window="#000000",
    page="#000000",
    raised="#262626",
    border="#a6a6a6",
    border_strong="#ffffff",
    text="#ffffff",
    muted="#e6e6e6",
    disabled="#a6a6a6",
    accent="#ffe14d",
    on_accent="#000000",
    accent_soft="#003c73",
    focus="#ffe14d",
    selection="#0050a0",
    found="#5c4a00",
    found_current="#7a5c00",
    good="#7dff9e",
    mixed="#ffd070",
    bad="#ffadad",
    open="#e6e6e6",
    good_soft="#003312",
    mixed_soft="#402b00",
    bad_soft="#4d0008",
    open_soft="#262626",
    to_check="#ffc04d",
    checking="#8cc6ff",
    query_out="#dcb8ff",
    needs_editor="#ffa3dc",
    checked="#7dff9e",
    changed="#ffa680",
    second_checked="#70f5f5",
    fact="#e6e6e6",
    warning="#ffb38c",
    warning_soft="#5c2400",
)


def luminance(colour: str) -> float:
    """Relative luminance 0..1 of `#rrggbb` (WCAG 2.2, definition of relative luminance)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio 1..21 of two colours (WCAG 2.2, definition of contrast ratio)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
