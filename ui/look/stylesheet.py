"""The one stylesheet of the window, made from the tokens. Lengths are parts of the font's size and grow with it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication

from ui.look.fonts import px
from ui.look.tokens import Tokens

_BARS = """
QMainWindow, QDialog, QMenuBar, QStatusBar, QToolBar { background: $window; }
QMenuBar { border-bottom: 1px solid $border; padding: 0 ${half}px; }
QMenuBar::item { padding: ${third}px ${half}px; border-radius: ${radius}px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $page; border: 1px solid $border_strong; padding: ${quarter}px; }
QMenu::item { padding: ${third}px ${half}px; padding-$far: ${two}px; border-radius: ${radius}px; }
QMenu::item:selected { background: $accent_soft; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $border; margin: ${quarter}px ${half}px; }
QMenu::icon { padding-$near: ${third}px; }
QToolBar {
    qproperty-iconSize: ${icon}px; border: 0; border-bottom: 1px solid $border; spacing: ${third}px;
    padding: ${third}px ${half}px;
}
QToolBar::separator { width: 1px; background: $border; margin: ${quarter}px ${third}px; }
QStatusBar { border-top: 1px solid $border; color: $muted; }
QStatusBar::item { border: 0; }
QSplitter::handle { background: $border; }
QSplitter::handle:hover { background: $accent; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QToolTip { background: $page; color: $text; border: 1px solid $border_strong; padding: ${quarter}px; }
QDockWidget::title { background: $window; padding: ${third}px; }
QHeaderView::section {
    background: $window; color: $muted; border: 0; border-bottom: 1px solid $border; padding: ${quarter}px ${half}px;
}
"""

_BUTTONS = """
QPushButton, QToolButton {
    background: $page; color: $text; border: 1px solid $border_strong; border-radius: ${radius}px;
    padding: ${third}px ${three_quarters}px; outline: none;
}
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QToolButton { padding: ${third}px ${half}px; }
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:pressed, QToolButton:pressed, QPushButton:checked, QToolButton:checked {
    background: $accent_soft; border-color: $accent;
}
QPushButton:focus, QToolButton:focus { border: 2px solid $focus; padding: ${third_1}px ${three_quarters_1}px; }
QToolButton:focus { padding: ${third_1}px ${half_1}px; }
QPushButton[capped="true"] { padding-right: ${capped}px; }
QPushButton[capped="true"]:focus { padding-right: ${capped_1}px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $border; background: transparent; }
QToolButton[popupMode="1"] { padding-$far: ${one_half}px; }
QToolButton::menu-indicator { width: 0; }

QToolBar QToolButton { border-color: transparent; background: transparent; padding: ${quarter}px ${third}px; }
QToolBar QToolButton:hover { background: $raised; border-color: $border; }
QToolBar QToolButton:checked { background: $accent_soft; border-color: $accent; }
QToolBar QToolButton:focus { border: 2px solid $focus; padding: ${quarter_1}px ${third_1}px; }

QPushButton[role="primary"], QToolButton[role="primary"] {
    background: $accent; color: $on_accent; border-color: $accent;
}
QPushButton[role="primary"]:hover, QToolButton[role="primary"]:hover { border-color: $text; }
QPushButton[role="primary"]:focus, QToolButton[role="primary"]:focus { border: 2px solid $text; }
QPushButton[role="primary"]:disabled, QToolButton[role="primary"]:disabled {
    background: $raised; color: $disabled; border-color: $border;
}
QPushButton[role="quiet"], QToolButton[role="quiet"] {
    background: transparent; border-color: transparent; padding: ${quarter}px ${third}px;
}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $raised; }
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked { background: $accent_soft; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {
    border: 2px solid $focus; padding: ${quarter_1}px ${third_1}px;
}
QToolButton[tone="good"] { color: $good; }
QToolButton[tone="bad"] { color: $bad; }
QPushButton[role="chip"] {
    background: $raised; border: 1px solid $border; border-radius: ${pill}px; padding: ${fifth}px ${half}px;
}
QPushButton[role="chip"]:hover { border-color: $border_strong; }
QPushButton[role="chip"]:checked { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[role="chip"]:focus { border: 2px solid $focus; padding: ${fifth_1}px ${half_1}px; }
QPushButton[role="chip"]:checked:focus { border-color: $text; }
QPushButton[role="segment"] { padding: ${quarter}px ${narrow}px; }
QPushButton[role="segment"]:focus { padding: ${quarter_1}px ${narrow_1}px; }
QPushButton[role="segment"]:checked { background: $accent_soft; border-color: $accent; color: $text; }
QPushButton[role="segment"][tone="good"]:checked { background: $good_soft; color: $good; border-color: $good; }
QPushButton[role="segment"][tone="mixed"]:checked { background: $mixed_soft; color: $mixed; border-color: $mixed; }
QPushButton[role="segment"][tone="bad"]:checked { background: $bad_soft; color: $bad; border-color: $bad; }
QPushButton[role="segment"][tone="open"]:checked { background: $open_soft; color: $text; border-color: $open; }
QPushButton[role="danger"] { color: $bad; border-color: $bad; }
QPushButton[role="danger"]:hover { background: $bad_soft; }
QPushButton[role="link"] {
    background: transparent; border: 2px solid transparent; color: $accent; padding: 0; text-align: $near;
}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus { text-decoration: underline; }
QPushButton[role="link"]:focus { border-color: $focus; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDoubleSpinBox, QDateEdit {
    background: $page; color: $text; border: 1px solid $border_strong; border-radius: ${radius}px;
    padding: ${quarter}px ${third}px; selection-background-color: $selection; selection-color: $text;
    placeholder-text-color: $muted;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QDateEdit:focus { border: 2px solid $focus; padding: ${quarter_1}px ${third_1}px; }
QTextEdit[role="article"] { border: 2px solid $page; border-radius: 0; padding: 0; }
QTextEdit[role="article"][ring="true"] { border-color: $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled { color: $disabled; }
QLineEdit:read-only { background: $window; }
QLineEdit[level="error"], QPlainTextEdit[level="error"] { border: 2px solid $bad; }
QComboBox { padding-$far: ${one_half}px; }
QComboBox::drop-down { border: 0; width: ${one_half}px; }
QComboBox::down-arrow { image: url("$chevron_down"); width: ${arrow}px; height: ${arrow}px; }
QSpinBox, QDoubleSpinBox, QDateEdit { padding-$far: ${one_half}px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    background: transparent; border: 0; width: ${one_half}px; subcontrol-origin: border;
}
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: ${arrow}px; height: ${arrow}px; }
QAbstractSpinBox::down-arrow { image: url("$chevron_down"); width: ${arrow}px; height: ${arrow}px; }
QCheckBox::indicator, QRadioButton::indicator, QMenu::indicator, QAbstractItemView::indicator {
    width: ${box}px; height: ${box}px; border: 1px solid $border_strong; background: $page;
}
QCheckBox::indicator, QMenu::indicator, QAbstractItemView::indicator { border-radius: ${radius}px; }
QRadioButton::indicator { border-radius: ${box_round}px; }
QMenu::indicator { margin-$near: ${third}px; }
QCheckBox::indicator:checked, QMenu::indicator:checked, QAbstractItemView::indicator:checked {
    background: $accent; border-color: $accent; image: url("$check");
}
QCheckBox::indicator:indeterminate { background: $accent; border-color: $accent; image: url("$minus"); }
QRadioButton::indicator:checked {
    border-color: $accent;
    background: qradialgradient(
        cx: 0.5, cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5,
        stop: 0 $on_accent, stop: 0.38 $on_accent, stop: 0.46 $accent, stop: 1 $accent
    );
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; }
QCheckBox, QRadioButton { spacing: ${third}px; }
QCheckBox:focus, QRadioButton:focus { border: 1px solid $focus; border-radius: ${radius}px; }
QAbstractItemView { background: $page; color: $text; border: 0; outline: 0; }
QListView, QTreeView, QTableView { border: 1px solid $border; padding: 1px; border-radius: ${radius}px; }
QAbstractItemView::item { padding: ${quarter}px; }
QAbstractItemView::item:hover { background: $raised; }
QAbstractItemView::item:selected { background: $accent_soft; color: $text; }
QListView:focus, QTreeView:focus, QTableView:focus { border: 2px solid $focus; padding: 0; }
QListView[role="rows"], QListView[role="rows"]:focus { border: 0; padding: 0; border-radius: 0; }
QListView[role="desk"] { background: $raised; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    border: 0 solid $popup_edge; border-left-width: 1px; border-right-width: 1px; padding: 0; border-radius: 0;
}
QScrollArea:focus { border: 2px solid $focus; border-radius: ${radius}px; }
QProgressBar { background: $raised; border: 0; border-radius: ${bar_radius}px; max-height: ${third}px; }
QProgressBar::chunk { background: $good; border-radius: ${bar_radius}px; }
QScrollBar { background: transparent; border: 0; margin: 0; }
QScrollBar:vertical { width: ${scroll}px; }
QScrollBar:horizontal { height: ${scroll}px; }
QScrollBar::handle { background: $border_strong; border-radius: ${scroll_radius}px; margin: 2px; }
QScrollBar::handle:vertical { min-height: ${two}px; }
QScrollBar::handle:horizontal { min-width: ${two}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: 0; border-top: 1px solid $border; }
QTabBar::tab {
    padding: ${third}px ${three_quarters}px; border: 0; border-bottom: 2px solid transparent; color: $muted;
}
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar:focus { border: 1px solid $focus; }
QGroupBox { border: 0; margin-top: ${one_half}px; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
"""

_SURFACES = """
QWidget[role="page"], QScrollArea[role="page"] { background: $page; border: 0; }
QFrame[role="bar"] { background: $window; border: 0; border-bottom: 1px solid $border; }
QFrame[role="foot"] { background: $window; border: 0; border-top: 1px solid $border; }
QFrame[role="card"] { background: $page; border: 1px solid $border; border-radius: ${card}px; }
QFrame[role="card"]:hover { border-color: $border_strong; }
QFrame[role="card"]:focus, QFrame[role="card"][selected="true"] { border: 2px solid $focus; }
QFrame[role="popup"] { background: $page; border: 1px solid $border_strong; border-radius: ${card}px; }
QFrame[role="quote"] { background: transparent; border: 0; border-left: 3px solid $accent; padding-left: ${half}px; }
QFrame[role="rule"] { background: $border; border: 0; max-height: 1px; min-height: 1px; }
QFrame[role="message"] { background: $accent_soft; border: 1px solid $accent; border-radius: ${radius}px; }
QFrame[role="message"][level="warning"] { background: $mixed_soft; border-color: $mixed; }
QFrame[role="message"][level="error"] { background: $bad_soft; border-color: $bad; }
QFrame[role="message"][level="done"] { background: $good_soft; border-color: $good; }
QLabel { background: transparent; }
QLabel[role="muted"], QLabel[role="small"] { color: $muted; }
QLabel[role="error"] { color: $bad; }
QLabel[role="keycap"] {
    color: $muted; background: $page; border: 1px solid $border_strong; border-radius: ${radius}px;
    padding: 0 ${quarter}px;
}
QLabel[role="chip"] { background: $raised; border-radius: ${radius}px; padding: ${tenth}px ${third}px; }
QLabel[role="badge"] {
    color: $muted; border: 1px solid $border_strong; border-radius: ${radius}px; padding: 0 ${third}px;
}
QLabel[tone="good"] { color: $good; }
QLabel[tone="mixed"] { color: $mixed; }
QLabel[tone="bad"] { color: $bad; }
QLabel[tone="open"] { color: $open; }
QLabel[role="badge"][tone="good"] { border-color: $good; }
QLabel[role="badge"][tone="mixed"] { border-color: $mixed; }
QLabel[role="badge"][tone="bad"] { border-color: $bad; }
"""

_LENGTHS = {
    "tenth": 0.1,
    "fifth": 0.2,
    "quarter": 0.3,
    "third": 0.4,
    "narrow": 0.5,
    "half": 0.6,
    "three_quarters": 0.8,
    "one_half": 1.5,
    "capped": 2.2,
    "two": 2.0,
    "radius": 0.3,
    "card": 0.5,
    "pill": 0.75,
    "scroll": 0.85,
    "scroll_radius": 0.25,
    "bar_radius": 0.2,
    "icon": 1.25,
    "arrow": 0.9,
    "box": 1.0,
}
"""In sizes of the font. `…_1` is the same one pixel less, where a 2 px focus ring takes the place of a 1 px edge."""


def button_height(*, quiet: bool = False) -> int:
    """What a button will be high in device-independent pixels: its words, the padding of its role, its edges."""
    words = QFontMetrics(QGuiApplication.font()).size(Qt.TextFlag.TextShowMnemonic, "Stop")
    return words.height() + 2 * (px(_LENGTHS["quarter" if quiet else "third"]) + 1)


IMAGES = {
    "chevron_down": ("chevron-down", "text"),
    "chevron_up": ("chevron-up", "text"),
    "check": ("check", "on_accent"),
    "minus": ("minus", "on_accent"),
}
"""Images that the stylesheet needs as files: icon and colour token."""


def stylesheet(tokens: Tokens, em: float, images: Mapping[str, Path]) -> str:
    """The stylesheet in `tokens` for a font of `em` device-independent pixels, with the `images` named in IMAGES.

    It fits the way the application's language runs at this moment.
    """
    values: dict[str, str] = {name: str(getattr(tokens, name)) for name in Tokens._fields}
    for name, length in _LENGTHS.items():
        pixels = max(1, round(length * em))
        values[name] = str(pixels)
        values[f"{name}_1"] = str(pixels - 1)
    values["box_round"] = str((int(values["box"]) + 2) // 2)  # with its edges
    # Fusion draws the frame behind a list that drops down so, and no stylesheet reaches that: the sides go with it.
    values["popup_edge"] = QColor(tokens.window).darker(160).name()
    # Qt turns round what it places, but not lengths given by side.
    values["near"], values["far"] = ("right", "left") if QGuiApplication.isRightToLeft() else ("left", "right")
    values.update({name: image.as_posix() for name, image in images.items()})
    return Template(_BARS + _BUTTONS + _FIELDS + _SURFACES).substitute(values)
