"""`hemipelvi import` and `hemipelvi replay`, on real files of other programs."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import zipfile
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.storage import Store, acquire, open_store
from tests.unit.cli_runs import Run, run

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log import Log

Capsys = pytest.CaptureFixture[str]
SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
ROOT = Path(__file__).resolve().parents[2]
STRONG = SAMPLES / "strong-no-notes.csv"
KEYS = {
    *("file", "format", "rows", "stored", "already_there", "skipped", "unmatched_names", "from"),
    *("to", "questions", "assumed"),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def log_in(folder: Path) -> Log:
    with closing(open_store(folder)) as store:
        return store.log_between(date.min, date.max)


def bring(capsys: Capsys, home: Path, *words: object) -> Run:
    return run(capsys, "import", *words, "--data", home)


def test_sets_and_runs_of_many_files_are_stored_at_once(capsys: Capsys, home: Path) -> None:
    files = [STRONG, SAMPLES / "hevy.csv", SAMPLES / "strava-activities.csv"]
    files += [SAMPLES / "run-fenix2.fit", SAMPLES / "activity.tcx", SAMPLES / "activity.gpx"]
    result = bring(capsys, home, *files, "--units", "kg", "--json")
    assert (result.code, result.err) == (0, "")
    assert [Path(each["file"]).name for each in result.json] == [each.name for each in files]
    for each in result.json:
        assert set(each) == KEYS
        assert each["rows"] == each["stored"] + each["already_there"] + len(each["skipped"])
    log = log_in(home)
    sets = sum(len(item.sets) for done in log.diary.values() for item in done.items)
    assert sets == sum(each["stored"] for each in result.json[:2])
    assert len(log.done_runs) == sum(each["stored"] for each in result.json[2:])


def test_what_cannot_be_read_is_told_in_the_order_of_the_files(capsys: Capsys, home: Path) -> None:
    files = [SAMPLES / "README.md", SAMPLES / "strong-classic.csv", SAMPLES / "hevy.csv"]
    result = bring(capsys, home, *files, "--units", "kg", "--json")
    assert [Path(each["file"]).name for each in result.json] == [each.name for each in files]
    assert [each["stored"] for each in result.json] == [0, 1903, 330]
    assert result.code == 2


def test_a_cut_file_in_a_folder_is_named_with_the_line_that_it_ends_in(
    capsys: Capsys, home: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "watch"
    (folder / "old").mkdir(parents=True)
    (folder / "old" / "cut.tcx").write_bytes((SAMPLES / "activity.tcx").read_bytes()[:5000])
    result = bring(capsys, home, folder, "--json")
    (told,) = result.json
    assert told["file"] == str(folder / "old" / "cut.tcx")
    (skipped,) = told["skipped"]
    assert skipped["line"] > 1
    assert f"ends in the middle; the rest is missing. (line {skipped['line']})" in result.err
    assert "Export it again." in result.err


def test_twice_is_once(capsys: Capsys, home: Path) -> None:
    first = bring(capsys, home, STRONG, "--units", "kg", "--json").json[0]
    before = log_in(home)
    again = bring(capsys, home, STRONG, "--units", "kg", "--json").json[0]
    assert (again["stored"], again["already_there"]) == (0, first["stored"])
    assert log_in(home) == before


def test_the_unit_answered_otherwise_makes_no_sets_twice(capsys: Capsys, home: Path) -> None:
    legacy = SAMPLES / "strong-legacy.csv"
    first = bring(capsys, home, legacy, "--units", "kg", "--json").json[0]
    before = log_in(home)
    again = bring(capsys, home, legacy, "--units", "lb", "--json").json[0]
    assert (again["stored"], again["already_there"]) == (0, first["stored"])
    assert any("in the other unit" in each for each in again["assumed"])
    assert log_in(home) == before


def test_the_unit_of_what_came_before_is_not_asked_again(capsys: Capsys, home: Path) -> None:
    legacy = SAMPLES / "strong-legacy.csv"
    bring(capsys, home, legacy, "--units", "lb")
    again = bring(capsys, home, legacy, "--json")
    assert (again.code, again.json[0]["questions"], again.json[0]["stored"]) == (0, [], 0)
    assert (
        "Weights are read in lb, as those that came from there before."
        in (again.json[0]["assumed"])
    )


def test_a_file_with_all_its_rows_twice_is_the_file_once(
    capsys: Capsys, home: Path, tmp_path: Path
) -> None:
    twice = tmp_path / "twice.csv"
    header, *rows = (SAMPLES / "hevy.csv").read_text("utf-8").splitlines()
    twice.write_text("\n".join((header, *rows, *rows)) + "\n", "utf-8")
    out = bring(capsys, home, twice).out
    assert "330 stored, 0 already here, 0 skipped" in out
    assert "330 more are in what you chose twice" in out


def test_each_fault_stands_with_what_to_do_about_it(
    capsys: Capsys, home: Path, tmp_path: Path
) -> None:
    empty, cut, folder = tmp_path / "empty.csv", tmp_path / "cut.fit", tmp_path / "logs"
    empty.write_bytes(b"")
    cut.write_bytes((SAMPLES / "run-fenix2.fit").read_bytes()[:3000])
    folder.mkdir()
    shutil.copyfile(SAMPLES / "hevy.csv", folder / "hevy.csv")
    shutil.copyfile(SAMPLES / "README.md", folder / "README.md")
    result = bring(capsys, home, empty, cut, folder)
    assert f"{empty}: the file is empty.\n" in result.err
    (line,) = (each for each in result.err.splitlines() if "cut.fit" in each)
    assert "(byte 3000) " in line
    assert line.endswith("Copy it from the watch again.")
    assert "  1 file in it is no log.\n" in result.out
    assert "line 1" not in result.out
    told = bring(capsys, home, folder, "--json").json[-1]
    assert told["rows"] == len(told["skipped"]) == 1


def test_the_list_and_the_track_of_one_run_are_one_run(capsys: Capsys, home: Path) -> None:
    result = bring(capsys, home, SAMPLES / "run-fenix2.fit", SAMPLES / "run-fenix2.fit", "--json")
    assert [each["stored"] for each in result.json] == [1, 0]
    assert len(log_in(home).done_runs) == 1


def test_an_archive_is_read_as_one_import(capsys: Capsys, home: Path, tmp_path: Path) -> None:
    archive = tmp_path / "export.zip"
    with zipfile.ZipFile(archive, "w") as made:
        made.write(SAMPLES / "run-fenix5.fit", "activities/1.fit")
        made.write(STRONG, "strong.csv")
    result = bring(capsys, home, archive, "--units", "kg", "--json")
    assert result.code == 0
    assert {each["file"].removeprefix(f"{archive}/") for each in result.json} == {
        "activities/1.fit",
        "strong.csv",
    }


def test_a_dry_run_tells_the_same_and_makes_nothing(capsys: Capsys, home: Path) -> None:
    told = bring(capsys, home, STRONG, "--units", "kg", "--json", "--dry-run")
    assert told.code == 0
    assert not home.exists()
    done = bring(capsys, home, STRONG, "--units", "kg", "--json")
    assert done.json == told.json


def test_what_a_file_leaves_open_is_asked_and_nothing_of_it_is_stored(
    capsys: Capsys, home: Path
) -> None:
    result = bring(capsys, home, SAMPLES / "strong-legacy.csv", STRONG, "--json")
    open_ones = [each for each in result.json if each["questions"]]
    assert result.code == 2
    assert all("units" in each["questions"] and not each["stored"] for each in open_ones)
    assert "--units kg|lb" in result.err
    assert not log_in(home).diary
    assert bring(capsys, home, SAMPLES / "strong-legacy.csv", "--dry-run").code == 0


def test_words_for_people_count_and_name_what_is_new(capsys: Capsys, home: Path) -> None:
    out = bring(capsys, home, STRONG, "--units", "kg").out
    assert "250 stored, 0 already here, 0 skipped; 2024-11-28 – 2025-10-08" in out
    assert "New in your library: " in out


def test_lines_left_out_for_the_same_reason_are_one_line(
    capsys: Capsys, home: Path, tmp_path: Path
) -> None:
    log = tmp_path / "activities.csv"
    rides = "".join(f"{each},2018-05-05,Out,Ride,,1800,9,\n" for each in range(9))
    log.write_text(
        f"id,date,name,type,description,elapsed_time,distance,commute\n{rides}9,someday,In,Run,,9,9,\n",
        encoding="utf-8",
    )
    out = bring(capsys, home, log).out
    assert "9 lines, the first is 2: “Ride” is no run." in out
    assert "line 11: “someday” is no date." in out


def test_new_names_wait_in_the_library(capsys: Capsys, home: Path) -> None:
    names = bring(capsys, home, STRONG, "--units", "kg", "--json").json[0]["unmatched_names"]
    with closing(open_store(home)) as store:
        assert sorted(each.name for each in store.exercises()) == names


def test_a_file_that_can_not_be_read_does_not_stop_the_others(
    capsys: Capsys, home: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.fit"
    broken.write_bytes((SAMPLES / "run-fenix5.fit").read_bytes()[:700])
    result = bring(capsys, home, broken, STRONG, tmp_path / "gone.csv", "--units", "kg", "--json")
    assert result.code == 2
    assert "broken.fit" in result.err
    assert "gone.csv" in result.err
    good = [each for each in result.json if each["stored"]]
    assert [Path(each["file"]).name for each in good] == ["strong-no-notes.csv"]
    bad = [each for each in result.json if each["format"] is None]
    assert all(each["skipped"][0]["reason"] for each in bad)


def test_a_folder_that_a_window_has_open_is_left_alone(capsys: Capsys, home: Path) -> None:
    lock = acquire(home)
    assert lock is not None
    with lock:
        result = bring(capsys, home, STRONG, "--units", "kg")
        assert bring(capsys, home, STRONG, "--units", "kg", "--dry-run").code == 0
    assert result.code == 2
    assert "is open in a Hemipelvi window. Nothing was stored." in result.err
    assert "close the window" in result.err
    assert not log_in(home).diary


def test_where_storing_fails_nothing_is_half_stored(
    capsys: Capsys, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bring(capsys, home, SAMPLES / "hevy.csv")
    before = log_in(home)
    whole = Store.apply

    def cut_short(store: Store, changes: Changes) -> None:
        # The last of a change is something that no file can hold.
        broken = dict.fromkeys([*changes.known_names, "x"], object())
        whole(store, Changes(changes.sessions, diary=changes.diary, known_names=broken))  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "apply", cut_short)
    with pytest.raises(AttributeError):
        bring(capsys, home, STRONG, "--units", "kg")
    assert log_in(home) == before


@pytest.mark.skipif(os.name == "nt", reason="there Ctrl+C goes to the whole console")
def test_ctrl_c_stores_nothing_and_says_so(home: Path, tmp_path: Path) -> None:
    header, *rows = STRONG.read_text("utf-8").splitlines()
    large = tmp_path / "large.csv"
    years = (each.replace("2024-", f"{year}-") for year in range(1000, 3000) for each in rows)
    large.write_text("\n".join([header, *years]) + "\n", "utf-8")
    words = [sys.executable, "-c", STARTED, "import", large, "--units", "kg", "--data", home]
    process = subprocess.Popen(
        list(map(str, words)), cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "begun\n"
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err == "Stopped. Nothing was stored.\n"
    assert not (home / "hemipelvi.sqlite").exists() or not log_in(home).diary


STARTED = """
import sys
from hemipelvi_gui import cli
from hemipelvi_gui.exchange import logs
read = logs.read_logs
def told(*words):
    print("begun", flush=True)
    return read(*words)
