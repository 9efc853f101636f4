from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.coach.progress.ahead import after_logging, apply, plan_ahead, stale_after
from hemipelvi_gui.coach.progress.light_weeks import USUAL
from hemipelvi_gui.domain.agenda import Agenda, difference
from hemipelvi_gui.domain.balance import balance
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.edits import change_item, prescribe
from hemipelvi_gui.domain.grammar import limits, parse, write
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.progression import Progress, Progression
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session, find_item, items
from tests.builders import gym_sessions, library, session_of
from tests.done import done_as_planned, done_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hemipelvi_gui.coach.progress.walk import Proposal
    from hemipelvi_gui.domain.session import Item

MONDAY = datetime.date(2026, 1, 5)
ADD = Progression(Progress.ADD_LOAD)
PROGRESSIONS = (
    None,
    ADD,
    Progression(Progress.ADD_LOAD, 5, relative=True),
    Progression(Progress.DOUBLE, 2),
    Progression(Progress.ADD_SET),
    Progression(Progress.PERCENT, percents=(70, 72.5, 75)),
    Progression(Progress.HOLD_RPE),
)
LINES = ("back-squat 4x5 @8 100kg", "walking-lunge 4x8/side @7 2x16kg", "a-skip 2x20m @5")


def session(*lines: str, **progressions: Progression) -> Session:
    made = session_of(*lines)
    for item_id, progression in progressions.items():
        made = change_item(made, item_id, _progressing(progression))
    return made


def _progressing(progression: Progression) -> Callable[[Item], Item]:
    return lambda item: replace(item, progression=progression)


def agenda_of(
    template: Session, weeks: int, deloads: tuple[int, ...] = (), race_week: int = 0
) -> Agenda:
    """Two instances a week, on Tuesday and Friday, and a race on the Sunday of a week."""
    sessions = {}
    for week in range(weeks):
        for day in (1, 4):
            made = replace(
                template,
                id=f"{week + 1}-{day}",
                template="t",
                plan="p",
                date=MONDAY + datetime.timedelta(days=7 * week + day),
            )
            sessions[made.id] = made
    plan = Plan("p", "Spring", MONDAY, weeks, deloads=deloads, goal="race" if race_week else "")
    sunday = MONDAY + datetime.timedelta(days=7 * race_week - 1)
    runs = {"race": Run("race", "Marathon", RunKind.RACE, sunday, plan="p")} if race_week else {}
    return Agenda(sessions, runs, {"p": plan})


def ahead(agenda: Agenda, since: datetime.date = MONDAY) -> tuple[Proposal, ...]:
    return plan_ahead(agenda, agenda.plans["p"], library(), since)


def loads(agenda: Agenda, item_id: str = "i1") -> list[float]:
    found = []
    for each in sorted(agenda.sessions.values(), key=lambda one: str(one.date)):
        load = find_item(each, item_id)[1].prescription.load
        found.append(0.0 if load is None else load.value)
    return found


def dose(sessions: Iterable[Session]) -> float:
    return sum(balance(each, library()).hse for each in sessions)


def week(agenda: Agenda, number: int) -> list[Session]:
    return [agenda.sessions[f"{number}-{day}"] for day in (1, 4)]


def test_each_session_goes_on_from_the_one_before() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    proposals = ahead(agenda)
    assert [write(each.after) for each in proposals if each.after] == [
        "4x5 @8 102.5kg",
        "4x5 @8 105kg",
        "4x5 @8 107.5kg",
    ]
    assert str(proposals[0].reason) == "If the time before goes as planned: 2.5 kg more."


def test_nothing_changes_before_it_is_applied_and_then_only_what_was_accepted() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    proposals = ahead(agenda)
    assert loads(agenda) == [100, 100, 100, 100]
    assert loads(apply(agenda, proposals)) == [100, 102.5, 105, 107.5]
    assert difference(agenda, apply(agenda, proposals[:1])).sessions.keys() == {"1-4"}


