"""The real program in a process of its own, with a side door that says where things are.

`python -m tests.end2end.pilot ARGUMENTS` is `hemipelvi ARGUMENTS`. A thread reads questions from
stdin, one JSON list a line, and prints one JSON answer a line. Answers are found in the window's
thread. Mouse and keys never come this way, with one exception: a file dropped by another program.
"""

from __future__ import annotations

import json
import socket
import sys
import threading
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QMessageBox,
    QWidget,
)

from hemipelvi_gui.app import main
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.main_window import MainWindow
from hemipelvi_gui.ui.messages import MessageBar
from hemipelvi_gui.ui.models.session_rows import Card, Heading
from hemipelvi_gui.ui.pages.welcome import WelcomePage
from tests.end2end.log_answers import LogAnswers, log_state, progress_state
from tests.end2end.week_answers import WeekAnswers, week_page, week_state

Point = list[int]
NETWORK = (socket.AF_INET, socket.AF_INET6)
opened: list[str] = []


def watch_sockets(event: str, arguments: tuple[object, ...]) -> None:
    """Remember every socket of the network, and every name that is looked up."""
    if event == "socket.__new__" and arguments[1] in NETWORK:
        opened.append(f"socket of family {arguments[1]}")
    if event.startswith("socket.get") and event != "socket.gethostname":
        opened.append(event)


def system_sockets() -> list[str]:
    """Network sockets of this process as the system counts them, Qt's own among them."""
    mine = set()
    for handle in Path("/proc/self/fd").iterdir():
        try:
            mine.add(str(handle.readlink()))
        except OSError:
            continue
    found = []
    for table in ("tcp", "tcp6", "udp", "udp6", "raw", "raw6"):
        path = Path("/proc/self/net") / table
        lines = path.read_text().splitlines()[1:] if path.exists() else []
        found += [table for line in lines if f"socket:[{line.split()[9]}]" in mine]
    return found


def middle(widget: QWidget, area: QRect | None = None) -> Point:
    """The centre of a widget, or of an area of it, on the screen."""
    spot = widget.mapToGlobal((area or widget.rect()).center())
    return [spot.x(), spot.y()]


def window() -> MainWindow | None:
    """The window, as soon as it is on the screen."""
    shown = (each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow))
    return next((each for each in shown if each.isVisible()), None)


def front_dialog() -> QDialog | None:
    """The dialog that holds the window, else one that stands beside it."""
    modal = QApplication.activeModalWidget()
    beside = (each for each in QApplication.topLevelWidgets() if each.isVisible())
    each = modal or next((each for each in beside if isinstance(each, QDialog)), None)
    return each if isinstance(each, QDialog) else None


def menu_entry() -> str:
    """The entry of the open menu that the keyboard is on."""
    menu = QApplication.activePopupWidget()
    on = menu.activeAction() if isinstance(menu, QMenu) else None
    return "" if on is None else on.text().replace("&", "")


def plain(button: QAbstractButton) -> str:
    """What is written on a button, without the mark of its key."""
    return button.text().replace("&", "")


