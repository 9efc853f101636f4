"""Results in the cells of a paper sheet: `8 60 @8`, `8`, `=` as planned, `-` not done, `8/7`.

A cell is one set. Amount first, then the load (in the planned unit where none is written) and the
effort. Two amounts with a stroke are the left and the right side; `-/7` is the right side alone.
A load that is left out is that of the set before, or the planned one; an effort is not known then.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.grammar import LARGEST, PrescriptionError, limits, write
from hemipelvi_gui.domain.grammar_tokens import NUMBER, TIMES, TOKENS, UNITS
from hemipelvi_gui.domain.prescription import Load, LoadKind, Measure, Prescription, Sides
from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.domain.units import MassUnit, plain
from hemipelvi_gui.domain.workout import ONE_SIDED, Task, prefilled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.domain.diary import DoneSet

AS_PLANNED, NOT_DONE = "=", frozenset({"-", "\u2013", "\u2014", "\u2212"})
AMOUNTS = re.compile(
    rf"(?P<warmup>w\s*)?(?P<first>{NUMBER}|[-\u2013])(?:\s*/\s*(?P<second>{NUMBER}|[-\u2013]))?"
    r"\s*(?P<unit>sec|s|min|m|br|ct)?(?![a-wyz\d_]|[.,]\d)",
    re.IGNORECASE,
)
BARE = re.compile(
    rf"(?:x\s*)?(?:(?P<count>\d+){TIMES})?(?P<value>{NUMBER})(?![\w.,%])", re.IGNORECASE
)
WORDS = tuple(each for each in TOKENS if each.name in ("load", "effort"))
GAP = re.compile(r"[\s,;]*")
LONGEST = 60
EXAMPLE = translate(
    "Paper", "Write reps, load and effort, like 8 60 @8; 8/7 is left and right, - not done."
)


def read_cell(text: str, task: Task, before: Sequence[DoneSet] = ()) -> tuple[DoneSet, ...]:
    """The sets of one cell: none, one, or one for each side. `before`: those of the row so far.

    Raises PrescriptionError with the column of what can't be read.
    """
    words = text.strip()
    if not words or words in NOT_DONE:
        return ()
    planned = prefilled(replace(task, sets=tuple(each for each in before if not each.warmup)))
    planned = replace(planned, warmup=False) if planned.warmup else planned
    one = _as_planned(task, planned)
    if words == AS_PLANNED:
        return (one,)
    start = len(text) - len(text.lstrip())
    found = AMOUNTS.match(text, start)
    if found is None or len(text) > LONGEST:
        raise _error(text, start)
    # How hard it felt is known only where it is written.
    one = _measured(replace(one, rpe=None), found["unit"])
    if found["warmup"]:
        one = replace(one, warmup=True, load=None, rpe=None)
    one = _loaded(text, found.end(), one, task.plan.load)
    return _sided(text, found, one, task)


def _as_planned(task: Task, ahead: DoneSet) -> DoneSet:
    """A whole set: each cell tells its own sides."""
    return replace(ahead, sides=task.plan.sides)


def _measured(one: DoneSet, unit: str | None) -> DoneSet:
    if not unit:
        return one
    measure, _ = UNITS[unit.lower()]
    return replace(one, measure=measure)


def _loaded(text: str, position: int, one: DoneSet, planned: Load | None) -> DoneSet:
    """The set with the load and the effort that stand after its amount, each once."""
    seen: set[str] = set()
    position = _skip(text, position)
    while position < len(text):
        name, load, rpe, end = _word(text, position, planned)
        if name in seen:
            raise _error(text, position)
        seen.add(name)
        one = replace(one, load=load) if name == "load" else replace(one, rpe=rpe)
        position = _skip(text, end)
    _check(text, one)
    return one


def _word(
    text: str, position: int, planned: Load | None
) -> tuple[str, Load | None, float | None, int]:
    for token in WORDS:
        found = token.pattern.match(text, position)
        if found and found.end() > position:
            fields = token.fields(found)
            load, rpe, rir = (fields.get(each) for each in ("load", "rpe", "rir"))
            effort = 10 - rir if isinstance(rir, float) else rpe
            return (
                token.name,
                load if isinstance(load, Load) else None,
                effort if isinstance(effort, float) else None,
                found.end(),
            )
    bare = BARE.match(text, position)
    if bare is None:
        raise _error(text, position)
    return "load", bare_load(bare["value"], bare["count"], planned), None, bare.end()


def bare_load(value: str, count: str | None, planned: Load | None) -> Load:
    """A number alone: as many and in the same unit as was planned, kilograms where nothing was."""
    number = round(float(value.replace(",", ".")), 3)
    if planned is None or planned.kind is LoadKind.PERCENT:
        return Load(LoadKind.EXTERNAL, number, int(count or 1), MassUnit.KG)
    if planned.kind is LoadKind.BODYWEIGHT:
        return replace(planned, value=number)
    return replace(planned, value=number, count=int(count) if count else planned.count)


def _sided(text: str, found: re.Match[str], one: DoneSet, task: Task) -> tuple[DoneSet, ...]:
    first, second = found["first"], found["second"]
    if second is None:
        if first in NOT_DONE:
            raise _error(text, found.start("first"))
        return (_amounted(text, found, "first", one, one.sides),)
    if task.plan.sides in ONE_SIDED:
        message = translate("Paper", "Only one side is planned here.")
        raise PrescriptionError(text, found.start("second"), message, EXAMPLE)
    sides = (("first", Sides.LEFT), ("second", Sides.RIGHT))
    return tuple(
        _amounted(text, found, name, one, side)
        for name, side in sides
        if found[name] not in NOT_DONE
    )


def _amounted(text: str, found: re.Match[str], name: str, one: DoneSet, side: Sides) -> DoneSet:
    amount = round(float(found[name].replace(",", ".")), 3)
    if (found["unit"] or "").lower() == "min":
        amount *= 60
    if not 0 < amount <= LARGEST[one.measure]:
        message = translate("Paper", "{amount} of that nobody does.", amount=found[name])
        raise PrescriptionError(text, found.start(name), message, EXAMPLE)
    return replace(one, amount=amount, sides=side)


def _check(text: str, one: DoneSet) -> None:
    rpe = one.rpe
    wrong = limits(Prescription(1, 1, 1, Measure.REPS, load=one.load, rpe=rpe))
    if wrong is not None:
        at = text.find("@") if wrong[0] == "effort" else 0
        raise PrescriptionError(text, max(at, 0), wrong[1], EXAMPLE)


def _skip(text: str, position: int) -> int:
    found = GAP.match(text, position)
    return found.end() if found else position


def _error(text: str, column: int) -> PrescriptionError:
    word = text[column:].split(" ")[0][:20]
    message: Text = translate("Paper", "\u201c{word}\u201d can't be read.", word=word)
    return PrescriptionError(text, column, message, EXAMPLE)


def row_cells(task: Task) -> tuple[str, ...]:
    """The cells of what is done: `read_cell`, cell by cell, gives these sets again."""
    cells: list[str] = []
    sets = list(task.sets)
    while sets:
        one = sets.pop(0)
        other = sets[0] if sets else None
        pair = one.sides is Sides.LEFT and other == replace(
            one, sides=Sides.RIGHT, amount=other.amount if other else 0
        )
        if pair and other is not None and task.plan.sides not in ONE_SIDED:
            sets.pop(0)
            cells.append(_cell(one, task, f"{plain(one.amount)}/{plain(other.amount)}"))
        elif one.sides is task.plan.sides or task.plan.sides in ONE_SIDED:
            cells.append(_cell(one, task, plain(one.amount)))
        elif one.sides in ONE_SIDED:
            amount = plain(one.amount)
            left = one.sides is Sides.LEFT
            cells.append(_cell(one, task, f"{amount}/-" if left else f"-/{amount}"))
        else:
            cells.append(_cell(one, task, plain(one.amount)))
    return tuple(cells)


SUFFIX = {
    Measure.TIME: "s",
    Measure.DISTANCE: "m",
    Measure.BREATHS: "br",
    Measure.CONTACTS: "ct",
}


def _cell(one: DoneSet, task: Task, amounts: str) -> str:
    suffix = "" if one.measure is task.plan.measure else SUFFIX.get(one.measure, "")
    words = [("w" if one.warmup else "") + amounts + suffix]
    if one.load is not None:
        written = write(Prescription(1, 1, 1, load=one.load)).split(" ", 1)
        words.append(written[1])
    if one.rpe is not None:
        words.append(f"@{plain(one.rpe)}")
    return " ".join(words)
