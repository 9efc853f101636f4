"""What a reader left out of a file, and why: counted and named, to be shown before importing."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.text import Text, translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemipelvi_gui.domain.bundle import Bundle

KEY = "left_out"
MOST_NAMES = 3

Noted = list[dict[str, object]]


class Why(StrEnum):
    """Why something is not read."""

    GYM = "gym"
    OTHER = "other"
    CANCELLED = "cancelled"
    FAR = "far"
    UNDATED = "undated"
    RULE = "rule"


WORDS = {
    Why.GYM: translate("LeftOut", "{count} in the gym, which are sessions: {names}"),
    Why.OTHER: translate("LeftOut", "{count} that are no training: {names}"),
    Why.CANCELLED: translate("LeftOut", "{count} cancelled: {names}"),
    Why.FAR: translate("LeftOut", "{count} too long ago or too far ahead: {names}"),
    Why.UNDATED: translate("LeftOut", "{count} without a readable date: {names}"),
    Why.RULE: translate(
        "LeftOut", "{count} repeated in a way that is not known, so read once: {names}"
    ),
}


def noted(things: Iterable[tuple[Why, str]]) -> dict[str, Noted]:
    """For the `extra` of a bundle: reasons with how many things and the names of the first."""
    names: dict[Why, list[str]] = {}
    for why, name in things:
        names.setdefault(why, []).append(name)
    rows: Noted = [
        {"why": why.value, "count": len(names[why]), "names": names[why][:MOST_NAMES]}
        for why in Why
        if why in names
    ]
    return {KEY: rows} if rows else {}


def left_out(bundle: Bundle) -> tuple[Text, ...]:
    """A line for each reason: "2 cancelled: Long run, Tempo"."""
    rows = bundle.extra.get(KEY, [])
    return tuple(_words(row) for row in rows if row.get("why") in set(Why))


def _words(row: dict[str, object]) -> Text:
    words, names = WORDS[Why(str(row["why"]))], row["names"]
    shown = [str(each) for each in names] if isinstance(names, list) else []
    more = "" if row["count"] == len(shown) else ", …"
    return Text(
        words.context, words.source, {"count": row["count"], "names": ", ".join(shown) + more}
    )
