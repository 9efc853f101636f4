"""The window: assembles pages, menus and messages, and decides nothing."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.sheets.glyph import STRIDE
from hemipelvi_gui.ui.actions import Commands, make_actions, rows
from hemipelvi_gui.ui.crash import CrashHook
from hemipelvi_gui.ui.desk import Desk
from hemipelvi_gui.ui.dialogs.frame import remember_sizes, remembered_sizes
from hemipelvi_gui.ui.file_commands import FileCommands
from hemipelvi_gui.ui.late import Late
from hemipelvi_gui.ui.log_commands import LogCommands
from hemipelvi_gui.ui.messages import MessageBar, Messages
from hemipelvi_gui.ui.page_bar import PageBar
from hemipelvi_gui.ui.page_stack import PageStack
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.plan_commands import PlanCommands
from hemipelvi_gui.ui.session_commands import SessionCommands
from hemipelvi_gui.ui.view_commands import ViewCommands
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.saver import Saver
    from hemipelvi_gui.ui.shelf import Shelf
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
PREFERRED = (1389, 868)
IDLE_MS = 600
PAGES = ("library", "week", "log", "progress")


class MainWindow(QMainWindow):
    """One window on one data folder. `furnished`: what can wait for the first paint is there."""

    furnished = Signal()

    def __init__(self, theme: Theme, document: Document, shelf: Shelf, saver: Saver) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.setAcceptDrops(True)
        messages = Messages(self)
        crash = CrashHook(saver.again, self)
        self.desk = Desk(self, theme, document, shelf, saver, messages, QThreadPool(self), crash)
        self.sessions = SessionCommands(self.desk)
        self.files = FileCommands(self.desk)
        self.view = ViewCommands(self.desk)
        self.glyphs = GlyphCache(theme, self)
        self.logs = LogCommands(self.desk)
        self.plans = PlanCommands(
            self.desk,
            self.logs,
            lambda: self.pages.show_week(),
            lambda session_id: self.pages.log_session(session_id),
        )
        self.files.logs_found.connect(self.logs.open_files)
        self.pages = PageStack(
            self.desk, self.glyphs, self.sessions, self.plans, self.logs, self.view
        )
        self.build = self.pages.build
        commands = Commands(
            self.sessions,
            self.files,
            self.view,
            self.plans,
            self.logs,
            self.pages,
            self.show_shortcuts,
            self.close,
            self.show_pelvis,
        )
        made = make_actions(self, document.undo_stack, rows(commands))
        self.actions_by_name, self.menus = made
        self._leaving_unsaved, self._left_on = False, ""
        self.bar = PageBar(theme, saver, self._page_buttons(), self.actions_by_name)
        self.pages.turned.connect(self.bar.show_page)
        self.bar.show_page("build")
        self._assemble(messages)
        document.changed.connect(self._retitle)
        saver.failed.connect(self._not_saved)
        saver.broke.connect(crash.report)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._retitle()
        self.resize(QSize(*PREFERRED).boundedTo(self.screen().availableSize()))
        Late(self, self._furnish)

    def _furnish(self) -> None:
        self.pages.furnish()
        back = {"week": self.pages.show_week, "log": self.pages.show_log}.get(self._left_on)
        if back is not None and self.pages.name() == "build":
            back()
        if self.pages.name() == "build" and self._is_training():
            # What was broken off, by whatever, is gone on with from there.
            self.pages.show_log()
        self._fill_edit_menu(self.pages.name())
        self.pages.turned.connect(self._fill_edit_menu)
        self.furnished.emit()
        QTimer.singleShot(IDLE_MS, self, lambda: _load_pages(self))

    def _is_training(self) -> bool:
        """Whether a session of today is not over."""
        today = self.logs.clock()
        return any(each.going for each in self.desk.shelf.log(today, today).diary.values())

    def _fill_edit_menu(self, page: str) -> None:
        """Undo and redo, and what can be done to the cards of the page."""
        menu = self.menus["edit"]
        always = [self.actions_by_name[name] for name in ("undo", "redo")]
        for action in menu.actions():
            if action not in always:
                menu.removeAction(action)
        if page == "week":
            self.pages.week.card_actions.fill(menu)
        elif page == "log":
            self.pages.log.actions_of_page.fill(menu)
        elif page == "build":
            self.build.canvas_actions.fill(menu)

    def _page_buttons(self) -> dict[str, tuple[str, Callable[[], object]]]:
        pages = self.pages
        return {
            "build": (translate("Window", "Build"), pages.show_build),
            "week": (translate("Window", "Week"), pages.show_week),
            "log": (translate("Window", "Log"), pages.show_log),
            "progress": (translate("Window", "Progress"), pages.show_progress),
            "library": (translate("Window", "Library"), pages.show_library),
        }

    def _assemble(self, messages: Messages) -> None:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        said = MessageBar(self.desk.theme, messages, whole, lambda: self.pages.foot)
        column.addWidget(self.pages, 1)
        self.pages.turned.connect(said.place)
        self.setCentralWidget(whole)

    def _restyle(self) -> None:
        self.setWindowIcon(QIcon(self.glyphs.of_look(STRIDE, 64, 1.0)))

    def _retitle(self) -> None:
        name = one_line(self.desk.document.session.name, 80)
        self.setWindowTitle(f"{name} \u2013 Hemipelvi")

    def _not_saved(self, error: KnownError) -> None:
        again = (translate("Window", "Try again"), self.desk.saver.again)
        self.desk.messages.fail(error, again)

    def show_pelvis(self) -> None:
        """Play the exercise that is shown or selected on the page in sight."""
        if self.pages.name() == "library":
            self.view.show_pelvis(self.pages.library.exercise)
            return
        card = self.build.canvas.current_card()
        if card is None:
            self.view.show_pelvis()
        else:
            self.view.show_pelvis(card.exercise, card.item.prescription)

    def show_shortcuts(self) -> None:
        """Open the table of shortcuts."""
        from hemipelvi_gui.ui.dialogs.shortcuts_dialog import ShortcutsDialog

        groups = {menu.title().replace("&", ""): _leaves(menu) for menu in self.menus.values()}
        edit = self.menus["edit"].title().replace("&", "")
        groups[edit] = groups[edit][:2]
        groups |= {
            translate("Window", "Cards of the session"): self.build.canvas_actions.all(),
            translate("Window", "Cards of the week"): self.pages.week.card_actions.all(),
            translate("Window", "The day's session"): self.pages.log.actions_of_page.all(),
        }
        ShortcutsDialog(self.desk.theme, groups, self).open()

    def _ask_about_unsaved(self) -> None:
        words = translate(
            "Window",
            "Some changes are not in the file yet. Make room on the disk and close again, or "
            "export the session first.",
        )
        leave = (translate("Window", "Close and lose them"), self._leave_unsaved)
        self.desk.messages.say(words, leave)

    def _leave_unsaved(self) -> None:
        self._leaving_unsaved = True
        self.close()

    # Window state, files dropped, end

    def restore(self, saved: Mapping[str, object]) -> None:
        """Put window and dialogs where they were when `saved` was kept; see `closeEvent`."""
        state, sizes = saved.get("window"), saved.get("dialogs")
        self._left_on = str(saved.get("page", ""))
        if isinstance(state, str):
            self.restoreGeometry(QByteArray.fromBase64(state.encode("ascii", "ignore")))
        if isinstance(sizes, dict):
            remember_sizes(sizes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, where no page has another use for it."""
        focus = QApplication.focusWidget()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat()
        if entered and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take plan files from the desktop."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read dropped files."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        # Later, so that the program the files come from is not kept waiting.
        QTimer.singleShot(0, lambda: self.files.open_files(paths))

    def raise_with(self, files: list[str]) -> None:
        """Come to the front, as a second start asks, and open its files."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
        self.files.open_files([Path(file) for file in files])

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window is; everything else is written already, or is asked about."""
        settings = self.desk.document.settings
        state = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        sizes, page = remembered_sizes(), {"page": self.pages.name()}
        self.desk.shelf.save_settings(settings, {"window": state, "dialogs": sizes, **page})
        self.desk.pool.waitForDone()
        if not (self.desk.saver.settle() or self._leaving_unsaved):
            event.ignore()
            self._ask_about_unsaved()
            return
        self.desk.saver.close()
        super().closeEvent(event)


def _leaves(menu: QMenu) -> list[QAction]:
    """The menu's own actions, lines and submenus left out."""
    return [each for each in menu.actions() if not each.isSeparator() and each.menu() is None]


def _load_pages(window: MainWindow, names: Sequence[str] = PAGES) -> None:
    """Import the other pages, so that they open at once; one at a time, so that nobody waits."""
    first, *others = names
    import_module(f"hemipelvi_gui.ui.pages.{first}")
    if others:
        QTimer.singleShot(IDLE_MS, window, lambda: _load_pages(window, others))
