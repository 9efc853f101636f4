"""Runs of several sources that are one run, and the one that is made of them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID, uuid5

from hemipelvi_gui.coach.history.one_run import IMPORTED, onto, prints, richness, united
from hemipelvi_gui.domain.done_runs import DoneRun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from hemipelvi_gui.domain.done_runs import Source

    Tick = Callable[[float], None]

IDS = UUID("5e3c8a0e-0d4f-5b0a-9a51-3f0f4f6f4c57")
# Two sources of one run begin within so long of each other, and differ by this part at most.
WITHIN_S = 180.0
WITHIN = 0.03
# Clocks of the world are whole quarters of an hour from UTC, by 14 hours at most.
QUARTER_S = 900.0
FARTHEST_S = 14 * 3600.0
# Nobody has more runs than that within a day, however many sources tell of each.
MOST_NEAR = 60
EVERY = 200
EPOCH = datetime(1970, 1, 1)
# Of the time: until all pairs are found, until they are joined.
PAIRED, JOINED = 0.4, 0.6


class Clocked(NamedTuple):
    """A run with its start as seconds from one moment: `utc`, `local`, or None."""

    place: int
    run: DoneRun
    utc: float | None
    local: float | None

    @property
    def at(self) -> float:
        """Where it stands in the sweep."""
        return self.utc if self.utc is not None else self.local or 0.0


class Pair(NamedTuple):
    """Two that may be one run. `offset` is the clock's, None where both tell the same time."""

    one: int
    other: int
    offset: float | None


@dataclass(frozen=True)
class Merged:
    """One run of all its sources. `stored` is its id here, "" where it is new.

    `members` are places in what was read, the one that it was first read from first.
    """

    run: DoneRun
    stored: str
    members: tuple[int, ...]
    changed: bool


def merge(
    read: Sequence[DoneRun], here: Mapping[str, DoneRun], tick: Tick = lambda _: None
) -> list[Merged]:
    """Runs that were read, each once, brought together with those that are here.

    Two are one where a source has the same key, or where they begin within three minutes and agree
    on time and distance within 3 %. Where one tells local time only, they may also begin a whole
    number of quarter-hours apart, then the offset that most have wins. `tick` is called with what
    is done, in [0, 1].
    """
    known = list(here.values())
    runs = [*known, *read]
    clusters = _Clusters(runs, len(known))
    _by_key(runs, clusters)
    by_offset: dict[float, list[Pair]] = defaultdict(list)
    for pair in _pairs(runs, tick):
        if pair.offset is None:
            clusters.join(pair.one, pair.other)
        else:
            by_offset[pair.offset].append(pair)
    count = sum(map(len, by_offset.values()))
    for number, pair in enumerate(_surest_first(by_offset)):
        if not number % EVERY:
            tick(PAIRED + (JOINED - PAIRED) * number / count)
        if not clusters.share_a_format(pair.one, pair.other):
            clusters.join(pair.one, pair.other)
    found: list[Merged] = []
    for number, members in enumerate(clusters.members()):
        if not number % EVERY:
            tick(JOINED + (1 - JOINED) * number / len(runs))
        if members[-1] >= len(known):
            found.append(_merged(members, runs, len(known)))
    return found


class _Clusters:
    """Which places are one run; two that are here already never become one."""

    def __init__(self, runs: Sequence[DoneRun], stored: int) -> None:
        self._of = list(range(len(runs)))
        self._members = {place: [place] for place in range(len(runs))}
        self._formats = [{source.format for source in run.sources} for run in runs]
        self._stored = stored

    def share_a_format(self, one: int, other: int) -> bool:
        """Whether both have a source of one format, which never tells of a run twice."""
        return not self._formats[self._of[one]].isdisjoint(self._formats[self._of[other]])

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self._of[one], self._of[other]))
        # A stored run has a smaller place than any that was read.
        if first == second or second < self._stored:
            return
        moved = self._members.pop(second)
        for place in moved:
            self._of[place] = first
        self._members[first] += moved
        self._formats[first] |= self._formats[second]

    def members(self) -> Iterator[list[int]]:
        for each in self._members.values():
            yield sorted(each)


def _by_key(runs: Sequence[DoneRun], clusters: _Clusters) -> None:
    first: dict[Source, int] = {}
    for place, run in enumerate(runs):
        for source in run.sources:
            clusters.join(first.setdefault(source, place), place)


