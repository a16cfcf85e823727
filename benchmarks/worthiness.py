"""Check-worthiness, measured with the shipped file through the shipped code: `python -m benchmarks.worthiness DATA`.

DATA is the folder with `checkthat2024/`. CheckThat! 2024's dev-test is measured only: nothing was trained on it or
fitted to it. News: 89 sentences judged by one reader (`training/news_check.jsonl`).
"""

from __future__ import annotations

import csv
import json
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from workbench.extraction import worthiness

NEWS = Path(__file__).parent.parent / "training" / "news_check.jsonl"
BASELINES = {"n-gram baseline": 0.599, "TF-IDF + linear SVM": 0.804, "frozen MiniLM": 0.808, "MiniLM, float": 0.907}
"""F1 of "Yes" on the same sentences, as given with the data."""


def main(data: Path) -> None:
    start = time.perf_counter()
    problem = worthiness.model_problem()
    print(f"load (runtime, hashes, session): {time.perf_counter() - start:.2f} s {problem}")
    texts, worthy = _checkthat(data / "checkthat2024" / "dev-test.tsv")
    start = time.perf_counter()
    scores = _scores(texts)
    print(f"speed: {len(texts) / (time.perf_counter() - start):.0f} sentences a second, one a run, two threads")
    _report("CheckThat! 2024 dev-test", scores, worthy)
    print("  F1 beside: " + ", ".join(f"{name} {figure:.3f}" for name, figure in BASELINES.items()))
    _report_news([json.loads(line) for line in NEWS.read_text(encoding="utf-8").splitlines()])


def _report_news(rows: list[dict[str, Any]]) -> None:
    scores = _scores([row["text"] for row in rows])
    _report("News, one reader: worth checking", scores, [bool(row["worthy"]) for row in rows])
    _report("News, one reader: checkable at all", scores, [bool(row["checkable"]) for row in rows])
    for low, high in pairwise((0.0, 0.2, 0.4, 0.6, 0.8, 1.01)):
        inside = [row for score, row in zip(scores, rows, strict=True) if low <= score < high]
        checkable, worthy = (sum(row[question] for row in inside) for question in ("checkable", "worthy"))
        print(
            f"  score {low:.1f} to {min(high, 1):.1f}: of {len(inside)}, {checkable} checkable, {worthy} worth checking"
        )


def _report(name: str, scores: Sequence[float], worthy: Sequence[bool]) -> None:
    precision, recall, f1 = at_one_half(scores, worthy)
    print(f"{name}, {len(scores)} sentences, score >= .5: F1 {f1:.3f} (P {precision:.3f}, R {recall:.3f})")
    print(f"  average precision {average_precision(scores, worthy):.3f}, {calibration_words(scores, worthy)}")


def at_one_half(scores: Sequence[float], worthy: Sequence[bool]) -> tuple[float, float, float]:
    """Precision, recall and F1 of "score >= .5"."""
    said = [score >= 0.5 for score in scores]
    hits = sum(a and b for a, b in zip(said, worthy, strict=True))
    precision, recall = hits / max(1, sum(said)), hits / max(1, sum(worthy))
    return precision, recall, 2 * hits / max(1, sum(said) + sum(worthy))


def average_precision(scores: Sequence[float], worthy: Sequence[bool]) -> float:
    """Area under precision and recall, step-wise; equal scores count together."""
    total, hits, area = 0, 0, 0.0
    for score in sorted(set(scores), reverse=True):
        tied = [is_worthy for other, is_worthy in zip(scores, worthy, strict=True) if other == score]
        total, hits = total + len(tied), hits + sum(tied)
        area += sum(tied) * hits / total
    return area / max(1, sum(worthy))


def calibration_words(scores: Sequence[float], worthy: Sequence[bool], bins: int = 8) -> str:
    """Brier score, and the expected calibration error over equally filled bins."""
    ranked = sorted(zip(scores, worthy, strict=True))
    size, more = divmod(len(ranked), bins)
    edges = [i * size + min(i, more) for i in range(bins + 1)]
    gaps = (abs(sum(score - is_worthy for score, is_worthy in ranked[low:high])) for low, high in pairwise(edges))
    brier = sum((score - is_worthy) ** 2 for score, is_worthy in ranked) / len(ranked)
    return f"Brier {brier:.3f}, calibration error {sum(gaps) / len(ranked):.3f}"


def _checkthat(path: Path) -> tuple[list[str], list[bool]]:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [row["Text"] for row in rows], [row["class_label"] == "Yes" for row in rows]


def _scores(texts: Sequence[str]) -> list[float]:
    return [found.score for found in worthiness.rank(texts)]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
