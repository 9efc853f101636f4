"""The verdict's words: "consistent with", because a log shows what coincides, not what causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.cautions import Caution
from hemipelvi_gui.coach.verdict.evidence import Lack
from hemipelvi_gui.coach.verdict.rule import Code
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.domain.check_ins import PAIN_TO_ASK_ABOUT
from hemipelvi_gui.domain.day_words import day_words
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hemipelvi_gui.coach.verdict.evidence import Shortfall

HEADLINES = {
    Code.NOT_ENOUGH_DATA: translate("Verdict", "Not enough data to say anything yet"),
    Code.HURTING: translate(
        "Verdict",
        "Consistent with hurting: the big lifts go up, running gets harder and the hips tighter",
    ),
    Code.WATCH: translate(
        "Verdict", "Consistent with a cost to watch: the big lifts go up, running gets harder"
    ),
    Code.HELPING: translate(
        "Verdict", "Consistent with helping: the big lifts go up, and running gets easier"
    ),
    Code.NO_MATERIAL_CHANGE: translate(
        "Verdict", "Consistent with no change that matters: running stays within 3 %"
    ),
    Code.UNCLEAR: translate("Verdict", "Unclear: consistent with more than one story"),
}
RUNNING = {
    Basis.HEART_RATE: translate("Verdict", "speed for each heartbeat on easy runs"),
    Basis.PACE: translate("Verdict", "speed of runs marked as easy"),
    Basis.RACES: translate("Verdict", "speed in races"),
}
LACKS = {
    Lack.WEEKS_BEFORE: translate(
        "Verdict", "Weeks with two easy runs, in the twelve before the last four: {have} of {need}."
    ),
    Lack.RECENT_WEEKS: translate(
        "Verdict", "Weeks with two easy runs, in the last four: {have} of {need}."
    ),
    Lack.RACES: translate("Verdict", "Races of 3 km or more, in 26 weeks: {have} of {need}."),
    Lack.RACES_BEFORE: translate("Verdict", "Races before the last eight weeks: {have} of {need}."),
    Lack.RECENT_RACES: translate("Verdict", "Races in the last eight weeks: {have} of {need}."),
    Lack.RATINGS: translate(
        "Verdict", "Days with a rating of tightness, in the last four weeks: {have} of {need}."
    ),
    Lack.RATINGS_BEFORE: translate(
        "Verdict",
        "Days with a rating of tightness, in the twelve weeks before those: {have} of {need}.",
    ),
    Lack.EXPOSURES: translate(
        "Verdict",
        "Sessions in 16 weeks with the same big lift, its load and 1 to 10 reps to failure: "
        "{have} of {need}.",
    ),
    Lack.LIFT_WEEKS: translate(
        "Verdict", "Weeks from the first to the last of a big lift: {have} of {need}."
    ),
}
CAUTIONS = {
    Caution.RACES: translate("Verdict", "Races say the opposite of the easy runs."),
    Caution.KM: translate("Verdict", "Weekly km changed by more than 25 %."),
    Caution.TEMPERATURE: translate(
        "Verdict", "The runs\u2019 temperature changed by more than 5 \u00b0C."
    ),
    Caution.ILLNESS: translate("Verdict", "There were days of illness."),
    Caution.DEVICE: translate("Verdict", "Another device measured the heart rate."),
}
WOULD_CHANGE = {
    Code.NOT_ENOUGH_DATA: (
        translate("Verdict", "Log what is missing; then there is something to compare."),
    ),
    Code.HURTING: (
        translate(
            "Verdict",
            "One week in which running is not worse by more than 1 %, beyond chance, or tightness "
            "not up by more than half a point.",
        ),
        translate("Verdict", "Big lifts that hold still, so that they no longer rise."),
    ),
    Code.WATCH: (
        translate(
            "Verdict",
            "It becomes \u201churting\u201d if running stays worse and tightness is up by more "
            "than half a point, two weeks running.",
        ),
        translate("Verdict", "It goes away if running comes back to within 1 %."),
    ),
    Code.HELPING: (
        translate(
            "Verdict",
            "One week in which running is not better by more than 1 %, beyond chance, or in which "
            "tightness may be up by half a point.",
        ),
    ),
    Code.NO_MATERIAL_CHANGE: (
        translate("Verdict", "A change of running that takes its interval beyond 3 %."),
    ),
    Code.UNCLEAR: (
        translate(
            "Verdict",
            "More weeks alike: as many km, the same device, no illness. Or a change of running "
            "that is larger than this log can hide.",
        ),
    ),
}
# What the table of docs/verdict.md found over years in which only the lifts rose.
OFTEN_WRONG = {
    Code.HURTING: translate(
        "Verdict", "Said by chance too: in 4 to 15 of 100 made-up years without any change."
    ),
    Code.WATCH: translate(
        "Verdict", "Said by chance too: in 68 of 100 made-up years without any change."
    ),
    Code.HELPING: translate(
        "Verdict", "Said by chance too: in 18 to 41 of 100 made-up years without any change."
    ),
}
SUGGESTION = translate(
    "Verdict",
    "Worth trying: for 3 to 4 weeks swap {lift} for a lunge, then look again. A coaching default.",
)
# Only where the lifts may cost something is there something to try.
SUGGESTED = frozenset({Code.HURTING, Code.WATCH})
PAIN = translate(
    "Verdict",
    "Pain of {pain} was rated in these four weeks: nothing heavier is proposed. Rest, and ask a "
    "professional.",
)
MINUS = "\u2212"


def lack_words(shortfall: Shortfall) -> Text:
    """What is missing, and how much of it."""
    text = LACKS[shortfall.lack]
    return Text(text.context, text.source, {"have": shortfall.have, "need": shortfall.need})


def suggestion_words(lift: str) -> Text:
    """What to try with this lift."""
    return Text(SUGGESTION.context, SUGGESTION.source, {"lift": lift})


def pain_words(pain: float | None) -> Text | None:
    """What is said of such pain, None where it is less than 4 or none."""
    if pain is None or pain < PAIN_TO_ASK_ABOUT:
        return None
    return Text(PAIN.context, PAIN.source, {"pain": plain(pain)})


def earliest_words(day: date | None, last: date) -> Text | None:
    """When it can be known, None where the calendar ends before it."""
    if day is None:
        return None
    return translate(
        "Verdict",
        "It can be known on {day} at the earliest, with all of this logged every week.",
        day=day_words(day, last),
    )


def doubtful_words(doubtful: int, exposures: int) -> Text | None:
    """That most estimates of the lifts are unsure, None where they are not."""
    if not exposures or 2 * doubtful < exposures:
        return None
    if doubtful == exposures:
        return translate(
            "Verdict",
            "All {count} estimates of the lifts are from more than six reps: less sure.",
            count=exposures,
        )
    return translate(
        "Verdict",
        "Of {count} estimates of the lifts {doubtful} are from more than six reps: less sure.",
        count=exposures,
        doubtful=doubtful,
    )


def joined(texts: Sequence[Text], by: Text) -> Text:
    """One text of some, each put after those before by `by`, whose braces are some and more."""
    whole = texts[0]
    for each in texts[1:]:
        whole = Text(by.context, by.source, {"some": whole, "more": each})
    return whole


def signed(value: float, digits: int = 1) -> str:
    """A change as people write it: +6.1, −0.4, and 0.0 without a sign."""
    number = f"{abs(value):.{digits}f}"
    if float(number) == 0:
        return number
    return f"+{number}" if value > 0 else f"{MINUS}{number}"


def chance(probability: float) -> Text:
    """A probability in per cent; nothing is ever certain here."""
    percent = round(100 * probability)
    if percent < 1:
        return translate("Verdict", "under 1")
    if percent > 99:
        return translate("Verdict", "over 99")
    return Text("", str(percent))


def clock(seconds: float) -> str:
    """Minutes and seconds: 5:07."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d}"
