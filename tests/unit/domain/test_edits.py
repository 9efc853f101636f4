from __future__ import annotations

from dataclasses import replace
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.edits import Gap, Place, Within
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.session import (
    RANK,
    SECTIONS,
    Block,
    BlockKind,
    Section,
    Session,
    block_letters,
    find_item,
    in_section,
    item_labels,
    items,
)
from tests.builders import gym_sessions, item_of, session_of

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject, SearchStrategy

# i1 to i5: a lift, a superset of two lunges and a step-up, a stretch.
LEG_DAY = session_of(
    "back-squat 3x5 @7",
    ("walking-lunge 3x8/side @7", "reverse-lunge 2x8 left @7", "step-up 2x8/side @7"),
    "couch-stretch 2x40s/side",
)
NEW = item_of("split-squat 3x8/side @7", "new")


def shape(session: Session) -> list[str]:
    """Each block in a word: its section's first letter, its items, `+` between those together."""
    mark = {BlockKind.STRAIGHT: "", BlockKind.SUPERSET: "", BlockKind.CIRCUIT: "o"}
    return [
        f"{block.section[0]}{mark[block.kind]}:" + "+".join(item.id for item in block.items)
        for block in session.blocks
    ]


def test_the_day_the_edits_below_begin_with() -> None:
    assert shape(LEG_DAY) == ["s:i1", "s:i2+i3+i4", "r:i5"]


@pytest.mark.parametrize(
    ("place", "after"),
    [
        (Gap(Section.STRENGTH, 0), ["s:new", "s:i1", "s:i2+i3+i4", "r:i5"]),
        (Gap(Section.STRENGTH, 1), ["s:i1", "s:new", "s:i2+i3+i4", "r:i5"]),
        (Gap(Section.STRENGTH, 99), ["s:i1", "s:i2+i3+i4", "s:new", "r:i5"]),
        (Gap(Section.STRENGTH, -1), ["s:new", "s:i1", "s:i2+i3+i4", "r:i5"]),
        (Gap(Section.PREPARE, 0), ["p:new", "s:i1", "s:i2+i3+i4", "r:i5"]),
        (Gap(Section.ACCESSORY, 0), ["s:i1", "s:i2+i3+i4", "a:new", "r:i5"]),
        (Within("bi2", 0), ["s:i1", "s:new+i2+i3+i4", "r:i5"]),
        (Within("bi2", 99), ["s:i1", "s:i2+i3+i4+new", "r:i5"]),
        (Within("bi1", 1), ["s:i1+new", "s:i2+i3+i4", "r:i5"]),
    ],
)
def test_an_exercise_goes_into_any_gap_or_superset(place: Place, after: list[str]) -> None:
    session = edits.insert(LEG_DAY, NEW, place)
    assert shape(session) == after
    assert_sound(session)


def test_a_whole_block_goes_in_as_it_is_and_takes_the_gaps_section() -> None:
    pair = Block("pair", Section.PREPARE, (NEW, item_of("clam", "c")), BlockKind.CIRCUIT)
    session = edits.insert(LEG_DAY, pair, Gap(Section.ACCESSORY, 0))
    assert shape(session) == ["s:i1", "s:i2+i3+i4", "ao:new+c", "r:i5"]
    within = edits.insert(LEG_DAY, pair, Within("bi5", 0))
    assert shape(within) == ["s:i1", "s:i2+i3+i4", "r:new+c+i5"]


@pytest.mark.parametrize("block", ["", "nowhere"])
def test_a_block_that_is_not_there_is_a_bug(block: str) -> None:
    with pytest.raises(KeyError):
        edits.insert(LEG_DAY, NEW, Within(block, 0))
    with pytest.raises(KeyError):
        edits.move(LEG_DAY, {"i1"}, Within(block, 0))
    with pytest.raises(KeyError):
        edits.prescribe(LEG_DAY, block, parse("3x8"))


@pytest.mark.parametrize(
    ("ids", "after"),
    [
        ({"i1"}, ["s:i2+i3+i4", "r:i5"]),
        ({"i2", "i4"}, ["s:i1", "s:i3", "r:i5"]),
        ({"i2", "i3", "i4"}, ["s:i1", "r:i5"]),
        ({"nobody"}, ["s:i1", "s:i2+i3+i4", "r:i5"]),
    ],
)
def test_what_is_removed_leaves_no_empty_block(ids: set[str], after: list[str]) -> None:
    session = edits.remove(LEG_DAY, ids)
    assert shape(session) == after
    assert_sound(session)


