"""What can be done to cards without a mouse: one action each, for menus and keys."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu

from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.session import Block, BlockKind, Item, Session, find_item, items
from hemipelvi_gui.ui.canvas_menus import (
    Choice,
    purpose_choices,
    section_choices,
    swap_choices,
    variant_choices,
)
from hemipelvi_gui.ui.keyed_action import keyed_action
from hemipelvi_gui.ui.models.session_places import Carried, step
from hemipelvi_gui.ui.widgets.notes_popup import NotesPopup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPixmap

    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plates import Loading
    from hemipelvi_gui.domain.prescription import Prescription
    from hemipelvi_gui.domain.progression import Progression
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.widgets.bar_popup import BarPopup
    from hemipelvi_gui.ui.widgets.canvas import Canvas
    from hemipelvi_gui.ui.widgets.popup import Popup
    from hemipelvi_gui.ui.widgets.progression_popup import ProgressionPopup

translate = QCoreApplication.translate
GLYPH = 24


def _is_group(action: QAction) -> bool:
    return action.isSeparator() or action.menu() is not None


class CanvasActions(QObject):
    """The actions, enabled where they would do something; `fill` puts them into a menu."""

    def __init__(self, document: Document, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._theme, self._document, self._canvas = canvas.theme, document, canvas
        self._make_actions()
        self._make_menus()
        self.menu = QMenu(canvas)
        self.fill(self.menu)
        canvas.menu_wanted.connect(self._open_menu)
        canvas.picked.connect(self.refresh)
        canvas.editing.connect(lambda _on: self.refresh())
        document.changed.connect(self.refresh)
        self.refresh()

    def _make_actions(self) -> None:
        act = partial(keyed_action, self._canvas)
        self.edit = act(
            translate("Canvas", "Edit prescription"), "F2", lambda: self._canvas.edit_card()
        )
        self.notes = act(translate("Canvas", "Notes\u2026"), "Shift+F2", lambda: self.write_notes())
        self.progression = act(
            translate("Canvas", "Progression\u2026"), "F3", lambda: self.set_progression()
        )
        self.bar = act(translate("Canvas", "What to put on the bar"), "F4", lambda: self.show_bar())
        self.move_up = act(translate("Canvas", "Move up"), "Alt+Up", lambda: self._step(up=True))
        self.move_down = act(
            translate("Canvas", "Move down"), "Alt+Down", lambda: self._step(up=False)
        )
        self.duplicate = act(translate("Canvas", "Duplicate"), "Ctrl+D", self._duplicate)
        self.remove = act(translate("Canvas", "Delete"), "Del", self._remove)
        self.superset = act(
            translate("Canvas", "Make a superset"),
            "Ctrl+G",
            lambda: self._group(BlockKind.SUPERSET),
        )
        self.circuit = act(
            translate("Canvas", "Make a circuit"),
            "Ctrl+Alt+G",
            lambda: self._group(BlockKind.CIRCUIT),
        )
        self.ungroup = act(translate("Canvas", "Break up superset"), "Ctrl+Shift+G", self._ungroup)
        self.uneven = act(translate("Canvas", "Uneven on purpose"), "", self._uneven)
        self.uneven.setCheckable(True)
        self.select_all = act(translate("Canvas", "Select all"), "Ctrl+A", self._select_all)

    def _make_menus(self) -> None:
        self.move_to = self._menu(translate("Canvas", "Move to"), self._fill_sections)
        self.swap = self._menu(translate("Canvas", "Swap for"), self._fill_swaps)
        self.variant = self._menu(translate("Canvas", "Do it with"), self._fill_variants)
        self.purpose = self._menu(translate("Canvas", "Counts as"), self._fill_purposes)

    def _menu(self, words: str, fill: Callable[[QMenu], None]) -> QMenu:
        menu = QMenu(words, self._canvas)

        def refill() -> None:
            menu.clear()
            fill(menu)

        menu.aboutToShow.connect(refill)
        return menu

    def fill(self, menu: QMenu) -> None:
        """Put everything into a menu, in groups."""
        for group in (
            (self.edit, self.notes, self.progression, self.bar),
            (self.move_up, self.move_down, self.move_to.menuAction()),
            (self.swap.menuAction(), self.variant.menuAction()),
            (self.superset, self.circuit, self.ungroup),
            (self.purpose.menuAction(), self.uneven),
            (self.duplicate, self.remove, self.select_all),
        ):
            menu.addSeparator()
            menu.addActions(list(group))

    def all(self) -> list[QAction]:
        """Every action, for the list of shortcuts; submenus are not among them."""
        return [action for action in self.menu.actions() if not _is_group(action)]

    # -- state -------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Enable what would do something now."""
        session, chosen = self._document.session, self._chosen()
        free = self._canvas.editor is None
        some, one = free and bool(chosen), free and len(chosen) == 1
        blocks = self._grouped(chosen)
        exercise = self._document.reading.exercise(chosen[0]) if one else None
        ids = {item.id for item in chosen}
        whole = len(blocks) == 1 and {item.id for item in blocks[0].items} == ids
        kind = blocks[0].kind if whole else None
        for action, on in (
            (self.edit, some),
            (self.notes, one),
            (self.progression, one),
            (self.bar, one and self._loading(chosen[0]) is not None),
            (self.move_up, some and step(session, ids, up=True) is not None),
            (self.move_down, some and step(session, ids, up=False) is not None),
            (self.move_to.menuAction(), some),
            (self.swap.menuAction(), exercise is not None),
            (self.variant.menuAction(), exercise is not None and bool(exercise.variants)),
            (self.superset, free and len(ids) > 1 and kind is not BlockKind.SUPERSET),
            (self.circuit, free and len(ids) > 1 and kind is not BlockKind.CIRCUIT),
            (self.ungroup, free and bool(blocks)),
            (self.purpose.menuAction(), some),
            (self.uneven, some),
            (self.duplicate, some),
            (self.remove, some),
            (self.select_all, free and bool(session.blocks)),
        ):
            action.setEnabled(on)
        self.uneven.setChecked(some and all(item.uneven_on_purpose for item in chosen))

    def _chosen(self) -> tuple[Item, ...]:
        wanted = set(self._canvas.selected_ids())
        return tuple(item for item in items(self._document.session) if item.id in wanted)

    def _ids(self) -> tuple[str, ...]:
        return tuple(item.id for item in self._chosen())

    def _what(self) -> str:
        return self._canvas.session_model.names(self._ids())

    def _grouped(self, chosen: tuple[Item, ...]) -> list[Block]:
        """The supersets and circuits that hold one of these items."""
        ids = {item.id for item in chosen}
        return [
            block
            for block in self._document.session.blocks
            if block.kind is not BlockKind.STRAIGHT and any(item.id in ids for item in block.items)
        ]

    # -- what they do ------------------------------------------------------------------------

    def write_notes(self) -> NotesPopup | None:
        """Open the notes of the selected item."""
        chosen = self._chosen()
        if len(chosen) != 1:
            return None
        item = chosen[0]
        popup = NotesPopup(self._theme, self._what(), item.notes, self._canvas)
        popup.kept.connect(lambda: self._keep_notes(item.id, popup.chosen))
        self._open_under(popup, item)
        return popup

    def show_bar(self) -> BarPopup | None:
        """Show what goes on the bar for the selected item."""
        from hemipelvi_gui.ui.widgets.bar_popup import BarPopup

        chosen = self._chosen()
        loading = self._loading(chosen[0]) if len(chosen) == 1 else None
        if loading is None:
            return None
        popup = BarPopup(self._theme, self._what(), loading, self._canvas)
        self._open_under(popup, chosen[0])
        return popup

    def _loading(self, item: Item) -> Loading | None:
        if item.prescription.load is None:
            return None
        from hemipelvi_gui.ui.bar_words import loading_of

        return loading_of(self._document, item)

    def _open_under(self, popup: Popup, item: Item) -> None:
        index = self._canvas.session_model.index_of(item.id)
        corner = self._canvas.visualRect(index).bottomLeft() + QPoint(self._theme.px(90), 0)
        popup.open_at(self._canvas.viewport().mapToGlobal(corner))

    def _keep_notes(self, item_id: str, notes: str) -> None:
        try:
            find_item(self._document.session, item_id)
        except KeyError:
            return
        name = translate("Canvas", "note on {what}").format(
            what=self._canvas.session_model.names([item_id])
        )
        self._document.push(
            name,
            lambda s: edits.change_item(s, item_id, lambda item: replace(item, notes=notes)),
        )

    def set_progression(self) -> ProgressionPopup | None:
        """Open the progression of the selected item."""
        from hemipelvi_gui.ui.widgets.progression_popup import ProgressionPopup

        chosen = self._chosen()
        if len(chosen) != 1:
            return None
        item, exercise = chosen[0], self._document.reading.exercise(chosen[0])
        popup = ProgressionPopup(self._theme, self._what(), item, exercise, self._canvas)
        popup.kept.connect(
            lambda: self._keep_progression(item.id, popup.chosen, popup.prescription)
        )
        self._open_under(popup, item)
        return popup

    def _keep_progression(
        self, item_id: str, progression: Progression | None, prescription: Prescription
    ) -> None:
        try:
            find_item(self._document.session, item_id)
        except KeyError:
            return
        what = self._canvas.session_model.names([item_id])
        name = translate("Canvas", "set the progression of {what}").format(what=what)

        def changed(item: Item) -> Item:
            return replace(item, progression=progression, prescription=prescription)

        self._document.push(name, lambda s: edits.change_item(s, item_id, changed))

    def _step(self, *, up: bool) -> None:
        ids = self._ids()
        place = step(self._document.session, ids, up=up)
        if place is not None:
            self._canvas.select(self._canvas.session_model.drop(Carried(moved=ids), place))

    def _duplicate(self) -> None:
        ids, before = self._ids(), {item.id for item in items(self._document.session)}
        name = translate("Canvas", "duplicate {what}").format(what=self._what())
        if self._document.push(name, lambda s: edits.duplicate(s, ids)):
            after = {item.id for item in items(self._document.session)}
            self._canvas.select(after - before)

    def _remove(self) -> None:
        ids = set(self._ids())
        order = [item.id for item in items(self._document.session)]
        last = max(order.index(item_id) for item_id in ids)
        left = [item_id for item_id in order if item_id not in ids]
        following = next((i for i in order[last:] if i not in ids), left[-1] if left else "")
        name = translate("Canvas", "delete {what}").format(what=self._what())
        self._document.push(name, lambda s: edits.remove(s, ids))
        self._canvas.select({following})

    def _group(self, kind: BlockKind) -> None:
        ids = set(self._ids())
        name = translate("Canvas", "make a superset")
        if kind is BlockKind.CIRCUIT:
            name = translate("Canvas", "make a circuit")
        self._document.push(name, lambda s: edits.group(s, ids, kind))
        self._canvas.select(ids)

    def _ungroup(self) -> None:
        ids, blocks = set(self._ids()), self._grouped(self._chosen())

        def apart(session: Session) -> Session:
            for block in blocks:
                session = edits.ungroup(session, block.id)
            return session

        self._document.push(translate("Canvas", "break up superset"), apart)
        self._canvas.select(ids)

    def _uneven(self) -> None:
        ids, chosen = set(self._ids()), self._chosen()
        on = not all(item.uneven_on_purpose for item in chosen)
        words = translate("Canvas", "mark {what} uneven on purpose")
        if not on:
            words = translate("Canvas", "mark {what} even again")

        def marked(session: Session) -> Session:
            for item_id in ids:
                session = edits.change_item(
                    session, item_id, lambda item: replace(item, uneven_on_purpose=on)
                )
            return session

        self._document.push(words.format(what=self._what()), marked)
        self.refresh()

    def _select_all(self) -> None:
        self._canvas.selectAll()

    # -- menus -------------------------------------------------------------------------------

    def _open_menu(self, point: QPoint) -> None:
        if self._chosen():
            self.menu.popup(point)

    def _fill_sections(self, menu: QMenu) -> None:
        self._add(menu, section_choices(self._document.session, self._ids(), self._what()))

    def _fill_swaps(self, menu: QMenu) -> None:
        chosen = self._chosen()
        if len(chosen) != 1:
            return
        towards, others = swap_choices(self._document.reading, chosen[0])
        if towards:
            self._title(menu, translate("Canvas", "A step towards running"))
            self._add(menu, towards)
        if others:
            self._title(menu, translate("Canvas", "Alike"))
            self._add(menu, others)
        if not towards and not others:
            self._title(menu, translate("Canvas", "Nothing alike can be done here"))

    def _title(self, menu: QMenu, words: str) -> None:
        # Qt's own section titles vanish under a style sheet.
        menu.addSeparator()
        menu.addAction(words).setEnabled(False)

    def _fill_variants(self, menu: QMenu) -> None:
        chosen = self._chosen()
        exercise = self._document.reading.exercise(chosen[0]) if len(chosen) == 1 else None
        if exercise is not None:
            self._add(menu, variant_choices(chosen[0], exercise))

    def _fill_purposes(self, menu: QMenu) -> None:
        self._add(menu, purpose_choices(self._document.reading, self._chosen(), self._what()))

    def _add(self, menu: QMenu, choices: list[Choice]) -> None:
        for choice in choices:
            action = menu.addAction(choice.words)
            action.setEnabled(choice.enabled)
            if choice.exercise is not None:
                action.setIcon(QIcon(self._glyph(choice.exercise)))
            if choice.checked is not None:
                action.setCheckable(True)
                action.setChecked(choice.checked)
            action.triggered.connect(lambda _on=False, choice=choice: self._choose(choice))

    def _glyph(self, exercise: Exercise) -> QPixmap:
        glyphs, ratio = self._canvas.cards.glyphs, self._canvas.devicePixelRatioF()
        return glyphs.pixmap(exercise, self._canvas.theme.px(GLYPH), ratio)

    def _choose(self, choice: Choice) -> None:
        ids = self._ids()
        self._document.push(choice.step, choice.edit)
        self._canvas.select(ids)
