"""The verdict on top of the page: what the log is consistent with, by which numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.coach.verdict.rule import Code
from hemipelvi_gui.sheets.glyph import PAIRED, STRIDE, GlyphLook, paint_glyph
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.plain import plain_label, unbroken
from hemipelvi_gui.ui.planning.bars_picture import mixed
from hemipelvi_gui.ui.progress.verdict_words import limits_line, numbers_lines, reasons
from hemipelvi_gui.ui.widgets.glyphs import glyph_colours
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from hemipelvi_gui.coach.verdict.result import Verdict
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
GLYPH = 60
TINT, EDGE = 0.09, 0.55
NOTHING = GlyphLook()
# The glyph and the colour of a verdict; the words say the same.
LOOKS: dict[Code, tuple[GlyphLook, str]] = {
    Code.HURTING: (PAIRED, "amber"),
    Code.WATCH: (PAIRED, "amber"),
    Code.HELPING: (STRIDE, "teal"),
    Code.NO_MATERIAL_CHANGE: (NOTHING, "neutral"),
    Code.UNCLEAR: (NOTHING, "neutral"),
    Code.NOT_ENOUGH_DATA: (NOTHING, "neutral"),
}


class Sign(QWidget):
    """The glyph of a verdict."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.look = NOTHING

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(self._theme.px(GLYPH), self._theme.px(GLYPH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The glyph in the palette's colours."""
        painter = QPainter(self)
        side = self._theme.px(GLYPH)
        square = QRectF(0, 0, side, side).adjusted(2, 2, -2, -2)
        paint_glyph(painter, square, self.look, glyph_colours(self._theme.palette))


class VerdictCard(QFrame):
    """`swap_asked`: plan the suggested swap. `steps_asked`: show how it was worked out.

    Where too little is logged: `run_asked`, `check_in_asked` and `import_asked`.
    """

    swap_asked = Signal()
    steps_asked = Signal()
    run_asked = Signal()
    check_in_asked = Signal()
    import_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._role = "neutral"
        self.sign = Sign(theme)
        self.headline = plain_label("", "title")
        self.advice = plain_label("", "strong")
        self.numbers, self.reasons = plain_label(), plain_label()
        self.suggestion, self.would = plain_label("", "accent"), plain_label("", "muted")
        self._lines = (
            *(self.headline, self.advice, self.numbers),
            *(self.reasons, self.suggestion, self.would),
        )
        for label in self._lines:
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.swap = push_button(
            translate("Progress", "Apply s&wap\u2026"), self.swap_asked.emit, "pill"
        )
        self.steps_to_enough = (
            push_button(translate("Progress", "Log a r&un"), self.run_asked.emit, "pill"),
            push_button(translate("Progress", "Chec&k in"), self.check_in_asked.emit, "pill"),
            push_button(
                translate("Progress", "&Import a log\u2026"), self.import_asked.emit, "pill"
            ),
        )
        self.how = push_button(
            translate("Progress", "How this is &worked out"), self.steps_asked.emit, "link"
        )
        self._row, self._column, self._buttons = QHBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        for label in self._lines:
            self._column.addWidget(label)
        self._column.addStretch(1)
        for button in (self.swap, *self.steps_to_enough, self.how):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self._row.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._column, 1)
        self._row.addLayout(self._buttons)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_verdict(self, of: Verdict, library: Library) -> None:
        """Say it."""
        self.sign.look, self._role = LOOKS[of.code]
        self.headline.setText(shown(of.headline))
        self.advice.setText("" if of.advice is None else shown(of.advice))
        self.numbers.setText("\n".join(numbers_lines(of, library)))
        self.reasons.setText("\n".join(f"\u2022 {each}" for each in reasons(of)))
        self.suggestion.setText("" if of.suggestion is None else shown(of.suggestion))
        would = " ".join(shown(each) for each in of.would_change)
        said = translate("Progress", "What would change it: {what}").format(what=would)
        self.would.setText(
            " ".join(each for each in (said if would else "", limits_line(of)) if each)
        )
        for label in self._lines:
            label.setText(unbroken(label.text()))
            label.setVisible(bool(label.text()))
        short = of.code is Code.NOT_ENOUGH_DATA
        for button in self.steps_to_enough:
            button.setVisible(short)
        self.swap.setVisible(of.bilateral is not None and not short)
        self.swap.setProperty("kind", "primary" if of.suggestion is not None else "pill")
        self.swap.style().polish(self.swap)
        self.setAccessibleName(self.headline.text())
        self.setAccessibleDescription(" ".join(each.text() for each in self._lines[1:]))
        self.sign.update()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A panel in the verdict's colour."""
        palette, px = self._theme.palette, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour, panel = palette.colour(self._role), palette.colour("panel")
        painter.setBrush(mixed(colour, panel, TINT))
        painter.setPen(QPen(mixed(colour, panel, EDGE), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, px(8), px(8))

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(12), px(16), px(12))
        self._row.setSpacing(px(16))
        self._column.setSpacing(px(3))
        self._buttons.setSpacing(px(6))
        self.sign.setFixedSize(self.sign.sizeHint())
        self.update()
