"""How the verdict was worked out: every number that it stands on, and which row decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from hemipelvi_gui.coach.verdict import Code, Verdict
from hemipelvi_gui.coach.verdict.conditions import CONDITIONS
from hemipelvi_gui.coach.verdict.deciding import NAMES
from hemipelvi_gui.coach.verdict.rule import TABLE
from hemipelvi_gui.domain.check_ins import CheckIn
from hemipelvi_gui.domain.log import Log
from tests.simulation.__main__ import PAGE
from tests.unit.coach.verdict.logs import (
    AS_OF,
    RECENT_FROM,
    is_recent,
    judged,
    log_with,
    raced,
    with_runs,
)

HURTING = log_with(running=-0.05, tighter=2)
ONCE = log_with(running=-0.05, tighter=2, since=2)


def steps(made: Verdict) -> dict[str, str]:
    return {str(step.title): str(step.text) for step in made.steps}


def cautioned() -> Log:
    """Warmer, ill, another watch, shorter runs, and races that say the opposite."""
    log = with_runs(
        HURTING,
        lambda run: replace(
            run,
            temperature_c=18 if is_recent(run) else 10,
            device="new\x1b" if is_recent(run) else "old",
            metres=(run.metres or 0) * (0.6 if is_recent(run) else 1),
            seconds=(run.seconds or 0) * (0.6 if is_recent(run) else 1),
        ),
    )
    days = {f"ill {ago}": AS_OF - timedelta(days=ago) for ago in (1, 2, 40)}
    ill = {key: CheckIn(key, day, ill=True) for key, day in days.items()}
    races = raced((1, 1140), (15, 1200))
    return replace(log, done_runs={**log.done_runs, **races}, check_ins={**log.check_ins, **ill})


def test_every_number_is_explained() -> None:
    titles = list(steps(judged(HURTING)))
    assert titles == [
        "Which weeks",
        "Which runs",
        "Running",
        "Is that chance?",
        "In seconds",
        "Tightness",
        "The big lifts",
        "What this log could show",
        "Races",
        "Weekly km",
        "Temperature",
        "Illness",
        "Heart-rate device",
        *(str(each.words) for each in CONDITIONS.values()),
        "Hurting?",
        "What decided",
        "What it can\u2019t say",
    ]


def test_each_caution_is_told_with_its_numbers_though_it_does_not_hold() -> None:
    told = steps(judged(HURTING))
    assert told["Weekly km"].startswith("34.6 km a week before, 33.0 km since: \u22124.5 %.")
    assert told["Weekly km"].endswith("It is not so here.")
    assert told["Illness"].startswith("Days of illness in the recent weeks: 0;")
    assert "watch 48" in told["Heart-rate device"]
    assert told["Races"] == told["Temperature"] == "Too little is known to compare."


def test_what_else_changed_is_told_with_its_numbers() -> None:
    made = judged(cautioned())
    told = steps(made)
    assert made.code is Code.UNCLEAR
    assert "Races of the last eight weeks against those of the 18 before: +5.3 %" in told["Races"]
    assert "easy runs: \u22124.5 %" in told["Races"]
    assert "10.0 \u00b0C before, 18.0 \u00b0C since: +8.0 \u00b0C." in told["Temperature"]
    assert "recent weeks: 2; weeks with such a day before: 1." in told["Illness"]
    assert "old 36; " in told["Heart-rate device"]
    # What comes from a file never steers a terminal.
    assert told["Heart-rate device"].count("new  12") == 1
    for name in ("Races", "Weekly km", "Temperature", "Illness", "Heart-rate device"):
        assert told[name].endswith("It is so here.")
    # The card has the numbers too, and the last step says that this decided.
    words = list(map(str, made.cautions))
    assert len(words) == 5
    assert any("changed by more than 5 \u00b0C. 10.0" in each for each in words)
    assert told["What decided"].startswith("Something else changed, which goes before all rows")
    assert all(each in told["What decided"] for each in words)
    assert "Hurting?" not in told


def test_each_condition_has_its_numbers_of_now_and_of_a_week_earlier() -> None:
    told = steps(judged(HURTING))
    assert told["Running worse by more than 1 %, and beyond 1.645 errors"] == (
        "Now: yes (\u22124.5 %, \u22123.77 errors). "
        "As of a week earlier: yes (\u22124.9 %, \u22125.25 errors)."
    )
    assert "over 99 %" in told["The big lifts rise, with 90 % or more"]
    assert "(+2.46 at most)" in told["Tightness not up by 0.5, nine times in ten"]
    watched = "Running worse by more than 1 %, and beyond 1.28 errors: enough to watch"
    assert told[watched].startswith("Now: yes")


def test_the_row_that_decided_is_named_and_what_kept_the_others_away() -> None:
    assert steps(judged(HURTING))["What decided"].startswith("The first row that fits.")
    told = steps(judged(ONCE))
    assert told["Hurting?"].startswith("No. What fails: ")
    assert told["Hurting?"].count("(a week earlier)") == 2
    assert told["A cost to watch?"] == "Yes: all of it holds."
    assert "Helping?" not in told
    assert "Consistent with a cost to watch" in told["What decided"]
    assert len(NAMES) == len(TABLE)


@pytest.mark.parametrize(
    ("log", "words"),
    [
        (log_with(running=-0.05, tighter=2, rise=0.0), "that the big lifts rise is only 65 %"),
        (log_with(running=-0.05, tighter=2, since=1), "\u22123.1 to +0.7 %, goes beyond 3 %"),
        (log_with(running=0.05, tighter=2), "tightness may be up by 2.46"),
        (log_with(running=0.05, since=2), "as of a week earlier it was not so yet"),
    ],
    ids=["no lift", "chance", "tighter", "first week"],
)
def test_unclear_says_why_with_its_number(log: Log, words: str) -> None:
    made = judged(log)
    assert made.code is Code.UNCLEAR
    assert words in str(made.why_unclear)
    assert steps(made)["What decided"].startswith(f"No row fits. {made.why_unclear}")


def test_too_little_is_what_decided() -> None:
    told = steps(judged(Log()))
    assert told["What decided"].startswith("Too little is logged")
    assert "Weekly km" not in told


def test_tightness_says_that_its_interval_has_two_sides_and_its_rule_one() -> None:
    told = steps(judged(HURTING))["Tightness"]
    assert "(+1.0 to +2.6)" in told
    assert "one side only, with 10 % beyond it, so 1.28 errors: +1.2 at least, +2.5 at most" in told


def test_what_the_log_could_show_is_said_of_running_alone() -> None:
    told = steps(judged(HURTING))["What this log could show"]
    assert told.startswith("On running alone")
    assert told.endswith("So it needs a larger change.")


def test_weeks_or_races_differ() -> None:
    assert steps(judged(HURTING))["Is that chance?"].startswith("Weeks differ by 1.")
    races = raced((1, 1300), (7, 1300), (8, 1200), (20, 1200))
    made = judged(replace(HURTING, done_runs=races))
    assert steps(made)["Is that chance?"].startswith("Races differ by ")


@pytest.mark.parametrize(
    ("reps", "since", "words"),
    [
        (9, None, "All 16 estimates of the lifts are from more than six reps: less sure."),
        (9, RECENT_FROM, None),
        (5, None, None),
    ],
)
def test_estimates_from_many_reps_are_less_sure(
    reps: int, since: object, words: str | None
) -> None:
    def of(session: object) -> object:
        if since is not None and session.date < since:  # type: ignore[attr-defined]
            return session
        items = tuple(
            replace(item, sets=tuple(replace(each, amount=reps) for each in item.sets))
            for item in session.items  # type: ignore[attr-defined]
        )
        return replace(session, items=items)  # type: ignore[type-var]

    made = judged(replace(HURTING, diary={k: of(s) for k, s in HURTING.diary.items()}))  # type: ignore[misc]
    assert (None if made.unsure is None else str(made.unsure)) == words


@pytest.mark.parametrize(
    ("log", "row"), [(ONCE, "watch"), (log_with(running=0.05), "helping"), (HURTING, "hurting")]
)
def test_how_often_it_is_said_by_chance_is_what_the_page_shows(log: Log, row: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    nothing = page.partition("<!-- simulated: begin -->")[2].partition("Here something changed")[0]
    column = ["hurting", "watch", "helping"].index(row) + 2
    rates = {
        cells[1].strip(): round(float(cells[column].split("%")[0]))
        for line in nothing.splitlines()
        if (cells := line.split("|"))[1:] and "%" in cells[-2]
    }
    lifted = [rate for name, rate in rates.items() if "lifts stay" not in name]
    doubt = str(judged(log).doubt)
    told = [int(word) for word in doubt.split() if word.isdigit() and word != "100"]
    assert told[0] == rates["nothing changes"]
    assert max(told) in ({max(lifted)} if len(told) > 1 else set(lifted))


def test_an_unclear_log_has_no_such_rate() -> None:
    assert judged(log_with(running=-0.05, tighter=2, since=1)).doubt is None
