"""A picture as a PNG file.

Qt's own writer takes twice as long for a page of text and lines and makes a larger file
(docs/speed.md). This one leaves out PNG's filters, which are for photographs.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, COLOUR = 0, 2  # PNG's numbers for one and three channels
UNFILTERED = b"\0"
METRE = 1
FAST = 1  # the next levels take a third longer and save one part in fifty


def png_bytes(image: QImage) -> bytes:
    """The file of an opaque image, grey where its format is grey; it tells its dots per metre."""
    grey = image.format() == QImage.Format.Format_Grayscale8
    if not grey:
        image = image.convertToFormat(QImage.Format.Format_RGB888)
    width, height = image.width(), image.height()
    size = struct.pack(">IIBBBBB", width, height, 8, GREY if grey else COLOUR, 0, 0, 0)
    dots = struct.pack(">IIB", image.dotsPerMeterX(), image.dotsPerMeterY(), METRE)
    packer = zlib.compressobj(FAST)
    packed = [packer.compress(each) for each in _lines(image, width if grey else 3 * width)]
    pixels = b"".join([*packed, packer.flush()])
    chunks = ((b"IHDR", size), (b"pHYs", dots), (b"IDAT", pixels), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(name, content) for name, content in chunks)


def _lines(image: QImage, used: int) -> Iterator[bytes | memoryview]:
    """Each line behind the number of its filter, without Qt's padding at its end."""
    pixels, stride = memoryview(image.constBits()), image.bytesPerLine()
    for start in range(0, stride * image.height(), stride):
        yield UNFILTERED
        yield pixels[start : start + used]


def _chunk(name: bytes, content: bytes) -> bytes:
    check = zlib.crc32(content, zlib.crc32(name))
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)
