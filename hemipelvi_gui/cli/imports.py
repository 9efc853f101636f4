"""`hemipelvi import`: other programs' logs into the runner's own, all of them or nothing."""

from __future__ import annotations

import sys
from contextlib import contextmanager, nullcontext
from datetime import date
from typing import TYPE_CHECKING, Any

from hemipelvi_gui.cli.codes import BAD_INPUT, FINE, STOPPED
from hemipelvi_gui.coach.history import FileReport, Here, NamedLog, assemble, earlier_units
from hemipelvi_gui.domain.errors import KnownError
from hemipelvi_gui.domain.library import load_exercises
from hemipelvi_gui.domain.log import Log
from hemipelvi_gui.domain.log_files import OTHERS, Answers, DistanceUnit, Question
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import MassUnit
from hemipelvi_gui.exchange import shown
from hemipelvi_gui.paths import resource, user_data

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from hemipelvi_gui.coach.history import Assembly
    from hemipelvi_gui.exchange import FileError
    from hemipelvi_gui.exchange.logs import LogFile
    from hemipelvi_gui.storage import Store

DAY_FIRST = "day-first"
MOST_REASONS = 5
# How the time goes, roughly: reading the files, putting them together.
READ = 0.6
OPEN = {
    Question.UNITS: translate("Import", "it does not tell kilograms from pounds."),
    Question.DATE_ORDER: translate("Import", "it does not tell days from months."),
    Question.DISTANCE: translate("Import", "it does not tell kilometres from miles."),
}
OPTIONS = {
    Question.UNITS: "--units kg|lb",
    Question.DATE_ORDER: "--dates day-first|month-first",
    Question.DISTANCE: "--distance km|mi",
}


def bring_in(namespace: Namespace) -> int:
    """Read the files and store what is new, in one transaction; `--dry-run` only tells.

    2 where a file can't be read or leaves something open; what the other files say is stored all
    the same. After Ctrl+C nothing is.
    """
    from hemipelvi_gui.storage.uncollected import uncollected

    folder: Path = namespace.data or user_data()
    try:
        with _alone(folder, namespace.dry_run), uncollected():
            return _bring_in(folder, namespace)
    except KeyboardInterrupt:
        print(translate("Import", "Stopped. Nothing was stored."), file=sys.stderr)
        return STOPPED


def _bring_in(folder: Path, namespace: Namespace) -> int:
    from hemipelvi_gui.exchange.logs import read_logs

    progress = _progress()
    with _store(folder, namespace.dry_run) as store:
        log = Log() if store is None else store.log_between(date.min, date.max)
        answers = _answers(namespace, log)
        read = read_logs(namespace.files, answers, lambda done: progress(READ * done))
        logs = [NamedLog(_shown(each), each.log) for each in read if each.log is not None]
        made = _assembled(store, log, logs, lambda done: progress(READ + (1 - READ) * done))
        progress(1.0)
        if made.changes and store is not None and not namespace.dry_run:
            store.apply(made.changes)
    failed = [(_shown(each), each.error) for each in read if each.error is not None]
    if namespace.json:
        from hemipelvi_gui.cli.report import print_json

        print_json(list(_all_as_json(read, made)))
    else:
        _print(made, dry_run=namespace.dry_run)
    for name, error in failed:
        print(f"hemipelvi: {name}: {_reason(error)}{_advice(error)}", file=sys.stderr)
    asked = [(each.file, question) for each in made.reports for question in each.questions]
    for file, question in asked:
        print(_asked(file, question), file=sys.stderr)
    return BAD_INPUT if failed or (asked and not namespace.dry_run) else FINE


def _assembled(
    store: Store | None, log: Log, logs: Sequence[NamedLog], tick: Callable[[float], None]
) -> Assembly:
    ready = load_exercises(resource("exercises"))
    if store is None:
        return assemble(logs, ready, tick=tick)
    own = {each.id: each for each in store.exercises()}
    known = {each.id: each for each in store.known_names()}
    days = [each.date for one in logs for each in one.log.runs]
    planned = store.agenda_between(min(days), max(days)).runs.values() if days else ()
    here = Here(log, frozenset(store.deleted()), known, tuple(planned))
    return assemble(logs, ready | own | ready, here, tick=tick)


def _answers(namespace: Namespace, log: Log) -> Answers:
    return Answers(
        None if namespace.units is None else MassUnit(namespace.units),
        None if namespace.dates is None else namespace.dates == DAY_FIRST,
        None if namespace.distance is None else DistanceUnit(namespace.distance),
        earlier_units(log.diary.values()),
    )


def _alone(folder: Path, dry_run: bool) -> AbstractContextManager[object]:
    """The right to write to the folder. Raises KnownError where a window has it."""
    from hemipelvi_gui.storage import acquire

    if dry_run:
        return nullcontext()
    lock = acquire(folder)
    if lock is None:
        raise KnownError(
            translate(
                "Import",
                "{folder} is open in a Hemipelvi window. Nothing was stored.",
                folder=shown(str(folder)),
            ),
            translate("Import", "Import the files there, or close the window and try again."),
        )
    return lock


