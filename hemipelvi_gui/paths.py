"""Where things are: the program's own resources and the runner's folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = "hemipelvi"


def resource(*parts: str) -> Path:
    """Path of a file or folder that ships with the program.

    Installed, `resources` lies inside the package; in a checkout, beside it.
    """
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    root = inside if inside.is_dir() else package.parent / "resources"
    return root.joinpath(*parts)


def user_data() -> Path:
    """The folder for the runner's own data on this system. It may not exist yet."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("APPDATA") or home / "AppData" / "Roaming")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / APP
