"""Search in the whole case as one types: article, claims, queries, notes, sources and the words of kept copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QTreeWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui import look
from ui.dialogs.grouped_tree import GroupedTree
from ui.look.labels import plain, search_field
from ui.look.room import fit
from workbench.domain.case import Case
from workbench.domain.evidence import Evidence
from workbench.domain.span import Span
from workbench.storage.search import Hit, Where
from workbench.workflow.searching import places_in, queries_with

Find = Callable[[str, Callable[[Sequence[Hit]], None]], None]
"""Looks for words, and hands over what it found, now or later."""

PAUSE = 120
"""Milliseconds after the last letter until it is looked for."""
_BEFORE, _AFTER = 30, 200
"""Code points shown around words of the article; the row's end is cut where it has no more room."""
_TARGET = Qt.ItemDataRole.UserRole
_MOVES = {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


@dataclass(frozen=True, slots=True)
class Target:
    """Where to go: to a claim, to words of the article, or to a note to be edited."""

    claim_id: str = ""
    evidence_id: str = ""
    words: Span | None = None


class SearchDialog(QDialog):
    def __init__(self, find: Find, case: Callable[[], Case | None], parent: QWidget | None = None) -> None:
        """`find` answers when it can; the answer to words that were asked for no longer is dropped."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Search in the case"))
        self._find, self._case = find, case
        self._asked = self._shown = ""
        self._in_haste = False
        """Enter was pressed before the answer was there."""
        self._indexed: Case | None = None
        self._notes: dict[str, Evidence] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.look_now)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Words in the article, claims, queries, notes, sources and kept copies"))
        search_field(self.field, self.tr("Search in the case"))
        self.field.textChanged.connect(lambda _: self._timer.start())
        self.field.installEventFilter(self)
        self.hits = GroupedTree()
        self.hits.setAccessibleName(self.tr("Found"))
        self.hits.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.hits.itemActivated.connect(lambda _: self.accept())
        self._said = plain("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(1.1), look.px(1), look.px(1.1), look.px(0.9))
        column.setSpacing(look.px(0.6))
        column.addWidget(self.field)
        column.addWidget(self.hits, 1)
        column.addWidget(self._said)
        fit(self, 48, 36)
        self._show("", ())
        self.field.setFocus()

    def look_now(self) -> None:
        """Look for what is in the field, unless that is shown already."""
        words = self.field.text().strip()
        if words == self._asked:
            return
        self._asked = words
        if words:
            self._find(words, lambda found: self._show(words, found))
        else:
            self._show("", ())

    def _show(self, words: str, found: Sequence[Hit]) -> None:
        # What was looked for may come when other words are asked for by now, or the dialog is gone.
        if words != self._asked or not isValid(self):
            return
        self._shown = words
        self.hits.clear()
        case = self._case()
        for title, rows in self._groups(case, words, found) if case else ():
            if rows:
                self.hits.add_group(f"{title} · {len(rows)}", rows)
        if self.hits.topLevelItemCount():
            self.hits.setCurrentIndex(self.hits.model().index(0, 0, self.hits.model().index(0, 0)))
        nothing = "" if self.hits.topLevelItemCount() else self._nothing()
        self._said.setText(nothing if words else self.tr("Every word is found by its beginning."))
        if self._in_haste:
            self.accept()

    def _nothing(self) -> str:
        return self.tr("Nothing in the article, claims, queries, notes, sources and kept copies has these words.")

    def _groups(self, case: Case, words: str, found: Sequence[Hit]) -> Iterator[tuple[str, Sequence[QTreeWidgetItem]]]:
        titles = {
            Where.CLAIM: self.tr("Claims"),
            Where.EVIDENCE: self.tr("Notes"),
            Where.SOURCE: self.tr("Sources"),
            Where.SNAPSHOT: self.tr("Kept copies"),
        }
        for where, title in titles.items():
            yield title, [row for hit in found if hit.where is where for row in self._rows(case, hit)]
            if where is Where.CLAIM:
                yield self.tr("Queries"), self._queries(case, words)
        yield self.tr("Article"), self._article(case, words)

    def _article(self, case: Case, words: str) -> Sequence[QTreeWidgetItem]:
        text = case.article.text
        return [_row(_around(text, place), Target(words=place)) for place in places_in(case.article, words)]

    def _queries(self, case: Case, words: str) -> Sequence[QTreeWidgetItem]:
        rows = []
        for query in queries_with(case, words):
            claim = case.claim(query.claim_id)
            if claim is not None:
                said = " ".join(f"{query.question} {query.answer}".split())
                rows.append(_row(f"{claim.number} · {said}", Target(claim_id=claim.id)))
        return rows

    def _rows(self, case: Case, hit: Hit) -> list[QTreeWidgetItem]:
        """One row a hit, named by the claim or source it belongs to; none when an act has taken it out meanwhile."""
        words = " ".join(hit.excerpt.split())
        if hit.where is Where.CLAIM:
            claim = case.claim(hit.id)
            return [_row(f"{claim.number} · {words}", Target(claim_id=hit.id))] if claim else []
        note = self._note(case, hit.id)
        if note is None:
            source = case.sources.get(hit.id)
            return [_row(source.title, Target())] if source else []
        source = case.sources[note.source_id]
        name = ", ".join(part for part in (source.title, note.locator) if part)
        shown = source.title if hit.where is Where.SOURCE else f"{name} · {words}"
        return [_row(shown, Target(evidence_id=note.id))]

    def _note(self, case: Case, identifier: str) -> Evidence | None:
        """The note of that identifier, or the first one made from that source or kept copy."""
        if case is not self._indexed:
            self._indexed = case
            self._notes = {}
            for note in case.evidence.values():
                for key in (note.id, note.source_id, note.snapshot):
                    self._notes.setdefault(key, note)
        return self._notes.get(identifier)

    def said(self) -> str:
        """What is said below the list."""
        return self._said.text()

    def chosen(self) -> Target | None:
        """Where to go; a source without a note leads nowhere."""
        item = self.hits.currentItem()
        target = item.data(0, _TARGET) if item else None
        return target if isinstance(target, Target) and target != Target() else None

    def accept(self) -> None:
        self._in_haste = self.field.text().strip() != self._shown
        if self._in_haste:
            self._timer.stop()
            self.look_now()
        elif self.chosen() is not None:
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _MOVES:
                self.hits.event(event)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    @classmethod
    def ask(cls, parent: QWidget | None, find: Find, case: Callable[[], Case | None], words: str = "") -> Target | None:
        """Where to go, or None when it was left. `words` are looked for to begin with."""
        dialog = cls(find, case, parent)
        dialog.field.setText(words)
        go = dialog.exec() == cls.DialogCode.Accepted
        chosen = dialog.chosen()
        dialog.deleteLater()
        return chosen if go else None


def _around(text: str, place: Span) -> str:
    """The words at `place` with some of the same line before and after."""
    begin = max(text.rfind("\n", 0, place.start) + 1, place.start - _BEFORE)
    end = text.find("\n", place.end)
    before, after = text[begin : place.start], text[place.start : len(text) if end < 0 else end][:_AFTER]
    if begin and text[begin - 1] != "\n":
        before = "…" + before.partition(" ")[2]
    return " ".join(f"{before}{after}".split())


def _row(text: str, target: Target) -> QTreeWidgetItem:
    row = QTreeWidgetItem([text])
    row.setToolTip(0, text)
    row.setData(0, _TARGET, target)
    return row
