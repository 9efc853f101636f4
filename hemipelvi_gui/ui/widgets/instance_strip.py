"""One line over a planned session: where it stands, and whether its changes are for others too."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QCoreApplication, QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from hemipelvi_gui.domain.plan import week_number
from hemipelvi_gui.ui.days import long_day
from hemipelvi_gui.ui.instances import Instances, Reach
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent

    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
LEAST_WORDS = 280  # px of a place, which may be cut; a question is shown in full


class InstanceStrip(QFrame):
    """Follows the shown session; hidden for one that is in no plan.

    `week_asked(date)`: show the week of that day.
    """

    week_asked = Signal(object)

    def __init__(
        self, theme: Theme, document: Document, weeks: Weeks, instances: Instances
    ) -> None:
        super().__init__()
        self._theme, self._document, self._weeks = theme, document, weeks
        self._instances = instances
        self.setProperty("kind", "message")
        self.words = ElidedLabel("", "muted")
        self.week = _button(translate("Instances", "Show the week"), "link")
        self.from_here = _button("", "pill")
        self.every = _button("", "pill")
        self.only_this = _button(translate("Instances", "Only this one"), "link")
        self.week.clicked.connect(lambda: self.week_asked.emit(document.session.date))
        self.from_here.clicked.connect(lambda: instances.answer(Reach.FROM_HERE))
        self.every.clicked.connect(lambda: instances.answer(Reach.ALL))
        self.only_this.clicked.connect(self._keep_alone)
        self._alone, self._asks = "", False
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._answers = _Answers(self.week, self.from_here, self.every, self.only_this)
        self._box.addWidget(self.words, 1)
        self._box.addWidget(self._answers)
        document.changed.connect(self.refresh)
        instances.changed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def refresh(self) -> None:
        """Show where the session stands, or ask where its changes go."""
        session, instances = self._document.session, self._instances
        self.setVisible(bool(session.plan) and session.date is not None)
        if not session.plan or session.date is None:
            return
        if instances.reach is not Reach.THIS:
            self._alone = ""
        asks = self._asks = instances.asks and self._alone != session.id
        wide = instances.reach is not Reach.THIS
        self.week.setVisible(not (asks or wide))
        self.from_here.setVisible(asks)
        self.every.setVisible(asks)
        self.only_this.setVisible(asks or wide)
        if asks:
            self._ask()
        elif wide:
            count = len(instances.of(instances.reach))
            words = translate("Instances", "Changes go to all {count} from here on.")
            if instances.reach is Reach.ALL:
                words = translate("Instances", "Changes go to all {count} in the plan.")
            self.words.setText(words.format(count=count))
        else:
            self.words.setText(self._place(session.date))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the answers go to a line of their own."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins, px = self._box.contentsMargins(), self._theme.px
        taken = margins.left() + margins.right() + px(8) + self._answers.sizeHint().width()
        words = self.words.sizeHint().width()
        if not self._asks:
            words = min(words, px(LEAST_WORDS))
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._box.setDirection(below if self.width() - taken < words else beside)

    def _ask(self) -> None:
        instances = self._instances
        ahead, every = len(instances.of(Reach.FROM_HERE)), len(instances.of(Reach.ALL))
        self.words.setText(translate("Instances", "Changed here. The others too?"))
        self.from_here.setText(translate("Instances", "From here on ({count})").format(count=ahead))
        self.every.setText(translate("Instances", "All ({count})").format(count=every))
        self.from_here.setVisible(1 < ahead < every)

    def _keep_alone(self) -> None:
        """The answer is no; or what was a yes is one no longer."""
        self._alone = self._document.session.id
        self._instances.answer(Reach.THIS)
        self.refresh()

    def _place(self, day: date) -> str:
        said = long_day(day)
        plan = self._weeks.agenda.plans.get(self._document.session.plan)
        if plan is None:
            return said
        number = week_number(plan, day)
        if not number:
            words = translate("Instances", "{plan} \u00b7 {day}")
            return words.format(plan=one_line(plan.name, 60), day=said)
        words = translate("Instances", "{plan}, week {week} of {weeks} \u00b7 {day}")
        return words.format(plan=one_line(plan.name, 60), week=number, weeks=plan.weeks, day=said)

    def _restyle(self) -> None:
        px = self._theme.px
        self._box.setContentsMargins(px(20), px(4), px(16), px(4))
        self._box.setSpacing(px(8))
        self._answers.flow.setSpacing(px(8))
        self._arrange()


class _Answers(QWidget):
    """Buttons in one row where there is room, and in more where there is not."""

    def __init__(self, *buttons: QPushButton) -> None:
        super().__init__()
        self.flow = FlowLayout(self)
        for button in buttons:
            self.flow.addWidget(button)

    def sizeHint(self) -> QSize:
        """All in one row."""
        shown = [each.sizeHint() for each in self.children() if _is_shown(each)]
        gaps = self.flow.spacing() * max(0, len(shown) - 1)
        high = max((each.height() for each in shown), default=0)
        return QSize(sum(each.width() for each in shown) + gaps, high)


def _is_shown(each: QObject) -> TypeGuard[QPushButton]:
    return isinstance(each, QPushButton) and not each.isHidden()


def _button(words: str, kind: str) -> QPushButton:
    button = QPushButton(words)
    button.setProperty("kind", kind)
    return button
