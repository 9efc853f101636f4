"""The day that a line about a done run begins with: `Sun`, `last Sunday`, `2 days ago`, a date.

`Sun` and `on Sunday` are the last one there was, which may be today; `last Sunday` never is today.
"""

from __future__ import annotations

import datetime
import re

from hemipelvi_gui.domain.plan import DAYS_A_WEEK, Week
from hemipelvi_gui.domain.run_days import Day, day_at
from hemipelvi_gui.domain.run_faults import Fault, no_day
from hemipelvi_gui.domain.run_words import DAY_NUMBER, plain_word
from hemipelvi_gui.domain.text import translate

# In English, German, French and Spanish, without accents; how many days ago.
AGO = {
    **dict.fromkeys(("tomorrow", "morgen", "demain", "manana"), -1),
    **dict.fromkeys(("today", "tonight", "this morning", "this afternoon", "this evening"), 0),
    **dict.fromkeys(("heute", "heute morgen", "heute fruh", "heute abend"), 0),
    **dict.fromkeys(("aujourd'hui", "ce matin", "ce soir", "hoy", "esta manana", "esta tarde"), 0),
    **dict.fromkeys(("yesterday", "yesterday morning", "yesterday evening", "last night"), 1),
    **dict.fromkeys(("gestern", "gestern abend", "hier", "hier soir", "ayer", "anoche"), 1),
    **dict.fromkeys(("day before yesterday", "the day before yesterday", "vorgestern"), 2),
    **dict.fromkeys(("avant-hier", "avant hier", "anteayer"), 2),
}
# Days enough to be on any of.
VAGUE = frozenset(
    (
        *("last week", "this week", "last weekend", "letzte woche", "diese woche"),
        *("la semaine derniere", "cette semaine", "la semana pasada", "esta semana"),
    )
)
LAST = frozenset(("last", "past", "letzter", "letzten", "letzte", "vergangenen"))
COMING = frozenset(("next", "coming", "nachster", "nachsten", "kommenden"))
ON = frozenset(("on", "this", "am", "diesen", "le", "ce", "el", "este"))
LAST_AFTER = frozenset(("dernier", "passe", "pasado"))
COMING_AFTER = frozenset(("prochain", "proximo"))
COUNTS = {
    **dict.fromkeys(("a", "one", "einem", "einer", "un", "une", "una"), 1),
    **dict.fromkeys(("two", "zwei", "deux", "dos", "a couple of", "couple of"), 2),
    **dict.fromkeys(("three", "drei", "trois", "tres"), 3),
    **dict.fromkeys(("four", "vier", "quatre", "cuatro"), 4),
    **dict.fromkeys(("five", "funf", "cinq", "cinco"), 5),
    **dict.fromkeys(("six", "sechs", "seis"), 6),
}
SPANS = {
    **dict.fromkeys(("day", "days", "tag", "tage", "tagen", "jour", "jours", "dia", "dias"), 1),
    **dict.fromkeys(("week", "weeks", "woche", "wochen", "semaine", "semaines"), DAYS_A_WEEK),
    **dict.fromkeys(("semana", "semanas"), DAYS_A_WEEK),
}
WORD = r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
WORDS = tuple(re.compile(rf"{WORD}(?:[ \t]+{WORD}){{{more}}}\.?(?![\w-])") for more in (3, 2, 1, 0))
ONE_WORD = re.compile(rf"(?P<word>{WORD})\.?(?![\w-])")
BLANK = re.compile(r"[\s,]+")
COUNTED = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        rf"(?P<count>\d{{1,3}}|(?:a\s+)?couple\s+of|{WORD})\s+(?P<span>{WORD})\s+ago(?!\w)",
        rf"(?:vor|il\s+y\s+a|hace)\s+(?P<count>\d{{1,3}}|{WORD})\s+(?P<span>{WORD})(?!\w)",
    )
)
PLAIN_PARTS = re.compile(r"\"(?:[^\"]|\"\")*\"?|//.*|\w+(?:['\u2019-]\w+)*", re.DOTALL)
FIRST = translate("Run", "The day stands first.")
FIRST_ADVICE = translate("Run", "Like yesterday 8 km 45:10. A name goes in quotes, notes after //.")
# Also the morning, in German and Spanish.
MORNINGS = frozenset(("morgen", "manana"))
COMES = translate("Run", "That day is still to come.")
PLAN_IT = translate("Run", "Plan it on the Week page.")


