"""A session as the rules see it: its balance, its week, its time, worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import fsum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.balance import Balance, Library, Line, balance, is_big, sum_up
from hemipelvi_gui.domain.edits import Edit
from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.session import Item, Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.text import Text
from hemipelvi_gui.domain.timing import session_s

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.exercises import Equipment, Exercise

# Shares are sums of fractions: one that is meant to be at a limit may be a hair under it.
ROUNDING = 1e-9


class Level(StrEnum):
    """FIX stands in the way of passing the rules; NOTE is worth knowing."""

    FIX = "fix"
    NOTE = "note"


@dataclass(frozen=True)
class Finding:
    """What a rule found: the fact, its reason, and the items it is about."""

    rule: str
    level: Level
    message: Text
    reason: Text
    items: tuple[str, ...] = ()


@dataclass(frozen=True)
class Fix:
    """A way to mend a finding: an edit and its name, as in "Add Walking lunge"."""

    label: Text
    edit: Edit


@dataclass(frozen=True)
class Reading:
    """A session with everything the rules ask of it. `week` are the other sessions' lines."""

    session: Session
    library: Library
    settings: Settings
    week: tuple[Line, ...]
    balance: Balance
    seconds: float
    findings: tuple[Finding, ...] = ()

    @cached_property
    def week_balance(self) -> Balance:
        """Balance of the whole week, this session in it."""
        return sum_up((*self.week, *self.balance.lines)) if self.week else self.balance

    @cached_property
    def available(self) -> frozenset[Equipment] | None:
        """What the gym has; None means everything."""
        return None if self.session.equipment is None else frozenset(self.session.equipment)

    @cached_property
    def offered(self) -> Library:
        """What may be suggested: the library without what the runner has hidden."""
        hidden = frozenset(self.settings.hidden)
        if not hidden:
            return self.library
        return {key: each for key, each in self.library.items() if key not in hidden}

    @cached_property
    def big(self) -> tuple[Line, ...]:
        """The big lifts, in their order."""
        mass = self.settings.body_mass_kg
        return tuple(
            each
            for each in self.balance.lines
            if each.exercise is not None and is_big(each.item, each.exercise, mass)
        )

    @cached_property
    def has_gait_like(self) -> bool:
        """Whether anything in it, work or not, moves like a stride."""
        return any(
            each.exercise is not None and each.exercise.laterality is Laterality.GAIT_LIKE
            for each in self.balance.lines
        )

    @cached_property
    def sides(self) -> tuple[float, float]:
        """Dose on the left and on the right, without what is uneven on purpose."""
        meant = [each for each in self.balance.lines if not each.item.uneven_on_purpose]
        return fsum([each.left for each in meant]), fsum([each.right for each in meant])

    @cached_property
    def is_routine(self) -> bool:
        """Prehab: no item is leg work in full (share 1), so the rules on balance stay silent."""
        return not any(
            each.dose and each.exercise is not None and each.exercise.share >= 1
            for each in self.balance.lines
        )

    @property
    def in_time(self) -> bool:
        """Whether it fits its time budget, if it has one."""
        budget = self.session.minutes
        return budget is None or self.seconds <= budget * 60

    def reaches(self, share: float) -> bool:
        """Whether the asymmetric share is defined and at least this, in [0, 1]."""
        own = self.balance.asymmetric_share
        return own is not None and own >= share - ROUNDING

    def exercise(self, item: Item) -> Exercise | None:
        """The item's exercise, or None where the library does not have it."""
        return self.library.get(item.exercise)


def read(
    session: Session, library: Library, settings: Settings, week: Sequence[Line] = ()
) -> Reading:
    """Work out balance and time; no rule is asked yet."""
    return Reading(
        session,
        library,
        settings,
        tuple(week),
        balance(session, library, settings.body_mass_kg),
        session_s(session, library),
    )


def reread(reading: Reading, session: Session) -> Reading:
    """The same for another session, or another state of it; no rule is asked."""
    return read(session, reading.library, reading.settings, reading.week)
