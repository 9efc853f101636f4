"""The words of the last weeks seen through the gauge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from hemipelvi_gui.coach.findings import percent
from hemipelvi_gui.coach.reading import ROUNDING
from hemipelvi_gui.coach.replay import earlier_words
from hemipelvi_gui.ui.days import full_day, week_days
from hemipelvi_gui.ui.dialogs.log_import_words import session_count
from hemipelvi_gui.ui.wording import DOT, facet_line, shown

if TYPE_CHECKING:
    from datetime import date

    from hemipelvi_gui.coach.replay import Change, ExerciseWork, Replay, WeekWork
    from hemipelvi_gui.domain.plan import Week
    from hemipelvi_gui.domain.settings import Settings

translate = QCoreApplication.translate


def headline(seen: Replay, until: date) -> str:
    """What these weeks were; of some that end before the day `until` it says up to when."""
    words = seen.words[0]
    if seen.last != until and "share" in words.args:
        words = earlier_words(words, full_day(seen.last))
    return shown(words)


def remarks(seen: Replay, until: date) -> str:
    """What to keep in mind: that the weeks are not the last, and what was not logged."""
    parts = []
    if seen.last != until:
        words = translate("Replay", "Nothing was logged since {day}.")
        parts.append(words.format(day=full_day(seen.last)))
    said = 2 if seen.change is not None else 1
    parts += [shown(each) for each in seen.words[1 : len(seen.words) - said + 1]]
    return " ".join(parts)


def week_words(week: Week, work: WeekWork) -> str:
    """As in "23–29 November · 3 sessions · 31 sets · 40 % asymmetric"."""
    parts = [week_days(week), session_count(work.sessions)]
    if work.balance.asymmetric_share is not None:
        share = translate("Replay", "{share} % asymmetric")
        parts.append(leg_set_words(work.sets))
        parts.append(share.format(share=percent(work.balance.asymmetric_share)))
    elif work.sessions:
        parts.append(translate("Replay", "no leg work"))
    return DOT.join(parts)


def exercise_words(row: ExerciseWork) -> str:
    """How much of it there was, and what it looks like."""
    parts = [set_words(row.sets)]
    if row.hse:
        part = translate("Replay", "{part} % of the leg work")
        parts.append(part.format(part=percent(row.share)))
    if row.exercise is None:
        parts.append(translate("Replay", "not in the library any more"))
    else:
        parts.append(facet_line(row.exercise))
    return DOT.join(parts)


def change_words(change: Change) -> str:
    """What the change would have made of these weeks; a sum, no promise."""
    words = translate(
        "Replay",
        "{sets} of these weeks. With the other exercise they would have been {share} % "
        "asymmetric. Worth trying for three or four weeks, then look again.",
    )
    return words.format(sets=set_words(change.sets), share=percent(change.share_after))


def no_change_words(seen: Replay, settings: Settings) -> str:
    """That nothing needs to change, where the share is on the target or over it; "" elsewhere."""
    share = seen.share
    if share is None or seen.change is not None or share < settings.band_low - ROUNDING:
        return ""
    if share > settings.band_high + ROUNDING:
        return translate("Replay", "Over your target: nothing to change first.")
    return translate("Replay", "Inside your target: nothing to change first.")


def set_words(sets: float) -> str:
    """As in "12 sets", with a half where one side counts half."""
    if sets == 1:
        return translate("Replay", "1 set")
    return translate("Replay", "{sets} sets").format(sets=_short(sets))


def leg_set_words(sets: float) -> str:
    """As in "12 leg sets"."""
    if sets == 1:
        return translate("Replay", "1 leg set")
    return translate("Replay", "{sets} leg sets").format(sets=_short(sets))


def _short(number: float) -> str:
    rounded = round(number, 1)
    return QLocale().toString(rounded, "f", 0 if rounded == int(rounded) else 1)
