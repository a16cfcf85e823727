"""Which claims cover which facts."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.domain.claim import Claim
from workbench.domain.span import Span


def covering(spans: Sequence[Span], claims: Sequence[Claim]) -> list[tuple[str, ...]]:
    """For each of `spans`, which are in order of their starts, the claims with an anchor around it, in claims' order.

    One sweep over the text: an anchor is looked at only from its start to its end.
    """
    anchors = sorted(
        (anchor.span.start, anchor.span.end, index) for index, claim in enumerate(claims) for anchor in claim.anchors
    )
    covered: list[tuple[str, ...]] = []
    open_anchors: list[tuple[int, int]] = []
    upcoming = 0
    for span in spans:
        while upcoming < len(anchors) and anchors[upcoming][0] <= span.start:
            open_anchors.append((anchors[upcoming][1], anchors[upcoming][2]))
            upcoming += 1
        open_anchors = [(end, index) for end, index in open_anchors if end >= span.start]
        around = sorted({index for end, index in open_anchors if end >= span.end})
        covered.append(tuple(claims[index].id for index in around))
    return covered
