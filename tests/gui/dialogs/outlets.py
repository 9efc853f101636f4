"""Answers for the file dialog and the printer dialog, and what came of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter

from hemipelvi_gui.sheets.sheet import paper_size

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget

    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.sheets import PageOptions


class Outlets:
    """The file is `answer`; what is printed goes to the file `paper`."""

    def __init__(self, folder: Path) -> None:
        self.answer: Path | None = folder / "sheet.pdf"
        self.asked: list[tuple[str, str]] = []
        self.paper = folder / "paper.pdf"
        self.wanted: list[PageOptions] = []
        self.jam: KnownError | None = None

    def ask_path(self, _parent: QWidget, name: str, suffix: str) -> Path | None:
        self.asked.append((name, suffix))
        return self.answer

    def ask_printer(self, _parent: QWidget, options: PageOptions) -> QPagedPaintDevice | None:
        if self.jam is not None:
            raise self.jam
        self.wanted.append(options)
        writer = QPdfWriter(str(self.paper))
        size = QSizeF(*paper_size(options.paper, options.orientation))
        writer.setPageSize(QPageSize(size, QPageSize.Unit.Point))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        return writer


def pages_in(pdf: Path) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf.read_bytes()))


def paper_of(pdf: Path) -> tuple[int, int]:
    """Width and height of the first page in points."""
    found = re.search(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", pdf.read_bytes())
    assert found is not None
    return round(float(found[1])), round(float(found[2]))
