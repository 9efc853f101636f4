"""Start: the first paint beside a bare window's, and the memory of the running program."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from tests.bench.figures import Figure, share
from tests.bench.material import last_time

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from hemipelvi_gui.domain.exercises import Exercise

MOST_OF_BARE = 2.0
MOST_MB = 120.0
PAIRS = 21
SETTLED_S = 4.5  # the day's backup is made three seconds after the start
PATIENCE_S = 60
KB = 1 / 1024
FIRST_PAINT = "tests.bench.first_paint"
REPO = Path(__file__).resolve().parents[2]


def first_paint(quick: bool) -> list[Figure]:
    """The program with the last session on the screen, and a bare window, in turn."""
    pairs = 1 if quick else PAIRS
    with stage() as environment:
        _started(environment, "bare")
        _started(environment, "program")
        bare: list[float] = []
        whole: list[float] = []
        for _ in range(pairs):
            bare.append(_started(environment, "bare"))
            whole.append(_started(environment, "program"))
        platform = "Xvfb" if "DISPLAY" in environment else "offscreen"
    ratios = [long / short for long, short in zip(whole, bare, strict=True)]
    note = (
        f"median of {pairs} pairs of fresh processes in turn, {platform}; middle half "
        f"{share(ratios, 0.25):.2f} to {share(ratios, 0.75):.2f}; "
        f"{share(whole, 0.5):.0f} ms against {share(bare, 0.5):.0f} ms"
    )
    ratio = share(ratios, 0.5)
    return [Figure("first paint", ratio, "\u00d7 bare window", MOST_OF_BARE, note=note)]


def memory(quick: bool) -> list[Figure]:
    """What the program takes once it has started and all that starts late has come."""
    with stage() as environment:
        settle = 0.1 if quick else SETTLED_S
        said = said_by(environment, FIRST_PAINT, "program", str(settle)).get("memory", [])
    if not said:
        return []
    resident, largest, proportional = (int(number) * KB for number in said)
    note = (
        f"resident, {settle:.1f} s after the first paint; at most {largest:.0f} MB until then; "
        f"{proportional:.0f} MB with shared pages shared out among their users"
    )
    return [
        Figure("memory after start", resident, "MB", MOST_MB, note=note),
        Figure("memory, largest until then", largest, "MB", MOST_MB),
    ]


@contextmanager
def stage(own: Sequence[Exercise] = ()) -> Iterator[dict[str, str]]:
    """The surroundings of a start: yesterday's data, a display and byte code.

    `own`: the runner's own exercises.
    """
    with tempfile.TemporaryDirectory() as scratch:
        last_time(Path(scratch, "hemipelvi"), own)
        home = dict.fromkeys(("XDG_DATA_HOME", "XDG_RUNTIME_DIR", "APPDATA"), scratch)
        environment = {**os.environ, **home}
        # Byte code is compiled when the program is installed, so it is not part of a start.
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        environment.setdefault("PYTHONPYCACHEPREFIX", str(Path(scratch, "pyc")))
        with display() as name:
            if name:
                environment.pop("QT_QPA_PLATFORM", None)
                environment.pop("WAYLAND_DISPLAY", None)
                environment["DISPLAY"] = name
            else:
                environment.pop("DISPLAY", None)
                environment["QT_QPA_PLATFORM"] = "offscreen"
            yield environment


@contextmanager
def display() -> Iterator[str]:
    """The name of a fresh X display, "" where there is no Xvfb."""
    server = shutil.which("Xvfb")
    if server is None:
        yield ""
        return
    reading, writing = os.pipe()
    arguments = [server, "-displayfd", str(writing), "-screen", "0", "1600x1000x24", "-noreset"]
    with subprocess.Popen(
        arguments, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        os.close(writing)
        try:
            with os.fdopen(reading, "rb") as answer:
                number = answer.readline().strip().decode()
            yield f":{number}" if number else ""
        finally:
            process.terminate()


def _started(environment: dict[str, str], *arguments: str) -> float:
    """Milliseconds from the start of a process to its first paint."""
    begun = time.monotonic_ns()
    painted = said_by(environment, FIRST_PAINT, *arguments)["painted"]
    if painted[1:] == ["0"]:
        raise RuntimeError("the session was not on the screen at the first paint")
    return (int(painted[0]) - begun) / 1e6


def said_by(environment: dict[str, str], module: str, *arguments: str) -> dict[str, list[str]]:
    """Run a module in a process of its own: the words of each line it prints, by the first.

    Raises RuntimeError where it fails or prints nothing.
    """
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment,
        cwd=REPO,
        capture_output=True,
        text=True,
        timeout=PATIENCE_S,
        check=False,
    )
    said = {line.split()[0]: line.split()[1:] for line in done.stdout.splitlines() if line}
    if done.returncode or not said:
        raise RuntimeError(f"{module} did not do its work:\n{done.stdout}{done.stderr}")
    return said
