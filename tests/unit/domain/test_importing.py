from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemipelvi_gui.domain.agenda import Agenda
from hemipelvi_gui.domain.bundle import Bundle, contents, pack_plan
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.diary import DoneItem, DoneSession
from hemipelvi_gui.domain.exercises import (
    Action,
    Actions,
    Exercise,
    Family,
    Muscle,
    Pattern,
    Purpose,
)
from hemipelvi_gui.domain.gyms import Gym
from hemipelvi_gui.domain.importing import (
    Choice,
    ImportPlan,
    Standing,
    compare,
    defaults,
    resolve,
    summary,
)
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.prescription import Prescription
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Block, Item, Section, Session, items
from tests.saving import putting
from tests.strategies import sessions as any_session

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Mapping


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


def held(
    bundle: Bundle,
    sessions: Mapping[str, Session],
    own: Mapping[str, Exercise],
    plans: Mapping[str, Plan] | None = None,
    deleted: Container[str] = (),
    built_in: Mapping[str, Exercise] | None = None,
) -> ImportPlan:
    here = Changes(sessions=sessions, exercises=own, plans=plans or {})
    return compare(bundle, here, deleted, built_in)


MINE = session("s")
LUNGE = {"lunge": exercise("lunge")}


def test_what_is_not_here_is_added() -> None:
    plan = held(Bundle((MINE,)), {}, LUNGE)
    assert [row.kind for row in plan.rows] == [Standing.NEW]
    assert resolve(plan).sessions == (MINE,)


def test_what_is_the_same_is_left_alone_whatever_its_version() -> None:
    plan = held(Bundle((replace(MINE, version=7, parent=6),)), {"s": MINE}, LUNGE)
    assert plan.rows[0].kind is Standing.SAME
    assert resolve(plan) == Bundle()


def test_what_differs_is_kept_beside_mine_unless_told() -> None:
    plan = held(Bundle((replace(MINE, notes="theirs"),)), {"s": MINE}, LUNGE)
    assert plan.rows[0].kind is Standing.DIFFERENT
    (kept,) = resolve(plan, fresh=lambda: "fresh").sessions
    assert (kept.id, kept.name, kept.notes) == ("fresh", "Tuesday (from file)", "theirs")
    assert (kept.version, kept.parent) == (1, None)
    assert {item.id for item in items(kept)}.isdisjoint(item.id for item in items(MINE))


def test_mine_is_replaced_only_when_told() -> None:
    theirs = replace(MINE, notes="theirs")
    plan = held(Bundle((theirs,)), {"s": MINE}, LUNGE)
    assert resolve(plan, {"session:s": Choice.REPLACE}).sessions == (theirs,)
    assert resolve(plan, {"session:s": Choice.KEEP_MINE}).sessions == ()


def test_what_was_deleted_here_comes_back_or_stays_away() -> None:
    plan = held(Bundle((MINE,)), {}, LUNGE, deleted={"s"})
    assert plan.rows[0].kind is Standing.DELETED_HERE
    assert resolve(plan).sessions == (MINE,)
    assert resolve(plan, {"session:s": Choice.KEEP_MINE}).sessions == ()


def test_what_was_deleted_there_stays_here_and_is_said() -> None:
    plan = held(Bundle(deleted={"s": 3, "unheard": 1}), {"s": MINE}, LUNGE)
    assert plan.deleted == 1
    assert resolve(plan) == Bundle()


def test_an_unknown_exercise_is_marked() -> None:
    bundle = Bundle((session("a", uses="mystery"), session("b", uses="theirs")))
    bundle = replace(bundle, exercises=(exercise("theirs"),))
    rows = held(bundle, {}, LUNGE).rows
    assert [row.unknown for row in rows] == [("mystery",), (), ()]


def test_a_built_in_exercise_is_never_replaced() -> None:
    theirs = exercise("lunge", "Another lunge")
    plan = held(Bundle(exercises=(theirs,)), {}, {}, built_in=LUNGE)
    assert Choice.REPLACE not in plan.rows[0].choices
    assert plan.rows[0].default is Choice.KEEP_BOTH


def test_sessions_follow_an_exercise_that_is_kept_beside_mine() -> None:
    theirs = exercise("lunge", "Their lunge")
    plan = held(Bundle((session("n"),), exercises=(theirs,)), {}, LUNGE)
    stored = resolve(plan, fresh=lambda: "fresh")
    assert stored.exercises[0].id == "fresh"
    assert [item.exercise for item in items(stored.sessions[0])] == ["fresh"]


