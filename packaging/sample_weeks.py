"""The plan on the screens that show weeks: a ready one, on days that never change."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.agenda import Agenda

PLAN = "marathon-build"
START, RACE = date(2026, 11, 2), date(2027, 2, 21)
TODAY = date(2026, 12, 1)


def sample_weeks() -> Agenda:
    """Sixteen weeks to a marathon, of which the fifth is running."""
    from hemipelvi_gui.coach.starting import Choices, begin
    from hemipelvi_gui.domain.library import load_exercises
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.exchange.recipes import recipes
    from hemipelvi_gui.exchange.templates import ready_sessions
    from hemipelvi_gui.paths import resource

    ready = next(each for each in recipes() if each.id == PLAN)
    choices = Choices(START, race_day=RACE)
    library = load_exercises(resource("exercises"))
    return begin(ready, choices, ready_sessions(), library, Settings())


def today() -> date:
    """The day it is on the screens."""
    return TODAY
