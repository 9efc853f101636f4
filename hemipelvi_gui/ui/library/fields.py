"""Small parts of the Library page's forms and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QPushButton, QSizePolicy

from hemipelvi_gui.ui.plain import menu_text, one_line
from hemipelvi_gui.ui.widgets.chips import MenuChip
from hemipelvi_gui.ui.wording import DOT, score_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
GLYPH, BESIDE_NAME = 28, 30


class CalmBox(QComboBox):
    """A choice that the mouse wheel leaves alone, as it scrolls the page that the choice is on."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Not for this."""
        event.ignore()


class Ticks(MenuChip):
    """Several values of a list, ticked in a menu; the chip shows which. `changed` tells."""

    changed = Signal()

    def __init__(self, theme: Theme, title: str, values: Sequence[tuple[object, str]]) -> None:
        super().__init__(theme, title)
        self.setProperty("kind", "ticks")
        self._words = dict(values)
        self._title = title
        self._values: tuple[object, ...] = ()
        self.setAccessibleName(title)
        self.menu_of_values.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.set_values(values)
        self.ticked.connect(self._tick)
        self._word()

    @property
    def values(self) -> tuple[object, ...]:
        """What is ticked, in the order of ticking."""
        return self._values

    def set_ticked(self, values: Sequence[object]) -> None:
        """Tick exactly these, without telling anyone."""
        self._values = tuple(values)
        self.show_ticks(frozenset(values))
        self._word()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(160), super().sizeHint().height())

    def _tick(self, value: object, on: bool) -> None:
        others = tuple(each for each in self._values if each != value)
        self._values = (*others, value) if on else others
        self.setChecked(bool(self._values))
        self._word()
        self.changed.emit()

    def _word(self) -> None:
        words = ", ".join(self._words[each] for each in self._values)
        self.setText(menu_text(words or translate("Own", "None")))
        self.setAccessibleDescription(words)


class StepButton(QPushButton):
    """An exercise as a link to it: glyph, name and score; a name without room ends in …."""

    def __init__(self, theme: Theme, glyphs: GlyphCache, exercise: Exercise) -> None:
        super().__init__()
        self._theme = theme
        self.exercise = exercise
        self.setProperty("kind", "step")
        side = theme.px(GLYPH)
        self.setIcon(QIcon(glyphs.pixmap(exercise, side, self.devicePixelRatioF())))
        self.setIconSize(QSize(side, side))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(
            translate("Library", "Go to {name}, {score}").format(
                name=exercise.name, score=score_word(exercise.asymmetry)
            )
        )
        self._fit(theme.px(400))

    def minimumSizeHint(self) -> QSize:
        """A few letters wide."""
        return QSize(self._theme.px(80), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name where there is no room for it."""
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        score = f"{DOT}{score_word(self.exercise.asymmetry)}"
        metrics, name = self.fontMetrics(), one_line(self.exercise.name)
        taken = self._theme.px(GLYPH + BESIDE_NAME) + metrics.horizontalAdvance(score)
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(0, width - taken))
        self.setText(menu_text(shown + score))
