"""The cases opened last. Apart from the settings: a person never edits this, and it changes all the time."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from workbench import looking
from workbench.settings.places import home, write_whole

_MOST = 12


@dataclass(frozen=True, slots=True)
class RecentCase:
    """A case opened lately, as it was when last seen: to be told from the others without a look into its file."""

    path: Path
    title: str = ""
    """Of the article; empty when it isn't remembered."""
    used: str = ""
    """When it was last opened or left, ISO 8601 with its offset; empty when it isn't remembered."""
    claims: int = 0
    checked: int = 0

    @property
    def name(self) -> str:
        return self.title or self.path.stem


def load_recent() -> list[RecentCase]:
    """Newest first; empty when there are none or the list is damaged."""
    import json

    try:
        listed = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return list(_read(listed))[:_MOST] if isinstance(listed, list) else []


def _read(listed: list[object]) -> Iterator[RecentCase]:
    for one in listed:
        if isinstance(one, str):  # written before more than the path was remembered
            yield RecentCase(Path(one))
        elif isinstance(one, dict) and isinstance(path := one.get("path"), str):
            title, used = (said if isinstance(said := one.get(name), str) else "" for name in ("title", "used"))
            claims, checked = (said if isinstance(said := one.get(name), int) else 0 for name in ("claims", "checked"))
            yield RecentCase(Path(path), title, used, claims, checked)


def recent_cases() -> list[RecentCase]:
    """Those that are still there."""
    return [one for one in load_recent() if looking.is_there(one.path)]


def remember_recent(case: RecentCase) -> None:
    """Put a case on top of the list, in the place of what was remembered of it."""
    import json

    path = case.path.absolute()
    listed = [case, *(other for other in load_recent() if other.path != path)][:_MOST]
    # The list is a convenience: a case opens all the same where it can't be written.
    with contextlib.suppress(OSError):
        rows = [asdict(one) | {"path": str(one.path.absolute())} for one in listed]
        write_whole(_file(), json.dumps(rows, indent=1))


def _file() -> Path:
    return home() / "recent.json"
