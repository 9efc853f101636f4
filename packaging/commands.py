"""Calls other programs for the set-up, and says in words why one failed."""

from __future__ import annotations

import os
import sys


class SetupError(Exception):
    """The machine lacks something. The text says what, and what to do."""


def say(line: str) -> None:
    """One line on what takes time. On stderr: stdout belongs to the program."""
    print(line, file=sys.stderr, flush=True)


def called(command: list[str], complaint: str) -> str:
    """Runs a command without showing its output; returns it.

    Raises SetupError with the reason in words where it failed. An empty complaint means that
    failing does no harm.
    """
    import subprocess

    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PYTHONUTF8": "1"}
    result = subprocess.run(
        command,
        env=environment,
        text=True,
        encoding="utf-8",
        errors="replace",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if result.returncode and complaint:
        raise SetupError(reason(complaint, result.stdout))
    return result.stdout


def reason(complaint: str, output: str) -> str:
    """The complaint with what the command's output tells."""
    lines = [line for line in output.strip().splitlines() if "Retrying (" not in line]
    last = "\n".join(f"    {line}" for line in lines[-6:])
    if "No space left on device" in output or "not enough free space" in output:
        return disk_is_full()
    offline = (
        "NewConnectionError",
        "Temporary failure",
        "Name or service not known",
        "ProxyError",
        "Network is unreachable",
        "Could not resolve",
        "timed out",
        "NameResolutionError",
        "Failed to establish a new connection",
        "Could not connect",
        "Connection refused",
    )
    if any(sign in output for sign in offline):
        advice = "The network can't be reached. Connect this machine and call it again."
    else:
        advice = "Its last words are above. Mend that and call it again."
    return f"{complaint}\n{last}\n{advice}"


def words_for(error: OSError) -> str:
    """What a failed file operation means for the person at the keyboard."""
    import errno

    if error.errno == errno.ENOSPC:
        return disk_is_full()
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return (
            f"Writing is not allowed here: {error.filename or 'the project folder'}\n"
            "Copy the project to a folder of your own and call it again there."
        )
    return f"This failed: {error}"


def disk_is_full() -> str:
    """The message for a full disk."""
    return (
        "The disk is full. Setting up needs about 600 MB in the project's folder.\n"
        "Make room and call it again: it goes on from here."
    )
