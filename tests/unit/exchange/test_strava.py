from __future__ import annotations

import datetime

import pytest

from hemipelvi_gui.domain.done_runs import DoneRun, Source, Surface
from hemipelvi_gui.domain.log_files import Answers, Question
from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.exchange.formats.strava import Strava
from tests.unit.exchange.damage import changed, cut, outcome
from tests.unit.exchange.track_samples import SAMPLES, calm

STRAVA = Strava(zone=datetime.UTC)
SAMPLE = (SAMPLES / "strava-activities.csv").read_bytes()
HEADER = SAMPLE.decode().splitlines()[0].split(",")
GERMAN = [
    "Aktivitäts-ID",
    "Aktivitätsdatum",
    "Name der Aktivität",
    "Aktivitätsart",
    "Aktivitätsbeschreibung",
    "Verstrichene Zeit",
    "Distanz",
    "Max. Herzfrequenz",
    "Relative Leistung",
    "Pendeln",
    "Hinweis",
    "Ausrüstung",
    "Dateiname",
    "Sportlergewicht",
    "Fahrradgewicht",
    "Verstrichene Zeit",
    "Bewegungszeit",
    "Distanz",
    "Höchstgeschw.",
    "Durchschnittliche Geschwindigkeit",
    "Höhenzunahme",
    "Höhenunterschied",
    "Min. Höhe",
    "Max. Höhe",
    "Max. Steigung",
    "Durchschnittliche Steigung",
    "Positive",
    "Negative",
    "Max. Frequenz",
    "Durchschnittliche Trittfrequenz",
    "Max. Herzfrequenz",
    "Durchschnittliche Herzfrequenz",
    "Max. Watt",
]
CELLS: dict[int, str] = {
    0: "42",
    1: "Oct 6, 2022, 11:19:20\u202fPM",
    2: "Evening",
    3: "Run",
    4: 'Felt "easy",\nthen not.',
    5: "2760",
    6: "9.44",
    7: "999",
    15: "2760",
    16: "2700",
    17: "9440.5",
    20: "81.0",
    30: "171",
    31: "148.5",
    36: "19",
}


def listed(*rows: dict[int, str], header: list[str] = HEADER) -> bytes:
    """An export with these cells in its rows, by their place."""
    lines = [",".join(f'"{name}"' for name in header)]
    for row in rows:
        cells = [row.get(at, "").replace('"', '""') for at in range(len(header))]
        lines.append(",".join(f'"{cell}"' for cell in cells))
    return "\r\n".join(lines).encode()


def run_of(content: bytes) -> DoneRun:
    (run,) = STRAVA.read(content, Answers(), calm).runs
    return run


def test_the_sample_is_a_run_in_metres() -> None:
    assert STRAVA.recognises(SAMPLE)
    run = run_of(SAMPLE)
    assert (run.name, run.metres, run.seconds) == ("Laufen Landal Park", 3322.9, 1411.0)
    assert run.begun == datetime.datetime(2022, 5, 29, 15, 53, 35, tzinfo=datetime.UTC)
    assert (run.elapsed_s, run.climb_m, run.flat_metres) == (1428.0, 61.9, None)
    assert run.sources == (Source("strava", "12070555079"),)


def test_of_columns_that_come_twice_the_second_is_taken() -> None:
    run = run_of(listed(CELLS))
    assert (run.metres, run.max_heart_rate, run.heart_rate) == (9440.5, 171, 148.5)
    assert run.notes == 'Felt "easy",\nthen not.'
    assert run.temperature_c == 19


def test_times_are_utc_and_shown_where_the_runner_lives() -> None:
    zone = datetime.timezone(datetime.timedelta(hours=2))
    (run,) = Strava(zone=zone).read(listed(CELLS), Answers(), calm).runs
    assert (run.date, run.start) == (datetime.date(2022, 10, 7), datetime.time(1, 19, 20))


@pytest.mark.parametrize(
    "date",
    [
        "Oct 6, 2022, 11:19:20 PM",
        "06.10.2022, 23:19:20",
        "6 Oct 2022, 23:19:20",
        "6 oct. 2022 à 23:19:20",
        "6 oct 2022, 23:19:20",
        "6 ott 2022, 23:19:20",
        "6 okt. 2022 23:19:20",
        "6 de out. de 2022, 23:19:20",
        "6 paź 2022, 23:19:20",
        "2022-10-06 23:19:20",
    ],
)
def test_dates_are_read_in_these_languages(date: str) -> None:
    begun = datetime.datetime(2022, 10, 6, 23, 19, 20, tzinfo=datetime.UTC)
    assert run_of(listed(CELLS | {1: date})).begun == begun


