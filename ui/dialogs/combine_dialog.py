"""What a colleague's copy of the case would bring, before it is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import plain
from ui.models import act_words
from ui.models.word_changes import kept
from workbench.domain.case import Case
from workbench.storage.left_out import LeftOut
from workbench.workflow.combining import Combined, Differing


class CombineDialog(QDialog):
    def __init__(self, case: Case, combined: Combined, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._case = case
        self.setWindowTitle(self.tr("Take in a colleague's copy"))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        for label in self._counts(combined):
            column.addWidget(label)
        self.choices = QTextBrowser()
        self.choices.setOpenLinks(False)
        self.choices.setAccessibleName(self.tr("Where both copies changed the same"))
        self.choices.setHtml("".join((*map(self._differing, combined.differing), *map(self._left, combined.left_out))))
        self.choices.setVisible(bool(combined.differing or combined.left_out))
        column.addWidget(self.choices, 1)
        column.addWidget(
            plain(
                "muted",
                self.tr(
                    "Each act keeps the name of who did it. Where both wrote, the words of this case stand and the "
                    "others are in its history (H). Undo does not take a copy out again: a backup is made first."
                ),
            )
        )
        column.addWidget(self._buttons())
        self.resize(look.px(44), look.px(30) if self.choices.isVisibleTo(self) else self.sizeHint().height())

    def _counts(self, combined: Combined) -> Iterator[QLabel]:
        who = QLocale().createSeparatedList(list(combined.who)) or self.tr("somebody without a name")
        yield plain("strong", self.tr("%n acts by {who} will be done here too.", "", combined.acts).format(who=who))
        changed = [number for number in combined.claims if number not in combined.new]
        for words, numbers in (
            (self.tr("%n claims change: {numbers}.", "", len(changed)), changed),
            (self.tr("%n claims are new: {numbers}.", "", len(combined.new)), combined.new),
            (
                self.tr(
                    "%n checked claims need attention, since nobody has seen them as they will be: {numbers}.",
                    "",
                    len(combined.attention),
                ),
                combined.attention,
            ),
        ):
            if numbers:
                yield plain("", words.format(numbers=_listed(numbers)))

    def _differing(self, one: Differing) -> str:
        difference = one.difference
        where = [self._claim(one.claim)] if one.claim else []
        where += [act_words.word(said) for said in (difference.thing, difference.field) if said != "claim"]
        here, there = (
            kept(act_words.value(difference.field, said, self._case)) or escape(self.tr("nothing"))
            for said in (difference.after, difference.before)
        )
        muted = look.tokens().muted
        return (
            f"<p><b>{escape(' · '.join(where))}</b><br>"
            f'<span style="color:{muted}">{escape(self.tr("stays:"))}</span> {here}<br>'
            f'<span style="color:{muted}">{escape(self.tr("in the copy:"))}</span> {there}</p>'
        )

    def _left(self, left: LeftOut) -> str:
        what = self._claim(left.claim) if left.claim else self.tr("The note “{title}”").format(title=left.title)
        if left.deleted_here:
            said = self.tr("{what} was deleted here: what the copy does with it is left out.")
        else:
            said = self.tr("{what} was deleted in the copy and worked on here: it stays.")
        return f"<p>{escape(said.format(what=what))}</p>"

    def _claim(self, number: int) -> str:
        return self.tr("Claim {number}").format(number=QLocale().toString(number))

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        take = look.style(buttons.addButton(self.tr("Take in"), QDialogButtonBox.ButtonRole.AcceptRole), role="primary")
        take.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, combined: Combined) -> bool:
        """Whether the copy is to be taken in."""
        dialog = cls(case, combined, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        dialog.deleteLater()
        return given


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(QLocale().toString, numbers))
