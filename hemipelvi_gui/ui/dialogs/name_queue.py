"""Names of exercises to look at, one after the other, and what each of them may mean."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.history import LEAVE_OUT, NEW, Namer
from hemipelvi_gui.coach.swaps import siblings
from hemipelvi_gui.domain.search import SearchIndex, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hemipelvi_gui.coach.history import NameMatch
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.exercises import Exercise

MOST_NEAR, MOST_FOUND = 6, 40
# These are in too many names to say which exercise is meant.
EVERYWHERE = frozenset({"barbell", "dumbbell", "machine", "cable", "the", "with", "and", "on"})


class Candidate(NamedTuple):
    """One thing that a name may mean: `decision` as `assemble` takes it.

    `exercise` is what is logged then, None where the name is left out.
    """

    decision: str
    exercise: Exercise | None = None


class NameQueue:
    """Goes through names, and keeps what was decided.

    `uses` counts the sets of each name. `decisions` are those made here or before, by name.
    """

    def __init__(
        self,
        names: Sequence[NameMatch],
        uses: Mapping[str, int],
        library: Library,
        decisions: Mapping[str, str] | None = None,
    ) -> None:
        self.names = tuple(names)
        self.uses = uses
        self.decisions = dict(decisions or {})
        self.place = 0
        self._library = library

    @property
    def current(self) -> NameMatch | None:
        """The name to look at; None past the last."""
        return self.names[self.place] if self.place < len(self.names) else None

    @property
    def left(self) -> int:
        """How many are not decided yet."""
        return sum(each.name not in self.decisions for each in self.names)

    def decide(self, decision: str) -> None:
        """Decide the current name, and go on."""
        if self.current is not None:
            self.decisions[self.current.name] = decision
            self.place += 1

    def accept_rest(self) -> None:
        """Take all that is not decided for what it is proposed to be."""
        for each in self.names:
            self.decisions.setdefault(each.name, self.proposed(each))
        self.place = len(self.names)

    def take_back(self) -> None:
        """Go back to the name before, and forget what was decided of it."""
        self.back()
        if self.current is not None:
            self.decisions.pop(self.current.name, None)

    def forward(self) -> None:
        """Leave the current name as it is proposed, and go on."""
        self.place = min(self.place + 1, len(self.names))

    def back(self) -> None:
        """Go back to the name before."""
        self.place = max(self.place - 1, 0)

    def proposed(self, match: NameMatch) -> str:
        """What a name is taken for while nobody decides."""
        return match.exercise or (NEW if match.made else LEAVE_OUT)

    def made(self, name: str) -> Exercise | None:
        """The exercise to make of a name, as it was guessed."""
        return self._as_new.match(name).made

    def candidates(self, match: NameMatch) -> list[Candidate]:
        """The proposal first, then what is called alike, a new exercise, and leaving it out."""
        new, out = Candidate(NEW, self.made(match.name)), Candidate(LEAVE_OUT)
        near = [Candidate(each, self._library[each]) for each in self._near(match)]
        if match.exercise:
            first = [Candidate(match.exercise, self._library.get(match.exercise))]
            return [*first, *near, new, out]
        return [new, *near, out]

    def found(self, typed: str) -> list[Candidate]:
        """What the library has by these words, the best first."""
        ids = self._index.search(typed)[:MOST_FOUND]
        return [Candidate(each, self._library[each]) for each in ids]

    def _near(self, match: NameMatch) -> list[str]:
        """Exercises that share words with the name, most first; then those that train alike."""
        shared: Counter[str] = Counter()
        for word in dict.fromkeys(words_of(match.name)):
            if word not in EVERYWHERE:
                shared.update(dict.fromkeys(self._index.search(word)[:MOST_FOUND], 1))
        near = [each for each, _ in shared.most_common(MOST_NEAR)]
        meant = self._library.get(match.exercise) or self.made(match.name)
        if len(near) < MOST_NEAR and meant is not None and meant.facets is not None:
            alike = siblings(meant, self._library)[: MOST_NEAR - len(near)]
            near += [each.id for each in alike]
        return [each for each in dict.fromkeys(near) if each != match.exercise]

    @cached_property
    def _index(self) -> SearchIndex:
        return SearchIndex(self._library.values())

    @cached_property
    def _as_new(self) -> Namer:
        return Namer(self._library, decisions={each.name: NEW for each in self.names})
