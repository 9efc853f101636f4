"""Files as they get damaged: cut at any byte, and with any bytes changed."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.log_files import Answers, ReadLog
from hemipelvi_gui.exchange.shape import ContentError
from tests.unit.exchange.track_samples import calm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.exchange.log_shape import LogReader


def outcome(reader: LogReader, content: bytes) -> ReadLog | ContentError:
    """What a reader makes of it. Anything raised but a ContentError goes through, and fails."""
    try:
        return reader.read(content, Answers(), calm)
    except ContentError as refusal:
        return refusal


def cut(content: bytes, pieces: int = 150) -> Iterator[bytes]:
    """The beginning of it, at every byte, or at so many places of a long file."""
    places = range(len(content))
    if len(content) > pieces:
        places_of = Random(len(content))
        yield from (content[:place] for place in places_of.sample(places, pieces))
    else:
        yield from (content[:place] for place in places)


def changed(content: bytes, times: int = 150) -> Iterator[bytes]:
    """It with some bytes changed, taken out or put in; the same ones every time."""
    random = Random(5)
    for _ in range(times):
        made = bytearray(content)
        for _ in range(random.randint(1, 5)):
            place = random.randrange(len(made))
            match random.randrange(3):
                case 0:
                    made[place] = random.randrange(256)
                case 1:
                    del made[place : place + random.randint(1, 9)]
                case _:
                    made[place:place] = random.randbytes(random.randint(1, 9))
        yield bytes(made)
