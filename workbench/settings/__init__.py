"""What a person sets once: `load`, `save`; rating scales: `scale`, `load_scales`; cases opened last: `load_recent`.

The window's first picture waits for this package: what only some settings need is loaded where it is needed.
"""

from typing import TYPE_CHECKING, Any

from workbench.settings.places import home
from workbench.settings.store import load, save
from workbench.settings.values import Paper, Settings, Theme

if TYPE_CHECKING:
    from workbench.settings.recent import RecentCase, load_recent, recent_cases, remember_recent
    from workbench.settings.scales import load_scales, scale

__all__ = [
    "Paper",
    "RecentCase",
    "Settings",
    "Theme",
    "home",
    "load",
    "load_recent",
    "load_scales",
    "recent_cases",
    "remember_recent",
    "save",
    "scale",
]


def __getattr__(name: str) -> Any:
    if name in ("load_scales", "scale"):
        from workbench.settings import scales

        return getattr(scales, name)
    if name in ("RecentCase", "load_recent", "recent_cases", "remember_recent"):
        from workbench.settings import recent

        return getattr(recent, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
