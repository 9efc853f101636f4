from __future__ import annotations

import pytest

from tests.bench.__main__ import BEGIN, BENCHES, END, PAGE, main, measured, report, written
from tests.bench.figures import Figure, share, table


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", BENCHES)
def test_every_benchmark_still_runs(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert main([name, "--quick"]) == 0
    assert "| figure" in capfd.readouterr().out


def test_a_figure_over_its_bound_says_so() -> None:
    over, kept = Figure("slow", 3.0, "ms", 2.0), Figure("quick", 1.0, "ms", 2.0)
    assert (over.verdict, over.ratio) == ("over", "1.50")
    assert (kept.verdict, kept.ratio) == ("OK", "0.50")
    assert Figure("shown only", 3.0, "ms").verdict == ""


def test_a_time_is_also_given_in_yardsticks() -> None:
    assert Figure("slow", 3.0, "ms", 2.0, yardstick=1.5).in_yardsticks == "2.00"


def test_the_99th_percentile_leaves_out_one_in_a_hundred() -> None:
    assert share([float(number) for number in range(1, 101)], 0.99) == 99.0
    assert share([5.0], 0.99) == 5.0


def test_the_table_has_a_row_a_figure_and_straight_columns() -> None:
    lines = table([Figure("a", 1.0, "ms", 2.0), Figure("longer name", 100.0, "MB")])
    assert len(lines) == 4
    assert len({len(line) for line in lines}) == 1


def test_the_page_takes_the_figures_of_a_run() -> None:
    page = written(PAGE.read_text("utf-8"), report([Figure("a", 1.0, "ms", 2.0)]))
    between = page.split(BEGIN)[1].split(END)[0]
    assert "| a " in between
    assert page.startswith("# Speed")


def test_unknown_benchmarks_are_refused() -> None:
    with pytest.raises(SystemExit):
        main(["nonsense"])
    with pytest.raises(KeyError):
        measured(["nonsense"])
