"""The virtual environment of the project: made, mended, and known to be whole by its stamp."""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import contextmanager
from pathlib import Path

from commands import called, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = "hemipelvi-setup"
LOCKS = {"run": "requirements.txt", "test": "requirements-dev.txt"}


def lock(kind: str) -> Path:
    """The requirements file of this command."""
    return ROOT / "packaging" / LOCKS[kind]


def mark(kind: str) -> str:
    """The line a finished set-up leaves: which lock, by which Python, for which system."""
    digest = hashlib.sha256(lock(kind).read_bytes()).hexdigest()
    return f"{kind} {digest} python {sys.version_info[0]}.{sys.version_info[1]} {sys.platform}"


def marks() -> list[str] | None:
    """Lines of the stamp; an empty list for a half-made `.venv`; None where it isn't ours."""
    try:
        return (VENV / STAMP).read_text(encoding="utf-8").splitlines()
    except (FileNotFoundError, NotADirectoryError):
        return None


def is_ready(kind: str) -> bool:
    """Whether this lock is installed and its interpreter still starts.

    The lock for tests holds all that the program runs on.
    """
    held = marks() or []
    installed = mark(kind) in held or mark("test") in held
    return installed and os.access(interpreter(), os.X_OK)


def interpreter() -> str:
    """Path of the interpreter in `.venv`."""
    return str(VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def set_up(kind: str) -> None:
    """Makes or mends `.venv`. One at a time, where the system can tell."""
    with only_one():
        if is_ready(kind):  # another call did it while this one waited
            return
        from system_packages import provide_system_packages

        provide_system_packages(kind)
        kept = fresh_or_kept_venv()
        say(f"Installing what {LOCKS[kind]} lists into .venv (once, about a minute)")
        install(kind)
        write_stamp([*kept, mark(kind)])


@contextmanager
def only_one() -> Iterator[None]:
    """Holds the project's folder locked, so that two calls don't set it up at once."""
    if sys.platform == "win32":
        yield
    else:
        import fcntl

        folder = os.open(ROOT, os.O_RDONLY)
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)


def fresh_or_kept_venv() -> list[str]:
    """Leaves a `.venv` to install into, and returns the marks that still hold in it.

    One that isn't ours is moved aside, never deleted.
    """
    found = marks()
    held = [mark(kind) for kind in LOCKS if mark(kind) in (found or [])]
    if held and os.access(interpreter(), os.X_OK):
        return held
    if found is not None:
        empty()
    elif (VENV.exists() or VENV.is_symlink()) and not is_empty_folder(VENV):
        aside = VENV.rename(free_name())
        say(f"A .venv made by something else was here; it is now {aside}")
    VENV.mkdir(exist_ok=True)
    write_stamp([])
    called([sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.")
    # Git leaves it alone by its own word, as it does the folders of the other tools.
    (VENV / ".gitignore").write_text("*\n", encoding="utf-8")
    return []


def empty() -> None:
    """Deletes what is in `.venv` but its stamp, which keeps telling that the folder is ours."""
    import shutil

    write_stamp([])
    for entry in VENV.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry.name != STAMP:
            entry.unlink()


def is_empty_folder(path: Path) -> bool:
    """Whether this is a folder with nothing in it."""
    return path.is_dir() and not any(path.iterdir())


def free_name() -> Path:
    """Where to move what stands in the way: a name beside it that is free."""
    number = 1
    while (ROOT / f".venv-old-{number}").exists():
        number += 1
    return ROOT / f".venv-old-{number}"


def install(kind: str) -> None:
    """Puts the lock and the project into `.venv`, byte code compiled."""
    pip = [interpreter(), "-m", "pip", "install", "--quiet", "--no-input", "--no-user", "--compile"]
    exact = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock(kind))]
    called([*pip, *exact], "The packages could not be installed.")
    # Relative, so that the whole folder can be moved.
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    site = called([interpreter(), "-c", ask], "The new interpreter does not start.").strip()
    relative = os.path.relpath(ROOT, Path(site).resolve())
    Path(site, "hemipelvi.pth").write_text(relative + "\n", encoding="ascii")
    called([interpreter(), "-m", "compileall", "-q", str(ROOT / "hemipelvi_gui")], "")


def write_stamp(lines: list[str]) -> None:
    """Replaces the stamp in one step, so that it is whole or absent."""
    unfinished = VENV / f"{STAMP}.new"
    with unfinished.open("w", encoding="utf-8") as stamp:
        stamp.write("".join(f"{line}\n" for line in lines))
        stamp.flush()
        os.fsync(stamp.fileno())
    unfinished.replace(VENV / STAMP)
