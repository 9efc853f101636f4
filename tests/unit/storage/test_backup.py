from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.edits import describe
from hemipelvi_gui.storage import Fault, Store, StoreError, backup, connection, open_store
from hemipelvi_gui.storage.files import NAME
from tests.saving import saved
from tests.unit.storage.samples import HILL_LEGS, TRAVEL, fill

if TYPE_CHECKING:
    from pathlib import Path

FRIDAY = datetime(2026, 3, 13, 7, 30, tzinfo=UTC)


def test_a_backup_is_a_store_with_all_there_was(store: Store, tmp_path: Path) -> None:
    fill(store)
    written = backup(store, FRIDAY)
    assert written == store.path.parent / "backups" / "hemipelvi-2026-03-13.sqlite"
    saved(store, describe(HILL_LEGS, name="After the backup"))
    (tmp_path / "restored").mkdir()
    written.rename(tmp_path / "restored" / NAME)
    with closing(open_store(tmp_path / "restored")) as restored:
        assert restored.session(HILL_LEGS.id) == HILL_LEGS
        assert len(restored.headers()) == 2


def test_one_backup_a_day_is_enough(store: Store) -> None:
    assert backup(store, FRIDAY) is not None
    assert backup(store, FRIDAY + timedelta(hours=9)) is None
    assert backup(store, FRIDAY + timedelta(days=1)) is not None


def test_the_last_five_backups_are_kept(store: Store) -> None:
    for day in range(8):
        backup(store, FRIDAY + timedelta(days=day))
    names = sorted(each.name for each in (store.path.parent / "backups").iterdir())
    assert names == [f"hemipelvi-2026-03-{day}.sqlite" for day in range(16, 21)]


def test_a_damaged_store_is_not_backed_up_over_sound_backups(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CHECKED_BYTES", 0)  # as if it were too large for start-up
    fill(store)
    for day in range(5):
        backup(store, FRIDAY + timedelta(days=day))
    kept = {each: each.read_bytes() for each in (store.path.parent / "backups").iterdir()}
    store.close()
    whole = store.path.read_bytes()
    store.path.write_bytes(whole[:8192] + b"\xff" * 4096 + whole[12288:])
    with closing(open_store(store.path.parent)) as opened, pytest.raises(StoreError) as refused:
        backup(opened, FRIDAY + timedelta(days=5))
    assert refused.value.fault is Fault.DAMAGED
    assert "hemipelvi-2026-03-17.sqlite" in str(refused.value.advice)
    assert {each: each.read_bytes() for each in kept} == kept
    assert len(list((store.path.parent / "backups").iterdir())) == 5


def test_a_backup_that_cannot_be_written_is_a_known_error(store: Store) -> None:
    (store.path.parent / "backups").write_text("in the way")
    with pytest.raises(StoreError):
        backup(store, FRIDAY)
    saved(store, TRAVEL)


def test_a_copy_replaces_an_older_one_in_one_step(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "copy.sqlite"
    target.write_text("older")
    store.copy_to(target)
    assert target.read_bytes().startswith(b"SQLite format 3")
    with pytest.raises(StoreError):
        store.copy_to(tmp_path / "nowhere" / "copy.sqlite")
