"""The articles that a command's words name: files, or web addresses, which are fetched because somebody named them."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.saying import complain

if TYPE_CHECKING:
    from workbench.domain.imported import ImportedArticle
    from workbench.settings import Settings

Named = Path | str
"""A file, or the web address of a page."""


def named(word: str) -> Named:
    """What stands for ARTICLE. A file may be called anything but http://… or https://…"""
    return word if word.lower().startswith(("http://", "https://")) else Path(word)


def text(word: str) -> str:
    """Words that are kept in the case: what the terminal handed over must be text."""
    try:
        word.encode("utf-8")
    except UnicodeEncodeError as problem:
        raise argparse.ArgumentTypeError("this is not text in the terminal's encoding; type it in UTF-8") from problem
    return word


def read(article: Named, chosen: Settings | None = None) -> ImportedArticle:
    """The article; addresses are told on standard error as they are asked. `chosen`: the settings, if they are read.

    Raises UserFacingError.
    """
    if isinstance(article, Path):
        from workbench.workflow import importing

        return importing.read_article(article)
    from workbench.cli import choices
    from workbench.workflow import page_fetching

    allowed = (chosen or choices.chosen()).allow_private_addresses
    found = page_fetching.fetch_article(
        article, allow_private=allowed, told=lambda address: complain(f"asking {address}")
    )
    if found.remark:
        complain(found.remark)
    return found.imported
