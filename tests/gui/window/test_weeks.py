from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain import agenda_edits
from hemipelvi_gui.domain.agenda_edits import instance
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.plan import Phase, PhaseKind, Plan
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.storage import open_store
from hemipelvi_gui.ui.document import Document
from hemipelvi_gui.ui.saver import Saver
from hemipelvi_gui.ui.shelf import Shelf
from hemipelvi_gui.ui.weeks import Weeks
from tests.builders import library, session_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from hemipelvi_gui.domain.session import Session

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
BASE = Plan("base", "Base", MONDAY - timedelta(days=21), 8, phases=(Phase(PhaseKind.BASE, 8),))
LUNGES = session_of("walking-lunge 3x8/side @7")


def gym(week: int, plan: str = "base") -> Session:
    return instance(LUNGES, TUESDAY + timedelta(days=7 * week), plan, entry_id=f"gym {week}")


@pytest.fixture
def weeks(qapp: QApplication, tmp_path: Path) -> Iterator[Weeks]:
    """The agenda of a plan of eight weeks, of which three are over."""
    store = open_store(tmp_path)
    every = {each.id: each for each in (gym(week) for week in range(-3, 5))}
    rest = Run("rest", "Rest", RunKind.REST, MONDAY)
    store.apply(Changes(every, {"rest": rest}, {"base": BASE}))
    saver = Saver(tmp_path)
    shelf = Shelf(store, saver)
    document = Document(LUNGES, library(), Settings(), shelf.week_lines)
    shelf.serve(document)
    made = Weeks(document, shelf, clock=lambda: MONDAY)
    yield made
    saver.settle()
    saver.close()
    store.close()
    for each in (made, document, shelf, saver):
        each.deleteLater()


def document_of(weeks: Weeks) -> Document:
    return weeks._document  # noqa: SLF001  # to look at both sides of the gate


def test_it_begins_in_the_plan_that_runs_today(weeks: Weeks) -> None:
    weeks.begin()
    assert weeks.plan == BASE
    assert (weeks.week.first, weeks.week.number) == (MONDAY, 4)
    assert weeks.reading.total.share == 1.0
    assert [each.id for each in weeks.reading.days[TUESDAY]] == ["gym 0"]


def test_weeks_are_turned_and_today_is_found_again(weeks: Weeks) -> None:
    weeks.begin()
    weeks.step(2)
    assert weeks.week.number == 6
    weeks.step(-30)
    assert weeks.week.number == 0
    assert weeks.reading.total.share is None
    weeks.show_day(weeks.today)
    assert weeks.week.number == 4
    assert weeks.reading.total.hse == 3.0


def test_turning_stops_where_the_calendar_ends(weeks: Weeks) -> None:
    weeks.show_day(date.max - timedelta(days=7))
    last = weeks.week
    weeks.step(1)
    weeks.show_day(date.max)
    assert weeks.week == last
    weeks.show_day(date.min)
    weeks.step(-1)
    assert weeks.week.first == date.min


def test_a_move_is_one_step_and_undo_takes_it_back(weeks: Weeks) -> None:
    weeks.begin()
    friday = MONDAY + timedelta(days=4)
    assert weeks.push("move", partial(agenda_edits.move, entry_ids=["gym 0"], day=friday))
    assert weeks.agenda.sessions["gym 0"].date == friday
    document_of(weeks).undo_stack.undo()
    assert weeks.agenda.sessions["gym 0"].date == TUESDAY
    assert not document_of(weeks).undo_stack.canUndo()


def test_an_edit_that_changes_nothing_is_no_step(weeks: Weeks) -> None:
    weeks.begin()
    same = partial(agenda_edits.move, entry_ids=["gym 0"], day=TUESDAY)
    assert not weeks.push("move", same)
    assert not document_of(weeks).undo_stack.canUndo()


def test_a_preview_leaves_nothing_behind(weeks: Weeks) -> None:
    weeks.begin()
    heard: list[object] = []
    weeks.previewed.connect(lambda: heard.append(weeks.preview_reading))
    weeks.preview(partial(agenda_edits.remove, entry_ids=["gym 0"]))
    assert weeks.preview_reading is not None
    assert weeks.preview_reading.total.share is None
    weeks.preview(None)
    weeks.preview(None)
    assert len(heard) == 2
    assert heard[-1] is None
    assert weeks.reading.total.share == 1.0


def test_all_of_a_plan_is_there_when_it_is_asked_for(weeks: Weeks) -> None:
    weeks.show_plan("")
    weeks.show_day(MONDAY + timedelta(days=7000))
    assert not weeks.agenda.sessions
    assert len(weeks.whole("base").sessions) == 8


