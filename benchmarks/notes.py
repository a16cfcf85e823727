"""How long the notes take, beside two peers that draw the same words plainly: Qt's QTextDocument and reportlab.

    python -m benchmarks.notes [CLAIMS ...]      (10, 100 and 2000 when none are given)

Each figure is of a process of its own, started afresh, the faster of two runs (one run above 500 claims): seconds on
the clock from the case in memory to the file on the disk, seconds of processor time, the largest process's peak memory,
the file's size a claim. The peers know nothing of tags, links, annotations, records and volumes; reportlab is no
dependency of the program and is left out where it is not installed.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from html import escape
from importlib.util import find_spec
from pathlib import Path

from tests.reports.long_cases import long_case
from workbench.domain.case import Case

WORDS = {10: 1_500, 100: 5_000, 2_000: 51_000}
"""Words of the article, by claims."""


def ours(case: Case, out: Path) -> list[Path]:
    from workbench.workflow.publishing import export

    return list(export(case, "pdf", out))


def text_document(case: Case, out: Path) -> list[Path]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication, QPageSize, QPdfWriter, QTextDocument

    application = QGuiApplication([])
    writer = QPdfWriter(str(out))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = QTextDocument()
    document.setHtml("".join(f"<{tag}>{escape(words)}</{tag}>" for tag, words in plain_words(case)))
    document.print_(writer)
    del application
    return [out]


def reportlab(case: Case, out: Path) -> list[Path]:
    from reportlab.lib.styles import getSampleStyleSheet  # type: ignore[import-untyped]
    from reportlab.platypus import Paragraph, SimpleDocTemplate  # type: ignore[import-untyped]

    styles = getSampleStyleSheet()
    looks = {"h1": styles["Heading1"], "h2": styles["Heading2"], "p": styles["BodyText"]}
    parts = [Paragraph(escape(words), looks[tag]) for tag, words in plain_words(case)]
    SimpleDocTemplate(str(out)).build(parts)
    return [out]


def plain_words(case: Case) -> Iterator[tuple[str, str]]:
    """The same content as ours without its looks: the article, then claim by claim with its evidence, the sources."""
    yield "h1", case.title
    for block in case.article.blocks:
        yield "p", block.span.of(case.article.text)
    for claim in case.claims:
        yield "h2", f"Claim {claim.number}"
        yield from (
            ("p", words) for words in (claim.exact, claim.restated, claim.claimant, claim.outcome, claim.reasoning)
        )
        for link in by_claim(case)[claim.id]:
            note = case.evidence[link]
            source = case.sources[note.source_id]
            yield from (
                ("p", words) for words in (source.title, note.excerpt, note.note, source.url, source.archive_url)
            )
    for source in case.sources.values():
        yield "p", f"{source.authors}. {source.title}. {source.publisher}, {source.published}. {source.url}"


_links: dict[int, dict[str, list[str]]] = {}


def by_claim(case: Case) -> dict[str, list[str]]:
    """Evidence by claim, sorted out once."""
    if id(case) not in _links:
        found: dict[str, list[str]] = {}
        for link in case.links:
            found.setdefault(link.claim_id, []).append(link.evidence_id)
        _links[id(case)] = found
    return _links[id(case)]


PEERS: dict[str, Callable[[Case, Path], list[Path]]] = {
    "notes (typst, tagged)": ours,
    "QTextDocument": text_document,
    "reportlab": reportlab,
}


def once(peer: str, claims: int) -> dict[str, float]:
    """In a process started for it alone."""
    command = [sys.executable, "-m", "benchmarks.notes", "--once", peer, str(claims)]
    # Modules are compiled by the first run, as they are where the program is installed.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=environment)
    return dict(json.loads(done.stdout))


def measure(peer: str, claims: int) -> dict[str, float]:
    case = long_case(claims, WORDS.get(claims, 26 * claims))
    with tempfile.TemporaryDirectory() as folder:
        began, worked = time.perf_counter(), processor_time()
        files = PEERS[peer](case, Path(folder) / "notes.pdf")
        return {
            "seconds": time.perf_counter() - began,
            "processor": processor_time() - worked,
            "mebibytes": max(resource.getrusage(who).ru_maxrss for who in _BOTH) / 1024,
            "kibibytes": sum(file.stat().st_size for file in files) / 1024 / claims,
            "files": len(files),
        }


_BOTH = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def processor_time() -> float:
    """Seconds of this process and of those it has ended."""
    return sum(usage.ru_utime + usage.ru_stime for usage in map(resource.getrusage, _BOTH))


def main(sizes: list[int]) -> None:
    print(f"{'claims':>6}  {'':<22}{'s':>7}{'cpu s':>8}{'MiB':>7}{'KiB/claim':>11}{'files':>7}")
    for claims in sizes:
        for peer in PEERS:
            if peer == "reportlab" and find_spec("reportlab") is None:
                continue
            runs = [once(peer, claims) for _ in range(1 if claims > 500 else 2)]
            best = min(runs, key=lambda run: run["seconds"])
            print(
                f"{claims:>6}  {peer:<22}{best['seconds']:>7.2f}{best['processor']:>8.2f}{best['mebibytes']:>7.0f}"
                f"{best['kibibytes']:>11.1f}{best['files']:>7.0f}",
                flush=True,
            )


if __name__ == "__main__":
    if sys.argv[1:2] == ["--once"]:
        print(json.dumps(measure(sys.argv[2], int(sys.argv[3]))))
    else:
        main([int(size) for size in sys.argv[1:]] or [10, 100, 2_000])