class Answers(WeekAnswers, LogAnswers):
    """One method a question."""

    def __init__(self, main_window: MainWindow) -> None:
        self.window = main_window
        self.build = main_window.build

    def state(self) -> dict[str, Any]:
        """Everything a story wants to know of the moment."""
        document, focus = self.window.desk.document, QApplication.focusWidget()
        active = QApplication.activeWindow()
        session, reading = document.session, document.reading
        bar = self.window.findChild(MessageBar)
        page = week_page(self.window)
        return {
            "title": self.window.windowTitle(),
            "name": session.name,
            "items": [
                [block.section.value, item.exercise]
                for block in session.blocks
                for item in block.items
            ],
            "share": reading.balance.asymmetric_share,
            "needle": self.build.balance.gauge.value,
            "ghost": self.build.balance.gauge.ghost,
            "preview": document.preview_reading is not None,
            "findings": [finding.rule for finding in reading.findings],
            "fixes": [row.button is not None for row in self.build.findings.rows],
            "undo": document.undo_stack.undoText(),
            "redo": document.undo_stack.redoText(),
            "edits": document.undo_stack.count(),
            "step": document.undo_stack.index(),
            "saved": self.window.desk.saver.idle,
            "message": bar.text if bar is not None and bar.isVisible() else "",
            "welcome": any(page.isVisible() for page in self.window.findChildren(WelcomePage)),
            "focus": "" if focus is None else type(focus).__name__,
            "focus_name": "" if focus is None else focus.accessibleName(),
            "focus_text": plain(focus) if isinstance(focus, QAbstractButton) else "",
            "active": "" if active is None else active.windowTitle(),
            "minimised": self.window.isMinimized(),
            "listed": getattr(self.build.library.list.current, "id", ""),
            "selected": self.selected(),
            "entry": menu_entry(),
            "page": self.window.pages.name(),
            "week": None if page is None else week_state(page),
            "log": log_state(self.window),
            "progress": progress_state(self.window),
        }

    def selected(self) -> list[str]:
        """Exercises of the selected cards."""
        chosen = self.build.canvas.selected_ids()
        every = items(self.window.desk.document.session)
        return [item.exercise for item in every if item.id in chosen]

    def library_card(self, exercise: str) -> Point | None:
        """A card of the library, where it is in view."""
        view = self.build.library.list
        area = view.visualRect(view.exercises.index_of(exercise))
        inside = view.viewport().rect().contains(area.center()) and not area.isEmpty()
        return middle(view.viewport(), area) if inside else None

    def card(self, exercise: str) -> Point | None:
        """A card of the session."""
        canvas = self.build.canvas
        for at, row in enumerate(canvas.session_model.rows):
            if isinstance(row, Card) and row.item.exercise == exercise:
                area = canvas.cards.card_rect(canvas.visualRect(canvas.session_model.index(at)))
                inside = canvas.viewport().rect().contains(area.center())
                return middle(canvas.viewport(), area) if inside else None
        return None

    def gap(self, section: str, index: int) -> Point | None:
        """The gap before the `index`-th block of a section: under a heading or a card."""
        canvas = self.build.canvas
        for at, row in enumerate(canvas.session_model.rows):
            area = canvas.visualRect(canvas.session_model.index(at))
            if index == 0 and isinstance(row, Heading) and row.section.value == section:
                spot = QPoint(area.center().x(), area.bottom() - 3)
            elif isinstance(row, Card) and (row.section.value, row.index) == (section, index - 1):
                card = canvas.cards.card_rect(area)
                spot = QPoint(card.center().x(), card.bottom() - 3)
            else:
                continue
            on_screen = canvas.viewport().mapToGlobal(spot)
            return [on_screen.x(), on_screen.y()]
        return None

    def search_field(self) -> Point:
        """The search field of the library."""
        return middle(self.build.library.search)

    def fix_button(self, rule: str) -> Point | None:
        """The Fix button of the first finding of a rule, where it is in view."""
        findings = self.window.desk.document.reading.findings
        for finding, row in zip(findings, self.build.findings.rows, strict=True):
            if finding.rule == rule and row.button is not None:
                area = row.button.visibleRegion().boundingRect()
                return middle(row.button) if area == row.button.rect() else None
        return None

    def ready_button(self, place: int) -> Point | None:
        """A ready session on the first page."""
        pages = [page for page in self.window.findChildren(WelcomePage) if page.isVisible()]
        return middle(pages[0].buttons[place]) if pages else None

    def button(self, words: str) -> Point | None:
        """A button in the active window, by what is written on it."""
        for top in (front_dialog(), self.window):
            every = [] if top is None else top.findChildren(QAbstractButton)
            said = {each: plain(each) for each in every if each.isVisible()}
            found = [each for each, text in said.items() if words in text]
            # One that says just that goes before those that say more.
            for each in sorted(found, key=lambda each: said[each] != words):
                return middle(each)
        return None

    def row(self, words: str) -> Point | None:
        """A row of a list in the open dialog, by its title."""
        front = front_dialog()
        for view in () if front is None else front.findChildren(RowsView):
            for at in range(view.rows.rowCount()):
                if view.rows.row_at(at).title == words:
                    return middle(view.viewport(), view.visualRect(view.rows.index(at)))
        return None

    def entry(self, words: str) -> Point | None:
        """An entry of the menu that is open, or a menu of the bar where none is."""
        popup = QApplication.activePopupWidget()
        menu = popup if isinstance(popup, QMenu) else self.window.menuBar()
        for action in menu.actions():
            if words in action.text().replace("&", "") and not action.isSeparator():
                return middle(menu, menu.actionGeometry(action))
        return None

    def dialog(self) -> dict[str, Any] | None:
        """The open dialog in front: its kind, title and words."""
        front = front_dialog()
        if front is None:
            return None
        labels = [each.text() for each in front.findChildren(QLabel) if each.isVisible()]
        return {
            "kind": "file" if isinstance(front, QFileDialog) else "dialog",
            "title": front.windowTitle(),
            "words": labels,
            "ready": front.isActiveWindow(),
            "id": int(front.winId()),
        }

    def minimise(self) -> None:
        """Put the window out of sight, as a window manager would."""
        self.window.showMinimized()

    def window_id(self) -> int:
        """The window's number on the display."""
        return int(self.window.winId())

    def drop_files(self, *paths: str) -> bool:
        """Another program's files dropped on the window."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(path) for path in paths])
        buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        spot, copy = QPoint(300, 300), Qt.DropAction.CopyAction
        enter = QDragEnterEvent(spot, copy, mime, buttons, none)
        QApplication.sendEvent(self.window, enter)
        if not enter.isAccepted():
            return False
        dropped = QDropEvent(QPointF(spot), copy, mime, buttons, none)
        return QApplication.sendEvent(self.window, dropped)


class Pilot(QObject):
    """Takes questions in a thread of its own and answers them in the window's."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line)

    def _answer(self, line: str) -> None:
        name, *arguments = json.loads(line)
        if name == "network":
            answer: object = opened + system_sockets()
        elif name == "box":
            answer = box()
        elif name == "box_button":
            answer = box_button(*arguments)
        else:
            shown = window()
            answer = None if shown is None else partial(getattr(Answers(shown), name), *arguments)()
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def box() -> str | None:
    """What a message box says that stands there instead of the window."""
    shown = QApplication.activeModalWidget()
    return shown.text() if isinstance(shown, QMessageBox) else None


def box_button(words: str) -> Point | None:
    """A button of that message box."""
    shown = QApplication.activeModalWidget()
    buttons = shown.buttons() if isinstance(shown, QMessageBox) else []
    return next((middle(each) for each in buttons if words in each.text()), None)


if __name__ == "__main__":
    sys.addaudithook(watch_sockets)
    pilot = Pilot()
    raise SystemExit(main())
