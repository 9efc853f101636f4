"""What was done of a session is written down here, and what that makes of the next one shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from hemipelvi_gui.coach.progress.ahead import after_logging, apply, stale_after
from hemipelvi_gui.coach.progress.light_weeks import kept
from hemipelvi_gui.domain.agenda_edits import skip
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.ui.days import short_day
from hemipelvi_gui.ui.dialogs.done_facts import DoneFacts
from hemipelvi_gui.ui.dialogs.done_lines import DoneLines
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.next_time import NextTime
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.progress.walk import Proposal
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.diary import DoneSession
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
# In px at normal text size: no row is cut where the screen has room for all of them.
LEAST_HIGH, AROUND_LINES, LINE_HIGH = 560, 350, 38


class DoneDialog(ThemedDialog):
    """A line for each exercise, filled in as planned. `told` carries what was done to the diary.

    `progress_asked`: show what the progressions make of all sessions to come.
    Raises KeyError for a session that isn't there.
    """

    # The lines are those of the session as it was when the dialog was opened.
    holds_window = True
    told = Signal(str)
    progress_asked = Signal()

    def __init__(
        self,
        theme: Theme,
        weeks: Weeks,
        document: Document,
        session_id: str,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("Done", "What was done")
        session = _session(weeks, document, session_id)
        high = max(LEAST_HIGH, AROUND_LINES + LINE_HIGH * sum(1 for _ in items(session)))
        super().__init__(theme, title, (820, high), parent)
        self._weeks, self._document, self._session = weeks, document, session
        self._entry = weeks.logged(self._session)
        self._name = one_line(self._session.name, 40)
        self.next_time: NextTime | None = None
        self.lines = DoneLines(
            theme, self._session, document.library, self._entry, self._session.date or weeks.today
        )
        self.facts = DoneFacts(theme, self._session, self._entry, weeks.today)
        self.fault = plain_label(kind="error")
        self.fault.setWordWrap(True)
        self.fault.hide()
        self.save = push_button(translate("Done", "&Save"), self.write, "primary")
        self.save.setDefault(True)
        self.delete = push_button(translate("Done", "&Delete from the diary"), self._delete)
        self.delete.setVisible(self._entry is not None)
        self.pages = QStackedWidget()
        self._lay_out()
        self.restyle()
        # Enter makes a line in the notes.
        QShortcut(QKeySequence("Ctrl+Return"), self, self._save_or_take)
        first = next(iter(self.lines.lines.values()), None)
        if first is not None:
            first.setFocus()
            first.selectAll()

    def write(self) -> None:
        """Keep what is written, as one step to undo; then show what it makes of the next time."""
        wrong = self.lines.first_wrong()
        if wrong is not None:
            self._area.ensureWidgetVisible(wrong.note)
            wrong.setFocus()
            wrong.setCursorPosition(0 if wrong.fault is None else wrong.fault.column)
            return
        if not self.facts.date.read():
            self._area.ensureWidgetVisible(self.facts.date)
            self.facts.date.setFocus()
            return
        if self.lines.is_empty and not self.facts.says_anything:
            self.fault.setText(translate("Done", "Nothing is written here yet."))
            self.fault.show()
            return
        entry = self.facts.onto(self.lines.entry(self.facts.day))
        self._keep(entry)
        settings = self._document.settings
        agenda = self._weeks.around(self._session)
        known = (self._document.library, settings.body_mass_kg, kept(settings))
        found = after_logging(agenda, entry, *known)
        if found:
            self._show_next(found, stale_after(agenda, entry, *known))
        else:
            self.accept()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        self.lines.restyle()
        self.facts.restyle()

    def _lay_out(self) -> None:
        first = QWidget()
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 0)
        day = self._session.date
        heading = self._name if day is None else f"{self._name}, {short_day(day)}"
        column.addWidget(ElidedLabel(heading, "title"))
        hint = plain_label(
            translate(
                "Done",
                "Each line is filled in as planned: change what went otherwise, as in 3x5 80kg @9 "
                "or 2x5 80kg then 1x4. An empty line was not done.",
            ),
            "muted",
        )
        hint.setWordWrap(True)
        column.addWidget(hint)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self._lines_and_facts())
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column.addWidget(self._area, 1)
        column.addWidget(self.fault)
        buttons = QHBoxLayout()
        buttons.addWidget(self.delete)
        buttons.addStretch(1)
        buttons.addWidget(push_button(translate("Done", "Close"), self.reject))
        buttons.addWidget(self.save)
        column.addLayout(buttons)
        self.pages.addWidget(first)
        QVBoxLayout(self).addWidget(self.pages)

    def _lines_and_facts(self) -> QWidget:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, self.theme.px(8), 0)
        column.setSpacing(self.theme.px(16))
        column.addWidget(self.lines)
        column.addWidget(self.facts)
        column.addStretch(1)
        return inside

    def _keep(self, entry: DoneSession) -> None:
        def kept(agenda: Agenda) -> Agenda:
            done = agenda.sessions.get(self._session.id)
            # What was done was not skipped.
            if done is not None and done.skipped:
                agenda = skip(agenda, (done.id,), skipped=False)
            return replace(agenda, diary={**agenda.diary, entry.id: entry})

        name = translate("Done", "write down {name}").format(name=self._name)
        if entry != self._entry and self._weeks.push(name, kept):
            day = short_day(entry.date)
            words = translate("Done", "Written down: {name}, {day}.")
            self.told.emit(words.format(name=self._name, day=day))
        self._entry = entry

    def _delete(self) -> None:
        gone = self._entry
        if gone is None:
            return

        def without(agenda: Agenda) -> Agenda:
            left = {key: each for key, each in agenda.diary.items() if key != gone.id}
            return replace(agenda, diary=left)

        name = translate("Done", "delete what was done of {name}").format(name=self._name)
        if self._weeks.push(name, without):
            words = translate("Done", "Deleted from the diary: {name}, {day}.")
            self.told.emit(words.format(name=self._name, day=short_day(gone.date)))
        self.accept()

    def _show_next(self, proposals: Sequence[Proposal], stale: int) -> None:
        agenda, library = self._weeks.agenda, self._document.library
        name = agenda.sessions[proposals[0].session].name
        page = self.next_time = NextTime(self.theme, name, proposals, library, stale)
        page.taken.connect(self._take)
        page.left.connect(self.accept)
        page.progress_asked.connect(self._ask_progress)
        self.save.setDefault(False)
        self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)
        self.setWindowTitle(translate("Done", "Next time"))
        page.setFocus()

    def _ask_progress(self) -> None:
        self.accept()
        self.progress_asked.emit()

    def _take(self, chosen: Sequence[Proposal]) -> None:
        name = translate("Done", "take the next numbers of {name}").format(name=self._name)
        self._weeks.around(self._session)
        if self._weeks.push(name, lambda agenda: apply(agenda, chosen)):
            words = translate("Done", "The numbers of {name}, {day}, are changed.")
            day = short_day(chosen[0].date)
            self.told.emit(words.format(name=self._name, day=day))
        self.accept()

    def _save_or_take(self) -> None:
        if self.next_time is None:
            self.write()
        else:
            self.next_time.choose()


def _session(weeks: Weeks, document: Document, session_id: str) -> Session:
    if document.session.id == session_id:
        return document.session
    return weeks.agenda.sessions[session_id]
