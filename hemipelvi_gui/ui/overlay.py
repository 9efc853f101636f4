"""What was changed in this run, laid over what is in the file.

Writing takes its time in another thread, and may be impossible; what is read is right at once.
"""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from hemipelvi_gui.domain.changes import Changes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.done_runs import DoneRun
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.known_names import KnownName
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.domain.session import Session

Thing = TypeVar(
    "Thing",
    "Session",
    "Run",
    "Plan",
    "DoneSession",
    "Gym",
    "DoneRun",
    "CheckIn",
    "HomeTest",
    "KnownName",
)


def newest(earlier: Changes, later: Changes) -> Changes:
    """Both changes as one; what was changed last stands last."""
    laid = {}
    for each in fields(Changes):
        old, new = getattr(earlier, each.name), getattr(later, each.name)
        laid[each.name] = {key: old[key] for key in old if key not in new} | dict(new)
    return Changes(**laid)


def over(
    touched: Mapping[str, Thing | None],
    stored: Iterable[Thing],
    fits: Callable[[Thing], bool] = lambda _: True,
) -> dict[str, Thing]:
    """What is there now of the stored things, by id: with what was put in place since, if it fits.

    What was not touched comes first.
    """
    found = {each.id: each for each in stored if each.id not in touched}
    return found | {key: each for key, each in touched.items() if each is not None and fits(each)}
