"""Which sessions use an exercise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tests.builders import session_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.gui.window.conftest import OpenWindow


def test_sessions_with_one_name_are_told_apart_by_their_days(
    qtbot: QtBot, open_window: OpenWindow, keep: Callable[..., None]
) -> None:
    lunges = replace(session_of("walking-lunge 3x8/side"), name="Strength A")
    keep(
        replace(lunges, id="one", date=date(2026, 11, 24)),
        replace(lunges, id="two", date=date(2026, 12, 1)),
        replace(lunges, id="other", name="Alone"),
    )
    window = open_window()
    window.pages.show_library()
    window.pages.library.go_to("walking-lunge")
    used = window.pages.library.detail.used
    qtbot.waitUntil(lambda: bool(used.buttons))
    said = [button.text() for button in used.buttons]
    assert said == ["Alone", "Strength A \u00b7 24 Nov 2026", "Strength A \u00b7 1 Dec 2026"]
