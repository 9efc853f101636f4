"""`python -m tests.simulation [--years N] [--seed S] [--table T] [--write]`: is it right?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.coach.verdict.rule import Code
from tests.simulation.rivals import RULES, rates
from tests.simulation.stated import stated
from tests.simulation.trials import SEEN_WITHIN, trial, wilson
from tests.simulation.worlds import CHANGES, NULLS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.simulation.trials import Tally

YEARS, SEED = 400, 1
PAGE = Path(__file__).resolve().parents[2] / "docs" / "verdict.md"
SIMULATED = ("<!-- simulated: begin -->", "<!-- simulated: end -->")
COMPARED = ("<!-- compared: begin -->", "<!-- compared: end -->")
STATED = ("<!-- stated: begin -->", "<!-- stated: end -->")


def tables(years: int, seed: int) -> str:
    """False alarms and power as two Markdown tables."""
    nulls = [
        f"| {world.name} | {_rate(tally, Code.HURTING)} | {tally.rate(Code.WATCH):.0%} "
        f"| {tally.rate(Code.HELPING):.0%} |"
        for world in NULLS
        for tally in (trial(world, years, seed),)
    ]
    changes = [
        f"| {world.name} | {_rate(tally, Code.HURTING, soon=True)} "
        f"| {tally.rate(Code.WATCH, soon=True):.0%} | {tally.rate(Code.HELPING, soon=True):.0%} |"
        for world in CHANGES
        for tally in (trial(world, years, seed),)
    ]
    heads = "| hurting (95 % interval) | watch | helping |\n|---|---|---|---|"
    return "\n".join(
        (
            f"{years} made-up years a row, seed {seed}. Nothing changed in these, so every "
            "\u201churting\u201d and \u201chelping\u201d is a false alarm; the share of years with "
            "at least one, judged every week:",
            "",
            f"| nothing to find {heads}",
            *nulls,
            "",
            f"Here something changed for good. The share of years in which it was said within "
            f"{SEEN_WITHIN} weeks:",
            "",
            f"| something to find {heads}",
            *changes,
        )
    )


def compared(years: int, seed: int) -> str:
    """The program's rule beside others, over the same years, as a Markdown table."""
    worlds = [(world, False) for world in (NULLS[0], *NULLS[2:5], NULLS[7])]
    worlds += [(world, True) for world in CHANGES[:2]]
    rows = [
        f"| {world.name} | "
        + " | ".join(f"{rate:.1%}" for rate in rates(world, years, seed, soon=soon))
        + " |"
        for world, soon in worlds
    ]
    heads = " | ".join(RULES)
    return "\n".join(
        (f"| \u201churting\u201d by | {heads} |", "|---" * (len(RULES) + 1) + "|", *rows)
    )


def written(page: str, made: str, marks: tuple[str, str] = SIMULATED) -> str:
    """The page with this between two marks. Raises ValueError where it has none."""
    begin, end = marks
    before, found, rest = page.partition(begin)
    _old, ended, after = rest.partition(end)
    if not found or not ended:
        raise ValueError(page)
    return f"{before}{begin}\n{made}\n{end}{after}"


TABLES: dict[str, tuple[tuple[str, str], Callable[[int, int], str]]] = {
    "simulated": (SIMULATED, tables),
    "compared": (COMPARED, compared),
    "stated": (STATED, stated),
}


def main(argv: Sequence[str], say: Callable[[str], object] = print) -> int:
    """Simulate, say the tables, and write them into the page where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.simulation", description=__doc__)
    parser.add_argument("--years", type=int, default=YEARS, help=f"of each row (default: {YEARS})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"default: {SEED}")
    parser.add_argument("--table", choices=TABLES, help="one of them (default: all)")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/verdict.md")
    asked = parser.parse_args(argv)
    chosen = TABLES if asked.table is None else {asked.table: TABLES[asked.table]}
    made = {marks: table(asked.years, asked.seed) for marks, table in chosen.values()}
    say("\n\n".join(made.values()))
    if asked.write:
        page = PAGE.read_text(encoding="utf-8")
        for marks, table in made.items():
            page = written(page, table, marks)
        PAGE.write_text(page, encoding="utf-8")
    return 0


def _rate(tally: Tally, code: Code, *, soon: bool = False) -> str:
    rate = tally.rate(code, soon=soon)
    low, high = wilson(rate, tally.years)
    return f"{rate:.1%} ({low:.1%}\u2013{high:.1%})"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
