"""Search in five thousand exercises, a key at a time."""

from __future__ import annotations

from functools import partial

from hemipelvi_gui.domain.search import SearchIndex
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.material import library, many_exercises

MOST_KEY_MS = 5.0
TYPED = (
    "walking lunge",
    "bulgarian split squat",
    "rdl",
    "single leg",
    "hip flexors",
    "kettlebell",
    "dead lift",
    "walkign lunge",  # two letters swapped
    "romanain deadlfit",
    "copenhagn plank",
    "squatt",
    "qqqqqqqq",
)


def search(quick: bool) -> list[Figure]:
    """Every beginning of what people type, right and wrong."""
    index = SearchIndex(many_exercises(library(), 300 if quick else 5000))
    built = timed(lambda: index.search("a"))
    keys = [typed[:end] for typed in TYPED for end in range(1, len(typed) + 1)]
    beside = yardstick()
    times = {key: timed(partial(index.search, key)) for key in keys}
    worst = max(times, key=lambda key: times[key])
    found = sum(bool(index.search(typed)) for typed in TYPED)
    note = (
        f"99 % of {len(times)} keys; median {share(list(times.values()), 0.5):.2f} ms, longest "
        f"{times[worst]:.1f} ms (\u201c{worst}\u201d); {found} of {len(TYPED)} whole queries found "
        f"something; making the index, once: {built:.0f} ms"
    )
    key = share(list(times.values()), 0.99)
    return [Figure("search, a key", key, "ms", MOST_KEY_MS, beside, note)]
