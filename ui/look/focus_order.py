"""Tab goes through a page as it is laid out. Qt's own order is that of making, wrong once cards come and go."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLayout, QLayoutItem, QScrollArea, QSplitter, QWidget


def in_layout_order(page: QWidget) -> Iterator[QWidget]:
    """The widgets on a page that Tab can stop at, as its layouts have them, scroll areas and splitters included."""
    layout = page.layout()
    if isinstance(page, QScrollArea | QSplitter):
        inner = [page.widget()] if isinstance(page, QScrollArea) else [page.widget(at) for at in range(page.count())]
        for widget in inner:
            if widget is not None:
                yield from _with_inner(widget)
    elif layout is not None:
        yield from _of(layout)


def _with_inner(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    yield from in_layout_order(widget)


def _of(layout: QLayout) -> Iterator[QWidget]:
    for item in _items(layout):
        widget, inner = item.widget(), item.layout()
        if inner is not None:
            yield from _of(inner)
        elif widget is not None:
            yield from _with_inner(widget)


def _items(layout: QLayout) -> Iterator[QLayoutItem]:
    """A form's rows from above: Qt counts its items in the order they were put in."""
    if isinstance(layout, QFormLayout):
        roles = (QFormLayout.ItemRole.LabelRole, QFormLayout.ItemRole.FieldRole, QFormLayout.ItemRole.SpanningRole)
        found = [layout.itemAt(row, role) for row in range(layout.rowCount()) for role in roles]
    else:
        found = [layout.itemAt(place) for place in range(layout.count())]
    yield from (item for item in found if item is not None)


def follow_layout(page: QWidget) -> None:
    """Set Tab's way through a page to the order of its layouts."""
    for one, following in pairwise(in_layout_order(page)):
        QWidget.setTabOrder(one, following)
