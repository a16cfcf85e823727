"""Words on their way to the page template: cleaned, breakable, with direction and language, links checked."""

from __future__ import annotations

from typing import Any

from workbench.domain.doi import doi_address
from workbench.reports.cleaning import Cleaner, breakable
from workbench.reports.links import target
from workbench.reports.scripts import script_of
from workbench.reports.words import when, whole_dates

Json = dict[str, Any]

UNBROKEN = 1_200
"""`bulk` up to which a piece is kept on one page: half a page at most, in whatever script."""
_A_LINE = 30


class Sayer:
    """All text that came from a person goes to the page through here. `language` is the notes' own."""

    def __init__(self, cleaner: Cleaner, language: str) -> None:
        self.clean = cleaner.clean
        self.language = language

    def plain(self, text: str, every: int = 30) -> str:
        """On a line with other words."""
        return breakable(self.clean(text), every)

    def say(self, text: str, every: int = 30) -> str | Json:
        """A stretch of text, with direction and language where they are not the notes' own."""
        script = script_of(text)
        shown = breakable(self.clean(text), every)
        if not script.right_to_left and not script.language:
            return shown
        return {"t": shown, "rtl": script.right_to_left, "lang": script.language or self.language}

    def paragraphs(self, text: str) -> list[str | Json]:
        return [self.say(line.strip()) for line in text.splitlines() if line.strip()]

    def when(self, iso: str) -> str:
        return self.plain(whole_dates(when(iso)))

    def link(self, address: str) -> Json | None:
        """An address as it is printed and, for web addresses, where it leads."""
        return {"text": self.plain(address), "to": target(address)} if address else None

    def doi_link(self, doi: str) -> Json | None:
        """A DOI, leading to where it is looked up."""
        return {"text": self.plain(doi), "to": target(doi_address(doi))} if doi else None

    def short_link(self, address: str, name: str) -> Json | None:
        """A web address under a short name, for where the whole stands elsewhere; any other address as it is."""
        return {"text": self.plain(name), "to": target(address)} if target(address) else self.link(address)


def bulk(said: object) -> int:
    """How much room the words in a piece of the template's data take, in code points; a paragraph counts as a line."""
    if isinstance(said, str):
        return len(said) + _A_LINE if said else 0
    if isinstance(said, dict):
        if "runs" in said:  # one paragraph, however many styles it has
            return _A_LINE + sum(len(run["t"]) for run in said["runs"])
        return sum(bulk(part) for key, part in said.items() if key not in ("to", "lang"))
    return sum(bulk(part) for part in said) if isinstance(said, list) else 0


def shortened(text: str, most: int) -> str:
    """At a word's end, at most `most` code points, on one line."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    cut = line[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut).rstrip(",;:–— ") + "…"
