"""`hemipelvi import` of logs that are damaged: a clear word, and nothing half stored.

A few places of each sample on every run; `tests/torture/log_damage.py` takes any number.
"""

from __future__ import annotations

from random import Random
from shutil import rmtree
from typing import TYPE_CHECKING

import pytest

from tests.torture.log_damage import (
    EVERY_LOG,
    LISTS,
    SAMPLES,
    SETS,
    Stored,
    bring,
    bring_content,
    ends,
    rows_of,
    spoilt,
    stored,
    written,
)

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.domain.diary import DoneSession

CUTS, SPOILT = 5, 12
SMALL = 12_000
STRONG = "strong-no-notes.csv"
HEADER = "Date,Workout Name,Exercise Name,Set Order,Weight,Weight Unit,Reps\n"
START = "2024-05-06 18:00:00,Legs,Squat (Barbell)"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def loads(found: Stored) -> list[str]:
    sessions = found.log.diary.values()
    done = [each for one in sessions for item in one.items for each in item.sets]
    return [f"{each.load.value:g} {each.load.unit}" for each in done if each.load]


def part_of(less: DoneSession, more: DoneSession) -> bool:
    """Whether all items and sets of one session are in the other, in its order."""
    pairs = zip(less.items, more.items, strict=False)
    return len(less.items) <= len(more.items) and all(
        few.exercise == many.exercise and len(few.sets) <= len(many.sets) for few, many in pairs
    )


@pytest.mark.parametrize("name", EVERY_LOG)
def test_a_log_cut_anywhere_is_stored_up_to_there_and_whole_the_next_time(
    name: str, home: Path
) -> None:
    content = (SAMPLES / name).read_bytes()
    bring(home, SAMPLES / name)
    whole = stored(home)
    for end in ends(content, CUTS if len(content) > SMALL else 4 * CUTS):
        rmtree(home)
        bring_content(home, name, content[:end])
        begun = stored(home).log
        assert begun.diary.keys() <= whole.log.diary.keys()
        assert begun.done_runs.keys() <= whole.log.done_runs.keys()
        assert all(part_of(each, whole.log.diary[key]) for key, each in begun.diary.items())
        assert all(each == whole.log.done_runs[key] for key, each in begun.done_runs.items())
        bring(home, SAMPLES / name)
        assert stored(home) == whole, f"cut after byte {end}"


@pytest.mark.parametrize("name", EVERY_LOG)
def test_a_log_with_rubbish_in_it_is_refused_or_read_and_never_breaks(
    name: str, home: Path
) -> None:
    content = (SAMPLES / name).read_bytes()
    for each in spoilt(content, SPOILT):
        found = bring_content(home, name, each)
        assert all(
            one["reason"] != "it is not built as such a file is."
            for report in found.reports
            for one in report["skipped"]
        )
    again = bring(home, SAMPLES / name)
    twice = bring(home, SAMPLES / name)
    assert [each["stored"] for each in twice.reports] == [0]
    assert again.code == twice.code


@pytest.mark.parametrize("name", [*SETS, LISTS[1]])
def test_columns_may_stand_in_any_order(name: str, home: Path) -> None:
    bring(home, SAMPLES / name)
    whole = stored(home)
    rows = rows_of(name)
    rows = [row + [""] * (len(rows[0]) - len(row)) for row in rows]
    order = list(range(len(rows[0])))
    Random(5).shuffle(order)
    rmtree(home)
    bring_content(home, name, written([[row[at] for at in order] for row in rows]).encode())
    assert stored(home).log == whole.log


def test_columns_that_come_twice_may_stand_in_any_order_without_harm(home: Path) -> None:
    rows = rows_of(LISTS[0])
    order = list(range(len(rows[0])))
    for seed in range(8):
        Random(seed).shuffle(order)
        content = written([[row[at] for at in order] for row in rows]).encode()
        bring_content(home, LISTS[0], content)


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
@pytest.mark.parametrize("name", [*SETS[1:], *LISTS])
def test_another_delimiter_says_the_same(name: str, delimiter: str, home: Path) -> None:
    bring(home, SAMPLES / name)
    whole = stored(home)
    rmtree(home)
    bring_content(home, name, written(rows_of(name), delimiter).encode())
    assert stored(home) == whole


