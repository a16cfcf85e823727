"""Digital Object Identifiers: kept bare, shown and looked up at the resolver's address (DOI Handbook, 2.2 and 3.8)."""

from __future__ import annotations

import re

_RESOLVER = re.compile(r"(https?://(dx\.|www\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_DOI = re.compile(r"10\.\d+(\.\d+)*/\S+")


def bare_doi(given: str) -> str:
    """“10.1000/182” out of “https://doi.org/10.1000/182” or “doi:10.1000/182”; anything else in one line."""
    words = given.strip()
    known = _RESOLVER.match(words)
    return " ".join((words[known.end() :] if known else words).split())


def is_doi(given: str) -> bool:
    """Whether it is one, bare."""
    return _DOI.fullmatch(given) is not None


def doi_address(doi: str) -> str:
    """Where it is looked up; empty for what is no DOI."""
    return f"https://doi.org/{doi}" if is_doi(doi) else ""
