"""Choosing a backup by what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui import look
from ui.look.labels import plain
from ui.look.room import fit
from ui.models import act_words, words
from workbench.storage.backup_folder import Backup

_PATH = Qt.ItemDataRole.UserRole


class RestoreDialog(QDialog):
    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Restore a backup"))
        self.backups = QListWidget()
        self.backups.setAccessibleName(self.tr("Backups of this case, the newest first"))
        self.backups.setSpacing(2)
        for backup in backups:
            item = QListWidgetItem(look.icon("history"), self._words(backup))
            item.setData(_PATH, str(backup.path))
            if backup.claims is None:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.backups.addItem(item)
        self.backups.setCurrentRow(0)
        self.backups.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        restore = look.style(
            buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole), role="primary"
        )
        restore.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        column.addWidget(
            plain("muted", self.tr("The case as it is now is kept as a backup too, so you can come back to it."))
        )
        column.addWidget(self.backups, 1)
        column.addWidget(buttons)
        fit(self, 38, 26)

    def _words(self, backup: Backup) -> str:
        when = words.moment(backup.made.isoformat())
        if backup.claims is None:
            return self.tr("{when} · can’t be read").format(when=when)
        held = ", ".join(
            (
                self.tr("%n claims", "", backup.claims),
                self.tr("%n checked", "", backup.checked or 0),
                self.tr("%n notes", "", backup.notes or 0),
                self.tr("%n acts", "", backup.acts or 0),
            )
        )
        last = self.tr("last act: {act}").format(act=act_words.act(backup.last_act)) if backup.last_act else ""
        lines = ((when, self._reason(backup.reason)), (held, last))
        return "\n".join(" · ".join(part for part in line if part) for line in lines)

    def _reason(self, given: str) -> str:
        """Why the copy was made, by the words in its name."""
        reasons = {
            "before upgrade": self.tr("before upgrade"),
            "before restore": self.tr("before restore"),
            "damaged": self.tr("damaged"),
        }
        return reasons.get(given, given)

    def chosen(self) -> Path | None:
        item = self.backups.currentItem()
        usable = item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEnabled)
        return Path(str(item.data(_PATH))) if usable else None

    @classmethod
    def ask(cls, parent: QWidget | None, backups: Sequence[Backup]) -> Path | None:
        """The backup to restore, or None when it was left."""
        dialog = cls(backups, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if given else None
