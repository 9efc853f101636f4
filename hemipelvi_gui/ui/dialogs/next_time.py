"""What what was done makes of the next session like it, to take or to leave."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.dialogs.number_words import change_words, exercise_name, numbers_words
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.coach.progress.walk import Proposal
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


def stale_words(count: int) -> str:
    """As in "3 later sessions were planned from other numbers. Progress"."""
    if count == 1:
        return translate("Done", "1 later session was planned from other numbers. Look\u2026")
    words = translate("Done", "{count} later sessions were planned from other numbers. Look\u2026")
    return words.format(count=count)


class NextTime(QWidget):
    """A row for each exercise, with the reason. `taken` carries the ticked ones, `left` nothing.

    `stale` is how many later sessions were planned from other numbers; `progress_asked`: show them.
    """

    taken = Signal(object)
    left = Signal()
    progress_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        proposals: Sequence[Proposal],
        library: Mapping[str, Exercise],
        stale: int = 0,
    ) -> None:
        super().__init__()
        self._theme = theme
        self.ticks: dict[QCheckBox, Proposal] = {}
        heading = translate("Done", "Next time: {name}, {day}").format(
            name=one_line(name, 40), day=short_day(proposals[0].date)
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(plain_label(heading, "title"))
        explained = plain_label(
            translate("Done", "From what you wrote down. Only what is ticked is changed."), "muted"
        )
        explained.setWordWrap(True)
        whole.addWidget(explained)
        self._rows = QWidget()
        self._area = self._scrolled(proposals, library)
        whole.addWidget(self._area, 1)
        self.leave = push_button(translate("Done", "Leave them as they are"), self.left.emit)
        self.take = push_button(translate("Done", "Ta&ke these numbers"), self.choose, "primary")
        if not self.ticks:
            self.leave.setText(translate("Done", "Close"))
            self.take.hide()
        self.progress = push_button(stale_words(stale), self.progress_asked.emit, "fix-link")
        whole.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignLeft)
        # Only now that it is in its place: shown before, it would be a window for a moment.
        self.progress.setVisible(bool(stale))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.take)
        whole.addLayout(buttons)
        whole.addStretch()
        self._count()
        self.setFocusProxy(next(iter(self.ticks), self.leave))

    @property
    def chosen(self) -> tuple[Proposal, ...]:
        """What is ticked."""
        return tuple(each for tick, each in self.ticks.items() if tick.isChecked())

    @property
    def enter(self) -> QPushButton:
        """What Enter presses where the keyboard is on no button."""
        return self.take if self.ticks else self.leave

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons stand beneath the last row; where all rows have no room they scroll."""
        super().resizeEvent(event)
        rows = self._rows
        self._area.setMaximumHeight(
            max(rows.heightForWidth(self.width()), rows.sizeHint().height()) + 2
        )

    def choose(self) -> None:
        """Take what is ticked."""
        if self.chosen:
            self.taken.emit(self.chosen)

    def _scrolled(
        self, proposals: Sequence[Proposal], library: Mapping[str, Exercise]
    ) -> QScrollArea:
        inside = self._rows
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        for each in proposals:
            self._add(column, each, exercise_name(library, each.exercise))
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _add(self, column: QVBoxLayout, proposal: Proposal, name: str) -> None:
        now, change = (
            numbers_words(proposal.before),
            change_words(proposal.before, proposal.after),
        )
        if proposal.changes:
            tick = QCheckBox(menu_text(f"{name}: {change}"))
            tick.setChecked(True)
            tick.setAccessibleDescription(shown(proposal.reason))
            tick.toggled.connect(lambda _on: self._count())
            self.ticks[tick] = proposal
            column.addWidget(tick)
        else:
            same = translate("Done", "{name}: {numbers} again").format(name=name, numbers=now)
            column.addWidget(plain_label(same))
        reason = plain_label(shown(proposal.reason), "muted")
        reason.setWordWrap(True)
        reason.setContentsMargins(self._theme.px(20), 0, 0, self._theme.px(8))
        column.addWidget(reason)

    def _count(self) -> None:
        self.take.setEnabled(bool(self.chosen))
