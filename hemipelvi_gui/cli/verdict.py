"""Whether the lifting helps the running, from the runner's own log."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.cli.codes import FINE
from hemipelvi_gui.cli.commands import all_exercises
from hemipelvi_gui.cli.own_store import own_log
from hemipelvi_gui.cli.report import print_json
from hemipelvi_gui.coach.verdict import Change, Pace, Verdict
from hemipelvi_gui.coach.verdict import verdict as judged
from hemipelvi_gui.coach.verdict.wording import earliest_words
from hemipelvi_gui.domain.text import translate

if TYPE_CHECKING:
    from argparse import Namespace

# The highest heart rate is that of a year, which is more than the weeks that are compared.
LOOK_BACK_DAYS = 371


def verdict(namespace: Namespace) -> int:
    """Print what the runner's log is consistent with. Not enough data is an answer too."""
    as_of: date = namespace.as_of or date.today()
    first = date.fromordinal(max(as_of.toordinal() - LOOK_BACK_DAYS, 1))
    home, log = own_log(namespace.data, first, as_of)
    made = judged(log, all_exercises(home), home.settings, as_of)
    if namespace.json:
        print_json(as_json(made, as_of))
    else:
        _print(made)
    return FINE


def as_json(made: Verdict, as_of: date) -> dict[str, Any]:
    """A verdict as JSON. Changes are in % or in points of tightness, intervals hold 90 %."""
    return {
        "verdict": made.code.value,
        "headline": str(made.headline),
        "as_of": as_of.isoformat(),
        "weeks": {
            "first": made.first.isoformat(),
            "recent": made.recent_from.isoformat(),
            "last": made.last.isoformat(),
        },
        "basis": made.basis.value,
        "missing": list(map(str, made.missing)),
        "earliest": None if made.earliest is None else made.earliest.isoformat(),
        "cautions": list(map(str, made.cautions)),
        "lift": _change(made.lift),
        "efficiency": _change(made.efficiency),
        "tightness": _change(made.tightness),
        "pace": _pace(made.pace),
        "detectable_change": made.detectable_change,
        "suggestion": None if made.suggestion is None else str(made.suggestion),
        "advice": None if made.advice is None else str(made.advice),
    }


def _change(change: Change | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "change": change.change,
        "interval": [change.low, change.high],
        "unit": change.unit.value,
        "z": change.z,
        "probability": change.probability,
        "weeks": change.weeks,
    }


def _pace(pace: Pace | None) -> dict[str, Any] | None:
    if pace is None:
        return None
    return {
        "metres": pace.metres,
        "heart_rate": pace.heart_rate,
        "before_s": pace.before_s,
        "recent_s": pace.recent_s,
        "change_s": pace.change_s,
        "interval": [pace.low, pace.high],
    }


def _print(made: Verdict) -> None:
    print(made.headline)
    when = earliest_words(made.earliest, made.last)
    said = (made.advice, *made.missing, when, *made.cautions, made.why_unclear, made.unsure)
    for line in (*said, made.doubt, made.suggestion):
        if line is not None:
            print(f"  {line}")
    print()
    for title, text in made.steps:
        print(f"{title}\n  {text}")
    print()
    print(translate("CommandLine", "What would change it"))
    for line in made.would_change:
        print(f"  {line}")
