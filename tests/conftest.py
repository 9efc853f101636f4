"""What every test stands on: folders of its own, no display, no network, no stray warnings."""

from __future__ import annotations

import logging
import os
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

# Before anything imports Qt.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# The machine's load must not decide whether a test passes.
settings.register_profile("hemipelvi", deadline=None)
settings.load_profile("hemipelvi")

USER_FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/appdata",
    "LOCALAPPDATA": "home/appdata",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_DATA_HOME": "home/share",
    "XDG_RUNTIME_DIR": "run",
    "XDG_STATE_HOME": "home/state",
}


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Hemipelvi works offline: a test that reaches for the network is wrong."""
    if event == "socket.getaddrinfo" or (
        event == "socket.connect" and isinstance(arguments[1], tuple)
    ):
        raise AssertionError(f"a test opened the network: {arguments[1:]}")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def user_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Sends every folder of the runner to a fresh place; returns that place."""
    folder = tmp_path_factory.mktemp("user")
    for variable, name in USER_FOLDERS.items():
        path = folder / name
        path.mkdir(parents=True, exist_ok=True)
        path.chmod(0o700)
        monkeypatch.setenv(variable, str(path))
    return folder


@pytest.fixture(autouse=True)
def no_stray_log_lines(
    request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[None]:
    """Fails a test that logs a warning nobody expected (see the marker `allow_log`)."""
    yield
    allowed = [
        marker.args[0] if marker.args else "" for marker in request.node.iter_markers("allow_log")
    ]
    stray = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING
        and not any(record.name.startswith(name) for name in allowed)
    ]
    if stray:
        pytest.fail("unexpected log lines:\n" + "\n".join(stray), pytrace=False)


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """The application of pytest-qt, with the program's own font."""
    from hemipelvi_gui.sheets.fonts import load_fonts

    load_fonts()
    return qapp
