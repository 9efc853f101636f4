"""The days of a week with their cards: selected, dragged and gone through as one board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.ui.days import week_days
from hemipelvi_gui.ui.late import Meanwhile
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.week.add_menu import AddMenu
from hemipelvi_gui.ui.week.awaited import awaited, leaving
from hemipelvi_gui.ui.week.board_drop import drag_of
from hemipelvi_gui.ui.week.board_edits import BoardEdits
from hemipelvi_gui.ui.week.board_selection import BoardSelection
from hemipelvi_gui.ui.week.card_art import CardArt
from hemipelvi_gui.ui.week.card_faces import Card, Chip, Faces
from hemipelvi_gui.ui.week.day_column import DayColumn
from hemipelvi_gui.ui.week.days import Days
from hemipelvi_gui.ui.week.edge_scroll import EdgeScroll
from hemipelvi_gui.ui.week.empty_week import EmptyWeek
from hemipelvi_gui.ui.week.finding_row import undo_name

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from hemipelvi_gui.coach.weeks.reading import WeekFinding
    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.ui.plan_commands import PlanCommands
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.week.day_list import DayList
    from hemipelvi_gui.ui.weeks import Weeks
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate


class WeekBoard(QWidget):
    """Follows the shown week.

    `session_asked(id)`: open it on the Build page. `typing_asked(day, run, typed)`: type a run
    on a day, begun with these letters, or change the one that is there. `menu_wanted`: at a point
    of the screen.
    """

    session_asked = Signal(str)
    typing_asked = Signal(object, object, str)
    menu_wanted = Signal(QPoint)

    def __init__(self, theme: Theme, weeks: Weeks, glyphs: GlyphCache, plans: PlanCommands) -> None:
        super().__init__()
        self.theme, self.weeks, self.plans = theme, weeks, plans
        self.edits = BoardEdits(weeks)
        self.art = CardArt(theme, glyphs, self)
        self._faces = Faces(weeks)
        self._cut: frozenset[str] = frozenset()
        self._stale = False
        self._looking = Meanwhile(self)
        self._spare: list[DayColumn] = []
        self.setAccessibleName(translate("Week", "Days of the week"))
        self.days = Days(theme, weeks, self.edits)
        self.days.dropped.connect(self._select_dropped)
        self._scroll = QScrollArea()
        self._scroll.setWidget(self.days)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.days.edge = EdgeScroll(theme, self._scroll)
        # A child of the days, so that what is dropped on it goes to the day below.
        self.empty = EmptyWeek(theme, self.days)
        self.empty.plan_asked.connect(plans.new_plan)
        self.empty.typing_asked.connect(lambda: self.begin_run(self.selection.current_day))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.selection: BoardSelection = BoardSelection(self, self.days, self._scroll)
        weeks.changed.connect(self._follow_week)
        weeks.previewed.connect(self._show_preview)
        weeks.fixes.found.connect(self._show_fix)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    # -- what is there -----------------------------------------------------------------------

    @property
    def columns(self) -> list[DayColumn]:
        """The days that are shown, in their order."""
        return self.days.columns

    def select(self, ids: Collection[str]) -> None:
        """Select these cards, go to the first and bring it into view."""
        if self._stale:
            self.refresh()
        self.selection.select(ids)

    def cut(self, ids: Collection[str]) -> None:
        """Show these as cut: they are pale until they are put somewhere."""
        self._cut = frozenset(ids)
        self._show_preview()

    @property
    def cut_ids(self) -> frozenset[str]:
        """The cards that were cut."""
        return self._cut

    def follow(self, ids: Collection[str]) -> None:
        """Show the week that cards have gone to, and select them there."""
        entries = self.edits.entries(tuple(ids))
        first = min((each.date for each in entries if each.date), default=None)
        if first is None:
            return
        if first not in self.weeks.week:
            self.weeks.show_day(first)
        self.select(ids)

    # -- following the week ------------------------------------------------------------------

    def _follow_week(self) -> None:
        # Out of sight it would be worked out again with every edit on another page.
        self._stale = not self.isVisible()
        if not self._stale:
            self.refresh()
            self._looking.begin(self.weeks.fixes.look())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was done meanwhile."""
        super().showEvent(event)
        if self._stale:
            self.refresh()
        self._looking.begin(self.weeks.fixes.look())

    @property
    def is_settled(self) -> bool:
        """Whether a fix has been looked for in every finding."""
        return self._looking.is_done

    def refresh(self) -> None:
        """Show the week as it is now; what was selected and still there stays so."""
        self._stale = False
        kept = self.selection.kept()
        rows = self._faces.rows()
        dates = self.weeks.week.dates
        self._provide(len(dates))
        for column, day, of_day in zip(self.columns, dates, rows, strict=True):
            column.show_day(day, of_day, today=day == self.weeks.today)
        self.days.fit()
        self.selection.keep(kept)
        self._show_empty(any(rows))
        self._show_preview()
        self.selection.picked.emit()

    def _provide(self, count: int) -> None:
        """Have as many columns as the week has days; they are made once and kept."""
        columns = list(self.columns)
        first = self.weeks.week.first
        while len(columns) < count:
            columns.append(self._spare.pop() if self._spare else self._make_column(first))
        self._spare += columns[count:]
        for each in columns[count:]:
            each.hide()
        columns = columns[:count]
        self.days.place(columns, self._scroll.viewport().width())
        for each in columns:
            each.show()

    def _make_column(self, day: date) -> DayColumn:
        column = DayColumn(self.theme, self.art, self.edits, day, self.days)
        shown = column.list
        shown.opened.connect(self.open_card)
        shown.mended.connect(self._mend)
        shown.pointed.connect(self._point)
        shown.typed.connect(lambda typed: self.begin_run(column.day, typed))
        shown.given_up.connect(self._give_up)
        shown.drag_wanted.connect(lambda: self._drag(column))
        shown.menu_wanted.connect(self.menu_wanted)
        self.selection.watch(column)
        column.adding.connect(lambda: self._add_to(column))
        return column

    def _show_empty(self, any_cards: bool) -> None:
        self.empty.setVisible(not any_cards)
        if not any_cards:
            self.empty.show_for(has_plan=self.weeks.plan is not None)
            self._place_empty()

    def _place_empty(self) -> None:
        self.empty.adjustSize()
        middle = self.days.mapFrom(self, self.rect().center())
        self.empty.move(middle - self.empty.rect().center())
        self.empty.raise_()

    def _show_preview(self) -> None:
        """Show on the days what a drop or a fix would bring and take."""
        then, now = self.weeks.preview_reading, self.weeks.reading
        gone = self._cut if then is None else self._cut | leaving(now, then)
        for column in self.columns:
            column.await_cards(None if then is None else awaited(now, then, column.day))
            column.list.lift(gone)

    def _show_fix(self, finding: WeekFinding) -> None:
        """Now that it is known how to mend a finding, its card says so."""
        if finding.entries and not self._stale:
            self.refresh()

    def _give_up(self) -> None:
        self.selection.clear()
        self.cut(())
        self.weeks.preview(None)

    # -- acts --------------------------------------------------------------------------------

    def open_card(self, card: Card) -> None:
        """A session on the Build page, a run in its line."""
        if isinstance(card.entry, Session):
            self.session_asked.emit(card.entry.id)
        else:
            self.typing_asked.emit(card.entry.date, card.entry, "")

    def begin_run(self, day: date, typed: str = "") -> None:
        """Type a run on a day; what was typed here stands there already."""
        self.typing_asked.emit(day, None, typed)

    def drop_on_week(self, week: Week, ids: Collection[str], copies: bool) -> None:
        """Cards dropped on another week: each goes to its own day there."""
        known = self.edits.present(tuple(ids))
        names = self.edits.names(known)
        if not self.edits.to_week(known, week, copies=copies):
            return
        words = translate("Week", "{what}: now in the week of {days}.")
        if copies:
            words = translate("Week", "{what}: copied to the week of {days}.")
        desk = self.plans.desk
        said = words.format(what=one_line(names, 60), days=week_days(week))
        desk.messages.say_undoable(said, desk.document.undo_stack)

    def preview_week(self, week: Week | None, ids: Collection[str], copies: bool) -> None:
        """Show what a drop on another week would make; None ends it."""
        if week is None:
            self.weeks.preview(None)
        else:
            self.edits.preview_week(tuple(ids), week, copies=copies)

    def _mend(self, chip: Chip) -> None:
        fix = self.weeks.fixes.of(chip.finding)
        if fix is not None and self.weeks.push(undo_name(fix), fix.edit):
            self.select((chip.entry_id,))

    def _point(self, chip: Chip | None) -> None:
        fix = None if chip is None else self.weeks.fixes.of(chip.finding)
        self.weeks.preview(None if fix is None else fix.edit)

    def _add_to(self, column: DayColumn) -> None:
        menu = AddMenu(self.plans, self.edits, column.day, self)
        menu.typing_asked.connect(self.begin_run)
        menu.added.connect(self.select)
        menu.made.connect(self.session_asked)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(column.add.mapToGlobal(QPoint(0, column.add.height())))

    def _drag(self, column: DayColumn) -> None:
        """Drag the selected cards of all days, the one in the hand first."""
        grabbed = column.list.day_model.card(column.list.currentIndex())
        ids = self.selection.selected_ids()
        if not ids:
            return
        cards = [card for each in self.columns for card in each.model.cards if card.entry.id in ids]
        if grabbed in cards and grabbed is not None:
            cards = [grabbed, *(card for card in cards if card is not grabbed)]
        self.weeks.preview(None)
        action = Qt.DropAction
        drag = drag_of(column.list, self.art, cards, [card.entry.id for card in cards])
        drag.exec(action.CopyAction | action.MoveAction, action.MoveAction)
        self.days.guide.end()

    def _select_dropped(self, ids: Collection[str]) -> None:
        self.select(ids)
        self.selection.current_column.list.setFocus()

    # -- looks -------------------------------------------------------------------------------

    def list_of(self, day: date) -> DayList:
        """The list of a day. Raises StopIteration for one that isn't shown."""
        return next(column.list for column in self.columns if column.day == day)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two rows of days where one would be too narrow."""
        super().resizeEvent(event)
        if self.columns:
            self.days.place(self.columns, self.width())
        self._place_empty()

    def _restyle(self) -> None:
        self.setMinimumHeight(self.theme.px(200))
        if self.columns:
            self.days.place(self.columns, self.width())
        self._place_empty()
