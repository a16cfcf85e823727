"""What a person sets once: `load`, `save`; rating scales: `scale`, `load_scales`; cases opened last: `load_recent`."""

from workbench.settings.places import home
from workbench.settings.recent import load_recent, remember_recent
from workbench.settings.scales import load_scales, scale
from workbench.settings.store import load, save
from workbench.settings.values import Paper, Settings, Theme

__all__ = [
    "Paper",
    "Settings",
    "Theme",
    "home",
    "load",
    "load_recent",
    "load_scales",
    "remember_recent",
    "save",
    "scale",
]
