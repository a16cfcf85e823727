"""Where the program keeps what is its own. The environment variable FACT_CHECK_HOME moves all of it into one folder."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

_NAME = "fact-check-workbench"


def home() -> Path:
    """The folder of settings, recent files and logs. Not made until something is written there."""
    return _moved() or _platform().user_config_path


def default_cases_folder() -> Path:
    moved = _moved()
    return moved / "cases" if moved else _platform().user_documents_path / "Fact-Check Cases"


def default_backup_folder() -> Path:
    moved = _moved()
    return (moved or _platform().user_data_path) / "backups"


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


@cache
def _platform() -> PlatformDirs:
    from platformdirs import PlatformDirs

    return PlatformDirs(_NAME, appauthor=False)


def _moved() -> Path | None:
    chosen = os.environ.get("FACT_CHECK_HOME", "")
    return Path(chosen).expanduser().absolute() if chosen else None
