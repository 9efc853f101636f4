"""Rules on the days before a race, and on the taper towards it."""

from __future__ import annotations

from math import fsum
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.weeks.reading import RACE_AHEAD_DAYS
from hemipelvi_gui.coach.weeks.told import WeekTold
from hemipelvi_gui.coach.weeks.words import with_advice
from hemipelvi_gui.domain.day_words import day_words, named_day
from hemipelvi_gui.domain.plan import PhaseKind, phase_of
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.domain.session import Session

WEEKS_BEFORE_TAPER = 4
# Sets are whole: the nearest number of them may be over by half a hard set.
HALF_A_SET = 0.5


def big_lift_before_race(reading: WeekReading) -> Iterator[WeekTold]:
    """Big lifts in the last days before a race."""
    days = reading.settings.race_big_days
    for lift, race in _before_races(reading, reading.lifts, days):
        yield WeekTold(
            _when(
                reading,
                lift,
                race,
                translate("Weeks", "{weekday}\u2019s big lift is {days} days before the race"),
                translate("Weeks", "{weekday}\u2019s big lift is the day before the race"),
                translate("Weeks", "{weekday}\u2019s big lift is before the race that day"),
            ),
            _reason(
                reading,
                lift,
                race,
                _limit(
                    days,
                    translate("Weeks", "None in the last {days} days before a race"),
                    translate("Weeks", "None on the day before a race"),
                ),
            ),
            (lift.id, race.id),
            lift.id,
        )


def hard_legs_before_race(reading: WeekReading) -> Iterator[WeekTold]:
    """Hard leg work in the last days before a race."""
    days = reading.settings.race_leg_days
    for session, race in _before_races(reading, reading.hard_legs, days):
        yield WeekTold(
            _when(
                reading,
                session,
                race,
                translate("Weeks", "{weekday}\u2019s hard leg work is {days} days before the race"),
                translate("Weeks", "{weekday}\u2019s hard leg work is the day before the race"),
                translate("Weeks", "{weekday}\u2019s hard leg work is before the race that day"),
            ),
            _reason(
                reading,
                session,
                race,
                _limit(
                    days,
                    translate("Weeks", "RPE 6 at most in the last {days} days before a race"),
                    translate("Weeks", "RPE 6 at most on the day before a race"),
                ),
            ),
            (session.id, race.id),
            session.id,
        )


def _before_races(
    reading: WeekReading, sessions: tuple[Session, ...], days: int
) -> Iterator[tuple[Session, Run]]:
    """Each of these with the next race after it, where that is so near."""
    races = [each for each in reading.key_runs if each.kind is RunKind.RACE]
    if not races:
        return
    for session in sessions:
        day, start = session.date, reading.moment(session)
        after = [
            race
            for race in races
            if day is not None
            and (race.date - day).days <= days
            and start <= reading.moment(race)
            and (day in reading.week or race.date in reading.week)
        ]
        if after:
            yield session, min(after, key=reading.moment)


def _limit(days: int, source: Text, one: Text) -> Text:
    """A limit in days; 0 of them is the day of the race itself."""
    if days == 0:
        return translate("Weeks", "None before the race on its day")
    return one if days == 1 else Text(source.context, source.source, {"days": days})


def _reason(reading: WeekReading, session: Session, race: Run, reason: Text) -> Text:
    """The reason; with what is left to do where the session is past and the race is not."""
    if reading.is_open(session) or race.date < reading.today:
        return reason
    advice = translate("Weeks", "Too late to change: keep your legs fresh until the race")
    return with_advice(reason, advice)


def _when(
    reading: WeekReading,
    session: Session,
    race: Run,
    source: Text,
    day_before: Text,
    same_day: Text,
) -> Text:
    day = session.date or race.date
    gap = (race.date - day).days
    chosen = {0: same_day, 1: day_before}.get(gap, source)
    return Text(
        chosen.context, chosen.source, {"weekday": named_day(day, reading.week), "days": gap}
    )


def race_ahead(reading: WeekReading) -> Iterator[WeekTold]:
    """The next race within four weeks, and where its taper starts."""
    week, today = reading.week, reading.today
    since = today if today in week else week.first
    if since < today:
        return
    for race in reading.races:
        left = (race.date - since).days
        if 0 <= left <= RACE_AHEAD_DAYS:
            yield WeekTold(
                translate(
                    "Weeks",
                    "{race}: {taper}",
                    race=_race_words(race, today, left),
                    taper=_taper_words(reading, race),
                ),
                _cuts_words(reading, race),
                (race.id,),
                race.id,
            )
            return


