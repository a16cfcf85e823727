"""What becomes of the claims in a new draft, before it is taken in."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QWidget

from ui import look
from ui.dialogs.taking_in_dialog import TakingInDialog
from ui.look.labels import plain
from ui.models.word_changes import marked
from workbench.domain.case import Case
from workbench.workflow.drafting import Followed
from workbench.workflow.reanchoring import Fate


class DraftDialog(TakingInDialog):
    def __init__(self, case: Case, followed: Sequence[Followed], parent: QWidget | None = None) -> None:
        number = QLocale().toString(case.draft.number + 1)
        take = self.tr("Take in draft {number}").format(number=number)
        super().__init__(take, parent)
        by_fate = {fate: [one for one in followed if one.fate is fate] for fate in Fate}
        self.page.setAccessibleName(self.tr("Claims that are not as they were"))
        self.show_all(
            self._counts(by_fate),
            self._page(by_fate),
            self.tr(
                "The draft that the case has now is kept in it. Undo does not take a draft back: a backup is made "
                "first. Afterwards claims are looked for in what is new."
            ),
            take,
        )

    def _counts(self, by_fate: dict[Fate, list[Followed]]) -> list[QLabel]:
        same, changed, gone = (len(by_fate[fate]) for fate in (Fate.SAME, Fate.CHANGED, Fate.GONE))
        said = [self.tr("%n claims stand as they stood and keep everything.", "", same)]
        if changed:
            said.append(self.tr("%n claims have other words: what you wrote stays, but look again.", "", changed))
        if gone:
            said.append(self.tr("%n claims are no longer in the text: they stay in the case.", "", gone))
        return [plain("strong", words) for words in said]

    def _page(self, by_fate: dict[Fate, list[Followed]]) -> str:
        tokens = look.tokens()
        rows = [(one.claim.number, marked(one.claim.exact, one.anchors[0].exact)) for one in by_fate[Fate.CHANGED]] + [
            (one.claim.number, marked(one.claim.exact, "")) for one in by_fate[Fate.GONE]
        ]
        return "".join(
            f'<p><span style="color:{tokens.muted}">{escape(QLocale().toString(number))}</span>&nbsp; {words}</p>'
            for number, words in rows
        )

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, followed: Sequence[Followed]) -> bool:
        """Whether the draft is to be taken in."""
        return cls(case, followed, parent).is_wanted()
