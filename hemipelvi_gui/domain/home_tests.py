"""What home tests say: the median of the readings, and one's own change (MODEL.md section 9).

No norms and no diagnosis: only what was measured before on the same person.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.check_ins import SIDED_TESTS, HomeTest, TestKind

if TYPE_CHECKING:
    from collections.abc import Iterable

# Degrees that a change has to pass to be more than the error of measuring; of the others none is
# known.
DETECTABLE = {TestKind.HIP_ROTATION: 5.4, TestKind.LEG_RAISE: 7.0}
IN_DEGREES = SIDED_TESTS
MOST_READINGS = 3
# Readings that a body can give: degrees, and cm past the toes or short of the floor.
LIMITS = {kind: (-90.0, 150.0) if kind in IN_DEGREES else (-60.0, 60.0) for kind in TestKind}


@dataclass(frozen=True)
class Change:
    """One side of a test: the median now, and how much more that is than the last and first time.

    None: there was no time before. `detectable`: the least change that measuring can tell, None
    where it is not known.
    """

    now: float
    since_last: float | None
    since_first: float | None
    detectable: float | None

    @property
    def can_be_told(self) -> bool | None:
        """Whether the change since the last time is more than the error; None: not known."""
        if self.since_last is None or self.detectable is None:
            return None
        return abs(self.since_last) >= self.detectable


def middle(readings: tuple[float, ...]) -> float | None:
    """The median of the readings of one side, None of none."""
    return median(readings) if readings else None


def change(tests: Iterable[HomeTest], now: HomeTest, *, right: bool = False) -> Change | None:
    """The change of one side up to `now`; None where that side was not measured now."""
    value = middle(now.right if right else now.left)
    if value is None:
        return None
    earlier = sorted(
        (
            each
            for each in tests
            if each.kind is now.kind
            and each.id != now.id
            and _when(each) < _when(now)
            and (each.right if right else each.left)
        ),
        key=_when,
    )
    sides = [middle(each.right if right else each.left) for each in earlier]
    found = [each for each in sides if each is not None]
    return Change(
        value,
        round(value - found[-1], 3) if found else None,
        round(value - found[0], 3) if found else None,
        DETECTABLE.get(now.kind),
    )


def _when(test: HomeTest) -> tuple[str, str]:
    return test.date.isoformat(), "" if test.start is None else test.start.isoformat()
