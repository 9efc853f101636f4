"""What stands over a preview: zoom, fit, and steps from page to page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from hemipelvi_gui.ui.dialogs.page_view import PageView
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class ZoomRow(QWidget):
    """Buttons and keys to zoom a preview; the keys work in all of `dialog`."""

    def __init__(self, theme: Theme, view: PageView, dialog: QWidget) -> None:
        super().__init__()
        self._view = view
        zoom = (
            (QKeySequence.StandardKey.ZoomIn, lambda: view.zoom_by(1)),
            ("Ctrl+=", lambda: view.zoom_by(1)),
            (QKeySequence.StandardKey.ZoomOut, lambda: view.zoom_by(-1)),
            ("Ctrl+0", lambda: view.set_fit("page")),
            ("Ctrl+1", lambda: view.set_fit("width")),
        )
        for keys, slot in zoom:
            QShortcut(QKeySequence(keys), dialog).activated.connect(slot)
        nearer = self._step("+", translate("SheetDialog", "Zoom in (Ctrl++)"), 1)
        farther = self._step("−", translate("SheetDialog", "Zoom out (Ctrl+-)"), -1)
        whole = push_button(translate("SheetDialog", "Page"), lambda: view.set_fit("page"))
        whole.setToolTip(translate("SheetDialog", "Fit the page (Ctrl+0)"))
        full = push_button(translate("SheetDialog", "Width"), lambda: view.set_fit("width"))
        full.setToolTip(translate("SheetDialog", "Fit the width (Ctrl+1)"))
        self.label = plain_label(kind="muted")
        view.zoomed.connect(self._show)
        row = _row(self, theme)
        for widget in (farther, self.label, nearer, whole, full):
            row.addWidget(widget)

    def _step(self, text: str, words: str, steps: int) -> QPushButton:
        return _named(push_button(text, lambda: self._view.zoom_by(steps)), words)

    def _show(self, zoom: float) -> None:
        self.label.setText(translate("SheetDialog", "{zoom} %").format(zoom=round(zoom * 100)))


class StepRow(QWidget):
    """From page to page; hidden where there is only one."""

    def __init__(self, theme: Theme, view: PageView, dialog: QWidget) -> None:
        super().__init__()
        self._view = view
        back = translate("SheetDialog", "Page before (Ctrl+Page Up)")
        on = translate("SheetDialog", "Next page (Ctrl+Page Down)")
        self.back = _named(push_button("\u2039", lambda: view.turn(-1)), back)
        self.on = _named(push_button("\u203a", lambda: view.turn(1)), on)
        for keys, steps in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), dialog)
            shortcut.activated.connect(lambda steps=steps: view.turn(steps))
        self.label = plain_label(kind="muted")
        row = _row(self, theme)
        for widget in (self.back, self.label, self.on):
            row.addWidget(widget)
        view.turned.connect(self._show)
        self._show()

    def _show(self) -> None:
        page, count = self._view.page, self._view.count
        words = translate("SheetDialog", "{page} of {count}")
        self.label.setText(words.format(page=page, count=count))
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < count)
        self.setVisible(count > 1)


def _row(widget: QWidget, theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    return row


def _named(button: QPushButton, words: str) -> QPushButton:
    button.setToolTip(words)
    button.setAccessibleName(words)
    return button
