"""Asking where pages should go: a file or a printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QFileDialog, QWidget

from hemipelvi_gui.sheets import Orientation, PageOptions, Paper
from hemipelvi_gui.ui.last_folder import last_folder, remember_folder

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

translate = QCoreApplication.translate
AskPath = Callable[[QWidget, str, str], Path | None]
AskPrinter = Callable[[QWidget, PageOptions], QPagedPaintDevice | None]


def ask_for_path(parent: QWidget, name: str, suffix: str) -> Path | None:
    """Ask where to save; None where nothing was chosen."""
    chosen, _ = QFileDialog.getSaveFileName(
        parent,
        translate("SheetDialog", "Save the pages"),
        str(last_folder() / name),
        f"{suffix.removeprefix('.').upper()} (*{suffix})",
    )
    if not chosen:
        return None
    remember_folder(Path(chosen))
    return Path(chosen)


def ask_for_printer(parent: QWidget, options: PageOptions) -> QPagedPaintDevice | None:
    """Ask which printer; None where nothing should be printed."""
    # Printing costs start-up time and memory, so it is loaded by those who print.
    from PySide6.QtPrintSupport import QPrintDialog

    printer = printer_for(options)
    return printer if QPrintDialog(printer, parent).exec() else None


def printer_for(options: PageOptions) -> QPrinter:
    """A printer with the paper lying as the pages do."""
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

    sizes = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}
    lying = {
        Orientation.PORTRAIT: QPageLayout.Orientation.Portrait,
        Orientation.LANDSCAPE: QPageLayout.Orientation.Landscape,
    }
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(sizes[options.paper]))
    printer.setPageOrientation(lying[options.orientation])
    if options.monochrome:
        printer.setColorMode(QPrinter.ColorMode.GrayScale)
    return printer
