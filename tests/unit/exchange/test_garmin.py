from __future__ import annotations

import csv
import datetime
import io
from random import Random

import pytest

from hemipelvi_gui.domain.done_runs import Source, Surface
from hemipelvi_gui.domain.log_files import Answers, DistanceUnit, Question, ReadLog
from hemipelvi_gui.exchange.formats.garmin import Garmin
from tests.unit.exchange.damage import changed, cut, outcome
from tests.unit.exchange.track_samples import SAMPLES, calm

GARMIN = Garmin()
SAMPLE = (SAMPLES / "garmin-activities-decimal-comma.csv").read_bytes()
SHORT = b"\n".join(SAMPLE.split(b"\n")[:4])
ENGLISH = "Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Pace"
OTHERS = {
    "de": ("Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø HF,Max. HF,Ø Pace", "Laufen"),
    "de2": (
        "Aktivitätstyp,Datum,Favorit,Titel,Distanz,Kalorien,Zeit,Ø Herzfrequenz,"
        "Maximale Herzfrequenz,Ø Pace",
        "Laufen",
    ),
    "sv": ("Aktivitetstyp,Datum,Favorit,Titel,Distans,Kalorier,Tid,Medelpuls,Maxpuls,x", "Löpning"),
    "da": (
        "Aktivitetstype,Dato,Favorit,Titel,Distance,Kalorier,Tid,Gennemsnitlig puls,Maks. puls,x",
        "Løb",
    ),
    "no": (
        "Aktivitetstype,Dato,Favoritt,Tittel,Distanse,Kalorier,Tid,Gjennomsnittlig puls,Makspuls,x",
        "Løping",
    ),
    "pl": (
        "Typ aktywności,Data,Ulubiony,Tytuł,Dystans,Suma kalorii,Czas,Średnie tętno,"
        "Maksymalne tętno,x",
        "Bieganie",
    ),
    "pt": (
        "Tipo de atividade,Data,Favorito,Título,Distância,Calorias,Tempo total,FC Média,"
        "FC máxima,x",
        "Corrida",
    ),
    "fr": (
        "Type d'activité,Date,Favori,Titre,Distance,Calories,Durée,Fréquence cardiaque moyenne,"
        "Fréquence cardiaque maximale,x",
        "Course à pied",
    ),
    "es": (
        "Tipo de actividad,Fecha,Favorito,Título,Distancia,Calorías,Tiempo,"
        "Frecuencia cardiaca media,FC máxima,x",
        "Carrera",
    ),
    "it": (
        "Tipo di attività,Data,Preferita,Titolo,Distanza,Calorie,Tempo,FC Media,FC max,x",
        "Corsa",
    ),
    "nl": (
        "Activiteittype,Datum,Favoriet,Titel,Afstand,Calorieën,Tijd,Gem. HS,Max. HS,x",
        "Hardlopen",
    ),
}


MILES = 'Running,2024-05-01 07:00:00,false,"x","6.22","600","00:50:00","150","171","8:02"'
TRACK = 'Track Running,2024-05-01 07:00:00,false,"x","5,000","1","00:25:00","150","171","5:00"'
BARE = 'Running,2024-05-01 07:00:00,false,"x","5.00","--","00:25:00","--","--","--"'


def listed(*rows: str, header: str = ENGLISH) -> bytes:
    return "\n".join((header, *rows)).encode()


def read(content: bytes, answers: Answers = Answers()) -> ReadLog:  # noqa: B008  frozen
    assert GARMIN.recognises(content)
    return GARMIN.read(content, answers, calm)


