from __future__ import annotations

from dataclasses import asdict, fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.settings import SETTINGS, Settings, settings_from

UNSEEN = {"welcomed", "last_session", "hidden"}


def test_defaults_are_those_of_the_model() -> None:
    settings = Settings()
    assert (settings.floor, settings.band_low, settings.band_high) == (0.5, 0.6, 0.85)
    assert settings.body_mass_kg is None


def test_every_setting_a_person_can_change_has_a_label_and_prose() -> None:
    assert {each.key for each in SETTINGS} == {each.name for each in fields(Settings)} - UNSEEN
    assert all(str(each.label) and str(each.prose) for each in SETTINGS)


def test_settings_come_back_as_they_were_saved() -> None:
    settings = Settings(0.4, 0.55, 0.9, 61.5, "Letter", "dark", 1.5, False, True, "abc")
    assert settings_from(asdict(settings)) == settings


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("floor", 1.1),
        ("floor", -0.1),
        ("floor", float("nan")),
        ("floor", True),
        ("floor", "0.4"),
        ("floor", None),
        ("body_mass_kg", 10),
        ("paper", "A5"),
        ("paper", 4),
        ("theme", "<b>"),
        ("text_scale", 99),
        ("side_boxes", 1),
        ("side_boxes", "yes"),
        ("last_session", None),
        ("nobody_knows_this", 1),
    ],
)
def test_a_value_that_does_not_fit_is_left_out(key: str, value: object) -> None:
    assert settings_from({key: value}) == Settings()


def test_a_target_that_ends_before_it_begins_is_the_default_one() -> None:
    settings = settings_from({"band_low": 0.9, "band_high": 0.3, "last_session": "abc"})
    assert (settings.band_low, settings.band_high) == (0.6, 0.85)
    assert settings.last_session == "abc"


VALUES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)


@given(st.dictionaries(st.sampled_from([each.name for each in fields(Settings)]), VALUES))
def test_anything_saved_gives_settings_that_make_sense(saved: dict[str, object]) -> None:
    settings = settings_from(saved)
    assert 0 <= settings.floor <= 1
    assert 0 <= settings.band_low <= settings.band_high <= 1
    assert settings.paper in ("A4", "Letter")
    assert settings_from(asdict(settings)) == settings
