"""Whole extraction against bare `nlp.pipe` on the same texts in one run; a long document's memory; load to first
claim."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial

from benchmarks.extraction.data import gum, seed_article
from workbench.domain.article import Article, Block
from workbench.extraction.models import model
from workbench.extraction.pipeline import find

ROUNDS = 3
LONG = 50_000
"""Words."""


def run() -> None:
    articles = [document.article for document in gum("news", "interview")]
    find(seed_article())
    texts = [article.text for article in articles]
    words = sum(len(text.split()) for text in texts)
    bare = whole = 0.0
    for article in articles:
        pairs = [(_seconds(partial(_bare, article.text)), _seconds(partial(find, article))) for _ in range(ROUNDS)]
        bare += min(one for one, _ in pairs)
        whole += min(one for _, one in pairs)
    print(
        f"Speed, {len(texts)} articles, {words} words, each the best of {ROUNDS}:"
        f" bare nlp.pipe {bare:.2f} s, whole extraction {whole:.2f} s"
    )
    print(f"  ratio {whole / bare:.2f} (asked for 1.6), {words / whole:.0f} words a second")
    _long_document(articles)
    _first_claim()


def _bare(text: str) -> object:
    nlp = model("en")
    assert nlp is not None
    return list(nlp.pipe([text]))


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _long_document(articles: list[Article]) -> None:
    text, blocks = "", []
    while len(text.split()) < LONG:
        for article in articles:
            blocks.extend(Block(block.kind, block.span.shifted(len(text))) for block in article.blocks)
            text += article.text + "\n\n"
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    took = _seconds(lambda: find(Article(text, tuple(blocks))))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(
        f"  {len(text.split())} words in one document: {took:.1f} s,"
        f" peak {after / 1024:.0f} MB ({(after - before) / 1024:+.0f} MB)"
    )


def _first_claim() -> None:
    code = (
        "import time; start = time.perf_counter()\n"
        "from benchmarks.extraction.data import seed_article\n"
        "from workbench.extraction.pipeline import find\n"
        "assert find(seed_article()).claims\n"
        "print(f'{time.perf_counter() - start:.2f}')"
    )
    times = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
        for _ in range(2)
    ]
    print(f"  start of a new process to the seed's claims: {min(map(float, times)):.2f} s (asked for 3)")
