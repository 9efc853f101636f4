from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hemipelvi_gui.domain.session import Session
from hemipelvi_gui.storage import Fault, StoreError, open_store
from tests.saving import saved
from tests.torture.conftest import fill_up

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.conftest import Start

pytestmark = pytest.mark.skipif("sys.platform == 'win32'", reason="needs POSIX")


def check(folder: Path, lines: list[str], fault: Fault) -> None:
    """Every save that was acknowledged is there, and one more after there is room again."""
    *kept, refusal, still = lines
    assert kept
    assert refusal.startswith(f"{fault.value}: ")
    assert still == f"still reads {len(kept)}"
    with closing(open_store(folder)) as store:
        assert {each.id for each in store.sessions()} == set(kept)


def test_a_full_disk_is_named_and_loses_nothing(small_disk: Path, start: Start) -> None:
    folder = small_disk / "runner"
    in_the_way = small_disk / "in-the-way"
    in_the_way.write_bytes(b"x" * 100_000)
    lines, errors = start("save_until_it_fails", folder).communicate()
    assert errors == ""
    check(folder, lines.splitlines(), Fault.FULL)
    in_the_way.unlink()
    with closing(open_store(folder)) as store:
        saved(store, Session("small", "Fits"))
        assert store.session("small").name == "Fits"


def test_saving_goes_on_once_there_is_room(small_disk: Path) -> None:
    with closing(open_store(small_disk)) as store:
        saved(store, Session("1", "Before"))
        fill_up(small_disk)
        with pytest.raises(StoreError) as refused:
            saved(store, Session("1", "Meanwhile", notes="n" * 50_000))
        assert refused.value.fault is Fault.FULL
        assert store.session("1").name == "Before"
        with pytest.raises(StoreError) as refused:
            store.copy_to(small_disk / "copy.sqlite")
        assert refused.value.fault is Fault.FULL
        (small_disk / "ballast").unlink()
        saved(store, Session("1", "After", notes="n" * 50_000))
        assert store.session("1").name == "After"
    assert {each.name for each in small_disk.iterdir()} == {"hemipelvi.sqlite"}


def test_no_store_is_begun_on_a_full_disk(small_disk: Path) -> None:
    fill_up(small_disk)
    with pytest.raises(StoreError) as refused:
        open_store(small_disk)
    assert refused.value.fault is Fault.FULL
    assert {each.name for each in small_disk.iterdir()} == {"ballast"}
    (small_disk / "ballast").unlink()
    open_store(small_disk).close()


def test_a_file_that_may_not_grow_is_named_and_loses_nothing(tmp_path: Path, start: Start) -> None:
    lines, errors = start("limited", tmp_path).communicate()
    assert errors == ""
    check(tmp_path, lines.splitlines(), Fault.UNREADABLE)
