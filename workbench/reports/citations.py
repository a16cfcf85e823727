"""A source as a line of the list of sources."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.evidence import Source
from workbench.reports.words import when


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation in one style."""

    text: str
    italic: bool = False
    link: str = ""


def cite(source: Source) -> tuple[Run, ...]:
    """Authors, title, publisher and date."""
    before = f"{source.authors}. " if source.authors else ""
    after = ", ".join(filter(None, (source.publisher, when(source.published))))
    runs = (Run(before), Run(source.title, italic=True), Run(f". {after}." if after else "."))
    return tuple(run for run in runs if run.text)
