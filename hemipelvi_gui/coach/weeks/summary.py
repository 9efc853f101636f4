"""How a week stands, in two lines, also where nothing is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.findings import band_words, percent
from hemipelvi_gui.coach.reading import ROUNDING, read
from hemipelvi_gui.coach.resets import unreset
from hemipelvi_gui.coach.weeks.races import usual_of, winds_down
from hemipelvi_gui.domain.day_words import named_day
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from hemipelvi_gui.coach.weeks.reading import WeekReading

USUAL_WEEKS = 4
# So many times the usual is told.
MUCH = 1.5
COUNTS = (
    translate("Weeks", "Two"),
    translate("Weeks", "Three"),
    translate("Weeks", "Four"),
    translate("Weeks", "Five"),
    translate("Weeks", "Six"),
)


def in_words(reading: WeekReading) -> tuple[Text, Text]:
    """The week's share beside its target, and how its big lifts lie.

    As in "Share 66 %, target 60-85 %" and "One big lift a session; each has its reset". Where
    there is much more than usual, that is told in the place of the lifts.
    """
    share, settings = reading.total.share, reading.settings
    if share is None:
        return translate("Weeks", "No leg work this week"), _lifts_words(reading)
    above, below = share > settings.band_high + ROUNDING, share < settings.band_low - ROUNDING
    numbers = {"share": percent(share), "band": band_words(settings)}
    words = translate("Weeks", "Share {share} %, target {band} %", **numbers)
    if above:
        words = translate("Weeks", "Share {share} %, above the target {band} %", **numbers)
    elif below:
        words = translate("Weeks", "Share {share} %, below the target {band} %", **numbers)
    unusual = _unusual_words(reading)
    if unusual is not None:
        return words, unusual
    if above and not reading.total.big and not winds_down(reading):
        return words, translate("Weeks", "A big lift now and then builds strength")
    return words, _lifts_words(reading)


def is_in_target(reading: WeekReading) -> bool:
    """Whether there is a share, and it lies in the target band."""
    share, settings = reading.total.share, reading.settings
    if share is None:
        return False
    return settings.band_low - ROUNDING <= share <= settings.band_high + ROUNDING


def _unusual_words(reading: WeekReading) -> Text | None:
    """Much more than usual, or several sessions on one day: told, but not judged."""
    told = [words for words in (_much_words(reading), _crowd_words(reading)) if words is not None]
    if len(told) > 1:
        return translate("Weeks", "{first}; {second}", first=told[0], second=told[1])
    return told[0] if told else None


def _much_words(reading: WeekReading) -> Text | None:
    usual, hse = usual_of(reading, reading.weeks_before(USUAL_WEEKS)), reading.total.hse
    if not usual or hse <= MUCH * usual + ROUNDING:
        return None
    return translate(
        "Weeks",
        "{hse} hard sets, {usual} usual",
        hse=plain(round(hse)),
        usual=plain(round(usual)),
    )


def _crowd_words(reading: WeekReading) -> Text | None:
    """The day with the most gym sessions that have leg work, where it has more than one."""
    counts = {
        day: sum(isinstance(each, Session) and _counts(reading, each) for each in cards)
        for day, cards in reading.days.items()
    }
    day = max(counts, key=lambda each: counts[each])
    if counts[day] < 2:
        return None
    count: Text | str = str(counts[day])
    if counts[day] - 2 < len(COUNTS):
        count = COUNTS[counts[day] - 2]
    return translate(
        "Weeks", "{count} gym sessions on {day}", count=count, day=named_day(day, reading.week)
    )


def _counts(reading: WeekReading, session: Session) -> bool:
    return not session.skipped and bool(reading.sums.of(session).hse)


def _lifts_words(reading: WeekReading) -> Text:
    with_big = [each for each in reading.sessions if reading.sums.of(each).big]
    if not with_big:
        return translate("Weeks", "No big lift")
    most = max(len(reading.sums.of(each).big) for each in with_big)
    open_lifts = sum(
        len(unreset(read(each, reading.library, reading.settings))) for each in with_big
    )
    count = translate("Weeks", "Up to {count} big lifts a session", count=most)
    if most == 1:
        count = translate("Weeks", "One big lift a session")
    if len(with_big) == 1 == most:
        count = translate("Weeks", "One big lift")
    if not open_lifts:
        last = translate("Weeks", "each has its reset")
        if len(with_big) == 1 == most:
            last = translate("Weeks", "it has its reset")
    else:
        last = translate("Weeks", "{count} without a reset", count=open_lifts)
    return translate("Weeks", "{lifts}; {resets}", lifts=count, resets=last)
