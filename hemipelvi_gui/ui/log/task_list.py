"""All exercises of the session with what is done of each; a press goes there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem

from hemipelvi_gui.domain.workout import labels
from hemipelvi_gui.ui.plain import one_line, tooltip

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.domain.workout import Task
    from hemipelvi_gui.ui.log.bench import Bench
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
# As the style sheet has it, at the left and the right and above and below.
BESIDE, ABOVE, BAR = 6, 5, 12
INDENT = "\u2003\u2003"
TICK, SKIPPED, OPEN, BEGUN = "\u2713", "\u2013", "\u25cb", "\u25d0"


def sign_of(task: Task) -> str:
    """Done, skipped, begun or open."""
    if task.skipped:
        return SKIPPED
    if task.is_over:
        return TICK
    return BEGUN if task.sets else OPEN


class TaskList(QListWidget):
    """Follows the bench. `chosen`: the runner went to an exercise by hand."""

    chosen = Signal()

    def __init__(self, theme: Theme, bench: Bench) -> None:
        super().__init__()
        self._theme, self._bench = theme, bench
        self.setProperty("kind", "tasks")
        self.setAccessibleName(translate("Log", "Exercises of the session"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        bench.changed.connect(self.refresh)
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def refresh(self) -> None:
        """Take what the bench has."""
        workout = self._bench.workout
        tasks = () if workout is None else workout.tasks
        while self.count() > len(tasks):
            self.takeItem(self.count() - 1)
        while self.count() < len(tasks):
            self.addItem(QListWidgetItem())
        for row, (task, label) in enumerate(zip(tasks, labels(tasks), strict=True)):
            self._fill(self.item(row), task, label)
        self._measure()
        place = self._bench.place
        if place is not None:
            self.setCurrentRow(place)
        else:
            self.setCurrentRow(-1)

    def _fill(self, item: QListWidgetItem, task: Task, label: str) -> None:
        name = f"{label} {self._bench.name_of(task)}".strip()
        count = f"{task.count}/{task.plan.sets}"
        lines = [one_line(f"{sign_of(task)}  {count}  {name}")]
        planned = self._bench.instead_of(task)
        if planned:
            instead = translate("Log", "instead of {name}").format(name=one_line(planned))
            lines.append(f"{INDENT}{instead}")
            name = f"{name}, {instead}"
        item.setText("\n".join(lines))
        item.setToolTip(tooltip(name))
        words = translate("Log", "{name}, {done} of {count} sets")
        if task.skipped:
            words = translate("Log", "{name}, skipped after {done} of {count} sets")
        said = words.format(name=name, done=task.count, count=task.plan.sets)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Long names break where the list ends."""
        super().resizeEvent(event)
        self._measure()

    def _measure(self) -> None:
        # Left to itself Qt forgets the padding, and cuts names off that need a second line.
        px, flags = self._theme.px, int(Qt.TextFlag.TextWordWrap)
        width = self.viewport().width() - 2 * px(BESIDE) - px(BAR)
        for row in range(self.count()):
            item, most = self.item(row), QRect(0, 0, max(width, 1), 10_000)
            needed = self.fontMetrics().boundingRect(most, flags, item.text())
            item.setSizeHint(QSize(1, needed.height() + 2 * px(ABOVE)))

    def _go(self, item: QListWidgetItem) -> None:
        self._bench.choose(self.row(item))
        self.chosen.emit()

    def _restyle(self) -> None:
        self.setFont(self._theme.font(16))
        self.setSpacing(self._theme.px(1))
        self._measure()
