"""`python -m tests.bench [NAME ...] [--quick] [--write]`: measure, print, and say what is over."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench import (
    commit,
    drag,
    imports,
    lookup,
    open_page,
    pictures,
    progress,
    reading,
    sheet,
    start,
    stored,
    verdicts,
    weeks,
)
from tests.bench.figures import notes, table, yardstick

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.bench.figures import Figure

BENCHES: dict[str, Callable[[bool], list[Figure]]] = {
    "start": start.first_paint,
    "memory": start.memory,
    "preview": drag.preview,
    "frames": drag.frames,
    "search": lookup.search,
    "library": open_page.open_page,
    "progress": progress.open_progress,
    "figure": pictures.figure_frames,
    "glyph": pictures.glyphs,
    "sheet": sheet.sheet,
    "book": sheet.book,
    "commit": commit.commit,
    "import": imports.strong_import,
    "fit": reading.hour_of_fit,
    "archive": reading.archive,
    "stop": reading.stopping,
    "verdict": verdicts.ten_years_judged,
    "store": stored.store_start,
    "plan-week": stored.plan_week,
    "week": weeks.open_week,
    "drop": weeks.preview_week,
}
PAGE = Path(__file__).resolve().parents[2] / "docs" / "speed.md"
BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"


def measured(names: Sequence[str], quick: bool = False) -> list[Figure]:
    """The figures of these benchmarks, or of all; `quick` runs each once, to see that it runs."""
    return [figure for name in names or BENCHES for figure in BENCHES[name](quick)]


def report(figures: Sequence[Figure]) -> str:
    """The figures as Markdown, with what they were measured on."""
    machine = (
        f"Measured on {os.cpu_count()} cores ({platform.machine()}, {platform.system()}), Python "
        f"{platform.python_version()}. A yardstick took {yardstick():.2f} ms."
    )
    return "\n".join([*table(figures), "", *notes(figures), "", machine])


def written(page: str, text: str) -> str:
    """The page with the report in its place."""
    before, rest = page.split(BEGIN)
    return f"{before}{BEGIN}\n{text}\n{END}{rest.split(END)[1]}"


def main(argv: Sequence[str]) -> int:
    """Measure what is asked for; 1 where a bound is broken."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[[], *BENCHES], metavar="NAME")
    parser.add_argument("--quick", action="store_true", help="run each once and judge nothing")
    parser.add_argument("--write", action="store_true", help="put the figures into docs/speed.md")
    wanted = parser.parse_args(argv)
    figures = measured(wanted.names, wanted.quick)
    text = report(figures)
    print(text)
    if wanted.write:
        PAGE.write_text(written(PAGE.read_text("utf-8"), text), "utf-8")
    return 0 if wanted.quick or all(figure.kept for figure in figures) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
