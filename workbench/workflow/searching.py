"""Search in the whole case, and suggestions from its own library of notes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from workbench.domain.article import Article
from workbench.domain.case import Case, Query
from workbench.domain.span import Span
from workbench.storage import claims, search
from workbench.storage.case_file import CaseFile
from workbench.storage.search import Hit, Where

_SHORTEST = 4
"""Letters: shorter words say little about what a note is on."""
_FEWEST_MARKED = 2
"""Names and numbers of a claim, below which many a copy has them all."""


def find_words(file: CaseFile, words: str, limit: int = 50) -> tuple[Hit, ...]:
    """Claims, notes, sources and kept copies that hold all of `words`, by their beginnings; at most `limit` a kind."""
    with file.reading() as connection:
        return search.search(connection, words, limit)


def queries_with(case: Case, words: str) -> tuple[Query, ...]:
    """Queries whose question and answer hold all of `words`, by their beginnings, whatever their case and accents."""
    wanted = _plain_words(words)
    return tuple(
        query for query in case.queries if wanted and _begin(_plain_words(f"{query.question} {query.answer}"), wanted)
    )


def places_in(article: Article, words: str, limit: int = 50) -> tuple[Span, ...]:
    """The words in each paragraph that holds all of `words`, by their beginnings; at most `limit` places.

    Where they follow each other they are all in it, else the first of them that stands there. A tag is none of them.
    """
    wanted = [_beginning(one) for one in re.findall(_WORD, words.translate(_LETTERS))]
    if not wanted or "#" in words:
        return ()
    text = _letter_by_letter(article.text)
    singly, together = [re.compile(one) for one in wanted], re.compile(r"[\W_]+".join(wanted))
    places: list[Span] = []
    for block in article.blocks:
        start, end = block.span.start, block.span.end
        found = [match for one in singly if (match := one.search(text, start, end))]
        if len(found) < len(singly):
            continue
        whole = together.search(text, start, end) or min(found, key=re.Match.start)
        places.append(Span(*whole.span()))
        if len(places) == limit:
            break
    return tuple(places)


_WORD = r"[^\W_]+"


def _beginning(word: str) -> str:
    """A pattern for the words that begin so; in scripts without capitals, which may not part words, for any place."""
    begins = "" if word[0].isalpha() and word[0].lower() == word[0].upper() else r"(?<![^\W_])"
    return rf"{begins}{re.escape(word)}[^\W_]*"


class _Letters(dict[int, str]):
    """Each letter without its accents and case, as one letter: what stands in a text stays where it stands."""

    def __missing__(self, letter: int) -> str:
        bare = [sign for sign in unicodedata.normalize("NFKD", chr(letter)) if not unicodedata.combining(sign)]
        plain = bare[0] if len(bare) == 1 else chr(letter)
        self[letter] = small = plain.casefold() if len(plain.casefold()) == 1 else plain
        return small


_LETTERS = _Letters()


@lru_cache(maxsize=2)
def _letter_by_letter(text: str) -> str:
    return text.translate(_LETTERS)


def _plain_words(text: str) -> list[str]:
    """The words as the full-text index folds them: what is neither letter nor digit parts them."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return re.findall(_WORD, plain.casefold())


def _begin(held: list[str], wanted: list[str]) -> bool:
    return all(any(word.startswith(one) for word in held) for one in wanted)


def suggest_evidence(file: CaseFile, claim_id: str, limit: int = 5) -> tuple[str, ...]:
    """Identifiers of notes not yet linked to the claim that share words with it, the nearest first.

    After those that share words themselves come the notes whose kept copy has all names and numbers of the claim.

    Raises CaseFileError when there is no such claim.
    """
    with file.reading() as connection:
        claim = claims.read_claim(connection, claim_id)
        words = re.findall(r"\w+", f"{claim.exact} {claim.restated} {claim.claimant}")
        telling = dict.fromkeys(word.casefold() for word in words if len(word) >= _SHORTEST or word.isdigit())
        hits = search.search(connection, " ".join(telling), 50, any_word=True)
        near = [hit.id for hit in hits if hit.where is Where.EVIDENCE]
        sources = [hit.id for hit in hits if hit.where is Where.SOURCE]
        marked = _marked(claim.exact)
        held = search.search(connection, " ".join(marked), 20) if len(marked) >= _FEWEST_MARKED else ()
        copies = [hit.id for hit in held if hit.where is Where.SNAPSHOT]
        return search.unlinked(connection, claim_id, near, sources, copies)[:limit]


def _marked(quote: str) -> list[str]:
    """Every name and number of the claim, each once.

    A capital at the beginning marks no name; the parts of “30,000” are two.
    """
    first, *words = re.findall(r"\w+", quote) or [""]
    telling = [*([first] if first[:1].isdigit() else []), *(word for word in words if not word[0].islower())]
    return list(dict.fromkeys(telling))
