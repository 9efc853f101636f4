"""`hemipelvi verdict` answers from the runner's own log and leaves it as it is."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.paths import user_data
from hemipelvi_gui.storage import open_store
from tests.unit.cli_runs import run
from tests.unit.coach.verdict.logs import AS_OF, log_with

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log import Log

Capsys = pytest.CaptureFixture[str]
HURTING = log_with(running=-0.05, tighter=2)
STORES = Path(__file__).parent / "storage" / "fixtures"
CHANGED = ["change", "interval", "unit", "z", "probability", "weeks"]


def keep(folder: Path, log: Log, settings: Settings | None = None) -> None:
    store = open_store(folder)
    try:
        store.apply(
            Changes(
                diary=dict(log.diary),
                done_runs=dict(log.done_runs),
                check_ins=dict(log.check_ins),
            )
        )
        if settings is not None:
            store.save_settings(asdict(settings))
    finally:
        store.close()


def test_the_verdict_as_json_has_all_its_numbers(tmp_path: Path, capsys: Capsys) -> None:
    keep(tmp_path, HURTING)
    result = run(capsys, "verdict", "--data", tmp_path, "--json", "--as-of", AS_OF)
    assert (result.code, result.err) == (0, "")
    made = result.json
    assert (made["verdict"], made["basis"], made["as_of"]) == (
        "hurting",
        "heart rate",
        AS_OF.isoformat(),
    )
    assert (made["missing"], made["cautions"]) == ([], [])
    for name in ("lift", "efficiency", "tightness"):
        assert list(made[name]) == CHANGED
        low, high = made[name]["interval"]
        assert low <= made[name]["change"] <= high
    assert made["efficiency"]["change"] == pytest.approx(-4.5, abs=0.2)
    assert made["efficiency"]["z"] < -1.645
    assert 1 <= made["detectable_change"] < 5
    assert made["weeks"]["last"] == AS_OF.isoformat()
    assert made["pace"]["change_s"] > 0
    assert "swap Back squat" in made["suggestion"]


def test_in_words_it_says_what_it_is_consistent_with_and_why(
    tmp_path: Path, capsys: Capsys
) -> None:
    keep(tmp_path, HURTING)
    result = run(capsys, "verdict", "--data", tmp_path, "--as-of", AS_OF)
    assert result.code == 0
    assert result.out.startswith("Consistent with hurting")
    assert "Easy pace at 140 beats a minute" in result.out
    assert "What would change it" in result.out


def test_the_day_decides(tmp_path: Path, capsys: Capsys) -> None:
    keep(tmp_path, HURTING)
    early = AS_OF - timedelta(weeks=10)
    result = run(capsys, "verdict", "--data", tmp_path, "--json", "--as-of", early)
    assert result.json["verdict"] == "not_enough_data"
    assert date.fromisoformat(result.json["earliest"]) > early
    assert any("before the last four" in each for each in result.json["missing"])


def test_without_a_folder_it_is_the_windows_own_log(capsys: Capsys) -> None:
    keep(user_data(), HURTING)
    result = run(capsys, "verdict", "--json", "--as-of", AS_OF)
    assert result.json["verdict"] == "hurting"


def test_who_never_kept_a_log_has_not_enough_data_and_gets_no_file(
    user_folders: Path, capsys: Capsys
) -> None:
    result = run(capsys, "verdict", "--json")
    assert (result.code, result.json["verdict"]) == (0, "not_enough_data")
    assert result.json["lift"] is None
    assert not any(path.is_file() for path in user_folders.rglob("*"))


def test_a_folder_that_holds_nothing_is_bad_input(tmp_path: Path, capsys: Capsys) -> None:
    result = run(capsys, "verdict", "--data", tmp_path / "nowhere")
    assert result.code == 2
    assert "no Hemipelvi data here" in result.err
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("day", ["2026-13-01", "yesterday", ""])
def test_a_day_that_is_none_is_bad_input(day: str, capsys: Capsys) -> None:
    result = run(capsys, "verdict", "--as-of", day)
    assert result.code == 2
    assert "is no day like 2026-11-22" in result.err


@pytest.mark.parametrize("day", [date.min, date.max])
def test_any_day_of_the_calendar_has_an_answer(day: date, tmp_path: Path, capsys: Capsys) -> None:
    keep(tmp_path, HURTING)
    result = run(capsys, "verdict", "--data", tmp_path, "--json", "--as-of", day)
    assert result.json["verdict"] == "not_enough_data"


def test_reading_changes_nothing_on_the_disk(tmp_path: Path, capsys: Capsys) -> None:
    keep(tmp_path, HURTING, Settings(max_heart_rate=185))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    run(capsys, "verdict", "--data", tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("schema", [1, 2])
def test_an_older_store_is_read_and_not_brought_up_to_date(
    schema: int, tmp_path: Path, capsys: Capsys
) -> None:
    older = (STORES / f"schema-{schema}.sqlite").read_bytes()
    path = tmp_path / "hemipelvi.sqlite"
    path.write_bytes(older)
    result = run(capsys, "verdict", "--data", tmp_path, "--json")
    assert (result.code, result.json["verdict"]) == (0, "not_enough_data")
    assert path.read_bytes() == older
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_no_store_is_told_as_such(tmp_path: Path, capsys: Capsys) -> None:
    (tmp_path / "hemipelvi.sqlite").write_bytes(b"nonsense" * 100)
    result = run(capsys, "verdict", "--data", tmp_path)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("hemipelvi:")
