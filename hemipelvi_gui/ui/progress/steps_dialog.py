"""How the verdict was worked out, one number after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.coach.verdict.result import Step
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class StepsDialog(ThemedDialog):
    """Each step with its title."""

    def __init__(
        self, theme: Theme, headline: str, steps: Sequence[Step], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, translate("Progress", "How this is worked out"), (640, 560), parent)
        inner = QWidget()
        inner.setProperty("kind", "clear")
        self._inner = QVBoxLayout(inner)
        self.lines = []
        for words, kind in ((headline, "title"), *_lines(steps)):
            line = plain_label(words, kind)
            line.setWordWrap(True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._inner.addWidget(line)
            self.lines.append(line)
        self._inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName(self.windowTitle())
        area.setAccessibleDescription("\n".join(line.text() for line in self.lines))
        area.setWidget(inner)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.close_button = push_button(translate("Progress", "Close"), self.accept, "primary")
        buttons.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.addWidget(area, 1)
        whole.addLayout(buttons)
        self.restyle()
        area.setFocus()

    def restyle(self) -> None:
        """Take sizes from the theme."""
        super().restyle()
        self._inner.setContentsMargins(0, 0, self.theme.px(8), 0)
        self._inner.setSpacing(self.theme.px(5))


def _lines(steps: Sequence[Step]) -> list[tuple[str, str]]:
    return [
        (words, kind)
        for step in steps
        for words, kind in ((shown(step.title), "strong"), (shown(step.text), ""))
    ]
