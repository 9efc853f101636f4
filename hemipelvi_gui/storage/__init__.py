"""The runner's own data: sessions, plans, exercises, settings and every saved version of them.

`open_store(folder)` gives a `Store`, whose every save is one commit. `acquire(folder)` gives the
`Lock` that says who may write, or None where another program has it; `holder` says which. `backup`
writes today's backup. Trouble is a `StoreError`, a KnownError whose `fault` says its kind.
"""

from hemipelvi_gui.storage.backup import backup
from hemipelvi_gui.storage.faults import Fault, StoreError
from hemipelvi_gui.storage.lock import Lock, acquire, holder
from hemipelvi_gui.storage.records import SavedVersion
from hemipelvi_gui.storage.store import SessionHeader, Store, open_store

__all__ = [
    "Fault",
    "Lock",
    "SavedVersion",
    "SessionHeader",
    "Store",
    "StoreError",
    "acquire",
    "backup",
    "holder",
    "open_store",
]
