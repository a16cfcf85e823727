"""Work in a process of its own: it can be ended at once, has limits, and its memory goes back."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from workbench.errors import Cancelled, UserFacingError

Progress = Callable[[float], None]
_POLL = 0.05
"""Seconds between two looks at whether the person has cancelled."""


def never() -> bool:
    """For work that nobody can cancel."""
    return False


@dataclass(frozen=True)
class Limits:
    died: UserFacingError
    """Raised when the process ended before its time, for lack of memory or by a fault in a library."""
    late: UserFacingError | None = None
    """Raised when it has taken longer than `seconds`."""
    seconds: float = 0
    """0: as long as it takes."""
    memory: int = 0
    """Bytes of address space, on systems that can limit it; 0: no limit."""


def run_apart(
    work: Callable[..., Any],
    arguments: tuple[object, ...],
    limits: Limits,
    *,
    progress: Callable[[Any], None] | None = None,
    cancelled: Callable[[], bool] = never,
) -> Any:
    """What `work(*arguments, progress)` returns; `work` is a function of a module, to be found again over there.

    `progress` hears on this side what `work` tells on its own: a share of the whole, or whatever the two agree on.
    Raises the UserFacingError that `work` raises, those of `limits`, and Cancelled within about 0.1 s of `cancelled()`.
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_serve, args=(sender, work, arguments, limits.memory), daemon=True)
    process.start()
    sender.close()
    try:
        return _await(receiver, limits, progress, cancelled)
    finally:
        process.kill()
        process.join()
        receiver.close()


def _await(
    receiver: Connection, limits: Limits, progress: Callable[[Any], None] | None, cancelled: Callable[[], bool]
) -> Any:
    end = time.monotonic() + limits.seconds
    while True:
        if cancelled():
            raise Cancelled
        if limits.late and time.monotonic() > end:
            raise limits.late
        if not receiver.poll(_POLL):
            continue
        try:
            kind, value = receiver.recv()
        except EOFError:
            raise limits.died from None
        if kind == "done":
            return value
        if kind == "wrong":
            raise value
        if kind == "bug":
            raise RuntimeError(value)
        if kind == "progress" and progress:
            progress(value)


def _serve(sender: Connection, work: Callable[..., Any], arguments: tuple[object, ...], memory: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the parent's to handle
    if memory:
        _limit_memory(memory)
    with suppress(BrokenPipeError):  # whoever asked has died: there is nobody to tell
        _work(sender, work, arguments)


def _work(sender: Connection, work: Callable[..., Any], arguments: tuple[object, ...]) -> None:
    try:
        result = work(*arguments, lambda share: sender.send(("progress", share)))
    except UserFacingError as problem:
        sender.send(("wrong", problem))
    except MemoryError:
        return  # the parent sees the end without a result
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001 - not swallowed: raised again in the parent
        sender.send(("bug", traceback.format_exc()))
    else:
        sender.send(("done", result))


def _limit_memory(most: int) -> None:
    """Windows has no such limit, and macOS doesn't keep it."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
