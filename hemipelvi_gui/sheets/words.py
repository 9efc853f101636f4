"""The words of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from hemipelvi_gui.coach.findings import band_words, percent
from hemipelvi_gui.coach.resets import resets_after
from hemipelvi_gui.domain.session import Item, Section, Session
from hemipelvi_gui.domain.text import Text
from hemipelvi_gui.domain.wording import prescription_words
from hemipelvi_gui.sheets.plain import clean

if TYPE_CHECKING:
    from hemipelvi_gui.coach.reading import Reading
    from hemipelvi_gui.domain.exercises import Exercise
    from hemipelvi_gui.domain.plan import Plan
    from hemipelvi_gui.domain.settings import Settings
    from hemipelvi_gui.sheets.sheet import SheetOptions

translate = QCoreApplication.translate
MOST = 0.5


def said(text: Text) -> str:
    """A text of the domain in the reader's language."""
    source = translate(text.context, text.source)
    shown = {
        key: said(value) if isinstance(value, Text) else value for key, value in text.args.items()
    }
    return source.format(**shown) if shown else source


def title(session: Session) -> str:
    """The session's name as one line of plain text."""
    return clean(session.name) or translate("Sheet", "Session without a name")


def plan_title(plan: Plan) -> str:
    """The plan's name as one line of plain text."""
    return clean(plan.name) or translate("Sheet", "Plan without a name")


def particulars(reading: Reading, options: SheetOptions) -> str:
    """Date, time, minutes it takes, gym and subtitle: what is known of them."""
    session, parts = reading.session, []
    if session.date is not None:
        day = QDate(session.date.year, session.date.month, session.date.day)
        parts.append(QLocale().toString(day, translate("Sheet", "d MMMM yyyy")))
    if session.start is not None:
        start = QTime(session.start.hour, session.start.minute)
        parts.append(QLocale().toString(start, translate("Sheet", "HH:mm")))
    if reading.balance.lines:
        minutes = int(-(-reading.seconds // 60))
        parts.append(translate("Sheet", "{minutes} min").format(minutes=minutes))
    parts.extend(clean(part) for part in (session.gym, options.subtitle))
    return " · ".join(part for part in parts if part)


def section_words(section: Section) -> str:
    """The section's name as a heading."""
    names = {
        Section.PREPARE: translate("Sheet", "PREPARE"),
        Section.POWER: translate("Sheet", "POWER"),
        Section.STRENGTH: translate("Sheet", "STRENGTH"),
        Section.ACCESSORY: translate("Sheet", "ACCESSORY"),
        Section.RESET: translate("Sheet", "RESET"),
    }
    return names[section]


def item_words(item: Item) -> tuple[str, ...]:
    """The prescription, part by part."""
    return tuple(
        said(part) for part in prescription_words(item.prescription, clean(item.variant)[:60])
    )


def exercise_name(item: Item, exercise: Exercise | None) -> str:
    """The exercise's name as one line; None is an exercise the library does not have."""
    if exercise is None:
        unknown = translate("Sheet", "Unknown exercise ({name})")
        return unknown.format(name=clean(item.exercise))
    return clean(exercise.name) or translate("Sheet", "Exercise without a name")


def share_words(share: float | None) -> str:
    """The balance in words; None where there is no leg work."""
    if share is None:
        return translate("Sheet", "No leg work to balance")
    return translate("Sheet", "{share} % asymmetric").format(share=percent(share))


def target_words(settings: Settings) -> str:
    """The target band in words."""
    return translate("Sheet", "target {band} %").format(band=band_words(settings))


def closing(reading: Reading) -> str:
    """One true sentence about the session, or "" where there is nothing to say."""
    share = reading.balance.asymmetric_share
    if share is None:
        return ""
    work = _work(share)
    lifts = _lifts(reading)
    if not lifts:
        return translate("Sheet", "{work}.").format(work=work)
    return translate("Sheet", "{work}; {lifts}.").format(work=work, lifts=lifts)


def share_sentence(share: float | None) -> str:
    """One true sentence about some work, or "" where there is no leg work."""
    return "" if share is None else translate("Sheet", "{work}.").format(work=_work(share))


def _work(share: float) -> str:
    if share > MOST:
        return translate("Sheet", "Most of the work looks like running")
    if share == MOST:
        return translate("Sheet", "Half of the work looks like running")
    return translate("Sheet", "Less than half of the work looks like running")


def _lifts(reading: Reading) -> str:
    locking = [each for each in reading.big if each.exercise is not None and each.exercise.locks]
    if not locking:
        return ""
    if not all(resets_after(reading, lift) for lift in locking):
        return translate("Sheet", "a big lift has no reset after it")
    if len(locking) == 1:
        return translate("Sheet", "the big lift is followed by a reset")
    return translate("Sheet", "each big lift is followed by a reset")
