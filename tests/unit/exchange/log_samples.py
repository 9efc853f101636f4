"""Strength logs for the tests: the real ones, and what is needed to read and to spoil any."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from hemipelvi_gui.domain.log_files import Answers, ReadLog, ReadSet
from hemipelvi_gui.exchange.shape import ContentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hemipelvi_gui.exchange.log_shape import LogReader

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
NOTHING_SAID = Answers()


def on_and_on(_: float) -> None:
    """A tick of somebody who waits."""


def log_of(reader: LogReader, content: bytes | str, answers: Answers = NOTHING_SAID) -> ReadLog:
    """What is read of some content, which is recognised first."""
    raw = content.encode() if isinstance(content, str) else content
    assert reader.recognises(raw)
    return reader.read(raw, answers, on_and_on)


def only_set(reader: LogReader, content: str, answers: Answers = NOTHING_SAID) -> ReadSet:
    """The one set of some content, of which nothing is left out."""
    log = log_of(reader, content, answers)
    assert not log.skipped
    (found,) = log.sets
    return found


def reason(reader: LogReader, content: str) -> tuple[int, str]:
    """The line and the reason of the one row that is left out."""
    (left_out,) = log_of(reader, content).skipped
    return left_out.line, str(left_out.reason)


def check_bearable(reader: LogReader, content: bytes) -> ReadLog | None:
    """Anything gives a log that adds up, or a ContentError that says something."""
    reader.recognises(content)
    try:
        log = reader.read(content, NOTHING_SAID, on_and_on)
    except ContentError:
        return None
    lines = content.count(b"\n") + content.count(b"\r") + 1
    assert all(1 < each.line <= lines and str(each.reason) for each in log.skipped)
    assert len(log.skipped) <= log.rows
    for each in log.sets:
        assert 1 < each.line <= lines
        assert each.exercise
        assert each.reps or each.seconds or each.metres
        assert (each.weight is None) == (each.unit is None)
        assert each.weight is None or 0 < each.weight < 5000
    return log


def spoilt(content: bytes, seed: int, times: int) -> Iterator[bytes]:
    """The content with some bytes changed, doubled, swapped or gone, each time otherwise."""
    chance = random.Random(seed)
    pieces = (b'"', b",", b";", b"\n", b"\r", b"\0", b"\xff", b"9" * 40, b"1e999", b"NaN", b"-")
    for _ in range(times):
        changed = bytearray(content)
        for _ in range(chance.randint(1, 6)):
            at = chance.randrange(len(changed))
            piece = chance.choice((*pieces, bytes((chance.randrange(256),))))
            changed[at : at + chance.randint(0, 3)] = piece
        yield bytes(changed)


def cuts(content: bytes, count: int) -> Iterator[bytes]:
    """The content cut at every byte of its beginning and at `count` places of the rest."""
    for end in range(min(len(content), 200)):
        yield content[:end]
    for end in range(200, len(content), max(1, len(content) // count)):
        yield content[:end]


def short(content: bytes, lines: int) -> bytes:
    """The first lines of it."""
    return b"".join(content.splitlines(keepends=True)[:lines])
