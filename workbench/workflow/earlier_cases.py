"""Whether an article is a later draft of one that has a case: looked for where its case would be found by a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from workbench.domain.imported import ImportedArticle
from workbench.settings import Settings, recent_cases
from workbench.storage import glance
from workbench.workflow.starting import case_path

_MOST = 8
"""Cases of the same name that are looked into."""
_LENGTH = 20_000
"""Code points of a text that are compared."""
_RUN = 8
"""Code points that hardly ever stand in two texts by chance."""
_ALIKE = 0.3
"""Share of the shorter text's runs that another draft still has."""


class EarlierCase(NamedTuple):
    path: Path
    is_same_text: bool
    """Whether the article is the draft that the case has already."""


def earlier_case(imported: ImportedArticle, chosen: Settings) -> EarlierCase | None:
    """The case opened last in which these words, or others under the same headline, are the newest draft.

    None when there is none, or there is one of these very bytes. Its file is only glanced at, so that one which is
    damaged, in use or of another program is passed over.
    """
    article = imported.article
    if case_path(imported, chosen).exists():
        return None
    for path in _named_alike(imported, chosen):
        seen = glance.read(path)
        if seen is None or seen[0].title != article.title:
            continue
        if seen[0].text == article.text or _is_alike(seen[0].text, article.text):
            return EarlierCase(path, seen[0].text == article.text)
    return None


def _named_alike(imported: ImportedArticle, chosen: Settings) -> Iterator[Path]:
    """Cases that may have the same headline, those opened last first."""
    title = imported.article.title
    lately = [one.path for one in recent_cases() if one.title == title]
    own = case_path(imported, chosen)
    words = own.stem[: -len("-01234567")]
    found = [path for path in own.parent.glob("*.factcase") if path.stem[: -len("-01234567")] == words]
    yield from list(dict.fromkeys([*lately, *sorted(found)]))[:_MOST]


def _is_alike(one: str, other: str) -> bool:
    """Whether a good part of the shorter text stands in the other; recurring headlines stand over other words."""
    first, second = _runs(one), _runs(other)
    return len(first & second) >= _ALIKE * min(len(first), len(second)) > 0


def _runs(text: str) -> set[str]:
    words = "".join(text[:_LENGTH].split())
    return {words[at : at + _RUN] for at in range(len(words) - _RUN + 1)}
