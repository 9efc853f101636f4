"""Where pages go: a printer or its preview, and PDF, PNG or SVG files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF
from PySide6.QtGui import (
    QColor,
    QImage,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)
from PySide6.QtSvg import QSvgGenerator

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.sheets.files import replace_files
from hemipelvi_gui.sheets.fonts import load_fonts
from hemipelvi_gui.sheets.layout import pages
from hemipelvi_gui.sheets.marks import Page
from hemipelvi_gui.sheets.paint import POINTS_PER_INCH, paint_page
from hemipelvi_gui.sheets.png import png_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from hemipelvi_gui.sheets.sheet import SheetOptions, SheetSource

PNG_DPI = 200
INCH_PER_METRE = 1 / 0.0254
PDF_DPI = 1200


def write_sheet(path: Path, source: SheetSource, options: SheetOptions) -> int:
    """Write the sheet as PDF, PNG (200 dpi) or SVG, by the suffix; returns the number of pages.

    A PDF holds all pages. PNG and SVG hold one: of a longer sheet the files are `name-1.png`,
    `name-2.png` and so on. Files are there as a whole or not at all. Raises KnownError for another
    suffix, a folder that is missing or can't be written to, and a full disk.
    """
    writer = _writer(path)
    return _write(path, pages(source, options), writer, options.monochrome)


def write_pages(path: Path, sheet: Sequence[Page], monochrome: bool = False) -> int:
    """Write pages that are laid out already, as `write_sheet` does; returns their number."""
    return _write(path, sheet, _writer(path), monochrome)


def _writer(path: Path) -> Writer:
    writer = WRITERS.get(path.suffix.lower())
    if writer is None:
        raise KnownError(
            translate("Sheet", "{name} is not a kind of file sheets can be.", name=path.name),
            translate("Sheet", "End the name in .pdf, .png or .svg."),
        )
    return writer


def _write(path: Path, sheet: Sequence[Page], writer: Writer, monochrome: bool) -> int:
    contents = writer(sheet, monochrome)
    replace_files(dict(zip(_names(path, len(contents)), contents, strict=True)))
    return len(sheet)


def print_pages(device: QPagedPaintDevice, sheet: Iterable[Page], monochrome: bool = False) -> None:
    """Paint the pages on a printer, its preview or a PDF; other paper is filled as far as it goes.

    Pages may come one by one: each is painted before the next is asked for.

    Raises KnownError where the printer can't be started.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise KnownError(
            translate("Sheet", "The printer could not be started."),
            translate("Sheet", "Check that it is switched on, or save the sheet as a PDF."),
        )
    for number, page in enumerate(sheet):
        if number:
            device.newPage()
        painter.save()
        _fit(painter, device, page)
        paint_page(painter, page, monochrome)
        painter.restore()
    painter.end()


def _fit(painter: QPainter, device: QPagedPaintDevice, page: Page) -> None:
    """Make one unit a point, counted from the corner of the paper."""
    scale = device.logicalDpiX() / POINTS_PER_INCH
    painter.scale(scale, device.logicalDpiY() / POINTS_PER_INCH)
    layout = device.pageLayout()
    paper = layout.fullRect(QPageLayout.Unit.Point)
    if layout.mode() is QPageLayout.Mode.StandardMode:
        # A printer counts from the corner of what it can print on.
        painter.translate(-layout.paintRect(QPageLayout.Unit.Point).topLeft())
    shrink = min(paper.width() / page.width, paper.height() / page.height)
    if abs(shrink - 1.0) > 0.01:
        painter.translate((paper.width() - page.width * shrink) / 2, 0.0)
        painter.scale(shrink, shrink)


def pdf_bytes(sheet: Iterable[Page], monochrome: bool) -> bytes:
    """A PDF of at least one page, all on the first one's paper."""
    coming = iter(sheet)
    first = next(coming)
    held = _buffer()
    writer = QPdfWriter(held)
    writer.setResolution(PDF_DPI)
    writer.setTitle(first.title[:200])
    writer.setCreator("Hemipelvi")
    size = QSizeF(first.width, first.height)
    writer.setPageSize(
        QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    )
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    print_pages(writer, chain((first,), coming), monochrome)
    return _bytes(held)


def _pdf(sheet: Sequence[Page], monochrome: bool) -> list[bytes]:
    return [pdf_bytes(sheet, monochrome)]


def _png(sheet: Sequence[Page], monochrome: bool) -> list[bytes]:
    return [_png_page(page, monochrome) for page in sheet]


def page_image(page: Page, dpi: float, monochrome: bool = False) -> QImage:
    """The page on white paper."""
    scale = dpi / POINTS_PER_INCH
    image = QImage(
        round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32
    )
    image.setDotsPerMeterX(round(dpi * INCH_PER_METRE))
    image.setDotsPerMeterY(round(dpi * INCH_PER_METRE))
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, page, monochrome)
    painter.end()
    return image


def _png_page(page: Page, monochrome: bool) -> bytes:
    image = page_image(page, PNG_DPI, monochrome)
    if monochrome:
        image = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return png_bytes(image)


def _svg(sheet: Sequence[Page], monochrome: bool) -> list[bytes]:
    return [_svg_page(page, monochrome) for page in sheet]


def _svg_page(page: Page, monochrome: bool) -> bytes:
    held = _buffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(held)
    generator.setResolution(round(POINTS_PER_INCH))
    generator.setTitle(page.title[:200])
    generator.setSize(QSizeF(page.width, page.height).toSize())
    generator.setViewBox(QRectF(0, 0, page.width, page.height))
    painter = QPainter(generator)
    # Viewers show what is behind a drawing, and that may be black.
    painter.fillRect(QRectF(0, 0, page.width, page.height), QColor("#FFFFFF"))
    paint_page(painter, page, monochrome)
    painter.end()
    # Where the program's font is not installed, a plain one of its kind stands in.
    family = load_fonts().encode()
    return _bytes(held).replace(b'"%b"' % family, b'"%b, Helvetica, Arial, sans-serif"' % family)


def _buffer() -> QBuffer:
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    return held


def _bytes(held: QBuffer) -> bytes:
    return bytes(held.data().data())


def _names(path: Path, files: int) -> list[Path]:
    if files == 1:
        return [path]
    return [path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(1, files + 1)]


Writer = Callable[[Sequence[Page], bool], list[bytes]]
WRITERS: dict[str, Writer] = {".pdf": _pdf, ".png": _png, ".svg": _svg}
