"""The document's positions are the article's: nothing on the way from file to screen may shift a claim."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from ui import look
from ui.models.offsets import Utf16Map
from ui.views.article_document import build_document, kinds_of, set_fonts, shown_text
from workbench.domain.article import Article, Block, BlockKind
from workbench.domain.span import Span

_STRANGE = "\x00\r\ufdd0\ufdd1\ufffc\u2028\u2029\u00ad\u200f🇧🇷👩‍🚀ﬁ漢ع \n\n"
texts = st.text(st.one_of(st.sampled_from(_STRANGE), st.characters()), max_size=80)


def _one_block(text: str) -> Article:
    span = Span(0, len(text)).trimmed(text)
    return Article(text, (Block(BlockKind.BODY, span),) if span else ())


@given(texts)
@settings(max_examples=150)
def test_whatever_the_text_positions_stay(qapp: QApplication, text: str) -> None:
    article, offsets = _one_block(text), Utf16Map(text)
    document = build_document(article)
    assert document.characterCount() - 1 == offsets.units
    shown = shown_text(article)
    assert len(shown) == len(text)
    for at, (char, original) in enumerate(zip(shown, text, strict=True)):
        if char not in " \n\u2028\ufffd":
            assert document.characterAt(offsets.unit(at)) == char.encode("utf-16-le")[:2].decode(
                "utf-16-le", "surrogatepass"
            )
            assert char == original


def test_lines_wrapped_by_a_machine_flow_together_and_verse_does_not() -> None:
    prose = (
        "The minister said that spending on roads rose again,\n"
        "which is more than it did in any of the years before,\nhe added."
    )
    verse = "Roses are red,\nviolets are blue."
    assert shown_text(_one_block(prose)) == prose.replace("\n", " ")
    assert shown_text(_one_block(verse)) == verse.replace("\n", "\u2028")


def test_each_paragraph_is_set_as_its_kind(qapp: QApplication) -> None:
    text = "Headline\n\n  Body text\n\nSource: Agency\n\n---"
    kinds = (BlockKind.HEADLINE, BlockKind.BODY, BlockKind.SOURCE)
    spans = (Span(0, 8), Span(12, 21), Span(23, 37))
    article = Article(text, tuple(Block(kind, span) for kind, span in zip(kinds, spans, strict=True)))
    document = build_document(article)
    found = kinds_of(document, article, Utf16Map(text))
    assert [found[number] for number in (0, 2, 4, 6)] == [*kinds, None]
    set_fonts(document, found, look.SERIF, 20)
    fonts = [document.findBlockByNumber(number).begin().fragment().charFormat().font() for number in (0, 2, 4)]
    assert [font.families()[0] for font in fonts] == [look.SERIF, look.SERIF, look.SANS]
    assert fonts[0].pixelSize() > fonts[1].pixelSize() == 20 > fonts[2].pixelSize()
