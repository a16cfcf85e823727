"""The icons as they are drawn: SVG from Lucide in resources/icons. Without Qt, whose SVG is no part of the start."""

from __future__ import annotations

from functools import cache

import resources


@cache
def source(name: str) -> str:
    """The SVG of icon `name` ("plus"). Raises FileNotFoundError for an icon not shipped."""
    return resources.path(f"icons/{name}.svg").read_text("utf-8")


def tinted(name: str, colour: str) -> str:
    """The SVG of icon `name` drawn in `colour` (`#rrggbb`)."""
    return source(name).replace("currentColor", colour)
