"""System packages that Qt and the tests need: which are missing, how to get them."""

from __future__ import annotations

import os
import sys

from commands import SetupError, called, say

# What Qt loads at run time: the library, and the Debian package that has it.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
# What some tests call: the command, and the Debian package that has it.
TOOLS = {"Xvfb": "xvfb", "pdffonts": "poppler-utils", "xdotool": "xdotool"}


def provide_system_packages(kind: str) -> None:
    """Installs what is missing as root on Debian and its kin; else says what to install."""
    if not sys.platform.startswith("linux"):
        return
    needed = missing_needed()
    wanted = missing_tools() if kind == "test" else []
    if not needed and not wanted:
        return
    if can_install():
        packages = [*needed.values(), *wanted]
        say("Installing system packages (once): " + " ".join(packages))
        try:
            apt_install(packages)
        except SetupError as error:
            if needed:
                raise
            say(str(error))
        needed, wanted = missing_needed(), missing_tools() if wanted else []
    if needed:
        raise SetupError(how_to_install(needed))
    if wanted:
        say(f"Tests that call {', '.join(wanted)} are left out. To have them: {to_type(wanted)}")


def missing_needed() -> dict[str, str]:
    """What the program can't start without and isn't here, with its Debian package."""
    import ctypes
    from importlib.util import find_spec

    missing = {}
    if not (find_spec("venv") and find_spec("ensurepip")):
        missing["Python's venv and ensurepip"] = "python3-venv"
    for library, package in LIBRARIES.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing[library] = package
    return missing


def missing_tools() -> list[str]:
    """Debian packages of the commands that some tests call and that aren't here."""
    import shutil

    return [package for command, package in TOOLS.items() if not shutil.which(command)]


def can_install() -> bool:
    """Whether this is root on a system with apt-get."""
    import shutil

    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(packages: list[str]) -> None:
    """Installs Debian packages; the lists first, as a bare machine has none."""
    called(["apt-get", "-q", "update"], "The lists of system packages could not be fetched.")
    install = ["apt-get", "-q", "install", "-y", "--no-install-recommends", *packages]
    called(install, "System packages could not be installed.")


def to_type(packages: list[str]) -> str:
    """The command to type on Debian and its kin."""
    return "sudo apt-get install " + " ".join(packages)


def how_to_install(needed: dict[str, str]) -> str:
    """Names what is missing, and the exact command where the system has apt-get."""
    import shutil

    if shutil.which("apt-get"):
        command = to_type(list(needed.values()))
        return f"System packages are missing. Install them and call it again:\n    {command}"
    names = "".join(f"\n    {name} (Debian calls the package {needed[name]})" for name in needed)
    return f"Missing on this system; install what has them and call it again:{names}"
