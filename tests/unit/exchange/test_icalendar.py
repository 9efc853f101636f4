from __future__ import annotations

import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.left_out import left_out
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.exchange import FileError, read
from hemipelvi_gui.exchange.formats.icalendar_runs import ICalendarRuns
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.calendar_samples import APPLE, GARMIN, GOOGLE, PEAKS, calendar

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.bundle import Bundle

TODAY = datetime.date(2026, 11, 22)
READER = ICalendarRuns(today=TODAY, zone=ZoneInfo("Europe/Berlin"))


def bundle(text: str, reader: ICalendarRuns = READER) -> Bundle:
    return reader.read(text.replace("\n", "\r\n").encode())


def only(*lines: str) -> Run:
    (run,) = bundle(calendar("\n".join(lines))).runs
    return run


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def facts(run: Run) -> tuple[str, RunKind, str, str, float | None, float | None]:
    start = run.start.strftime("%H:%M") if run.start else ""
    return run.name, run.kind, run.date.isoformat(), start, run.metres, run.seconds


def test_a_google_calendar() -> None:
    read_in = bundle(GOOGLE)
    easy = ("Easy run 8k", RunKind.EASY)
    assert [facts(each) for each in read_in.runs] == [
        (*easy, "2026-11-25", "18:00", 8000, 3600),
        ("Long run 24 km", RunKind.LONG, "2026-11-28", "09:30", 24000, 9000),
        (*easy, "2026-12-02", "18:00", 8000, 3600),
        ("Easy run 6k instead", RunKind.EASY, "2026-12-17", "19:00", 6000, 3600),
        (*easy, "2026-12-23", "18:00", 8000, 3600),
    ]
    assert read_in.runs[0].notes == "With Ben.\nHeadlamps, please!"
    assert {each.source for each in read_in.runs} == {"weekly@google.com", "long@google.com"}
    weekly = [each for each in read_in.runs if each.source == "weekly@google.com"]
    assert len({each.series for each in weekly}) == 1
    assert [str(line) for line in left_out(read_in)] == [
        "1 in the gym, which are sessions: Gym with Carla",
        "1 that are no training: Dentist",
        "1 cancelled: Track run",
    ]


def test_an_apple_calendar() -> None:
    assert [facts(each)[1:] for each in bundle(APPLE).runs] == [
        (RunKind.EASY, "2026-11-24", "06:30", None, 2700),
        (RunKind.RACE, "2026-12-06", "", 21097.5, None),
    ]
    assert bundle(APPLE).runs[0].name.startswith("Dauerlauf locker, am Fluss entlang")


def test_a_calendar_of_trainingpeaks() -> None:
    read_in = bundle(PEAKS)
    assert [facts(each) for each in read_in.runs] == [
        ("Run: Threshold 3 x 10 min", RunKind.QUALITY, "2026-11-24", "", 13500, 3900),
        ("Day off", RunKind.REST, "2026-11-25", "", None, None),
        ("Bike: endurance ride", RunKind.OTHER, "2026-11-27", "", None, 5400),
    ]
    assert [str(line) for line in left_out(read_in)] == [
        "1 in the gym, which are sessions: Strength: core and hips"
    ]


def test_a_calendar_like_that_of_garmin() -> None:
    assert [facts(each) for each in bundle(GARMIN).runs] == [
        ("Base", RunKind.EASY, "2026-11-24", "", 7850, 2700),
        ("VO2 Max", RunKind.QUALITY, "2026-11-26", "", None, None),
        ("City Marathon", RunKind.RACE, "2026-11-29", "", 42195, None),
    ]


