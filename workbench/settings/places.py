"""Where the program keeps what is its own. The environment variable FACT_CHECK_HOME moves all of it into one folder."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import platformdirs

_NAME = "fact-check-workbench"


def home() -> Path:
    """The folder of settings, recent files and logs. Not made until something is written there."""
    return _moved() or platformdirs.user_config_path(_NAME, appauthor=False)


def default_cases_folder() -> Path:
    moved = _moved()
    return moved / "cases" if moved else platformdirs.user_documents_path() / "Fact-Check Cases"


def default_backup_folder() -> Path:
    moved = _moved()
    return (moved or platformdirs.user_data_path(_NAME, appauthor=False)) / "backups"


def default_house_scales() -> Path:
    return home() / "scales"


def write_whole(path: Path, text: str) -> None:
    """Write a file so that after a crash it holds the old text or the new, never a part. Raises OSError.

    A link stays a link: what it points to is written.
    """
    target = path.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    written = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        written.replace(target)
    finally:
        written.unlink(missing_ok=True)


def _moved() -> Path | None:
    chosen = os.environ.get("FACT_CHECK_HOME", "")
    return Path(chosen).expanduser().absolute() if chosen else None
