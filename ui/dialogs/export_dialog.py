"""Handing over the check: in which format, for whom, where to."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.dialogs.form_dialog import FormDialog, add_row, form_layout
from ui.dialogs.gate_dialog import GateDialog
from ui.look import sentences
from ui.look.labels import plain
from ui.look.room import fit
from ui.models import gate_words
from workbench import looking
from workbench.domain.case import Case
from workbench.domain.open_points import OpenPoint
from workbench.errors import ExportError
from workbench.reports.options import NotesOptions, Paper
from workbench.settings import Settings
from workbench.workflow.gate import open_points
from workbench.workflow.house import gate_options, house_of

_SUFFIXES = {
    "pdf": ".pdf",
    "html": ".html",
    "docx": ".docx",
    "json": ".json",
    "csv": ".csv",
    "claimreview": ".claimreview.json",
}
"""Ending of a file in each of publishing's formats."""
_KINDS = 3
"""Kinds of open points that are named."""


def _words(to: str) -> str:
    def tr(text: str) -> str:
        return QCoreApplication.translate("ExportDialog", text)

    return {
        "pdf": tr("Verification notes (PDF)"),
        "html": tr("Verification notes as a web page (HTML)"),
        "docx": tr("Verification notes for word processors (DOCX)"),
        "json": tr("The whole record, for programs (JSON)"),
        "csv": tr("Table of claims (CSV)"),
        "claimreview": tr("ClaimReview for publication (JSON-LD)"),
    }[to]


@dataclass(frozen=True, slots=True)
class Asked:
    to: str
    """One of publishing's formats."""
    out: Path
    options: NotesOptions


