"""The chart's bars, one a week: painted as a whole, gone through by pointer and keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from hemipelvi_gui.ui.planning.bars_picture import Bar, Frame, Picture, Scene, frame_of
from hemipelvi_gui.ui.planning.row import Row
from hemipelvi_gui.ui.planning.week_marks import week_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class Bars(Row):
    """Painted as a whole. `chosen(week)`: the week was clicked, or gone to by an arrow key."""

    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(self.place_at, self.take, self.tip)
        self._theme = theme
        self.scene = Scene()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("Week", "Balance by week"))

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks that have a place."""
        return self.scene.weeks

    @property
    def ghosts(self) -> Mapping[Week, float | None]:
        """What a preview makes of the weeks it touches."""
        return self.scene.ghosts

    def bar(self, week: Week) -> Bar | None:
        """What is drawn of a week; None before it is worked out."""
        return self.scene.bars.get(week)

    def show_weeks(
        self,
        weeks: tuple[Week, ...],
        shown: Week,
        today: date,
        limits: tuple[float, float, float],
    ) -> None:
        """The weeks there are, the one that is shown, and floor and ends of the target."""
        kept = self.scene
        if weeks != self.weeks:
            kept, self.over = Scene(weeks), -1
        self._show(replace(kept, shown=shown, today=today, limits=limits))

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """The bars of the weeks."""
        self._show(replace(self.scene, bars={each.week: each for each in bars}))

    def show_ghosts(self, ghosts: Mapping[Week, float | None]) -> None:
        """What a preview would make of some weeks; none ends it."""
        if ghosts != self.scene.ghosts:
            self._show(replace(self.scene, ghosts=ghosts))

    def _show(self, scene: Scene) -> None:
        self.scene = scene
        self.update()

    def sizeHint(self) -> QSize:
        """Enough for bars that can be told apart."""
        return QSize(self._theme.px(320), self._theme.px(130))

    def minimumSizeHint(self) -> QSize:
        """Less than that says nothing."""
        return QSize(self._theme.px(160), self._theme.px(84))

    def frame(self) -> Frame:
        """Where the bars are now."""
        return frame_of(self.scene, QRectF(self.rect()), self._theme)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, framed while keys go here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scene = replace(self.scene, over=self.over)
        Picture(self._theme, scene, QRectF(self.rect())).paint(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.palette.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    # Pointer and keys

    def place_at(self, x: float) -> int:
        """The week at a place, from 0; -1 where there is none."""
        frame = self.frame()
        place = int((x - frame.room.left()) // frame.slot) if frame.slot > 0 else -1
        return place if 0 <= place < len(self.weeks) else -1

    def take(self, place: int) -> None:
        """Go to the week."""
        self.chosen.emit(self.weeks[place])

    def tip(self, place: int) -> str:
        """The week's name, and what its bar says."""
        week = self.weeks[place]
        bar = self.bar(week)
        return week_name(week) if bar is None else bar.words

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go to the week beside, Home and End to the first and the last."""
        last, at = len(self.weeks) - 1, self._near_shown()
        goal = {
            Qt.Key.Key_Left: at - 1,
            Qt.Key.Key_Right: at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if goal is None or not self.weeks:
            super().keyPressEvent(event)
        else:
            self.chosen.emit(self.weeks[min(max(goal, 0), last)])

    def _near_shown(self) -> int:
        """The place of the shown week, or just past the end that it lies beyond."""
        shown = self.scene.shown
        if shown is None or not self.weeks or shown.first < self.weeks[0].first:
            return -1
        found = (place for place, week in enumerate(self.weeks) if week == shown)
        return next(found, len(self.weeks))
