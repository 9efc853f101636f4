from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hemipelvi_gui.domain.plan import Week
from hemipelvi_gui.domain.run_grammar import LONGEST, RunError, Typed, parse_run
from hemipelvi_gui.domain.run_writing import repeat_weekly, write_run
from hemipelvi_gui.domain.runs import Run, RunKind

MONDAY = datetime.date(2026, 11, 23)
WEEK = Week(MONDAY)
EASY, HARD, LONG, RACE = RunKind.EASY, RunKind.QUALITY, RunKind.LONG, RunKind.RACE
REST, OTHER = RunKind.REST, RunKind.OTHER


def on(day: int) -> datetime.date:
    """A day of the week of the picture, 0 for Monday."""
    return MONDAY + datetime.timedelta(days=day)


def at(hour: int, minute: int = 0) -> datetime.time:
    return datetime.time(hour, minute)


def parse(line: str) -> Typed:
    return parse_run(line, WEEK, on(2))


def refusal(line: str, week: Week = WEEK, default: datetime.date | None = None) -> RunError:
    with pytest.raises(RunError) as caught:
        parse_run(line, week, default)
    assert str(caught.value.advice)
    return caught.value


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Thu 6x1km hard 60min", Typed(HARD, "Intervals 6 × 1 km", on(3), seconds=3600)),
        ("Sun long 22km 2:05", Typed(LONG, "Long 22 km", on(6), None, 22000, 7500)),
        ("Tue 18:30 easy 8km 45min", Typed(EASY, "Easy 8 km", on(1), at(18, 30), 8000, 2700)),
        ("Sat race 10k Parkrun", Typed(RACE, "Parkrun", on(5), metres=10000)),
        ("Fri rest", Typed(REST, "Rest", on(4))),
        ("Mon bike 40min", Typed(OTHER, "Bike", on(0), seconds=2400)),
        ("every Wed easy 10km", Typed(EASY, "Easy 10 km", on(2), metres=10000, repeats=True)),
        (
            "2026-12-05 10:00 race 42.2km City marathon",
            Typed(RACE, "City marathon", datetime.date(2026, 12, 5), at(10), 42200),
        ),
        ("Tue strides 5km 28min", Typed(EASY, "Strides 5 km", on(1), None, 5000, 1680)),
        ("easy", Typed(EASY, "Easy run", on(2))),
        ("8km", Typed(EASY, "Easy 8 km", on(2), metres=8000)),
    ],
)
def test_a_line_says_a_run_in_the_words_of_the_picture(line: str, meant: Typed) -> None:
    assert parse(line) == meant


@pytest.mark.parametrize(
    ("words", "kind", "name"),
    [
        ("intervals 5x3min", HARD, "Intervals 5 × 3 min"),
        ("8x400m", HARD, "Intervals 8 × 400 m"),
        ("8x400", HARD, "Intervals 8 × 400 m"),
        ("4x1mi", HARD, "Intervals 4 × 1 mi"),
        ("10x30s", HARD, "Intervals 10 × 30 s"),
        ("hills 8 × 200 m", HARD, "Hills 8 × 200 m"),
        ("tempo 8km", HARD, "Tempo 8 km"),
        ("tempo run 20min", HARD, "Tempo run"),
        ("threshold 3x10min", HARD, "Threshold 3 × 10 min"),
        ("fartlek 45min", HARD, "Fartlek"),
        ("hard 10km", HARD, "Hard 10 km"),
        ("long run 25km", LONG, "Long 25 km"),
        ("long 3h", LONG, "Long run"),
        ("recovery 5km", EASY, "Recovery 5 km"),
        ("off", REST, "Off"),
        ("swim 2km 45min", OTHER, "Swim 2 km"),
        ("yoga 60min", OTHER, "Yoga"),
        ("long bike ride 3h", OTHER, "Long bike ride"),
        ("half marathon", RACE, "Half marathon"),
        ("Berlin marathon", RACE, "Berlin marathon"),
        ("race 10km", RACE, "Race 10 km"),
        ("langer Lauf 24km", LONG, "Langer Lauf 24 km"),
        ("lockerer Dauerlauf 8km", EASY, "Lockerer Dauerlauf 8 km"),
        ("Ruhetag", REST, "Ruhetag"),
        ("fractionné 6x1km", HARD, "Fractionné 6 × 1 km"),
        ("tirada larga 18km", LONG, "Tirada larga 18 km"),
        ('easy 8km "Home by the river"', EASY, "Home by the river"),
    ],
)
def test_the_words_say_what_it_is_for_and_name_the_card(
    words: str, kind: RunKind, name: str
) -> None:
    typed = parse(f"Wed {words}")
    assert (typed.kind, typed.name) == (kind, name)


