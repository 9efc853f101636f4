"""The gauge from symmetric to asymmetric: needle, target band, and a ghost of what a drop makes."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QEasingCurve,
    QPointF,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
TICKS = (0, 25, 50, 75, 100)
SETTLE_MS = 140


class Gauge(QWidget):
    """Shows shares in [0, 1]; None hides a needle. Clicked or entered, it asks for the sum."""

    asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._value: float | None = None
        self._shown: float | None = None
        self._ghost: float | None = None
        self._band = (0.6, 0.85)
        self._settle = QVariantAnimation(self)
        self._settle.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._settle.valueChanged.connect(self._moved)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setAccessibleName(translate("Gauge", "Balance gauge"))
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As wide as its column is at first."""
        width = self._theme.px(300)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window, with ticks that can still be read."""
        width = self._theme.px(180)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        """Half a circle is half as high as wide."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Half the width, ticks and hub added; no higher than looks well."""
        px = self._theme.px
        return min(width // 2 + px(8), px(166))

    def show_share(self, value: float | None, band: tuple[float, float]) -> None:
        """Move the needle to a share."""
        self._band = band
        if value == self._value:
            self.update()
            return
        before, self._value = self._shown, value
        if value is None or before is None or not self.isVisible() or self._is_still():
            self._settle.stop()
            self._shown = value
            self.update()
            return
        self._settle.stop()
        self._settle.setDuration(SETTLE_MS)
        self._settle.setStartValue(before)
        self._settle.setEndValue(value)
        self._settle.start()

    def show_ghost(self, value: float | None) -> None:
        """Show, or with None hide, where the needle would be."""
        if value != self._ghost:
            self._ghost = value
            self.update()

    @property
    def ghost(self) -> float | None:
        """Where the ghost needle is."""
        return self._ghost

    @property
    def value(self) -> float | None:
        """Where the needle is going."""
        return self._value

    def _is_still(self) -> bool:
        # Only here: the enums of QStyle take 9 ms, and the first picture shows no motion.
        from PySide6.QtWidgets import QStyle

        return not self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)

    def _moved(self, value: object) -> None:
        self._shown = float(str(value)) if self._value is not None else None
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click asks for the sum."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space asks for the sum."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.asked.emit()
            return
        super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Arc, band, value arc, ticks, ghost needle, needle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        px, palette = self._theme.px, self._theme.palette
        width = px(22)
        radius = min(self.width() / 2 - px(34), self.height() - px(30)) - width / 2
        centre = QPointF(self.width() / 2, self.height() - px(12))
        _arc(painter, centre, radius, (0, 1), _flat(palette.colour("track"), width))
        _arc(painter, centre, radius, self._band, _flat(palette.colour("band"), width))
        if self._shown is not None:
            inner = radius - width / 2 - px(4)
            _arc(painter, centre, inner, (0, self._shown), _flat(palette.colour("accent"), px(4)))
        self._paint_ticks(painter, centre, radius + width / 2)
        if self._ghost is not None:
            pen = QPen(palette.colour("accent"), px(2.5))
            pen.setDashPattern([3, 2])
            painter.setPen(pen)
            painter.drawLine(centre, _at(centre, radius + width / 2, self._ghost))
        if self._shown is not None:
            pen = QPen(palette.colour("ink"), px(3.5))
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(centre, _at(centre, radius + px(2), self._shown))
        painter.setPen(Qt.PenStyle.NoPen)
        hub = "ink" if self._shown is not None else "outline"
        painter.setBrush(palette.colour(hub))
        painter.drawEllipse(centre, px(7), px(7))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(palette.colour("accent"), 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))

    def _paint_ticks(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font(11))
        painter.setPen(self._theme.palette.colour("muted"))
        size = QRectF(0, 0, px(30), px(16))
        for tick in TICKS:
            at = _at(centre, radius + px(12), tick / 100)
            size.moveCenter(at)
            if tick in (0, 100):
                size.moveBottom(centre.y() + px(5))
            painter.drawText(size, Qt.AlignmentFlag.AlignCenter, str(tick))


def _at(centre: QPointF, radius: float, share: float) -> QPointF:
    angle = pi * (1 - share)
    return QPointF(centre.x() + radius * cos(angle), centre.y() - radius * sin(angle))


def _flat(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _arc(
    painter: QPainter, centre: QPointF, radius: float, span: tuple[float, float], pen: QPen
) -> None:
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    low, high = span
    painter.setPen(pen)
    painter.drawArc(box, round(180 * 16 * (1 - low)), -round(180 * 16 * (high - low)))
