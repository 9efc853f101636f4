"""The words of an import of logs: what comes in, what becomes of each file, and what was left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from hemipelvi_gui.exchange.shape import FileError
from hemipelvi_gui.ui.days import span
from hemipelvi_gui.ui.messages import error_words
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import DOT, shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from hemipelvi_gui.coach.history import FileReport
    from hemipelvi_gui.domain.errors import KnownError
    from hemipelvi_gui.domain.log_files import Skipped
    from hemipelvi_gui.ui.log_preview import FileView, Preview

translate = QCoreApplication.translate
MOST_RANGES, MOST_REASONS = 30, 200


def counted(count: int, one: str, many: str) -> str:
    """As in "1 set" or "12 sets"; `many` has a place for `{count}`."""
    return one if count == 1 else many.format(count=number(count))


def number(count: int) -> str:
    """A count with its thousands apart, as in "12,345"."""
    return QLocale().toString(count)


def session_count(count: int) -> str:
    """As in "52 sessions"."""
    return counted(
        count, translate("LogImport", "1 session"), translate("LogImport", "{count} sessions")
    )


def set_count(count: int) -> str:
    """As in "804 sets"."""
    return counted(count, translate("LogImport", "1 set"), translate("LogImport", "{count} sets"))


def run_count(count: int) -> str:
    """As in "231 runs"."""
    return counted(count, translate("LogImport", "1 run"), translate("LogImport", "{count} runs"))


def headline(preview: Preview) -> str:
    """What an import would put in place."""
    what = _what(preview)
    if what:
        one = preview.sessions + preview.runs == 1
        comes = translate("LogImport", "{what} comes in")
        return (comes if one else translate("LogImport", "{what} come in")).format(what=what)
    reports = [each.report for each in preview.files if each.report and not each.others]
    if any(each.questions for each in reports):
        return translate("LogImport", "Say what the file does not tell, and see what comes in.")
    if not reports:
        if not preview.files:
            return translate("LogImport", "There is no log in there.")
        if len(preview.files) == 1:
            return translate("LogImport", "This file could not be read.")
        return translate("LogImport", "None of these files could be read.")
    if any(each.already_there for each in reports):
        return translate("LogImport", "Everything in there is in your log already.")
    return translate("LogImport", "There is nothing in there that could be taken over.")


def arrived_words(preview: Preview, *, undone: bool = False) -> str:
    """What came in, or what went again."""
    said = translate("LogImport", "{what} came in.")
    if undone:
        said = translate("LogImport", "{what} taken out again.")
    return said.format(what=_what(preview))


def _what(preview: Preview) -> str:
    """As in "52 sessions with 804 sets, 231 runs"; "" for nothing new."""
    parts = []
    if preview.sessions:
        said = translate("LogImport", "{sessions} with {sets}")
        parts.append(
            said.format(sessions=session_count(preview.sessions), sets=set_count(preview.sets))
        )
    if preview.runs:
        parts.append(run_count(preview.runs))
    return translate("LogImport", " and ").join(parts)


def about(preview: Preview) -> str:
    """From when to when it is, and what does not come in."""
    reports = [each.report for each in preview.files if each.report is not None]
    parts = [] if preview.days is None else [span(*preview.days)]
    # Those joined are among those that are there, in the log or in another file.
    there = sum(each.already_there - each.joined - each.again for each in reports)
    again = sum(each.again for each in reports)
    skipped = sum(
        len(each.report.skipped) for each in preview.files if each.report and not each.others
    )
    failed = sum(each.error is not None for each in preview.files)
    joined = sum(each.joined for each in reports)
    waiting = sum(bool(each.questions) for each in reports)
    if waiting:
        parts.append(
            counted(
                waiting,
                translate("LogImport", "1 file waits for your answer"),
                translate("LogImport", "{count} files wait for your answer"),
            )
        )
    if there:
        parts.append(translate("LogImport", "{count} there already").format(count=number(there)))
    if again:
        parts.append(_again(again, len(preview.files)))
    if joined:
        parts.append(
            counted(
                joined,
                translate("LogImport", "1 run from two sources is one"),
                translate("LogImport", "{count} runs from two sources are one each"),
            )
        )
    if skipped:
        parts.append(_left_out(skipped))
    if failed and len(preview.files) > 1:
        parts.append(
            counted(
                failed,
                translate("LogImport", "1 file could not be read"),
                translate("LogImport", "{count} files could not be read"),
            )
        )
    return DOT.join(parts)


def _again(count: int, files: int) -> str:
    """What is not in the log yet, but twice in what was chosen."""
    said = translate("LogImport", "{count} the same in two files")
    if files == 1:
        said = translate("LogImport", "{count} are in the file twice")
    return said.format(count=number(count))


def file_line(file: FileView) -> str:
    """What kind of file it is, how much is in it and from when to when."""
    if file.error is not None:
        return one_line(_reason(file.error))
    if file.others:
        return counted(
            file.others,
            translate("LogImport", "1 more file, which is no log"),
            translate("LogImport", "{count} more files, which are no logs"),
        )
    parts = [file.format]
    if file.sets:
        said = translate("LogImport", "{sets} in {sessions}")
        parts.append(said.format(sets=set_count(file.sets), sessions=session_count(file.sessions)))
    if file.runs or not file.sets:
        parts.append(run_count(file.runs))
    report = file.report
    if report is not None and report.first and report.last and not report.questions:
        parts.append(span(report.first, report.last))
    return DOT.join(parts)


def file_note(file: FileView) -> str:
    """What becomes of a file."""
    report = file.report
    if report is None:
        return translate("LogImport", "not read")
    if file.others:
        return ""
    if report.questions:
        return translate("LogImport", "waits for your answer")
    parts = []
    if report.stored:
        parts.append(translate("LogImport", "{count} new").format(count=number(report.stored)))
    there = report.already_there - report.joined - report.again
    if there > 0:
        known = translate("LogImport", "{count} there already")
        parts.append(known.format(count=number(there)))
    if report.again:
        again = translate("LogImport", "{count} the same as above")
        if report.stored:
            again = translate("LogImport", "{count} told twice")
        parts.append(again.format(count=number(report.again)))
    if report.joined:
        joined = translate("LogImport", "{count} joined to another source")
        parts.append(joined.format(count=number(report.joined)))
    if report.skipped:
        left = translate("LogImport", "{count} left out")
        parts.append(left.format(count=number(len(report.skipped))))
    return DOT.join(parts) or translate("LogImport", "nothing new")


def details(file: FileView) -> str:
    """All that is to be said of a file, in lines that can be copied; "" for nothing."""
    if file.error is not None:
        return error_words(file.error)
    return "" if file.report is None else "\n".join(_details(file.report))


def detail_title(file: FileView) -> str:
    """What the details are about: "12 lines left out · 2 things taken for granted"."""
    report = file.report
    if file.error is not None:
        return translate("LogImport", "What is wrong with it")
    if report is None or file.others:
        return ""
    parts = [_left_out(len(report.skipped))] if report.skipped else []
    if report.assumed:
        parts.append(
            counted(
                len(report.assumed),
                translate("LogImport", "1 thing taken for granted"),
                translate("LogImport", "{count} things taken for granted"),
            )
        )
    return DOT.join(parts)


def _details(report: FileReport) -> Iterator[str]:
    for text in report.assumed:
        yield shown(text)
    reasons = by_reason(report.skipped)
    for reason, lines in reasons[:MOST_REASONS]:
        yield _lines_words(lines, reason)
    if len(reasons) > MOST_REASONS:
        yield translate("LogImport", "And {count} more.").format(count=len(reasons) - MOST_REASONS)


def _reason(error: KnownError) -> str:
    """What is wrong with a file, without its name, which stands over it."""
    if not isinstance(error, FileError):
        return error_words(error)
    reason, where = shown(error.reason), shown(error.where)
    return f"{reason} ({where})" if where else reason


def by_reason(skipped: Iterable[Skipped]) -> list[tuple[str, list[int]]]:
    """The lines that were left out for each reason, in the order of the file."""
    found: dict[str, list[int]] = {}
    known: dict[int, str] = {}
    for line, reason in skipped:
        # Thousands of lines share one text.
        words = known.get(id(reason)) or known.setdefault(id(reason), shown(reason))
        found.setdefault(words, []).append(line)
    return list(found.items())


def _lines_words(lines: Sequence[int], reason: str) -> str:
    """As in "Lines 3–12, 15: it says no reps"."""
    ranges = list(_ranges(lines))
    if ranges in ([], ["0"]):
        return f"{number(len(lines))} \u00d7 {reason}" if len(lines) > 1 else reason
    listed = ", ".join(ranges[:MOST_RANGES])
    if len(ranges) > MOST_RANGES:
        listed += "\u2026"
    said = (
        translate("LogImport", "Line {lines}: {reason}")
        if len(lines) == 1
        else translate("LogImport", "Lines {lines}: {reason}")
    )
    return said.format(lines=listed, reason=reason)


def _ranges(lines: Sequence[int]) -> Iterator[str]:
    """Lines that follow each other as one range."""
    start = last = None
    for line in sorted(set(lines)):
        if start is None or last is None:
            start = line
        elif line != last + 1:
            yield _range(start, last)
            start = line
        last = line
    if start is not None and last is not None:
        yield _range(start, last)


def _range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}\u2013{last}"


def _left_out(count: int) -> str:
    return counted(
        count,
        translate("LogImport", "1 line left out"),
        translate("LogImport", "{count} lines left out"),
    )
