"""The clock beside the sets: get ready, hold, rest. It only counts; `ClockFace` shows it."""

from __future__ import annotations

from enum import Enum
from math import ceil
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

READY_S = 3
TICK_MS = 100
LONGEST_S = 3600.0


class Phase(Enum):
    """What is counted: nothing, 3-2-1 before a hold, the hold, the rest after a set."""

    IDLE = "idle"
    READY = "ready"
    HOLD = "hold"
    REST = "rest"


class SetClock(QObject):
    """Counts down. `ticked`: it shows something else. `sounded`: a sound is due.

    `held(seconds)`: a hold is over, by itself or by `stop`. `rested`: so is a rest, by itself.
    """

    ticked = Signal()
    sounded = Signal()
    held = Signal(float)
    rested = Signal()

    def __init__(self, parent: QObject | None = None, now: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self.phase = Phase.IDLE
        self._began = 0.0
        self._lasts = 0.0
        self._hold_s = 0.0
        self._said = 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def left_s(self) -> float:
        """Seconds that are left of what is counted."""
        return max(0.0, self._began + self._lasts - self._now())

    @property
    def shown_s(self) -> int:
        """The whole seconds to show: 3, 2, 1."""
        return ceil(self.left_s)

    @property
    def part(self) -> float:
        """How much of it is left, in [0, 1]."""
        return self.left_s / self._lasts if self._lasts else 0.0

    def rest(self, seconds: float) -> None:
        """Count a rest; 0 counts nothing."""
        self._count(Phase.REST if seconds > 0 else Phase.IDLE, seconds)

    def hold(self, seconds: float) -> None:
        """Count 3, 2, 1, then the hold."""
        self._hold_s = seconds
        self._count(Phase.READY, READY_S)
        self.sounded.emit()

    def lengthen(self, seconds: float) -> None:
        """Rest some seconds more, or fewer."""
        if self.phase is Phase.REST:
            self._lasts = min(max(self._lasts + seconds, 0.0), LONGEST_S)
            self.look()

    def stop(self) -> None:
        """Count no further; a hold is over then, as long as it was."""
        was, lasted = self.phase, self._now() - self._began
        self._count(Phase.IDLE, 0)
        if was is Phase.HOLD:
            self.held.emit(float(max(1, round(lasted))))

    def forget(self) -> None:
        """Count no further, and nothing came of it."""
        self._count(Phase.IDLE, 0)

    def look(self) -> None:
        """See what time it is: what is over gives way to what comes after it."""
        if self.phase is Phase.IDLE:
            return
        if self.left_s > 0:
            if self.phase is Phase.READY and self.shown_s < self._said:
                self.sounded.emit()
            self._said = self.shown_s
            self.ticked.emit()
            return
        was = self.phase
        self.sounded.emit()
        if was is Phase.READY:
            self._count(Phase.HOLD, self._hold_s)
            return
        self._count(Phase.IDLE, 0)
        if was is Phase.HOLD:
            self.held.emit(self._hold_s)
        else:
            self.rested.emit()

    def _count(self, phase: Phase, seconds: float) -> None:
        self.phase, self._began, self._lasts = phase, self._now(), float(seconds)
        self._said = self.shown_s
        if phase is Phase.IDLE:
            self._timer.stop()
        else:
            self._timer.start()
        self.ticked.emit()
