"""Logs in which only what is asked for happens: `log_with(running=-0.05, tighter=1.5)`."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict import Verdict, verdict
from hemipelvi_gui.coach.verdict.weeks import first_day, last_day
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.settings import Settings
from tests.builders import library
from tests.simulation.records import log_of
from tests.simulation.worlds import EF, FIRST, Week

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from hemipelvi_gui.domain.log import Log

COUNT, RECENT = 20, 4
AS_OF = last_day(FIRST + COUNT - 1)
RECENT_FROM = first_day(FIRST + COUNT - RECENT)
# Some unrest, the same in every log, so that nothing is known without any error.
WIGGLE = (-0.004, 0.003, -0.001, 0.002)


def weeks_with(
    *, running: float = 0.0, tighter: float = 0.0, rise: float = 0.005, since: int = 5
) -> list[Week]:
    """Twenty weeks; for the last `since` of them running (ln EF) and tightness are changed."""
    made = []
    for number in range(COUNT):
        changed, wiggle = number >= COUNT - since, WIGGLE[number % len(WIGGLE)]
        ef = EF + wiggle + (running if changed else 0.0)
        rating = 2 + (tighter if changed else 0.0)
        made.append(
            Week(
                runs=[ef - 0.01, ef, ef + 0.02],
                ratings=[rating, rating, rating + 20 * wiggle, rating],
                lifts=[4.6 + rise * number + wiggle],
            )
        )
    return made


def log_with(
    *, running: float = 0.0, tighter: float = 0.0, rise: float = 0.005, since: int = 5
) -> Log:
    return log_of(weeks_with(running=running, tighter=tighter, rise=rise, since=since))


def judged(log: Log, as_of: date = AS_OF, settings: Settings | None = None) -> Verdict:
    return verdict(log, library(), settings or Settings(), as_of)


def with_runs(log: Log, change: Callable[[DoneRun], DoneRun | None]) -> Log:
    """The log with every run as `change` makes it, without those that it makes None."""
    changed = {key: change(run) for key, run in log.done_runs.items()}
    return replace(log, done_runs={key: run for key, run in changed.items() if run is not None})


def is_recent(run: DoneRun) -> bool:
    return run.date >= RECENT_FROM


def raced(*weeks_ago: tuple[int, float]) -> dict[str, DoneRun]:
    """Races over 5 km: so many weeks before the last day, in so many seconds."""
    return {
        f"race {ago}": DoneRun(
            f"race {ago}",
            "5 km",
            AS_OF - timedelta(weeks=ago),
            RunKind.RACE,
            metres=5000,
            seconds=seconds,
        )
        for ago, seconds in weeks_ago
    }
