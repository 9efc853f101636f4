"""Dragging over a session of thirty items: the preview alone, and whole frames of the window."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent

from hemipelvi_gui.coach.findings import examine
from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.edits import Gap, Within
from hemipelvi_gui.domain.session import SECTIONS, in_section, items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.mime import EXERCISE_MIME, ITEMS_MIME, pack
from tests.bench.figures import Figure, share, timed, yardstick
from tests.bench.material import SEED, large_session, library
from tests.bench.window import application, window_with_thirty_cards

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData

    from hemipelvi_gui.domain.edits import Edit, Place
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.main_window import MainWindow

MOST_PREVIEW_MS, MOST_FRAME_MS = 1.0, 16.0
STEP_PX = 4


def preview(quick: bool) -> list[Figure]:
    """Edit, balance and all findings for each place a card can be dragged to."""
    exercises = library()
    session, settings = large_session(exercises), Settings()
    drags = list(islice(_drags(session, exercises), 20 if quick else None))
    for edit in drags[:10]:
        examine(edit(session), exercises, settings)
    beside = yardstick()
    times = [timed(partial(_previewed, edit, session, exercises, settings)) for edit in drags]
    typical = share(times, 0.5)
    note = f"median of {len(times)} places; 99 % under {share(times, 0.99):.2f} ms"
    return [Figure("preview while dragging", typical, "ms", MOST_PREVIEW_MS, beside, note)]


def _previewed(
    edit: Edit, session: Session, exercises: dict[str, Exercise], settings: Settings
) -> None:
    examine(edit(session), exercises, settings)


def _drags(session: Session, exercises: dict[str, Exercise]) -> Iterator[Edit]:
    """Every exercise of a handful into every place, and every item to every place."""
    random = Random(SEED)
    places = list(_places(session))
    for name in random.sample(sorted(exercises), 6):
        item = new_item(exercises[name])
        for place in places:
            yield partial(edits.insert, new=item, place=place)
    for item in items(session):
        for place in random.sample(places, 6):
            yield partial(edits.move, item_ids=(item.id,), place=place)


def _places(session: Session) -> Iterator[Place]:
    for section in SECTIONS:
        blocks = in_section(session, section)
        yield from (Gap(section, index) for index in range(len(blocks) + 1))
        yield from (Within(block.id, 1) for block in blocks)


def frames(quick: bool) -> list[Figure]:
    """Drag a card of the library, then one of the session, all over the canvas of the window.

    A frame is one move of the pointer and all that follows from it: the edit, the preview, the
    ghost needle and everything painted.
    """
    with window_with_thirty_cards() as window:
        cards = [item.id for item in items(window.desk.document.session)]
        exercise = next(iter(window.desk.document.library))
        beside = yardstick()
        times: list[float] = []
        for mime in (pack(EXERCISE_MIME, [exercise]), pack(ITEMS_MIME, [cards[0]])):
            times += _dragged(window, mime, quick)
    busy = Counter(time > MOST_FRAME_MS for time in times)
    note = (
        f"{len(times)} frames, {busy[True]} of them over {MOST_FRAME_MS:.0f} ms; median "
        f"{share(times, 0.5):.1f} ms, longest {max(times):.1f} ms"
    )
    frame = share(times, 0.99)
    return [Figure("drag frame, 99 % under", frame, "ms", MOST_FRAME_MS, beside, note)]


def _dragged(window: MainWindow, mime: QMimeData, quick: bool) -> list[float]:
    """Times of the frames of one drag, down and up again, the canvas scrolled in three places."""
    canvas, app = window.build.canvas, application()
    viewport, bar = canvas.viewport(), canvas.verticalScrollBar()
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    x = viewport.width() // 2
    edge = viewport.height() // 4
    QCoreApplication.sendEvent(viewport, QDragEnterEvent(QPoint(x, edge), actions, mime, *held))
    times: list[float] = []
    for scrolled in (0,) if quick else (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(scrolled)
        app.processEvents()
        down = range(edge, viewport.height() - edge, STEP_PX)
        for y in down[:8] if quick else (*down, *reversed(down)):
            event = QDragMoveEvent(QPoint(x, y), actions, mime, *held)
            before = window.desk.document.preview_reading
            time = timed(partial(_frame, window, event))
            # Over the place it was over already, a card changes nothing.
            if window.desk.document.preview_reading is not before:
                times.append(time)
    QCoreApplication.sendEvent(viewport, QDragLeaveEvent())
    app.processEvents()
    if not times:
        raise RuntimeError("the drag previewed nothing")
    return times


def _frame(window: MainWindow, event: QDragMoveEvent) -> None:
    QCoreApplication.sendEvent(window.build.canvas.viewport(), event)
    application().processEvents()
