"""Hours between big lifts and the runs that want fresh legs (MODEL.md section 4)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.reading import ROUNDING
from hemipelvi_gui.coach.weeks.told import WeekTold
from hemipelvi_gui.coach.weeks.words import KEY_RUN_WORDS, hours_words, limit_words, with_advice
from hemipelvi_gui.domain.day_words import named_day
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import tzinfo

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.session import Session


def hours_between(earlier: datetime, later: datetime, zone: tzinfo | None = None) -> float:
    """Real hours from one local moment to another, below 0 where the second comes first.

    `zone` None is the machine's. Across a clock change they differ from the clock's hours.
    """
    try:
        gone = _in_utc(later, zone) - _in_utc(earlier, zone)
    except (OverflowError, OSError, ValueError):
        # So far from today no zone is known.
        gone = later - earlier
    return gone.total_seconds() / 3600


def _in_utc(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment.replace(tzinfo=zone).astimezone(UTC)


class Gap(NamedTuple):
    """A session with a big lift, a key run, and the hours from the one's start to the other's."""

    lift: Session
    run: Run
    hours: float


def too_close(reading: WeekReading) -> Iterator[WeekTold]:
    """Big lifts with less than the least time before the next key run."""
    for gap in _gaps_before(reading):
        if gap.hours < reading.settings.before_run_h - ROUNDING:
            yield _told_before(reading, gap)


def close(reading: WeekReading) -> Iterator[WeekTold]:
    """Big lifts with enough time before the next key run, but less than is better."""
    settings = reading.settings
    for gap in _gaps_before(reading):
        if settings.before_run_h <= gap.hours + ROUNDING < settings.better_before_run_h:
            yield _told_before(reading, gap)


def soon_after(reading: WeekReading) -> Iterator[WeekTold]:
    """Big lifts too soon after a key run."""
    for lift in reading.lifts:
        gaps = [gap for gap in _gaps(reading, lift) if gap.hours < 0]
        nearest = max(gaps, key=lambda gap: gap.hours, default=None)
        if nearest is not None and -nearest.hours < reading.settings.after_run_h - ROUNDING:
            yield WeekTold(
                _words_after(reading, nearest),
                translate(
                    "Weeks",
                    "{hours} h wanted after a key run",
                    hours=limit_words(reading.settings.after_run_h),
                ),
                (lift.id, nearest.run.id),
                lift.id,
            )


def _gaps_before(reading: WeekReading) -> Iterator[Gap]:
    """Each big lift with the next key run after it."""
    for lift in reading.lifts:
        following = [
            gap
            for gap in _gaps(reading, lift)
            if gap.hours >= 0 and not _left_to_race_rule(reading, gap)
        ]
        if following:
            yield min(following, key=lambda gap: gap.hours)


def _gaps(reading: WeekReading, lift: Session) -> Iterator[Gap]:
    settings, start = reading.settings, reading.moment(lift)
    # A clock change moves an hour or so, never two days.
    most = max(settings.before_run_h, settings.better_before_run_h, settings.after_run_h) + 48
    here = lift.date in reading.week
    for run in reading.key_runs:
        if here or run.date in reading.week:
            moment = reading.moment(run)
            if abs((moment - start).total_seconds()) <= most * 3600:
                yield Gap(lift, run, hours_between(start, moment))


def _left_to_race_rule(reading: WeekReading, gap: Gap) -> bool:
    """Whether the rule on big lifts in the days before a race speaks of it anyway."""
    if gap.run.kind is not RunKind.RACE or gap.lift.date is None:
        return False
    return (gap.run.date - gap.lift.date).days <= reading.settings.race_big_days


def _told_before(reading: WeekReading, gap: Gap) -> WeekTold:
    settings = reading.settings
    reason = translate(
        "Weeks",
        "{wanted} h wanted, {better} better",
        wanted=limit_words(settings.before_run_h),
        better=limit_words(settings.better_before_run_h),
    )
    if settings.better_before_run_h <= settings.before_run_h:
        reason = translate("Weeks", "{wanted} h wanted", wanted=limit_words(settings.before_run_h))
    if not reading.is_open(gap.lift) and gap.run.date >= reading.today:
        reason = with_advice(reason, _advice(reading, gap))
    return WeekTold(_words_before(reading, gap), reason, (gap.lift.id, gap.run.id), gap.lift.id)


def _advice(reading: WeekReading, gap: Gap) -> Text:
    if gap.run.kind is RunKind.RACE:
        return translate("Weeks", "Too late to move the lift: keep your legs fresh until the race")
    if gap.run.date == reading.today and gap.lift.date != reading.today:
        # A lift that nobody logged may not have been done.
        if not reading.is_done(gap.lift):
            return translate("Weeks", "If you did that lift, take today easy")
        return translate("Weeks", "Take today easy")
    return translate("Weeks", "Too late to move the lift: ease the run if your legs are heavy")


def _words_before(reading: WeekReading, gap: Gap) -> Text:
    source = translate("Weeks", "{weekday}\u2019s big lift is {hours} before {run}")
    if gap.lift.date == gap.run.date:
        source = translate("Weeks", "{weekday}\u2019s big lift is {hours} before {run} that day")
    return _filled(reading, source, gap)


def _words_after(reading: WeekReading, gap: Gap) -> Text:
    source = translate("Weeks", "{weekday}\u2019s big lift is {hours} after {run}")
    if gap.lift.date == gap.run.date:
        source = translate("Weeks", "{weekday}\u2019s big lift is {hours} after {run} that day")
    return _filled(reading, source, gap)


def _filled(reading: WeekReading, source: Text, gap: Gap) -> Text:
    day = gap.lift.date or gap.run.date
    return Text(
        source.context,
        source.source,
        {
            "weekday": named_day(day, reading.week),
            "hours": hours_words(abs(gap.hours)),
            "run": KEY_RUN_WORDS[gap.run.kind],
        },
    )