def test_it_is_recognised_by_its_content(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\n" + PEAKS.encode())
    today = datetime.date.today().strftime("%Y%m%d")
    path.write_text(PEAKS.replace("20261124", today), encoding="utf-8")
    assert "Run: Threshold 3 x 10 min" in [each.name for each in read(path).runs]


def test_reading_a_calendar_again_gives_the_same_ids() -> None:
    first, again = bundle(GOOGLE).runs, bundle(GOOGLE.replace("180000", "183000")).runs
    assert [each.id for each in first] == [each.id for each in again]
    moved = bundle(calendar("UID:a\nSUMMARY:Run\nDTSTART:20261124T180000")).runs[0]
    later = bundle(calendar("UID:a\nSUMMARY:Run\nDTSTART:20261125T180000")).runs[0]
    assert moved.id == later.id


@pytest.mark.parametrize(
    ("start", "date", "time"),
    [
        ("DTSTART:20261124T180000", "2026-11-24", "18:00"),
        ("DTSTART:20261124T180000Z", "2026-11-24", "19:00"),
        ("DTSTART:20261124T233000Z", "2026-11-25", "00:30"),
        ("DTSTART:20260724T180000Z", "2026-07-24", "20:00"),
        ("DTSTART;TZID=America/New_York:20261124T180000", "2026-11-24", "18:00"),
        ("DTSTART;TZID=W. Europe Standard Time:20261124T180000", "2026-11-24", "18:00"),
        ("DTSTART;TZID=Nowhere/Land:20261124T180000", "2026-11-24", "18:00"),
        ("DTSTART;VALUE=DATE:20261124", "2026-11-24", ""),
    ],
)
def test_a_time_is_that_of_the_clock_on_the_wall(start: str, date: str, time: str) -> None:
    run = only("SUMMARY:Easy run", start)
    assert (run.date.isoformat(), run.start.strftime("%H:%M") if run.start else "") == (date, time)


def test_a_time_in_utc_goes_by_the_calendars_own_zone() -> None:
    text = calendar("SUMMARY:Run\nDTSTART:20261124T180000Z", head="X-WR-TIMEZONE:Asia/Tokyo\n")
    (run,) = bundle(text).runs
    assert (run.date, run.start) == (day("2026-11-25"), datetime.time(3))


def test_how_long_it_takes_is_real_time_across_a_clock_change() -> None:
    run = only(
        "SUMMARY:Night run",
        "DTSTART;TZID=Europe/Berlin:20261025T003000",
        "DTEND;TZID=Europe/Berlin:20261025T043000",
    )
    assert run.seconds == 5 * 3600


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        *(("Rest", RunKind.REST), ("Tempo 45 min", RunKind.QUALITY), ("Yoga", RunKind.OTHER)),
        *(("6 x 800 m", RunKind.QUALITY), ("Langer Lauf", RunKind.LONG), ("Parkrun", RunKind.RACE)),
        *(("Footing", RunKind.EASY), ("Bike 40 km", RunKind.OTHER), ("Jog", RunKind.EASY)),
        *(("Marathon training 12 km", RunKind.EASY), ("Run", RunKind.EASY)),
    ],
)
def test_the_title_says_what_it_is_for(title: str, kind: RunKind) -> None:
    assert only(f"SUMMARY:{title}", "DTSTART:20261124T180000").kind is kind


@pytest.mark.parametrize(
    "title", ["Long meeting", "Easy questions", "Bike to work", "Base camp talk", "Lunch", ""]
)
def test_other_events_of_ones_life_are_no_runs(title: str) -> None:
    read_in = bundle(calendar(f"SUMMARY:{title}\nDTSTART:20261124T180000"))
    assert read_in.runs == ()
    assert "no training" in str(left_out(read_in)[0])


def test_a_category_may_say_that_it_is_training() -> None:
    run = only("SUMMARY:Easy with the group", "DTSTART:20261124T180000", "CATEGORIES:Sport,Running")
    assert run.kind is RunKind.EASY


def test_a_series_goes_on_for_two_years_and_no_longer() -> None:
    runs = bundle(calendar("SUMMARY:Run\nDTSTART:20200106T180000\nRRULE:FREQ=WEEKLY")).runs
    assert runs[0].date >= TODAY - datetime.timedelta(days=366)
    assert runs[-1].date <= TODAY + datetime.timedelta(days=731)
    assert all(each.date.weekday() == 0 for each in runs)
    assert 150 < len(runs) < 160


def test_what_is_too_long_ago_is_left_out_and_said() -> None:
    read_in = bundle(calendar("SUMMARY:Run\nDTSTART:20190106T180000"))
    assert read_in.runs == ()
    assert [str(line) for line in left_out(read_in)] == ["1 too long ago or too far ahead: Run"]


def test_days_are_added_taken_and_cancelled_one_by_one() -> None:
    series = (
        "UID:s\nSUMMARY:Run\nDTSTART;VALUE=DATE:20261123\nRRULE:FREQ=DAILY;COUNT=4\n"
        "EXDATE;VALUE=DATE:20261124\nRDATE;VALUE=DATE:20261201"
    )
    off = "UID:s\nSUMMARY:Run\nDTSTART;VALUE=DATE:20261125\nRECURRENCE-ID;VALUE=DATE:20261125\n"
    read_in = bundle(calendar(series, off + "STATUS:CANCELLED"))
    assert [each.date.isoformat() for each in read_in.runs] == [
        "2026-11-23",
        "2026-11-26",
        "2026-12-01",
    ]


def test_an_end_of_a_series_in_utc_is_told_by_the_clock_of_its_start() -> None:
    event = (
        "SUMMARY:Run\nDTSTART;TZID=Europe/Berlin:20261124T183000\n"
        "RRULE:FREQ=DAILY;UNTIL=20261126T173000Z"
    )
    assert [each.date.day for each in bundle(calendar(event)).runs] == [24, 25, 26]
    earlier = event.replace("173000Z", "172900Z")
    assert [each.date.day for each in bundle(calendar(earlier)).runs] == [24, 25]


def test_a_rule_that_is_not_known_is_read_once_and_said() -> None:
    event = "SUMMARY:Run\nDTSTART:20261124T180000\nRRULE:FREQ=SECONDLY"
    read_in = bundle(calendar(event))
    assert len(read_in.runs) == 1
    assert "read once: Run" in str(left_out(read_in)[0])


def test_of_two_events_with_one_uid_the_newer_counts() -> None:
    old = "UID:a\nSUMMARY:Run 5 km\nDTSTART:20261124T180000\nSEQUENCE:1"
    new = "UID:a\nSUMMARY:Run 8 km\nDTSTART:20261124T180000\nSEQUENCE:2"
    assert [each.metres for each in bundle(calendar(new, old)).runs] == [8000]


