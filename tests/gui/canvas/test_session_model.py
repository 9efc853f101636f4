from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.edits import Gap, Within
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.session import SECTIONS, Section, Session, in_section, items
from hemipelvi_gui.ui.mime import EXERCISE_MIME, ITEMS_MIME, pack
from hemipelvi_gui.ui.models.session_model import Roles, SessionModel
from hemipelvi_gui.ui.models.session_places import Carried, copy_to, section_for, step
from hemipelvi_gui.ui.models.session_rows import Card, Heading, Invitation
from tests.builders import exchanged

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.document import Document

COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction


@pytest.fixture
def model(document: Document) -> SessionModel:
    return SessionModel(document)


@pytest.fixture
def tester(model: SessionModel) -> QAbstractItemModelTester:
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def ids(session: Session) -> list[str]:
    return [item.id for item in items(session)]


def row_of(model: SessionModel, item_id: str) -> int:
    return model.index_of(item_id).row()


def heading_of(model: SessionModel, section: Section) -> int:
    return next(
        at
        for at, row in enumerate(model.rows)
        if isinstance(row, Heading) and row.section is section
    )


def note_of(model: SessionModel, item_id: str) -> str:
    note = model.index_of(item_id).data(Roles.STATE)
    assert isinstance(note, str)
    return note


def test_rows_are_five_headings_the_cards_and_an_invitation(model: SessionModel) -> None:
    kinds = [type(row) for row in model.rows]
    assert kinds.count(Heading) == len(SECTIONS)
    assert kinds.count(Card) == 6
    assert kinds[-1] is Invitation


def test_a_card_says_name_prescription_and_label(model: SessionModel) -> None:
    index = model.index_of("lunge")
    assert index.data() == "Walking lunge"
    assert index.data(Roles.LINE) == "3 × 8 each side · RPE 7"
    assert index.data(Roles.LABEL) == "A1"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Walking lunge, 3 × 8 each side · RPE 7, A1 superset"
    )


def test_notes_say_what_is_worth_knowing(model: SessionModel) -> None:
    assert note_of(model, "lift") == "activation"
    assert note_of(model, "squat") == "big lift · reset follows"
    assert note_of(model, "lunge") == "A1 superset"
    assert note_of(model, "split") == "A2 · rest 90 s"
    assert note_of(model, "goblet") == "effort not given: counted as hard"
    assert note_of(model, "rock") == "reset"


def test_a_big_lift_without_a_reset_says_so(model: SessionModel, document: Document) -> None:
    document.push("delete", lambda s: edits.remove(s, {"rock", "lunge", "split"}))
    assert note_of(model, "squat") == "big lift · no reset yet"


def test_what_the_gym_lacks_is_marked(model: SessionModel, document: Document) -> None:
    document.push("set gym", lambda s: edits.describe(s, equipment=(Equipment.DUMBBELL,)))
    assert note_of(model, "squat") == "not at this gym"
    assert note_of(model, "goblet") != "not at this gym"


def test_an_exercise_that_is_not_in_the_library_keeps_its_card(
    model: SessionModel, document: Document
) -> None:
    document.push("swap", lambda s: exchanged(s, "lift", "<img src=x>"))
    assert note_of(model, "lift") == "unknown exercise"
    assert model.index_of("lift").data() == "<img src=x>"
    assert "<img" not in model.index_of("lift").data(Qt.ItemDataRole.ToolTipRole)


@pytest.mark.usefixtures("tester")
def test_the_model_keeps_qts_promises_through_edits(
    model: SessionModel, document: Document
) -> None:
    document.push("move", lambda s: edits.move(s, {"rock"}, Gap(Section.PREPARE, 0)))
    document.push("group", lambda s: edits.group(s, {"squat", "goblet", "lift"}))
    document.push("remove", lambda s: edits.remove(s, {"lunge", "split"}))
    document.undo_stack.undo()
    document.push("duplicate", lambda s: edits.duplicate(s, {"lunge", "squat"}))
    document.push("empty", lambda s: replace(s, blocks=()))
    assert model.rowCount() == len(SECTIONS) + 1
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert model.rowCount() == len(SECTIONS) + 7


