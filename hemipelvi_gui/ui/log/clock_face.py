"""The ring that shows what the clock counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hemipelvi_gui.ui.log.clock import Phase, SetClock

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
FULL, TOP = 360 * 16, 90 * 16
MINUTE_S = 60
LEAST, MOST, UNBOUND = 104, 300, 16_777_215
RING, DIGITS, WORDS = 0.07, 0.28, 0.1
COLOURS = {Phase.READY: "amber", Phase.HOLD: "accent", Phase.REST: "teal"}


def clock_words(seconds: int) -> str:
    """As in "45" and "1:30"."""
    minutes, rest = divmod(seconds, MINUTE_S)
    return f"{minutes}:{rest:02}" if minutes else str(rest)


class ClockFace(QWidget):
    """A ring that empties, the seconds that are left in it, as large as there is room.

    It keeps its room while nothing is counted, so that nothing moves when it comes.
    """

    def __init__(self, theme: Theme, clock: SetClock) -> None:
        super().__init__()
        self._theme, self._clock = theme, clock
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._told = ""
        clock.ticked.connect(self._follow)
        theme.changed.connect(self.updateGeometry)
        self._follow()

    def sizeHint(self) -> QSize:
        """As wide as high."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """So that it can be read from where one lies."""
        return QSize(self._theme.px(LEAST), self._theme.px(LEAST))

    def stand_beside(self, *, beside: bool) -> None:
        """Beside a button it takes no more than it needs, else all there is."""
        most = self.sizeHint().width() if beside else UNBOUND
        self.setMaximumSize(most, most)

    @property
    def words(self) -> str:
        """What is counted: "Rest"."""
        words = {
            Phase.IDLE: "",
            Phase.READY: translate("Log", "Get ready"),
            Phase.HOLD: translate("Log", "Hold"),
            Phase.REST: translate("Log", "Rest"),
        }
        return words[self._clock.phase]

    def _follow(self) -> None:
        # Readers of the screen are told what begins, not every second.
        if self._told != self.words or not self.accessibleName():
            self._told = self.words
            self.setAccessibleName(self.words or translate("Log", "Clock, not running"))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ring, what is left of it in colour."""
        palette = self._theme.palette
        side = min(self.width(), self.height(), self._theme.px(MOST))
        square = QRect((self.width() - side) // 2, (self.height() - side) // 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = RING * side
        inside = QRectF(square).adjusted(wide, wide, -wide, -wide)
        painter.setPen(QPen(palette.colour("track"), wide))
        painter.drawEllipse(inside)
        if self._clock.phase is Phase.IDLE:
            return
        colour = palette.colour(COLOURS[self._clock.phase])
        painter.setPen(QPen(colour, wide, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawArc(inside, TOP, round(FULL * self._clock.part))
        painter.setPen(palette.colour("ink"))
        digits, words = self._theme.bold(), self._theme.font()
        digits.setPixelSize(round(DIGITS * side))
        words.setPixelSize(round(WORDS * side))
        painter.setFont(digits)
        up = round(RING * side)
        middle = square.adjusted(0, -up, 0, -up)
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, clock_words(self._clock.shown_s))
        painter.setFont(words)
        painter.setPen(palette.colour("muted"))
        under = square.adjusted(0, round(0.36 * side), 0, 0)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, self.words)