def test_a_german_list_is_read_by_its_names() -> None:
    cells = CELLS | {1: "09.12.2022, 15:24:49", 3: "Lauf", 6: "9,44"}
    run = run_of(listed(cells, header=GERMAN))
    assert (run.metres, run.heart_rate, run.climb_m) == (9440.5, 148.5, 81)
    short = run_of(listed(cells | {17: "9,44"}, header=GERMAN))
    assert short.metres == 9440


def test_a_list_in_an_unknown_language_is_read_by_its_pairs_of_columns() -> None:
    strange = [f"x{HEADER.index(name)}" for name in HEADER]
    run = run_of(listed(CELLS, header=strange))
    assert (run.metres, run.seconds, run.heart_rate) == (9440.5, 2700, 148.5)


def test_html_in_a_header_does_no_harm() -> None:
    header = list(HEADER)
    header[16] = "<span class=&quot;x&quot;>Moving</span> Time"
    header[60] = "<br/>Weather &amp; more"
    assert run_of(listed(CELLS, header=header)).seconds == 2700


def test_the_list_of_before_july_2019_is_in_metres() -> None:
    old = (
        b"id,date,name,type,description,elapsed_time,distance,commute,gear,filename\n"
        b"7,2018-05-05 17:33:37,Lunch Run,Run,,1800,5012.3,false,,activities/7.gpx\n"
    )
    assert STRAVA.recognises(old)
    run = run_of(old)
    assert (run.metres, run.seconds) == (5012.3, 1800)


def test_other_sports_are_left_out_each_with_its_line() -> None:
    rides = [CELLS | {0: str(number), 3: "Ride"} for number in range(5)]
    log = STRAVA.read(listed(*rides, CELLS, CELLS | {3: "Weight Training"}), Answers(), calm)
    assert (log.rows, len(log.runs)) == (7, 1)
    # Each description has two lines.
    assert [each.line for each in log.skipped] == [2, 4, 6, 8, 10, 14]
    assert [str(each.reason) for each in log.skipped[-2:]] == [
        "\u201cRide\u201d is no run.",
        "\u201cWeight Training\u201d is no run.",
    ]


@pytest.mark.parametrize(
    ("sport", "surface"),
    [
        ("Trail Run", Surface.TRAIL),
        ("Virtual Run", Surface.TREADMILL),
        ("Traillauf", Surface.TRAIL),
    ],
)
def test_the_kind_of_activity_tells_the_surface(sport: str, surface: Surface | None) -> None:
    assert run_of(listed(CELLS | {3: sport})).surface is surface


@pytest.mark.parametrize(
    ("column", "kind"), [("Competition", RunKind.RACE), ("Long Run", RunKind.LONG)]
)
def test_only_what_the_runner_marked_has_a_kind(column: str, kind: RunKind) -> None:
    header = [*HEADER, column]
    assert run_of(listed(CELLS | {len(HEADER): "1.0"}, header=header)).kind is kind
    assert run_of(listed(CELLS, header=header)).kind is None


def test_an_open_order_of_day_and_month_is_asked_for() -> None:
    content = listed(CELLS | {1: "3/4/2022 10:00"})
    log = STRAVA.read(content, Answers(), calm)
    assert log.questions == (Question.DATE_ORDER,)
    told = STRAVA.read(content, Answers(day_first=False), calm)
    assert (told.questions, told.runs[0].date) == ((), datetime.date(2022, 3, 4))


def test_a_row_without_a_date_or_a_length_is_said() -> None:
    log = STRAVA.read(
        listed(CELLS | {1: "soon"}, CELLS | dict.fromkeys((5, 6, 15, 16, 17), ""), CELLS),
        Answers(),
        calm,
    )
    assert len(log.runs) == 1
    # The description runs over two lines.
    assert [each.line for each in log.skipped] == [2, 4]


def test_damage_is_refused_or_read_around() -> None:
    for piece in (*cut(SAMPLE, 300), *changed(SAMPLE, 300), *changed(listed(CELLS, CELLS), 300)):
        outcome(STRAVA, piece)
