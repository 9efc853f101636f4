"""Words for days, runs and stretches of time."""

from __future__ import annotations

from math import floor

from hemipelvi_gui.domain.runs import RunKind
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain

KEY_RUN_WORDS = {
    RunKind.QUALITY: translate("Weeks", "the hard run"),
    RunKind.LONG: translate("Weeks", "the long run"),
    RunKind.RACE: translate("Weeks", "the race"),
}


def hours_words(hours: float) -> Text:
    """Whole hours that have passed, so that a limit is never told before it is reached."""
    if hours < 1:
        return translate("Days", "less than 1 h")
    return translate("Days", "{hours} h", hours=floor(hours))


def limit_words(hours: float) -> str:
    """A limit in hours as it was set: 24, 4.5."""
    return plain(hours)


def with_advice(reason: Text, advice: Text) -> Text:
    """A reason, and what is left to do where the card itself can't be changed any more."""
    return translate("Weeks", "{reason}. {advice}", reason=reason, advice=advice)
