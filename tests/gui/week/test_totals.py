from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from hemipelvi_gui.domain import agenda_edits
from tests.gui.week.planning import SQUATS, autumn, day, gym, picture, run
from tests.saving import putting

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.ui.pages.week import WeekPage


def skip(agenda: Agenda, *ids: str) -> Agenda:
    return agenda_edits.skip(agenda, ids)


def test_the_line_tells_share_dose_time_likeness_and_sides(
    open_week: Callable[..., WeekPage],
) -> None:
    totals = open_week(picture()).totals
    assert totals.share.text() == "67 % asymmetric"
    assert totals.target.text() == "target 60–85 %"
    assert totals.dose.text() == "18 HSE"
    assert totals.time.text().endswith("in the gym, 2 sessions")
    assert totals.likeness.text() == "fairly like running"
    assert totals.sides.text() == "L 50 · R 50"
    assert totals.words in totals.accessibleDescription()


def test_a_week_without_leg_work_has_no_balance_yet(open_week: Callable[..., WeekPage]) -> None:
    totals = open_week(putting(autumn(), run(0))).totals
    assert totals.share.text() == "Balance not defined yet"
    assert totals.time.text() == "no gym session"
    assert not totals.dose.isVisible()


def test_each_number_tells_how_it_is_made(open_week: Callable[..., WeekPage]) -> None:
    totals = open_week(picture()).totals
    assert "12 of 18 HSE" in totals.share.toolTip()
    labels = (totals.share, totals.target, totals.dose, totals.time, totals.likeness, totals.sides)
    assert all(each.toolTip() for each in labels)


def test_a_preview_shows_before_and_after(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(), gym(1), gym(4, 4, *SQUATS, name="Squats")))
    weeks, totals = page.board.weeks, page.totals
    before = totals.words
    weeks.preview(lambda agenda: skip(agenda, "gym 4 4"))
    assert "→ 67 % asymmetric" in totals.share.text()
    weeks.preview(None)
    assert totals.words == before


def test_another_week_has_its_own_sums(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(putting(autumn(), gym(1), gym(1, 5, *SQUATS, name="Squats")))
    first = page.totals.share.text()
    page.board.weeks.show_day(day(0, 5))
    assert page.totals.share.text() != first


def test_a_moved_session_leaves_the_sums_as_they_are(open_week: Callable[..., WeekPage]) -> None:
    page = open_week(picture())
    before = page.totals.words
    page.board.weeks.push("move", partial(agenda_edits.move, entry_ids=["gym 1 4"], day=day(2)))
    assert page.totals.words == before
