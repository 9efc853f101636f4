"""The sum behind the gauge, in words and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.domain.balance import purpose_of
from hemipelvi_gui.domain.exercises import Purpose
from hemipelvi_gui.domain.second_reading import (
    Place,
    SecondReading,
    Source,
    disagreement,
)
from hemipelvi_gui.domain.units import plain
from hemipelvi_gui.ui.dialogs.table import Column
from hemipelvi_gui.ui.plain import one_line
from hemipelvi_gui.ui.wording import MISSING, score_word

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.domain.balance import Balance, Line
    from hemipelvi_gui.domain.second_reading import Volume
    from hemipelvi_gui.domain.settings import Settings

translate = QCoreApplication.translate


def first_columns() -> tuple[Column, ...]:
    """Columns of the sum in hard sets."""
    return (
        Column(
            translate("BalanceSum", "Exercise"), translate("BalanceSum", "In their order"), False
        ),
        Column(
            translate("BalanceSum", "Sets"),
            translate("BalanceSum", "Sets as counted. 30 s of a hold, or 20 contacts, make one."),
        ),
        Column(
            translate("BalanceSum", "Effort ×"),
            translate("BalanceSum", "From the target RPE: 7 and more 1, 6 .75, 5 .5, less .25."),
        ),
        Column(
            translate("BalanceSum", "Share ×"),
            translate("BalanceSum", "How far it is leg work: 1, half or none."),
        ),
        Column(
            translate("BalanceSum", "Dose"),
            translate("BalanceSum", "Sets × effort × share, in hard sets (HSE)."),
        ),
        Column(
            translate("BalanceSum", "Asymmetry"),
            translate("BalanceSum", "The exercise's score, from 0 (squat) to 1 (skip)."),
        ),
        Column(
            translate("BalanceSum", "Counts"),
            translate(
                "BalanceSum",
                "How far it counts as asymmetric: 0 up to a score of .20, all from .50 on.",
            ),
        ),
        Column(translate("BalanceSum", "Left"), translate("BalanceSum", "Dose on the left side.")),
        Column(
            translate("BalanceSum", "Right"), translate("BalanceSum", "Dose on the right side.")
        ),
        Column(translate("BalanceSum", "Note"), translate("BalanceSum", "Worth knowing"), False),
    )


def first_rows(balance: Balance) -> list[tuple[str, ...]]:
    """The sum in hard sets, item by item, and its last line."""
    rows = [_first_row(line) for line in balance.lines]
    words = translate("BalanceSum", "Sum")
    sides = _two(balance.left), _two(balance.right)
    return [*rows, (words, "", "", "", _two(balance.hse), "", "", *sides, "")]


def formulas(reading: Reading) -> list[tuple[str, str]]:
    """Each figure's name with its value, and how it is made from this session's numbers."""
    balance = reading.balance
    if balance.asymmetric_share is None or balance.gait_likeness is None or not balance.hse:
        return []
    worked = [line for line in balance.lines if line.dose]
    counted = sum(line.dose * line.counts for line in worked)
    likeness = sum(line.dose * (line.asymmetry or 0.0) for line in worked)
    gap = balance.side_gap or 0.0
    return [
        (
            translate("BalanceSum", "Asymmetric share {share} %").format(
                share=percent(balance.asymmetric_share)
            ),
            translate(
                "BalanceSum",
                "Each dose times how far it counts, added up and divided by the whole dose: "
                "{part} ÷ {whole} = {share}",
            ).format(
                part=_two(counted),
                whole=_two(balance.hse),
                share=f"{balance.asymmetric_share:.3f}",
            ),
        ),
        (
            translate("BalanceSum", "Gait-likeness {share} %").format(
                share=percent(balance.gait_likeness)
            ),
            translate(
                "BalanceSum",
                "Each dose times its asymmetry, added up and divided by the whole dose: "
                "{part} ÷ {whole} = {share}",
            ).format(
                part=_two(likeness), whole=_two(balance.hse), share=f"{balance.gait_likeness:.3f}"
            ),
        ),
        (
            translate("BalanceSum", "Side gap {share} %").format(share=percent(gap)),
            translate(
                "BalanceSum",
                "The difference between left and right, divided by their sum: "
                "({more} − {less}) ÷ {whole} = {share}",
            ).format(
                more=_two(max(balance.left, balance.right)),
                less=_two(min(balance.left, balance.right)),
                whole=_two(balance.hse),
                share=f"{gap:.3f}",
            ),
        ),
    ]


def second_columns() -> tuple[Column, ...]:
    """Columns of the second reading."""
    return (
        Column(
            translate("BalanceSum", "Exercise"),
            translate("BalanceSum", "Only leg work is in it"),
            False,
        ),
        Column(
            translate("BalanceSum", "Sets"),
            translate("BalanceSum", "Working sets. A set of one side alone is half a set."),
        ),
        Column(
            translate("BalanceSum", "Reps"),
            translate("BalanceSum", "Repetitions of one leg, the middle of a range."),
        ),
        Column(
            translate("BalanceSum", "% of 1RM"),
            translate("BalanceSum", "Part of the heaviest single lift."),
        ),
        Column(
            translate("BalanceSum", "Share ×"),
            translate("BalanceSum", "How far it is leg work: 1 or half."),
        ),
        Column(
            translate("BalanceSum", "Volume"),
            translate("BalanceSum", "Sets × reps × % of 1RM × share."),
        ),
        Column(
            translate("BalanceSum", "Counts"),
            translate("BalanceSum", "How far it counts as asymmetric."),
        ),
        Column(
            translate("BalanceSum", "Where the % is from"),
            translate("BalanceSum", "The written load, or repetitions and RPE."),
            False,
        ),
    )


def second_rows(second: SecondReading) -> list[tuple[str, ...]]:
    """The second reading, item by item, and its last line."""
    rows = [_second_row(each) for each in second.volumes]
    total = (translate("BalanceSum", "Sum"), "", "", "", "", _two(second.total), "", "")
    return [*rows, total]


def coverage(second: SecondReading) -> str:
    """The second share and how much of the session it is about."""
    if second.asymmetric_share is None:
        return translate(
            "BalanceSum",
            "No item has repetitions with a target RPE or a load in % of 1RM. "
            "Write one of them and this reading shows.",
        )
    return translate(
        "BalanceSum",
        "{share} % asymmetric, over the {covered} of {items} items of leg work that have "
        "repetitions and a known % of 1RM.",
    ).format(share=percent(second.asymmetric_share), covered=second.covered, items=second.items)


def agreement(first: float | None, second: SecondReading, settings: Settings) -> str:
    """A sentence where the two readings stand elsewhere to the target; "" where they agree."""
    places = disagreement(first, second.asymmetric_share, settings)
    if places is None or first is None or second.asymmetric_share is None:
        return ""
    words = {
        Place.UNDER: translate("BalanceSum", "under the target"),
        Place.IN: translate("BalanceSum", "in the target"),
        Place.OVER: translate("BalanceSum", "over the target"),
    }
    return translate(
        "BalanceSum",
        "The two readings disagree about the target: hard sets say {first} % ({here}), "
        "sets × reps × % of 1RM says {second} % ({there}). The gauge goes by hard sets.",
    ).format(
        first=percent(first),
        here=words[places[0]],
        second=percent(second.asymmetric_share),
        there=words[places[1]],
    )


def _first_row(line: Line) -> tuple[str, ...]:
    exercise = line.exercise
    share = MISSING if exercise is None else plain(exercise.share)
    counts = MISSING if line.asymmetry is None else _two(line.counts)
    return (
        _name(line),
        plain(line.sets),
        plain(line.effort),
        share,
        _two(line.dose),
        score_word(line.asymmetry),
        counts,
        _two(line.left),
        _two(line.right),
        _note(line),
    )


def _second_row(volume: Volume) -> tuple[str, ...]:
    line, sources = (
        volume.line,
        {
            None: translate("BalanceSum", "not known: left out"),
            Source.LOAD: translate("BalanceSum", "written"),
            Source.EFFORT: translate("BalanceSum", "reps and RPE"),
        },
    )
    share = MISSING if line.exercise is None else plain(line.exercise.share)
    figures = (volume.sets, volume.reps, volume.percent)
    return (
        _name(line),
        *(MISSING if each is None else plain(each) for each in figures),
        share,
        MISSING if volume.amount is None else _two(volume.amount),
        _two(line.counts),
        sources[volume.source],
    )


def _note(line: Line) -> str:
    exercise = line.exercise
    if exercise is None:
        return translate("BalanceSum", "not in your library: adds nothing")
    if line.dose and not line.effort_given:
        return translate("BalanceSum", "effort not given: counted as hard")
    if line.dose:
        return ""
    if exercise.facets is None:
        return translate("BalanceSum", "no leg work")
    if purpose_of(line.item, exercise) is Purpose.WORK:
        return ""
    return translate("BalanceSum", "prepares or resets: no dose")


def _name(line: Line) -> str:
    if line.exercise is None:
        return translate("BalanceSum", "Unknown exercise: {name}").format(
            name=one_line(line.item.exercise, 60)
        )
    return line.exercise.name


def _two(value: float) -> str:
    return f"{value:.2f}"
