"""Opening the Library page with as many exercises as a runner may come to have."""

from __future__ import annotations

from tests.bench.figures import Figure, share, yardstick
from tests.bench.material import imported, library
from tests.bench.start import said_by, stage

MOST_MS = 100.0
EXERCISES = 1113
ROUNDS = 15


def open_page(quick: bool) -> list[Figure]:
    """The page opened for the first time, each time in a program that was just started."""
    rounds = 1 if quick else ROUNDS
    own = imported(EXERCISES - len(library()))
    cards: list[float] = []
    whole: list[float] = []
    with stage(own) as environment:
        beside = yardstick()
        for _ in range(rounds):
            said = said_by(environment, "tests.bench.open_library")["opened"]
            if int(said[2]) != EXERCISES:
                raise RuntimeError(f"the page showed {said[2]} exercises")
            cards.append(float(said[0]))
            whole.append(float(said[1]))
    figures = []
    for name, times in (("its cards", cards), ("all of it", whole)):
        note = (
            f"median of {rounds} fresh processes with {EXERCISES} exercises, from the command to "
            f"the end of the paint pass; 95 % under {share(times, 0.95):.0f} ms"
        )
        title = f"Library page opens, {name}"
        figures.append(Figure(title, share(times, 0.5), "ms", MOST_MS, beside, note))
    return figures
