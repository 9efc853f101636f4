"""What to print of the weeks, of which days, and on which paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.domain.plan import last_day
from hemipelvi_gui.sheets import Kind, Orientation, PageOptions, Paper, SheetOptions
from hemipelvi_gui.ui.dialogs.day_range import DayRange
from hemipelvi_gui.ui.dialogs.paper_choices import boxes_box, grey_box, paper_box
from hemipelvi_gui.ui.plain import plain_label

if TYPE_CHECKING:
    from hemipelvi_gui.domain.plan import Plan, Week
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Wish:
    """What should be printed. `first` and `last` are for session sheets, `filled` for cards."""

    kind: Kind
    page: PageOptions
    first: date
    last: date
    side_boxes: bool
    filled: bool

    @property
    def sheet(self) -> SheetOptions:
        """The same for session sheets."""
        return SheetOptions(self.page.paper, self.side_boxes, self.page.monochrome)


class PrintPanel(QScrollArea):
    """Scrolls where large text leaves no room for all of it.

    `changed`: the wish is another one. Which kinds lie on their side is kept for each.
    """

    changed = Signal()

    def __init__(self, theme: Theme, settings: Settings, week: Week, plan: Plan | None) -> None:
        super().__init__()
        self._theme = theme
        self.landscape = {each for each in Kind if each in settings.landscape} - {Kind.SHEETS}
        self._quiet = False
        self.kinds = {kind: _choice(text, "answer") for kind, text in _kind_words().items()}
        self.lying = {each: _choice(text, "segment") for each, text in _lying_words().items()}
        self._groups = [_exclusive(self, list(self.kinds.values()))]
        self._groups.append(_exclusive(self, list(self.lying.values())))
        self.paper = paper_box(Paper(settings.paper))
        self.grey = grey_box(False)
        self.boxes = boxes_box(settings.side_boxes)
        self.filled = QCheckBox(translate("PrintDialog", "&Fill the page"))
        self.filled.setToolTip(
            translate("PrintDialog", "The same cards again, as long as all of them fit.")
        )
        self.days = DayRange(theme, week.first)
        self._lay_out()
        self.show_days(week, plan)
        self.kinds[Kind.WEEK].setChecked(True)
        self._follow_kind()
        for kind in self.kinds.values():
            kind.toggled.connect(self._kind_changed)
        for way in self.lying.values():
            way.toggled.connect(self._way_changed)
        self.paper.currentIndexChanged.connect(self._tell)
        for box in (self.grey, self.boxes, self.filled):
            box.toggled.connect(self._tell)
        self.days.changed.connect(self._tell)

    @property
    def kind(self) -> Kind:
        """What is to be printed."""
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    @property
    def wish(self) -> Wish:
        """All that is chosen."""
        kind = self.kind
        way = Orientation.LANDSCAPE if kind in self.landscape else Orientation.PORTRAIT
        page = PageOptions(self.paper.currentData(), way, self.grey.isChecked())
        first, last = self.days.days
        return Wish(kind, page, first, last, self.boxes.isChecked(), self.filled.isChecked())

    def show_days(self, week: Week, plan: Plan | None) -> None:
        """Tell which week and plan are shown now."""
        whole = None if plan is None or plan.start is None else (plan.start, last_day(plan))
        self.days.offer((week.first, week.last), whole)

    def restyle(self) -> None:
        """Take sizes from the theme."""
        px = self._theme.px
        bar = self.verticalScrollBar().sizeHint().width()
        self.setFixedWidth(px(228) + bar)
        # Room for the bar at its side, whether it is there or not.
        self._column.setContentsMargins(0, 0, px(4), 0)
        self._column.setSpacing(px(8))
        for gap in self._gaps:
            gap.setFixedHeight(px(8))
        self.days.restyle()

    def _lay_out(self) -> None:
        self._gaps = [QWidget(), QWidget()]
        ways = QHBoxLayout()
        ways.setSpacing(0)
        for way in self.lying.values():
            ways.addWidget(way, 1)
        whole = QWidget()
        whole.setProperty("kind", "clear")
        self.setWidget(whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QVBoxLayout(whole)
        self._column.addWidget(plain_label(translate("PrintDialog", "What to print"), "heading"))
        for kind in self.kinds.values():
            self._column.addWidget(kind)
        self._column.addWidget(self._gaps[0])
        self._column.addWidget(self.days)
        self._column.addWidget(self._gaps[1])
        self._column.addWidget(plain_label(translate("PrintDialog", "Paper"), "heading"))
        self._column.addWidget(self.paper)
        self._column.addLayout(ways)
        for box in (self.grey, self.boxes, self.filled):
            self._column.addWidget(box)
        self._column.addStretch(1)

    def _follow_kind(self) -> None:
        kind = self.kind
        sheets = kind is Kind.SHEETS
        self._quiet = True
        way = Orientation.LANDSCAPE if kind in self.landscape else Orientation.PORTRAIT
        self.lying[way].setChecked(True)
        self._quiet = False
        for button in self.lying.values():
            button.setVisible(not sheets)
        for widget in (self.days, self.boxes, self._gaps[0]):
            widget.setVisible(sheets)
        self.filled.setVisible(kind is Kind.POCKET)

    def _kind_changed(self, checked: bool) -> None:
        if checked:
            self._follow_kind()
            self._tell()

    def _way_changed(self, checked: bool) -> None:
        if not checked or self._quiet:
            return
        if self.lying[Orientation.LANDSCAPE].isChecked():
            self.landscape.add(self.kind)
        else:
            self.landscape.discard(self.kind)
        self._tell()

    def _tell(self) -> None:
        self.changed.emit()


def _choice(text: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setAutoDefault(False)
    button.setProperty("kind", kind)
    return button


def _exclusive(parent: QWidget, buttons: list[QPushButton]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for button in buttons:
        group.addButton(button)
    return group


def _kind_words() -> dict[Kind, str]:
    return {
        Kind.WEEK: translate("PrintDialog", "This &week"),
        Kind.OVERVIEW: translate("PrintDialog", "Plan &overview"),
        Kind.SHEETS: translate("PrintDialog", "Session s&heets"),
        Kind.POCKET: translate("PrintDialog", "Pocket &cards"),
    }


def _lying_words() -> dict[Orientation, str]:
    return {
        Orientation.PORTRAIT: translate("PrintDialog", "Po&rtrait"),
        Orientation.LANDSCAPE: translate("PrintDialog", "&Landscape"),
    }
