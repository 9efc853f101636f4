from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.ui.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.errand import Progress

PATIENCE_S = 5


@pytest.fixture
def errand(qtbot: QtBot) -> Iterator[Errand]:
    parent = QObject()
    made = Errand(parent)
    yield made
    made.finish()


def until_stopped(progress: Progress) -> str:
    while not progress.cancelled():
        pass
    return "stopped"


def test_the_result_comes_back(qtbot: QtBot, errand: Errand) -> None:
    with qtbot.waitSignal(errand.done) as done:
        errand.run(lambda _: 42)
    assert done.args == [42]
    assert not errand.busy


def test_progress_is_told_while_it_goes_on(qtbot: QtBot, errand: Errand) -> None:
    seen, told = Event(), list[tuple[int, int]]()

    def work(progress: Progress) -> None:
        progress.step(3, 7)
        seen.wait(PATIENCE_S)

    def listen(*moved: int) -> None:
        told.append((moved[0], moved[1]))
        seen.set()

    errand.moved.connect(listen)
    with qtbot.waitSignal(errand.done):
        errand.run(work)
    assert told[0] == (3, 7)


def test_what_is_called_off_says_when_it_has_stopped(qtbot: QtBot, errand: Errand) -> None:
    errand.run(until_stopped)
    assert errand.busy
    with qtbot.waitSignal(errand.done) as done:
        errand.cancel()
    assert done.args == ["stopped"]


def test_of_work_that_another_followed_nothing_is_heard(qtbot: QtBot, errand: Errand) -> None:
    heard: list[object] = []
    errand.done.connect(heard.append)
    errand.run(until_stopped)
    errand.run(lambda _: "second")
    qtbot.waitUntil(lambda: bool(heard))
    qtbot.wait(50)
    assert heard == ["second"]


def test_a_fault_of_the_world_is_handed_over(qtbot: QtBot, errand: Errand) -> None:
    def work(_progress: Progress) -> None:
        raise KnownError("The disk is full.")

    with qtbot.waitSignal(errand.failed) as failed:
        errand.run(work)
    assert str(failed.args[0]) == "The disk is full."


def test_a_bug_is_raised_in_the_window(qtbot: QtBot, errand: Errand) -> None:
    def work(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as caught:
        errand.run(work)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError
    assert not errand.busy


def test_finishing_waits_until_the_thread_is_free(errand: Errand) -> None:
    ended = Event()

    def work(progress: Progress) -> None:
        until_stopped(progress)
        ended.set()

    errand.run(work)
    errand.finish()
    assert ended.is_set()
