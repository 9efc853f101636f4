"""What a typed run does to the agenda: it is added, repeated, or put in another one's place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.agenda import with_entries
from hemipelvi_gui.ui.instances import Reach

if TYPE_CHECKING:
    from hemipelvi_gui.domain.agenda import Agenda, AgendaEdit
    from hemipelvi_gui.domain.run_grammar import Typed
    from hemipelvi_gui.domain.runs import Run

SAID = ("name", "kind", "start", "metres", "seconds", "notes")


def adding(runs: tuple[Run, ...]) -> AgendaEdit:
    """Puts these runs in."""

    def edit(agenda: Agenda) -> Agenda:
        return with_entries(agenda, runs)

    return edit


def series_of(agenda: Agenda, run: Run, reach: Reach) -> tuple[Run, ...]:
    """The runs of the same weekly repeat that a change reaches, by date; the run is among them."""
    if not run.series or reach is Reach.THIS:
        return (run,)
    found = [
        each
        for each in agenda.runs.values()
        if each.series == run.series and (reach is Reach.ALL or each.date >= run.date)
    ]
    return tuple(sorted(found, key=lambda each: (each.date, each.id)))


def retyped(run: Run, typed: Typed) -> Run:
    """The run as the line says it now; what no line says stays."""
    return replace(run, date=typed.date, **{name: getattr(typed, name) for name in SAID})


def changing(
    run: Run, typed: Typed, others: tuple[Run, ...], repeats: tuple[Run, ...]
) -> AgendaEdit:
    """Puts the run as it is typed in its place, and has `others` of its series follow it.

    Others take what was changed, and move by as many days. `repeats` come in where the series has
    no run yet.
    """
    now = retyped(run, typed)
    step = now.date - run.date
    changed = {
        name: getattr(now, name) for name in SAID if getattr(now, name) != getattr(run, name)
    }

    def edit(agenda: Agenda) -> Agenda:
        followers = [
            replace(each, date=each.date + step, **changed) for each in others if each.id != run.id
        ]
        first = replace(now, series=repeats[0].series) if repeats else now
        taken = {each.date for each in (*followers, first)}
        taken |= {each.date for each in agenda.runs.values() if _are_one(each, run)}
        fresh = [each for each in repeats[1:] if each.date not in taken]
        return with_entries(agenda, (first, *followers, *fresh))

    return edit


def _are_one(one: Run, other: Run) -> bool:
    """Whether two runs are of the same weekly repeat."""
    return bool(one.series) and one.series == other.series and one.id != other.id
