"""Paints and shows rows: cards of one or two lines in the look of the main window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel, RowRole
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from hemipelvi_gui.ui.palette import Palette
    from hemipelvi_gui.ui.theme import Theme

Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
WRAPPED = int(LEFT) | Qt.TextFlag.TextWordWrap
NOTE_SHARE, BAR_SHARE = 0.5, 0.3
# Left and right of an entry's words, and above and beneath them: px at normal text size.
BESIDE, AROUND = 24, 14


class RowDelegate(QStyledItemDelegate):
    """Paints a row. `band` is the target band behind a row's share.

    `wraps`: entries without a note take as many lines as their words need.
    """

    def __init__(
        self, theme: Theme, band: tuple[float, float], parent: RowsView, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self._view, self._wraps = parent, wraps
        self._theme = theme
        self._glyphs = GlyphCache(theme, self)
        self.band = band

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines for an entry that has them; the width is the view's."""
        px = self._theme.px
        kind = index.data(RowRole.KIND)
        if kind is RowKind.HEADING:
            return QSize(px(80), px(34))
        if kind is RowKind.HINT:
            return QSize(px(80), px(56))
        high = px(54) if index.data(RowRole.LINES) > 1 else px(36)
        if self._wraps:
            row: Row = index.data(RowRole.ROW)
            room = self._view.viewport().width() - px(BESIDE)
            upper, lower = self._heights(row, room)
            high = max(high, upper + lower + px(AROUND))
        return QSize(px(80), high)

    def _heights(self, row: Row, room: int) -> tuple[int, int]:
        """How high title and line are in some room, in px."""
        wanted = []
        for font, words in ((self._theme.bold(), row.title), (self._theme.font(12), row.line)):
            box = QRect(0, 0, max(1, room), 10_000)
            found = QFontMetrics(font).boundingRect(box, WRAPPED, one_line(words))
            wanted.append(found.height() if words else 0)
        return wanted[0], wanted[1]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Heading, hint or card."""
        row: Row = index.data(RowRole.ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.kind is RowKind.HEADING:
            self._heading(painter, option, row)
        elif row.kind is RowKind.HINT:
            painter.setFont(self._theme.font())
            painter.setPen(self._theme.palette.colour("muted"))
            room = option.rect.adjusted(self._theme.px(10), 0, -self._theme.px(10), 0)
            painter.drawText(room, int(LEFT) | Qt.TextFlag.TextWordWrap, one_line(row.title))
        else:
            self._card(painter, option, row)
        painter.restore()

    def _heading(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        px, palette = self._theme.px, self._theme.palette
        font = self._theme.bold(11)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 106)
        room = option.rect.adjusted(px(2), px(8), -px(4), -px(4))
        painter.setPen(QPen(palette.colour("line"), 1))
        painter.drawLine(room.left(), room.bottom(), room.right(), room.bottom())
        painter.setFont(font)
        painter.setPen(palette.colour("muted"))
        _words(painter, room, row.title.upper())
        if row.note:
            painter.setFont(self._theme.font(11))
            _words(painter, room, row.note, RIGHT)

    def _card(self, painter: QPainter, option: QStyleOptionViewItem, row: Row) -> None:
        px, palette = self._theme.px, self._theme.palette
        room = option.rect.adjusted(px(1), px(2), -px(3), -px(2))
        _paint_frame(painter, room, option.state, palette, px(6))
        inner = room.adjusted(px(10), px(4), -px(10), -px(4))
        if row.look is not None:
            side = px(28)
            ratio = painter.device().devicePixelRatioF()
            picture = self._glyphs.of_look(row.look, side, ratio)
            painter.drawPixmap(inner.left(), inner.center().y() - side // 2, picture)
            inner.setLeft(inner.left() + side + px(10))
        two = bool(row.line) or row.share is not None
        upper = QRect(inner)
        lower = QRect(inner)
        if two:
            upper.setBottom(inner.top() + inner.height() // 2)
            lower.setTop(upper.bottom())
        self._right(painter, row, upper, lower)
        put: Callable[[QPainter, QRect, str], None] = _words
        if self._wraps and not row.note and row.share is None:
            put, heights = _lines, self._heights(row, inner.width())
            upper = QRect(inner.left(), inner.top(), inner.width(), heights[0])
            lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), heights[1])
            spare = inner.height() - sum(heights)
            upper.translate(0, spare // (3 if row.line else 2))
            lower.translate(0, 2 * spare // 3)
        painter.setFont(self._theme.bold())
        painter.setPen(palette.colour("ink"))
        put(painter, upper, row.title)
        if row.line:
            painter.setFont(self._theme.font(12))
            painter.setPen(palette.colour("muted"))
            put(painter, lower, row.line)

    def _right(self, painter: QPainter, row: Row, upper: QRect, lower: QRect) -> None:
        """Note and bar; takes their room from the lines."""
        px, palette = self._theme.px, self._theme.palette
        if row.note:
            font = self._theme.font(12)
            wanted = QFontMetrics(font).horizontalAdvance(row.note) + 2
            width = min(wanted, int(upper.width() * NOTE_SHARE))
            painter.setFont(font)
            painter.setPen(palette.colour("muted"))
            _words(
                painter,
                QRect(upper.right() - width, upper.top(), width + 1, upper.height()),
                row.note,
                RIGHT,
            )
            upper.setRight(upper.right() - width - px(10))
        if row.share is not None:
            width = min(px(104), int(lower.width() * BAR_SHARE))
            bar = QRectF(lower.right() - width, lower.center().y() - px(3), width + 1, px(6))
            _paint_bar(painter, bar, row.share, self.band, palette)
            lower.setRight(lower.right() - width - px(10))


class RowsView(QListView):
    """A list of rows. `chosen(key)` follows the selection, `entered(key)` Enter or double click."""

    chosen = Signal(str)
    entered = Signal(str)

    def __init__(
        self,
        theme: Theme,
        model: RowModel,
        name: str,
        band: tuple[float, float] = (0.6, 0.85),
        parent: QWidget | None = None,
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__(parent)
        self.rows = model
        model.setParent(self)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(theme, band, self, wraps=wraps))
        if wraps:
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setMinimumHeight(theme.px(60))
        self.activated.connect(lambda index: self.entered.emit(index.data(RowRole.KEY)))
        self.selectionModel().currentChanged.connect(self._current_changed)
        theme.changed.connect(self.scheduleDelayedItemsLayout)

    @property
    def key(self) -> str:
        """Key of the chosen row, "" where none is."""
        index = self.currentIndex()
        return index.data(RowRole.KEY) or "" if index.isValid() else ""

    def choose(self, key: str) -> bool:
        """Choose the row with a key; False where there is none."""
        return self._choose(self.rows.row_of(key))

    def choose_first(self) -> bool:
        """Choose the first row that can be; False where none can."""
        return self._choose(self.rows.first_entry())

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the chosen row into view."""
        super().showEvent(event)
        self._bring_into_view()
        # Rows that wrap have their heights only when the list has its width.
        QTimer.singleShot(0, self, self._bring_into_view)

    def _bring_into_view(self) -> None:
        if self.currentIndex().row() == self.rows.first_entry():
            self.scrollToTop()  # with its heading
        elif self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _choose(self, number: int | None) -> bool:
        if number is None:
            self.selectionModel().clear()
            self.chosen.emit("")
            return False
        index = self.rows.index(number)
        if index == self.currentIndex():
            self.chosen.emit(self.key)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        return True

    def _current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(current.data(RowRole.KEY))


