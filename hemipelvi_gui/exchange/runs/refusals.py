"""What is said of runs that can't be taken, and how much of anything a run can be."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.log_files import Skipped
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.shape import ContentError, shown
from hemipelvi_gui.exchange.tables import SPLIT

if TYPE_CHECKING:
    from hemipelvi_gui.domain.text import Text

MOST_RUNS = 50_000
MOST_POINTS = 250_000  # three days and nights, one a second
LONGEST_NAME, LONGEST_SPORT = 120, 40
LONGEST_M, MOST_CLIMB = 1_000_000.0, 50_000.0

NO_RUN = translate("RunFile", "this activity is no run.")
NO_DATE = translate("RunFile", "it has no date.")
NOTHING_SAID = translate("RunFile", "it has neither a distance nor a time.")
NOTHING_MEASURED = translate("RunFile", "nothing was measured, or the watch's clock was wrong.")
TOO_MUCH = translate("RunFile", "it holds more than any run can.")
# This one is no refusal, but what is taken for granted instead.
NO_SPORT = translate("RunFile", "The file names no sport; it is taken for a run.")


def other_sport(line: int, sport: str) -> Skipped:
    """What is said of an activity that is no run."""
    return Skipped(line, _no_run(sport))


@lru_cache(maxsize=256)
def _no_run(sport: str) -> Text:
    """One object a sport: there may be thousands of such activities."""
    name = shown(sport.strip(), LONGEST_SPORT)
    return translate("RunFile", "\u201c{sport}\u201d is no run.", sport=name)


def check_count(count: int) -> None:
    """Refuse a file with more runs than anybody has run. Raises ContentError."""
    if count > MOST_RUNS:
        raise ContentError(
            translate("RunFile", "it has more than {most} runs.", most=f"{MOST_RUNS:,}"),
            advice=SPLIT,
        )


def missing(column: Text) -> ContentError:
    """What is said of a file without a column that it can't be read without."""
    return ContentError(translate("RunFile", "the column with {column} is missing.", column=column))
