"""Sources as lines of a list, set in a CSL style by the page setter's own citation processor.

A processor for scholars takes liberties (it curls quotation marks, reads `$` as mathematics, parts names); here every
word stands as the checker wrote it, so a line in which one is missing is set plainly instead.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import typst

import resources
from workbench import temporary
from workbench.domain.evidence import Source
from workbench.reports.cleaning import Cleaner
from workbench.reports.words import is_date, when

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_GENRES = {
    "interview": "Interview",
    "speech": "Speech",
    "broadcast": "Broadcast",
    "dataset": "Data set",
    "personal_communication": "Personal communication",
    "motion_picture": "Video",
    "map": "Map",
    "post": "Post",
}
"""What kind of thing a source is, where its title doesn't say; by CSL-JSON type."""
_TEMPLATE = """#set text(lang: "en", region: "GB")
#bibliography(read("sources.yaml", encoding: none), style: read("style.csl", encoding: none), full: true, title: none)
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a citation in one style."""

    text: str
    italic: bool = False


def cite(sources: Sequence[Source]) -> list[tuple[Run, ...]]:
    """A line for each source, in their order."""
    if not sources:
        return []
    clean = Cleaner(covers=lambda _code: True).clean
    entries = {f"s{number:06}": _entry(source, clean) for number, source in enumerate(sources)}
    lines = _set(entries)
    if len(lines) != len(sources):
        return [_plainly(source) for source in sources]
    return [
        line if _says_all(line, source, clean) else _plainly(source)
        for line, source in zip(lines, sources, strict=True)
    ]


def warm_up() -> None:
    """Let the processor read its languages, which takes as long as many citations; typst keeps them."""
    _set({"s0": {"type": "misc", "title": "A title"}})


Clean = Callable[[str], str]


def _entry(source: Source, clean: Clean) -> dict[str, Any]:
    """In Hayagriva's form, of which JSON is a part; its marks for mathematics and escapes are escaped."""

    def escaped(text: str) -> str:
        return re.sub(r"([\\$])", r"\\\1", clean(text))

    entry: dict[str, Any] = {"type": "misc", "title": escaped(source.title)}
    if source.authors.strip():
        entry["author"] = [_name(clean(name)) for name in source.authors.split(";") if name.strip()]
    if source.publisher:
        entry["publisher"] = escaped(source.publisher)
    if source.kind in _GENRES:
        entry["genre"] = _GENRES[source.kind]
    if is_date(source.published):
        entry["date"] = source.published
    return entry


def _name(name: str) -> dict[str, str]:
    """“Family, Given” as such; a name without a comma stays in one piece."""
    family, _, given = (part.strip() for part in name.partition(","))
    return {"name": family, "given-name": given} if given else {"name": family}


def _set(entries: dict[str, Any]) -> list[tuple[Run, ...]]:
    """The processor's lines; none when it refuses an entry."""
    files = {
        "main.typ": _TEMPLATE.encode(),
        "sources.yaml": json.dumps(entries, ensure_ascii=False).encode(),
        "style.csl": resources.path("notes/verification-notes.csl").read_bytes(),
    }
    with temporary.folder() as empty:
        compiler = typst.Compiler(
            cast(Any, files),
            root=str(empty),
            ignore_system_fonts=True,
            package_path=str(empty),
            package_cache_path=str(empty),
        )
        try:
            page = compiler.compile(format="html")
        except typst.TypstError:
            return []
    assert isinstance(page, bytes)
    from lxml import html  # takes a while to load, meanwhile typst is at work

    return [_runs(item) for item in html.document_fromstring(page.decode()).iter("li")]


def _runs(item: HtmlElement) -> tuple[Run, ...]:
    runs = [Run(item.text or "")]
    for child in item:
        runs.append(Run(child.text_content(), italic=child.tag == "em"))
        runs.append(Run(child.tail or ""))
    return tuple(run for run in runs if run.text)


def _says_all(line: tuple[Run, ...], source: Source, clean: Clean) -> bool:
    """Whether every word of the source's fields is there, and nothing of its names was parted."""
    said = "".join(run.text for run in line)
    wanted = [source.title, source.publisher, *re.split(r"[;,]", source.authors)]
    dated = not source.published or is_date(source.published)
    return dated and all(clean(words).strip() in said for words in wanted)


def _plainly(source: Source) -> tuple[Run, ...]:
    """Authors, title, publisher and date in the same order, as they were typed."""
    before = f"{source.authors}. " if source.authors else ""
    genre = f" [{_GENRES[source.kind]}]" if source.kind in _GENRES else ""
    after = ", ".join(filter(None, (source.publisher, when(source.published))))
    runs = (Run(before), Run(source.title, italic=True), Run(f"{genre}. {after}." if after else f"{genre}."))
    return tuple(run for run in runs if run.text)
