"""A calendar to choose a day from, in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

OTHER_MONTH = 0.6  # how much of its colour a day has that is of another month
WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class ThemedCalendar(QCalendarWidget):
    """Days of other months are dimmer, the chosen day is one box, today has a ring."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintCell(self, painter: QPainter, rect: QRect, day: QDate) -> None:
        """One day."""
        palette, px = self._theme.palette, self._theme.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, QColor(palette.panel))
        here = (day.year(), day.month()) == (self.yearShown(), self.monthShown())
        possible = self.minimumDate() <= day <= self.maximumDate()
        box = QRectF(rect).adjusted(px(2), px(1), -px(2), -px(1))
        colour = QColor(palette.ink)
        if not here or not possible:
            colour = QColor(palette.muted)
            colour.setAlphaF(OTHER_MONTH)
        painter.setPen(Qt.PenStyle.NoPen)
        if day == self.selectedDate():
            painter.setBrush(QColor(palette.accent))
            painter.drawRoundedRect(box, px(4), px(4))
            colour = QColor(palette.on_accent)
        elif day == QDate.currentDate():
            painter.setPen(QPen(QColor(palette.outline), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(4), px(4))
        painter.setPen(colour)
        painter.setFont(self._theme.font())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(day.day()))
        painter.restore()


def themed_calendar(theme: Theme) -> QCalendarWidget:
    """A calendar without the numbers of weeks."""
    calendar = ThemedCalendar(theme)
    calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
    calendar.setGridVisible(False)
    # Qt's arrows are black on dark, too.
    for name, arrow in (("qt_calendar_prevmonth", "\u2039"), ("qt_calendar_nextmonth", "\u203a")):
        button = calendar.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(QIcon())
            button.setText(arrow)
    dress_calendar(calendar, theme)
    return calendar


def dress_calendar(calendar: QCalendarWidget, theme: Theme) -> None:
    """Take sizes and colours from the theme."""
    calendar.setMinimumSize(theme.px(330), theme.px(250))
    plain = QTextCharFormat()
    plain.setForeground(QColor(theme.palette.ink))
    header = QTextCharFormat()
    header.setFont(theme.font(11))
    header.setForeground(QColor(theme.palette.muted))
    header.setBackground(QColor(theme.palette.panel))
    calendar.setHeaderTextFormat(header)
    for weekday in WEEKEND:
        calendar.setWeekdayTextFormat(weekday, plain)
