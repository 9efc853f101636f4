from __future__ import annotations

from dataclasses import replace

import pytest

from hemipelvi_gui.coach.progress.light_weeks import Kept
from hemipelvi_gui.coach.progress.numbers import NextNumbers, next_prescription
from hemipelvi_gui.domain.diary import DoneItem, DoneSet
from hemipelvi_gui.domain.grammar import parse, write
from hemipelvi_gui.domain.prescription import Sides
from hemipelvi_gui.domain.progression import Progress, Progression
from tests.builders import item_of, library

ADD = Progression(Progress.ADD_LOAD)
DOUBLE = Progression(Progress.DOUBLE)
SET = Progression(Progress.ADD_SET, most_sets=4)
HOLD = Progression(Progress.HOLD_RPE)


def done(*sets: str) -> DoneItem:
    """Each line one kind of set, as in "2x8 60kg @7"."""
    found: list[DoneSet] = []
    for each in sets:
        p = parse(each)
        one = DoneSet(p.low, p.measure, p.sides, p.load, p.target_rpe)
        found += [one] * p.sets
    return DoneItem("", "i1", sets=tuple(found))


def following(
    planned: str, progression: Progression, *times: DoneItem, variant: str = ""
) -> tuple[str, str]:
    found = whole(planned, progression, *times, variant=variant)
    return write(found.after), str(found.reason)


def whole(
    planned: str, progression: Progression, *times: DoneItem, variant: str = ""
) -> NextNumbers:
    item = replace(item_of(planned), progression=progression, variant=variant)
    return next_prescription(item, library()[item.exercise], times)


def test_a_step_is_added_when_all_was_done_at_the_planned_effort() -> None:
    assert following("back-squat 3x8 @7 60kg", ADD, done("3x8 60kg @7")) == (
        "3x8 @7 62.5kg",
        "All 3 × 8 done at RPE 7: 2.5 kg more.",
    )


def test_half_a_point_of_effort_more_is_still_as_planned() -> None:
    after, _ = following("back-squat 3x8 @7 60kg", ADD, done("3x8 60kg @7.5"))
    assert after == "3x8 @7 62.5kg"


def test_a_missing_rep_means_the_same_again() -> None:
    assert following("back-squat 3x8 @7 60kg", ADD, done("2x8 60kg", "1x6 60kg")) == (
        "3x8 @7 60kg",
        "Last time set 3 had 6 of 8 reps: the same again.",
    )


@pytest.mark.parametrize(
    ("logged", "reason"),
    [
        ("2x8 60kg", "Last time 2 of 3 sets were done: the same again."),
        ("3x8 60kg @9", "Last time it was RPE 9 where 7 was planned: the same again."),
        ("3x8 50kg @7", "Last time it was 50 kg, not 60 kg: the same again."),
        ("3x30s 60kg @7", "It was counted in something else: the same again."),
    ],
)
def test_what_was_not_as_planned_is_said(logged: str, reason: str) -> None:
    assert following("back-squat 3x8 @7 60kg", ADD, done(logged)) == ("3x8 @7 60kg", reason)


def test_without_a_log_all_stays_as_planned() -> None:
    assert following("back-squat 3x8 @7 60kg", ADD) == (
        "3x8 @7 60kg",
        "Nothing was logged: as planned.",
    )


def test_warm_up_sets_are_not_compared() -> None:
    warmup = DoneSet(3, warmup=True, rpe=10)
    logged = done("3x8 60kg @7")
    with_warmup = replace(logged, sets=(warmup, *logged.sets))
    after, _ = following("back-squat 3x8 @7 60kg", ADD, with_warmup)
    assert after == "3x8 @7 62.5kg"


def test_more_load_than_planned_is_where_the_next_step_starts() -> None:
    after, _ = following("back-squat 3x8 @7 60kg", ADD, done("3x8 65kg @7"))
    assert after == "3x8 @7 67.5kg"


