from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Equipment,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
    Variant,
)
from hemipelvi_gui.domain.facets import Facets, Jobs, Sequence, Stance, Trunk
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import Block, BlockKind, Item, Section, Session
from hemipelvi_gui.ui.canvas_actions import CanvasActions
from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.widgets.canvas import Canvas

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.theme import Theme

LEVEL = Facets(Jobs.SAME, Stance.PARALLEL, Sequence.TOGETHER, Trunk.NONE)
SPLIT = Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ONE_SIDE, Trunk.NONE)
STRIDE = Facets(Jobs.OPPOSITE, Stance.SPLIT, Sequence.ALTERNATING, Trunk.NONE)
PAIRED = Actions(Action.COMPRESS, Action.COMPRESS)
OPPOSITE = Actions(Action.COMPRESS, Action.EXPAND)
KNEE, LEGS = Family.KNEE_DOMINANT, (Muscle.QUADRICEPS, Muscle.GLUTES)
FLEXORS = (Muscle.HIP_FLEXORS,)


def _exercises() -> tuple[Exercise, ...]:
    work, dumbbell = Purpose.WORK, (Equipment.DUMBBELL,)
    return (
        Exercise(
            "back-squat", "Back squat", LEVEL, PAIRED, Pattern.SQUAT, KNEE, 1, work, LEGS,
            "3x5 @7 60kg", locks=FLEXORS, equipment=(Equipment.BARBELL,), compound=True,
        ),
        Exercise(
            "goblet-squat", "Goblet squat", LEVEL, PAIRED, Pattern.SQUAT, KNEE, 1, work, LEGS,
            "3x10 @6 16kg", equipment=dumbbell, compound=True,
        ),
        Exercise(
            "walking-lunge", "Walking lunge", STRIDE, OPPOSITE, Pattern.LUNGE, KNEE, 1, work, LEGS,
            "3x8/side @7", variants=(Variant("dumbbell", dumbbell),), compound=True,
        ),
        Exercise(
            "split-squat", "Split squat", SPLIT, OPPOSITE, Pattern.LUNGE, KNEE, 1, work, LEGS,
            "3x8/side @7", compound=True,
        ),
        Exercise(
            "skip", "A-skip", STRIDE, OPPOSITE, Pattern.DRILL, Family.BOUND, 1, work, LEGS,
            "3x20m @6",
        ),
        Exercise(
            "calf-raise", "Calf raise", SPLIT, OPPOSITE, Pattern.CALF, Family.CALF, 0.5, work,
            (Muscle.CALVES,), "3x12/side @7",
        ),
        Exercise(
            "hip-lift", "90/90 hip lift", LEVEL, OPPOSITE, Pattern.MOBILITY, Family.RECOVERY, 0,
            Purpose.PREPARE, FLEXORS, "2x5 breaths/side",
        ),
        Exercise(
            "hip-rock", "Hip-flexor rock", LEVEL, OPPOSITE, Pattern.MOBILITY, Family.RECOVERY, 0,
            Purpose.RESET, FLEXORS, "2x6/side", resets=FLEXORS,
        ),
    )  # fmt: skip


def _item(item_id: str, exercise: str, line: str) -> Item:
    return Item(item_id, exercise, parse(line))


def _sample() -> Session:
    """Lift and skip on their own, lunge and split as a superset, then a reset."""
    strength = Section.STRENGTH
    return Session(
        "session-1",
        "Tuesday",
        (
            Block("b1", Section.PREPARE, (_item("lift", "hip-lift", "2x5br/side"),)),
            Block("b2", strength, (_item("squat", "back-squat", "3x5 @7 60kg rest 150"),)),
            Block(
                "b3",
                strength,
                (
                    _item("lunge", "walking-lunge", "3x8/side @7"),
                    _item("split", "split-squat", "3x8/side @7 rest 90"),
                ),
                BlockKind.SUPERSET,
            ),
            Block("b4", strength, (_item("goblet", "goblet-squat", "2x10 16kg"),)),
            Block("b5", Section.RESET, (_item("rock", "hip-rock", "2x6/side"),)),
        ),
        minutes=60,
        gym="Gym",
    )


@pytest.fixture
def library() -> dict[str, Exercise]:
    return {exercise.id: exercise for exercise in _exercises()}


@pytest.fixture
def session() -> Session:
    return _sample()


@pytest.fixture
def document(qtbot: QtBot, session: Session, library: dict[str, Exercise]) -> Document:
    return Document(session, library)


@pytest.fixture
def canvas(qtbot: QtBot, theme: Theme, document: Document) -> Iterator[Canvas]:
    made = Canvas(theme, document)
    qtbot.addWidget(made)
    made.resize(704, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    yield made
    # Qt keeps the target of a drag that was begun, beyond the widget's own life.
    QApplication.sendEvent(made.viewport(), QDragLeaveEvent())


@pytest.fixture
def actions(canvas: Canvas, document: Document) -> CanvasActions:
    return CanvasActions(document, canvas)
