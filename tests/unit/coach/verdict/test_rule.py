"""The table: each row, its limits, and which row goes first."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from hemipelvi_gui.coach.verdict.evidence import Evidence, Lack, Rise, Shortfall
from hemipelvi_gui.coach.verdict.rule import Code, decide
from hemipelvi_gui.coach.verdict.series import Basis
from hemipelvi_gui.coach.verdict.statistics import Difference, Line
from hemipelvi_gui.coach.verdict.weeks import Windows

ALIKE = 1e-9


def running(change: float, z: float) -> Difference:
    """A change of EF as a part of it, so many errors large."""
    return Difference(0.0, log(1 + change), 0.01, abs(log(1 + change) / z), 12, 4)


def tightness(change: float, z: float) -> Difference:
    return Difference(2.0, 2.0 + change, 0.5, abs(change / z), 12, 4)


def lift(probability: float) -> Rise:
    # With one degree of freedom .9 lies at 3.0777 errors.
    t = {0.9: 3.0776836, 0.89: 2.77, 0.95: 6.3138, 0.5: 0.0}[probability]
    return Rise(Line(t + (ALIKE if t else 0), 1.0, 1), (1, 2, 3), (0, 0, 0), (1, 1, 1), (), 3, 0)


HURTING = Evidence(
    Windows(100), Basis.HEART_RATE, running(-0.02, 2), tightness(1, 2), lift(0.95), ()
)
CALM = replace(HURTING, running=running(0.001, 0.1), tightness=tightness(0.1, 0.2))
HELPING = replace(HURTING, running=running(0.02, 2), tightness=tightness(-1, 3))


def of(now: Evidence, before: Evidence | None = None, *, cautioned: bool = False) -> Code:
    return decide(now, now if before is None else before, cautioned)


def test_all_three_two_weeks_running_are_hurting() -> None:
    assert of(HURTING) is Code.HURTING


def test_one_week_of_it_is_to_watch() -> None:
    assert of(HURTING, CALM) is Code.WATCH
    short = replace(HURTING, running=None, missing=(Shortfall(Lack.WEEKS_BEFORE, 7, 8),))
    assert of(HURTING, short) is Code.WATCH


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"lift": lift(0.9)}, Code.HURTING),
        ({"lift": lift(0.89)}, Code.UNCLEAR),
        ({"running": running(-0.0101, 2)}, Code.HURTING),
        ({"running": running(-0.0099, 2)}, Code.NO_MATERIAL_CHANGE),
        ({"running": running(-0.02, 1.646)}, Code.HURTING),
        ({"running": running(-0.02, 1.644)}, Code.WATCH),
        ({"running": running(-0.02, 1.29)}, Code.WATCH),
        ({"running": running(-0.02, 1.27)}, Code.UNCLEAR),
        ({"tightness": tightness(0.51, 2)}, Code.HURTING),
        ({"tightness": tightness(0.49, 2)}, Code.WATCH),
        ({"tightness": tightness(1, 1.29)}, Code.HURTING),
        ({"tightness": tightness(1, 1.27)}, Code.WATCH),
    ],
)
def test_each_limit_of_hurting_and_what_is_under_it(change: dict[str, object], code: Code) -> None:
    assert of(replace(HURTING, **change)) is code  # type: ignore[arg-type]


def test_the_same_with_less_certainty_is_to_watch_only_two_weeks_running() -> None:
    likely = replace(HURTING, running=running(-0.02, 1.4))
    assert of(likely, likely) is Code.WATCH
    assert of(likely, CALM) is Code.UNCLEAR


def test_lifts_up_and_running_worse_alone_are_to_watch() -> None:
    assert of(replace(HURTING, tightness=tightness(-1, 2)), CALM) is Code.WATCH


def test_helping_takes_two_weeks_and_hips_that_are_not_tighter() -> None:
    assert of(HELPING) is Code.HELPING
    assert of(HELPING, CALM) is Code.UNCLEAR
    # 0.2 with an error of 0.2: 0.456 at 1.28. With one of 0.25: 0.52.
    assert of(replace(HELPING, tightness=tightness(0.2, 1.0))) is Code.HELPING
    assert of(replace(HELPING, tightness=tightness(0.2, 0.8))) is Code.UNCLEAR
    assert of(replace(HELPING, lift=lift(0.5))) is Code.UNCLEAR


def test_no_material_change_is_an_interval_within_3_per_cent() -> None:
    assert of(CALM) is Code.NO_MATERIAL_CHANGE
    wide = Difference(0.0, 0.0, 0.02, log(1.0301) / 1.644854, 12, 4)
    assert of(replace(CALM, running=wide)) is Code.UNCLEAR
    # The lower end goes first: ln .97 is further off than ln 1.03.
    narrow = Difference(0.0, 0.0, 0.02, log(1.0299) / 1.644854, 12, 4)
    assert of(replace(CALM, running=narrow)) is Code.NO_MATERIAL_CHANGE


@pytest.mark.parametrize("evidence", [HURTING, CALM, HELPING])
def test_anything_else_that_changed_makes_it_unclear(evidence: Evidence) -> None:
    assert of(evidence, cautioned=True) is Code.UNCLEAR


def test_too_little_is_not_enough_whatever_else_there_is() -> None:
    short = replace(HURTING, missing=(Shortfall(Lack.RATINGS, 5, 6),))
    assert of(short, HURTING) is Code.NOT_ENOUGH_DATA
    assert of(short, HURTING, cautioned=True) is Code.NOT_ENOUGH_DATA
