"""Names of exercises in a log to look at, quick by keyboard."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from hemipelvi_gui.coach.history import LEAVE_OUT, NEW, How
from hemipelvi_gui.sheets.glyph import look_of
from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.wording import DOT, class_word, facet_line, shown

if TYPE_CHECKING:
    from hemipelvi_gui.coach.history import NameMatch
    from hemipelvi_gui.ui.dialogs.name_queue import Candidate, NameQueue
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
# N and L decide, unless they turn out to begin a word: no exercise begins with "nl", "ll" or "nn".
DECIDING = {"n": NEW, "l": LEAVE_OUT}
SAME_WORD_S = 0.8


class NameReview(QWidget):
    """Shows where the queue is. `left`: enough for now, or the last was decided.

    `changed`: something was decided or taken back.
    """

    left = Signal()
    changed = Signal()

    def __init__(self, theme: Theme, queue: NameQueue) -> None:
        super().__init__()
        self._theme, self.queue = theme, queue
        self._letter, self._when = "", 0.0
        self._last = QTimer(self)
        self._last.setSingleShot(True)
        self._last.timeout.connect(self.left)
        self._candidates: list[Candidate] = []
        self.setAccessibleName(translate("NameReview", "Names to look at"))
        self.progress = plain_label(kind="muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(translate("NameReview", "Names gone through"))
        self.name, self.reason = plain_label(kind="title"), plain_label()
        for label in (self.name, self.reason):
            label.setWordWrap(True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("NameReview", "Search the library"))
        self.field.setAccessibleName(translate("NameReview", "Search the library"))
        self.field.setMaxLength(200)
        self.list = RowsView(theme, RowModel(), translate("NameReview", "What it may mean"))
        self.accept = push_button(translate("NameReview", "&Accept"), self.take, "primary")
        self.new = push_button(translate("NameReview", "&New exercise"), self._new)
        self.out = push_button(translate("NameReview", "&Leave out"), self._leave_out)
        self.back = push_button(translate("NameReview", "&Back"), self._back)
        self.rest = push_button("", self._accept_rest, "link")
        self.enough = push_button(translate("NameReview", "Enough for now"), self.left.emit, "link")
        self.keys = plain_label(_keys(), "muted")
        self.keys.setWordWrap(True)
        self._lay_out()
        self.field.textEdited.connect(self._show_found)
        self.list.entered.connect(lambda _key: self.take())
        self.list.chosen.connect(lambda _key: self._show_buttons())
        self.list.installEventFilter(self)
        self.field.installEventFilter(self)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def begin(self) -> None:
        """Put the keyboard where the proposals are."""
        self.list.setFocus()

    def refresh(self) -> None:
        """Show where the queue is now."""
        match, queue = self.queue.current, self.queue
        if match is None:
            self._end()
            return
        self._last.stop()
        total = len(queue.names)
        words = translate("NameReview", "{place} of {total}")
        self.progress.setText(words.format(place=queue.place + 1, total=total))
        self.bar.setRange(0, total)
        self.bar.setValue(queue.place)
        self.name.setText(one_line(match.name))
        self.reason.setText(self._about(match))
        self.back.setEnabled(queue.place > 0)
        rest = translate("NameReview", "Accept all {count} left")
        self.rest.setText(rest.format(count=queue.left))
        self.rest.setVisible(queue.left > 1)
        self.field.clear()
        self._show(queue.candidates(match))
        decided = queue.decisions.get(match.name, queue.proposed(match))
        if not self.list.choose(_key(decided)):
            self.list.choose_first()
        self.setAccessibleDescription(DOT.join((self.name.text(), self.reason.text())))
        self.list.setAccessibleDescription(self.accessibleDescription())

    def _end(self) -> None:
        """All were gone through; a letter that decided the last may still begin a word."""
        self.name.setText(translate("NameReview", "That was the last. Thank you."))
        self.reason.clear()
        self.bar.setValue(self.bar.maximum())
        self._show([])
        self._last.start(round(SAME_WORD_S * 1000) if self._letter else 0)

    def take(self) -> None:
        """Decide for the chosen row."""
        chosen = self._chosen()
        if chosen is not None:
            self._decide(chosen.decision)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys of the review, in the list and in the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            handle = self._key_in_field if watched is self.field else self._key_in_list
            if handle(event):
                return True
        return super().eventFilter(watched, event)

    def _key_in_list(self, event: QKeyEvent) -> bool:
        text, last = event.text().casefold(), self._letter
        quick, self._letter = monotonic() - self._when < SAME_WORD_S, ""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return True
        if event.key() == Qt.Key.Key_Backspace:
            self._back()
            return True
        if event.modifiers() & COMMANDS or not text.isprintable() or not text.strip():
            return False
        if text in DECIDING:
            self._letter, self._when = text, monotonic()
            self._decide(DECIDING[text])
            return True
        if last and quick and self.queue.found(last + text):
            # It was the first letter of a word, no decision.
            self.queue.take_back()
            self.changed.emit()
            self.refresh()
            text = last + text
        self.field.setFocus()
        self.field.setText(self.field.text() + (text if text != "/" else ""))
        self._show_found(self.field.text())
        return True

    def _key_in_field(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in ENTERS:
            self.take()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.refresh()
            self.list.setFocus()
        else:
            return False
        return True

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.list.rows.rowCount():
            self.list.setCurrentIndex(self.list.rows.index(row))

    def _decide(self, decision: str) -> None:
        self.queue.decide(decision)
        self.changed.emit()
        # The keys go on working when the mouse or the field was used.
        self.list.setFocus()
        self.refresh()

    def _new(self) -> None:
        self._decide(NEW)

    def _leave_out(self) -> None:
        self._decide(LEAVE_OUT)

    def _accept_rest(self) -> None:
        self.queue.accept_rest()
        self.changed.emit()
        self.left.emit()

    def _back(self) -> None:
        self.queue.back()
        self.refresh()
        self.list.setFocus()

    def _chosen(self) -> Candidate | None:
        row = self.list.currentIndex().row()
        return self._candidates[row] if 0 <= row < len(self._candidates) else None

    def _show_found(self, typed: str) -> None:
        match = self.queue.current
        if match is None:
            return
        searched = bool(typed.strip())
        self._show(self.queue.found(typed) if searched else self.queue.candidates(match))
        self.list.choose_first()
        self._show_buttons()

    def _show(self, candidates: list[Candidate]) -> None:
        self._candidates = candidates
        rows = [_row(each) for each in candidates]
        if not rows and self.queue.current is not None:
            words = translate("NameReview", "The library has nothing of that name.")
            rows = [Row(RowKind.HINT, words)]
        match = self.queue.current
        if match is not None and candidates and not self.field.text():
            rows[0] = _proposed(rows[0])
        self.list.rows.set_rows(rows)

    def _show_buttons(self) -> None:
        self.accept.setEnabled(self._chosen() is not None)

    def _about(self, match: NameMatch) -> str:
        """How often it is there, and what it was taken for and why."""
        uses = self.queue.uses.get(match.name, 0)
        words = (
            translate("NameReview", "1 set")
            if uses == 1
            else translate("NameReview", "{count} sets").format(count=uses)
        )
        reason = shown(match.reason)
        if match.how is How.NEW:
            guess = translate("NameReview", "Not in the library. {reason}")
            reason = guess.format(reason=reason).strip()
        return DOT.join(part for part in (words, reason) if part)

    def _lay_out(self) -> None:
        top, bottom = QHBoxLayout(), QHBoxLayout()
        top.addWidget(plain_label(translate("NameReview", "What does this name mean?"), "heading"))
        top.addStretch(1)
        top.addWidget(self.progress)
        for each in (self.accept, self.new, self.out, self.back):
            bottom.addWidget(each)
        bottom.addStretch(1)
        bottom.addWidget(self.rest)
        bottom.addWidget(self.enough)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        for widget in (self.bar, self.name, self.reason, self.field):
            self._column.addWidget(widget)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(bottom)
        self._column.addWidget(self.keys)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self.bar.setFixedHeight(px(6))


def candidate_words(candidate: Candidate) -> tuple[str, str, str]:
    """Title, line and note of what a name may mean."""
    exercise = candidate.exercise
    if exercise is None:
        out = translate("NameReview", "Leave out")
        return out, translate("NameReview", "Its sets are not taken over, now and later."), ""
    kind, line = class_word(exercise.laterality), facet_line(exercise)
    if candidate.decision == NEW:
        new = translate("NameReview", "New exercise: {name}")
        guess = translate("NameReview", "{kind} as guessed").format(kind=kind)
        return new.format(name=one_line(exercise.name, 120)), line, guess
    return one_line(exercise.name), line, kind


def _row(candidate: Candidate) -> Row:
    title, line, note = candidate_words(candidate)
    look = None if candidate.exercise is None else look_of(candidate.exercise)
    return Row(RowKind.ENTRY, title, line, note, _key(candidate.decision), look)


def _proposed(row: Row) -> Row:
    words = translate("NameReview", "proposed \u00b7 {note}").format(note=row.note)
    return Row(row.kind, row.title, row.line, words, row.key, row.look)


def _key(decision: str) -> str:
    """Keys of rows are never empty: leaving out is one too."""
    return decision or "left-out"


def _keys() -> str:
    return translate(
        "NameReview",
        "Keys: Enter accepts \u00b7 arrows choose \u00b7 typing searches \u00b7 N new exercise "
        "\u00b7 L leaves out \u00b7 Backspace goes back \u00b7 Esc leaves",
    )
