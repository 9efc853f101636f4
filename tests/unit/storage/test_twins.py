"""Canonical content is, to the byte, what it was when it was made field by field in Python."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.diary import DoneItem, DoneSession, DoneSet
from hemipelvi_gui.domain.prescription import Load, LoadKind
from hemipelvi_gui.storage import rows
from hemipelvi_gui.storage.rows import NUMBERED, Kind
from tests import strategies, strategies_weeks
from tests.unit.storage import samples

KINDS: dict[type, Kind[Any]] = {
    kind.type: kind for kind in vars(rows).values() if isinstance(kind, Kind)
}
MADE = [value for value in vars(samples).values() if type(value) in KINDS]


def by_field(value: object) -> str:
    """What schema 1 to 3 were first written with."""
    kind = KINDS[type(value)]
    whole = plain(msgspec.json.decode(msgspec.json.encode(value), type=kind.type))
    kept = {name: each for name, each in whole.items() if name not in NUMBERED}
    return msgspec.json.encode(kept, order="sorted").decode("utf-8")


def plain(value: object) -> Any:  # noqa: ANN401  JSON may be anything
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def test_samples_of_most_kinds_are_there() -> None:
    assert len({type(value) for value in MADE}) > 5


@pytest.mark.parametrize("value", MADE, ids=lambda value: type(value).__name__)
def test_samples_have_the_same_content(value: object) -> None:
    assert KINDS[type(value)].content(value) == by_field(value)


@given(
    st.one_of(
        strategies.sessions(),
        strategies.exercises(),
        strategies_weeks.plans(),
        strategies_weeks.runs(),
        strategies_weeks.gyms(),
        strategies_weeks.diary(),
    )
)
def test_any_value_has_the_same_content(value: object) -> None:
    kind = KINDS[type(value)]
    content = kind.content(value)
    assert content == by_field(value)
    # What was written by an older program has not all fields; they count as their defaults.
    parts = msgspec.json.decode(content)
    bare = {name: each for name, each in parts.items() if each not in (None, "", [], {}, 1)}
    try:
        older = msgspec.json.decode(msgspec.json.encode(bare), type=kind.type)
    except msgspec.ValidationError:
        return
    assert kind.content(older) == by_field(older)


def test_whole_numbers_and_keys_in_any_order_are_one_content() -> None:
    held = Load(LoadKind.EXTERNAL, 60)
    done = DoneSession(
        "d",
        "Legs",
        samples.DONE_TRAVEL.date,
        items=(
            DoneItem("squat", sets=(DoneSet(5, load=held),) * 3, extra={"b": 1, "a": {"d": 1}}),
        ),
        rpe=8,
    )
    other = replace(
        done,
        items=(replace(done.items[0], sets=(DoneSet(5.0, load=replace(held, value=60.0)),) * 3),),
        rpe=8.0,
    )
    content = rows.DIARY.content(done)
    assert content == rows.DIARY.content(other) == by_field(done)
    assert '"a":{"d":1},"b":1' in content
