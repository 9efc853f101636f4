"""The first page: the idea in six sentences, and a ready session to bend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.sheets.glyph import PAIRED, STRIDE
from hemipelvi_gui.ui.plain import menu_text, plain_label, tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.session import Session
    from hemipelvi_gui.ui.theme import Theme
    from hemipelvi_gui.ui.widgets.glyphs import GlyphCache

translate = QCoreApplication.translate
READING_WIDTH = 760


def sentences() -> tuple[str, ...]:
    """The idea, in six."""
    return (
        translate("Welcome", "When you run, the two halves of your pelvis do opposite jobs."),
        translate("Welcome", "So most of your gym work can look like running: split, single-leg."),
        translate("Welcome", "Squats and deadlifts train both halves to do the same; keep some."),
        translate("Welcome", "After a big lift comes something that gives the hips room again."),
        translate(
            "Welcome", "A gauge shows how much of a session looks like running while you plan."
        ),
        translate("Welcome", "It is a coaching model, not proven science: your running decides."),
    )


class WelcomePage(QScrollArea):
    """Shown on the first run and when asked for. `picked`: bend this session; `skipped`: none.

    `plan_wanted`: begin with weeks instead; `log_wanted`: with what other programs logged.
    """

    picked = Signal(object)
    skipped = Signal()
    plan_wanted = Signal()
    log_wanted = Signal()

    def __init__(
        self, theme: Theme, glyphs: GlyphCache, ready: Sequence[Session], *, first: bool = True
    ) -> None:
        super().__init__()
        self._first = first
        self._theme, self._glyphs = theme, glyphs
        self._pictures = (QLabel(), QLabel())
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(translate("Welcome", "The idea"))
        self._sheet = QFrame()
        self._sheet.setProperty("kind", "panel")
        self._box = QVBoxLayout(self._sheet)
        self._fill(ready)
        around = QWidget()
        around.setProperty("kind", "clear")
        outer = QGridLayout(around)
        outer.addWidget(self._sheet, 1, 1)
        for edge in (0, 2):
            outer.setRowStretch(edge, 1)
            outer.setColumnStretch(edge, 1)
        outer.setColumnStretch(1, 100)
        self.setWidget(around)
        theme.changed.connect(self._restyle)
        self._restyle()

    def _fill(self, ready: Sequence[Session]) -> None:
        title = plain_label(translate("Welcome", "Lift the way you run"), "display")
        self._box.addWidget(title)
        self._box.addSpacing(4)
        self._box.addLayout(self._picture_row())
        for number, sentence in enumerate(sentences(), 1):
            line = QHBoxLayout()
            figure = plain_label(str(number), "teal")
            words = plain_label(sentence, "reading")
            words.setWordWrap(True)
            line.addWidget(figure)
            line.addWidget(words, 1)
            self._box.addLayout(line)
        self._box.addSpacing(8)
        self._box.addWidget(plain_label(translate("Welcome", "Bend a ready session"), "heading"))
        grid = QGridLayout()
        self.buttons: list[QPushButton] = []
        for at, session in enumerate(ready):
            offer = menu_text(session.name)
            if session.minutes:
                minutes = translate("Welcome", "{minutes} min").format(minutes=session.minutes)
                offer = f"{offer}  \u00b7  {minutes}"
            button = QPushButton(offer)
            button.setProperty("kind", "choice")
            button.setToolTip(tooltip(session.notes))
            button.clicked.connect(lambda _=False, chosen=session: self.picked.emit(chosen))
            self.buttons.append(button)
            grid.addWidget(button, at // 2, at % 2)
        self._box.addLayout(grid)
        back = translate("Welcome", "Or begin with an empty session")
        if not self._first:
            back = translate("Welcome", "Back to your session")
        self.empty = QPushButton(back)
        self.empty.setProperty("kind", "link")
        self.empty.clicked.connect(self.skipped)
        self.plan = QPushButton(translate("Welcome", "Plan weeks\u2026"))
        self.plan.setProperty("kind", "link")
        tip = translate("Welcome", "Begin a plan of several weeks, with sessions and runs")
        self.plan.setToolTip(tooltip(tip))
        self.plan.clicked.connect(self.plan_wanted)
        self.log = QPushButton(translate("Welcome", "Import a log\u2026"))
        self.log.setProperty("kind", "link")
        tip = translate("Welcome", "Begin with what Strong, Hevy, Strava or your watch logged")
        self.log.setToolTip(tooltip(tip))
        self.log.clicked.connect(self.log_wanted)
        ways = QHBoxLayout()
        ways.addWidget(self.empty)
        ways.addStretch(1)
        ways.addWidget(self.log)
        ways.addStretch(1)
        ways.addWidget(self.plan)
        self._box.addLayout(ways)

    def _picture_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        captions = (
            translate("Welcome", "Squat: both halves do the same"),
            translate("Welcome", "Stride: one carries, one swings"),
        )
        for picture, caption in zip(self._pictures, captions, strict=True):
            column = QVBoxLayout()
            words = plain_label(caption, "muted")
            for each in (picture, words):
                each.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(each)
            picture.setAccessibleName(caption)
            row.addLayout(column)
        return row

    def _restyle(self) -> None:
        px = self._theme.px
        self._sheet.setMaximumWidth(px(READING_WIDTH))
        self._box.setContentsMargins(px(40), px(28), px(40), px(28))
        self._box.setSpacing(px(8))
        ratio = self.devicePixelRatioF()
        for picture, look in zip(self._pictures, (PAIRED, STRIDE), strict=True):
            picture.setPixmap(self._glyphs.of_look(look, px(168), ratio))