def test_a_plan_that_differs_is_kept_beside_mine() -> None:
    weeks = Plan("p", "Base")
    plan = held(Bundle(plans=(replace(weeks, weeks=8),)), {}, {}, {"p": weeks})
    (kept,) = resolve(plan, fresh=lambda: "fresh").plans
    assert (kept.id, kept.name, kept.weeks) == ("fresh", "Base (from file)", 8)


def test_keys_that_are_not_known_come_along() -> None:
    plan = held(Bundle(extra={"colour": "red"}), {}, {})
    assert resolve(plan).extra == {"colour": "red"}


def test_a_line_says_what_will_happen() -> None:
    bundle = Bundle((session("n"), MINE, session("d", "theirs")))
    plan = held(bundle, {"s": MINE, "d": session("d", "mine")}, LUNGE)
    assert [str(part) for part in summary(plan, {})] == [
        "1 will be added",
        "1 will be kept beside yours",
        "1 left as it is",
    ]
    told = {"session:d": Choice.REPLACE, "session:n": Choice.KEEP_MINE}
    assert [str(part) for part in summary(plan, told)] == [
        "1 of yours will be replaced",
        "2 left as they are",
    ]


@pytest.mark.parametrize("standing", [each for each in Standing if each != "in-library"])
def test_no_default_takes_anything_away(standing: Standing) -> None:
    bundle = Bundle((session("s", standing),))
    mine = {Standing.SAME: session("s", standing), Standing.DIFFERENT: session("s", "other")}
    here = {"s": mine[standing]} if standing in mine else {}
    gone = {"s"} if standing is Standing.DELETED_HERE else set()
    plan = held(bundle, here, LUNGE, deleted=gone)
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
    plan = held(Bundle(tuple(clashing)), here, {})
    stored = resolve(plan, fresh=lambda: f"fresh-{next(numbers)}")
    assert here.keys().isdisjoint(each.id for each in stored.sessions)
    wanted = [row for row in plan.rows if row.kind is not Standing.SAME]
    assert len(stored.sessions) == len(wanted)


DAY = date(2026, 11, 24)
WEEKS = Plan("p", "Base", DAY, goal="race")
RACE = Run("race", "Ten", RunKind.RACE, DAY, plan="p")
TEMPO = Run("tempo", "Tempo", RunKind.QUALITY, DAY, plan="p", series="weekly", source="uid")
FIRST = replace(MINE, id="one", plan="p", date=DAY, gym="garage")
SECOND = replace(FIRST, id="two", template="one")
WHOLE = Bundle((FIRST, SECOND), (WEEKS,), runs=(RACE, TEMPO))


def numbered() -> Callable[[], str]:
    numbers = count()
    return lambda: f"fresh-{next(numbers)}"


def test_a_whole_plan_is_added_as_it_is() -> None:
    stored = resolve(compare(WHOLE, putting(LUNGE["lunge"])))
    assert stored == WHOLE
    assert contents(stored).runs == {"race": RACE, "tempo": TEMPO}


def test_a_whole_plan_that_is_here_changes_nothing() -> None:
    plan = compare(WHOLE, contents(WHOLE))
    assert {row.kind for row in plan.rows} == {Standing.SAME}
    assert resolve(plan) == Bundle()


def test_a_plan_kept_beside_mine_brings_copies_of_all_that_is_its() -> None:
    theirs = replace(WHOLE, plans=(replace(WEEKS, weeks=8),))
    plan = compare(theirs, contents(WHOLE))
    stored = resolve(plan, fresh=numbered())
    (copied,) = stored.plans
    entries: list[Session | Run] = [*stored.sessions, *stored.runs]
    ids = {copied.id, *(each.id for each in entries)}
    assert len(ids) == 5
    assert ids.isdisjoint({"p", "one", "two", "race", "tempo"})
    assert {each.plan for each in entries} == {copied.id}
    race, tempo = stored.runs
    assert copied.goal == race.id
    assert (copied.name, race.name) == ("Base (from file)", "Ten")
    assert tempo.series.startswith("fresh-")
    assert tempo.source == ""
    first, second = stored.sessions
    assert (first.name, second.template) == ("Tuesday", first.id)
    # Instances of one template still share the ids of their items.
    assert first.blocks == second.blocks == FIRST.blocks
    assert [str(part) for part in summary(plan, {})] == ["5 will be kept beside yours"]


def test_a_run_kept_beside_mine_is_the_goal_of_the_files_plan() -> None:
    theirs = replace(WHOLE, runs=(replace(RACE, metres=10_000), TEMPO), plans=(WEEKS,))
    plan = compare(theirs, putting(FIRST, SECOND, RACE, TEMPO, LUNGE["lunge"]))
    stored = resolve(plan, fresh=lambda: "fresh")
    assert stored.plans[0].goal == "fresh"
    assert [(run.id, run.name, run.plan) for run in stored.runs] == [
        ("fresh", "Ten (from file)", "p")
    ]


