"""What the last weeks are made of on the screen: the gauge with its value, and the first change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout

from hemipelvi_gui.coach.findings import band_words
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.dialogs.replay_words import change_words
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.balance_panel import value_words
from hemipelvi_gui.ui.widgets.gauge import Gauge
from hemipelvi_gui.ui.wording import class_word

if TYPE_CHECKING:
    from hemipelvi_gui.coach.replay import Change, Replay
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
MIDDLE = Qt.AlignmentFlag.AlignHCenter


class ReplayGauge(QFrame):
    """The share of some weeks on the gauge."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self.gauge = Gauge(theme)
        # Here it only shows: how the share is made is told of a session, not of weeks.
        self.gauge.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.gauge.setCursor(Qt.CursorShape.ArrowCursor)
        self.value, self.target = plain_label(kind="value"), plain_label(kind="muted")
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.gauge)
        for label in (self.value, self.target):
            label.setAlignment(MIDDLE)
            label.setWordWrap(True)
            self._column.addWidget(label)
        self._column.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_replay(self, seen: Replay, settings: Settings) -> None:
        """Show the share of these weeks beside the target."""
        self.gauge.show_share(seen.share, (settings.band_low, settings.band_high))
        self.value.setText(value_words(seen.share))
        words = translate("Replay", "Target {band} %").format(band=band_words(settings))
        self.target.setText(words)
        self.gauge.setAccessibleDescription(f"{self.value.text()}. {words}")

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(10), px(12), px(10))
        self._column.setSpacing(px(4))


class FirstChange(QFrame):
    """One exercise, and its sibling one step nearer to running. `asked(id)`: show the sibling."""

    asked = Signal(str)

    def __init__(self, theme: Theme, glyphs: GlyphCache) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme, self._glyphs = theme, glyphs
        self._change: Change | None = None
        self.heading = plain_label(translate("Replay", "What to change first"), "heading")
        self.words = plain_label()
        self.words.setWordWrap(True)
        self._arrow = plain_label("\u2192", "title")
        self._pictures = (QLabel(), QLabel())
        self.names = (plain_label(kind="strong"), plain_label(kind="strong"))
        self._classes = (plain_label(kind="muted"), plain_label(kind="muted"))
        self.open = push_button(translate("Replay", "Show it in the &Library"), self._ask, "pill")
        self._pair = QHBoxLayout()
        for place in (0, 1):
            column = QVBoxLayout()
            column.setSpacing(0)
            self.names[place].setWordWrap(True)
            column.addWidget(self.names[place])
            column.addWidget(self._classes[place])
            self._pair.addWidget(self._pictures[place])
            self._pair.addLayout(column, 1)
            if not place:
                self._pair.addWidget(self._arrow)
        foot = QHBoxLayout()
        foot.addWidget(self.words, 1)
        foot.addWidget(self.open, 0, Qt.AlignmentFlag.AlignBottom)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._pair)
        self._column.addLayout(foot)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_change(self, change: Change | None) -> None:
        """Show the change, or nothing."""
        self._change = change
        self.setVisible(change is not None)
        if change is None:
            return
        for place, exercise in enumerate((change.exercise, change.sibling)):
            self.names[place].setText(one_line(exercise.name, 80))
            self._classes[place].setText(class_word(exercise.laterality))
        self.words.setText(change_words(change))
        self._paint()
        told = f"{self.names[0].text()} \u2192 {self.names[1].text()}. {self.words.text()}"
        self.setAccessibleName(self.heading.text())
        self.setAccessibleDescription(told)
        self.open.setAccessibleDescription(told)

    def _ask(self) -> None:
        if self._change is not None:
            self.asked.emit(self._change.sibling.id)

    def _paint(self) -> None:
        if self._change is None:
            return
        pair: tuple[Exercise, Exercise] = (self._change.exercise, self._change.sibling)
        side, ratio = self._theme.px(40), self.devicePixelRatioF()
        for picture, exercise in zip(self._pictures, pair, strict=True):
            picture.setPixmap(self._glyphs.pixmap(exercise, side, ratio))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(12))
        self._column.setSpacing(px(8))
        self._pair.setSpacing(px(10))
        self._paint()
