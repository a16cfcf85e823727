"""Late edits: a new draft taken into a case that is there."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from workbench.cli.saying import tell

if TYPE_CHECKING:
    from workbench.domain.case import Case
    from workbench.workflow.drafting import Followed

_FATES = ("kept", "changed", "cut", "back", "new")


def draft(words: argparse.Namespace) -> int:
    """Take an article in as the newest draft of a case, and say what became of its claims.

    Those whose words stand in it keep check and sign-off, those whose words changed need attention, those that are gone
    stay in the case. Claims are looked for in what is new. The case is backed up first: undo does not go back behind a
    draft.
    """
    from workbench.cli import articles, choices
    from workbench.extraction import pipeline
    from workbench.workflow import backing_up, drafting, opening

    chosen = choices.chosen()
    imported = articles.read(words.article, chosen)
    with choices.open_to_write(words.case, chosen) as file:
        before = opening.read_case(file)
        drafting.require_new(before, imported)
        followed = drafting.follow(before, imported)
        findings = pipeline.find(imported.article)  # before the draft is there: stopped meanwhile, nothing has changed
        backup = backing_up.back_up(words.case, chosen.backup_folder)
        drafting.take_in(file, imported)
        opening.add_findings(file, findings)
        after = opening.read_case(file)
    became = _became(before, followed, after)
    if words.json:
        about = {"case": str(words.case), "draft": after.draft.number, "backup": str(backup or "")}
        print(json.dumps({**about, **became}, ensure_ascii=False))
        return 0
    told = ", ".join(f"{len(numbers)} {fate}" for fate, numbers in became.items() if numbers)
    tell(f"{words.case}: draft {after.draft.number}, claims: {told or 'none'}")
    if news := "; ".join(f"{fate}: {_listed(became[fate])}" for fate in _FATES[1:] if became[fate]):
        tell(news)
    return 0


def _became(before: Case, followed: Iterable[Followed], after: Case) -> dict[str, list[int]]:
    """Numbers of the claims by what became of them, each in ascending order; “back” are those cut once before."""
    from workbench.workflow.reanchoring import Fate

    names = {Fate.SAME: "kept", Fate.CHANGED: "changed", Fate.GONE: "cut"}
    became: dict[str, list[int]] = {name: [] for name in _FATES}
    for one in followed:
        became[names[one.fate]].append(one.claim.number)
    known = {claim.id for claim in before.claims}
    lost = {claim.id for claim in before.cut}
    for claim in after.claims:
        if claim.id not in known:
            became["back" if claim.id in lost else "new"].append(claim.number)
    return {name: sorted(numbers) for name, numbers in became.items()}


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers))
