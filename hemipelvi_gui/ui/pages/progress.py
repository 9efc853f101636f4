"""The Progress page: is the lifting helping the running? The verdict, and the points behind it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from hemipelvi_gui.coach.swap_plan import swaps_of
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.ui.last_folder import last_folder, remember_folder
from hemipelvi_gui.ui.late import Late, Meanwhile
from hemipelvi_gui.ui.progress.book import ProgressBook
from hemipelvi_gui.ui.progress.charts import Scope, charts_of
from hemipelvi_gui.ui.progress.charts_grid import ChartsGrid
from hemipelvi_gui.ui.progress.lift_button import LiftButton
from hemipelvi_gui.ui.progress.lifts import lifts_of
from hemipelvi_gui.ui.progress.marks import marks_of
from hemipelvi_gui.ui.progress.points import Key
from hemipelvi_gui.ui.progress.races_panel import RacesPanel
from hemipelvi_gui.ui.progress.since_panel import SincePanel
from hemipelvi_gui.ui.progress.tests_panel import TestsPanel
from hemipelvi_gui.ui.progress.tools import RANGES, USUAL, ProgressTools
from hemipelvi_gui.ui.progress.verdict_card import VerdictCard

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QFocusEvent, QHideEvent, QShowEvent

    from hemipelvi_gui.coach.verdict.lifting import Lift
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.logbook import Logbook
    from hemipelvi_gui.ui.progress.points import Chart, Mark
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
# Days after today at the right edge, so that the last point does not stand on it.
AHEAD = 5
LEAST_DAYS = 182


class ProgressPage(QWidget):
    """Follows the log. The verdict is there at once, charts come right after the first paint.

    `plan_wanted`: there is no plan for a swap.
    """

    plan_wanted = Signal()

    def __init__(
        self, theme: Theme, logbook: Logbook, document: Document, weeks: Weeks, desk: Desk
    ) -> None:
        super().__init__()
        self._theme, self._document, self._weeks, self._desk = theme, document, weeks, desk
        self.setAccessibleName(translate("Progress", "Progress"))
        self.book = ProgressBook(logbook, document, self)
        self.charts: tuple[Chart, ...] = ()
        self.marks: tuple[Mark, ...] = ()
        self._lift: Lift | None = None
        self._range = USUAL
        self._is_late = False
        self.card = VerdictCard(theme)
        self.tools = ProgressTools(theme)
        self.races, self.tests = RacesPanel(theme), TestsPanel(theme)
        self.since = SincePanel(theme)
        self.grid = ChartsGrid(theme, self.races)
        self.lift = LiftButton(theme)
        self.grid.panels[Key.LIFT].take_title(self.lift)
        self._lay_out()
        self._work = Meanwhile(self)
        self.tools.range_asked.connect(self.show_range)
        self.lift.chosen.connect(self.choose_lift)
        self.tools.export_asked.connect(self.ask_and_export)
        self.grid.moved.connect(self._moved)
        self.card.steps_asked.connect(self.show_steps)
        self.card.swap_asked.connect(self.swap)
        self.book.changed.connect(self._log_changed)
        document.replaced.connect(self._plans_changed)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()
        Late(self, self._begin)

    @property
    def is_settled(self) -> bool:
        """Whether all charts are there, with all of the log in them."""
        return self._is_late and self._work.is_done and not self.book.is_stale

    def refresh(self) -> None:
        """Read the last year anew and judge it; the rest follows."""
        book = self.book
        book.read()
        if book.verdict is None or book.recent is None:
            return
        self.card.show_verdict(book.verdict, self._document.library)
        self.tests.show_tests(book.points.tests)
        self._show_swaps()
        self._show_points()
        self.show_range(self._range)
        if self._is_late:
            self._work.begin(self._fill())

    def show_range(self, name: str) -> None:
        """Show the last so many months, or all there is; "" leaves the days as they are."""
        self._range = name
        self.tools.tick(name)
        if not name:
            return
        days, last = RANGES[name], self._last
        first = self._first if days is None else last - days
        self.grid.show_days(first, last)

    def choose_lift(self, lift: Lift) -> None:
        """Show another lift."""
        self._lift = lift
        self._show_points()

    def show_steps(self) -> None:
        """Show how the verdict was worked out."""
        from hemipelvi_gui.ui.progress.steps_dialog import StepsDialog

        if self.book.verdict is not None:
            headline = self.card.headline.text()
            StepsDialog(self._theme, headline, self.book.verdict.steps, self._desk.window).open()

    def swap(self) -> None:
        """Plan to swap a big lift for a lunge, the suggested one first."""
        from hemipelvi_gui.ui.progress.swap_dialog import SwapDialog

        of = self.book.verdict
        wanted = "" if of is None or of.bilateral is None else of.bilateral.exercise
        dialog = SwapDialog(self._theme, self._weeks, self._document, wanted, self._desk.window)
        dialog.told.connect(self._tell)
        dialog.plan_wanted.connect(self.plan_wanted)
        dialog.open()

    def ask_and_export(self, form: str) -> None:
        """Ask where to, and write the page there."""
        from PySide6.QtWidgets import QFileDialog

        words = translate("Progress", "Export the progress page")
        day = self.book.today.isoformat()
        path, _ = QFileDialog.getSaveFileName(
            self._desk.window,
            words,
            str(last_folder() / f"progress-{day}.{form}"),
            f"{form.upper()} (*.{form})",
        )
        if path:
            remember_folder(Path(path))
            self.export(Path(path), form)

    def export(self, path: Path, form: str) -> None:
        """Write the charts as a png or svg file, or all points as a csv file."""
        from hemipelvi_gui.sheets.files import replace_files
        from hemipelvi_gui.ui.progress import exporting
        from hemipelvi_gui.ui.progress.table import csv_of

        book, library = self.book, self._document.library
        shown = [each for each in self.charts if not each.is_empty]
        if form == "csv":
            content = csv_of(self.charts, self.marks, book.points, library)
        else:
            headline = self.card.headline.text()
            head = exporting.head_of(headline, book.verdict, library, book.today)
            picture = exporting.Picture(shown, self.marks, *self.grid.days, head)
            paint = exporting.png_of if form == "png" else exporting.svg_of
            content = paint(picture, self._theme)
        if path.suffix.lower() != f".{form}":
            path = path.with_name(f"{path.name}.{form}")
        try:
            replace_files({path: content})
        except KnownError as error:
            self._desk.messages.fail(error)
            return
        said = translate("Progress", "{file} is written.")
        self._desk.messages.say(said.format(file=path.name))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The months have the keyboard; as a proxy they would keep Tab from what is above."""
        self.tools.ranges[USUAL].setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was logged on another page."""
        super().showEvent(event)
        if self.book.is_stale:
            self.refresh()
        elif self._is_late and not self.book.is_whole:
            self._work.begin(self._fill())

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and with the window the file may be closed."""
        super().hideEvent(event)
        self._work.stop()

    def _begin(self) -> None:
        self._is_late = True
        if self.isVisible():
            self._work.begin(self._fill())

    def _fill(self) -> Iterator[None]:
        """The plots, then the years before the last one."""
        yield from self.grid.make_plots()
        yield from self.book.rest()
        if self.book.is_whole:
            self._show_points()
            self.tests.show_tests(self.book.points.tests)
            if self._range == "all":
                self.show_range(self._range)
            yield from self.grid.make_plots()

    def _show_points(self) -> None:
        book, library = self.book, self._document.library
        if book.verdict is None:
            return
        lifts = lifts_of(book.points, book.verdict)
        lift = self._lift if self._lift in lifts else next(iter(lifts), None)
        scope = Scope(book.points, book.verdict, library, self._document.settings, lift, book.beats)
        self.charts = charts_of(scope)
        plans = [each for each in self._weeks.plans() if not each.archived]
        self.marks = marks_of(plans, book.points.ill, book.points.devices, library)
        self.grid.set_ends(self._first, self._last)
        self.grid.show_charts(self.charts, self.marks)
        self.races.show_races(book.points.races, book.today)
        # What is still to come is in no chart.
        self.tools.show_marks(each for each in self.marks if each.first <= self._last)
        title = self.grid.panels[Key.LIFT].title.text()
        self.lift.show_lifts(lifts, lift, library, title)

    def _show_swaps(self) -> None:
        book = self.book
        if book.recent is None:
            return
        plans = self._weeks.plans()
        swaps = sorted(
            (each for plan in plans for each in swaps_of(plan)), key=lambda each: each.first
        )
        library, settings = self._document.library, self._document.settings
        self.since.show_swaps(swaps, book.recent, library, settings, book.today)

    @property
    def _first(self) -> float:
        first = self.book.points.first
        least = self._last - LEAST_DAYS
        return least if first is None else min(first - AHEAD, least)

    @property
    def _last(self) -> float:
        return float(self.book.today.toordinal() + AHEAD)

    def _moved(self) -> None:
        self._range = ""
        self.tools.tick("")

    def _log_changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _plans_changed(self, changes: object) -> None:
        if getattr(changes, "plans", None) and not self.book.is_stale:
            self._show_swaps()
            self._show_points()

    def _tell(self, words: str) -> None:
        self._desk.messages.say_undoable(words, self._document.undo_stack)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._inner = QVBoxLayout(inner)
        for each in (self.card, self.tools, self.since, self.grid, self.tests):
            self._inner.addWidget(each)
        self._inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def _restyle(self) -> None:
        px = self._theme.px
        self._inner.setContentsMargins(px(16), px(12), px(16), px(12))
        self._inner.setSpacing(px(12))
