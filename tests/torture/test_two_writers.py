from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from hemipelvi_gui.storage import open_store

if TYPE_CHECKING:
    from pathlib import Path

    from tests.torture.conftest import Start


def test_two_processes_that_save_the_same_session_lose_nothing(
    tmp_path: Path, start: Start
) -> None:
    writers = [start("save_fifty", tmp_path) for _ in range(2)]
    outcomes = [writer.communicate() for writer in writers]
    assert [errors for _, errors in outcomes] == ["", ""]
    versions = sorted(int(line) for lines, _ in outcomes for line in lines.split())
    assert versions == list(range(1, 101))
    with closing(open_store(tmp_path)) as store:
        assert [each.version for each in store.versions("shared")] == versions
        names = {store.saved_version("shared", version).name for version in versions}
    assert len(names) == 100


def test_many_processes_that_make_the_same_store_make_one(tmp_path: Path, start: Start) -> None:
    folder = tmp_path / "runner"
    outcomes = [each.communicate() for each in [start("open_only", folder) for _ in range(4)]]
    assert outcomes == [("opened\n", "")] * 4
    assert [each.name for each in folder.iterdir()] == ["hemipelvi.sqlite"]
