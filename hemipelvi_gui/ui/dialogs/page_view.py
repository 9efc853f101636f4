"""Pages of a sheet on the screen, painted by the sheet's own painter at any size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from hemipelvi_gui.sheets import paint_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent, QWheelEvent

    from hemipelvi_gui.sheets import Page
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
SCREEN_PER_POINT = 96 / 72
SMALLEST, LARGEST, STEP = 0.2, 4.0, 1.25
GAP = 16
PAPER = "#FFFFFF"


class Pages(QWidget):
    """Sheets of paper one above the other; `zoom` 1 is as large as on paper."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._pages: tuple[Page, ...] = ()
        self._monochrome = False
        self._zoom = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(translate("SheetDialog", "Print preview"))
        theme.changed.connect(self.update)

    def show_pages(self, pages: Sequence[Page], monochrome: bool) -> None:
        """Show these pages."""
        self._pages, self._monochrome = tuple(pages), monochrome
        self.setAccessibleDescription(
            translate("SheetDialog", "{count} pages").format(count=len(self._pages))
        )
        self._measure()

    def set_zoom(self, zoom: float) -> None:
        """Show them `zoom` times as large as on paper."""
        self._zoom = zoom
        self._measure()

    def paper(self) -> tuple[float, float]:
        """Width of the widest and height of the highest page at zoom 1, in px."""
        wide = max((page.width for page in self._pages), default=1.0)
        high = max((page.height for page in self._pages), default=1.0)
        return wide * SCREEN_PER_POINT, high * SCREEN_PER_POINT

    @property
    def shown(self) -> tuple[Page, ...]:
        """The pages."""
        return self._pages

    @property
    def tops(self) -> tuple[float, ...]:
        """Where each page begins, in px from the top."""
        scale = SCREEN_PER_POINT * self._zoom
        tops, top = list[float](), float(GAP)
        for page in self._pages:
            tops.append(top)
            top += page.height * scale + GAP
        return tuple(tops)

    def sizeHint(self) -> QSize:
        """All pages with the gaps between them."""
        wide, _ = self.paper()
        scale = SCREEN_PER_POINT * self._zoom
        high = sum(page.height * scale + GAP for page in self._pages) + GAP
        return QSize(round(wide * self._zoom) + 2 * GAP, round(high))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages that can be seen, each on white paper whatever the theme."""
        painter = QPainter(self)
        scale = SCREEN_PER_POINT * self._zoom
        for page, top in zip(self._pages, self.tops, strict=True):
            wide, high = page.width * scale, page.height * scale
            left = max(float(GAP), (self.width() - wide) / 2)
            room = QRectF(left, top, wide, high)
            if room.intersects(QRectF(event.rect())):
                painter.setPen(QPen(self._theme.palette.colour("line"), 1))
                painter.setBrush(QColor(PAPER))
                painter.drawRect(room)
                painter.save()
                painter.translate(QPointF(left, top))
                painter.scale(scale, scale)
                paint_page(painter, page, self._monochrome)
                painter.restore()

    def _measure(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()


class PageView(QScrollArea):
    """Scrolls and zooms. `fit` is "width", "page", or "" for a zoom of one's own.

    `turned`: another page is in sight, or there are more or fewer.
    """

    zoomed = Signal(float)
    turned = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.pages = Pages(theme)
        self.fit = "page"
        self._zoom = 1.0
        self.setWidget(self.pages)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("SheetDialog", "Print preview"))
        self.verticalScrollBar().valueChanged.connect(lambda _: self.turned.emit())

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self.pages.tops)

    @property
    def page(self) -> int:
        """Number of the page in sight, from 1: the one that the middle shows; 0 without any."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return sum(top <= middle for top in self.pages.tops)

    def turn(self, steps: int) -> None:
        """Show another page from its top."""
        tops = self.pages.tops
        if tops:
            number = min(max(self.page + steps, 1), len(tops))
            self.verticalScrollBar().setValue(round(tops[number - 1]) - GAP)
            # Where all of it can be seen there is nothing to scroll.
            self.turned.emit()

    @property
    def zoom(self) -> float:
        """1 is as large as on paper."""
        return self._zoom

    def show_pages(self, pages: Sequence[Page], monochrome: bool) -> None:
        """Show these pages, where one was looking before."""
        self.pages.show_pages(pages, monochrome)
        self._refit()
        self.turned.emit()

    def set_fit(self, fit: str) -> None:
        """Fit "width" or "page" to the window, also when it changes its size."""
        self.fit = fit
        self._refit()

    def zoom_by(self, steps: int) -> None:
        """Nearer or farther by some steps of a quarter."""
        self.fit = ""
        self._take(self._zoom * STEP**steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fit."""
        super().resizeEvent(event)
        self._refit()

    def _refit(self) -> None:
        if not self.fit:
            return
        # Both bars always counted, or the fit would depend on itself.
        bar = self.verticalScrollBar().sizeHint().width()
        wide, high = self.pages.paper()
        across = (self.width() - bar - 2 * GAP) / wide
        along = (self.height() - 2 * GAP - 2) / high
        self._take(across if self.fit == "width" else min(across, along))

    def _take(self, zoom: float) -> None:
        zoom = min(max(zoom, SMALLEST), LARGEST)
        bar = self.verticalScrollBar()
        place = bar.value() / max(1, bar.maximum())
        self._zoom = zoom
        self.pages.set_zoom(zoom)
        self.pages.adjustSize()
        bar.setValue(round(place * bar.maximum()))
        self.zoomed.emit(zoom)
