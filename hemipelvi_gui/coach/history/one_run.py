"""One run made of what several sources say of it, field by field."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.done_runs import DoneRun

# In `extra`: what was imported, field by field, to see what a person changed since.
IMPORTED = "imported"
FIELDS = (
    *("name", "date", "kind", "start", "begun", "metres", "seconds", "elapsed_s", "flat_metres"),
    *("climb_m", "heart_rate", "max_heart_rate", "halves", "temperature_c", "device", "surface"),
    *("rpe", "notes"),
)
# People name and describe a run where they keep it; a watch calls all of them alike.
TOLD = frozenset({"name", "notes", "kind", "rpe"})
# The track's own figures belong together.
EMPTY: tuple[object, ...] = (None, "", ())
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def richness(run: DoneRun) -> tuple[object, ...]:
    """A track beats a summary, and a fuller one a barer one; the key settles it for good."""
    told = sum(getattr(run, name) not in EMPTY for name in FIELDS)
    return (
        bool(run.halves),
        run.flat_metres is not None,
        told,
        [str(each) for each in run.sources],
    )


def united(base: DoneRun, others: Sequence[DoneRun]) -> DoneRun:
    """The richest, filled up with what only the others say; its words are those of a summary."""
    found: dict[str, Any] = {}
    sources = dict.fromkeys(each for run in (base, *others) for each in run.sources)
    for other in others:
        for name in FIELDS:
            theirs, mine = getattr(other, name), found.get(name, getattr(base, name))
            words = name in TOLD and is_track(base) and not is_track(other)
            if theirs not in EMPTY and (mine in EMPTY or words):
                found[name] = theirs
    return replace(base, sources=tuple(sources), **found) if others else base


def onto(here: DoneRun, new: DoneRun) -> DoneRun:
    """The stored run with what a new source says better; what a person wrote to it stays."""
    imported = here.extra.get(IMPORTED)
    before = imported if isinstance(imported, dict) else {}
    richer = is_track(new) and not is_track(here)
    found: dict[str, Any] = {}
    for name in FIELDS:
        mine, theirs = getattr(here, name), getattr(new, name)
        told = name in TOLD
        wins = (richer and not told) or (told and is_track(here) and not is_track(new))
        edited = before.get(name) != _print(mine) if mine not in EMPTY else name in before
        if theirs not in EMPTY and not edited and (mine in EMPTY or wins):
            found[name] = theirs
    prints = {**before, **{name: _print(value) for name, value in found.items()}}
    sources = tuple(dict.fromkeys((*here.sources, *new.sources)))
    return replace(here, **found, sources=sources, extra={**here.extra, IMPORTED: prints})


def is_track(run: DoneRun) -> bool:
    """Whether it was made of a track, and not of a line of a list."""
    return bool(run.halves) or run.flat_metres is not None


def prints(run: DoneRun) -> dict[str, int]:
    """What was imported of a run, field by field, to see later what a person changed."""
    values = ((name, getattr(run, name)) for name in FIELDS)
    return {name: _print(value) for name, value in values if value not in EMPTY}


def _print(value: object) -> int:
    """A number that changes with the value, and is the same once it was stored and read."""
    said = value.isoformat() if isinstance(value, date | time | datetime) else repr(value)
    if isinstance(value, datetime) and value.tzinfo is not None:
        said = str((value - EPOCH) / timedelta(seconds=1))
    return crc32(said.encode("utf-8", "surrogatepass"))
