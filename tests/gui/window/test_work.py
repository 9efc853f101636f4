from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QThreadPool

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.ui.work import Outcome, start

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def pool(qtbot: QtBot) -> Iterator[QThreadPool]:
    made = QThreadPool()
    yield made
    made.waitForDone()


def refuse() -> object:
    raise KnownError("No such file.", "Choose another.")


def break_down() -> object:
    raise ZeroDivisionError


def test_a_result_arrives_in_the_thread_that_asked(qtbot: QtBot, pool: QThreadPool) -> None:
    parent, threads = QObject(), []
    outcome = Outcome(threading.get_ident, parent)
    outcome.done.connect(lambda worker: threads.extend([worker, threading.get_ident()]))
    start(pool, outcome)
    qtbot.waitUntil(lambda: len(threads) == 2)
    assert threads[0] != threads[1] == threading.get_ident()


@pytest.mark.parametrize(
    ("function", "kind"), [(refuse, KnownError), (break_down, ZeroDivisionError)]
)
def test_errors_arrive_by_their_kind(
    qtbot: QtBot, pool: QThreadPool, function: Callable[[], object], kind: type[Exception]
) -> None:
    parent, heard = QObject(), []
    outcome = Outcome(function, parent)
    outcome.done.connect(lambda result: heard.append(("done", result)))
    outcome.failed.connect(lambda error: heard.append(("failed", error)))
    outcome.broke.connect(lambda error: heard.append(("broke", error)))
    start(pool, outcome)
    qtbot.waitUntil(lambda: len(heard) == 1)
    name, error = heard[0]
    assert name == ("failed" if kind is KnownError else "broke")
    assert isinstance(error, kind)


def test_no_result_of_many_is_lost(qtbot: QtBot, pool: QThreadPool) -> None:
    parent = QObject()
    heard: list[int] = []
    for number in range(300):
        outcome = Outcome(lambda number=number: [number], parent)  # type: ignore[misc]
        outcome.done.connect(heard.extend)
        start(pool, outcome)
    qtbot.waitUntil(lambda: len(heard) == 300)
    assert sorted(heard) == list(range(300))
