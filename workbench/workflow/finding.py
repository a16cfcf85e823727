"""Looking for claims in a process of its own: it can be ended at once, and its memory goes back."""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection

from workbench.domain.article import Article
from workbench.domain.findings import Findings
from workbench.errors import ArticleError, Cancelled, UserFacingError

_POLL = 0.05
"""Seconds between two looks at whether the person has cancelled."""


def find_apart(article: Article, *, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Findings:
    """What extraction finds in the article.

    Raises Cancelled within about 0.1 s of `cancelled()`, ArticleError when the process died (out of memory).
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(sender, article), daemon=True)
    process.start()
    sender.close()
    try:
        return _await(receiver, progress, cancelled)
    finally:
        process.kill()
        process.join()
        receiver.close()


def _await(receiver: Connection, progress: Callable[[float], None], cancelled: Callable[[], bool]) -> Findings:
    while True:
        if cancelled():
            raise Cancelled
        if not receiver.poll(_POLL):
            continue
        try:
            kind, value = receiver.recv()
        except EOFError:
            raise ArticleError(
                "The search for claims ended before its time, perhaps for lack of memory. "
                "Article and case are safe: mark claims by hand, or find claims again."
            ) from None
        if kind == "done":
            return value  # type: ignore[no-any-return]
        if kind == "wrong":
            raise value
        if kind == "bug":
            raise RuntimeError(value)
        progress(value)


def _serve(sender: Connection, article: Article) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    try:
        from workbench.extraction import pipeline

        findings = pipeline.find(article, progress=lambda share: sender.send(("progress", share)))
    except UserFacingError as problem:
        sender.send(("wrong", problem))
    except Exception:  # noqa: BLE001 - not swallowed: raised again in the parent
        sender.send(("bug", traceback.format_exc()))
    else:
        sender.send(("done", findings))
