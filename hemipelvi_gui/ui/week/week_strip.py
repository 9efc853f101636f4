"""One pill a week of the plan: the shown one is filled, long plans scroll, cards drop on a pill."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QLinearGradient, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy

from hemipelvi_gui.domain.plan import phase_of, week_number, weeks_of
from hemipelvi_gui.ui.mime import CARDS_MIME, unpack
from hemipelvi_gui.ui.planning.row import Row
from hemipelvi_gui.ui.planning.week_marks import (
    marks_words,
    paint_flag,
    paint_phase,
    raced_weeks,
    races_in,
    week_name,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QColor,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDragMoveEvent,
        QDropEvent,
        QKeyEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.plan import Plan, Week
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
TALL, GAP, USUAL, LEAST, PADDING, FLAG = 24, 7, 60, 34, 10, 9
EDGE = 24


class WeekStrip(Row):
    """Painted as a whole: a plan of two years has a hundred pills.

    `dropped_on(week, ids, copies)`: cards were dropped on the pill of that week. `held_over`: they
    are over it; over none the week is None.
    """

    dropped_on = Signal(object, list, bool)
    held_over = Signal(object, list, bool)

    def __init__(self, theme: Theme, weeks: Weeks) -> None:
        super().__init__(self.place_at, self.take, self.tip)
        self._theme, self._weeks = theme, weeks
        self._taken: tuple[Agenda | None, Plan | None] = (None, None)
        self._pills: tuple[Week, ...] = ()
        self._words: list[str] = []
        self._places: list[tuple[float, float]] = []
        self._raced: frozenset[int] = frozenset()
        self._offset = self._whole = self._wanted = 0.0
        self._target = -1
        self._copies = False
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Week", "Weeks of the plan"))

    @property
    def pills(self) -> tuple[Week, ...]:
        """The weeks that have a pill."""
        return self._pills

    def words(self, number: int) -> str:
        """What the pill of a week says, from 1: "4 deload"."""
        return self._words[number - 1]

    def pill_rect(self, number: int) -> QRectF:
        """Where the pill of a week (from 1) is now; parts of it may be out of sight."""
        left, width = self._places[number - 1]
        return QRectF(left - self._offset, 1, width, self._theme.px(TALL))

    def refresh(self) -> None:
        """Take the shown plan and week."""
        weeks, agenda, plan = self._weeks, self._weeks.agenda, self._weeks.plan
        if self._taken[0] is not agenda or self._taken[1] != plan:
            self._taken = (agenda, plan)
            self._take(agenda, plan)
        number = weeks.week.number
        self.setAccessibleDescription(self.tip(number - 1) if number else "")
        self._reveal(number)
        self.update()

    def _take(self, agenda: Agenda, plan: Plan | None) -> None:
        pills = () if plan is None else weeks_of(plan)
        self._raced = frozenset() if plan is None else raced_weeks(agenda, plan)
        said = translate("Week", "{number} deload")
        deloads = frozenset() if plan is None else frozenset(plan.deloads)
        self._words = [
            said.format(number=each.number) if each.number in deloads else str(each.number)
            for each in pills
        ]
        if pills != self._pills:
            self._pills = pills
            self._offset = 0.0
        self.setVisible(bool(pills))
        self.measure()

    def measure(self) -> None:
        """Give the pills their widths, and bring the shown one in view."""
        px, metrics = self._theme.px, QFontMetrics(self._theme.bold(11))
        needed = [self._least(number, metrics) for number in range(1, len(self._pills) + 1)]
        usual = [max(each, px(USUAL)) for each in needed]
        self._wanted = _long(usual, px(GAP))
        widths = usual if self._wanted <= self.width() else needed
        self._places, left = [], 1.0
        for width in widths:
            self._places.append((left, width))
            left += width + px(GAP)
        self._whole = _long(widths, px(GAP))
        self._reveal(self._weeks.week.number)
        self.updateGeometry()
        self.update()

    def _least(self, number: int, metrics: QFontMetrics) -> float:
        px = self._theme.px
        flag = px(FLAG + 4) if number in self._raced else 0
        words = metrics.horizontalAdvance(self._words[number - 1]) + 2 * px(PADDING) + flag
        return max(words, px(LEAST))

    def _reveal(self, number: int) -> None:
        """Scroll no further than it takes to see a week with something of its neighbours."""
        most = max(0.0, self._whole - self.width())
        if number:
            left, width = self._places[number - 1]
            spare = min(self.width() / 3, self._theme.px(USUAL * 2))
            self._offset = min(self._offset, left - spare)
            self._offset = max(self._offset, left + width + spare - self.width())
        self._offset = min(max(0.0, self._offset), most)

    def sizeHint(self) -> QSize:
        """All pills in a row."""
        return QSize(ceil(self._wanted), self._theme.px(TALL + 8))

    def minimumSizeHint(self) -> QSize:
        """A few pills."""
        return QSize(self._theme.px(LEAST * 4), self._theme.px(TALL + 8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths, and the shown week stays in view."""
        super().resizeEvent(event)
        self.measure()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pills that are in sight; where there are more, they fade at the edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan = self._weeks.plan
        today = 0 if plan is None else week_number(plan, self._weeks.today)
        for number in range(1, len(self._pills) + 1):
            rect = self.pill_rect(number)
            if rect.right() >= 0 and rect.left() <= self.width():
                self._paint_pill(painter, rect, number, is_today=number == today)
        self._fade(painter)

    def _paint_pill(self, painter: QPainter, rect: QRectF, number: int, *, is_today: bool) -> None:
        theme, palette, plan = self._theme, self._theme.palette, self._weeks.plan
        shown, target = number == self._weeks.week.number, number - 1 == self._target
        edge = palette.colour("accent" if shown or target else "line")
        strong = target or (shown and self.hasFocus())
        painter.setPen(QPen(edge, 2 if strong else 1))
        over = number - 1 == self.over
        painter.setBrush(palette.colour("accent_soft" if shown or target or over else "panel"))
        pill = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        ink = palette.colour("accent" if shown or is_today else "muted")
        painter.setFont(theme.bold(11) if is_today else theme.font(11))
        painter.setPen(ink)
        words = QRectF(pill)
        if number in self._raced:
            side = theme.px(FLAG)
            width = painter.fontMetrics().horizontalAdvance(self._words[number - 1])
            left = pill.center().x() - (width + theme.px(4) + side) / 2
            words.setLeft(left)
            words.setWidth(width + 1)
            flag = QRectF(left + width + theme.px(4), pill.center().y() - side / 2, side, side)
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words[number - 1])
            paint_flag(painter, flag, palette.colour("ink"))
        else:
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words[number - 1])
        phase = None if plan is None else phase_of(plan, number)
        if phase is not None:
            inset, below = pill.height() / 2, pill.bottom() + theme.px(2)
            mark = QRectF(pill.left() + inset, below, pill.width() - 2 * inset, theme.px(4))
            paint_phase(painter, mark, phase, ink if shown else palette.colour("outline"))

    def _fade(self, painter: QPainter) -> None:
        paper, width = self._theme.palette.colour("paper"), self._theme.px(EDGE)
        clear: QColor = self._theme.palette.colour("paper")
        clear.setAlpha(0)
        most = self._whole - self.width()
        for is_there, edge, inner in (
            (self._offset > 1, 0, width),
            (self._offset < most - 1, self.width(), self.width() - width),
        ):
            if is_there:
                shade = QLinearGradient(QPointF(edge, 0), QPointF(inner, 0))
                shade.setColorAt(0, paper)
                shade.setColorAt(1, clear)
                painter.fillRect(QRectF(min(edge, inner), 0, width, self.height()), shade)

    # Pointer and keys

    def place_at(self, x: float) -> int:
        """The pill at a place, from 0; -1 where there is none."""
        for place, (left, width) in enumerate(self._places):
            if left <= x + self._offset <= left + width:
                return place
        return -1

    def take(self, place: int) -> None:
        """Show that week."""
        self._weeks.show_day(self._pills[place].first)

    def tip(self, place: int) -> str:
        """The week's name and its marks."""
        week, weeks = self._pills[place], self._weeks
        marks = marks_words(weeks.plan, week, races_in(weeks.agenda, week))
        return "\n".join(part for part in (week_name(week), marks) if part)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the shown week stays what it is."""
        turn = event.angleDelta()
        self._scroll(-(turn.y() or turn.x()) / 2)
        event.accept()

    def _scroll(self, by: float) -> None:
        most = max(0.0, self._whole - self.width())
        self._offset = min(max(0.0, self._offset + by), most)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right turn the week; Home and End go to the first and the last one."""
        if event.key() == Qt.Key.Key_Left:
            self._weeks.step(-1)
        elif event.key() == Qt.Key.Key_Right:
            self._weeks.step(1)
        elif event.key() == Qt.Key.Key_Home and self._pills:
            self._weeks.show_day(self._pills[0].first)
        elif event.key() == Qt.Key.Key_End and self._pills:
            self._weeks.show_day(self._pills[-1].first)
        else:
            super().keyPressEvent(event)

    # Cards that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards may come in."""
        if unpack(event.mimeData(), CARDS_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Mark the pill they would go to; at an edge, scroll."""
        x = event.position().x()
        edge = self._theme.px(EDGE)
        if x < edge or x > self.width() - edge:
            self._scroll(-edge / 2 if x < edge else edge / 2)
        ids = unpack(event.mimeData(), CARDS_MIME)
        self._aim(self.place_at(x), ids, copies=event.proposedAction() == Qt.DropAction.CopyAction)
        if self._target >= 0 and ids:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went elsewhere."""
        super().dragLeaveEvent(event)
        self._aim(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """Have them put into that week."""
        place, ids = self.place_at(event.position().x()), unpack(event.mimeData(), CARDS_MIME)
        self._aim(-1)
        if place < 0 or not ids:
            event.ignore()
            return
        copies = event.proposedAction() == Qt.DropAction.CopyAction
        event.acceptProposedAction()
        self.dropped_on.emit(self._pills[place], list(ids), copies)

    def _aim(self, place: int, ids: Sequence[str] = (), *, copies: bool = False) -> None:
        if (place, copies) != (self._target, self._copies):
            self._target, self._copies = place, copies
            week = self._pills[place] if place >= 0 and ids else None
            self.held_over.emit(week, list(ids), copies)
            self.update()


def _long(widths: list[float], gap: int) -> float:
    """Room for all of these in a row, with a pixel at each end."""
    return sum(widths) + gap * (len(widths) - 1) + 2.0 if widths else 0.0
