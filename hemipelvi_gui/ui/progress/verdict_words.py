"""The verdict's numbers in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.coach.verdict.wording import chance, earliest_words, signed
from hemipelvi_gui.domain.running import TEN_KM
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.verdict.result import Pace, Verdict
    from hemipelvi_gui.domain.balance import Library

translate = QCoreApplication.translate
# From the first to the last of sixteen weeks are fifteen.
NEARLY_ALL = 14


def numbers_lines(of: Verdict, library: Library) -> list[str]:
    """The changes with their weeks, then how likely it is, as far as there are any."""
    lines = [*_lift(of, library), *_since(of)]
    if of.efficiency is not None:
        said = translate("Progress", "Probability running got worse: {chance} %.")
        lines.append(said.format(chance=shown(chance(1 - of.efficiency.probability))))
    return lines


def _lift(of: Verdict, library: Library) -> Iterator[str]:
    if of.lift is None:
        return
    if of.lift.weeks >= NEARLY_ALL:
        said = translate("Progress", "Over 16 weeks: {lift} {change} % ({low} to {high}).")
    else:
        said = translate(
            "Progress", "Over 16 weeks: {lift} {change} % within {weeks} of them ({low} to {high})."
        )
    yield said.format(
        lift=_lifts(of, library),
        weeks=f"{of.lift.weeks:.0f}",
        **_signed(of.lift.change, of.lift.low, of.lift.high, 1),
    )


def _since(of: Verdict) -> Iterator[str]:
    """What the recent weeks are held against; races have weeks of their own."""
    parts = []
    if of.tightness is not None:
        each = of.tightness
        said = translate("Progress", "tightness {change} of 10 ({low} to {high})")
        parts.append(said.format(**_signed(each.change, each.low, each.high, 1)))
    raced = of.basis is Basis.RACES
    if of.pace is not None and not raced:
        parts.append(_pace(of.pace))
    if parts:
        said = translate("Progress", "Recent 4 weeks against the 12 before: {changes}.")
        yield said.format(changes=DOT.join(parts))
    if of.pace is not None and raced:
        said = translate("Progress", "Races of 8 weeks against those of the 18 before: {change}.")
        yield said.format(change=_pace(of.pace))


def _lifts(of: Verdict, library: Library) -> str:
    found = [library.get(each) for each in of.lifts]
    names = [one_line(each.name, 60) for each in found if each is not None]
    return names[0] if len(names) == 1 else translate("Progress", "big lifts")


def _pace(pace: Pace) -> str:
    if pace.metres == round(TEN_KM):
        said = translate("Progress", "10 km {change} ({interval})")
        each = translate("Progress", "{seconds} s")
    elif pace.heart_rate is None:
        said = translate("Progress", "easy pace {change} ({interval})")
        each = translate("Progress", "{seconds} s/km")
    else:
        said = translate("Progress", "easy pace at {bpm} bpm {change} ({interval})")
        each = translate("Progress", "{seconds} s/km")
    return said.format(
        change=_which_way(pace.change_s, each),
        interval=_interval(pace.low, pace.high),
        bpm=f"{pace.heart_rate or 0:.0f}",
    )


def _which_way(seconds: float, each: str) -> str:
    """As in "12 s/km slower": the word says what a sign would."""
    rounded = round(seconds)
    if not rounded:
        return translate("Progress", "as before")
    amount = each.format(seconds=abs(rounded))
    if rounded > 0:
        return translate("Progress", "{amount} slower").format(amount=amount)
    return translate("Progress", "{amount} faster").format(amount=amount)


def _interval(low: float, high: float) -> str:
    """As in "4 faster to 2 slower", or "3 to 9" where both ends go the way of the change."""
    ends = round(low), round(high)
    if 0 in ends or (ends[0] < 0) is (ends[1] < 0):
        first, last = sorted(map(abs, ends))
        return translate("Progress", "{low} to {high}").format(low=first, high=last)
    said = translate("Progress", "{low} faster to {high} slower")
    return said.format(low=abs(ends[0]), high=ends[1])


def _signed(change: float, low: float, high: float, digits: int) -> dict[str, str]:
    values = {"change": change, "low": low, "high": high}
    return {name: signed(value, digits) for name, value in values.items()}


def limits_line(of: Verdict) -> str:
    """How large a change the log could have shown, and how often the same is said by chance."""
    parts = []
    if of.detectable_change is not None:
        said = translate(
            "Progress",
            "On running alone this log would show a change of {percent} % or more, four times in "
            "five; the verdict asks more, so it needs a larger change.",
        )
        parts.append(said.format(percent=f"{of.detectable_change:.1f}"))
    if of.doubt is not None:
        parts.append(shown(of.doubt))
    return " ".join(parts)


def reasons(of: Verdict) -> list[str]:
    """What is missing and until when, what else changed or kept it open, what is unsure."""
    when = earliest_words(of.earliest, of.last)
    said = (*of.missing, when, *of.cautions, of.why_unclear, of.unsure)
    return [shown(each) for each in said if each is not None]
