"""How the verdict was made, one number after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.caution_steps import caution_steps
from hemipelvi_gui.coach.verdict.conditions import conditions
from hemipelvi_gui.coach.verdict.deciding import deciding
from hemipelvi_gui.coach.verdict.result import Step
from hemipelvi_gui.coach.verdict.rule import LIKELY, most_tighter
from hemipelvi_gui.coach.verdict.running import EASY_PERCENT
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.coach.verdict.weeks import first_day, last_day
from hemipelvi_gui.coach.verdict.wording import RUNNING, chance, clock, signed
from hemipelvi_gui.domain.day_words import day_words
from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.coach.verdict.evidence import Evidence
    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.coach.verdict.series import Series

UNITS = {
    Basis.HEART_RATE: translate("Verdict", "Weeks"),
    Basis.PACE: translate("Verdict", "Weeks"),
    Basis.RACES: translate("Verdict", "Races"),
}


def steps(series: Series, now: Evidence, before: Evidence, made: Verdict) -> tuple[Step, ...]:
    """All that led to the verdict, in order; a step whose numbers are missing is left out."""
    ways = (_weeks, _runs, _running, _chance, _pace, _tightness, _lift, _detectable)
    told = [step for way in ways for step in way(series, now, made)]
    if not now.missing:
        told += [*caution_steps(series, now), *conditions(now, before)]
    return (*told, *deciding(now, before, made), _limits())


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
            "{units} differ by {spread} % anyway (seen here, and drawn towards what is usual). As "
            "neighbouring weeks are alike, the error is made larger: {error} %. So the change "
            "is {z} errors, nine times in ten between {low} and {high} %. Probability that "
            "running got worse: {worse} %.",
            units=UNITS[now.basis],
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
            "{z} errors. The interval leaves 5 % beyond each of its ends; the rule asks one side "
            "only, with 10 % beyond it, so 1.28 errors: {least} at least, {most} at most. Pain is "
            "never part of it.",
            before=f"{now.tightness.before:.1f}",
            recent=f"{now.tightness.recent:.1f}",
            change=signed(made.tightness.change),
            low=signed(made.tightness.low),
            high=signed(made.tightness.high),
            z=signed(made.tightness.z, 2),
            least=signed(now.tightness.change - LIKELY * now.tightness.error),
            most=signed(most_tighter(now.tightness)),
        ),
    )


def _lift(_series: Series, now: Evidence, made: Verdict) -> Iterator[Step]:
    if now.lift is None or made.lift is None:
        return
    yield Step(
        translate("Verdict", "The big lifts"),
        translate(
            "Verdict",
            "Over all 16 weeks, {count} times a big lift, by its best set (e1RM), each lift held "
            "against its own mean: {change} % in {weeks} weeks ({low} to {high}). Probability that "
            "they rise: {chance} %. Estimates from more than six reps are doubtful; here "
            "{doubtful} are.",
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
            "On running alone a worsening of less than {percent} % would stay unseen more than one "
            "time in five. The verdict asks more: tightness too, and two weeks running. So it "
            "needs a larger change.",
            percent=f"{made.detectable_change:.1f}",
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
