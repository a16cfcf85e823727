"""What a test of warnings needs: the warnings of a text, with what each points at."""

from __future__ import annotations

from tests.extraction.articles import article
from workbench.domain.findings import Attribution, TextWarning, WarningKind
from workbench.extraction.attribution import find_utterances
from workbench.extraction.consistency import find_warnings
from workbench.extraction.reading import Reading, read


def reading_of(text: str, *, published: str = "", language: str = "en") -> tuple[Reading, tuple[Attribution, ...]]:
    reading = read(article(text, published=published, language=language))
    return reading, tuple(utterance.attribution() for utterance in find_utterances(reading))


def warnings_about(text: str, *, published: str = "", language: str = "en") -> tuple[TextWarning, ...]:
    return find_warnings(*reading_of(text, published=published, language=language))


def pointed_at(text: str, kind: WarningKind, *, published: str = "", language: str = "en") -> list[str]:
    """The words that warnings of one kind point at."""
    reading, attributions = reading_of(text, published=published, language=language)
    found = find_warnings(reading, attributions)
    return [warning.span.of(reading.article.text) for warning in found if warning.kind is kind]
