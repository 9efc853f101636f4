"""What measured the heart rate of a FIT activity, as far as its file tells.

The name only has to stay the same for the same device: a new one makes heart rates of before and
after hard to compare.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.exchange.fit.messages import Values, words

if TYPE_CHECKING:
    from collections.abc import Sequence

MAKERS = {
    1: "Garmin",
    13: "Dynastream",
    15: "Dynastream",
    23: "Suunto",
    32: "Wahoo",
    33: "Scosche",
    38: "Mio",
    70: "Sigma",
    71: "TomTom",
    76: "Moxy",
    123: "Polar",
    255: "Development",
    258: "Lezyne",
    260: "Zwift",
    265: "Strava",
    267: "Bryton",
    294: "Coros",
}
# Source of a device message → the type that a strap has there (ANT+ and Bluetooth).
STRAPS = {1: 120, 3: 3}
ANT_STRAP = 120
LONGEST = 80


def heart_rate_device(devices: Sequence[Values], file_id: Values) -> str:
    """The strap where one was worn, else the watch itself; "" where nothing is said."""
    for each in devices:
        kind = each.get(1)
        if kind is not None and kind == STRAPS.get(each.get(25, 1), ANT_STRAP):
            return f"HR strap {_named(each.get(27), each.get(2), each.get(4))}".strip()[:LONGEST]
    return _named(file_id.get(8), file_id.get(1), file_id.get(2))[:LONGEST]


def _named(given: object, maker: int | None, product: int | None) -> str:
    name = words(given)
    if name:
        return name
    parts = ("" if maker is None else MAKERS.get(maker, f"#{maker}"), product)
    return " ".join(str(each) for each in parts if each not in ("", None))
