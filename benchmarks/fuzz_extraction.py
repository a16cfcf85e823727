"""Feeds the extraction random and mutated text, and checks that every span stands in it.

`python -m benchmarks.fuzz_extraction [inputs] [seed]` from the project's folder; 100,000 inputs when not told. They are
pieces of the seeds with bytes changed, doubled, dropped or put in, and random runs of marks, words and code points,
decoded as an article's bytes may be, with U+FFFD for what is no UTF-8. Any exception or span outside ends the run.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.findings import Findings
from workbench.domain.span import Span
from workbench.extraction.pipeline import find

SEEDS = Path(__file__).resolve().parents[1] / "seeds"
MARKS = "“”‘’\"'«»„‚‹›「」『』…–—-:;,.!?()[]🇧🇷\u200d\u0301\u00a0\n\n \t0123456789%€"
WORDS = [
    "said",
    "that",
    "Putin",
    "he",
    "she",
    "according to",
    "accused",
    "of",
    "announced the sending of",
    "and",
    "which",
]
LONGEST = 400
"""Code points of an input at most."""
SLOW = 10.0
"""Seconds that no such input may take."""


def inputs(count: int, chance: random.Random) -> Iterator[str]:
    seeds = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]
    for _ in range(count):
        yield _mutated(chance.choice(seeds), chance) if chance.random() < 0.6 else _random(chance)


def _mutated(source: bytes, chance: random.Random) -> str:
    start = chance.randrange(len(source))
    piece = bytearray(source[start : start + chance.randrange(20, LONGEST)])
    for _ in range(chance.randrange(1, 8)):
        place = chance.randrange(len(piece) + 1)
        cut = chance.randrange(4)
        piece[place : place + cut] = chance.choice(
            [b"", chance.randbytes(cut), chance.choice(MARKS).encode(), bytes(piece[place : place + cut]) * 2]
        )
    return piece.decode("utf-8", "replace")


def _random(chance: random.Random) -> str:
    pieces = []
    for _ in range(chance.randrange(40)):
        kind = chance.random()
        if kind < 0.5:
            pieces.append(chance.choice(MARKS))
        elif kind < 0.9:
            pieces.append(f" {chance.choice(WORDS)} ")
        else:
            pieces.append(
                chr(
                    chance.choice(
                        [chance.randrange(0x20), chance.randrange(0xD800), chance.randrange(0xE000, 0x110000)]
                    )
                )
            )
    return "".join(pieces)


def article_of(text: str) -> Article:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        span = Span(start, start + len(paragraph)).trimmed(text)
        if span:
            blocks.append(Block(BlockKind.BODY, span))
        start += len(paragraph) + 2
    return Article(text, tuple(blocks), Metadata(language="en"))


def spans(found: Findings) -> Iterator[Span]:
    for claim in found.claims:
        yield from (claim.span, *claim.repeats)
    for one in found.attributions:
        yield from one.content
        yield from (span for span in (one.cue, one.source) if span is not None)
    for place in (*found.facts, *found.dates, *found.warnings):
        yield place.span


def main(count: int, seed: int) -> None:
    begun = time.perf_counter()
    slowest = 0.0
    for number, text in enumerate(inputs(count, random.Random(seed)), 1):
        start = time.perf_counter()
        try:
            found = find(article_of(text))
        except Exception:
            print(f"input {number}: {text!r}")
            raise
        for span in spans(found):
            if not 0 <= span.start < span.end <= len(text):
                raise AssertionError(f"{span} outside {text!r}")
        slowest = max(slowest, time.perf_counter() - start)
        if slowest > SLOW:
            raise AssertionError(f"{slowest:.1f} s for {text!r}")
        if number % 1000 == 0:
            rate = number / (time.perf_counter() - begun)
            print(f"{number} inputs, {rate:.0f} a second, slowest {slowest:.2f} s", flush=True)
    took = time.perf_counter() - begun
    print(f"{count} inputs in {took:.0f} s: no exception, no span outside its text, slowest {slowest:.2f} s")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    main(numbers[0] if numbers else 100_000, numbers[1] if len(numbers) > 1 else 1)
