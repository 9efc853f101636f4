"""Guesses to decide, quick by keyboard: choose, accept, skip, go back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.facets import Laterality
from hemipelvi_gui.domain.own import INFERRED, decided, is_undecided, preset
from hemipelvi_gui.ui.library.facet_words import class_hint
from hemipelvi_gui.ui.library.facts import reason_words
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label
from hemipelvi_gui.ui.widgets.pelvis_figure import PelvisFigure
from hemipelvi_gui.ui.wording import DOT, class_word, equipment_word, facet_line, muscle_word

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.models.library_review import ReviewQueue
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
CLASSES = tuple(Laterality)
NUMBERS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2, Qt.Key.Key_4: 3, Qt.Key.Key_5: 4}
ACCEPT = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)
READING_WIDTH, SIDE = 620, 24
LONGEST = 300
FIGURE_WIDTH, FIGURE_HEIGHT, BESIDE = 260, 220, 620


class ReviewPanel(QFrame):
    """Shows where the queue is. `accepted(exercise, facets)`: decided; `left`: enough for now.

    `edit_asked(exercise)`: all of it is to be edited, beginning with the class chosen here.
    """

    accepted = Signal(object, object)
    edit_asked = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, queue: ReviewQueue) -> None:
        super().__init__()
        self._theme, self._queue = theme, queue
        self._choice = Laterality.NONE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("Review", "Guesses to look at"))
        self.progress = plain_label(kind="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.name = plain_label(kind="title")
        self.guess = plain_label(kind="strong")
        self.reason, self.about = plain_label(), plain_label(kind="muted")
        for label in (self.name, self.guess, self.reason, self.about):
            label.setWordWrap(True)
        self.figure = PelvisFigure(theme)
        self.choices: dict[Laterality, QPushButton] = {}
        self._hints = {each: plain_label(class_hint(each), "muted") for each in CLASSES}
        for number, each in enumerate(CLASSES, 1):
            self.choices[each] = self._choice_button(number, each)
        self.accept = self._button(translate("Review", "Accept"), self._accept, "primary")
        self.skip = self._button(translate("Review", "Skip"), self._queue.forward)
        self.back = self._button(translate("Review", "Back"), self._queue.back)
        self.edit = self._button(translate("Review", "Edit all of it\u2026"), self._edit)
        self.close_button = self._button(translate("Review", "Enough for now"), self.left.emit)
        self.keys = plain_label(
            translate(
                "Review",
                "Keys: 1\u20135 choose \u00b7 Enter accepts \u00b7 S skips \u00b7 Backspace goes "
                "back \u00b7 E edits \u00b7 Esc leaves",
            ),
            "muted",
        )
        self.keys.setWordWrap(True)
        self._lay_out()
        queue.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    @property
    def choice(self) -> Laterality:
        """The class that Enter accepts."""
        return self._choice

    def choose(self, wanted: Laterality) -> None:
        """Take a class for the exercise shown."""
        exercise = self._queue.current
        if exercise is None:
            return
        self._choice = wanted
        for each, button in self.choices.items():
            with QSignalBlocker(button):
                button.setChecked(each is wanted)
        self._say_guess(exercise)
        shown = replace(exercise, facets=preset(exercise, wanted))
        self.figure.setVisible(shown.facets is not None)
        self.figure.show_exercise(shown)
        self._fit()

    def refresh(self) -> None:
        """Show where the queue is now."""
        queue, exercise = self._queue, self._queue.current
        at = min(queue.place + 1, queue.total)
        self.progress.setText(
            translate("Review", "{place} of {total}").format(place=at, total=queue.total)
        )
        self.bar.setRange(0, max(queue.total, 1))
        self.bar.setValue(queue.total - queue.left)
        self.bar.setAccessibleName(translate("Review", "Decided"))
        self._body.setVisible(exercise is not None)
        self.figure.setVisible(exercise is not None)
        self.accept.setVisible(exercise is not None)
        self.skip.setVisible(exercise is not None)
        self.edit.setVisible(exercise is not None)
        self.keys.setVisible(exercise is not None)
        self.back.setEnabled(queue.place > 0)
        if exercise is None:
            self._say_end()
            return
        self.name.setText(one_line(exercise.name))
        self.reason.setText(one_line(reason_words(exercise), LONGEST))
        # Once somebody has decided, why it was guessed says nothing any more.
        self.reason.setVisible(is_undecided(exercise))
        self.about.setText(_about(exercise))
        for number, (each, button) in enumerate(self.choices.items(), 1):
            words = class_word(each)
            if each is exercise.laterality:
                words = translate("Review", "{kind} (as guessed)").format(kind=words)
            button.setText(f"{number}   {menu_text(words)}")
        self.choose(exercise.laterality)
        self.setAccessibleDescription(
            DOT.join((self.name.text(), self.guess.text(), self.reason.text()))
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the review."""
        key = Qt.Key(event.key())
        if key in NUMBERS:
            self.choose(CLASSES[NUMBERS[key]])
        elif key in ACCEPT:
            self._accept()
        elif key in (Qt.Key.Key_S, Qt.Key.Key_Right):
            self._queue.forward()
        elif key in BACK:
            self._queue.back()
        elif key == Qt.Key.Key_E:
            self._edit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines no longer than can be read."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave what is too wide to the margin.

        A label with a greatest width would be given the height that it has without.
        """
        px = self._theme.px
        room = self._scroll.viewport().width() - 2 * px(SIDE)
        # Beside the answers the figure takes no height from them; else it stands below them.
        wide, way = room >= px(BESIDE), QBoxLayout.Direction
        self._beside.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.figure.setFixedWidth(px(FIGURE_WIDTH) if wide else min(room, px(READING_WIDTH)))
        if wide and not self.figure.isHidden():
            room -= px(FIGURE_WIDTH) + self._beside.spacing()
        self._inner.setContentsMargins(0, 0, max(0, room - px(READING_WIDTH)), 0)

    def _accept(self) -> None:
        exercise = self._queue.current
        if exercise is None:
            self.left.emit()
            return
        facets = preset(exercise, self._choice)
        if is_undecided(exercise) or facets != exercise.facets:
            self.accepted.emit(exercise, facets)
        self._queue.forward()
        # The keys go on working when the mouse was used.
        self.setFocus()

    def _edit(self) -> None:
        exercise = self._queue.current
        if exercise is None:
            return
        facets = preset(exercise, self._choice)
        changed = facets != exercise.facets
        self.edit_asked.emit(decided(exercise, facets) if changed else exercise)

    def _say_guess(self, exercise: Exercise) -> None:
        if not is_undecided(exercise):
            self.guess.setText(
                translate("Review", "Decided: {what}").format(what=facet_line(exercise))
            )
            return
        guessed = exercise.extra.get(INFERRED)
        sure = guessed.get("confidence") if isinstance(guessed, dict) else None
        percent = round(100 * sure) if isinstance(sure, int | float) else 0
        words = translate("Review", "Guess: {kind} \u00b7 {what} \u00b7 {percent} % sure")
        self.guess.setText(
            words.format(
                kind=class_word(exercise.laterality), what=facet_line(exercise), percent=percent
            )
        )

    def _say_end(self) -> None:
        left = self._queue.left
        if not self._queue.total:
            words = translate("Review", "There is nothing to look at.")
        elif not left:
            words = translate("Review", "All decided. Thank you.")
        elif left == 1:
            words = translate("Review", "That was the last. One was skipped and can wait.")
        else:
            words = translate("Review", "That was the last. {left} were skipped and can wait.")
        self.name.setText(words.format(left=left))
        self.setAccessibleDescription(self.name.text())

    def _choice_button(self, number: int, each: Laterality) -> QPushButton:
        button = QPushButton(f"{number}   {menu_text(class_word(each))}")
        button.setProperty("kind", "answer")
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAccessibleDescription(class_hint(each))
        button.clicked.connect(lambda _=False: self.choose(each))
        return button

    def _button(self, words: str, call: Callable[[], object], kind: str = "") -> QPushButton:
        button = QPushButton(menu_text(words))
        if kind:
            button.setProperty("kind", kind)
        button.clicked.connect(lambda: call())
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(plain_label(translate("Review", "Guesses to look at"), "heading"))
        top.addStretch(1)
        top.addWidget(self.progress)
        self._body = QWidget()
        self._body.setProperty("kind", "clear")
        self._inner = QVBoxLayout(self._body)
        self._inner.setContentsMargins(0, 0, 0, 0)
        for label in (self.guess, self.reason, self.about):
            self._inner.addWidget(label)
        for choice, button in self.choices.items():
            self._inner.addWidget(button)
            self._hints[choice].setWordWrap(True)
            self._inner.addWidget(self._hints[choice])
        self._bottom = QHBoxLayout()
        for each in (self.accept, self.skip, self.back):
            self._bottom.addWidget(each)
        self._bottom.addStretch(1)
        page = QWidget()
        page.setProperty("kind", "clear")
        self._column = QVBoxLayout(page)
        self._column.addLayout(top)
        for widget in (self.bar, self.name):
            self._column.addWidget(widget)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.addWidget(self._body, 1)
        self._beside.addWidget(self.figure, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._beside)
        self._column.addLayout(self._bottom)
        self._column.addWidget(self.keys)
        last = QHBoxLayout()
        last.addWidget(self.edit)
        last.addWidget(self.close_button)
        last.addStretch(1)
        self._column.addLayout(last)
        self._column.addStretch(1)
        scroll = self._scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(SIDE), px(16), px(SIDE), px(16))
        self._column.setSpacing(px(10))
        self._inner.setSpacing(px(4))
        self._bottom.setSpacing(px(8))
        self.bar.setFixedHeight(px(6))
        self.figure.setFixedHeight(px(FIGURE_HEIGHT))
        self._beside.setSpacing(px(16))
        self.bar.setMaximumWidth(px(READING_WIDTH * 2))
        self.name.setContentsMargins(0, px(6), 0, 0)
        self.about.setContentsMargins(0, 0, 0, px(8))
        for hint in self._hints.values():
            hint.setContentsMargins(px(30), 0, 0, px(6))
            hint.setFont(self._theme.font(11.5))
        self._fit()


def _about(exercise: Exercise) -> str:
    parts = [", ".join(muscle_word(each) for each in exercise.muscles)]
    parts.append(", ".join(equipment_word(each) for each in exercise.equipment))
    parts.append(one_line(exercise.cue, LONGEST))
    return DOT.join(part for part in parts if part)