@given(data=st.data())
@hypothesis_settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_drop_keeps_every_item_and_the_rows_follow(
    model: SessionModel, document: Document, session: Session, data: st.DataObject
) -> None:
    document.open(session)
    for _ in range(4):
        moved = data.draw(st.lists(st.sampled_from(ids(session)), min_size=1, unique=True))
        row = data.draw(st.integers(0, model.rowCount() - 1))
        fraction = data.draw(st.floats(0, 1))
        carried = model.carried(pack(ITEMS_MIME, moved))
        model.drop(carried, model.place_for(row, fraction, carried))
        assert sorted(ids(document.session)) == sorted(ids(session))
        shown = [row.item.id for row in model.rows if isinstance(row, Card)]
        assert shown == ids(document.session)


def test_a_selected_row_stays_the_same_item_when_it_moves(
    model: SessionModel, document: Document
) -> None:
    kept = QPersistentModelIndex(model.index_of("rock"))
    document.push("move", lambda s: edits.move(s, {"rock"}, Gap(Section.PREPARE, 0)))
    assert kept.data() == "Hip-flexor rock"
    assert kept.row() == row_of(model, "rock")


def test_only_the_changed_row_is_announced(model: SessionModel, document: Document) -> None:
    changed: list[int] = []
    model.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    document.push("note", lambda s: edits.prescribe(s, "goblet", parse("2x9 @6 16kg")))
    cards = [at for at in changed if isinstance(model.rows[at], Card)]
    assert cards == [row_of(model, "goblet")]


# Where things may be dropped


def test_the_edges_of_a_card_are_the_gaps_beside_it(model: SessionModel) -> None:
    new, row = Carried(moved=("rock",)), row_of(model, "squat")
    assert model.place_for(row, 0.1, new) == Gap(Section.STRENGTH, 0)
    assert model.place_for(row, 0.9, new) == Gap(Section.STRENGTH, 1)


def test_the_middle_of_a_card_makes_a_superset(model: SessionModel) -> None:
    place = model.place_for(row_of(model, "squat"), 0.5, Carried(moved=("rock",)))
    assert place == Within("b2", 1)


def test_inside_a_superset_every_gap_is_within(model: SessionModel) -> None:
    carried = Carried(moved=("rock",))
    first, second = row_of(model, "lunge"), row_of(model, "split")
    assert model.place_for(first, 0.1, carried) == Gap(Section.STRENGTH, 1)
    assert model.place_for(first, 0.4, carried) == Within("b3", 0)
    assert model.place_for(first, 0.9, carried) == Within("b3", 1)
    assert model.place_for(second, 0.1, carried) == Within("b3", 1)
    assert model.place_for(second, 0.6, carried) == Within("b3", 2)
    assert model.place_for(second, 0.9, carried) == Gap(Section.STRENGTH, 2)


def test_a_card_makes_no_superset_with_itself(model: SessionModel) -> None:
    place = model.place_for(row_of(model, "squat"), 0.5, Carried(moved=("squat",)))
    assert isinstance(place, Gap)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_takes_drops_even_an_empty_one(model: SessionModel, section: Section) -> None:
    place = model.place_for(heading_of(model, section), 0.9, Carried(moved=("goblet",)))
    assert place == Gap(section, 0)


def test_just_above_a_heading_is_the_end_of_the_section_before(model: SessionModel) -> None:
    place = model.place_for(heading_of(model, Section.RESET), 0.1, Carried(moved=("lift",)))
    assert place == Gap(Section.RESET, 0)
    document_row = heading_of(model, Section.POWER)
    assert model.place_for(document_row, 0.1, Carried(moved=("goblet",))) == Gap(Section.POWER, 0)


def test_the_last_row_puts_an_exercise_where_it_fits(model: SessionModel) -> None:
    carried = model.carried(pack(EXERCISE_MIME, ["skip"]))
    assert model.place_for(model.rowCount() - 1, 0.5, carried) == Gap(Section.POWER, 0)


def test_an_exercise_is_dropped_without_a_mouse(model: SessionModel, document: Document) -> None:
    mime = pack(EXERCISE_MIME, ["calf-raise"])
    assert model.canDropMimeData(mime, COPY, -1, -1, model.index_of("squat"))
    assert model.dropMimeData(mime, COPY, -1, -1, model.index_of("squat"))
    block = in_section(document.session, Section.STRENGTH)[0]
    assert [item.exercise for item in block.items] == ["back-squat", "calf-raise"]
    assert document.undo_stack.undoText() == "add Calf raise"


