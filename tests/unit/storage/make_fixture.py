"""Writes the fixture of the schema there is now: `python -m tests.unit.storage.make_fixture`.

Run it once, before a schema is replaced by the next; a fixture is never made again.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import closing
from pathlib import Path

from hemipelvi_gui.storage import open_store
from hemipelvi_gui.storage.files import SCHEMA
from tests.unit.storage.samples import fill

FIXTURES = Path(__file__).with_name("fixtures")


def main() -> None:
    target = FIXTURES / f"schema-{SCHEMA}.sqlite"
    if target.exists():
        sys.exit(f"{target.name} is there already")
    FIXTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, closing(open_store(Path(folder))) as store:
        fill(store)
        store.copy_to(target)


if __name__ == "__main__":
    main()
