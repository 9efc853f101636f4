"""The balance over the plan, week by week; without a plan, over the weeks around the shown one."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from hemipelvi_gui.coach.findings import band_words, percent
from hemipelvi_gui.domain.plan import DAYS_A_WEEK, calendar_week, phase_of, weeks_of
from hemipelvi_gui.ui.late import Late, Meanwhile
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.planning.bars import Bars
from hemipelvi_gui.ui.planning.bars_picture import Bar
from hemipelvi_gui.ui.planning.week_marks import marks_words, races_in, week_name
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QHideEvent, QShowEvent

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan, Week
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
AROUND_BACK, AROUND = 7, 12


class PlanChart(QFrame):
    """Follows the shown plan and week, and the preview of an edit.

    `filled`: the whole plan has been read, and each week has its bar.
    """

    filled = Signal()

    def __init__(self, theme: Theme, weeks: Weeks) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme, self._weeks = theme, weeks
        self._first: Week | None = None
        self._filled: tuple[Agenda | None, object] = (None, None)
        self._is_late = False
        self._is_stale = True
        self.heading = plain_label("", "heading")
        self.legend = ElidedLabel("", "muted")
        self.bars = Bars(theme)
        self._work = Meanwhile(self.bars)
        self.bars.chosen.connect(lambda week: weeks.show_day(week.first))
        self._column, top = QVBoxLayout(self), QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.legend)
        self._column.addLayout(top)
        self._column.addWidget(self.bars, 1)
        weeks.changed.connect(self.refresh)
        weeks.previewed.connect(self._show_preview)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()
        Late(self, self._begin)

    @property
    def is_settled(self) -> bool:
        """Whether the bars are those of the plan as it is now."""
        return self._is_late and not self._is_stale and self._work.is_done

    def refresh(self) -> None:
        """Show which week it is at once, and work out the bars anew as soon as there is time."""
        weeks = self._weeks
        pills, settings = self._shown_weeks(), weeks.reading.settings
        self.heading.setText(
            translate("Week", "Balance over the weeks")
            if weeks.plan is None
            else translate("Week", "Balance over the plan")
        )
        said = translate("Week", "target {band} % \u00b7 floor {floor} %")
        self.legend.setText(said.format(band=band_words(settings), floor=percent(settings.floor)))
        self.bars.show_weeks(
            pills, weeks.week, weeks.today, (settings.floor, settings.band_low, settings.band_high)
        )
        self._is_stale = True
        if self._is_late and self.isVisible():
            self._start()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed while another page was shown."""
        super().showEvent(event)
        if self._is_late and self._is_stale:
            self._start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks, and with the window the file with the weeks in it may be closed."""
        super().hideEvent(event)
        if not self._work.is_done:
            self._work.stop()
            self._is_stale = True

    def _begin(self) -> None:
        self._is_late = True
        if self.isVisible():
            self._start()

    def _start(self) -> None:
        self._is_stale = False
        self._work.begin(self._fill())

    def _fill(self) -> Iterator[None]:
        weeks, plan = self._weeks, self._weeks.plan
        if plan is not None:
            weeks.whole(plan.id)
            yield
        reading, of = weeks.reading, (self.bars.weeks, plan, weeks.sums)
        same = self._filled[0] is reading.agenda and self._filled[1] == of
        if not (same and self.bars.scene.bars):
            made = []
            for week in self.bars.weeks:
                made.append(_bar(reading, plan, week))
                yield
            self.bars.show_bars(tuple(made))
            self._filled = (reading.agenda, of)
        self._describe()
        self._show_preview()
        self.filled.emit()

    def _show_preview(self) -> None:
        """Draw what the previewed edit makes of the weeks it touches."""
        weeks = self._weeks
        preview = weeks.preview_reading
        if preview is None:
            self.bars.show_ghosts({})
            return
        now, then = weeks.agenda.sessions, preview.agenda.sessions
        days = {
            entry.date
            for key in now.keys() | then.keys()
            if now.get(key) is not then.get(key)
            for entry in (now.get(key), then.get(key))
            if entry is not None and entry.date is not None
        }
        touched = {preview.week_at(day) for day in days} & set(self.bars.weeks)
        self.bars.show_ghosts(
            {week: preview.sum_of_week(week).share for week in touched if week is not None}
        )

    def _shown_weeks(self) -> tuple[Week, ...]:
        """The plan's weeks, else twelve of the calendar that stay while the shown one is there."""
        weeks = self._weeks
        if weeks.plan is not None and (own := weeks_of(weeks.plan)):
            return own
        shown = calendar_week(weeks.week.first)
        kept = self._first
        if kept is None or not 0 <= (shown.first - kept.first).days < AROUND * DAYS_A_WEEK:
            kept = self._first = _on(shown, -AROUND_BACK) or shown
        found = (_on(kept, step) for step in range(AROUND))
        return tuple(each for each in found if each is not None)

    def _describe(self) -> None:
        """The chart in words, for whoever does not see it."""
        bars = tuple(self.bars.scene.bars.values())
        shown = self.bars.bar(self._weeks.week)
        floor = self._weeks.reading.settings.floor
        low = [each for each in bars if each.share is not None and each.share < floor]
        words = [] if shown is None else [shown.words.replace("\n", ". ")]
        if low:
            names = ", ".join(str(each.week.number or each.week.first) for each in low)
            words.append(translate("Week", "Under the floor: {weeks}").format(weeks=names))
        self.bars.setAccessibleDescription(". ".join(words))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(10), px(16), px(8))
        self._column.setSpacing(px(4))
        self.bars.updateGeometry()
        self.bars.update()


def _on(week: Week, steps: int) -> Week | None:
    """Some weeks on; None where the calendar ends before or within it."""
    try:
        found = calendar_week(week.first + timedelta(days=steps * DAYS_A_WEEK))
        return found if (date.max - found.first).days >= found.days - 1 else None
    except OverflowError:
        return None


def _bar(reading: WeekReading, plan: Plan | None, week: Week) -> Bar:
    total = reading.sum_of_week(week)
    races = races_in(reading.agenda, week)
    lines = [week_name(week), share_line(total.share, total.hse)]
    lines.append(marks_words(plan, week, races))
    phase = None if plan is None or not week.number else phase_of(plan, week.number)
    is_deload = plan is not None and bool(week.number) and week.number in plan.deloads
    words = "\n".join(line for line in lines if line)
    return Bar(week, total.share, phase, is_deload, bool(races), words)


def share_line(share: float | None, hse: float) -> str:
    """As in "66 % asymmetric, 41 HSE"."""
    if share is None:
        return translate("Week", "no leg work")
    said = translate("Week", "{share} % asymmetric, {hse} HSE")
    return said.format(share=percent(share), hse=round(hse))
