"""Making or editing an evidence note in one gesture: Ctrl+Enter files it, Esc leaves it with what was typed kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from ui import look, messages
from ui.dialogs.claim_links import ClaimLinks
from ui.dialogs.form_dialog import FormDialog, add_row, form_layout
from ui.dialogs.note_draft import KeptDrafts, NoteDraft
from ui.dialogs.page_copy_field import PageCopyField
from ui.dialogs.snapshot_field import SnapshotField
from ui.dialogs.source_fields import SourceFields
from ui.dialogs.tags_field import TagsField
from ui.look.labels import caption, plain
from ui.look.room import fit
from workbench.domain.case import Case

if TYPE_CHECKING:
    from workbench.workflow.page_fetching import FetchedPage

kept = KeptDrafts()
"""What was typed into notes that were left unfiled."""


class NoteDialog(FormDialog):
    def __init__(
        self,
        case: Case,
        start: NoteDraft,
        *,
        evidence_id: str = "",
        page: PageCopyField | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`evidence_id` names the note to edit; without it a new one is made. `page` fetches what is at the address."""
        note = case.evidence.get(evidence_id)
        super().__init__(
            self.tr("Edit evidence note") if note else self.tr("New evidence note"),
            self.tr("Save note") if note else self.tr("File note"),
            parent,
        )
        self._case, self._start, self._note = case, start, note
        self.source = SourceFields({} if note else case.sources)
        self.locator = QLineEdit()
        self.locator.setPlaceholderText(self.tr("p. 3 · para. 4 · 12:40 · table 2"))
        self.excerpt = self._text(self.tr("The words relied on, quoted"))
        self.note = self._text(self.tr("Your own words, in Markdown: what this shows, and what it doesn’t"))
        self.tags = TagsField(tag for one in case.evidence.values() for tag in one.tags)
        self.snapshot = SnapshotField(self._snapshot_name())
        self.snapshot.refused.connect(self.say_problem)
        self.links = ClaimLinks(case, start.links)
        self.page = page
        self._lay_out()
        if page is not None:
            self._offer_page(page)
        self._show_start()
        self.setAcceptDrops(True)
        fit(self, 46, 54)

    def _text(self, example: str) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setPlaceholderText(example)
        field.setTabChangesFocus(True)
        field.setFixedHeight(look.px(5.2))
        return field

    def _snapshot_name(self) -> str:
        snapshot = self._case.snapshots.get(self._note.snapshot) if self._note else None
        return snapshot.name if snapshot else ""

    def _lay_out(self) -> None:
        form = form_layout()
        for name, field in (
            (self.tr("Place in it"), self.locator),
            (self.tr("Excerpt"), self.excerpt),
            (self.tr("Note"), self.note),
            (self.tr("Tags"), self.tags),
            (self.tr("Snapshot"), self.snapshot),
        ):
            add_row(form, name, field)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, look.px(0.6), 0)
        column.setSpacing(look.px(0.7))
        if self._note is not None and self._shared_by() > 1:
            column.addWidget(
                plain(
                    "muted", self.tr("%n notes share this source: its record changes for all.", "", self._shared_by())
                )
            )
        column.addWidget(self.source)
        column.addWidget(look.style(QFrame(), role="rule"))
        column.addLayout(form)
        column.addWidget(look.style(QFrame(), role="rule"))
        column.addWidget(caption("strong", self.tr("Bears on")))
        column.addWidget(self.links)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll)

    def _offer_page(self, page: PageCopyField) -> None:
        self.source.add_below_address(page)
        self.source.url.textChanged.connect(page.show_address)
        page.refused.connect(self.say_problem)
        page.fetched.connect(self._take_page)

    def _take_page(self, page: FetchedPage) -> None:
        """Keep the copy; what the page says of itself goes where nothing was typed yet."""
        self.say_problem()
        self.snapshot.set_file(page.copy)
        self.source.fill(page.known)

    def done(self, result: int) -> None:
        if self.page is not None:
            self.page.stop()
        super().done(result)

    def _shared_by(self) -> int:
        assert self._note is not None
        return sum(note.source_id == self._note.source_id for note in self._case.evidence.values())

    def _show_start(self) -> None:
        fields = self._start.fields
        self.source.show_source(fields)
        self.source.choose(self._start.source_id)
        self.locator.setText(fields.locator)
        self.excerpt.setPlainText(fields.excerpt)
        self.note.setPlainText(fields.note)
        self.tags.set_tags(fields.tags)
        self.snapshot.set_file(self._start.snapshot)
        (self.excerpt if fields.title else self.source.title).setFocus()

    def draft(self) -> NoteDraft:
        """What the form holds now."""
        fields = replace(
            self.source.read(),
            locator=self.locator.text().strip(),
            excerpt=self.excerpt.toPlainText().strip(),
            note=self.note.toPlainText().strip(),
            place=self._start.fields.place,
            tags=self.tags.tags(),
        )
        return NoteDraft(fields, self.links.links(), self.snapshot.file(), self.source.source_id())

    def files_on_enter(self, _field: QWidget | None, /) -> bool:
        """Never: a half-written note must not be filed by it."""
        return False

    def accept(self) -> None:
        problem = self.source.problem()
        if problem is None and self._note is None and not self.links.links():
            problem = (self.tr("Say which claim the note bears on."), self.links.more)
        if problem is None:
            super().accept()
        else:
            self.say_problem(*problem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.snapshot.dragEnterEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.snapshot.dropEvent(event)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        case: Case,
        on: str,
        start: NoteDraft,
        *,
        evidence_id: str = "",
        page: PageCopyField | None = None,
    ) -> NoteDraft | None:
        """The note to file, or None when it was left; what was typed then waits under `on` for the next time.

        `on` is the claim the note was begun from, or the note being edited.
        """
        dialog = cls(case, start, evidence_id=evidence_id, page=page, parent=parent)
        before = dialog.draft()
        filed = dialog.exec() == cls.DialogCode.Accepted
        draft = dialog.draft()
        dialog.deleteLater()
        if filed:
            return draft
        if draft != before:
            kept.keep(case.id, on, draft)
            messages.show(
                QCoreApplication.translate("NoteDialog", "What you typed is kept: begin the note again to go on.")
            )
        return None
