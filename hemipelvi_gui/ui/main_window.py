"""The window: assembles pages, menus and messages, and decides nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QCoreApplication, QSize, Qt, QThreadPool, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QIcon, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.sheets.glyph import STRIDE
from hemipelvi_gui.ui.actions import Commands, make_actions, rows
from hemipelvi_gui.ui.crash import CrashHook
from hemipelvi_gui.ui.desk import Desk
from hemipelvi_gui.ui.dialogs.frame import remember_sizes, remembered_sizes
from hemipelvi_gui.ui.file_commands import FileCommands
from hemipelvi_gui.ui.icons import themed_icon
from hemipelvi_gui.ui.late import Late
from hemipelvi_gui.ui.messages import MessageBar, Messages
from hemipelvi_gui.ui.pages.build import BuildPage
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.session_commands import SessionCommands, first_offers
from hemipelvi_gui.ui.view_commands import ViewCommands
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.pages.library import LibraryPage
    from hemipelvi_gui.ui.saver import Saver
    from hemipelvi_gui.ui.shelf import Shelf
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
PREFERRED = (1389, 868)
IDLE_MS = 600
BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
TEXT_ONLY = Qt.ToolButtonStyle.ToolButtonTextOnly
# The actions of the bar and their icons.
BAR = {"undo": "undo", "redo": "redo", "open": "sessions", "sheet": "sheet", "export": "export"}


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
        self.build = BuildPage(theme, document, self.glyphs)
        self.build.sum_asked.connect(self.view.show_sum)
        commands = Commands(
            self.sessions,
            self.files,
            self.view,
            self.build,
            self.welcome,
            self.show_shortcuts,
            self.close,
            self.show_build,
            self.show_library,
            self.show_pelvis,
        )
        made = make_actions(self, document.undo_stack, rows(commands))
        self.actions_by_name, self.menus = made
        self._leaving_unsaved = False
        self._saved = ElidedLabel("", "muted")
        self._bar = QFrame()
        self._pages = QStackedWidget()
        self._assemble(messages)
        document.changed.connect(self._retitle)
        # No edit happens out of sight: whatever is done shows the session it is done to; what is
        # done to exercises is seen on the Library page too.
        document.undo_stack.indexChanged.connect(self._leave_first_page)
        for edited in (document.stored, document.dropped):
            edited.connect(self._leave_library)
        saver.begun.connect(self._saving)
        saver.saved.connect(self._show_saved)
        saver.failed.connect(self._not_saved)
        saver.broke.connect(crash.report)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._retitle()
        self._show_saved()
        self.resize(QSize(*PREFERRED).boundedTo(self.screen().availableSize()))
        Late(self, self._furnish)

    def _furnish(self) -> None:
        self.build.furnish()
        self.build.canvas_actions.fill(self.menus["edit"])
        self.furnished.emit()
        QTimer.singleShot(IDLE_MS, self, _load_library)

    def _assemble(self, messages: Messages) -> None:
        self._bar.setProperty("kind", "bar")
        # Its buttons come and go with the room there is, so they ask for none.
        self._bar.setMinimumWidth(1)
        self._bar_row = QHBoxLayout(self._bar)
        self._page_button = _page_button(translate("Window", "Build"), self.show_build)
        self._library_button = _page_button(translate("Window", "Library"), self.show_library)
        self._page_button.setChecked(True)
        for page in (self._page_button, self._library_button):
            self._bar_row.addWidget(page)
        self._bar_row.addStretch(1)
        self._bar_buttons = {name: _bar_button(self.actions_by_name[name], name) for name in BAR}
        for button in self._bar_buttons.values():
            self._bar_row.addWidget(button)
        self._bar_row.addWidget(self._saved)
        self._pages.addWidget(self.build)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(MessageBar(self.desk.theme, messages))
        column.addWidget(self._pages, 1)
        self.setCentralWidget(whole)

    def _restyle(self) -> None:
        px = self.desk.theme.px
        self._bar_row.setContentsMargins(px(16), px(7), px(16), px(7))
        self._bar_row.setSpacing(px(4))
        for name, button in self._bar_buttons.items():
            size = QSize(px(19), px(17))
            icon = themed_icon(self.desk.theme, BAR[name], size, self.devicePixelRatioF())
            self.actions_by_name[name].setIcon(icon)
            button.setIconSize(size)
        self._fit_bar()
        icon = QIcon(self.glyphs.of_look(STRIDE, 64, 1.0))
        self.setWindowIcon(icon)

    def _retitle(self) -> None:
        name = one_line(self.desk.document.session.name, 80)
        self.setWindowTitle(f"{name} \u2013 Hemipelvi")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bar's buttons while there is room; all of them are in the menus too."""
        super().resizeEvent(event)
        self._fit_bar()

    def _fit_bar(self) -> None:
        px, room = self.desk.theme.px, self.width()
        for page in (self._page_button, self._library_button):
            room -= page.sizeHint().width() + px(4)
        # Whatever it says now, this is what it will say.
        saved = self._saved.fontMetrics().horizontalAdvance(
            translate("Window", "All changes saved")
        )
        room -= max(self._saved.sizeHint().width(), saved) + px(76)
        buttons = self._bar_buttons.values()
        # Where there is little room, the icons go first: words say more.
        for style in (BESIDE, TEXT_ONLY):
            for button in buttons:
                button.setToolButtonStyle(style)
            if sum(button.sizeHint().width() + px(4) for button in buttons) <= room:
                break
        for button in buttons:
            room -= button.sizeHint().width() + px(4)
            button.setVisible(room > 0)

    # What is saved, and what isn't

    def _saving(self) -> None:
        self._saved.setText(translate("Window", "Saving\u2026"))

    def _show_saved(self) -> None:
        if not self.desk.saver.keeps:
            self._saved.setText(translate("Window", "Nothing is saved"))
        elif self.desk.saver.idle:
            self._saved.setText(translate("Window", "All changes saved"))

    def _not_saved(self, error: KnownError) -> None:
        self._saved.setText(translate("Window", "Not saved"))
        again = (translate("Window", "Try again"), self.desk.saver.again)
        self.desk.messages.fail(error, again)

    # Pages and dialogs

    def show_build(self) -> None:
        """Show the Build page; the idea, if it was shown, has been seen then."""
        page = self._pages.currentWidget()
        self._pages.setCurrentWidget(self.build)
        self._page_button.setChecked(True)
        if page is None or page is self.build:
            return
        if self._is_library(page):
            self.build.canvas.setFocus()
            return
        self._pages.removeWidget(page)
        page.deleteLater()
        self.build.canvas.setFocus()
        if not self.desk.document.settings.welcomed:
            self.view.take(replace(self.desk.document.settings, welcomed=True))

    @cached_property
    def library(self) -> LibraryPage:
        """The Library page, made when it is first asked for."""
        from hemipelvi_gui.ui.pages.library import LibraryPage

        page = LibraryPage(self.desk.theme, self.desk.document, self.glyphs, self.desk)
        page.add_asked.connect(self.build.canvas.add)
        page.session_asked.connect(self._open_from_library)
        # It has its size before it is shown, so that nothing is laid out for another.
        page.resize(self._pages.size())
        self._pages.addWidget(page)
        return page

    def show_library(self) -> None:
        """Show the Library page."""
        self._leave_first_page()
        self._pages.setCurrentWidget(self.library)
        self._library_button.setChecked(True)
        self.library.search()

    def _open_from_library(self, session_id: str) -> None:
        self.sessions.open(session_id)
        self.show_build()

    def _is_library(self, page: QWidget | None) -> bool:
        return page is not None and page is self.__dict__.get("library")

    def _leave_library(self) -> None:
        if self._is_library(self._pages.currentWidget()):
            self.show_build()

    def _leave_first_page(self) -> None:
        if not self._is_library(self._pages.currentWidget()):
            self.show_build()

    def welcome(self) -> None:
        """Show the idea and the ready sessions."""
        from hemipelvi_gui.ui.pages.welcome import WelcomePage

        self._leave_library()
        if self._pages.currentWidget() is not self.build:
            return
        first = not self.desk.document.settings.welcomed
        page = WelcomePage(self.desk.theme, self.glyphs, first_offers(), first=first)
        page.picked.connect(self.sessions.start_from)
        for signal in (page.picked, page.skipped):
            signal.connect(self.show_build)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)

    def show_pelvis(self) -> None:
        """Play the exercise that is shown or selected on the page in sight."""
        page = self._pages.currentWidget()
        if page is not None and self._is_library(page):
            self.view.show_pelvis(self.library.exercise)
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
        if isinstance(state, str):
            self.restoreGeometry(QByteArray.fromBase64(state.encode("ascii", "ignore")))
        if isinstance(sizes, dict):
            remember_sizes(sizes)

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
        sizes = remembered_sizes()
        self.desk.shelf.save_settings(settings, {"window": state, "dialogs": sizes})
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


def _load_library() -> None:
    """Import what the Library page needs, so that it opens at once when it is asked for."""
    import hemipelvi_gui.ui.pages.library  # noqa: F401  # only to have it loaded


def _page_button(words: str, show: Callable[[], None]) -> QToolButton:
    """A button that shows a page and stays down while it is shown."""
    button = QToolButton()
    button.setText(words)
    button.setProperty("kind", "page")
    button.setCheckable(True)
    button.setAutoExclusive(True)
    button.clicked.connect(show)
    return button


def _bar_button(action: QAction, name: str) -> QToolButton:
    """A button for an action; undo's text is short, its tooltip says what will be undone."""
    button = QToolButton()
    action.setIconVisibleInMenu(False)
    button.setDefaultAction(action)
    button.setProperty("kind", "bar")
    short = {"undo": translate("Window", "Undo"), "redo": translate("Window", "Redo")}.get(name)
    if short:
        button.setText(short)
        action.changed.connect(lambda: button.setText(short))
    return button
