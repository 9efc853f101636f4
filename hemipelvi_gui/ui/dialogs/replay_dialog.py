"""The last weeks through the gauge: in one sentence, by week, by exercise, what to change first."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.coach.replay import WEEKS, Replay, last_day_of, replay
from hemipelvi_gui.domain.plan import Week, calendar_week
from hemipelvi_gui.sheets.glyph import look_of
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.replay_parts import FirstChange, ReplayGauge
from hemipelvi_gui.ui.dialogs.replay_words import (
    exercise_words,
    headline,
    no_change_words,
    remarks,
    week_words,
)
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.planning.bars import Bars
from hemipelvi_gui.ui.planning.bars_picture import Bar
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.wording import class_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from hemipelvi_gui.coach.replay import WeekWork
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
SPANS = (4, WEEKS, 26, 52)


class ReplayDialog(ThemedDialog):
    """Shows the log up to `today`; where its last weeks are empty, up to the last session.

    A week that has only begun, and is empty still, is not among them.

    `exercise_asked(id)`: it is to be shown in the library. `import_asked`: there is nothing yet.
    """

    exercise_asked = Signal(str)
    import_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        document: Document,
        read: Callable[[date, date], Log],
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, translate("Replay", "Your last weeks"), (940, 700), parent)
        self._document, self._read, self._today = document, read, today
        self._log = self._newest()
        self._weeks: dict[Week, WeekWork] = {}
        self._shown: Week | None = None
        self.said, self.more = plain_label(kind="title"), plain_label(kind="muted")
        self.no_change = plain_label()
        for label in (self.said, self.more, self.no_change):
            label.setWordWrap(True)
        self.gauge = ReplayGauge(theme)
        self.bars = Bars(theme)
        self.week = ElidedLabel()
        self.change = FirstChange(theme, GlyphCache(theme, self))
        name = translate("Replay", "Exercises, those with most leg work first")
        self.list = RowsView(theme, RowModel(), name, (0.0, 0.0))
        self.nothing = plain_label(
            translate(
                "Replay",
                "Bring in what you logged elsewhere, or log a session here; then this page shows "
                "how much of your leg work looked like running.",
            )
        )
        self.nothing.setWordWrap(True)
        self.bring = push_button(translate("Replay", "&Import a log\u2026"), self._bring, "primary")
        self._group = QButtonGroup(self)
        self.spans = {weeks: self._span_button(weeks) for weeks in SPANS}
        self._lay_out()
        self.bars.chosen.connect(self._choose_week)
        self.change.asked.connect(self._ask_for)
        self.list.entered.connect(self._ask_for)
        document.replaced.connect(self._follow)
        self.restyle()
        self.weeks = 0
        self.show_weeks(WEEKS)
        (self.bars if self._log.diary else self.bring).setFocus()

    def show_weeks(self, weeks: int) -> None:
        """Show so many weeks."""
        self.weeks = weeks
        self.spans[weeks].setChecked(True)
        self._refresh()

    def _follow(self, changes: Changes) -> None:
        """An import that was taken back is not shown any more."""
        if not (changes.diary or changes.exercises):
            return
        had, self._log = self._log, self._last_year()
        if had.diary and not self._log.diary:
            # To look for what is older takes too long while all that is taken off the disk.
            self.close()
        else:
            self._refresh()

    def _last_year(self) -> Log:
        return self._read(self._today - timedelta(weeks=max(SPANS)), self._today)

    def _newest(self) -> Log:
        """What was done in the last year; where that is nothing, all there is."""
        year = self._last_year()
        return year if year.diary else self._read(date.min, self._today)

    def _refresh(self) -> None:
        document, until = self._document, last_day_of(self._log, self._today)
        seen = replay(self._log, document.library, document.settings, until, self.weeks)
        if not any(each.sessions for each in seen.weeks) and self._log.diary:
            last = max(each.date for each in self._log.diary.values())
            seen = replay(self._log, document.library, document.settings, last, self.weeks)
        self._show(seen)

    def _show(self, seen: Replay) -> None:
        settings, some = self._document.settings, any(each.sessions for each in seen.weeks)
        nothing = translate("Replay", "Nothing is logged yet.")
        until = last_day_of(self._log, self._today)
        self.said.setText(headline(seen, until) if self._log.diary else nothing)
        self.more.setText(remarks(seen, until) if some else "")
        self.more.setVisible(bool(self.more.text()))
        self.gauge.show_replay(seen, settings)
        self._weeks = {calendar_week(each.first): each for each in seen.weeks}
        if self._shown not in self._weeks:
            self._shown = _first_shown(self._weeks, self._today)
        limits = (settings.floor, settings.band_low, settings.band_high)
        self.bars.show_weeks(tuple(self._weeks), self._shown, self._today, limits)
        self.bars.show_bars(tuple(_bar(week, work) for week, work in self._weeks.items()))
        self._choose_week(self._shown)
        self.change.show_change(seen.change)
        self.no_change.setText(no_change_words(seen, settings))
        self.no_change.setVisible(bool(self.no_change.text()))
        self.list.rows.set_rows(_rows(seen))
        self._empty.setVisible(not self._log.diary)
        for widget in (self._across, self.list, *self.spans.values()):
            widget.setVisible(bool(self._log.diary))
        self.list.setVisible(some)

    def _choose_week(self, week: object) -> None:
        if isinstance(week, Week) and week in self._weeks:
            self._shown = week
            scene = self.bars.scene
            self.bars.show_weeks(scene.weeks, week, self._today, scene.limits)
            self.week.setText(week_words(week, self._weeks[week]))
            self.bars.setAccessibleDescription(self.week.text())

    def _ask_for(self, exercise: str) -> None:
        if exercise in self._document.library:
            self.exercise_asked.emit(exercise)
            self.close()

    def _bring(self) -> None:
        self.close()
        self.import_asked.emit()

    def _span_button(self, weeks: int) -> QPushButton:
        words = translate("Replay", "{weeks} weeks").format(weeks=weeks)
        button = push_button(words, partial(self.show_weeks, weeks), "segment")
        button.setCheckable(True)
        self._group.addButton(button)
        return button

    def _lay_out(self) -> None:
        bottom = QHBoxLayout()
        for button in self.spans.values():
            bottom.addWidget(button)
        self._empty = QWidget()
        empty = QVBoxLayout(self._empty)
        empty.setContentsMargins(0, 0, 0, 0)
        empty.addWidget(self.nothing)
        empty.addWidget(self.bring, 0, Qt.AlignmentFlag.AlignLeft)
        empty.addStretch(1)
        self._across = QWidget()
        self._row = QHBoxLayout(self._across)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._panel = QFrame()
        self._panel.setProperty("kind", "panel")
        self._chart = QVBoxLayout(self._panel)
        self._chart.addWidget(self.week)
        self._chart.addWidget(self.bars, 1)
        self._row.addWidget(self.gauge, 2)
        self._row.addWidget(self._panel, 5)
        bottom.addStretch(1)
        bottom.addWidget(push_button(translate("Replay", "Close"), self.accept))
        whole = QVBoxLayout(self)
        page = QWidget()
        page.setProperty("kind", "clear")
        self._column = QVBoxLayout(page)
        for widget in (self.said, self.more, self._empty, self._across):
            self._column.addWidget(widget)
        for widget in (self.change, self.no_change):
            self._column.addWidget(widget)
        self._column.addWidget(self.list, 1)
        self._column.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        whole.addWidget(scroll, 1)
        whole.addLayout(bottom)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        px = self.theme.px
        self._chart.setContentsMargins(px(14), px(10), px(14), px(8))
        self._row.setSpacing(px(10))
        self._across.setFixedHeight(px(214))
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self.list.setMinimumHeight(px(130))


def _first_shown(weeks: Mapping[Week, WeekWork], today: date) -> Week:
    """The last week that is over, or where that is empty and the one that runs is not, that one."""
    newest = max(weeks)
    full = max((each for each in weeks if each.last < today), default=newest)
    return newest if weeks[newest].sessions and not weeks[full].sessions else full


def _bar(week: Week, work: WeekWork) -> Bar:
    words = week_words(week, work)
    return Bar(week, work.balance.asymmetric_share, None, False, False, words)


def _rows(seen: Replay) -> Iterator[Row]:
    for each in seen.exercises:
        exercise = each.exercise
        yield Row(
            RowKind.ENTRY,
            one_line(each.name),
            exercise_words(each),
            class_word(each.laterality),
            each.name if exercise is None else exercise.id,
            look_of(exercise),
            each.share if each.hse else None,
        )
