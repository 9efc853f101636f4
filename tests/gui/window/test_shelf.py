from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.grammar import parse
from hemipelvi_gui.domain.plan import Plan
from hemipelvi_gui.domain.session import Block, Item, Section, Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.shelf import renamed

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow

MONDAY, SUNDAY, NEXT = date(2026, 3, 2), date(2026, 3, 8), date(2026, 3, 9)


def session(name: str, exercise: str, day: date | None, words: str = "3x8 @8") -> Session:
    item = Item(f"{name}-item", exercise, parse(words))
    return Session(name, name, (Block(f"{name}-block", Section.STRENGTH, (item,)),), date=day)


def dated(window: MainWindow, day: date | None) -> None:
    window.desk.document.push("set date", lambda shown: edits.describe(shown, date=day))


def week_share(window: MainWindow) -> float | None:
    return window.desk.document.reading.week_balance.asymmetric_share


def test_the_week_sums_the_other_sessions_dated_in_it(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(
        session("squats", "back-squat", SUNDAY),
        session("later", "back-squat", NEXT),
        session("undated", "back-squat", None),
        session("lunges", "walking-lunge", MONDAY),
    )
    window = open_window()
    assert window.desk.document.session.id == "lunges"
    reading = window.desk.document.reading
    assert reading.balance.asymmetric_share == 1.0
    assert reading.week_balance.asymmetric_share == pytest.approx(0.5)

    dated(window, None)
    assert week_share(window) == 1.0
    dated(window, NEXT)
    assert week_share(window) == pytest.approx(0.5)
    dated(window, MONDAY)
    window.sessions.delete("squats")
    window.sessions.open("later")
    window.sessions.open("lunges")
    assert week_share(window) == 1.0
    window.desk.document.undo_stack.undo()
    window.sessions.open("lunges")
    assert week_share(window) == pytest.approx(0.5)


def test_a_session_moved_into_the_week_in_this_run_counts_at_once(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(session("squats", "back-squat", NEXT), session("lunges", "walking-lunge", MONDAY))
    window = open_window()
    assert week_share(window) == 1.0
    window.sessions.open("squats")
    dated(window, SUNDAY)
    window.sessions.open("lunges")
    assert week_share(window) == pytest.approx(0.5)


def test_body_mass_counts_for_the_whole_week(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(
        session("light", "back-squat", SUNDAY, "3x8 18kg"),
        session("lunges", "walking-lunge", MONDAY),
    )
    window = open_window()
    unknown = week_share(window)
    window.desk.document.set_settings(replace(Settings(), body_mass_kg=50.0))
    with_mass = week_share(window)
    window.sessions.open("light")
    assert week_share(window) == with_mass
    window.desk.document.set_settings(Settings())
    assert week_share(window) == unknown


def test_what_was_changed_in_this_run_is_read_before_the_file(
    open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    keep(Session("s1", "Monday"), Session("s2", "Friday"))
    window = open_window()
    shelf, document = window.desk.shelf, window.desk.document
    window.sessions.open("s1")
    document.push("rename session", lambda shown: replace(shown, name="Tuesday"))
    assert [header.name for header in shelf.headers()] == ["Tuesday", "Friday"]
    assert shelf.session("s1").name == "Tuesday"
    window.sessions.delete("s2")
    assert [header.name for header in shelf.headers()] == ["Tuesday"]
    with pytest.raises(KeyError):
        shelf.session("s2")
    assert shelf.deleted() == {"s2"}


def test_plans_of_a_file_are_kept_and_undo_takes_them_back(window: MainWindow) -> None:
    desk = window.desk
    old, new, base = Plan("p1", "Ten weeks"), Plan("p1", "Twelve weeks"), Plan("p2", "Base")
    desk.document.replace("import", Changes(plans={"p1": None}), Changes(plans={"p1": old}))
    desk.document.replace(
        "import", Changes(plans={"p1": old, "p2": None}), Changes(plans={"p1": new, "p2": base})
    )
    assert desk.saver.settle()
    assert {plan.name for plan in desk.shelf.plans()} == {"Twelve weeks", "Base"}
    desk.document.undo_stack.undo()
    assert desk.saver.settle()
    assert {plan.name for plan in desk.shelf.plans()} == {"Ten weeks"}


def test_a_name_that_is_taken_is_numbered() -> None:
    fresh = Session("s1", "Strength A")
    assert renamed(fresh, ["Strength B"]) is fresh
    assert renamed(fresh, ["Strength A", "Strength A 2"]).name == "Strength A 3"