logs.read_logs = told
raise SystemExit(cli.main(sys.argv[1:]))
"""


def test_replay_prints_the_shares_of_what_was_imported(capsys: Capsys, home: Path) -> None:
    bring(capsys, home, STRONG, "--units", "kg")
    made = run(capsys, "replay", "--weeks", "8", "--json", "--data", home).json
    assert len(made["weeks"]) == 8
    # The weeks end with the last session, where nothing was done in those up to today.
    assert made["to"] == "2025-10-08"
    assert 0 <= made["asymmetric_share"] <= 1
    assert made["words"][0].startswith("The 8 weeks up to 8 Oct 2025: ")
    assert sum(each["hse"] for each in made["weeks"]) == pytest.approx(made["hse"])
    out = run(capsys, "replay", "--data", home).out
    assert "% asymmetric" in out


def test_replay_of_nothing_says_so(capsys: Capsys, tmp_path: Path) -> None:
    assert run(capsys, "replay").out.startswith("No sessions in these 12 weeks.")
    none = run(capsys, "replay", "--weeks", "0")
    assert none.code == 2
    assert "0 is not a number of weeks from 1 to 520" in none.err
    assert run(capsys, "replay", "--data", tmp_path / "gone").code == 2


def test_an_import_leaves_the_files_as_they_are(capsys: Capsys, home: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.csv"
    shutil.copyfile(STRONG, mine)
    bring(capsys, home, mine, "--units", "kg")
    assert mine.read_bytes() == STRONG.read_bytes()
