"""What types alone can't say of plans, runs, gyms and the diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.domain.plan import LONGEST_CYCLE, SHORTEST_CYCLE
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.bounds import (
    LARGEST_AMOUNT,
    LONGEST_ID,
    MOST_DONE_SETS,
    MOST_ITEMS,
    MOST_KG,
    MOST_METRES,
    MOST_PLATES,
    MOST_SECONDS,
    MOST_WEEKS,
    Wrong,
    check_load,
    check_range,
    check_start,
)

if TYPE_CHECKING:
    from hemipelvi_gui.domain.bundle import Bundle
    from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
    from hemipelvi_gui.domain.gyms import Gym
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.runs import Run


def wrong_in_weeks(bundle: Bundle) -> Wrong:
    """Everything that is wrong with them: where, and what."""
    for place, plan in enumerate(bundle.plans):
        yield from _plan(f"plans[{place}]", plan)
    for place, run in enumerate(bundle.runs):
        yield from _run(f"runs[{place}]", run)
    for place, gym in enumerate(bundle.gyms):
        yield from _gym(f"gyms[{place}]", gym)
    for place, done in enumerate(bundle.diary):
        yield from _done(f"diary[{place}]", done)


def _plan(where: str, plan: Plan) -> Wrong:
    yield from check_range(where, plan.weeks, 1, MOST_WEEKS, "weeks")
    yield from check_range(where, plan.cycle_days, SHORTEST_CYCLE, LONGEST_CYCLE, "cycle_days")
    for place, phase in enumerate(plan.phases):
        yield from check_range(f"{where}.phases[{place}]", phase.weeks, 1, MOST_WEEKS, "weeks")
    taken = sum(phase.weeks for phase in plan.phases)
    if taken > plan.weeks:
        yield (
            f"{where}.phases",
            translate(
                "PlanFile",
                "the phases take {taken} weeks, and the plan has {weeks}.",
                taken=taken,
                weeks=plan.weeks,
            ),
        )
    for number in plan.deloads:
        yield from check_range(f"{where}.deloads", number, 1, plan.weeks, "a deload week")


def _run(where: str, run: Run) -> Wrong:
    yield from check_start(where, run.start)
    if run.metres is not None:
        yield from check_range(where, run.metres, 0, MOST_METRES, "metres")
    if run.seconds is not None:
        yield from check_range(where, run.seconds, 0, MOST_SECONDS, "seconds")


def _gym(where: str, gym: Gym) -> Wrong:
    yield from check_range(where, gym.bar, 0, MOST_KG, "bar")
    for place, plate in enumerate(gym.plates):
        at = f"{where}.plates[{place}]"
        yield from check_range(at, plate.count, 0, MOST_PLATES, "count")
        yield from check_range(at, plate.mass, 0, MOST_KG, "mass")
        if plate.mass == 0:
            yield f"{at}.mass", translate("PlanFile", "a plate has a mass.")


def _done(where: str, done: DoneSession) -> Wrong:
    yield from check_start(where, done.start)
    if done.rpe is not None:
        yield from check_range(where, done.rpe, 1, 10, "rpe")
    if done.seconds is not None:
        yield from check_range(where, done.seconds, 0, MOST_SECONDS, "seconds")
    yield from check_range(f"{where}.items", len(done.items), 0, MOST_ITEMS, "number of items")
    for place, item in enumerate(done.items):
        yield from _done_item(f"{where}.items[{place}]", item)


def _done_item(where: str, item: DoneItem) -> Wrong:
    if not 0 < len(item.exercise) <= LONGEST_ID:
        yield f"{where}.exercise", translate("PlanFile", "the exercise is missing.")
    yield from check_range(f"{where}.sets", len(item.sets), 0, MOST_DONE_SETS, "number of sets")
    for place, each in enumerate(item.sets):
        yield from _done_set(f"{where}.sets[{place}]", each)


def _done_set(where: str, done: DoneSet) -> Wrong:
    yield from check_range(where, done.amount, 0, LARGEST_AMOUNT, "amount")
    if done.rpe is not None:
        yield from check_range(where, done.rpe, 1, 10, "rpe")
    if done.load is not None:
        yield from check_range(f"{where}.load", done.load.count, 1, 10, "count")
        yield from check_range(f"{where}.load", abs(done.load.value), 0, MOST_KG, "value")
        yield from check_load(where, done.load)
