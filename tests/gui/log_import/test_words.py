from __future__ import annotations

from pathlib import Path

import pytest

from hemipelvi_gui.coach.history import FileReport
from hemipelvi_gui.domain.log_files import Skipped
from hemipelvi_gui.domain.text import translate
from hemipelvi_gui.exchange.logs import LogFile
from hemipelvi_gui.ui.dialogs.log_import_words import detail_title, details, file_line, file_note
from hemipelvi_gui.ui.log_preview import FileView, name_of

WHY = translate("Test", "it says no reps.")


def view(*lines: int) -> FileView:
    skipped = tuple(Skipped(line, WHY) for line in lines)
    return FileView(
        "a.csv", "Strong", 1, 9, report=FileReport("a.csv", "strong", 9, skipped=skipped)
    )


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((4,), "Line 4: it says no reps."),
        ((4, 5, 6, 9), "Lines 4\u20136, 9: it says no reps."),
        ((0,), "it says no reps."),
        ((0, 0), "2 \u00d7 it says no reps."),
        ((), ""),
    ],
)
def test_lines_with_one_reason_are_told_of_together(lines: tuple[int, ...], words: str) -> None:
    assert details(view(*lines)) == words


def test_of_very_many_lines_the_first_are_told() -> None:
    words = details(view(*range(1, 200_000, 2)))
    assert words.startswith("Lines 1, 3, 5, ")
    assert len(words) < 300
    assert detail_title(view(1, 2)) == "2 lines left out"


def test_what_is_no_log_in_a_folder_is_only_counted() -> None:
    others = FileView("export", others=3, report=FileReport("export", "archive", 3))
    assert file_line(others) == "3 more files, which are no logs"
    assert file_note(others) == ""
    assert detail_title(others) == ""


@pytest.mark.parametrize(
    ("path", "member", "name"),
    [
        ("/home/me/mine.csv", "", "mine.csv"),
        ("/home/me/export.zip", "runs/1.fit.gz", "export.zip \u203a runs/1.fit.gz"),
        ("/home/me/logs", "runs/1.fit", "logs \u203a runs/1.fit"),
    ],
)
def test_a_file_is_called_as_a_person_knows_it(path: str, member: str, name: str) -> None:
    assert name_of(LogFile(Path(path), member, None, None)) == name
