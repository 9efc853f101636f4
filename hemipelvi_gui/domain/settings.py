"""What a runner can set. The words and limits of each setting are in `setting_rows`."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from datetime import time
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.setting_rows import BY_KEY, Unit

if TYPE_CHECKING:
    from collections.abc import Mapping

CLOCK = re.compile("(?:[01][0-9]|2[0-3]):[0-5][0-9]")


@dataclass(frozen=True)
class Settings:
    """Shares are in [0, 1], body mass in kg or None, text scale 1 is normal, times "HH:MM".

    `hidden` holds ids of exercises that are not offered any more, `landscape` the kinds of pages
    that are printed on paper that lies. Names that end in `_h` are hours, in `_days` days, in
    `_weeks` weeks. `max_heart_rate` is in beats a minute; None: the highest seen in a year.
    `rest_timer` and `timer_sound` are set on the Log page, where they are needed.
    """

    floor: float = 0.5
    band_low: float = 0.6
    band_high: float = 0.85
    body_mass_kg: float | None = None
    paper: str = "A4"
    theme: str = "auto"
    text_scale: float = 1.0
    side_boxes: bool = True
    welcomed: bool = False
    last_session: str = ""
    hidden: tuple[str, ...] = ()
    landscape: tuple[str, ...] = ("week",)
    side_gap: float = 0.1
    bilateral_share: float = 0.5
    bilateral_rise: float = 0.03
    bilateral_weeks: int = 3
    before_run_h: float = 24.0
    better_before_run_h: float = 48.0
    after_run_h: float = 6.0
    between_gym_h: float = 48.0
    run_time: str = "07:00"
    gym_time: str = "18:00"
    race_big_days: int = 7
    race_leg_days: int = 3
    taper_first: float = 0.3
    taper_last: float = 0.5
    deload_weeks: int = 6
    deload_share: float = 0.8
    deload_cut: float = 0.45
    load_step: float = 0.1
    back_off: float = 0.1
    compared_weeks: int = 12
    max_heart_rate: float | None = None
    rest_timer: bool = True
    timer_sound: bool = True


def clock(words: str) -> time:
    """A time of day from "HH:MM". Raises ValueError for anything else."""
    if CLOCK.fullmatch(words) is None:
        raise ValueError(words)
    return time(int(words[:2]), int(words[3:]))


def settings_from(saved: Mapping[str, object]) -> Settings:
    """Settings from what was saved; unknown keys and values that don't fit are left out.

    A target that ends before it begins is the default one.
    """
    kept = {
        each.name: _frozen(saved[each.name])
        for each in fields(Settings)
        if each.name in saved and _fits(each.name, each.default, saved[each.name])
    }
    settings = Settings(**kept)  # type: ignore[arg-type]  # each was checked against its field
    if settings.band_low <= settings.band_high:
        return settings
    return replace(settings, band_low=Settings.band_low, band_high=Settings.band_high)


def _frozen(value: object) -> object:
    """JSON knows no tuples."""
    return tuple(value) if isinstance(value, list) else value


def _fits(key: str, default: object, value: object) -> bool:
    if isinstance(default, tuple):
        return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, str):
        return isinstance(value, str) and _says(key, value)
    if value is None:
        return default is None
    return _is_within(key, default, value)


def _says(key: str, value: str) -> bool:
    setting = BY_KEY.get(key)
    if setting is not None and setting.unit is Unit.CLOCK:
        return CLOCK.fullmatch(value) is not None
    return setting is None or not setting.choices or value in setting.choices


def _is_within(key: str, default: object, value: object) -> bool:
    setting = BY_KEY.get(key)
    return (
        setting is not None
        and isinstance(value, int if isinstance(default, int) else int | float)
        and setting.low <= value <= setting.high
    )
