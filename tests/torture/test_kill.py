from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.storage.files import NAME
from tests.saving import saved

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.conftest import Start

SAVES = 40


@pytest.mark.skipif("sys.platform == 'win32'", reason="kill -9 is POSIX")
def test_every_acknowledged_save_outlives_a_kill(tmp_path: Path, start: Start) -> None:
    acknowledged: list[str] = []
    for round_ in range(6):
        process = start("save_for_ever", tmp_path)
        assert process.stdout is not None
        for _ in range(random.Random(round_).randint(1, SAVES)):
            acknowledged.append(process.stdout.readline())
        time.sleep(random.Random(round_).random() / 50)
        process.kill()
        acknowledged += process.stdout.readlines()
        process.wait()
        _expect(tmp_path, [line for line in acknowledged if line.endswith("\n")])
    assert len(acknowledged) > SAVES


def _expect(folder: Path, lines: list[str]) -> None:
    with closing(open_store(folder)) as store:
        for line in lines:
            session_id, version, name = line.rstrip("\n").split(" ", 2)
            assert store.saved_version(session_id, int(version)).name == name
        for header in store.headers():
            assert store.session(header.id).name == header.name
            versions = [each.version for each in store.versions(header.id)]
            assert versions == list(range(1, header.version + 1))
    with closing(sqlite3.connect(folder / NAME)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@pytest.mark.skipif("sys.platform == 'win32'", reason="kill -9 is POSIX")
def test_a_kill_while_the_store_is_made_leaves_a_whole_store_or_none(
    tmp_path: Path, start: Start
) -> None:
    for number in range(8):
        folder = tmp_path / str(number)
        process = start("open_only", folder)
        while process.poll() is None and not (folder.exists() and any(folder.iterdir())):
            time.sleep(0.0005)
        time.sleep(number * 0.004)
        process.kill()
        process.wait()
        assert not (folder / NAME).exists() or (folder / NAME).stat().st_size > 0
        with closing(open_store(folder)) as store:
            saved(store, Session("1", "Works"))
            assert store.session("1").name == "Works"
