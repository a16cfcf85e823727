"""The one table of all actions, menu by menu."""

from __future__ import annotations

from ui.actions import claim_menu, edit_menu, evidence_menu, file_menu, help_menu, view_menu
from ui.actions.table import Action

ACTIONS: tuple[Action, ...] = (
    *file_menu.ACTIONS,
    *edit_menu.ACTIONS,
    *claim_menu.ACTIONS,
    *evidence_menu.ACTIONS,
    *view_menu.ACTIONS,
    *help_menu.ACTIONS,
)
