from __future__ import annotations

import json
from string import Formatter

import pytest

from hemipelvi_gui.coach.laterality import Classifier
from hemipelvi_gui.coach.reasons import REASONS, as_data, because, from_data
from hemipelvi_gui.domain.text import Text
from tests.builders import library

NAMES = (
    "Walking lunge",
    "RFESS",
    "Barbell lunge walking",
    "Bulgarian split squat with a flurbian",
    "Chest press",
    "Half-kneeling something",
    "Xyzzy",
)


@pytest.mark.parametrize("name", NAMES)
def test_the_reason_of_a_guess_outlives_being_stored(name: str) -> None:
    reason = Classifier(library()).classify(name).reason
    stored = json.loads(json.dumps(as_data(reason)))
    assert from_data(stored) == reason
    assert stored["code"] in REASONS


def test_what_is_stored_has_no_sentence_in_it() -> None:
    reason = because("not-understood", reason=because("movement", movement="lunge", words="lunge"))
    assert as_data(because("not-understood", reason=reason.args["reason"], unknown="flurbian")) == {
        "code": "not-understood",
        "reason": {"code": "movement", "movement": "lunge", "words": "lunge"},
        "unknown": "flurbian",
    }


def test_a_reason_stored_before_there_were_codes_is_read_as_it_is() -> None:
    assert from_data("Read as lunge.") == "Read as lunge."


@pytest.mark.parametrize(
    "data",
    [
        None,
        7,
        [],
        {},
        {"code": "no-such-code"},
        {"code": ["movement"]},
        {"code": "movement", "words": "lunge"},
        {"code": "movement", "movement": 3, "words": "lunge"},
        {"code": "not-understood", "reason": "text", "unknown": "x"},
        {
            "code": "not-understood",
            "reason": {"code": "not-understood", "reason": {"code": "no-word"}, "unknown": "x"},
            "unknown": "x",
        },
    ],
)
def test_what_is_no_reason_says_nothing(data: object) -> None:
    assert from_data(data) == ""


def test_words_of_a_name_are_never_taken_for_a_sentence() -> None:
    found = from_data({"code": "found", "exercise": "{exercise.__class__} {0}"})
    assert isinstance(found, Text)
    assert str(found) == "In the library: {exercise.__class__} {0}."


def test_each_code_has_a_sentence_of_its_own() -> None:
    assert len({each.source for each in REASONS.values()}) == len(REASONS)
    for each in REASONS.values():
        assert each.context == "Laterality"
        assert all(
            name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(each.source)
        )
