from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from hemipelvi_gui.storage import SessionHeader
from hemipelvi_gui.ui.dialogs.rows import RowRole
from hemipelvi_gui.ui.dialogs.sessions_dialog import SessionsDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme
    from tests.gui.dialogs.conftest import Show

SAVED = "2026-11-22T10:00:00+00:00"


def header(session: Session) -> SessionHeader:
    return SessionHeader(session.id, session.name, session.date, session.minutes, 1, SAVED)


@pytest.fixture
def own(tuesday: Session) -> dict[str, Session]:
    sessions = (
        tuesday,
        replace(tuesday, id="friday", name="Friday hills", date=None, blocks=()),
        replace(tuesday, id="odd", name="<img src=x> " + "n" * 10_000, date=date(2026, 10, 1)),
    )
    return {session.id: session for session in sessions}


@pytest.fixture
def dialog(
    show: Show, theme: Theme, library: dict[str, Exercise], own: dict[str, Session]
) -> SessionsDialog:
    ready = replace(next(iter(own.values())), id="ready", name="Strength A", date=None)
    routine = replace(ready, id="routine", name="Hips in ten minutes")
    templates = [("session", ready), ("routine", routine)]
    headers = [header(session) for session in own.values()]
    return show(SessionsDialog(theme, library, headers, templates, own.__getitem__))


def titles(dialog: SessionsDialog) -> list[str]:
    rows = dialog.list.rows
    return [rows.index(number).data() for number in range(rows.rowCount())]


def test_ones_own_come_first_then_ready_ones_then_routines(dialog: SessionsDialog) -> None:
    shown = titles(dialog)
    assert shown[:3] == ["Yours", "Tuesday", "Friday hills"]
    assert shown[4:] == [
        "Ready sessions",
        "Strength A",
        "Prehab and reset routines",
        "Hips in ten minutes",
    ]


def test_a_row_says_date_minutes_and_balance(dialog: SessionsDialog) -> None:
    spoken = dialog.list.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Tuesday · 24 Nov 2026 · ")
    assert spoken.endswith("% asymmetric")
    assert dialog.list.rows.row_at(1).share is not None


def test_a_long_name_is_one_short_line_of_plain_text(dialog: SessionsDialog) -> None:
    title = titles(dialog)[3]
    assert title.startswith("<img src=x>")
    assert len(title) <= 300
    shown = dialog.list.rows.index(3).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in shown


def test_typing_finds_a_name_or_a_date_and_enter_opens_it(
    qtbot: QtBot, dialog: SessionsDialog
) -> None:
    QTest.keyClicks(dialog.search, "hil")
    assert titles(dialog) == ["Yours", "Friday hills"]
    with qtbot.waitSignal(dialog.opened) as opened:
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert opened.args == ["friday"]


def test_typing_finds_a_month(qtbot: QtBot, dialog: SessionsDialog) -> None:
    QTest.keyClicks(dialog.search, "24 nov")
    assert titles(dialog) == ["Yours", "Tuesday"]


def test_nothing_found_says_what_to_do(qtbot: QtBot, dialog: SessionsDialog) -> None:
    QTest.keyClicks(dialog.search, "zzz")
    assert titles(dialog) == []
    assert "zzz" in dialog.nothing.text()
    assert dialog.nothing.isVisible()
    assert not dialog.enter.isEnabled()
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    assert dialog.isVisible()


def test_arrows_go_from_the_search_into_the_list(qtbot: QtBot, dialog: SessionsDialog) -> None:
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.list.currentIndex().data() == "Friday hills"
    with qtbot.waitSignal(dialog.opened) as opened:
        QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert opened.args == ["friday"]


def test_a_double_click_opens(qtbot: QtBot, dialog: SessionsDialog) -> None:
    at = dialog.list.visualRect(dialog.list.rows.index(2)).center()
    left = Qt.MouseButton.LeftButton
    QTest.mouseClick(dialog.list.viewport(), left, pos=at)
    with qtbot.waitSignal(dialog.opened) as opened:
        QTest.mouseDClick(dialog.list.viewport(), left, pos=at)
    assert opened.args == ["friday"]


