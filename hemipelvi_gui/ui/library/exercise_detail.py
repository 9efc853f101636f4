"""One exercise in full: how it moves, why it scores as it does, and where to go from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from hemipelvi_gui.domain.exercises import Exercise
from hemipelvi_gui.domain.own import is_imported
from hemipelvi_gui.ui.library.facts import Facts
from hemipelvi_gui.ui.library.fields import StepButton
from hemipelvi_gui.ui.library.score_bars import ScoreBars
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.widgets.pelvis_player import PelvisPlayer
from hemipelvi_gui.ui.wording import DOT, facet_line

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
TWO_COLUMNS = 700
FIGURE_HEIGHT = 310
MOST_SESSIONS = 12


@dataclass(frozen=True)
class Surroundings:
    """What an exercise stands among: siblings up and down, and its place in the library."""

    towards: Sequence[Exercise] = ()
    away: Sequence[Exercise] = ()
    own: bool = False
    hidden: bool = False


class ExerciseDetail(QScrollArea):
    """Shows an exercise; signals tell what to do with it."""

    add_asked = Signal()
    copy_asked = Signal()
    edit_asked = Signal()
    delete_asked = Signal()
    hide_asked = Signal()
    sibling_asked = Signal(str)
    session_asked = Signal(str)

    def __init__(self, theme: Theme, glyphs: GlyphCache) -> None:
        super().__init__()
        self._theme, self._glyphs = theme, glyphs
        self.exercise: Exercise | None = None
        self._surroundings = Surroundings()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.name = plain_label(kind="title")
        self.what = plain_label(kind="muted")
        self.cue = plain_label(kind="reading")
        for label in (self.name, self.what, self.cue):
            label.setWordWrap(True)
        self.player = PelvisPlayer(theme)
        self.bars = ScoreBars(theme)
        self.facts = Facts(theme)
        self.add = _button(translate("Library", "Add to session"), self.add_asked, "primary")
        self.copy = _button(translate("Library", "Copy to my own"), self.copy_asked)
        self.edit = _button(translate("Library", "Edit"), self.edit_asked)
        self.delete = _button(translate("Library", "Delete"), self.delete_asked)
        self.hide_button = _button(translate("Library", "Hide"), self.hide_asked)
        self.towards = _Steps(theme, translate("Library", "One step towards running"))
        self.away = _Steps(theme, translate("Library", "One step back"))
        self.used = _Steps(theme, translate("Library", "Used in"))
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_exercise(self, exercise: Exercise, surroundings: Surroundings) -> None:
        """Show another exercise, or the same after a change."""
        if self.exercise is None or self.exercise.id != exercise.id:
            self.verticalScrollBar().setValue(0)
            self.used.fill([], "")
        if exercise != self.exercise:
            self.player.show_exercise(exercise)
        self.exercise, self._surroundings = exercise, surroundings
        self.name.setText(one_line(exercise.name))
        parts = [facet_line(exercise)]
        if surroundings.own and is_imported(exercise):
            parts.append(translate("Library", "imported"))
        elif surroundings.own:
            parts.append(translate("Library", "my own"))
        if surroundings.hidden:
            parts.append(translate("Library", "hidden"))
        self.what.setText(DOT.join(parts))
        self.cue.setText(one_line(exercise.cue))
        self.cue.setVisible(bool(exercise.cue))
        self.bars.show_facets(exercise.facets)
        self.facts.show_exercise(exercise)
        self.edit.setVisible(surroundings.own)
        self.delete.setVisible(surroundings.own)
        self.hide_button.setVisible(not surroundings.own or surroundings.hidden)
        self.hide_button.setText(
            translate("Library", "Show again")
            if surroundings.hidden
            else translate("Library", "Hide")
        )
        self._show_steps()

    def show_use(self, sessions: Sequence[tuple[str, str]]) -> None:
        """Name the sessions, by id and name, that use it."""
        buttons: list[QPushButton] = []
        for session_id, name in sessions[:MOST_SESSIONS]:
            button = QPushButton(menu_text(name) or translate("Library", "Session without a name"))
            button.setProperty("kind", "link")
            button.setAccessibleName(translate("Library", "Open {name}").format(name=name))
            button.clicked.connect(lambda _=False, each=session_id: self.session_asked.emit(each))
            buttons.append(button)
        nowhere = translate("Library", "No session has it yet.")
        self.used.fill(buttons, nowhere, len(sessions) - len(buttons))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        self._fit()

    def _show_steps(self) -> None:
        exercise = self.exercise
        if exercise is None:
            return
        top = translate("Library", "Nothing in its family is closer to running.")
        bottom = translate("Library", "Nothing in its family is further from running.")
        if exercise.facets is None:
            top = bottom = translate("Library", "Upper-body work has no score to compare.")
        for steps, others, empty in (
            (self.towards, self._surroundings.towards, top),
            (self.away, self._surroundings.away, bottom),
        ):
            buttons: list[QPushButton] = []
            for other in others:
                button = StepButton(self._theme, self._glyphs, other)
                button.clicked.connect(lambda _=False, each=other.id: self.sibling_asked.emit(each))
                buttons.append(button)
            steps.fill(buttons, empty)

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._buttons = FlowLayout()
        for button in (self.add, self.copy, self.edit, self.delete, self.hide_button):
            self._buttons.addWidget(button)
        self._upper = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._score = QVBoxLayout()
        self._score.addWidget(self.bars)
        self._score.addWidget(self.cue)
        self._score.addStretch(1)
        self._upper.addWidget(self.player, 1)
        self._upper.addLayout(self._score, 1)
        self._ladder = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ladder.addWidget(self.towards, 1)
        self._ladder.addWidget(self.away, 1)
        self._column = QVBoxLayout(inner)
        self._head = QVBoxLayout()
        self._head.addWidget(self.name)
        self._head.addWidget(self.what)
        self._column.addLayout(self._head)
        self._column.addLayout(self._buttons)
        self._column.addLayout(self._upper)
        self._column.addLayout(self._ladder)
        self._column.addWidget(self.facts)
        self._column.addWidget(self.used)
        self._column.addStretch(1)
        self.setWidget(inner)

    def _fit(self) -> None:
        wide = self.viewport().width() >= self._theme.px(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for layout in (self._upper, self._ladder):
            layout.setDirection(across if wide else down)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(16), px(20), px(16))
        self._column.setSpacing(px(16))
        self._head.setSpacing(px(2))
        self._buttons.setSpacing(px(8))
        self._upper.setSpacing(px(24))
        self._score.setSpacing(px(12))
        self._ladder.setSpacing(px(24))
        self.player.setFixedHeight(px(FIGURE_HEIGHT))
        self._fit()
        if self.exercise is not None:
            self._show_steps()


class _Steps(QFrame):
    """A heading with links beneath it, or a line that says why there are none."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._heading = plain_label(title, "heading")
        self._empty = plain_label(kind="muted")
        self._empty.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._heading)
        self._box.addWidget(self._empty)
        self._list = QVBoxLayout()
        self._box.addLayout(self._list)
        self._box.addStretch(1)
        theme.changed.connect(self._restyle)
        self._restyle()

    def fill(self, buttons: list[QPushButton], empty: str, more: int = 0) -> None:
        """Show other links; `more` are not listed."""
        for button in self.buttons:
            self._list.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = buttons
        for button in buttons:
            self._list.addWidget(button)
        words = empty if not buttons else ""
        if more > 0:
            words = translate("Library", "And {count} more.").format(count=more)
        self._empty.setText(words)
        self._empty.setVisible(bool(words))

    def _restyle(self) -> None:
        self._box.setSpacing(self._theme.px(4))
        self._list.setSpacing(self._theme.px(2))


def _button(words: str, signal: SignalInstance, kind: str = "") -> QPushButton:
    button = QPushButton(menu_text(words))
    if kind:
        button.setProperty("kind", kind)
    button.clicked.connect(lambda: signal.emit())
    return button
