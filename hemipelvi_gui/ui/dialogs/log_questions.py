"""What a log does not tell and the runner has to: units and the order of dates."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from hemipelvi_gui.domain.log_files import DistanceUnit, Question
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.ui.days import full_day
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.plain import one_line, plain_label

if TYPE_CHECKING:
    import datetime

    from hemipelvi_gui.domain.log_files import Answers
    from hemipelvi_gui.ui.log_preview import Hints, Preview
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
MOST_HINTS = 4
# The field of `Answers` that holds the answer to each question.
FIELDS = {
    Question.UNITS: "units",
    Question.DATE_ORDER: "day_first",
    Question.DISTANCE: "distance",
}


class Choice(NamedTuple):
    """One answer, and its words."""

    answer: object
    words: str


class LogQuestions(QFrame):
    """A row of buttons for each question. `answered(field, answer)`: a field of `Answers`."""

    answered = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self._asked: dict[Question, tuple[str, ...]] = {}
        self._hints: dict[Question, Hints] = {}
        self.rows: dict[Question, _QuestionRow] = {}
        self._column = QVBoxLayout(self)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    @property
    def open(self) -> bool:
        """Whether something is not answered yet."""
        return any(row.choice is None for row in self.rows.values())

    def show_preview(self, preview: Preview) -> None:
        """Ask what is open, and show the answers to what was asked before."""
        for question in Question:
            logs = zip(preview.files, preview.read, strict=True)
            files = tuple(
                each.name
                for each, read in logs
                if read.log and question in (*read.log.questions, *read.log.settled)
            )
            if files:
                self._asked[question] = files
                self._hints[question] = preview.hints
        for question, files in self._asked.items():
            if question not in self.rows:
                row = _QuestionRow(question, self._hints[question])
                row.picked.connect(partial(self.answered.emit, FIELDS[question]))
                self.rows[question] = row
                self._column.addWidget(row)
            self.rows[question].show_answer(
                files, preview.wish.answers, _settled(preview, question)
            )
        self._align()
        self.setVisible(bool(self.rows))

    def focus_open(self) -> bool:
        """Put the keyboard on the first open question; False where there is none."""
        row = next((each for each in self.rows.values() if each.choice is None), None)
        if row is not None:
            next(iter(row.buttons.values())).setFocus()
        return row is not None

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(10))
        self._column.setSpacing(px(10))
        self._align()

    def _align(self) -> None:
        """Buttons of all questions are of one width, so that they stand in columns."""
        buttons = [each for row in self.rows.values() for each in row.buttons.values()]
        wide = max((each.sizeHint().width() for each in buttons), default=0)
        for each in buttons:
            each.setMinimumWidth(max(wide, self._theme.px(64)))


class _QuestionRow(QFrame):
    """One question: words, what may help, buttons. `picked(answer)`."""

    picked = Signal(object)

    def __init__(self, question: Question, hints: Hints) -> None:
        super().__init__()
        self.question = question
        self.choice: object = None
        self.words, self.hint = plain_label(kind="strong"), plain_label(kind="muted")
        for label in (self.words, self.hint):
            label.setWordWrap(True)
        self.hint.setText(_hint_words(question, hints))
        self.hint.setVisible(bool(self.hint.text()))
        self._group = QButtonGroup(self)
        self.buttons: dict[object, QPushButton] = {}
        side = QHBoxLayout()
        for choice in _choices(question, hints):
            button = push_button(choice.words, partial(self.picked.emit, choice.answer), "segment")
            button.setCheckable(True)
            self._group.addButton(button)
            self.buttons[choice.answer] = button
            side.addWidget(button)
        text = QVBoxLayout()
        text.setSpacing(0)
        text.addWidget(self.words)
        text.addWidget(self.hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(text, 1)
        row.addLayout(side)

    def show_answer(self, files: tuple[str, ...], answers: Answers, settled: object) -> None:
        """Show of which files it is asked, and what was answered, now or `settled` before."""
        self.words.setText(_question_words(self.question, files))
        said = getattr(answers, FIELDS[self.question])
        self.choice = settled if said is None else said
        if said is None and settled is not None:
            self.hint.setText(translate("LogImport", "As in what came from there before."))
            self.hint.show()
        for answer, button in self.buttons.items():
            button.setChecked(answer == self.choice)
            button.setAccessibleDescription(self.words.text())
        self.setAccessibleName(self.words.text())


def _settled(preview: Preview, question: Question) -> object:
    """What earlier imports answered, where all of the files that it is asked of say the same."""
    logs = [each.log for each in preview.read if each.log is not None]
    if question is not Question.UNITS or any(question in each.questions for each in logs):
        return None
    earlier = preview.wish.answers.earlier
    found = {earlier.get(each.format) for each in logs if question in each.settled}
    return found.pop() if len(found) == 1 else None


def _question_words(question: Question, files: tuple[str, ...]) -> str:
    name = one_line(files[0], 50)
    if len(files) > 1:
        name = translate("LogImport", "{count} files").format(count=len(files))
    said = {
        Question.UNITS: translate("LogImport", "{name}: are the weights in kg or in lb?"),
        Question.DATE_ORDER: translate("LogImport", "{name}: which comes first in its dates?"),
        Question.DISTANCE: translate("LogImport", "{name}: are the distances in km or in miles?"),
    }
    return said[question].format(name=name)


def _hint_words(question: Question, hints: Hints) -> str:
    """What the runner may know the answer by. What was read is read by the first answer."""
    if question is Question.UNITS and hints.weight is not None and hints.weights:
        # Several files, perhaps of several units: the runner has to see which is which.
        shown = [f"{one_line(name, 40)} {weight:g}" for name, weight in hints.weights[:MOST_HINTS]]
        words = translate("LogImport", "The files do not say. Their heaviest sets: {weights}.")
        return words.format(weights=", ".join(shown))
    if question is Question.UNITS and hints.weight is not None:
        words = translate("LogImport", "The file does not say. Its heaviest set is {weight}.")
        return words.format(weight=f"{hints.weight:g}")
    if question is Question.DISTANCE and hints.metres is not None:
        words = translate("LogImport", "The file does not say. Its longest run is {distance}.")
        return words.format(distance=f"{hints.metres / 1000:.4g}")
    return translate("LogImport", "The file does not say.")


def _choices(question: Question, hints: Hints) -> tuple[Choice, ...]:
    if question is Question.UNITS:
        return Choice(MassUnit.KG, "kg"), Choice(MassUnit.LB, "lb")
    if question is Question.DISTANCE:
        return Choice(DistanceUnit.KM, "km"), Choice(DistanceUnit.MILES, "mi")
    first = translate("LogImport", "Day: {day}")
    second = translate("LogImport", "Month: {day}")
    swapped = None if hints.day is None else _swapped(hints.day)
    if hints.day is None or swapped is None:
        return (
            Choice(True, translate("LogImport", "The day")),
            Choice(False, translate("LogImport", "The month")),
        )
    return (
        Choice(True, first.format(day=full_day(hints.day))),
        Choice(False, second.format(day=full_day(swapped))),
    )


def _swapped(day: datetime.date) -> datetime.date | None:
    """The day with day and month changed about."""
    with suppress(ValueError):
        return day.replace(month=day.day, day=day.month)
    return None
