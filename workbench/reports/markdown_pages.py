"""The tree of a note as data for the page template, which draws it: no word of it ever becomes the setter's markup."""

from __future__ import annotations

from collections.abc import Iterable

from workbench.reports.markdown import Block, Code, Item, Items, Paragraph, Quote, Words
from workbench.reports.saying import Json, Sayer
from workbench.reports.scripts import script_of


class NotePages:
    def __init__(self, sayer: Sayer) -> None:
        self._words = sayer

    def blocks(self, blocks: Iterable[Block]) -> list[Json]:
        return [self._block(block) for block in blocks]

    def _block(self, block: Block) -> Json:
        match block:
            case Paragraph(words):
                script = script_of(block.text)
                runs = [run for piece in words for run in self._runs(piece)]
                return {"runs": runs, "rtl": script.right_to_left, "lang": script.language or self._words.language}
            case Code(text):
                return {"code": [self._words.plain(line) for line in text.split("\n")]}
            case Quote(blocks):
                return {"quote": self.blocks(blocks)}
            case Items(items):
                return {"items": [self._item(item) for item in items], "numbered": items[0].number is not None}

    def _item(self, item: Item) -> Json:
        return {"n": item.number, "blocks": self.blocks(item.blocks)}

    def _runs(self, piece: Words) -> list[Json]:
        """One for each line of it; after a link under other words its address, for who reads on paper."""
        style = {"b": piece.strong, "i": piece.emphasis, "c": piece.code, "to": piece.link}
        lines = piece.text.split("\n")
        runs = [{"t": self._words.plain(line), "br": number > 0, **style} for number, line in enumerate(lines)]
        if piece.link and piece.link.removeprefix("mailto:") not in (piece.text, piece.text + "/"):
            plain = {"b": False, "i": False, "c": False}
            runs.append({"t": f" ({self._words.plain(piece.link)})", "br": False, "to": piece.link, **plain})
        return runs