def done_day(text: str, position: int, today: datetime.date) -> Day | None:
    """The day up to `today` whose words stand here; None where none do.

    A day to come, or one that no calendar has, is a `Day` without a date, with what is wrong.
    """
    day = _ago(text, position, today) or _told(text, position, today)
    if day is not None and day.date is not None and day.date > today:
        return Day(day.end, wrong=COMES, advice=PLAN_IT)
    return day


def misplaced_day(text: str, position: int, today: datetime.date) -> Fault | None:
    """Words that can only be a day, `yesterday` or `last Sunday`, further back in the line.

    Left there they would be a note, and the run on the wrong day. What stands in quotes or after
    // is anybody's. A weekday alone may be a part of a race's name.
    """
    for found in PLAIN_PARTS.finditer(text, position):
        if found.group()[0] in '"/' or _plain(found.group()) in MORNINGS:
            continue
        column = found.start()
        if _ago(text, column, today) or _last(text, column, today):
            return Fault(column, FIRST, FIRST_ADVICE)
    return None


def _ago(text: str, position: int, today: datetime.date) -> Day | None:
    for pattern in WORDS:
        words = pattern.match(text, position)
        days = AGO.get(_plain(words.group())) if words else None
        if words is not None and days is not None:
            return _back(words.end(), today, days)
        if words is not None and _plain(words.group()) in VAGUE:
            fault = no_day()
            return Day(words.end(), wrong=fault.message, advice=fault.advice)
    for pattern in COUNTED:
        found = pattern.match(text, position)
        if found is None:
            continue
        count, span = _plain(found["count"]), SPANS.get(_plain(found["span"]))
        number = int(count) if count.isdecimal() else COUNTS.get(count)
        if number is not None and span is not None:
            return _back(found.end(), today, number * span)
    return None


def _back(end: int, today: datetime.date, days: int) -> Day:
    if days < 0:
        return Day(end, wrong=COMES, advice=PLAN_IT)
    return Day(end, datetime.date.fromordinal(max(1, today.toordinal() - days)))


def _told(text: str, position: int, today: datetime.date) -> Day | None:
    """A weekday or a date, which "last" or "on" may stand before."""
    last = _last(text, position, today)
    if last is not None:
        return last
    word = ONE_WORD.match(text, position)
    if word is not None and _plain(word["word"]) in COMING:
        place = _after(text, word.end())
        return Day(place, wrong=COMES, advice=PLAN_IT) if _is_weekday(text, place) else None
    place = position
    if word is not None and _plain(word["word"]) in ON:
        place = _after(text, word.end())
    day = day_at(text, place, _week_to(today))
    after = ONE_WORD.match(text, _after(text, day.end)) if day else None
    if after and _plain(after["word"]) in COMING_AFTER:
        return Day(after.end(), wrong=COMES, advice=PLAN_IT)
    return day


def _last(text: str, position: int, today: datetime.date) -> Day | None:
    """`last Sunday`, `dimanche dernier`, `el domingo pasado`: before today."""
    place, word = position, ONE_WORD.match(text, position)
    yesterday = datetime.date.fromordinal(max(1, today.toordinal() - 1))
    if word is not None and _plain(word["word"]) in LAST:
        place = _after(text, word.end())
        return day_at(text, place, _week_to(yesterday)) if _is_weekday(text, place) else None
    if word is not None and _plain(word["word"]) in ON:
        place = _after(text, word.end())
        word = ONE_WORD.match(text, place)
    if word is None or not _is_weekday(text, place):
        return None
    after = ONE_WORD.match(text, _after(text, word.end()))
    if after is None or _plain(after["word"]) not in LAST_AFTER:
        return None
    day = day_at(text, place, _week_to(yesterday))
    return None if day is None else Day(after.end(), day.date, day.wrong, day.advice)


def _week_to(last: datetime.date) -> Week:
    return Week(datetime.date.fromordinal(max(1, last.toordinal() - DAYS_A_WEEK + 1)))


def _is_weekday(text: str, position: int) -> bool:
    word = ONE_WORD.match(text, position)
    return word is not None and _plain(word["word"]) in DAY_NUMBER


def _after(text: str, position: int) -> int:
    blank = BLANK.match(text, position)
    return blank.end() if blank else position


def _plain(words: str) -> str:
    return plain_word(" ".join(words.replace("\u2019", "'").split()))