def test_the_second_failure_in_a_row_takes_a_tenth_away() -> None:
    failed = done("2x8 60kg", "1x6 60kg")
    after, reason = following("back-squat 3x8 @7 60kg", ADD, failed, failed)
    assert after == "3x8 @7 55kg"
    assert reason == (
        "Last time set 3 had 6 of 8 reps, and the time before went no better: "
        "a little less, 55 kg, to build up again."
    )


def test_a_failure_with_another_load_is_not_one_in_a_row() -> None:
    after, _ = following(
        "back-squat 3x8 @7 60kg", ADD, done("3x6 65kg"), done("2x8 60kg", "1x6 60kg")
    )
    assert after == "3x8 @7 60kg"


def test_a_side_that_fell_short_is_named() -> None:
    left = (DoneSet(8, sides=Sides.LEFT),) * 3
    right = (*(DoneSet(8, sides=Sides.RIGHT),) * 2, DoneSet(5, sides=Sides.RIGHT))
    logged = DoneItem("split-squat", "i1", sets=(*left, *right))
    after, reason = following("split-squat 3x8/side @7 2x16kg", ADD, logged)
    assert after == "3x8/side @7 2x16kg"
    assert reason == "Last time set 3 on the right had 5 of 8 reps: the same again."


def test_sets_logged_side_by_side_are_as_good_as_sets_on_each_side() -> None:
    sets = (DoneSet(8, sides=Sides.LEFT), DoneSet(8, sides=Sides.RIGHT)) * 3
    after, _ = following(
        "split-squat 3x8/side @7 2x16kg", ADD, DoneItem("split-squat", "i1", sets=sets)
    )
    assert after == "3x8/side @7 2x18kg"


def test_dumbbells_go_up_by_whole_sizes_and_a_jump_is_said() -> None:
    after, reason = following("split-squat 3x8/side @7 2x12kg", ADD, done("3x8/side 2x12kg @7"))
    assert after == "3x8/side @7 2x14kg"
    assert reason.startswith("All 3 × 8 each side done at RPE 7: 2 kg more each.")
    assert reason.endswith("That is 17 % more at once, so fewer reps at first are worth a thought.")


def test_a_lift_with_a_kettlebell_goes_up_by_one_kettlebell() -> None:
    after, _ = following(
        "split-squat 3x8/side @7 40kg", ADD, done("3x8/side 40kg @7"), variant="kettlebell"
    )
    assert after == "3x8/side @7 44kg"


@pytest.mark.parametrize(
    ("planned", "progression", "after"),
    [
        ("3x5 @7 100kg", Progression(Progress.ADD_LOAD, 5, relative=True), "3x5 @7 105kg"),
        ("3x5 @7 40kg", Progression(Progress.ADD_LOAD, 2, relative=True), "3x5 @7 42.5kg"),
        ("3x5 @7 225lb", Progression(Progress.ADD_LOAD, 5), "3x5 @7 230lb"),
        ("3x5 @7 200lb", Progression(Progress.ADD_LOAD, 4, relative=True), "3x5 @7 210lb"),
        ("3x5 @7 100kg", Progression(Progress.ADD_LOAD, 1), "3x5 @7 101kg"),
        ("3x5 @7 70%", Progression(Progress.ADD_LOAD, 2.5), "3x5 @7 72.5%"),
        ("3x5 @7 bw", Progression(Progress.ADD_LOAD, 2.5), "3x5 @7 bw+2.5kg"),
        ("3x5 @7 bw-10kg", Progression(Progress.ADD_LOAD, 2.5), "3x5 @7 bw-7.5kg"),
        ("3x5 @7 bw+10kg", Progression(Progress.ADD_LOAD, 5, relative=True), "3x5 @7 bw+10kg"),
        ("3x5 @7", Progression(Progress.ADD_LOAD, 2.5), "3x5 @7"),
    ],
)
def test_a_step_is_in_the_unit_of_the_load_or_in_per_cent_of_it(
    planned: str, progression: Progression, after: str
) -> None:
    logged = done(planned)
    assert following(f"back-squat {planned}", progression, logged)[0] == after


