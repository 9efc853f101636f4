"""Why an exercise has its score: the sum, and one cue, beneath the library."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.exercise_card import SCORE_ROLES
from hemipelvi_gui.ui.wording import class_word, score_sum

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate

# A line breaks before a plus, not between a word and its number.
BEFORE_NUMBER = re.compile(r" (?=[.\d=])")


class ScoreStrip(QFrame):
    """Shows the sum behind one exercise's score."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._exercise: Exercise | None = None
        self._short = False
        self.setAccessibleName(translate("Library", "Why this score"))
        self._heading = plain_label(translate("Library", "Why this score"))
        self._class = plain_label()
        self._sum = plain_label()
        self._cue = plain_label(kind="muted")
        for label in (self._sum, self._cue):
            label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self._heading)
        row.addStretch(1)
        row.addWidget(self._class)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addWidget(self._sum)
        self._column.addWidget(self._cue)
        theme.changed.connect(self._follow_theme)
        self._follow_theme()

    @property
    def words(self) -> str:
        """What the strip says, for assistive tools and tests."""
        labels: tuple[QLabel, ...] = (self._class, self._sum, self._cue)
        return "\n".join(label.text() for label in labels if label.text())

    def shorten(self, *, short: bool) -> None:
        """The sum alone where there is little room, without the cue."""
        self._short = short
        self._cue.setVisible(bool(self._cue.text()) and not short)

    def explain(self, exercise: Exercise) -> None:
        """Show the sum of this exercise."""
        if exercise == self._exercise:
            return
        self._exercise = exercise
        self._class.setText(class_word(exercise.laterality))
        self._sum.setText(BEFORE_NUMBER.sub("\u00a0", score_sum(exercise.facets)))
        self._cue.setText(one_line(exercise.cue))
        self.shorten(short=self._short)
        self.setAccessibleDescription(self.words)
        self._colour()

    def _colour(self) -> None:
        if self._exercise is not None:
            role = SCORE_ROLES[self._exercise.laterality]
            self._class.setStyleSheet(f"color: {self._theme.palette.colour(role).name()}")

    def _follow_theme(self) -> None:
        theme = self._theme
        self._heading.setFont(theme.bold(11.5))
        self._class.setFont(theme.bold(11.5))
        self._sum.setFont(theme.font(11.5))
        self._cue.setFont(theme.font(11.5))
        self._column.setContentsMargins(0, theme.px(8), 0, 0)
        self._column.setSpacing(theme.px(3))
        self._colour()
