"""Where files were last written or read; file dialogs begin there, for export and import alike."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths

LAST = "hemipelviLastFolder"


def last_folder() -> Path:
    """The folder of the last file of this run, else the runner's documents."""
    app = QCoreApplication.instance()
    kept = None if app is None else app.property(LAST)
    if isinstance(kept, str) and Path(kept).is_dir():
        return Path(kept)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    found = Path(documents) if documents else Path.home()
    return found if found.is_dir() else Path.home()


def remember_folder(path: Path) -> None:
    """A file was chosen, or a folder."""
    app = QCoreApplication.instance()
    if app is not None:
        app.setProperty(LAST, str(path if path.is_dir() else path.parent))