def test_double_progression_asks_for_more_reps_first() -> None:
    assert following("back-squat 3x8-10 @7 60kg", DOUBLE, done("2x9 60kg @7", "1x8 60kg @7")) == (
        "3x8-10 @7 60kg",
        "Last time 8 or more in all sets: the same load, now aim for 9.",
    )


def test_double_progression_adds_load_at_the_top_of_the_range() -> None:
    assert following("back-squat 3x8-10 @7 60kg", DOUBLE, done("3x10 60kg @7")) == (
        "3x8-10 @7 62.5kg",
        "All 3 sets had 10: 2.5 kg more, and back to 8.",
    )


@pytest.mark.parametrize(
    ("line", "example"),
    [
        ("back-squat 3x5 @7 60kg", "5\u20138 reps"),
        ("walking-lunge 3x8/side @7 2x16kg", "8\u201311 reps"),
        ("plank 3x30s @7", "30\u201345 s"),
    ],
)
def test_double_progression_asks_for_a_range_where_there_is_none(line: str, example: str) -> None:
    volume = line.split()[1].removesuffix("/side")
    expected = line.split(maxsplit=1)[1]
    assert following(line, DOUBLE, done(volume)) == (
        expected,
        f"Give a range such as {example} for this: the same again.",
    )


def test_double_progression_below_the_range_is_a_failure() -> None:
    _, reason = following("back-squat 3x8-10 @7 60kg", DOUBLE, done("3x7 60kg"))
    assert reason == "Last time set 1 had 7 of 8 reps: the same again."


def test_sets_are_added_up_to_the_most() -> None:
    assert following("single-leg-calf-raise 3x12/side @7", SET, done("3x12/side @7")) == (
        "4x12/side @7",
        "All 3 × 12 each side done at RPE 7: one set more, 4.",
    )
    after, reason = following("single-leg-calf-raise 4x12/side @7", SET, done("4x12/side @7"))
    assert after == "4x12/side @7"
    assert "4 sets are the most" in reason


@pytest.mark.parametrize(("week", "percent"), [(1, 70), (3, 75), (9, 77.5)])
def test_per_cents_go_by_week_and_the_last_one_stays(week: int, percent: float) -> None:
    progression = Progression(Progress.PERCENT, percents=(70, 72.5, 75, 77.5))
    item = replace(item_of("back-squat 3x5 @7 70%"), progression=progression)
    found = next_prescription(item, library()["back-squat"], (), week)
    assert found.after.load is not None
    assert found.after.load.value == percent


def test_a_known_heaviest_lift_tells_the_load_of_a_per_cent() -> None:
    progression = Progression(Progress.PERCENT, percents=(75,))
    item = replace(item_of("back-squat 3x5 @7 75%"), progression=progression)
    found = next_prescription(item, library()["back-squat"], (), 1, e1rm=111.0)
    assert str(found.reason) == "Week 1: 75 % of 1RM, about 82.5 kg."


@pytest.mark.parametrize(
    ("logged", "after"),
    [
        ("3x5 100kg @8", "100kg"),
        ("3x5 100kg @8.5", "100kg"),
        ("3x5 100kg @9.5", "95kg"),
        ("3x5 100kg @6.5", "105kg"),
        ("2x5 100kg @8", "100kg"),
        ("2x5 100kg @9 ", "97.5kg"),
        ("3x3 100kg", "87.5kg"),
        ("3x5 105kg @9", "102.5kg"),
    ],
)
def test_the_load_follows_so_that_the_effort_stays(logged: str, after: str) -> None:
    assert following("back-squat 3x5 @8 100kg", HOLD, done(logged))[0] == f"3x5 @8 {after}"


def test_holding_an_effort_says_what_it_was() -> None:
    _, reason = following("back-squat 3x5 @8 100kg", HOLD, done("3x5 100kg @9.5"))
    assert reason == "Last time it was RPE 9.5, planned was 8: 95 kg now."


