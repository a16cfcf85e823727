"""The part of the note's form that is about the source."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ui import look
from ui.dialogs.form_dialog import add_row, form_layout
from ui.dialogs.note_draft import fields_of, with_address
from ui.look.labels import caption, explained
from ui.models import words
from workbench.domain.article import Metadata
from workbench.domain.doi import bare_doi, is_doi
from workbench.domain.evidence import Source
from workbench.domain.visible import shows_something
from workbench.domain.web import AddressFault, address_fault, is_web_address
from workbench.workflow.noting import NoteFields

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
"""ISO 8601, possibly partial."""


class SourceFields(QWidget):
    """A new source, or one the case has already, whose record then stays as it is."""

    def __init__(self, sources: Mapping[str, Source], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources = dict(sorted(sources.items(), key=lambda item: item[1].title.casefold()))
        self.reuse = self._reuse_combo()
        self.title = self._line(self.tr("Title"))
        self.title.setCompleter(self._completer())
        self.url = self._line(self.tr("Address"), "https://…")
        self.kind = QComboBox()
        for csl_type in words.SOURCE_KINDS:
            self.kind.addItem(words.source_kind(csl_type), csl_type)
        explained(self.kind, self.tr("Kind of source"))
        self.primary = QCheckBox(self.tr("Primary source"))
        self.primary.setToolTip(
            self.tr("The thing itself: the transcript, the statute, the data, the person who saw it.")
        )
        self.authors = self._line(self.tr("Authors"))
        self.publisher = self._line(self.tr("Publisher"))
        self.published = self._line(self.tr("Published"), self.tr("such as 2024-05-31"))
        self.accessed = self._line(self.tr("Accessed"), self.tr("such as 2024-05-31"))
        self.archive_url = self._line(self.tr("Archived at"), "https://…")
        self.doi = self._line(self.tr("DOI"), "10.1000/182")
        self.contact = self._line(self.tr("Contact"))
        self.confidential = QCheckBox(self.tr("Confidential"))
        self.confidential.setToolTip(self.tr("Left out of notes for readers outside."))
        self._lay_out()

    def _line(self, name: str, example: str = "") -> QLineEdit:
        line = QLineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        return line

    def _reuse_combo(self) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(self.tr("Source"))
        combo.addItem(look.icon("plus"), self.tr("New source"), "")
        for identifier, source in self._sources.items():
            combo.addItem(look.icon("library"), source.title, identifier)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(20)
        combo.currentIndexChanged.connect(self._chosen)
        return combo

    def _completer(self) -> QCompleter:
        completer = QCompleter([source.title for source in self._sources.values()], self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._title_completed)
        return completer

    def _lay_out(self) -> None:
        self._form = form_layout()
        self.setLayout(self._form)
        self._add(self.tr("Source"), self.reuse)
        self._add(self.tr("Title"), self.title)
        self._add(self.tr("Address"), self.url)
        self._add(self.tr("Kind"), self._row(self.kind, self.primary))
        self._add(self.tr("Published"), self._row(self.published, caption("muted", self.tr("by")), self.publisher))
        self._fold = look.style(QPushButton(), role="link")
        self._fold.clicked.connect(lambda: self.show_more(not self._more_shown))
        self._add("", self._fold)
        self._more = [
            self._add(self.tr("Authors"), self.authors),
            self._add(self.tr("Accessed"), self._row(self.accessed, self.confidential)),
            self._add(self.tr("Archived at"), self.archive_url),
            self._add(self.tr("DOI"), self.doi),
            self._add(self.tr("Contact"), self.contact),
        ]
        self._form.setRowVisible(self.reuse, bool(self._sources))
        self.show_more(False)

    def add_below_address(self, field: QWidget) -> None:
        """Put something that goes with the address into a line of its own under it."""
        row, _ = cast("tuple[int, object]", self._form.getWidgetPosition(self.url))
        self._form.insertRow(row + 1, caption("muted", ""), field)

    def fill(self, known: Metadata) -> None:
        """What a page says of itself, where nothing stands but what was guessed from its address.

        A source of the case stays as it is.
        """
        address = self.url.text().strip()
        guessed = with_address(NoteFields(""), address) if is_web_address(address) else NoteFields("")
        said = (
            (self.title, known.title, guessed.title),
            (self.authors, known.author, ""),
            (self.publisher, known.outlet, guessed.publisher),
            (self.published, known.published, guessed.published),
        )
        for line, text, guess in said if not self.source_id() else ():
            if text and line.text().strip() in ("", guess):
                line.setText(text)
                line.setCursorPosition(0)

    def _add(self, label: str, field: QWidget) -> QWidget:
        return add_row(self._form, label, field)

    def _row(self, *widgets: QWidget) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(0.6))
        for widget in widgets:
            line.addWidget(widget)
        row.setFocusProxy(widgets[0])
        return row

    def show_more(self, shown: bool) -> None:
        """Show or hide what is seldom written down."""
        self._more_shown = shown
        for field in self._more:
            self._form.setRowVisible(field, shown)
        self._fold.setText(self.tr("Less about the source") if shown else self.tr("More about the source"))
        self._fold.setIcon(look.icon("chevron-up" if shown else "chevron-down", "accent"))

    def _title_completed(self, title: str) -> None:
        for identifier, source in self._sources.items():
            if source.title == title:
                self.reuse.setCurrentIndex(self.reuse.findData(identifier))

    def _chosen(self) -> None:
        identifier = self.source_id()
        if identifier:
            self.show_source(fields_of(self._sources[identifier]))
        for widget in self._own():
            widget.setEnabled(not identifier)

    def _own(self) -> tuple[QWidget, ...]:
        lines = (self.title, self.url, self.authors, self.publisher, self.published, self.accessed, self.archive_url)
        return (*lines, self.doi, self.contact, self.kind, self.primary, self.confidential)

    def source_id(self) -> str:
        return str(self.reuse.currentData() or "")

    def choose(self, source_id: str) -> None:
        """Reuse this source of the case, or none."""
        self.reuse.setCurrentIndex(max(0, self.reuse.findData(source_id)))

    def show_source(self, fields: NoteFields) -> None:
        for line, text in self._lines(fields):
            line.setText(text)
            line.setCursorPosition(0)
        if self.kind.findData(fields.kind) < 0:
            self.kind.addItem(words.source_kind(fields.kind), fields.kind)
        self.kind.setCurrentIndex(self.kind.findData(fields.kind))
        self.primary.setChecked(fields.primary)
        self.confidential.setChecked(fields.confidential)
        if fields.authors or fields.archive_url or fields.doi or fields.contact or fields.confidential:
            self.show_more(True)

    def _lines(self, fields: NoteFields) -> tuple[tuple[QLineEdit, str], ...]:
        return (
            (self.title, fields.title),
            (self.url, fields.url),
            (self.authors, fields.authors),
            (self.publisher, fields.publisher),
            (self.published, fields.published),
            (self.accessed, fields.accessed),
            (self.archive_url, fields.archive_url),
            (self.doi, fields.doi),
            (self.contact, fields.contact),
        )

    def read(self) -> NoteFields:
        """What is in the fields; the note's own are empty."""
        return NoteFields(
            title=self.title.text().strip(),
            kind=self.kind.currentData(),
            authors=self.authors.text().strip(),
            publisher=self.publisher.text().strip(),
            published=self.published.text().strip(),
            url=self.url.text().strip(),
            archive_url=self.archive_url.text().strip(),
            accessed=self.accessed.text().strip(),
            primary=self.primary.isChecked(),
            confidential=self.confidential.isChecked(),
            contact=self.contact.text().strip(),
            doi=bare_doi(self.doi.text()),
        )

    def problem(self) -> tuple[str, QWidget] | None:
        """The first field that can't be filed, with what to do."""
        if self.source_id():
            return None
        if not shows_something(self.title.text()):
            return self.tr("Give the source a title, so that readers can tell it from the others."), self.title
        for line in (self.url, self.archive_url):
            if line.text().strip() and (fault := address_fault(line.text())):
                return self._said_of_address(fault), line
        if self.doi.text().strip() and not is_doi(bare_doi(self.doi.text())):
            self.show_more(True)
            return self.tr("A DOI begins with 10. and has a slash, as 10.1000/182."), self.doi
        for line in (self.published, self.accessed):
            if line.text().strip() and not _DATE.fullmatch(line.text().strip()):
                return self.tr("Write a date as 2022-12-19, 2022-12 or 2022."), line
        return None

    def _said_of_address(self, fault: AddressFault) -> str:
        match fault:
            case AddressFault.NOT_OF_THE_WEB:
                return self.tr("An address begins with http:// or https:// and has no spaces.")
            case AddressFault.HAS_PASSWORD:
                return self.tr("The notes would hand on the user name or password in this address: take it out.")
            case AddressFault.REORDERS:
                return self.tr("Characters in this address show it in another order: type it anew, without them.")
