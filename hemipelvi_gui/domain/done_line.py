"""One line for one run that was done: `8 km 45:10 easy 142bpm`, `yesterday long 22km 2:05:00`.

The words are those of a planned run (`run_grammar`). What is otherwise:

- The day is in the past: `Thu` is the last Thursday (`done_day`).
- `45:10` is how long it took, wherever it stands; only `at 18:30` is a time of day.
- `142bpm`, `avg 142`, `max 160` and `142/160bpm` are heart rates; `rpe 6`, `@6`, `climb 300m`,
  `+300m` and `12\u00b0C` are what they say; `trail`, `track`, `treadmill` and `road` are what was
  run on.
- A pace tells how long it took where only the distance is given: `8km 5:30/km`. Where it adds
  nothing it is no note.
- Nobody runs 800 km in 45 hours: a pace like that is asked about, unless // is written.

`write_done` gives the canonical line; `parse_done(write_done(x)) == x` for times in whole seconds.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.done_day import done_day, misplaced_day
from hemipelvi_gui.domain.done_gleaning import Gleaned, glean
from hemipelvi_gui.domain.done_pace import Timed, is_odd, odd_pace, timed
from hemipelvi_gui.domain.done_runs import DoneRun, Surface
from hemipelvi_gui.domain.run_faults import unreadable_when_done
from hemipelvi_gui.domain.run_grammar import LONGEST, RunError, check_amounts, check_pieces
from hemipelvi_gui.domain.run_pieces import (
    Piece,
    amounts,
    default_name,
    kind_of,
    name_of,
    notes_of,
    pieces,
    skip,
)
from hemipelvi_gui.domain.run_tokens import PACE, Phrase
from hemipelvi_gui.domain.run_words import plain_word
from hemipelvi_gui.domain.run_writing import KIND_WORD, far_words, long_words, small_name
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.run_tokens import Distance

# Short names of races whose distance the table knows.
SHORT_RACES = {
    **dict.fromkeys(("hm", "half", "semi"), "half marathon"),
    "fm": "marathon",
}
REPEATED = re.compile(r"\d+ \u00d7 \d+(?:\.\d+)? (?:km|mi|m|min|s)\b")
EXAMPLE = translate("Run", "Write it like 8 km 45:10 easy 142bpm.")


@dataclass(frozen=True)
class TypedRun:
    """What a line says of a run that was done, in the units of `DoneRun`; None: it is not said."""

    name: str
    date: datetime.date
    kind: RunKind | None = None
    start: datetime.time | None = None
    metres: float | None = None
    seconds: float | None = None
    heart_rate: float | None = None
    max_heart_rate: float | None = None
    surface: Surface | None = None
    rpe: float | None = None
    climb_m: float | None = None
    temperature_c: float | None = None
    notes: str = ""

    def run(self, run_id: str = "", planned: str = "") -> DoneRun:
        """The run itself, with a fresh id where none is given."""
        return DoneRun(id=run_id or new_id(), run=planned, **vars(self))

    def onto(self, before: DoneRun) -> DoneRun:
        """The run as it is written again; what a line can't say stays if it still fits."""
        changed = replace(before, **vars(self))
        if (before.metres, before.seconds, before.heart_rate) != (
            self.metres,
            self.seconds,
            self.heart_rate,
        ):
            changed = replace(changed, halves=(), flat_metres=None)
        if before.seconds != self.seconds:
            changed = replace(changed, elapsed_s=None)
        return changed


def typed_of(run: DoneRun) -> TypedRun:
    """What a line can say of a run."""
    found = {each.name: getattr(run, each.name) for each in fields(TypedRun)}
    if run.seconds is not None:
        found["seconds"] = float(round(run.seconds))
    return TypedRun(**{**found, "notes": run.notes.strip()})


def parse_done(text: str, today: datetime.date, default: datetime.date) -> TypedRun:
    """Read one line about a run up to `today`; without any day it was on `default`.

    Raises RunError with the column of the first word that can't be read, that contradicts another,
    or that may mean two things.
    """
    if len(text) > LONGEST:
        message = translate("Run", "This is too long for a run.")
        raise RunError(text, LONGEST, message, EXAMPLE)
    date, position = _day(text, today, default)
    gleaned = glean(text, position)
    found = list(pieces(gleaned.text, position))
    check_pieces(text, found, unreadable=unreadable_when_done)
    found = _races(found, text)
    kind = kind_of(found)
    if kind is RunKind.REST:
        column = next((each.column for each in found if each.name == "kind"), 0)
        message = translate("Run", "A day of rest is no run.")
        raise RunError(text, column, message, EXAMPLE)
    distance, known = _amounts(text, found, kind, gleaned)
    start = next((each.fields["start"] for each in found if each.name == "start"), None)
    return TypedRun(
        _name(found, kind, distance),
        date,
        kind,
        start if isinstance(start, datetime.time) else None,
        distance.metres if distance else None,
        None if known.seconds is None else float(known.seconds),
        gleaned.heart_rate,
        gleaned.max_heart_rate,
        gleaned.surface,
        gleaned.rpe,
        gleaned.climb_m,
        gleaned.temperature_c,
        notes_of([each for each in known.rest if each.name != "run"], kind or RunKind.EASY),
    )