def test_what_was_applied_is_not_proposed_again() -> None:
    progressions = {"i1": ADD, "i2": Progression(Progress.DOUBLE, 2)}
    agenda = agenda_of(session(*LINES, **progressions), 12, deloads=(1, 4, 8), race_week=12)
    applied = apply(agenda, ahead(agenda))
    assert applied != agenda
    assert ahead(applied) == ()


def test_items_without_a_progression_stay_in_usual_weeks() -> None:
    assert ahead(agenda_of(session(*LINES), 3)) == ()


def test_a_log_counts_for_more_than_the_plan() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    first = agenda.sessions["1-1"]
    done = done_of(first, {"i1": "3x5 100kg @8 then 1x3"}, MONDAY)
    logged = replace(agenda, diary={done.id: done})
    proposals = ahead(logged)
    assert loads(apply(logged, proposals)) == [100, 100, 102.5, 105]


def test_sessions_of_the_past_are_taken_as_they_are() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    changed = prescribe(agenda.sessions["1-4"], "i1", parse("4x5 @8 110kg"))
    agenda = replace(agenda, sessions={**agenda.sessions, "1-4": changed})
    proposals = ahead(agenda, MONDAY + datetime.timedelta(days=7))
    assert loads(apply(agenda, proposals)) == [100, 110, 112.5, 115]


def test_a_skipped_session_is_no_step() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    skipped = replace(agenda.sessions["1-4"], skipped=True)
    agenda = replace(agenda, sessions={**agenda.sessions, "1-4": skipped})
    assert loads(apply(agenda, ahead(agenda))) == [100, 100, 102.5, 105]


def test_a_deload_keeps_the_load_and_cuts_sets_and_then_it_goes_on() -> None:
    agenda = agenda_of(session(*LINES, i1=ADD), 4, deloads=(3,))
    after = apply(agenda, ahead(agenda))
    assert loads(after) == [100, 102.5, 105, 107.5, 107.5, 107.5, 110, 112.5]
    assert dose(week(after, 3)) == pytest.approx(0.55 * dose(week(after, 2)), abs=0.5)
    assert all(each.prescription.sets for one in week(after, 3) for each in items(one))
    assert dose(week(after, 4)) == dose(week(agenda, 4))


def test_a_deload_says_what_it_does() -> None:
    agenda = agenda_of(session(LINES[0]), 2, deloads=(2,))
    assert [str(each.reason) for each in ahead(agenda)] == [
        "Deload week: 4 → 2 sets, load kept.",
        "Deload week: 4 → 2 sets, load kept.",
    ]


def test_a_week_that_is_light_already_is_left_alone() -> None:
    agenda = agenda_of(session(LINES[0]), 2, deloads=(2,))
    gone = {key: each for key, each in agenda.sessions.items() if key != "2-4"}
    assert ahead(replace(agenda, sessions=gone)) == ()


def test_the_taper_takes_bilateral_work_first_and_keeps_light_gait_like_work() -> None:
    agenda = agenda_of(session(*LINES, i1=ADD), 5, race_week=5)
    after = apply(agenda, ahead(agenda))
    usual = dose(week(after, 3))
    assert dose(week(after, 4)) == pytest.approx(0.7 * usual, abs=0.5)
    assert dose(week(after, 5)) == pytest.approx(0.5 * usual, abs=0.5)
    for each in week(after, 5):
        assert "back-squat" not in {item.exercise for item in items(each)}
        assert [i.prescription.sets for i in items(each) if i.exercise == "a-skip"] == [2]


def test_the_taper_counts_days_to_the_race() -> None:
    agenda = agenda_of(session(*LINES), 5, race_week=5)
    reasons = {each.session: str(each.reason) for each in ahead(agenda) if each.item == "i1"}
    assert reasons["5-4"] == "2 days before Marathon: left out, symmetric work goes first."
    assert reasons.keys() <= {"4-1", "4-4", "5-1", "5-4"}


