"""Pages ready to be set, and setting them with typst: all that a process for one volume needs to load."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple, cast

import typst

from workbench import temporary

STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]


class Sheet(NamedTuple):
    """What the template reads, by name: `texts` in UTF-8, the template itself among them, and `images`."""

    texts: dict[str, bytes]
    images: dict[str, bytes]
    fonts: Sequence[str]
    """Folders."""
    saved: str
    """The case's last act, ISO 8601."""
    ppi: float | None


def set_sheet(sheet: Sheet) -> bytes:
    """The finished PDF, or the pickled pictures. Raises typst.TypstError when typst refuses the pages."""
    with temporary.folder() as folder:
        for name, content in sheet.images.items():  # typst takes nothing but text from memory
            (folder / name).write_bytes(content)
        compiler = typst.Compiler(
            cast(Any, sheet.texts),  # its stub knows one file only, and not a set of them
            root=str(folder),
            font_paths=list(sheet.fonts),
            ignore_system_fonts=True,
            package_path=str(folder),
            package_cache_path=str(folder),
        )
        return pickle.dumps(_pictures(compiler, sheet.ppi)) if sheet.ppi else _pdf(compiler, sheet.saved)


def _pdf(compiler: typst.Compiler, saved: str) -> bytes:
    pdf = compiler.compile(format="pdf", pdf_standards=STANDARDS, timestamp=_instant(saved))
    assert isinstance(pdf, bytes)
    return pdf


def _pictures(compiler: typst.Compiler, ppi: float) -> list[bytes]:
    pictures = compiler.compile(format="png", ppi=ppi)
    return [pictures] if isinstance(pictures, bytes) else list(pictures or ())


def _instant(saved: str) -> datetime:
    """In whole seconds, so that the same case gives the same bytes."""
    try:
        instant = datetime.fromisoformat(saved).replace(microsecond=0)
    except ValueError:
        return datetime.fromtimestamp(0, UTC)
    return instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)
