"""What a point was made of: a run's time, heart rate and climb, a lift's best set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.verdict.lifting import worth
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.domain.wording import load_words
from hemipelvi_gui.ui.progress.numbers import duration, km
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from hemipelvi_gui.coach.verdict.lifting import Exposure, Lift
    from hemipelvi_gui.domain.diary import DoneSession, DoneSet
    from hemipelvi_gui.domain.done_runs import DoneRun

translate = QCoreApplication.translate


def run_words(run: DoneRun) -> str:
    """As in "8 km · 45:00 · 140 bpm · 35 m up", as far as it is known."""
    words = []
    if run.metres:
        words.append(km(run.metres / 1000))
    if run.seconds:
        words.append(duration(run.seconds))
    if run.heart_rate:
        words.append(translate("Progress", "{beats} bpm").format(beats=f"{run.heart_rate:.0f}"))
    if run.climb_m:
        words.append(translate("Progress", "{metres} m up").format(metres=f"{run.climb_m:.0f}"))
    return DOT.join(words)


def best_set_words(session: DoneSession, of: Exposure) -> str:
    """The set that stands for the session, as in "60 kg × 5 @7"; "" where there is none."""
    sets = (
        (found, done)
        for item in session.items
        if (item.exercise, item.variant) == (of.lift.exercise, of.lift.variant)
        for done in item.sets
        if not done.warmup and _is_with(done, of.lift)
        if (found := worth(done, of.lift)) is not None
    )
    best = max(sets, key=lambda pair: pair[0], default=None)
    return "" if best is None else _set_words(best[1])


def _is_with(done: DoneSet, lift: Lift) -> bool:
    """Whether what hung on the body is what the lift is followed with."""
    if lift.added_kg is None:
        return True
    return (0.0 if done.load is None else done.load.external_kg) == lift.added_kg


def _set_words(done: DoneSet) -> str:
    reps = plain(done.amount)
    if done.load is None:
        words = translate("Progress", "{reps} reps").format(reps=reps)
    else:
        load = shown(load_words(done.load))
        words = translate("Progress", "{load} × {reps}").format(load=load, reps=reps)
    return words if done.rpe is None else f"{words} @{plain(done.rpe)}"
