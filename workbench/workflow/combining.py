"""Two people's work on one article put together: what a colleague did in another copy of the case is done in this one.

A claim that nobody has seen in the words it has afterwards is not checked: it becomes “changed, needs attention”. Where
both signed the same content, it is second-checked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from workbench.domain.case import Case, Query, SignOff
from workbench.domain.changes import Area, Changes
from workbench.domain.claim import Claim, Status
from workbench.domain.evidence import Link
from workbench.errors import CaseFileError
from workbench.storage import claims, journal
from workbench.storage.case_file import CaseFile
from workbench.storage.combining import Combination
from workbench.storage.history import Difference
from workbench.storage.journal import Does, Entry, Step
from workbench.storage.left_out import LeftOut
from workbench.storage.parting import COMBINED, parted
from workbench.storage.rows import Act
from workbench.storage.trouble import damaged
from workbench.storage.verify import is_sound
from workbench.workflow.reading import read_case
from workbench.workflow.signature import content_hash

Thing = TypeVar("Thing", Link, Query, SignOff)


@dataclass(frozen=True, slots=True)
class Differing:
    """Something that both changed: what stands here stays, the other words are in the history."""

    claim: int
    """Its number; 0 for what belongs to no one claim."""
    difference: Difference
    """`before` is what stands there, `after` what stands here."""


@dataclass(frozen=True, slots=True)
class Combined:
    """What a combination comes to."""

    who: tuple[str, ...]
    """Who acted in the other copy, by their first act."""
    acts: int
    claims: tuple[int, ...]
    """Numbers, in order, of the claims that are not as they were here."""
    new: tuple[int, ...]
    """Those among them that were made there."""
    attention: tuple[int, ...]
    """Those that nobody has seen as they are now."""
    differing: tuple[Differing, ...]
    left_out: tuple[LeftOut, ...]


class _LookedAtError(Exception):
    """Ends the transaction without effect."""

    def __init__(self, combined: Combined) -> None:
        super().__init__()
        self.combined = combined


def look(file: CaseFile, other: Path) -> Combined:
    """What `combine` would come to; nothing is changed. Raises as it does."""
    try:
        with file.acting():
            raise _LookedAtError(_combine(file, other))
    except _LookedAtError as end:
        return end.combined


def combine(file: CaseFile, other: Path) -> tuple[Changes, Combined]:
    """Do what was done in `other`, a copy of this case or a case of the same article, in this one too.

    Each act is written under the name of who did it and with the time it was done; undo goes back to the combination
    and no further. `other` is only read. Raises CaseFileError when it is of another article, has another draft, or
    holds nothing that is not here already, DamagedCaseError when it is not sound.
    """
    with file.acting():
        combined = _combine(file, other)
    return Changes(COMBINED, frozenset(Area)), combined


def _combine(file: CaseFile, other: Path) -> Combined:
    with CaseFile.open(other, "", read_only=True) as copy, copy.reading() as there, file.reading() as here:
        if not is_sound(there):
            raise damaged(other)
        apart = parted(here, there, other.name)
        ours, theirs = read_case(file), read_case(copy)
        _require_news(ours, theirs, apart.there, other.name)
        combination = Combination(here, there, apart)
        combination.take_all()
        act = Act(here, COMBINED, journal.last(there).hash, file.who)
        differing = combination.keep_ours(act)
        both = read_case(file)
        attention = _settle(act, both, (_seen(ours, {}), _seen(theirs, apart.same)))
        journal.append(act, Step(Does.ACT))
    numbers = {claim.id: claim.number for claim in (*both.claims, *both.cut)}
    before, after = _about(ours), _about(both)
    return Combined(
        tuple(dict.fromkeys(entry.who for entry in apart.there if entry.does != Does.FIXED and entry.who)),
        combination.acts,
        tuple(sorted(numbers[claim] for claim in after if before.get(claim) != after[claim])),
        tuple(sorted(numbers[claim] for claim in after.keys() - before.keys())),
        attention,
        tuple(Differing(numbers.get(claim, 0), difference) for claim, difference in differing),
        combination.left_out,
    )


def _require_news(ours: Case, theirs: Case, there: Iterable[Entry], name: str) -> None:
    if ours.scale.id != theirs.scale.id:
        raise CaseFileError(
            "“{name}” has another rating scale, “{scale}”. Choose the same one in both cases first.",
            name=name,
            scale=theirs.scale.label,
        )
    if all(entry.does == Does.FIXED for entry in there):
        raise CaseFileError("“{name}” holds nothing that this case doesn't have already.", name=name)


_Seen = Mapping[str, tuple[Status, str]]
"""By claim its status and content, as they stood in one of the copies."""


def _seen(case: Case, same: Mapping[str, str]) -> _Seen:
    contents = _contents(case)
    return {same.get(claim.id, claim.id): (claim.status, contents[claim.id]) for claim in case.claims}


def _contents(case: Case) -> dict[str, str]:
    links = _by_claim(case.links)
    return {
        claim.id: content_hash(claim, links[claim.id], case.evidence, case.sources, case.scale.id)
        for claim in case.claims
    }


def _settle(act: Act, both: Case, seen: Sequence[_Seen]) -> tuple[int, ...]:
    """Give the claims that were done in a copy the status that follows; the numbers of those that need attention."""
    contents, signs = _contents(both), _by_claim(sign for sign in both.sign_offs if sign.stands)
    attention: list[int] = []
    for claim in both.claims:
        if not claim.status.is_done:
            continue
        if not any(_approves(one, claim, contents[claim.id]) for one in seen):
            claims.change_claim(act, claim.id, status=Status.CHANGED.value)
            attention.append(claim.number)
        elif len({sign.who for sign in signs[claim.id]}) > 1:
            claims.change_claim(act, claim.id, status=Status.SECOND_CHECKED.value)
    return tuple(sorted(attention))


def _approves(seen: _Seen, claim: Claim, content: str) -> bool:
    """Whether the claim was done in this copy with just this content."""
    status, was = seen.get(claim.id, (Status.TO_CHECK, ""))
    return was == content and (status is claim.status or (status.is_done and claim.status is Status.CHECKED))


def _about(case: Case) -> dict[str, tuple[object, ...]]:
    """Everything that the case says of each claim."""
    links, queries, signs = _by_claim(case.links), _by_claim(case.queries), _by_claim(case.sign_offs)
    return {
        claim.id: (
            claim,
            {(link, note := case.evidence[link.evidence_id], case.sources[note.source_id]) for link in links[claim.id]},
            queries[claim.id],
            signs[claim.id],
        )
        for claim in case.claims
    }


def _by_claim(things: Iterable[Thing]) -> Mapping[str, Sequence[Thing]]:
    found: dict[str, list[Thing]] = defaultdict(list)
    for thing in things:
        found[thing.claim_id].append(thing)
    return found
