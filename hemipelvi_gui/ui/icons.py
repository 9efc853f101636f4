"""Icons of one family: SVG on a grid of 24 px, drawn in the colours of the theme."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QImageReader, QPainter, QPixmap

from hemipelvi_gui.paths import resource

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

INK = b"currentColor"


def themed_icon(theme: Theme, name: str, size: QSize, dpr: float) -> QIcon:
    """An icon as high as `size`, at its left, sharp at `dpr`; disabled it is as pale as words are.

    What `size` is wider than high keeps words beside it at a distance. Raises FileNotFoundError
    for a name that isn't in resources/icons.
    """
    icon = QIcon()
    for mode, role in ((QIcon.Mode.Normal, "ink"), (QIcon.Mode.Disabled, "outline")):
        icon.addPixmap(_pixmap(name, theme.palette.colour(role).name(), size, dpr), mode)
    return icon


def _pixmap(name: str, colour: str, size: QSize, dpr: float) -> QPixmap:
    source = QBuffer()
    source.setData(QByteArray(_drawing(name).replace(INK, colour.encode())))
    reader = QImageReader(source, QByteArray(b"svg"))
    side = round(size.height() * dpr)
    reader.setScaledSize(QSize(side, side))
    pixmap = QPixmap(round(size.width() * dpr), side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.drawImage(QPointF(0, 0), reader.read())
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


@cache
def _drawing(name: str) -> bytes:
    return resource("icons", f"{name}.svg").read_bytes()
