"""What to put on the bar, as a picture of one end of it and in words."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hemipelvi_gui.domain.plates import plates_words
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.popup import Popup
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from hemipelvi_gui.domain.plates import Loading
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
WIDE, HIGH, LOWEST = 300, 104, 34
SHAFT, COLLAR, PLATE, GAP = 52, 8, 30, 3
MOST_DRAWN = 7


class BarPopup(Popup):
    """The total, one end of the bar with its plates, and what it misses."""

    def __init__(self, theme: Theme, name: str, loading: Loading, parent: QWidget) -> None:
        super().__init__(theme, parent)
        heading = translate("Plates", "On the bar: {total} {unit}").format(
            total=plain(loading.total), unit=loading.unit
        )
        said = shown(plates_words(loading))
        self.setAccessibleName(f"{one_line(name, 60)}. {said}")
        self.words = plain_label(said)
        self.words.setWordWrap(True)
        self.words.setFixedWidth(theme.px(WIDE))
        self.picture = BarEnd(theme, loading)
        self.column.addWidget(plain_label(one_line(name, 40), "muted"))
        self.column.addWidget(plain_label(heading, "heading"))
        self.column.addWidget(self.picture)
        self.column.addWidget(self.words)


class BarEnd(QWidget):
    """One end of a bar: plates from the middle outwards, the heaviest first and largest."""

    def __init__(self, theme: Theme, loading: Loading) -> None:
        super().__init__()
        self._theme = theme
        self.plates = [mass for mass, count in loading.per_side for _ in range(count)]
        self.setAccessibleName(
            translate("Plates", "Each side: {plates}").format(
                plates=", ".join(plain(mass) for mass in self.plates)
                or translate("Plates", "nothing")
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The same for every load."""
        return QSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Shaft, collar, sleeve, and on it the plates."""
        px, palette = self._theme.px, self._theme.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.colour("outline"))
        middle = self.height() / 2
        painter.drawRect(QRectF(0, middle - px(3), px(SHAFT), px(6)))
        sleeve = QRectF(px(SHAFT), middle - px(6), self.width() - px(SHAFT), px(12))
        painter.drawRoundedRect(sleeve, px(2), px(2))
        painter.drawRoundedRect(
            QRectF(px(SHAFT), middle - px(12), px(COLLAR), px(24)), px(2), px(2)
        )
        x = float(px(SHAFT + COLLAR + GAP))
        drawn = self.plates[:MOST_DRAWN]
        for mass in drawn:
            plate = QRectF(x, middle - self._height(mass) / 2, px(PLATE), self._height(mass))
            self._plate(painter, plate, plain(mass))
            x += px(PLATE + GAP)
        left = len(self.plates) - len(drawn)
        if left:
            painter.setPen(palette.colour("muted"))
            room = QRectF(x, middle - px(30), self.width() - x, px(20))
            more = translate("Plates", "and {count} more").format(count=left)
            painter.drawText(room, Qt.AlignmentFlag.AlignRight, more)

    def _height(self, mass: float) -> float:
        """Light plates are smaller; the heaviest one here fills the picture."""
        share = sqrt(mass / self.plates[0])
        low, high = self._theme.px(LOWEST), self._theme.px(HIGH)
        return low + (high - low - 2) * share

    def _plate(self, painter: QPainter, room: QRectF, words: str) -> None:
        px, palette = self._theme.px, self._theme.palette
        painter.setPen(palette.colour("accent"))
        painter.setBrush(palette.colour("accent_soft"))
        painter.drawRoundedRect(room, px(4), px(4))
        painter.setPen(palette.colour("ink"))
        painter.setFont(self._theme.bold(11))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
