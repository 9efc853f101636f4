"""What the rules say of a planned session's week, told beside the session while it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.weeks import Weeks
    from hemipelvi_gui.ui.widgets.findings_panel import FindingsPanel

PAUSE_MS = 120  # a week is read once somebody stops changing the session


class InWeek(QObject):
    """Tells the panel which findings of the session's week are about the session."""

    def __init__(self, document: Document, weeks: Weeks, panel: FindingsPanel) -> None:
        super().__init__(panel)
        self._document, self._weeks, self._panel = document, weeks, panel
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self._tell)
        for signal in (document.changed, weeks.changed):
            signal.connect(self._timer.start)
        self._timer.start()

    def _tell(self) -> None:
        session = self._document.session
        reading = self._weeks.reading_of(session)
        found = () if reading is None else reading.findings
        self._panel.show_week(tuple(each for each in found if session.id in each.entries))
