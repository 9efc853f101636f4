"""How things look and what stands behind them: theme, text size, settings, the sum, about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.desk import Desk

STEP = 1.1
SMALLEST, LARGEST = 0.8, 2.0


class ViewCommands(QObject):
    """Acts on the desk's theme and settings."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk

    def show_sum(self) -> None:
        """Open the sum behind the gauge."""
        from hemipelvi_gui.ui.dialogs.balance_dialog import BalanceDialog

        BalanceDialog(self._desk.theme, self._desk.document, self._desk.window).show()

    def show_pelvis(
        self, exercise: Exercise | None = None, prescription: Prescription | None = None
    ) -> None:
        """Open the pelvis from above: an exercise, running, or the session, played."""
        from hemipelvi_gui.ui.dialogs.pelvis_dialog import PelvisDialog

        document, window = self._desk.document, self._desk.window
        PelvisDialog(self._desk.theme, document, exercise, prescription, window).open()

    def show_settings(self) -> None:
        """Open the settings."""
        from hemipelvi_gui.ui.dialogs.settings_dialog import SettingsDialog

        dialog = SettingsDialog(self._desk.theme, self._desk.document.settings, self._desk.window)
        dialog.changed.connect(self.take)
        dialog.open()

    def about(self) -> None:
        """Open what the program is and what it is made of."""
        from hemipelvi_gui.ui.dialogs.about_dialog import AboutDialog

        AboutDialog(self._desk.theme, self._desk.window).open()

    def take(self, settings: Settings) -> None:
        """Use and keep other settings."""
        theme = self._desk.theme
        if settings.theme != theme.choice:
            theme.choose(settings.theme)
        if settings.text_scale != theme.scale:
            theme.enlarge(settings.text_scale)
        self._desk.document.set_settings(settings)
        self._desk.shelf.save_settings(settings, {})

    def use_theme(self, choice: str) -> None:
        """Light, dark or auto."""
        self.take(replace(self._desk.document.settings, theme=choice))

    def uses_theme(self, choice: str) -> bool:
        """Whether this is the theme that was chosen."""
        return self._desk.theme.choice == choice

    def larger(self) -> None:
        """A step larger text."""
        self._scale(self._desk.theme.scale * STEP)

    def smaller(self) -> None:
        """A step smaller text."""
        self._scale(self._desk.theme.scale / STEP)

    def normal(self) -> None:
        """Text at its normal size."""
        self._scale(1.0)

    def _scale(self, scale: float) -> None:
        kept = round(min(max(scale, SMALLEST), LARGEST), 3)
        self.take(replace(self._desk.document.settings, text_scale=kept))
