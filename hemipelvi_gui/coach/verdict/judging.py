"""From a log to a verdict."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.caution_steps import caution_words
from hemipelvi_gui.coach.verdict.cautions import cautions
from hemipelvi_gui.coach.verdict.changes import (
    bilateral_of,
    efficiency_change,
    lift_change,
    lifts_of,
    pace_of,
    tightness_change,
    worst_pain,
)
from hemipelvi_gui.coach.verdict.deciding import why_unclear
from hemipelvi_gui.coach.verdict.detectable import detectable_change
from hemipelvi_gui.coach.verdict.evidence import basis_of, evidence
from hemipelvi_gui.coach.verdict.ready import earliest
from hemipelvi_gui.coach.verdict.result import Verdict
from hemipelvi_gui.coach.verdict.rule import Code, decide
from hemipelvi_gui.coach.verdict.series import series_of
from hemipelvi_gui.coach.verdict.steps import steps
from hemipelvi_gui.coach.verdict.weeks import first_day, last_day
from hemipelvi_gui.coach.verdict.wording import (
    HEADLINES,
    OFTEN_WRONG,
    SUGGESTED,
    WOULD_CHANGE,
    doubtful_words,
    lack_words,
    pain_words,
    suggestion_words,
)

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.coach.verdict.series import Series
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.settings import Settings


def verdict(log: Log, library: Library, settings: Settings, as_of: date) -> Verdict:
    """Whether the lifting helps the running, as of a day: the last week that is over counts.

    Pure: the same log gives the same verdict, in whatever order it is.
    """
    return judge(series_of(log, library, settings, as_of), library)


def judge(series: Series, library: Library) -> Verdict:
    """The verdict of weekly values that were read already."""
    basis = basis_of(series)
    now, before = evidence(series, basis), evidence(series, basis, series.last - 1)
    kinds = () if now.missing else cautions(series, now)
    code = decide(now, before, bool(kinds))
    open_still = code is Code.UNCLEAR and not kinds
    bilateral = bilateral_of(series, now.windows)
    lift = None if bilateral is None else library.get(bilateral.exercise)
    pain = worst_pain(series, now.windows)
    # Whoever is in pain is not told to try something: advice goes first.
    advice = pain_words(pain)
    made = Verdict(
        code,
        HEADLINES[code],
        basis,
        first_day(now.windows.before.start),
        first_day(now.windows.recent.start),
        last_day(now.windows.last),
        tuple(map(lack_words, now.missing)),
        tuple(caution_words(kind, series, now) for kind in kinds),
        kinds,
        lift_change(now),
        efficiency_change(now),
        tightness_change(now),
        pace_of(series, now),
        None if now.running is None else detectable_change(now.running),
        lifts_of(now.lift),
        would_change=WOULD_CHANGE[code],
        bilateral=bilateral,
        suggestion=None
        if lift is None or advice is not None or code not in SUGGESTED
        else suggestion_words(lift.name),
        pain=pain,
        advice=advice,
        why_unclear=why_unclear(now, before) if open_still else None,
        earliest=earliest(series, basis) if now.missing else None,
        doubt=OFTEN_WRONG.get(code),
        unsure=None if now.lift is None else doubtful_words(now.lift.doubtful, now.lift.exposures),
    )
    return replace(made, steps=steps(series, now, before, made))
