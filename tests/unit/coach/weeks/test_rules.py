from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.rules import RULES, examine_week, fix_for, passes
from hemipelvi_gui.coach.weeks.summary import in_words
from hemipelvi_gui.domain.agenda import Agenda, Entry, difference
from hemipelvi_gui.domain.diary import DoneSession
from hemipelvi_gui.domain.runs import KEY_RUNS, Run, RunKind
from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.domain.sums import Sums
from tests.agenda_strategies import agendas, days, shown_weeks
from tests.builders import library
from tests.unit.coach.weeks.building import (
    LUNGES,
    SQUATS,
    agenda_of,
    gym,
    read_week,
    rules_of,
    run,
)

if TYPE_CHECKING:
    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.plan import Week

CODES = [rule.code for rule in RULES]


@st.composite
def readings(draw: st.DrawFn) -> WeekReading:
    agenda = draw(agendas())
    agenda = with_calendar_and_diary(agenda, draw(st.integers(0, 3)))
    week, plan = draw(shown_weeks(agenda))
    today = draw(days(anywhere=False))
    return examine_week(agenda, week, plan, library(), Settings(), today, Sums(library()))


def with_calendar_and_diary(agenda: Agenda, some: int) -> Agenda:
    """Some of the runs from a calendar, and as many of the sessions done."""
    runs = {
        key: replace(each, source="calendar" if number < some else "")
        for number, (key, each) in enumerate(agenda.runs.items())
    }
    diary = {
        f"done {key}": DoneSession(f"done {key}", each.name, each.date, session=key)
        for key, each in [*agenda.sessions.items()][:some]
        if each.date is not None
    }
    return replace(agenda, runs=runs, diary=diary)


def test_each_rule_has_a_code_of_its_own_and_fixes_come_before_notes() -> None:
    assert len(set(CODES)) == len(CODES)
    levels = [rule.level for rule in RULES]
    assert levels == sorted(levels, key=[Level.FIX, Level.NOTE].index)


def test_the_week_of_the_picture_says_what_the_picture_says() -> None:
    agenda = agenda_of(
        run("mon", "easy"),
        gym("tue"),
        run("wed", "easy"),
        run("thu", "quality"),
        run("fri", "rest"),
        gym("sat"),
        run("sun", "long"),
        run("mon", "race", week=3),
    )
    reading = read_week(agenda, today=date(2026, 11, 25))
    assert [str(each.message) for each in reading.findings] == [
        "Saturday’s big lift is 13 h before the long run",
        "Tuesday’s big lift is 37 h before the hard run",
        "Race in 19 days: taper starts on 7 December",
    ]
    fix = fix_for(reading, reading.findings[0])
    assert fix is not None
    assert str(fix.label) == "Move to Thursday"
    assert str(in_words(reading)[0]) == "Share 67 %, target 60–85 %"
    assert not passes(reading)


def test_findings_come_in_the_order_of_the_rules() -> None:
    agenda = agenda_of(gym("mon", *LUNGES, week=-1), gym("sat", *SQUATS), run("sun", "race"))
    found = rules_of(read_week(agenda))
    assert found == sorted(found, key=CODES.index)
    assert len(found) >= 4


def test_notes_do_not_stand_in_the_way_of_passing() -> None:
    reading = read_week(agenda_of(gym("fri"), run("sun", "long")))
    assert rules_of(reading) == ["big-lift-close"]
    assert passes(reading)


def test_a_preview_leaves_the_agenda_as_it_was() -> None:
    agenda = agenda_of(gym("sat"), run("sun", "long"))
    reading = read_week(agenda)
    fix = fix_for(reading, reading.findings[0])
    assert fix is not None
    assert fix.edit(agenda) == fix.edit(agenda)
    assert agenda == agenda_of(gym("sat"), run("sun", "long"))


