"""What a check of a week tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from hemipelvi_gui.domain.text import Text


class WeekTold(NamedTuple):
    """The fact, its reason, the cards it is about, and what tells it from others of its rule."""

    message: Text
    reason: Text
    entries: tuple[str, ...] = ()
    about: str = ""
