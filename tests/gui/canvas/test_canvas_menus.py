from __future__ import annotations

from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.canvas_menus import swap_choices
from tests.builders import library, session_of


def offered(*hidden: str) -> set[str]:
    """What the swap menu of a back squat offers to who has hidden these."""
    session = session_of("back-squat 3x5 @7")
    (item,) = items(session)
    reading = examine(session, library(), Settings(hidden=hidden))
    menus = swap_choices(reading, item)
    return {each.exercise.id for menu in menus for each in menu if each.exercise is not None}


def test_the_swap_menu_leaves_out_what_is_hidden() -> None:
    usual = offered()
    others = offered(*usual)
    assert usual
    assert others
    assert others.isdisjoint(usual)
