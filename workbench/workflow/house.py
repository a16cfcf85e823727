"""The house's ways as the settings have them: name, logo and colours on the notes, and what the gate asks for."""

from __future__ import annotations

from workbench.errors import ExportError
from workbench.reports.options import House, NotesOptions, Paper
from workbench.settings import Settings
from workbench.workflow.gate import GateOptions


def options_of(settings: Settings) -> NotesOptions:
    """What the notes are made with unless something else is chosen. Raises ExportError for an unreadable logo."""
    return NotesOptions(paper=Paper(settings.paper.value), house=house_of(settings))


def house_of(settings: Settings) -> House:
    """Raises ExportError when the logo can't be read."""
    logo = b""
    if settings.house_logo is not None:
        try:
            logo = settings.house_logo.read_bytes()
        except OSError as error:
            raise ExportError(
                "The logo {logo} can't be read ({reason}); choose another in the settings.",
                logo=settings.house_logo,
                reason=error.strerror,
            ) from error
    return House(settings.house_name, logo, settings.house_colour)


def gate_options(settings: Settings) -> GateOptions:
    return GateOptions(independent=settings.independent_sources)
