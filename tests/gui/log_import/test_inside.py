"""What a file holds is told of before anything comes in."""

from __future__ import annotations

from datetime import date, datetime

from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.log_files import Question, ReadLog, ReadSet
from hemipelvi_gui.ui.dialogs.log_import_inside import inside

DAY = datetime(2026, 11, 23)
RUNS = tuple(
    DoneRun(f"r{place}", "Run", date(2026, 11, 1 + place), metres=metres)
    for place, metres in enumerate((5000.0, 15300.0, None))
)


def sets(**counts: int) -> tuple[ReadSet, ...]:
    names = [name.replace("_", " ") for name, count in counts.items() for _ in range(count)]
    return tuple(ReadSet(line, DAY, True, "A", name) for line, name in enumerate(names, 2))


def test_the_exercises_with_most_sets_come_first() -> None:
    words = inside(ReadLog("strong", 6, sets(Row=1, Squat=3, Lunge=2)))
    assert words == "Sets: Squat\u00a03, Lunge\u00a02, Row\u00a01"


def test_of_many_exercises_five_are_named() -> None:
    many = sets(A=9, B=8, C=7, D=6, E=5, F=1)
    assert inside(ReadLog("strong", 36, many)).endswith("E\u00a05 and 1 more exercise")
    assert inside(ReadLog("strong", 37, (*many, *sets(G=1)))).endswith("and 2 more exercises")


def test_runs_are_told_with_their_sum_and_the_longest() -> None:
    words = inside(ReadLog("garmin", 3, runs=RUNS))
    assert words == "Runs: 20\u00a0km in all, the longest 15.3\u00a0km"


def test_before_its_unit_is_known_no_distance_is_summed_up() -> None:
    assert inside(ReadLog("garmin", 3, runs=RUNS, questions=(Question.DISTANCE,))) == ""


def test_a_file_with_nothing_in_it_has_nothing_to_tell() -> None:
    assert inside(ReadLog("strong", 0)) == ""
