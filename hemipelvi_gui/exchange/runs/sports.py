"""Which names of sports are runs, in the languages that exports come in, and on what."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.done_runs import Surface

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_SAID: tuple[str, ...] = (
    "run", "running", "9", "jog", "jogging", "race", "ultra running", "ultra run",
    "lauf", "laufen", "laufsport", "ultralauf", "ultralaufen", "ultra-lauf",
    "löpning", "löprunda", "löptur", "ultralöpning",
    "løb", "løbetur", "ultraløb", "løping", "løpetur", "løp", "ultraløp",
    "bieg", "bieganie", "bieg ultra", "ultrabieg",
    "corrida", "ultracorrida", "ultramaratona", "correr",
    "course à pied", "course", "courir", "ultra-trail", "ultra",
    "carrera", "carrera a pie", "carrera ultra", "ultracarrera",
    "corsa", "ultracorsa", "ultra maratona", "hardlopen", "ultrahardlopen", "ultraloop",
)  # fmt: skip
ROAD: tuple[str, ...] = (
    "street running", "road running", "straßenlauf", "strassenlauf", "straßenlaufen",
    "gatulöpning", "course sur route", "carrera en calle", "corsa su strada", "straatlopen",
)  # fmt: skip
TRAIL: tuple[str, ...] = (
    "trail run", "trail running", "trailrunning", "trailrun", "trail", "traillauf", "trail-lauf",
    "traillaufen", "trail-laufen", "trail-run", "geländelauf", "traillöpning", "terränglöpning",
    "traillöprunda", "trailløb", "terrængløb", "terrengløping", "stiløping", "trailløping",
    "bieg przełajowy", "bieg terenowy", "bieganie w terenie", "trail bieg", "corrida em trilha",
    "corrida de trilha", "corrida em trilhas", "trilha", "trail running (corrida em trilha)",
    "course de trail", "course sur sentier", "course à pied en sentier", "course nature",
    "carrera de montaña", "carrera por montaña", "carrera de trail", "carrera por senderos",
    "trail running / carrera por montaña", "corsa trail", "corsa su sentiero", "corsa in montagna",
    "trailhardlopen", "trailloop", "trailrunnen", "mountain running", "fell running",
)  # fmt: skip
TREADMILL: tuple[str, ...] = (
    "treadmill running", "treadmill run", "treadmill", "indoor running", "indoor run",
    "virtual run", "virtual running", "laufband", "laufbandlauf", "laufbandlaufen",
    "laufbandtraining", "laufen auf dem laufband", "virtueller lauf", "virtuelles laufen",
    "indoor-laufen", "hallenlauf", "löpband", "löpning på löpband", "löpbandslöpning",
    "virtuell löpning", "virtuell löprunda", "inomhuslöpning", "løbebånd", "løb på løbebånd",
    "virtuelt løb", "indendørs løb", "tredemølle", "tredemølleløping", "virtuell løping",
    "bieżnia", "bieg na bieżni", "bieganie na bieżni", "bieg wirtualny", "wirtualny bieg",
    "esteira", "corrida em esteira", "corrida na esteira", "passadeira", "corrida virtual",
    "corrida em passadeira", "corrida na passadeira", "tapis de course",
    "course sur tapis", "course à pied sur tapis roulant", "course sur tapis roulant",
    "course virtuelle", "course à pied virtuelle", "course à pied en salle", "cinta de correr",
    "carrera en cinta", "carrera en cinta de correr", "carrera virtual", "carrera en interior",
    "tapis roulant", "corsa su tapis roulant", "corsa sul tapis roulant", "corsa virtuale",
    "corsa indoor", "loopband", "hardlopen op loopband", "hardlopen op een loopband",
    "virtueel hardlopen", "virtuele hardloopsessie", "indoor hardlopen",
)  # fmt: skip
TRACK: tuple[str, ...] = (
    "track running", "track run", "track", "indoor track", "bahnlauf", "bahnlaufen", "laufbahn",
    "laufen auf der bahn", "hallenbahn", "banlöpning", "löpning på bana", "baneløb", "løb på bane",
    "baneløping", "bieg na bieżni stadionowej", "bieganie po bieżni", "bieg na stadionie",
    "corrida em pista", "corrida na pista", "course sur piste", "course à pied sur piste", "piste",
    "carrera en pista", "corsa su pista", "corsa in pista", "baanlopen", "hardlopen op baan",
    "hardlopen op de baan",
)  # fmt: skip
RUNS: Mapping[str, Surface | None] = {
    **dict.fromkeys(NOT_SAID),
    **dict.fromkeys(ROAD, Surface.ROAD),
    **dict.fromkeys(TRAIL, Surface.TRAIL),
    **dict.fromkeys(TREADMILL, Surface.TREADMILL),
    **dict.fromkeys(TRACK, Surface.TRACK),
}
BETWEEN = re.compile(r"[\s_]+")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=256)
def sport_name(name: str) -> str:
    """A name of a sport as `RUNS` has it: "TrailRun" and "trail_running" lose their spelling."""
    return BETWEEN.sub(" ", HUMP.sub(" ", name.strip())).casefold()


def is_run(name: str) -> bool:
    """Whether this names a kind of running."""
    return sport_name(name) in RUNS


def surface(name: str) -> Surface | None:
    """What such a run is on, None where its name does not say."""
    return RUNS.get(sport_name(name))