@settings(deadline=None, max_examples=60)
@given(readings())
def test_no_rule_fails_on_any_agenda_and_each_finding_is_told(reading: WeekReading) -> None:
    found = [each.rule for each in reading.findings]
    assert found == sorted(found, key=CODES.index)
    assert all(str(each.message) and str(each.reason) for each in reading.findings)
    assert all(map(str, in_words(reading)))
    keys = [(each.rule, each.about) for each in reading.findings]
    assert len(set(keys)) == len(keys)


@settings(deadline=None, max_examples=60)
@given(readings())
def test_every_fix_mends_and_never_makes_the_weeks_it_touches_worse(reading: WeekReading) -> None:
    for finding in reading.findings:
        fix = fix_for(reading, finding)
        if fix is None:
            continue
        assert str(fix.label)
        agenda = fix.edit(reading.agenda)
        after = reread(reading, agenda, reading.week)
        assert (finding.rule, finding.about) not in {(e.rule, e.about) for e in after.findings}
        weeks = {reading.week}
        for pair in changed_cards(reading.agenda, agenda):
            found = (reading.week_at(each.date) for each in pair if each.date)
            weeks |= {each for each in found if each is not None}
        for week in weeks:
            before = reread(reading, reading.agenda, week)
            assert to_fix(reread(reading, agenda, week)) <= to_fix(before)


@settings(deadline=None, max_examples=60)
@given(readings())
def test_every_fix_leaves_alone_what_it_must_and_moves_cards_only_near_by(
    reading: WeekReading,
) -> None:
    beyond, today = timedelta(days=3), reading.today
    done = {each.session for each in reading.agenda.diary.values()}
    for finding in reading.findings:
        fix = fix_for(reading, finding)
        if fix is None:
            continue
        agenda = fix.edit(reading.agenda)
        assert agenda.diary == reading.agenda.diary
        for old, new in changed_cards(reading.agenda, agenda):
            assert not old.skipped
            assert old.id not in done
            assert old.date is not None
            assert new.date is not None
            assert old.date >= today
            assert new.date >= today
            week = reading.week_at(old.date)
            assert week is not None
            if new.date != old.date:
                assert abs(new.date - old.date) <= (2 if new.date in week else 1) * beyond
                assert finding.level is Level.FIX or new.date in week
                assert is_free_for(new, reading.agenda)
            if isinstance(old, Run):
                assert old.kind is not RunKind.RACE
                assert not old.source


@settings(deadline=None, max_examples=40)
@given(readings())
def test_no_two_fixes_move_a_session_to_the_same_day(reading: WeekReading) -> None:
    fixes = (fix_for(reading, each) for each in reversed(reading.findings))
    moved = {fix.moved for fix in fixes if fix is not None and fix.moved is not None}
    for card, wanted in moved:
        assert all(other == card or then != wanted for other, then in moved)


def is_free_for(card: Entry, agenda: Agenda) -> bool:
    """No second session that day, no race next to it; for a run nothing hard next to it."""
    assert card.date is not None
    for day in (card.date + timedelta(days=step) for step in (-1, 0, 1)):
        for other in agenda.by_day.get(day, ()):
            if other.skipped or other.id == card.id:
                continue
            if isinstance(other, Session):
                if isinstance(card, Session) and day == card.date:
                    return False
            elif other.kind is RunKind.RACE or (isinstance(card, Run) and other.kind in KEY_RUNS):
                return False
    return True


def reread(reading: WeekReading, agenda: Agenda, week: Week) -> WeekReading:
    return examine_week(
        agenda, week, reading.plan, library(), reading.settings, reading.today, Sums(library())
    )


def to_fix(reading: WeekReading) -> set[tuple[str, str]]:
    return {(each.rule, each.about) for each in reading.findings if each.level is Level.FIX}


def changed_cards(before: Agenda, after: Agenda) -> list[tuple[Entry, Entry]]:
    changes = difference(before, after)
    pairs: list[tuple[Entry, Entry]] = []
    pairs += [(before.sessions[key], new) for key, new in changes.sessions.items() if new]
    pairs += [(before.runs[key], new) for key, new in changes.runs.items() if new]
    return pairs
