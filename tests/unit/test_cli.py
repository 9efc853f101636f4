"""The command line does the window's work and says so plainly."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hemipelvi_gui import __version__, cli
from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.domain.grammar import parse as prescription
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.session import Block, Item, Section, Session
from hemipelvi_gui.exchange import sample, template_files, write
from hemipelvi_gui.paths import resource
from hemipelvi_gui.storage import open_store
from tests.saving import saved
from tests.unit.cli_runs import run

# Sheets need an application, and a later test may need it to be one with windows.
pytestmark = pytest.mark.usefixtures("qapp")

Capsys = pytest.CaptureFixture[str]
ROOT = Path(__file__).resolve().parents[2]


def session(name: str, *lines: tuple[str, str], day: date | None = None) -> Session:
    blocks = tuple(
        Block(f"b{place}", Section.STRENGTH, (Item(f"i{place}", exercise, prescription(text)),))
        for place, (exercise, text) in enumerate(lines)
    )
    return Session(f"id of {name}", name, blocks, day)


SQUATS = session("Squats only", ("back-squat", "5x5 @8"))
LUNGES = session("Lunges", ("walking-lunge", "6x8/side @8"))


def plan(folder: Path, *sessions: Session) -> Path:
    path = folder / "plan.hemiplan"
    write(path, Bundle(sessions))
    return path


def test_check_prints_balance_and_no_findings_for_a_sound_session(
    tmp_path: Path, capsys: Capsys
) -> None:
    result = run(capsys, "check", plan(tmp_path, sample()))
    assert result.code == 0
    assert "% asymmetric (target 60–85 %)" in result.out
    assert "no findings" in result.out
    assert result.err == ""


def test_check_ends_with_1_where_there_is_something_to_fix(tmp_path: Path, capsys: Capsys) -> None:
    result = run(capsys, "check", plan(tmp_path, sample(), SQUATS))
    assert result.code == 1
    assert "fix: 0 % asymmetric" in result.out
    assert "→ Add " in result.out


def test_check_as_json_is_one_object_a_session(tmp_path: Path, capsys: Capsys) -> None:
    result = run(capsys, "check", plan(tmp_path, SQUATS, Session("e", "Empty")), "--json")
    squats, empty = result.json
    assert result.code == 1
    assert list(squats) == [
        "session",
        "asymmetric_share",
        "gait_likeness",
        "side_gap",
        "hse",
        "minutes",
        "findings",
    ]
    assert (squats["session"], squats["asymmetric_share"], squats["hse"]) == ("Squats only", 0, 5)
    rules = {finding["rule"]: finding for finding in squats["findings"]}
    assert list(rules["reset-after-big-lift"]) == ["rule", "level", "message", "fix"]
    assert rules["reset-after-big-lift"]["level"] == "fix"
    assert rules["reset-after-big-lift"]["fix"].startswith("Add ")
    assert empty["asymmetric_share"] is None
    assert empty["findings"] == []


def test_an_unknown_exercise_is_a_note_without_a_fix(tmp_path: Path, capsys: Capsys) -> None:
    result = run(capsys, "check", "--json", plan(tmp_path, session("X", ("moon-walk", "3x8"))))
    (finding,) = result.json[0]["findings"]
    assert (finding["rule"], finding["fix"]) == ("unknown-exercise", None)
    assert result.code == 0


def test_a_week_under_one_roof_is_seen_together(tmp_path: Path, capsys: Capsys) -> None:
    squats = session("Squats", ("back-squat", "2x5 @8"), ("cat-cow", "1x8"), day=date(2026, 11, 24))
    same_week = replace(LUNGES, date=date(2026, 11, 26))
    together = run(capsys, "check", plan(tmp_path, squats, same_week))
    later = run(capsys, "check", plan(tmp_path, squats, replace(LUNGES, date=date(2026, 12, 3))))
    assert "the week as a whole" in together.out
    assert (together.code, later.code) == (0, 1)


def test_a_plan_without_sessions_is_no_fault(tmp_path: Path, capsys: Capsys) -> None:
    path = plan(tmp_path)
    assert run(capsys, "check", path, "--json").json == []
    assert "no session" in run(capsys, "check", path).out
    assert run(capsys, "sheet", path, "-o", tmp_path / "a.pdf").code == 2


def test_classify_finds_names_aliases_and_implements(capsys: Capsys) -> None:
    result = run(capsys, "classify", "--json", "walking lunge", "RFESS", "Bench press", "nonsense")
    lunge, split, bench, unknown = result.json
    assert result.code == 0
    assert (lunge["match"], lunge["class"], lunge["asymmetry"]) == (
        "Walking lunge",
        "gait-like",
        0.8,
    )
    assert lunge["facets"] == {
        "jobs": "opposite",
        "stance": "split",
        "sequence": "alternating",
        "trunk": "none",
    }
    assert (split["name"], split["match"]) == ("RFESS", "Rear-foot-elevated split squat")
    assert (bench["class"], bench["asymmetry"], bench["facets"]) == ("none", None, None)
    assert (unknown["match"], unknown["class"], unknown["confidence"]) == (None, "none", 0)


@pytest.mark.parametrize(
    ("name", "match", "laterality"),
    [
        ("Bulgarian Split Squat (Dumbbell)", "Rear-foot-elevated split squat", "asymmetric"),
        ("RFESS", "Rear-foot-elevated split squat", "asymmetric"),
        ("SL RDL", "Single-leg Romanian deadlift", "asymmetric"),
        ("Kickstand Deadlift", "B-stance Romanian deadlift", "biased"),
        ("wlaking lnuge", "Walking lunge", "gait-like"),
        ("Bulgarische Kniebeuge", "Rear-foot-elevated split squat", "asymmetric"),
        ("Fentes marchées", "Walking lunge", "gait-like"),
        ("Zancadas caminando", "Walking lunge", "gait-like"),
        ("Sandbag zercher march", None, "gait-like"),
        ("Incline hammer curl", None, "none"),
    ],
)
def test_classify_says_whether_a_name_was_found_or_inferred_and_how_sure_it_is(
    capsys: Capsys, name: str, match: str | None, laterality: str
) -> None:
    (found,) = run(capsys, "classify", name, "--json").json
    assert (found["name"], found["match"], found["class"]) == (name, match, laterality)
    assert (found["facets"] is None) is (found["asymmetry"] is None) is (laterality == "none")
    if found["facets"] is not None:
        assert set(found["facets"]) == {"jobs", "stance", "sequence", "trunk"}
    assert 0.6 <= found["confidence"] <= 1
    assert found["reason"]


def test_classify_in_words(capsys: Capsys) -> None:
    result = run(capsys, "classify", "dumbbell walking lunge", "bench press", "nonsense\x1b[31m")
    lunge, bench, unknown = result.out.splitlines()
    assert lunge.startswith("dumbbell walking lunge: Walking lunge, gait-like 0.800 (jobs opposite")
    assert bench == "bench press: Bench press, none"
    assert unknown == "nonsense[31m: not in the library"


@pytest.mark.parametrize("suffix", ["pdf", "png", "svg"])
def test_a_sheet_is_written_as_its_suffix_says(tmp_path: Path, capsys: Capsys, suffix: str) -> None:
    out = tmp_path / f"sheet.{suffix}"
    result = run(capsys, "sheet", plan(tmp_path, LUNGES), "-o", out, "--paper", "Letter", "--mono")
    assert result.code == 0
    assert str(out) in result.out
    start = {"pdf": b"%PDF", "png": b"\x89PNG", "svg": b"<?xml"}[suffix]
    assert out.read_bytes().startswith(start)


def test_several_sessions_give_numbered_sheets(tmp_path: Path, capsys: Capsys) -> None:
    result = run(capsys, "sheet", plan(tmp_path, SQUATS, LUNGES), "-o", tmp_path / "week.pdf")
    assert result.code == 0
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["week-1.pdf", "week-2.pdf"]


def test_examples_are_listed_as_they_are_written(tmp_path: Path, capsys: Capsys) -> None:
    result = run(capsys, "examples", tmp_path / "ready")
    assert result.code == 0
    assert [Path(line).name for line in result.out.splitlines()] == [
        path.name for path in template_files()
    ]
    (tmp_path / "ready" / "achilles.hemiplan").write_text("mine", encoding="utf-8")
    again = run(capsys, "examples", tmp_path / "ready")
    assert again.code == 2
    assert "achilles.hemiplan" in again.err


def test_bad_input_goes_to_stderr_and_ends_with_2(tmp_path: Path, capsys: Capsys) -> None:
    broken = tmp_path / "broken.hemiplan"
    broken.write_text("{", encoding="utf-8")
    for words in (
        ("check", broken),
        ("check", broken, "--json"),
        ("check", tmp_path / "missing.hemiplan"),
        ("sheet", broken, "-o", tmp_path / "a.pdf"),
        ("sheet", plan(tmp_path, LUNGES), "-o", tmp_path / "a.docx"),
        ("sheet", plan(tmp_path, LUNGES), "-o", tmp_path / "none" / "a.pdf"),
        ("sheet", plan(tmp_path, LUNGES), "-o", tmp_path / "a.pdf", "--paper", "A0"),
        ("sheet", plan(tmp_path, LUNGES)),
        ("classify",),
        ("check", plan(tmp_path, LUNGES), "--data", tmp_path / "none"),
        ("check", plan(tmp_path, LUNGES), "--dat", tmp_path),
        ("--bogus",),
        (),
    ):
        result = run(capsys, *words)
        assert (result.code, result.out) == (2, ""), words
        assert result.err.strip()
    assert not (tmp_path / "none").exists()


def test_own_data_brings_own_exercises_and_settings(tmp_path: Path, capsys: Capsys) -> None:
    mine = replace(
        load_exercises(resource("exercises"))["walking-lunge"],
        id="7c9d3c1e-0000-4000-8000-000000000001",
        name="Moon lunge",
        aliases=(),
        variants=(),
    )
    folder = tmp_path / "own"
    store = open_store(folder)
    saved(store, mine)
    store.save_settings({"band_low": 0.7, "floor": 0.55})
    store.close()
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert run(capsys, "classify", "moon lunge", "--json").json[0]["match"] is None
    found = run(capsys, "--data", folder, "classify", "moon lunge", "--json")
    assert found.json[0]["match"] == "Moon lunge"
    checked = run(capsys, "check", plan(tmp_path, LUNGES), "--data", folder)
    assert "target 70–85 %" in checked.out
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_file_can_bring_exercises_but_not_replace_built_in_ones(
    tmp_path: Path, capsys: Capsys
) -> None:
    squat = load_exercises(resource("exercises"))["back-squat"]
    lunge = load_exercises(resource("exercises"))["walking-lunge"]
    own = replace(lunge, id="own")
    path = tmp_path / "own.hemiplan"
    sessions = (session("Own", ("own", "3x8/side")), SQUATS)
    write(path, Bundle(sessions, exercises=(own, replace(lunge, id=squat.id))))
    shares = [each["asymmetric_share"] for each in run(capsys, "check", path, "--json").json]
    assert shares == [1, 0]


def test_names_are_printed_as_plain_lines(tmp_path: Path, capsys: Capsys) -> None:
    name = "\u202e<img src=x>\n\x1b[31m🏃 " + "n" * 10_000
    path = plan(tmp_path, replace(LUNGES, name=name))
    first = run(capsys, "check", path).out.splitlines()[0]
    assert first.isprintable()
    assert len(first) <= 300
    assert run(capsys, "check", path, "--json").json[0]["session"] == name


def test_the_first_word_tells_a_command_from_a_file() -> None:
    window = cli.parse(["--data", "check", "one.hemiplan", "./check"])
    assert (window.command, window.data) == (None, Path("check"))
    assert window.files == [Path("one.hemiplan"), Path("./check")]
    assert cli.parse([]).files == []
    assert cli.parse(["--", "check"]).files == [Path("check")]
    command = cli.parse(["--data", "own", "check", "one.hemiplan"])
    assert (command.command, command.data) == ("check", Path("own"))
    assert command.file == Path("one.hemiplan")


def test_the_version_is_said(capsys: Capsys) -> None:
    result = run(capsys, "--version")
    assert (result.code, result.out) == (0, f"hemipelvi {__version__}\n")


@pytest.mark.parametrize("words", [["--help"], *([name, "--help"] for name in cli.COMMANDS)])
def test_help_names_everything(capsys: Capsys, words: list[str]) -> None:
    result = run(capsys, *words)
    assert result.code == 0
    assert all(name in result.out for name in cli.COMMANDS) or len(words) == 2
    assert "--data DIR" in result.out


def test_without_a_display_the_sample_is_read_and_printed(tmp_path: Path, capsys: Capsys) -> None:
    assert cli.headless(tmp_path) == 0
    printed = capsys.readouterr().out
    assert "no display" in printed
    assert sample().name in printed
    assert "% asymmetric" in printed
    (sheet,) = tmp_path.iterdir()
    assert sheet.read_bytes().startswith(b"%PDF")
    assert str(sheet) in printed


def test_without_a_display_a_given_file_is_read_instead(tmp_path: Path, capsys: Capsys) -> None:
    path = plan(tmp_path, replace(LUNGES, name="Mine"), replace(LUNGES, id="2", name="Other"))
    assert cli.headless(tmp_path, [path]) == 0
    printed = capsys.readouterr().out
    assert sample().name not in printed
    assert "Mine" in printed
    assert "Other" in printed
    assert len(list(tmp_path.glob("*.pdf"))) == 2


def test_json_is_utf_8_whatever_the_terminal_says(tmp_path: Path) -> None:
    path = plan(tmp_path, replace(LUNGES, name="Übung 🏃"))
    code = f"from hemipelvi_gui import cli; cli.main(['check', {str(path)!r}, '--json'])"
    environment = os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert json.loads(result.stdout.decode("utf-8"))[0]["session"] == "Übung 🏃"


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close otherwise there")
def test_a_reader_who_stops_early_is_no_fault(tmp_path: Path) -> None:
    path = plan(tmp_path, *(replace(LUNGES, id=str(turn)) for turn in range(400)))
    code = f"from hemipelvi_gui import cli; raise SystemExit(cli.main(['check', {str(path)!r}]))"
    with subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
        assert (process.wait(), complaint) == (0, b"")


def test_only_sheets_load_qt() -> None:
    code = "import sys, hemipelvi_gui.cli; raise SystemExit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0


def test_an_own_exercise_never_takes_the_name_of_a_ready_one(
    tmp_path: Path, capsys: Capsys
) -> None:
    lunge = load_exercises(resource("exercises"))["walking-lunge"]
    store = open_store(tmp_path / "own")
    saved(store, replace(lunge, id="mine", name="Back squat", aliases=("RFESS",)))
    store.close()
    found = run(capsys, "--data", tmp_path / "own", "classify", "back squat", "RFESS", "--json")
    assert [each["asymmetry"] for each in found.json] == [0.0, 0.725]
