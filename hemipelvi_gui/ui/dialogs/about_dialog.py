"""What the program is, whose work is in it, and what it does not claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from hemipelvi_gui import __version__
from hemipelvi_gui.paths import resource
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
NOTICES = (("THIRD_PARTY.md",), ("fonts", "OFL.txt"))


class AboutDialog(ThemedDialog):
    """Version, licence, notices and the words of caution."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        title = translate("AboutDialog", "About Hemipelvi")
        super().__init__(theme, title, (640, 600), parent)
        self.version = plain_label(
            translate("AboutDialog", "Hemipelvi {version}").format(version=__version__), "title"
        )
        self.words = [plain_label(text) for text in _paragraphs()]
        for each in self.words:
            each.setWordWrap(True)
        self.notices = QPlainTextEdit()
        self.notices.setPlainText(notices())
        self.notices.setReadOnly(True)
        self.notices.setTabChangesFocus(True)
        self.notices.setAccessibleName(translate("AboutDialog", "Licences and notices"))
        # On a small screen with large text the words above need the room.
        self.notices.setMinimumHeight(theme.px(45))
        panel = QFrame()
        panel.setProperty("kind", "panel")
        inside = QVBoxLayout(panel)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.notices)
        bottom = QHBoxLayout()
        bottom.addStretch()
        close = push_button(translate("AboutDialog", "Close"), self.reject)
        bottom.addWidget(close)
        whole = QVBoxLayout(self)
        for label in (self.version, *self.words):
            whole.addWidget(label)
        whole.addWidget(panel, 1)
        whole.addLayout(bottom)
        self.restyle()
        close.setFocus()


def notices() -> str:
    """The notices that ship with the program; a file that is missing is named."""
    parts = []
    for where in NOTICES:
        try:
            parts.append(resource(*where).read_text("utf-8").strip())
        except OSError:
            parts.append(
                translate("AboutDialog", "{name} is missing: install the program again.").format(
                    name=where[-1]
                )
            )
    return "\n\n\n".join(parts) + "\n"


def _paragraphs() -> tuple[str, ...]:
    return (
        translate(
            "AboutDialog",
            "A planner of gym sessions for runners. It shows how much of the work looks like "
            "running, and works without a network.",
        ),
        translate(
            "AboutDialog",
            "A coaching model, not established physiology: the numbers are a hypothesis about "
            "you, tested on your log. The targets are defaults you can edit in Settings. Nothing "
            "here is a diagnosis; with pain, rest and ask a professional.",
        ),
        translate(
            "AboutDialog",
            "Free software under the MIT licence: use, change and share it, with its notice "
            "kept, and without warranty. What is the work of others is listed below.",
        ),
    )
