"""What the side door says of the Week page, and where things are on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QRect

from hemipelvi_gui.ui.week.card_faces import Card, Chip

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.ui.main_window import MainWindow
    from hemipelvi_gui.ui.pages.week import WeekPage
    from hemipelvi_gui.ui.week.day_column import DayColumn
    from hemipelvi_gui.ui.week.finding_row import WeekFixLink

Point = list[int]


def week_page(window: MainWindow) -> WeekPage | None:
    """The Week page, while it is the one in sight."""
    return window.pages.week if window.pages.name() == "week" else None


def on_screen(widget: QWidget, spot: QPoint) -> Point:
    """A point of a widget, on the screen."""
    there = widget.mapToGlobal(spot)
    return [there.x(), there.y()]


def week_state(page: WeekPage) -> dict[str, Any]:
    """The shown week: its days with their cards, what is found, what a preview makes of it."""
    weeks = page.board.weeks
    plan, then = weeks.plan, weeks.preview_reading
    chosen = page.board.selection.selected_ids()
    return {
        "plan": "" if plan is None else plan.name,
        "first": weeks.week.first.isoformat(),
        "number": weeks.week.number,
        "cards": [[column.day.isoformat(), name] for column, name in _cards(page)],
        "selected": [
            card.face.name
            for column in page.board.columns
            for card in column.model.cards
            if card.entry.id in chosen
        ],
        "on": page.board.selection.current_day.isoformat(),
        "chips": [
            row.finding.rule
            for column in page.board.columns
            for row in column.model.rows
            if isinstance(row, Chip)
        ],
        "findings": [each.rule for each in weeks.reading.findings],
        "share": weeks.reading.total.share,
        "then": None if then is None else [each.rule for each in then.findings],
        "then_share": None if then is None else then.total.share,
        "awaited": [
            column.day.isoformat()
            for column in page.board.columns
            if column.list.awaited is not None
        ],
        "line": page.line.field.text(),
        "echo": page.line.echo.text(),
    }


class WeekAnswers:
    """One method a question; all of them None while another page is in sight."""

    window: MainWindow

    def week_card(self, day: str, name: str) -> Point | None:
        """The first card of a name on a day."""
        column = self._column(day)
        if column is None:
            return None
        for at, row in enumerate(column.model.rows):
            if isinstance(row, Card) and row.face.name == name:
                area = column.list.visualRect(column.model.index(at))
                spot = QPoint(area.left() + area.width() // 3, area.top() + 16)
                inside = column.list.viewport().rect().contains(spot)
                return on_screen(column.list.viewport(), spot) if inside else None
        return None

    def week_day(self, day: str) -> Point | None:
        """The free lower part of a day."""
        column = self._column(day)
        if column is None:
            return None
        area = column.list.viewport().rect()
        return on_screen(column.list.viewport(), QPoint(area.center().x(), area.bottom() - 12))

    def week_pill(self, number: int) -> Point | None:
        """The pill of a week of the plan, where it is in view."""
        page = week_page(self.window)
        if page is None or len(page.header.strip.pills) < number:
            return None
        strip = page.header.strip
        spot = strip.pill_rect(number).center().toPoint()
        return on_screen(strip, spot) if strip.rect().contains(spot) else None

    def week_fix(self, rule: str) -> Point | None:
        """The fix of the first finding of a rule, where it is in view."""
        link = self._link(rule)
        if link is None:
            return None
        seen = link.visibleRegion().boundingRect()
        return on_screen(link, seen.center()) if seen.height() > link.height() // 2 else None

    def week_fix_words(self, rule: str) -> str | None:
        """What that fix says."""
        link = self._link(rule)
        return None if link is None else link.accessibleName()

    def week_line(self) -> Point | None:
        """The line to type a run into."""
        page = week_page(self.window)
        return None if page is None else _middle(page.line.field)

    def _column(self, day: str) -> DayColumn | None:
        page = week_page(self.window)
        columns = [] if page is None else page.board.columns
        return next((each for each in columns if each.day.isoformat() == day), None)

    def _link(self, rule: str) -> WeekFixLink | None:
        page = week_page(self.window)
        for row in () if page is None else page.findings.rows:
            finding = row.remark.finding
            if finding is not None and finding.rule == rule and row.link is not None:
                return row.link
        return None


def _cards(page: WeekPage) -> list[tuple[DayColumn, str]]:
    return [
        (column, card.face.name) for column in page.board.columns for card in column.model.cards
    ]


def _middle(widget: QWidget) -> Point:
    area: QRect = widget.rect()
    return on_screen(widget, area.center())
