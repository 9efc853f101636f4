"""What a session that was done makes of the next one like it, offered on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from hemipelvi_gui.coach.progress.ahead import after_logging, apply, stale_after
from hemipelvi_gui.coach.progress.light_weeks import kept
from hemipelvi_gui.coach.progress.pain import without_more
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.next_time import NextTime
from hemipelvi_gui.ui.log.enter_key import ENTER, asks_for_enter
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from hemipelvi_gui.coach.progress.walk import Proposal
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.desk import Desk
    from hemipelvi_gui.ui.logbook import Logbook
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
LONGEST_NAME = 40


class NextNumbers(QWidget):
    """`left`: nothing more to decide. `progress_asked(plan id)`: show all later sessions."""

    left = Signal()
    progress_asked = Signal(str)

    def __init__(self, desk: Desk, weeks: Weeks, logbook: Logbook) -> None:
        super().__init__()
        self._desk, self._weeks, self._logbook = desk, weeks, logbook
        self.page: NextTime | None = None
        self._column = QVBoxLayout(self)
        self._session: Session | None = None
        self._name = ""

    def offer(self, done: DoneSession) -> bool:
        """Show the next numbers; False where there are none to show."""
        found = self._desk.shelf.sessions((done.session,)) if done.session else {}
        session = found.get(done.session)
        if session is None:
            return False
        document, settings = self._desk.document, self._desk.document.settings
        agenda = self._weeks.around(session)
        known = (document.library, settings.body_mass_kg, kept(settings))
        pain = self._logbook.recent_pain(self._logbook.today)
        proposals = without_more(after_logging(agenda, done, *known), pain)
        if not proposals:
            return False
        self._name, self._session = one_line(done.name, LONGEST_NAME), session
        self._show(proposals, stale_after(agenda, done, *known, pain))
        return True

    def event(self, event: QEvent) -> bool:
        """Ctrl+Enter means something else in the window."""
        if asks_for_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button it is on, else takes what is ticked; held, it does nothing."""
        if event.key() not in ENTER or self.page is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            focus = QApplication.focusWidget()
            (focus if isinstance(focus, QPushButton) else self.page.enter).click()

    def _show(self, proposals: Sequence[Proposal], stale: int) -> None:
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
        library = self._desk.document.library
        name = self._weeks.agenda.sessions[proposals[0].session].name
        page = self.page = NextTime(self._desk.theme, name, proposals, library, stale)
        page.taken.connect(self._take)
        page.left.connect(self.left)
        page.progress_asked.connect(self._ask_progress)
        px = self._desk.theme.px
        self._column.setContentsMargins(px(20), px(16), px(20), px(16))
        self._column.addWidget(page)
        self.setFocusProxy(page)

    def _ask_progress(self) -> None:
        # It shows the next session's numbers too.
        self.left.emit()
        if self._session is not None:
            self.progress_asked.emit(self._session.plan)

    def _take(self, chosen: Sequence[Proposal]) -> None:
        name = translate("Done", "take the next numbers of {name}").format(name=self._name)
        if self._session is not None:
            # Other weeks may have been shown meanwhile.
            self._weeks.around(self._session)
        if self._weeks.push(name, lambda agenda: apply(agenda, chosen)):
            words = translate("Done", "The numbers of {name}, {day}, are changed.")
            words = words.format(name=self._name, day=short_day(chosen[0].date))
            self._desk.messages.say_undoable(words, self._desk.document.undo_stack)
        self.left.emit()
