"""What the side door says of the Log and Progress pages and of an import, and where things are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from hemipelvi_gui.ui.dialogs.log_import_dialog import LogImportDialog
from hemipelvi_gui.ui.dialogs.replay_dialog import ReplayDialog
from hemipelvi_gui.ui.log.exercise_menu import ExercisePopup

if TYPE_CHECKING:
    from hemipelvi_gui.coach.verdict.result import Change
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.main_window import MainWindow

Point = list[int]
RATINGS = ("hip_flexor_left", "hip_flexor_right", "back", "soreness", "pain")
DIGITS = 6


def log_state(window: MainWindow) -> dict[str, Any] | None:
    """The day that is shown and what is written down there; None while another page is in sight."""
    if window.pages.name() != "log":
        return None
    page = window.pages.log
    log, check_in = page.day.log, page.day.check_in
    popups = [each for each in QApplication.topLevelWidgets() if isinstance(each, ExercisePopup)]
    lists = [each.list for each in popups if each.isVisible() and each.list.currentRow() >= 0]
    return {
        "day": page.day.day.isoformat(),
        "today": page.day.today.isoformat(),
        "part": type(page.pages.currentWidget()).__name__,
        "sessions": [each.text() for each in page.sessions.buttons.values()],
        "go": page.start.go.text() if page.start.go.isVisible() else "",
        "bench": bench_state(page.bench),
        "name": page.view.name.text(),
        "counter": page.view.counter.text(),
        "fields": [each.text for each in (page.view.fields.amount, page.view.fields.load)],
        "act": page.view.done.text(),
        "runs": sorted(each.name for each in log.done_runs.values()),
        "echo": page.runs.line.echo.text(),
        "check_in": None if check_in is None else [getattr(check_in, each) for each in RATINGS],
        "choice": lists[0].currentItem().data(Qt.ItemDataRole.UserRole) if lists else "",
    }


def bench_state(bench: Bench) -> dict[str, Any] | None:
    """The session that is being done: sets by exercise, and where it is."""
    workout = bench.workout
    if workout is None:
        return None
    return {
        "name": workout.done.name,
        "place": bench.place,
        "sets": [
            [
                each.exercise,
                [[one.amount, one.load.value if one.load else None] for one in each.sets],
            ]
            for each in workout.tasks
        ],
        "skipped": [each.exercise for each in workout.tasks if each.skipped],
        "going": workout.done.going,
    }


def progress_state(window: MainWindow) -> dict[str, Any] | None:
    """The verdict as the card says it; None while another page is in sight."""
    if window.pages.name() != "progress":
        return None
    page = window.pages.progress
    of = page.book.verdict
    if of is None or page.book.is_stale:
        return {"settled": False}
    return {
        "settled": page.is_settled,
        "code": of.code.value,
        "headline": page.card.headline.text(),
        "numbers": page.card.numbers.text(),
        "reasons": page.card.reasons.text(),
        "suggestion": page.card.suggestion.text(),
        "missing": len(of.missing),
        "lift": _numbers(of.lift),
        "running": _numbers(of.efficiency),
        "tightness": _numbers(of.tightness),
        "points": [sum(len(curve.dots) for curve in chart.curves) for chart in page.charts],
    }


def _numbers(of: Change | None) -> list[float] | None:
    return None if of is None else [round(each, DIGITS) for each in (of.change, of.low, of.high)]


class LogAnswers:
    """One method a question."""

    window: MainWindow

    def log_import(self) -> dict[str, Any] | None:
        """The import of logs that is open."""
        dialog = _open(LogImportDialog)
        if not isinstance(dialog, LogImportDialog):
            return None
        preview, review = dialog.preview, dialog.review
        reviews = review is not None and review.isVisible()
        return {
            "busy": dialog.busy,
            "headline": dialog.shown.said.text() if dialog.shown.isVisible() else "",
            "open": [
                question.name
                for question, row in dialog.shown.questions.rows.items()
                if row.choice is None
            ],
            "names": dialog.shown.names.text() if dialog.shown.names.isVisible() else "",
            "can_import": dialog.go.isVisible() and dialog.go.isEnabled(),
            "files": [] if preview is None else [each.name for each in preview.files],
            "name": review.name.text() if review is not None and reviews else "",
            "meant": _current(dialog) if reviews else "",
            "decisions": dict(dialog.wish.decisions),
        }

    def replay_shown(self) -> dict[str, Any] | None:
        """The last weeks, while they are shown."""
        dialog = _open(ReplayDialog)
        if not isinstance(dialog, ReplayDialog):
            return None
        return {"headline": dialog.said.text(), "share": dialog.gauge.gauge.value}

    def rating(self, name: str, number: int) -> Point | None:
        """The button that rates something so."""
        if self.window.pages.name() != "log":
            return None
        button = self.window.pages.log.check_in.rows[name].buttons[number]
        area = button.visibleRegion().boundingRect()
        return _at(button, area.center()) if area.height() > button.height() // 2 else None

    def run_line(self) -> Point | None:
        """The line to type a run into."""
        if self.window.pages.name() != "log":
            return None
        field = self.window.pages.log.runs.line.field
        return _at(field, field.rect().center())

    def day_field(self) -> Point | None:
        """The field with the day, left of its arrow."""
        if self.window.pages.name() != "log":
            return None
        line = self.window.pages.log.header.field.line
        return _at(line, QPoint(30, line.height() // 2))

    def words(self) -> list[str]:
        """Every label in sight in the window."""
        return [each.text() for each in self.window.findChildren(QLabel) if each.isVisible()]


def _open(kind: type[LogImportDialog] | type[ReplayDialog]) -> object:
    every = (each for each in QApplication.topLevelWidgets() if isinstance(each, kind))
    return next((each for each in every if each.isVisible()), None)


def _current(dialog: LogImportDialog) -> str:
    view = None if dialog.review is None else dialog.review.list
    if view is None or not view.currentIndex().isValid():
        return ""
    return view.key


def _at(widget: Any, spot: QPoint) -> Point:  # noqa: ANN401  # any widget
    there = widget.mapToGlobal(spot)
    return [there.x(), there.y()]
