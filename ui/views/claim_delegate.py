"""Draws a claim in the list: number, status, words, claimant and kind, check-worthiness, outcome."""

from __future__ import annotations

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import look
from ui.models import words
from ui.models.claims_filter import ClaimsFilter
from ui.models.claims_model import ClaimRow
from ui.views.claim_sizes import MEASURED, Measures, RowSizes
from workbench.domain.article import BlockKind

Index = QModelIndex | QPersistentModelIndex


class ClaimDelegate(QStyledItemDelegate):
    """Rows are one or two lines of words and a line about them; only those in sight are laid out."""

    def __init__(self, shown: ClaimsFilter, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown
        self.sizes = RowSizes()
        self._mirrored = False
        look.changed.connect(self.sizes.measure)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        sizes, at = self.sizes.all(self._shown.rows()), index.row()
        # Between two signals of the proxy it may still ask for what is going.
        return sizes[at] if at < len(sizes) else self.sizes.one(self._shown.row(index))

    @property
    def _measures(self) -> Measures:
        return self.sizes.measures

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._shown.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # Words run as their own letters do, whichever way the window's language runs.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        rect = QRectF(option.rect)
        self._ground(painter, option, rect)
        self._margin(painter, rect, row)
        self._words(painter, rect, row)
        self._about(painter, rect, row)
        painter.restore()

    def _at(self, rect: QRectF, left: float, top: float, width: float, height: float) -> QRectF:
        """A box `left` from the row's beginning, wherever lines begin in this language."""
        x = rect.right() - left - width if self._mirrored else rect.left() + left
        return QRectF(x, rect.top() + top, width, height)

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF) -> None:
        state = option.state
        colours = look.tokens()
        selected = bool(state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(rect, QColor(colours.accent_soft))
            painter.fillRect(self._at(rect, 0, 0, 3, rect.height()), QColor(colours.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.window))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(colours.border))
        if selected and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -2))

    def _margin(self, painter: QPainter, rect: QRectF, row: ClaimRow) -> None:
        m, colours = self._measures, look.tokens()
        painter.setFont(m.strong)
        painter.setPen(QColor(colours.muted))
        number = self._at(rect, m.gap, m.pad, m.number, m.line)
        painter.drawText(number, self._far | Qt.AlignmentFlag.AlignVCenter, str(row.claim.number))
        mark = look.mark(row.claim.status)
        top = m.pad + (m.line - m.icon) / 2
        icon = self._at(rect, 2 * m.gap + m.number, top, m.icon, m.icon)
        look.paint_icon(painter, mark.icon, mark.colour.name(), icon)

    @property
    def _far(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignLeft if self._mirrored else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignAbsolute

    @property
    def _near(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._mirrored else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _words(self, painter: QPainter, rect: QRectF, row: ClaimRow) -> None:
        m = self._measures
        painter.setFont(m.reading)
        painter.setPen(QColor(look.tokens().text))
        width = m.words_width(rect.width(), row)
        for place, line in enumerate(_lines(row.words, m.reading_key, width, self.sizes.most_lines)):
            box = self._at(rect, m.before_words, m.pad + place * m.line, width, m.line)
            painter.drawText(box, self._near | Qt.AlignmentFlag.AlignVCenter, line)
        if row.outcome is not None:
            self._badge(painter, rect, row)

    def _badge(self, painter: QPainter, rect: QRectF, row: ClaimRow) -> None:
        assert row.outcome is not None
        m = self._measures
        colour = QColor(getattr(look.tokens(), row.outcome.tone.value))
        width = m.badge_width(row)
        box = self._at(rect, rect.width() - m.gap - width, m.pad, width, m.line).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(m.strong)
        label = QFontMetricsF(m.strong).elidedText(row.outcome.label, Qt.TextElideMode.ElideRight, width - m.gap)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _about(self, painter: QPainter, rect: QRectF, row: ClaimRow) -> None:
        """Who says it, what is wrong with the words, what kind it is, what it has; the bar at the row's end."""
        m, left = self._measures, float(self._measures.before_words)
        end = self._worth_bar(painter, rect, row)
        named = m.strong if row.claim.claimant else m.small
        reserved = m.gap + m.icon if row.warnings else 0
        left = self._muted(painter, rect, named, words.claimant(row.claim.claimant), left, end - reserved)
        left = self._warning(painter, rect, row, left, end)
        self._muted(painter, rect, m.small, f" · {self.about(row)}", left, end)

    def _muted(self, painter: QPainter, rect: QRectF, font: QFont, text: str, left: float, end: float) -> float:
        """Write as much of `text` as fits before `end`; where what follows may begin."""
        m, metrics = self._measures, QFontMetricsF(font)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, end - left))
        width = ceil(metrics.horizontalAdvance(shown))
        painter.setFont(font)
        painter.setPen(QColor(look.tokens().muted))
        box = self._at(rect, left, rect.height() - m.pad - m.meta, width + 1, m.meta)
        painter.drawText(box, self._near | Qt.AlignmentFlag.AlignVCenter, shown)
        return left + width

    def _worth_bar(self, painter: QPainter, rect: QRectF, row: ClaimRow) -> float:
        """Draw the bar at the row's end, where it can be compared with those of other rows; where words must end."""
        worth = row.claim.check_worthiness
        m, colours = self._measures, look.tokens()
        end = rect.width() - m.gap
        if worth is None:
            return end
        left, top = end - m.bar, rect.height() - m.pad - m.meta / 2 - 2
        painter.setPen(Qt.PenStyle.NoPen)
        for width, colour in ((float(m.bar), colours.border), (max(4.0, m.bar * worth), colours.muted)):
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(self._at(rect, left, top, width, 4), 2, 2)
        return left - m.gap

    def _warning(self, painter: QPainter, rect: QRectF, row: ClaimRow, left: float, end: float) -> float:
        """A sign, with as much of the first warning's name as there is room for; where what follows may begin."""
        if not row.warnings:
            return left
        m, colours = self._measures, look.tokens()
        top, left = rect.height() - m.pad - m.meta, left + m.gap
        sign = self._at(rect, left, top + (m.meta - m.icon) / 2, m.icon, m.icon)
        look.paint_icon(painter, "triangle-alert", colours.warning, sign)
        left += m.icon + m.gap / 2
        if end - left > 2 * m.icon:
            metrics, name = QFontMetricsF(m.small), words.warning(row.warnings[0].warning.kind)
            painter.setFont(m.small)
            painter.setPen(QColor(colours.warning))
            shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, end - left)
            width = ceil(metrics.horizontalAdvance(shown))
            box = self._at(rect, left, top, width + 1, m.meta)
            painter.drawText(box, self._near | Qt.AlignmentFlag.AlignVCenter, shown)
            left += width
        return left

    def about(self, row: ClaimRow) -> str:
        """Kind, place and what hangs on a claim: "quotation · headline · 2 notes"."""
        parts = [words.kind(row.claim.kind)]
        if row.block is not BlockKind.BODY:
            parts.append(words.block(row.block))
        if row.notes:
            parts.append(self.tr("%n notes", "", row.notes))
        if row.open_queries:
            parts.append(self.tr("%n open queries", "", row.open_queries))
        return " · ".join(parts)


@lru_cache(maxsize=512)
def _lines(text: str, font_key: str, width: float, most: int) -> tuple[str, ...]:
    """`text` in at most one or two lines of `width`, the last one elided."""
    font = QFont()
    font.fromString(font_key)
    if most == 1:
        return (QFontMetricsF(font).elidedText(text[:MEASURED], Qt.TextElideMode.ElideRight, width),)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    line.setPosition(QPointF(0, 0))
    end = line.textLength()
    layout.endLayout()
    head, tail = _cut(text, end)
    if not tail:
        return (head,)
    return (head, QFontMetricsF(font).elidedText(tail, Qt.TextElideMode.ElideRight, width))


def _cut(text: str, units: int) -> tuple[str, str]:
    """`text` in two after so many UTF-16 units, which is how Qt counts."""
    encoded = text.encode("utf-16-le")
    return encoded[: 2 * units].decode("utf-16-le").rstrip(), encoded[2 * units :].decode("utf-16-le")
