"""The marks a stance leaves on the ground, below the pelvis."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from hemipelvi_gui.domain.ground import Print, Surface
from hemipelvi_gui.paths import resource
from hemipelvi_gui.sheets.outlines import cut, read_path, stroked
from hemipelvi_gui.sheets.tints import mixed

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

    from hemipelvi_gui.domain.ground import Mark
    from hemipelvi_gui.sheets.tints import FigureColours

# Of the ground that is shown, in lengths of a foot.
WIDTH = 3.2
HEIGHT = {
    Surface.GROUND: 2.9,
    Surface.WAY: 3.75,
    Surface.MAT: 3.3,
    Surface.SEAT: 2.7,
    Surface.BAR: 2.7,
}
FAINT, STRONG = 0.28, 0.82
MAT = QRectF(-0.85, -1.59, 1.7, 3.18)
SEAT = QRectF(-1.0, 0.22, 2.0, 0.75)


def paint_ground(
    painter: QPainter,
    rect: QRectF,
    marks: tuple[Mark, ...],
    surface: Surface,
    colours: FigureColours,
) -> None:
    """Paint the marks as large as they fit into `rect`: the heavier, the darker."""
    scale = min(rect.width() / WIDTH, rect.height() / HEIGHT[surface])
    painter.save()
    painter.translate(rect.center())
    painter.scale(scale, scale)
    _paint_surface(painter, surface, colours)
    _paint_shins(painter, marks, colours)
    for mark in marks:
        painter.save()
        painter.setOpacity(mark.shown)
        painter.translate(mark.x, -mark.y)
        painter.rotate(mark.turn)
        depth = FAINT + (STRONG - FAINT) * mark.weight
        PAINTERS[mark.kind](painter, mark, mixed(colours.panel, colours.ink, depth))
        painter.restore()
    painter.restore()


def _paint_surface(painter: QPainter, surface: Surface, colours: FigureColours) -> None:
    line = mixed(colours.panel, colours.outline, 0.55)
    painter.setPen(_line(line, 0.025))
    painter.setBrush(mixed(colours.panel, colours.outline, 0.10))
    if surface is Surface.MAT:
        painter.drawRoundedRect(MAT, 0.14, 0.14)
    elif surface is Surface.SEAT:
        painter.drawRoundedRect(SEAT, 0.16, 0.16)
    elif surface is Surface.BAR:
        painter.setPen(_line(mixed(colours.panel, colours.ink, 0.6), 0.11))
        painter.drawLine(QLineF(-1.35, -0.95, 1.35, -0.95))


def _paint_shins(painter: QPainter, marks: tuple[Mark, ...], colours: FigureColours) -> None:
    """A shin on the ground joins its knee and its foot."""
    places = {mark.part: mark for mark in marks}
    painter.setPen(_line(mixed(colours.panel, colours.ink, 0.16), 0.17))
    for side in ("right", "left"):
        knee, foot = places.get(f"{side} knee"), places.get(f"{side} foot")
        if knee is not None and foot is not None and knee.shown > 0.9:
            painter.drawLine(QLineF(knee.x, -knee.y, foot.x, -foot.y))


def _line(colour: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)


def _own_side(painter: QPainter, mark: Mark) -> None:
    """The artwork shows right feet and hands."""
    if mark.part.startswith("left"):
        painter.scale(-1.0, 1.0)


def _foot(name: str) -> Callable[[QPainter, Mark, QColor], None]:
    def paint(painter: QPainter, mark: Mark, colour: QColor) -> None:
        _own_side(painter, mark)
        painter.fillPath(_feet()[name], colour)

    return paint


def _air(painter: QPainter, mark: Mark, colour: QColor) -> None:
    _own_side(painter, mark)
    painter.fillPath(_feet()["air"], mixed(colour, "#808890", 0.5))


def _oval(rx: float, ry: float) -> Callable[[QPainter, Mark, QColor], None]:
    def paint(painter: QPainter, _mark: Mark, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(0, 0), rx, ry)

    return paint


def _hand(painter: QPainter, mark: Mark, colour: QColor) -> None:
    _own_side(painter, mark)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(QRectF(-0.13, -0.1, 0.26, 0.28), 0.1, 0.1)
    painter.setPen(_line(colour, 0.062))
    for x, tip in ((-0.1, -0.24), (-0.033, -0.3), (0.033, -0.29), (0.1, -0.22)):
        painter.drawLine(QLineF(x, -0.04, x * 1.2, tip))
    painter.drawLine(QLineF(-0.08, 0.08, -0.22, -0.04))


def _pair(dx: float, rx: float, ry: float) -> Callable[[QPainter, Mark, QColor], None]:
    def paint(painter: QPainter, _mark: Mark, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for x in (-dx, dx):
            painter.drawEllipse(QPointF(x, 0), rx, ry)

    return paint


PAINTERS: dict[Print, Callable[[QPainter, Mark, QColor], None]] = {
    Print.SOLE: _foot("sole"),
    Print.TOES: _foot("toes"),
    Print.AIR: _air,
    Print.KNEE: _oval(0.17, 0.2),
    Print.HAND: _hand,
    Print.HEAD: _oval(0.2, 0.24),
    Print.SHOULDERS: _pair(0.3, 0.24, 0.17),
    Print.SHOULDER: _oval(0.2, 0.3),
    Print.HIPS: _pair(0.19, 0.19, 0.23),
    Print.HIP: _oval(0.19, 0.32),
}


@cache
def _feet() -> dict[str, QPainterPath]:
    """A right foot: its sole, its ball with the heel up, and off the ground."""
    sole = read_path(json.loads(resource("pelvis", "figure.json").read_text("utf-8"))["sole"])
    toes = cut(sole, QRectF(-1.0, -1.0, 2.0, 0.93))
    toes.setFillRule(Qt.FillRule.WindingFill)
    toes.addPath(stroked(sole, 0.035))
    return {"sole": sole, "toes": toes, "air": stroked(sole, 0.035, (1.6, 2.2))}
