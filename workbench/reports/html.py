"""Verification notes as one self-contained page: no script, nothing fetched from anywhere, readable, printable."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

import resources
from workbench.domain.doi import doi_address
from workbench.reports import phrases
from workbench.reports.citations import cite
from workbench.reports.cleaning import Cleaner
from workbench.reports.content import Notes
from workbench.reports.images import media_type
from workbench.reports.links import target
from workbench.reports.markdown import read_markdown
from workbench.reports.markdown_html import to_html
from workbench.reports.scripts import script_of
from workbench.reports.words import STANCE_ICONS, STANCES, TONE_ICONS, when


def write_html(notes: Notes, progress: Callable[[float], None] = lambda _share: None) -> bytes:
    """The page in UTF-8. Characters that HTML can't hold are shown as `[U+0007]`. `progress` gets 0..1."""
    cited = cite([numbered.source for numbered in notes.sources])
    progress(0.3)
    page = _template().render(notes=notes, cited=cited, logo=_logo(notes.options.house.logo))
    return page.encode("utf-8")


@cache
def _template() -> Template:
    cleaner = Cleaner(covers=lambda _code: True)

    def finalize(value: object) -> object:
        return cleaner.clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=FileSystemLoader(resources.path("notes")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=False,
        finalize=finalize,
    )
    environment.globals.update(
        css=Markup(resources.path("notes/notes.css").read_text(encoding="utf-8")),
        target=target,
        script=script_of,
        when=when,
        stances=STANCES,
        stance_icons=STANCE_ICONS,
        tone_icons=TONE_ICONS,
        version=phrases.version,
        figures=phrases.figures,
        particulars=phrases.particulars,
        scope=phrases.scope,
        withheld=phrases.withheld,
        cut_said=phrases.CUT,
        since=phrases.since,
        stand=phrases.stand,
        grade=phrases.grade,
        marked=lambda text: to_html(read_markdown(text), cleaner.clean),
        doi=phrases.doi,
        doi_address=doi_address,
        open_queries=phrases.open_queries,
    )
    return environment.get_template("notes.html.j2")


def _logo(image: bytes) -> str:
    return f"data:{media_type(image)};base64,{base64.b64encode(image).decode()}" if image else ""
