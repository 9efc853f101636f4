"""The small two-lobe pelvis, seen from above with the front at the top.

Colour, filling and shape each tell what a half is asked to do, so any one of them is enough:
compress is filled and closed, expand is open and flared, neutral is a light plain lobe. The more
asymmetric the exercise, the further the pelvis is turned and its halves are shifted.
"""

from __future__ import annotations

import json
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hemipelvi_gui.domain.exercises import Action, Exercise
from hemipelvi_gui.domain.stepping import asks
from hemipelvi_gui.paths import resource
from hemipelvi_gui.sheets.outlines import read_path

SIDE = 51.0  # of the artwork's units: a turned and flared lobe still fits
TURN_AT_FULL_ASYMMETRY = 20.0  # degrees: larger than life, so that it shows at 16 px
SHIFT_PER_DEGREE = 0.11
SWING = {Action.COMPRESS: -2.5, Action.EXPAND: 5.0, Action.NEUTRAL: 0.0}
OPEN_TINT = 0.17


class GlyphLook(NamedTuple):
    """What the glyph shows. `turn` in degrees, positive turns the pelvis to the right leg."""

    left: Action = Action.NEUTRAL
    right: Action = Action.NEUTRAL
    turn: float = 0.0


PAIRED = GlyphLook(Action.COMPRESS, Action.COMPRESS)
STRIDE = GlyphLook(Action.EXPAND, Action.COMPRESS, TURN_AT_FULL_ASYMMETRY)


class GlyphColours(NamedTuple):
    """Colours as `#rrggbb`: `outline` edges neutral lobes, `mark` fills the sacrum, `dot` hips."""

    compress: str = "#D9822B"
    expand: str = "#16858A"
    neutral: str = "#C3CAD0"
    outline: str = "#9AA4AC"
    mark: str = "#8A949D"
    dot: str = "#FFFFFF"


MONOCHROME = GlyphColours(
    compress="#2B2F33",
    expand="#2B2F33",
    neutral="#CFCFCF",
    outline="#9A9A9A",
    mark="#8A8A8A",
)


class Artwork(NamedTuple):
    """The right lobe and the rest of the drawing, in the units of glyph.json."""

    lobe: QPainterPath
    socket: QPointF
    socket_radius: float
    sacrum: QPainterPath
    joint: QPointF
    edge: float


def look_of(exercise: Exercise | None) -> GlyphLook:
    """The glyph of an exercise, with the right side working; None is an unknown exercise.

    It shows what the large figure shows at the end of a repetition.
    """
    if exercise is None:
        return GlyphLook()
    turn, actions = TURN_AT_FULL_ASYMMETRY * (exercise.asymmetry or 0.0), asks(exercise)
    return GlyphLook(actions.other, actions.working, turn)


def mirrored(look: GlyphLook) -> GlyphLook:
    """The same with the left side working."""
    return GlyphLook(look.right, look.left, -look.turn)


def paint_glyph(
    painter: QPainter, rect: QRectF, look: GlyphLook, colours: GlyphColours | None = None
) -> None:
    """Paint the glyph in the largest square in the middle of `rect`, without colours for print."""
    side = min(rect.width(), rect.height())
    tints = GlyphColours() if colours is None else colours
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.scale(side / SIDE, side / SIDE)
    painter.rotate(look.turn)
    _paint_lobe(painter, look.left, tints, -1.0, -look.turn)
    _paint_lobe(painter, look.right, tints, 1.0, look.turn)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tints.mark))
    painter.drawPath(_artwork().sacrum)
    painter.restore()


def _paint_lobe(
    painter: QPainter, action: Action, colours: GlyphColours, side: float, back: float
) -> None:
    art = _artwork()
    painter.save()
    painter.translate(0.0, back * SHIFT_PER_DEGREE)
    painter.scale(side, 1.0)
    painter.translate(art.joint)
    painter.rotate(SWING[action])
    painter.translate(-art.joint)
    colour = QColor(_colour(action, colours))
    if action is Action.EXPAND:
        _paint_open(painter, art, colour, colours)
    else:
        edge = QColor(colours.outline) if action is Action.NEUTRAL else colour
        painter.setPen(_pen(edge, 0.9))
        painter.setBrush(colour)
        painter.drawPath(art.lobe)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.dot))
        painter.drawEllipse(art.socket, art.socket_radius, art.socket_radius)
    painter.restore()


def _paint_open(painter: QPainter, art: Artwork, colour: QColor, colours: GlyphColours) -> None:
    tint = QColor(colour)
    tint.setAlphaF(OPEN_TINT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawPath(art.lobe)
    painter.setPen(_pen(colour, art.edge))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(art.lobe)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(art.socket, art.socket_radius, art.socket_radius)


def _pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _colour(action: Action, colours: GlyphColours) -> str:
    if action is Action.COMPRESS:
        return colours.compress
    return colours.expand if action is Action.EXPAND else colours.neutral


@cache
def _artwork() -> Artwork:
    drawing = json.loads(resource("pelvis", "glyph.json").read_text("utf-8"))
    socket, joint = drawing["socket"], drawing["joint"]
    return Artwork(
        read_path(drawing["lobe"]),
        QPointF(socket["x"], socket["y"]),
        socket["radius"],
        read_path(drawing["sacrum"]),
        QPointF(joint["x"], joint["y"]),
        drawing["edge"],
    )
