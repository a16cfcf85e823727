"""What the processes that write the notes are asked to do, and what their end says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.domain.case import Case
from workbench.reports.options import NotesOptions

if TYPE_CHECKING:
    from workbench.reports.notes import QuoteCheck

DISK = 3
"""Exit status when the disk refuses; the reason is said on standard error."""
REFUSED = 4
"""When the notes must not be written as they are; the error is said, pickled, in hexadecimal digits."""
NOT_SET = 5
"""When the page setter refuses the pages."""
SHARE = "share"
"""A line of standard output: this word and how much is done, 0..1."""
READY = "ready"
"""A line of standard output: this word and the number of the volume whose sheet can be set."""


@dataclass(frozen=True, slots=True)
class Job:
    """Notes on a case, in one format. `quote_check` is a function of a module, to be found again by its name."""

    case: Case
    options: NotesOptions
    quote_check: QuoteCheck
    to: str
    name: str
    """The file's final path, after which the volumes are named."""
    out: str
    """Where to write; of several volumes, the folder for their sheets."""
    claims_a_volume: int
    volume: int = 0
    """The one wanted, from 1; 0 for all."""
    ppi: float | None = None
    """Pixels an inch when the pages are wanted as pictures (a pickled list of PNGs), None for a PDF."""
