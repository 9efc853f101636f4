"""What an import of logs would do, worked out off the window's thread, as a value to show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.history import NamedLog, assemble, earlier_units
from hemipelvi_gui.domain.log_files import OTHERS, Answers, Question
from hemipelvi_gui.exchange.log_shape import Cancelled
from hemipelvi_gui.storage.uncollected import uncollected

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable

    from hemipelvi_gui.coach.history import Assembly, FileReport, Here
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.domain.log_files import ReadLog
    from hemipelvi_gui.exchange.log_shape import Tick
    from hemipelvi_gui.exchange.logs import LogFile
    from hemipelvi_gui.ui.errand import Progress

STEPS = 1000
# Of all the time it takes, this part goes for reading, the rest for what follows from it.
READING = 0.7


class Ground(NamedTuple):
    """What an import is compared with: all exercises, and what the runner has."""

    library: Library
    here: Here


@dataclass(frozen=True)
class Wish:
    """What to import, and what the runner said of it.

    `decisions` say what a name of an exercise means, as `assemble` takes them.
    """

    paths: tuple[Path, ...]
    answers: Answers = field(default_factory=Answers)
    decisions: Mapping[str, str] = field(default_factory=dict)


class FileView(NamedTuple):
    """One file: what it says in numbers and what becomes of it, or why it could not be read.

    `others`: it stands for so many files in a folder or an archive that are no logs.
    """

    name: str
    format: str = ""
    sessions: int = 0
    sets: int = 0
    runs: int = 0
    others: int = 0
    report: FileReport | None = None
    error: KnownError | None = None


class Hints(NamedTuple):
    """What helps to answer a question: heaviest weight as written, longest run in m, a day.

    `weights` is the heaviest of each file by its name, where there are several.
    """

    weight: float | None = None
    metres: float | None = None
    day: datetime.date | None = None
    weights: tuple[tuple[str, float], ...] = ()


class Preview(NamedTuple):
    """What an import would do. `files` are in the order they were found."""

    wish: Wish
    read: tuple[LogFile, ...]
    files: tuple[FileView, ...]
    assembly: Assembly
    hints: Hints = Hints()

    @property
    def sets(self) -> int:
        """Sets that are new here."""
        return sum(each.report.stored for each in self.files if each.report and each.sets)

    @property
    def sessions(self) -> int:
        """Sessions that are new here or get more sets."""
        return len(self.assembly.changes.diary)

    @property
    def runs(self) -> int:
        """Runs that are new here or learn more from another source."""
        return len(self.assembly.changes.done_runs)

    @property
    def days(self) -> tuple[datetime.date, datetime.date] | None:
        """The first and the last day of what comes in; of all that was read where nothing does."""
        changes = self.assembly.changes
        new = (*changes.diary.values(), *changes.done_runs.values())
        comes = [each.date for each in new if each is not None]
        if comes:
            return min(comes), max(comes)
        reports = [each.report for each in self.files if each.report]
        first = min((each.first for each in reports if each.first), default=None)
        last = max((each.last for each in reports if each.last), default=None)
        return (first, last) if first and last else None


def preview(
    wish: Wish, ground: Ground, before: Preview | None, progress: Progress
) -> Preview | None:
    """What the wish would do; None where it was called off.

    Files that were read `before` with the same answers are not read again.
    """

    def tick(done: float) -> None:
        if progress.cancelled():
            raise Cancelled
        progress.step(round(STEPS * min(done, 1.0)), STEPS)

    try:
        with uncollected():
            return _preview(wish, ground, before, tick)
    except Cancelled:
        return None


def _preview(wish: Wish, ground: Ground, before: Preview | None, tick: Tick) -> Preview:
    # What reads FIT files takes a moment to import, so it is not before somebody has one.
    from hemipelvi_gui.exchange.logs import LOG_READERS, read_logs

    tick(0.0)
    if not wish.answers.earlier:
        earlier = earlier_units(ground.here.log.diary.values())
        wish = replace(wish, answers=replace(wish.answers, earlier=earlier))
    known = before is not None and (before.wish.paths, before.wish.answers) == (
        wish.paths,
        wish.answers,
    )
    if before is not None and known:
        read = before.read
    else:
        read = tuple(read_logs(wish.paths, wish.answers, lambda done: tick(READING * done)))
    tick(READING)
    good = [(each, each.log) for each in read if each.log is not None]
    logs = [NamedLog(name_of(each), log) for each, log in good]
    assembly = assemble(
        logs,
        ground.library,
        ground.here,
        wish.decisions,
        lambda done: tick(READING + (1 - READING) * done),
    )
    names = {each.key: each.name for each in LOG_READERS} | {OTHERS: ""}
    reports = iter(assembly.reports)
    files: list[FileView] = []
    for each in read:
        tick(1.0)
        name = name_of(each)
        if each.log is None:
            files.append(FileView(name, error=each.error))
        else:
            files.append(_view(name, each.log, names, next(reports)))
    tick(1.0)
    hints = before.hints if before is not None and known else _hints(logs)
    return Preview(wish, read, tuple(files), assembly, hints)


def name_of(file: LogFile) -> str:
    """What a file is shown as: within an archive or a folder, where it is in there too."""
    if not file.member:
        return file.path.name or str(file.path)
    return f"{file.path.name} \u203a {file.member}"


def answered(wish: Wish, **said: object) -> Wish:
    """The wish with one more answer."""
    return replace(wish, answers=replace(wish.answers, **said))  # type: ignore[arg-type]


def _view(name: str, log: ReadLog, names: Mapping[str, str], report: FileReport) -> FileView:
    sessions = len({(each.start, "" if each.timed else each.workout) for each in log.sets})
    called = names.get(log.format, log.format)
    if not called:
        return FileView(name, others=log.rows, report=report)
    return FileView(name, called, sessions, len(log.sets), len(log.runs), report=report)


def _hints(logs: Sequence[NamedLog]) -> Hints:
    asked = [each for each in logs if each.log.questions]
    metres = (each.metres for one in asked for each in one.log.runs if each.metres)
    heaviest = [
        (one.file, max((each.weight or 0.0 for each in one.log.sets), default=0.0))
        for one in asked
        if Question.UNITS in one.log.questions
    ]
    weights = sorted((each for each in heaviest if each[1]), key=lambda each: -each[1])
    return Hints(
        weights[0][1] if weights else None,
        max(metres, default=None),
        _unclear_day([each.log for each in asked]),
        tuple(weights) if len(weights) > 1 else (),
    )


def _unclear_day(logs: Iterable[ReadLog]) -> datetime.date | None:
    """A day that may be read either way."""
    sets = (each.start.date() for log in logs for each in log.sets)
    runs = (each.date for log in logs for each in log.runs)
    for days in (sets, runs):
        found = next((day for day in days if day.day <= 12 and day.day != day.month), None)
        if found is not None:
            return found
    return None
