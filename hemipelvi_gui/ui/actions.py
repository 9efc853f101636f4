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
    from hemipelvi_gui.ui.log_commands import LogCommands
    from hemipelvi_gui.ui.page_stack import PageStack
    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.session_commands import SessionCommands
    from hemipelvi_gui.ui.view_commands import ViewCommands


translate = QCoreApplication.translate
Call = Callable[[], object]


class Commands(NamedTuple):
    """Everything the table below may call."""

    sessions: SessionCommands
    files: FileCommands
    view: ViewCommands
    plans: PlanCommands
    logs: LogCommands
    pages: PageStack
    keys: Call
    leave: Call
    pelvis: Call


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
        "plan": translate("Menu", "&Plan"),
        "view": translate("Menu", "&View"),
        "help": translate("Menu", "&Help"),
    }


def rows(commands: Commands) -> tuple[Row, ...]:
    """Every action of the window but undo and redo and those of the canvas."""
    return (
        *file_rows(commands),
        *session_rows(commands),
        *plan_rows(commands),
        *view_rows(commands),
        *help_rows(commands),
    )


def _row(
    name: str, menu: str, words: str, keys: str, call: Call, *, group_ends: bool = False
) -> Row:
    """A row whose keys stand in one text, with a space between them."""
    shortcuts = tuple(key for key in keys.split(" ") if key)
    return Row(name, menu, words, shortcuts, call, group_ends)


def file_rows(commands: Commands) -> tuple[Row, ...]:
    """What is done with sessions as files."""
    row = partial(_row, menu="file")
    sessions, files = commands.sessions, commands.files
    new, browse = translate("Menu", "New session"), translate("Menu", "Sessions\u2026")
    bring, export = translate("Menu", "Import\u2026"), translate("Menu", "Export session\u2026")
    log = translate("Menu", "Import a log or a folder\u2026")
    sheet, settings = translate("Menu", "Print sheet\u2026"), translate("Menu", "Settings\u2026")
    return (
        row("new", words=new, keys="Ctrl+Shift+N", call=sessions.new),
        row("open", words=browse, keys="Ctrl+O", call=sessions.browse, group_ends=True),
        row("import", words=bring, keys="Ctrl+I", call=files.ask_and_open),
        row("import-log", words=log, keys="Ctrl+Shift+I", call=commands.logs.ask_and_open),
        row("export", words=export, keys="Ctrl+E", call=files.export, group_ends=True),
        row("sheet", words=sheet, keys="Ctrl+P", call=files.sheet, group_ends=True),
        row("settings", words=settings, keys="Ctrl+,", call=commands.view.show_settings),
        row("quit", words=translate("Menu", "Quit"), keys="Ctrl+Q", call=commands.leave),
    )


def session_rows(commands: Commands) -> tuple[Row, ...]:
    """What is done with the shown session."""
    row = partial(_row, menu="session")
    sessions, build, view = commands.sessions, commands.pages.build, commands.view

    def on_build(call: Call) -> Call:
        """For what works on the Build page only, and may be asked for from another."""

        def go_and_call() -> None:
            commands.pages.show_build()
            call()

        return go_and_call

    add, lunge = (
        translate("Menu", "Add exercise by name"),
        translate("Menu", "When in doubt: add a lunge"),
    )
    made, again = (
        translate("Menu", "How the balance is made\u2026"),
        translate("Menu", "Duplicate session"),
    )
    rename, mirror = (
        translate("Menu", "Rename session"),
        translate("Menu", "Swap left and right"),
    )
    earlier, delete = (
        translate("Menu", "Earlier versions\u2026"),
        translate("Menu", "Delete session"),
    )
    done = translate("Menu", "What was done\u2026")
    return (
        row("add", words=add, keys="Ctrl+N", call=on_build(build.search)),
        row("lunge", words=lunge, keys="Ctrl+L", call=build.add_lunge),
        row("sum", words=made, keys="Ctrl+B", call=view.show_sum),
        row(
            "done", words=done, keys="Ctrl+Return", call=commands.plans.done_shown, group_ends=True
        ),
        row("rename", words=rename, keys="Ctrl+R", call=on_build(build.rename)),
        row("duplicate", words=again, keys="Ctrl+Shift+D", call=sessions.duplicate),
        row("mirror", words=mirror, keys="", call=build.mirror),
        row("history", words=earlier, keys="Ctrl+H", call=sessions.history),
        row("delete", words=delete, keys="Ctrl+Shift+Backspace", call=sessions.delete),
    )