@pytest.mark.parametrize("change", [{"skipped": True}, {"kind": RunKind.LONG}])
def test_only_a_race_that_takes_place_makes_a_taper(change: dict[str, object]) -> None:
    agenda = agenda_of(session(*LINES), 5, race_week=5)
    race = replace(agenda.runs["race"], **change)  # type: ignore[arg-type]  # fields of a run
    assert ahead(replace(agenda, runs={"race": race})) == ()


def test_a_race_in_the_first_days_of_the_calendar_does_no_harm() -> None:
    agenda = agenda_of(session(*LINES), 1)
    day = datetime.date(1, 1, 3)
    sessions = {"s": replace(agenda.sessions["1-1"], id="s", date=datetime.date(1, 1, 1))}
    race = Run("race", "Marathon", RunKind.RACE, day, plan="p")
    plan = replace(agenda.plans["p"], start=datetime.date(1, 1, 1), goal="race")
    early = Agenda(sessions, {"race": race}, {"p": plan})
    assert plan_ahead(early, plan, library(), datetime.date(1, 1, 1))


def test_another_exercise_in_its_place_starts_anew() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    swapped = change_item(
        agenda.sessions["2-1"], "i1", lambda item: replace(item, exercise="front-squat")
    )
    agenda = replace(agenda, sessions={**agenda.sessions, "2-1": swapped})
    assert loads(apply(agenda, ahead(agenda)))[:3] == [100, 102.5, 100]


def test_other_reps_from_here_on_stay() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    edited = {
        key: prescribe(each, "i1", parse("5x3 @8 100kg")) if key.startswith("2") else each
        for key, each in agenda.sessions.items()
    }
    after = apply(replace(agenda, sessions=edited), ahead(replace(agenda, sessions=edited)))
    assert write(find_item(after.sessions["2-4"], "i1")[1].prescription) == "5x3 @8 107.5kg"


def test_more_than_a_tenth_in_a_week_is_said_though_each_step_is_small() -> None:
    agenda = agenda_of(session("back-squat 3x5 @8 40kg", i1=ADD), 2)
    reasons = [str(each.reason) for each in ahead(agenda)]
    assert "more than 10 %" not in reasons[0]
    assert "more than 10 %" in reasons[1]


def test_a_proposal_for_what_has_changed_since_does_nothing() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 1)
    proposals = ahead(agenda)
    edited = prescribe(agenda.sessions["1-4"], "i1", parse("3x3 @8 120kg"))
    changed = replace(agenda, sessions={"1-4": edited})
    assert apply(changed, proposals).sessions == {"1-4": edited}


def test_after_logging_the_next_session_has_its_numbers_with_the_reason() -> None:
    agenda = agenda_of(session(*LINES, i1=ADD, i2=ADD), 2)
    first = agenda.sessions["1-1"]
    lines = {"i1": "4x5 100kg @8", "i2": "3x8/side @7 then 1x6/side", "i3": "2x20m"}
    done = done_of(first, lines, MONDAY)
    proposals = after_logging(agenda, done, library())
    assert {each.session for each in proposals} == {"1-4"}
    assert [str(each.reason) for each in proposals] == [
        "All 4 × 5 done at RPE 8: 2.5 kg more.",
        "Last time set 4 had 6 of 8 reps: the same again.",
    ]


def test_sessions_planned_from_older_numbers_are_counted_after_logging() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 3)
    plan = agenda.plans["p"]
    agenda = apply(agenda, plan_ahead(agenda, plan, library(), MONDAY))
    first = agenda.sessions["1-1"]
    as_planned = done_as_planned(first, MONDAY)
    assert stale_after(agenda, as_planned, library()) == 0
    short = done_of(first, {"i1": "4x4 100kg"}, MONDAY)
    taken = apply(agenda, after_logging(agenda, short, library()))
    # The next one has its numbers now; the four after it have those of before.
    assert stale_after(taken, short, library()) == 4
    known = replace(taken, diary={short.id: short})
    renewed = apply(known, plan_ahead(known, plan, library(), MONDAY))
    assert stale_after(renewed, short, library()) == 0


