from __future__ import annotations

import datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.exchange.calendars.recurrence import (
    Budget,
    EndlessError,
    UnknownRuleError,
    days,
    rule_of,
)

TODAY = datetime.date(2026, 11, 22)

weekdays = st.sampled_from(("MO", "TU", "WE", "TH", "FR", "SA", "SU"))


@st.composite
def rules(draw: st.DrawFn) -> str:
    frequency = draw(st.sampled_from(("DAILY", "WEEKLY", "MONTHLY", "YEARLY")))
    parts = [f"FREQ={frequency}", f"INTERVAL={draw(st.integers(1, 5))}"]
    if draw(st.booleans()):
        parts.append(f"COUNT={draw(st.integers(1, 30))}")
    if draw(st.booleans()):
        far = frequency in ("MONTHLY", "YEARLY")
        ordinal = draw(st.sampled_from(("", "1", "2", "-1"))) if far else ""
        chosen = draw(st.lists(weekdays, min_size=1, max_size=3, unique=True))
        parts.append("BYDAY=" + ",".join(ordinal + each for each in chosen))
    elif frequency in ("MONTHLY", "DAILY") and draw(st.booleans()):
        parts.append(f"BYMONTHDAY={draw(st.sampled_from((1, 13, 28, 31, -1, -3)))}")
    if draw(st.booleans()):
        parts.append(f"BYMONTH={draw(st.sampled_from(('3', '11,12', '1,6,12')))}")
    # Of a week that has begun before the series dateutil counts from its first day.
    if frequency == "MONTHLY" and "BYDAY" in "".join(parts) and draw(st.booleans()):
        parts.append(f"BYSETPOS={draw(st.sampled_from((1, 2, -1)))}")
    parts.append(f"WKST={draw(st.sampled_from(('MO', 'SU')))}")
    return ";".join(parts)


def parsed(rule: str) -> dict[str, list[object]]:
    return {
        key: list(values.split(","))
        for key, _, values in (p.partition("=") for p in rule.split(";"))
    }


@given(rules(), st.dates(datetime.date(2024, 1, 1), datetime.date(2026, 12, 31)))
def test_series_come_on_the_same_days_as_by_dateutil(rule: str, start: datetime.date) -> None:
    first, last = datetime.date(2025, 11, 1), datetime.date(2028, 11, 1)
    begin = datetime.datetime.combine(start, datetime.time())
    theirs = rrulestr(rule, dtstart=begin).between(
        datetime.datetime.combine(first, datetime.time()),
        datetime.datetime.combine(last, datetime.time()),
        inc=True,
    )
    ours = list(days(rule_of(parsed(rule)), start, first, last, Budget()))
    assert ours == [each.date() for each in theirs]


def test_the_days_that_may_be_looked_at_run_out() -> None:
    rule = rule_of({"FREQ": ["DAILY"], "COUNT": [5]})
    with pytest.raises(EndlessError):
        list(days(rule, TODAY, TODAY, datetime.date.max, Budget(days=3)))


@pytest.mark.parametrize("rule", ["FREQ=HOURLY", "FREQ=WEEKLY;BYDAY=XX", "FREQ=YEARLY;BYWEEKNO=3"])
def test_what_is_not_known_of_a_rule_is_refused(rule: str) -> None:
    with pytest.raises(UnknownRuleError):
        rule_of(parsed(rule))
