"""Warnings that need no judgement: what is wrong with the text whatever the truth of what it says.

How to add one:
1. Write a module here with `find(reading, attributions) -> Iterator[TextWarning]`. Each warning points at its place, in
   code points of the article, and says why in one plain sentence for a journalist: a `Sentence` with its template
   written out, which `python -m tools.sentences` takes to the translators. A module makes one kind of warning: by it
   the window knows its templates. Cost must grow in proportion to the text.
2. Give it a `WarningKind` in `workbench.domain.findings` if none fits, and its words in the window.
3. Put the function into `FAMILIES` below, at the place its warnings shall have among others at the same spot.
4. Put its word lists, if any, into `resources/lexicons/<language>/warnings.toml`.
5. Test it on a text that has the fault and on the clean articles in `tests/extraction/articles.py`; then run
   `python -m benchmarks.warnings`, which counts false alarms on published articles. Few of them matter more than many
   catches.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from workbench.domain.findings import Attribution, TextWarning
from workbench.errors import Sentence
from workbench.extraction.consistency import (
    changes,
    damage,
    headline_quotation,
    language,
    machine_translation,
    marks,
    percentages,
    repeated_quotation,
    run_together,
    spelling,
    totals,
    weekdays,
)
from workbench.extraction.reading import Reading

Family = Callable[[Reading, tuple[Attribution, ...]], Iterator[TextWarning]]

FAMILIES: tuple[Family, ...] = (
    language.find,
    headline_quotation.find,
    repeated_quotation.find,
    marks.find,
    damage.find,
    run_together.find,
    spelling.find,
    weekdays.find,
    totals.find,
    percentages.find,
    changes.find,
    machine_translation.find,
)


MOST = 25
"""Warnings of one family; the last of them says how many more there are."""


def find_warnings(reading: Reading, attributions: tuple[Attribution, ...]) -> tuple[TextWarning, ...]:
    """All warnings about the article in order of place; those at one place in the order of `FAMILIES`."""
    found = [warning for family in FAMILIES for warning in _bounded(family(reading, attributions))]
    return tuple(sorted(found, key=lambda warning: warning.span.start))


def _bounded(warnings: Iterator[TextWarning]) -> list[TextWarning]:
    """The first of them in order of place, none twice, so that a wholly damaged text stays readable."""
    found = sorted(dict.fromkeys(warning for warning in warnings if warning.span), key=lambda warning: warning.span)
    if len(found) <= MOST:
        return found
    more = len(found) - MOST
    last = found[MOST - 1]
    said = (
        Sentence("{warning} (And {more} more places like this.)", warning=last.message, more=more)
        if more > 1
        else Sentence("{warning} (And 1 more place like this.)", warning=last.message)
    )
    return [*found[: MOST - 1], replace(last, message=said)]
