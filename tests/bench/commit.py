"""From an edit to the disk."""

from __future__ import annotations

from functools import partial

from hemipelvi_gui.domain import edits
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.window import until, window_with_thirty_cards

MOST_MS = 300.0


def commit(quick: bool) -> list[Figure]:
    """Edits of a session of thirty items, each until the window knows that it is on the disk."""
    rounds = 3 if quick else 200
    with window_with_thirty_cards() as window:
        document, saver = window.desk.document, window.desk.saver
        beside = yardstick()

        def saved(number: int) -> None:
            words = f"Note {number}"
            document.push("write notes", partial(edits.describe, notes=words))
            until(lambda: saver.idle)

        times = [timed(partial(saved, number)) for number in range(rounds)]
        versions = len(window.desk.shelf.versions(document.session.id))
    if versions <= rounds:
        raise RuntimeError("not every edit reached the disk")
    note = (
        f"99 % of {rounds} edits, with the whole window following each; median "
        f"{share(times, 0.5):.0f} ms, longest {max(times):.0f} ms"
    )
    return [Figure("edit to disk", share(times, 0.99), "ms", MOST_MS, beside, note)]
