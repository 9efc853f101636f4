"""The top of the exercise in sight: glyph, name, which set, what is planned, what to think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.domain.workout import labels
from hemipelvi_gui.ui.log.workout_words import counter_words
from hemipelvi_gui.ui.plain import one_line, plain_label, tooltip
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
GLYPH, LONGEST_NAME, LONGEST_CUE = 72, 90, 220


class ExerciseHead(QWidget):
    """Shows what the bench has in sight; long names take as many lines as they need."""

    def __init__(self, theme: Theme, bench: Bench, glyphs: GlyphCache) -> None:
        super().__init__()
        self._theme, self._bench, self._glyphs = theme, bench, glyphs
        self.glyph = QLabel()
        self.name = plain_label()
        self.name.setWordWrap(True)
        # A name without a blank must not make the page wider.
        self.name.setMinimumWidth(1)
        self.counter = plain_label()
        self.planned = plain_label(kind="muted")
        self.planned.setWordWrap(True)
        self.planned.setMinimumWidth(1)
        self.cue = plain_label(kind="muted")
        self.cue.setWordWrap(True)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self.glyph, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(self.name, 0, 1)
        top = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(self.counter, 0, 2, top)
        self._grid.addWidget(self.planned, 1, 1, 1, 2)
        self._grid.addWidget(self.cue, 2, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_task(self, correcting: tuple[int, int] | None) -> None:
        """The task in sight, or that nothing is left. `correcting`: place and number of a set."""
        workout, ahead = self._bench.workout, self._bench.coming
        if workout is None:
            return
        over = ahead is None and correcting is None
        self.glyph.setVisible(not over)
        self.cue.setVisible(False)
        if ahead is None:
            all_done, empty = (
                translate("Log", "All done."),
                translate("Log", "Nothing in it yet: add an exercise."),
            )
            self.name.setText(all_done if workout.tasks else empty)
            self.counter.setText("")
            self.planned.setText("")
            return
        task = workout.tasks[ahead.place]
        name = self._bench.name_of(task)
        label = labels(workout.tasks)[ahead.place]
        self.name.setText(one_line(f"{label} {name}".strip(), LONGEST_NAME))
        self.name.setToolTip(tooltip(name))
        self.counter.setText(counter_words(ahead, correcting))
        words = DOT.join(shown(each) for each in prescription_words(task.plan))
        self.planned.setText(translate("Log", "Planned: {words}").format(words=words))
        self.planned.setToolTip(tooltip(words))
        self.cue.setText(one_line(self._bench.cue(), LONGEST_CUE))
        self.cue.setVisible(not over and bool(self.cue.text()))
        size, ratio = self._theme.px(GLYPH), self.devicePixelRatioF()
        self.glyph.setPixmap(self._glyphs.pixmap(self._bench.exercise, size, ratio))

    def _restyle(self) -> None:
        theme, px = self._theme, self._theme.px
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(4))
        self.name.setFont(theme.bold(30))
        self.counter.setFont(theme.bold(22))
        self.planned.setFont(theme.font(16))
        self.cue.setFont(theme.font(16))
