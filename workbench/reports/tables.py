"""Claims and their evidence as one CSV table: a row for each piece of evidence under a claim, one for a claim without.

RFC 4180 with a byte order mark, which spreadsheets need to read UTF-8. A cell that a spreadsheet would take for a
formula gets an apostrophe before it (OWASP, “CSV Injection”).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from workbench.reports.content import ClaimNote, EvidenceNote, Notes
from workbench.reports.words import STANCES

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CLAIM_COLUMNS = (
    "claim",
    "quote",
    "restated",
    "claimant",
    "kind",
    "checkable",
    "status",
    "outcome",
    "correction",
    "reasoning",
    "start",
    "end",
    "cut",
)
_EVIDENCE_COLUMNS = (
    "stance",
    "source number",
    "source",
    "source kind",
    "primary",
    "authors",
    "publisher",
    "published",
    "url",
    "archive url",
    "doi",
    "accessed",
    "contact",
    "locator",
    "excerpt",
    "note",
    "tags",
    "snapshot",
    "snapshot sha256",
)
COLUMNS = _CLAIM_COLUMNS + _EVIDENCE_COLUMNS


def write_table(notes: Notes) -> bytes:
    """The table. `start` and `end` are code points into the article's text, empty for a claim that was cut from it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in _rows(notes):
        writer.writerow([_harmless(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def _rows(notes: Notes) -> Iterator[tuple[str, ...]]:
    spans = {claim.id: claim.span for claim in notes.case.claims}
    for claim in notes.all_claims:
        place = ("", "", "yes") if claim.cut else (str(spans[claim.id].start), str(spans[claim.id].end), "no")
        about = (*_claim_cells(claim), *place)
        for evidence in claim.evidence:
            yield about + _evidence_cells(evidence)
        if not claim.evidence:
            yield about + ("",) * len(_EVIDENCE_COLUMNS)


def _claim_cells(claim: ClaimNote) -> tuple[str, ...]:
    return (
        str(claim.number),
        claim.exact,
        claim.restated,
        claim.claimant,
        claim.kind.value,
        "yes" if claim.checkable else "no",
        claim.status.value,
        claim.verdict.label if claim.verdict.given else "",
        claim.correction,
        claim.reasoning,
    )


def _evidence_cells(evidence: EvidenceNote) -> tuple[str, ...]:
    source, copy = evidence.source, evidence.snapshot
    return (
        STANCES[evidence.stance].lower(),
        str(evidence.source_number),
        source.title,
        source.kind,
        "primary" if source.primary else "secondary",
        source.authors,
        source.publisher,
        source.published,
        source.url,
        source.archive_url,
        source.doi,
        source.accessed,
        source.contact,
        evidence.locator,
        evidence.excerpt,
        evidence.note,
        ", ".join(evidence.tags),
        copy.name if copy else "",
        copy.sha256 if copy else "",
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.lstrip(" ").startswith(_FORMULA) else cell
