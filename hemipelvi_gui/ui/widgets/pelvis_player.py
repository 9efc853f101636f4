"""The figure with its controls: play, a slider through time, slow motion, running beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.widgets.pelvis_figure import PelvisFigure
from hemipelvi_gui.ui.widgets.pelvis_scenes import ExerciseScene
from hemipelvi_gui.ui.widgets.pelvis_scrubber import STEPS, Scrubber
from hemipelvi_gui.ui.widgets.pelvis_strips import KNOB, side_column
from hemipelvi_gui.ui.widgets.pelvis_words import translate

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme

SLOW = 0.25


class PelvisPlayer(QWidget):
    """Plays an exercise, running or a session, and lets one stop, look and compare."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.figure = PelvisFigure(theme)
        self.play = QPushButton()
        self.slider = Scrubber()
        self.slider.setAccessibleName(translate("Pelvis", "Moment"))
        self.slow = QCheckBox(translate("Pelvis", "Slow"))
        self.compare = QCheckBox(translate("Pelvis", "Compare with running"))
        self._box, self._way, self._row = QVBoxLayout(self), QHBoxLayout(), FlowLayout()
        self._box.addWidget(self.figure, 1)
        self._box.addLayout(self._way)
        self._way.addWidget(self.slider)
        self._box.addLayout(self._row)
        for each in (self.play, self.slow, self.compare):
            self._row.addWidget(each)
        self.play.clicked.connect(self._toggle)
        self.slider.valueChanged.connect(self._scrub)
        self.slow.toggled.connect(self._set_slow)
        self.compare.toggled.connect(self._set_compare)
        self.figure.moment_changed.connect(self._follow)
        self.figure.playing_changed.connect(self._name_play)
        self.figure.scene_changed.connect(self._offer)
        theme.changed.connect(self._restyle)
        self._restyle()
        self._name_play(self.figure.playing)

    def show_exercise(self, exercise: Exercise, prescription: Prescription | None = None) -> None:
        """Play an exercise."""
        self.figure.show_exercise(exercise, prescription)

    def show_running(self) -> None:
        """Play running."""
        self.figure.show_running()

    def show_session(self, session: Session, library: Mapping[str, Exercise]) -> None:
        """Play a session."""
        self.figure.show_session(session, library)

    def _toggle(self) -> None:
        self.figure.playing = not self.figure.playing

    def _scrub(self, value: int) -> None:
        self.figure.playing = False
        self.figure.set_moment(self.figure.duration * value / STEPS)

    def _follow(self, moment: float) -> None:
        length = self.figure.duration
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(STEPS * moment / length) if length else 0)

    def _set_slow(self, slow: bool) -> None:
        self.figure.speed = SLOW if slow else 1.0

    def _set_compare(self, beside: bool) -> None:
        self.figure.beside_running = beside

    def _name_play(self, playing: bool) -> None:
        self.play.setText(translate("Pelvis", "Pause") if playing else translate("Pelvis", "Play"))

    def _offer(self) -> None:
        """Only an exercise can lie beside running, and only it has no strip to keep below."""
        exercise = isinstance(self.figure.scene, ExerciseScene)
        self.compare.setVisible(exercise)
        px = self._theme.px
        indent = 0 if exercise else side_column(self._theme) - px(KNOB) // 2
        self._way.setContentsMargins(indent, 0, 0, 0)

    def _restyle(self) -> None:
        px = self._theme.px
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(6))
        self._row.setSpacing(px(12))
        # The knob is higher than what Qt keeps free for it at large text.
        self.slider.setMinimumHeight(px(KNOB + 6))
        self._offer()
        # "Pause" is longer than "Play", and the row must not jump.
        self.play.setMinimumWidth(px(72))
        for box in (self.slow, self.compare):
            # As high as the button, to stand in line with it.
            box.setMinimumHeight(self.play.sizeHint().height())
