"""One evidence note on the selected claim."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from ui import look
from ui.look.flow_layout import FlowLayout
from ui.look.labels import apart, caption, plain
from ui.models import words
from ui.models.evidence_model import EvidenceRow
from ui.views.note_words import NoteWords
from workbench.domain.claim import Claim, ClaimKind
from workbench.domain.evidence import Snapshot, Stance

STANCE_LOOKS = {
    Stance.SUPPORTS: ("plus", "good"),
    Stance.CONTRADICTS: ("minus", "bad"),
    Stance.CONTEXT: ("info", "open"),
}
"""Icon and tone of each stance."""
_LONGEST_TAG = 40
"""Code points of a tag that its chip shows."""


class EvidenceCard(QFrame):
    """Says what the note rests on and holds its acts. The panel does them."""

    stance_chosen = Signal(object)
    page_asked = Signal()
    link_asked = Signal(str)
    """An address in the checker's note."""
    snapshot_asked = Signal()
    text_asked = Signal()
    edit_asked = Signal()
    claims_asked = Signal()
    unlink_asked = Signal()
    delete_asked = Signal()
    tag_asked = Signal(str)

    def __init__(
        self,
        row: EvidenceRow,
        stance: Stance,
        claim: Claim,
        snapshot: Snapshot | None,
        *,
        read_only: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._row, self._stance, self._claim, self._snapshot = row, stance, claim, snapshot
        self._read_only = read_only
        self.evidence_id = row.evidence.id
        look.style(self, role="card")
        self.setAccessibleName(self.tr("{stance}: {title}").format(stance=words.stance(stance), title=row.source.title))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(look.px(0.3), look.px(0.3), look.px(0.3), look.px(0.6))
        self._column.setSpacing(look.px(0.3))
        self._column.addLayout(self._first_line())
        self._add(plain("strong", row.source.title))
        self._add(plain("small", self._about()))
        if row.evidence.excerpt:
            self._add(plain("reading", f"“{row.evidence.excerpt.strip('“”')}”"))
            if claim.kind is ClaimKind.QUOTATION:
                self._column.addWidget(self._quote_check())
        if row.evidence.note:
            note = NoteWords(row.evidence.note)
            note.linkActivated.connect(self.link_asked)
            self._add(note)
        if row.evidence.tags:
            self._column.addLayout(self._tags())
        self._column.addLayout(self._last_line())

    def _add(self, widget: QWidget) -> None:
        if widget.property("role") == "reading":
            look.set_font(widget, "reading-small")
        # In line with the stance's icon, whose button has an edge of its own.
        widget.setContentsMargins(look.px(0.4), 0, look.px(0.4), 0)
        self._column.addWidget(widget)

    def _quote_check(self) -> QWidget:
        from ui.views.quote_diff import QuoteDiff
        from workbench.sources.quote_check import check_quote

        return QuoteDiff(check_quote(self._claim.exact, self._row.evidence.excerpt))

    def _first_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(look.px(0.3))
        line.addWidget(self._stance_button(), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain("small", self._weight()), 1)
        line.addWidget(self._more_button(), 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _stance_button(self) -> QToolButton:
        icon, tone = STANCE_LOOKS[self._stance]
        button = look.style(QToolButton(), role="quiet", tone=tone)
        look.set_font(button, "strong")
        button.setText(words.stance(self._stance))
        button.setIcon(look.icon(icon, tone))
        look.beside_words(button)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(self.tr("Stance: {stance}").format(stance=words.stance(self._stance)))
        button.setToolTip(self.tr("Change the stance of this note towards the claim"))
        button.setMenu(self._stance_menu(button))
        button.setEnabled(not self._read_only)
        return button

    def _stance_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for stance in Stance:
            icon, tone = STANCE_LOOKS[stance]
            action = menu.addAction(look.icon(icon, tone), words.stance(stance))
            action.setEnabled(stance is not self._stance)
            action.triggered.connect(lambda _=False, stance=stance: self.stance_chosen.emit(stance))
        return menu

    def _more_button(self) -> QToolButton:
        button = look.style(QToolButton(), role="quiet")
        button.setIcon(look.icon("ellipsis", "muted"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(self.tr("More for this note"))
        button.setToolTip(button.accessibleName())
        menu = QMenu(button)
        for icon, text, asked in (
            ("pencil", self.tr("Edit note…"), self.edit_asked),
            ("list-checks", self.tr("Claims that rest on it…"), self.claims_asked),
            ("unlink", self.tr("Unlink from this claim"), self.unlink_asked),
            ("trash-2", self.tr("Delete note"), self.delete_asked),
        ):
            action = menu.addAction(look.icon(icon), text)
            action.setEnabled(not self._read_only or asked == self.claims_asked)
            action.triggered.connect(asked)
        button.setMenu(menu)
        return button

    def _weight(self) -> str:
        """How near the source is to what it tells, and who may see it: "primary · confidential"."""
        source = self._row.source
        near = self.tr("primary") if source.primary else self.tr("secondary")
        return f"{near} · {self.tr('confidential')}" if source.confidential else near

    def _about(self) -> str:
        """What kind of source it is and where in it: "speech · kremlin.ru, 19 Dec 2022 · p. 3"."""
        source = self._row.source
        published = ", ".join(part for part in (source.publisher, words.date(source.published)) if part)
        parts = (
            words.source_kind(source.kind),
            source.authors,
            published,
            self._row.evidence.locator,
        )
        return " · ".join(part for part in parts if part)

    def _tags(self) -> FlowLayout:
        line = FlowLayout(gap=look.px(0.4), line_gap=look.px(0.2))
        line.setContentsMargins(look.px(0.4), 0, look.px(0.4), 0)
        for tag in self._row.evidence.tags:
            shown = tag if len(tag) <= _LONGEST_TAG else tag[: _LONGEST_TAG - 1] + "…"
            chip = look.style(QPushButton(apart(f"#{shown}")), role="link")
            look.set_font(chip, "small")
            chip.setToolTip(self.tr("Find everything with “{tag}”").format(tag=tag))
            chip.setAccessibleName(self.tr("Tag: {tag}").format(tag=tag))
            chip.clicked.connect(lambda _=False, tag=tag: self.tag_asked.emit(tag))
            line.addWidget(chip)
        return line

    def _last_line(self) -> FlowLayout:
        line = FlowLayout(gap=look.px(0.9), line_gap=look.px(0.2))
        line.setContentsMargins(look.px(0.4), 0, look.px(0.4), 0)
        source = self._row.source
        if source.url:
            page = self._link(self.tr("Open page"), "external-link", self.page_asked, source.url)
            line.addWidget(page)
        if self._snapshot is not None:
            words_of_it = self.tr("{hash}… · {size}").format(
                hash=self._snapshot.sha256[:4], size=words.size(self._snapshot.size)
            )
            told = self.tr("{name}, kept {date}\nSHA-256 {hash}").format(
                name=self._snapshot.name, date=words.date(self._snapshot.captured), hash=self._snapshot.sha256
            )
            text = self.tr("Snapshot {what}").format(what=words_of_it)
            line.addWidget(self._link(text, "file-check", self.snapshot_asked, told))
            line.addWidget(self._text_link())
        others = ", ".join(str(claim.number) for claim, _ in self._row.claims if claim.id != self._claim.id)
        if others:
            text = self.tr("also on %n claims: {numbers}", "", len(self._row.claims) - 1).format(numbers=others)
            line.addWidget(self._link(text, "list-checks", self.claims_asked, self.tr("Claims that rest on this note")))
        if source.accessed:
            line.addWidget(self._accessed(source.accessed))
        return line

    def _text_link(self) -> QWidget:
        if self._row.evidence.place is not None:
            told = self.tr("The excerpt stands in the snapshot: show it there")
            return self._link(self.tr("Show in the snapshot"), "text-search", self.text_asked, told)
        told = self.tr("Read the snapshot’s words and quote some")
        return self._link(self.tr("Words of the snapshot"), "text-search", self.text_asked, told)

    def _accessed(self, date: str) -> QWidget:
        label = caption("small", self.tr("accessed {date}").format(date=words.date(date)))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _link(self, text: str, icon: str, asked: object, told: str) -> QPushButton:
        button = look.style(QPushButton(text), role="link")
        look.set_font(button, "small")
        button.setIcon(look.icon(icon, "accent"))
        look.beside_words(button)
        button.setToolTip(told)
        button.clicked.connect(asked)
        return button