def test_an_event_without_a_readable_date_is_left_out_and_said() -> None:
    read_in = bundle(calendar("SUMMARY:Run\nDTSTART:2026", "SUMMARY:Run 5k"))
    assert [str(line) for line in left_out(read_in)] == ["2 without a readable date: Run, Run 5k"]


def refusal(content: str | bytes) -> ContentError:
    raw = content.encode() if isinstance(content, str) else content
    with pytest.raises(ContentError) as caught:
        READER.read(raw)
    assert str(caught.value.advice)
    return caught.value


@pytest.mark.parametrize(
    ("content", "said", "where"),
    [
        ("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", "ends in the middle", "line 2: VEVENT"),
        ("BEGIN:VCALENDAR\nSUMMARY\nEND:VCALENDAR", "“SUMMARY” is no line", "line 2"),
        ("BEGIN:VCALENDAR\nEND:VEVENT\n", "has no beginning", "line 2"),
        ("BEGIN:VCALENDAR\nEND:VCALENDAR\nEND:VCALENDAR", "has no beginning", "line 3"),
        ("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\n" * 9, "nested more than 5", "line 6"),
        ("BEGIN:VCALENDAR\nSUMMARY:" + "x" * 70_000, "far too long", "line 2"),
        (b"BEGIN:VCALENDAR\nSUMMARY:L\xe4ufe\nEND:VCALENDAR", "not UTF-8", "line 2, column 10"),
        (b"BEGIN:VCALENDAR\n" + b"X:1\n" * (3 * 2**20), "more than 8 MB", ""),
        (
            "BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * 20_001 + "END:VCALENDAR",
            "more than 20000",
            "line 40002",
        ),
    ],
    ids=lambda value: str(value)[-20:],
)
def test_a_bad_calendar_is_refused_with_its_line(
    content: str | bytes, said: str, where: str
) -> None:
    error = refusal(content)
    assert said in str(error.reason)
    assert str(error.where) == where


def test_a_refusal_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.ics"
    path.write_text("BEGIN:VCALENDAR\nBEGIN:VEVENT\n", encoding="utf-8")
    with pytest.raises(FileError, match=r"plan\.ics: the file ends in the middle"):
        read(path)


def test_a_calendar_of_endless_series_is_refused_in_time() -> None:
    events = ["SUMMARY:Run\nDTSTART:20261124T180000\nRRULE:FREQ=DAILY" for _ in range(50)]
    assert "more than 5000 runs" in str(refusal(calendar(*events)).reason)
    never = ["SUMMARY:Run\nDTSTART:00010101T180000\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]
    assert bundle(calendar(*never)).runs == ()
    counted = "SUMMARY:Run\nDTSTART:00010101T180000\nRRULE:FREQ=DAILY;COUNT=999999999"
    assert "go on for too long" in str(refusal(calendar(*[counted] * 9)).reason)


def test_a_time_zone_with_a_rule_of_every_second_holds_nothing_up() -> None:
    zone = (
        "BEGIN:VTIMEZONE\nTZID:Odd\nBEGIN:STANDARD\nDTSTART:16010101T000000\nTZOFFSETFROM:+0100\n"
        "TZOFFSETTO:+0100\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    text = calendar("SUMMARY:Run\nDTSTART;TZID=Odd:20261124T180000", head=zone)
    assert bundle(text).runs[0].start == datetime.time(18)


def test_markup_in_a_title_stays_text() -> None:
    run = only("SUMMARY:Run &lt;b&gt; 5 km", "DTSTART:20261124T180000")
    assert (run.name, run.metres) == ("Run <b> 5 km", 5000)


LINES = st.sampled_from(
    (
        *("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VTIMEZONE", "END:VTIMEZONE", "UID:x", "SUMMARY:Run"),
        *(
            "DTSTART:20261124T180000Z",
            "DTSTART;VALUE=DATE:20261124",
            "DTSTART;TZID=X:20261124T9",
        ),
        *("RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY;BYDAY=1XX", "RRULE:COUNT=-1;FREQ=DAILY", "RRULE:"),
        *("DURATION:PT1H", "DURATION:P", "DTEND:99991231T235959Z", "RECURRENCE-ID:20261124"),
        *("EXDATE:20261124T180000Z", "EXDATE:x", "STATUS:CANCELLED", "X-WR-TIMEZONE:../../etc"),
        *("SEQUENCE:x", "CATEGORIES:,", "RDATE;VALUE=PERIOD:20261124T180000Z/PT1H", " folded"),
        *("DTSTART:00010101T000000Z", "RRULE:FREQ=YEARLY;INTERVAL=99999999999", "TZID:X"),
    )
)


@given(st.lists(LINES, max_size=14))
def test_any_lines_are_read_or_refused(lines: list[str]) -> None:
    text = "\r\n".join(["BEGIN:VCALENDAR", *lines, "END:VCALENDAR"])
    try:
        found = READER.read(text.encode())
    except ContentError:
        return
    assert all(isinstance(each.date, datetime.date) for each in found.runs)
