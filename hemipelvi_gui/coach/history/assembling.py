"""Logs that were read, made into what to put in place: twice is once, and what is here stays.

Ids come from format and start, so the same workout is the same record in every export. What the
runner deleted stays deleted, unless all of a file was: then the import was undone, and is meant.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.history.linking import linked
from hemipelvi_gui.coach.history.merging import merge
from hemipelvi_gui.coach.history.naming import NEW, How, Namer
from hemipelvi_gui.coach.history.reports import Assembly, FileReport, Here, NamedLog
from hemipelvi_gui.coach.history.there import joined
from hemipelvi_gui.coach.history.workouts import WorkoutMaker
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

DELETED = translate("History", "You deleted it here, so it stays deleted.")


@dataclass
class _Tally:
    """What is counted of one file while it is gone through."""

    stored: int = 0
    there: int = 0
    joined: int = 0
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
        log, start, part = files[number].log, turn / len(ready), 0.9 / len(ready)
        maker = WorkoutMaker(log.format, namer, library)
        made = list(maker.workouts(log.sets, lambda done, s=start, p=part: tick(s + p * done)))  # type: ignore[misc]
        _add_workouts(made, home, diary, tallies[number])
        _note(maker, tallies[number])
    tick(0.9)
    runs = _add_runs([(files[number].log, tallies[number]) for number in ready], home)
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
    reports = tuple(_report(each, tally, namer) for each, tally in zip(files, tallies, strict=True))
    return Assembly(changes, reports, names, uses)


def _add_workouts(
    workouts: Sequence[Workout], home: Here, diary: dict[str, DoneSession], tally: _Tally
) -> None:
    """Put the workouts of one file to what was found so far."""
    ids = [each.session.id for each in workouts]
    undone = _is_undone(ids, home.log.diary)
    for each in workouts:
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
            tally.skipped += found.skipped
            if found.session is not None:
                diary[key] = found.session


def _is_undone(ids: Iterable[str], there: Mapping[str, object]) -> bool:
    """Whether nothing of a file is here: what of it was deleted went as a whole."""
    return not any(each in there for each in ids)


def _add_runs(logs: Sequence[tuple[ReadLog, _Tally]], home: Here) -> dict[str, DoneRun | None]:
    """The runs to put in place, each with the files that told of it counted."""
    read = [run for log, _ in logs for run in log.runs]
    owners = [tally for log, tally in logs for _ in log.runs]
    merged = merge(read, home.log.done_runs)
    undone = _is_undone((each.stored for each in merged), home.log.done_runs)
    found: dict[str, DoneRun] = {}
    for each in merged:
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
        tally.joined += 1


def _note(maker: WorkoutMaker, tally: _Tally) -> None:
    """What had to be guessed, left out or done without."""
    tally.skipped += maker.skipped
    tally.names = maker.uses
    if maker.warmups:
        tally.assumed.append(
            translate(
                "History",
                "{count} sets count as warm-ups: at most 60 % of the day's top load, before it.",
                count=maker.warmups,
            )
        )
    if maker.strange_rpe:
        tally.assumed.append(
            translate(
                "History",
                "{count} efforts are not from 1 to 10, and are left out.",
                count=maker.strange_rpe,
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
        tuple(sorted((*log.skipped, *tally.skipped), key=lambda one: one.line)),
        tuple(new),
        min(days, default=None),
        max(days, default=None),
        log.questions,
        (*log.assumed, *tally.assumed),
    )


def _days(log: ReadLog) -> set[datetime.date]:
    starts = {each.start for each in log.sets}
    return {each.date() for each in starts} | {each.date for each in log.runs}
