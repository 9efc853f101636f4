"""Sets the program up and starts it, from a bare machine on.

    python3 packaging/bootstrap.py run [arguments of hemipelvi]
    python3 packaging/bootstrap.py test [arguments of pytest]

Needs Python 3.11 and nothing else. The first call adds missing system packages (as root on Debian
and its kin; else it names them), makes `.venv` and installs exactly what the lock says. A stamp in
`.venv` remembers that, so the next call starts at once. What a call can't do it says in words, and
exits with 2.
"""

# Modules that only the first call needs are imported where they are used: the second call has
# to start at once. These files must also be readable by a Python too old to run them.
from __future__ import annotations

import os
import sys

from commands import SetupError, words_for
from environment import LOCKS, ROOT, interpreter, is_ready, set_up

OLDEST = (3, 11)
CHECKS = (
    ("ruff check", ["-m", "ruff", "check", "."]),
    ("ruff format", ["-m", "ruff", "format", "--check", "."]),
    ("mypy", ["-m", "mypy"]),
    ("import-linter", ["-c", "from importlinter.cli import lint_imports_command as main; main()"]),
)
# A file's tests stay together: what they share is made once. What the caller says counts last.
IN_PARALLEL = ("-n", "auto", "--maxprocesses", "4", "--dist", "loadfile")


def main(arguments: list[str]) -> int:
    """Sets up what is missing, then runs the program or the tests."""
    if not arguments or arguments[0] not in LOCKS:
        print(__doc__)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    kind, rest = arguments[0], arguments[1:]
    try:
        if not is_ready(kind):
            set_up(kind)
        return start(rest) if kind == "run" else test(rest)
    except SetupError as error:
        return refuse(str(error))
    except OSError as error:
        return refuse(words_for(error))
    except KeyboardInterrupt:
        return refuse("Stopped. Call it again to go on from here.")


def refuse(message: str) -> int:
    """Says on stderr why it can't go on; the exit status."""
    print(message, file=sys.stderr)
    return 2


def start(arguments: list[str]) -> int:
    """Becomes the program."""
    # -P: a file in the current folder must not stand in for a module.
    command = [interpreter(), "-P", "-m", "hemipelvi_gui", *arguments]
    if sys.platform == "win32":
        import subprocess

        return subprocess.call(command)
    sys.stdout.flush()
    os.execv(command[0], command)


def test(arguments: list[str]) -> int:
    """Runs every check, each with its time; 1 if any failed."""
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    failed = [name for name, command in CHECKS if not passes(name, command)]
    tests = ["-m", "pytest", *IN_PARALLEL, *arguments]
    if not passes("pytest", tests, last=True):
        failed.append("pytest")
    # Where all went well, the summary of pytest stays the last line.
    if failed:
        good = len(CHECKS) + 1 - len(failed)
        print(f"=== {good} passed, {len(failed)} failed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


def passes(name: str, command: list[str], *, last: bool = False) -> bool:
    """Runs one check. The last one's own summary has to stay at the end."""
    import subprocess
    import time

    print(f"=== {name}", flush=True)
    begun = time.monotonic()
    good = subprocess.call([interpreter(), *command]) == 0
    if not last:
        verdict = "passed" if good else "FAILED"
        print(f"--- {name} {verdict} in {time.monotonic() - begun:.1f} s", flush=True)
    return good


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        version = ".".join(map(str, sys.version_info[:3]))
        print("This needs Python 3.11 or newer; this one is " + version + ".", file=sys.stderr)
        print("Install one and call it so: python3.12 packaging/bootstrap.py", file=sys.stderr)
        sys.exit(2)
    sys.exit(main(sys.argv[1:]))