@pytest.mark.parametrize(
    ("words", "metres"),
    [
        ("8km", 8000),
        ("8 km", 8000),
        ("10k", 10000),
        ("10,5km", 10500),
        ("5mi", 8046.72),
        ("5 miles", 8046.72),
        ("400m", 400),
        ("1200 metres", 1200),
        ("marathon", 42195),
        ("parkrun", 5000),
        ("parkrun 10km", 10000),
        ("6x1km", None),
        ("6x1km 12km", 12000),
    ],
)
def test_how_far(words: str, metres: float | None) -> None:
    assert parse(f"Wed {words}").metres == metres


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("60min", 3600),
        ("90 min", 5400),
        ("45'", 2700),
        ("45\u2032", 2700),
        ("1h", 3600),
        ("1h30", 5400),
        ("1h 30min", 5400),
        ("1.5h", 5400),
        ("2 hours", 7200),
        ("45min30s", 2730),
        ("1:45:30", 6330),
        ("2:05", 7500),
        ("2:05h", 7500),
        ("45:10", 2710),
        ("8:30min", 510),
        ("22km 2:05", 7500),
        ("5km 22:30", 1350),
        ("10km 45:10", 2710),
        ("100mi 23:30", 84600),
        ("400m 1:30", 90),
        ("42.2km 3:15", 11700),
        ("bike 40km 1:20", 4800),
        ("swim 1km 20:00", 1200),
    ],
)
def test_how_long_is_what_a_person_can_run(words: str, seconds: float) -> None:
    assert parse(f"Wed easy {words}").seconds == seconds


@pytest.mark.parametrize("words", ["8:30", "12:00", "23:59", "1km 0:30"])
def test_a_time_that_may_mean_two_things_is_asked_about(words: str) -> None:
    error = refusal(f"Wed easy {words}")
    assert error.column == len(f"Wed easy {words}") - len(words.rpartition(" ")[2])
    assert "may be hours and minutes" in str(error)


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("Tue 18:30 easy 8km", at(18, 30)),
        ("Tue 6:15 easy 8km", at(6, 15)),
        ("Tue 04:30 easy 8km", at(4, 30)),
        ("Tue 6:30pm easy 8km", at(18, 30)),
        ("Tue easy 8km at 6pm", at(18)),
        ("Tue easy 8km at 6:30", at(6, 30)),
        ("Dienstag um 18:30 Uhr locker 8km", at(18, 30)),
        ("Di 18:30 Uhr locker 8km", at(18, 30)),
        ("mardi 18h30 footing 8km", at(18, 30)),
        ("Tue easy 8km", None),
    ],
)
def test_a_time_of_day_follows_the_day(line: str, start: datetime.time | None) -> None:
    typed = parse(line)
    assert (typed.date, typed.start, typed.metres) == (on(1), start, 8000)


def test_hours_of_the_night_after_the_day_are_how_long() -> None:
    typed = parse("Sun 2:05 long 22km")
    assert (typed.start, typed.seconds) == (None, 7500)


@pytest.mark.parametrize(
    ("day", "meant"),
    [
        *(("Monday", on(0)), ("mo", on(0)), ("TUES", on(1)), ("Thurs.", on(3)), ("sun", on(6))),
        *(("Mittwoch", on(2)), ("Sonnabend", on(5)), ("jeudi", on(3)), ("sábado", on(5))),
        *(("miercoles", on(2)), ("Mié", on(2)), ("dim", on(6)), ("day 4", on(3)), ("", on(2))),
        *(("2026-12-05", on(12)), ("5 Dec", on(12)), ("Dec 5", on(12)), ("5.12.", on(12))),
        *(("Sat 5 Dec", on(12)), ("5. Dezember 2026", on(12)), ("5.12.2026", on(12))),
        *(("3 Jan", datetime.date(2027, 1, 3)), ("Mar 10", datetime.date(2027, 3, 10))),
    ],
)
def test_a_day_has_a_name_a_number_or_a_date(day: str, meant: datetime.date) -> None:
    assert parse(f"{day} easy 8km").date == meant


