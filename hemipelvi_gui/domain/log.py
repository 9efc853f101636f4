"""Everything that was done, as one frozen value: what verdict, replay and charts are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.changes import merged
from hemipelvi_gui.domain.check_ins import CheckIn, HomeTest
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.done_runs import DoneRun

if TYPE_CHECKING:
    from hemipelvi_gui.domain.changes import Changes


@dataclass(frozen=True)
class Log:
    """Everything by its id."""

    diary: Mapping[str, DoneSession] = field(default_factory=dict)
    done_runs: Mapping[str, DoneRun] = field(default_factory=dict)
    check_ins: Mapping[str, CheckIn] = field(default_factory=dict)
    home_tests: Mapping[str, HomeTest] = field(default_factory=dict)


def logged_with(log: Log, changes: Changes) -> Log:
    """The log after these changes; what they say of anything else counts for nothing."""
    return Log(
        merged(log.diary, changes.diary),
        merged(log.done_runs, changes.done_runs),
        merged(log.check_ins, changes.check_ins),
        merged(log.home_tests, changes.home_tests),
    )
