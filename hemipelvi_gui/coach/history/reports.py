"""What an import would do, as values: what is here, what each file brings, what is unsure."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.history.naming import NameMatch
from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.known_names import KnownName
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.log_files import Question, Skipped
from hemipelvi_gui.domain.runs import Run
from hemipelvi_gui.domain.text import Text

if TYPE_CHECKING:
    from hemipelvi_gui.domain.log_files import ReadLog


class NamedLog(NamedTuple):
    """What one file says, and the name it is shown under."""

    file: str
    log: ReadLog


@dataclass(frozen=True)
class Here:
    """What the runner has: the log, ids that were deleted, decisions on names, planned runs."""

    log: Log = field(default_factory=Log)
    deleted: frozenset[str] = frozenset()
    known: Mapping[str, KnownName] = field(default_factory=dict)
    planned: tuple[Run, ...] = ()


@dataclass(frozen=True)
class FileReport:
    """What becomes of one file, counted in its rows: a row is a set, or a run.

    `stored` are new here, `already_there` were here before or came with an earlier file of the same
    import; `joined` of these are runs that became one with another source, `again` are not in the
    log but twice in what was chosen. `unmatched_names` became
    exercises of the runner's own. While `questions` are open, nothing of the file is stored.
    """

    file: str
    format: str
    rows: int
    stored: int = 0
    already_there: int = 0
    joined: int = 0
    again: int = 0
    skipped: tuple[Skipped, ...] = ()
    unmatched_names: tuple[str, ...] = ()
    first: datetime.date | None = None
    last: datetime.date | None = None
    questions: tuple[Question, ...] = ()
    assumed: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Assembly:
    """What to put in place, a report a file, and every name with what it was taken for.

    `uses` counts the sets of each name; `unsure` are the names that a person should look at, those
    with most sets first.
    """

    changes: Changes
    reports: tuple[FileReport, ...] = ()
    names: Mapping[str, NameMatch] = field(default_factory=dict)
    uses: Mapping[str, int] = field(default_factory=dict)

    @property
    def unsure(self) -> tuple[NameMatch, ...]:
        """Names that were only read or are not known at all, those with most sets first."""
        doubtful = [each for each in self.names.values() if each.unsure]
        return tuple(sorted(doubtful, key=lambda each: (-self.uses.get(each.name, 0), each.name)))
