"""A headline's "Peskov: Moscow is ready for talks": what somebody says whom the article quotes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.domain.article import BlockKind
from workbench.domain.span import Span
from workbench.extraction.leads import label_in
from workbench.extraction.reading import BlockReading, Reading
from workbench.extraction.speakers import Speakers
from workbench.extraction.utterance import Utterance

_HEADS = (BlockKind.HEADLINE, BlockKind.SUBHEAD, BlockKind.STANDFIRST)


def find_headline_labels(reading: Reading, speakers: Speakers, found: Sequence[Utterance]) -> Iterator[Utterance]:
    """What stands behind such a label, where nobody is found yet to say it. `found` have their speakers."""
    heard = {one.speaker for one in found if one.speaker}
    for index, part in enumerate(reading.parts):
        label = label_in(part.text) if part.block.kind in _HEADS and index not in speakers.turns else ""
        name = speakers.people.fullest(label) if label else ""
        if name in heard and not any(one.part is part and one.source is not None for one in found):
            yield from _labelled(part, label, name)


def _labelled(part: BlockReading, label: str, name: str) -> Iterator[Utterance]:
    start = part.text.index(label)
    source = Span(start, start + len(label)).shifted(part.offset)
    content = Span(source.end + 1, part.offset + len(part.text))
    words = part.tokens(content)
    head = part.tokens(source)
    if len(head) and any(token.pos_ in ("VERB", "AUX") for token in words):
        first = part.token_span(words[0]).start
        yield Utterance(part, [Span(first, content.end)], "colon", None, source, head[-1], speaker=name)
