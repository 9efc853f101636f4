from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage

from hemipelvi_gui.sheets.png import png_bytes

RGB, GREY = QImage.Format.Format_RGB32, QImage.Format.Format_Grayscale8


@pytest.mark.parametrize("kind", [RGB, GREY])
@pytest.mark.parametrize("width", [1, 3, 4, 7])
def test_a_picture_reads_back_pixel_by_pixel(kind: QImage.Format, width: int) -> None:
    image = QImage(width, 5, RGB)
    for x in range(width):
        for y in range(5):
            image.setPixelColor(x, y, QColor(30 * x, 50 * y, 7 * (x + y)))
    image = image.convertToFormat(kind)
    image.setDotsPerMeterX(7874)
    image.setDotsPerMeterY(7874)

    read = QImage.fromData(png_bytes(image))

    assert read.convertToFormat(RGB) == image.convertToFormat(RGB)
    assert read.dotsPerMeterX() == 7874
    assert read.isGrayscale() == (kind == GREY)
