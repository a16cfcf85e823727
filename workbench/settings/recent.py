"""The cases opened last. Apart from the settings: a person never edits this, and it changes all the time."""

from __future__ import annotations

import contextlib
from pathlib import Path

from workbench.settings.places import home, write_whole

_MOST = 12


def load_recent() -> list[Path]:
    """Newest first; empty when there are none or the list is damaged."""
    import json

    try:
        listed = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [Path(name) for name in listed if isinstance(name, str)][:_MOST] if isinstance(listed, list) else []


def recent_cases() -> list[Path]:
    """Those that are still there."""
    return [path for path in load_recent() if path.exists()]


def remember_recent(path: Path) -> None:
    """Put a case on top of the list."""
    import json

    path = path.absolute()
    listed = [path, *(other for other in load_recent() if other != path)][:_MOST]
    # The list is a convenience: a case opens all the same where it can't be written.
    with contextlib.suppress(OSError):
        write_whole(_file(), json.dumps([str(one) for one in listed], indent=1))


def _file() -> Path:
    return home() / "recent.json"
