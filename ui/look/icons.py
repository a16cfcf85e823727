"""Icons from Lucide (resources/icons), tinted with the theme's colours and drawn anew at every size and scale."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from ui.look import shown
from ui.look.drawings import source, tinted
from ui.look.fonts import px


@cache
def _renderer(name: str, colour: str, side: int) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_strokes(name, colour, side).encode()))


def _strokes(name: str, colour: str, side: float) -> str:
    """The same with strokes that keep their weight when the icon is drawn small, `side` pixels square."""
    width = max(2.0, min(3.2, 34 / side))
    return tinted(name, colour).replace('stroke-width="2"', f'stroke-width="{width:.1f}"')


def paint_icon(painter: QPainter, name: str, colour: str, rect: QRectF) -> None:
    """Draw icon `name` in `colour` (`#rrggbb`) into `rect`; nothing into one of less than half a pixel."""
    if side := round(rect.width()):
        _renderer(name, colour, side).render(painter, rect)


def pixmap(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    """Icon `name` in `colour`, `size` device-independent pixels square, for a screen of `ratio`. Cached."""
    key = f"icon/{name}/{colour}/{size}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint_icon(painter, name, colour, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, drawn)
    return drawn


class _Engine(QIconEngine):
    """Asks for its colour each time it is drawn, so icons follow the theme without being set again."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        tokens = shown.tokens()
        if mode is QIcon.Mode.Disabled:
            return tokens.disabled
        if state is QIcon.State.On and self._token == "text":
            return tokens.accent
        colour: str = getattr(tokens, self._token)
        return colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        if rect.width() > rect.height():  # room was left before the words
            left = QGuiApplication.isLeftToRight()
            square.moveLeft(rect.left() if left else rect.left() + rect.width() - side)
        paint_icon(painter, self._name, self._colour(mode, state), square)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        drawn = QPixmap(round(size.width() * scale), round(size.height() * scale))
        if drawn.isNull():
            # A button squeezed to nothing still asks for its icon.
            return drawn
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def clone(self) -> QIconEngine:
        return _keep(_Engine(self._name, self._token))


_KEPT: list[_Engine] = []


def _keep(engine: _Engine) -> _Engine:
    # A QIcon owns its engine in C++ alone; Python must not free the object behind its back.
    _KEPT.append(engine)
    return engine


def beside_words(button: QAbstractButton, ems: float = 1.0) -> None:
    """Draw the button's icon at `ems` of the window's font, and its words a little away from it: Qt leaves 4 pixels."""
    button.setIconSize(QSize(px(ems) + px(0.3), px(ems)))


@cache
def icon(name: str, token: str = "text") -> QIcon:
    """Lucide icon `name` ("plus") in the theme's colour `token`. Raises FileNotFoundError for an icon not shipped."""
    source(name)
    return QIcon(_keep(_Engine(name, token)))
