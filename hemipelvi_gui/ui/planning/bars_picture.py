"""How the chart is painted: target, bars, values, names of weeks, phases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.reading import ROUNDING
from hemipelvi_gui.domain.plan import PhaseKind, Week
from hemipelvi_gui.sheets.plan_words import phase_words
from hemipelvi_gui.ui.days import qdate
from hemipelvi_gui.ui.planning.week_marks import paint_deload, paint_flag, paint_phase

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
NAMES = 21  # px for the names of weeks, with the marks of deloads over them
STEPS = (1, 2, 4, 5, 10, 13, 26, 52)
WIDEST, PART = 44, 0.58  # of a bar in px, and of its slot
CENTRE = Qt.AlignmentFlag.AlignCenter


def mixed(one: QColor, other: QColor, part: float) -> QColor:
    """`part` of one colour, in [0, 1], and the rest of the other: nothing shines through."""
    rest = 1 - part
    return QColor.fromRgbF(
        part * one.redF() + rest * other.redF(),
        part * one.greenF() + rest * other.greenF(),
        part * one.blueF() + rest * other.blueF(),
    )


@dataclass(frozen=True)
class Bar:
    """What is drawn of a week. `share` in [0, 1], None where there is no leg work."""

    week: Week
    share: float | None
    phase: PhaseKind | None
    is_deload: bool
    has_race: bool
    words: str


class Frame(NamedTuple):
    """Where things are: the room for bars, and how wide the slot of a week is."""

    room: QRectF
    slot: float

    def height(self, share: float) -> float:
        """Pixels from the base line up to a share."""
        return self.room.height() * min(max(share, 0.0), 1.0)

    def y(self, share: float) -> float:
        """Where a share is."""
        return self.room.bottom() - self.height(share)

    def middle(self, place: int) -> float:
        """The middle of a week's slot, from 0."""
        return self.room.left() + (place + 0.5) * self.slot


@dataclass(frozen=True)
class Scene:
    """All that the picture shows. `ghosts` are shares of a preview, `limits` floor and target.

    `over` is the place of the week under the pointer, -1 for none.
    """

    weeks: tuple[Week, ...] = ()
    bars: Mapping[Week, Bar] = field(default_factory=dict)
    ghosts: Mapping[Week, float | None] = field(default_factory=dict)
    shown: Week | None = None
    today: date | None = None
    limits: tuple[float, float, float] = (0.5, 0.6, 0.85)
    over: int = -1


def frame_of(scene: Scene, rect: QRectF, theme: Theme) -> Frame:
    """Where the bars of a scene are in a rectangle."""
    px = theme.px
    has_phases = any(each.phase is not None for each in scene.bars.values())
    below = px(NAMES) + (px(15) if has_phases else 0)
    room = rect.adjusted(px(2), px(28), -px(2), -below)
    return Frame(room, room.width() / max(len(scene.weeks), 1))


