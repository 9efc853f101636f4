"""The balance of the session: gauge, value in words, the week and the two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from hemipelvi_gui.coach.findings import band_words, percent
from hemipelvi_gui.coach.reading import ROUNDING
from hemipelvi_gui.sheets.glyph import PAIRED, STRIDE, GlyphLook
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.gauge import Gauge

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate


class BalancePanel(QFrame):
    """Follows the document and its previews."""

    sum_asked = Signal()

    def __init__(self, theme: Theme, document: Document, glyphs: GlyphCache) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme, self._document, self._glyphs = theme, document, glyphs
        self._heading = plain_label(translate("Balance", "Balance"), "heading")
        self._scope = plain_label(translate("Balance", "this session"), "muted")
        self.gauge = Gauge(theme)
        self.gauge.asked.connect(self.sum_asked)
        self._value = plain_label("", "value")
        self._target = plain_label("", "muted")
        self._ends = (
            _End(PAIRED, translate("Balance", "paired")),
            _End(STRIDE, translate("Balance", "split")),
        )
        self._week = plain_label("", "muted")
        self._bar = ShareBar(theme)
        self._sides = plain_label("", "muted")
        self._lay_out()
        document.changed.connect(self.refresh)
        document.previewed.connect(self._show_preview)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _lay_out(self) -> None:
        self._box = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch()
        top.addWidget(self._scope)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        for words in (self._value, self._target):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setWordWrap(True)
            middle.addWidget(words)
        ends = QHBoxLayout()
        ends.addWidget(self._ends[0], 0, Qt.AlignmentFlag.AlignTop)
        ends.addLayout(middle, 1)
        ends.addWidget(self._ends[1], 0, Qt.AlignmentFlag.AlignTop)
        strip = QHBoxLayout()
        strip.addWidget(self._week)
        strip.addWidget(self._bar, 1)
        strip.addWidget(self._sides)
        self._box.addLayout(top)
        self._box.addWidget(self.gauge)
        self._box.addLayout(ends)
        self._box.addLayout(strip)

    def _restyle(self) -> None:
        px = self._theme.px
        self._box.setContentsMargins(px(16), px(12), px(16), px(12))
        self._box.setSpacing(px(6))
        for end in self._ends:
            end.restyle(self._theme, self._glyphs)
        self.refresh()

    def refresh(self) -> None:
        """Show the current session."""
        reading = self._document.reading
        settings = reading.settings
        share = reading.balance.asymmetric_share
        self.gauge.show_share(share, (settings.band_low, settings.band_high))
        self._value.setText(value_words(share))
        self._show_preview()
        self._show_week(reading)
        self.gauge.setAccessibleDescription(f"{self._value.text()}. {self._target.text()}")

    def _show_preview(self) -> None:
        preview = self._document.preview_reading
        reading = self._document.reading
        if preview is None:
            self.gauge.show_ghost(None)
            self._target.setText(target_words(reading))
            self._dress_target("muted")
        else:
            share = preview.balance.asymmetric_share
            self.gauge.show_ghost(share)
            self._target.setText(preview_words(preview))
            self._dress_target("accent")
        self._show_week(preview or reading)

    def _dress_target(self, kind: str) -> None:
        if self._target.property("kind") != kind:
            self._target.setProperty("kind", kind)
            self._target.style().polish(self._target)

    def _show_week(self, reading: Reading) -> None:
        dated = reading.session.date is not None
        week = reading.week_balance.asymmetric_share if dated else None
        text = translate("Balance", "Week \u2013")
        if week is not None:
            text = translate("Balance", "Week {share} %").format(share=percent(week))
        self._week.setText(text)
        settings = reading.settings
        self._bar.show_share(week, (settings.band_low, settings.band_high))
        self._sides.setText(sides_words(reading))
        hint = translate("Balance", "All sessions dated in the same week, this one among them.")
        if not dated:
            hint = translate("Balance", "Give the session a date to see its week.")
        self._week.setToolTip(hint)


def value_words(share: float | None) -> str:
    """The needle's value: "71 % asymmetric"."""
    if share is None:
        return translate("Balance", "Not defined yet")
    return translate("Balance", "{share} % asymmetric").format(share=percent(share))


def target_words(reading: Reading) -> str:
    """Where the value stands to the target."""
    share, settings = reading.balance.asymmetric_share, reading.settings
    if share is None:
        return translate("Balance", "Add leg work and the needle shows")
    said = translate("Balance", "In the target {band} %")
    if share > settings.band_high + ROUNDING:
        said = translate("Balance", "Over {band} %: a big lift now and then builds strength")
    elif share < settings.band_low - ROUNDING:
        said = translate("Balance", "Under the target {band} %")
    return said.format(band=band_words(settings))


def preview_words(preview: Reading) -> str:
    """What the previewed edit would make."""
    share, settings = preview.balance.asymmetric_share, preview.settings
    if share is None:
        return translate("Balance", "Not defined if done")
    return translate("Balance", "{share} % if done \u00b7 target {band} %").format(
        share=percent(share), band=band_words(settings)
    )


def sides_words(reading: Reading) -> str:
    """Left and right in per cent of the dose."""
    balance = reading.balance
    if not balance.hse:
        return translate("Balance", "L \u2013 \u00b7 R \u2013")
    left = round(100 * balance.left / balance.hse)
    return translate("Balance", "L {left} \u00b7 R {right}").format(left=left, right=100 - left)


class _End(QWidget):
    """A glyph with its word, at one end of the gauge."""

    def __init__(self, look: GlyphLook, word: str) -> None:
        super().__init__()
        self._look = look
        self._picture = QLabel()
        self._word = plain_label(word, "muted")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for each in (self._picture, self._word):
            each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            box.addWidget(each)

    def restyle(self, theme: Theme, glyphs: GlyphCache) -> None:
        """Paint the glyph again in the theme's colours and size."""
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(glyphs.of_look(self._look, theme.px(36), ratio))


class ShareBar(QWidget):
    """A slim bar of a share, with the target band behind it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._share: float | None = None
        self._ghost: float | None = None
        self._band = (0.6, 0.85)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(translate("Balance", "Share of asymmetric work this week"))

    def sizeHint(self) -> QSize:
        """As wide as there is room, a few pixels high."""
        return QSize(self._theme.px(80), self._theme.px(14))

    def show_share(
        self, share: float | None, band: tuple[float, float], ghost: float | None = None
    ) -> None:
        """Fill the bar to a share in [0, 1], with a mark where a preview stands; None: neither."""
        if (share, band, ghost) != (self._share, self._band, self._ghost):
            self._share, self._band, self._ghost = share, band, ghost
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Track, band, fill."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        palette, height = self._theme.palette, self._theme.px(8)
        whole = QRectF(0, (self.height() - height) / 2, self.width(), height)
        painter.setBrush(palette.colour("track"))
        painter.drawRoundedRect(whole, height / 2, height / 2)
        low, high = self._band
        painter.setBrush(palette.colour("band"))
        painter.drawRect(
            QRectF(whole.width() * low, whole.y(), whole.width() * (high - low), height)
        )
        if self._share:
            filled = QRectF(whole)
            filled.setWidth(max(height, whole.width() * self._share))
            filled.setTop(whole.y() + height * 0.2)
            filled.setBottom(whole.bottom() - height * 0.2)
            painter.setBrush(palette.colour("accent"))
            painter.drawRoundedRect(filled, filled.height() / 2, filled.height() / 2)
        if self._ghost is not None:
            at = whole.width() * self._ghost
            painter.setPen(QPen(palette.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(at, 0), QPointF(at, self.height()))
