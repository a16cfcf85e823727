"""What each paragraph of plain text is: headline, byline, subhead, boilerplate … Where nothing tells, it is body.

First the lines that show by themselves what they are; then the head of the article, which ends at its byline or at the
first running text; then subheads between paragraphs, and what trails behind the last. A claim missed is worse than one
too many, so only what is clear becomes a kind that bears no claims.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workbench.domain.article import Block, BlockKind
from workbench.domain.span import Span
from workbench.importers import lines
from workbench.importers.date_lines import is_date_line
from workbench.importers.paragraphs import Paragraph, paragraphs

_LONGEST_HEAD = 8
"""Paragraphs a headline, kicker, standfirst and byline can take together."""
_HEADLINE_WORDS = 30
_SUBHEAD_WORDS = 14
_QUOTATION_SUBHEAD_WORDS = 25
_KICKER_WORDS = 4
_MOST_STANDFIRST = 2
"""Paragraphs of running text that may stand above a byline."""
_TRANSCRIPT = 0.3
"""Share of paragraphs opening with a speaker's name from which a text is a transcript."""

_HEADING_MARK = re.compile(r"(#{1,6})\s+(?=\S)")
_UNDERLINE = re.compile(r"={3,}|-{3,}")
_GOES_ON = (":", "：", ",", "，", "、", ";", "—", "–", "-")
_DECIDED_AT_SIGHT = 40
"""Words of the longest line that is looked up as byline, credit or boilerplate."""


