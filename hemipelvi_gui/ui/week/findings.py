"""What the rules say of the week, and how to mend it; a preview shows what would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hemipelvi_gui.coach.reading import Level
from hemipelvi_gui.coach.weeks.summary import in_words, is_in_target
from hemipelvi_gui.sheets.words import said
from hemipelvi_gui.ui.late import Meanwhile
from hemipelvi_gui.ui.plain import plain_label, tooltip
from hemipelvi_gui.ui.week.finding_row import (
    Remark,
    WeekFindingRow,
    WeekFixLink,
    remark_of,
)
from hemipelvi_gui.ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from PySide6.QtGui import QShowEvent

    from hemipelvi_gui.coach.weeks.reading import WeekFinding, WeekReading
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.weeks import Weeks

translate = QCoreApplication.translate
Key = tuple[str, str]
# These say the week's share themselves.
OF_SHARE = frozenset({"week-under-floor", "week-under-band"})


class WeekFindings(QFrame):
    """Follows the shown week and its previews.

    `entry_asked(ids)`: show the cards that a finding is about.
    """

    entry_asked = Signal(list)

    def __init__(self, theme: Theme, weeks: Weeks) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme, self._weeks = theme, weeks
        self._said: tuple[Remark, ...] = ()
        self._shown: list[WeekFindingRow] = []
        self._wanted: int | None = None
        self._looking = Meanwhile(self)
        self.heading = plain_label(translate("Week", "Findings for the week"), "heading")
        self.count = ElidedLabel("", "muted")
        self.brings = ElidedLabel("", "error")
        # Its room is kept: laying the rows out anew takes longer than all else of a preview.
        policy = self.brings.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.brings.setSizePolicy(policy)
        self.brings.hide()
        self._rows = QVBoxLayout()
        inner = QWidget()
        inner.setProperty("kind", "clear")
        inner.setLayout(self._rows)
        self.area = QScrollArea()
        self.area.setWidget(inner)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(translate("Week", "Findings for the week"))
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.count)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self.area, 1)
        self._column.addWidget(self.brings)
        weeks.changed.connect(self.refresh)
        weeks.previewed.connect(self._show_preview)
        weeks.fixes.found.connect(self._offer)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def rows(self) -> list[WeekFindingRow]:
        """The rows shown, in their order."""
        return list(self._shown)

    @property
    def is_settled(self) -> bool:
        """Whether a fix has been looked for in every row."""
        return self._looking.is_done

    def refresh(self) -> None:
        """Show the findings of the week; the fixes come as soon as there is time."""
        reading = self._weeks.reading
        remarks = tuple(remarks_of(reading))
        held = self._held()
        if remarks != self._said:
            self._leave_rows()
            self._said = remarks
            self._clear()
            for remark in remarks:
                row = WeekFindingRow(self._theme, remark)
                row.asked.connect(self.entry_asked)
                self._rows.addWidget(row)
                self._shown.append(row)
            self._rows.addStretch(1)
        else:
            held = None
        self._wanted = held
        for row in self.rows:
            if row.remark.finding is not None and self._weeks.fixes.known(row.remark.finding):
                self._offer(row.remark.finding)
        if self.isVisible():
            self._looking.begin(self._weeks.fixes.look())
        self._show_preview()

    def showEvent(self, event: QShowEvent) -> None:
        """Look for fixes now that they can be seen."""
        super().showEvent(event)
        self._looking.begin(self._weeks.fixes.look())

    def _offer(self, finding: WeekFinding) -> None:
        """Put the fix that was found behind its finding."""
        fix = self._weeks.fixes.of(finding)
        for place, row in enumerate(self.rows):
            if row.remark.finding == finding:
                row.offer(None if fix is None else WeekFixLink(self._weeks, fix))
                self._go_on_at(place, row)
        self._show_count()

    def _go_on_at(self, place: int, row: WeekFindingRow) -> None:
        """Focus the fix that has come to where the last one was, so that Enter mends the next."""
        if self._wanted is not None and place >= self._wanted and row.link is not None:
            self._wanted = None
            row.link.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_preview(self) -> None:
        """Strike out what a previewed edit would mend, and tell what it would bring."""
        preview = self._weeks.preview_reading
        then = None if preview is None else {_key(each) for each in preview.findings}
        for row in self.rows:
            finding = row.remark.finding
            is_gone = then is not None and finding is not None and _key(finding) not in then
            row.show_gone(is_gone)
        now = self._weeks.reading
        self._show_count()
        new = () if preview is None else new_in(now, preview)
        words, is_wrong = brings_words(new), any(each.level is Level.FIX for each in new)
        if self.brings.text() != words:
            self.brings.setText(words)
            self.brings.setToolTip(tooltip(words))
            self.brings.setVisible(bool(words))
            self.brings.setProperty("kind", "error" if is_wrong else "muted")
            self.brings.style().polish(self.brings)

    def _show_count(self) -> None:
        now, preview = self._weeks.reading, self._weeks.preview_reading
        offered = {
            _key(row.remark.finding)
            for row in self.rows
            if row.remark.finding is not None and row.link is not None
        }
        count = count_words(now.findings, offered)
        if preview is not None and (then := count_words(preview.findings, offered)) != count:
            count = f"{count} \u2192 {then}"
        self.count.setText(count)

    def _held(self) -> int | None:
        """Which row's link has the focus."""
        places = enumerate(self.rows)
        return next((at for at, row in places if row.link and row.link.hasFocus()), None)

    def _leave_rows(self) -> None:
        """Take the focus off the rows, which are about to go.

        Otherwise Qt hands it from one dying row to the next, and each of them previews its fix.
        """
        if self._held() is not None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._weeks.preview(None)

    def _clear(self) -> None:
        self._shown.clear()
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(10), px(12), px(8))
        self._column.setSpacing(px(6))
        self._rows.setContentsMargins(0, 0, px(4), 0)
        self._rows.setSpacing(px(10))
        self._said = ()
        self.refresh()


