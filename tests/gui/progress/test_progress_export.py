from __future__ import annotations

import csv
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QTransform

from hemipelvi_gui.coach.swap_plan import KEPT_AS
from hemipelvi_gui.ui.progress.exporting import COLUMNS, EDGE, HIGH, SIDE, WIDE
from hemipelvi_gui.ui.progress.table import FIRST_OF_FORMULA, safe
from hemipelvi_gui.ui.progress.tools import RANGES
from hemipelvi_gui.ui.progress.view import room_of
from hemipelvi_gui.ui.wording import shown as shown_words
from tests.gui.progress.a_log import TODAY, half_a_year, show_progress

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.messages import Message
    from hemipelvi_gui.ui.pages.progress import ProgressPage

Open = Callable[..., "MainWindow"]
NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


@pytest.mark.parametrize("form", ["png", "svg", "csv"])
def test_a_log_can_be_exported_in_each_form(
    qtbot: QtBot, open_on: Open, tmp_path: Path, form: str
) -> None:
    page = show_progress(qtbot, open_on(half_a_year()))
    page.export(tmp_path / "progress", form)
    content = (tmp_path / f"progress.{form}").read_bytes()
    CHECKS[form](content)


def is_picture(content: bytes) -> None:
    image = QImage.fromData(content)
    assert image.width() > 2000
    colours = {image.pixel(x, y) for x in range(0, 2400, 7) for y in range(0, 1600, 7)}
    assert len(colours) > 8


def is_drawing(content: bytes) -> None:
    root = ET.fromstring(content)
    assert root.tag.endswith("svg")
    words = "".join(root.itertext())
    assert "Back squat" in words
    assert "Consistent with hurting" in words


def is_table(content: bytes) -> None:
    rows = list(csv.DictReader(StringIO(content.decode("utf-8-sig"))))
    assert {row["chart"] for row in rows} >= {"Back squat", "Easy pace at 140 bpm", "Running"}
    squats = [row for row in rows if row["chart"] == "Back squat"]
    assert len(squats) == 48
    assert " kg × 5 @9" in squats[0]["of"].replace("\u00a0", " ")
    assert all(100 < float(row["value"]) < 160 for row in squats)
    assert squats[0]["date"] == "2026-06-09"
    assert {row["curve"] for row in rows if "tightness" in row["chart"]} == {
        "left",
        "right",
        "back",
    }
    assert any(row["chart"] == "illness" and row["until"] for row in rows)


CHECKS = {"png": is_picture, "svg": is_drawing, "csv": is_table}


def test_no_cell_begins_a_formula(qtbot: QtBot, open_on: Open, tmp_path: Path) -> None:
    changes = half_a_year()
    bad = {
        key: replace(each, name='=HYPERLINK("http://x","y")\n@x')
        for key, each in changes.done_runs.items()
        if each is not None
    }
    page = show_progress(qtbot, open_on(replace(changes, done_runs=bad)))
    page.export(tmp_path / "p.csv", "csv")
    cells = [
        cell
        for row in csv.reader(StringIO((tmp_path / "p.csv").read_text("utf-8-sig")))
        for cell in row
    ]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not any(cell[:1] in FIRST_OF_FORMULA for cell in cells if cell)


@pytest.mark.parametrize("words", ["=1", "+1", "-1", "@x", "\t=1", " =1"])
def test_words_stay_words(words: str) -> None:
    assert safe(words)[0] == "'"


def test_a_folder_that_is_not_there_is_told_of(qtbot: QtBot, open_on: Open, tmp_path: Path) -> None:
    window = open_on(half_a_year())
    page = show_progress(qtbot, window)
    said: list[Message] = []
    window.desk.messages.shown.connect(said.append)
    page.export(tmp_path / "none" / "p.csv", "csv")
    assert said[-1].wrong
    assert "folder does not exist" in said[-1].text


def test_paces_and_races_say_their_unit_and_how_they_are_written(
    qtbot: QtBot, open_on: Open, tmp_path: Path
) -> None:
    rows = table_of(show_progress(qtbot, open_on(half_a_year())), tmp_path)
    pace = next(row for row in rows if row["chart"].startswith("Easy pace"))
    assert pace["unit"] == "s per km, flat-equivalent"
    minutes, seconds = pace["shown"].split(":")
    assert 60 * int(minutes) + int(seconds) == round(float(pace["value"]))
    assert "45:00" in pace["of"]
    race = next(row for row in rows if row["chart"] == "Races as 10 km")
    assert race["unit"].startswith("s, ")
    assert race["shown"].startswith("43:")
    share = next(row for row in rows if row["chart"].startswith("Asymmetric share"))
    assert float(share["value"]) <= 1
    assert share["shown"].endswith("%")


