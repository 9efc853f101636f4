"""One's own gyms: what each has, and which plates go on its bar."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.changes import Changes
from hemipelvi_gui.domain.exercises import Equipment
from hemipelvi_gui.domain.gyms import STARTER_GYMS, Gym
from hemipelvi_gui.domain.session import new_id
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.gym_form import GymForm
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.plain import one_line, plain_label
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.wording import equipment_word

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.shelf import Shelf
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
MOST_NAMED = 3
LIST_WIDTH, LIST_SHARE = 264, 0.4


class GymsDialog(ThemedDialog):
    """Lists the gyms and edits one. Everything holds at once and is a step to undo."""

    def __init__(
        self, theme: Theme, document: Document, shelf: Shelf, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, translate("Gyms", "Gyms and plates"), (900, 660), parent)
        self._document, self._shelf = document, shelf
        self.list = RowsView(theme, RowModel(), translate("Gyms", "Gyms"), wraps=True)
        self.form = GymForm(theme, self._other_names)
        self.starters = [self._starter(gym) for gym in STARTER_GYMS]
        self.told = plain_label(kind="muted")
        self.told.setWordWrap(True)
        self.back = push_button(translate("Gyms", "Undo"), document.undo_stack.undo, "pill")
        self._lay_out()
        self._add_shortcuts()
        self.restyle()
        self.list.chosen.connect(self._show)
        self.form.changed.connect(self._keep)
        document.replaced.connect(self._follow)
        document.undo_stack.indexChanged.connect(self._forget)
        self._list_again()
        self._tell("")
        self.list.choose_first()
        if not shelf.gyms():
            self.starters[0].setFocus()

    def restyle(self) -> None:
        """Margins, and the list's width."""
        super().restyle()
        px = self.theme.px
        self._share_out()
        self._halves.setSpacing(px(16))
        self._empty_box.setSpacing(px(8))
        self._empty_box.setContentsMargins(px(8), px(8), px(24), px(8))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the gym the larger part."""
        super().resizeEvent(event)
        self._share_out()

    def _share_out(self) -> None:
        wanted, most = self.theme.px(LIST_WIDTH), round(self.width() * LIST_SHARE)
        self._left.setFixedWidth(min(wanted, most))

    # -- what is done ------------------------------------------------------------------------

    def add(self) -> None:
        """An empty gym, its name ready to be typed over."""
        gym = Gym(new_id(), self._free_name(translate("Gyms", "New gym")))
        self._put(translate("Gyms", "add gym"), [gym])
        self.form.name.setFocus()
        self.form.name.selectAll()

    def duplicate(self) -> None:
        """A copy of the chosen gym, under a name of its own."""
        gym = self._chosen()
        if gym is not None:
            copy = replace(gym, id=new_id(), name=self._free_name(gym.name), parent=None)
            self._put(self._step(translate("Gyms", "duplicate {gym}"), gym), [copy])

    def delete(self) -> None:
        """The chosen gym goes; sessions stay as they are."""
        gym = self._chosen()
        if gym is None:
            return
        row = self.list.currentIndex().row()
        name = self._step(translate("Gyms", "delete {gym}"), gym)
        self._document.replace(name, Changes(gyms={gym.id: gym}), Changes(gyms={gym.id: None}))
        self._choose_near(row)
        said = translate(
            "Gyms",
            "\u201c{gym}\u201d is deleted. Sessions that are done there keep its name and what it "
            "had; only its plates are no longer known.",
        )
        self._tell(self._step(said, gym))
        self.list.setFocus()

    def start_with(self, starters: Sequence[Gym]) -> None:
        """Take ready gyms, to change at will."""
        made = [
            replace(gym, id=new_id(), name=self._free_name(starter_name(gym))) for gym in starters
        ]
        name = translate("Gyms", "add gyms")
        if len(made) == 1:
            name = self._step(translate("Gyms", "add {gym}"), made[0])
        self._put(name, made)
        self.list.setFocus()

    def _put(self, name: str, gyms: Sequence[Gym]) -> None:
        self._document.replace(
            name,
            Changes(gyms=dict.fromkeys(gym.id for gym in gyms)),
            Changes(gyms={gym.id: gym for gym in gyms}),
        )
        self.list.choose(gyms[0].id)

    def _keep(self, gym: Gym) -> None:
        before = next((each for each in self._shelf.gyms() if each.id == gym.id), None)
        if before is None or before == gym:
            return
        name = self._step(translate("Gyms", "change {gym}"), before)
        if gym.name != before.name:
            name = self._step(translate("Gyms", "rename {gym}"), before)
        self._document.replace(name, Changes(gyms={gym.id: before}), Changes(gyms={gym.id: gym}))
        if gym.name != before.name:
            said = translate(
                "Gyms",
                "Sessions keep the name \u201c{gym}\u201d. Choose the gym again in those that are "
                "to know its plates.",
            )
            self._tell(self._step(said, before))

    def _step(self, words: str, gym: Gym) -> str:
        return words.format(gym=one_line(gym.name, 40))

    def _free_name(self, name: str) -> str:
        taken = {each.name.casefold() for each in self._shelf.gyms()}
        number, free = 2, name
        while free.casefold() in taken:
            free, number = f"{name} {number}", number + 1
        return free

    def _other_names(self, gym_id: str) -> list[str]:
        return [each.name for each in self._shelf.gyms() if each.id != gym_id]

    # -- what is shown -----------------------------------------------------------------------

    def _chosen(self) -> Gym | None:
        return next((each for each in self._shelf.gyms() if each.id == self.list.key), None)

    def _follow(self, changes: Changes) -> None:
        """Show what was done or undone, here or in the window."""
        if not changes.gyms:
            return
        key, row = self.list.key, self.list.currentIndex().row()
        self._list_again()
        there = [each for each, gym in changes.gyms.items() if gym is not None]
        if not any(self.list.choose(each) for each in (*there[:1], key) if each):
            self._choose_near(row)

    def _list_again(self) -> None:
        gyms = self._shelf.gyms()
        self.list.rows.set_rows(
            Row(RowKind.ENTRY, gym.name, kit_words(gym.equipment), key=gym.id) for gym in gyms
        )
        self._right.setCurrentWidget(self._page if gyms else self._empty)
        # With nothing to list, all the room is for how to begin.
        self._left.setVisible(bool(gyms))
        for button in (self.double, self.remove):
            button.setEnabled(bool(gyms))

    def _choose_near(self, row: int) -> None:
        gyms = self._shelf.gyms()
        if gyms:
            self.list.choose(gyms[min(max(row, 0), len(gyms) - 1)].id)

    def _show(self, _key: str) -> None:
        gym = self._chosen()
        if gym is not None:
            self.form.show_gym(gym)

    def _tell(self, words: str) -> None:
        self.told.setText(words or _about())
        self.back.setVisible(bool(words))

    def _forget(self, _index: int) -> None:
        """What was said is of a step that is no longer the latest."""
        self._tell("")

    def _starter(self, gym: Gym) -> QPushButton:
        words = f"{starter_name(gym)}\n{kit_words(gym.equipment)}"
        button = push_button(words, lambda: self.start_with([gym]), "answer")
        button.setAccessibleName(f"{starter_name(gym)}: {kit_words(gym.equipment)}")
        return button

    # -- layout and keys ---------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.new = push_button(translate("Gyms", "&Add"), self.add)
        self.double = push_button(translate("Gyms", "D&uplicate"), self.duplicate)
        self.remove = push_button(translate("Gyms", "&Delete"), self.delete)
        self.remove.setToolTip(
            translate("Gyms", "Delete this gym. Sessions stay as they are; undo brings it back.")
        )
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        buttons = FlowLayout()
        for button in (self.new, self.double, self.remove):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self._page, self._empty = _scrolling(self.form), _scrolling(self._first_page())
        self._right = QStackedWidget()
        self._right.addWidget(self._page)
        self._right.addWidget(self._empty)
        self._halves = QHBoxLayout()
        self._halves.addWidget(self._left)
        self._halves.addWidget(self._right, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.told, 1)
        bottom.addWidget(self.back)
        bottom.addWidget(push_button(translate("Gyms", "Close"), self.reject))
        whole = QVBoxLayout(self)
        whole.addLayout(self._halves, 1)
        whole.addLayout(bottom)

    def _first_page(self) -> QWidget:
        page = QWidget()
        self._empty_box = QVBoxLayout(page)
        self._empty_box.addWidget(plain_label(translate("Gyms", "No gyms yet"), "title"))
        why = plain_label(
            translate(
                "Gyms",
                "Say once what there is at home, in the club or on the road. A session then goes "
                "from one to the other in one step, and what isn\u2019t there is swapped. Start "
                "with one of these and change it, or with an empty one.",
            ),
            "muted",
        )
        why.setWordWrap(True)
        self._empty_box.addWidget(why)
        for button in self.starters:
            self._empty_box.addWidget(button)
        self.all_three = push_button(
            translate("Gyms", "All three"), lambda: self.start_with(STARTER_GYMS), "link"
        )
        self.empty_one = push_button(translate("Gyms", "An empty gym"), self.add, "link")
        links = QHBoxLayout()
        for link in (self.all_three, self.empty_one):
            links.addWidget(link)
        links.addStretch(1)
        self._empty_box.addLayout(links)
        self._empty_box.addStretch(1)
        return page

    def _add_shortcuts(self) -> None:
        stack = self._document.undo_stack
        for key, slot in ((UNDO, stack.undo), (REDO, stack.redo)):
            QShortcut(QKeySequence(key), self).activated.connect(slot)
        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Delete), self.delete),
            (QKeySequence("Ctrl+D"), self.duplicate),
            (QKeySequence("Ins"), self.add),
        ):
            shortcut = QShortcut(keys, self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.form.kit.search.setFocus)
        self.form.name.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A name in which nothing is typed leaves undo to the dialog."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoing = event.matches(UNDO) or event.matches(REDO)
            if undoing and not self.form.name.isModified():
                event.ignore()
                return True
        return super().eventFilter(watched, event)


def _scrolling(page: QWidget) -> QScrollArea:
    """The page, to be scrolled where there is no room for it."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area


def starter_name(gym: Gym) -> str:
    """A starter gym's name in the window's language."""
    return {
        "starter-home": translate("Gyms", "Home"),
        "starter-club": translate("Gyms", "Club"),
        "starter-travel": translate("Gyms", "Travel"),
    }.get(gym.id, gym.name)


def kit_words(equipment: Iterable[Equipment]) -> str:
    """What a gym has, in short: "Dumbbell, Band, Bench and 4 more"."""
    there = [each for each in Equipment if each in frozenset(equipment)]
    if not there:
        return translate("Gyms", "Nothing but the floor")
    if len(there) == len(Equipment):
        return translate("Gyms", "Everything")
    named = ", ".join(equipment_word(each) for each in there[:MOST_NAMED])
    if len(there) <= MOST_NAMED:
        return named
    words = translate("Gyms", "{named} and {count} more")
    return words.format(named=named, count=len(there) - MOST_NAMED)


def _about() -> str:
    return translate(
        "Gyms",
        "A session keeps the equipment it was given. Choose its gym again after a change here.",
    )