def test_a_number_after_a_day_is_a_distance_where_a_unit_follows() -> None:
    typed = parse("Mar 10 km easy")
    assert (typed.date, typed.metres) == (on(1), 10000)


def test_a_day_that_is_not_in_a_short_cycle_is_said() -> None:
    error = refusal("Sun easy 8km", Week(MONDAY, 5))
    assert str(error.message) == "There is no Sunday from 2026-11-23 to 2026-11-27."


def test_a_day_that_is_twice_in_a_long_cycle_is_asked_about() -> None:
    long = Week(MONDAY, 10)
    error = refusal("Mon easy 8km", long)
    assert str(error.message) == "There are two Mondays from 2026-11-23 to 2026-12-02."
    assert parse_run("Thu easy", long, None).date == on(3)
    assert parse_run("day 8 easy", long, None).date == on(7)


@pytest.mark.parametrize(
    ("line", "notes"),
    [
        ("Wed easy 8km @5:30", "@5:30"),
        ("Wed easy 8km @5:30/km", "@5:30/km"),
        ("Wed easy 8km 5:15-5:30/km", "5:15-5:30/km"),
        ("Wed easy 8km HR 140", "HR 140"),
        ("Wed 6x1km @3:45 rest 90s", "@3:45 rest 90s"),
        ("Wed easy 8km around the lake", "around the lake"),
        ("Wed easy 8km // with Anna, 3 laps", "with Anna, 3 laps"),
        ("Wed easy 8km 6x100m strides", "6x100m strides"),
        ("Wed long 20km 300 m climb", "300 m climb"),
        ("Wed marathon pace 10km", "marathon pace"),
    ],
)
def test_pace_recovery_and_other_words_are_kept_as_notes(line: str, notes: str) -> None:
    assert parse(line).notes == notes


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("Wed 8kn easy", 4, "“8kn” can't be read"),
        ("Wed easy 8", 9, "8 what? Write 8km"),
        ("Wed 6x1kn", 4, "as repetitions"),
        ("Wed easy 8km 9km", 13, "How far is given twice"),
        ("Wed easy 45min 50min", 15, "How long is given twice"),
        ("Wed 6x1km 4x400m", 10, "repetitions are given twice"),
        ("Wed 18:30 easy at 19:00", 15, "time of day is given twice"),
        ("Wed easy at 25:00", 9, "No clock shows"),
        ("Wed easy 90m", 9, "Metres or minutes? Write 90min"),
        ("Wed 5x3m hard", 4, "Metres or minutes? Write 3min"),
        ("Wed 200x1km", 4, "Repetitions go from 1"),
        ("Wed easy 0km", 9, "more than 0"),
        ("Wed easy 5000km", 9, "up to 1000 km"),
        ("Wed easy 99h", 9, "up to 48 hours"),
        ("Wed rest 8km", 9, "has no distance"),
        ("Thu gym 60min", 4, "“gym” is no run"),
        ("Do Krafttraining", 3, "no run"),
        ("2026-02-30 easy", 0, "no such day"),
        ("Mon 2026-12-05 easy", 0, "2026-12-05 is a Saturday"),
        ("5/12 easy", 0, "day or the month first"),
        ("31/2 easy", 0, "no such day"),
        ("Wed 8km 45m", 8, "Metres or minutes? Write 45min"),
        ("day 8 easy", 0, "days 1 to 7"),
        ("easy 8km", 0, "Which day?"),
        ("Wed", 3, "What kind of run"),
        ("Wed 18:30", 9, "What kind of run"),
    ],
)
def test_what_can_not_be_read_is_shown_with_its_place(line: str, column: int, said: str) -> None:
    error = refusal(line)
    assert (error.column, error.text) == (column, line)
    assert said in str(error)


def test_a_misspelt_day_is_not_taken_for_a_note() -> None:
    assert str(refusal("Thr 8km", default=on(2)).advice) == "Did you mean Thursday?"


def test_a_line_that_is_too_long_is_refused() -> None:
    assert refusal("Wed easy " + "x" * LONGEST).column == LONGEST


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("Thu  6 x 1 km, hard - 60 min", "Thu intervals 6x1km 1h"),
        ("sun 2:05 LONG 22 km", "Sun long 22km 2h05"),
        ("every Wed 10k", "every Wed easy 10km"),
        ("5 Dec 10:00 race 10k Parkrun", "2026-12-05 10:00 parkrun 10km"),
        ("Wed easy 5mi @8:00", "Wed easy 5mi // @8:00"),
    ],
)
def test_the_canonical_line_is_short(line: str, written: str) -> None:
    assert write_run(parse(line), WEEK) == written


