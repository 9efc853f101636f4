"""`hemipelvi replay`: the last weeks of the log, seen through the gauge."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.cli.codes import FINE
from hemipelvi_gui.cli.commands import all_exercises
from hemipelvi_gui.cli.own_store import own_log
from hemipelvi_gui.cli.report import print_json
from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.replay import Replay, earlier_words, last_day_of
from hemipelvi_gui.coach.replay import replay as replayed
from hemipelvi_gui.domain.day_words import full_day
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange import shown

if TYPE_CHECKING:
    from argparse import Namespace


def replay(namespace: Namespace) -> int:
    """Print the share of each week, and of each exercise.

    The weeks end today, or with the last that is over where this one is still empty; where nothing
    was done in them, with the last session there is.
    """
    home, log = own_log(namespace.data, date.min, date.max)
    library, today = all_exercises(home), date.today()
    made = replayed(log, library, home.settings, last_day_of(log, today), namespace.weeks)
    days = [each.date for each in log.diary.values() if each.date <= today]
    if days and not any(each.sessions for each in made.weeks):
        made = replayed(log, library, home.settings, max(days), namespace.weeks)
        if "share" in made.words[0].args:
            first = earlier_words(made.words[0], full_day(made.last))
            made = replace(made, words=(first, *made.words[1:]))
    if namespace.json:
        print_json(as_json(made))
    else:
        _print(made)
    return FINE


def as_json(made: Replay) -> dict[str, Any]:
    """A replay as JSON. Shares in [0, 1] or None, where there was no leg work."""
    change = made.change
    return {
        "from": made.first.isoformat(),
        "to": made.last.isoformat(),
        "asymmetric_share": made.share,
        "gait_likeness": made.balance.gait_likeness,
        "hse": made.balance.hse,
        "sets": made.sets,
        "level_sets": made.level,
        "words": list(map(str, made.words)),
        "weeks": [
            {
                "week": each.first.isoformat(),
                "sessions": each.sessions,
                "asymmetric_share": each.balance.asymmetric_share,
                "hse": each.balance.hse,
                "sets": each.sets,
                "level_sets": each.level,
            }
            for each in made.weeks
        ],
        "exercises": [
            {
                "exercise": each.name,
                "class": each.laterality.value,
                "sets": each.sets,
                "hse": each.hse,
                "share_of_work": each.share,
            }
            for each in made.exercises
        ],
        "change_first": None
        if change is None
        else {
            "exercise": change.exercise.name,
            "sibling": change.sibling.name,
            "asymmetric_share_after": change.share_after,
        },
    }


def _print(made: Replay) -> None:
    print(*made.words, sep="\n")
    print()
    for week in made.weeks:
        share = week.balance.asymmetric_share
        told = "\u2013" if share is None else f"{percent(share)} %"
        words = translate(
            "Replay",
            "{share}, {hse:.1f} hard sets, sessions: {sessions}",
            share=told,
            hse=week.balance.hse,
            sessions=week.sessions,
        )
        print(f"{week.first}  {words}")
    print()
    for each in made.exercises:
        said = "{sets:g} sets, {share} % of the leg work, {kind}"
        if each.sets == 1:
            said = "1 set, {share} % of the leg work, {kind}"
        part, kind = percent(each.share), each.laterality.value
        words = translate("Replay", said, sets=each.sets, share=part, kind=kind)
        print(f"{shown(each.name)}: {words}")
