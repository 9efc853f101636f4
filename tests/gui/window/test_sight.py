from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.done_runs import DoneRun
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.ui.sight import page_for
from tests.saving import putting

if TYPE_CHECKING:
    from hemipelvi_gui.ui.logbook import Logbook
    from hemipelvi_gui.ui.main_window import MainWindow

DAY = date(2026, 11, 23)
SHOWN = Session("shown", "Shown")
OTHER = Session("other", "Other")
PLANNED = Session("planned", "Planned", date=DAY, plan="p")
RUN = Run("r", "Easy", RunKind.EASY, DAY)
RAN = DoneRun("d", "Easy", DAY)
DONE = DoneSession("s", "Shown", DAY, session=SHOWN.id)
IMPORTED = DoneSession("i", "Legs", DAY)
FELT = CheckIn("c", DAY)


@pytest.mark.parametrize(
    ("changes", "page", "expected"),
    [
        (putting(SHOWN), "library", "build"),
        (putting(SHOWN), "log", "build"),
        (putting(OTHER), "week", "build"),
        (putting(PLANNED), "week", ""),
        (putting(PLANNED), "build", "week"),
        (putting(PLANNED), "progress", "week"),
        (putting(RUN), "library", "week"),
        (putting(Plan("p", "Base")), "log", "week"),
        (Changes(sessions={"gone": None}), "week", ""),
        (putting(DONE), "build", "log"),
        (putting(DONE), "week", ""),
        (putting(DONE), "library", "log"),
        (putting(IMPORTED), "build", "log"),
        (putting(RAN), "week", "log"),
        (putting(RAN), "build", "log"),
        (putting(RAN, FELT, IMPORTED), "progress", ""),
        (putting(DONE, PLANNED), "log", ""),
        (putting(FELT), "log", ""),
        (putting(SHOWN), "welcome", ""),
    ],
)
def test_what_is_done_or_undone_is_seen(changes: Changes, page: str, expected: str) -> None:
    assert page_for(changes, page, SHOWN.id) == expected


def test_undoing_a_check_in_from_another_page_shows_the_log(window: MainWindow) -> None:
    book: Logbook = window.logs.logbook
    window.pages.show_log()
    book.put("check in", FELT)
    assert window.pages.name() == "log"
    window.pages.show_build()
    window.desk.document.undo_stack.undo()
    assert window.pages.name() == "log"
    assert book.between(DAY, DAY).check_ins == {}
