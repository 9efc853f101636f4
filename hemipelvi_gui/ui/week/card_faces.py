"""What a card of the week says: its face, and the chips of what was found about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.findings import examine, percent
from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.reading import WeekFinding
from hemipelvi_gui.domain.agenda import Entry
from hemipelvi_gui.domain.balance import Line, balance
from hemipelvi_gui.domain.runs import Run, RunKind
from hemipelvi_gui.domain.text import Text
from hemipelvi_gui.sheets.cards import look_of_share
from hemipelvi_gui.sheets.plan_words import (
    duration_words,
    entry_name,
    foreign_plans,
    run_facts,
    share_short,
)
from hemipelvi_gui.sheets.words import said
from hemipelvi_gui.ui.days import clock, day_and_month
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.session import Block, Session
    from hemipelvi_gui.sheets.glyph import GlyphLook
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
MOST_CHIPS = 2
LONGEST_NAME = 90


class Face(NamedTuple):
    """What is painted on a card. `kind` is None for a gym session, `share` in [0, 1].

    `plan` is the plan's name where it has to be said.
    """

    name: str
    facts: tuple[str, ...]
    kind: RunKind | None = None
    share: float | None = None
    floor: float = 0.5
    look: GlyphLook | None = None
    faulty: bool = False
    done: bool = False
    skipped: bool = False
    plan: str = ""


@dataclass(frozen=True)
class Card:
    """A session or run on a day. `faults` are what its own rules say stands in the way."""

    entry: Entry
    face: Face
    faults: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Tells rows of a day apart."""
        return self.entry.id


@dataclass(frozen=True)
class Chip:
    """A finding about the card above it, with the words of its fix; "" where there is none."""

    entry_id: str
    finding: WeekFinding
    words: str
    fix: str

    @property
    def key(self) -> str:
        """Tells rows of a day apart."""
        return f"{self.entry_id} {self.finding.rule}"

    @property
    def wrong(self) -> bool:
        """Whether it stands in the way, or is only worth knowing."""
        return self.finding.level is Level.FIX


Row = Card | Chip


