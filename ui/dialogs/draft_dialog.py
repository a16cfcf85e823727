"""What becomes of the claims in a new draft, before it is taken in."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import plain
from ui.models.word_changes import marked
from workbench.domain.case import Case
from workbench.workflow.drafting import Followed
from workbench.workflow.reanchoring import Fate


class DraftDialog(QDialog):
    def __init__(self, case: Case, followed: Sequence[Followed], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = QLocale().toString(case.draft.number + 1)
        self.setWindowTitle(self.tr("Take in draft {number}").format(number=self._number))
        by_fate = {fate: [one for one in followed if one.fate is fate] for fate in Fate}
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        for label in self._counts(by_fate):
            column.addWidget(label)
        self.differences = QTextBrowser()
        self.differences.setOpenLinks(False)
        self.differences.setAccessibleName(self.tr("Claims that are not as they were"))
        self.differences.setHtml(self._page(by_fate))
        self.differences.setVisible(bool(by_fate[Fate.CHANGED] or by_fate[Fate.GONE]))
        column.addWidget(self.differences, 1)
        column.addWidget(
            plain(
                "muted",
                self.tr(
                    "The draft that the case has now is kept in it. Undo does not take a draft back: a backup is made "
                    "first. Afterwards claims are looked for in what is new."
                ),
            )
        )
        column.addWidget(self._buttons())
        self.resize(look.px(44), look.px(30) if self.differences.isVisibleTo(self) else self.sizeHint().height())

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

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        cancel = buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setText(self.tr("Cancel"))
        words = self.tr("Take in draft {number}").format(number=self._number)
        take = look.style(buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole), role="primary")
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, followed: Sequence[Followed]) -> bool:
        """Whether the draft is to be taken in."""
        dialog = cls(case, followed, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        dialog.deleteLater()
        return given
