"""Home tests: each side's latest median, the runner's own change since the last and the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hemipelvi_gui.coach.verdict.wording import signed
from hemipelvi_gui.domain.check_ins import TestKind
from hemipelvi_gui.domain.home_tests import DETECTABLE, middle
from hemipelvi_gui.domain.text import translate as text
from hemipelvi_gui.ui.days import day_and_month, full_day
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.domain.check_ins import HomeTest
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
MANY = 2  # tests; of more than these the last change is not that since the first
DEGREES, CENTIMETRES = "\u00b0", "\u00a0cm"
NAMES = {
    TestKind.THOMAS: (
        text("Progress", "Thomas test, thigh below horizontal (more is freer)"),
        DEGREES,
    ),
    TestKind.HIP_ROTATION: (
        text("Progress", "Hip rotation inwards, seated (more is freer)"),
        DEGREES,
    ),
    TestKind.LEG_RAISE: (text("Progress", "Straight-leg raise (more is freer)"), DEGREES),
    TestKind.SIT_AND_REACH: (
        text("Progress", "Sit and reach, past the toes (more is further)"),
        CENTIMETRES,
    ),
    TestKind.TOE_TOUCH: (
        text("Progress", "Toe touch, fingers to the floor (less is further)"),
        CENTIMETRES,
    ),
}


class TestsPanel(QFrame):
    """A line for each test that was ever done."""

    __test__ = False  # no test of ours, though pytest would take it for one

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self.lines: list[QLabel] = []
        self._column = QVBoxLayout(self)
        title = translate("Progress", "Home tests")
        self._column.addWidget(plain_label(title, "heading"))
        self.setAccessibleName(title)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_tests(self, tests: Sequence[HomeTest]) -> None:
        """Tell of them anew."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.deleteLater()
        words = list(_lines(tests)) or [
            translate(
                "Progress",
                "None measured yet. On the Log page: left and right, at the same time of day, "
                "three times.",
            )
        ]
        self.lines = [plain_label(each, "" if tests else "muted") for each in words]
        for line in self.lines:
            line.setWordWrap(True)
            self._column.addWidget(line)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(4))


def _lines(tests: Sequence[HomeTest]) -> Iterator[str]:
    for kind, (name, unit) in NAMES.items():
        found = [each for each in tests if each.kind is kind]
        sides = (
            (translate("Progress", "left"), [(each, each.left) for each in found if each.left]),
            (translate("Progress", "right"), [(each, each.right) for each in found if each.right]),
        )
        two_sided = bool(sides[1][1])
        told = [
            f"{side} {_side(kind, unit, measured)}" if two_sided else _side(kind, unit, measured)
            for side, measured in sides
            if measured
        ]
        if told:
            yield f"{shown(name)}: {', '.join(told)}"


def _side(kind: TestKind, unit: str, measured: Sequence[tuple[HomeTest, tuple[float, ...]]]) -> str:
    """As in "34\u00b0 (\u22121\u00b0 since 9 Nov; +6\u00b0 since 18 Jul)": last and first."""
    latest, readings = measured[-1]
    now = middle(readings) or 0.0
    words = f"{now:.1f}".removesuffix(".0") + unit
    before = [measured[-2], measured[0]] if len(measured) > MANY else list(measured[:-1])
    changes = [
        _change(kind, unit, now - (middle(then) or 0.0), each.date, latest.date)
        for each, then in before
    ]
    return f"{words} ({'; '.join(changes)})" if changes else words


def _change(kind: TestKind, unit: str, change: float, day: date, latest: date) -> str:
    since = translate("Progress", "{change} since {day}").format(
        change=signed(change).removesuffix(".0") + unit,
        day=day_and_month(day) if day.year == latest.year else full_day(day),
    )
    if kind in DETECTABLE and abs(change) < DETECTABLE[kind]:
        since += translate("Progress", ", within the error of measuring")
    return since
