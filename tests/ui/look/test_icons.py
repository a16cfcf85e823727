from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

import resources
from ui import look

NAMES = sorted(path.stem for path in resources.path("icons").glob("*.svg"))


def _colours(image: QImage) -> set[str]:
    """The colours of the opaque pixels."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {colour.name() for colour in pixels if colour.alpha() == 255}


def _drawn(icon: QIcon, side: int = 24, mode: QIcon.Mode = QIcon.Mode.Normal, ratio: float = 1.0) -> QImage:
    return icon.pixmap(QSize(side, side), ratio, mode).toImage()


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_that_ships_can_be_drawn(name: str, qapp: QApplication) -> None:
    assert QSvgRenderer(str(resources.path(f"icons/{name}.svg"))).isValid()
    assert _colours(_drawn(look.icon(name)))


def test_the_licence_ships_with_the_icons() -> None:
    assert "ISC License" in resources.path("icons/LICENSE").read_text("utf-8")


def test_icons_follow_the_theme_without_being_set_again(qapp: QApplication) -> None:
    look.apply(qapp, look.Theme.LIGHT)
    kept = look.icon("plus")
    assert _colours(_drawn(kept)) == {look.LIGHT.text}
    look.apply(qapp, look.Theme.DARK)
    assert _colours(_drawn(kept)) == {look.DARK.text}
    assert _colours(_drawn(kept, mode=QIcon.Mode.Disabled)) == {look.DARK.disabled}


def test_icons_are_drawn_anew_for_a_sharper_screen(qapp: QApplication) -> None:
    twice = _drawn(look.icon("check"), 16, ratio=2.0)
    assert (twice.width(), twice.devicePixelRatio()) == (32, 2.0)
    enlarged = _drawn(look.icon("check"), 16).scaled(32, 32)
    assert twice.convertToFormat(QImage.Format.Format_ARGB32) != enlarged.convertToFormat(QImage.Format.Format_ARGB32)


def test_icons_outlive_the_collection_of_garbage(qapp: QApplication) -> None:
    copies = [QIcon(look.icon(name)) for name in NAMES[:20] for _ in range(20)]
    gc.collect()
    assert all(_colours(_drawn(icon, 48)) for icon in copies)


def test_painters_get_icons_in_any_colour(qapp: QApplication) -> None:
    image = look.pixmap("check", "#123456", 20, 1.0).toImage()
    assert _colours(image) == {QColor("#123456").name()}


def test_an_icon_that_does_not_ship_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError, match="unicorn"):
        look.icon("unicorn")


def test_an_icon_of_no_size_is_nothing_and_no_complaint(qapp: QApplication) -> None:
    assert look.icon("plus").pixmap(QSize(0, 0)).isNull()
    page = QPixmap(4, 4)
    page.fill("white")
    painter = QPainter(page)
    look.icon("plus").paint(painter, QRect(0, 0, 0, 0))
    painter.end()
    assert _colours(page.toImage()) == {"#ffffff"}