def _cuts_words(reading: WeekReading, race: Run) -> Text:
    """What the taper takes away: in the week of the race only what is still to come."""
    settings, last = reading.settings, reading.week_at(race.date)
    source = translate(
        "Weeks", "HSE \u2212{first} %, then \u2212{last} %; symmetric work first, load kept"
    )
    if last is not None and last.first == reading.week.first:
        source = translate("Weeks", "HSE \u2212{last} % this week; symmetric work first, load kept")
    cuts: dict[str, object] = {
        "first": percent(settings.taper_first),
        "last": percent(settings.taper_last),
    }
    return Text(source.context, source.source, cuts)


def _race_words(race: Run, today: date, left: int) -> Text:
    if (race.date - today).days != left:
        return translate("Weeks", "Race on {day}", day=day_words(race.date, today))
    if left == 0:
        return translate("Weeks", "Race today")
    if left == 1:
        return translate("Weeks", "Race tomorrow")
    return translate("Weeks", "Race in {days} days", days=left)


def _taper_words(reading: WeekReading, race: Run) -> Text:
    last = reading.week_at(race.date)
    if last is not None and last.first == reading.week.first:
        return translate("Weeks", "the taper ends with it")
    first = None if last is None else _week_before(reading, last, 1)
    if first is None or first.first == reading.week.first:
        return translate("Weeks", "taper starts this week")
    if first.number:
        return translate("Weeks", "taper starts in week {number}", number=first.number)
    return translate("Weeks", "taper starts on {day}", day=day_words(first.first, reading.today))


class Taper(NamedTuple):
    """A week before a race: its dose, and what it should be, in HSE; `cut` is in [0, 1]."""

    race: Run
    hse: float
    wanted: float
    cut: float


def untapered(reading: WeekReading) -> Iterator[WeekTold]:
    """A week of a taper with more work than it should have."""
    taper = taper_of(reading)
    if taper is None or taper.hse <= taper.wanted + HALF_A_SET:
        return
    yield WeekTold(
        translate(
            "Weeks",
            "{hse} hard sets planned in the taper, {wanted} wanted",
            hse=plain(round(taper.hse, 1)),
            wanted=plain(round(taper.wanted, 1)),
        ),
        translate(
            "Weeks",
            "HSE \u2212{cut} % of the usual; symmetric work first, load kept",
            cut=percent(taper.cut),
        ),
        (),
        taper.race.id,
    )


def taper_of(reading: WeekReading) -> Taper | None:
    """How much less this week should have; None outside tapers and without a usual to go by."""
    if not reading.total.hse:
        return None
    for race in reading.races:
        last = reading.week_at(race.date)
        ends_here = last is not None and last.first == reading.week.first
        if last is None or not (ends_here or reading.near(1) == last):
            continue
        usual = _usual(reading, last)
        if usual:
            settings = reading.settings
            cut = settings.taper_last if ends_here else settings.taper_first
            return Taper(race, reading.total.hse, usual * (1 - cut), cut)
    return None


def winds_down(reading: WeekReading) -> bool:
    """Whether the week is that of a race or the one before, or the plan calls it a taper."""
    plan, week = reading.plan, reading.week
    if plan is not None and phase_of(plan, week.number) is PhaseKind.TAPER:
        return True
    following = reading.near(1)
    return any(
        race.date in week or (following is not None and race.date in following)
        for race in reading.races
    )


def _usual(reading: WeekReading, race_week: Week) -> float:
    """The usual dose before the taper."""
    return usual_of(
        reading,
        [_week_before(reading, race_week, back) for back in range(2, 2 + WEEKS_BEFORE_TAPER)],
    )


def usual_of(reading: WeekReading, weeks: Sequence[Week | None]) -> float:
    """The mean dose of these weeks, in HSE.

    Deload weeks, and those without leg work, are not what is usual.
    """
    deloads = () if reading.plan is None else reading.plan.deloads
    doses = [
        reading.hse_of_week(each)
        for each in weeks
        if each is not None and each.number not in deloads
    ]
    worked = [each for each in doses if each]
    return fsum(worked) / len(worked) if worked else 0.0


def _week_before(reading: WeekReading, week: Week, back: int) -> Week | None:
    steps = (week.first - reading.week.first).days // reading.week.days
    return reading.near(steps - back)
