"""Rules on the balance of a week; where there is no leg work, or only prehab, they stay silent."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.findings import band_words, below, percent
from hemipelvi_gui.coach.reading import ROUNDING
from hemipelvi_gui.coach.weeks.told import WeekTold
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.weeks.reading import WeekReading


def under_floor(reading: WeekReading) -> Iterator[WeekTold]:
    """The week's asymmetric share under the floor."""
    share, floor = judged(reading), reading.settings.floor
    if share is None or reading.reaches(floor):
        return
    yield WeekTold(
        translate("Weeks", "The week is {share} % asymmetric", share=below(share, floor)),
        translate(
            "Weeks",
            "Most of the work should look like running: {floor} % or more",
            floor=percent(floor),
        ),
    )


def under_band(reading: WeekReading) -> Iterator[WeekTold]:
    """The share over the floor, but under the target."""
    share, settings = judged(reading), reading.settings
    if share is None or not reading.reaches(settings.floor) or reading.reaches(settings.band_low):
        return
    yield WeekTold(
        translate(
            "Weeks", "The week is {share} % asymmetric", share=below(share, settings.band_low)
        ),
        translate(
            "Weeks",
            "The target is {band} %",
            band=band_words(settings),
        ),
    )


def much_symmetric(reading: WeekReading) -> Iterator[WeekTold]:
    """More of the week level-footed than is meant."""
    share, most = symmetric_share(reading), reading.settings.bilateral_share
    if share is None or share <= most + ROUNDING:
        return
    yield WeekTold(
        translate(
            "Weeks",
            "{share} % of the week is level-footed lifting",
            share=max(percent(share), percent(most) + 1),
        ),
        translate("Weeks", "It is a means, not the end: {most} % at most", most=percent(most)),
    )


def rising_symmetric(reading: WeekReading) -> Iterator[WeekTold]:
    """More of each week level-footed than of the one before, several weeks running."""
    settings = reading.settings
    if symmetric_share(reading) is None or reading.reaches(settings.band_low):
        return
    weeks = (*reading.weeks_before(settings.bilateral_weeks), reading.week)
    sums = [reading.sum_of_week(each) for each in weeks]
    shares = [each.symmetric_share for each in sums if each.full]
    known = [each for each in shares if each is not None]
    if len(known) <= settings.bilateral_weeks:
        return
    rises = [later - earlier for earlier, later in pairwise(known)]
    if min(rises) < settings.bilateral_rise - ROUNDING:
        return
    yield WeekTold(
        translate(
            "Weeks", "Level-footed lifting takes over, {count} weeks running", count=len(rises)
        ),
        translate(
            "Weeks",
            "From {first} to {last} % of the work, with the share under the target",
            first=percent(known[0]),
            last=percent(known[-1]),
        ),
    )


def sides(reading: WeekReading) -> Iterator[WeekTold]:
    """One side doing more than the other, where that is not meant."""
    left, right = reading.total.uneven_left, reading.total.uneven_right
    if abs(left - right) <= (reading.settings.side_gap + ROUNDING) * (left + right):
        return
    more = translate("Weeks", "Left does more than right this week")
    if right > left:
        more = translate("Weeks", "Right does more than left this week")
    yield WeekTold(
        more,
        translate(
            "Weeks",
            "Left {left}, right {right} hard sets: {gap} % apart",
            left=plain(round(left, 1)),
            right=plain(round(right, 1)),
            gap=percent(abs(left - right) / (left + right)),
        ),
    )


def judged(reading: WeekReading) -> float | None:
    """The week's asymmetric share; None where the rules on it stay silent."""
    return reading.total.share if reading.total.full else None


def symmetric_share(reading: WeekReading) -> float | None:
    """The week's symmetric share; None where the rules on it stay silent."""
    return reading.total.symmetric_share if reading.total.full else None
