"""Which rating scale the case uses, and what a change of it does to outcomes and signatures."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from ui import look
from ui.dialogs.form_dialog import FormDialog
from ui.look.labels import plain
from ui.look.room import fit
from workbench.domain.case import Case
from workbench.domain.claim import Claim
from workbench.domain.rating import RatingScale
from workbench.workflow.checking import foresee_scale

_SCALE = Qt.ItemDataRole.UserRole
_MOST_NUMBERS = 12


class ScaleDialog(FormDialog):
    def __init__(self, case: Case, scales: Mapping[str, RatingScale], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Rating scale of the case"), self.tr("Use this scale"), parent)
        self._case = case
        self.scales = QListWidget()
        self.scales.setAccessibleName(self.tr("Rating scales"))
        self.outcomes = QListWidget()
        self.outcomes.setWordWrap(True)
        self.outcomes.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.outcomes.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.outcomes.setAccessibleName(self.tr("Outcomes of the scale and what they mean"))
        across = QHBoxLayout()
        across.setSpacing(look.px(0.7))
        across.addWidget(self.scales, 2)
        across.addWidget(self.outcomes, 5)
        self._effect = plain("body")
        self._effect.setMinimumHeight(look.px(5))
        self._effect.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(across, 1)
        self.body.addWidget(self._effect)
        fit(self, 52, 32)
        for scale in {**scales, case.scale.id: case.scale}.values():
            self._add(scale)
        # The house may have rewritten the scale since the case began: both are offered.
        newer = scales.get(case.scale.id)
        if newer is not None and newer != case.scale:
            self._add(newer)
        self.scales.currentItemChanged.connect(self._show)
        self.scales.setCurrentRow(next(row for row in range(self.scales.count()) if self._at(row) == case.scale))
        self.scales.setFocus()

    def _add(self, scale: RatingScale) -> None:
        in_use = self.tr("{scale} (in use)").format(scale=scale.label)
        item = QListWidgetItem(in_use if scale == self._case.scale else scale.label)
        item.setData(_SCALE, scale)
        self.scales.addItem(item)

    def _at(self, row: int) -> RatingScale:
        scale = self.scales.item(row).data(_SCALE)
        assert isinstance(scale, RatingScale)
        return scale

    def chosen(self) -> RatingScale:
        return self._at(self.scales.currentRow())

    def effect(self) -> str:
        """What is said of the scale chosen."""
        return self._effect.text()

    def _show(self) -> None:
        scale = self.chosen()
        self.outcomes.clear()
        for key, outcome in enumerate(scale.outcomes, 1):
            words = f"{key}  {outcome.label}" + (f"\n{outcome.meaning}" if outcome.meaning else "")
            self.outcomes.addItem(QListWidgetItem(look.icon(look.tone_icon(outcome.tone), outcome.tone.value), words))
        self.file_button.setEnabled(scale != self._case.scale)
        self._effect.setText("\n".join(self._effects(scale)))

    def _effects(self, scale: RatingScale) -> list[str]:
        """Said before anything is done."""
        if scale == self._case.scale:
            return [self.tr("The case uses this scale.")]
        change = foresee_scale(self._case, scale)
        kept = sum(bool(claim.outcome) for claim in self._case.claims) - len(change.cleared)
        said = []
        if kept:
            said.append(self.tr("%n outcomes are in this scale too and stay.", "", kept))
        if change.cleared:
            lost = self.tr(
                "%n outcomes are not in it and are cleared: {claims}. Checked claims are marked as changed.",
                "",
                len(change.cleared),
            )
            said.append(lost.format(claims=self._named(change.cleared)))
        if change.lapsing:
            said.append(self.tr("%n signatures lapse.", "", change.lapsing))
        return [*said, self.tr("Undo brings everything back.")]

    def _named(self, claims: tuple[Claim, ...]) -> str:
        """“2 (OK), 5 (Cut)”, and how many more."""
        names = []
        for claim in claims[:_MOST_NUMBERS]:
            outcome = self._case.scale.outcome(claim.outcome)
            names.append(f"{claim.number} ({outcome.label if outcome else claim.outcome})")
        more = len(claims) - _MOST_NUMBERS
        return ", ".join(names) + (self.tr(" and %n more", "", more) if more > 0 else "")

    @classmethod
    def ask(cls, parent: QWidget | None, case: Case, scales: Mapping[str, RatingScale]) -> RatingScale | None:
        """The scale to use from now on, or None when it was left or is in use."""
        dialog = cls(case, scales, parent)
        given = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if given and chosen != case.scale else None
