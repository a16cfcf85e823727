"""Instants and identifiers as the case file writes them."""

from __future__ import annotations

import uuid
from datetime import UTC, datetime


def now() -> str:
    """This instant as ISO 8601 in UTC, with microseconds so that acts sort."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def new_id() -> str:
    """A random UUID: two people's files can be merged without clashes."""
    return str(uuid.uuid4())