def test_what_names_a_plan_that_is_nowhere_stands_alone() -> None:
    bundle = Bundle((FIRST,), runs=(TEMPO,))
    alone = resolve(compare(bundle, Changes()))
    assert (alone.sessions[0].plan, alone.runs[0].plan) == ("", "")
    joined = resolve(compare(bundle, putting(WEEKS)))
    assert (joined.sessions[0].plan, joined.runs[0].plan) == ("p", "p")
    left = resolve(compare(WHOLE, Changes()), {"plan:p": Choice.KEEP_MINE})
    entries: list[Session | Run] = [*left.sessions, *left.runs]
    assert {each.plan for each in entries} == {""}


def test_sessions_follow_a_gym_that_is_kept_beside_mine() -> None:
    bundle = Bundle((FIRST,), gyms=(Gym("g", "garage", bar=15),))
    stored = resolve(compare(bundle, putting(Gym("g", "garage"))), fresh=lambda: "fresh")
    (gym,) = stored.gyms
    assert (gym.id, gym.bar, gym.name) == ("fresh", 15, "garage (from file)")
    assert stored.sessions[0].gym == gym.name


def test_the_diary_follows_its_session_and_its_exercises() -> None:
    done = DoneSession("d", "Tuesday", DAY, "s", items=(DoneItem("lunge"),))
    theirs = Bundle(
        (replace(MINE, notes="theirs"),),
        exercises=(exercise("lunge", "Their lunge"),),
        diary=(done,),
    )
    stored = resolve(compare(theirs, putting(MINE, LUNGE["lunge"])), fresh=numbered())
    (kept,) = stored.diary
    assert kept.id == "d"
    assert kept.session == stored.sessions[0].id != "s"
    assert kept.items[0].exercise == stored.exercises[0].id != "lunge"


def test_a_packed_plan_takes_all_that_is_its_and_leaves_the_diary() -> None:
    garage, club = Gym("g", "garage"), Gym("c", "club")
    other = Run("other", "Easy", RunKind.EASY, DAY)
    done = DoneSession("d", "Tuesday", DAY, "one")
    agenda = Agenda(
        {each.id: each for each in (FIRST, SECOND, MINE)},
        {each.id: each for each in (replace(RACE, plan=""), TEMPO, other)},
        {"p": WEEKS},
        {"d": done},
    )
    packed = pack_plan(agenda, "p", LUNGE, (garage, club))
    assert {each.id for each in packed.sessions} == {"one", "two"}
    assert {each.id for each in packed.runs} == {"race", "tempo"}
    assert (packed.plans, packed.gyms, packed.diary) == ((WEEKS,), (garage,), ())
    assert packed.exercises == (LUNGE["lunge"],)
    with pytest.raises(KeyError):
        pack_plan(agenda, "nobody")


def listed(exercise_id: str, match: str = "", **extra: object) -> Exercise:
    """As the reader of a public list makes it."""
    inferred = {"confidence": 1.0 if match else 0.5, "match": match or None}
    known = {"inferred": inferred, "review": not match, "source": {"name": "a list"}}
    return replace(exercise(exercise_id), extra=known | extra)


def test_what_another_list_calls_a_ready_exercise_is_left_out_unless_told() -> None:
    bundle = Bundle(exercises=(listed("press", "Leg press"), listed("puzzle"), listed("new")))
    plan = held(bundle, {}, {}, deleted={"press"})
    assert [row.kind for row in plan.rows] == [Standing.IN_LIBRARY, Standing.NEW, Standing.NEW]
    assert plan.rows[0].ready == "Leg press"
    assert [each.id for each in resolve(plan).exercises] == ["puzzle", "new"]
    assert len(resolve(plan, {"exercise:press": Choice.ADD}).exercises) == 3
    assert [str(part) for part in summary(plan, {})] == [
        "2 will be added",
        "1 in the library already",
        "2 guesses to look at",
    ]


def test_what_a_session_uses_or_somebody_looked_at_comes_along() -> None:
    press = listed("press", "Leg press")
    used = held(Bundle((session("s", uses="press"),), exercises=(press,)), {}, {})
    looked_at = held(Bundle(exercises=(listed("press", "Leg press", reviewed=True),)), {}, {})
    assert {row.kind for row in (*used.rows, *looked_at.rows)} == {Standing.NEW}
