"""Words for each setting, and the values it may take: one row, one setting, its evidence beside it.

Targets and limits are coaching defaults of this program; where a trial speaks to one, it is named.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hemipelvi_gui.domain.text import Text, translate


class Group(StrEnum):
    """Settings that belong together."""

    BALANCE = "balance"
    SPACING = "spacing"
    LOAD = "load"
    RUNNING = "running"
    LOOK = "look"


class Unit(StrEnum):
    """What a number is in. SHARE is kept in [0, 1] and shown in per cent; CLOCK is "HH:MM"."""

    SHARE = "share"
    KG = "kg"
    HOURS = "hours"
    DAYS = "days"
    WEEKS = "weeks"
    CLOCK = "clock"
    BEATS = "beats a minute"
    NONE = "none"


GROUPS = {
    Group.BALANCE: translate("Settings", "Balance"),
    Group.SPACING: translate("Settings", "Gym days, runs and races"),
    Group.LOAD: translate("Settings", "Load over the weeks"),
    Group.RUNNING: translate("Settings", "What easy running is"),
    Group.LOOK: translate("Settings", "Sheets and screen"),
}


class Setting(NamedTuple):
    """Words for one field of `Settings`, and the values it may take: `low` to `high`, in `unit`."""

    key: str
    group: Group
    label: Text
    prose: Text
    choices: tuple[str, ...] = ()
    low: float = 0.0
    high: float = 1.0
    unit: Unit = Unit.SHARE


BALANCE = (
    Setting(
        "floor",
        Group.BALANCE,
        translate("Settings", "Floor"),
        translate(
            "Settings",
            "Below this share of asymmetric work a finding asks for more. A coaching default: "
            "\u201cmost of the work\u201d. No trial stands behind the number.",
        ),
    ),
    Setting(
        "band_low",
        Group.BALANCE,
        translate("Settings", "Target from"),
        translate("Settings", "Lower end of the green band. A coaching default."),
    ),
    Setting(
        "band_high",
        Group.BALANCE,
        translate("Settings", "Target to"),
        translate("Settings", "Upper end of the green band. Above it is never a fault."),
    ),
    Setting(
        "side_gap",
        Group.BALANCE,
        translate("Settings", "Sides apart"),
        translate(
            "Settings",
            "Left and right may differ by this much of the work before a note says so. A coaching "
            "default; no trial stands behind it.",
        ),
        high=0.5,
    ),
    Setting(
        "bilateral_share",
        Group.BALANCE,
        translate("Settings", "Symmetric work, at most"),
        translate(
            "Settings",
            "Above this share of a week\u2019s hard sets a note says that level-footed lifting has "
            "become the means. A coaching default; no trial stands behind it.",
        ),
    ),
    Setting(
        "bilateral_rise",
        Group.BALANCE,
        translate("Settings", "Symmetric work, rise a week"),
        translate(
            "Settings",
            "A rise by this much or more, week after week, is worth a note while the share is "
            "under the target. A coaching default.",
        ),
        low=0.01,
        high=0.5,
    ),
    Setting(
        "bilateral_weeks",
        Group.BALANCE,
        translate("Settings", "Weeks of such a rise"),
        translate("Settings", "So many rises in a row make the note. A coaching default."),
        low=1,
        high=8,
        unit=Unit.WEEKS,
    ),
    Setting(
        "body_mass_kg",
        Group.BALANCE,
        translate("Settings", "Body mass"),
        translate(
            "Settings",
            "In kg, optional. A lift with a quarter of it or more counts as loaded; without it "
            "20 kg does.",
        ),
        low=25.0,
        high=250.0,
        unit=Unit.KG,
    ),
)

SPACING = (
    Setting(
        "before_run_h",
        Group.SPACING,
        translate("Settings", "Big lift before a key run, at least"),
        translate(
            "Settings",
            "From the start of the session to the start of a hard run, long run or race; less is "
            "to fix. Heavy leg work impaired running for 24 to 48 hours in Doma\u2019s trials "
            "(2013).",
        ),
        low=1.0,
        high=96.0,
        unit=Unit.HOURS,
    ),
    Setting(
        "better_before_run_h",
        Group.SPACING,
        translate("Settings", "Big lift before a key run, better"),
        translate(
            "Settings",
            "Less is a note. The far end of the 24 to 48 hours that Doma\u2019s trials found.",
        ),
        low=1.0,
        high=120.0,
        unit=Unit.HOURS,
    ),
    Setting(
        "after_run_h",
        Group.SPACING,
        translate("Settings", "Big lift after a key run, at least"),
        translate(
            "Settings",
            "From the start of the run to the start of the session; less is a note. A coaching "
            "default: no trial settles the number.",
        ),
        low=0.0,
        high=48.0,
        unit=Unit.HOURS,
    ),
    Setting(
        "between_gym_h",
        Group.SPACING,
        translate("Settings", "Gym sessions apart, if possible"),
        translate(
            "Settings",
            "Where a session is moved to make room for a run, it keeps this far from the next "
            "one if it can. A coaching default; no trial settles the number.",
        ),
        low=0.0,
        high=96.0,
        unit=Unit.HOURS,
    ),
    Setting(
        "run_time",
        Group.SPACING,
        translate("Settings", "Runs start at"),
        translate("Settings", "Taken for a run without a time of day. A convention."),
        unit=Unit.CLOCK,
    ),
    Setting(
        "gym_time",
        Group.SPACING,
        translate("Settings", "Gym sessions start at"),
        translate("Settings", "Taken for a session without a time of day. A convention."),
        unit=Unit.CLOCK,
    ),
    Setting(
        "race_big_days",
        Group.SPACING,
        translate("Settings", "No big lift before a race"),
        translate(
            "Settings",
            "So many days before a race a big lift is to fix. A coaching default, longer than the "
            "two days of Doma\u2019s trials to be on the safe side.",
        ),
        low=0,
        high=21,
        unit=Unit.DAYS,
    ),
    Setting(
        "race_leg_days",
        Group.SPACING,
        translate("Settings", "No hard leg work before a race"),
        translate(
            "Settings",
            "So many days before a race any leg work at RPE 7 or more is to fix. A coaching "
            "default.",
        ),
        low=0,
        high=14,
        unit=Unit.DAYS,
    ),
    Setting(
        "taper_first",
        Group.SPACING,
        translate("Settings", "Taper, first week"),
        translate(
            "Settings",
            "Hard sets less than usual in the week before the race\u2019s; the load stays. A "
            "coaching default; no trial stands behind the number.",
        ),
        high=0.9,
    ),
    Setting(
        "taper_last",
        Group.SPACING,
        translate("Settings", "Taper, week of the race"),
        translate("Settings", "Hard sets less than usual. A coaching default, as above."),
        high=0.9,
    ),
)

LOAD = (
    Setting(
        "deload_weeks",
        Group.LOAD,
        translate("Settings", "Hard weeks in a row"),
        translate(
            "Settings",
            "After so many a note asks for an easy one. A coaching default. Trained cyclists kept "
            "their strength on one session a week (R\u00f8nnestad 2010), so an easy week should "
            "cost little.",
        ),
        low=2,
        high=12,
        unit=Unit.WEEKS,
    ),
    Setting(
        "deload_share",
        Group.LOAD,
        translate("Settings", "A hard week is"),
        translate(
            "Settings",
            "This share or more of the most hard sets in one of the weeks looked back on. A "
            "coaching default.",
        ),
        low=0.3,
    ),
    Setting(
        "compared_weeks",
        Group.LOAD,
        translate("Settings", "Look back"),
        translate(
            "Settings",
            "So many weeks are compared to tell a hard week, and to find the load of last time. "
            "A coaching default.",
        ),
        low=4,
        high=26,
        unit=Unit.WEEKS,
    ),
    Setting(
        "deload_cut",
        Group.LOAD,
        translate("Settings", "Deload"),
        translate(
            "Settings",
            "Hard sets less in an easy week; the load on the bar stays. A coaching default.",
        ),
        low=0.1,
        high=0.9,
    ),
    Setting(
        "load_step",
        Group.LOAD,
        translate("Settings", "Load up, at most"),
        translate(
            "Settings",
            "A lift that gets heavier by more than this since the week it was last done is worth a "
            "note. A coaching default; no trial stands behind the number.",
        ),
        low=0.01,
    ),
    Setting(
        "back_off",
        Group.LOAD,
        translate("Settings", "Load down after two hard times"),
        translate(
            "Settings",
            "Where sets or reps were missing twice in a row, or it was harder than planned, this "
            "much less is proposed. A coaching default; no trial stands behind the number.",
        ),
        low=0.01,
        high=0.5,
    ),
)

RUNNING = (
    Setting(
        "max_heart_rate",
        Group.RUNNING,
        translate("Settings", "Highest heart rate"),
        translate(
            "Settings",
            "In beats a minute, entered, or the highest seen in a year. A run counts as easy up to "
            "80 % of it, if nobody said what it was. The 80 % are a coaching default.",
        ),
        low=100.0,
        high=230.0,
        unit=Unit.BEATS,
    ),
)

LOOK = (
    Setting(
        "paper",
        Group.LOOK,
        translate("Settings", "Paper"),
        translate("Settings", "Size of printed sheets."),
        choices=("A4", "Letter"),
        unit=Unit.NONE,
    ),
    Setting(
        "theme",
        Group.LOOK,
        translate("Settings", "Theme"),
        translate("Settings", "Light, dark, or as the desktop says."),
        choices=("auto", "light", "dark"),
        unit=Unit.NONE,
    ),
    Setting(
        "text_scale",
        Group.LOOK,
        translate("Settings", "Text size"),
        translate("Settings", "Times the normal size; Ctrl and + or \u2212 change it anywhere."),
        low=0.8,
        high=2.0,
    ),
    Setting(
        "side_boxes",
        Group.LOOK,
        translate("Settings", "Two boxes a set"),
        translate("Settings", "On sheets, one box for the left and one for the right side."),
        unit=Unit.NONE,
    ),
)

SETTINGS = (*BALANCE, *SPACING, *LOAD, *RUNNING, *LOOK)
BY_KEY = {setting.key: setting for setting in SETTINGS}
