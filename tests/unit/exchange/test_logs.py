from __future__ import annotations

import gzip
import time
import zipfile
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.log_files import Answers
from hemipelvi_gui.exchange.log_shape import Cancelled
from hemipelvi_gui.exchange.logs import LOG_READERS, LogFile, read_logs
from tests.unit.exchange.fit_files import START, Jog, activity
from tests.unit.exchange.track_samples import SAMPLES, calm, gpx, tcx

if TYPE_CHECKING:
    from pathlib import Path

STRAVA = (SAMPLES / "strava-activities.csv").read_bytes()
FORMATS = {
    "strong-classic.csv": "strong",
    "strong-legacy.csv": "strong",
    "strong-no-notes.csv": "strong",
    "hevy.csv": "hevy",
    "strava-activities.csv": "strava",
    "garmin-activities-decimal-comma.csv": "garmin",
    "run-fenix2.fit": "fit",
    "run-fenix5.fit": "fit",
    "activity.tcx": "tcx",
    "activity.gpx": "gpx",
}
LONGEST_WAIT_S = 0.5
WORKOUT = SAMPLES / "workout-repeat-steps.fit"
GARMIN = SAMPLES / "garmin-activities-decimal-comma.csv"


def read(*paths: Path) -> list[LogFile]:
    return read_logs(paths, Answers(), calm)


def export(path: Path) -> Path:
    """An archive as Strava sends it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("activities.csv", STRAVA)
        archive.writestr("profile.csv", "First Name,Last Name\nAnna,B\n")
        archive.writestr("media/1.jpg", b"\xff\xd8\xff" * 1000)
        archive.writestr("activities/1.fit.gz", gzip.compress(activity()))
        archive.writestr("activities/2.gpx.gz", gzip.compress(gpx()))
        archive.writestr("activities/3.tcx.gz", gzip.compress(b"          " + tcx()))
        archive.writestr("activities/4.fit.gz", gzip.compress(activity(Jog(sport=2))))
        archive.writestr("activities/5.fit.gz", gzip.compress(activity()[:-40]))
    return path


@pytest.mark.parametrize(("name", "key"), FORMATS.items())
def test_each_sample_is_known_by_its_content(name: str, key: str) -> None:
    (file,) = read(SAMPLES / name)
    assert file.error is None
    assert file.log is not None
    assert file.log.format == key
    assert file.log.sets or file.log.runs
    content = (SAMPLES / name).read_bytes()
    assert [each.key for each in LOG_READERS if each.recognises(content)] == [key]


def test_a_whole_export_of_strava_is_one_import(tmp_path: Path) -> None:
    files = read(export(tmp_path / "export.zip"))
    by_name = {each.member: each for each in files}
    assert sorted(by_name) == [
        "",
        "activities.csv",
        *(f"activities/{n}" for n in ("1.fit.gz", "2.gpx.gz", "3.tcx.gz", "4.fit.gz", "5.fit.gz")),
    ]
    formats = [each.log.format for each in files if each.log and each.log.runs]
    assert sorted(formats) == ["fit", "gpx", "strava", "tcx"]
    ride = by_name["activities/4.fit.gz"].log
    assert ride is not None
    assert "no run" in str(ride.skipped[0].reason)
    error = by_name["activities/5.fit.gz"].error
    assert error is not None
    assert "export.zip/activities/5.fit.gz" in str(error)
    rest = by_name[""].log
    assert rest is not None
    assert str(rest.skipped[0].reason) == "2 files in it are no logs."


def test_the_same_export_as_a_folder_says_the_same(tmp_path: Path) -> None:
    with zipfile.ZipFile(export(tmp_path / "export.zip")) as archive:
        archive.extractall(tmp_path / "folder")
    packed, folder = read(tmp_path / "export.zip"), read(tmp_path / "folder")
    assert [each.member for each in packed] == [each.member for each in folder]
    assert {each.path for each in folder} == {tmp_path / "folder"}
    assert len(packed) == len(folder)
    assert {run for each in packed if each.log for run in each.log.runs} == {
        run for each in folder if each.log for run in each.log.runs
    }


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"hello")
    (tmp_path / "b.fit").write_bytes(activity())
    files = read(
        tmp_path / "a.txt",
        tmp_path / "nowhere",
        tmp_path / "b.fit",
        SAMPLES / "workout-repeat-steps.fit",
    )
    assert [each.log is not None for each in files] == [False, False, True, False]
    assert "no log that Hemipelvi can read" in str(files[0].error)
    assert "no such file" in str(files[1].error)
    assert "workout plan" in str(files[3].error)


def test_an_archive_without_a_log_says_so(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.jpg", b"\xff\xd8")
    (tmp_path / "empty").mkdir()
    for name in ("a.zip", "empty"):
        (file,) = read(tmp_path / name)
        assert "no log in it" in str(file.error)


def test_a_fit_file_of_300_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.fit"
    with path.open("wb") as file:
        file.write(activity()[:1000])
        file.truncate(300 * 2**20)
    before = time.perf_counter()
    (file_,) = read(path)
    assert time.perf_counter() - before < LONGEST_WAIT_S
    assert "larger than 64 MB" in str(file_.error)


def test_a_bomb_in_an_archive_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = gzip.compress(b"Activity ID,Activity Date,a,b,c\n" + bytes(200 * 2**20))
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.csv.gz", bomb)
        archive.writestr("run.fit", activity())
    bad, good = read(tmp_path / "a.zip")
    assert "far larger unpacked" in str(bad.error)
    assert good.log is not None
    assert good.log.runs


def test_progress_goes_up_to_the_end(tmp_path: Path) -> None:
    heard: list[float] = []
    read_logs([export(tmp_path / "a.zip"), SAMPLES / "hevy.csv"], Answers(), heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert len(heard) > 10


def test_reading_can_be_called_off_at_any_time(tmp_path: Path) -> None:
    day = 86_400
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.fit", activity(Jog(1800, start=START + number * day)))
        archive.writestr("garmin.csv", GARMIN.read_bytes())
        archive.writestr("run.gpx", gpx(1800))
    asked: list[float] = []

    def tick(_part: float) -> None:
        asked.append(time.perf_counter())

    read_logs([tmp_path / "a.zip"], Answers(), tick)
    assert max(b - a for a, b in pairwise(asked)) < LONGEST_WAIT_S

    def off(part: float) -> None:
        if part > 0.4:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_logs([tmp_path / "a.zip"], Answers(), off)
