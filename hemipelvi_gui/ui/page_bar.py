"""The bar over the pages: which page is shown, what is always at hand, and whether all is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from hemipelvi_gui.ui.icons import themed_icon
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QAction, QResizeEvent

    from hemipelvi_gui.ui.saver import Saver
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
BESIDE = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
TEXT_ONLY = Qt.ToolButtonStyle.ToolButtonTextOnly
# The actions of the bar and their icons.
ICONS = {"undo": "undo", "redo": "redo", "open": "sessions", "sheet": "sheet", "export": "export"}


class PageBar(QFrame):
    """Buttons for pages at the left; for actions, and what the saver says, at the right."""

    def __init__(
        self,
        theme: Theme,
        saver: Saver,
        pages: Mapping[str, tuple[str, Callable[[], object]]],
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__()
        self._theme, self._saver, self._actions = theme, saver, actions
        self.setProperty("kind", "bar")
        # Its buttons come and go with the room there is, so they ask for none.
        self.setMinimumWidth(1)
        self._row = QHBoxLayout(self)
        self._pages = {name: _page_button(*page) for name, page in pages.items()}
        for page in self._pages.values():
            self._row.addWidget(page)
        self._row.addStretch(1)
        self._buttons = {name: _bar_button(actions[name], name) for name in ICONS}
        for button in self._buttons.values():
            self._row.addWidget(button)
        self._saved = ElidedLabel("", "muted")
        self._row.addWidget(self._saved)
        saver.begun.connect(lambda: self._saved.setText(translate("Window", "Saving\u2026")))
        saver.saved.connect(self._show_saved)
        saver.failed.connect(lambda _: self._saved.setText(translate("Window", "Not saved")))
        theme.changed.connect(self._restyle)
        self._restyle()
        self._show_saved()

    def show_page(self, name: str) -> None:
        """Tick the button of the page that is shown."""
        self._pages[name].setChecked(True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons while there is room; all of them are in the menus too."""
        super().resizeEvent(event)
        self._fit()

    def _show_saved(self) -> None:
        if not self._saver.keeps:
            self._saved.setText(translate("Window", "Nothing is saved"))
        elif self._saver.idle:
            self._saved.setText(translate("Window", "All changes saved"))

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(7), px(16), px(7))
        self._row.setSpacing(px(4))
        for name, button in self._buttons.items():
            size = QSize(px(19), px(17))
            icon = themed_icon(self._theme, ICONS[name], size, self.devicePixelRatioF())
            self._actions[name].setIcon(icon)
            button.setIconSize(size)
        self._fit()

    def _fit(self) -> None:
        px, room = self._theme.px, self.width()
        for page in self._pages.values():
            room -= page.sizeHint().width() + px(4)
        # Whatever it says now, this is what it will say.
        saved = self._saved.fontMetrics().horizontalAdvance(
            translate("Window", "All changes saved")
        )
        room -= max(self._saved.sizeHint().width(), saved) + px(76)
        buttons = self._buttons.values()
        # Where there is little room, the icons go first: words say more.
        for style in (BESIDE, TEXT_ONLY):
            for button in buttons:
                button.setToolButtonStyle(style)
            if sum(button.sizeHint().width() + px(4) for button in buttons) <= room:
                break
        for button in buttons:
            room -= button.sizeHint().width() + px(4)
            button.setVisible(room > 0)


def _page_button(words: str, show: Callable[[], object]) -> QToolButton:
    """A button that shows a page and stays down while it is shown."""
    button = QToolButton()
    button.setText(words)
    button.setProperty("kind", "page")
    button.setCheckable(True)
    button.setAutoExclusive(True)
    button.clicked.connect(lambda: show())
    return button


def _bar_button(action: QAction, name: str) -> QToolButton:
    """A button for an action; undo's text is short, its tooltip says what will be undone."""
    button = QToolButton()
    action.setIconVisibleInMenu(False)
    button.setDefaultAction(action)
    button.setProperty("kind", "bar")
    short = {"undo": translate("Window", "Undo"), "redo": translate("Window", "Redo")}.get(name)
    if short:
        button.setText(short)
        action.changed.connect(lambda: button.setText(short))
    return button
