"""What is usually prescribed of a movement, for exercises that come in without any prescription.

Coaching defaults, to be looked over by the runner.
"""

from __future__ import annotations

from hemipelvi_gui.domain.exercises import Pattern

# Movements that sets of eight do not fit.
PRESCRIPTIONS = {
    Pattern.MOBILITY: "2x30s",
    Pattern.ROLLING: "1x60s",
    Pattern.LIGHT: "1x8min",
    Pattern.CARRY: "3x40m @7 rest 90",
    Pattern.DRILL: "3x20m @5 rest 45",
    Pattern.PLYOMETRIC: "3x5 rest 90",
}
WORK, WORK_A_SIDE = "3x8 @7 rest 90", "3x8/side @7 rest 90"
