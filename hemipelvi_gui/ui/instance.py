"""One window a data folder: a second start shows the first one's window.

A local socket named after the folder carries the files to open. It is no network connection.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE_MS = 1500


def socket_name(folder: Path) -> str:
    """A name both starts agree on, short enough for every system."""
    return "hemipelvi-" + hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]


def ask_first(folder: Path, files: Sequence[str]) -> bool:
    """Ask the window that has this folder to show itself and open files. False: no answer."""
    socket = QLocalSocket()
    socket.connectToServer(socket_name(folder))
    if not socket.waitForConnected(PATIENCE_MS):
        return False
    socket.write(json.dumps([str(Path(file).resolve()) for file in files]).encode() + b"\n")
    answered = socket.waitForBytesWritten(PATIENCE_MS) and socket.waitForReadyRead(PATIENCE_MS)
    return bool(answered)


class Doorbell(QObject):
    """Listens for later starts. `rung(files)` with the paths they were given."""

    rung = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Whoever holds the folder's lock owns the name; a socket left by a crash is in the way.
        QLocalServer.removeServer(socket_name(folder))
        self._server.listen(socket_name(folder))
        self._server.newConnection.connect(self._answer)

    def _answer(self) -> None:
        socket = self._server.nextPendingConnection()
        if socket is not None:
            socket.readyRead.connect(lambda: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            files = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            files = []
        socket.write(b"shown\n")
        socket.flush()
        known = isinstance(files, list) and all(isinstance(file, str) for file in files)
        self.rung.emit(files if known else [])

    def close(self) -> None:
        """Stop listening."""
        self._server.close()
