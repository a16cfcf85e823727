"""The settings, in groups, with a search over them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import entry_points
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ui import look
from ui.dialogs.form_dialog import FormDialog, add_row, form_layout
from ui.dialogs.keys_field import KeysField, Row
from ui.dialogs.settings_fields import ColourField, PathField
from ui.look import language
from ui.look.labels import caption, plain, search_field
from ui.look.room import fit
from workbench.settings import Paper, Settings, Theme, load_scales


@dataclass(frozen=True, slots=True)
class _Shown:
    """A row of the dialog, to be found by its words."""

    form: QFormLayout
    field: QWidget
    words: str


class SettingsDialog(FormDialog):
    def __init__(
        self,
        settings: Settings,
        rows: Sequence[Row] = (),
        default_keys: Mapping[str, tuple[str, ...]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Settings"), self.tr("Save"), parent)
        self._settings = settings
        self._shown: list[_Shown] = []
        self._groups: list[tuple[QWidget, list[_Shown]]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search settings"))
        search_field(self.search, self.tr("Search settings"))
        self.search.textChanged.connect(self._search)
        self._make_fields(rows, default_keys or {})
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, look.px(0.6), 0)
        self._column.setSpacing(look.px(1))
        self._fill()
        self._nothing = caption("muted", self.tr("Nothing found"))
        self._nothing.hide()
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(page)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self.search)
        self.body.addWidget(scroll, 1)
        fit(self, 44, 44)
        self.search.setFocus()

    def _make_fields(self, rows: Sequence[Row], default_keys: Mapping[str, tuple[str, ...]]) -> None:
        given = self._settings
        self.checker = QLineEdit(given.checker)
        self.checker.setPlaceholderText(given.signature)
        self.theme = self._choice(
            given.theme,
            (
                (Theme.SYSTEM, self.tr("As the system")),
                (Theme.LIGHT, self.tr("Light")),
                (Theme.DARK, self.tr("Dark")),
                (Theme.HIGH_CONTRAST, self.tr("High contrast")),
            ),
        )
        spoken = [(tag, QLocale(tag).nativeLanguageName()) for tag in language.available()]
        self.language = self._choice(given.language, (("", self.tr("As the system")), *spoken))
        faces = sorted({*look.READING_FACES, *QFontDatabase.families(), given.reading_face})
        self.face = self._choice(given.reading_face, tuple((face, face) for face in faces))
        self.points = self._number(given.reading_size, 8, 40, self.tr(" pt"))
        self.characters = self._number(given.column_width, 40, 120, self.tr(" characters"))
        self.letters = QCheckBox(self.tr("Single letters act (J, K, A, N …)"))
        self.letters.setChecked(given.single_letter_keys)
        self.keys = KeysField(rows, given.keys, default_keys)
        self.keys.changed.connect(lambda: self.say_problem(self.keys.clash()))
        scales = load_scales(given.house_scales)
        self.scale = self._choice(given.scale, tuple((name, scale.label) for name, scale in scales.items()))
        self.sources = self._number(given.independent_sources, 1, 9, "")
        self.house_scales = PathField(self.tr("House scales"), given.house_scales)
        self.cases = PathField(self.tr("Cases"), given.cases_folder)
        self.backups = PathField(self.tr("Backups"), given.backup_folder)
        self.minutes = self._number(given.backup_minutes, 0, 1440, self.tr(" minutes"))
        self.minutes.setSpecialValueText(self.tr("never"))
        self.house = QLineEdit(given.house_name)
        self.logo = PathField(self.tr("Logo"), given.house_logo, folder=False)
        self.colour = ColourField(self.tr("Colour"), given.house_colour)
        self.paper = self._choice(given.paper, ((Paper.A4, self.tr("A4")), (Paper.US_LETTER, self.tr("US Letter"))))
        models = sorted(entry.name for entry in entry_points(group="spacy_models"))
        self.model = self._choice(
            given.model, (("", self.tr("The best one installed")), *((name, name) for name in models))
        )
        self.private = QCheckBox(self.tr("Allow fetching pages from the house’s own network"))
        self.private.setChecked(given.allow_private_addresses)

    def _choice(self, value: object, choices: Sequence[tuple[object, str]]) -> QComboBox:
        combo = QComboBox()
        for one, words in choices:
            combo.addItem(words, one)
        if combo.findData(value) < 0:
            combo.addItem(str(value), value)
        combo.setCurrentIndex(combo.findData(value))
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(16)
        return combo

    def _number(self, value: int, least: int, most: int, unit: str) -> QSpinBox:
        box = QSpinBox()
        box.setRange(least, most)
        box.setValue(value)
        box.setSuffix(unit)
        # The stylesheet's padding reaches the box, not the field in it.
        margin = look.px(0.35)
        box.lineEdit().setTextMargins(margin, 0, margin, 0)
        return box

    def _fill(self) -> None:
        self._group(
            self.tr("You"),
            (self.tr("Name"), self.checker, self.tr("Stands under your checks and in the notes.")),
        )
        self._group(
            self.tr("Look"),
            (self.tr("Theme"), self.theme, ""),
            (self.tr("Language"), self.language, self.tr("Takes effect at the next start.")),
            (self.tr("Reading face"), self.face, ""),
            (self.tr("Size"), self.points, ""),
            (self.tr("Column"), self.characters, self.tr("65 to 75 read best.")),
        )
        self._group(
            self.tr("Checking"),
            (self.tr("Scale"), self.scale, self.tr("Of new cases.")),
            (
                self.tr("Sources"),
                self.sources,
                self.tr("Secondary ones that stand for a primary one. KSJ asks for three, AFP for two."),
            ),
            (self.tr("House scales"), self.house_scales, self.tr("Folder with rating scales of your own.")),
            (self.tr("Model"), self.model, self.tr("Reads sentences and names; used for the next search for claims.")),
        )
        self._group(
            self.tr("Files"),
            (self.tr("Cases"), self.cases, ""),
            (self.tr("Backups"), self.backups, ""),
            (self.tr("Back up every"), self.minutes, ""),
            ("", self.private, self.tr("Private and local addresses are refused otherwise.")),
        )
        self._group(
            self.tr("Notes"),
            (self.tr("House"), self.house, self.tr("Name of the newsroom, on the cover.")),
            (self.tr("Logo"), self.logo, self.tr("PNG, JPEG or SVG.")),
            (self.tr("Colour"), self.colour, ""),
            (self.tr("Paper"), self.paper, ""),
        )
        keys = [("", self.letters, self.tr("They never act while you type."))]
        self._group(self.tr("Keys"), *keys, *([("", self.keys, "")] if self.keys.edits else []))

    def _group(self, title: str, *rows: tuple[str, QWidget, str]) -> None:
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(0.5))
        column.addWidget(caption("heading", title))
        form = form_layout()
        shown = [self._row(form, title, *row) for row in rows]
        column.addLayout(form)
        self._column.addWidget(group)
        self._groups.append((group, shown))

    def _row(self, form: QFormLayout, title: str, name: str, field: QWidget, hint: str) -> _Shown:
        holder = field
        if hint:
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(look.px(0.1))
            column.addWidget(field)
            column.addWidget(plain("small", hint))
            holder.setFocusProxy(field)
            field.setAccessibleName(field.accessibleName() or name)
            field.setAccessibleDescription(hint)
        add_row(form, name, holder)
        return _Shown(form, holder, f"{title} {name} {hint} {_said(field)}".casefold())

    def _search(self, typed: str) -> None:
        wanted = typed.casefold().split()
        self.keys.narrow(wanted)
        for group, rows in self._groups:
            found = [row for row in rows if all(word in row.words for word in wanted)]
            for row in rows:
                row.form.setRowVisible(row.field, row in found)
            group.setVisible(bool(found))
        self._nothing.setVisible(all(group.isHidden() for group, _ in self._groups))

    def files_on_enter(self, field: QWidget | None, /) -> bool:
        return field is not self.search and super().files_on_enter(field)

    def changed(self) -> Settings:
        """The settings as the dialog has them now."""
        given = self._settings
        return replace(
            given,
            checker=self.checker.text().strip(),
            theme=Theme(self.theme.currentData()),
            language=self.language.currentData(),
            reading_face=self.face.currentData(),
            reading_size=self.points.value(),
            column_width=self.characters.value(),
            single_letter_keys=self.letters.isChecked(),
            keys=self.keys.keys(),
            scale=self.scale.currentData(),
            independent_sources=self.sources.value(),
            house_scales=self.house_scales.path() or given.house_scales,
            cases_folder=self.cases.path() or given.cases_folder,
            backup_folder=self.backups.path() or given.backup_folder,
            backup_minutes=self.minutes.value(),
            model=self.model.currentData(),
            house_name=self.house.text().strip(),
            house_logo=self.logo.path(),
            house_colour=self.colour.colour(),
            paper=Paper(self.paper.currentData()),
            allow_private_addresses=self.private.isChecked(),
        )

    def accept(self) -> None:
        wrong = next((field for field in self.findChildren(PathField) if field.is_wrong()), None)
        if clash := self.keys.clash():
            self.say_problem(clash)
        elif wrong is not None:
            self.say_problem(self.tr("Give a full path, such as {path}.").format(path=Path.home()), wrong)
        elif len(self.colour.colour()) != len("#rrggbb"):
            self.say_problem(self.tr("A colour has six digits after #, such as #1f4e79."), self.colour)
        else:
            super().accept()

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        settings: Settings,
        rows: Sequence[Row],
        default_keys: Mapping[str, tuple[str, ...]],
    ) -> Settings | None:
        """The settings to save, or None when they were left. `rows` are the actions whose keys can be changed."""
        dialog = cls(settings, rows, default_keys, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        changed = dialog.changed()
        dialog.deleteLater()
        return changed if given else None


def _said(field: QWidget) -> str:
    """The words that a field shows of itself, its choices among them."""
    if isinstance(field, QCheckBox):
        return field.text()
    if isinstance(field, KeysField):
        return field.words()
    return " ".join(field.itemText(row) for row in range(field.count())) if isinstance(field, QComboBox) else ""
