"""What was done beside what was planned, a line for each exercise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from hemipelvi_gui.domain.diary_edits import done_as_planned, done_from_lines
from hemipelvi_gui.domain.diary_writing import done_line, rewritten
from hemipelvi_gui.domain.session import item_labels, items
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.ui.dialogs.number_words import exercise_name
from hemipelvi_gui.ui.plain import plain_label, tooltip
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.widgets.typed_line import TypedLine
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from hemipelvi_gui.domain.diary import DoneItem, DoneSession
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Item, Session
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class DoneLines(QWidget):
    """Exercise, planned and done, row by row. `entered`: the keyboard is in another line."""

    entered = Signal(object)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        library: Mapping[str, Exercise],
        entry: DoneSession | None,
        day: date,
    ) -> None:
        super().__init__()
        self._theme, self._session, self._library = theme, session, library
        self._before, self._day = entry, day
        self.lines: dict[str, TypedLine] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, (words, stretch) in enumerate(
            (
                (translate("Done", "Exercise"), 5),
                (translate("Done", "Planned"), 5),
                (translate("Done", "Done"), 6),
            )
        ):
            self._grid.addWidget(plain_label(words, "muted"), 0, column)
            self._grid.setColumnStretch(column, stretch)
        written = (entry or done_as_planned(session, day)).items
        self._fill({each.item: each for each in written}, written if entry else ())
        self.restyle()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        self._grid.setHorizontalSpacing(self._theme.px(12))
        self._grid.setVerticalSpacing(self._theme.px(6))

    def first_wrong(self) -> TypedLine | None:
        """The first line that can't be read, each with what is wrong shown under it."""
        wrong = [line for line in self.lines.values() if self._asks(line) and not line.check()]
        return wrong[0] if wrong else None

    @property
    def is_empty(self) -> bool:
        """Whether no line has anything in it."""
        return not any(line.text().strip() for line in self.lines.values())

    def entry(self, day: date) -> DoneSession:
        """What is written in the lines, which can all be read."""
        order = [item.id for item in items(self._session)]
        typed = {key for key in order if self._asks(self.lines[key])}
        lines = {key: self.lines[key].text() for key in order if key in typed}
        made = done_from_lines(self._session, lines, self._library, day)
        return made if self._before is None else rewritten(self._before, made, order, typed)

    def _asks(self, line: TypedLine) -> bool:
        """Whether a line counts as written; what was stored stays unless it is changed."""
        return self._before is None or line.is_changed

    def _fill(self, written: Mapping[str, DoneItem], stored: tuple[DoneItem, ...]) -> None:
        labels = item_labels(self._session)
        planned = {item.id for item in items(self._session)}
        row = 1
        for item in items(self._session):
            found = written.get(item.id)
            name = " ".join(
                (labels.get(item.id, ""), exercise_name(self._library, item.exercise))
            ).strip()
            self._say(row, name, _planned_words(item))
            text = "" if found is None else done_line(found.sets)
            self._add_line(row, item, name, text)
            row += 2
        for each in stored:
            if each.item not in planned:
                name = exercise_name(self._library, each.exercise)
                self._say(row, name, translate("Done", "not planned"))
                self._grid.addWidget(ElidedLabel(done_line(each.sets)), row, 2)
                row += 2

    def _say(self, row: int, name: str, planned: str) -> None:
        for column, (words, kind) in enumerate(((name, "strong"), (planned, "muted"))):
            label = ElidedLabel(words, kind)
            label.setToolTip(tooltip(words))
            self._grid.addWidget(label, row, column)

    def _add_line(self, row: int, item: Item, name: str, text: str) -> None:
        def read(typed: str) -> object:
            return done_from_lines(self._session, {item.id: typed}, self._library, self._day)

        said = translate("Done", "{exercise}, done").format(exercise=name)
        line = TypedLine(self._theme, text, read, said, self)
        line.setPlaceholderText(translate("Done", "not done"))
        self._grid.addWidget(line, row, 2)
        self._grid.addWidget(line.note, row + 1, 0, 1, 3)
        self.lines[item.id] = line


def _planned_words(item: Item) -> str:
    plan = replace(item.prescription, rest_s=None, tempo=None)
    return DOT.join(shown(word) for word in prescription_words(plan, item.variant))
