"""The session as an item model: rows, roles, and the rules of what may be dropped where."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.domain.session import Item, items
from hemipelvi_gui.ui.mime import EXERCISE_MIME, ITEMS_MIME, pack, unpack
from hemipelvi_gui.ui.models.session_places import Carried, end_of, place_at, section_for
from hemipelvi_gui.ui.models.session_rows import Card, Heading, Invitation, Row, rows_of
from hemipelvi_gui.ui.plain import one_line, tooltip
from hemipelvi_gui.ui.wording import section_word

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from hemipelvi_gui.domain.edits import Gap, Place
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.ui.document import Document

translate = QCoreApplication.translate
AnyIndex = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Roles(IntEnum):
    """What a row can be asked for, besides its text."""

    ROW = Qt.ItemDataRole.UserRole + 1
    NAME = ROW + 1
    LINE = ROW + 2
    LABEL = ROW + 3
    STATE = ROW + 4


class SessionModel(QAbstractListModel):
    """The rows of the document's session. Rows keep their identity through every edit."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._rows: list[Row] = list(rows_of(document.reading))
        document.changed.connect(self._follow)

    @property
    def rows(self) -> Sequence[Row]:
        """All rows, top to bottom."""
        return self._rows

    def card(self, index: AnyIndex) -> Card | None:
        """The card in a row, or None for headings and the last row."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Card) else None

    def index_of(self, item_id: str) -> QModelIndex:
        """The index of an item, invalid where it isn't there."""
        for at, row in enumerate(self._rows):
            if isinstance(row, Card) and row.item.id == item_id:
                return self.index(at)
        return QModelIndex()

    def rowCount(self, parent: AnyIndex = NOWHERE) -> int:
        """Rows of the list; a row has none below it."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row shows, says and is."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Roles.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Roles.NAME):
            return name_of(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(row)
        if not isinstance(row, Card):
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            from hemipelvi_gui.ui.bar_words import bar_words

            said = (*_full(row), bar_words(self._document, row.item))
            return tooltip("\n".join(filter(None, said)))
        words = {int(Roles.LINE): row.line, int(Roles.LABEL): row.label, int(Roles.STATE): row.note}
        return words.get(role)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Cards can be selected and dragged; everything takes drops."""
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        if self.card(index) is None:
            return flag.ItemIsEnabled | flag.ItemIsDropEnabled | flag.ItemNeverHasChildren
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsDragEnabled
            | flag.ItemIsDropEnabled
            | flag.ItemNeverHasChildren
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Moved, or copied with Ctrl."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def supportedDragActions(self) -> Qt.DropAction:
        """Moved, or copied with Ctrl."""
        return Qt.DropAction.CopyAction | Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Items of the session and exercises of the library."""
        return [ITEMS_MIME, EXERCISE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The items of these rows, in the order of the session."""
        chosen = sorted({index.row() for index in indexes})
        cards = [row for at in chosen if isinstance(row := self._rows[at], Card)]
        return pack(ITEMS_MIME, [card.item.id for card in cards])

    def carried(self, mime: QMimeData) -> Carried:
        """What a drag brings; nothing where it is not for this session."""
        document = self._document
        if mime.hasFormat(ITEMS_MIME):
            here = {item.id for item in items(document.session)}
            return Carried(moved=tuple(i for i in unpack(mime, ITEMS_MIME) if i in here))
        known = [document.library.get(each) for each in unpack(mime, EXERCISE_MIME)]
        available = document.reading.available
        return Carried(new=tuple(new_item(each, available) for each in known if each is not None))

    def place_for(self, row: int, fraction: float, carried: Carried) -> Place:
        """Where a drop goes at `fraction` (0 top, 1 bottom) of a row."""
        at = max(0, min(row, len(self._rows) - 1))
        return place_at(self._rows, at, fraction, carried) or self.last_place(carried)

    def last_place(self, carried: Carried) -> Gap:
        """Where the last row puts things: where a new exercise fits, else after the last block."""
        session = self._document.session
        if carried.new:
            return end_of(session, section_for(self._exercise(carried.new[0])))
        return end_of(session, session.blocks[-1].section)

    def canDropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: AnyIndex,
    ) -> bool:
        """Whether any of it is in this session or in the library."""
        return action in (
            Qt.DropAction.CopyAction,
            Qt.DropAction.MoveAction,
        ) and bool(self.carried(data))

    def dropMimeData(
        self,
        data: QMimeData,
        action: Qt.DropAction,
        row: int,
        column: int,
        parent: AnyIndex,
    ) -> bool:
        """Qt's way to drop: on a row (`parent`) or before `row`. Copies where the action says."""
        if not self.canDropMimeData(data, action, row, column, parent):
            return False
        carried = self.carried(data)
        if parent.isValid():
            place = self.place_for(parent.row(), 0.5, carried)
        elif 0 <= row < len(self._rows):
            place = self.place_for(row, 0.0, carried)
        else:
            place = self.last_place(carried)
        return bool(self.drop(carried, place, copied=action is Qt.DropAction.CopyAction))

    def drop(self, carried: Carried, place: Place, *, copied: bool = False) -> set[str]:
        """Make the drop, as one step to undo. The ids of what was moved or came."""
        before = {item.id for item in items(self._document.session)}
        copied = copied and not carried.new
        if not self._document.push(
            self.drop_name(carried, copied=copied), carried.edit(place, copied=copied)
        ):
            return set()
        if carried.moved and not copied:
            return set(carried.moved)
        return {item.id for item in items(self._document.session)} - before

    def drop_name(self, carried: Carried, *, copied: bool = False) -> str:
        """Name of the step to undo."""
        if carried.new:
            named = self.names([item.id for item in carried.new], carried.new)
            return translate("Canvas", "add {what}").format(what=named)
        named = self.names(carried.moved)
        if copied:
            return translate("Canvas", "copy {what}").format(what=named)
        return translate("Canvas", "move {what}").format(what=named)

    def names(self, item_ids: Collection[str], among: Sequence[Item] | None = None) -> str:
        """One item's name, or how many there are: "Walking lunge", "3 exercises"."""
        pool = items(self._document.session) if among is None else among
        found = [item for item in pool if item.id in item_ids]
        if len(found) != 1:
            return translate("Canvas", "{count} exercises").format(count=len(found))
        exercise = self._exercise(found[0])
        return one_line(exercise.name if exercise else found[0].exercise, 60)

    def _exercise(self, item: Item) -> Exercise | None:
        return self._document.library.get(item.exercise)

    def _follow(self) -> None:
        """Take the document's rows with the smallest changes, so that selections stay."""
        wanted = list(rows_of(self._document.reading))
        keys = {row.key for row in wanted}
        for at in range(len(self._rows) - 1, -1, -1):
            if self._rows[at].key not in keys:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._rows[at]
                self.endRemoveRows()
        self._reorder(wanted)
        here = {row.key for row in self._rows}
        for at, row in enumerate(wanted):
            if row.key not in here:
                self.beginInsertRows(QModelIndex(), at, at)
                self._rows.insert(at, row)
                self.endInsertRows()
        for at, row in enumerate(wanted):
            if self._rows[at] != row:
                self._rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))

    def _reorder(self, wanted: Sequence[Row]) -> None:
        mine = {row.key: (at, row) for at, row in enumerate(self._rows)}
        order = [mine[row.key] for row in wanted if row.key in mine]
        if [at for at, _ in order] == list(range(len(order))):
            return
        self.layoutAboutToBeChanged.emit()
        moved = {was: now for now, (was, _) in enumerate(order)}
        self._rows = [row for _, row in order]
        old = self.persistentIndexList()
        self.changePersistentIndexList(old, [self.index(moved[index.row()]) for index in old])
        self.layoutChanged.emit()


def name_of(row: Row) -> str:
    """The row's own words."""
    if isinstance(row, Card):
        return row.name
    if isinstance(row, Heading):
        return section_word(row.section)
    return invitation_words(row)[0]


def invitation_words(row: Invitation) -> tuple[str, ...]:
    """The last row, line by line."""
    if row.empty:
        return (
            translate("Canvas", "Drag an exercise here, or press Ctrl+N to add by name"),
            translate("Canvas", "Ctrl+L adds a lunge that fits. Ctrl+O has ready sessions."),
        )
    return (translate("Canvas", "Drag an exercise here, or press Ctrl+N to add by name"),)


def spoken(row: Row) -> str:
    """The row as a screen reader says it."""
    if isinstance(row, Card):
        return ", ".join(filter(None, _full(row)))
    if isinstance(row, Heading) and row.blocks:
        return translate("Canvas", "{section}, {minutes} min").format(
            section=section_word(row.section), minutes=row.minutes
        )
    return name_of(row)


def _full(card: Card) -> tuple[str, ...]:
    return (card.name[:300], card.line, card.note, card.item.notes[:1000])
