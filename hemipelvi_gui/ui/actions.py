"""The window's actions as a table: a row is a menu entry with its shortcut and what it calls."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction, QKeySequence, QUndoStack

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow, QMenu

    from hemipelvi_gui.ui.file_commands import FileCommands
    from hemipelvi_gui.ui.pages.build import BuildPage
    from hemipelvi_gui.ui.session_commands import SessionCommands
    from hemipelvi_gui.ui.view_commands import ViewCommands


translate = QCoreApplication.translate
Call = Callable[[], object]


class Commands(NamedTuple):
    """Everything the table below may call."""

    sessions: SessionCommands
    files: FileCommands
    view: ViewCommands
    build: BuildPage
    welcome: Call
    keys: Call
    leave: Call
    show_build: Call
    show_library: Call


class Row(NamedTuple):
    """An action: its menu, words, keys and what it calls.

    `group_ends` puts a line after it; `ticked` tells whether it is the one that holds now.
    """

    name: str
    menu: str
    words: str
    shortcuts: tuple[str, ...]
    call: Call
    group_ends: bool = False
    ticked: Callable[[], bool] | None = None


def menus() -> dict[str, str]:
    """The menus by name, in their order."""
    return {
        "file": translate("Menu", "&File"),
        "edit": translate("Menu", "&Edit"),
        "session": translate("Menu", "&Session"),
        "view": translate("Menu", "&View"),
        "help": translate("Menu", "&Help"),
    }


def rows(commands: Commands) -> tuple[Row, ...]:
    """Every action of the window but undo and redo and those of the canvas."""
    sessions, files, build, view = commands.sessions, commands.files, commands.build, commands.view

    def on_build(call: Call) -> Call:
        """For what works on the Build page only, and may be asked for from another."""

        def go_and_call() -> None:
            commands.show_build()
            call()

        return go_and_call

    def row(
        name: str, menu: str, words: str, keys: str, call: Call, *, group_ends: bool = False
    ) -> Row:
        shortcuts = tuple(key for key in keys.split(" ") if key)
        return Row(name, menu, words, shortcuts, call, group_ends)

    def theme(choice: str, words: str) -> Row:
        use, uses = partial(view.use_theme, choice), partial(view.uses_theme, choice)
        return Row(choice, "view", words, (), use, ticked=uses)

    return (
        row("new", "file", translate("Menu", "New session"), "Ctrl+Shift+N", sessions.new),
        row("open", "file", translate("Menu", "Sessions\u2026"), "Ctrl+O", sessions.browse,
            group_ends=True),
        row("import", "file", translate("Menu", "Import\u2026"), "Ctrl+I",
            files.ask_and_open),
        row("export", "file", translate("Menu", "Export session\u2026"), "Ctrl+E", files.export,
            group_ends=True),
        row("sheet", "file", translate("Menu", "Print sheet\u2026"), "Ctrl+P", files.sheet,
            group_ends=True),
        row("settings", "file", translate("Menu", "Settings\u2026"), "Ctrl+,", view.show_settings),
        row("quit", "file", translate("Menu", "Quit"), "Ctrl+Q", commands.leave),
        row("add", "session", translate("Menu", "Add exercise by name"), "Ctrl+N",
            on_build(build.search)),
        row("lunge", "session", translate("Menu", "When in doubt: add a lunge"), "Ctrl+L",
            build.add_lunge),
        row("sum", "session", translate("Menu", "How the balance is made\u2026"), "Ctrl+B",
            view.show_sum, group_ends=True),
        row("rename", "session", translate("Menu", "Rename session"), "Ctrl+R",
            on_build(build.rename)),
        row("duplicate", "session", translate("Menu", "Duplicate session"), "Ctrl+Shift+D",
            sessions.duplicate),
        row("mirror", "session", translate("Menu", "Swap left and right"), "", build.mirror),
        row("history", "session", translate("Menu", "Earlier versions\u2026"), "Ctrl+H",
            sessions.history),
        row("delete", "session", translate("Menu", "Delete session"), "Ctrl+Shift+Backspace",
            sessions.delete),
        row("build", "view", translate("Menu", "Build page"), "Ctrl+1", commands.show_build),
        row("library", "view", translate("Menu", "Library page"), "Ctrl+2",
            commands.show_library, group_ends=True),
        row("pelvis", "view", translate("Menu", "Pelvis from above\u2026"), "Ctrl+Shift+P",
            lambda: view.show_pelvis(build.canvas.current_card()), group_ends=True),
        row("larger", "view", translate("Menu", "Larger text"), "Ctrl++ Ctrl+=", view.larger),
        row("smaller", "view", translate("Menu", "Smaller text"), "Ctrl+-", view.smaller),
        row("normal", "view", translate("Menu", "Normal text"), "Ctrl+0", view.normal,
            group_ends=True),
        theme("light", translate("Menu", "Light")),
        theme("dark", translate("Menu", "Dark")),
        theme("auto", translate("Menu", "Follow the desktop")),
        row("idea", "help", translate("Menu", "The idea"), "F1", commands.welcome),
        row("shortcuts", "help", translate("Menu", "Keyboard shortcuts"), "Ctrl+/",
            commands.keys),
        row("about", "help", translate("Menu", "About Hemipelvi"), "", view.about),
    )  # fmt: skip


def make_actions(
    window: QMainWindow, stack: QUndoStack, table: tuple[Row, ...]
) -> tuple[dict[str, QAction], dict[str, QMenu]]:
    """The actions and the menus they are in, by name."""
    by_menu = {name: window.menuBar().addMenu(words) for name, words in menus().items()}
    made = {
        "undo": stack.createUndoAction(window, translate("Menu", "Undo")),
        "redo": stack.createRedoAction(window, translate("Menu", "Redo")),
    }
    made["undo"].setShortcuts([QKeySequence("Ctrl+Z")])
    made["redo"].setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
    by_menu["edit"].addActions(list(made.values()))
    for row in table:
        action = QAction(row.words, window)
        action.setShortcuts([QKeySequence(key) for key in row.shortcuts])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False, call=row.call: call())
        made[row.name] = action
        by_menu[row.menu].addAction(action)
        if row.ticked is not None:
            action.setCheckable(True)
            _tick_when_shown(by_menu[row.menu], action, row.ticked)
        if row.group_ends:
            by_menu[row.menu].addSeparator()
    return made, by_menu


def _tick_when_shown(menu: QMenu, action: QAction, ticked: Callable[[], bool]) -> None:
    menu.aboutToShow.connect(lambda: action.setChecked(ticked()))