def test_all_lifts_home_tests_and_check_ins_are_in_the_table(
    qtbot: QtBot, open_on: Open, tmp_path: Path
) -> None:
    changes = half_a_year()
    first = next(each for each in changes.diary.values() if each is not None)
    other = replace(first.items[0], exercise="trap-bar-deadlift")
    diary = {**changes.diary, "x": replace(first, id="x", items=(other,))}
    rows = table_of(show_progress(qtbot, open_on(replace(changes, diary=diary))), tmp_path)
    assert {"Back squat", "Trap-bar deadlift"} <= {row["chart"] for row in rows}
    raised = [row for row in rows if row["chart"] == "Active straight-leg raise"]
    assert [(row["curve"], row["value"], row["of"]) for row in raised] == [
        ("left", "61", "60, 62, 61"),
        ("right", "70", "70"),
        ("left", "71", "71, 72, 70"),
        ("right", "72", "72"),
    ]
    days = {row["date"] for row in rows if row["chart"] == "Check-in"}
    assert len(days) == len(changes.check_ins)


def table_of(page: ProgressPage, folder: Path) -> list[dict[str, str]]:
    page.export(folder / "p.csv", "csv")
    return list(csv.DictReader(StringIO((folder / "p.csv").read_text("utf-8-sig"))))


@pytest.mark.parametrize("shown", ["3 months", "a fortnight", "all"])
def test_nothing_of_a_drawing_lies_beside_its_chart(
    qtbot: QtBot, open_on: Open, tmp_path: Path, shown: str
) -> None:
    changes = half_a_year()
    plan = changes.plans["p"]
    assert plan is not None
    days = {"first": "2026-10-05", "last": "2027-03-01"}
    swap = {"lift": "back-squat", "instead": "walking-lunge", **days}
    plans = {"p": replace(plan, extra={KEPT_AS: [swap]})}
    page = show_progress(qtbot, open_on(replace(changes, plans=plans)))
    if shown in RANGES:
        page.show_range(shown)
    else:
        middle = TODAY.toordinal() - 45
        page.grid.show_days(middle - 7, middle + 7)
    page.export(tmp_path / "p.svg", "svg")
    root = ET.fromstring((tmp_path / "p.svg").read_bytes())
    # The first two are the ground that all of it stands on.
    ground, *places = list(places_of(root, QTransform()))
    assert (ground, places.pop(0)) == (0, float(root.get("viewBox", "").split()[2]))
    assert len(places) > 100
    rooms = [room_of(QRectF(0, 0, WIDE - 12, HIGH), round).adjusted(-EDGE, 0, EDGE, 0)]
    rooms = [rooms[0].translated(SIDE / 2 + column * WIDE, 0) for column in range(COLUMNS)]
    for x in places:
        assert any(room.left() <= x <= room.right() for room in rooms), x


def places_of(element: ET.Element, above: QTransform) -> Iterator[float]:
    """Where lines, boxes and points of the drawing are, from the left; words are left out."""
    numbers = [float(each) for each in NUMBER.findall(element.get("transform", ""))]
    here = QTransform(*numbers) * above if len(numbers) == 6 else above
    kind = element.tag.rsplit("}", 1)[-1]
    if kind in {"defs", "text", "title"}:
        return
    for x, y in points_in(kind, element):
        yield here.map(QPointF(x, y)).x()
    for child in element:
        yield from places_of(child, here)


def points_in(kind: str, element: ET.Element) -> list[tuple[float, float]]:
    words = element.get("points") or element.get("d") or ""
    numbers = [float(each) for each in NUMBER.findall(words)]
    found = list(zip(numbers[::2], numbers[1::2], strict=True))
    if kind in {"circle", "ellipse"}:
        found.append((float(element.get("cx", 0)), float(element.get("cy", 0))))
    if kind == "rect":
        x, y, wide = (float(element.get(each, 0)) for each in ("x", "y", "width"))
        found += [(x, y), (x + wide, y)]
    return found


def test_a_picture_says_its_day_its_weeks_and_that_it_shows_what_coincides(
    qtbot: QtBot, open_on: Open, tmp_path: Path
) -> None:
    changes = half_a_year()
    runs = {
        key: replace(each, metres=(each.metres or 0) * 2, seconds=(each.seconds or 0) * 2)
        for key, each in changes.done_runs.items()
        if each is not None and each.date >= TODAY - timedelta(weeks=4)
    }
    changes = replace(changes, done_runs={**changes.done_runs, **runs})
    page = show_progress(qtbot, open_on(changes))
    page.export(tmp_path / "p.svg", "svg")
    words = "".join(ET.fromstring((tmp_path / "p.svg").read_bytes()).itertext())
    assert "As of Monday, 23 November 2026" in words
    assert "26 Oct 2026 \u2013 22 Nov 2026 against the twelve weeks 3 Aug 2026" in words
    assert "It shows what coincides, not what causes it." in words
    verdict = page.book.verdict
    assert verdict is not None
    assert verdict.cautions
    for each in verdict.cautions:
        assert shown_words(each) in words
