"""Reads the measuring data, which lies beside the project (`../shared/data`, `../shared/seeds`)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.domain.article import Article, Block, BlockKind, Metadata
from workbench.domain.span import Span

SHARED = Path(__file__).resolve().parents[3] / "shared"
SEED = "000_4186c03791c7da8f.txt"


@dataclass(frozen=True)
class GumDocument:
    name: str
    genre: str
    split: str
    article: Article
    attributions: list[dict[str, Any]]
    raw: dict[str, Any]


def gum(*genres: str) -> Iterator[GumDocument]:
    """The documents of GUM's main files that are of these genres, of all splits, in a fixed order."""
    for split in ("train", "dev", "test"):
        with gzip.open(SHARED / "data" / "gum" / f"{split}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                raw = json.loads(line)
                if not genres or raw["genre"] in genres:
                    yield GumDocument(raw["id"], raw["genre"], split, _article(raw), raw["attributions"], raw)


def _article(raw: dict[str, Any]) -> Article:
    blocks = []
    for block in raw["blocks"]:
        first = not blocks
        kind = BlockKind.BODY
        if block["kind"] == "heading":
            kind = BlockKind.HEADLINE if first else BlockKind.SUBHEAD
        span = Span(block["start"], block["end"]).trimmed(raw["text"])
        if span:
            blocks.append(Block(kind, span))
    return Article(raw["text"], tuple(blocks), Metadata(language="en", published=raw["date_created"] or ""))


def seed_gold() -> dict[str, Any]:
    return json.loads((SHARED / "seeds" / "gold.json").read_text(encoding="utf-8"))


def seed_article() -> Article:
    """The seed with the gold's own blocks, a block for each paragraph."""
    text = (SHARED / "seeds" / SEED).read_text(encoding="utf-8")
    blocks = []
    for zone in seed_gold()["zones"]:
        start = zone["start"]
        for line in text[zone["start"] : zone["end"]].split("\n\n"):
            blocks.append(Block(BlockKind(zone["zone"]), Span(start, start + len(line)).trimmed(text)))
            start += len(line) + 2
    return Article(text, tuple(blocks), Metadata(language="en"))
