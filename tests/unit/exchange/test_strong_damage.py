"""Strong files that were cut or spoilt: sets, lines left out or a clear refusal, nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hemipelvi_gui.exchange.formats.strong import Strong
from tests.unit.exchange.log_samples import SAMPLES, check_bearable, cuts, log_of, short, spoilt
from tests.unit.exchange.strong_samples import CLASSIC, LATER, row

STRONG = Strong()
NAMES = ["strong-classic.csv", "strong-no-notes.csv", "strong-legacy.csv"]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_cut_anywhere(name: str) -> None:
    whole = (SAMPLES / name).read_bytes()
    expected = log_of(STRONG, whole).sets
    for content in cuts(short(whole, 30), 60):
        log = check_bearable(STRONG, content)
        if log is not None and log.sets:
            # Only the very last cell may be read in part.
            assert log.sets[:-1] == expected[: len(log.sets) - 1]


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_spoilt_in_any_way(name: str) -> None:
    content = short((SAMPLES / name).read_bytes(), 30)
    for each in spoilt(content, seed=5, times=150):
        check_bearable(STRONG, each)


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=8), st.text(max_size=8))))
def test_any_cells_are_sets_or_left_out(cells: list[tuple[str, str, str]]) -> None:
    def quoted(cell: str) -> str:
        return '"' + cell.replace('"', '""') + '"'

    content = CLASSIC + "".join(
        row(quoted(weight), quoted(reps), date=quoted(date) if date else LATER)
        for weight, reps, date in cells
    )
    log = check_bearable(STRONG, content.encode("utf-8", "surrogatepass"))
    assert log is None or len(log.sets) + len(log.skipped) == log.rows == len(cells)
