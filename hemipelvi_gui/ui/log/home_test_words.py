"""Home tests in words: what is measured, how, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.domain.check_ins import TestKind
from hemipelvi_gui.domain.home_tests import IN_DEGREES
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from hemipelvi_gui.domain.home_tests import Change

translate = QCoreApplication.translate


def test_name(kind: TestKind) -> str:
    """As in "Thomas test"."""
    words = {
        TestKind.THOMAS: translate("Log", "Thomas test"),
        TestKind.HIP_ROTATION: translate("Log", "Seated hip internal rotation"),
        TestKind.LEG_RAISE: translate("Log", "Active straight-leg raise"),
        TestKind.SIT_AND_REACH: translate("Log", "Sit and reach"),
        TestKind.TOE_TOUCH: translate("Log", "Toe touch"),
    }
    return words[kind]


def how_words(kind: TestKind) -> str:
    """How it is measured."""
    words = {
        TestKind.THOMAS: translate(
            "Log",
            "Lie on your back at the edge of a table, hold one knee to the chest and let the other "
            "thigh hang. Count \u00b0 of that thigh below horizontal; more is freer.",
        ),
        TestKind.HIP_ROTATION: translate(
            "Log",
            "Sit on a table, thighs flat, shins hanging. Turn one shin outwards by itself, the "
            "thigh staying where it is. Count \u00b0 from hanging straight down.",
        ),
        TestKind.LEG_RAISE: translate(
            "Log",
            "Lie on your back, the other leg flat. Raise the straight leg by itself, with no "
            "hands. Count \u00b0 above the floor.",
        ),
        TestKind.SIT_AND_REACH: translate(
            "Log",
            "Sit with straight legs, feet against a box, and reach slowly forwards. Count cm past "
            "the toes; short of them negative.",
        ),
        TestKind.TOE_TOUCH: translate(
            "Log",
            "Stand with straight legs and bend slowly down. Count cm from the fingers to the "
            "floor; past it, standing on a step, negative.",
        ),
    }
    return words[kind]


def rules_words() -> str:
    """What holds for all of them."""
    return translate("Log", "Same time of day, three times each; the middle one counts.")


def in_unit(kind: TestKind, value: float) -> str:
    """As in "12\u00b0" or "4 cm"."""
    if kind in IN_DEGREES:
        return translate("Log", "{value}\u00b0").format(value=plain(value))
    return translate("Log", "{value} cm").format(value=plain(value))


def change_words(kind: TestKind, change: Change) -> str:
    """The median and one's own change: "12\u00b0, 3\u00b0 more than last time, \u2026"."""
    said = [in_unit(kind, change.now)]
    for value, more, less, same in (
        (
            change.since_last,
            translate("Log", "{by} more than last time"),
            translate("Log", "{by} less than last time"),
            translate("Log", "the same as last time"),
        ),
        (
            change.since_first,
            translate("Log", "{by} more than at first"),
            translate("Log", "{by} less than at first"),
            translate("Log", "the same as at first"),
        ),
    ):
        if value is not None:
            words = same if not value else more if value > 0 else less
            said.append(words.format(by=in_unit(kind, abs(value))))
    if change.since_last is None:
        said.append(translate("Log", "the first time"))
    elif change.can_be_told is None:
        said.append(translate("Log", "how much measuring errs is not known"))
    elif change.can_be_told:
        said.append(translate("Log", "more than measuring errs"))
    else:
        words = translate("Log", "under {least}, so it may be the error of measuring")
        said.append(words.format(least=in_unit(kind, change.detectable or 0)))
    return ", ".join(said)
