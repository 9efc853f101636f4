"""Made-up years of a runner's log: what happens in them, and what the log then says."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import pi, sin, sqrt
from statistics import median
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.lifting import Exposure, Lift
from hemipelvi_gui.coach.verdict.series import Basis, Series, Weekly

if TYPE_CHECKING:
    from random import Random

# Weeks before the first verdict, and those that are judged one by one.
LEAD, YEAR = 17, 52
FIRST = 105_000
CHANGE = LEAD + 12
FREEDOM = 3.0
RUN_SPREAD, OUTLIERS, OUTLIER_FROM, OUTLIER_TO = 0.03, 0.03, 0.08, 0.20
MISSING, RUNS = 0.20, 3
PHI, WEEK_SPREAD = 0.7, 0.01
EF = 0.5
TIGHTNESS, TIGHT_WEEK, TIGHT_DAY, RATINGS = 2.5, 0.6, 1.0, 4
LIFTS, LIFT_SPREAD, LIFT_RISE, LIFT_LEVEL = 2, 0.02, 0.005, 4.6
RUN_KM, WEEKS_A_YEAR = 9.0, 52
LIFT = Lift("back-squat")


@dataclass(frozen=True)
class World:
    """What is true in a year, and what is odd about its log.

    `effect` is the lasting change of ln EF and `tighter` that of tightness, from the week `CHANGE`
    on. `together` is how far the weekly errors of both go together; `season` half the swing of
    ln EF over a year; `lost_weeks` the part of weeks without any record; `device` a lasting step
    of ln EF that is only the watch's, told by its name where `named`. `absent`: a missing run was
    not run, where it else has only no heart rate. `phi` is how alike neighbouring weeks are, `rise`
    what ln e1RM gains a week.
    """

    name: str
    effect: float = 0.0
    tighter: float = 0.0
    together: float = 0.0
    season: float = 0.0
    lost_weeks: float = 0.0
    device: float = 0.0
    named: bool = False
    absent: bool = False
    phi: float = PHI
    rise: float = LIFT_RISE


NULLS = (
    World("nothing changes"),
    World("nothing changes, lifts stay as they are", rise=0.0),
    World("errors of running and tightness go together, .8", together=0.8),
    World("weeks are more alike, \u03c6 = .8", phi=0.8),
    World("EF swings by \u00b12 % over the year", season=0.02),
    World("15 % of weeks without any record", lost_weeks=0.15),
    World("missing runs were not run", absent=True),
    World("another watch reads 3 % worse, unnamed", device=-0.03),
    World("another watch reads 3 % worse, named", device=-0.03, named=True),
)
CHANGES = (
    World("running \u22123 %, tightness +1.5", -0.03, 1.5),
    World("running \u22125 %, tightness +1.5", -0.05, 1.5),
    World("running \u22123 %, errors together .8", -0.03, 1.5, together=0.8),
    World("running \u22125 %, errors together .8", -0.05, 1.5, together=0.8),
    World("running \u22125 %, missing runs were not run", -0.05, 1.5, absent=True),
    World("running \u22125 %, 15 % of weeks without record", -0.05, 1.5, lost_weeks=0.15),
    World("running \u22125 %, tightness as it was", -0.05),
    World("running +5 %, tightness \u22121", 0.05, -1.0),
)


@dataclass
class Week:
    """What a week's log has: ln EF of each run, ratings of tightness, lifts as ln e1RM, km."""

    runs: list[float] = field(default_factory=list)
    ratings: list[float] = field(default_factory=list)
    lifts: list[float] = field(default_factory=list)
    km: float = 0.0
    device: str = "watch"


def year(world: World, random: Random) -> list[Week]:
    """The weeks of one year and of those before it."""
    phase = random.random()
    running, tight = random.gauss(0, 1), random.gauss(0, 1)
    fresh = sqrt(1 - world.phi**2)
    weeks = []
    for number in range(LEAD + YEAR):
        if number:
            shared, own = random.gauss(0, 1), random.gauss(0, 1)
            # Where running goes badly in a week, tightness is up in it.
            other = world.together * shared + sqrt(1 - world.together**2) * own
            running = world.phi * running - fresh * shared
            tight = world.phi * tight + fresh * other
        changed = number >= CHANGE
        level = EF + WEEK_SPREAD * running
        level += world.season * sin(2 * pi * (number / WEEKS_A_YEAR + phase))
        level += (world.effect + world.device) if changed else 0.0
        feel = TIGHTNESS + TIGHT_WEEK * tight + (world.tighter if changed else 0.0)
        week = _week(world, level, feel, number, random)
        week.device = "other watch" if changed and world.device and world.named else "watch"
        weeks.append(Week() if random.random() < world.lost_weeks else week)
    return weeks


def series(weeks: list[Week]) -> Series:
    """The weekly values that the verdict's own rule looks at."""
    made = [(FIRST + number, week) for number, week in enumerate(weeks)]
    return Series(
        FIRST + len(weeks) - 1,
        {
            Basis.HEART_RATE: {
                number: Weekly(median(week.runs), len(week.runs))
                for number, week in made
                if week.runs
            }
        },
        (),
        {
            number: Weekly(sum(week.ratings) / len(week.ratings), len(week.ratings))
            for number, week in made
            if week.ratings
        },
        tuple(
            Exposure(number, number * 7 + day, "", LIFT, value, False, 3.0)
            for number, week in made
            for day, value in enumerate(week.lifts)
        ),
        {number: week.km for number, week in made},
        devices={number: {week.device: len(week.runs)} for number, week in made if week.runs},
    )


def _week(world: World, level: float, feel: float, number: int, random: Random) -> Week:
    week = Week()
    for _ in range(RUNS):
        run = level + _heavy_tailed(random)
        if random.random() < MISSING:
            week.km += 0.0 if world.absent else RUN_KM
            continue
        week.runs.append(run)
        week.km += RUN_KM
    for _ in range(RATINGS):
        week.ratings.append(min(max(round(feel + random.gauss(0, TIGHT_DAY)), 0), 10))
    for _ in range(LIFTS):
        week.lifts.append(LIFT_LEVEL + world.rise * number + random.gauss(0, LIFT_SPREAD))
    return week


def _heavy_tailed(random: Random) -> float:
    """Student's t with three degrees of freedom, as wide as asked; now and then far off."""
    t = random.gauss(0, 1) / sqrt(random.gammavariate(FREEDOM / 2, 2) / FREEDOM)
    run = RUN_SPREAD * t / sqrt(FREEDOM / (FREEDOM - 2))
    if random.random() < OUTLIERS:
        run += random.choice((-1, 1)) * random.uniform(OUTLIER_FROM, OUTLIER_TO)
    return run
