"""What the marks in the charts mean, each with its sign as a chart has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hemipelvi_gui.domain.plan import PhaseKind
from hemipelvi_gui.sheets.plan_words import phase_words
from hemipelvi_gui.ui.plain import tooltip
from hemipelvi_gui.ui.progress.mark_painting import STRIP, paint_marks
from hemipelvi_gui.ui.progress.points import Mark, MarkKind
from hemipelvi_gui.ui.progress.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QPaintEvent

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
# px: a sign, from its end to its words, from there to the next, and before the first.
SIGN, NEAR, APART, BEFORE = 16, 6, 18, 10
HIGH = 16
SIGN_DAYS = 7
MORE = "\u2026"


class Item(NamedTuple):
    """A sign with its words; the heading of several has no sign."""

    words: str
    sign: Mark | None = None


class Legend(QWidget):
    """Shows as many items as there is room for; the tooltip and the name tell of all."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.items: tuple[Item, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_marks(self, marks: Iterable[Mark]) -> None:
        """Tell what these mean."""
        self.items = tuple(_items(tuple(marks)))
        self.setToolTip(tooltip(words_of(self.items)))
        self.setAccessibleName(words_of(self.items).replace("\n", ", "))
        self.update()

    def sizeHint(self) -> QSize:
        """The room of all items."""
        return QSize(round(sum(self._width(each) for each in self.items)), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Sign and words, one after the other."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(12))
        left, high = float(px(BEFORE)), float(self.height())
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for place, each in enumerate(self.items):
            wide = self._width(each)
            rest = 0 if place == len(self.items) - 1 else px(APART)
            painter.setPen(theme.palette.colour("muted"))
            if left + wide - px(APART) + rest > self.width():
                painter.drawText(QRectF(left, 0, px(APART), high), side, MORE)
                return
            start = left
            if each.sign is not None:
                self._paint_sign(painter, each.sign, QRectF(left, 0, px(SIGN), high))
                start += px(SIGN) + px(NEAR)
            painter.setPen(theme.palette.colour("muted"))
            painter.drawText(QRectF(start, 0, wide, high), side, each.words)
            left += wide

    def _paint_sign(self, painter: QPainter, sign: Mark, box: QRectF) -> None:
        px = self._theme.px
        room = QRectF(box.left(), box.center().y() - px(HIGH) / 2, box.width(), px(HIGH))
        if sign.kind is MarkKind.PHASE:
            # A phase stands over the room of a chart, here in the middle of the row.
            room.translate(0, px(HIGH) / 2 + px(STRIP) / 2 + px(3))
        if sign.kind is MarkKind.DEVICE:
            room.translate(px(SIGN) / 2, 0)
        painter.save()
        paint_marks(painter, (sign,), View(room, 0.0, SIGN_DAYS, 0.0, 1.0), self._theme)
        painter.restore()

    def _width(self, item: Item) -> float:
        """With the room up to the next one."""
        px = self._theme.px
        painted = self._metrics.horizontalAdvance(item.words) + px(APART if item.sign else NEAR)
        return painted + (px(SIGN) + px(NEAR) if item.sign else 0)

    def _restyle(self) -> None:
        self._metrics = QFontMetrics(self._theme.font(12))
        self.setFixedHeight(self._theme.px(HIGH) + 2)
        self.update()


def words_of(items: Sequence[Item]) -> str:
    """All of them, the phases in one line and then one a line."""
    phases = [each.words for each in items if each.sign and each.sign.kind is MarkKind.PHASE]
    others = [each.words for each in items if each.sign and each.sign.kind is not MarkKind.PHASE]
    said = translate("Progress", "over the charts the phases of the plan: {phases}")
    return "\n".join([*([said.format(phases=", ".join(phases))] if phases else []), *others])


def _items(marks: Sequence[Mark]) -> Iterator[Item]:
    phases = {each.phase for each in marks if each.kind is MarkKind.PHASE}
    if phases:
        yield Item(translate("Progress", "Phases:"))
    for phase in PhaseKind:
        if phase in phases:
            yield Item(phase_words(phase), _sign(MarkKind.PHASE, phase))
    names = {
        MarkKind.ILLNESS: translate("Progress", "ill"),
        MarkKind.DEVICE: translate("Progress", "another device"),
        MarkKind.SWAP: translate("Progress", "swap"),
    }
    there = {each.kind for each in marks}
    for kind, name in names.items():
        if kind in there:
            yield Item(name, _sign(kind))


def _sign(kind: MarkKind, phase: PhaseKind | None = None) -> Mark:
    return Mark(kind, 0, SIGN_DAYS - 1, "", phase)
