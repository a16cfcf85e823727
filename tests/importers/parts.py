"""How tests write down the parts of an article: one line a block, its kind before its first words."""

from __future__ import annotations

from workbench.domain.article import Article, BlockKind

_SHORT = {
    BlockKind.HEADLINE: "HEAD",
    BlockKind.KICKER: "kick",
    BlockKind.STANDFIRST: "STAN",
    BlockKind.BYLINE: "byli",
    BlockKind.SUBHEAD: "SUBH",
    BlockKind.BODY: "BODY",
    BlockKind.SOURCE: "sour",
    BlockKind.BOILERPLATE: "boil",
}


def parts(article: Article, width: int = 24) -> list[str]:
    """Kinds that bear claims are in capitals."""
    return [f"{_SHORT[block.kind]} {block.span.of(article.text)[:width].strip()}" for block in article.blocks]


def kinds(article: Article) -> str:
    return " ".join(_SHORT[block.kind] for block in article.blocks)