def _words(painter: QPainter, room: QRect, text: str, alignment: Qt.AlignmentFlag = LEFT) -> None:
    metrics = painter.fontMetrics()
    shown = metrics.elidedText(one_line(text), Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(alignment) | Qt.TextFlag.TextSingleLine, shown)


def _lines(painter: QPainter, room: QRect, text: str) -> None:
    painter.drawText(room, WRAPPED, one_line(text))


def _paint_frame(
    painter: QPainter, room: QRect, state: QStyle.StateFlag, palette: Palette, radius: int
) -> None:
    fill, edge = "panel", "line"
    if state & State.State_Selected:
        fill, edge = "accent_soft", "accent" if state & State.State_Active else "outline"
    elif state & State.State_MouseOver:
        fill = "raised"
    painter.setBrush(palette.colour(fill))
    painter.setPen(QPen(palette.colour(edge), 1))
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def _paint_bar(
    painter: QPainter, bar: QRectF, share: float, band: tuple[float, float], palette: Palette
) -> None:
    radius = bar.height() / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.colour("track"))
    painter.drawRoundedRect(bar, radius, radius)
    low, high = band
    painter.setBrush(palette.colour("band"))
    painter.drawRect(
        QRectF(bar.x() + bar.width() * low, bar.y(), bar.width() * (high - low), bar.height())
    )
    if share > 0:
        filled = QRectF(bar).adjusted(0, bar.height() * 0.2, 0, -bar.height() * 0.2)
        filled.setWidth(max(bar.height(), bar.width() * share))
        painter.setBrush(palette.colour("accent"))
        painter.drawRoundedRect(filled, filled.height() / 2, filled.height() / 2)
