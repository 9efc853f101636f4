from __future__ import annotations

import random
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import Fault, Store, StoreError, open_store
from hemipelvi_gui.storage.files import HEADER_BYTES, NAME
from tests.saving import saved
from tests.unit.storage.samples import HILL_LEGS, TRAVEL, fill

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096


@pytest.fixture
def whole(tmp_path: Path) -> bytes:
    with closing(open_store(tmp_path)) as store:
        fill(store)
        for number in range(20):
            saved(store, Session(str(number), f"Session {number}", notes="n" * 900))
    return (tmp_path / NAME).read_bytes()


def read_all(store: Store) -> list[object]:
    versions = store.versions(TRAVEL.id)
    return [
        [each.id for each in store.headers()],
        [(each.id, each.notes, each.blocks) for each in store.sessions()],
        [store.saved_version(TRAVEL.id, each.version).name for each in versions],
        store.plans(),
        store.exercises(),
        store.settings(),
        store.deleted(),
        store.session(HILL_LEGS.id).blocks,
    ]


def outcome(folder: Path, damaged: bytes) -> list[object] | StoreError:
    path = folder / NAME
    path.write_bytes(damaged)
    try:
        with closing(open_store(folder)) as store:
            return read_all(store)
    except StoreError as error:
        return error
    finally:
        assert path.read_bytes() == damaged
        assert [each.name for each in folder.iterdir()] == [NAME]


@pytest.mark.parametrize("rubbish", [b"\x00", b"\xff", b"\x41"])
def test_a_page_of_rubbish_is_named_as_damage(tmp_path: Path, whole: bytes, rubbish: bytes) -> None:
    for start in range(0, len(whole), PAGE):
        kept = max(start, HEADER_BYTES)
        end = start + PAGE
        found = outcome(tmp_path, whole[:kept] + rubbish * (end - kept) + whole[end:])
        assert isinstance(found, StoreError), f"page {start // PAGE + 1}"
        assert found.fault is Fault.DAMAGED


def test_a_file_cut_anywhere_is_named_as_damage(tmp_path: Path, whole: bytes) -> None:
    for end in range(HEADER_BYTES, len(whole) - 1, 1717):
        found = outcome(tmp_path, whole[:end])
        assert isinstance(found, StoreError)
        assert found.fault is Fault.DAMAGED


def test_flipped_bits_never_pass_as_another_session(tmp_path: Path, whole: bytes) -> None:
    found = outcome(tmp_path, whole)
    assert not isinstance(found, StoreError)
    contents = {str(each) for each in found[1]}  # type: ignore[attr-defined]  # a list of sessions
    dice = random.Random(7)
    named = 0
    for _ in range(150):
        damaged = bytearray(whole)
        for _ in range(dice.choice((1, 3, 40))):
            damaged[dice.randrange(HEADER_BYTES, len(damaged))] ^= 1 << dice.randrange(8)
        flipped = outcome(tmp_path, bytes(damaged))
        if isinstance(flipped, StoreError):
            named += 1
            assert flipped.fault is Fault.DAMAGED
        else:
            assert {str(each) for each in flipped[1]} <= contents  # type: ignore[attr-defined]
    assert named > 50
