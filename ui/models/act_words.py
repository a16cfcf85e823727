"""What was done, in the reader's language. The case file keeps the English, which its journal is signed with."""

from __future__ import annotations

import json

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ui.models import words
from workbench.domain.case import Case
from workbench.domain.claim import ClaimKind, Status
from workbench.domain.evidence import Stance

_ACTS = (
    QT_TRANSLATE_NOOP("Acts", "new case"),
    QT_TRANSLATE_NOOP("Acts", "find claims"),
    QT_TRANSLATE_NOOP("Acts", "new draft"),
    QT_TRANSLATE_NOOP("Acts", "new claim"),
    QT_TRANSLATE_NOOP("Acts", "delete claim"),
    QT_TRANSLATE_NOOP("Acts", "move bounds"),
    QT_TRANSLATE_NOOP("Acts", "split claim"),
    QT_TRANSLATE_NOOP("Acts", "merge claims"),
    QT_TRANSLATE_NOOP("Acts", "mark repetition"),
    QT_TRANSLATE_NOOP("Acts", "remove repetition"),
    QT_TRANSLATE_NOOP("Acts", "edit claim"),
    QT_TRANSLATE_NOOP("Acts", "give outcome"),
    QT_TRANSLATE_NOOP("Acts", "clear outcome"),
    QT_TRANSLATE_NOOP("Acts", "choose rating scale"),
    QT_TRANSLATE_NOOP("Acts", "dismiss fact"),
    QT_TRANSLATE_NOOP("Acts", "restore fact"),
    QT_TRANSLATE_NOOP("Acts", "dismiss warning"),
    QT_TRANSLATE_NOOP("Acts", "restore warning"),
    QT_TRANSLATE_NOOP("Acts", "add evidence"),
    QT_TRANSLATE_NOOP("Acts", "edit evidence"),
    QT_TRANSLATE_NOOP("Acts", "delete evidence"),
    QT_TRANSLATE_NOOP("Acts", "link evidence"),
    QT_TRANSLATE_NOOP("Acts", "unlink evidence"),
    QT_TRANSLATE_NOOP("Acts", "quote from snapshot"),
    QT_TRANSLATE_NOOP("Acts", "take in the author's notes"),
    QT_TRANSLATE_NOOP("Acts", "import sources"),
    QT_TRANSLATE_NOOP("Acts", "import a record"),
    QT_TRANSLATE_NOOP("Acts", "combine copies"),
    QT_TRANSLATE_NOOP("Acts", "ask author"),
    QT_TRANSLATE_NOOP("Acts", "ask editor"),
    QT_TRANSLATE_NOOP("Acts", "answer query"),
    QT_TRANSLATE_NOOP("Acts", "sign off"),
    QT_TRANSLATE_NOOP("Acts", "restore earlier wording"),
    QT_TRANSLATE_NOOP("Acts", "rescue from a damaged file"),
)
_UNDONE = {
    "undo ": QT_TRANSLATE_NOOP("Acts", "undo {act}"),
    "redo ": QT_TRANSLATE_NOOP("Acts", "redo {act}"),
}
_THINGS = (
    QT_TRANSLATE_NOOP("Acts", "case"),
    QT_TRANSLATE_NOOP("Acts", "draft"),
    QT_TRANSLATE_NOOP("Acts", "search for claims"),
    QT_TRANSLATE_NOOP("Acts", "claim"),
    QT_TRANSLATE_NOOP("Acts", "words"),
    QT_TRANSLATE_NOOP("Acts", "fact"),
    QT_TRANSLATE_NOOP("Acts", "dismissal"),
    QT_TRANSLATE_NOOP("Acts", "warning"),
    QT_TRANSLATE_NOOP("Acts", "date"),
    QT_TRANSLATE_NOOP("Acts", "source"),
    QT_TRANSLATE_NOOP("Acts", "note"),
    QT_TRANSLATE_NOOP("Acts", "link"),
    QT_TRANSLATE_NOOP("Acts", "kept copy"),
    QT_TRANSLATE_NOOP("Acts", "query"),
    QT_TRANSLATE_NOOP("Acts", "sign-off"),
)
_FIELDS = (
    QT_TRANSLATE_NOOP("Acts", "restated claim"),
    QT_TRANSLATE_NOOP("Acts", "whether it is checkable"),
    QT_TRANSLATE_NOOP("Acts", "scale"),
    QT_TRANSLATE_NOOP("Acts", "number"),
    QT_TRANSLATE_NOOP("Acts", "text"),
    QT_TRANSLATE_NOOP("Acts", "kind"),
    QT_TRANSLATE_NOOP("Acts", "claimant"),
    QT_TRANSLATE_NOOP("Acts", "restated"),
    QT_TRANSLATE_NOOP("Acts", "checkable"),
    QT_TRANSLATE_NOOP("Acts", "status"),
    QT_TRANSLATE_NOOP("Acts", "outcome"),
    QT_TRANSLATE_NOOP("Acts", "correction"),
    QT_TRANSLATE_NOOP("Acts", "reasoning"),
    QT_TRANSLATE_NOOP("Acts", "exact"),
    QT_TRANSLATE_NOOP("Acts", "reason"),
    QT_TRANSLATE_NOOP("Acts", "message"),
    QT_TRANSLATE_NOOP("Acts", "dismissed"),
    QT_TRANSLATE_NOOP("Acts", "earliest"),
    QT_TRANSLATE_NOOP("Acts", "latest"),
    QT_TRANSLATE_NOOP("Acts", "title"),
    QT_TRANSLATE_NOOP("Acts", "authors"),
    QT_TRANSLATE_NOOP("Acts", "publisher"),
    QT_TRANSLATE_NOOP("Acts", "published"),
    QT_TRANSLATE_NOOP("Acts", "url"),
    QT_TRANSLATE_NOOP("Acts", "archive url"),
    QT_TRANSLATE_NOOP("Acts", "accessed"),
    QT_TRANSLATE_NOOP("Acts", "primary"),
    QT_TRANSLATE_NOOP("Acts", "confidential"),
    QT_TRANSLATE_NOOP("Acts", "contact"),
    QT_TRANSLATE_NOOP("Acts", "doi"),
    QT_TRANSLATE_NOOP("Acts", "locator"),
    QT_TRANSLATE_NOOP("Acts", "excerpt"),
    QT_TRANSLATE_NOOP("Acts", "snapshot"),
    QT_TRANSLATE_NOOP("Acts", "tags"),
    QT_TRANSLATE_NOOP("Acts", "name"),
    QT_TRANSLATE_NOOP("Acts", "media type"),
    QT_TRANSLATE_NOOP("Acts", "size"),
    QT_TRANSLATE_NOOP("Acts", "captured"),
    QT_TRANSLATE_NOOP("Acts", "captured from"),
    QT_TRANSLATE_NOOP("Acts", "to"),
    QT_TRANSLATE_NOOP("Acts", "question"),
    QT_TRANSLATE_NOOP("Acts", "answer"),
    QT_TRANSLATE_NOOP("Acts", "who"),
)
KNOWN = frozenset(str(word) for word in (*_ACTS, *_THINGS, *_FIELDS))
"""Everything there is a word for. What a later version of the program did is shown as it stands in the file."""


