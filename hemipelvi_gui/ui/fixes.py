"""How to mend what was found in the shown week: looked for when there is time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hemipelvi_gui.coach.weeks.rules import fix_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekFix, WeekReading


class Fixes(QObject):
    """Keeps the fix of each finding of the reading, as it may take trying several on the week.

    `found(finding)`: now it is known how to mend it, or that there is no way.
    """

    found = Signal(object)

    def __init__(self, shown: Callable[[], WeekReading], parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._reading: WeekReading | None = None
        self._known: dict[tuple[str, str], WeekFix | None] = {}

    def look(self) -> Iterator[None]:
        """Look for one fix after the other; may take some milliseconds each."""
        for finding in self._shown().findings:
            if _key(finding) not in self._of_reading():
                self.of(finding)
                self.found.emit(finding)
                yield

    def of(self, finding: WeekFinding) -> WeekFix | None:
        """The fix of one of the reading's findings, worked out now if need be."""
        known, key = self._of_reading(), _key(finding)
        if key not in known:
            known[key] = fix_for(self._shown(), finding)
        return known[key]

    def known(self, finding: WeekFinding) -> WeekFix | None:
        """The same where it has been looked for; else None."""
        return self._of_reading().get(_key(finding))

    def _of_reading(self) -> dict[tuple[str, str], WeekFix | None]:
        reading = self._shown()
        if self._reading is not reading:
            self._reading, self._known = reading, {}
        return self._known


def _key(finding: WeekFinding) -> tuple[str, str]:
    return (finding.rule, finding.about)
