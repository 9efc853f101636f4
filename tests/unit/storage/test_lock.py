from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.storage import Fault, StoreError, acquire, holder

if TYPE_CHECKING:
    from pathlib import Path

HOLD = """
import sys
from pathlib import Path
from hemipelvi_gui.storage import acquire
lock = acquire(Path(sys.argv[1]))
print("held" if lock else "refused", flush=True)
sys.stdin.read()
"""


def other_process(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )


def answer(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_only_one_may_write(folder: Path) -> None:
    lock = acquire(folder)
    assert lock is not None
    assert acquire(folder) is None
    with other_process(folder) as other:
        assert answer(other) == "refused"
        other.communicate("")
    assert holder(folder) == os.getpid()
    lock.release()


def test_a_released_lock_is_free_again(folder: Path) -> None:
    lock = acquire(folder)
    assert lock is not None
    lock.release()
    lock.release()
    again = acquire(folder)
    assert again is not None
    with again:
        assert acquire(folder) is None
    with other_process(folder) as other:
        assert answer(other) == "held"
        other.communicate("")


def test_a_lock_ends_with_the_process_that_held_it(folder: Path) -> None:
    with other_process(folder) as other:
        assert answer(other) == "held"
        assert acquire(folder) is None
        assert holder(folder) == other.pid
        other.kill()
        other.communicate()
    lock = acquire(folder)
    assert lock is not None
    assert holder(folder) == os.getpid()
    lock.release()


def test_nobody_holds_a_folder_that_was_never_used(folder: Path) -> None:
    assert holder(folder) is None
    folder.mkdir()
    (folder / "hemipelvi.lock").write_text("not a number")
    assert holder(folder) is None


def test_a_lock_that_cannot_be_written_is_a_known_error(folder: Path) -> None:
    (folder / "hemipelvi.lock").mkdir(parents=True)
    with pytest.raises(StoreError) as refused:
        acquire(folder)
    assert refused.value.fault is Fault.UNREADABLE
