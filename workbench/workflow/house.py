"""The house's ways as the settings have them: name, logo and colours on the notes, and what the gate asks for."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import ExportError, Sentence
from workbench.reports.options import House, NotesOptions, Paper
from workbench.settings import Settings
from workbench.workflow.gate import GateOptions

_LARGEST = 10_000_000
"""Bytes of a logo."""


def options_of(settings: Settings) -> NotesOptions:
    """What the notes are made with unless something else is chosen. Raises ExportError for an unreadable logo."""
    return NotesOptions(paper=Paper(settings.paper.value), house=house_of(settings))


def house_of(settings: Settings) -> House:
    """Raises ExportError when the logo can't be read."""
    logo = _read(settings.house_logo) if settings.house_logo is not None else b""
    return House(settings.house_name, logo, settings.house_colour)


def _read(logo: Path) -> bytes:
    try:
        # Looked at before it is opened: a pipe would be waited for, a device read without end.
        if not logo.is_file():
            logo.stat()
            raise _unreadable(logo, Sentence("it is no ordinary file"))
        with logo.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError as error:
        raise _unreadable(logo, error.strerror or error) from error
    if len(content) > _LARGEST:
        raise _unreadable(logo, Sentence("it has over {megabytes} MB", megabytes=_LARGEST // 1_000_000))
    return content


def _unreadable(logo: Path, reason: object) -> ExportError:
    return ExportError(
        "The logo {logo} can't be read ({reason}); choose another in the settings.", logo=logo, reason=reason
    )


def gate_options(settings: Settings) -> GateOptions:
    return GateOptions(independent=settings.independent_sources)
