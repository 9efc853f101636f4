"""The pelvis from above, front at the top: a pose painted on any device.

What a half is asked to do shows in four ways: its colour, its filling (compress is solid, expand
is open), its opening about the sacroiliac joint, and an arrow that points in or out. The turn of
the whole is drawn `EXAGGERATION` times as large as it is, and the picture says so.
"""

from __future__ import annotations

import json
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from hemipelvi_gui.paths import resource
from hemipelvi_gui.sheets.outlines import read_path, stroked
from hemipelvi_gui.sheets.pelvis_ground import paint_ground
from hemipelvi_gui.sheets.tints import mixed

if TYPE_CHECKING:
    from hemipelvi_gui.domain.poses import Pose, Thigh
    from hemipelvi_gui.sheets.tints import FigureColours

translate = QCoreApplication.translate

EXAGGERATION = 3.0
CLOSES, OPENS = 2.2, 4.5  # degrees about the sacroiliac joint
NEARER = 0.006  # of its size, for each degree that a side is up: it is nearer to the eye
OPEN_FILL, SHINE = 0.30, 0.24
# A thigh that looks shorter than this, of its length, is not drawn; longer than that, in full.
UPRIGHT, LEANING = 0.10, 0.36
CASING = 0.55  # the edge round a thigh, which sets it off from its socket
GROUND_PART, GAP = 0.35, 0.02


class Artwork(NamedTuple):
    """The drawing of figure.json; its paths are made once, and lines kept as areas."""

    box: QRectF
    outline: QPainterPath
    edge: QPainterPath
    fossa: QPainterPath
    crest: QPainterPath
    brim: QPainterPath
    ischium: QPainterPath
    socket: QPointF
    rim: QPainterPath
    head: QPainterPath
    joint: QPointF
    sacrum: tuple[QPainterPath, ...]
    symphysis: QRectF
    arrow: QPointF
    reach: float
    barb: float
    thigh: float


def caption() -> str:
    """What every picture of it says below."""
    return translate("Pelvis", "coaching picture, rotation × 3")


