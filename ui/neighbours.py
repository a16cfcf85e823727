"""One window a case: asking for a case that another window of ours has brings that window to the front.

The window that writes to a case listens on a local socket (on Windows a named pipe) whose name is made of the user and
the case's path. Qt's network library is loaded only to listen.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PREFIX = "fact-check-"
_PLEASE, _DONE = b"show\n", b"shown\n"
_PATIENCE = 1500
"""Milliseconds to wait for the other window's answer; one that hangs is then left to the lock to tell of."""


def address(case: Path) -> str:
    """The name of the socket for a case: the same whatever link it is opened by, another for each user."""
    from hashlib import sha256  # no part of the start

    name = _PREFIX + sha256(f"{_user()}\0{os.path.normcase(case.resolve())}".encode()).hexdigest()[:24]
    if sys.platform == "win32":
        return name
    return str(_folder() / name)


def _folder() -> Path:
    """Where the sockets of a user's windows lie."""
    return Path(os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("TMPDIR") or "/tmp")


def bring_forward(case: Path) -> bool:
    """Ask the window that has `case` to come to the front; whether there is one and it did. Any thread may ask."""
    try:
        return _is_anybody_there() and _ask(address(case)) == _DONE
    except OSError:  # none there, or left behind by a crash: nobody listens; or one that hangs
        return False


if sys.platform == "win32":

    def _is_anybody_there() -> bool:
        return True

    def _user() -> str:
        import getpass

        return getpass.getuser()

    def _ask(name: str) -> bytes:
        from PySide6.QtNetwork import QLocalSocket

        pipe = QLocalSocket()
        pipe.connectToServer(name)
        if not pipe.waitForConnected(_PATIENCE):
            return b""
        pipe.write(_PLEASE)
        pipe.waitForReadyRead(_PATIENCE)
        return pipe.readAll().data()

else:

    def _is_anybody_there() -> bool:
        """Told without the name of the one asked for, which takes longer to make."""
        return any(one.name.startswith(_PREFIX) and one.is_socket() for one in _folder().iterdir())

    def _user() -> str:
        return str(os.getuid())

    def _ask(name: str) -> bytes:
        if Path(name).stat().st_uid != os.getuid():
            return b""  # in a folder that all share, anybody can stand under the name
        import socket  # no part of the start where nobody listens

        with socket.socket(socket.AF_UNIX) as other:
            other.settimeout(_PATIENCE / 1000)
            other.connect(name)
            other.sendall(_PLEASE)
            return other.recv(len(_DONE))


class Neighbourhood(QObject):
    """Listens for others who want the case that this window writes to."""

    wanted = Signal()
    """Another start of the program was asked for this case: come to the front."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server: QLocalServer | None = None

    @property
    def is_listening(self) -> bool:
        return self._server is not None and self._server.isListening()

    def listen(self, case: Path | None) -> None:
        """Listen for `case`, which this process holds the lock of; None for no case."""
        if self._server is not None:
            self._server.close()
            self._server.deleteLater()
            self._server = None
        if case is None:
            return
        name = address(case)
        from PySide6.QtNetwork import QLocalServer

        # Whatever stands under this name was left by a crash: the lock is ours.
        QLocalServer.removeServer(name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)
        # Where it can't be made, others are told of the lock, as from another machine.
        self._server.listen(name)

    def _answer(self) -> None:
        while self._server is not None and (other := self._server.nextPendingConnection()) is not None:
            other.setReadBufferSize(len(_PLEASE))
            other.disconnected.connect(other.deleteLater)
            other.readyRead.connect(lambda other=other: self._read(other))
            self._read(other)

    def _read(self, other: QLocalSocket) -> None:
        if other.canReadLine() and other.readLine().data() == _PLEASE:
            self.wanted.emit()
            other.write(_DONE)
            other.flush()
