"""What a benchmark says: figures with their bounds, and how they are shown."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

LOOP = 20_000
ROUNDS = 9


@dataclass(frozen=True)
class Figure:
    """One number held against its bound, in `unit`. `bound` None: shown, not judged.

    `yardstick` is how long the yardstick loop took beside it, in ms; 0 where time is not the
    matter or the number is a ratio already.
    """

    name: str
    value: float
    unit: str
    bound: float | None = None
    yardstick: float = 0.0
    note: str = ""

    @property
    def kept(self) -> bool:
        """Whether the number is within its bound."""
        return self.bound is None or self.value <= self.bound

    @property
    def verdict(self) -> str:
        """OK, over, or nothing where there is no bound."""
        if self.bound is None:
            return ""
        return "OK" if self.kept else "over"

    @property
    def ratio(self) -> str:
        """The number as a part of its bound."""
        return "" if self.bound is None else f"{self.value / self.bound:.2f}"

    @property
    def in_yardsticks(self) -> str:
        """The number as a multiple of the yardstick, which a slower machine does not change."""
        return f"{self.value / self.yardstick:.2f}" if self.yardstick else ""

    def cells(self) -> tuple[str, ...]:
        """What stands in its row."""
        bound = "" if self.bound is None else f"{_shown(self.bound)} {self.unit}"
        value = f"{_shown(self.value)} {self.unit}"
        return (self.name, value, bound, self.ratio, self.in_yardsticks, self.verdict)


HEADS = ("figure", "measured", "bound", "of bound", "yardsticks", "")


def table(figures: Sequence[Figure]) -> list[str]:
    """The figures as an aligned Markdown table."""
    rows = [HEADS, *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        for row in rows
    ]
    rule = "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    return [lines[0], rule, *lines[1:]]


def notes(figures: Iterable[Figure]) -> list[str]:
    """What there is to say to a figure, as a Markdown list."""
    return [f"- {figure.name}: {figure.note}" for figure in figures if figure.note]


def share(values: Sequence[float], part: float) -> float:
    """The value that `part` of them do not exceed: 0.5 the median, 0.99 the 99th percentile."""
    return sorted(values)[max(0, ceil(part * len(values)) - 1)]


def timed(work: Callable[[], object]) -> float:
    """How long some work takes, in ms."""
    start = perf_counter()
    work()
    return (perf_counter() - start) * 1000


def yardstick() -> float:
    """Median time of a fixed loop of plain Python, in ms: what this machine does just now."""
    return share([timed(_loop) for _ in range(ROUNDS)], 0.5)


def _loop() -> int:
    total, seen = 0, {}
    for number in range(LOOP):
        key = number % 97
        seen[key] = total
        total += len(seen) + key
    return total


def _shown(number: float) -> str:
    return f"{number:.3g}" if number < 100 else f"{number:.0f}"
