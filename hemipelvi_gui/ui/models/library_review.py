"""The guesses that somebody should look at, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from hemipelvi_gui.domain.own import is_undecided

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.document import Document


def undecided(document: Document) -> list[Exercise]:
    """Exercises with guessed facets, by name."""
    found = (each for each in document.own_exercises.values() if is_undecided(each))
    return sorted(found, key=lambda each: (each.name.casefold(), each.id))


class ReviewQueue(QObject):
    """A round through what was undecided when it began. `changed`: another place or exercise.

    What is decided keeps its place, so that one can go back to it. A decision that is undone is
    gone back to, and so is a guess that was gone. Guesses that are new come last.
    """

    changed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._begun = False
        # All that were ever in this round, also those that are gone now: they may come back.
        self._round: list[str] = []
        self._ids: list[str] = []
        self._at = 0
        self._open: frozenset[str] = frozenset()
        document.changed.connect(self._follow)

    @property
    def total(self) -> int:
        """How many there are in this round."""
        return len(self._ids)

    @property
    def place(self) -> int:
        """Which one it is at, from 0; `total` where the round is over."""
        return self._at

    @property
    def left(self) -> int:
        """How many of the round are still undecided."""
        return len(self._open)

    @property
    def current(self) -> Exercise | None:
        """The exercise to decide, None where the round is over."""
        if self._at >= len(self._ids):
            return None
        return self._document.own_exercises.get(self._ids[self._at])

    def begin(self) -> None:
        """Begin a round with what is undecided now."""
        self._begun = True
        self._round = [each.id for each in undecided(self._document)]
        self._ids = list(self._round)
        self._at = 0
        self._open = frozenset(self._ids)
        self.changed.emit()

    def forward(self) -> None:
        """Go on to the next."""
        self._go(self._at + 1)

    def back(self) -> None:
        """Go back to the one before, decided or not."""
        self._go(self._at - 1)

    def _go(self, place: int) -> None:
        wanted = min(max(place, 0), len(self._ids))
        if wanted != self._at:
            self._at = wanted
            self.changed.emit()

    def _follow(self) -> None:
        """Exercises may be gone or back, and decisions undone."""
        if not self._begun:
            return
        own = self._document.own_exercises
        known = frozenset(self._round)
        guesses = [each.id for each in undecided(self._document)]
        self._round += [each for each in guesses if each not in known]
        kept, now = [each for each in self._round if each in own], frozenset(guesses)
        if kept == self._ids and now == self._open:
            return
        again = [each for each in kept if each in known and each in now - self._open]
        passed = frozenset(self._ids[: self._at])
        at = sum(each in passed for each in kept)
        if self._at < len(self._ids) and self._ids[self._at] in own:
            at = kept.index(self._ids[self._at])
        self._at = kept.index(again[0]) if again else at
        self._ids, self._open = kept, now
        self.changed.emit()
