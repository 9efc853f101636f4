"""The weeks of a plan as a picture: phases, deloads, race; a week can be chosen and toggled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from hemipelvi_gui.domain.plan import phase_of, week_number
from hemipelvi_gui.sheets.plan_words import phase_words
from hemipelvi_gui.ui.plain import one_line, tooltip
from hemipelvi_gui.ui.planning.week_marks import paint_deload, paint_flag, paint_phase
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.runs import Run
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
WIDE, HIGH, GAP, WIDEST = 34, 44, 4, 68
CENTRE = Qt.AlignmentFlag.AlignCenter


class PlanStrip(QWidget):
    """A cell a week, in as many rows as it takes. `toggled(week)`: clicked, or Space was pressed.

    Arrow keys, Home and End choose a week. A strip that is not `live` is a picture only.
    """

    toggled = Signal(int)

    def __init__(self, theme: Theme, *, live: bool = True) -> None:
        super().__init__()
        self._theme, self._live = theme, live
        self._plan: Plan | None = None
        self._race = 0
        self._current = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        if live:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(translate("Plans", "Weeks of the plan"))

    @property
    def current(self) -> int:
        """The week that Space toggles, from 1."""
        return self._current

    def show_plan(self, plan: Plan, race: Run | None) -> None:
        """Show a plan and the race it leads to."""
        self._plan = plan
        self._race = 0 if race is None else week_number(plan, race.date)
        self._choose(self._current)
        self._fit()

    def words(self, week: int) -> str:
        """What is so in a week, as in "Week 4 \u00b7 base \u00b7 deload"."""
        plan = self._plan
        parts = [translate("Plans", "Week {week}").format(week=week)]
        phase = None if plan is None else phase_of(plan, week)
        if phase is not None:
            parts.append(phase_words(phase))
        if plan is not None and week in plan.deloads:
            parts.append(translate("Plans", "deload"))
        if week == self._race:
            parts.append(translate("Plans", "race"))
        return DOT.join(parts)

    def cell(self, week: int) -> QRect:
        """Where a week is, from 1."""
        px, columns = self._theme.px, self._columns()
        row, column = divmod(week - 1, columns)
        wide = self._cell_width(columns)
        return QRect(column * (wide + px(GAP)), row * px(HIGH + GAP), wide, px(HIGH))

    def sizeHint(self) -> QSize:
        """All rows at the width there is."""
        px = self._theme.px
        rows = -(-self._count() // self._columns())
        return QSize(px(300), max(rows, 1) * px(HIGH + GAP))

    def minimumSizeHint(self) -> QSize:
        """A few weeks in a row."""
        return QSize(self._theme.px(WIDE * 4), self.sizeHint().height())

    def resizeEvent(self, _event: object) -> None:
        """Other rows."""
        self._fit()

    def _fit(self) -> None:
        high = self.sizeHint().height()
        if high != self.minimumHeight():
            self.setFixedHeight(high)
        self.update()

    def _count(self) -> int:
        return 0 if self._plan is None else self._plan.weeks

    def _columns(self) -> int:
        px = self._theme.px
        return max(1, (max(self.width(), px(160)) + px(GAP)) // px(WIDE + GAP))

    def _cell_width(self, columns: int) -> int:
        """One row of few weeks takes the room there is."""
        px, count = self._theme.px, self._count()
        if count > columns:
            return px(WIDE)
        return min(px(WIDEST), (self.width() + px(GAP)) // max(count, 1) - px(GAP))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells in sight."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for week in range(1, self._count() + 1):
            cell = self.cell(week)
            if cell.intersects(event.rect()):
                self._paint_cell(painter, QRectF(cell), week)

    def _paint_cell(self, painter: QPainter, cell: QRectF, week: int) -> None:
        theme, palette, plan = self._theme, self._theme.palette, self._plan
        px = theme.px
        deload = plan is not None and week in plan.deloads
        here = self._live and self.hasFocus() and week == self._current
        painter.setBrush(palette.colour("accent_soft" if deload else "panel"))
        edge = "accent" if deload or here else "line"
        painter.setPen(QPen(palette.colour(edge), 2 if here else 1))
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), px(6), px(6))
        painter.setPen(palette.colour("accent" if deload else "ink"))
        painter.setFont(theme.bold(12) if deload else theme.font(12))
        top = QRectF(cell.left(), cell.top() + px(5), cell.width(), px(16))
        painter.drawText(top, CENTRE, str(week))
        mark = QRectF(cell.center().x() - px(4), cell.top() + px(22), px(8), px(7))
        if week == self._race:
            side = px(11)
            flag = QRectF(cell.right() - side - px(3), cell.top() + px(20), side, side)
            paint_flag(painter, flag, palette.colour("ink"))
        if deload:
            paint_deload(painter, mark, palette.colour("accent"))
        phase = None if plan is None else phase_of(plan, week)
        if phase is not None:
            bottom = QRectF(
                cell.left() + px(6), cell.bottom() - px(10), cell.width() - px(12), px(4)
            )
            paint_phase(painter, bottom, phase, palette.colour("outline"))

    # Pointer and keys

    def week_at(self, x: float, y: float) -> int:
        """The week at a place, from 1; 0 where there is none."""
        found = (
            each for each in range(1, self._count() + 1) if self.cell(each).contains(int(x), int(y))
        )
        return next(found, 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Toggle the week."""
        week = self.week_at(event.position().x(), event.position().y())
        if self._live and week and event.button() == Qt.MouseButton.LeftButton:
            self._choose(week)
            self.toggled.emit(week)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Space toggles."""
        key, count = Qt.Key(event.key()), self._count()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns(),
            Qt.Key.Key_Down: self._columns(),
            Qt.Key.Key_Home: -count,
            Qt.Key.Key_End: count,
        }
        if not self._live or not count:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self.toggled.emit(self._current)
        elif key in steps:
            self._choose(self._current + steps[key])
        else:
            super().keyPressEvent(event)

    def _choose(self, week: int) -> None:
        self._current = min(max(week, 1), max(self._count(), 1))
        self.setAccessibleDescription(self.words(self._current))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Keys go here."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Tell of the week under the pointer."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            week = self.week_at(event.pos().x(), event.pos().y())
            QToolTip.showText(
                event.globalPos(), tooltip(one_line(self.words(week))) if week else "", self
            )
            return True
        return super().event(event)
