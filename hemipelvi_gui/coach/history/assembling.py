"""Logs that were read, made into what to put in place: twice is once, and what is here stays.

Ids come from format and start, so the same workout is the same record in every export. What the
runner deleted stays deleted, unless all of a file was: then the import was undone, and is meant.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.history.linking import linked
from hemipelvi_gui.coach.history.merging import merge
from hemipelvi_gui.coach.history.naming import NEW, How, Namer
from hemipelvi_gui.coach.history.reports import Assembly, FileReport, Here, NamedLog
from hemipelvi_gui.coach.history.there import joined
from hemipelvi_gui.coach.history.workouts import EVERY, WorkoutMaker
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.known_names import KnownName, name_key
from hemipelvi_gui.domain.log_files import Skipped
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Mapping, Sequence

    from hemipelvi_gui.coach.history.merging import Merged
    from hemipelvi_gui.coach.history.workouts import Tick, Workout
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.log_files import ReadLog

# Of the time, what goes for making things; the rest for putting them to what there is.
MADE = 0.9
DELETED = translate("History", "You deleted it here, so it stays deleted.")


@dataclass
class _Tally:
    """What is counted of one file while it is gone through."""

    stored: int = 0
    there: int = 0
    joined: int = 0
    again: int = 0
    turned: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    names: dict[str, int] = field(default_factory=dict)
    assumed: list[Text] = field(default_factory=list)


def assemble(
    files: Sequence[NamedLog],
    library: Library,
    here: Here | None = None,
    decisions: Mapping[str, str] | None = None,
    tick: Tick = lambda _: None,
) -> Assembly:
    """What to put in place for these files, and what becomes of each.

    `library` holds the ready exercises and then the runner's own. `decisions` are of this import,
    by name: the id of an exercise, NEW or LEAVE_OUT. `tick` is called with what is done, in [0, 1];
    what it raises stops the work. Nothing is changed in any case.
    """
    home = here or Here()
    namer = Namer(library, home.known, decisions)
    tallies = [_Tally() for _ in files]
    ready = [number for number, each in enumerate(files) if not each.log.questions]
    diary: dict[str, DoneSession] = {}
    for turn, number in enumerate(ready):
        log, part = files[number].log, MADE / len(ready)
        hear = partial(_hear, tick, turn * part, part)
        maker = WorkoutMaker(log.format, namer, library)
        made = list(maker.workouts(log.sets, partial(_hear, hear, 0.0, MADE)))
        _add_workouts(made, home, diary, tallies[number], partial(_hear, hear, MADE, 1 - MADE))
        _note(maker, tallies[number])
    runs = _add_runs(
        [(files[number].log, tallies[number]) for number in ready],
        home,
        partial(_hear, tick, MADE, 1 - MADE),
    )
    uses: Counter[str] = Counter()
    for each in tallies:
        uses.update(each.names)
    names = {name: namer.match(name) for name in uses}
    changes = Changes(
        diary=diary,
        done_runs=runs,
        exercises={
            each.made.id: each.made
            for each in names.values()
            if each.made and each.made.id not in library
        },
        known_names=_decided(decisions or {}, namer, home),
    )
    reports: list[FileReport] = []
    for file, tally in zip(files, tallies, strict=True):
        tick(1.0)
        reports.append(_report(file, tally, namer))
    return Assembly(changes, tuple(reports), names, uses)


def _hear(tick: Tick, start: float, part: float, done: float) -> None:
    """Tell of a part of the work as of the whole."""
    tick(start + part * done)


def _add_workouts(
    workouts: Sequence[Workout],
    home: Here,
    diary: dict[str, DoneSession],
    tally: _Tally,
    tick: Tick,
) -> None:
    """Put the workouts of one file to what was found so far."""
    ids = [each.session.id for each in workouts]
    undone = _is_undone(ids, home.log.diary)
    for number, each in enumerate(workouts):
        if not number % EVERY:
            tick(number / len(workouts))
        key = each.session.id
        there = diary.get(key) or home.log.diary.get(key)
        if there is None and key in home.deleted and not undone:
            tally.skipped += [Skipped(line, DELETED) for line in each.lines]
        elif there is None:
            diary[key] = each.session
            tally.stored += each.count
        else:
            found = joined(each, there)
            tally.stored += found.stored
            tally.there += found.already_there
            tally.turned += found.turned
            if key not in home.log.diary:
                tally.again += found.already_there
            tally.skipped += found.skipped
            if found.session is not None:
                diary[key] = found.session


def _is_undone(ids: Iterable[str], there: Mapping[str, object]) -> bool:
    """Whether nothing of a file is here: what of it was deleted went as a whole."""
    return not any(each in there for each in ids)


def _add_runs(
    logs: Sequence[tuple[ReadLog, _Tally]], home: Here, tick: Tick
) -> dict[str, DoneRun | None]:
    """The runs to put in place, each with the files that told of it counted."""
    read = [run for log, _ in logs for run in log.runs]
    owners = [tally for log, tally in logs for _ in log.runs]
    merged = merge(read, home.log.done_runs, partial(_hear, tick, 0.0, MADE))
    undone = _is_undone((each.stored for each in merged), home.log.done_runs)
    found: dict[str, DoneRun] = {}
    for number, each in enumerate(merged):
        if not number % EVERY:
            tick(MADE + (1 - MADE) * number / len(merged))
        first, *others = (owners[place] for place in each.members)
        if not each.stored and each.run.id in home.deleted and not undone:
            for tally in (first, *others):
                tally.skipped.append(Skipped(0, DELETED))
            continue
        _count(each, first, others)
        if each.changed:
            found[each.run.id] = each.run
    rest = (run for key, run in home.log.done_runs.items() if key not in found)
    return dict(linked(found, home.planned, rest)) if found else {}


def _count(each: Merged, first: _Tally, others: Sequence[_Tally]) -> None:
    if each.stored:
        first.there += 1
        first.joined += each.changed
    else:
        first.stored += 1
    for tally in others:
        tally.there += 1
        # One source twice is the same run told again; two sources are more than either.
        if len(each.run.sources) > 1:
            tally.joined += 1
        elif not each.stored:
            tally.again += 1


def _note(maker: WorkoutMaker, tally: _Tally) -> None:
    """What had to be guessed, left out or done without."""
    tally.skipped += maker.skipped
    tally.names = maker.uses
    tally.there += maker.repeated
    tally.again += maker.repeated
    if tally.turned:
        tally.assumed.append(
            translate(
                "History",
                "Sets that are here in the other unit, with the same numbers: {count}. They stay "
                "as they are.",
                count=tally.turned,
            )
        )
    if maker.warmups:
        tally.assumed.append(
            translate(
                "History",
                "Sets taken for warm-ups (at most 60 % of the day's top load, before it): {count}.",
                count=maker.warmups,
            )
        )


def _decided(decisions: Mapping[str, str], namer: Namer, home: Here) -> dict[str, KnownName | None]:
    """The runner's decisions, to be known the next time; those that are known already are not."""
    found: dict[str, KnownName | None] = {}
    for name, wanted in decisions.items():
        key = name_key(name)
        exercise = namer.match(name).meant if wanted == NEW else wanted
        before = home.known.get(key)
        if before is None or before.exercise != exercise:
            found[key] = KnownName(key, exercise)
    return found


def _report(each: NamedLog, tally: _Tally, namer: Namer) -> FileReport:
    log = each.log
    days = _days(log)
    new = sorted(name for name in tally.names if namer.match(name).how is How.NEW)
    return FileReport(
        each.file,
        log.format,
        log.rows,
        tally.stored,
        tally.there,
        tally.joined,
        tally.again,
        tuple(sorted((*log.skipped, *tally.skipped), key=attrgetter("line"))),
        tuple(new),
        min(days, default=None),
        max(days, default=None),
        log.questions,
        (*log.assumed, *tally.assumed),
    )


def _days(log: ReadLog) -> set[datetime.date]:
    starts = set(map(attrgetter("start"), log.sets))
    return {each.date() for each in starts} | {each.date for each in log.runs}
