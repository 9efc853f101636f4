"""Words that several dialogs say."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from hemipelvi_gui.coach.findings import percent

translate = QCoreApplication.translate


def share_words(share: float | None) -> str:
    """The balance in a few words: "71 % asymmetric"."""
    if share is None:
        return translate("Dialogs", "no leg work to balance")
    return translate("Dialogs", "{share} % asymmetric").format(share=percent(share))


def day_words(day: date | None) -> str:
    """A day as people write it: "24 Nov 2026"; "" for none."""
    if day is None:
        return ""
    shown = QDate(day.year, day.month, day.day)
    return QLocale().toString(shown, translate("Dialogs", "d MMM yyyy"))


def moment_words(saved_at: str, now: datetime | None = None) -> str:
    """When something was saved, from ISO text, in local time: "Today, 14:03"."""
    try:
        moment = datetime.fromisoformat(saved_at).astimezone()
    except ValueError:
        return saved_at
    today = (now or datetime.now().astimezone()).date()
    clock = QLocale().toString(QTime(moment.hour, moment.minute), translate("Dialogs", "HH:mm"))
    ago = (today - moment.date()).days
    if ago == 0:
        return translate("Dialogs", "Today, {time}").format(time=clock)
    if ago == 1:
        return translate("Dialogs", "Yesterday, {time}").format(time=clock)
    day = day_words(moment.date())
    return translate("Dialogs", "{day}, {time}").format(day=day, time=clock)


def count_words(count: int) -> str:
    """How many exercises: "1 exercise", "9 exercises"."""
    if count == 1:
        return translate("Dialogs", "1 exercise")
    return translate("Dialogs", "{count} exercises").format(count=count)
