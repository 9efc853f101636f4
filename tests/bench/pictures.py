"""Frames of the pelvis figure, and glyphs that were painted before."""

from __future__ import annotations

from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from hemipelvi_gui.ui.theme import Theme
from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
from hemipelvi_gui.ui.widgets.pelvis_figure import PelvisFigure
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.material import library
from tests.bench.window import application, until

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hemipelvi_gui.domain.exercises import Exercise

MOST_FRAME_MS, MOST_GLYPH_US = 4.0, 20.0
SIZE = (400, 300)
MOMENTS = 6
GLYPH, GLYPHS_AT_ONCE = 38, 100


def figure_frames(quick: bool) -> list[Figure]:
    """Every exercise at moments of its rep, by itself and beside the running it resembles.

    A frame is the moment set and the widget painted, its words included.
    """
    application()
    exercises = list(islice(library().values(), 3 if quick else None))
    figure = PelvisFigure(_theme())
    figure.resize(*SIZE)
    figure.show()
    until(lambda: figure.windowHandle().isExposed())
    application().processEvents()
    figures = []
    for name, beside_running in (("alone", False), ("beside running", True)):
        _frames(figure, exercises[:3], beside_running)
        beside = yardstick()
        times = _frames(figure, exercises, beside_running)
        note = (
            f"95 % of {len(times)} frames of {SIZE[0]} × {SIZE[1]}; median "
            f"{share(times, 0.5):.2f} ms, longest {max(times):.1f} ms"
        )
        frame = share(times, 0.95)
        title = f"figure frame, {name}"
        figures.append(Figure(title, frame, "ms", MOST_FRAME_MS, beside, note))
    figure.close()
    return figures


def _frames(
    figure: PelvisFigure, exercises: Iterable[Exercise], beside_running: bool
) -> list[float]:
    times = []
    for exercise in exercises:
        figure.show_exercise(exercise)
        figure.playing = False
        figure.beside_running = beside_running
        moments = (figure.duration * part / MOMENTS for part in range(MOMENTS))
        times += [timed(partial(_frame, figure, moment)) for moment in moments]
    return times


def _frame(figure: PelvisFigure, moment: float) -> None:
    figure.set_moment(moment)
    figure.repaint()


def glyphs(quick: bool) -> list[Figure]:
    """The glyph of every exercise, at the size that cards show it in."""
    application()
    cache, exercises = GlyphCache(_theme()), library().values()
    for each in exercises:
        cache.pixmap(each, GLYPH)
    beside = yardstick()
    rounds = 1 if quick else GLYPHS_AT_ONCE
    times = [timed(partial(_look_up, cache, each, rounds)) / rounds for each in exercises]
    microseconds = share(times, 0.99) * 1000
    note = f"99 % of {len(times)} exercises; median {share(times, 0.5) * 1000:.1f} µs"
    return [Figure("glyph from cache", microseconds, "µs", MOST_GLYPH_US, beside, note)]


def _look_up(cache: GlyphCache, exercise: Exercise, rounds: int) -> None:
    for _ in range(rounds):
        cache.pixmap(exercise, GLYPH)


def _theme() -> Theme:
    return Theme(application(), "light")
