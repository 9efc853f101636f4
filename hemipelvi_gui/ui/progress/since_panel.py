"""The weeks before a swap beside its own. What coincides, never what causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from hemipelvi_gui.coach.swap_since import (
    LEAST_WEEKS,
    Measured,
    before_and_since,
    full_weeks,
)
from hemipelvi_gui.domain.text import translate as text
from hemipelvi_gui.ui.days import span as span_of_days
from hemipelvi_gui.ui.plain import one_line, plain_label, unbroken
from hemipelvi_gui.ui.progress.numbers import span
from hemipelvi_gui.ui.wording import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtWidgets import QLabel

    from hemipelvi_gui.coach.swap_plan import Swap
    from hemipelvi_gui.coach.swap_since import Beside
    from hemipelvi_gui.domain.balance import Library
    from hemipelvi_gui.domain.log import Log
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
WORDS = {
    Measured.SHARE: text(
        "Progress", "Asymmetric share: {before} % before, {since} % in it, {change} points"
    ),
    Measured.RUNNING: text("Progress", "Easy running, speed for the same effort: {change} %"),
    Measured.TIGHTNESS: text(
        "Progress", "Tightness, 0 to 10: {before} before, {since} in it, {change}"
    ),
}
NAMES = {
    Measured.SHARE: text("Progress", "Asymmetric share"),
    Measured.RUNNING: text("Progress", "Easy running"),
    Measured.TIGHTNESS: text("Progress", "Tightness"),
}


class SincePanel(QFrame):
    """The latest swap; hidden where there never was one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme = theme
        self.title = plain_label("", "heading")
        self.note = plain_label("", "muted")
        self.lines: list[QLabel] = [plain_label() for _each in Measured]
        self._column = QVBoxLayout(self)
        for label in (self.title, *self.lines, self.note):
            label.setWordWrap(True)
            self._column.addWidget(label)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def show_swaps(
        self, swaps: Sequence[Swap], log: Log, library: Library, settings: Settings, today: date
    ) -> None:
        """Compare the weeks about the latest swap that has begun."""
        begun = [each for each in swaps if each.first <= today]
        self.setVisible(bool(begun))
        if not begun:
            return
        swap = begun[-1]
        names = [library.get(each) for each in (swap.lift, swap.instead)]
        lift, instead = (
            one_line(key if found is None else found.name, 60)
            for key, found in zip((swap.lift, swap.instead), names, strict=True)
        )
        said = translate("Progress", "Swap {days}: {lift} \u2192 {instead}")
        days = span_of_days(swap.first, swap.last)
        self.title.setText(said.format(days=days, lift=lift, instead=instead))
        self.setAccessibleName(self.title.text())
        found = before_and_since(log, swap, library, settings, today)
        for label, each in zip(self.lines, found, strict=True):
            label.setText(unbroken(_words(each)))
        note = translate(
            "Progress",
            "Four weeks before against the {count} full weeks of the swap so far, each with its "
            "90 % interval. Other things changed too: this is what coincides.",
        )
        if swap.last < today:
            note = translate(
                "Progress",
                "Four weeks before against the {count} full weeks of the swap, which is over, each "
                "with its 90 % interval. Other things changed too: this is what coincides.",
            )
        self.note.setText(note.format(count=len(full_weeks(swap, today))))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(10), px(16), px(10))
        self._column.setSpacing(px(4))


def _words(of: Beside) -> str:
    if of.change is None or of.low is None or of.high is None:
        said = translate(
            "Progress",
            "{what}: not enough yet. It takes {need} weeks on each side; there are {before} before "
            "and {since} in it.",
        )
        return said.format(
            what=shown(NAMES[of.what]),
            need=LEAST_WEEKS,
            before=of.before_weeks,
            since=of.since_weeks,
        )
    digits = 0 if of.what is Measured.SHARE else 1
    change = of.change
    if of.what is not Measured.RUNNING:
        # Beside two round numbers stands what they come to.
        change = round(of.since or 0.0, digits) - round(of.before or 0.0, digits)
    return shown(WORDS[of.what]).format(
        before=f"{of.before:.{digits}f}",
        since=f"{of.since:.{digits}f}",
        change=span(change, of.low, of.high, digits),
    )
