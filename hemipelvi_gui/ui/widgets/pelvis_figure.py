"""The figure that moves: the pelvis from above in an exercise, in running, in a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from hemipelvi_gui.domain.motion import motion_of
from hemipelvi_gui.domain.running_order import running_order
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.widgets.pelvis_frame import Cell, Frame, paint_frame, paint_now, paint_strip
from hemipelvi_gui.ui.widgets.pelvis_scenes import ExerciseScene, RunningScene, SessionScene
from hemipelvi_gui.ui.widgets.pelvis_strips import clock
from hemipelvi_gui.ui.widgets.pelvis_words import both_words, comparison, translate, turn_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.pelvis_scenes import Scene

FRAME_MS = 16
STEPS_BY_KEY = 40


class PelvisFigure(QWidget):
    """Plays a scene while it is visible. Where the desktop asks for less motion it starts still.

    `compact`: for small places: without a strip, and it takes no part in the order of Tab.
    """

    moment_changed = Signal(float)
    playing_changed = Signal(bool)
    scene_changed = Signal()

    def __init__(self, theme: Theme, *, compact: bool = False) -> None:
        super().__init__()
        self._theme, self._compact = theme, compact
        self._scene: Scene = RunningScene()
        self._title = ""
        self._moment, self._speed = 0.0, 1.0
        self._wanted = self._beside = False
        self._strip: QPixmap | None = None
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._tick)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        if not compact:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self._restyle)
        self.show_running()

    @property
    def reduced_motion(self) -> bool:
        """Whether the desktop asks for less motion."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self.style().styleHint(hint, None, self) == 0

    @property
    def scene(self) -> Scene:
        """What it plays."""
        return self._scene

    @property
    def moment(self) -> float:
        """Seconds since the start of the scene, in [0, duration]."""
        return self._moment

    @property
    def duration(self) -> float:
        """Seconds of the scene."""
        return self._scene.duration

    @property
    def playing(self) -> bool:
        """Whether it moves, or will as soon as it is visible."""
        return self._wanted

    @playing.setter
    def playing(self, playing: bool) -> None:
        if playing != self._wanted:
            self._wanted = playing
            self._run_or_rest()
            self.playing_changed.emit(playing)

    @property
    def speed(self) -> float:
        """How fast it plays; 1 is its usual speed."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._speed = speed

    @property
    def beside_running(self) -> bool:
        """Whether running is shown beside the exercise."""
        return self._beside and isinstance(self._scene, ExerciseScene)

    @beside_running.setter
    def beside_running(self, beside: bool) -> None:
        self._beside = beside
        self.update()

    def show_exercise(self, exercise: Exercise, prescription: Prescription | None = None) -> None:
        """Play an exercise, at the tempo of a prescription or its usual one."""
        self._show(ExerciseScene(motion_of(exercise, prescription)), one_line(exercise.name))

    def show_running(self) -> None:
        """Play a stride of running."""
        self._show(RunningScene(), translate("Pelvis", "Running"))

    def show_session(self, session: Session, library: Mapping[str, Exercise]) -> None:
        """Play a session, item after item."""
        self._show(SessionScene(running_order(session, library)), one_line(session.name))

    def set_moment(self, moment: float) -> None:
        """Go to a moment in seconds; past the end it begins again."""
        length = self.duration
        self._moment = 0.0 if length <= 0 else moment if 0 <= moment <= length else moment % length
        self.update()
        self.moment_changed.emit(self._moment)

    def show_still(self) -> None:
        """Stop at the moment that says most."""
        self.playing = False
        self.set_moment(self._scene.still_at)

    def frame(self) -> Frame:
        """What the present moment shows."""
        scene, moment = self._scene, self._moment
        pose = scene.pose_at(moment)
        if isinstance(scene, SessionScene):
            turn = scene.turn_at(moment)
            name = "" if turn is None or turn.exercise is None else one_line(turn.exercise.name)
            left, right = scene.order.done_by(moment)
            line = translate("Pelvis", "{now} of {all} · left {left} · right {right} hard sets")
            told = line.format(
                now=clock(moment),
                all=clock(scene.duration),
                left=f"{left:.1f}",
                right=f"{right:.1f}",
            )
            return Frame((Cell(name, pose),), told)
        if isinstance(scene, ExerciseScene):
            cells = [Cell(self._title if self._beside else "", pose)]
            if self._beside:
                words = comparison(scene.phase_at(moment))
                cells.append(Cell(words, scene.running_at(moment)))
            return Frame(tuple(cells), "")
        return Frame((Cell("", pose),), "" if self._compact else turn_words(pose))

    def sizeHint(self) -> QSize:
        """Room for the figure with its words."""
        px = self._theme.px
        return QSize(px(300), px(158)) if self._compact else QSize(px(400), px(320))

    def minimumSizeHint(self) -> QSize:
        """Where the halves can still be told apart."""
        px = self._theme.px
        return QSize(px(180), px(120)) if self._compact else QSize(px(260), px(220))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One frame."""
        painter = QPainter(self)
        rest = paint_frame(painter, QRectF(self.rect()), self.frame(), self._theme)
        self._paint_strip(painter, rest)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space plays and stops, arrows step, Home and End go to the ends."""
        step = self.duration / STEPS_BY_KEY
        goals = {
            Qt.Key.Key_Left: max(0.0, self._moment - step),
            Qt.Key.Key_Right: min(self.duration, self._moment + step),
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self.duration,
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Space and not self._compact:
            self.playing = not self._wanted
        elif key in goals and not self._compact:
            self.playing = False
            self.set_moment(goals[key])
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Go on from where it was."""
        super().showEvent(event)
        self._run_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing moves while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The strip is painted anew."""
        super().resizeEvent(event)
        self._strip = None

    def _show(self, scene: Scene, title: str) -> None:
        self._scene, self._title, self._strip = scene, title, None
        still = self._compact or self.reduced_motion
        self.playing = self._wanted if self._compact else not still
        self.set_moment(scene.still_at if still and not self._wanted else 0.0)
        words = both_words(scene.pose_at(scene.still_at))
        self.setAccessibleName(translate("Pelvis", "Pelvis from above"))
        self.setAccessibleDescription(", ".join((title, *words)))
        self.scene_changed.emit()

    def _run_or_rest(self) -> None:
        if self._wanted and self.isVisible() and self.duration > 0:
            self._clock.start()
            self._timer.start()
        else:
            self._timer.stop()

    def _tick(self) -> None:
        passed = self._clock.restart() / 1000
        self.set_moment(self._moment + passed * self._scene.rate * self._speed)

    def _paint_strip(self, painter: QPainter, rect: QRectF) -> None:
        if rect.height() <= 0 or isinstance(self._scene, ExerciseScene):
            return
        if self._strip is None:
            self._strip = paint_strip(rect, self._scene, self._theme, self.devicePixelRatioF())
        painter.drawPixmap(rect.topLeft(), self._strip)
        order = self._scene.order if isinstance(self._scene, SessionScene) else None
        part = self._moment / self.duration if self.duration else 0.0
        paint_now(painter, rect, self._theme, order, self._moment, part)

    def _restyle(self) -> None:
        self._strip = None
        self.updateGeometry()
        self.update()