def test_a_plan_that_was_read_as_a_whole_is_not_read_again_far_away(weeks: Weeks) -> None:
    weeks.begin()
    before = dict(weeks.whole("base").sessions)
    weeks.push("move a session", partial(agenda_edits.move, entry_ids=["gym 1"], day=MONDAY))
    weeks.show_day(MONDAY + timedelta(days=7000))
    weeks.show_day(MONDAY)
    after = weeks.agenda.sessions
    assert after.keys() == before.keys()
    assert all(after[each] is before[each] for each in before if each != "gym 1")
    assert after["gym 1"].date == MONDAY
    assert "rest" in weeks.agenda.runs


def test_any_days_can_be_asked_for(weeks: Weeks) -> None:
    weeks.begin()
    there = weeks.between(MONDAY - timedelta(days=7), MONDAY)
    assert set(there.sessions) == {"gym -1"}
    assert set(there.runs) == {"rest"}


def test_an_overview_has_every_week_with_its_phase(weeks: Weeks) -> None:
    weeks.begin()
    overview = weeks.overview()
    assert [week.number for week, _, _ in overview] == list(range(1, 9))
    assert {total.share for _, total, _ in overview} == {1.0}
    assert {phase for _, _, phase in overview} == {PhaseKind.BASE}
    weeks.show_plan("")
    assert weeks.overview() == ()


def test_what_is_edited_on_another_page_shows_at_once(weeks: Weeks) -> None:
    weeks.begin()
    there = weeks.agenda.sessions["gym 0"]
    squats = replace(there, blocks=session_of("back-squat 3x5 @8").blocks)
    document_of(weeks).replace_session("change", there, squats)
    assert weeks.reading.total.share == 0.0
    document_of(weeks).delete_session("delete", squats)
    assert weeks.reading.total.share is None


def archive(weeks: Weeks, *, archived: bool = True) -> None:
    before, after = (replace(BASE, archived=each) for each in (not archived, archived))
    changes = Changes(plans={"base": before}), Changes(plans={"base": after})
    document_of(weeks).replace("archive", *changes)


def test_an_archived_plan_counts_only_while_it_is_shown(weeks: Weeks) -> None:
    weeks.begin()
    archive(weeks)
    weeks.show_plan("base")
    assert weeks.reading.total.hse == 3.0
    weeks.show_plan("")
    weeks.show_day(MONDAY)
    assert weeks.reading.total.hse == 0.0


def test_putting_the_shown_plan_away_turns_to_another_and_undo_comes_back(weeks: Weeks) -> None:
    weeks.begin()
    archive(weeks)
    assert weeks.plan != BASE
    assert weeks.week.first == MONDAY
    document_of(weeks).undo_stack.undo()
    assert weeks.plan == BASE


def test_a_plan_opened_in_the_archive_stays_shown_when_it_goes_out_and_in(weeks: Weeks) -> None:
    weeks.begin()
    archive(weeks)
    weeks.show_plan("base")
    archive(weeks, archived=False)
    assert weeks.plan == BASE
    document_of(weeks).undo_stack.undo()
    assert weeks.plan == replace(BASE, archived=True)


def test_a_preview_is_read_again_when_more_of_the_plan_is_known(weeks: Weeks) -> None:
    weeks.begin()
    friday = MONDAY + timedelta(days=4)
    weeks.preview(partial(agenda_edits.move, entry_ids=["gym 0"], day=friday))
    whole = weeks.whole("base")
    preview = weeks.preview_reading
    assert preview is not None
    assert preview.agenda.sessions.keys() == whole.sessions.keys()
    assert preview.agenda.sessions["gym 0"].date == friday
    weeks.preview(None)
    assert weeks.preview_reading is None


def test_another_body_mass_gives_other_sums(weeks: Weeks) -> None:
    weeks.begin()
    sums = weeks.sums
    document_of(weeks).set_settings(replace(Settings(), body_mass_kg=60.0))
    assert weeks.sums is not sums


def test_a_plan_that_is_undone_gives_way_to_the_one_before_and_comes_back(weeks: Weeks) -> None:
    weeks.begin()
    other = Plan("other", "Another", MONDAY, 4)
    weeks.push("begin Another", partial(agenda_edits.put_plan, plan=other))
    weeks.show_plan("other")
    stack = document_of(weeks).undo_stack
    stack.undo()
    assert weeks.plan == BASE
    assert weeks.week.first == MONDAY
    stack.redo()
    assert weeks.plan == other


def test_undoing_what_lies_in_another_week_turns_to_it(weeks: Weeks) -> None:
    weeks.begin()
    friday = MONDAY + timedelta(days=4)
    weeks.push("move", partial(agenda_edits.move, entry_ids=["gym 0"], day=friday))
    weeks.step(3)
    document_of(weeks).undo_stack.undo()
    assert weeks.week.first == MONDAY
