"""Dates and names against GUM's annotation: `python -m benchmarks.dates`. Nothing here was trained on it.

A date is found when a reading overlaps it, and right when the range of days is the annotated one exactly. GUM leaves
out bare "today", "an hour later" and the like, which count as superfluous here; it has a century begin in the year 00
and gives "from 2004 to 2009" as two dates, which count as wrong. Names: the outermost names of persons, organisations
and places that some name or place among the facts overlaps.
"""

from __future__ import annotations

import calendar
import re
import time
from collections import Counter
from datetime import date
from typing import Any

from benchmarks.extraction.data import GumDocument, gum
from workbench.domain.findings import FactKind
from workbench.domain.span import Span
from workbench.extraction.consistency import find_warnings
from workbench.extraction.dates import read_dates
from workbench.extraction.facts import find_facts
from workbench.extraction.models import model
from workbench.extraction.reading import Reading, read

NAMED = ("person", "organization", "place")


def main() -> None:
    for genre in ("news", "interview", "academic", "speech"):
        tally = Counter[str]()
        for document in gum(genre):
            reading = read(document.article)
            _dates(document, reading, tally)
            _names(document, reading, tally)
        print(
            f"{genre}: of {tally['annotated']} dates {_share(tally['found'], tally['annotated'])} found, "
            f"{_share(tally['exact'], tally['found'])} of these with exact bounds, "
            f"{_share(tally['right'], tally['valued'])} with exact days; "
            f"{_share(tally['fitting'], tally['read'])} of {tally['read']} read are annotated; "
            f"of {tally['names']} names {_share(tally['names found'], tally['names'])} found"
        )
    _cost()


def _dates(document: GumDocument, reading: Reading, tally: Counter[str]) -> None:
    found = read_dates(reading)
    annotated = [(Span(one["start"], one["end"]), one) for one in document.raw["dates"]]
    tally["read"] += len(found)
    tally["fitting"] += sum(any(one.span.overlaps(span) for span, _ in annotated) for one in found)
    for span, one in annotated:
        tally["annotated"] += 1
        best = max(found, key=lambda reading_: reading_.span.overlap(span), default=None)
        if best is None or not best.span.overlaps(span):
            continue
        tally["found"] += 1
        tally["exact"] += best.span == span
        if (days := _days(one)) is not None:
            tally["valued"] += 1
            tally["right"] += (best.earliest, best.latest) == days


def _days(one: dict[str, Any]) -> tuple[str, str] | None:
    """The annotated days, None for times of day and open ranges."""
    first = one.get("when") or one.get("from") or one.get("notBefore")
    last = one.get("when") or one.get("to") or one.get("notAfter")
    if not (first and last) or one["tag"] == "time" or not all(re.match(r"\d{4}", end) for end in (first, last)):
        return None
    return _bound(first, last=False), _bound(last, last=True)


def _bound(iso: str, *, last: bool) -> str:
    year, month, day = ([int(part) for part in iso[:10].split("-")] + [0, 0])[:3]
    month = month or (12 if last else 1)
    return date(year, month, day or (calendar.monthrange(year, month)[1] if last else 1)).isoformat()


def _names(document: GumDocument, reading: Reading, tally: Counter[str]) -> None:
    facts = [fact.span for fact in find_facts(reading) if fact.kind in (FactKind.NAME, FactKind.PLACE)]
    mentions = [one for one in document.raw["mentions"] if one["kind"] == "name" and one["type"] in NAMED]
    spans = {Span(one["start"], one["end"]) for one in mentions}
    outermost = [span for span in spans if not any(other != span and other.contains(span) for other in spans)]
    tally["names"] += len(outermost)
    tally["names found"] += sum(any(fact.overlaps(span) for fact in facts) for span in outermost)


def _cost() -> None:
    """Facts, dates and warnings beside bare spaCy on the same blocks, in seconds of processor time."""
    nlp = model("en")
    if nlp is None:
        return
    articles = [document.article for document in gum("news", "interview")]
    readings = [read(article) for article in articles]
    find_facts(readings[0]), read_dates(readings[0]), find_warnings(readings[0], ())
    began = time.process_time()
    for _ in nlp.pipe(block.span.of(article.text) for article in articles for block in article.blocks):
        pass
    bare = time.process_time() - began
    began = time.process_time()
    for reading in readings[1:]:
        find_facts(reading), read_dates(reading), find_warnings(reading, ())
    ours = time.process_time() - began
    print(f"cost: facts, dates and warnings {ours:.2f} s, bare spaCy {bare:.2f} s: {_share(ours, bare)}")


def _share(part: float, whole: float) -> str:
    return f"{100 * part / whole:.1f}%" if whole else "none"


if __name__ == "__main__":
    main()
