"""Races as a table: day, name, time, and what the same effort makes of 10 km."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout

from hemipelvi_gui.coach.verdict.weeks import RACE_WEEKS
from hemipelvi_gui.ui.days import qdate
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.progress.numbers import duration
from hemipelvi_gui.ui.progress.numbers import km as km_words
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.progress.gathering import Raced
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
MOST = 5


class RacesPanel(QFrame):
    """The latest races, the newest last; all of them are in the chart beside."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self._cells: list[QWidget] = []
        self.predicted = ElidedLabel("", "muted")
        self.predicted.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.empty = plain_label("", "muted")
        self.empty.setWordWrap(True)
        self._top, self._column, self._grid = QHBoxLayout(), QVBoxLayout(self), QGridLayout()
        title = translate("Progress", "Races and time trials")
        self._top.addWidget(plain_label(title, "heading"))
        self._top.addWidget(self.predicted, 1)
        self._column.addLayout(self._top)
        self._column.addLayout(self._grid)
        self._column.addWidget(self.empty)
        self._column.addStretch(1)
        self._grid.setColumnStretch(1, 1)
        self.setAccessibleName(title)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_races(self, races: Sequence[Raced], today: date) -> None:
        """List them anew."""
        for cell in self._cells:
            self._grid.removeWidget(cell)
            cell.deleteLater()
        self._cells = []
        shown = list(races)[-MOST:]
        for row, each in enumerate(shown):
            for column, cell in enumerate(_row(each, today)):
                cell.setAccessibleName(cell.text())
                self._grid.addWidget(cell, row, column)
                self._cells.append(cell)
        self.empty.setText(
            ""
            if shown
            else translate(
                "Progress", "No race of 3 km or more yet. Type one in: \u201c5 km 20:41 race\u201d."
            )
        )
        self.empty.setVisible(not shown)
        self.predicted.setText(_predicted(races, today))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(8))


def _row(each: Raced, today: date) -> tuple[ElidedLabel, ...]:
    run = each.run
    name = one_line(run.name, 60) or translate("Progress", "Race")
    ten = translate("Progress", "10 km {time}").format(time=duration(each.ten_km_s))
    return (
        ElidedLabel(_day(run.date, today), "muted"),
        ElidedLabel(name, "strong"),
        ElidedLabel(km_words((run.metres or 0.0) / 1000), "muted"),
        ElidedLabel(duration(run.seconds or 0.0)),
        ElidedLabel(ten),
    )


def _day(day: date, today: date) -> str:
    form = "d MMM" if day.year == today.year else "d MMM yyyy"
    return QLocale().toString(qdate(day), form)


def _predicted(races: Sequence[Raced], today: date) -> str:
    """From the best effort of the last half year."""
    recent = [each.ten_km_s for each in races if (today - each.run.date).days < RACE_WEEKS * 7]
    if not recent:
        return ""
    said = translate("Progress", "predicted 10 km {time}, best of 26 weeks")
    return said.format(time=duration(min(recent)))
