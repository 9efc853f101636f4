"""The Build page: library, session, and what the session is worth."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from hemipelvi_gui.coach.making import new_item
from hemipelvi_gui.domain import edits
from hemipelvi_gui.domain.session import Section, in_section
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.widgets.balance_panel import BalancePanel
from hemipelvi_gui.ui.widgets.balance_strip import BalanceStrip
from hemipelvi_gui.ui.widgets.canvas import Canvas
from hemipelvi_gui.ui.widgets.place import Place
from hemipelvi_gui.ui.widgets.session_header import SessionHeader
from hemipelvi_gui.ui.widgets.side_panel import SidePanel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.canvas_actions import CanvasActions
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.findings_panel import FindingsPanel
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache
    from hemipelvi_gui.ui.widgets.library_panel import LibraryPanel
    from hemipelvi_gui.ui.widgets.pelvis_panel import PelvisPanel

translate = QCoreApplication.translate
WIDTHS = (316, 704, 336)
THREE_COLUMNS = 980
ROOM_FOR_PELVIS = 660
HIGHEST_PELVIS = 250


class BuildPage(QSplitter):
    """Puts the three columns side by side.

    Session and gauge are there at once. The other panels are made when they are asked for, at the
    latest by `furnish`, so that the first paint need not wait for them and their modules.
    """

    sum_asked = Signal()

    def __init__(self, theme: Theme, document: Document, glyphs: GlyphCache) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._theme, self._document, self._glyphs = theme, document, glyphs
        self._places = {name: Place() for name in ("library", "pelvis", "findings")}
        self.header = SessionHeader(theme, document)
        self.canvas = Canvas(theme, document)
        self.balance = BalancePanel(theme, document, glyphs)
        self.strip = BalanceStrip(theme, document)
        self.side = SidePanel(theme, self._places["library"])
        self._middle = QFrame()
        self._middle.setProperty("kind", "panel")
        self._middle_box = QVBoxLayout(self._middle)
        self._middle_box.addWidget(self.header)
        self._middle_box.addWidget(self.strip)
        self._middle_box.addWidget(self.canvas, 1)
        column = QWidget()
        column.setProperty("kind", "clear")
        self._right_box = QVBoxLayout(column)
        self._right_box.addWidget(self.balance)
        self._right_box.addWidget(self._places["pelvis"], 1)
        self._right_box.addWidget(self._places["findings"], 1)
        self._right = _Column(column)
        for each in (self.side, self._middle, self._right):
            self.addWidget(each)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self._narrow = False
        self.strip.hide()
        self.strip.asked.connect(self.show_findings)
        self.balance.sum_asked.connect(self.sum_asked)
        self.canvas.invited.connect(self.search)
        self.canvas.picked.connect(self._show_picked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def furnish(self) -> None:
        """Make all panels that are not there yet."""
        # From the last to the first: Qt takes a stop of the Tab key only past stops that are there.
        _ = self.findings, self.pelvis, self.canvas_actions
        self.library.prepare_search()

    @cached_property
    def library(self) -> LibraryPanel:
        """The exercises to choose from."""
        from hemipelvi_gui.ui.widgets.library_panel import LibraryPanel

        panel = LibraryPanel(self._theme, self._document, self._glyphs)
        panel.chosen.connect(self.canvas.add)
        panel.chosen_for.connect(self._add_to)
        panel.current_exercise_changed.connect(self._show_listed)
        self._places["library"].fill(panel)
        return panel

    @cached_property
    def pelvis(self) -> PelvisPanel:
        """The pelvis of the exercise that is selected."""
        from hemipelvi_gui.ui.widgets.pelvis_panel import PelvisPanel

        panel = PelvisPanel(self._theme)
        self._places["pelvis"].fill(panel)
        self._fit()
        return panel

    @cached_property
    def findings(self) -> FindingsPanel:
        """What the rules found."""
        from hemipelvi_gui.ui.widgets.findings_panel import FindingsPanel

        panel = FindingsPanel(self._theme, self._document)
        self._places["findings"].fill(panel)
        return panel

    @cached_property
    def canvas_actions(self) -> CanvasActions:
        """What menus and keys do to cards."""
        from hemipelvi_gui.ui.canvas_actions import CanvasActions

        return CanvasActions(self._document, self.canvas)

    def show_over_session(self, strip: QWidget) -> None:
        """Put a line between the session's header and its cards."""
        self._middle_box.insertWidget(1, strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for: findings before pelvis, two columns instead of three."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        pelvis, high = self._places["pelvis"], self.height() > self._theme.px(ROOM_FOR_PELVIS)
        pelvis.setVisible(pelvis.filled and high)
        narrow = self.width() < self._theme.px(THREE_COLUMNS)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        if narrow:
            self.side.take(self._right)
        elif (right := self.side.give_back()) is not None:
            self.addWidget(right)
            right.show()
        self.strip.setVisible(narrow)
        self._share_out()

    def _share_out(self) -> None:
        px = self._theme.px
        if self._narrow:
            self.setSizes([round(self.width() * 0.42), round(self.width() * 0.58)])
        else:
            self.setSizes([px(width) for width in WIDTHS])

    def show_findings(self) -> None:
        """Turn to balance and findings where they are behind the exercises."""
        self.side.show_second()

    def search(self) -> None:
        """Go to the search field."""
        self.side.show_library()
        self.library.focus_search()

    def add_lunge(self) -> None:
        """When in doubt: add the best-fitting lunge."""
        from hemipelvi_gui.coach.lunges import when_in_doubt
        from hemipelvi_gui.ui.widgets.findings_panel import undo_name

        fix = when_in_doubt(self._document.reading)
        if fix is not None:
            self._document.push(undo_name(fix), fix.edit)

    def rename(self) -> None:
        """Edit the session's name in place."""
        self.header.rename()

    def mirror(self) -> None:
        """Left for right in everything that has a side."""
        self._document.push(translate("Build", "swap left and right"), partial(edits.mirror))

    def _add_to(self, exercise_id: str, section: Section) -> None:
        """Add an exercise at the end of a section."""
        exercise = self._document.library[exercise_id]
        item = new_item(exercise, self._document.reading.available)
        place = edits.Gap(section, len(in_section(self._document.session, section)))
        name = translate("Build", "add {name}").format(name=one_line(exercise.name, 60))
        self._document.push(name, partial(edits.insert, new=item, place=place))
        self.canvas.select({item.id})

    def _show_picked(self) -> None:
        card = self.canvas.current_card()
        if card is not None:
            self.pelvis.show_exercise(card.exercise)

    def _show_listed(self, exercise_id: str) -> None:
        self.pelvis.show_exercise(self._document.library.get(exercise_id))

    def _restyle(self) -> None:
        px = self._theme.px
        self.setContentsMargins(px(12), px(12), px(12), px(12))
        self.setHandleWidth(px(12))
        self._middle_box.setContentsMargins(1, 1, 1, px(6))
        self._middle_box.setSpacing(0)
        self._right_box.setContentsMargins(0, 0, 0, 0)
        self._right_box.setSpacing(px(12))
        self._places["pelvis"].setMaximumHeight(px(HIGHEST_PELVIS))
        self._places["findings"].setMinimumHeight(px(170))
        self._fit()
        self._share_out()
        # Until what is in the columns has taken the new text size, they are kept as wide as before.
        QTimer.singleShot(0, self, self._share_out)


class _Column(QScrollArea):
    """A column that scrolls up and down where the window is too low for it."""

    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QSize:
        """As wide as what is in it, and not high at all."""
        inner = self.widget()
        width = 0 if inner is None else inner.minimumSizeHint().width()
        return QSize(width, super().minimumSizeHint().height())
