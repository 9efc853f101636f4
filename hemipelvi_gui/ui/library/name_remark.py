"""What the library says of a name that somebody is about to give to other facets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from hemipelvi_gui.coach.laterality import Classifier
from hemipelvi_gui.domain.facets import laterality
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label
from hemipelvi_gui.ui.wording import class_word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.coach.laterality import Guess
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.facets import Facets
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
# A name is read when the fingers rest.
REST_MS = 150


class NameRemark(QFrame):
    """Says where a name means something else; never in the way. `taken(Guess)`: as it means."""

    taken = Signal(object)

    def __init__(self, theme: Theme, built_in: Mapping[str, Exercise]) -> None:
        super().__init__()
        self._theme = theme
        self._classifier = Classifier(built_in)
        self._name = ""
        self._facets: Facets | None = None
        self._guess: Guess | None = None
        self.words = plain_label()
        self.words.setWordWrap(True)
        self.take = QPushButton(menu_text(translate("Own", "Take its facets")))
        self.take.setProperty("kind", "link")
        self.take.clicked.connect(self._tell)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.words)
        self._box.addWidget(self.take)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REST_MS)
        self._later.timeout.connect(self._say)
        self.hide()
        theme.changed.connect(self._restyle)
        self._restyle()

    def compare(self, name: str, facets: Facets | None) -> None:
        """Hold facets against what a name means, soon."""
        if (name, facets) == (self._name, self._facets):
            return
        renamed, self._name, self._facets = name != self._name, name, facets
        if renamed:
            self._guess = None
            self._later.start()
        else:
            self._say()

    def _say(self) -> None:
        if self._guess is None and self._name:
            self._guess = self._classifier.classify(self._name)
        words = self._words(self._guess) if self._name and self._guess else ""
        self.words.setText(words)
        self.take.setVisible(self._guess is not None and self._guess.facets != self._facets)
        self.setVisible(bool(words))

    def _words(self, guess: Guess) -> str:
        differs = guess.facets != self._facets
        if guess.unsure:
            return ""
        if guess.match and (differs or guess.confidence == 1):
            words = translate("Own", "\u201c{name}\u201d is in the library as {kind}.")
            return words.format(name=one_line(guess.match, 60), kind=_kind(guess))
        if not guess.match and guess.laterality is not _class_of(self._facets):
            return translate("Own", "By its name it is {kind}.").format(kind=_kind(guess))
        return ""

    def _tell(self) -> None:
        if self._guess is not None:
            self.taken.emit(self._guess)

    def _restyle(self) -> None:
        self._box.setSpacing(self._theme.px(2))
        self.words.setFont(self._theme.font(11.5))


def _class_of(facets: Facets | None) -> object:
    return laterality(None if facets is None else facets.asymmetry)


def _kind(guess: Guess) -> str:
    word = class_word(guess.laterality).lower()
    return word if guess.asymmetry is None else f"{word}, {guess.asymmetry:.3f}"
