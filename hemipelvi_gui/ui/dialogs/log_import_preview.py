"""What an import of logs would do: in all, by file, and what the runner may want to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from hemipelvi_gui.ui.dialogs.frame import push_button
from hemipelvi_gui.ui.dialogs.log_import_inside import inside
from hemipelvi_gui.ui.dialogs.log_import_words import (
    about,
    detail_title,
    details,
    file_line,
    file_note,
    headline,
)
from hemipelvi_gui.ui.dialogs.log_questions import LogQuestions
from hemipelvi_gui.ui.dialogs.rows import Row, RowKind, RowModel
from hemipelvi_gui.ui.dialogs.rows_view import RowsView
from hemipelvi_gui.ui.dialogs.whole_text import WholeText
from hemipelvi_gui.ui.plain import menu_text, one_line, plain_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.domain.log_files import ReadLog
    from hemipelvi_gui.ui.log_preview import FileView, Preview
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
# A list of more rows is higher than any screen.
MOST_MEASURED = 60


class LogPreview(QScrollArea):
    """Shows a preview. `review_asked(all)`: names are to be looked at, all or the unsure ones.

    `answered(field, answer)`: a question was. `entered`: Enter in the list.
    """

    review_asked = Signal(bool)
    answered = Signal(str, object)
    entered = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._files: dict[str, FileView] = {}
        self._logs: dict[str, ReadLog | None] = {}
        self.said, self.more = plain_label(kind="title"), plain_label(kind="muted")
        for label in (self.said, self.more):
            label.setWordWrap(True)
        self.questions = LogQuestions(theme)
        self.questions.answered.connect(self.answered)
        self.names = plain_label()
        self.names.setWordWrap(True)
        self.review = push_button(
            translate("LogImport", "&Look at them"), lambda: self.review_asked.emit(False), "pill"
        )
        self.every = push_button(
            translate("LogImport", "All names"), lambda: self.review_asked.emit(True), "link"
        )
        self.list = RowsView(theme, RowModel(self._complete), translate("LogImport", "Files"))
        self.inside = plain_label(kind="muted")
        self.inside.setWordWrap(True)
        self.unfold = push_button("", self._fold, "link")
        self.unfold.setCheckable(True)
        self.details = WholeText()
        self.details.setProperty("kind", "field")
        self.details.setAccessibleName(translate("LogImport", "What was left out, and why"))
        self.copy = push_button(translate("LogImport", "Copy"), self._copy, "link")
        self.list.chosen.connect(self._show_file)
        self.list.entered.connect(lambda _key: self.entered.emit())
        self._lay_out()
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_preview(self, preview: Preview, to_look_at: int) -> None:
        """Show another preview; so many names are still to be looked at."""
        self.said.setText(headline(preview))
        self.more.setText(about(preview))
        self.more.setVisible(bool(self.more.text()))
        self.questions.show_preview(preview)
        self._show_names(preview, to_look_at)
        chosen = self.list.key
        self._files = {str(at): each for at, each in enumerate(preview.files)}
        self._logs = {str(at): each.log for at, each in enumerate(preview.read)}
        self.list.rows.set_rows(_rows(self._files))
        self.list.setVisible(bool(self._files))
        self._fit()
        if all(each.error is not None for each in preview.files):
            self.unfold.setChecked(True)
        if not (chosen and self.list.choose(chosen)):
            self.list.choose_first()
        self._show_file(self.list.key)

    def _show_names(self, preview: Preview, to_look_at: int) -> None:
        count = len(preview.assembly.names)
        self._names.setVisible(bool(count))
        matched = count - to_look_at
        said = translate("LogImport", "Exercise names: {matched} of {count} are clear.")
        if to_look_at == 1:
            said = translate(
                "LogImport", "Exercise names: {matched} of {count} are clear, 1 to look at."
            )
        elif to_look_at:
            said = translate(
                "LogImport", "Exercise names: {matched} of {count} are clear, {left} to look at."
            )
        self.names.setText(said.format(matched=matched, count=count, left=to_look_at))
        self.review.setVisible(bool(to_look_at))

    def _show_file(self, key: str) -> None:
        file = self._files.get(key)
        log = None if file is None or file.others else self._logs.get(key)
        self.inside.setText("" if log is None else inside(log))
        self.inside.setVisible(bool(self.inside.text()))
        title = "" if file is None else detail_title(file)
        self.unfold.setVisible(bool(title))
        words = one_line(f"{file.name}: {title}", 110) if file and len(self._files) > 1 else title
        self.unfold.setText(menu_text(words))
        self._fold()

    def _fold(self) -> None:
        """Show the details of the chosen file, or hide them."""
        shows = self.unfold.isChecked() and self.unfold.isVisibleTo(self)
        file = self._files.get(self.list.key)
        if shows and file is not None:
            self.details.setPlainText(details(file))
        self.details.setVisible(shows)
        self.copy.setVisible(shows)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())

    def _complete(self, row: Row) -> Row:
        """A row is filled in when it is first seen: there may be thousands."""
        file = self._files.get(row.key)
        if file is None:
            return row
        return Row(row.kind, row.title, file_line(file), file_note(file), row.key)

    def _lay_out(self) -> None:
        self._names = QWidget()
        names = QHBoxLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.addWidget(self.names, 1)
        names.addWidget(self.every)
        names.addWidget(self.review)
        under = QHBoxLayout()
        under.addWidget(self.unfold)
        under.addStretch(1)
        under.addWidget(self.copy)
        page = QWidget()
        page.setProperty("kind", "clear")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(page)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.said, self.more, self.questions, self._names):
            self._column.addWidget(widget)
        self._column.addWidget(self.list, 3)
        self._column.addWidget(self.inside)
        self._column.addLayout(under)
        self._column.addWidget(self.details)
        self._column.addStretch(0)

    def _fit(self) -> None:
        """The list is no higher than its rows, so that what is said of one is beneath them."""
        delegate, rows = self.list.itemDelegate(), self.list.rows
        option = QStyleOptionViewItem()
        shown = range(min(rows.rowCount(), MOST_MEASURED))
        high = sum(delegate.sizeHint(option, rows.index(row)).height() for row in shown)
        self.list.setMaximumHeight(high + self._theme.px(4))
        self.list.setMinimumHeight(min(high, self._theme.px(130)))

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setSpacing(px(8))
        self._fit()


def _rows(files: dict[str, FileView]) -> Iterator[Row]:
    """Files that want a look first, under headings where there are several."""
    wants = {key: each for key, each in files.items() if _wants_look(each)}
    groups = (
        (translate("LogImport", "To look at"), wants),
        (
            translate("LogImport", "Read"),
            {key: each for key, each in files.items() if key not in wants},
        ),
    )
    both = all(group for _, group in groups)
    for title, group in groups:
        if group and both:
            yield Row(RowKind.HEADING, title, key=title)
        for key, each in group.items():
            yield Row(RowKind.ENTRY, one_line(each.name, 160), key=key)


def _wants_look(file: FileView) -> bool:
    return file.error is not None or (file.report is not None and bool(file.report.questions))
