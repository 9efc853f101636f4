"""A backup a day, the last few kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hemipelvi_gui.storage.faults import known
from hemipelvi_gui.storage.files import BACKUPS

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from hemipelvi_gui.storage.store import Store

KEPT = 5


def backup(store: Store, now: datetime) -> Path | None:
    """Write today's backup, checked through, and drop all but the newest five.

    Returns its path, None where today's is there already. Raises StoreError where the store is
    damaged (the older backups stay) or the backup can't be written. Not for the GUI thread.
    """
    folder = store.path.parent / BACKUPS
    stem, suffix = store.path.stem, store.path.suffix
    target = folder / f"{stem}-{now.date().isoformat()}{suffix}"
    with known(target):
        if target.exists():
            return None
        folder.mkdir(exist_ok=True)
    store.copy_to(target)
    with known(target):
        for old in sorted(folder.glob(f"{stem}-????-??-??{suffix}"))[:-KEPT]:
            old.unlink(missing_ok=True)
    return target
