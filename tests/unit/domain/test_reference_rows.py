"""The reference rows of the model: geometry, score to the third decimal and class of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.facets import JOBS, SEQUENCE, STANCE, TRUNK, Laterality, laterality
from hemipelvi_gui.domain.library import Names, load_exercises
from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise

Row = tuple[tuple[str, ...], tuple[float, float, float, float], float, str]

ROWS: tuple[Row, ...] = (
    (
        (
            "Back squat",
            "Front squat",
            "Goblet squat",
            "Deadlift",
            "Trap-bar deadlift",
            "Romanian deadlift",
            "RDL",
            "Hip thrust",
            "Box jump",
        ),
        (0, 0, 0, 0),
        0,
        "symmetric",
    ),
    (("Suitcase deadlift",), (0, 0, 0, 0.5), 0.075, "symmetric"),
    (
        (
            "B-stance Romanian deadlift",
            "B-stance RDL",
            "Kickstand Romanian deadlift",
            "kickstand RDL",
            "kickstand deadlift",
            "B-stance hip thrust",
        ),
        (0.4, 0.4, 0.5, 0),
        0.355,
        "biased",
    ),
    (("Single-leg bridge",), (0.7, 0, 0.5, 0), 0.390, "biased"),
    (("Lateral lunge", "Copenhagen plank", "Clam"), (0.7, 0.5, 0.5, 0), 0.515, "asymmetric"),
    (("Alternating Cossack squat",), (0.7, 0.5, 1, 0), 0.590, "asymmetric"),
    (("Marching bridge",), (1, 0, 1, 0), 0.600, "asymmetric"),
    (
        (
            "Single-leg Romanian deadlift",
            "SL RDL",
            "single-leg RDL",
            "Step-up",
            "Single-leg calf raise",
            "Single-leg hop",
        ),
        (0.7, 1, 0.5, 0),
        0.640,
        "asymmetric",
    ),
    (("Half-kneeling press",), (0.7, 0.7, 0.5, 0.5), 0.640, "asymmetric"),
    (("Half-kneeling chop",), (0.7, 0.7, 0.5, 1), 0.715, "asymmetric"),
    (
        ("Split squat", "Rear-foot-elevated split squat", "RFESS", "Bulgarian split squat"),
        (1, 0.8, 0.5, 0),
        0.725,
        "asymmetric",
    ),
    (("Bird-dog",), (0.7, 0.5, 1, 1), 0.740, "asymmetric"),
    (("Dead bug",), (1, 0, 1, 1), 0.750, "asymmetric"),
    (("Walking lunge", "Alternating reverse lunge"), (1, 0.8, 1, 0), 0.800, "gait-like"),
    (("Sled push",), (1, 1, 1, 0), 0.850, "gait-like"),
    (("Walking lunge with opposite-side load",), (1, 0.8, 1, 0.5), 0.875, "gait-like"),
    (("Suitcase carry",), (1, 1, 1, 0.5), 0.925, "gait-like"),
    (("Step-up with knee drive and arms",), (1, 1, 0.5, 1), 0.925, "gait-like"),
    (("A-skip", "Alternate-leg bound"), (1, 1, 1, 1), 1, "gait-like"),
)
CASES = [(name, *row[1:]) for row in ROWS for name in row[0]]


@pytest.fixture(scope="module")
def names() -> Names:
    return Names(load_exercises(resource("exercises")))


def levels(exercise: Exercise) -> tuple[float, float, float, float]:
    facets = exercise.facets
    assert facets is not None
    return (
        JOBS[facets.jobs],
        STANCE[facets.stance],
        SEQUENCE[facets.sequence],
        TRUNK[facets.trunk],
    )


@pytest.mark.parametrize(("name", "expected", "asymmetry", "kind"), CASES)
def test_a_reference_exercise_scores_as_the_model_says(
    names: Names,
    name: str,
    expected: tuple[float, float, float, float],
    asymmetry: float,
    kind: str,
) -> None:
    exercise = names.find_named(name)
    assert exercise is not None
    assert levels(exercise) == expected
    assert exercise.asymmetry == asymmetry
    assert exercise.laterality.value == kind


@pytest.mark.parametrize(
    ("name", "sides", "prescription"),
    [
        ("90/90 hip lift with reach", "compress expand", "2x5 breaths/side"),
        ("Skater bound", "compress expand", "3x5/side rest 60"),
        ("Front-foot-elevated split squat", "compress expand", "3x8/side @7 rest 90"),
        ("Kickstand Romanian deadlift", "compress compress", "3x8/side @7 rest 90"),
        ("Foam roll: hip flexors", "neutral neutral", "1x60s/side"),
        ("Half-kneeling hip-flexor rock", "compress expand", "2x6/side"),
    ],
)
def test_exercises_on_the_pictures_are_as_drawn(
    names: Names, name: str, sides: str, prescription: str
) -> None:
    exercise = names.find_named(name)
    assert exercise is not None
    assert f"{exercise.actions.working} {exercise.actions.other}" == sides
    assert exercise.prescription == prescription


def test_upper_body_work_has_no_score_rather_than_nought(names: Names) -> None:
    press = names.find_named("Overhead press")
    assert press is not None
    assert press.asymmetry is None
    assert press.laterality is Laterality.NONE


@pytest.mark.parametrize(
    ("asymmetry", "kind"),
    [
        (0.1999, "biased"),
        (0.1994, "symmetric"),
        (0.2, "biased"),
        (0.4994, "biased"),
        (0.4996, "asymmetric"),
        (0.5, "asymmetric"),
        (0.7996, "gait-like"),
        (0.8, "gait-like"),
    ],
)
def test_a_class_is_told_by_the_third_decimal(asymmetry: float, kind: str) -> None:
    assert laterality(asymmetry).value == kind
