"""The command line: `fact-check COMMAND …`. The same workflow as the window, without Qt.

Errors are one line on standard error and an exit code that is not 0: 1 the thing asked can't be done, 2 the words of
the command are off, 70 a bug of ours, 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import errno
import io
import os
import signal
import sys
from collections.abc import Sequence

from workbench.cli.saying import complain
from workbench.errors import OnlyReadableError, UserFacingError

COMMANDS = ("claims", "rank", "new", "draft", "combine", "evidence", "export", "verify", "rescue", "install-desktop")
_NO_ROOM_FOR_OUTPUT = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF)
"""What a write to standard output may fail of; what goes wrong with named files is told where they are written."""


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
    _give_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    from workbench.cli.parser import build_parser  # the window asks only for the names of the commands

    parsed = build_parser().parse_args(arguments)
    try:
        if signal.getsignal(signal.SIGINT) is signal.SIG_DFL:  # as the program was begun, see ui.__main__
            signal.signal(signal.SIGINT, signal.default_int_handler)
        code: int = parsed.run(parsed)
        sys.stdout.flush()
    except OnlyReadableError as problem:
        return _fail(problem.without_reading, 1)
    except UserFacingError as problem:
        return _fail(problem.message, 1)
    except KeyboardInterrupt:
        return _fail("Stopped. Nothing that was already written is lost.", 130)
    except OSError as problem:
        return _output_failed(problem)
    except Exception as bug:  # noqa: BLE001 - our bug: written to the log, said in one line
        return _tell_bug(bug)
    return code


def _give_streams() -> None:
    """Put nothing in the place of streams that are closed (`>&-`).

    Else Python has None there, and the next file opened, perhaps a case, takes the number that others write to.
    """
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            setattr(sys, name, os.fdopen(number, "w" if number else "r", encoding="utf-8"))


def _output_failed(problem: OSError) -> int:
    no_room = problem.errno in _NO_ROOM_FOR_OUTPUT and problem.filename is None
    if not no_room and not isinstance(problem, BrokenPipeError):
        return _tell_bug(problem)
    # Nowhere from here on, or Python tries once more at its exit and complains.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if not no_room:
        return 141  # the reader has left (`| head`)
    return _fail(f"What was found could not be written: {problem.strerror}. Look where the output goes.", 1)


def _tell_bug(bug: Exception) -> int:
    from workbench import logs

    logs.write_down(type(bug), bug.__traceback__)
    return _fail(f"This is a bug in fact-check ({type(bug).__name__}); a report is in {logs.report_path()}.", 70)


def _fail(sentence: str, code: int) -> int:
    complain(sentence)
    return code
