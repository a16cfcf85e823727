"""Which claims the list shows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import compress

from PySide6.QtCore import QObject, QSortFilterProxyModel

from ui.models.claims_model import ClaimRole, ClaimRow, ClaimsModel, Index
from workbench.domain.claim import ClaimKind, Status


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the checker asked to see. Empty sets ask for everything."""

    statuses: frozenset[Status] = frozenset()
    kinds: frozenset[ClaimKind] = frozenset()
    warnings_only: bool = False
    words: tuple[str, ...] = ()
    """Folded; all of them must be there."""

    def searching(self, text: str) -> Wanted:
        """The same, for claims that have the words of `text`."""
        return replace(self, words=tuple(text.casefold().split()))

    def admits(self, row: ClaimRow) -> bool:
        claim = row.claim
        if self.statuses and claim.status not in self.statuses:
            return False
        if self.kinds and claim.kind not in self.kinds:
            return False
        if self.warnings_only and not row.warnings:
            return False
        if self.words:
            text = row.search_text
            for word in self.words:
                if word not in text:
                    return False
        return True


EVERYTHING = Wanted()


class ClaimsFilter(QSortFilterProxyModel):
    """Sits between ClaimsModel and the list.

    The claim being worked on stays in sight when its new status no longer matches, until another is selected:
    a list that moves under one's hands makes one rate the wrong claim.
    """

    def __init__(self, model: ClaimsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._wanted = EVERYTHING
        self._kept = ""
        self._rows: list[ClaimRow] | None = None
        self._admitted: list[bool] = []
        # Before the proxy's own connections, so that nobody sees rows of before.
        for change in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.layoutChanged):
            change.connect(self._forget)
        self.setSourceModel(model)

    @property
    def wanted(self) -> Wanted:
        return self._wanted

    def want(self, wanted: Wanted) -> None:
        """Show only what is admitted; nothing is kept in sight from before."""
        if wanted != self._wanted:
            self._wanted, self._kept = wanted, ""
            self._refilter()

    def search(self, text: str) -> None:
        self.want(self._wanted.searching(text))

    def keep(self, claim_id: str) -> None:
        """Keep this claim in sight if it is now; whoever was kept before goes by the filter again."""
        if claim_id == self._kept:
            return
        shown = self.row_of(claim_id) is not None
        before, self._kept = self._kept, claim_id if shown else ""
        row = self._model.row_of(before)
        if row is not None and not self._wanted.admits(self._model.rows()[row]):
            self._refilter()

    def row_of(self, claim_id: str) -> int | None:
        """Where the claim stands in the list as shown, None when it isn't shown."""
        row = self._model.row_of(claim_id)
        if row is None:
            return None
        index = self.mapFromSource(self._model.index(row))
        return index.row() if index.isValid() else None

    def rows(self) -> list[ClaimRow]:
        """The rows shown, in order. The way of each through mapToSource would cost a list of 2,000 its frame."""
        if self._rows is None:
            every = self._model.rows()
            self._admitted = [self._admits(row) for row in every]
            self._rows = list(compress(every, self._admitted))
        return self._rows

    def row(self, index: Index) -> ClaimRow:
        """The row at a valid index, also while the proxy is between two of its signals and shows what is going."""
        rows = self.rows()
        if len(rows) == self.rowCount():
            return rows[index.row()]
        return self._model.rows()[self.mapToSource(index).row()]

    def _admits(self, row: ClaimRow) -> bool:
        return row.claim.id == self._kept or self._wanted.admits(row)

    def _forget(self) -> None:
        self._rows = None

    def _refilter(self) -> None:
        self._forget()
        self.invalidate()

    def claim_id(self, row: int) -> str:
        """The claim shown at this row; empty when there is no such row."""
        identifier: str | None = self.index(row, 0).data(ClaimRole.ID)
        return identifier or ""

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: ARG002
        if self._rows is None:
            self.rows()
        return self._admitted[source_row]
