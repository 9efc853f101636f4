"""Runs that were done, in one line each."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.done_line import (
    TypedRun,
    begin_done,
    parse_done,
    typed_of,
    write_done,
)
from hemipelvi_gui.domain.done_runs import DoneRun, Half, Source, Surface
from hemipelvi_gui.domain.run_grammar import RunError
from hemipelvi_gui.domain.runs import Run, RunKind

TODAY = datetime.date(2026, 11, 23)


def read(text: str) -> TypedRun:
    return parse_done(text, TODAY, TODAY)


def test_the_plain_line() -> None:
    assert read("8 km 45:10 easy 142bpm") == TypedRun(
        "Easy 8 km", TODAY, RunKind.EASY, None, 8000.0, 2710.0, 142.0
    )


def test_a_race_keeps_its_name() -> None:
    run = read("parkrun race 5km 20:41")
    assert (run.kind, run.name, run.seconds) == (RunKind.RACE, "Parkrun", 1241)
    assert read("half marathon 1:39:05").metres == 21097.5


def test_heart_rates_are_told_in_many_ways() -> None:
    run = read("yesterday long 22km 2:05:00 avg 138 max 160")
    assert run.date == datetime.date(2026, 11, 22)
    assert (run.seconds, run.heart_rate, run.max_heart_rate) == (7500, 138, 160)
    for text in ("138/160bpm", "avg hr 138 max hr 160", "\u00f8 138 max. 160bpm", "HF 138 max 160"):
        run = read(f"22km 2:05:00 {text}")
        assert (run.heart_rate, run.max_heart_rate) == (138, 160), text


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("trail 12km 1:20:00", Surface.TRAIL),
        ("treadmill 40min", Surface.TREADMILL),
        ("8km 45:10 road", Surface.ROAD),
        ("track 6x400m 35min", Surface.TRACK),
        ("Laufband 40min", Surface.TREADMILL),
    ],
)
def test_what_was_run_on(text: str, surface: Surface) -> None:
    assert read(text).surface is surface


def test_miles_climb_warmth_and_effort() -> None:
    run = read("5mi 42:30 climb 300m -3\u00b0C rpe 6.5")
    assert (run.metres, run.climb_m, run.temperature_c, run.rpe) == (8046.72, 300, -3, 6.5)


def test_a_pace_tells_how_long_it_took() -> None:
    assert read("8km 5:30/km").seconds == 2640
    assert read("8km 45:10 5:30/km").seconds == 2710


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        ("8km 5:39/km", ""),
        ("8km @ 5:39", ""),
        ("8km at 5:39/km", ""),
        ("8km pace 5:39/km", ""),
        ("8km 45:10 5:39/km", ""),
        ("8km 45:10 @5:20", "@5:20"),
        ("8km 45:10 @ 5:40-5:30", "@ 5:40-5:30"),
        ("6x1km 10km 4:15/km", "4:15/km"),
    ],
)
def test_a_pace_is_a_note_only_where_it_is_another(text: str, notes: str) -> None:
    assert read(text).notes == notes


def test_a_pace_of_repetitions_tells_nothing_of_the_whole() -> None:
    assert read("6x1km 10km 4:15/km").seconds is None


def test_a_pace_without_a_unit_is_that_of_the_distance() -> None:
    assert read("5mi @ 8:48").seconds == 2640
    assert read("8km @ 5:30").seconds == 2640


@pytest.mark.parametrize(
    ("text", "metres", "seconds"),
    [
        ("HM 1:45:20", 21097.5, 6320),
        ("Berlin HM 1:45:20", 21097.5, 6320),
        ("half 1:45:20", 21097.5, 6320),
        ("half marathon 1:45:20", 21097.5, 6320),
        ("marathon 3:29:59", 42195, 12599),
        ("parkrun 20:58", 5000, 1258),
        ("parkrun", 5000, None),
    ],
)
def test_races_have_their_distance(text: str, metres: float, seconds: float | None) -> None:
    run = read(text)
    assert (run.kind, run.metres, run.seconds) == (RunKind.RACE, metres, seconds)


def test_a_distance_alone_is_no_race() -> None:
    assert (read("10k 43:18").metres, read("10k 43:18").kind) == (10000, None)
    assert read("5k").metres == 5000


def test_half_of_a_run_and_the_pace_of_a_race_are_no_race() -> None:
    assert read("10km 55:00 second half hard").metres == 10000
    assert read("12km 55:00 HM pace").kind is None


def test_a_parkrun_that_was_run_easily_is_as_far() -> None:
    run = read("easy parkrun 31:00")
    assert (run.kind, run.metres) == (RunKind.EASY, 5000)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("8.5km 45m10s", 2710),
        ("8.5km 45'10\"", 2710),
        ("8.5km 45\u203210\u2033", 2710),
        ("18km 1h42", 6120),
        ("18km 1h42m10s", 6130),
        ("18km 1h42min10s", 6130),
    ],
)
def test_how_long_is_told_in_many_ways(text: str, seconds: float) -> None:
    assert read(text).seconds == seconds


def test_no_name_starts_where_the_seconds_end() -> None:
    run = read('8km 45\'10" 142bpm "Round the lake"')
    assert (run.heart_rate, run.name, run.seconds) == (142, "Round the lake", 2710)


@pytest.mark.parametrize("words", ["+450m", "450 hm", "450hm", "climb 450m", "D+ 450", "450m d+"])
def test_climb_is_told_in_many_ways(words: str) -> None:
    run = read(f"10km 1:02:00 {words} easy")
    assert (run.climb_m, run.metres, run.notes) == (450, 10000, "")


@pytest.mark.parametrize("words", ["rpe 6", "rpe6", "@6", "@ 6", "@6/10"])
def test_effort_is_told_in_many_ways(words: str) -> None:
    run = read(f"8km 45:10 {words}")
    assert (run.rpe, run.notes) == (6, "")


@pytest.mark.parametrize("words", ["400m x 8", "400m\u00d78", "8x400m", "8 x 400 m"])
def test_repetitions_are_told_in_either_order(words: str) -> None:
    run = read(f"{words} hard 38:00")
    assert (run.name, run.metres) == ("Intervals 8 \u00d7 400 m", None)


def test_nobody_said_what_it_was_for() -> None:
    assert read("8km 45:10").kind is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today 8km", 23),
        ("gestern 8km", 22),
        ("Thu 8km", 19),
        ("Mon 8km", 23),
        ("Tue 8km", 17),
        ("2026-11-05 8km", 5),
        ("5 Nov 8km", 5),
        ("8km", 23),
        ("Sunday 8km", 22),
        ("last Sunday 8km", 22),
        ("on Sunday 8km", 22),
        ("on Monday 8km", 23),
        ("last Monday 8km", 16),
        ("last Sun 22 Nov 8km", 22),
        ("letzten Sonntag 8km", 22),
        ("am Sonntag 8km", 22),
        ("dimanche dernier 8km", 22),
        ("le dimanche 8km", 22),
        ("el domingo pasado 8km", 22),
        ("day before yesterday 8km", 21),
        ("the day before yesterday 8km", 21),
        ("avant-hier 8km", 21),
        ("2 days ago 8km", 21),
        ("two days ago 8km", 21),
        ("a week ago 8km", 16),
        ("vor 3 Tagen 8km", 20),
        ("il y a 2 jours 8km", 21),
        ("hace 2 d\u00edas 8km", 21),
        ("last night 8km", 22),
        ("this morning 8km", 23),
        ("21/11 8km", 21),
        ("11/21 8km", 21),
        ("21/11/26 8km", 21),
        ("on 21/11/2026 8km", 21),
        ("11/11 8km", 11),
    ],
)
def test_the_day_lies_in_the_past(text: str, day: int) -> None:
    assert read(text).date == datetime.date(2026, 11, day)


def test_a_day_is_read_only_where_it_can_be_nothing_else() -> None:
    assert read('"Yesterday once more" 8km').name == "Yesterday once more"
    assert read("8km // slower than yesterday").notes == "slower than yesterday"
    assert read("Black Friday race 5km 20:00").name == "Black Friday"


def test_a_day_that_may_be_two_is_refused_with_both() -> None:
    with pytest.raises(RunError) as caught:
        read("3/11 8km")
    assert str(caught.value.advice) == "Write 3 Nov or 11 Mar."


@pytest.mark.parametrize(
    ("text", "column", "word"),
    [
        ("8km 45:10 last Sunday", 10, "The day stands first"),
        ("8km 45:10 yesterday", 10, "The day stands first"),
        ("next Sunday 8km", 0, "still to come"),
        ("dimanche prochain 8km", 0, "still to come"),
        ("last week 8km", 0, "Which day"),
        ("3/11 8km", 0, "day or the month first"),
        ("31/02 8km", 0, "no such day"),
        ("8km 45:10 142", 10, "142bpm"),
        ("8km 45:10 7", 10, "rpe 7"),
        ("8km 45:10 999", 10, "999 what? Write 999km"),
        ("0 km", 0, "more than 0"),
        ("8km 0:00", 4, "more than 0"),
        ("8km 45m", 4, "Write 45min"),
        ("800 km 45:10", 7, "800km in 45h10 is 3:23/km. Is that right"),
        ("800 km 45:10 5:30/km", 7, "Is that right"),
        ("8km 3h", 4, "8km in 3h is 22:30/km"),
        ("1km 80s", 4, "Is that right"),
        ("8km 0:30/km", 4, "Is that right"),
        ("marathon 1:30:00", 9, "Is that right"),
        ("6x400m 10s rest 35min", 7, "2.4km in 10s is 0:04/km"),
        ("easy", 4, "How far"),
        ("", 0, "How far"),
        ("tomorrow 5km", 0, "still to come"),
        ("2026-12-01 8km", 0, "still to come"),
        ("8km 45:10 8km", 10, "twice"),
        ("8km 45:10 300bpm", 10, "30 to 240"),
        ("8km 45:10 rpe 12", 10, "1 to 10"),
        ("5km 2:05", 4, "may be"),
        ("rest", 0, "no run"),
        ("gym 40min", 0, "no run"),
        ("8km 142bpm avg 150", 11, "twice"),
        ("8km " + "x" * 500, 500, "too long"),
    ],
)
def test_what_cant_be_read_is_told_with_its_place(text: str, column: int, word: str) -> None:
    with pytest.raises(RunError) as caught:
        read(text)
    assert caught.value.column == column
    assert word in str(caught.value.message)


@pytest.mark.parametrize("answer", ["//", "// a hundred laps", "3:23/km"])
def test_an_odd_pace_may_be_right(answer: str) -> None:
    run = read(f"800km 45h10 {answer}")
    assert run.seconds == 162600
    assert parse_done(write_done(run), TODAY, TODAY) == run


def test_other_training_may_be_as_fast_or_as_slow_as_it_likes() -> None:
    assert read("bike 40km 50:00").seconds == 3000
    assert read("hike 10km 5h").seconds == 18000


def planned(name: str, kind: RunKind, metres: float | None = None) -> Run:
    return Run("p", name, kind, TODAY, metres=metres)


@pytest.mark.parametrize(
    ("run", "line"),
    [
        (planned("Easy 8 km", RunKind.EASY, 8000.0), "easy 8km "),
        (planned("Intervals 8 \u00d7 200 m", RunKind.QUALITY, 6000.0), "8x200m hard 6km "),
        (planned("Intervals 5 \u00d7 3 min", RunKind.QUALITY), "5x3min hard "),
        (planned("Hills 10 \u00d7 30 s", RunKind.QUALITY), "hills 10x30s "),
        (planned("Parkrun", RunKind.RACE, 5000.0), "parkrun "),
        (planned("City ten", RunKind.RACE, 10000.0), "race 10km City ten "),
        (planned("Round the lake", RunKind.LONG, 18000.0), 'long 18km "Round the lake" '),
        (planned("last Sunday", RunKind.EASY, 5000.0), 'easy 5km "last Sunday" '),
        (planned("x" * 600, RunKind.EASY, 5000.0), "easy 5km "),
    ],
)
def test_a_planned_run_keeps_its_work_and_its_name(run: Run, line: str) -> None:
    assert begin_done(run) == line


@given(
    st.sampled_from(("Intervals 6 \u00d7 1 km", "Tempo 8 km", "Parkrun", "A 5 \u00d7 5 m", "Run")),
    st.sampled_from([each for each in RunKind if each != "rest"]),
    st.integers(1000, 40_000).map(float),
)
def test_what_is_begun_reads_back_as_planned(name: str, kind: RunKind, metres: float) -> None:
    read_back = read(f"{begin_done(planned(name, kind, metres))}1h //")
    assert (read_back.name, read_back.kind, read_back.metres) == (name, kind, metres)


def test_what_stands_after_the_strokes_tells_nothing() -> None:
    run = read("8km 45:10 // felt like 200bpm max 300")
    assert (run.heart_rate, run.notes) == (None, "felt like 200bpm max 300")


def test_written_again_it_keeps_what_a_line_cant_say() -> None:
    run = DoneRun(
        "r",
        "Easy 8 km",
        TODAY,
        RunKind.EASY,
        metres=8000.0,
        seconds=2710.4,
        flat_metres=8100.0,
        halves=(Half(4000, 1355), Half(4000, 1355)),
        device="strap",
        sources=(Source("fit", "1"),),
    )
    same = read(write_done(run)).onto(run)
    assert (same.device, same.sources) == ("strap", run.sources)
    longer = read("easy 9km 45:10").onto(run)
    assert (longer.halves, longer.flat_metres, longer.id) == ((), None, "r")


SECONDS = st.one_of(st.none(), st.integers(1, 5 * 3600).map(float))
RATES = st.one_of(st.none(), st.integers(30, 240).map(float))
NAMES = st.one_of(
    st.sampled_from(("Easy 8 km", "Parkrun", "Run", "Zugspitz trail", 'A "fine" run', "12 km")),
    st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1, max_size=30).map(
        str.strip
    ),
).filter(bool)
NOTES = st.one_of(st.just(""), st.sampled_from(("legs heavy", "at 200bpm // max", "trail \u00b0C")))


@given(
    st.builds(
        TypedRun,
        NAMES,
        st.dates(datetime.date(2000, 1, 1), TODAY),
        st.one_of(st.none(), st.sampled_from([each for each in RunKind if each != "rest"])),
        st.one_of(st.none(), st.times().map(lambda t: t.replace(second=0, microsecond=0))),
        st.integers(200, 100_000).map(float),
        SECONDS,
        RATES,
        RATES,
        st.one_of(st.none(), st.sampled_from(Surface)),
        st.one_of(st.none(), st.sampled_from((1, 5.5, 10)).map(float)),
        st.one_of(st.none(), st.integers(0, 5000).map(float)),
        st.one_of(st.none(), st.integers(-30, 45).map(float)),
        NOTES,
    )
)
def test_what_is_written_reads_back(run: TypedRun) -> None:
    line = write_done(run)
    assert parse_done(line, TODAY, TODAY) == run, line


@given(st.text(max_size=120))
def test_whatever_is_typed_is_read_or_told(text: str) -> None:
    column, run = 0, None
    try:
        run = read(text)
    except RunError as error:
        column = error.column
    assert 0 <= column <= len(text)
    if run is not None:
        assert typed_of(run.run("r")) == run
        assert parse_done(write_done(run), TODAY, TODAY) == run
