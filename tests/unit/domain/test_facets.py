from __future__ import annotations

import pytest
from hypothesis import given

from hemipelvi_gui.domain.facets import (
    JOBS,
    SEQUENCE,
    STANCE,
    TRUNK,
    Facets,
    Jobs,
    Laterality,
    Sequence,
    Stance,
    Trunk,
    laterality,
)
from tests.strategies import facets


def test_every_level_of_every_facet_has_a_weight() -> None:
    assert set(JOBS) == set(Jobs)
    assert set(STANCE) == set(Stance)
    assert set(SEQUENCE) == set(Sequence)
    assert set(TRUNK) == set(Trunk)


def test_a_squat_has_no_asymmetry_and_a_skip_has_all_of_it() -> None:
    squat = Facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER, Trunk.NONE)
    skip = Facets(Jobs.OPPOSITE, Stance.GAIT, Sequence.ALTERNATING, Trunk.RECIPROCAL)
    assert squat.asymmetry == 0
    assert skip.asymmetry == 1


def test_jobs_weigh_most_and_sequence_and_trunk_least() -> None:
    skip = Facets(Jobs.OPPOSITE, Stance.GAIT, Sequence.ALTERNATING, Trunk.RECIPROCAL)
    assert skip.terms == (0.45, 0.25, 0.15, 0.15)


@given(facets())
def test_asymmetry_is_the_sum_of_its_terms_and_between_0_and_1(geometry: Facets) -> None:
    assert 0 <= geometry.asymmetry <= 1
    assert geometry.asymmetry == pytest.approx(sum(geometry.terms), abs=0.0005)


@pytest.mark.parametrize(
    ("asymmetry", "name"),
    [
        (0.0, Laterality.SYMMETRIC),
        (0.1994, Laterality.SYMMETRIC),
        (0.1996, Laterality.BIASED),
        (0.2, Laterality.BIASED),
        (0.499, Laterality.BIASED),
        (0.5, Laterality.ASYMMETRIC),
        (0.799, Laterality.ASYMMETRIC),
        (0.7999999, Laterality.GAIT_LIKE),
        (0.8, Laterality.GAIT_LIKE),
        (1.0, Laterality.GAIT_LIKE),
        (None, Laterality.NONE),
    ],
)
def test_classes_begin_at_a_fifth_a_half_and_four_fifths(
    asymmetry: float | None, name: Laterality
) -> None:
    assert laterality(asymmetry) is name