@pytest.mark.parametrize(
    ("ids", "place", "after"),
    [
        ({"i1"}, Gap(Section.STRENGTH, 2), ["s:i2+i3+i4", "s:i1", "r:i5"]),
        ({"i1"}, Gap(Section.STRENGTH, 1), ["s:i1", "s:i2+i3+i4", "r:i5"]),
        ({"i1"}, Gap(Section.RESET, 1), ["s:i2+i3+i4", "r:i5", "r:i1"]),
        ({"i5"}, Gap(Section.STRENGTH, 0), ["s:i5", "s:i1", "s:i2+i3+i4"]),
        ({"i2", "i3", "i4"}, Gap(Section.STRENGTH, 0), ["s:i2+i3+i4", "s:i1", "r:i5"]),
        ({"i3"}, Gap(Section.STRENGTH, 0), ["s:i3", "s:i1", "s:i2+i4", "r:i5"]),
        ({"i2", "i3"}, Gap(Section.STRENGTH, 2), ["s:i1", "s:i4", "s:i2", "s:i3", "r:i5"]),
        ({"i1"}, Within("bi2", 1), ["s:i2+i1+i3+i4", "r:i5"]),
        ({"i4"}, Within("bi2", 0), ["s:i1", "s:i4+i2+i3", "r:i5"]),
        ({"i2"}, Within("bi2", 3), ["s:i1", "s:i3+i4+i2", "r:i5"]),
        ({"i2", "i3", "i4"}, Within("bi2", 1), ["s:i1", "s:i2+i3+i4", "r:i5"]),
        ({"i2", "i3", "i4"}, Within("bi1", 1), ["s:i1+i2+i3+i4", "r:i5"]),
        ({"i1", "i5"}, Within("bi1", 0), ["s:i1+i5", "s:i2+i3+i4"]),
        ({"i3", "i5"}, Within("bi1", 0), ["s:i3+i5+i1", "s:i2+i4"]),
        ({"nobody"}, Gap(Section.POWER, 0), ["s:i1", "s:i2+i3+i4", "r:i5"]),
    ],
)
def test_items_move_to_the_place_as_it_was_before_the_move(
    ids: set[str], place: Place, after: list[str]
) -> None:
    session = edits.move(LEG_DAY, ids, place)
    assert shape(session) == after
    assert_sound(session)


def test_a_circuit_whose_two_items_change_places_stays_a_circuit() -> None:
    pair = edits.group(LEG_DAY, {"i1", "i5"}, BlockKind.CIRCUIT)
    assert shape(pair)[0] == "so:i1+i5"
    assert shape(edits.move(pair, {"i5"}, Within("bi1", 0)))[0] == "so:i5+i1"


def test_moving_to_where_it_stands_changes_nothing() -> None:
    for place in (Gap(Section.STRENGTH, 0), Gap(Section.STRENGTH, 1), Within("bi1", 0)):
        assert edits.move(LEG_DAY, {"i1"}, place) == LEG_DAY


def test_duplicates_stand_right_after_in_a_superset_or_as_a_block() -> None:
    numbers = count(1)
    fresh = lambda: f"n{next(numbers)}"  # noqa: E731
    assert shape(edits.duplicate(LEG_DAY, {"i3"}, fresh))[1] == "s:i2+i3+n1+i4"
    whole = edits.duplicate(LEG_DAY, {"i1", "i2", "i3", "i4"}, fresh)
    assert [each.count("+") for each in shape(whole)] == [0, 0, 2, 2, 0]
    assert_sound(whole)


def test_a_prescription_changes_in_one_item_only() -> None:
    session = edits.prescribe(LEG_DAY, "i3", parse("5x5 @8"))
    assert find_item(session, "i3")[1].prescription == parse("5x5 @8")
    assert edits.prescribe(session, "i3", parse("2x8 left @7")) == LEG_DAY


def test_grouping_brings_items_together_where_the_first_stands() -> None:
    assert shape(edits.group(LEG_DAY, {"i5", "i1"})) == ["s:i1+i5", "s:i2+i3+i4"]
    split = edits.group(LEG_DAY, {"i2", "i5"})
    assert shape(split) == ["s:i1", "s:i2+i5", "s:i3+i4"]
    assert_sound(split)


def test_one_item_alone_is_no_superset() -> None:
    assert edits.group(LEG_DAY, {"i1"}) == LEG_DAY
    assert edits.group(LEG_DAY, {"i1", "nobody"}) == LEG_DAY


