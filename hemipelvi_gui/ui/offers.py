"""Ready sessions to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.domain.session import Session

OFFERS = 6


def ready_sessions(kind: str) -> list[Session]:
    """The starting points of a kind, "sessions" or "routines"."""
    from hemipelvi_gui.exchange import templates

    return [session for bundle in templates(kind) for session in bundle.sessions]


def first_offers() -> list[Session]:
    """Ready sessions for the first page, the sample ahead."""
    from hemipelvi_gui.exchange import sample

    first = sample()
    others = (each for each in ready_sessions("sessions") if each.id != first.id)
    return [first, *others][:OFFERS]