def plan_rows(commands: Commands) -> tuple[Row, ...]:
    """What is done with weeks and plans."""
    row = partial(_row, menu="plan")
    plans = commands.plans
    new, every = translate("Menu", "New plan\u2026"), translate("Menu", "Plans\u2026")
    details, shift = (
        translate("Menu", "About this plan\u2026"),
        translate("Menu", "Move the rest of the plan\u2026"),
    )
    progress, gyms = (
        translate("Menu", "Numbers to come\u2026"),
        translate("Menu", "Gyms and plates\u2026"),
    )
    earlier, later = translate("Menu", "Week before"), translate("Menu", "Week after")
    today, paper = translate("Menu", "This week"), translate("Menu", "Print weeks\u2026")
    export = translate("Menu", "Export plan\u2026")
    return (
        row("new-plan", words=new, keys="Ctrl+Alt+N", call=plans.new_plan),
        row("plans", words=every, keys="Ctrl+Alt+O", call=plans.plans),
        row("plan", words=details, keys="Ctrl+Alt+I", call=plans.plan_details, group_ends=True),
        row("earlier", words=earlier, keys="Ctrl+PgUp", call=plans.earlier),
        row("later", words=later, keys="Ctrl+PgDown", call=plans.later),
        row("today", words=today, keys="Ctrl+T", call=plans.today, group_ends=True),
        row("shift", words=shift, keys="Ctrl+Alt+M", call=plans.shift_rest),
        row("progress", words=progress, keys="Ctrl+Alt+P", call=plans.progress),
        row("weeks-paper", words=paper, keys="Ctrl+Alt+W", call=plans.print_week),
        row("export-plan", words=export, keys="Ctrl+Alt+X", call=plans.export, group_ends=True),
        row("gyms", words=gyms, keys="Ctrl+Alt+E", call=plans.gyms),
    )


def view_rows(commands: Commands) -> tuple[Row, ...]:
    """What is shown, and how large and in which colours."""
    row = partial(_row, menu="view")
    view = commands.view

    def theme(choice: str, words: str) -> Row:
        use, uses = partial(view.use_theme, choice), partial(view.uses_theme, choice)
        return Row(choice, "view", words, (), use, ticked=uses)

    pages = commands.pages
    build, week = translate("Menu", "Build page"), translate("Menu", "Week page")
    log, progress = translate("Menu", "Log page"), translate("Menu", "Progress page")
    library = translate("Menu", "Library page")
    replay = translate("Menu", "Your last weeks\u2026")
    above = translate("Menu", "Pelvis from above\u2026")
    larger, smaller = translate("Menu", "Larger text"), translate("Menu", "Smaller text")
    normal = translate("Menu", "Normal text")
    return (
        row("build", words=build, keys="Ctrl+1", call=pages.show_build),
        row("week", words=week, keys="Ctrl+2", call=pages.show_week),
        row("log", words=log, keys="Ctrl+3", call=pages.show_log),
        row("progress-page", words=progress, keys="Ctrl+4", call=pages.show_progress),
        row("library", words=library, keys="Ctrl+5", call=pages.show_library, group_ends=True),
        row("replay", words=replay, keys="Ctrl+Shift+W", call=commands.logs.replay),
        row("pelvis", words=above, keys="Ctrl+Shift+P", call=commands.pelvis, group_ends=True),
        row("larger", words=larger, keys="Ctrl++ Ctrl+=", call=view.larger),
        row("smaller", words=smaller, keys="Ctrl+-", call=view.smaller),
        row("normal", words=normal, keys="Ctrl+0", call=view.normal, group_ends=True),
        theme("light", translate("Menu", "Light")),
        theme("dark", translate("Menu", "Dark")),
        theme("auto", translate("Menu", "Follow the desktop")),
    )


def help_rows(commands: Commands) -> tuple[Row, ...]:
    """What the program is about."""
    row = partial(_row, menu="help")
    idea, keys = translate("Menu", "The idea"), translate("Menu", "Keyboard shortcuts")
    about = translate("Menu", "About Hemipelvi")
    return (
        row("idea", words=idea, keys="F1", call=commands.pages.show_welcome),
        row("shortcuts", words=keys, keys="Ctrl+/", call=commands.keys),
        row("about", words=about, keys="", call=commands.view.about),
    )


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
