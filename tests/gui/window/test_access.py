"""Everything by keyboard and screen reader, and everything readable at twice the size."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QMenu,
    QScrollBar,
    QWidget,
)

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.offers import ready_sessions
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from hemipelvi_gui.ui.main_window import MainWindow
    from tests.gui.window.conftest import OpenWindow

LAPTOP = (1280, 800)


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a widget."""
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def stops(top: QWidget) -> Iterator[QWidget]:
    """Visible widgets that the Tab key reaches."""
    for widget in [top, *top.findChildren(QWidget)]:
        by_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # The field inside a spin box hands the keyboard to the box.
        own = widget.focusProxy() is None and not isinstance(widget, QMenu)
        if widget.isVisible() and widget.isEnabled() and by_tab and own:
            yield widget


def filled(window: MainWindow) -> MainWindow:
    """The window with the ready session that has the longest name of a gym."""
    window.sessions.start_from(max(ready_sessions("sessions"), key=lambda each: len(each.gym)))
    return window


def nameless(top: QWidget) -> list[str]:
    return [type(each).__name__ for each in stops(top) if not name_of(each).strip()]


def test_every_stop_of_the_window_has_a_name(window: MainWindow) -> None:
    filled(window)
    window.desk.messages.say("Written.", ("Undo", lambda: None))
    assert list(stops(window))
    assert nameless(window) == []


def test_every_stop_of_the_first_page_has_a_name(open_window: OpenWindow) -> None:
    assert nameless(open_window()) == []


@pytest.mark.parametrize(
    "action",
    ["open", "sheet", "sum", "settings", "history", "shortcuts", "about", "progress"],
)
def test_every_stop_of_a_dialog_has_a_name(qtbot: QtBot, window: MainWindow, action: str) -> None:
    filled(window)
    window.actions_by_name[action].trigger()
    QApplication.processEvents()
    dialogs = [
        top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window
    ]
    assert dialogs
    for dialog in dialogs:
        missing = nameless(dialog)
        dialog.close()
        assert missing == []


# All other dialogs are among the screens of tests/gui/looks/test_theme.py.
@pytest.mark.parametrize("action", ["settings", "history", "shortcuts", "about", "pelvis"])
def test_no_word_of_a_dialog_is_cut_at_twice_the_size(window: MainWindow, action: str) -> None:
    filled(window)
    window.resize(*LAPTOP)
    window.desk.theme.enlarge(2.0)
    window.actions_by_name[action].trigger()
    for _ in range(4):
        QApplication.processEvents()
    (dialog,) = (
        top for top in QApplication.topLevelWidgets() if top.isVisible() and top is not window
    )
    cut = clipped(dialog)
    dialog.close()
    assert cut == []


def test_tab_goes_round_the_whole_window(qtbot: QtBot, window: MainWindow) -> None:
    filled(window)
    window.activateWindow()
    window.build.library.focus_search()
    qtbot.waitUntil(window.build.library.search.hasFocus)
    visited: list[QWidget] = []
    for _ in range(120):
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus in visited:
            break
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert window.build.library.search in visited
    assert window.build.canvas in visited
    assert window.build.balance.gauge in visited
    assert window.build.findings.lunge in visited


def test_no_two_actions_share_a_key(window: MainWindow) -> None:
    keys = Counter(
        sequence.toString(QKeySequence.SequenceFormat.PortableText)
        for menu in window.menus.values()
        for action in menu.actions()
        for sequence in action.shortcuts()
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_every_menu_and_every_action_has_words(window: MainWindow) -> None:
    for menu in window.menus.values():
        assert "&" in menu.title()
        assert menu.actions()
        for action in menu.actions():
            assert action.isSeparator() or action.text().strip()


def clipped(window: QWidget) -> list[str]:
    """Words of labels and buttons that have less room than they need."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel | QScrollBar):
            continue
        if isinstance(widget, QLabel) and widget.text():
            text, room = widget.text(), widget.contentsRect()
            flags = Qt.TextFlag.TextWordWrap if widget.wordWrap() else Qt.TextFlag.TextSingleLine
            need = widget.fontMetrics().boundingRect(QRect(0, 0, room.width(), 9999), flags, text)
            short = need.width() > room.width() + 1 or need.height() > room.height() + 1
        elif isinstance(widget, QAbstractButton) and widget.text():
            text, need_size = widget.text(), widget.minimumSizeHint()
            short = widget.width() < need_size.width() or widget.height() < need_size.height()
        else:
            continue
        if short or cut_off(widget):
            found.append(text)
    return found


def cut_off(widget: QWidget) -> bool:
    """Whether a parent that can't be scrolled hides a part of it."""
    parent = widget.parentWidget()
    area = widget.rect()
    while parent is not None and not parent.isWindow():
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            return False
        area = QRect(widget.mapTo(parent, widget.rect().topLeft()), widget.size())
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(area):
            return True
        parent = parent.parentWidget()
    return False


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("first", [True, False], ids=["first page", "Build page"])
def test_the_window_fits_a_laptop_at_any_text_size(
    open_window: OpenWindow, keep: Callable[..., None], scale: float, *, first: bool
) -> None:
    keep(settings=Settings(theme="light", text_scale=scale, welcomed=not first))
    window = open_window(show=False)
    if not first:
        filled(window)
    window.resize(*LAPTOP)
    window.show()
    QApplication.processEvents()
    least = window.minimumSizeHint()
    assert least.width() <= LAPTOP[0]
    assert least.height() <= LAPTOP[1]
    assert (window.width(), window.height()) == LAPTOP
    assert clipped(window) == []


def test_text_grows_and_shrinks_while_the_window_is_open(window: MainWindow) -> None:
    filled(window)
    window.resize(*LAPTOP)
    for step in (*[window.view.larger] * 7, window.view.normal, *[window.view.smaller] * 2):
        step()
        QApplication.processEvents()
        assert (window.width(), window.height()) == LAPTOP
        assert clipped(window) == []
    for _ in range(20):
        window.view.larger()
    assert window.desk.theme.scale == 2.0
    for _ in range(20):
        window.view.smaller()
    assert window.desk.theme.scale == 0.8


def test_a_long_name_of_a_gym_makes_the_window_no_wider(window: MainWindow) -> None:
    header = window.build.header
    before = header.minimumSizeHint().width()
    document = window.desk.document
    document.push("set gym", lambda shown: edits.describe(shown, gym="Turnhalle " * 200))
    QApplication.processEvents()
    assert header.minimumSizeHint().width() == before
    gym = header.gym
    assert gym.width() < header.width()
    assert "Turnhalle" in gym.accessibleName()


def test_a_label_without_room_would_be_noticed(window: MainWindow) -> None:
    filled(window)
    label = window.build.findings.findChildren(QLabel)[0]
    label.setFixedWidth(12)
    QApplication.processEvents()
    assert label.text() in clipped(window)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_theme_is_kept(open_window: OpenWindow, keep: Callable[..., None], theme: str) -> None:
    keep()
    window = open_window()
    window.view.use_theme(theme)
    assert window.desk.theme.palette.name == theme
    open_window.shut()  # type: ignore[attr-defined]
    assert open_window().desk.theme.palette.name == theme
