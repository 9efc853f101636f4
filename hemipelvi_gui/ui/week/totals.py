"""What the week is worth, in one line: its share beside the target, dose, time and sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from hemipelvi_gui.coach.findings import band_words, percent
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.sheets.plan_words import duration_words
from hemipelvi_gui.ui.plain import plain_label, tooltip
from hemipelvi_gui.ui.widgets.balance_panel import ShareBar
from hemipelvi_gui.ui.widgets.chips import FlowLayout
from hemipelvi_gui.ui.wording import DOT

if TYPE_CHECKING:
    from collections.abc import Callable

    from hemipelvi_gui.coach.weeks.reading import WeekReading
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.domain.sums import SessionSum
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
BAR_WIDTH = 180
NOTHING = "\u2013"
ALIKE, SOMEWHAT, LITTLE = 0.7, 0.5, 0.3


class WeekTotals(QWidget):
    """Follows the shown week and its previews; where room is short it takes a second line."""

    def __init__(self, theme: Theme, weeks: Weeks) -> None:
        super().__init__()
        self._theme, self._weeks = theme, weeks
        self.setAccessibleName(translate("Week", "Sums of the week"))
        self.share = plain_label("", "strong")
        self.bar = ShareBar(theme)
        self.target = plain_label("", "muted")
        self.dose = plain_label("", "muted")
        self.time = plain_label("", "muted")
        self.likeness = plain_label("", "muted")
        self.sides = plain_label("", "muted")
        self._gauge = QWidget()
        self._row = QHBoxLayout(self._gauge)
        for each in (self.share, self.bar, self.target):
            self._row.addWidget(each)
        self._flow = FlowLayout(self)
        parts: tuple[QWidget, ...] = (self._gauge, self.dose, self.time, self.likeness, self.sides)
        for part in parts:
            self._flow.addWidget(part)
        weeks.changed.connect(self.refresh)
        weeks.previewed.connect(self.refresh)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """All that the line says."""
        labels = (self.share, self.target, self.dose, self.time, self.likeness, self.sides)
        return DOT.join(each.text() for each in labels if each.text())

    def refresh(self) -> None:
        """Show the week, and beside it what a preview would make of it."""
        reading, preview = self._weeks.reading, self._weeks.preview_reading
        settings, share = reading.settings, reading.total.share
        ghost = None if preview is None else preview.total.share
        self.bar.show_share(share, (settings.band_low, settings.band_high), ghost)
        self._say(self.target, target_words(settings), target_tip(settings), "muted")
        for label, words, tip, kind in (
            (self.share, share_words, share_tip, "strong"),
            (self.dose, dose_words, dose_tip, "muted"),
            (self.time, time_words, time_tip, "muted"),
            (self.likeness, likeness_words, likeness_tip, "muted"),
            (self.sides, sides_words, sides_tip, "muted"),
        ):
            self._tell(label, words, tip, kind)
        self.setAccessibleDescription(self.words)

    def _tell(
        self,
        label: QLabel,
        words: Callable[[WeekReading], str],
        tip: Callable[[SessionSum], str],
        kind: str,
    ) -> None:
        reading, preview = self._weeks.reading, self._weeks.preview_reading
        said = words(reading)
        if preview is not None and (then := words(preview)) != said:
            said = f"{said or NOTHING} \u2192 {then or NOTHING}"
            kind = "accent" if kind == "muted" else kind
        self._say(label, said, tip(reading.total), kind)

    def _say(self, label: QLabel, words: str, tip: str, kind: str) -> None:
        if label.text() != words:
            label.setText(words)
        label.setHidden(not words)
        if label.toolTip() != (tip := tooltip(tip)):
            label.setToolTip(tip)
        if label.property("kind") != kind:
            label.setProperty("kind", kind)
            label.style().polish(label)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(0, 0, px(8), 0)
        self._row.setSpacing(px(8))
        self.bar.setFixedWidth(px(BAR_WIDTH))
        self._flow.setSpacing(px(10))
        self.refresh()


def share_words(reading: WeekReading) -> str:
    """The week's share: "66 % asymmetric"."""
    share = reading.total.share
    if share is None:
        return translate("Week", "Balance not defined yet")
    return translate("Week", "{share} % asymmetric").format(share=percent(share))


def target_words(settings: Settings) -> str:
    """The target band: "target 60–85 %"."""
    return translate("Week", "target {band} %").format(band=band_words(settings))


def dose_words(reading: WeekReading) -> str:
    """The dose: "41.5 HSE"; "" where there is none."""
    hse = reading.total.hse
    if not hse:
        return ""
    return translate("Week", "{hse} HSE").format(hse=plain(round(hse, 1)))


def time_words(reading: WeekReading) -> str:
    """How long, how often: "1 h 24 in the gym, 2 sessions"."""
    count = len(reading.sessions)
    if not count:
        return translate("Week", "no gym session")
    said = translate("Week", "{time} in the gym, {count} sessions")
    if count == 1:
        said = translate("Week", "{time} in the gym, 1 session")
    return said.format(time=duration_words(reading.total.seconds), count=count)


def likeness_words(reading: WeekReading) -> str:
    """How like running the work is, in words; "" where there is no leg work."""
    likeness = reading.total.gait_likeness
    if likeness is None:
        return ""
    if likeness >= ALIKE:
        said = translate("Week", "much like running")
    elif likeness >= SOMEWHAT:
        said = translate("Week", "fairly like running")
    elif likeness >= LITTLE:
        said = translate("Week", "a little like running")
    else:
        said = translate("Week", "hardly like running")
    return said


def sides_words(reading: WeekReading) -> str:
    """Left and right in per cent of the dose: "L 50 · R 50"; "" where there is none."""
    total = reading.total
    if not total.hse:
        return ""
    left = round(100 * total.left / total.hse)
    return translate("Week", "L {left} \u00b7 R {right}").format(left=left, right=100 - left)


def share_tip(total: SessionSum) -> str:
    """How the share is made."""
    if not total.hse:
        return translate(
            "Week",
            "Add leg work to a day of this week, and its balance shows.",
        )
    return translate(
        "Week",
        "Asymmetric dose by all leg work of the week's sessions: {counted} of {hse} HSE.",
    ).format(counted=plain(round(total.counted, 1)), hse=plain(round(total.hse, 1)))


def target_tip(settings: Settings) -> str:
    """What the target is, and where it is set."""
    return translate(
        "Week",
        "Green: the target. Under {floor} % the week is out of balance. Both are in the settings.",
    ).format(floor=percent(settings.floor))


def dose_tip(_total: SessionSum) -> str:
    """What the dose is."""
    return translate(
        "Week",
        "Hard set equivalents of leg work: sets by their effort. Skipped sessions count for "
        "nothing.",
    )


def time_tip(total: SessionSum) -> str:
    """How the time is made."""
    minutes = int(-(-total.seconds // 60))
    return translate(
        "Week", "Set-up, work and rests of all sessions of the week: {minutes} min."
    ).format(minutes=minutes)


def likeness_tip(total: SessionSum) -> str:
    """How gait-likeness is made."""
    return translate(
        "Week",
        "Gait-likeness {share} %: each exercise's asymmetry, from 0 to 1, weighed by its dose.",
    ).format(share=percent(total.gait_likeness or 0.0))


def sides_tip(total: SessionSum) -> str:
    """How the sides are made."""
    left, right = plain(round(total.left, 1)), plain(round(total.right, 1))
    return translate(
        "Week",
        "Dose of each leg: left {left}, right {right} HSE. Work with both legs counts half for "
        "each.",
    ).format(left=left, right=right)
