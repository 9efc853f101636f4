"""Words that runners use for days and for kinds of training, in four languages.

Tables only: the program itself speaks one language at a time, but a line that is typed, or an event
of someone's calendar, may be in any. Words are in lower case and without accents (`plain_word`).
"""

from __future__ import annotations

import unicodedata

from hemipelvi_gui.domain.runs import RunKind

# Monday first, as date.weekday() counts. English, German, French, Spanish.
DAYS = (
    "monday mon mo montag lundi lun lunes",
    "tuesday tues tue tu dienstag di die mardi mar martes",
    "wednesday wed we mittwoch mi mit mercredi mer miercoles mie",
    "thursday thurs thur thu th donnerstag do don jeudi jeu jueves jue",
    "friday fri fr freitag fre vendredi ven viernes vie",
    "saturday sat sa samstag sam sonnabend samedi sabado sab",
    "sunday sun su sonntag so son dimanche dim domingo dom",
)
MONTHS = (
    "january jan januar janner janvier enero ene",
    "february feb februar fevrier fev febrero",
    "march mar marz maerz mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet julio",
    "august aug aout agosto ago",
    "september sept sep septembre septiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez decembre diciembre dic",
)
DAY_NUMBER = {word: day for day, words in enumerate(DAYS) for word in words.split()}
MONTH_NUMBER = {word: month for month, words in enumerate(MONTHS, 1) for word in words.split()}
EVERY = frozenset(
    ("every", "each", "weekly", "jeden", "jede", "jedes", "chaque", "tous", "cada", "todos")
)

# Where a line names two kinds, the one that stands first here is meant. Phrases may have blanks.
KIND_WORDS: dict[RunKind, tuple[str, ...]] = {
    RunKind.RACE: (
        *("race", "wettkampf", "rennen", "competition", "carrera", "competicion"),
        *("time trial", "course officielle", "volkslauf"),
    ),
    RunKind.OTHER: (
        *("bike", "biking", "cycle", "cycling", "ride", "swim", "swimming", "yoga", "pilates"),
        *("hike", "hiking", "walk", "walking", "row", "rowing", "ski", "skiing", "elliptical"),
        *("cross-training", "cross training", "crosstraining", "aqua jogging", "aquajogging"),
        *("spin", "spinning", "climb", "climbing", "tennis", "football", "padel", "skating"),
        *("other", "other training", "rad", "radfahren", "schwimmen", "wandern", "wanderung"),
        *("velo", "natation", "nager", "randonnee", "marche", "marcher", "bici", "bicicleta"),
        *("nadar", "natacion", "senderismo", "caminar", "mobility", "stretching", "dehnen"),
    ),
    RunKind.LONG: (
        *("long", "longrun", "lang", "langer lauf", "langer dauerlauf", "sortie longue"),
        *("longue", "largo", "tirada larga", "larga", "rodaje largo"),
    ),
    RunKind.QUALITY: (
        *("hard", "intervals", "interval", "tempo", "threshold", "hills", "hill"),
        *("hill repeats", "hill reps", "fartlek", "reps", "repeats", "repetitions", "speed"),
        *("track", "progression", "vo2max", "vo2", "cruise", "sprints", "sprint", "quality"),
        *("intervalle", "intervall", "tempodauerlauf", "tempolauf", "schwelle"),
        *("schwellenlauf", "berge", "bergsprints", "hart", "fractionne", "vma", "seuil", "cotes"),
        *("piste", "series", "cuestas", "umbral", "cambios de ritmo", "intervalos"),
    ),
    RunKind.EASY: (
        *("easy", "recovery", "strides", "shakeout", "steady", "base"),
        *("jog", "jogging", "locker", "lockerer", "dauerlauf", "regeneration", "steigerungen"),
        *("footing", "facile", "recuperation", "endurance", "suave", "rodaje", "trote", "facil"),
    ),
    RunKind.REST: (
        *("rest", "rest day", "off", "day off", "ruhe", "ruhetag", "pause", "frei", "repos"),
        *("descanso",),
    ),
}
PRECEDENCE = tuple(KIND_WORDS)
KIND_OF = {word: kind for kind, words in KIND_WORDS.items() for word in words}
# Work in the gym is a session, with its own page: no run.
GYM_WORDS = frozenset(
    (
        *("gym", "strength", "weights", "lifting", "lift", "strength training", "weight training"),
        *("crossfit", "kraft", "krafttraining", "kraftraum", "fitnessstudio", "muscu"),
        *("musculation", "renforcement", "ppg", "fuerza", "gimnasio", "pesas"),
    )
)
# Says that an event is a run, but not of which kind.
RUN_WORDS = frozenset(("run", "running", "runs", "lauf", "laufen", "course", "courir", "correr"))
# Names of races, and how long each is where the line doesn't say.
RACE_METRES = {
    **dict.fromkeys(("half marathon", "half-marathon", "halbmarathon", "semi-marathon"), 21097.5),
    **dict.fromkeys(("semi marathon", "media maraton", "medio maraton"), 21097.5),
    **dict.fromkeys(("marathon", "maraton"), 42195.0),
    "parkrun": 5000.0,
}
# "Easy" alone names no card: "Easy run" does.
ADJECTIVES = frozenset(
    (
        *("easy", "long", "hard", "recovery", "steady", "base", "shakeout", "tempo"),
        *("threshold", "progression", "quality"),
    )
)


def plain_word(word: str) -> str:
    """A word as the tables have it: lower case, no accents, no full stop of an abbreviation."""
    parts = unicodedata.normalize("NFKD", word.casefold())
    return "".join(each for each in parts if not unicodedata.combining(each)).rstrip(".")
