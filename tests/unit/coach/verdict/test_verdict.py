"""From a log to what is said of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from math import exp, expm1

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemipelvi_gui.coach.verdict import Code, Unit
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.settings import Settings
from tests.unit.coach.verdict.logs import AS_OF, RECENT_FROM, judged, log_with, with_runs

HURTING = log_with(running=-0.05, tighter=2)
STEADY = log_with()


@pytest.mark.parametrize(
    ("log", "code"),
    [
        (Log(), Code.NOT_ENOUGH_DATA),
        (HURTING, Code.HURTING),
        (log_with(running=-0.05, tighter=2, since=2), Code.WATCH),
        (log_with(running=-0.05, tighter=2, since=1), Code.UNCLEAR),
        (log_with(running=-0.05), Code.WATCH),
        (log_with(running=0.05), Code.HELPING),
        (STEADY, Code.NO_MATERIAL_CHANGE),
        (log_with(running=-0.05, tighter=2, rise=0.0), Code.UNCLEAR),
    ],
    ids=[
        "nothing",
        "all three",
        "for two weeks",
        "for one",
        "lifts and running",
        "easier",
        "same",
        "no lift",
    ],
)
def test_each_verdict_has_its_log(log: Log, code: Code) -> None:
    made = judged(log)
    assert made.code is code
    assert str(made.headline)
    assert made.would_change


def test_its_changes_are_those_that_were_made() -> None:
    made = judged(HURTING)
    assert made.efficiency is not None
    assert made.tightness is not None
    assert made.lift is not None
    # One of the twelve weeks before is changed too.
    assert made.efficiency.change == pytest.approx(100 * expm1(-0.05 * 11 / 12), abs=0.05)
    assert made.efficiency.low < made.efficiency.change < made.efficiency.high < 0
    assert made.efficiency.z < -1.645
    assert made.efficiency.probability < 0.01
    assert made.tightness.change == pytest.approx(2 * 11 / 12, abs=0.03)
    assert (made.efficiency.unit, made.tightness.unit) == (Unit.PERCENT, Unit.POINTS)
    assert made.lift.change == pytest.approx(100 * expm1(0.005 * 15), abs=0.5)
    assert (made.lift.weeks, made.lifts) == (15, ("back-squat",))
    assert made.lift.low <= made.lift.change <= made.lift.high


def test_the_pace_is_that_at_the_usual_heart_rate() -> None:
    made = judged(HURTING)
    assert made.pace is not None
    assert made.efficiency is not None
    assert (made.pace.heart_rate, made.pace.metres) == (140, 1000)
    assert made.pace.before_s == pytest.approx(60_000 / (exp(0.4965) * 140), rel=0.005)
    slower = made.pace.recent_s / made.pace.before_s - 1
    assert slower == pytest.approx(1 / (1 + made.efficiency.change / 100) - 1)
    assert 0 < made.pace.low < made.pace.change_s < made.pace.high


def test_the_weeks_are_the_sixteen_before_the_last_that_is_not_over() -> None:
    made = judged(HURTING)
    assert (made.recent_from, made.last) == (RECENT_FROM, AS_OF)
    assert made.first == RECENT_FROM - timedelta(weeks=12)
    assert judged(HURTING, AS_OF + timedelta(days=6)) == made
    assert judged(HURTING, AS_OF - timedelta(days=1)).last == AS_OF - timedelta(weeks=1)


def test_what_comes_later_is_not_known_yet() -> None:
    later = CheckIn("later", AS_OF + timedelta(days=1), hip_flexor_left=10, ill=True)
    check_ins = {**HURTING.check_ins, "later": later}
    assert judged(replace(HURTING, check_ins=check_ins)) == judged(HURTING)


def test_words_never_claim_a_cause() -> None:
    for log in (HURTING, STEADY, log_with(running=-0.05), log_with(running=0.05)):
        made = judged(log)
        assert "onsistent with" in str(made.headline)
        assert "not what causes" in str(made.steps[-1].text)


def test_where_the_lifts_may_cost_something_a_swap_is_worth_trying() -> None:
    made = judged(HURTING)
    assert made.bilateral is not None
    assert (made.bilateral.exercise, made.bilateral.hse) == ("back-squat", 8)
    assert "swap Back squat for a lunge" in str(made.suggestion)
    assert judged(STEADY).suggestion is None


def test_pain_has_no_part_in_it_but_is_minded() -> None:
    hurt = {key: replace(day, pain=6, pain_at="knee") for key, day in HURTING.check_ins.items()}
    made = judged(replace(HURTING, check_ins=hurt))
    calm = judged(HURTING)
    # Who is in pain is not told to try something.
    assert made.suggestion is None
    assert replace(made, pain=None, advice=None, suggestion=calm.suggestion) == calm
    assert made.pain == 6
    assert "ask a professional" in str(made.advice)
    mild = {key: replace(day, pain=3) for key, day in HURTING.check_ins.items()}
    assert judged(replace(HURTING, check_ins=mild)).advice is None


@settings(max_examples=20)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_log_does_not_matter(random: object) -> None:
    def shuffled(records: dict[str, object]) -> dict[str, object]:
        rows = list(records.items())
        random.shuffle(rows)  # type: ignore[attr-defined]
        return dict(rows)

    mixed = Log(
        shuffled(dict(HURTING.diary)),  # type: ignore[arg-type]
        shuffled(dict(HURTING.done_runs)),  # type: ignore[arg-type]
        shuffled(dict(HURTING.check_ins)),  # type: ignore[arg-type]
    )
    assert judged(mixed) == judged(HURTING)


def test_any_day_can_be_asked_for() -> None:
    for day in (date.min, date(1, 3, 1), date.max):
        assert judged(HURTING, day).code is Code.NOT_ENOUGH_DATA


def test_a_maximum_that_was_entered_decides_which_runs_are_easy() -> None:
    unmarked = with_runs(HURTING, lambda run: replace(run, kind=None))
    assert judged(unmarked, settings=Settings(max_heart_rate=180)).code is Code.HURTING
    assert judged(unmarked, settings=Settings(max_heart_rate=170)).code is Code.NOT_ENOUGH_DATA
