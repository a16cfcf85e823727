"""Words cancelled before they were saved: gone from their field, and one redo away."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui import messages
from ui.case_session import CaseSession
from ui.models import acts

if TYPE_CHECKING:
    from workbench.domain.changes import Changes
    from workbench.storage.case_file import CaseFile


def put_aside(session: CaseSession, act: acts.Act, field: str, bring_back: Callable[[], None]) -> None:
    """Have `act` file the words typed in `field` and take them back; `bring_back` when they could not be filed."""
    filed: list[bool] = []

    def both(file: CaseFile) -> Changes | None:
        changes = acts.taken_back(act)(file)
        filed.append(True)
        return changes

    def over(_: object) -> None:
        if not filed:
            bring_back()
            return
        told = QCoreApplication.translate(
            "PuttingAside", "What was typed in “{field}” is put aside; Redo (Ctrl+Shift+Z) brings it back."
        )
        messages.show(told.format(field=field))

    session.do(both)
    # Acts and reads are done in the order asked, so this comes when the act is over, well or badly.
    session.fetch(lambda _file: None, over)
