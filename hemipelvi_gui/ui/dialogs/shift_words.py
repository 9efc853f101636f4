"""What moving or skipping cards of a plan comes to, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hemipelvi_gui.coach.shifting import goal_of
from hemipelvi_gui.ui.dialogs.plan_words import cards_words, dated, step_words, weeks_words
from hemipelvi_gui.ui.plain import one_line

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from hemipelvi_gui.coach.shifting import Outcome, Shift
    from hemipelvi_gui.domain.agenda import Agenda
    from hemipelvi_gui.domain.runs import Run

translate = QCoreApplication.translate


def shift_words(
    before: Agenda, after: Agenda, plan_id: str, shift: Shift, would: Outcome, today: date
) -> str:
    """As in "31 cards from Mon 23 Nov on move 7 days later. The race stays on Sun 13 Dec."."""
    if not would.moved:
        return translate("Plans", "Nothing is planned from {day} on.").format(
            day=dated(shift.since, today)
        )
    if not shift.days:
        return translate("Plans", "Nothing moves: choose some days.")
    said = translate("Plans", "{cards} from {day} on move {step}.")
    if would.moved == 1:
        said = translate("Plans", "{cards} from {day} on moves {step}.")
    words = [
        said.format(
            cards=cards_words(would.moved),
            day=dated(shift.since, today),
            step=step_words(shift.days),
        )
    ]
    words += _race_words(before, after, plan_id, today)
    if would.after_plan and not would.weeks:
        said = translate("Plans", "{cards} after the plan\u2019s last day.")
        words.append(said.format(cards=_landing(would.after_plan)))
    if would.weeks:
        said = translate("Plans", "The plan gets {weeks} longer.")
        words.append(said.format(weeks=weeks_words(would.weeks)))
    if would.done:
        said = translate("Plans", "{count} written down as done: they stay.")
        words.append(said.format(count=cards_words(would.done)))
    return " ".join(words)


def _race_words(before: Agenda, after: Agenda, plan_id: str, today: date) -> list[str]:
    race, moved = goal_of(before, plan_id), goal_of(after, plan_id)
    if race is None or moved is None:
        return []
    said = translate("Plans", "{race} stays on {day}.")
    if moved.date != race.date:
        said = translate("Plans", "{race} moves to {day}.")
    return [said.format(race=one_line(race.name, 40), day=dated(moved.date, today))]


def race_warning(would: Outcome, shift: Shift) -> str:
    """What to do about cards that would come after the race; "" where none would."""
    if not would.after_race:
        return ""
    words = [translate("Plans", "{cards} after the race.").format(cards=_landing(would.after_race))]
    if not shift.with_race:
        words.append(
            translate(
                "Plans",
                "Tick \u201cThe race moves too\u201d, choose fewer days, "
                "or skip some days instead.",
            )
        )
    return " ".join(words)


def _landing(count: int) -> str:
    if count == 1:
        return translate("Plans", "1 card lands")
    return translate("Plans", "{count} cards land").format(count=count)


def skip_words(agenda: Agenda, ids: Collection[str], race: Run | None, with_race: bool) -> str:
    """As in "9 cards are skipped: they stay where they are and count for nothing."."""
    words = [translate("Plans", "Nothing is planned on these days.")]
    gym = sum(each in agenda.sessions for each in ids)
    if ids:
        said = translate(
            "Plans",
            "{cards} skipped ({gym} in the gym): they stay where they are, count for nothing, "
            "and can be brought back one by one.",
        )
        words = [said.format(cards=cards_words(len(ids)), gym=gym)]
    if race is not None and not with_race:
        said = translate("Plans", "{race} is not skipped.")
        words.append(said.format(race=one_line(race.name, 40)))
    return " ".join(words)
