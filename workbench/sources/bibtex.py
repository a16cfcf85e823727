"""BibTeX and BibLaTeX, parsed by bibtexparser; LaTeX's accents and marks read by pylatexenc."""

from __future__ import annotations

import re

from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import names
from bibtexparser.model import Block, DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry
from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped]

from workbench.domain.evidence import Source
from workbench.errors import Sentence
from workbench.sources.entries import Bibliography, EntryError, iso_date, make_source, plain

_KINDS = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "manual": "report",
    "mastersthesis": "thesis",
    "misc": "document",
    "online": "webpage",
    "patent": "patent",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""CSL-JSON's types for BibTeX's and BibLaTeX's."""
_PUBLISHERS = ("journal", "journaltitle", "booktitle", "publisher", "institution", "organization", "school")
_LATEX = LatexNodes2Text(math_mode="verbatim")


def read_bibtex(text: str) -> Bibliography:
    """Every entry that can be read; the others each named by the line they begin at, counted from 1."""
    sources: list[Source] = []
    problems: list[Sentence] = []
    for block in parse_string(text).blocks:
        # A key given twice is no harm here: nothing is cited by it.
        known = (
            block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) else block
        )
        try:
            if isinstance(known, Entry):
                sources.append(_source(known))
            elif _is_broken(known, block):
                raise EntryError(
                    Sentence(
                        "The entry at line {line} is broken, perhaps by a brace or comma, and left out.",
                        line=_line(block),
                    )
                )
        except EntryError as problem:
            problems.append(problem.sentence)
    return Bibliography(tuple(sources), tuple(problems))


def _is_broken(known: Block | None, block: Block) -> bool:
    return known is None or hasattr(block, "error")


def _line(block: Block) -> int:
    return (block.start_line or 0) + 1


def _source(entry: Entry) -> Source:
    fields = {name.lower(): str(field.value) for name, field in entry.fields_dict.items()}
    title = ": ".join(part for part in (fields.get("title", ""), fields.get("subtitle", "")) if part)
    given = fields.get("author") or fields.get("editor") or ""
    how = fields.get("howpublished", "")
    url = fields.get("url") or (how if "://" in how else "")
    publisher = next((fields[name] for name in _PUBLISHERS if fields.get(name)), "" if "://" in how else how)
    return make_source(
        Sentence("The entry “{key}” at line {line}", key=plain(entry.key), line=_line(entry)),
        title=unlatex(title),
        kind=_KINDS.get(entry.entry_type.lower(), "document"),
        authors=map(_name, names.split_multiple_persons_names(" ".join(given.split()))),
        publisher=unlatex(publisher),
        published=iso_date(unlatex(fields.get("date") or fields.get("year", "")), unlatex(fields.get("month", ""))),
        url=_address(url),
        doi=_address(fields.get("doi", "")),
        accessed=iso_date(fields.get("urldate", "")),
    )


def _name(name: str) -> str:
    """“Family, Given”; a name in braces stays in one piece."""
    if name.startswith("{") and name.endswith("}"):
        return unlatex(name).replace(",", "")
    parts = names.parse_single_name_into_parts(name, strict=False)
    family = " ".join([*parts.von, *parts.last, *parts.jr])
    return unlatex(f"{family}, {' '.join(parts.first)}" if parts.first else family)


def _address(url: str) -> str:
    r"""Without LaTeX's escapes, and out of \url{…}; its other marks mean themselves."""
    inner = re.sub(r"\\url\s*\{([^}]*)\}", r"\1", url)
    return re.sub(r"\\([_%&#~])(\{\})?", r"\1", inner).strip("{} ")


def unlatex(words: str) -> str:
    """The words as they are read: accents made, braces gone. What can't be read as LaTeX stays as it is."""
    if not re.search(r"[\\$~`']|--", words):
        return plain(words.replace("{", "").replace("}", ""))
    try:
        return plain(str(_LATEX.latex_to_text(words)))
    except RecursionError:  # nested deeper than anybody writes
        return plain(words)
