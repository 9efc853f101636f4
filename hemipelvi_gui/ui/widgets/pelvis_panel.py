"""What the selected exercise asks of each half of the pelvis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout

from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.widgets.pelvis_figure import PelvisFigure
from hemipelvi_gui.ui.wording import facet_line

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class PelvisPanel(QFrame):
    """The figure with its words, still until the pointer is over it or Play is pressed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self._exercise: Exercise | None = None
        self._kept_playing = False
        self.figure = PelvisFigure(theme, compact=True)
        self._heading = plain_label(translate("Pelvis", "Pelvis from above"), "heading")
        self._what = ElidedLabel("", "muted")
        self._what.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.play = QPushButton()
        self.play.setProperty("kind", "link")
        self.play.clicked.connect(self._toggle)
        self._box = QVBoxLayout(self)
        top, middle = QHBoxLayout(), QGridLayout()
        top.addWidget(self._heading)
        top.addWidget(self._what, 1)
        middle.addWidget(self.figure, 0, 0)
        # In the corner, beside the line that the figure has at its foot.
        corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        middle.addWidget(self.play, 0, 0, corner)
        self._box.addLayout(top)
        self._box.addLayout(middle, 1)
        theme.changed.connect(self.refresh)
        self.refresh()
        self.figure.show_still()

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Show another exercise; None shows what running asks for."""
        if exercise is self._exercise:
            return
        self._exercise = exercise
        if exercise is None:
            self.figure.show_running()
        else:
            self.figure.show_exercise(exercise)
        if not self.figure.playing:
            self.figure.show_still()
        self.refresh()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Play while the pointer is over it, unless the desktop asks for less motion."""
        super().enterEvent(event)
        if not self.figure.reduced_motion:
            self.figure.playing = True

    def leaveEvent(self, event: QEvent) -> None:
        """Stand still again, unless Play was pressed."""
        super().leaveEvent(event)
        if not self._kept_playing:
            self.figure.show_still()

    def refresh(self) -> None:
        """Word it again."""
        px = self._theme.px
        self._box.setContentsMargins(px(16), px(12), px(16), px(8))
        self._box.setSpacing(px(2))
        if self._exercise is None:
            self._what.setText(translate("Pelvis", "running, right foot down"))
        else:
            self._what.setText(facet_line(self._exercise))
        self._name_play()

    def _toggle(self) -> None:
        self._kept_playing = not self._kept_playing
        if self._kept_playing:
            self.figure.playing = True
        else:
            self.figure.show_still()
        self._name_play()

    def _name_play(self) -> None:
        stop, play = translate("Pelvis", "Stop"), translate("Pelvis", "Play")
        self.play.setText(stop if self._kept_playing else play)