SOME = (
    "Mon Thu 5.12. every rest easy long hard hills race gym marathon run bike swim 8km 5mi 400m 8 "
    "6x1km 4x400 5x3min 60min 1h30 2:05 45:10 18:30 at @4:30 /km rest 90s // \" ( ' + - h lake "
    "Z2 2026-12-05 10 km min \u00e0 \u0301 \u200b \U0001f3c3"
)
WORDS = st.sampled_from(SOME.split(" "))
names = st.text(max_size=30) | st.lists(WORDS, max_size=4).map(" ".join)
lines = st.text(max_size=60) | st.lists(WORDS, max_size=9).map(" ".join)


typed_runs = st.builds(
    Typed,
    kind=st.sampled_from((EASY, HARD, LONG, RACE, OTHER)),
    name=names.filter(bool),
    date=st.dates(datetime.date(2000, 1, 3), datetime.date(2090, 1, 1)),
    start=st.none() | st.times().map(lambda each: each.replace(second=0, microsecond=0)),
    metres=st.none() | st.integers(200, 1_000_000).map(float) | st.just(8046.72),
    seconds=st.none() | st.integers(1, 48 * 3600).map(float),
    notes=names.map(str.strip),
    repeats=st.booleans(),
)


@given(typed_runs, st.booleans())
@example(Typed(EASY, '"', on(0)), True)
@example(Typed(RACE, "gym", on(0), at(2, 5), notes="// //"), True)
def test_what_is_written_reads_back_as_the_same(typed: Typed, near: bool) -> None:
    week = Week(typed.date - datetime.timedelta(days=2))
    line = write_run(typed, week if near else None)
    assert parse_run(line, week, None) == typed


def attempt(line: str) -> tuple[Typed | None, RunError | None]:
    """What a line says, or why it says nothing."""
    try:
        return parse_run(line, WEEK, on(2)), None
    except RunError as error:
        return None, error


@given(lines)
@example("1h" * 200)
@example("at " * 100)
def test_any_line_is_read_or_refused_with_a_place(line: str) -> None:
    typed, error = attempt(line)
    if typed is None:
        assert error is not None
        assert 0 <= error.column <= len(line)
    else:
        assert parse_run(write_run(typed, WEEK), WEEK, None) == typed


def test_a_run_is_written_without_its_id_and_plan() -> None:
    run = parse("Thu 6x1km hard 60min").run("r1", "p1")
    assert (run.id, run.plan, run.version) == ("r1", "p1", 1)
    assert write_run(run) == "2026-11-26 intervals 6x1km 1h"


def weeks(count: int, days: int = 7) -> list[Week]:
    step = datetime.timedelta(days=days)
    return [Week(MONDAY + step * each, days, each + 1) for each in range(count)]


def test_a_weekly_run_is_on_the_same_day_of_every_week_from_its_own_on() -> None:
    run = Run("r", "Easy 10 km", EASY, on(9), source="uid")
    made = repeat_weekly(run, weeks(4))
    assert [each.date for each in made] == [on(9), on(16), on(23)]
    assert made[0].id == "r"
    assert len({each.id for each in made}) == 3
    assert len({each.series for each in made}) == 1
    assert made[0].series
    assert [each.source for each in made] == ["uid", "", ""]


def test_in_a_plan_of_ten_days_it_is_on_the_same_day_of_the_cycle() -> None:
    made = repeat_weekly(Run("r", "Easy", EASY, on(8)), weeks(3, 10))
    assert [each.date for each in made] == [on(8), on(18), on(28)]


def test_without_a_plan_it_is_repeated_up_to_a_day() -> None:
    made = repeat_weekly(Run("r", "Easy", EASY, on(2)), on(16))
    assert [each.date for each in made] == [on(2), on(9), on(16)]
    assert repeat_weekly(Run("r", "Easy", EASY, on(2)), on(8)) == (Run("r", "Easy", EASY, on(2)),)


def test_a_run_outside_of_the_weeks_stays_alone() -> None:
    run = Run("r", "Easy", EASY, on(-3))
    assert repeat_weekly(run, weeks(4)) == (run,)