@pytest.mark.parametrize("name", [*SETS, *LISTS])
def test_a_header_in_no_known_language_is_refused_and_one_below_another_is_no_set(
    name: str, home: Path
) -> None:
    rows = rows_of(name)
    foreign = [[f"\u5217{at}" for at in range(len(rows[0]))], *rows[1:]]
    found = bring_content(home, name, written(foreign).encode())
    if name != LISTS[0]:  # which tells by its places what it is
        assert found.code == 2
        assert "no log that Hemipelvi can read" in found.faults
        assert not stored(home).log.diary
    bring(home, SAMPLES / name)
    whole = stored(home).log
    again = bring_content(home, name, written([*rows, rows[0]]).encode())
    assert stored(home).log == whole
    assert len(rows) + 1 in [each["line"] for each in again.reports[0]["skipped"]]


def test_a_delimiter_that_changes_half_way_names_the_lines(home: Path) -> None:
    lines = (SAMPLES / STRONG).read_bytes().splitlines(keepends=True)
    changed = b"".join(lines[:100]) + b"".join(lines[100:]).replace(b",", b";")
    found = bring_content(home, STRONG, changed)
    (report,) = found.reports
    assert report["stored"] == 99
    assert [each["line"] for each in report["skipped"]] == list(range(101, len(lines) + 1))


def test_units_that_change_from_row_to_row_stay_as_they_were_entered(home: Path) -> None:
    rows = [f"{START},1,100,kg,5\n", f"{START},2,225,lbs,5\n", f"{START},3,105.5,kg,5\n"]
    bring_content(home, "mixed.csv", (HEADER + "".join(rows)).encode())
    assert loads(stored(home)) == ["100 kg", "225 lb", "105.5 kg"]


def test_a_unit_that_is_none_is_named_with_its_line(home: Path) -> None:
    rows = [f"{START},1,100,kg,5\n", f"{START},2,225,stone,5\n"]
    (report,) = bring_content(home, "mixed.csv", (HEADER + "".join(rows)).encode()).reports
    assert report["stored"] == 1
    assert [each["line"] for each in report["skipped"]] == [3]


def test_more_rows_than_a_life_has_are_refused(home: Path) -> None:
    found = bring_content(home, "long.csv", HEADER.encode() + b"\n" * 1_000_001)
    assert found.code == 2
    assert "more than 1,000,000 rows" in found.faults


def test_a_line_without_an_end_is_refused_before_it_becomes_cells(home: Path) -> None:
    found = bring_content(
        home, "long.csv", f"{HEADER}{START},1,1,kg,5\n".encode() + b"," * 3_000_000
    )
    assert found.code == 2
    assert "a line goes on without an end" in found.faults


def test_text_in_another_encoding_is_read_or_refused_with_its_line(home: Path) -> None:
    text = f"{HEADER}{START},1,100,kg,5\n{START},2,100,kg,5\n".replace("Legs", "Fr\u00fch")
    fine = {"utf-8": 0, "utf-8-sig": 0, "utf-16": 0, "utf-32": 0, "latin-1": 2, "utf-16-le": 2}
    for encoding, code in fine.items():
        found = bring_content(home, f"{encoding}.csv", text.encode(encoding))
        assert found.code == code, encoding
    nul = bring_content(home, "nul.csv", text.encode().replace(b"100", b"1\x0000"))
    assert all(each["reason"] for report in nul.reports for each in report["skipped"])
    bad = bring_content(home, "latin-1.csv", text.encode("latin-1"))
    assert "no text in UTF-8" in bad.faults
