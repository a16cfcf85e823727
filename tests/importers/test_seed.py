"""The customer's article comes out in the parts a careful reader sees in it."""

import json
from pathlib import Path

import pytest

from workbench.importers.registry import read_article

ROOT = Path(__file__).parents[2]
SEED = ROOT / "seeds" / "000_4186c03791c7da8f.txt"
GOLD = ROOT.parent / "shared" / "seeds" / "gold.json"


@pytest.mark.skipif(not GOLD.exists(), reason="the reader's own list of parts is not here")
def test_the_seed_has_exactly_the_parts_a_reader_listed() -> None:
    gold = json.loads(GOLD.read_text("utf-8"))
    article = read_article(SEED).article
    found = [(str(block.kind), block.span.start, block.span.end) for block in article.blocks]
    body_starts = {zone["start"] for zone in gold["zones"] if zone["zone"] == "body"}
    merged: list[tuple[str, int, int]] = []
    for kind, start, end in found:
        if merged and kind == merged[-1][0] == "body" and start not in body_starts:
            merged[-1] = (kind, merged[-1][1], end)
        else:
            merged.append((kind, start, end))
    assert merged == [(zone["zone"], zone["start"], zone["end"]) for zone in gold["zones"]]


def test_the_seed_keeps_its_bytes_and_its_damage() -> None:
    imported = read_article(SEED)
    assert imported.original == SEED.read_bytes()
    assert imported.article.text == SEED.read_bytes().decode("utf-8")
    assert "🇧🇷Today’s interview" in imported.article.text
    assert imported.sha256 == "e02b481a337aad1e91ab25e7857d4409301bdc71d440edc4c91c3d218a0aa6f4"
    assert imported.article.metadata.language == "en"
    assert imported.article.metadata.published == ""
