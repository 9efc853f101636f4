from __future__ import annotations

from dataclasses import asdict, fields
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.domain.setting_rows import GROUPS, SETTINGS
from hemipelvi_gui.domain.settings import Settings, clock, settings_from

UNSEEN = {"welcomed", "last_session", "hidden", "landscape", "rest_timer", "timer_sound"}


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


def test_hours_days_and_weeks_are_those_of_the_model() -> None:
    settings = Settings()
    assert (settings.before_run_h, settings.better_before_run_h, settings.after_run_h) == (
        24,
        48,
        6,
    )
    assert (settings.race_big_days, settings.race_leg_days) == (7, 3)
    assert (settings.deload_weeks, settings.deload_share, settings.deload_cut) == (6, 0.8, 0.45)
    assert (settings.taper_first, settings.taper_last) == (0.3, 0.5)
    assert (settings.run_time, settings.gym_time) == ("07:00", "18:00")


@pytest.mark.parametrize(
    "words", ["24:00", "7:00", "07:60", "07:00:00", "0700", "", "\u0660\u0667:00"]
)
def test_a_time_of_day_is_hours_and_minutes(words: str) -> None:
    assert settings_from({"run_time": words}) == Settings()
    with pytest.raises(ValueError, match=words or "^$"):
        clock(words)


def test_a_time_of_day_comes_back_as_it_was_saved() -> None:
    assert settings_from({"run_time": "05:30"}) == Settings(run_time="05:30")
    assert clock("05:30") == time(5, 30)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("before_run_h", 0),
        ("before_run_h", float("inf")),
        ("race_big_days", 7.5),
        ("race_big_days", -1),
        ("race_leg_days", True),
        ("deload_weeks", 1),
        ("bilateral_weeks", 0),
        ("gym_time", 18),
    ],
)
def test_hours_days_and_weeks_out_of_range_are_left_out(key: str, value: object) -> None:
    assert settings_from({key: value}) == Settings()


def test_every_default_is_within_its_own_limits_and_every_group_has_a_name() -> None:
    assert settings_from(asdict(Settings())) == Settings()
    assert {each.group for each in SETTINGS} == set(GROUPS)
