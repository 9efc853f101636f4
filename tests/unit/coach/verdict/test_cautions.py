"""What else may have changed meanwhile, so that it has to be unclear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict import Caution, Code
from hemipelvi_gui.domain.check_ins import CheckIn
from tests.unit.coach.verdict.logs import (
    AS_OF,
    RECENT_FROM,
    is_recent,
    judged,
    log_with,
    raced,
    with_runs,
)

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log import Log

    pass

HURTING = log_with(running=-0.05, tighter=2)
STEADY = log_with()


def test_each_caution_makes_it_unclear() -> None:
    def cautioned(log: Log) -> tuple[Caution, ...]:
        made = judged(log)
        assert made.code is (Code.UNCLEAR if made.cautions else Code.HURTING)
        return made.caution_kinds

    def with_races(recent_s: float) -> Log:
        races = raced((1, recent_s), (15, 1200))
        return replace(HURTING, done_runs={**HURTING.done_runs, **races})

    def warmer(by: float) -> Log:
        return with_runs(
            HURTING, lambda run: replace(run, temperature_c=10 + (by if is_recent(run) else 0))
        )

    def device(first: date) -> Log:
        return with_runs(
            HURTING, lambda run: replace(run, device="new" if run.date >= first else "old")
        )

    def ill(*days_ago: int) -> Log:
        days = [AS_OF - timedelta(days=ago) for ago in days_ago]
        check_ins = {f"ill {day}": CheckIn(f"ill {day}", day, ill=True) for day in days}
        return replace(HURTING, check_ins={**HURTING.check_ins, **check_ins})

    def shorter(by: float) -> Log:
        """Recent runs cover this part less, at the same pace."""
        return with_runs(
            HURTING,
            lambda run: (
                replace(
                    run, metres=(run.metres or 0) * (1 - by), seconds=(run.seconds or 0) * (1 - by)
                )
                if is_recent(run)
                else run
            ),
        )

    assert cautioned(HURTING) == ()
    assert cautioned(with_races(1230)) == ()
    assert cautioned(with_races(1195)) == ()
    assert cautioned(with_races(1150)) == (Caution.RACES,)
    assert cautioned(warmer(5)) == ()
    assert cautioned(warmer(5.1)) == (Caution.TEMPERATURE,)
    assert cautioned(warmer(-5.1)) == (Caution.TEMPERATURE,)
    assert cautioned(device(AS_OF - timedelta(days=5))) == (Caution.DEVICE,)
    assert cautioned(device(RECENT_FROM - timedelta(weeks=5))) == (Caution.DEVICE,)
    assert cautioned(device(RECENT_FROM - timedelta(weeks=9))) == ()
    assert cautioned(ill(3)) == (Caution.ILLNESS,)
    assert cautioned(ill(40, 50)) == ()
    assert cautioned(ill(40, 50, 60)) == (Caution.ILLNESS,)
    assert cautioned(shorter(0.2)) == ()
    assert cautioned(shorter(0.3)) == (Caution.KM,)
