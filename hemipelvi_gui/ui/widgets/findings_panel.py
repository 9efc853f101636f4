"""What the rules found, why, and the fix, which shows on the gauge before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.coach.findings import fix_for
from hemipelvi_gui.coach.lunges import when_in_doubt
from hemipelvi_gui.coach.reading import Finding, Fix, Level
from hemipelvi_gui.sheets.words import said
from hemipelvi_gui.ui.plain import one_line, plain_label, tooltip

if TYPE_CHECKING:
    from hemipelvi_gui.coach.weeks.reading import WeekFinding
    from hemipelvi_gui.ui.document import Document
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
LONGEST_UNDO = 60


def undo_name(fix: Fix) -> str:
    """The fix as it reads after "Undo": "add Walking lunge"."""
    words = one_line(said(fix.label), LONGEST_UNDO)
    return words[:1].lower() + words[1:]


class FixButton(QPushButton):
    """Makes a fix; under the pointer or the focus it previews it."""

    def __init__(self, document: Document, fix: Fix | None, text: str, kind: str) -> None:
        super().__init__(text)
        self._document = document
        self.setProperty("kind", kind)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._make)
        self.take(fix)

    def take(self, fix: Fix | None) -> None:
        """Offer another fix."""
        self._fix = fix
        self.setEnabled(fix is not None)

    def _make(self) -> None:
        if self._fix is not None:
            self._document.push(undo_name(self._fix), self._fix.edit)

    def _show(self) -> None:
        if self._fix is not None:
            self._document.preview(self._fix.edit)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Preview."""
        super().enterEvent(event)
        self._show()

    def leaveEvent(self, event: QEvent) -> None:
        """End the preview."""
        super().leaveEvent(event)
        self._document.preview(None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Preview, where the focus came by the keyboard."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self._show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """End the preview."""
        super().focusOutEvent(event)
        self._document.preview(None)


class _Dot(QWidget):
    """A square for what to fix, a disc for a note: shape tells it too."""

    def __init__(self, theme: Theme, level: Level) -> None:
        super().__init__()
        self._theme, self._level = theme, level
        self.setFixedSize(QSize(theme.px(10), theme.px(18)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side, top = self._theme.px(9), self._theme.px(5)
        if self._level is Level.FIX:
            painter.setBrush(self._theme.palette.colour("fix"))
            painter.drawRoundedRect(0, top, side, side, 2, 2)
        else:
            painter.setBrush(self._theme.palette.colour("note"))
            painter.drawEllipse(0, top, side, side)


class FindingRow(QWidget):
    """One finding: mark, fact, reason, and a fix where there is one."""

    def __init__(self, theme: Theme, document: Document, finding: Finding) -> None:
        super().__init__()
        fix = fix_for(document.reading, finding)
        level = translate("Findings", "to fix")
        if finding.level is Level.NOTE:
            level = translate("Findings", "note")
        self.setAccessibleName(f"{level}: {said(finding.message)}. {said(finding.reason)}")
        words = QVBoxLayout()
        words.setSpacing(theme.px(1))
        fact = plain_label(said(finding.message), "strong")
        reason = plain_label(said(finding.reason), "muted")
        for each in (fact, reason):
            each.setWordWrap(True)
            words.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(_Dot(theme, finding.level), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.button: FixButton | None = None
        if fix is None:
            return
        offer = plain_label(said(fix.label), "accent")
        offer.setWordWrap(True)
        words.addWidget(offer)
        self.button = FixButton(document, fix, translate("Findings", "Fix"), "pill")
        self.button.setAccessibleName(
            translate("Findings", "Fix: {what}").format(what=said(fix.label))
        )
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)


class InWeekRow(QWidget):
    """A finding of the session's week that is about the session."""

    def __init__(self, theme: Theme, finding: WeekFinding) -> None:
        super().__init__()
        words = translate("Findings", "In the week: {what}").format(what=said(finding.message))
        self.words = plain_label(words, "muted")
        self.words.setWordWrap(True)
        self.words.setToolTip(tooltip(said(finding.reason)))
        self.setAccessibleName(f"{words}. {said(finding.reason)}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(10))
        row.addWidget(_Dot(theme, finding.level), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


class FindingsPanel(QFrame):
    """Follows the document; "When in doubt: add a lunge" is always there.

    `week_asked`: the session's week is to be seen.
    """

    week_asked = Signal()

    def __init__(self, theme: Theme, document: Document) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self._theme, self._document = theme, document
        self._of_week: tuple[WeekFinding, ...] = ()
        self._heading = plain_label(translate("Findings", "Findings"), "heading")
        self._count = plain_label("", "muted")
        self.lunge = FixButton(
            document, None, translate("Findings", "When in doubt: add a lunge"), "link"
        )
        self._rows = QVBoxLayout()
        inner = QWidget()
        inner.setProperty("kind", "clear")
        inner.setLayout(self._rows)
        self._area = QScrollArea()
        self._area.setWidget(inner)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(translate("Findings", "Findings"))
        self._box = QVBoxLayout(self)
        top = QHBoxLayout()
        top.addWidget(self._heading)
        top.addStretch()
        top.addWidget(self._count)
        self._box.addLayout(top)
        self._box.addWidget(self._area, 1)
        self._box.addWidget(self.lunge, 0, Qt.AlignmentFlag.AlignLeft)
        document.changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self.refresh()

    @property
    def rows(self) -> list[FindingRow]:
        """The findings shown, in their order."""
        return [
            widget
            for at in range(self._rows.count())
            if (layout_item := self._rows.itemAt(at)) is not None
            and isinstance(widget := layout_item.widget(), FindingRow)
        ]

    @property
    def in_week(self) -> list[str]:
        """What is said of the session's week."""
        found = self._area.findChildren(InWeekRow)
        return [row.words.text() for row in found if not row.isHidden()]

    def show_week(self, findings: tuple[WeekFinding, ...]) -> None:
        """Show these of the session's week beneath its own."""
        if findings != self._of_week:
            self._of_week = findings
            self.refresh()

    def refresh(self) -> None:
        """Show the findings of the current session."""
        held = self._leave_rows()
        place = self._area.verticalScrollBar().value()
        px, reading = self._theme.px, self._document.reading
        self._box.setContentsMargins(px(16), px(12), px(12), px(8))
        self._box.setSpacing(px(6))
        self._rows.setContentsMargins(0, 0, px(4), 0)
        self._rows.setSpacing(px(12))
        self._clear()
        for finding in reading.findings:
            self._rows.addWidget(FindingRow(self._theme, self._document, finding))
        if not reading.findings:
            self._rows.addWidget(self._praise())
        # Those of another session say nothing of this one.
        about = [each for each in self._of_week if self._document.session.id in each.entries]
        for of_week in about:
            self._rows.addWidget(InWeekRow(self._theme, of_week))
        if about:
            show = QPushButton(translate("Findings", "Show the week"))
            show.setProperty("kind", "link")
            show.clicked.connect(self.week_asked)
            self._rows.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows.addStretch()
        self._count.setText(count_words(reading.findings))
        fix = when_in_doubt(reading)
        self.lunge.take(fix)
        self.lunge.setToolTip("" if fix is None else tooltip(said(fix.label)))
        if held is not None:
            self._focus_near(held)
        # The rows have their heights only when the layout is done.
        QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(place))

    def _leave_rows(self) -> int | None:
        """Take the focus off the rows, which are about to go; which of them had it.

        Otherwise Qt hands it from one dying row to the next, and each of them previews its fix.
        """
        held = next(
            (
                at
                for at, row in enumerate(self.rows)
                if row.button is not None and row.button.hasFocus()
            ),
            None,
        )
        if held is not None:
            self.lunge.setFocus(Qt.FocusReason.OtherFocusReason)
        self._document.preview(None)
        return held

    def _clear(self) -> None:
        while (taken := self._rows.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _praise(self) -> QWidget:
        empty = not any(block.items for block in self._document.session.blocks)
        words = translate("Findings", "\u2713 Nothing to fix. The session passes the rules.")
        if empty:
            words = translate("Findings", "Nothing to judge yet.")
        made = plain_label(words, "muted")
        made.setWordWrap(True)
        return made

    def _focus_near(self, place: int) -> None:
        """The fix that has come to where the last one was, so that Enter mends the next."""
        buttons = [row.button for row in self.rows[place:] if row.button is not None]
        target = buttons[0] if buttons else self.lunge
        target.setFocus(Qt.FocusReason.OtherFocusReason)


def count_words(findings: tuple[Finding, ...]) -> str:
    """Counts in words, as in "1 to fix · 2 notes"."""
    fixes = sum(finding.level is Level.FIX for finding in findings)
    notes = len(findings) - fixes
    parts = []
    if fixes:
        parts.append(translate("Findings", "{count} to fix").format(count=fixes))
    if notes == 1:
        parts.append(translate("Findings", "1 note"))
    elif notes:
        parts.append(translate("Findings", "{count} notes").format(count=notes))
    return " \u00b7 ".join(parts)
