"""What the families share: comparing words, quoting text in a message, who said a stretch."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.domain.article import BlockKind
from workbench.domain.findings import Attribution
from workbench.domain.span import Span
from workbench.extraction.reading import BlockReading, Reading

SUMMARY = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SUBHEAD, BlockKind.KICKER})
"""Blocks that say again, shorter, what the body says."""
SHOWN = 120
"""Code points of the article quoted in a message, at most."""

_WORD = re.compile(r"\w+(?:[’'ʼ]\w+)*")
_CONTRACTIONS = (
    ("won't", "will not"),
    ("can't", "can not"),
    ("cannot", "can not"),
    ("n't", " not"),
    ("'ll", " will"),
    ("'re", " are"),
    ("'ve", " have"),
    ("'m", " am"),
)


def bearing(reading: Reading) -> Iterator[BlockReading]:
    """The parts of the article that assert something."""
    return (part for part in reading.parts if part.block.kind.bears_claims)


def bearing_sentences(reading: Reading) -> Iterator[tuple[BlockReading, Span]]:
    """Their sentences, each with its part."""
    return ((part, sentence) for part in bearing(reading) for sentence in part.sentences)


def same_words(text: str) -> list[str]:
    """The words as they count for "the same words": without case, punctuation, contractions ("won't": "will not")."""
    found: list[str] = []
    for word in _WORD.findall(text.casefold()):
        plain = word.replace("’", "'").replace("ʼ", "'")
        for short, long in _CONTRACTIONS:
            plain = plain.replace(short, long)
        found.extend(plain.split())
    return found


def shown(text: str) -> str:
    """A stretch as a message quotes it: in one line, cut between words, quotation marks inside made single."""
    line = " ".join(text.split())
    if line[:1] in '“„«"' and line[-1:] in '”“»"':
        line = line[1:-1].strip()
    if "”" not in line:
        line = line.lstrip("“")
    if "“" not in line:
        line = line.rstrip("”")
    line = line.rstrip(",;:")
    if len(line) > SHOWN:
        line = line[:SHOWN].rsplit(" ", 1)[0].rstrip(",;:–-") + " …"
    return line.replace("“", "‘").replace("”", "’")


def speaker_of(span: Span, attributions: tuple[Attribution, ...]) -> str:
    """Who says the stretch, by the attribution that covers most of it; empty when nobody is known to."""
    best, most = "", 0
    for attribution in attributions:
        if not attribution.speaker:
            continue
        covered = sum(piece.overlap(span) for piece in attribution.content)
        if covered > most:
            best, most = attribution.speaker, covered
    return best
