"""After pain nothing heavier is proposed (MODEL.md section 4). Tightness is not pain.

A coaching default: the days are a guess on the safe side, and no number stands in for asking a
professional.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.check_ins import PAIN_TO_ASK_ABOUT
from hemipelvi_gui.domain.day_words import short_day
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import plain

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from hemipelvi_gui.coach.progress.walk import Proposal
    from hemipelvi_gui.domain.check_ins import CheckIn
    from hemipelvi_gui.domain.prescription import Load, Prescription

HELD_DAYS = 7


def recent_pain(check_ins: Iterable[CheckIn], today: date) -> CheckIn | None:
    """The last check-in of the week up to `today` with a pain to ask about, None without one."""
    since = today - timedelta(days=min(HELD_DAYS, today.toordinal() - 1))
    found = [
        each
        for each in check_ins
        if since <= each.date <= today and (each.pain or 0) >= PAIN_TO_ASK_ABOUT
    ]
    return max(found, key=lambda each: each.date, default=None)


def without_more(proposals: Iterable[Proposal], pain: CheckIn | None) -> tuple[Proposal, ...]:
    """The proposals with nothing in them heavier, longer or more than it is now, and why.

    What gets lighter stays as proposed. Without pain all stay as they are.
    """
    if pain is None:
        return tuple(proposals)
    return tuple(_held(each, pain) for each in proposals)


def _held(proposal: Proposal, pain: CheckIn) -> Proposal:
    before, after = proposal.before, proposal.after
    if after is None:
        return proposal
    held = replace(
        after,
        sets=min(after.sets, before.sets),
        low=min(after.low, before.low),
        high=min(after.high, before.high),
        load=before.load if _is_heavier(before, after) else after.load,
    )
    if held == after:
        return proposal
    return replace(proposal, after=held, reason=pain_reason(pain))


def pain_reason(pain: CheckIn) -> Text:
    """Why nothing heavier is proposed: "Pain of 5 (left knee) on Sun 22 Nov: …"."""
    words = {"pain": plain(pain.pain or 0), "day": short_day(pain.date), "at": pain.pain_at}
    if pain.pain_at:
        return translate(
            "Progress",
            "Pain of {pain} ({at}) on {day}: nothing heavier for a week. Rest, and ask a "
            "professional.",
            **words,
        )
    return translate(
        "Progress",
        "Pain of {pain} on {day}: nothing heavier for a week. Rest, and ask a professional.",
        **words,
    )


def _is_heavier(before: Prescription, after: Prescription) -> bool:
    """Whether the load goes up, or is another kind of load so that nobody can tell."""
    one, other = before.load, after.load
    if other is None or one == other:
        return False
    if one is None or one.kind is not other.kind:
        return True
    return _value(other) > _value(one)


def _value(load: Load) -> float:
    return load.value if load.external_kg is None else load.external_kg
