"""Plans begun from what ships, for tests."""

from __future__ import annotations

from functools import cache
from itertools import count
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.starting import Choices, begin
from hemipelvi_gui.exchange.recipes import recipes
from hemipelvi_gui.exchange.templates import ready_sessions
from tests.builders import library

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.recipe import Recipe
    from hemipelvi_gui.domain.session import Session


@cache
def ready() -> Mapping[str, Recipe]:
    """The ready plans that ship, by their ids."""
    return {each.id: each for each in recipes()}


@cache
def sessions() -> Mapping[str, Session]:
    """The ready sessions that ship, by the names of their files."""
    return ready_sessions()


def numbered(prefix: str = "x") -> Callable[[], str]:
    """Ids that are the same every time."""
    numbers = count(1)
    return lambda: f"{prefix}{next(numbers)}"


def begun(recipe: Recipe | str, choices: Choices, prefix: str = "x") -> tuple[Plan, Agenda]:
    """A plan, and the agenda with nothing else in it."""
    chosen = ready()[recipe] if isinstance(recipe, str) else recipe
    part = begin(chosen, choices, sessions(), library(), fresh=numbered(prefix))
    (plan,) = part.plans.values()
    return plan, part
