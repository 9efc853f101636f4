from __future__ import annotations

from dataclasses import replace
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
)
from hemipelvi_gui.domain.importing import (
    Choice,
    Standing,
    compare,
    defaults,
    resolve,
    summary,
)
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.session import Block, Item, Section, Session, items
from tests.strategies import sessions as any_session


def exercise(exercise_id: str, name: str = "My lunge") -> Exercise:
    return Exercise(
        exercise_id,
        name,
        None,
        Actions(Action.COMPRESS, Action.EXPAND),
        Pattern.LUNGE,
        Family.KNEE_DOMINANT,
        1,
        Purpose.WORK,
        (Muscle.GLUTES,),
        "3x8",
    )


def session(session_id: str, name: str = "Tuesday", uses: str = "lunge") -> Session:
    item = Item(f"{session_id}-item", uses, Prescription())
    return Session(session_id, name, (Block(f"{session_id}-block", Section.STRENGTH, (item,)),))


MINE = session("s")
LUNGE = {"lunge": exercise("lunge")}


def test_what_is_not_here_is_added() -> None:
    plan = compare(Bundle((MINE,)), {}, LUNGE)
    assert [row.kind for row in plan.rows] == [Standing.NEW]
    assert resolve(plan).sessions == (MINE,)


def test_what_is_the_same_is_left_alone_whatever_its_version() -> None:
    plan = compare(Bundle((replace(MINE, version=7, parent=6),)), {"s": MINE}, LUNGE)
    assert plan.rows[0].kind is Standing.SAME
    assert resolve(plan) == Bundle()


def test_what_differs_is_kept_beside_mine_unless_told() -> None:
    plan = compare(Bundle((replace(MINE, notes="theirs"),)), {"s": MINE}, LUNGE)
    assert plan.rows[0].kind is Standing.DIFFERENT
    (kept,) = resolve(plan, fresh=lambda: "fresh").sessions
    assert (kept.id, kept.name, kept.notes) == ("fresh", "Tuesday (from file)", "theirs")
    assert (kept.version, kept.parent) == (1, None)
    assert {item.id for item in items(kept)}.isdisjoint(item.id for item in items(MINE))


def test_mine_is_replaced_only_when_told() -> None:
    theirs = replace(MINE, notes="theirs")
    plan = compare(Bundle((theirs,)), {"s": MINE}, LUNGE)
    assert resolve(plan, {"session:s": Choice.REPLACE}).sessions == (theirs,)
    assert resolve(plan, {"session:s": Choice.KEEP_MINE}).sessions == ()


def test_what_was_deleted_here_comes_back_or_stays_away() -> None:
    plan = compare(Bundle((MINE,)), {}, LUNGE, deleted={"s"})
    assert plan.rows[0].kind is Standing.DELETED_HERE
    assert resolve(plan).sessions == (MINE,)
    assert resolve(plan, {"session:s": Choice.KEEP_MINE}).sessions == ()


def test_what_was_deleted_there_stays_here_and_is_said() -> None:
    plan = compare(Bundle(deleted={"s": 3, "unheard": 1}), {"s": MINE}, LUNGE)
    assert plan.deleted == 1
    assert resolve(plan) == Bundle()


def test_an_unknown_exercise_is_marked() -> None:
    bundle = Bundle((session("a", uses="mystery"), session("b", uses="theirs")))
    bundle = replace(bundle, exercises=(exercise("theirs"),))
    rows = compare(bundle, {}, LUNGE).rows
    assert [row.unknown for row in rows] == [("mystery",), (), ()]


def test_a_built_in_exercise_is_never_replaced() -> None:
    theirs = exercise("lunge", "Another lunge")
    plan = compare(Bundle(exercises=(theirs,)), {}, {}, built_in=LUNGE)
    assert Choice.REPLACE not in plan.rows[0].choices
    assert plan.rows[0].default is Choice.KEEP_BOTH


def test_sessions_follow_an_exercise_that_is_kept_beside_mine() -> None:
    theirs = exercise("lunge", "Their lunge")
    plan = compare(Bundle((session("n"),), exercises=(theirs,)), {}, LUNGE)
    stored = resolve(plan, fresh=lambda: "fresh")
    assert stored.exercises[0].id == "fresh"
    assert [item.exercise for item in items(stored.sessions[0])] == ["fresh"]


def test_a_plan_follows_a_session_that_is_kept_beside_mine() -> None:
    weeks = Plan("p", "Base", sessions=("s", "other"))
    plan = compare(Bundle((replace(MINE, notes="theirs"),), (weeks,)), {"s": MINE}, LUNGE)
    stored = resolve(plan, fresh=lambda: "fresh")
    assert stored.plans[0].sessions == ("fresh", "other")
    mine = resolve(plan, {"session:s": Choice.KEEP_MINE})
    assert mine.plans[0].sessions == ("s", "other")


def test_a_plan_that_differs_is_kept_beside_mine() -> None:
    weeks = Plan("p", "Base")
    plan = compare(Bundle(plans=(replace(weeks, weeks=8),)), {}, {}, {"p": weeks})
    (kept,) = resolve(plan, fresh=lambda: "fresh").plans
    assert (kept.id, kept.name, kept.weeks) == ("fresh", "Base (from file)", 8)


def test_keys_that_are_not_known_come_along() -> None:
    plan = compare(Bundle(extra={"colour": "red"}), {}, {})
    assert resolve(plan).extra == {"colour": "red"}


def test_a_line_says_what_will_happen() -> None:
    bundle = Bundle((session("n"), MINE, session("d", "theirs")))
    plan = compare(bundle, {"s": MINE, "d": session("d", "mine")}, LUNGE)
    assert [str(part) for part in summary(plan, {})] == [
        "1 added",
        "1 kept beside yours",
        "1 left as it is",
    ]
    told = {"session:d": Choice.REPLACE, "session:n": Choice.KEEP_MINE}
    assert [str(part) for part in summary(plan, told)] == [
        "1 of yours replaced",
        "2 left as they are",
    ]


@pytest.mark.parametrize("standing", list(Standing))
def test_no_default_takes_anything_away(standing: Standing) -> None:
    bundle = Bundle((session("s", standing),))
    mine = {Standing.SAME: session("s", standing), Standing.DIFFERENT: session("s", "other")}
    here = {"s": mine[standing]} if standing in mine else {}
    gone = {"s"} if standing is Standing.DELETED_HERE else set()
    plan = compare(bundle, here, LUNGE, deleted=gone)
    assert plan.rows[0].kind is standing
    assert Choice.REPLACE not in defaults(plan).values()


@settings(max_examples=25)
@given(
    st.lists(any_session(), max_size=3, unique_by=lambda each: each.id),
    st.lists(any_session(), max_size=3, unique_by=lambda each: each.id),
)
def test_by_default_nothing_here_is_overwritten(theirs: list[Session], mine: list[Session]) -> None:
    clashing = [
        replace(each, id=other.id) for each, other in zip(theirs, mine, strict=False)
    ] + theirs[len(mine) :]
    numbers = count()
    here = {each.id: each for each in mine}
    plan = compare(Bundle(tuple(clashing)), here, {})
    stored = resolve(plan, fresh=lambda: f"fresh-{next(numbers)}")
    assert here.keys().isdisjoint(each.id for each in stored.sessions)
    wanted = [row for row in plan.rows if row.kind is not Standing.SAME]
    assert len(stored.sessions) == len(wanted)
