"""The same work without a window: sheets, weeks, checks, names, imports, replays, verdicts.

`parse` tells a command from files to open in the window; `run` does a command. Results go to
stdout, faults to stderr; the exit code is 0, 1 where `check` finds something to fix, 2 for bad
input. `headless` is what the program does where there is no display.
"""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

from hemipelvi_gui.cli.arguments import COMMANDS, build_parser, parse
from hemipelvi_gui.cli.codes import BAD_INPUT, FINE
from hemipelvi_gui.domain.errors import KnownError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Sequence
    from pathlib import Path

__all__ = ["COMMANDS", "build_parser", "headless", "main", "parse", "run"]


def main(argv: Sequence[str]) -> int:
    """Do what a command asks for and return the exit code; without a command, say what there is."""
    namespace = parse(argv)
    if namespace.command is None:
        build_parser().print_usage(sys.stderr)
        return BAD_INPUT
    return run(namespace)


def run(namespace: Namespace) -> int:
    """Run the command that was parsed and return its exit code."""
    return _guarded(lambda: COMMANDS[namespace.command].run(namespace))


def headless(folder: Path, files: Sequence[Path] = ()) -> int:
    """What there is without a display: the files, or the sample, read aloud and as PDF files."""
    from hemipelvi_gui.cli import commands

    return _guarded(lambda: commands.headless(folder, files))


def _guarded(work: Callable[[], int]) -> int:
    """The exit code of some work; faults of the world go to stderr in their own words."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = work()
        sys.stdout.flush()
    except KnownError as error:
        print(f"hemipelvi: {error.message}", file=sys.stderr)
        if str(error.advice):
            print(error.advice, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        # Whoever read our output has had enough, as `| head` does. Python would complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return code
