"""The settings as a command takes them: what is wrong with them is said, and never in the way."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench import settings
from workbench.cli.saying import complain
from workbench.errors import SettingsError

if TYPE_CHECKING:
    from workbench.storage.case_file import CaseFile

_PATIENCE = 5.0
"""Seconds to wait for another command that writes to the same case."""


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


def open_to_write(case: Path, chosen: settings.Settings) -> CaseFile:
    """Open a case under the name that the settings have. Raises as `opening.open_case` does."""
    from workbench.workflow import opening

    return opening.open_case_soon(case, who=chosen.signature, seconds=_PATIENCE)
