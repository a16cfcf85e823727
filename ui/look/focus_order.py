"""Tab goes through a page as it is laid out. Qt's own order is that of making, wrong once cards come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def in_layout_order(page: QWidget) -> Iterator[QWidget]:
    """The widgets on a page that Tab can stop at, as its layouts have them."""
    layout = page.layout()
    if layout is not None:
        yield from _of(layout)


def _of(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            yield from _of(inner)
        elif widget is not None:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                yield widget
            yield from in_layout_order(widget)


def follow_layout(page: QWidget) -> None:
    """Set Tab's way through a page to the order of its layouts."""
    for one, following in pairwise(in_layout_order(page)):
        QWidget.setTabOrder(one, following)