@pytest.mark.parametrize(
    ("planned", "logged", "reason"),
    [
        ("3x5 100kg", "3x5 100kg @8", "No effort is planned: the same again."),
        ("3x5 @8 100kg", "3x5 100kg", "No effort was logged: the same again."),
        ("3x5 @8 bw", "3x5 bw @9", "There is no load to change: the same again."),
    ],
)
def test_an_effort_can_only_be_held_where_it_is_known(
    planned: str, logged: str, reason: str
) -> None:
    assert following(f"back-squat {planned}", HOLD, done(logged))[1] == reason


def test_a_load_of_one_step_is_never_taken_away() -> None:
    failed = done("3x5/side 2x2kg")
    after, _ = following("split-squat 3x8/side 2x2kg", ADD, failed, failed)
    assert after == "3x8/side 2x2kg"


def test_an_item_without_a_progression_stays() -> None:
    item = item_of("back-squat 3x5 @7 100kg")
    found = next_prescription(item, library()["back-squat"], (done("3x5 100kg"),))
    assert found.before == found.after


def test_a_size_far_lighter_is_no_weight_to_build_up_from() -> None:
    failed = done("3x6/side 2x4kg @9")
    assert following("walking-lunge 3x8/side @7 2x4kg", ADD, failed, failed) == (
        "3x8/side @7 2x4kg",
        "Last time set 1 had 6 of 8 reps, and the time before went no better: "
        "the same again, as the next size down would be too light.",
    )


def test_what_is_taken_back_and_what_is_a_big_step_are_settings() -> None:
    kept = Kept(rise=0.03, back_off=0.2)
    item = replace(item_of("back-squat 3x5 @7 60kg"), progression=ADD)
    squat, failed = library()["back-squat"], done("3x4 60kg")
    after = next_prescription(item, squat, (failed, failed), kept=kept).after
    assert write(after) == "3x5 @7 47.5kg"
    reason = next_prescription(item, squat, (done("3x5 60kg"),), kept=kept).reason
    assert str(reason).endswith(
        "Up by 4 % within a week: more than 3 %, so a smaller step is worth a thought."
    )


def test_a_step_goes_on_from_what_was_lifted_and_is_judged_by_it() -> None:
    assert following("back-squat 3x5 @8 60kg", ADD, done("3x5 65kg @8")) == (
        "3x5 @8 67.5kg",
        "All 3 × 5 done at RPE 8: 2.5 kg more.",
    )


def test_dumbbells_in_pounds_go_up_by_a_size() -> None:
    after, _ = following("walking-lunge 3x8/side @7 2x35lb", ADD, done("3x8/side 2x35lb @7"))
    assert after == "3x8/side @7 2x40lb"


def test_the_same_load_in_the_other_unit_is_no_lighter() -> None:
    after, reason = following("back-squat 3x5 @8 135lb", ADD, done("3x5 61kg @8"))
    assert after == "3x5 @8 137.5lb"
    assert reason.startswith("All 3 × 5 done")
    _, reason = following("back-squat 3x5 @8 135lb", ADD, done("3x5 60kg @8"))
    assert reason == "Last time it was 60 kg, not 135 lb: the same again."


@pytest.mark.parametrize(
    ("planned", "progression", "logged", "reason"),
    [
        ("plank 3x30-45s @7", DOUBLE, "3x40s", "Last time 40 s or more in all sets: now aim for"),
        ("back-squat 1x6-10 60kg", DOUBLE, "1x8 60kg", "Last time 8: the same load, now aim for 9"),
        ("back-squat 1x6-10 60kg", DOUBLE, "1x10 60kg", "The set had 10: 2.5 kg more, and back"),
        ("back-squat 3x5 60kg", ADD, "1x5 60kg", "Last time 1 of 3 sets was done: the same"),
        ("back-squat 1x5 60kg", ADD, "1x4 60kg", "Last time it was 4 of 5 reps: the same again."),
    ],
)
def test_one_set_and_seconds_are_said_as_a_person_would(
    planned: str, progression: Progression, logged: str, reason: str
) -> None:
    assert following(planned, progression, done(logged))[1].startswith(reason)
