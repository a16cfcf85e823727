"""All evidence notes of the case as a list, to search among them: for linking one, for finding what rests on one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from workbench.domain.case import Case
from workbench.domain.claim import Claim
from workbench.domain.evidence import Evidence, Source, Stance

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class EvidenceRole(IntEnum):
    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A note with its source and the claims that rest on it, in order of place."""

    evidence: Evidence
    source: Source
    claims: tuple[tuple[Claim, Stance], ...] = ()

    @property
    def numbers(self) -> str:
        """The claims' numbers, as said: "3, 15"."""
        return ", ".join(str(claim.number) for claim, _ in self.claims)

    @property
    def search_text(self) -> str:
        source, note = self.source, self.evidence
        about = (source.title, source.authors, source.publisher, source.url, source.doi)
        said = (note.locator, note.excerpt, note.note, *(f"#{tag}" for tag in note.tags))
        return "\n".join((*about, *said)).casefold()


def evidence_rows(case: Case, only: Iterable[str] | None = None) -> list[EvidenceRow]:
    """Every note of the case, or `only` these, by the title of their source."""
    wanted = case.evidence.keys() if only is None else case.evidence.keys() & set(only)
    places = {claim.id: (place, claim) for place, claim in enumerate(case.claims)}
    resting: dict[str, list[tuple[int, Claim, Stance]]] = {}
    for link in case.links:
        if link.evidence_id in wanted and link.claim_id in places:
            resting.setdefault(link.evidence_id, []).append((*places[link.claim_id], link.stance))
    rows = [
        EvidenceRow(
            note,
            case.sources[note.source_id],
            tuple((claim, stance) for _, claim, stance in sorted(resting.get(note.id, []), key=lambda found: found[0])),
        )
        for note in map(case.evidence.__getitem__, wanted)
    ]
    return sorted(rows, key=lambda row: (row.source.title.casefold(), row.evidence.locator, row.evidence.id))


class EvidenceModel(QAbstractListModel):
    """Shown briefly, to choose from: it is filled anew each time rather than kept up to date in place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[EvidenceRow] = []

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return ", ".join(part for part in (row.source.title, row.evidence.locator) if part)
            case Qt.ItemDataRole.ToolTipRole:
                return row.evidence.excerpt or row.evidence.note
            case EvidenceRole.ROW:
                return row
            case EvidenceRole.ID:
                return row.evidence.id
        return None

    def rows(self) -> list[EvidenceRow]:
        return self._rows

    def show(self, case: Case | None, without: frozenset[str] = frozenset()) -> None:
        """The notes of the case but those `without`."""
        self.beginResetModel()
        self._rows = [row for row in evidence_rows(case) if row.evidence.id not in without] if case else []
        self.endResetModel()


class EvidenceFilter(QSortFilterProxyModel):
    """Notes that have all the words typed."""

    def __init__(self, model: EvidenceModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self.setSourceModel(model)

    def search(self, text: str) -> None:
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002
        text = self._model.rows()[source_row].search_text
        return all(word in text for word in self._words)