def _tr(word: str) -> str:
    return QCoreApplication.translate("Acts", word)


def act(name: str) -> str:
    """An act by the name that the journal has for it."""
    for beginning, pattern in _UNDONE.items():
        if name.startswith(beginning):
            return _tr(str(pattern)).format(act=act(name.removeprefix(beginning)))
    if name in KNOWN:
        return _tr(name)
    verb, _, rest = name.partition(" ")
    if verb == "mark" and rest in list(Status):
        return _tr("mark {status}").format(status=words.status(Status(rest)))
    fields = rest.split(" and ")
    if verb == "edit" and set(fields) <= KNOWN:
        return _tr("edit {fields}").format(fields=_tr(" and ").join(map(_tr, fields)))
    return name


def word(name: str) -> str:
    """A thing or one of its fields, as a history names it; a note's title stays as it is."""
    return _tr(name) if name in KNOWN else name


WHOLE = frozenset({"status", "outcome", "kind", "checkable", "primary", "confidential", "dismissed"})
WHOLE |= {"scale", "snapshot", "number", "size", "captured", "accessed", "earliest", "latest"}
"""Fields that are one value: it is replaced, not reworded."""


def value(field: str, said: str, case: Case | None = None) -> str:
    """What stood in `field`: our own words translated, a person's words as they are.

    What the file keeps by an identifier is named as `case` names it.
    """
    if field == "status" and said in list(Status):
        return words.status(Status(said))
    if field in ("checkable", "primary", "confidential", "dismissed") and said in ("0", "1"):
        return _tr("yes") if said == "1" else _tr("no")
    if field == "kind":
        return words.kind(ClaimKind(said)) if said in list(ClaimKind) else words.source_kind(said)
    if field in _NAMED:
        return _NAMED[field](said, case) if said else ""
    return words.stance(Stance(said)) if said in list(Stance) else said


def _outcome(identifier: str, case: Case | None) -> str:
    found = case.scale.outcome(identifier) if case else None
    return found.label if found else identifier


def _scale(kept: str, _case: Case | None) -> str:
    """The file keeps the scale whole, as JSON."""
    try:
        scale = json.loads(kept)
    except ValueError:
        return kept
    return str(scale.get("label", "")) if isinstance(scale, dict) else kept


def _snapshot(sha256: str, case: Case | None) -> str:
    found = case.snapshots.get(sha256) if case else None
    return found.name if found else _tr("a kept copy")


def _moment(at: str, _case: Case | None) -> str:
    return words.moment(at)


_NAMED = {"outcome": _outcome, "scale": _scale, "snapshot": _snapshot, "captured": _moment}
