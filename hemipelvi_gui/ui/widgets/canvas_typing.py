"""Typing a prescription on the canvas: opens the editor, shows the draft on the gauge, keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.grammar import write
from hemipelvi_gui.ui.widgets.inline_editor import InlineEditor

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListView

    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.models.session_model import SessionModel
    from hemipelvi_gui.ui.models.session_rows import Card
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.item_card import ItemCardDelegate

translate = QCoreApplication.translate


class CardTyping(QObject):
    """The editor over one card. `toggled`: it has opened or closed."""

    toggled = Signal(bool)

    def __init__(
        self,
        view: QListView,
        model: SessionModel,
        document: Document,
        delegate: ItemCardDelegate,
        theme: Theme,
    ) -> None:
        super().__init__(view)
        self._view, self._model, self._document = view, model, document
        self._delegate, self._theme = delegate, theme
        self.editor: InlineEditor | None = None
        self._item_id = ""
        view.verticalScrollBar().valueChanged.connect(self.place)
        document.changed.connect(self._follow)

    def open(self, card: Card, text: str | None = None) -> None:
        """Open the editor over a card's prescription; `text` instead of what stands there.

        Another one that can't be read stays instead, with what is wrong in it.
        """
        if not self.settle() and self.editor is not None:
            self.editor.setFocus()
            return
        self._view.scrollTo(self._model.index_of(card.item.id))
        editor = InlineEditor(self._theme, write(card.item.prescription), self._view.viewport())
        self.editor, self._item_id = editor, card.item.id
        editor.committed.connect(self._keep)
        editor.cancelled.connect(self.close)
        editor.drafted.connect(self._draft)
        self.place()
        editor.show()
        editor.setFocus()
        if text is not None:
            editor.setText(text)
        else:
            self._tell(card.item.prescription)
        self.toggled.emit(True)

    def close(self) -> None:
        """Leave the editor; nothing is kept and no trace stays on the gauge."""
        editor, self.editor = self.editor, None
        if editor is None:
            return
        had_focus = editor.hasFocus()
        editor.close_quietly()
        self._document.preview(None)
        if had_focus:
            self._view.setFocus()
        self.toggled.emit(False)

    def settle(self) -> bool:
        """Keep what is typed and close; what can't be read stays open, and the answer is False."""
        return self.editor is None or self.editor.commit()

    def place(self) -> None:
        """Keep the editor over its card."""
        index = self._model.index_of(self._item_id)
        card = self._model.card(index)
        if self.editor is not None and card is not None:
            self.editor.place(self._delegate.line_rect(self._view.visualRect(index), card))

    def _keep(self, prescription: Prescription) -> None:
        item_id = self._item_id
        self.close()
        self._document.push(
            translate("Canvas", "change {what}").format(what=self._model.names([item_id])),
            lambda session: edits.prescribe(session, item_id, prescription),
        )

    def _tell(self, prescription: Prescription | None) -> None:
        """Say what goes on the bar for what is typed."""
        from hemipelvi_gui.ui.bar_words import typed_words

        card = self._model.card(self._model.index_of(self._item_id))
        if self.editor is not None and card is not None:
            words = ""
            if prescription is not None:
                words = typed_words(self._document, card.item, prescription)
            self.editor.tell(words)

    def _draft(self, prescription: Prescription | None) -> None:
        item_id = self._item_id
        self._tell(prescription)
        if prescription is None:
            self._document.preview(None)
        else:
            self._document.preview(lambda s: edits.prescribe(s, item_id, prescription))

    def _follow(self) -> None:
        if self.editor is None:
            return
        if self._model.index_of(self._item_id).isValid():
            self.place()
        else:
            self.close()
