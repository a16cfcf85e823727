"""The claims of the open case as a list of rows. Thin: the rows are plain data made from the case."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass, replace
from enum import Enum, IntEnum
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui.models import words
from workbench.domain.article import BlockKind
from workbench.domain.case import Case, CaseWarning
from workbench.domain.claim import Claim
from workbench.domain.findings import DateReading
from workbench.domain.rating import Outcome
from workbench.domain.span import Span

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class ClaimRole(IntEnum):
    """What views ask of a row besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2


@lru_cache(maxsize=8192)
def _one_line(words: str) -> str:
    return " ".join(words.split())


@lru_cache(maxsize=8192)
def _folded(*parts: str) -> str:
    return "\n".join(parts).casefold()


class Order(Enum):
    PLACE = "place"
    WORTHINESS = "check-worthiness"


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim together with what the list says about it."""

    claim: Claim
    outcome: Outcome | None = None
    block: BlockKind = BlockKind.BODY
    notes: int = 0
    open_queries: int = 0
    warnings: tuple[CaseWarning, ...] = ()
    """Those touching the claim that nobody dismissed."""

    @property
    def worth(self) -> float:
        """Check-worthiness to sort by: a claim made by hand was worth it to somebody, so it leads."""
        return 1.0 if self.claim.check_worthiness is None else self.claim.check_worthiness

    @property
    def words(self) -> str:
        """The claim's words on one line."""
        return _one_line(self.claim.exact)

    @property
    def search_text(self) -> str:
        return _folded(self.claim.exact, self.claim.restated, self.claim.claimant)


def rows_of(case: Case) -> list[ClaimRow]:
    """One row for each claim, in order of place."""
    notes = Counter(link.claim_id for link in case.links)
    queries = Counter(query.claim_id for query in case.queries if not query.answer)
    starts = [block.span.start for block in case.article.blocks]
    return [
        ClaimRow(
            claim,
            case.scale.outcome(claim.outcome),
            _block_of(claim, case, starts),
            notes[claim.id],
            queries[claim.id],
            _warnings_of(claim, case),
        )
        for claim in case.claims
    ]


def row_of(case: Case, claim_id: str) -> ClaimRow | None:
    """The row of one claim, None when the case doesn't have it."""
    claim = case.claim(claim_id)
    return next(iter(rows_of(replace(case, claims=(claim,)))), None) if claim else None


def _block_of(claim: Claim, case: Case, starts: list[int]) -> BlockKind:
    at = bisect_right(starts, claim.span.start) - 1
    return case.article.blocks[at].kind if at >= 0 else BlockKind.BODY


def dates_of(claim: Claim, case: Case) -> tuple[DateReading, ...]:
    """How the dates within the claim were read."""
    return tuple(reading for reading in case.dates if claim.span.contains(reading.span))


def _warnings_of(claim: Claim, case: Case) -> tuple[CaseWarning, ...]:
    """Those that touch the claim at one of its places."""
    return tuple(
        warning
        for warning in case.warnings
        if not warning.dismissed and any(anchor.span.overlaps(warning.warning.span) for anchor in claim.anchors)
    )


def spoken(row: ClaimRow) -> str:
    """A claim in words for a screen reader: number, status, outcome, then who says what."""
    claim = row.claim
    translate = QCoreApplication.translate
    parts = [
        translate("Spoken", "Claim {number}").format(number=claim.number),
        words.status(claim.status),
        row.outcome.label if row.outcome else translate("Spoken", "no outcome yet"),
        words.claimant(claim.claimant),
        claim.exact,
    ]
    return ", ".join(parts)


class ClaimsModel(QAbstractListModel):
    """`show(case)` brings the rows up to date with as few signals as will do, so that views keep their place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ClaimRow] = []
        self._places: dict[str, int] = {}
        self._order = Order.PLACE

    @property
    def order(self) -> Order:
        return self._order

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.claim.exact
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken(row)
            case ClaimRole.ROW:
                return row
            case ClaimRole.ID:
                return row.claim.id
        return None

    def rows(self) -> list[ClaimRow]:
        """All rows in the order chosen. Not to be changed."""
        return self._rows

    def row_of(self, claim_id: str) -> int | None:
        """Where the claim stands in this model, None when it isn't here."""
        return self._places.get(claim_id)

    def show(self, case: Case | None, changed: frozenset[str] = frozenset()) -> None:
        """Rows that only differ are reported as changed; what came or went is inserted or removed.

        `changed`: the only claims that may have changed since, and nothing but claims; empty when anything may.
        """
        if case is not None and changed and self._exchange(case, changed):
            return
        new = self._sorted(rows_of(case)) if case is not None else []
        old_ids = [row.claim.id for row in self._rows]
        new_ids = [row.claim.id for row in new]
        head = _common(old_ids, new_ids)
        tail = _common(old_ids[head:][::-1], new_ids[head:][::-1])
        self._remove(head, len(old_ids) - tail)
        self._insert(head, new[head : len(new) - tail])
        self._refresh(new)

    def _exchange(self, case: Case, changed: frozenset[str]) -> bool:
        """Take the `changed` claims that stay where they are; False when some don't: show them all."""
        fresh = [row for claim_id in changed if (row := row_of(case, claim_id)) is not None]
        if len(fresh) < len(changed) or len(case.claims) != len(self._rows):
            return False
        places = [self._places.get(row.claim.id) for row in fresh]
        for place, row in zip(places, fresh, strict=True):
            if place is None or _key(row) != _key(self._rows[place]):
                return False
        for place, row in zip(places, fresh, strict=True):
            if place is not None and self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
        return True

    def sort_by(self, order: Order) -> None:
        """Sorted here rather than in a proxy, whose comparisons take four frames for 2,000 claims."""
        self._order = order
        self.layoutAboutToBeChanged.emit()
        moved = self.persistentIndexList()
        identifiers = [self._rows[index.row()].claim.id for index in moved]
        self._rows = self._sorted(self._rows)
        self._places = {row.claim.id: place for place, row in enumerate(self._rows)}
        self.changePersistentIndexList(moved, [self.index(self._places[identifier]) for identifier in identifiers])
        self.layoutChanged.emit()

    def _sorted(self, rows: list[ClaimRow]) -> list[ClaimRow]:
        if self._order is Order.WORTHINESS:
            return sorted(rows, key=lambda row: (-row.worth, row.claim.span))
        return sorted(rows, key=lambda row: row.claim.span)

    def _remove(self, first: int, end: int) -> None:
        if end > first:
            self.beginRemoveRows(NOWHERE, first, end - 1)
            del self._rows[first:end]
            self._places = {row.claim.id: place for place, row in enumerate(self._rows)}
            self.endRemoveRows()

    def _insert(self, at: int, rows: list[ClaimRow]) -> None:
        if rows:
            self.beginInsertRows(NOWHERE, at, at + len(rows) - 1)
            self._rows[at:at] = rows
            self._places = {row.claim.id: place for place, row in enumerate(self._rows)}
            self.endInsertRows()

    def _refresh(self, new: list[ClaimRow]) -> None:
        for place, (before, after) in enumerate(zip(self._rows, new, strict=True)):
            if before != after:
                self._rows[place] = after
                index = self.index(place)
                self.dataChanged.emit(index, index)


def _key(row: ClaimRow) -> tuple[Span, float]:
    """What every order of the list is made of."""
    return row.claim.span, row.worth


def _common(one: list[str], other: list[str]) -> int:
    """How many items both lists begin with."""
    length = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        length += 1
    return length
