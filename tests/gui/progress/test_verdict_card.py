"""The card on top of the page: what is said first, and what can be done from it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog
from hemipelvi_gui.ui.progress.steps_dialog import StepsDialog
from tests.gui.progress.a_log import TODAY, half_a_year, show_progress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.progress import ProgressPage

Open = Callable[..., "MainWindow"]


@pytest.fixture
def page(qtbot: QtBot, open_on: Open) -> ProgressPage:
    """The page on half a year in which lifts rise and running slows."""
    return show_progress(qtbot, open_on(half_a_year()))


@pytest.fixture
def empty(qtbot: QtBot, open_on: Open) -> ProgressPage:
    """The page on nothing at all."""
    return show_progress(qtbot, open_on())


def test_the_verdict_is_told_with_its_numbers(page: ProgressPage) -> None:
    card = page.card
    assert card.headline.text().startswith("Consistent with hurting")
    lift, since, chance = card.numbers.text().splitlines()
    assert lift.startswith("Over 16 weeks: Back squat +")
    assert since.startswith("Recent 4 weeks against the 12 before: tightness +")
    assert re.search(r"easy pace at 140\xa0bpm \d+\xa0s/km slower \(\d+ to \d+\)\.$", since)
    assert chance.startswith("Probability running got worse")
    # No line begins with the sign of its number.
    assert all(" %" not in each.text() for each in (card.numbers, card.would))
    assert "swap Back squat for a lunge" in card.suggestion.text()
    assert card.would.text().startswith("What would change it")
    assert "the verdict asks more, so it needs a larger change." in card.would.text()
    assert "Said by chance too" in card.would.text()
    assert "cause" not in card.accessibleDescription()


def test_the_steps_are_shown(page: ProgressPage) -> None:
    page.card.how.click()
    dialog = page.window().findChild(StepsDialog)
    assert dialog is not None
    words = "\n".join(line.text() for line in dialog.lines)
    assert "Which weeks" in words
    assert "not what causes it" in words
    dialog.close()


def test_where_too_little_is_logged_the_next_steps_are_at_hand(open_on: Open, qtbot: QtBot) -> None:
    window = open_on()
    page = show_progress(qtbot, window)
    run, check_in, bring = page.card.steps_to_enough
    assert [each.text().replace("&", "") for each in (run, check_in, bring)] == [
        "Log a run",
        "Check in",
        "Import a log\u2026",
    ]
    run.click()
    assert window.pages.name() == "log"
    assert window.focusWidget() is window.pages.log.runs.line.field
    window.pages.show_progress()
    check_in.click()
    assert window.pages.name() == "log"
    window.pages.show_progress()
    bring.click()
    dialog = window.findChild(LogImportDialog)
    assert dialog is not None
    dialog.close()


def test_after_pain_advice_comes_first_and_no_swap_is_urged(qtbot: QtBot, open_on: Open) -> None:
    changes = half_a_year()
    hurt = CheckIn("hurt", TODAY - timedelta(days=5), 3, 3, 3, pain=6)
    more = {**changes.check_ins, "hurt": hurt}
    card = show_progress(qtbot, open_on(replace(changes, check_ins=more))).card
    assert card.headline.text().startswith("Consistent with hurting")
    assert "ask a professional" in card.advice.text()
    assert card.advice.y() < card.numbers.y()
    assert not card.suggestion.isVisible()
    assert card.swap.property("kind") == "pill"


def test_with_enough_logged_a_swap_takes_the_place_of_those_steps(page: ProgressPage) -> None:
    assert page.card.swap.isVisible()
    assert page.card.swap.property("kind") == "primary"
    assert not any(each.isVisible() for each in page.card.steps_to_enough)
    assert not page.card.advice.isVisible()


def test_nothing_logged_says_what_to_do(empty: ProgressPage) -> None:
    assert empty.card.headline.text() == "Not enough data to say anything yet"
    assert "Weeks with two easy runs, in the last four: 0 of 3." in empty.card.reasons.text()
    # Twelve weeks from the Monday that it is.
    assert "It can be known on 14 February 2027 at the earliest" in empty.card.reasons.text()
    assert not empty.card.swap.isVisible()
    assert empty.grid.plots == []
    for panel in empty.grid.panels.values():
        assert panel.empty.isVisible()
        assert len(panel.empty.text()) > 20
