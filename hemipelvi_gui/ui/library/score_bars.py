"""A score as a picture: a ruler with the classes, and a bar for each of the four terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hemipelvi_gui.domain.facets import JOBS_WEIGHT, laterality
from hemipelvi_gui.ui.library.facet_words import (
    FACETS,
    WEIGHTS,
    facet_name,
    level_word,
    terms_of,
)
from hemipelvi_gui.ui.plain import plain_label
from hemipelvi_gui.ui.widgets.exercise_card import SCORE_ROLES
from hemipelvi_gui.ui.widgets.labels import ElidedLabel
from hemipelvi_gui.ui.wording import class_word, score_sum, score_word

if TYPE_CHECKING:
    from hemipelvi_gui.domain.facets import Facets
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
# Where one class ends and the next begins, with the surface of each (MODEL.md 1).
CLASS_ENDS = ((0.2, "amber"), (0.5, "amber"), (0.8, "teal"), (1.0, "teal"))
FAINT = (0.45, 0.22, 0.22, 0.45)
LIMITS = (0.0, 0.2, 0.5, 0.8, 1.0)
BAR, RULER = 8, 10


class TermBar(QWidget):
    """What one facet adds, on a track as long as it could add at most."""

    def __init__(self, theme: Theme, facet: str) -> None:
        super().__init__()
        self._theme, self._facet = theme, facet
        self._term = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_term(self, term: float) -> None:
        """Show another term."""
        self._term = term
        self.update()

    def sizeHint(self) -> QSize:
        """Long enough for the largest weight to be told from the smallest."""
        return QSize(self._theme.px(90), self._theme.px(BAR))

    def minimumSizeHint(self) -> QSize:
        """The same, shorter."""
        return QSize(self._theme.px(48), self._theme.px(BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The track and the term on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = float(self._theme.px(BAR))
        top = (self.height() - high) / 2
        for role, part in (("track", WEIGHTS[self._facet]), ("accent", self._term)):
            if part > 0:
                painter.setBrush(self._theme.palette.colour(role))
                width = max(high, self.width() * part / JOBS_WEIGHT)
                painter.drawRoundedRect(QRectF(0, top, width, high), high / 2, high / 2)
        painter.end()


class ScoreRuler(QWidget):
    """The line from 0, a squat, to 1, a skip, with the classes on it and the score marked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_score(self, score: float | None) -> None:
        """Mark another score; None marks nothing."""
        self._score = score
        self.update()

    def sizeHint(self) -> QSize:
        """Ruler and figures beneath it."""
        px = self._theme.px
        return QSize(px(260), px(RULER + 26))

    def minimumSizeHint(self) -> QSize:
        """Short, but never lower."""
        return QSize(self._theme.px(140), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Zones, limits and the mark."""
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(10.5)
        metrics = QFontMetricsF(font)
        side = float(px(8))
        length, top, high = self.width() - 2 * side, float(px(6)), float(px(RULER))
        painter.setPen(Qt.PenStyle.NoPen)
        before = 0.0
        for (end, role), strength in zip(CLASS_ENDS, FAINT, strict=True):
            colour = theme.palette.colour(role)
            colour.setAlphaF(strength)
            painter.setBrush(colour)
            gap = px(2) if end < 1 else 0
            painter.drawRect(
                QRectF(side + before * length, top, (end - before) * length - gap, high)
            )
            before = end
        painter.setFont(font)
        painter.setPen(theme.palette.colour("muted"))
        base = top + high + metrics.ascent() + px(3)
        for limit in LIMITS:
            words = f"{limit:g}"
            x = side + limit * length - metrics.horizontalAdvance(words) / 2
            painter.drawText(QPointF(x, base), words)
        if self._score is not None:
            x = side + self._score * length
            painter.setPen(QPen(theme.palette.colour("panel"), px(2)))
            painter.setBrush(theme.palette.colour("ink"))
            radius = high * 0.72
            painter.drawEllipse(QPointF(x, top + high / 2), radius, radius)
        painter.end()


class ScoreHead(QFrame):
    """The score in figures, its class, and both on the ruler."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._score: float | None = None
        self._figure = plain_label()
        self._class = ElidedLabel()
        self.ruler = ScoreRuler(theme)
        row = self._row = QHBoxLayout()
        row.addWidget(self._figure, 0, Qt.AlignmentFlag.AlignBottom)
        row.addWidget(self._class, 1, Qt.AlignmentFlag.AlignBottom)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(row)
        self._box.addWidget(self.ruler)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> str:
        """Score and class."""
        return f"{self._figure.text()} {self._class.text()}"

    def show_facets(self, facets: Facets | None) -> None:
        """Show the score of these facets; None has none."""
        self._score = None if facets is None else facets.asymmetry
        self._figure.setText(score_word(self._score))
        self._class.setText(class_word(laterality(self._score)))
        self.ruler.show_score(self._score)
        self.setAccessibleName(translate("Library", "Score"))
        self.setAccessibleDescription(f"{self.words}. {score_sum(facets)}")
        self._colour()

    def _colour(self) -> None:
        colour = self._theme.palette.colour(SCORE_ROLES[laterality(self._score)]).name()
        for label in (self._figure, self._class):
            label.setStyleSheet(f"color: {colour}")

    def _restyle(self) -> None:
        self._figure.setFont(self._theme.bold(28))
        self._class.setFont(self._theme.bold(14))
        self._box.setSpacing(self._theme.px(2))
        self._row.setSpacing(self._theme.px(10))
        self.ruler.updateGeometry()
        self._colour()


class ScoreBars(QFrame):
    """The four terms that make a score, each with its level in words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = ScoreHead(theme)
        self._bars = {facet: TermBar(theme, facet) for facet in FACETS}
        self._levels = {facet: ElidedLabel() for facet in FACETS}
        self._names = {facet: plain_label(facet_name(facet), "muted") for facet in FACETS}
        self._terms = {facet: plain_label() for facet in FACETS}
        self._none = plain_label(score_sum(None), "muted")
        self._none.setWordWrap(True)
        self._rows = QWidget()
        self._rows.setProperty("kind", "clear")
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for row, facet in enumerate(FACETS):
            self._terms[facet].setAlignment(Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(self._names[facet], 2 * row, 0)
            self._grid.addWidget(self._levels[facet], 2 * row, 1)
            self._grid.addWidget(self._terms[facet], 2 * row, 2)
            self._grid.addWidget(self._bars[facet], 2 * row + 1, 0, 1, 3)
        self._grid.setColumnStretch(1, 1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for each in (self.head, self._none, self._rows):
            self._box.addWidget(each)
        theme.changed.connect(self._restyle)
        self._restyle()

    @property
    def words(self) -> tuple[str, ...]:
        """Each term: "Stance: Split .200"."""
        return tuple(
            f"{self._names[each].text()}: {self._levels[each].text()} {self._terms[each].text()}"
            for each in FACETS
        )

    def show_facets(self, facets: Facets | None) -> None:
        """Show what makes the score of these facets."""
        self.head.show_facets(facets)
        self._rows.setVisible(facets is not None)
        self._none.setVisible(facets is None)
        if facets is None:
            return
        for facet, term in terms_of(facets).items():
            self._bars[facet].show_term(term)
            self._levels[facet].setText(level_word(facet, getattr(facets, facet)))
            self._terms[facet].setText(f"{term:.3f}".removeprefix("0"))

    def _restyle(self) -> None:
        px = self._theme.px
        self._box.setSpacing(px(8))
        self._grid.setHorizontalSpacing(px(14))
        self._grid.setVerticalSpacing(px(3))
        for facet in FACETS:
            self._names[facet].setFont(self._theme.font(12))
            self._levels[facet].setFont(self._theme.bold(12))
            self._terms[facet].setFont(self._theme.font(12))
            self._bars[facet].updateGeometry()
