"""What a colleague's copy of the case would bring, before it is taken in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel, QWidget

from ui import look
from ui.dialogs.taking_in_dialog import TakingInDialog
from ui.look.labels import plain
from ui.models import act_words
from ui.models.word_changes import kept
from workbench.domain.case import Case
from workbench.storage.left_out import LeftOut
from workbench.workflow.combining import Combined, Differing


class CombineDialog(TakingInDialog):
    def __init__(self, case: Case, combined: Combined, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Take in a colleague's copy"), parent)
        self._case = case
        self.page.setAccessibleName(self.tr("Where both copies changed the same"))
        self.show_all(
            self._counts(combined),
            "".join((*map(self._differing, combined.differing), *map(self._left, combined.left_out))),
            self.tr(
                "Each act keeps the name of who did it. Where both wrote, the words of this case stand and the "
                "others are in its history (H). Undo does not take a copy out again: a backup is made first."
            ),
            self.tr("Take in"),
        )

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

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, combined: Combined) -> bool:
        """Whether the copy is to be taken in."""
        return cls(case, combined, parent).is_wanted()


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(QLocale().toString, numbers))
