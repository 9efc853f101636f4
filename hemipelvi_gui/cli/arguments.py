"""What can be asked for on the command line. Adding a command is adding a row to `COMMANDS`."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from hemipelvi_gui import __version__

PAPERS = ("A4", "Letter")
KINDS = ("week", "overview", "sheets", "pocket")
ORIENTATIONS = ("portrait", "landscape")
MOST_WEEKS = 520


@dataclass(frozen=True)
class Command:
    """A row of `COMMANDS`."""

    help: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], int]


def build_parser() -> ArgumentParser:
    """The parser for opening the window; its help names the commands too."""
    width = max(map(len, COMMANDS))
    listed = "\n".join(f"  {name:{width}}  {each.help}" for name, each in COMMANDS.items())
    parser = ArgumentParser(
        prog="hemipelvi",
        usage="hemipelvi [--data DIR] [FILE.hemiplan ...]\n       hemipelvi COMMAND ...",
        description="Plan gym sessions that look like running, in a window or by a command.",
        epilog=f"commands (hemipelvi COMMAND --help says more):\n{listed}\n\n"
        "To open a file that is called like a command, write ./check.",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="plans to open")
    _add_common(parser)
    return parser


def parse(argv: Sequence[str]) -> Namespace:
    """What the arguments ask for; `command` is None for the window, which has `files` and `data`.

    The first word that is no option is a command or a file. Raises SystemExit(2) for bad ones.
    """
    words = list(argv)
    place = _first_word(words)
    if place is None or words[place] not in COMMANDS:
        return build_parser().parse_args(words, Namespace(command=None))
    name = words.pop(place)
    command = COMMANDS[name]
    parser = ArgumentParser(prog=f"hemipelvi {name}", description=command.help, allow_abbrev=False)
    command.arguments(parser)
    _add_common(parser)
    return parser.parse_args(words, Namespace(command=name))


def _first_word(words: Sequence[str]) -> int | None:
    """Where the first word stands that is neither an option nor an option's value."""
    place = 0
    while place < len(words):
        if words[place] == "--":
            return None
        if not words[place].startswith("-"):
            return place
        place += 2 if words[place] == "--data" else 1
    return None


def _add_common(parser: ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="the folder with your own data")
    parser.add_argument("--version", action="version", version=f"hemipelvi {__version__}")


def _sheet_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a .hemiplan file")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="OUT", help="a .pdf, .png or .svg file"
    )
    parser.add_argument("--paper", choices=PAPERS, help="size of the paper (default: A4)")
    parser.add_argument("--mono", action="store_true", help="for black-and-white printers")


def _week_arguments(parser: ArgumentParser) -> None:
    _sheet_arguments(parser)
    parser.add_argument(
        "--kind",
        choices=KINDS,
        default=KINDS[0],
        help="one week, the whole plan, all session sheets as one PDF, or pocket cards "
        "(default: week)",
    )
    parser.add_argument(
        "--week",
        type=int,
        metavar="N",
        help="number of the week, from 1 (default: the first; sheets: all weeks)",
    )
    parser.add_argument(
        "--orientation", choices=ORIENTATIONS, help="how the paper lies (default: as in the window)"
    )


def _check_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a .hemiplan file")
    parser.add_argument("--json", action="store_true", help="one JSON list")


def _classify_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("names", nargs="+", metavar="NAME", help="name or alias of an exercise")
    parser.add_argument("--json", action="store_true", help="one JSON list")


def _examples_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="made where it is missing")


def _import_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="a log, a folder or a zip of logs"
    )
    parser.add_argument("--units", choices=("kg", "lb"), help="where a file does not tell")
    parser.add_argument(
        "--dates", choices=("day-first", "month-first"), help="where a file does not tell"
    )
    parser.add_argument("--distance", choices=("km", "mi"), help="where a file does not tell")
    parser.add_argument("--dry-run", action="store_true", help="tell, and store nothing")
    parser.add_argument("--json", action="store_true", help="one JSON list")


def _replay_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--weeks", type=_weeks, default=12, metavar="N", help="how many (default: 12)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object")


def _weeks(words: str) -> int:
    """A number of weeks, of ten years at most. Raises ArgumentTypeError for anything else."""
    if words not in map(str, range(1, MOST_WEEKS + 1)):
        raise ArgumentTypeError(f"{words} is not a number of weeks from 1 to {MOST_WEEKS}")
    return int(words)


def _verdict_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument(
        "--as-of",
        type=_day,
        metavar="DATE",
        help="as the log stood on this day, like 2026-11-22 (default: today)",
    )


def _day(words: str) -> date:
    """A day as YYYY-MM-DD. Raises ArgumentTypeError for anything else."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise ArgumentTypeError(f"{words!r} is no day like 2026-11-22") from None


def _sheet(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import commands

    return commands.sheet(namespace)


def _week(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import weeks

    return weeks.week(namespace)


def _check(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import commands

    return commands.check(namespace)


def _classify(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import commands

    return commands.classify(namespace)


def _examples(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import commands

    return commands.examples(namespace)


def _import(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import imports

    return imports.bring_in(namespace)


def _replay(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import replays

    return replays.replay(namespace)


def _verdict(namespace: Namespace) -> int:
    from hemipelvi_gui.cli import verdict

    return verdict.verdict(namespace)


# What does the work is imported when it is asked for: the window reads its arguments here too.
COMMANDS: dict[str, Command] = {
    "sheet": Command("write a session's sheet as PDF, PNG or SVG", _sheet_arguments, _sheet),
    "week": Command("write weeks of a plan as PDF, PNG or SVG", _week_arguments, _week),
    "check": Command("balance and findings of each session in a file", _check_arguments, _check),
    "classify": Command("how like running exercises are", _classify_arguments, _classify),
    "examples": Command("write the ready sessions as files", _examples_arguments, _examples),
    "import": Command("other programs' logs of lifts and runs", _import_arguments, _import),
    "replay": Command("the last weeks' shares", _replay_arguments, _replay),
    "verdict": Command("is the lifting helping the running?", _verdict_arguments, _verdict),
}
