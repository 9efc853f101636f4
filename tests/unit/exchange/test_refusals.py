"""Bad files: each is refused in its own words, quickly, and stays as it was."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.bundle import Bundle
from hemipelvi_gui.exchange import FileError, read
from hemipelvi_gui.exchange.files import MOST_BYTES
from hemipelvi_gui.exchange.formats.hemiplan import Hemiplan
from hemipelvi_gui.exchange.shape import LONGEST_PATH, ContentError, shown_path
from tests.strategies import KNOWN_KEYS
from tests.unit.exchange.test_round_trip import file_of, session_object

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

HEAD = '{"format": "hemipelvi-plan", "version": 1, '


def refusal(folder: Path, content: bytes | str) -> FileError:
    path = folder / "some.hemiplan"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(FileError) as caught:
        read(path)
    assert path.read_bytes() == (content if isinstance(content, bytes) else content.encode())
    assert str(caught.value).startswith(f"{shown_path(path)}: ")
    assert str(caught.value.advice)
    return caught.value


@pytest.mark.parametrize(
    ("content", "words", "where"),
    [
        (b"", "the file is empty", ""),
        (b" \n\t", "the file is empty", ""),
        (b"\xef\xbb\xbf", "the file is empty", ""),
        (b"%PDF-1.7", "no file that Hemipelvi can read", ""),
        (b"SQLite format 3\x00", "no file that Hemipelvi can read", ""),
        ('{"format": "hemipelvi-plan"}'.encode("utf-16"), "UTF-16", ""),
        (b'{"format":\n "gr\xfc\xdfe"}', "not UTF-8", "line 2, column 5"),
        (b"[1, 2]", "not a Hemipelvi plan", ""),
        (b'{"sessions": []}', "not a Hemipelvi plan", ""),
        (b'{"format": "something-else", "version": 1}', "something-else is not known", "format"),
        (b'{"format": "hemipelvi-plan"}', "version of the file is missing", "version"),
        (b'{"format": "hemipelvi-plan", "version": "1"}', "version of the file", "version"),
        (b'{"format": "hemipelvi-plan", "version": true}', "version of the file", "version"),
        (b'{"format": "hemipelvi-plan", "version": 0}', "version of the file", "version"),
        (
            b'{"format": "hemipelvi-plan", "version": 2, "sessions": 7}',
            "made by a newer Hemipelvi (version 2)",
            "version",
        ),
        (HEAD + '"sessions": [', "ends in the middle", "line 1, column 57"),
        (HEAD + '"gym": "Mon', "ends in the middle", "line 1, column 51"),
        (HEAD + '"sessions": oops}', "can't be read as JSON", "line 1, column 56"),
        (HEAD + '"x": NaN}', "NaN is not a number", "line 1, column 49"),
        (HEAD + '"NaN": "NaN",\n "x": NaN}', "NaN is not a number", "line 2, column 7"),
        (HEAD + '"x": -Infinity}', "-Infinity is not a number", "line 1, column 49"),
        (HEAD + '"x": [1e99,1e999]}', "1e999 is too large", "line 1, column 55"),
        (HEAD + '"x": ' + "9" * 5000 + "}", "too large a number", "line 1, column 49"),
        (HEAD + '"x": "\\ud800"}', "half a letter", ""),
        (HEAD + '"x": 1, "x": 2}', "\u201cx\u201d stands twice", "line 1, column 52"),
        (
            HEAD + '"x": [{"x": "x"}, {"x": 1}],\n "y": {"x": {"x": 0}, "\\u0078": 0}}',
            "\u201cx\u201d stands twice",
            "line 2, column 23",
        ),
        (HEAD + '"x": ' + "[" * 100_000, "more than 64 deep", "line 1, column"),
        (HEAD + '"x": ' + "[" * 70 + "]" * 70 + "}", "more than 64 deep", "line 1, column"),
        (HEAD + '"x": "' + '\\"' * 100_000, "ends in the middle", ""),
        (HEAD + '"extra": {"beside": 1}, "x": 2}', "extra.beside have to be objects", ""),
    ],
    ids=lambda value: str(value)[:40],
)
def test_a_file_that_is_no_plan_is_told_apart(
    tmp_path: Path, content: bytes | str, words: str, where: str
) -> None:
    error = refusal(tmp_path, content)
    assert words in str(error)
    assert where in str(error.where)


def changed(**keys: object) -> dict[str, Any]:
    """One session whose only prescription has these keys."""
    session = session_object()
    prescription = session["blocks"][0]["items"][0]["prescription"]
    prescription |= keys
    return session


def with_blocks(*blocks: dict[str, Any]) -> dict[str, Any]:
    return session_object(blocks=list(blocks))


def block(name: str, kind: str, *items: str, section: str = "strength") -> dict[str, Any]:
    made = [{"id": item, "exercise": "a-skip", "prescription": {"low": 5}} for item in items]
    return {"id": name, "section": section, "kind": kind, "items": made}


@pytest.mark.parametrize(
    ("session", "words", "where"),
    [
        (session_object(id=7), "expected str, got int", "sessions[0].id"),
        (session_object(id=""), "an id has 1 to 200 characters", "sessions[0].id"),
        (session_object(name=None), "expected str, got null", "sessions[0].name"),
        (session_object(date="2026-02-30"), "date", "sessions[0].date"),
        (session_object(start="07:30:00Z"), "a time of day is local", "sessions[0].start"),
        (session_object(minutes=0), "minutes goes from 1 to 1440", "sessions[0]"),
        (session_object(minutes=40.5), "expected int", "sessions[0].minutes"),
        (session_object(version=10**18), "version goes from 1", "sessions[0]"),
        (session_object(parent=0), "parent goes from 1", "sessions[0]"),
        (session_object(equipment=["jetpack"]), "jetpack", "sessions[0].equipment[0]"),
        (session_object(blocks={}), "expected array, got object", "sessions[0].blocks"),
        (session_object(extra=[]), "expected object, got array", "sessions[0].extra"),
        (changed(sets=0), "Sets go from 1 to 50", "items[0].prescription"),
        (changed(sets=10**12), "Sets go from 1 to 50", "items[0].prescription"),
        (changed(low=9, high=8), "the smaller number first", "items[0].prescription"),
        (changed(rpe=11), "RPE goes from 1 to 10", "items[0].prescription"),
        (changed(rpe=7, rir=3), "given twice", "items[0].prescription"),
        (changed(tempo="fast"), "a tempo is four digits", "prescription.tempo"),
        (changed(rest_s=-5), "Rest goes from 0 s", "items[0].prescription"),
        (changed(warmup_sets=99), "Warm-up sets go", "items[0].prescription"),
        (changed(measure="laps"), "laps", "prescription.measure"),
        (
            changed(load={"kind": "external", "value": -5}),
            "only a bodyweight load",
            "prescription.load.value",
        ),
        (with_blocks(block("b", "straight")), "holds one item, not 0", "blocks[0].items"),
        (with_blocks(block("b", "straight", "i", "j")), "one item, not 2", "blocks[0].items"),
        (with_blocks(block("b", "superset", "i")), "a superset holds two", "blocks[0].items"),
        (with_blocks(block("b", "circuit")), "a circuit holds two", "blocks[0].items"),
        (
            with_blocks(block("b", "straight", "i"), block("b", "straight", "j")),
            "the id b is there twice",
            "blocks[1].id",
        ),
        (
            with_blocks(block("b", "straight", "i"), block("c", "straight", "i")),
            "the id i is there twice",
            "sessions[0]",
        ),
        (
            with_blocks(
                block("b", "straight", "i", section="reset"),
                block("c", "straight", "j", section="power"),
            ),
            "blocks go in the order prepare",
            "blocks[1].section",
        ),
        (
            with_blocks(*(block(f"b{n}", "straight", f"i{n}") for n in range(1001))),
            "number of items goes from 0 to 1000",
            "sessions[0].blocks",
        ),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_a_session_that_makes_no_sense_is_refused_with_its_place(
    tmp_path: Path, session: dict[str, Any], words: str, where: str
) -> None:
    error = refusal(tmp_path, json.dumps(file_of(sessions=[session])))
    assert words in str(error)
    assert where in str(error.where)


@pytest.mark.parametrize("key", ["sessions", "plans", "gyms"])
def test_two_things_of_one_id_are_refused_and_named(tmp_path: Path, key: str) -> None:
    twins = [{"id": "same-one", "name": name} for name in "ab"]
    error = refusal(tmp_path, json.dumps(file_of(**{key: twins})))
    assert "the id same-one is there twice" in str(error)
    assert error.where == f"{key}[1].id"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"share": 2}, "share goes from 0 to 1"),
        ({"difficulty": 9}, "difficulty goes from 1 to 5"),
        ({"heavy_from_kg": -1}, "heavy_from_kg goes from 0"),
        ({"prescription": "lots"}, "can't be read"),
        ({"pattern": "dance"}, "dance"),
        ({"muscles": None}, "expected array"),
    ],
)
def test_an_exercise_that_makes_no_sense_is_refused(
    tmp_path: Path, change: dict[str, object], words: str
) -> None:
    exercise: dict[str, object] = {
        "id": "own",
        "name": "Mine",
        "facets": None,
        "actions": {"working": "neutral", "other": "neutral"},
        "pattern": "push",
        "family": "upper",
        "share": 0,
        "purpose": "work",
        "muscles": [],
        "prescription": "3x8",
    }
    error = refusal(tmp_path, json.dumps(file_of(exercises=[exercise | change])))
    assert words in str(error)


def test_plans_and_deletions_have_their_limits_too(tmp_path: Path) -> None:
    plan = {"id": "p", "name": "", "weeks": 0}
    assert "weeks goes from 1" in str(refusal(tmp_path, json.dumps(file_of(plans=[plan]))))
    assert "version of x" in str(refusal(tmp_path, json.dumps(file_of(deleted={"x": 0}))))


@pytest.mark.parametrize(
    ("key", "change", "words", "where"),
    [
        ("plans", {"cycle_days": 4}, "cycle_days goes from 5 to 14", "plans[0]"),
        ("plans", {"weeks": 521}, "weeks goes from 1 to 520", "plans[0]"),
        ("plans", {"phases": [{"kind": "base", "weeks": 0}]}, "weeks goes from 1", "phases[0]"),
        ("plans", {"phases": [{"kind": "base", "weeks": 5}]}, "phases take 5 weeks", "phases"),
        ("plans", {"phases": [{"kind": "holiday", "weeks": 1}]}, "holiday", "phases[0].kind"),
        ("plans", {"deloads": [5]}, "a deload week goes from 1 to 4", "plans[0].deloads"),
        ("plans", {"start": "2026-02-29"}, "date", "plans[0].start"),
        ("runs", {"date": None}, "null", "runs[0].date"),
        ("runs", {"kind": "sprint"}, "sprint", "runs[0].kind"),
        ("runs", {"metres": -1}, "metres goes from 0 to 1000000", "runs[0]"),
        ("runs", {"seconds": 10**9}, "seconds goes from 0", "runs[0]"),
        ("runs", {"start": "07:30:00+01:00"}, "a time of day is local", "runs[0].start"),
        ("runs", {"version": 0}, "version goes from 1", "runs[0]"),
        ("gyms", {"bar": -20}, "bar goes from 0", "gyms[0]"),
        ("gyms", {"plates": [{"mass": 0, "count": 2}]}, "a plate has a mass", "plates[0].mass"),
        ("gyms", {"plates": [{"mass": 20, "count": -2}]}, "count goes from 0", "plates[0]"),
        ("gyms", {"equipment": ["jetpack"]}, "jetpack", "gyms[0].equipment[0]"),
        ("diary", {"rpe": 11}, "rpe goes from 1 to 10", "diary[0]"),
        ("diary", {"start": "07:30:00Z"}, "a time of day is local", "diary[0].start"),
        ("diary", {"seconds": -1}, "seconds goes from 0", "diary[0]"),
        ("diary", {"items": [{"exercise": ""}]}, "the exercise is missing", "items[0].exercise"),
        (
            "diary",
            {"items": [{"exercise": "a-skip", "sets": [{"amount": -1}]}]},
            "amount goes from 0",
            "items[0].sets[0]",
        ),
        (
            "diary",
            {
                "items": [
                    {
                        "exercise": "a-skip",
                        "sets": [{"amount": 5, "load": {"kind": "external", "value": -5}}],
                    }
                ]
            },
            "only a bodyweight load",
            "sets[0].load.value",
        ),
    ],
)
def test_plans_runs_gyms_and_the_diary_are_held_to_what_can_be(
    tmp_path: Path, key: str, change: dict[str, object], words: str, where: str
) -> None:
    sound: dict[str, dict[str, object]] = {
        "plans": {"id": "p", "name": "", "weeks": 4},
        "runs": {"id": "r", "name": "", "kind": "easy", "date": "2026-11-24"},
        "gyms": {"id": "g", "name": "garage"},
        "diary": {"id": "d", "name": "", "date": "2026-11-24"},
    }
    fine = Hemiplan().read(json.dumps(file_of(**{key: [sound[key]]})).encode())
    assert fine != Bundle()
    error = refusal(tmp_path, json.dumps(file_of(**{key: [sound[key] | change]})))
    assert words in str(error)
    assert where in str(error.where)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "more"}, "more"),
        ({"step": -1}, "step goes from 0"),
        ({"most_sets": 0}, "most_sets goes from 1 to 50"),
        ({"percents": [70, 500]}, "a percentage goes from 1 to 200"),
    ],
)
def test_a_progression_that_makes_no_sense_is_refused(
    tmp_path: Path, change: dict[str, object], words: str
) -> None:
    session = session_object()
    session["blocks"][0]["items"][0]["progression"] = {"kind": "percent"} | change
    error = refusal(tmp_path, json.dumps(file_of(sessions=[session])))
    assert words in str(error)
    assert "items[0].progression" in str(error.where)


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.hemiplan"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    path.chmod(0)
    with pytest.raises(
        FileError, match=r"huge\.hemiplan: 100 MB is more than a plan file can have"
    ):
        read(path)
    assert path.stat().st_size > MOST_BYTES


def test_things_that_are_no_files_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"this is a folder\. Choose another file\."):
        read(tmp_path)
    with pytest.raises(FileError, match=r"there is no such file or folder\. Check how its name"):
        read(tmp_path / "missing.hemiplan")
    with pytest.raises(FileError, match="there is no such file"):
        read(tmp_path / "nul\0.hemiplan")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no named pipes in folders there")
def test_a_pipe_never_makes_the_program_wait(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.hemiplan"
    os.mkfifo(pipe)
    with pytest.raises(FileError, match="not an ordinary file"):
        read(pipe)


def test_messages_stay_short_and_in_their_line_whatever_a_name_is(tmp_path: Path) -> None:
    name = "\u202e" + "n" * 10_000 + "\n\x1b[31m"
    error = refusal(tmp_path, json.dumps(file_of(sessions=[{"id": name, "name": ""}] * 2)))
    again = refusal(tmp_path, json.dumps({"format": name, "version": 1}))
    for message in (str(error), str(again)):
        assert len(message) < 300
        assert message.isprintable()


def test_a_file_is_named_as_it_was_given() -> None:
    for given_as in ("/nonexist", "nowhere/plan.hemiplan", "../up.hemiplan"):
        with pytest.raises(FileError) as caught:
            read(Path(given_as))
        assert str(caught.value).startswith(f"{given_as}: there is no such file or folder.")


def test_of_a_long_path_the_middle_goes_and_the_name_stays() -> None:
    line = shown_path(Path("/start") / ("deep/" * 100) / "plan\u202e.hemiplan")
    assert len(line) == LONGEST_PATH
    assert line.startswith("/start/deep/")
    assert line.endswith("/deep/plan.hemiplan")


def odd_values() -> SearchStrategy[object]:
    keys = st.sampled_from(sorted(KNOWN_KEYS))
    leaf: SearchStrategy[object] = (
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    )
    return st.recursive(
        leaf,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5),
        max_leaves=20,
    )


@given(st.sampled_from(sorted(KNOWN_KEYS)), odd_values(), st.sampled_from(("top", "s", "b", "i")))
def test_any_value_anywhere_is_taken_or_refused_but_never_a_bug(
    key: str, value: object, level: str
) -> None:
    session = session_object()
    first = session["blocks"][0]
    whole = file_of(sessions=[session])
    {"top": whole, "s": session, "b": first, "i": first["items"][0]}[level][key] = value
    with suppress(ContentError):
        plan = Hemiplan().read(json.dumps(whole).encode())
        assert Hemiplan().read(Hemiplan().write(plan)) == plan


@given(st.binary(max_size=60))
def test_any_bytes_are_taken_or_refused_but_never_a_bug(content: bytes) -> None:
    for start in (b"", b"{", HEAD.encode()):
        with suppress(ContentError):
            Hemiplan().read(start + content)
