"""Any act of a fact-checker, chosen by numbers: what property tests and the kill harness do to a case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from tests.storage.bridge import JONAS, ROSA, TEXT
from workbench.domain.case import Case, QueryTo
from workbench.domain.changes import Changes
from workbench.domain.claim import Anchor, ClaimKind, Status
from workbench.domain.evidence import Source, Stance
from workbench.domain.imported import AuthorNote
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.domain.span import Span
from workbench.errors import UserFacingError
from workbench.storage.case_file import CaseFile
from workbench.workflow import asking, author_notes, checking, history, importing_sources, marking, noting, signing
from workbench.workflow.opening import read_case

Thing = TypeVar("Thing")
Do = Callable[[CaseFile, Case, int], Changes | None]


def one_of(things: Sequence[Thing], number: int) -> Thing:
    """Raises UserFacingError when there is none: the act is then left out, as it is in the window."""
    if not things:
        raise UserFacingError("There is nothing to do this to.")
    return things[number % len(things)]


def _claim(case: Case, number: int) -> str:
    return one_of(case.claims, number).id


def _span(number: int) -> Span:
    start = number % (len(TEXT) - 1)
    return Span(start, min(len(TEXT), start + 1 + number // 7 % 40))


def _fields(number: int) -> noting.NoteFields:
    return noting.NoteFields(
        f"Source {number % 5}",
        locator=f"p. {number}",
        excerpt="“Zwölf” 🌉",
        primary=number % 2 == 0,
        tags=("budget", "2023")[: number % 3],
    )


def _note(file: CaseFile, case: Case, number: int) -> Changes:
    copy = noting.SnapshotFile(f"{number % 3}.txt", f"copy {number % 3}".encode(), "text/plain") if number % 2 else None
    links = {_claim(case, number): one_of(list(Stance), number)} if case.claims else {}
    source = one_of(list(case.sources), number) if case.sources and number % 3 == 0 else ""
    return noting.add_note(file, _fields(number), links, copy, source)


def _author_notes(file: CaseFile, case: Case, number: int) -> Changes:
    note = AuthorNote(_span(number), f"See folder {number % 7}.", "Mara Bell")
    claims = (_claim(case, number),) if case.claims and number % 2 else ()
    return author_notes.take_notes(
        file, [author_notes.OfferedNote(note, note.span.of(TEXT), "Author's notes in bridge.txt", claims)]
    )


def _sign(file: CaseFile, case: Case, number: int) -> Changes:
    file.who = one_of((ROSA, JONAS), number)
    return signing.sign_off(file, _claim(case, number // 2))


def _scale(file: CaseFile, _: Case, number: int) -> Changes:
    outcomes = tuple(Outcome(name, name.upper(), Tone.OPEN) for name in ("ok", "change", "cut")[: number % 3 + 1])
    return checking.set_scale(file, RatingScale(f"scale {number % 3}", "House", False, outcomes))


ACTS: dict[str, Do] = {
    "edit": lambda file, case, n: checking.edit_claim(
        file, _claim(case, n), reasoning=f"as of {n}", claimant=f"{n % 3}"
    ),
    "status": lambda file, case, n: checking.set_status(file, _claim(case, n), one_of(list(Status), n // 3)),
    "outcome": lambda file, case, n: checking.set_outcome(
        file, _claim(case, n), case.scale.outcomes[0].id if n % 3 else ""
    ),
    "scale": _scale,
    "new claim": lambda file, _, n: marking.add_claim(file, _span(n), one_of(list(ClaimKind), n)),
    "delete claim": lambda file, case, n: marking.delete_claim(file, _claim(case, n)),
    "bounds": lambda file, case, n: marking.set_bounds(file, _claim(case, n), _span(n // 2)),
    "split": lambda file, case, n: marking.split_claim(
        file, _claim(case, n), one_of(case.claims, n).span.start + 1 + n % 9
    ),
    "merge": lambda file, case, n: marking.merge_claims(file, [_claim(case, n), _claim(case, n // 2 + 1)]),
    "repeat": lambda file, case, n: marking.repeat_claim(file, _claim(case, n), _span(n * 3)),
    "remove place": lambda file, case, n: marking.remove_place(
        file, (claim := one_of(case.claims, n)).id, one_of(claim.anchors, n // 3).span
    ),
    "dismiss fact": lambda file, case, n: marking.dismiss_fact(file, one_of(case.facts, n).id, f"reason {n % 2}"),
    "restore fact": lambda file, case, n: marking.restore_fact(file, one_of(case.facts, n).id),
    "dismiss warning": lambda file, case, n: marking.dismiss_warning(file, one_of(case.warnings, n).id),
    "restore warning": lambda file, case, n: marking.restore_warning(file, one_of(case.warnings, n).id),
    "note": _note,
    "edit note": lambda file, case, n: noting.edit_note(file, one_of(list(case.evidence), n), _fields(n)),
    "delete note": lambda file, case, n: noting.delete_note(file, one_of(list(case.evidence), n)),
    "import sources": lambda file, _, n: importing_sources.add_sources(
        file, [Source("", f"Imported {n % 7}", published="2023"), Source("", f"Imported {n % 11}", published="2023")]
    ),
    "author's notes": _author_notes,
    "quote": lambda file, case, n: noting.quote_place(
        file, one_of(list(case.evidence), n), Anchor.at(TEXT, _span(n // 3)), _claim(case, n // 2)
    ),
    "link": lambda file, case, n: noting.link(
        file, one_of(list(case.evidence), n), _claim(case, n // 2), one_of(list(Stance), n)
    ),
    "unlink": lambda file, case, n: noting.unlink(
        file, one_of(case.links, n).evidence_id, one_of(case.links, n).claim_id
    ),
    "ask": lambda file, case, n: asking.ask(file, _claim(case, n), one_of(list(QueryTo), n), f"Why {n}?"),
    "answer": lambda file, case, n: asking.answer(file, one_of(case.queries, n).id, f"Because {n}." if n % 3 else ""),
    "sign": _sign,
    "restore wording": lambda file, _, n: history.restore_wording(file, one_of(history.read_history(file), n).seq),
}


def do(file: CaseFile, name: str, number: int) -> Changes | None:
    """Do an act; None when the case has nothing to do it to, or it changed nothing."""
    case = read_case(file)
    try:
        changes = ACTS[name](file, case, number)
    except UserFacingError:
        return None
    return changes if read_case(file).digest != case.digest else None
