from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.exchange import read
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.messages import MessageBar
from tests.builders import session_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow

MONDAY = date(2026, 11, 23)
BASE = Plan("base", "Base: autumn", MONDAY, 2)


@pytest.fixture
def planned(open_window: OpenWindow, keep: Callable[..., None], home: Path) -> MainWindow:
    keep()
    gym = instance(session_of("walking-lunge 3x8/side"), MONDAY, "base", entry_id="gym")
    other = replace(gym, id="other", plan="")
    race = Run("race", "Ten", RunKind.RACE, MONDAY, plan="base")
    with closing(open_store(home)) as store:
        store.apply(Changes({"gym": gym, "other": other}, {"race": race}, {"base": BASE}))
    window = open_window()
    window.plans.clock = lambda: MONDAY
    return window


def said(window: MainWindow) -> str:
    bar = window.findChild(MessageBar)
    assert isinstance(bar, MessageBar)
    return bar.text


def test_the_shown_plan_goes_into_a_file_and_nothing_else(
    planned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suggested: list[str] = []

    def choose(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        suggested.append(Path(name).name)
        return str(tmp_path / "mine"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    planned.actions_by_name["export-plan"].trigger()
    assert suggested == ["Base autumn.hemiplan"]
    bundle = read(tmp_path / "mine.hemiplan")
    assert [each.name for each in bundle.plans] == ["Base: autumn"]
    assert [each.id for each in bundle.sessions] == ["gym"]
    assert [each.id for each in bundle.runs] == ["race"]
    assert said(planned) == f"Written to {tmp_path / 'mine.hemiplan'}."


def test_no_file_chosen_writes_nothing(
    planned: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    planned.actions_by_name["export-plan"].trigger()
    assert list(tmp_path.glob("*.hemiplan")) == []


def test_a_folder_that_is_not_there_is_said(planned: MainWindow, tmp_path: Path) -> None:
    planned.plans.write_plan(tmp_path / "nowhere" / "plan.hemiplan")
    assert "nowhere" in said(planned)


def test_without_a_plan_there_is_nothing_to_export(window: MainWindow) -> None:
    window.actions_by_name["export-plan"].trigger()
    assert said(window) == "No plan is shown that could be exported."