def paint_figure(painter: QPainter, rect: QRectF, pose: Pose, colours: FigureColours) -> None:
    """Paint pelvis and footprints as large as they fit into `rect`, without the caption."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = ground_of(rect)
    pelvis = rect.adjusted(0, 0, 0, -ground.height() - GAP * rect.height())
    paint_ground(painter, ground, pose.marks, pose.surface, colours)
    art = _artwork()
    scale = min(pelvis.width() / art.box.width(), pelvis.height() / art.box.height())
    painter.translate(pelvis.center())
    painter.scale(scale, scale)
    painter.translate(-art.box.center())
    # Yaw with the right side forward turns the picture against the clock.
    painter.rotate(-pose.yaw * EXAGGERATION)
    _paint_ring(painter, art, pose, colours)
    painter.restore()


def half_colour(work: float, colours: FigureColours) -> QColor:
    """The colour of a half: amber as far as it compresses, teal as far as it expands."""
    end = colours.compress if work > 0 else colours.expand
    return mixed(colours.neutral, end, min(1.0, abs(work) * 1.6))


def ground_of(rect: QRectF) -> QRectF:
    """Room for the footprints in a figure painted into `rect`: right across, below the pelvis."""
    below = rect.height() * GROUND_PART
    return rect.adjusted(0, rect.height() - below, 0, 0)


def _paint_ring(painter: QPainter, art: Artwork, pose: Pose, colours: FigureColours) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.outline))
    painter.drawRoundedRect(art.symphysis, 0.5, 0.5)
    halves = ((-1.0, pose.left, pose.left_thigh), (1.0, pose.right, pose.right_thigh))
    for side, work, thigh in halves:
        painter.save()
        painter.scale(side, 1.0)
        near = 1 + NEARER * side * pose.obliquity
        painter.translate(art.joint)
        painter.rotate(-CLOSES * work if work > 0 else -OPENS * work)
        painter.scale(near, near)
        painter.translate(-art.joint)
        _paint_half(painter, art, work, colours)
        _paint_arrow(painter, art, work, colours)
        _paint_thigh(painter, art, thigh, colours)
        painter.restore()
    _paint_sacrum(painter, art, colours)


def _paint_half(painter: QPainter, art: Artwork, work: float, colours: FigureColours) -> None:
    paths = (art.ischium, art.outline, art.fossa, art.edge, art.crest, art.brim)
    # A hundredth of its work is no other colour.
    for path, tint in zip(paths, _half_tints(round(work, 2), colours), strict=True):
        painter.fillPath(path, tint)


@lru_cache(maxsize=512)
def _half_tints(work: float, colours: FigureColours) -> tuple[QColor, ...]:
    """The colours of a half, in the order in which its parts are painted."""
    colour = half_colour(work, colours)
    edge = mixed(colour, colours.rim, 0.28)
    # From solid (compress) to open (expand), so that filling tells what colour tells.
    filled = 1.0 if work >= 0 else 1.0 - (1.0 - OPEN_FILL) * min(1.0, -work * 1.6)
    bone = mixed(colours.panel, colour, filled)
    light = mixed(bone, colours.panel, 0.45) if work < 0 else mixed(bone, colours.shine, SHINE)
    below = mixed(bone, colours.panel, 0.45)
    return below, bone, light, edge, colour if work < 0 else edge, edge


def _paint_arrow(painter: QPainter, art: Artwork, work: float, colours: FigureColours) -> None:
    strength = min(1.0, abs(work) * 1.6)
    pen = _pen(half_colour(work, colours), 0.95)
    painter.setPen(pen)
    at, reach = art.arrow, art.reach
    if strength < 0.15:
        # At ease: a plain bar, no direction.
        painter.drawLine(QLineF(at.x(), at.y() - 1.0, at.x(), at.y() + 1.0))
        return
    reach *= 0.55 + 0.45 * strength
    out = 1.0 if work < 0 else -1.0
    tip, end = at.x() + out * reach, at.x() - out * reach
    painter.drawLine(QLineF(end, at.y(), tip, at.y()))
    for barb in (-art.barb, art.barb):
        painter.drawLine(QLineF(tip, at.y(), tip - out * art.barb, at.y() + barb))


def _paint_thigh(painter: QPainter, art: Artwork, thigh: Thigh, colours: FigureColours) -> None:
    """Femoral head in its socket, and the thigh as seen from above: none while it is upright."""
    hip = art.socket
    painter.fillPath(art.rim, QColor(colours.rim))
    painter.fillPath(art.head, QColor(colours.head))
    knee = hip + QPointF(thigh.out * art.thigh, -thigh.forward * art.thigh)
    length = QLineF(hip, knee).length() / art.thigh
    if length < UPRIGHT:
        return
    grown = min(1.0, (length - UPRIGHT) / (LEANING - UPRIGHT))
    for colour, edge in ((colours.rim, CASING), (colours.ink, 0.0)):
        painter.setPen(_pen(QColor(colour), (1.25 + edge) * grown))
        painter.drawLine(hip, knee)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        reach = (1.25 + edge / 2) * grown
        painter.drawEllipse(knee, reach, reach)


def _paint_sacrum(painter: QPainter, art: Artwork, colours: FigureColours) -> None:
    for path, tint in zip(art.sacrum, _sacrum_tints(colours), strict=True):
        painter.fillPath(path, tint)


@lru_cache(maxsize=8)
def _sacrum_tints(colours: FigureColours) -> tuple[QColor, ...]:
    return (
        QColor(colours.sacrum),
        mixed(colours.sacrum, colours.panel, 0.5),
        mixed(colours.outline, colours.rim, 0.4),
        QColor(colours.outline),
    )


def _pen(colour: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)


def _circle(centre: QPointF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    return path


@cache
def _artwork() -> Artwork:
    drawing = json.loads(resource("pelvis", "figure.json").read_text("utf-8"))
    half, socket, arrow = drawing["half"], drawing["socket"], drawing["arrow"]
    pad, joint = drawing["symphysis"], drawing["joint"]
    outline = read_path(half["outline"])
    hip = QPointF(socket["x"], socket["y"])
    return Artwork(
        box=QRectF(*drawing["box"]),
        outline=outline,
        edge=stroked(outline, 0.32),
        fossa=read_path(half["fossa"]),
        crest=stroked(read_path(half["crest"]), 0.75),
        brim=stroked(read_path(half["brim"]), 0.5),
        ischium=read_path(half["ischium"]),
        socket=hip,
        rim=_circle(hip, socket["rim"]),
        head=_circle(hip, socket["head"]),
        joint=QPointF(joint["x"], joint["y"]),
        sacrum=_sacrum(drawing),
        symphysis=QRectF(pad["x"], pad["y"], pad["width"], pad["height"]),
        arrow=QPointF(arrow["x"], arrow["y"]),
        reach=arrow["reach"],
        barb=arrow["barb"],
        thigh=drawing["thigh"],
    )


def _sacrum(drawing: dict[str, Any]) -> tuple[QPainterPath, ...]:
    """Bone, the surfaces on it, the canal, and all lines."""
    end = drawing["endplate"]
    surfaces = QPainterPath()
    surfaces.addEllipse(QPointF(end["x"], end["y"]), end["rx"], end["ry"])
    for x, y in drawing["processes"]:
        for side in (-x, x):
            surfaces.addPath(_circle(QPointF(side, y), 0.42))
    bone, canal = read_path(drawing["sacrum"]), read_path(drawing["canal"])
    lines = stroked(bone, 0.35)
    lines.addPath(stroked(surfaces, 0.3))
    return bone, surfaces, canal, lines
