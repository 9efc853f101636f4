"""Sets of other programs' logs become workouts: twice is once, and what a person wrote stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hemipelvi_gui.coach.history import LEAVE_OUT, NEW, Namer
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.log_files import Question, ReadSet
from hemipelvi_gui.domain.own import is_imported
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Sides
from hemipelvi_gui.domain.units import MassUnit
from tests.builders import library
from tests.unit.coach.history.logs import MONDAY, after, assembled, row, strength

if TYPE_CHECKING:
    from hemipelvi_gui.domain.diary import DoneSession

SQUAT, LUNGE = "Squat (Barbell)", "Walking Lunge"
HEAVY = (row(SQUAT, 5, 100.0), row(SQUAT, 5, 100.0), row(SQUAT, 3, 110.0))


def only(log: Log) -> DoneSession:
    (session,) = log.diary.values()
    return session


def test_a_workout_is_a_session_with_its_items_in_order() -> None:
    plank = row("Plank", None, seconds=45.0)
    session = only(after(Log(), strength(row(SQUAT, 5, 100.0), plank, row(SQUAT, 5, 102.5))))
    assert (session.name, session.date, session.start) == ("Legs", date(2026, 3, 2), time(18, 30))
    assert [(each.exercise, len(each.sets)) for each in session.items] == [
        ("back-squat", 2),
        ("plank", 1),
    ]
    assert session.items[0].sets[1].load == Load(LoadKind.EXTERNAL, 102.5)
    assert (session.items[1].sets[0].amount, session.items[1].sets[0].measure) == (45, Measure.TIME)
    assert session.sources[0].format == "strong"


def test_loads_stay_as_they_were_entered() -> None:
    session = only(after(Log(), strength(row(SQUAT, 5, 225.0, unit=MassUnit.LB))))
    assert session.items[0].sets[0].load == Load(LoadKind.EXTERNAL, 225.0, 1, MassUnit.LB)
    bare = only(after(Log(), strength(row("Pull Up", 8, 0.0), row("Pull Up", 8, -20.0))))
    loads = [each.load for each in bare.items[0].sets]
    assert loads == [None, Load(LoadKind.BODYWEIGHT, -20.0)]


def test_supersets_stay_together() -> None:
    rows = (row(SQUAT, 5, 80.0, group="1"), row(LUNGE, 8, 20.0, group="1"), row("Plank", 10))
    session = only(after(Log(), strength(*rows)))
    assert [each.group for each in session.items] == ["1", "1", ""]


def test_light_sets_before_the_top_load_are_warm_ups_and_the_report_says_so() -> None:
    weights = (40.0, 60.0, 61.0, 100.0, 60.0)
    made = assembled(strength(*(row(SQUAT, 5, each) for each in weights)))
    (session,) = made.changes.diary.values()
    assert session is not None
    warm = [each.warmup for each in session.items[0].sets]
    assert warm == [True, True, False, False, False]
    assert str(made.reports[0].assumed[0]).startswith("Sets taken for warm-ups")
    assert str(made.reports[0].assumed[0]).endswith(": 2.")


def test_where_a_file_marks_its_warm_ups_none_is_guessed() -> None:
    rows = (row(SQUAT, 5, 40.0, warmup=True), row(SQUAT, 5, 50.0), row(SQUAT, 5, 100.0))
    session = only(after(Log(), strength(*rows)))
    assert [each.warmup for each in session.items[0].sets] == [True, False, False]


@pytest.mark.parametrize(
    ("name", "sides"),
    [
        (SQUAT, Sides.TOGETHER),
        (LUNGE, Sides.TOGETHER),
        ("Bulgarian Split Squat", Sides.EACH),
        ("Bulgarian Split Squat Left", Sides.LEFT),
        ("Pogo Jump", Sides.TOGETHER),
    ],
)
def test_sides_are_those_of_the_name_or_of_the_exercise(name: str, sides: Sides) -> None:
    session = only(after(Log(), strength(row(name, 8))))
    assert session.items[0].sets[0].sides is sides


def test_rows_for_left_and_right_are_sets_of_one_item() -> None:
    rows = (row("Step-up Left", 8, 20.0), row("Step-up Right", 8, 20.0))
    (item,) = only(after(Log(), strength(*rows))).items
    assert [each.sides for each in item.sets] == [Sides.LEFT, Sides.RIGHT]


def test_a_row_that_says_nothing_is_skipped_with_its_line() -> None:
    report = assembled(strength(row(SQUAT, 5, 100.0), row(SQUAT, 0.0, 100.0))).reports[0]
    assert [(each.line, str(each.reason)) for each in report.skipped] == [
        (3, "It says no reps, no time and no distance.")
    ]
    assert (report.rows, report.stored) == (2, 1)


def test_a_file_with_open_questions_stores_nothing() -> None:
    made = assembled(strength(*HEAVY, questions=(Question.UNITS,)))
    assert not made.changes
    assert made.reports[0].questions == (Question.UNITS,)
    assert (made.reports[0].stored, made.reports[0].first) == (0, date(2026, 3, 2))


def test_unknown_names_become_exercises_and_are_named() -> None:
    made = assembled(strength(row("Zercher Good Morning", 8, 40.0), row(SQUAT, 5, 100.0)))
    (exercise,) = made.changes.exercises.values()
    assert exercise is not None
    assert is_imported(exercise)
    assert made.reports[0].unmatched_names == ("Zercher Good Morning",)
    assert [each.name for each in made.unsure] == ["Zercher Good Morning"]
    assert made.uses == {"Zercher Good Morning": 1, SQUAT: 1}


def test_decisions_are_followed_and_known_the_next_time() -> None:
    files = strength(row(SQUAT, 5, 100.0), row("Yoga", 1), row("Deadlift", 5, 120.0))
    made = assembled(files, decisions={SQUAT: "front-squat", "Yoga": LEAVE_OUT, "Deadlift": NEW})
    (session,) = made.changes.diary.values()
    assert session is not None
    own = Namer(library(), decisions={"Deadlift": NEW}).match("Deadlift").meant
    assert [each.exercise for each in session.items] == ["front-squat", own]
    assert [str(each.reason) for each in made.reports[0].skipped] == ["Left out, as you decided."]
    known = {key: each.exercise for key, each in made.changes.known_names.items() if each}
    assert known == {"squat (barbell)": "front-squat", "yoga": "", "deadlift": own}


def test_the_same_file_twice_changes_nothing() -> None:
    log = after(Log(), strength(*HEAVY))
    again = assembled(strength(*HEAVY), log=log)
    assert not again.changes
    assert (again.reports[0].stored, again.reports[0].already_there) == (0, 3)


def test_two_equal_rows_are_both_real() -> None:
    assert len(only(after(Log(), strength(*HEAVY))).items[0].sets) == 3


def numbered(*orders: str) -> list[ReadSet]:
    return [row(SQUAT, 5, 100.0, order=each) for each in orders]


def test_a_workout_with_all_its_numbered_sets_twice_is_there_once() -> None:
    lunges = [row(LUNGE, 8, 20.0, order=each) for each in ("W", "1", "W", "1")]
    made = assembled(strength(*numbered("1", "2", "1", "2"), *lunges))
    (report,) = made.reports
    assert (report.rows, report.stored, report.already_there, report.again) == (8, 4, 4, 4)


def test_equal_warm_ups_and_an_exercise_that_comes_back_are_real() -> None:
    warm = assembled(strength(*numbered("W", "W", "1"))).reports[0]
    assert (warm.stored, warm.already_there) == (3, 0)
    back = (*numbered("1", "2"), row(LUNGE, 8, 20.0, order="1"), *numbered("1", "2"))
    assert assembled(strength(*back)).reports[0].stored == 5


def test_new_sets_of_a_workout_come_in_the_unit_that_it_is_here_in() -> None:
    log = after(Log(), strength(*HEAVY[:2]))
    pounds = [each._replace(unit=MassUnit.LB) for each in HEAVY]
    again = assembled(strength(*pounds), log=log)
    assert (again.reports[0].stored, again.reports[0].already_there) == (1, 2)
    assert dict(after(log, strength(*pounds)).diary) == dict(after(Log(), strength(*HEAVY)).diary)


def test_a_later_export_with_more_sets_adds_only_the_new_ones() -> None:
    log = after(Log(), strength(*HEAVY[:2]))
    again = assembled(strength(*HEAVY, row(LUNGE, 8, 20.0)), log=log)
    assert (again.reports[0].stored, again.reports[0].already_there) == (2, 2)
    (session,) = again.changes.diary.values()
    assert session is not None
    assert [(each.exercise, len(each.sets)) for each in session.items] == [
        ("back-squat", 3),
        ("walking-lunge", 1),
    ]


def test_a_workout_that_was_changed_by_hand_stays_and_is_reported() -> None:
    session = only(after(Log(), strength(*HEAVY[:2])))
    item = session.items[0]
    mended = replace(item, sets=(replace(item.sets[0], amount=6.0), *item.sets[1:]))
    log = Log({session.id: replace(session, items=(mended,))})
    same = assembled(strength(*HEAVY[:2]), log=log)
    assert not same.changes
    assert same.reports[0].already_there == 2
    more = assembled(strength(*HEAVY), log=log)
    assert not more.changes
    assert (more.reports[0].already_there, len(more.reports[0].skipped)) == (2, 1)
    assert "You changed this workout" in str(more.reports[0].skipped[0].reason)


def test_words_a_person_added_to_a_workout_outlive_its_new_sets() -> None:
    session = only(after(Log(), strength(*HEAVY[:2])))
    log = Log({session.id: replace(session, rpe=7.0, notes="slept badly")})
    found = only(after(log, strength(*HEAVY)))
    assert (found.rpe, found.notes, len(found.items[0].sets)) == (7.0, "slept badly", 3)


def test_what_was_deleted_here_stays_deleted() -> None:
    tuesday = MONDAY + timedelta(days=1)
    both = strength(*HEAVY, row(LUNGE, 8, 20.0, start=tuesday))
    first, second = after(Log(), both).diary.values()
    made = assembled(both, log=Log({second.id: second}), deleted=(first.id,))
    assert not made.changes
    assert {str(each.reason) for each in made.reports[0].skipped} == {
        "You deleted it here, so it stays deleted."
    }


def test_a_whole_import_that_was_undone_can_be_done_again() -> None:
    session = only(after(Log(), strength(*HEAVY)))
    made = assembled(strength(*HEAVY), deleted=(session.id,))
    assert list(made.changes.diary) == [session.id]


def test_workouts_of_a_day_without_times_are_told_apart_by_their_names() -> None:
    day = MONDAY.replace(hour=0, minute=0)
    rows = [row(SQUAT, 5, 100.0, start=day, timed=False, workout=each) for each in ("A", "B", "A")]
    log = after(Log(), strength(*rows))
    assert sorted((each.name, each.start) for each in log.diary.values()) == [
        ("A", None),
        ("B", None),
    ]


def test_the_runner_can_call_it_off() -> None:
    def stop(_: float) -> None:
        raise KeyboardInterrupt

    from hemipelvi_gui.coach.history import assemble

    with pytest.raises(KeyboardInterrupt):
        assemble([strength(*HEAVY)], library(), tick=stop)


@st.composite
def whole_logs(draw: st.DrawFn) -> list[list[ReadSet]]:
    """Workouts of one to four sets, a day apart."""
    one = st.builds(
        row,
        st.sampled_from((SQUAT, LUNGE, "Plank", "Yoga")),
        st.integers(1, 12),
        st.sampled_from((None, 20.0, 60.0, 100.0)),
    )
    workouts = draw(st.lists(st.lists(one, min_size=1, max_size=4), min_size=1, max_size=6))
    return [
        [each._replace(start=MONDAY + timedelta(days=day)) for each in sets]
        for day, sets in enumerate(workouts)
    ]


@settings(max_examples=30)
@given(workouts=whole_logs(), cuts=st.lists(st.integers(0, 24), max_size=5), order=st.randoms())
def test_overlapping_exports_in_any_order_give_the_same_log(
    workouts: list[list[ReadSet]], cuts: list[int], order: object
) -> None:
    rows = [each for sets in workouts for each in sets]
    whole = after(Log(), strength(*rows))
    # Exports begin with a workout, and may be cut short anywhere.
    starts = [sum(map(len, workouts[:number])) for number in range(len(workouts))]
    exports = [rows[:cut] for cut in cuts] + [rows[start:] for start in starts]
    order.shuffle(exports)  # type: ignore[attr-defined]
    log = Log()
    for each in exports:
        log = after(log, strength(*each))
    assert dict(log.diary) == dict(whole.diary)
    together = after(Log(), *(strength(*each) for each in exports))
    assert dict(together.diary) == dict(whole.diary)
    for before, later in pairwise([log, after(log, *(strength(*each) for each in exports))]):
        assert before == later
