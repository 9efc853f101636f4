"""What is in a session, to look at only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from hemipelvi_gui.coach.reading import read
from hemipelvi_gui.domain.session import SECTIONS, in_section, item_labels
from hemipelvi_gui.domain.timing import section_minutes
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.sheets.glyph import look_of
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.dialogs.words import day_words, share_words
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.wording import DOT, section_word, shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.session import Item, Session
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


class SessionPreview(QFrame):
    """Name, particulars and exercises of one session, or what to do where none is chosen."""

    def __init__(
        self, theme: Theme, library: Mapping[str, Exercise], settings: Settings, hint: str
    ) -> None:
        super().__init__()
        self._theme, self._library, self._settings = theme, library, settings
        self._hint = hint
        self.setProperty("kind", "panel")
        self.title = ElidedLabel(kind="heading")
        self.line = plain_label(kind="muted")
        self.line.setWordWrap(True)
        self.notes = plain_label()
        self.notes.setWordWrap(True)
        self.list = RowsView(theme, RowModel(), translate("SessionPreview", "Exercises in it"))
        self._box = QVBoxLayout(self)
        for part in (self.title, self.line, self.notes):
            self._box.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._box.addWidget(self.list, 1)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.show_session(None)

    def show_session(self, session: Session | None) -> None:
        """Show a session; None shows the hint."""
        if session is None:
            self.title.setText("")
            self.line.setText(self._hint)
            self.notes.setVisible(False)
            self.list.setVisible(False)
            return
        reading = read(session, self._library, self._settings)
        self.title.setText(
            one_line(session.name) or translate("SessionPreview", "Session without a name")
        )
        parts = [day_words(session.date)]
        if reading.balance.lines:
            minutes = int(-(-reading.seconds // 60))
            parts.append(translate("SessionPreview", "{count} min").format(count=minutes))
            parts.append(share_words(reading.balance.asymmetric_share))
        else:
            parts.append(translate("SessionPreview", "Nothing in it yet"))
        self.line.setText(DOT.join(part for part in parts if part))
        self.notes.setText(one_line(session.notes))
        self.notes.setVisible(bool(session.notes.strip()))
        self.list.setVisible(True)
        self.list.rows.set_rows(session_rows(session, self._library))

    def _restyle(self) -> None:
        px = self._theme.px
        self._box.setContentsMargins(px(14), px(12), px(10), px(10))
        self._box.setSpacing(px(4))


def session_rows(session: Session, library: Mapping[str, Exercise]) -> Iterator[Row]:
    """The session's items under their sections."""
    labels, minutes = item_labels(session), section_minutes(session, library)
    for section in SECTIONS:
        blocks = in_section(session, section)
        if not blocks:
            continue
        note = translate("SessionPreview", "{count} min").format(count=minutes[section])
        yield Row(RowKind.HEADING, section_word(section), note=note, key=str(section))
        for block in blocks:
            for item in block.items:
                yield item_row(item, library.get(item.exercise), labels.get(item.id, ""))


def item_row(item: Item, exercise: Exercise | None, label: str = "") -> Row:
    """One item in words."""
    if exercise is None:
        name = translate("SessionPreview", "Unknown exercise: {name}").format(
            name=one_line(item.exercise, 60)
        )
    else:
        name = exercise.name
    title = f"{label} {name}" if label else name
    line = DOT.join(
        shown(word) for word in prescription_words(item.prescription, one_line(item.variant, 60))
    )
    return Row(RowKind.ENTRY, title, line, key=item.id, look=look_of(exercise))


def split_page(left: QWidget, right: QWidget, gap: int) -> QWidget:
    """Two parts side by side, `gap` px apart; their border can be moved."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(gap)
    splitter.addWidget(left)
    splitter.addWidget(right)
    for place, part in enumerate((left, right)):
        # Equal halves, whatever each of them would like.
        policy = part.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        part.setSizePolicy(policy)
        splitter.setStretchFactor(place, 1)
    splitter.setSizes([10_000, 10_000])
    return splitter