def test_a_ready_session_is_started_and_never_deleted(qtbot: QtBot, dialog: SessionsDialog) -> None:
    dialog.list.choose("template:ready")
    assert dialog.enter.text() == "&Start from this"
    assert not dialog.remove.isEnabled()
    assert not dialog.double.isEnabled()
    with qtbot.assertNotEmitted(dialog.deleted):
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    with qtbot.waitSignal(dialog.started) as started:
        dialog.enter.click()
    assert started.args[0].name == "Strength A"


def test_delete_leaves_the_dialog_open_and_goes_to_the_next(
    qtbot: QtBot, dialog: SessionsDialog, own: dict[str, Session]
) -> None:
    dialog.list.setFocus()

    def drop(session_id: str) -> None:
        own.pop(session_id)
        dialog.refresh([header(session) for session in own.values()])

    dialog.deleted.connect(drop)
    with qtbot.waitSignal(dialog.deleted) as deleted:
        QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert deleted.args == ["tuesday"]
    assert dialog.isVisible()
    assert dialog.list.currentIndex().data() == "Friday hills"
    assert dialog.preview.title.text() == "Friday hills"


def test_a_delete_is_undone_without_leaving(qtbot: QtBot, dialog: SessionsDialog) -> None:
    dialog.list.setFocus()
    with qtbot.waitSignal(dialog.undo_wanted):
        QTest.keyClick(dialog.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_duplicate_keeps_the_choice(qtbot: QtBot, dialog: SessionsDialog) -> None:
    with qtbot.waitSignal(dialog.duplicated) as duplicated:
        QTest.mouseClick(dialog.double, Qt.MouseButton.LeftButton)
    assert duplicated.args == ["tuesday"]
    assert dialog.list.key == "own:tuesday"


def test_new_asks_for_an_empty_session(qtbot: QtBot, dialog: SessionsDialog) -> None:
    with qtbot.waitSignal(dialog.new_wanted):
        QTest.keyClick(dialog, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)


def test_the_chosen_session_is_listed_at_the_side(dialog: SessionsDialog) -> None:
    rows = dialog.preview.list.rows
    spoken = [rows.row_at(number).spoken for number in range(rows.rowCount())]
    assert spoken[0].startswith("Prepare")
    assert "A1 Walking lunge · 3 × 8 each side · 2 × 16 kg · RPE 7" in spoken
    dialog.list.choose("own:friday")
    assert "Nothing in it yet" in dialog.preview.line.text()


def test_a_session_that_is_gone_is_said_to_be_unreadable(
    dialog: SessionsDialog, own: dict[str, Session]
) -> None:
    headers = [header(session) for session in own.values()]
    del own["friday"]
    dialog.refresh(headers)
    assert dialog.list.rows.row_at(2).note == "can't be read"
    dialog.list.choose("own:friday")
    assert dialog.preview.line.text() == "Choose a session to see what is in it."


def test_without_sessions_of_ones_own_it_says_the_next_step(
    show: Show, theme: Theme, library: dict[str, Exercise]
) -> None:
    none: dict[str, Session] = {}
    dialog = show(SessionsDialog(theme, library, [], [], none.__getitem__))
    assert titles(dialog)[1].startswith("Nothing of yours yet. Press New")
    assert not dialog.enter.isEnabled()


def test_only_the_rows_that_are_seen_are_read(
    show: Show, theme: Theme, library: dict[str, Exercise], tuesday: Session
) -> None:
    many = [replace(header(tuesday), id=f"s{number}") for number in range(300)]
    read: list[str] = []

    def load(session_id: str) -> Session:
        read.append(session_id)
        return tuesday

    dialog = show(SessionsDialog(theme, library, many, [], load))
    assert dialog.list.rows.rowCount() == 301
    assert 0 < len(set(read)) < 60


def test_escape_closes(qtbot: QtBot, dialog: SessionsDialog) -> None:
    with qtbot.waitSignal(dialog.rejected):
        QTest.keyClick(dialog.search, Qt.Key.Key_Escape)


def test_the_rows_keep_the_rules_of_models(qtbot: QtBot, dialog: SessionsDialog) -> None:
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(dialog.list.rows, mode)
    QTest.keyClicks(dialog.search, "hills")
    dialog.search.clear()
    assert tester.model().rowCount() == 8
    heading = dialog.list.rows.index(0)
    assert not heading.flags() & Qt.ItemFlag.ItemIsSelectable
    assert heading.data(RowRole.ROW).title == "Yours"