def _pairs(runs: Sequence[DoneRun], tick: Tick) -> Iterator[Pair]:
    """All that may be one run, found in one sweep over the clock."""
    clocked = sorted(
        (each for each in map(_clocked, range(len(runs)), runs) if each is not None),
        key=attrgetter("at"),
    )
    starts = [each.at for each in clocked]
    for number, one in enumerate(clocked):
        if not number % EVERY:
            tick(PAIRED * number / len(clocked))
        last = bisect_left(starts, one.at + FARTHEST_S + WITHIN_S + 1, number)
        for other in clocked[number + 1 : min(last, number + MOST_NEAR)]:
            pair = _pair(one, other)
            if pair is not None:
                yield pair


def _clocked(place: int, run: DoneRun) -> Clocked | None:
    utc = local = None
    if run.begun is not None:
        aware = run.begun if run.begun.tzinfo is None else run.begun.astimezone(UTC)
        utc = (aware.replace(tzinfo=None) - EPOCH).total_seconds()
    if run.start is not None:
        local = (datetime.combine(run.date, run.start) - EPOCH).total_seconds()
    return None if utc is None and local is None else Clocked(place, run, utc, local)


def _pair(one: Clocked, other: Clocked) -> Pair | None:
    if one.utc is not None and other.utc is not None:
        near = abs(one.utc - other.utc) <= WITHIN_S
        return Pair(one.place, other.place, None) if near and agree(one.run, other.run) else None
    if one.local is not None and other.local is not None:
        near = abs(one.local - other.local) <= WITHIN_S
        if near and agree(one.run, other.run, least=1):
            return Pair(one.place, other.place, None)
    if one.utc is None and other.utc is None:
        return None
    offset = (
        (one.local or 0) - (other.utc or 0) if one.utc is None else (other.local or 0) - one.utc
    )
    quarters = round(offset / QUARTER_S)
    near = abs(offset - quarters * QUARTER_S) <= WITHIN_S and abs(offset) <= FARTHEST_S + WITHIN_S
    if not near or not agree(one.run, other.run, least=2):
        return None
    return Pair(one.place, other.place, quarters * QUARTER_S)


def agree(one: DoneRun, other: DoneRun, least: int = 0) -> bool:
    """Whether two agree on distance and time within 3 %, on as many of them as `least`.

    What one does not tell is no disagreement. Of the time, moving or elapsed has to be alike.
    """
    told = 0
    if one.metres and other.metres:
        if not _near(one.metres, other.metres):
            return False
        told += 1
    spans = [
        (mine, theirs)
        for mine in (one.seconds, one.elapsed_s)
        for theirs in (other.seconds, other.elapsed_s)
        if mine and theirs
    ]
    if spans:
        if not any(_near(*each) for each in spans):
            return False
        told += 1
    return told >= least


def _near(one: float, other: float) -> bool:
    return abs(one - other) <= WITHIN * max(one, other)


def _surest_first(by_offset: Mapping[float, list[Pair]]) -> Iterator[Pair]:
    """Pairs with the offset that most have, then those with the smaller one."""
    for offset in sorted(by_offset, key=lambda each: (-len(by_offset[each]), abs(each), each)):
        # Tens of thousands of runs at one moment are millions of pairs: sorted without a key,
        # which takes a tenth of the time.
        by_offset[offset].sort()
        yield from by_offset[offset]


def _merged(members: Sequence[int], runs: Sequence[DoneRun], stored: int) -> Merged:
    new = [runs[each] for each in members if each >= stored]
    here = runs[members[0]] if members[0] < stored else None
    richest = sorted(new, key=richness, reverse=True)
    base, places = richest[0], tuple(each - stored for each in members if each >= stored)
    if here is None:
        run = united(base, richest[1:])
        key = min(f"{each.format} {each.key}" for each in run.sources)
        made = replace(run, id=str(uuid5(IDS, key)), extra={**run.extra, IMPORTED: prints(run)})
        return Merged(made, "", places, changed=True)
    fresh = [each for each in richest if not set(each.sources) <= set(here.sources)]
    if not fresh:
        return Merged(here, here.id, places, changed=False)
    after = onto(here, united(fresh[0], fresh[1:]))
    return Merged(after, here.id, places, changed=after != here)
