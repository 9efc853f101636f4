"""The window's own reading of damaged logs: it ends, it says why, and it can be called off."""

from __future__ import annotations

import zipfile
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer

from hemipelvi_gui.coach.history import Here
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.log_files import Answers, DistanceUnit
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.paths import resource
from hemipelvi_gui.ui.errand import Errand
from hemipelvi_gui.ui.log_preview import Ground, Preview, Wish, preview
from tests.torture.log_damage import EVERY_LOG, SAMPLES, ends, rows_of, spoilt, written
from tests.unit.exchange.fit_files import START, Jog, activity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.errand import Progress

SAID = Answers(MassUnit.KG, True, DistanceUnit.KM)
CUTS, SPOILT, PATIENCE_MS = 3, 4, 30_000
DAY_S = 86_400


@pytest.fixture
def errand(qtbot: QtBot) -> Iterator[Errand]:
    parent = QObject()
    made = Errand(parent)
    yield made
    made.finish()


@pytest.fixture
def ground() -> Ground:
    return Ground(load_exercises(resource("exercises")), Here())


def asked(wish: Wish, ground: Ground) -> Callable[[Progress], object]:
    return partial(preview, wish, ground, None)


def many_rows(path: Path) -> Path:
    header, *rows = rows_of("strong-classic.csv")
    path.write_text(written([header, *rows * 20]), "utf-8")
    return path


def many_activities(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as made:
        for number in range(60):
            made.writestr(f"{number}.fit", activity(Jog(1800, start=START + number * DAY_S)))
    return path


def long_activity(path: Path) -> Path:
    path.write_bytes(activity(Jog(100_000)))
    return path


def many_names(path: Path) -> Path:
    header, *rows = rows_of("strong-classic.csv")
    at = header.index("Exercise Name")
    named = [[*row[:at], f"Machine {number}", *row[at + 1 :]] for number, row in enumerate(rows)]
    path.write_text(written([header, *named]), "utf-8")
    return path


def test_damaged_logs_of_every_kind_are_read_while_the_window_lives(
    qtbot: QtBot, errand: Errand, ground: Ground, tmp_path: Path
) -> None:
    paths: list[Path] = []
    for name in EVERY_LOG:
        content = (SAMPLES / name).read_bytes()
        damaged = [*(content[:end] for end in ends(content, CUTS)), *spoilt(content, SPOILT)]
        for number, each in enumerate(damaged):
            paths.append(tmp_path / f"{number}-{name}")
            paths[-1].write_bytes(each)
    beats: list[int] = []
    timer = QTimer()
    timer.timeout.connect(lambda: beats.append(1))
    timer.start(10)
    with qtbot.waitSignal(errand.done, timeout=PATIENCE_MS) as done:
        errand.run(asked(Wish(tuple(paths), SAID), ground))
    assert beats
    found = done.args[0]
    assert isinstance(found, Preview)
    assert len(found.files) >= len(paths)
    assert all(each.error or each.report for each in found.files)
    assert found.sets
    assert found.runs


@pytest.mark.parametrize("made", [many_rows, many_activities, long_activity, many_names])
@pytest.mark.parametrize("after", [0, 300, 600, 950])
def test_an_import_that_is_called_off_stops_and_says_nothing(
    made: Callable[[Path], Path],
    after: int,
    qtbot: QtBot,
    errand: Errand,
    ground: Ground,
    tmp_path: Path,
) -> None:
    wish = Wish((made(tmp_path / "logs"),), SAID)

    class Watched:
        """Asks to stop once so much is done, of a thousand, and counts what is done after that."""

        def __init__(self, progress: Progress) -> None:
            self._progress = progress

        def step(self, done: int, total: int) -> None:
            assert not self._progress.stopped
            self._progress.step(done, total)
            self._progress.stopped = done >= after

        def cancelled(self) -> bool:
            return self._progress.cancelled()

    with qtbot.waitSignal(errand.done, timeout=PATIENCE_MS) as done:
        errand.run(lambda progress: preview(wish, ground, None, Watched(progress)))  # type: ignore[arg-type]
    assert done.args == [None]
