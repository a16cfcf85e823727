"""The words of the check that are typed: claimant, restated claim, correction, reasoning."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.views.saved_fields import SavedLine, SavedText, Saving
from workbench.domain.claim import Claim


class ClaimFields(QObject):
    """Four fields that belong to one claim at a time. What could not be saved waits with its claim."""

    save = Signal(str, str, str)
    """Identifier of the claim, name of the field, its words."""
    put_aside = Signal(str, str, str)
    """The same, of words that were cancelled before they were saved."""
    pending_changed = Signal()
    """Read `is_pending`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.claimant = SavedLine(self.tr("Claimant"))
        self.claimant.setPlaceholderText(self.tr("the article itself"))
        self.restated = SavedText(self.tr("Restated claim"), fewest=1)
        self.restated.setPlaceholderText(self.tr("What exactly would make it true?"))
        self.correction = SavedText(self.tr("Change to"), fewest=1)
        self.correction.setPlaceholderText(self.tr("What it should say"))
        self.reasoning = SavedText(self.tr("Reasoning"))
        self.reasoning.setPlaceholderText(self.tr("Why this outcome"))
        self._claim_id = ""
        self._unsaved: dict[tuple[str, str], str] = {}
        self._refused: set[tuple[str, str]] = set()
        """Those of the unsaved that an act was to save in vain."""
        for name, saving in self._each():
            saving.save.connect(lambda words, name=name: self._save(name, words))
            saving.put_aside.connect(lambda words, name=name: self.put_aside.emit(self._claim_id, name, words))
            saving.pending_changed.connect(self.pending_changed)

    def widgets(self) -> tuple[SavedLine, SavedText, SavedText, SavedText]:
        return self.claimant, self.restated, self.correction, self.reasoning

    def _each(self) -> tuple[tuple[str, Saving], ...]:
        return (
            ("claimant", self.claimant.saving),
            ("restated", self.restated.saving),
            ("correction", self.correction.saving),
            ("reasoning", self.reasoning.saving),
        )

    def title(self, name: str) -> str:
        """What a field is called in the window."""
        widget = next(widget for widget in self.widgets() if widget.saving is dict(self._each())[name])
        return widget.accessibleName()

    def is_pending(self) -> bool:
        """Whether words were typed that are neither saved nor on their way, of whichever claim."""
        return bool(self._refused) or any(saving.is_pending() for _, saving in self._each())

    def show_claim(self, claim: Claim) -> None:
        """Show a claim's words; of the claim shown already, only those nobody is typing over."""
        if claim.id == self._claim_id:
            for name, saving in self._each():
                saving.refresh(getattr(claim, name))
            return
        self.flush()
        self._claim_id = claim.id
        for name, saving in self._each():
            saving.begin(getattr(claim, name), self._unsaved.get((claim.id, name)))

    def _save(self, name: str, words: str) -> None:
        self._unsaved[self._claim_id, name] = words
        self._refused.discard((self._claim_id, name))
        self.save.emit(self._claim_id, name, words)

    def settle(self, claim_id: str, name: str, sent: str, saved: str | None) -> None:
        """The act that was to save `sent` is over; `saved` is what the case has now, None without the claim.

        Words that could not be saved wait until the claim is shown again.
        """
        key = (claim_id, name)
        if saved is None or saved == sent:
            if self._unsaved.get(key) == sent:
                del self._unsaved[key]
        else:
            self._refused.add(key)
            if claim_id == self._claim_id:
                dict(self._each())[name].failed()
        self.pending_changed.emit()

    def bring_back(self, claim_id: str, name: str, words: str) -> None:
        """Words that were put aside could not be filed: they are in their field again, or wait with their claim."""
        if claim_id == self._claim_id:
            dict(self._each())[name].bring_back(words)
        else:
            self._unsaved.setdefault((claim_id, name), words)
            self._refused.add((claim_id, name))
        self.pending_changed.emit()

    def forget(self) -> None:
        """Another case is shown: nothing typed before belongs to it."""
        self._claim_id = ""
        self._unsaved.clear()
        self._refused.clear()
        self.pending_changed.emit()

    def flush(self) -> None:
        """Save now what is typed and not saved yet."""
        for _, saving in self._each():
            saving.flush()

    def set_read_only(self, read_only: bool) -> None:
        for widget in self.widgets():
            widget.setReadOnly(read_only)