def remarks_of(reading: WeekReading) -> Iterable[Remark]:
    """What there is to say: what to fix, the notes, and then how the week stands."""
    if not any(reading.days.values()) and not reading.findings:
        yield Remark(
            translate("Week", "Nothing is planned for this week"),
            translate("Week", "Type a run below, or add a session with + on a day."),
        )
        return
    findings = reading.findings
    yield from (remark_of(each) for each in findings if each.level is Level.FIX)
    yield from (remark_of(each) for each in findings if each.level is not Level.FIX)
    if not any(each.rule in OF_SHARE for each in findings):
        fact, reason = in_words(reading)
        yield Remark(said(fact), said(reason), in_target=is_in_target(reading))


def count_words(findings: Iterable[WeekFinding], offered: Collection[Key] = ()) -> str:
    """As in "1 to fix", "2 suggestions" or "nothing to fix".

    `offered` are the keys of those that there is a fix for: a note that comes with one suggests it.
    """
    there = tuple(findings)
    fixes = sum(each.level is Level.FIX for each in there)
    if fixes:
        return translate("Week", "{count} to fix").format(count=fixes)
    offers = sum(_key(each) in offered for each in there)
    if not offers:
        return translate("Week", "\u2713 nothing to fix")
    if offers == 1:
        return translate("Week", "1 suggestion")
    return translate("Week", "{count} suggestions").format(count=offers)


def new_in(reading: WeekReading, preview: WeekReading) -> tuple[WeekFinding, ...]:
    """What a previewed edit would bring, to fix first."""
    there = {_key(each) for each in reading.findings}
    return tuple(each for each in preview.findings if _key(each) not in there)


def brings_words(new: tuple[WeekFinding, ...]) -> str:
    """As in "Then: Saturday's big lift is 13 h before the long run, and 1 more"."""
    if not new:
        return ""
    words = translate("Week", "Then: {what}").format(what=said(new[0].message))
    if len(new) > 1:
        more = translate("Week", "{first}, and {count} more")
        words = more.format(first=words, count=len(new) - 1)
    return words


def _key(finding: WeekFinding) -> Key:
    """What tells findings apart, whatever their numbers are just now."""
    return (finding.rule, finding.about)
