"""Earlier saved versions of a session, to look at and to bring back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hemipelvi_gui.coach.reading import read
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.session import items
from hemipelvi_gui.domain.settings import Settings
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.dialogs.session_preview import SessionPreview, split_page
from hemipelvi_gui.ui.dialogs.words import count_words, moment_words, share_words
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.storage import SavedVersion
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class HistoryDialog(ThemedDialog):
    """Versions, newest first. `brought_back` carries the session as it was in one of them."""

    holds_window = True
    brought_back = Signal(object)

    def __init__(
        self,
        theme: Theme,
        library: Mapping[str, Exercise],
        versions: Iterable[SavedVersion],
        load: Callable[[int], Session],
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        title = translate("HistoryDialog", "Earlier versions")
        super().__init__(theme, title, (800, 540), parent)
        self._library, self._settings = library, settings or Settings()
        self._load = load
        self._versions = sorted(versions, key=lambda each: each.version, reverse=True)
        band = (self._settings.band_low, self._settings.band_high)
        self.list = RowsView(
            theme, RowModel(self._complete), translate("HistoryDialog", "Saved versions"), band
        )
        self.preview = SessionPreview(
            theme,
            library,
            self._settings,
            translate("HistoryDialog", "Choose a version to see what was in it."),
        )
        self.hint = plain_label(kind="muted")
        self.hint.setWordWrap(True)
        self.back = push_button(
            translate("HistoryDialog", "&Bring back"), self._bring_back, "primary"
        )
        self._lay_out()
        self.restyle()
        self.list.chosen.connect(self._show_chosen)
        self.list.entered.connect(lambda _key: self._bring_back())
        self.list.rows.set_rows(self._rows())
        self._start()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.hint, 1)
        buttons.addWidget(push_button(translate("HistoryDialog", "Close"), self.reject))
        buttons.addWidget(self.back)
        whole = QVBoxLayout(self)
        whole.addWidget(split_page(self.list, self.preview, self.theme.px(12)), 1)
        whole.addLayout(buttons)

    def _start(self) -> None:
        if len(self._versions) > 1:
            self.list.choose(str(self._versions[1].version))
            self.hint.setText(
                translate("HistoryDialog", "Bringing one back is an edit, and undone like one.")
            )
        else:
            self.list.choose_first()
            self.hint.setText(
                translate(
                    "HistoryDialog",
                    "Each edit is saved as a version. Change the session and this one stays here.",
                )
            )
        self.list.setFocus()

    def _rows(self) -> Iterable[Row]:
        for place, saved in enumerate(self._versions):
            line = translate("HistoryDialog", "as it is now") if place == 0 else ""
            yield Row(RowKind.ENTRY, moment_words(saved.saved_at), line, key=str(saved.version))

    def _session(self, key: str) -> Session | None:
        try:
            return self._load(int(key)) if key else None
        except (KeyError, KnownError):
            return None

    def _complete(self, row: Row) -> Row:
        session = self._session(row.key)
        if session is None:
            return replace(row, note=translate("HistoryDialog", "can't be read"))
        share = read(session, self._library, self._settings).balance.asymmetric_share
        count = count_words(sum(1 for _ in items(session)))
        line = DOT.join(part for part in (count, row.line) if part)
        return replace(row, line=line, note=share_words(share), share=share)

    def _show_chosen(self, key: str) -> None:
        session = self._session(key)
        self.preview.show_session(session)
        self.back.setEnabled(session is not None and not self._is_now(key))

    def _is_now(self, key: str) -> bool:
        return bool(self._versions) and key == str(self._versions[0].version)

    def _bring_back(self) -> None:
        session = self._session(self.list.key)
        if session is not None and not self._is_now(self.list.key):
            self.brought_back.emit(session)
            self.accept()
