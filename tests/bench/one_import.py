"""One import in a process of its own, or what no import can do without: `WORK FILE TARGET`.

Nothing is imported that the work itself does not need.
"""

from __future__ import annotations

import csv
import sqlite3
import sys
from contextlib import closing, redirect_stdout
from io import StringIO
from pathlib import Path


def bare(path: Path, target: Path) -> None:
    """The file's rows, read and stored as they are."""
    with path.open(newline="", encoding="utf-8") as file:
        reader = csv.reader(file)
        columns = len(next(reader))
        rows = list(reader)
    with closing(sqlite3.connect(target)) as connection:
        connection.execute(f"CREATE TABLE sets ({', '.join(f'c{n}' for n in range(columns))})")
        connection.executemany(f"INSERT INTO sets VALUES ({', '.join('?' * columns)})", rows)
        connection.commit()


def imported(path: Path, home: Path) -> None:
    """The same file as a runner imports it, into a fresh folder."""
    from hemipelvi_gui.cli.arguments import parse
    from hemipelvi_gui.cli.imports import bring_in
    from hemipelvi_gui.storage import open_store

    with closing(open_store(home)):
        pass
    words = ["import", str(path), "--data", str(home), "--units", "kg"]
    with redirect_stdout(StringIO()):
        code = bring_in(parse(words))
    if code:
        raise RuntimeError("the log was not imported")


def largest_kb() -> int | None:
    """The most memory that this process ever took; None where the system does not tell."""
    try:
        lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) for line in lines if line.startswith("VmHWM:")), None)


if __name__ == "__main__":
    {"bare": bare, "imported": imported}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
    print("peak", largest_kb() or "")