class Faces:
    """Makes the rows of days; what a session's own rules say is worked out once for its state."""

    def __init__(self, weeks: Weeks) -> None:
        self._weeks = weeks
        self._judged: tuple[object, ...] = ()
        self._plans: dict[str, str] = {}
        self._lines: dict[str, tuple[tuple[Block, ...], tuple[Line, ...]]] = {}
        self._faults: dict[str, tuple[tuple[object, ...], tuple[str, ...]]] = {}

    def rows(self) -> list[tuple[Row, ...]]:
        """The rows of each day of the shown week."""
        reading = self._weeks.reading
        self._forget(reading)
        self._plans = foreign_plans(reading.agenda.plans, reading.plan)
        done: dict[str, set[date]] = {}
        for each in reading.agenda.diary.values():
            if each.session:
                done.setdefault(each.session, set()).add(each.date)
        about: dict[str, list[WeekFinding]] = {}
        for finding in reading.findings:
            if finding.entries:
                about.setdefault(finding.about, []).append(finding)
        days: list[tuple[Row, ...]] = []
        for entries in reading.days.values():
            rows: list[Row] = []
            for entry in entries:
                rows.append(self._card(reading, entry, done.get(entry.id, set())))
                if entry.id not in done:
                    rows += self._chips(entry, about.get(entry.id, ()))
            days.append(tuple(rows))
        return days

    def _card(self, reading: WeekReading, entry: Entry, done: Collection[date]) -> Card:
        if isinstance(entry, Run):
            return Card(entry, run_face(entry, self._plans.get(entry.plan, "")))
        total = reading.sums.of(entry)
        faults = () if entry.skipped else self._found(reading, entry)
        facts = [] if total.share is None else [share_short(total.share)]
        facts += [duration_words(total.seconds)] if total.seconds else []
        if done and entry.date not in done:
            words = translate("Week", "done {day}")
            facts.append(words.format(day=day_and_month(max(done))))
        look = None if total.share is None else look_of_share(total.share)
        face = Face(
            one_line(entry_name(entry), LONGEST_NAME),
            _facts(entry, facts),
            None,
            total.share,
            reading.settings.floor,
            look,
            bool(faults),
            bool(done),
            entry.skipped,
            self._plans.get(entry.plan, ""),
        )
        return Card(entry, face, faults)

    def _chips(self, entry: Entry, findings: Sequence[WeekFinding]) -> list[Chip]:
        chips = []
        for finding in findings[:MOST_CHIPS]:
            fix = self._weeks.fixes.known(finding)
            # What nobody can mend here stands in the list of findings.
            if fix is None and finding.level is not Level.FIX:
                continue
            label = "" if fix is None else one_line(said(fix.label), 80)
            chips.append(Chip(entry.id, finding, short_words(finding), label))
        return chips

    def _found(self, reading: WeekReading, session: Session) -> tuple[str, ...]:
        """What the session's own rules say is to fix, beside the week's other sessions."""
        others = [each for each in reading.sessions if each.id != session.id]
        state = (session.blocks, session.equipment, session.minutes, *(o.blocks for o in others))
        known = self._faults.get(session.id)
        if known is not None and _same(known[0], state):
            return known[1]
        week = [line for each in others for line in self._lines_of(reading, each)]
        found = examine(session, reading.library, reading.settings, week).findings
        faults = tuple(said(each.message) for each in found if each.level is Level.FIX)
        self._faults[session.id] = (state, faults)
        return faults

    def _lines_of(self, reading: WeekReading, session: Session) -> tuple[Line, ...]:
        known = self._lines.get(session.id)
        if known is None or known[0] is not session.blocks:
            lines = balance(session, reading.library, reading.settings.body_mass_kg).lines
            known = self._lines[session.id] = (session.blocks, tuple(lines))
        return known[1]

    def _forget(self, reading: WeekReading) -> None:
        judged = (reading.library, reading.settings)
        if not self._judged or judged[0] is not self._judged[0] or judged[1] != self._judged[1]:
            self._judged = judged
            self._lines.clear()
            self._faults.clear()


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Blocks are frozen: the same objects say the same, and comparing them would take long."""
    return len(one) == len(other) and all(a is b for a, b in zip(one, other, strict=True))


def run_face(run: Run, plan: str = "") -> Face:
    """The face of a run, or of a day's rest. `plan` is the name of the plan it says it is of."""
    name = one_line(entry_name(run), LONGEST_NAME)
    facts = [translate("Week", "hard")] if run.kind is RunKind.QUALITY else []
    facts += run_facts(run)
    return Face(name, _facts(run, facts), run.kind, skipped=run.skipped, plan=plan)


def _facts(entry: Entry, facts: list[str]) -> tuple[str, ...]:
    if entry.skipped:
        return (translate("Week", "skipped"),)
    return tuple(facts) if entry.start is None else (*facts, clock(entry.start))


def short_words(finding: WeekFinding) -> str:
    """The finding as its own card says it: the day and the card need no saying."""
    args = finding.message.args
    if {"hours", "run"} <= args.keys():
        shown = {key: _said(args[key]) for key in ("hours", "run")}
        if finding.rule in ("big-lift-too-close", "big-lift-close"):
            return translate("Week", "Big lift {hours} before {run}").format(**shown)
        if finding.rule == "big-lift-soon-after":
            return translate("Week", "Big lift {hours} after {run}").format(**shown)
    return one_line(said(finding.message), 120)


def _said(value: object) -> str:
    return said(value) if isinstance(value, Text) else str(value)


def spoken(row: Row) -> str:
    """The row as a screen reader says it."""
    if isinstance(row, Chip):
        return ". ".join(filter(None, (row.words, row.fix)))
    face = row.face
    parts = [face.name]
    if face.share is not None and not face.skipped:
        share = translate("Week", "{share} % asymmetric").format(share=percent(face.share))
        parts += [share, *face.facts[1:]]
    else:
        parts += face.facts
    if face.plan:
        parts.append(face.plan)
    if face.done:
        parts.append(translate("Week", "done"))
    return ", ".join((*parts, *row.faults))
