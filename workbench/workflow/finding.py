"""Looking for claims in a process of its own: it can be ended at once, and its memory goes back."""

from __future__ import annotations

from collections.abc import Callable

from workbench.domain.article import Article
from workbench.domain.findings import Findings
from workbench.errors import ArticleError
from workbench.workflow.apart import Limits, Progress, run_apart

_LIMITS = Limits(
    ArticleError(
        "The search for claims ended before its time, perhaps for lack of memory. "
        "Article and case are safe: mark claims by hand, or find claims again."
    )
)


def find_apart(article: Article, *, progress: Progress, cancelled: Callable[[], bool]) -> Findings:
    """What extraction finds in the article.

    Raises Cancelled within about 0.1 s of `cancelled()`, ArticleError when the process died (out of memory).
    """
    found: Findings = run_apart(_find, (article,), _LIMITS, progress=progress, cancelled=cancelled)
    return found


def _find(article: Article, progress: Progress) -> Findings:
    from workbench.extraction import pipeline

    return pipeline.find(article, progress=progress)
