"""A day of the board: its head, its cards, and the button that adds to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.sheets.marks import Ink, Shape, Sign
from hemipelvi_gui.sheets.signs import paint_sign
from hemipelvi_gui.sheets.tints import mixed
from hemipelvi_gui.ui.days import day_name, qdate, short_day
from hemipelvi_gui.ui.week.day_delegate import RIGHT
from hemipelvi_gui.ui.week.day_list import DayList
from hemipelvi_gui.ui.week.day_model import DayModel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.week.awaited import Awaited
    from hemipelvi_gui.ui.week.board_edits import BoardEdits
    from hemipelvi_gui.ui.week.card_art import CardArt
    from hemipelvi_gui.ui.week.card_faces import Row

translate = QCoreApplication.translate
LEFT = 10


class DayHead(QWidget):
    """The day's name, with "Today" and the flag of a race beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self.today = self.race = self.copies = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, *, today: bool, race: bool) -> None:
        """Name a day; the first of a month says which."""
        self._words = head_words(day)
        self.today, self.race = today, race
        self.update()

    def show_copies(self, *, copies: bool) -> None:
        """Say that a drop here would copy."""
        if copies != self.copies:
            self.copies = copies
            self.update()

    @property
    def words(self) -> str:
        """The day's name as it stands there."""
        return self._words

    def sizeHint(self) -> QSize:
        """One line of words."""
        return QSize(0, QFontMetrics(self._theme.bold(13)).height() + self._theme.px(2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Words at the left, marks at the right as far as there is room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, palette = self._theme.px, self._theme.palette
        accent = QColor(palette.accent)
        room = self.rect().adjusted(0, 0, -px(RIGHT), 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._theme.bold(13))
        painter.setPen(accent if self.today else QColor(palette.ink))
        painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignLeft), self._words)
        left = painter.fontMetrics().horizontalAdvance(self._words) + px(8)
        right = room.right() + 1
        if self.race:
            side = px(11)
            y = room.center().y() - side / 2
            sign = Sign(right - side, y, side, Shape.FLAG, Ink.RACE)
            paint_sign(painter, sign, accent)
            right -= side + px(6)
        if self.today or self.copies:
            painter.setFont(self._theme.bold(11) if self.copies else self._theme.font(11))
            said = translate("Week", "+ copy") if self.copies else translate("Week", "Today")
            if painter.fontMetrics().horizontalAdvance(said) <= right - left:
                painter.setPen(accent)
                room.setRight(right - 1)
                painter.drawText(room, int(middle | Qt.AlignmentFlag.AlignRight), said)
        painter.end()


class DayColumn(QWidget):
    """One day. `adding`: its button was pressed."""

    adding = Signal()

    def __init__(
        self, theme: Theme, art: CardArt, edits: BoardEdits, day: date, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.model = DayModel(edits, day, self)
        self.head = DayHead(theme)
        self.list = DayList(art, self.model)
        self.add = QToolButton()
        self.add.setText("+")
        self.add.setProperty("kind", "add")
        self.add.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.add.clicked.connect(self.adding)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._column.addWidget(self.list, 1)
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.add)
        self._column.addLayout(self._foot)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def day(self) -> date:
        """The day it shows."""
        return self.model.day

    def show_day(self, day: date, rows: Sequence[Row], *, today: bool) -> bool:
        """Show a day's rows; False where all is as it was."""
        changed = self.model.show_day(day, rows)
        kinds = (each.face.kind for each in self.model.cards if not each.face.skipped)
        race = RunKind.RACE in kinds
        shown = (self.head.words, self.head.today, self.head.race)
        if changed or shown != (head_words(day), today, race):
            self.head.show_day(day, today=today, race=race)
            self.list.setAccessibleName(self._spoken(today=today, race=race))
            words = translate("Week", "Add to {day}").format(day=whole_day(day))
            self.add.setAccessibleName(words)
            self.add.setToolTip(words)
            self.update()
        return changed

    def await_cards(self, awaited: Awaited | None) -> None:
        """Show that cards would come here."""
        if awaited != self.list.awaited:
            self.list.await_cards(awaited)
            self.head.show_copies(copies=awaited is not None and awaited.copies)
            self.update()

    def need(self, width: int) -> int:
        """How high it has to be to show all its cards, at a width; pixels."""
        around = self._column.contentsMargins()
        cards = self.list.cards.need(width - around.left() - around.right())
        parts = self.head.sizeHint().height() + self.add.sizeHint().height() + cards
        return parts + around.top() + around.bottom() + 2 * self._column.spacing()

    def let_tab_stop(self, *, stops: bool) -> None:
        """Only one day is a stop of the Tab key; arrows go to the others."""
        policy = Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus
        self.list.setFocusPolicy(policy)
        self.add.setFocusPolicy(policy)

    def _spoken(self, *, today: bool, race: bool) -> str:
        count = len(self.model.cards)
        words = translate("Week", "{count} cards").format(count=count)
        if count == 1:
            words = translate("Week", "1 card")
        parts = [whole_day(self.day), words]
        parts += [translate("Week", "today")] if today else []
        parts += [translate("Week", "race day")] if race else []
        return ", ".join(parts)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The panel behind a day; it lights up where cards would come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, palette = self._theme.px, self._theme.palette
        awaits = self.list.awaited is not None
        edge = palette.line
        if awaits:
            edge = palette.accent
        elif self.list.hasFocus():
            edge = palette.outline
        thick = 2.0 if awaits else 1.0
        painter.setPen(QPen(QColor(edge), thick))
        fill = QColor(palette.panel)
        painter.setBrush(mixed(fill, palette.accent_soft, 0.6) if awaits else fill)
        frame = QRectF(self.rect()).adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
        painter.drawRoundedRect(frame, px(8), px(8))
        if self.head.today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.accent))
            bar = QRectF(px(12), 0, self.width() - 2 * px(12), px(3))
            painter.drawRoundedRect(bar, px(1), px(1))
        painter.end()

    def _restyle(self) -> None:
        px = self._theme.px
        # The scroll bar lies in the margin at the right, so that cards never change width.
        self._column.setContentsMargins(px(LEFT), px(12), 1, px(6))
        self._foot.setContentsMargins(0, 0, px(RIGHT), 0)
        self._column.setSpacing(px(8))
        self.head.updateGeometry()
        self.list.verticalScrollBar().setSingleStep(px(16))
        self.list.scheduleDelayedItemsLayout()
        self.update()


def head_words(day: date) -> str:
    """As in "Mon 23"; the first of a month says which."""
    return short_day(day) if day.day == 1 else day_name(day)


def whole_day(day: date) -> str:
    """As in "Tuesday 24 November"."""
    return QLocale().toString(qdate(day), translate("Week", "dddd d MMMM"))
