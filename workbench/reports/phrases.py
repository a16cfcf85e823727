"""Sentences and figures about the notes themselves, the same in every format."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.domain.case import Query, SignOff
from workbench.domain.evidence import Source
from workbench.reports.content import ClaimNote, Notes
from workbench.reports.words import counted, when


def version(notes: Notes) -> str:
    return "External version" if notes.options.external else "Internal version, not for publication"


def figures(notes: Notes) -> Iterator[tuple[int, str]]:
    """The numbers on the cover, each with its word."""
    summary = notes.summary
    yield summary.claims, "claim" if summary.claims == 1 else "claims"
    yield summary.checked, "checked"
    yield summary.sources, "source" if summary.sources == 1 else "sources"
    if not notes.options.external:
        yield summary.open_queries, "open query" if summary.open_queries == 1 else "open queries"
    if summary.facts:
        yield summary.facts.left, "fact left" if summary.facts.left == 1 else "facts left"


def particulars(notes: Notes) -> Iterator[tuple[str, str]]:
    """What is known about article and check, without what is not known."""
    known, draft = notes.case.article.metadata, notes.case.draft
    rows = (
        ("Outlet", known.outlet),
        ("Author", known.author),
        ("Published", when(known.published)),
        ("Checked by", ", ".join(notes.checkers)),
        ("As of", when(notes.case.last_saved)),
        ("Draft", f"{draft.number}, imported {when(draft.imported)}"),
        ("Rating scale", notes.scale),
    )
    yield from ((label, value) for label, value in rows if value)


def scope(notes: Notes) -> Iterator[str]:
    """What these notes leave out."""
    if notes.is_selection:
        yield f"These notes are on {notes.summary.claims} of the case’s {counted(notes.claims_in_case, 'claim')}."
    if notes.options.external:
        yield "Confidential sources, contacts, internal notes, queries and earlier drafts are left out of this version."


def withheld(claim: ClaimNote) -> str:
    """Empty when nothing was left out."""
    if not claim.withheld:
        return ""
    pieces = counted(claim.withheld, "piece")
    return f"{pieces} of evidence from a confidential source left out of this version."


CUT = "These claims stand in an earlier draft only. Each is shown as it stood last."


def since(sign: SignOff, claim: ClaimNote) -> str:
    """What became of a sign-off that no longer stands, to be told behind it; empty while it stands."""
    if claim.cut:
        return "; the claim has been cut since"
    return "" if sign.stands else "; changed since, the sign-off no longer stands"


def stand(sign: SignOff, claim: ClaimNote) -> str:
    """The same in a table’s cell."""
    return "claim cut since" if claim.cut else "yes" if sign.stands else "changed since"


def grade(source: Source) -> str:
    return ("Primary source" if source.primary else "Secondary source") + (
        ", confidential" if source.confidential else ""
    )


def doi(source: Source) -> str:
    """The DOI, unless the address says it already."""
    return "" if source.doi.casefold() in source.url.casefold() else source.doi


def open_queries(notes: Notes) -> list[tuple[ClaimNote, Query]]:
    return [(claim, query) for claim in notes.claims for query in claim.queries if not query.answer]
