"""What actions act on: the parts of the window, without the window."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from ui.case_session import CaseSession
from workbench.settings import Settings

if TYPE_CHECKING:
    from ui.tasks import Work
    from ui.views.article_view import ArticlePane
    from ui.views.claim_details import ClaimDetails
    from ui.views.claims_panel import ClaimsPanel
    from ui.views.workplace import Workplace


class Shell(Protocol):
    """What the window itself can be asked for."""

    @property
    def workplace(self) -> Workplace: ...

    def open_path(self, path: Path) -> None: ...

    def paste_article(self, text: str) -> None: ...

    def open_address(self) -> None: ...

    def run_action(self, identifier: str) -> None: ...

    def action_rows(self) -> list[tuple[str, str, str, str]]: ...

    def apply_settings(self, settings: Settings) -> None: ...

    def focus_message(self) -> None: ...

    def watch(self, work: Work, words: str) -> None: ...

    def come_forward(self) -> None: ...

    def leave(self) -> None: ...


@dataclass(slots=True)
class Desk:
    window: QWidget
    shell: Shell
    session: CaseSession
    settings: Settings
    focus_mode: bool = False

    @property
    def article(self) -> ArticlePane:
        return self.shell.workplace.article

    @property
    def claims(self) -> ClaimsPanel:
        return self.shell.workplace.claims

    @property
    def details(self) -> ClaimDetails:
        return self.shell.workplace.details
