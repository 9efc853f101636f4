"""Programs that the torture tests start and mistreat, as `children NAME FOLDER`.

Each prints a line as soon as a save has returned, and nothing before: what is printed must last.
"""

from __future__ import annotations

import os
import sys
from contextlib import closing, redirect_stdout
from io import StringIO
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import StoreError, acquire, open_store
from tests.saving import saved

if TYPE_CHECKING:
    from hemipelvi_gui.domain.changes import Changes

NOTES = "n" * 3000


def say(line: object) -> None:
    os.write(1, f"{line}\n".encode())


def save_for_ever(folder: Path) -> None:
    """Two sessions in turn, each save with another name."""
    with closing(open_store(folder)) as store:
        for number in count():
            kept = saved(store, Session(str(number % 2), f"save {number}", notes=NOTES))
            say(f"{kept.id} {kept.version} {kept.name}")


def save_fifty(folder: Path) -> None:
    """Fifty versions of one session, while others do the same."""
    with closing(open_store(folder)) as store:
        for number in range(50):
            say(saved(store, Session("shared", f"{os.getpid()} {number}")).version)


def save_until_it_fails(folder: Path) -> None:
    """Save larger and larger sessions until the disk is full; then a small one."""
    with closing(open_store(folder)) as store:
        for number in range(200):
            try:
                saved(store, Session(f"s{number}", "kept", notes=f"{number}" * 10_000))
            except StoreError as error:
                say(f"{error.fault.value}: {error}")
                break
            say(f"s{number}")
        say(f"still reads {len(store.headers())}")


def open_only(folder: Path) -> None:
    """Open the store, or say why not."""
    try:
        open_store(folder).close()
        say("opened")
    except StoreError as error:
        say(f"{error.fault.value}: {error}")


def limited(folder: Path) -> None:
    """Like `save_until_it_fails`, where no file may grow beyond 200 kB."""
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
    save_until_it_fails(folder)


def as_nobody(folder: Path) -> None:
    """Open, lock and save as a user to whom the folder does not belong."""
    import hemipelvi_gui.storage.migrations  # noqa: F401  # its files may be out of reach later

    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
    open_only(folder)
    try:
        acquire(folder)
        say("locked")
    except StoreError as error:
        say(f"{error.fault.value}: {error}")


def save_until_taken_away(folder: Path) -> None:
    """Open while writing is allowed; save once told that it is so no longer."""
    with closing(open_store(folder)) as store:
        say(saved(store, Session("1", "Before")).version)
        sys.stdin.readline()
        try:
            saved(store, Session("1", "After"))
        except StoreError as error:
            say(f"{error.fault.value}: {error}")
        say(store.session("1").name)


def bring_in(folder: Path) -> None:
    """Import all that lies in `logs` beside the folder; say when storing begins, and the code."""
    from hemipelvi_gui import cli
    from hemipelvi_gui.storage import Store

    whole = Store.apply

    def told(self: Store, changes: Changes) -> None:
        say("storing")
        whole(self, changes)

    Store.apply = told  # type: ignore[method-assign]
    with redirect_stdout(StringIO()):
        code = cli.main(
            ["import", str(folder.parent / "logs"), "--units", "kg", "--data", str(folder)]
        )
    say(code)


def bring_in_as_nobody(folder: Path) -> None:
    """The same as a user who may look into nothing."""
    # What is imported late may be out of reach then.
    import encodings.utf_8_sig  # noqa: F401

    import hemipelvi_gui.cli.imports
    import hemipelvi_gui.exchange.logs
    import hemipelvi_gui.storage.migrations  # noqa: F401

    if os.getuid() == 0:
        os.setgroups([])
        os.setresgid(65534, 65534, 65534)
        os.setresuid(65534, 65534, 65534)
    bring_in(folder)


PROGRAMS = {
    program.__name__: program
    for program in (
        save_for_ever,
        save_fifty,
        save_until_it_fails,
        open_only,
        limited,
        as_nobody,
        save_until_taken_away,
        bring_in,
        bring_in_as_nobody,
    )
}

if __name__ == "__main__":
    PROGRAMS[sys.argv[1]](Path(sys.argv[2]))
