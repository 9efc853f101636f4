"""What can be done to cards of the week without a mouse: one action each, for menus and keys."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import clock
from hemipelvi_gui.sheets.plan_words import entry_name
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.keyed_action import keyed_action
from hemipelvi_gui.ui.week.card_faces import Card, run_face
from hemipelvi_gui.ui.week.card_gyms import gym_menu
from hemipelvi_gui.ui.week.clock_popup import ClockPopup

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QAction

    from hemipelvi_gui.domain.agenda import Entry
    from hemipelvi_gui.ui.week.board import WeekBoard

translate = QCoreApplication.translate


class BoardActions(QObject):
    """The actions, enabled where they would do something; `fill` puts them into a menu."""

    def __init__(self, board: WeekBoard) -> None:
        super().__init__(board)
        self._board, self._edits = board, board.edits
        self._held: tuple[str, tuple[str, ...]] = ("", ())
        self._make_actions()
        self.move_to = QMenu(translate("Week", "Move to"), board)
        self.move_to.aboutToShow.connect(self._fill_days)
        self.gym = gym_menu(board.plans, self._ids, board)
        self.menu = QMenu(board)
        self.fill(self.menu)
        board.menu_wanted.connect(self._open_menu)
        board.selection.picked.connect(self.refresh)
        self.refresh()

    def _make_actions(self) -> None:
        words = translate
        act = partial(keyed_action, self._board)
        self.open = act(words("Week", "Open"), "", self._open)
        self.done = act(words("Week", "Done\u2026"), "", self._done)
        self.sheet = act(words("Week", "Print sheet\u2026"), "", self._sheet)
        self.time = act(words("Week", "Time of day\u2026"), "Ctrl+Shift+T", self._ask_time)
        self.skip = act(words("Week", "Skip"), "Ctrl+K", self._skip)
        self.earlier = act(words("Week", "A day earlier"), "Alt+Left", lambda: self._shift(-1))
        self.later = act(words("Week", "A day later"), "Alt+Right", lambda: self._shift(1))
        self.week_earlier = act(
            words("Week", "A week earlier"), "Alt+PgUp", lambda: self._shift_weeks(-1)
        )
        self.week_later = act(
            words("Week", "A week later"), "Alt+PgDown", lambda: self._shift_weeks(1)
        )
        self.cut = act(words("Week", "Cut"), "Ctrl+X", lambda: self._copy(cut=True))
        self.copy = act(words("Week", "Copy"), "Ctrl+C", lambda: self._copy(cut=False))
        self.paste = act(words("Week", "Paste"), "Ctrl+V", self._paste)
        self.duplicate = act(words("Week", "Duplicate"), "Ctrl+D", self._duplicate)
        self.remove = act(words("Week", "Delete"), "Del", self._remove)
        self.select_all = act(
            words("Week", "Select all"), "Ctrl+A", self._board.selection.select_all
        )

    def fill(self, menu: QMenu) -> None:
        """Put everything into a menu, in groups."""
        for group in (
            (self.open, self.done, self.sheet),
            (self.time, self.skip),
            (self.move_to.menuAction(), self.earlier, self.later),
            (self.week_earlier, self.week_later),
            (self.gym.menuAction(),),
            (self.cut, self.copy, self.paste, self.duplicate),
            (self.remove, self.select_all),
        ):
            menu.addSeparator()
            menu.addActions(list(group))

    def all(self) -> list[QAction]:
        """Every action, for the list of shortcuts; submenus are not among them."""
        every = self.menu.actions()
        return [each for each in every if not each.isSeparator() and each.menu() is None]

    def refresh(self) -> None:
        """Enable what would do something now."""
        entries = self._entries()
        some, one = bool(entries), len(entries) == 1
        session = one and isinstance(entries[0], Session)
        for action, on in (
            (self.open, one),
            (self.done, session),
            (self.sheet, session),
            (self.gym.menuAction(), any(isinstance(each, Session) for each in entries)),
            (self.time, some),
            (self.skip, some),
            (self.move_to.menuAction(), some),
            (self.earlier, some),
            (self.later, some),
            (self.week_earlier, some),
            (self.week_later, some),
            (self.cut, some),
            (self.copy, some),
            (self.duplicate, some),
            (self.remove, some),
        ):
            action.setEnabled(on)
        words = translate("Week", "Open")
        if one and isinstance(entries[0], Run):
            words = translate("Week", "Edit run")
        self.open.setText(words)
        skipped = some and all(each.skipped for each in entries)
        self.skip.setText(
            translate("Week", "Take back in") if skipped else translate("Week", "Skip")
        )

    def _entries(self) -> tuple[Entry, ...]:
        return self._edits.entries(self._ids())

    def _ids(self) -> tuple[str, ...]:
        return self._board.selection.chosen_ids()

    # -- acts --------------------------------------------------------------------------------

    def _open(self) -> None:
        for entry in self._entries()[:1]:
            if isinstance(entry, Session):
                self._board.session_asked.emit(entry.id)
            else:
                self._board.open_card(Card(entry, run_face(entry)))

    def _done(self) -> None:
        for entry in self._entries()[:1]:
            self._board.plans.done(entry.id)

    def _sheet(self) -> None:
        for entry in self._entries()[:1]:
            if isinstance(entry, Session):
                self._board.plans.sheet(entry)

    def _shift(self, days: int) -> None:
        self._board.follow(self._edits.by_days(self._ids(), days))

    def _shift_weeks(self, weeks: int) -> None:
        self._shift(weeks * self._board.weeks.week.days)

    def _skip(self) -> None:
        self._edits.skip(self._ids())

    def _duplicate(self) -> None:
        self._board.select(self._edits.duplicate(self._ids()))

    def _remove(self) -> None:
        self._edits.remove(self._ids())

    def _copy(self, *, cut: bool) -> None:
        ids = self._ids()
        if not ids:
            return
        # Only text goes to the clipboard: data of Python's there ends the process when it quits.
        text = "\n".join(entry_name(each) for each in self._entries())
        QGuiApplication.clipboard().setText(text)
        self._held = (text, ids)
        self._board.cut(ids if cut else ())

    def _paste(self) -> None:
        board, clipboard = self._board, QGuiApplication.clipboard()
        text, held = self._held
        # Where something else was copied since, the cards are not meant.
        if not held or clipboard.text() != text:
            return
        plan = board.weeks.plan
        if plan is not None:
            board.weeks.whole(plan.id)  # what was copied may lie far from here
        ids = self._edits.present(held)
        cut = bool(ids) and set(ids) == board.cut_ids
        pasted = self._edits.paste(ids, board.selection.current_day, copies=not cut)
        board.cut(())
        if pasted:
            board.select(pasted)

    def _ask_time(self) -> None:
        board, ids, entries = self._board, self._ids(), self._entries()
        if not entries:
            return
        settings = board.weeks.reading.settings
        usual = settings.run_time if isinstance(entries[0], Run) else settings.gym_time
        # Not the board's own child: its keys are for typing.
        popup = ClockPopup(board.theme, entries[0].start, clock(usual), board.window())
        popup.kept.connect(lambda: self._edits.set_time(ids, popup.chosen))
        shown = board.selection.current_column.list
        below = shown.visualRect(shown.currentIndex()).bottomLeft()
        popup.open_at(shown.viewport().mapToGlobal(below + QPoint(0, board.theme.px(4))))

    # -- menus -------------------------------------------------------------------------------

    def _open_menu(self, point: QPoint) -> None:
        self.refresh()
        self.menu.popup(point)

    def _fill_days(self) -> None:
        """The days of the shown week and the next."""
        week = self._board.weeks.week
        self.move_to.clear()
        self._add_days(week.dates)
        try:
            following = tuple(day + timedelta(days=week.days) for day in week.dates)
        except OverflowError:
            return
        self.move_to.addSeparator()
        self._add_days(following)

    def _add_days(self, days: Sequence[date]) -> None:
        here = {each.date for each in self._entries()}
        for day in days:
            action = self.move_to.addAction(short_day(day))
            action.setEnabled(here != {day})
            action.triggered.connect(lambda _on=False, day=day: self._to_day(day))

    def _to_day(self, day: date) -> None:
        self._board.follow(self._edits.to_day(self._ids(), day))
