"""The settings as a command takes them: what is wrong with them is said, and never in the way."""

from __future__ import annotations

from workbench import settings
from workbench.cli.saying import complain
from workbench.errors import SettingsError


def chosen() -> settings.Settings:
    """The settings, the defaults in place of what can't be used; each such thing is told on standard error."""
    try:
        found = settings.load()
    except SettingsError as problem:
        complain(problem.message)
        return settings.Settings()
    for told in found.problems:
        complain(told)
    return found
