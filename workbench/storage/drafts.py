"""The case itself and its drafts."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict

from workbench.domain.case import Draft
from workbench.domain.imported import ImportedArticle
from workbench.domain.rating import Outcome, RatingScale, Tone
from workbench.storage import clock
from workbench.storage.article_row import article_of
from workbench.storage.rows import Act, Row


def add_case(act: Act, scale: RatingScale) -> None:
    act.insert("cases", {"id": clock.new_id(), "created": clock.now(), "scale": scale_json(scale)})


def case_id(connection: sqlite3.Connection) -> str:
    return str(connection.execute("SELECT id FROM cases").fetchone()[0])


def read_scale(connection: sqlite3.Connection) -> RatingScale:
    data = json.loads(connection.execute("SELECT scale FROM cases").fetchone()[0])
    outcomes = tuple(Outcome(**{**outcome, "tone": Tone(outcome["tone"])}) for outcome in data["outcomes"])
    return RatingScale(data["id"], data["label"], data["editorial"], outcomes)


def set_scale(act: Act, scale: RatingScale) -> None:
    act.update("cases", case_id(act.connection), {"scale": scale_json(scale)})


def scale_json(scale: RatingScale) -> str:
    """The whole scale, so that a house's own travels with the file."""
    return json.dumps(asdict(scale), ensure_ascii=False, sort_keys=True)


def add_draft(act: Act, imported: ImportedArticle) -> str:
    """Add the next version of the text; its original bytes must be kept already. Returns its identifier."""
    article = imported.article
    identifier = clock.new_id()
    number = act.connection.execute("SELECT coalesce(max(number), 0) + 1 FROM drafts").fetchone()[0]
    draft = Draft(identifier, number, article, clock.now(), imported.sha256)
    act.insert("drafts", draft_row(draft))
    return identifier


def draft_row(draft: Draft) -> Row:
    article = draft.article
    blocks = [[block.kind, block.span.start, block.span.end] for block in article.blocks]
    return {
        "id": draft.id,
        "number": draft.number,
        "text": article.text,
        "blocks": json.dumps(blocks),
        "metadata": json.dumps(asdict(article.metadata), ensure_ascii=False, sort_keys=True),
        "imported": draft.imported,
        "sha256": draft.sha256,
    }


def read_draft(connection: sqlite3.Connection) -> Draft:
    """The newest draft."""
    identifier, number, text, blocks, metadata, imported, sha256 = connection.execute(
        "SELECT id, number, text, blocks, metadata, imported, sha256 FROM drafts ORDER BY number DESC LIMIT 1"
    ).fetchone()
    return Draft(identifier, number, article_of(text, blocks, metadata), imported, sha256)


def draft_text(connection: sqlite3.Connection) -> tuple[str, str]:
    """Identifier and text of the newest draft."""
    identifier, text = connection.execute("SELECT id, text FROM drafts ORDER BY number DESC LIMIT 1").fetchone()
    return str(identifier), str(text)


def draft_before(connection: sqlite3.Connection, draft_id: str) -> tuple[str, str] | None:
    """Identifier and text of the draft before, None for the first one."""
    row = connection.execute(
        "SELECT id, text FROM drafts WHERE number < (SELECT number FROM drafts WHERE id = ?)"
        " ORDER BY number DESC LIMIT 1",
        (draft_id,),
    ).fetchone()
    return (str(row[0]), str(row[1])) if row else None


def is_extracted(connection: sqlite3.Connection, draft_id: str) -> bool:
    return connection.execute("SELECT 1 FROM extractions WHERE draft_id = ?", (draft_id,)).fetchone() is not None


def mark_extracted(act: Act, draft_id: str) -> None:
    if not is_extracted(act.connection, draft_id):
        act.insert("extractions", {"draft_id": draft_id, "at": clock.now()})


def selected_claim(connection: sqlite3.Connection) -> str:
    row = connection.execute("SELECT value FROM desk WHERE name = 'selected claim'").fetchone()
    return str(row[0]) if row else ""


def select_claim(connection: sqlite3.Connection, claim_id: str) -> None:
    connection.execute("INSERT OR REPLACE INTO desk VALUES ('selected claim', ?)", (claim_id,))
