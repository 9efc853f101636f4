"""A calendar to choose a day from, in the theme's colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QIcon, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


def themed_calendar(theme: Theme) -> QCalendarWidget:
    """A calendar without the numbers of weeks."""
    calendar = QCalendarWidget()
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