def test_without_a_plan_nothing_was_planned_from_older_numbers() -> None:
    one = replace(session(LINES[0], i1=ADD), id="one", date=MONDAY)
    done = done_as_planned(one, MONDAY)
    assert stale_after(Agenda({"one": one}), done, library()) == 0
    assert stale_after(Agenda(), done, library()) == 0


def test_after_pain_what_would_get_heavier_is_not_counted() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 3)
    done = done_as_planned(agenda.sessions["1-1"], MONDAY)
    known = (agenda, done, library(), None, USUAL)
    assert stale_after(*known) == 4
    assert stale_after(*known, CheckIn("c", MONDAY, pain=5)) == 0


def test_after_logging_an_item_that_was_left_out_stays() -> None:
    agenda = agenda_of(session(*LINES, i1=ADD), 1)
    done = done_of(agenda.sessions["1-1"], {"i2": "4x8/side"}, MONDAY)
    (only,) = after_logging(agenda, done, library())
    assert str(only.reason) == "It was left out last time: the same again."
    assert not only.changes


def test_after_logging_twice_short_the_load_goes_down() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 2)
    for each in ("1-1", "1-4"):
        done = done_of(agenda.sessions[each], {"i1": "4x4 100kg"}, MONDAY)
        proposals = after_logging(agenda, done, library())
        agenda = replace(agenda, diary={**agenda.diary, done.id: done})
    assert [write(each.after) for each in proposals if each.after] == ["4x5 @8 90kg"]


def test_after_logging_a_session_without_a_plan_its_next_copy_goes_on() -> None:
    template = session(LINES[0], i1=ADD)
    one = replace(template, id="one", date=MONDAY)
    two = replace(one, id="two", template="one", date=MONDAY + datetime.timedelta(days=3))
    agenda = Agenda({"one": one, "two": two})
    (only,) = after_logging(agenda, done_as_planned(one, MONDAY), library())
    assert only.session == "two"
    assert only.after == parse("4x5 @8 102.5kg")


def test_after_logging_what_was_not_planned_nothing_is_proposed() -> None:
    agenda = agenda_of(session(LINES[0], i1=ADD), 1)
    done = done_as_planned(replace(agenda.sessions["1-1"], id="other"), MONDAY)
    assert after_logging(agenda, done, library()) == ()


def test_a_known_lift_in_the_diary_tells_the_load_of_a_per_cent() -> None:
    weekly = Progression(Progress.PERCENT, percents=(70, 75))
    agenda = agenda_of(session("back-squat 3x5 @8 70%", i1=weekly), 2)
    done = done_of(agenda.sessions["1-1"], {"i1": "1x5 100kg @10"}, MONDAY)
    agenda = replace(agenda, diary={done.id: done})
    proposals = ahead(agenda)
    assert str(proposals[-1].reason) == "Week 2: 75 % of 1RM, about 87.5 kg."


@given(gym_sessions(most=5), st.data())
def test_whatever_is_planned_what_was_applied_is_not_proposed_again(
    template: Session, data: st.DataObject
) -> None:
    for item in items(template):
        progression = data.draw(st.sampled_from(PROGRESSIONS))
        if progression is not None:
            template = change_item(template, item.id, _progressing(progression))
    deloads = data.draw(st.sampled_from(((), (1,), (3,), (2, 4))))
    agenda = agenda_of(template, 5, deloads, data.draw(st.sampled_from((0, 4, 5))))
    applied = apply(agenda, ahead(agenda))
    assert ahead(applied) == ()
    assert all(
        limits(item.prescription) is None
        for each in applied.sessions.values()
        for item in items(each)
    )