def test_the_sample_has_decimal_commas_under_english_names() -> None:
    log = read(SAMPLE)
    assert (log.rows, len(log.runs), log.skipped, log.questions) == (1131, 1131, (), ())
    run = log.runs[0]
    assert (run.date, run.start) == (datetime.date(2026, 1, 4), datetime.time(12, 38, 59))
    assert (run.metres, run.seconds, run.elapsed_s) == (3400.0, 1011.0, 1021.0)
    assert (run.heart_rate, run.max_heart_rate) == (153, 166)
    assert (run.surface, run.climb_m, run.begun) == (Surface.TREADMILL, None, None)
    assert run.sources == (Source("garmin", "2026-01-04T12:38:59"),)
    assert sum(each.metres or 0 for each in log.runs) == pytest.approx(11_564_320)
    assert [str(each) for each in log.assumed] == ["Distances are taken for kilometres."]


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_is_read(language: str) -> None:
    header, sport = OTHERS[language]
    row = f'{sport},2024-05-01 07:00:00,false,"x","10,02","600","00:50:06","150","171","5:00"'
    log = read(listed(row, header=header))
    (run,) = log.runs
    assert (run.metres, run.seconds) == (10_020, 3006)
    assert (run.heart_rate, run.max_heart_rate, log.questions) == (150, 171, ())


def test_nothing_says_kilometres_or_miles_so_it_is_asked() -> None:
    content = listed(MILES)
    log = read(content)
    assert log.questions == (Question.DISTANCE,)
    assert log.runs[0].metres == 6220
    told = read(content, Answers(distance=DistanceUnit.MILES))
    assert told.questions == ()
    assert told.runs[0].metres == pytest.approx(10_010, abs=1)


def test_a_header_or_the_strides_tell_miles() -> None:
    row = MILES
    named = read(listed(row, header=ENGLISH.replace("Distance", "Distance (mi)")))
    assert (named.questions, round(named.runs[0].metres or 0)) == ((), 10_010)
    strides = ENGLISH + ",Avg Run Cadence,Avg Stride Length,Total Ascent"
    log = read(listed(f'{row},"170","1.18","100"', header=strides))
    assert (log.questions, round(log.runs[0].metres or 0)) == ((), 10_010)
    assert log.runs[0].climb_m == 30.5


def test_a_run_on_a_track_is_in_metres() -> None:
    log = read(
        listed(
            'Track Running,2024-05-01 07:00:00,false,"x","5,000","1","00:25:00","150","171","5:00"'
        )
    )
    assert (log.runs[0].metres, log.questions) == (5000, ())
    comma = read(
        listed(
            'Track Running,2024-05-01 07:00:00,false,"x","5.000","1","00:25:00","150","171","5:00"',
            'Running,2024-05-02 07:00:00,false,"x","5,01","600","00:25:00","150","171","4:59"',
        )
    )
    assert [each.metres for each in comma.runs] == [5000, 5010]


def test_dashes_are_nothing() -> None:
    (run,) = read(listed(BARE)).runs
    assert (run.heart_rate, run.max_heart_rate, run.seconds) == (None, None, 1500)


def test_other_sports_and_rows_that_say_nothing_are_left_out_with_their_lines() -> None:
    log = read(
        listed(
            'Cycling,2024-05-01 07:00:00,false,"x","40.00","600","01:25:00","150","171","28.0"',
            'Pool Swim,2024-05-01 09:00:00,false,"x","1,500","600","00:25:00","150","171","1:40"',
            'Running,someday,false,"x","5.00","1","00:25:00","1","1","5:00"',
            'Running,2024-05-03 07:00:00,false,"x","--","1","--","1","1","--"',
        )
    )
    assert (log.rows, log.runs) == (4, ())
    assert [each.line for each in log.skipped] == [2, 3, 4, 5]
    assert str(log.skipped[1].reason) == "\u201cPool Swim\u201d is no run."


def test_a_row_that_is_there_twice_is_one_run() -> None:
    row = 'Running,2024-05-01 07:00:00,false,"x","5.00","1","00:25:00","150","171","5:00"'
    log = read(listed(row, row))
    assert (len(log.runs), len(log.skipped)) == (1, 1)


def test_columns_may_come_in_any_order() -> None:
    names = SHORT.decode().splitlines()[0].split(",")
    order = list(range(len(names)))
    Random(3).shuffle(order)
    rows = [[row[at] for at in order] for row in csv.reader(io.StringIO(SHORT.decode()))]
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    assert read(text.getvalue().encode()).runs == read(SHORT).runs


def test_damage_is_refused_or_read_around() -> None:
    for piece in (*cut(SHORT, 300), *changed(SHORT, 400)):
        outcome(GARMIN, piece)
