"""The gauge in one line, for windows with little room: it stays in sight above the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hemipelvi_gui.ui.widgets.balance_panel import ShareBar, preview_words, value_words
from hemipelvi_gui.ui.widgets.findings_panel import count_words
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class BalanceStrip(QWidget):
    """Follows the document and its previews. `asked`: show the findings."""

    asked = Signal()

    def __init__(self, theme: Theme, document: Document) -> None:
        super().__init__()
        self._document = document
        self.words = ElidedLabel("", "strong")
        self.bar = ShareBar(theme)
        self.findings = QPushButton()
        self.findings.setProperty("kind", "link")
        self.findings.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(20), 0, theme.px(16), 0)
        row.setSpacing(theme.px(10))
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.findings)
        document.changed.connect(self.refresh)
        document.previewed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the current session, or what a preview would make of it."""
        preview, reading = self._document.preview_reading, self._document.reading
        share = reading.balance.asymmetric_share
        settings = reading.settings
        band = (settings.band_low, settings.band_high)
        ghost = None if preview is None else preview.balance.asymmetric_share
        self.bar.show_share(share, band, ghost)
        self.words.setText(value_words(share) if preview is None else preview_words(preview))
        found = count_words(reading.findings) or translate("Findings", "nothing to fix")
        self.findings.setText(found)
