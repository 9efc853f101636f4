"""Is the lifting helping the running? An answer from the log, or "not enough data".

`verdict(log, library, settings, as_of)` gives a `Verdict`: its `Code`, each `Change` with its
interval, what is missing or speaks against it, and the `Step`s that led there (MODEL.md section
7). `series_of` reads the weekly values behind it, over as many weeks as one asks for: a `Series`.
"""

from hemipelvi_gui.coach.verdict.cautions import Caution
from hemipelvi_gui.coach.verdict.judging import judge, verdict
from hemipelvi_gui.coach.verdict.result import Bilateral, Change, Pace, Step, Unit, Verdict
from hemipelvi_gui.coach.verdict.rule import Code
from hemipelvi_gui.coach.verdict.series import Basis, Series, Weekly, series_of
from hemipelvi_gui.coach.verdict.statistics import theil_sen

__all__ = [
    "Basis",
    "Bilateral",
    "Caution",
    "Change",
    "Code",
    "Pace",
    "Series",
    "Step",
    "Unit",
    "Verdict",
    "Weekly",
    "judge",
    "series_of",
    "theil_sen",
    "verdict",
]
