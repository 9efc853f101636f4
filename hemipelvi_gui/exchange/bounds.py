"""The numbers that a plan file may have, and the small checks that everything in it passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from hemipelvi_gui.domain.prescription import LoadKind
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.shape import shown

if TYPE_CHECKING:
    import datetime

    from hemipelvi_gui.domain.prescription import Load

LONGEST_ID = 200
MOST_ITEMS = 1000
MOST_MINUTES = 24 * 60
MOST_SECONDS = 7 * 24 * 3600
MOST_METRES = 1_000_000
MOST_WEEKS = 520
MOST_SETS = 50
MOST_DONE_SETS = 200
MOST_PERCENT = 200
MOST_KG = 2000
MOST_PLATES = 1000
LARGEST_AMOUNT = 1_000_000
LARGEST_VERSION = 2**53
TEMPO = r"[0-9X](-[0-9X]){3}"

Wrong = Iterator[tuple[str, Text]]


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


class Versioned(Named, Protocol):
    """Anything whose versions are counted."""

    @property
    def version(self) -> int:
        """Counts saved versions, from 1."""
        ...

    @property
    def parent(self) -> int | None:
        """The version before."""
        ...


def check_ids(where: str, things: Iterable[Named]) -> Wrong:
    """Every id is there, not too long, and there once."""
    seen: set[str] = set()
    for place, each in enumerate(things):
        at = f"{where}[{place}].id"
        if not 0 < len(each.id) <= LONGEST_ID:
            yield (
                at,
                translate("PlanFile", "an id has 1 to {most} characters.", most=LONGEST_ID),
            )
        elif each.id in seen:
            yield at, translate("PlanFile", "the id {id} is there twice.", id=shown(each.id))
        seen.add(each.id)


def check_versions(where: str, thing: Versioned) -> Wrong:
    """Both numbers count from 1."""
    yield from check_range(where, thing.version, 1, LARGEST_VERSION, "version")
    if thing.parent is not None:
        yield from check_range(where, thing.parent, 1, LARGEST_VERSION, "parent")


def check_start(where: str, start: datetime.time | None) -> Wrong:
    """A time of day has no zone."""
    if start is not None and start.tzinfo is not None:
        yield (
            f"{where}.start",
            translate("PlanFile", "a time of day is local: 07:30, without a time zone."),
        )


def check_load(where: str, load: Load | None) -> Wrong:
    """Only a bodyweight load may be less than nothing: the help of an assisted lift."""
    if load is not None and load.kind is not LoadKind.BODYWEIGHT and load.value < 0:
        yield (
            f"{where}.load.value",
            translate("PlanFile", "only a bodyweight load can be less than 0."),
        )


def check_range(where: str, value: float, least: int, most: int, what: str) -> Wrong:
    """The value is from `least` to `most`, both included."""
    if not least <= value <= most:
        yield (
            where,
            translate(
                "PlanFile",
                "{what} goes from {least} to {most}, and {value} does not fit.",
                what=what,
                least=least,
                most=most,
                value=value,
            ),
        )
