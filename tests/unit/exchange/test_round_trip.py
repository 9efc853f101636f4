"""What goes into a plan file comes out of it, whoever wrote it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.bundle import Bundle, pack, unknown_exercises
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.exchange import read, write
from hemipelvi_gui.exchange.formats.hemiplan import Hemiplan
from hemipelvi_gui.paths import resource
from tests import strategies, strategies_weeks

if TYPE_CHECKING:
    from pathlib import Path

    from hypothesis.strategies import SearchStrategy


PLAN = Hemiplan()


def several(things: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    return st.lists(things, max_size=2, unique_by=lambda each: each.id).map(tuple)


def bundles_of_weeks() -> SearchStrategy[Bundle]:
    return st.builds(
        Bundle,
        plans=several(strategies_weeks.plans()),
        runs=several(strategies_weeks.runs()),
        gyms=several(strategies_weeks.gyms()),
        diary=several(strategies_weeks.diary()),
    )


def bundles() -> SearchStrategy[Bundle]:
    return st.builds(
        Bundle,
        sessions=several(strategies.sessions()),
        plans=several(strategies_weeks.plans()),
        exercises=several(strategies.exercises()),
        deleted=st.dictionaries(strategies.ids(), st.integers(1, 99), max_size=2),
        extra=strategies.extras(),
    )


def beside() -> SearchStrategy[dict[str, object]]:
    """Sparse copies of objects, as `extra` keeps them, with known keys in all the wrong places."""
    keys = st.sampled_from(("prescription", "load", "sets", "items", "extra", "beside", "0", "x"))
    leaf: SearchStrategy[object] = st.none() | st.integers(0, 3) | st.just([]) | st.just({})
    return st.dictionaries(
        keys,
        st.recursive(leaf, lambda inner: st.dictionaries(keys, inner, max_size=3), max_leaves=8),
        max_size=4,
    )


def file_of(**keys: object) -> dict[str, Any]:
    return {"format": "hemipelvi-plan", "version": 1} | keys


def session_object(**keys: object) -> dict[str, Any]:
    item = {"id": "i", "exercise": "a-skip", "prescription": {"sets": 2, "low": 20, "high": 20}}
    block = {"id": "b", "section": "power", "items": [item], "kind": "straight"}
    return {"id": "s", "name": "Tuesday", "blocks": [block], "version": 1} | keys


def passed_through(value: object) -> dict[str, Any]:
    after: dict[str, Any] = json.loads(PLAN.write(PLAN.read(json.dumps(value).encode())))
    return after


@given(bundles() | bundles_of_weeks())
def test_a_bundle_comes_back_equal_from_its_file_and_makes_the_same_bytes(bundle: Bundle) -> None:
    content = PLAN.write(bundle)
    assert PLAN.read(content) == bundle
    assert PLAN.write(PLAN.read(content)) == content


@given(beside(), strategies.extras())
def test_what_stood_beside_known_keys_comes_back_too(
    found: dict[str, object], extra: dict[str, object]
) -> None:
    session = PLAN.read(json.dumps(file_of(sessions=[session_object()])).encode()).sessions[0]
    (item,) = session.blocks[0].items
    marked = replace(item, extra=extra | {"beside": found})
    block = replace(session.blocks[0], items=(marked,), extra={"beside": found})
    bundle = Bundle((replace(session, blocks=(block,), extra={"beside": found}),))
    assert PLAN.read(PLAN.write(bundle)) == bundle


def test_unknown_keys_of_every_object_stay_in_their_place() -> None:
    session = session_object(mood="calm", extra={"kept": [1, {"deep": None}]})
    block = session["blocks"][0] | {"colour": "red"}
    item = block["items"][0] | {"video": {"at": 12}}
    item["prescription"] = item["prescription"] | {
        "measure": "distance",
        "sides": "together",
        "cluster": [2, 2],
        "load": {"kind": "external", "value": 20, "count": 1, "unit": "kg", "chain": True},
    }
    session["blocks"] = [block | {"items": [item]}]
    exercise = {
        "id": "own",
        "name": "Mine",
        "facets": {
            "jobs": "one",
            "stance": "split",
            "sequence": "one-side",
            "trunk": "none",
            "grip": "hook",
        },
        "actions": {"working": "compress", "other": "expand", "third": "neutral"},
        "variants": [
            {"name": "band", "equipment": ["band"]},
            {"name": "bare", "equipment": [], "year": 2031},
        ],
        "pattern": "lunge",
        "family": "knee-dominant",
        "share": 1,
        "purpose": "work",
        "muscles": ["glutes"],
        "prescription": "3x8/side",
        "rating": 5,
    }
    plan = {"id": "p", "name": "Autumn", "goal": "10 km"}
    whole = file_of(
        sessions=[session],
        exercises=[exercise],
        plans=[plan],
        deleted={"gone": 3},
        made_by="Hemipelvi 1.4",
        extra={"mark": 1},
    )
    after = passed_through(whole)
    assert after["made_by"] == "Hemipelvi 1.4"
    assert after["extra"] == {"mark": 1}
    assert after["sessions"][0] == session
    assert after["exercises"][0].items() >= exercise.items()
    assert after["plans"][0].items() >= plan.items()


def test_an_unknown_key_whose_object_is_gone_is_still_kept() -> None:
    session = session_object()
    session["blocks"][0]["items"][0]["prescription"]["load"] = {
        "kind": "external",
        "value": 20,
        "chain": True,
    }
    bundle = PLAN.read(json.dumps(file_of(sessions=[session])).encode())
    first = bundle.sessions[0]
    (item,) = first.blocks[0].items
    bare = replace(item, prescription=replace(item.prescription, load=None))
    block = replace(first.blocks[0], items=(bare,))
    changed = Bundle((replace(first, blocks=(block,)),))
    kept = json.loads(PLAN.write(changed))["sessions"][0]["blocks"][0]["items"][0]
    assert kept["extra"] == {"beside": {"prescription": {"load": {"chain": True}}}}
    assert PLAN.read(PLAN.write(changed)) == changed


def test_unknown_keys_named_like_known_ones_do_not_overwrite_them() -> None:
    marked = Bundle(extra={"beside": {"format": "mine", "sessions": [1], "deleted": 2}})
    assert PLAN.read(PLAN.write(marked)) == marked
    assert json.loads(PLAN.write(marked))["format"] == "hemipelvi-plan"


def test_a_byte_order_mark_and_spaces_before_the_text_are_fine() -> None:
    content = b"\xef\xbb\xbf \r\n" + json.dumps(file_of()).encode()
    assert PLAN.read(content) == Bundle()


def test_short_forms_that_people_write_are_read() -> None:
    session = session_object(start="07:30")
    session["blocks"][0]["items"][0]["prescription"] = {"sets": 3, "low": 12}
    found = PLAN.read(json.dumps(file_of(sessions=[session])).encode()).sessions[0]
    assert found.start == time(7, 30)
    assert found.blocks[0].items[0].prescription.high == 12


def test_a_plan_that_lists_its_sessions_gives_them_to_itself() -> None:
    whole = file_of(
        sessions=[session_object(), session_object(id="t", plan="q"), session_object(id="u")],
        plans=[{"id": "p", "name": "Base", "sessions": ["s", "t", "elsewhere"]}],
    )
    bundle = PLAN.read(json.dumps(whole).encode())
    assert [each.plan for each in bundle.sessions] == ["p", "q", ""]
    after = passed_through(whole)
    assert after["plans"][0]["sessions"] == ["elsewhere"]
    assert passed_through(after) == after


def test_what_a_plan_lists_may_be_anything_and_is_kept() -> None:
    for listed in ("s", {"s": 1}, [1, None]):
        plan = {"id": "p", "name": "Base", "sessions": listed}
        after = passed_through(file_of(sessions=[session_object()], plans=[plan]))
        assert after["plans"][0]["sessions"] == listed


def test_short_times_of_runs_and_of_the_diary_are_read() -> None:
    run = {"id": "r", "name": "Easy", "kind": "easy", "date": "2026-11-24", "start": "06:45"}
    done = {"id": "d", "name": "Legs", "date": "2026-11-24", "start": "18:05"}
    bundle = PLAN.read(json.dumps(file_of(runs=[run], diary=[done])).encode())
    assert (bundle.runs[0].start, bundle.diary[0].start) == (time(6, 45), time(18, 5))


def test_unknown_keys_in_weeks_stay_in_their_place() -> None:
    done_set = {"amount": 5, "load": {"kind": "external", "value": 20, "chain": True}, "video": 1}
    session = session_object()
    session["blocks"][0]["items"][0]["progression"] = {"kind": "add-load", "wave": [3, 2, 1]}
    whole = file_of(
        sessions=[session],
        plans=[
            {
                "id": "p",
                "name": "Base",
                "weeks": 4,
                "phases": [{"kind": "base", "weeks": 1, "hue": 2}],
            }
        ],
        runs=[{"id": "r", "name": "", "kind": "race", "date": "2026-11-24", "shoes": "red"}],
        gyms=[{"id": "g", "name": "", "plates": [{"mass": 20, "count": 2, "hue": "blue"}]}],
        diary=[
            {
                "id": "d",
                "name": "",
                "date": "2026-11-24",
                "mood": "calm",
                "items": [{"exercise": "a-skip", "sets": [done_set], "grip": "hook"}],
            }
        ],
    )
    after = passed_through(whole)
    assert after["sessions"][0]["blocks"][0]["items"][0]["progression"]["wave"] == [3, 2, 1]
    assert after["plans"][0]["phases"] == whole["plans"][0]["phases"]
    assert after["runs"][0]["shoes"] == "red"
    assert after["gyms"][0]["plates"] == whole["gyms"][0]["plates"]
    assert after["diary"][0]["mood"] == "calm"
    (lifted,) = after["diary"][0]["items"]
    assert lifted["grip"] == "hook"
    assert lifted["sets"][0]["load"]["chain"] is True
    assert lifted["sets"][0]["video"] == 1


def test_keys_that_came_later_are_written_only_where_they_say_something() -> None:
    assert (
        passed_through(file_of()).keys()
        == file_of(sessions=[], plans=[], exercises=[], deleted={}).keys()
    )


def test_exercises_that_nobody_knows_are_kept_and_can_be_named() -> None:
    session = PLAN.read(json.dumps(file_of(sessions=[session_object()])).encode()).sessions[0]
    assert unknown_exercises(session, {}) == ("a-skip",)


def test_a_packed_session_takes_along_only_the_own_exercises_it_uses() -> None:
    library = load_exercises(resource("exercises"))
    own = {each: library[each] for each in ("a-skip", "b-skip")}
    session = PLAN.read(json.dumps(file_of(sessions=[session_object()])).encode()).sessions[0]
    assert pack([session], own) == Bundle((session,), exercises=(library["a-skip"],))
    assert pack([session]) == Bundle((session,))


@pytest.mark.parametrize("name", ["plan.hemiplan", "plan.json", "plan"])
def test_a_file_is_recognised_by_what_it_holds(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write(path, Bundle(deleted={"gone": 2}))
    assert read(path) == Bundle(deleted={"gone": 2})