@contextmanager
def _store(folder: Path, dry_run: bool) -> Iterator[Store | None]:
    """The runner's store; for a dry run only to read, and None where there is none yet."""
    if dry_run:
        from hemipelvi_gui.cli.own_store import reading, store_in

        path = store_in(folder, named=False)
        with nullcontext(None) if path is None else reading(path) as store:
            yield store
        return
    from hemipelvi_gui.storage import open_store

    store = open_store(folder)
    try:
        yield store
    finally:
        store.close()


def _progress() -> Callable[[float], None]:
    """Shows how far it is, in a line on the terminal; does nothing where there is none."""
    if not sys.stderr.isatty():
        return lambda _: None
    said = -1

    def show(done: float) -> None:
        nonlocal said
        percent = int(100 * done)
        if percent != said:
            said = percent
            end = "\r\x1b[K" if percent >= 100 else ""
            print(f"\r{percent} %{end}", end="", file=sys.stderr, flush=True)

    return show


def _shown(each: LogFile) -> str:
    return f"{each.path}/{each.member}" if each.member else str(each.path)


def _reason(error: FileError) -> str:
    """What is wrong with a file and where in it, without its name."""
    where = str(error.where)
    return f"{error.reason} ({where})" if where else str(error.reason)


def _advice(error: FileError) -> str:
    """What to do about it, on the same line, so that it is clear of which file."""
    advice = str(error.advice)
    return f" {advice}" if advice else ""


def _all_as_json(read: Iterable[LogFile], made: Assembly) -> Iterator[dict[str, Any]]:
    """The files in the order in which they were read."""
    reports = iter(made.reports)
    for each in read:
        if each.error is None:
            yield _as_json(next(reports))
        else:
            yield _failed_as_json(_shown(each), each.error)


def _as_json(report: FileReport) -> dict[str, Any]:
    return {
        "file": report.file,
        "format": report.format,
        "rows": report.rows,
        "stored": report.stored,
        "already_there": report.already_there,
        "skipped": [{"line": each.line, "reason": str(each.reason)} for each in report.skipped],
        "unmatched_names": list(report.unmatched_names),
        "from": None if report.first is None else report.first.isoformat(),
        "to": None if report.last is None else report.last.isoformat(),
        "questions": [each.value for each in report.questions],
        "assumed": list(map(str, report.assumed)),
    }


def _failed_as_json(file: str, error: FileError) -> dict[str, Any]:
    """A file that can't be read; its only line is the one at fault, or 0 for the whole of it."""
    nothing = FileReport(file, "", 0)
    line = error.where.args.get("line", 0) if isinstance(error.where, Text) else 0
    skipped = [{"line": line, "reason": _reason(error)}]
    return _as_json(nothing) | {"format": None, "skipped": skipped}


def _print(made: Assembly, *, dry_run: bool) -> None:
    for each in made.reports:
        for line in _lines(each, dry_run=dry_run):
            print(line)


def _lines(report: FileReport, *, dry_run: bool) -> Iterator[str]:
    if report.format == OTHERS:
        yield f"{shown(report.file, len(report.file))}"
        yield from (f"  {each.reason}" for each in report.skipped[:1])
        return
    yield f"{shown(report.file, len(report.file))} ({report.format})"
    words = translate("Import", "{stored} stored, {there} already here, {skipped} skipped")
    if dry_run:
        words = translate("Import", "{stored} to store, {there} already here, {skipped} to skip")
    counts: dict[str, object] = {
        "stored": report.stored,
        "there": report.already_there - report.again,
        "skipped": len(report.skipped),
    }
    span = "" if report.first is None else f"; {report.first} \u2013 {report.last}"
    yield "  " + str(Text(words.context, words.source, counts)) + span
    if report.again:
        words = translate("Import", "{count} more are in what you chose twice")
        yield "  " + str(Text(words.context, words.source, {"count": report.again}))
    yield from _reasons(report)
    for assumed in report.assumed:
        yield f"  {assumed}"
    if report.unmatched_names:
        names = ", ".join(map(shown, report.unmatched_names))
        yield "  " + str(translate("Import", "New in your library: {names}", names=names))


def _reasons(report: FileReport) -> Iterator[str]:
    """Why lines were skipped, those with one reason together; 0 is the whole file."""
    reasons: dict[str, list[int]] = {}
    for line, reason in report.skipped:
        reasons.setdefault(str(reason), []).append(line)
    for said, lines in list(reasons.items())[:MOST_REASONS]:
        words = translate("Import", "line {line}: {reason}")
        if lines[0] < 1:
            words = Text("Import", "{count} \u00d7 {reason}" if len(lines) > 1 else "{reason}")
        elif len(lines) > 1:
            words = translate("Import", "{count} lines, the first is {line}: {reason}")
        told = {"count": len(lines), "line": lines[0], "reason": said}
        yield "  " + str(Text(words.context, words.source, told))
    if len(reasons) > MOST_REASONS:
        more = len(reasons) - MOST_REASONS
        yield "  " + str(translate("Import", "and {more} reasons more (--json has all)", more=more))


def _asked(file: str, question: Question) -> Text:
    return translate(
        "Import",
        "hemipelvi: {file}: {what} Nothing of it is stored without {option}.",
        file=shown(file, len(file)),
        what=OPEN[question],
        option=OPTIONS[question],
    )
