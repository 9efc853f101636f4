"""How often the rule is wrong, on made-up years from fixed seeds (tests/simulation)."""

from __future__ import annotations

from random import Random

import pytest

from hemipelvi_gui.coach.verdict import Code, verdict
from hemipelvi_gui.coach.verdict.weeks import last_day
from hemipelvi_gui.domain.settings import Settings
from tests.builders import library
from tests.simulation.__main__ import COMPARED, PAGE, SIMULATED, STATED, main, written
from tests.simulation.records import log_of
from tests.simulation.stated import seen
from tests.simulation.trials import codes, trial, wilson
from tests.simulation.worlds import CHANGE, CHANGES, FIRST, LEAD, NULLS, World, series, year

STILL, (SLOWER, MUCH_SLOWER, *_) = NULLS[0], CHANGES


@pytest.mark.parametrize("seed", [1, 2])
def test_hurting_is_said_in_at_most_a_tenth_of_the_years_in_which_nothing_changed(
    seed: int,
) -> None:
    assert trial(STILL, 100, seed).rate(Code.HURTING) <= 0.10


def test_a_lasting_change_is_found_more_often_the_larger_it_is() -> None:
    slower, much_slower = trial(SLOWER, 60, 1), trial(MUCH_SLOWER, 60, 1)
    assert slower.rate(Code.HURTING, soon=True) > 0.30
    assert much_slower.rate(Code.HURTING, soon=True) > 0.55


def test_a_device_that_is_named_is_no_alarm() -> None:
    named = World("named", device=-0.06, named=True)
    log = series(year(named, Random(4)))
    judged = codes(log, FIRST + LEAD - 1)
    after = CHANGE - LEAD + 1
    assert set(judged[after : after + 8]) == {Code.UNCLEAR}


def test_the_simulation_judges_as_the_program_does() -> None:
    weeks = year(MUCH_SLOWER, Random(11))
    expected = codes(series(weeks), FIRST + LEAD - 1)
    log = log_of(weeks)
    made = [
        verdict(log, library(), Settings(), last_day(FIRST + LEAD - 1 + place)).code
        for place in range(len(expected))
    ]
    assert Code.HURTING in made
    # Only the records have runs without a heart rate left out of the weekly km.
    assert [a for a, b in zip(made, expected, strict=True) if a is not b] in (
        [],
        [Code.UNCLEAR] * sum(a is not b for a, b in zip(made, expected, strict=True)),
    )


def test_at_the_size_a_log_states_running_is_seen_four_times_in_five_and_hurting_less_often() -> (
    None
):
    found = seen(None, 150, 1)
    assert 0.68 < found.running < 0.90
    assert found.soon < found.late
    assert found.soon < found.running


def test_one_table_alone_can_be_asked_for() -> None:
    said: list[str] = []
    assert main(["--years", "1", "--table", "stated"], said.append) == 0
    (table,) = said
    assert table.startswith("| change of running |")
    assert len(table.splitlines()) == 7


def test_a_seed_makes_the_same_years_again() -> None:
    assert trial(STILL, 3, 5) == trial(STILL, 3, 5)


def test_a_counted_rate_has_wilsons_interval() -> None:
    assert wilson(0.1, 100) == pytest.approx((0.0552, 0.1744), abs=1e-4)
    assert wilson(0, 10)[0] == 0


def test_the_page_shows_the_tables_of_every_world() -> None:
    said: list[str] = []
    assert main(["--years", "1"], said.append) == 0
    page = PAGE.read_text(encoding="utf-8")
    for begin, end in (SIMULATED, COMPARED, STATED):
        new = written(page, "new", (begin, end))
        assert new.partition(begin)[2].partition(end)[0] == "\nnew\n"
    shown = page.partition(SIMULATED[0])[2].partition(SIMULATED[1])[0]
    for world in (*NULLS, *CHANGES):
        assert f"| {world.name} |" in said[0]
        assert f"| {world.name} |" in shown
