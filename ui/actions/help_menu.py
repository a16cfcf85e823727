"""Help: the keys, and what this is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs
from workbench import __version__


def about(desk: Desk) -> None:
    words = QCoreApplication.translate(
        "Actions",
        "Fact-Check Workbench {version}\n\nIt ranks and explains; the outcome is yours. "
        "Works offline; everything is kept in your own case file.\n\nMIT licence.",
    )
    QMessageBox.about(desk.window, "Fact-Check Workbench", words.format(version=__version__))


ACTIONS = (
    Action(
        "help.keys",
        QT_TRANSLATE_NOOP("Actions", "&Keyboard shortcuts"),
        Menu.HELP,
        lambda desk: desk.shell.run_action("keys"),
        ("F1", "?"),
        Needs.NOTHING,
        "keyboard",
    ),
    Action("help.about", QT_TRANSLATE_NOOP("Actions", "&About"), Menu.HELP, about, (), Needs.NOTHING),
)
