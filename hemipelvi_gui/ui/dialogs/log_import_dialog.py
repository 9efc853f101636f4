"""Logs of other programs come in: choose, see what is in them, answer what they leave open."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.ui.dialogs.frame import ThemedDialog, push_button
from hemipelvi_gui.ui.dialogs.log_import_preview import LogPreview
from hemipelvi_gui.ui.dialogs.log_import_start import ReadingPage, StartPage
from hemipelvi_gui.ui.dialogs.name_queue import NameQueue
from hemipelvi_gui.ui.dialogs.name_review import NameReview
from hemipelvi_gui.ui.errand import Errand
from hemipelvi_gui.ui.last_folder import last_folder, remember_folder
from hemipelvi_gui.ui.late import Meanwhile
from hemipelvi_gui.ui.log_preview import Ground, Preview, Wish, answered, preview
from hemipelvi_gui.ui.messages import error_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from hemipelvi_gui.coach.history import NameMatch
    from hemipelvi_gui.ui.theme import Theme

translate = QCoreApplication.translate
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LogImportDialog(ThemedDialog):
    """Nothing is stored here. `accepted_preview` carries the preview whose changes to put in place.

    `ground` is asked once, a bit at a time, with the first reading. `keeper` outlives the dialog,
    and with it what is still being read when the dialog closes.
    """

    holds_window = True
    accepted_preview = Signal(object)

    def __init__(
        self,
        theme: Theme,
        ground: Callable[[], Iterator[Ground | None]],
        keeper: QObject,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, translate("LogImport", "Import a log"), (760, 520), parent)
        self.setAcceptDrops(True)
        self._ask_ground = ground
        self._ground: Ground | None = None
        self.wish = Wish(())
        self.preview: Preview | None = None
        self._names: dict[str, NameMatch] = {}
        self._uses: dict[str, int] = {}
        self._imports = False
        self._gathering = Meanwhile(self)
        self._errand = Errand(keeper)
        self._errand.moved.connect(self._show_progress)
        self._errand.done.connect(self._show_preview)
        self._errand.failed.connect(self._say_failed)
        self.start, self.reading = StartPage(theme), ReadingPage(theme)
        self.shown = LogPreview(theme)
        self.review: NameReview | None = None
        self.start.files_asked.connect(self.ask_files)
        self.start.folder_asked.connect(self.ask_folder)
        self.shown.answered.connect(self._answer)
        self.shown.review_asked.connect(self.look_at_names)
        self.shown.entered.connect(self.import_all)
        self._lay_out()
        self.restyle()
        self._turn_to(self.start)
        self.start.files.setFocus()

    @property
    def busy(self) -> bool:
        """Whether something is being worked out."""
        return self._errand.busy or not self._gathering.is_done

    def read(self, paths: Sequence[Path]) -> None:
        """Read these too."""
        more = [each for each in dict.fromkeys(paths) if each not in self.wish.paths]
        if more:
            self._run(replace(self.wish, paths=(*self.wish.paths, *more)), show=True)

    def ask_files(self) -> None:
        """Ask which files to read."""
        kinds = translate(
            "LogImport",
            "Logs (*.csv *.tsv *.txt *.fit *.tcx *.gpx *.gz *.zip *.fitnotes *.sqlite);;"
            "All files (*)",
        )
        title = translate("LogImport", "Choose logs")
        names, _ = QFileDialog.getOpenFileNames(self, title, str(last_folder()), kinds)
        self._read_chosen(names)

    def ask_folder(self) -> None:
        """Ask which folder to read."""
        title = translate("LogImport", "Choose a folder of logs")
        name = QFileDialog.getExistingDirectory(self, title, str(last_folder()))
        self._read_chosen([name] if name else [])

    def look_at_names(self, every: bool) -> None:
        """Go through the names, all of them or those that were only guessed."""
        if self._ground is None or self.preview is None:
            return
        unsure = self._unsure()
        rest = [each for each in self._names.values() if each not in unsure] if every else []
        names = [*unsure, *rest] if every else [each for each in unsure if self._is_open(each)]
        if not names:
            return
        queue = NameQueue(names, self._uses, self._ground.library, self.wish.decisions)
        review = NameReview(self.theme, queue)
        review.left.connect(self._leave_review)
        self._drop_review()
        self.review = review
        self._pages.addWidget(review)
        self._turn_to(review)
        review.begin()

    def import_all(self) -> None:
        """Hand over what is to be put in place, as soon as it is worked out."""
        if not self.go.isEnabled():
            return
        self._imports = True
        if not self.busy and self.preview is not None:
            self.accepted_preview.emit(self.preview)
            self.accept()

    # The work

    def _read_chosen(self, names: Sequence[str]) -> None:
        paths = [Path(each) for each in names]
        if paths:
            remember_folder(paths[0])
        self.read(paths)

    def _run(self, wish: Wish, *, show: bool) -> None:
        """Work the wish out; `show` the reading meanwhile, as it may take long."""
        self.wish = wish
        if show:
            self.reading.begin(wish.paths)
            self._turn_to(self.reading)
        if self._ground is None:
            self._gathering.begin(self._gather())
        else:
            self._errand.run(partial(preview, wish, self._ground, self.preview))

    def _gather(self) -> Iterator[None]:
        for found in self._ask_ground():
            self._ground = found
            yield
        self._run(self.wish, show=False)

    def _answer(self, field: str, answer: object) -> None:
        self._run(answered(self.wish, **{field: answer}), show=False)
        self._show_busy()

    def _show_progress(self, done: int, total: int) -> None:
        self.reading.show_progress(done, total)

    def _show_preview(self, found: object) -> None:
        if not isinstance(found, Preview):
            return
        self.preview = found
        for name, match in found.assembly.names.items():
            # What somebody decided is no proposal any more.
            if name not in self.wish.decisions:
                self._names[name] = match
            self._uses[name] = found.assembly.uses.get(name, 0)
        self.shown.show_preview(found, sum(map(self._is_open, self._unsure())))
        if self._pages.currentWidget() in (self.start, self.reading):
            self._turn_to(self.shown)
            if not self.shown.questions.focus_open():
                self.shown.list.setFocus()
        self._show_busy()
        if self._imports:
            self.import_all()

    def _say_failed(self, error: object) -> None:
        if isinstance(error, KnownError):
            self.reading.fail(error_words(error))
            self._turn_to(self.reading)

    def _unsure(self) -> list[NameMatch]:
        """Names that were only guessed: those of leg work first, then those with most sets."""

        def key(match: NameMatch) -> tuple[bool, int, str]:
            no_legs = match.made is not None and match.made.facets is None
            return (no_legs, -self._uses.get(match.name, 0), match.name)

        return sorted((each for each in self._names.values() if each.unsure), key=key)

    def _is_open(self, match: NameMatch) -> bool:
        return match.name not in self.wish.decisions

    def _leave_review(self) -> None:
        review = self.review
        if review is None or self._pages.currentWidget() is not review:
            return
        self._turn_to(self.shown)
        self.shown.list.setFocus()
        if review.queue.decisions != self.wish.decisions:
            self._run(replace(self.wish, decisions=dict(review.queue.decisions)), show=False)
            self._show_busy()

    def _drop_review(self) -> None:
        if self.review is not None:
            self._pages.removeWidget(self.review)
            self.review.deleteLater()
            self.review = None

    # What is shown

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.start, self.reading, self.shown):
            self._pages.addWidget(page)
        self.more = push_button(translate("LogImport", "Add &more files\u2026"), self.ask_files)
        self.leave = push_button(translate("LogImport", "Cancel"), self.reject)
        self.go = push_button(translate("LogImport", "&Import"), self.import_all, "primary")
        bottom = QHBoxLayout()
        bottom.addWidget(self.more)
        bottom.addStretch(1)
        bottom.addWidget(self.leave)
        bottom.addWidget(self.go)
        whole = QVBoxLayout(self)
        whole.addWidget(self._pages, 1)
        whole.addLayout(bottom)

    def _turn_to(self, page: QWidget) -> None:
        self._pages.setCurrentWidget(page)
        self._show_busy()

    def _show_busy(self) -> None:
        """What the buttons can do now."""
        shows = self._pages.currentWidget() is self.shown
        has = self.preview is not None and bool(self.preview.assembly.changes)
        self.leave.setVisible(self._pages.currentWidget() is not self.review)
        self.go.setVisible(shows)
        self.go.setEnabled(has or (shows and self.busy))
        self.more.setVisible(shows)
        done = shows and not has and not self.busy and not self.shown.questions.open
        words = translate("LogImport", "Close") if done else translate("LogImport", "Cancel")
        self.leave.setText(words)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and folders from the desktop."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read what was dropped."""
        event.acceptProposedAction()
        urls = event.mimeData().urls()
        self.read([Path(url.toLocalFile()) for url in urls if url.isLocalFile()])

    def reject(self) -> None:
        """Escape leaves the review first, then the dialog, whatever is going on."""
        if self.review is not None and self._pages.currentWidget() is self.review:
            self._leave_review()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Leave no work behind; nobody waits for its end."""
        # Twice, where it is closed while it closes.
        with suppress(RuntimeError):
            self._gathering.stop()
            self._errand.retire()
        super().done(result)