def infer_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in order. All of it but white space and heading marks is in one of them."""
    found = paragraphs(text)
    kinds = _Kinds(found).decided()
    return tuple(_merged(_blocks(found, kinds), text))


def _blocks(found: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> list[tuple[Block, int]]:
    blocks = []
    for paragraph, kind in zip(found, kinds, strict=True):
        mark = _HEADING_MARK.match(paragraph.text)
        start = paragraph.span.start + (mark.end() if mark else 0)
        blocks.append((Block(kind, Span(start, paragraph.span.end)), paragraph.group))
    return blocks


def _merged(blocks: Sequence[tuple[Block, int]], text: str) -> list[Block]:
    """Lines of boilerplate with no blank line between them are one block."""
    merged: list[Block] = []
    last_group = -1
    for block, group in blocks:
        joins = group == last_group and block.kind is merged[-1].kind is BlockKind.BOILERPLATE
        if joins and not text[merged[-1].span.end : block.span.start].strip():
            merged[-1] = Block(block.kind, Span(merged[-1].span.start, block.span.end))
        else:
            merged.append(block)
        last_group = group
    return merged


class _Kinds:
    """The kinds of a text's paragraphs while they are being told; None where nothing has been decided yet."""

    def __init__(self, found: Sequence[Paragraph]) -> None:
        self._texts = [paragraph.text for paragraph in found]
        self._groups = [paragraph.group for paragraph in found]
        self._kinds: list[BlockKind | None] = [kind_at_sight(text) for text in self._texts]
        self._speakers = self._speakers_of_transcript()

    def _speakers_of_transcript(self) -> frozenset[str]:
        """The names that open more than one paragraph, "Lee" after "Ann Lee" too, when they open a good part of all;
        else none."""
        undecided = [text for text, kind in zip(self._texts, self._kinds, strict=True) if kind is None]
        labels = Counter(label for text in undecided if (label := lines.speaker_label(text)))
        people = Counter(label.split()[-1] for label in labels.elements())
        repeated = {label: count for label, count in labels.items() if people[label.split()[-1]] > 1}
        spoken = sum(repeated.values())
        return frozenset(repeated if spoken > 2 and spoken >= _TRANSCRIPT * len(undecided) else ())

    def decided(self) -> list[BlockKind]:
        self._tell_marked_headings()
        end = self._tell_head()
        self._tell_subheads(end)
        self._tell_tail()
        return [kind or BlockKind.BODY for kind in self._kinds]

    def _tell_marked_headings(self) -> None:
        """Headings marked as in Markdown: the first of the highest rank is the headline."""
        ranks = {index: rank for index in range(len(self._texts)) if (rank := self._heading_rank(index))}
        headline = min(ranks, key=lambda index: (ranks[index], index), default=None)
        for index in ranks:
            self._kinds[index] = BlockKind.HEADLINE if index == headline else BlockKind.SUBHEAD

    def _heading_rank(self, index: int) -> int:
        """1 for the highest, 0 for a paragraph that is not marked as a heading."""
        if match := _HEADING_MARK.match(self._texts[index]):
            return len(match[1])
        following = index + 1
        if following < len(self._texts) and self._groups[following] == self._groups[index]:
            underline = _UNDERLINE.fullmatch(self._texts[following])
            if underline and self._kinds[index] is None:
                return 1 if underline[0].startswith("=") else 2
        return 0

    def _tell_head(self) -> int:
        """Tells the paragraphs above the article's own text; returns the index of the first one behind them."""
        prose = self._first_prose(0)
        if prose is None:
            return 0
        signed = self._signed_in_head()
        end = min(prose, _LONGEST_HEAD)
        if signed is not None:
            self._kinds[signed] = BlockKind.BYLINE
            behind = self._first_prose(signed + 1)
            end = signed + 1 if behind is None else min(behind, signed + 1 + _LONGEST_HEAD // 2)
        headline = self._tell_headline(end, signed)
        if headline is None:
            return 0
        for index in range(headline + 1, end):
            if self._kinds[index] is None:
                self._kinds[index] = self._kind_below_headline(index, above=signed is None or index < signed)
        return end

    def _first_prose(self, start: int) -> int | None:
        return next((index for index in range(start, len(self._texts)) if self._is_prose(index)), None)

    def _is_prose(self, index: int) -> bool:
        """Running text; a question at the very beginning is a headline, however long."""
        asks = index == 0 and self._texts[0].endswith(("?", "？", "؟")) and lines.size(self._texts[0]) < _HEADLINE_WORDS
        return self._kinds[index] is None and lines.is_prose(self._texts[index]) and not asks

    def _signed_in_head(self) -> int | None:
        """The index of the byline, unless more stands above it than headline and standfirst take."""
        undecided = [index for index in range(min(len(self._texts), 3 * _LONGEST_HEAD)) if self._kinds[index] is None]
        above = 0
        for index in undecided[:_LONGEST_HEAD]:
            if lines.is_signed(self._texts[index]):
                return index
            above += self._is_prose(index)
            if above > _MOST_STANDFIRST:
                return None
        return None

    def _tell_headline(self, end: int, signed: int | None) -> int | None:
        if BlockKind.HEADLINE in self._kinds:
            return self._kinds.index(BlockKind.HEADLINE)
        open_ones = [index for index in range(end) if self._can_be_headline(index, signed)]
        while len(open_ones) > 1 and (self._is_kicker(open_ones[0]) or self._is_one_word_above(*open_ones[:2])):
            self._kinds[open_ones.pop(0)] = BlockKind.KICKER
        if not open_ones:
            return None
        self._kinds[open_ones[0]] = BlockKind.HEADLINE
        return open_ones[0]

    def _can_be_headline(self, index: int, signed: int | None) -> bool:
        text = self._texts[index]
        if self._kinds[index] is not None or lines.is_list_item(text) or text.endswith(_GOES_ON):
            return False
        if lines.speaker_label(text) in self._speakers:
            return False
        # With a byline right below, a headline may even close with a full stop.
        return lines.reads_as_title(text, _HEADLINE_WORDS) or (index == 0 and signed == 1 and not lines.is_prose(text))

    def _kind_below_headline(self, index: int, *, above: bool) -> BlockKind | None:
        """`above`: whether it stands above the byline, if there is one."""
        text = self._texts[index]
        if self._is_kicker(index):
            return BlockKind.KICKER
        if lines.bare(text) == lines.bare(self._texts[self._kinds.index(BlockKind.HEADLINE)]):
            return BlockKind.HEADLINE
        if lines.is_bare_byline(text) or (self._kinds[index - 1] is BlockKind.BYLINE and lines.is_role(text)):
            return BlockKind.BYLINE
        if lines.is_list_item(text):
            return None
        if above:
            return BlockKind.STANDFIRST
        return BlockKind.SUBHEAD if lines.reads_as_title(text, _SUBHEAD_WORDS) else None

    def _is_kicker(self, index: int) -> bool:
        """The name of a section, or a short topic printed a second time."""
        text = self._texts[index]
        if lines.is_section(text):
            return True
        if lines.size(text) > _KICKER_WORDS or lines.ends_sentence(text):
            return False
        core = lines.bare(text)
        same = [i for i in range(min(len(self._texts), 2 * _LONGEST_HEAD)) if lines.bare(self._texts[i]) == core]
        return len(same) > 1

    def _is_one_word_above(self, index: int, following: int) -> bool:
        """A single word over a whole headline (“Energy”)."""
        return (
            following == index + 1 and lines.size(self._texts[index]) <= 1 and lines.size(self._texts[following]) >= 4
        )

    def _tell_subheads(self, start: int) -> None:
        for index in range(max(start, 1), len(self._texts) - 1):
            if self._kinds[index] is None and self._is_subhead(index):
                self._kinds[index] = BlockKind.SUBHEAD

    def _is_subhead(self, index: int) -> bool:
        """A short line without a full stop, with running text below it and no other such line beside it."""
        text = self._texts[index]
        if lines.is_quotation_heading(text):
            fits = lines.size(text) <= _QUOTATION_SUBHEAD_WORDS
        else:
            fits = lines.reads_as_title(text, _SUBHEAD_WORDS) and not text.endswith(_GOES_ON) and not text[0].islower()
        if not fits or lines.is_list_item(text) or lines.speaker_label(text) in self._speakers:
            return False
        return self._is_prose(index + 1) and not self._is_loose_line(index - 1)

    def _is_loose_line(self, index: int) -> bool:
        text = self._texts[index]
        return self._kinds[index] is None and lines.reads_as_title(text, _SUBHEAD_WORDS) and not text.endswith(_GOES_ON)

    def _tell_tail(self) -> None:
        """Behind the last full sentence: names that sign it, and titles listed below a line of boilerplate."""
        boilerplate = False
        for index in range(self._start_of_tail(), len(self._texts)):
            if self._kinds[index] is BlockKind.BOILERPLATE:
                boilerplate = True
            elif self._kinds[index] is None and lines.is_signed(self._texts[index]):
                self._kinds[index] = BlockKind.BYLINE
            elif self._kinds[index] is None and boilerplate:
                self._kinds[index] = BlockKind.BOILERPLATE

    def _start_of_tail(self) -> int:
        for index in range(len(self._texts) - 1, -1, -1):
            text, kind = self._texts[index], self._kinds[index]
            closed = lines.ends_sentence(text) and not lines.reads_as_title(text, _HEADLINE_WORDS)
            if kind is BlockKind.HEADLINE or (kind is None and (closed or lines.is_prose(text))):
                return index + 1
        return 0


def kind_at_sight(text: str) -> BlockKind | None:
    """The kind of a line that shows by itself what it is."""
    if len(text) > 400 or lines.size(text) > _DECIDED_AT_SIGHT:
        return None
    if is_date_line(text):
        return BlockKind.BYLINE
    if lines.is_credit(text):
        return BlockKind.SOURCE
    return BlockKind.BOILERPLATE if lines.is_boilerplate(text) else None
