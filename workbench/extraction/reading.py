"""An article read once: its blocks analysed by spaCy, cut into sentences, its quotations paired.

All later steps work on a `Reading`. spaCy sees a view of each block, as long as the block itself, in which white space
of every kind is a plain space; so a token's place in the view is its place in the article, and no span can point
anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from workbench.domain.article import Article, Block
from workbench.domain.span import Span
from workbench.extraction.languages import language_of
from workbench.extraction.marks import MISREAD
from workbench.extraction.models import blank, model
from workbench.extraction.plain_sentences import plain_sentences
from workbench.extraction.quotations import Quotation, find_quotations
from workbench.extraction.segmentation import mark_sentences, pieces_of
from workbench.extraction.token_places import tokens_between

BATCH = 5_000
"""Words analysed at once."""
SMALL = 400
"""Code points below which anything is analysed as prose."""
_NOT_PLAIN = re.compile(r"[^\S ]|[\ud800-\udfff]")
_MISREAD = re.compile("â€œ|â€\x9d|â€(?= |$)")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\](\([^\s()]*\))")
_RUN = re.compile(r"[^\s\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{400}")
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class BlockReading:
    """A block, or one stretch of a very long one. `token.idx + offset` is the token's place in the article."""

    block: Block
    doc: Doc
    text: str
    """The doc's own text, kept because spaCy joins it anew from its tokens at each call."""
    offset: int
    sentences: tuple[Span, ...]
    """In code points of the article, in order, apart, without white space at their ends."""

    def span(self, tokens: TokenSpan) -> Span:
        """Where these tokens stand in the article."""
        return Span(tokens.start_char + self.offset, tokens.end_char + self.offset)

    def token_span(self, token: Token) -> Span:
        return Span(token.idx + self.offset, token.idx + len(token) + self.offset)

    def tokens(self, span: Span) -> TokenSpan:
        """The tokens that overlap a stretch of the article, an empty span when there are none."""
        start, end = max(0, span.start - self.offset), min(len(self.text), span.end - self.offset)
        return tokens_between(self.doc, start, end) if end > start else self.doc[0:0]


@dataclass(frozen=True, slots=True)
class Reading:
    """`has_model` is False when the article's language has no model here: then the docs hold words only."""

    article: Article
    parts: tuple[BlockReading, ...]
    quotations: tuple[Quotation, ...]
    has_model: bool
    language: str = ""

    @property
    def sentences(self) -> Iterator[tuple[BlockReading, Span]]:
        for part in self.parts:
            for sentence in part.sentences:
                yield part, sentence


def read(article: Article, progress: Progress | None = None) -> Reading:
    """Analyse an article. `progress` is told how much of it is done, 0..1."""
    language = language_of(article.text, article.metadata.language)
    nlp = model(language)
    quotations = find_quotations(article)
    cut = [(block, piece) for block in article.blocks for piece in pieces_of(article.text, block.span)]
    docs = []
    for _, piece in cut:
        docs.append(_words(nlp or blank(), piece.of(article.text)))
    total = sum(len(doc) for doc in docs) or 1
    done = 0
    parts = []
    for (block, piece), doc in zip(cut, _analysed(nlp, docs), strict=True):
        parts.append(_part(block, piece, doc, is_parsed=nlp is not None))
        done += len(doc)
        if progress:
            progress(done / total)
    return Reading(article, tuple(parts), quotations, nlp is not None, language)


def _words(nlp: Language, text: str) -> Doc:
    """The text cut into words, its sentences marked; as one word when it is no prose, which tokenizers are slow on."""
    view = plain(text)
    if not _is_prose(view):
        return Doc(nlp.vocab, words=[view], spaces=[False])
    doc = nlp.make_doc(view)
    mark_sentences(doc, _with_marks(text))
    return doc


def _is_prose(text: str) -> bool:
    letters = sum(map(str.isalnum, text))
    return len(text) < SMALL or (letters > 0.3 * len(text.replace(" ", "")) and not _RUN.search(text))


def _analysed(nlp: Language | None, docs: list[Doc]) -> Iterator[Doc]:
    """The docs in order, those of more than one word with syntax and names when there is a model."""
    if nlp is None:
        yield from docs
        return
    for batch in _batches(docs):
        prose = nlp.pipe((doc for doc in batch if len(doc) > 1), batch_size=len(batch))
        for doc in batch:
            yield next(prose) if len(doc) > 1 else doc


def _batches(docs: list[Doc]) -> Iterator[list[Doc]]:
    """The docs in order, so many at a time that memory stays bounded."""
    batch: list[Doc] = []
    words = 0
    for doc in docs:
        if batch and words + len(doc) > BATCH:
            yield batch
            batch, words = [], 0
        batch.append(doc)
        words += len(doc)
    yield batch


def plain(text: str) -> str:
    """The same text, code point for code point, with a plain space for every kind of white space, quotation marks where
    they were read in the wrong encoding, and nothing for the address of a Markdown link.

    Halves of surrogate pairs, which spaCy can't take, become U+FFFD.
    """
    text = _LINK.sub(lambda link: f" {link[1]} {' ' * len(link[2])}", _with_marks(text))
    return _NOT_PLAIN.sub(lambda found: "\ufffd" if found[0] >= "\ud800" and found[0] < "\ue000" else " ", text)


def _with_marks(text: str) -> str:
    return _MISREAD.sub(_as_meant, text) if "â€" in text else text


def _as_meant(misread: re.Match[str]) -> str:
    """The mark that stood there, with spaces on its outer side in the place of the other characters."""
    mark = MISREAD[misread[0]]
    return mark.rjust(len(misread[0])) if mark == "“" else mark.ljust(len(misread[0]))


def _part(block: Block, piece: Span, doc: Doc, *, is_parsed: bool) -> BlockReading:
    text = doc.text
    doc.tensor = doc.tensor[:0]
    found = (Span(sentence.start_char, sentence.end_char).trimmed(text) for sentence in doc.sents)
    sentences = found if is_parsed else plain_sentences(text)
    return BlockReading(block, doc, text, piece.start, tuple(span.shifted(piece.start) for span in sentences if span))
