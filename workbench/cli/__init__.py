"""The command line: `fact-check COMMAND …`. The same workflow as the window, without Qt.

Errors are one line on standard error and an exit code that is not 0: 1 the thing asked can't be done, 2 the words of
the command are off, 70 a bug of ours, 130 stopped by Ctrl+C.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence

from workbench.errors import OnlyReadableError, UserFacingError

COMMANDS = ("claims", "rank", "new", "evidence", "export", "verify", "rescue", "install-desktop")


def main(arguments: Sequence[str]) -> int:
    """Run one command; returns its exit code."""
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
    except BrokenPipeError:
        # The reader has left (`| head`): point standard output nowhere, or Python complains at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as bug:  # noqa: BLE001 - our bug: written to the log, said in one line
        from workbench import logs

        logs.write_down(type(bug), bug.__traceback__)
        return _fail(f"This is a bug in fact-check ({type(bug).__name__}); a report is in {logs.report_path()}.", 70)
    return code


def _fail(sentence: str, code: int) -> int:
    print(f"fact-check: {' '.join(sentence.split())}", file=sys.stderr)
    return code
