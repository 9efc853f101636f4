"""What all dialogs share: they close on Escape, keep their size and leave the window free.

Only those hold the window that show a state of the session and would be out of date behind it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from hemipelvi_gui.ui.widgets.numbers import indent_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QHideEvent, QShowEvent

    from hemipelvi_gui.ui.theme import Theme

SIZES = "hemipelviDialogSizes"
SCREEN_SHARE = 0.92

Sizes = dict[str, tuple[int, int]]


def remembered_sizes() -> Sizes:
    """Width and height of each kind of dialog at normal text size, as they were left."""
    app = QCoreApplication.instance()
    kept = None if app is None else app.property(SIZES)
    return dict(kept) if isinstance(kept, dict) else {}


def remember_sizes(sizes: Mapping[str, tuple[int, int]]) -> None:
    """Take these sizes, for instance those of the last run. Whatever is no size is left out."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(SIZES, {name: size for name, size in sizes.items() if _is_size(size)})


def push_button(text: str, clicked: Callable[[], object], kind: str = "") -> QPushButton:
    """A button that is never pressed by an Enter meant for something else."""
    button = QPushButton(text)
    button.setAutoDefault(False)
    if kind:
        button.setProperty("kind", kind)
    button.clicked.connect(lambda: clicked())
    return button


class ThemedDialog(QDialog):
    """A dialog that follows the theme. `size` is its first size at normal text size, in px.

    Subclasses override `restyle` to scale their own measures, and call it once when built.
    `holds_window` keeps the parent from changing meanwhile. A second dialog of a kind takes the
    first one's place.
    """

    holds_window: ClassVar[bool] = False

    def __init__(
        self, theme: Theme, title: str, size: tuple[int, int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self._size = size
        self._placed = False
        self.setModal(False)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        theme.changed.connect(self._theme_changed)

    def restyle(self) -> None:
        """Take sizes and colours from the theme."""
        layout = self.layout()
        if layout is not None:
            px = self.theme.px
            layout.setContentsMargins(px(16), px(16), px(16), px(16))
            layout.setSpacing(px(12))
        indent_numbers(self, self.theme)

    def open(self) -> None:
        """Show it and come back at once; unlike Qt's own, the window stays free as a rule."""
        if self.holds_window:
            super().open()
        else:
            self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the remembered size, at least the first one, as far as the screen has room."""
        if not self._placed:
            self._placed = True
            self._replace_others()
            self._silence()
            # Whatever was put into it after its first styling.
            indent_numbers(self, self.theme)
            kept = QSize(*remembered_sizes().get(type(self).__name__, self._size))
            # A size that the screen cut short, as of large text, is not what was wished.
            size = kept.expandedTo(QSize(*self._size))
            room = self.screen().availableSize() * SCREEN_SHARE
            px = self.theme.px
            self.resize(QSize(px(size.width()), px(size.height())).boundedTo(room))
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember the size."""
        scale = self.theme.scale
        size = round(self.width() / scale), round(self.height() / scale)
        remember_sizes(remembered_sizes() | {type(self).__name__: size})
        super().hideEvent(event)

    def _replace_others(self) -> None:
        parent = self.parentWidget()
        others = [] if parent is None else parent.findChildren(type(self))
        for other in others:
            if other is not self:
                other.close()

    def _silence(self) -> None:
        """What was said before in the window is of something else."""
        from hemipelvi_gui.ui.messages import MessageBar

        parent = self.parentWidget()
        for bar in () if parent is None else parent.findChildren(MessageBar):
            bar.step_aside()

    def _theme_changed(self) -> None:
        self.restyle()


def _is_size(size: object) -> bool:
    return (
        isinstance(size, list | tuple)
        and len(size) == 2
        and all(isinstance(side, int) and 100 <= side <= 10_000 for side in size)
    )