class ExportDialog(FormDialog):
    def __init__(self, case: Case, settings: Settings, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Export notes"), self.tr("Export"), parent)
        self._case, self._settings, self._folder = case, settings, folder
        self.go_to: OpenPoint | None = None
        self.format = QComboBox()
        for to in _SUFFIXES:
            self.format.addItem(_words(to), to)
        self.internal = QRadioButton(self.tr("Internal: everything"))
        self.external = QRadioButton(self.tr("External: without confidential sources, contacts, notes and queries"))
        self.internal.setChecked(True)
        self.claims = QComboBox()
        self.claims.addItem(self.tr("All %n claims", "", len(case.claims)), False)
        self.claims.addItem(self.tr("Only the %n checked", "", case.checked), True)
        self.paper = QComboBox()
        self.paper.addItem(self.tr("A4"), Paper.A4)
        self.paper.addItem(self.tr("US Letter"), Paper.LETTER)
        self.paper.setCurrentIndex(self.paper.findData(Paper(settings.paper.value)))
        self.review_url = QLineEdit()
        self.review_url.setPlaceholderText("https://…")
        self.out = QLineEdit()
        self._replaced = plain("small")
        self._lay_out()
        self.format.currentIndexChanged.connect(self._format_chosen)
        self.out.textChanged.connect(self._say_replaced)
        self._format_chosen()
        fit(self, 42)

    def _lay_out(self) -> None:
        version = QWidget()
        column = QVBoxLayout(version)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(0.3))
        for button in (self.internal, self.external):
            column.addWidget(button)
        target = QWidget()
        line = QHBoxLayout(target)
        line.setContentsMargins(0, 0, 0, 0)
        browse = QPushButton(look.icon("folder-open"), self.tr("Choose…"))
        browse.setAutoDefault(False)
        browse.setAccessibleName(self.tr("Choose where to write"))
        browse.clicked.connect(self._browse)
        self.out.setAccessibleName(self.tr("File to write"))
        line.addWidget(self.out, 1)
        line.addWidget(browse)
        self._form = form_layout()
        add_row(self._form, self.tr("Format"), self.format)
        add_row(self._form, self.tr("Version"), version)
        add_row(self._form, self.tr("Claims"), self.claims)
        add_row(self._form, self.tr("Paper"), self.paper)
        add_row(self._form, self.tr("Published at"), self.review_url)
        add_row(self._form, self.tr("Write to"), target)
        self._form.addRow("", self._replaced)
        if still_open := self._open():
            self.body.addLayout(self._open_line(still_open))
        self.body.addLayout(self._form)
        self.body.addStretch(1)
        self.format.setFocus()

    def _open(self) -> str:
        """What the gate finds most of, by rule. It informs; it forbids nothing."""
        points = open_points(self._case, gate_options(self._settings))
        if not points:
            return ""
        kinds = sorted(gate_words.counted(points), key=lambda one: -one[1])
        said = [f"{gate_words.rule(rule)} {QLocale().toString(count)}" for rule, count in kinds[:_KINDS]]
        if others := sum(count for _, count in kinds[_KINDS:]):
            said.append(self.tr("and %n more", "", others))
        head = self.tr("%n points are still open", "", len(points))
        return self.tr("{points}: {rules}.").format(points=head, rules="\u00a0· ".join(said))

    def _open_line(self, still_open: str) -> QHBoxLayout:
        self.show_open = QPushButton(look.icon("list-checks"), self.tr("Show all…"))
        self.show_open.setAutoDefault(False)
        self.show_open.setAccessibleName(self.tr("Show what is still open"))
        self.show_open.clicked.connect(self._show_open)
        line = QHBoxLayout()
        line.setSpacing(look.px(0.7))
        sign, side = QLabel(), look.px(1.2)
        sign.setPixmap(look.icon("triangle-alert", "warning").pixmap(side, side))
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(plain("body", still_open), 1)
        line.addWidget(self.show_open, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _show_open(self) -> None:
        """Going to one of the points leaves the export for now."""
        self.go_to = GateDialog.ask(self, self._case, gate_options(self._settings))
        if self.go_to is not None:
            self.reject()

    def to(self) -> str:
        return str(self.format.currentData())

    def _format_chosen(self) -> None:
        written_out = self.to() in ("pdf", "html", "docx")
        self._form.setRowVisible(self.paper, self.to() == "pdf")
        self._form.setRowVisible(self.claims, written_out or self.to() == "csv")
        self._form.setRowVisible(self.review_url, self.to() == "claimreview")
        self._write_to(str(self._folder / (file_name(self._case.title) + _SUFFIXES[self.to()])))

    def _browse(self) -> None:
        suffix = _SUFFIXES[self.to()]
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Write the notes to"),
            self.out.text(),
            f"{_words(self.to())} (*{suffix})",
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if chosen:
            self._write_to(chosen if Path(chosen).suffix else chosen + suffix)

    def _write_to(self, path: str) -> None:
        self.out.setText(path)
        self.out.setCursorPosition(0)  # else a long path is shown without its beginning
        self.out.setToolTip(path)

    def _say_replaced(self) -> None:
        out = typed_path(self.out.text())
        there = out is not None and looking.is_file(out)
        self._replaced.setText(
            self.tr("{name} is there already and will be replaced.").format(name=out.name) if out and there else ""
        )
        self._form.setRowVisible(self._replaced, there)

    def replaced(self) -> str:
        """What is said of a file that will be replaced; empty without one."""
        return self._replaced.text()

    def asked(self) -> Asked:
        """What to write. Raises ExportError when the house's logo can't be read."""
        case = self._case
        only_checked = bool(self.claims.currentData())
        done = frozenset(claim.id for claim in case.claims if claim.status.is_done)
        options = NotesOptions(
            external=self.external.isChecked(),
            paper=Paper(self.paper.currentData()),
            house=house_of(self._settings),
            claims=done if only_checked else None,
            review_url=self.review_url.text().strip() if self.to() == "claimreview" else "",
        )
        return Asked(self.to(), Path(self.out.text().strip()).expanduser(), options)

    def accept(self) -> None:
        out = typed_path(self.out.text())
        if out is None or not out.is_absolute():
            self.say_problem(self.tr("Choose where to write the file."), self.out)
        elif not looking.is_folder(out.parent):
            self.say_problem(
                self.tr("There is no folder {folder}; choose another.").format(folder=out.parent), self.out
            )
        elif not os.access(out.parent, os.W_OK):
            sentence = self.tr("Nothing can be written in {folder}; choose another.").format(folder=out.parent)
            self.say_problem(sentence, self.out)
        else:
            self._accept_with_logo()

    def _accept_with_logo(self) -> None:
        try:
            self.asked()
        except ExportError as problem:
            self.say_problem(sentences.told(problem.message))
        else:
            super().accept()

    @classmethod
    def ask(
        cls, parent: QWidget | None, case: Case, settings: Settings, folder: Path | None = None
    ) -> Asked | OpenPoint | None:
        """What to write, the open point to go to instead, or None when it was left.

        `folder` is where the file is offered to go, else home.
        """
        dialog = cls(case, settings, folder or Path.home(), parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        asked = dialog.asked() if given else dialog.go_to
        dialog.deleteLater()
        return asked


def typed_path(typed: str) -> Path | None:
    """The file that was typed, or None where no file can be called that: nothing, too long, a NUL, nobody's home."""
    try:
        path = Path(typed.strip()).expanduser()
        path.lstat()
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return path
    except (OSError, ValueError, RuntimeError):
        return None
    return path if typed.strip() else None


def file_name(title: str) -> str:
    """A file's name out of an article's title: safe on every system, 60 characters at most, no ending."""
    words = re.sub(r"[^\w\- ]+", "", title).split()
    return "-".join(words)[:60].strip("-_.") or "notes"
