"""`fact-check combine`: a colleague's work in another copy of a case, taken into this one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from workbench.cli.saying import complain, tell

if TYPE_CHECKING:
    from workbench.domain.rating import RatingScale
    from workbench.workflow.combining import Combined, Differing


def combine(words: argparse.Namespace) -> int:
    """Take in what was done in another copy of the case, or in another case of the same article.

    Each act keeps the name of who did it. Where both changed the same, what stands in CASE stays, and each such place
    is told. A backup of CASE is made first; COPY is only read.
    """
    from workbench.cli import choices
    from workbench.workflow import backing_up, opening
    from workbench.workflow.combining import combine as combine_cases

    chosen = choices.chosen()
    with choices.open_to_write(words.case, chosen) as file:
        backing_up.back_up(words.case, chosen.backup_folder)
        _, combined = combine_cases(file, words.copy)
        scale = opening.read_case(file).scale
    for sentence in _warnings(combined, scale):
        complain(sentence)
    acts = f"{combined.acts} act{'s' if combined.acts != 1 else ''}"
    who = " and ".join(combined.who) or "somebody without a name"
    tell(f"{words.case}: {acts} of {who} taken in; claims changed: {_listed(combined.claims)}")
    return 0


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers)) or "none"


def _warnings(combined: Combined, scale: RatingScale) -> Iterator[str]:
    for one in combined.differing:
        yield _differing(one, scale)
    for left in combined.left_out:
        what = f"claim {left.claim}" if left.claim else f"the note “{left.title}”"
        if left.deleted_here:
            yield f"{what} was deleted here: what the copy does with it was left out"
        else:
            yield f"{what} was deleted in the copy and worked on here: it stays"
    if combined.attention:
        yield f"nobody has seen these claims as they are now, so they need attention: {_listed(combined.attention)}"


def _differing(one: Differing, scale: RatingScale) -> str:
    thing = "" if one.difference.thing == "claim" else f"{one.difference.thing}, "
    of = f"claim {one.claim}, " if one.claim else ""
    here, there = (_said(one.difference.field, said, scale) for said in (one.difference.after, one.difference.before))
    return f"{of}{thing}{one.difference.field}: {here} stays; the copy has {there}"


def _said(field: str, said: str, scale: RatingScale) -> str:
    outcome = scale.outcome(said) if field == "outcome" else None
    return f"“{outcome.label if outcome else said}”" if said else "nothing"