def test_items_are_dropped_before_a_row(model: SessionModel, document: Document) -> None:
    mime = model.mimeData([model.index_of("rock"), model.index_of("goblet")])
    assert mime.formats() == [ITEMS_MIME]
    assert model.dropMimeData(mime, MOVE, row_of(model, "squat"), 0, QModelIndex())
    assert ids(document.session)[:3] == ["lift", "goblet", "rock"]
    assert document.undo_stack.undoText() == "move 2 exercises"


def test_several_exercises_come_in_their_order(model: SessionModel, document: Document) -> None:
    mime = pack(EXERCISE_MIME, ["skip", "calf-raise"])
    model.dropMimeData(mime, COPY, row_of(model, "squat"), 0, QModelIndex())
    strength = in_section(document.session, Section.STRENGTH)
    assert [block.items[0].exercise for block in strength][:3] == [
        "skip",
        "calf-raise",
        "back-squat",
    ]


@pytest.mark.parametrize(
    "mime",
    [
        pack(EXERCISE_MIME, ["nothing-like-it"]),
        pack(ITEMS_MIME, ["of-another-session"]),
        pack("text/plain", ["squat"]),
        pack(ITEMS_MIME, []),
    ],
)
def test_what_is_not_for_this_session_is_refused(
    model: SessionModel, document: Document, mime: object
) -> None:
    before = document.session
    assert not model.canDropMimeData(mime, MOVE, 0, 0, QModelIndex())  # type: ignore[arg-type]
    assert not model.dropMimeData(mime, MOVE, 0, 0, QModelIndex())  # type: ignore[arg-type]
    assert document.session is before


def test_a_copied_superset_stays_one(session: Session) -> None:
    copied = copy_to(session, {"lunge", "split"}, Gap(Section.RESET, 1))
    block = in_section(copied, Section.RESET)[1]
    assert [item.exercise for item in block.items] == ["walking-lunge", "split-squat"]
    assert block.kind is session.blocks[2].kind
    assert len(set(ids(copied))) == 8


@pytest.mark.parametrize(
    ("exercise", "section"),
    [
        ("hip-lift", Section.PREPARE),
        ("hip-rock", Section.RESET),
        ("skip", Section.POWER),
        ("back-squat", Section.STRENGTH),
        ("walking-lunge", Section.STRENGTH),
        ("calf-raise", Section.ACCESSORY),
    ],
)
def test_an_exercise_fits_the_section_of_its_purpose_or_pattern(
    library: dict[str, Exercise], exercise: str, section: Section
) -> None:
    assert section_for(library[exercise]) is section


# One step up or down


def walk(session: Session, item_id: str, *, up: bool) -> list[Session]:
    states = []
    while (place := step(session, {item_id}, up=up)) is not None:
        session = edits.move(session, {item_id}, place)
        states.append(session)
        assert len(states) < 30
    return states


def test_a_card_walks_down_through_every_gap_and_into_the_superset(session: Session) -> None:
    states = walk(session, "squat", up=False)
    labels = [[len(block.items) for block in state.blocks] for state in states]
    assert [1, 3, 1, 1] in labels
    assert states[-1].blocks[-1].section is Section.RESET
    assert ids(states[-1])[-1] == "squat"


def test_a_card_walks_up_to_the_very_top(session: Session) -> None:
    last = walk(session, "rock", up=True)[-1]
    assert ids(last)[0] == "rock"
    assert last.blocks[0].section is Section.PREPARE


def test_a_member_of_a_superset_walks_out_of_it(session: Session) -> None:
    place = step(session, {"split"}, up=False)
    assert place == Gap(Section.STRENGTH, 2)


def test_several_cards_step_together_over_a_superset(session: Session) -> None:
    place = step(session, {"lift", "squat"}, up=False)
    assert place is not None
    after = edits.move(session, {"lift", "squat"}, place)
    assert ids(after) == ["lunge", "split", "lift", "squat", "goblet", "rock"]