def _day(text: str, today: datetime.date, default: datetime.date) -> tuple[datetime.date, int]:
    position = skip(text, 0)
    day = done_day(text, position, today)
    if day is not None and day.date is None:
        raise RunError(text, position, day.wrong or EXAMPLE, day.advice or EXAMPLE)
    end = position if day is None else skip(text, day.end)
    wrong = misplaced_day(text, end, today)
    if wrong is not None:
        raise RunError(text, wrong.column, wrong.message, wrong.advice)
    return (default if day is None or day.date is None else day.date), end


def _races(found: list[Piece], text: str) -> list[Piece]:
    """The pieces with short names of races, as "HM" and "half", made races of the table."""
    is_far = any(each.name == "distance" for each in found)
    made = []
    for each in found:
        name = SHORT_RACES.get(plain_word(each.text)) if each.name == "free" else None
        # "HM pace" says how fast, and "second half" of 10 km is no half marathon.
        if name and not is_far and not PACE.match(text, each.end):
            phrase = Phrase("race", each.text, name, each.end)
            made.append(replace(each, name="race", phrase=phrase))
        else:
            made.append(each)
    return made


def _amounts(
    text: str, found: list[Piece], kind: RunKind | None, gleaned: Gleaned
) -> tuple[Distance | None, Timed]:
    # A parkrun that was run easily is 5 km too.
    meant = RunKind.OTHER if kind is RunKind.OTHER else RunKind.RACE
    distance, seconds, unclear = amounts(found, meant)
    wrong = unclear or gleaned.wrong
    if wrong is not None:
        raise RunError(text, wrong.column, wrong.message, wrong.advice)
    known = timed(found, distance, seconds, gleaned.pace)
    if distance is None and known.seconds is None:
        message = translate("Run", "How far was it, or how long did it take?")
        raise RunError(text, len(text), message, EXAMPLE)
    check_amounts(text, found, meant, distance, known.seconds)
    metres = distance.metres if distance else None
    odd = odd_pace(found, kind, metres, known.seconds, gleaned.pace)
    if odd is not None:
        raise RunError(text, odd.column, odd.message, odd.advice)
    return distance, known


def _name(found: list[Piece], kind: RunKind | None, distance: Distance | None) -> str:
    if kind is not None or any("quoted" in each.fields for each in found):
        return name_of(found, kind or RunKind.EASY, distance)
    return default_name(RunKind.EASY, "run", distance.shown if distance else "")


def write_done(run: DoneRun | TypedRun) -> str:
    """The canonical line, e.g. `2026-11-22 easy 8km 45min10s 142bpm max 160 rpe 6 trail`.

    The shortest line that reads back as the same is taken; a name that no line gives goes in
    quotes.
    """
    typed = run if isinstance(run, TypedRun) else typed_of(run)
    for line in _lines(typed):
        try:
            if parse_done(line, typed.date, typed.date) == typed:
                return line
        except RunError:
            continue
    # Too long or too odd for a line that reads back: still the one that says all of it.
    return line


def begin_done(run: Run) -> str:
    """The start of the line for a planned run: `8x200m hard 6km `, how long it took still to come.

    Repetitions and name are kept: read back, the line has the planned ones.
    """
    kind, name = KIND_WORD[run.kind], run.name
    far = [] if run.metres is None else [far_words(run.metres)]
    repeated = REPEATED.search(name)
    reps = [small_name(repeated.group())] if repeated else []
    for words in (
        [kind, *far],
        [*reps, kind, *far],
        [small_name(name)],
        [small_name(name), *far],
        [kind, *far, name],
        [kind, *far, '"' + name.replace('"', '""') + '"'],
    ):
        line = " ".join(words)
        try:
            # An hour, so that a line without a distance is one; how odd the pace is doesn't matter.
            read = parse_done(f"{line} 1h //", run.date, run.date)
        except RunError:
            continue
        if (read.kind, read.name, read.metres, read.notes) == (run.kind, name, run.metres, ""):
            break
    else:
        line = " ".join([kind, *far])
    return f"{line} "


def _lines(typed: TypedRun) -> Iterator[str]:
    head = [typed.date.isoformat()]
    if typed.start is not None:
        head.append(f"at {typed.start:%H:%M}")
    kind = [] if typed.kind is None else [KIND_WORD[typed.kind]]
    far = [] if typed.metres is None else [far_words(typed.metres)]
    long = [] if typed.seconds is None else [long_words(typed.seconds)]
    said = (
        ("{}bpm", typed.heart_rate),
        ("max {}", typed.max_heart_rate),
        ("rpe {}", typed.rpe),
        ("climb {}m", typed.climb_m),
        ("{}\u00b0C", typed.temperature_c),
    )
    tail = [words.format(plain(value)) for words, value in said if value is not None]
    tail += [] if typed.surface is None else [typed.surface.value]
    if typed.notes or is_odd(typed.kind, typed.metres, typed.seconds):
        tail.append(f"// {typed.notes}".rstrip())
    quoted = '"' + typed.name.replace('"', '""') + '"'
    for body in (
        [*kind, *far, *long],
        [*kind, *far, *long, typed.name],
        [*kind, *far, *long, quoted],
    ):
        yield " ".join([*head, *body, *tail])
