"""How the verdict was made, one number after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.result import Step
from hemipelvi_gui.coach.verdict.rule import (
    better,
    lift_up,
    no_tighter,
    stays,
    tighter,
    worse,
)
from hemipelvi_gui.coach.verdict.running import EASY_PERCENT
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.coach.verdict.weeks import first_day, last_day
from hemipelvi_gui.coach.verdict.wording import RUNNING, chance, clock, signed
from hemipelvi_gui.coach.weeks.words import day_words
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.coach.verdict.series import Series

YES, NO = translate("Verdict", "yes"), translate("Verdict", "no")


def steps(series: Series, now: Evidence, before: Evidence, made: Verdict) -> tuple[Step, ...]:
    """All that led to the verdict, in order; a step whose numbers are missing is left out."""
    ways = (_weeks, _runs, _running, _chance, _pace, _tightness, _lift, _detectable)
    told = [step for way in ways for step in way(series, now, made)]
    asked = () if now.missing else _conditions(now, before)
    return (*told, *asked, _limits())


def _weeks(_series: Series, now: Evidence, made: Verdict) -> Iterator[Step]:
    yield Step(
        translate("Verdict", "Which weeks"),
        translate(
            "Verdict",
            "The four weeks from {recent} to {last} are held against the twelve before them, from "
            "{first}. Weeks run from Monday to Sunday; one that is not over does not count.",
            recent=day_words(first_day(now.windows.recent.start), made.last),
            last=day_words(last_day(now.windows.last)),
            first=day_words(first_day(now.windows.before.start), made.last),
        ),
    )


def _runs(series: Series, now: Evidence, _made: Verdict) -> Iterator[Step]:
    title = translate("Verdict", "Which runs")
    if now.basis is Basis.RACES:
        yield Step(
            title,
            translate(
                "Verdict",
                "There are too few easy runs to compare, so races of 3 km or more of the last 26 "
                "weeks stand in for them, each as the 10 km of the same effort (Riegel). Those "
                "of the last eight weeks are held against the earlier ones.",
            ),
        )
        return
    of_heart = now.basis is Basis.HEART_RATE
    runs = series.easy.by_heart_rate if of_heart else series.easy.by_pace
    count = sum(each.week in now.windows.both for each in runs)
    yield Step(title, _runs_words(series, count, of_heart))


def _runs_words(series: Series, count: int, of_heart: bool) -> Text:
    if not of_heart:
        return translate(
            "Verdict",
            "{count} runs of 30 to 90 minutes that were marked as easy. Without heart rates their "
            "speed alone counts, as if on the flat.",
            count=count,
        )
    top = series.easy.max_heart_rate
    if top is None:
        return translate(
            "Verdict",
            "{count} runs of 30 to 90 minutes with a heart rate that were marked as easy.",
            count=count,
        )
    return translate(
        "Verdict",
        "{count} easy runs of 30 to 90 minutes with a heart rate. Easy is what was marked so, or "
        "averaged {limit} a minute at most: {percent} % of {top}. Races, intervals and trail runs "
        "are none.",
        count=count,
        limit=f"{top * EASY_PERCENT / 100:.0f}",
        percent=EASY_PERCENT,
        top=f"{top:.0f}",
    )


def _running(_series: Series, now: Evidence, made: Verdict) -> Iterator[Step]:
    if now.running is None or made.efficiency is None:
        return
    yield Step(
        translate("Verdict", "Running"),
        translate(
            "Verdict",
            "What counts: {what}. Each week is its median, so that one odd run moves nothing. Mean "
            "of ln {before} in {before_weeks} weeks before, {recent} in {recent_weeks} since: "
            "{change} %.",
            what=RUNNING[now.basis],
            before=signed(now.running.before, 4),
            recent=signed(now.running.recent, 4),
            before_weeks=now.running.before_weeks,
            recent_weeks=now.running.recent_weeks,
            change=signed(made.efficiency.change),
        )
        if now.basis is not Basis.RACES
        else translate(
            "Verdict",
            "What counts: {what}. {before_weeks} races before, {recent_weeks} since: {change} %.",
            what=RUNNING[now.basis],
            before_weeks=now.running.before_weeks,
            recent_weeks=now.running.recent_weeks,
            change=signed(made.efficiency.change),
        ),
    )


def _chance(_series: Series, now: Evidence, made: Verdict) -> Iterator[Step]:
    if now.running is None or made.efficiency is None:
        return
    yield Step(
        translate("Verdict", "Is that chance?"),
        translate(
            "Verdict",
            "They differ by about {spread} % anyway (seen here, and drawn towards what is usual). "
            "As neighbouring weeks are alike, the error is made larger: {error} %. So the change "
            "is {z} errors, nine times in ten between {low} and {high} %. Probability that "
            "running got worse: {worse} %.",
            spread=f"{100 * now.running.spread:.1f}",
            error=f"{100 * now.running.error:.1f}",
            z=signed(made.efficiency.z, 2),
            low=signed(made.efficiency.low),
            high=signed(made.efficiency.high),
            worse=chance(1 - made.efficiency.probability),
        ),
    )


def _pace(_series: Series, _now: Evidence, made: Verdict) -> Iterator[Step]:
    pace = made.pace
    if pace is None:
        return
    numbers = {
        "change": signed(pace.change_s, 0),
        "low": signed(pace.low, 0),
        "high": signed(pace.high, 0),
        "before": clock(pace.before_s),
        "recent": clock(pace.recent_s),
    }
    if made.basis is Basis.RACES:
        text = translate(
            "Verdict", "10 km: {before} before, {recent} since, {change} s ({low} to {high})."
        )
    elif pace.heart_rate is None:
        text = translate(
            "Verdict",
            "Easy pace: {before} /km before, {recent} /km since, {change} s/km ({low} to {high}).",
        )
    else:
        numbers["beats"] = f"{pace.heart_rate:.0f}"
        text = translate(
            "Verdict",
            "Easy pace at {beats} beats a minute: {before} /km before, {recent} /km since, "
            "{change} s/km ({low} to {high}).",
        )
    yield Step(translate("Verdict", "In seconds"), Text(text.context, text.source, dict(numbers)))


def _tightness(_series: Series, now: Evidence, made: Verdict) -> Iterator[Step]:
    if now.tightness is None or made.tightness is None:
        return
    yield Step(
        translate("Verdict", "Tightness"),
        translate(
            "Verdict",
            "Of each day the largest of left hip, right hip and back counts, then each week\u2019s "
            "mean: {before} before, {recent} since, {change} points ({low} to {high}), which is "
            "{z} errors. Pain is never part of it.",
            before=f"{now.tightness.before:.1f}",
            recent=f"{now.tightness.recent:.1f}",
            change=signed(made.tightness.change),
            low=signed(made.tightness.low),
            high=signed(made.tightness.high),
            z=signed(made.tightness.z, 2),
        ),
    )


def _lift(_series: Series, now: Evidence, made: Verdict) -> Iterator[Step]:
    if now.lift is None or made.lift is None:
        return
    yield Step(
        translate("Verdict", "The big lifts"),
        translate(
            "Verdict",
            "{count} times a big lift, by its best set (e1RM), each lift held against its own "
            "mean: {change} % in {weeks} weeks ({low} to {high}). Probability that they rise: "
            "{chance} %. Estimates from more than six reps are doubtful; here {doubtful} are.",
            count=now.lift.exposures,
            change=signed(made.lift.change),
            weeks=f"{made.lift.weeks:.0f}",
            low=signed(made.lift.low),
            high=signed(made.lift.high),
            chance=chance(made.lift.probability),
            doubtful=now.lift.doubtful,
        ),
    )


def _detectable(_series: Series, _now: Evidence, made: Verdict) -> Iterator[Step]:
    if made.detectable_change is None:
        return
    yield Step(
        translate("Verdict", "What this log could show"),
        translate(
            "Verdict",
            "A change of running under {percent} % would stay unseen more than one time in five.",
            percent=f"{made.detectable_change:.1f}",
        ),
    )


CONDITIONS: tuple[tuple[Text, Callable[[Evidence], bool]], ...] = (
    (translate("Verdict", "The big lifts rise, with 90 % or more"), lift_up),
    (translate("Verdict", "Running worse by more than 1 %, and beyond 1.645 errors"), worse),
    (translate("Verdict", "Running better by more than 1 %, and beyond 1.645 errors"), better),
    (translate("Verdict", "Running within 3 %, nine times in ten"), stays),
    (translate("Verdict", "Tightness up by more than 0.5, and beyond 1.28 errors"), tighter),
    (translate("Verdict", "Tightness not up by 0.5, nine times in ten"), no_tighter),
)


def _conditions(now: Evidence, before: Evidence) -> Iterator[Step]:
    """What the rule asks. Hurting and helping must have held a week earlier too."""
    for words, holds in CONDITIONS:
        yield Step(
            words,
            translate(
                "Verdict",
                "Now: {now}. As of a week earlier: {before}.",
                now=YES if holds(now) else NO,
                before=YES if holds(before) else NO,
            ),
        )


def _limits() -> Step:
    return Step(
        translate("Verdict", "What it can\u2019t say"),
        translate(
            "Verdict",
            "A log shows what coincides, not what causes it. The rule and its limits are coaching "
            "defaults; how often it is wrong was tried on made-up runners.",
        ),
    )
