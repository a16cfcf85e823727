"""Files of sources as reference managers write them: BibTeX, RIS and CSL-JSON.

How to add a format: write a reader that gives a `Bibliography`, add its suffixes to `SUFFIXES` and its sign to `_kind`.
"""

from __future__ import annotations

from pathlib import PurePath

from charset_normalizer import from_bytes

from workbench.errors import EvidenceError, Sentence
from workbench.sources.entries import Bibliography

SUFFIXES = {".bib": "bibtex", ".bibtex": "bibtex", ".ris": "ris", ".json": "csl", ".csl": "csl"}
LARGEST = 20_000_000
"""Bytes; some 40,000 entries."""


def read_bibliography(content: bytes, name: str) -> Bibliography:
    """The sources in a file, whatever its encoding, and a sentence for each entry that can't be taken in.

    Raises EvidenceError when the file is too large, of no such format, or holds no source at all.
    """
    if len(content) > LARGEST:
        raise EvidenceError(
            "“{name}” is over {megabytes} MB, too large for a list of sources. Split it.",
            name=name,
            megabytes=LARGEST // 1_000_000,
        )
    text = _decoded(content)
    found = _read(text, name)
    if not found.sources:
        more = found.problems[0] if found.problems else Sentence("Export it anew as BibTeX, RIS or CSL-JSON.")
        raise EvidenceError("“{name}” holds no source that can be read. {more}", name=name, more=more)
    return found


def _read(text: str, name: str) -> Bibliography:
    kind = _kind(text, name)
    if kind == "csl":
        from workbench.sources.csl_json import read_csl_json

        return read_csl_json(text, name)
    if kind == "ris":
        from workbench.sources.ris import read_ris

        return read_ris(text)
    from workbench.sources.bibtex import read_bibtex

    return read_bibtex(text)


def _kind(text: str, name: str) -> str:
    """By the file's ending, else by how it begins: some programs write .txt."""
    start = text.lstrip()
    guessed = "csl" if start[:1] in ("[", "{") else "ris" if start.startswith(("TY  -", "TY -")) else "bibtex"
    return SUFFIXES.get(PurePath(name).suffix.lower(), guessed)


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "ascii"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    best = from_bytes(content, cp_isolation=["cp1252", "cp1250", "cp1251", "mac_roman", "shift_jis", "gb18030"]).best()
    return str(best) if best else content.decode("cp1252", "replace")
