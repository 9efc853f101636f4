"""The form for an exercise of one's own; its score is there while the facets change."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.coach.making import default_prescription
from hemipelvi_gui.domain.exercises import LOCKABLE, Equipment, Exercise, Muscle, Pattern
from hemipelvi_gui.domain.own import LONGEST_NAME, UPPER, faults, new_exercise, refitted
from hemipelvi_gui.domain.search import PATTERN_ORDER
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.ui.library.facet_editor import FacetEditor
from hemipelvi_gui.ui.library.fields import CalmBox, Ticks
from hemipelvi_gui.ui.library.name_remark import NameRemark
from hemipelvi_gui.ui.plain import menu_text, plain_label
from hemipelvi_gui.ui.widgets.exercise_card import SCORE_ROLES
from hemipelvi_gui.ui.widgets.pelvis_figure import PelvisFigure
from hemipelvi_gui.ui.wording import DOT, equipment_word, muscle_word, pattern_word, shown

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.coach.laterality import Guess
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
TWO_COLUMNS = 700
LONGEST_CUE = 160
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ExerciseForm(QFrame):
    """Edits a draft. `saved(Exercise)` once it is in order; `left`: nothing is to be kept."""

    saved = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, built_in: Mapping[str, Exercise] | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._touched: set[str] = set()
        self._before = self._draft = new_exercise()
        self._asked = False
        self.title = plain_label(kind="title")
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST_NAME)
        self.remark = NameRemark(theme, built_in or {})
        self.score = plain_label(kind="strong")
        self.name.setPlaceholderText(translate("Own", "Such as: Step-down with a band"))
        self.facets = FacetEditor(theme)
        self.figure = PelvisFigure(theme, compact=True)
        self.pattern = CalmBox()
        for pattern in PATTERN_ORDER:
            self.pattern.addItem(pattern_word(pattern))
        self.muscles = Ticks(
            theme, translate("Own", "Trains"), [(each, muscle_word(each)) for each in Muscle]
        )
        self.equipment = Ticks(
            theme, translate("Own", "Needs"), [(each, equipment_word(each)) for each in Equipment]
        )
        self.locks = Ticks(
            theme,
            translate("Own", "Locks"),
            [(each, muscle_word(each)) for each in Muscle if each in LOCKABLE],
        )
        self.resets = Ticks(
            theme, translate("Own", "Resets"), [(each, muscle_word(each)) for each in Muscle]
        )
        self.prescription = QLineEdit()
        self.cue = QLineEdit()
        self.cue.setMaxLength(LONGEST_CUE)
        self.aliases = QLineEdit()
        self.compound = QCheckBox(translate("Own", "A big lift, done with weight"))
        self.save = QPushButton(menu_text(translate("Own", "Save")))
        self.save.setProperty("kind", "primary")
        self.cancel = QPushButton(menu_text(translate("Own", "Cancel")))
        self.hold = plain_label(kind="error")
        self.hold.setWordWrap(True)
        self.notes: dict[str, QLabel] = {}
        self._labels: list[QLabel] = []
        self._lay_out()
        self._connect()
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def draft(self) -> Exercise:
        """The exercise as the form has it now."""
        return self._draft

    @property
    def is_changed(self) -> bool:
        """Whether there is anything to lose."""
        return self._draft != self._before

    def begin(
        self, exercise: Exercise | None, title: str = "", draft: Exercise | None = None
    ) -> None:
        """Edit an exercise of one's own or what is to become one; None is a new one.

        `draft` is the exercise with what was changed of it elsewhere.
        """
        self._before = exercise or new_exercise()
        self._draft = draft or self._before
        self._asked = False
        self._touched.clear()
        usual = translate("Own", "Edit exercise") if exercise else translate("Own", "New exercise")
        self.title.setText(title or usual)
        self._fill()
        self._show()
        self.area.verticalScrollBar().setValue(0)
        self.name.setFocus()
        self.name.selectAll()

    def remind(self) -> None:
        """Somebody wants to go elsewhere while there is something to lose."""
        self.hold.setText(translate("Own", "Save or cancel this first."))
        self.hold.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, Escape leaves."""
        if event.key() in ENTER:
            self.try_to_save()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def try_to_save(self) -> None:
        """Keep it, or say what is missing and go there."""
        self._asked = True
        wrong = faults(self._draft)
        self._show()
        if not wrong:
            self.saved.emit(self._draft)
            return
        field = next(name for name in self.fields if name in wrong)
        self.fields[field].setFocus()
        self.area.ensureWidgetVisible(self.fields[field])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room."""
        super().resizeEvent(event)
        wide = self.width() >= self._theme.px(TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._sides.setDirection(across if wide else down)
        QTimer.singleShot(0, self, self._show_score)

    def _lay_out(self) -> None:
        self.fields: dict[str, QWidget] = {
            "name": self.name,
            "pattern": self.pattern,
            "muscles": self.muscles,
            "equipment": self.equipment,
            "locks": self.locks,
            "resets": self.resets,
            "prescription": self.prescription,
            "cue": self.cue,
            "aliases": self.aliases,
        }
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        labels = _labels()
        for field, widget in self.fields.items():
            self._add_field(field, labels[field], widget)
        self._last = QVBoxLayout()
        self._last.addWidget(self.compound)
        self._left.addLayout(self._last)
        self._left.addStretch(1)
        self._right.addWidget(plain_label(translate("Own", "How like running"), "heading"))
        self._right.addWidget(self.facets)
        self._right.addWidget(self.figure)
        self._right.addStretch(1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._sides.addLayout(self._left, 1)
        self._sides.addLayout(self._right, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inner)
        self._bottom = QHBoxLayout()
        self._bottom.addWidget(self.hold, 1)
        self._bottom.addStretch()
        self._bottom.addWidget(self.cancel)
        self._bottom.addWidget(self.save)
        self._top = QHBoxLayout()
        self._top.addWidget(self.title, 1)
        self._top.addWidget(self.score)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._top)
        self._column.addWidget(self.area, 1)
        self._column.addLayout(self._bottom)

    def _add_field(self, field: str, words: str, widget: QWidget) -> None:
        label, note = plain_label(words), plain_label(kind="muted")
        label.setBuddy(widget)
        note.setWordWrap(True)
        note.hide()
        widget.setAccessibleName(words)
        self.notes[field] = note
        self._labels.append(label)
        for each in (label, widget, note):
            self._left.addWidget(each)
        if field == "name":
            self._left.addWidget(self.remark)

    def _connect(self) -> None:
        for edit in (self.name, self.prescription, self.cue, self.aliases):
            edit.textChanged.connect(self._take)
        self.pattern.currentIndexChanged.connect(self._take)
        self.muscles.changed.connect(self._take)
        self.equipment.changed.connect(self._take)
        self.compound.toggled.connect(self._take)
        self.facets.changed.connect(self._take)
        self.locks.changed.connect(lambda: self._take_chosen("locks"))
        self.resets.changed.connect(lambda: self._take_chosen("resets"))
        self.remark.taken.connect(self._take_meaning)
        # Where the score has gone out of sight it is told beside the title.
        self.area.verticalScrollBar().valueChanged.connect(self._show_score)
        self.area.verticalScrollBar().rangeChanged.connect(self._show_score)
        self.save.clicked.connect(self.try_to_save)
        self.cancel.clicked.connect(self.left)

    def _fill(self) -> None:
        draft = self._draft
        texts = {
            self.name: draft.name,
            self.prescription: draft.prescription,
            self.cue: draft.cue,
            self.aliases: ", ".join(draft.aliases),
        }
        for edit, text in texts.items():
            with QSignalBlocker(edit):
                edit.setText(text)
        with QSignalBlocker(self.pattern):
            self.pattern.setCurrentIndex(PATTERN_ORDER.index(draft.pattern))
        with QSignalBlocker(self.compound):
            self.compound.setChecked(draft.compound)
        self.muscles.set_ticked(draft.muscles)
        self.equipment.set_ticked(draft.equipment)
        self.locks.set_ticked(draft.locks)
        self.resets.set_ticked(draft.resets)
        self.facets.set_facets(draft.facets)

    def _take_chosen(self, field: str) -> None:
        """What somebody chose does not follow from the rest any more."""
        self._touched.add(field)
        self._take()

    def _take_meaning(self, meant: Guess) -> None:
        """Facets and pattern as the name means them."""
        drawn = meant.exercise or meant.movement
        if drawn is not None:
            with QSignalBlocker(self.pattern):
                self.pattern.setCurrentIndex(PATTERN_ORDER.index(drawn.pattern))
        if meant.exercise is not None:
            with QSignalBlocker(self.compound):
                self.compound.setChecked(meant.exercise.compound)
        self.facets.set_facets(meant.facets)
        self._take()

    def _take(self) -> None:
        """The draft as the fields say; what nobody touched keeps what it was to the letter."""
        before = self._before
        aliases = tuple(dict.fromkeys(filter(None, map(str.strip, self.aliases.text().split(",")))))
        same_aliases = self.aliases.text() == ", ".join(before.aliases)
        values: dict[str, Any] = {
            "name": before.name if self.name.text() == before.name else self.name.text().strip(),
            "prescription": self.prescription.text(),
            "cue": self.cue.text(),
            "aliases": before.aliases if same_aliases else aliases,
            "pattern": PATTERN_ORDER[self.pattern.currentIndex()],
            "muscles": self.muscles.values,
            "equipment": self.equipment.values,
            "compound": self.compound.isChecked(),
            "facets": self.facets.facets,
        }
        if values["facets"] is None and values["pattern"] not in UPPER:
            values["pattern"] = Pattern.PUSH
            with QSignalBlocker(self.pattern):
                self.pattern.setCurrentIndex(PATTERN_ORDER.index(Pattern.PUSH))
        draft = refitted(before, replace(before, **values))
        chosen: dict[str, Any] = {}
        for field, ticks in (("locks", self.locks), ("resets", self.resets)):
            if field in self._touched:
                chosen[field] = ticks.values
            else:
                ticks.set_ticked(getattr(draft, field))
        self._draft = replace(draft, **chosen)
        self.hold.hide()
        self._show()

    def _show(self) -> None:
        wrong = faults(self._draft) if self._asked else {}
        for field, note in self.notes.items():
            words = shown(wrong[field]) if field in wrong else self._hint(field)
            note.setText(words)
            note.setProperty("kind", "error" if field in wrong else "muted")
            note.style().polish(note)
            note.setVisible(bool(words))
            edit = self.fields[field]
            edit.setProperty("wrong", field in wrong)
            edit.style().polish(edit)
        self.hold.setVisible(bool(wrong))
        if wrong:
            self.hold.setText(translate("Own", "Something is missing above."))
        self.remark.compare(self._draft.name, self._draft.facets)
        QTimer.singleShot(0, self, self._show_figure)
        QTimer.singleShot(0, self, self._show_score)

    def _show_score(self) -> None:
        self.score.setText(self.facets.head.words)
        colour = self._theme.palette.colour(SCORE_ROLES[self._draft.laterality]).name()
        self.score.setStyleSheet(f"color: {colour}")
        self.score.setVisible(self.facets.head.visibleRegion().isEmpty())

    def _show_figure(self) -> None:
        self.figure.show_exercise(self._draft)

    def _hint(self, field: str) -> str:
        if field == "prescription":
            if "prescription" in faults(self._draft):
                return translate("Own", "Like 3x8/side @7 rest 90.")
            words = prescription_words(default_prescription(self._draft))
            return DOT.join(shown(each) for each in words)
        if field == "locks":
            return translate("Own", "What a big lift leaves short.")
        if field == "resets":
            return translate("Own", "What it gives its room back.")
        if field == "aliases":
            return translate("Own", "Other names, with commas between.")
        return ""

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(24), px(16), px(12), px(16))
        self._column.setSpacing(px(12))
        self._sides.setContentsMargins(0, 0, px(8), 0)
        self._sides.setSpacing(px(32))
        self._left.setSpacing(px(4))
        self._top.setSpacing(px(12))
        self.score.setFont(self._theme.bold(16))
        self._right.setSpacing(px(8))
        self.figure.setFixedHeight(px(150))
        # Nearer to its own field than to the one above.
        for label in self._labels[1:]:
            label.setContentsMargins(0, px(6), 0, 0)
        self._last.setContentsMargins(0, px(6), 0, 0)
        for note in self.notes.values():
            note.setFont(self._theme.font(11.5))


def _labels() -> dict[str, str]:
    return {
        "name": translate("Own", "Name"),
        "pattern": translate("Own", "Pattern"),
        "muscles": translate("Own", "Trains"),
        "equipment": translate("Own", "Needs"),
        "locks": translate("Own", "Locks"),
        "resets": translate("Own", "Resets"),
        "prescription": translate("Own", "Usual dose"),
        "cue": translate("Own", "Cue"),
        "aliases": translate("Own", "Also called"),
    }