class Picture:
    """Paints one scene."""

    def __init__(self, theme: Theme, scene: Scene, rect: QRectF) -> None:
        self._theme, self.scene = theme, scene
        self._frame = frame_of(scene, rect, theme)
        self._wide = rect.width()

    def paint(self, painter: QPainter) -> None:
        """Target, bars, floor, values, names of weeks, phases."""
        frame = self._frame
        self._paint_target(painter, frame)
        tops = [self._paint_bar(painter, frame, place) for place in range(len(self.scene.weeks))]
        self._paint_floor(painter, frame)
        widest = QFontMetrics(self._theme.font(11)).horizontalAdvance("100")
        for place, top in enumerate(tops):
            self._paint_top(painter, frame, place, top, all_values=frame.slot >= widest + 4)
        self._paint_axis(painter, frame)
        self._paint_phases(painter, frame)

    def _paint_target(self, painter: QPainter, frame: Frame) -> None:
        palette, room = self._theme.palette, frame.room
        _floor, low, high = self.scene.limits
        band = palette.colour("band")
        band.setAlphaF(0.35)
        top = frame.y(high)
        painter.fillRect(QRectF(room.left(), top, room.width(), frame.y(low) - top), band)
        painter.setPen(QPen(palette.colour("line"), 1))
        base = round(room.bottom()) + 0.5
        painter.drawLine(QPointF(room.left(), base), QPointF(room.right(), base))

    def _paint_floor(self, painter: QPainter, frame: Frame) -> None:
        y = frame.y(self.scene.limits[0])
        pen = QPen(self._theme.palette.colour("teal_text"), max(1, self._theme.px(1)))
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.drawLine(QPointF(frame.room.left(), y), QPointF(frame.room.right(), y))

    def _width(self, frame: Frame) -> float:
        return min(self._theme.px(WIDEST), max(2.0, frame.slot * PART))

    def _paint_bar(self, painter: QPainter, frame: Frame, place: int) -> float:
        """A week's bar, or the hollow dot in its place; where its top is."""
        theme, palette, week = self._theme, self._theme.palette, self.scene.weeks[place]
        bar, shown = self.scene.bars.get(week), week == self.scene.shown
        middle, width, base = frame.middle(place), self._width(frame), frame.room.bottom()
        if bar is None:
            return base
        if bar.share is None:
            self._paint_none(painter, QPointF(middle, base - theme.px(6)), width, shown=shown)
            return base - theme.px(10)
        over = place == self.scene.over
        part = 1.0 if shown else 0.62 if over else 0.42
        top = frame.y(bar.share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(palette.colour("accent"), palette.colour("panel"), part))
        corner = min(theme.px(4), width / 3)
        painter.drawRoundedRect(QRectF(middle - width / 2, top, width, base - top), corner, corner)
        return top

    def _paint_top(
        self, painter: QPainter, frame: Frame, place: int, top: float, *, all_values: bool
    ) -> None:
        """The value over a bar, that of a preview in its place, and the flag of a race."""
        theme, week = self._theme, self.scene.weeks[place]
        bar, shown = self.scene.bars.get(week), week == self.scene.shown
        if bar is None:
            return
        middle = frame.middle(place)
        if week in self.scene.ghosts:
            top = min(top, self._paint_ghost(painter, frame, place, self._width(frame)))
        elif bar.share is not None and (all_values or shown or place == self.scene.over):
            self._paint_value(painter, QPointF(middle, top), bar.share, frame, strong=shown)
            top -= theme.px(14)
        if bar.has_race:
            side = min(theme.px(11), max(theme.px(7), frame.slot))
            flag = QRectF(middle - side / 2, max(1.0, top - side - 1), side, side)
            paint_flag(painter, flag, theme.palette.colour("ink"))

    def _paint_none(self, painter: QPainter, middle: QPointF, width: float, *, shown: bool) -> None:
        """A hollow dot for a week without leg work."""
        palette, radius = self._theme.palette, min(self._theme.px(4), width / 2 + 1)
        painter.setPen(QPen(palette.colour("accent" if shown else "outline"), 2 if shown else 1.3))
        painter.setBrush(palette.colour("panel"))
        painter.drawEllipse(middle, radius, radius)

    def _paint_ghost(self, painter: QPainter, frame: Frame, place: int, width: float) -> float:
        """The outline of what a preview makes, and its value; where its top is."""
        palette, share = self._theme.palette, self.scene.ghosts[self.scene.weeks[place]]
        middle = frame.middle(place)
        if share is None:
            self._paint_none(painter, QPointF(middle, frame.room.bottom() - 6), width, shown=True)
            return frame.room.bottom()
        top = frame.y(share)
        pen = QPen(palette.colour("accent"), 1.6)
        pen.setDashPattern([2.5, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(middle - width / 2, top, width, frame.room.bottom() - top)
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 0), 4, 4)
        self._paint_value(painter, QPointF(middle, top), share, frame, strong=True)
        return top - self._theme.px(14)

    def _paint_value(
        self, painter: QPainter, top: QPointF, share: float, frame: Frame, *, strong: bool
    ) -> None:
        theme, palette = self._theme, self._theme.palette
        floor, words = self.scene.limits[0], str(percent(share))
        painter.setFont(theme.bold(11) if strong else theme.font(11))
        wide = painter.fontMetrics().horizontalAdvance(words) + 2
        left, _right = self._kept_in(top.x(), wide)
        room = QRectF(left, top.y() - theme.px(15), wide, theme.px(14))
        if room.top() < frame.y(floor) < room.bottom():
            painter.fillRect(room, palette.colour("panel"))
        painter.setPen(palette.colour("fix" if share < floor - ROUNDING else "ink"))
        painter.drawText(room, CENTRE, words)

    def _paint_axis(self, painter: QPainter, frame: Frame) -> None:
        """The names of weeks, as many as have room, and a mark for each deload."""
        theme = self._theme
        metrics = QFontMetrics(theme.bold(11))
        top, high, side = frame.room.bottom() + theme.px(6), theme.px(14), theme.px(5)
        named = self._named(frame, metrics)
        for place in named:
            words = self._label(place, frame, metrics)
            left, right = self._reach(place, frame, metrics)
            shown = self.scene.weeks[place] == self.scene.shown
            is_now = self.scene.today is not None and self.scene.today in self.scene.weeks[place]
            painter.setFont(theme.bold(11) if shown else theme.font(11))
            role = "accent" if is_now or shown else "muted"
            painter.setPen(theme.palette.colour(role))
            painter.drawText(QRectF(left, top, right - left, high), CENTRE, words)
        for place, week in enumerate(self.scene.weeks):
            bar, middle = self.scene.bars.get(week), frame.middle(place)
            if bar is None or not bar.is_deload or self._says_deload(place, frame, metrics):
                continue
            # Between bar and name, where it has room in any week.
            room = QRectF(middle - side / 2, frame.room.bottom() + 2, side, side * 0.8)
            paint_deload(painter, room, theme.palette.colour("outline"))

    def _named(self, frame: Frame, metrics: QFontMetrics) -> list[int]:
        """The weeks whose names are written: round numbers, and always the shown one."""
        names = [self._name(week) for week in self.scene.weeks]
        room = max((metrics.horizontalAdvance(name) for name in names), default=1)
        room += self._theme.px(8)
        step = next((each for each in STEPS if each * frame.slot >= room), STEPS[-1])
        found = [place for place, week in enumerate(self.scene.weeks) if week == self.scene.shown]
        for place, week in enumerate(self.scene.weeks):
            is_round = (week.number or place) % step == 0
            if is_round and self._is_free(place, found, frame, metrics):
                found.append(place)
        return found

    def spans(self, metrics: QFontMetrics) -> list[tuple[float, float]]:
        """From where to where the names of weeks stand, from the left."""
        frame = self._frame
        return sorted(self._reach(each, frame, metrics) for each in self._named(frame, metrics))

    def _is_free(self, place: int, found: list[int], frame: Frame, metrics: QFontMetrics) -> bool:
        """Whether the name of a week stands clear of those that are written."""
        left, right = self._reach(place, frame, metrics)
        reaches = (self._reach(each, frame, metrics) for each in found)
        gap = self._theme.px(6)
        return all(right + gap <= begun or ended + gap <= left for begun, ended in reaches)

    def _reach(self, place: int, frame: Frame, metrics: QFontMetrics) -> tuple[float, float]:
        """From where to where the name of a week stands; the outermost stay in the picture."""
        wide = metrics.horizontalAdvance(self._label(place, frame, metrics)) + 2
        return self._kept_in(frame.middle(place), wide)

    def _kept_in(self, middle: float, wide: float) -> tuple[float, float]:
        left = min(max(0.0, middle - wide / 2), self._wide - wide)
        return left, left + wide

    def _label(self, place: int, frame: Frame, metrics: QFontMetrics) -> str:
        """The name of a week, with "deload" where that has room."""
        name = self._name(self.scene.weeks[place])
        long = translate("Week", "{week} deload").format(week=name)
        return long if self._says_deload(place, frame, metrics) else name

    def _says_deload(self, place: int, frame: Frame, metrics: QFontMetrics) -> bool:
        week = self.scene.weeks[place]
        bar = self.scene.bars.get(week)
        if bar is None or not bar.is_deload:
            return False
        long = translate("Week", "{week} deload").format(week=self._name(week))
        return metrics.horizontalAdvance(long) + 4 <= frame.slot

    def _paint_phases(self, painter: QPainter, frame: Frame) -> None:
        """One mark for the weeks of a phase, with its word where that has room."""
        theme, palette = self._theme, self._theme.palette
        places = [
            (place, bar.phase)
            for place, week in enumerate(self.scene.weeks)
            if (bar := self.scene.bars.get(week)) is not None
        ]
        painter.setFont(theme.font(10))
        metrics = QFontMetrics(theme.font(10))
        for phase, group in groupby(places, key=lambda each: each[1]):
            there = [place for place, _phase in group]
            if phase is None:
                continue
            left = frame.middle(there[0]) - frame.slot / 2 + 2
            right = frame.middle(there[-1]) + frame.slot / 2 - 2
            top = frame.room.bottom() + theme.px(NAMES + 1)
            row = QRectF(left, top, right - left, theme.px(12))
            word = phase_words(phase)
            wide = metrics.horizontalAdvance(word) + theme.px(6)
            if wide + theme.px(12) <= row.width():
                painter.setPen(palette.colour("muted"))
                painter.drawText(
                    row, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, word
                )
                row.setLeft(left + wide)
            mark = QRectF(row.left(), row.center().y() - theme.px(2), row.width(), theme.px(4))
            paint_phase(painter, mark, phase, palette.colour("outline"))

    def _name(self, week: Week) -> str:
        if week.number:
            return translate("Week", "w{number}").format(number=week.number)
        return QLocale().toString(qdate(week.first), translate("Week", "d MMM"))
