from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import numpy as np

from hemipelvi_gui.storage.library import without_numbers

if TYPE_CHECKING:
    from pathlib import Path

READ = """
import sys
from pathlib import Path
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import open_store
store = open_store(Path(sys.argv[1]))
print("sqlite_utils" in sys.modules, [each.name for each in store.headers()])
store.apply(Changes(sessions={"1": Session("1", "Saved")}))
print("sqlite_utils" in sys.modules, "numpy" in sys.modules, "pandas" in sys.modules)
import numpy
print(numpy.arange(3).sum())
"""
OTHER_THREAD = """
import sys
from threading import Thread
from hemipelvi_gui.storage.library import without_numbers
with without_numbers():
    try:
        import numpy
    except ModuleNotFoundError:
        print("hidden here")
    thread = Thread(target=lambda: __import__("numpy"))
    thread.start()
    thread.join()
print("numpy" in sys.modules, len([each for each in sys.meta_path if "Hiding" in repr(each)]))
"""


def run(code: str, folder: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return done.stdout.splitlines()


def test_a_store_is_saved_to_without_numpy_which_can_still_be_had_later(folder: Path) -> None:
    run(READ, folder)
    lines = run(READ, folder)
    assert lines == ["False ['Saved']", "True False False", "3"]


def test_numpy_is_hidden_from_the_importing_thread_only(folder: Path) -> None:
    assert run(OTHER_THREAD, folder) == ["hidden here", "True 0"]


def test_numpy_that_is_there_already_stays() -> None:
    with without_numbers():
        import numpy as again
    assert again is np
