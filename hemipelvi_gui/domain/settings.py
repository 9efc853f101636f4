"""What a runner can set, declared once, as data with prose.

Targets are coaching defaults of this program with no trial behind them; that is said beside each.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Settings:
    """Shares are in [0, 1], body mass in kg or None, text scale 1 is normal.

    `hidden` holds ids of exercises that are not offered any more.
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


@dataclass(frozen=True)
class Setting:
    """Words for one field of `Settings`, and the values it may take."""

    key: str
    label: Text
    prose: Text
    choices: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0


SETTINGS = (
    Setting(
        "floor",
        translate("Settings", "Floor"),
        translate(
            "Settings",
            "Below this share of asymmetric work a finding asks for more. A coaching default: "
            "\u201cmost of the work\u201d. No trial stands behind the number.",
        ),
    ),
    Setting(
        "band_low",
        translate("Settings", "Target from"),
        translate("Settings", "Lower end of the green band. A coaching default."),
    ),
    Setting(
        "band_high",
        translate("Settings", "Target to"),
        translate("Settings", "Upper end of the green band. Above it is never a fault."),
    ),
    Setting(
        "body_mass_kg",
        translate("Settings", "Body mass"),
        translate(
            "Settings",
            "In kg, optional. A lift with a quarter of it or more counts as loaded; without it "
            "20 kg does.",
        ),
        low=25.0,
        high=250.0,
    ),
    Setting(
        "paper",
        translate("Settings", "Paper"),
        translate("Settings", "Size of printed sheets."),
        choices=("A4", "Letter"),
    ),
    Setting(
        "theme",
        translate("Settings", "Theme"),
        translate("Settings", "Light, dark, or as the desktop says."),
        choices=("auto", "light", "dark"),
    ),
    Setting(
        "text_scale",
        translate("Settings", "Text size"),
        translate("Settings", "Times the normal size; Ctrl and + or \u2212 change it anywhere."),
        low=0.8,
        high=2.0,
    ),
    Setting(
        "side_boxes",
        translate("Settings", "Two boxes a set"),
        translate("Settings", "On sheets, one box for the left and one for the right side."),
    ),
)


BY_KEY = {setting.key: setting for setting in SETTINGS}


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
    setting = BY_KEY.get(key)
    if isinstance(default, tuple):
        return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, str):
        choices = setting.choices if setting else ()
        return isinstance(value, str) and (not choices or value in choices)
    if value is None:
        return default is None
    return (
        setting is not None
        and isinstance(value, int | float)
        and setting.low <= value <= setting.high
    )
