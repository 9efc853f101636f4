"""A ready plan for more weeks, for fewer, and joined late."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.plan import Phase, PhaseKind
from hemipelvi_gui.domain.plan_edits import first_phases
from hemipelvi_gui.domain.recipe import (
    GymDay,
    Recipe,
    RunLine,
    joined_late,
    stretched,
)

RECIPE = Recipe(
    "try",
    "Four weeks",
    "",
    4,
    phases=(Phase(PhaseKind.BASE, 3), Phase(PhaseKind.BUILD, 1)),
    deloads=(4,),
    gym=(GymDay("strength-a", 1, None, (1, 3)),),
    runs=(RunLine("Sun {} long", (1, 2, 4), ("10km", "12km", "8km")),),
)


def test_more_weeks_begin_again_with_the_first() -> None:
    longer = stretched(RECIPE, 9)
    assert longer.deloads == (4, 8)
    assert longer.gym[0].weeks == (1, 3, 5, 7, 9)
    assert longer.runs[0].said()[3:5] == ((5, "Sun 10km long"), (6, "Sun 12km long"))
    assert [each.weeks for each in longer.phases] == [3, 1, 3, 1, 1]


def test_fewer_weeks_end_earlier() -> None:
    shorter = stretched(RECIPE, 2)
    assert shorter.deloads == ()
    assert shorter.gym[0].weeks == (1,)
    assert shorter.runs[0].by_week == ("10km", "12km")
    assert shorter.phases == (Phase(PhaseKind.BASE, 2),)


def test_a_plan_that_leads_to_a_race_can_not_be_stretched() -> None:
    with pytest.raises(ValueError, match="try"):
        stretched(replace(RECIPE, race=(4, "Sun race 10km")), 8)


def test_who_joins_late_leaves_out_the_first_weeks() -> None:
    late = joined_late(replace(RECIPE, race=(4, "Sun race 10km")), 2)
    assert late.weeks == 2
    assert late.deloads == (2,)
    assert late.race == (2, "Sun race 10km")
    assert late.gym[0].weeks == (1,)
    assert late.runs[0].said() == ((2, "Sun 8km long"),)
    assert late.phases == (Phase(PhaseKind.BASE, 1), Phase(PhaseKind.BUILD, 1))


PHASES = st.lists(st.builds(Phase, st.sampled_from(PhaseKind), st.integers(1, 9)), max_size=6).map(
    tuple
)


@given(PHASES, st.integers(0, 60), st.integers(0, 60))
def test_each_week_keeps_its_phase(phases: tuple[Phase, ...], weeks: int, skipped: int) -> None:
    whole = [each.kind for each in phases for _ in range(each.weeks)]
    part = [each.kind for each in first_phases(phases, weeks, skipped) for _ in range(each.weeks)]
    assert part == whole[skipped : skipped + weeks]
