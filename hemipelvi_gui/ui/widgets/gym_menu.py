"""The menu of gyms: one's own or the usual places, and what each would make of the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QMouseEvent
from PySide6.QtWidgets import QLabel, QMenu, QWidget, QWidgetAction

from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.ui.gym_actions import Place, is_at, moved, place_of, preview_words
from hemipelvi_gui.ui.plain import menu_text, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.document import Document

translate = QCoreApplication.translate
LETTERS, LINES = 40, 4


def everything() -> tuple[str, Place]:
    """A gym that has everything, and what the menu says of it."""
    return translate("Gym", "Gym: everything"), Place(translate("Gym", "Gym"), None)


def presets() -> tuple[tuple[str, Place], ...]:
    """The usual places, each with what the menu says."""
    home = (Equipment.DUMBBELL, Equipment.BAND, Equipment.BENCH)
    return (
        everything(),
        (translate("Gym", "Home: dumbbell, band, bench"), Place(translate("Gym", "Home"), home)),
        (translate("Gym", "Travel: nothing"), Place(translate("Gym", "Travel"), ())),
    )


def gym_words(session: Session) -> str:
    """Where it is: the gym's name, or what is known of it."""
    if session.gym.strip():
        return session.gym
    if session.equipment is None:
        return translate("SessionHeader", "Any gym")
    return translate("SessionHeader", "My equipment")


class GymMenu(QMenu):
    """Places to choose for some sessions; filled each time it opens.

    At its foot it says what would come and go in the gym under the pointer or the keyboard.
    `highlighted` carries the place under the pointer or the keyboard, None for none; `chosen` the
    one that was chosen. `list_asked`: a list for this session only; `gyms_asked`: the runner's own
    gyms are to be seen. There is a list only where `lists`.
    """

    highlighted = Signal(object)
    chosen = Signal(object)
    list_asked = Signal()
    gyms_asked = Signal()

    def __init__(
        self,
        document: Document,
        sessions: Callable[[], Sequence[Session]],
        parent: QWidget,
        *,
        lists: bool = False,
    ) -> None:
        super().__init__(parent)
        self._document, self._sessions, self._lists = document, sessions, lists
        self._places: dict[QAction, Place] = {}
        self._lit: Place | None = None
        self.words = _Words(self)
        self.aboutToShow.connect(self._fill)
        self.aboutToHide.connect(lambda: self._light(None))
        self.hovered.connect(lambda action: self._light(self._places.get(action)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is previewed while the pointer is on no gym."""
        super().mouseMoveEvent(event)
        self._light_active()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is previewed while the pointer is elsewhere."""
        super().leaveEvent(event)
        self._light_active()

    def _light_active(self) -> None:
        self._light(self._places.get(self.activeAction()))

    def _light(self, place: Place | None) -> None:
        if place != self._lit:
            self._lit = place
            self.words.say("" if place is None else self._would_be(place))
            self.highlighted.emit(place)

    def _would_be(self, place: Place) -> str:
        document, sessions = self._document, self._sessions()
        library, settings = document.library, document.settings
        changes = [moved(each, place, library, settings) for each in sessions]
        return preview_words(sessions, changes)

    def _fill(self) -> None:
        self.removeAction(self.words.action)  # which `clear` would delete
        self.clear()
        self._places.clear()
        self._lit = None
        sessions = self._sessions()
        group = QActionGroup(self)
        for words, place in self._offers():
            action = self._tickable(group, words)
            action.setChecked(bool(sessions) and all(_at(each, place) for each in sessions))
            action.triggered.connect(lambda _on=False, place=place: self.chosen.emit(place))
            self._places[action] = place
        if group.checkedAction() is None and len(sessions) == 1:
            self.addSeparator()
            self._tickable(group, menu_text(self._present_words(sessions[0]))).setChecked(True)
        self.addSeparator()
        if self._lists:
            self.addAction(translate("SessionHeader", "My own list\u2026"), self.list_asked.emit)
        self.addAction(translate("Gyms", "Gyms and plates\u2026"), self.gyms_asked.emit)
        self.addSeparator()
        self.words.rest()
        self.addAction(self.words.action)

    def _offers(self) -> Iterator[tuple[str, Place]]:
        """One's own gyms; while there are none, the usual places."""
        own = self._document.gyms
        if not own:
            yield from presets()
            return
        for gym in own:
            yield menu_text(gym.name), place_of(gym)
        yield everything()

    def _present_words(self, session: Session) -> str:
        words = gym_words(session)
        if any(place.name == session.gym for place in self._places.values()):
            # The gym has changed since: chosen again, the session takes what it has now.
            return translate("Gym", "{gym}, as it was").format(gym=one_line(words, 60))
        return words

    def _tickable(self, group: QActionGroup, words: str) -> QAction:
        action = self.addAction(words)
        action.setCheckable(True)
        group.addAction(action)
        return action


class _Words(QLabel):
    """What a gym would make of the session, in a place as high for each of them.

    A menu that grew under the pointer would put another gym there.
    """

    def __init__(self, menu: QMenu) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("kind", "muted")
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(translate("Gym", "What would change there"))
        self.action = QWidgetAction(menu)
        self.action.setDefaultWidget(self)
        self.action.setEnabled(False)

    def rest(self) -> None:
        """Say what is said here, and take the room for it."""
        self.say("")
        metrics = self.fontMetrics()
        side = metrics.averageCharWidth()
        self.setContentsMargins(2 * side, side // 2, 2 * side, side)
        self.setFixedSize(LETTERS * side, LINES * metrics.lineSpacing() + 2 * side)

    def say(self, words: str) -> None:
        """Say this, or where nothing is to be said, what to do."""
        self.setText(words or translate("Gym", "Point at a gym to see what would change."))


def _at(session: Session, place: Place) -> bool:
    return is_at(session, place) or (not session.gym and is_at(session, Place("", place.equipment)))
