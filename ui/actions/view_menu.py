"""View: size of the text, where the focus is, theme."""

from __future__ import annotations

from functools import partial

from ui.actions.desk import Desk
from ui.actions.table import QT_TRANSLATE_NOOP, Action, Menu, Needs


def focus_article(desk: Desk) -> None:
    desk.article.setFocus()


def focus_claims(desk: Desk) -> None:
    desk.claims.focus_list()


def focus_filter(desk: Desk) -> None:
    desk.claims.focus_filter()


def show_details(desk: Desk) -> None:
    """Give the list of claims the room of the details, or give it back."""
    desk.shell.workplace.fold_details()


def focus_details(desk: Desk) -> None:
    desk.shell.workplace.unfold_details()
    desk.details.focus_first()


def focus_reasons(desk: Desk) -> None:
    """To the correction that the outcome wants, else to the reasoning; Ctrl+Enter leads back."""
    desk.shell.workplace.unfold_details()
    desk.details.focus_reasons()


def focus_message(desk: Desk) -> None:
    """To what the message offers, else to closing it; back to where one was when it goes."""
    desk.shell.focus_message()


def zoom(desk: Desk, step: int) -> None:
    """One step larger (1) or smaller (-1), or back to the size of the settings (0)."""
    desk.article.zoom(step)


def focus_mode(desk: Desk) -> None:
    """Let the paragraphs without the selected claim step back, or come forward again."""
    desk.focus_mode = not desk.focus_mode
    desk.article.set_alone(desk.focus_mode)


ACTIONS = (
    Action(
        "view.larger",
        QT_TRANSLATE_NOOP("Actions", "&Larger text"),
        Menu.VIEW,
        partial(zoom, step=1),
        ("Ctrl++", "Ctrl+="),
        icon="zoom-in",
    ),
    Action(
        "view.smaller",
        QT_TRANSLATE_NOOP("Actions", "&Smaller text"),
        Menu.VIEW,
        partial(zoom, step=-1),
        ("Ctrl+-",),
        icon="zoom-out",
    ),
    Action("view.normal", QT_TRANSLATE_NOOP("Actions", "&Normal size"), Menu.VIEW, partial(zoom, step=0), ("Ctrl+0",)),
    Action(
        "view.focus",
        QT_TRANSLATE_NOOP("Actions", "&Focus on the selected claim"),
        Menu.VIEW,
        focus_mode,
        ("F9",),
        icon="focus",
    ),
    Action(
        "view.article", QT_TRANSLATE_NOOP("Actions", "Go to the &article"), Menu.VIEW, focus_article, ("F6",), group=1
    ),
    Action("view.claims", QT_TRANSLATE_NOOP("Actions", "Go to the &claims"), Menu.VIEW, focus_claims, ("F7",), group=1),
    Action(
        "view.details", QT_TRANSLATE_NOOP("Actions", "Go to the &details"), Menu.VIEW, focus_details, ("F8",), group=1
    ),
    Action(
        "view.reasons",
        QT_TRANSLATE_NOOP("Actions", "&Write the correction or reasoning"),
        Menu.VIEW,
        focus_reasons,
        ("R",),
        Needs.CLAIM,
        group=1,
    ),
    Action(
        "view.filter",
        QT_TRANSLATE_NOOP("Actions", "Go to the claims’ fi&lter"),
        Menu.VIEW,
        focus_filter,
        ("Shift+F7",),
        icon="list-filter",
        group=1,
    ),
    Action(
        "view.message",
        QT_TRANSLATE_NOOP("Actions", "Go to the &message"),
        Menu.VIEW,
        focus_message,
        ("Shift+F6",),
        Needs.NOTHING,
        group=1,
    ),
    Action(
        "view.fold",
        QT_TRANSLATE_NOOP("Actions", "&Hide or show the details"),
        Menu.VIEW,
        show_details,
        ("Shift+F8",),
        group=1,
    ),
    Action(
        "view.palette",
        QT_TRANSLATE_NOOP("Actions", "Command &palette…"),
        Menu.VIEW,
        lambda desk: desk.shell.run_action("palette"),
        ("Ctrl+Shift+P",),
        Needs.NOTHING,
        group=2,
    ),
)
