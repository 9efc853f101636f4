"""Every key of the program, read from its actions, so that the list is never out of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from PySide6.QtGui import QAction

    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class ShortcutsDialog(ThemedDialog):
    """Actions with their keys, by group; `actions` maps a group's title to its actions."""

    def __init__(
        self,
        theme: Theme,
        actions: Mapping[str, Iterable[QAction]],
        parent: QWidget | None = None,
    ) -> None:
        title = translate("ShortcutsDialog", "Keys")
        super().__init__(theme, title, (520, 620), parent)
        self._groups = {title: _keys(group) for title, group in actions.items()}
        self.search = QLineEdit()
        self.search.setPlaceholderText(translate("ShortcutsDialog", "Find an action or a key"))
        self.search.setAccessibleName(translate("ShortcutsDialog", "Find an action or a key"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._show_rows)
        self.list = RowsView(theme, RowModel(), title)
        bottom = QHBoxLayout()
        bottom.addStretch()
        bottom.addWidget(push_button(translate("ShortcutsDialog", "Close"), self.reject))
        whole = QVBoxLayout(self)
        whole.addWidget(self.search)
        whole.addWidget(self.list, 1)
        whole.addLayout(bottom)
        self.restyle()
        self._show_rows()
        self.search.setFocus()

    def _show_rows(self) -> None:
        rows = list(_rows(self._groups, self.search.text().casefold().split()))
        hint = translate("ShortcutsDialog", "No action is called that. Try a shorter word.")
        self.list.rows.set_rows(rows or [Row(RowKind.HINT, hint, key="hint")])


def _keys(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    found = []
    for action in actions:
        keys = ", ".join(
            sequence.toString(QKeySequence.SequenceFormat.NativeText)
            for sequence in action.shortcuts()
        )
        if keys:
            words = action.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
            found.append((words.rstrip("\u2026."), keys))
    return found


def _rows(groups: Mapping[str, Iterable[tuple[str, str]]], words: Iterable[str]) -> Iterator[Row]:
    for title, keys in groups.items():
        entries = [
            Row(RowKind.ENTRY, text, note=key, key=f"{title}:{text}")
            for text, key in keys
            if all(word in f"{text} {key}".casefold() for word in words)
        ]
        if entries:
            yield Row(RowKind.HEADING, title, key=title)
            yield from entries
