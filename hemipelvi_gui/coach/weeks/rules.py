"""The rules over time (MODEL.md section 4), each a row: what it finds and how it is mended.

Adding a rule is adding a row to `RULES` and a test.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks import (
    balance_rules,
    lightening,
    load_rules,
    mends,
    plan_faults,
    races,
    session_fixes,
    spacing,
)
from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekFix, WeekReading
from hemipelvi_gui.coach.weeks.told import WeekTold
from hemipelvi_gui.domain.agenda import difference

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.changes import Changes
    from hemipelvi_gui.domain.plan import Plan, Week
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.domain.sums import Sums


@dataclass(frozen=True)
class WeekRule:
    """A row of `RULES`. `mends` proposes fixes, the best first; `fix_for` tries them out."""

    code: str
    level: Level
    check: Callable[[WeekReading], Iterator[WeekTold]]
    mends: Callable[[WeekReading, WeekFinding], Iterator[WeekFix]]


def no_fix(_reading: WeekReading, _finding: WeekFinding) -> Iterator[WeekFix]:
    """For what only the runner can mend."""
    return iter(())


RULES = (
    WeekRule(
        "big-lift-before-race",
        Level.FIX,
        races.big_lift_before_race,
        mends.big_lift_before_race,
    ),
    WeekRule(
        "hard-legs-before-race",
        Level.FIX,
        races.hard_legs_before_race,
        mends.hard_legs_before_race,
    ),
    WeekRule("big-lift-too-close", Level.FIX, spacing.too_close, mends.space_out),
    WeekRule("week-under-floor", Level.FIX, balance_rules.under_floor, session_fixes.reach_floor),
    WeekRule("big-lift-close", Level.NOTE, spacing.close, mends.space_out),
    WeekRule("big-lift-soon-after", Level.NOTE, spacing.soon_after, mends.space_out),
    WeekRule("week-under-band", Level.NOTE, balance_rules.under_band, session_fixes.reach_band),
    WeekRule(
        "much-symmetric", Level.NOTE, balance_rules.much_symmetric, session_fixes.less_symmetric
    ),
    WeekRule(
        "rising-symmetric",
        Level.NOTE,
        balance_rules.rising_symmetric,
        session_fixes.no_more_symmetric,
    ),
    WeekRule("week-sides-unequal", Level.NOTE, balance_rules.sides, session_fixes.level_sides),
    WeekRule("no-deload", Level.NOTE, load_rules.no_deload, lightening.deload_next),
    WeekRule("load-step", Level.NOTE, load_rules.heavier, lightening.smaller_step),
    WeekRule("untapered", Level.NOTE, races.untapered, lightening.taper_week),
    WeekRule("race-ahead", Level.NOTE, races.race_ahead, no_fix),
    WeekRule("goal-race-past", Level.NOTE, plan_faults.race_gone_by, no_fix),
    WeekRule("plans-overlap", Level.NOTE, plan_faults.overlaps, mends.archive_other),
    WeekRule("outside-plan", Level.NOTE, plan_faults.outside, no_fix),
)
BY_CODE = {rule.code: rule for rule in RULES}


def examine_week(
    agenda: Agenda,
    week: Week,
    plan: Plan | None,
    library: Library,
    settings: Settings,
    today: date,
    sums: Sums,
) -> WeekReading:
    """Read a week and ask every rule; findings come in the order of the rules, to fix first.

    `plan` is the plan whose weeks are shown, None for calendar weeks. `sums` keeps the numbers of
    sessions from one reading to the next; it must be of the same library and body mass.
    """
    reading = WeekReading(agenda, week, plan, library, settings, today, sums)
    found = [
        WeekFinding(rule.code, rule.level, told.message, told.reason, told.entries, told.about)
        for rule in RULES
        for told in rule.check(reading)
    ]
    return replace(reading, findings=tuple(found))


def fix_for(reading: WeekReading, finding: WeekFinding) -> WeekFix | None:
    """The first proposal that removes the finding and brings no new one of level fix.

    That holds for all weeks it touches, and for the sessions it changes. Of proposals of one rank
    it is the one that leaves the fewest findings; all of them leave less than there was. None where
    there is none. `reading` is one that `examine_week` made.
    """
    known, key = reading.fixes, (finding.rule, finding.about)
    if key not in known:
        if BY_CODE[finding.rule].mends in mends.MOVERS:
            # Fixes that are shown together must not all want the same day.
            for earlier in reading.findings:
                if earlier == finding:
                    break
                if BY_CODE[earlier.rule].mends in mends.MOVERS:
                    fix_for(reading, earlier)
        known[key] = _looked_for(reading, finding)
    return known[key]


def _looked_for(reading: WeekReading, finding: WeekFinding) -> WeekFix | None:
    trial = _Trial(reading, finding)
    best, least = None, inf
    for fix in BY_CODE[finding.rule].mends(reading, finding):
        if best is not None and fix.rank != best.rank:
            break
        left = trial.of(fix)
        if left is None:
            continue
        if not fix.rank or left.all < 0:
            return fix
        # A note for a note mends nothing; a note for what was to fix does.
        if (left.to_fix, left.all) < (0, 0) and left.all < least:
            best, least = fix, left.all
    return best


class _Left(NamedTuple):
    """How many findings more there are than before, to fix and in all."""

    to_fix: int
    all: int


class _Trial:
    """Proposals for one finding tried out; the weeks before them are read once."""

    def __init__(self, reading: WeekReading, finding: WeekFinding) -> None:
        self._reading, self._finding = reading, finding
        self._before = {reading.week: reading}

    def of(self, fix: WeekFix) -> _Left | None:
        """What a proposal leaves in the weeks it touches; None where it does not mend."""
        reading, after = self._reading, fix.edit(self._reading.agenda)
        again = _reread(reading, after, reading.week)
        if _is_there(self._finding, again) or not _to_fix(again) <= _to_fix(reading):
            return None
        changes = difference(reading.agenda, after)
        was, now = [reading], [again]
        for week in _weeks_of(reading, after, changes) - {reading.week}:
            if week not in self._before:
                self._before[week] = _reread(reading, reading.agenda, week)
            was.append(self._before[week])
            now.append(_reread(reading, after, week))
            if not _to_fix(now[-1]) <= _to_fix(was[-1]):
                return None
        if any(
            new is not None and session_fixes.brings_faults(reading, old, new)
            for key, new in changes.sessions.items()
            if (old := reading.agenda.sessions.get(key)) is not None
        ):
            return None
        # A pair across two weeks is found in both, and counts once.
        return _Left(
            len(_keys(now, Level.FIX)) - len(_keys(was, Level.FIX)),
            len(_keys(now)) - len(_keys(was)),
        )


def _weeks_of(reading: WeekReading, after: Agenda, changes: Changes) -> set[Week]:
    days = {
        entry.date
        for agenda in (reading.agenda, after)
        for entries, changed in ((agenda.sessions, changes.sessions), (agenda.runs, changes.runs))
        for key in changed
        if (entry := entries.get(key)) is not None and entry.date is not None
    }
    return {week for day in days if (week := reading.week_at(day)) is not None}


def _reread(reading: WeekReading, agenda: Agenda, week: Week) -> WeekReading:
    plan = reading.plan and agenda.plans.get(reading.plan.id, reading.plan)
    return examine_week(
        agenda, week, plan, reading.library, reading.settings, reading.today, reading.sums
    )


def _keys(readings: list[WeekReading], level: Level | None = None) -> set[tuple[str, str]]:
    return {
        (each.rule, each.about)
        for reading in readings
        for each in reading.findings
        if level in (None, each.level)
    }


def _is_there(finding: WeekFinding, reading: WeekReading) -> bool:
    """Whether it, or what is left of it, is among the findings."""
    return any(
        other.rule == finding.rule and other.about == finding.about for other in reading.findings
    )


def _to_fix(reading: WeekReading) -> set[tuple[str, str]]:
    return _keys([reading], Level.FIX)


def passes(reading: WeekReading) -> bool:
    """No finding of level fix."""
    return all(finding.level is not Level.FIX for finding in reading.findings)