def test_a_superset_becomes_a_circuit_and_comes_apart_again() -> None:
    circuit = edits.group(LEG_DAY, {"i2", "i3", "i4"}, BlockKind.CIRCUIT)
    assert shape(circuit) == ["s:i1", "so:i2+i3+i4", "r:i5"]
    apart = edits.ungroup(circuit, "bi2")
    assert shape(apart) == ["s:i1", "s:i2", "s:i3", "s:i4", "r:i5"]
    assert_sound(apart)


def test_particulars_are_described_without_touching_the_work() -> None:
    session = edits.describe(LEG_DAY, name="Tuesday", minutes=45, equipment=())
    assert (session.name, session.minutes, session.equipment) == ("Tuesday", 45, ())
    assert session.blocks is LEG_DAY.blocks


def test_letters_and_labels_go_by_superset() -> None:
    assert block_letters(LEG_DAY) == {"bi2": "A"}
    assert item_labels(LEG_DAY) == {"i2": "A1", "i3": "A2", "i4": "A3"}
    assert len(in_section(LEG_DAY, Section.STRENGTH)) == 2


def test_after_superset_z_comes_aa() -> None:
    pairs = [(f"clam {n + 1}x8/side", "side-plank 1x30s/side") for n in range(28)]
    letters = list(block_letters(session_of(*pairs)).values())
    assert letters[25:] == ["Z", "AA", "AB"]


@given(gym_sessions())
def test_mirroring_twice_gives_the_same_session(session: Session) -> None:
    assert edits.mirror(edits.mirror(session)) == session


@given(gym_sessions())
def test_mirroring_changes_sides_and_nothing_else(session: Session) -> None:
    swapped = {Sides.LEFT: Sides.RIGHT, Sides.RIGHT: Sides.LEFT}
    mirrored = edits.mirror(session)
    for before, after in zip(items(session), items(mirrored), strict=True):
        was, now = before.prescription, after.prescription
        assert now.sides is swapped.get(was.sides, was.sides)
        assert replace(after, prescription=replace(now, sides=was.sides)) == before


@given(gym_sessions())
def test_a_copy_is_the_same_work_with_ids_of_its_own(session: Session) -> None:
    twin = edits.copy(session, "Twin")
    assert ids_of(twin).isdisjoint(ids_of(session))
    assert [item.exercise for item in items(twin)] == [item.exercise for item in items(session)]
    assert_sound(twin)


@given(gym_sessions(), st.data())
def test_whatever_is_edited_blocks_stay_sound_and_undo_gives_the_session_back(
    session: Session, data: DataObject
) -> None:
    history = [session]
    for number in range(data.draw(st.integers(1, 6))):
        before, kept = history[-1], repr(history[-1])
        history.append(data.draw(edited(before, number)))
        assert_sound(history[-1])
        assert repr(before) == kept, "an edit never touches the session it is given"


def edited(session: Session, number: int) -> SearchStrategy[Session]:
    """The session after some edit."""
    ids = [item.id for item in items(session)] or ["nobody"]
    some = st.sets(st.sampled_from(ids), max_size=3)
    new = replace(NEW, id=f"new{number}")
    place: SearchStrategy[Place] = st.builds(Gap, st.sampled_from(SECTIONS), st.integers(-1, 5))
    grouped = st.just(session)
    if session.blocks:
        home = st.sampled_from([block.id for block in session.blocks])
        place |= st.builds(Within, home, st.integers(-1, 4))
        grouped = home.map(lambda block: edits.ungroup(session, block))
    kind = st.sampled_from((BlockKind.SUPERSET, BlockKind.CIRCUIT))
    return st.one_of(
        place.map(lambda where: edits.insert(session, new, where)),
        st.tuples(some, place).map(lambda drawn: edits.move(session, *drawn)),
        some.map(lambda chosen: edits.remove(session, chosen)),
        some.map(lambda chosen: edits.duplicate(session, chosen)),
        st.tuples(some, kind).map(lambda drawn: edits.group(session, *drawn)),
        grouped,
        st.just(session).map(edits.mirror),
    )


def ids_of(session: Session) -> set[str]:
    every = [block.id for block in session.blocks] + [item.id for item in items(session)]
    assert len(set(every)) == len(every), "an id is there twice"
    return {session.id, *every}


def assert_sound(session: Session) -> None:
    ids_of(session)
    ranks = [RANK[block.section] for block in session.blocks]
    assert ranks == sorted(ranks)
    for block in session.blocks:
        assert block.items
        assert (block.kind is BlockKind.STRAIGHT) is (len(block.items) == 1)
