"""FIT, the binary file of sport watches: from bytes to the few messages that a run is made of.

Written from the published description of the protocol (records with definitions, compressed
timestamps, developer fields, chained files). It takes only what is asked for, never looks at the
rest, and raises nothing but ContentError, and what `tick` raises.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from struct import Struct
from struct import error as StructError  # noqa: N812  its own name says too little
from typing import TYPE_CHECKING, Any, NamedTuple

from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.fit.checksum import checksum
from hemipelvi_gui.exchange.runs.refusals import MOST_POINTS, TOO_MUCH
from hemipelvi_gui.exchange.shape import ContentError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hemipelvi_gui.exchange.log_shape import Tick

SIGN = b".FIT"
SIGN_AT = 8
SHORTEST_HEADER = 12
CRC_BYTES = 2
EPOCH_S = 631_065_600  # 1989-12-31T00:00:00Z, where the time of FIT begins
TIMESTAMP = 253
OFFSET_BITS = 0x1F
TICK_EVERY = 8192

DAMAGED = translate("RunFile", "It may be damaged or cut off. Copy it from the watch again.")

BEYOND = translate("RunFile", "a message goes beyond its end.")
TOO_MUCH = TOO_MUCH
UNDEFINED = translate("RunFile", "a message comes without its definition.")

# Base type (low five bits) → struct letter, bytes, the value that means "nothing". Nothing that a
# run is made of is a fraction or longer than four bytes; where a file says so it is passed over.
BASE_TYPES: Mapping[int, tuple[str, int, int]] = {
    0: ("B", 1, 0xFF),
    1: ("b", 1, 0x7F),
    2: ("B", 1, 0xFF),
    3: ("h", 2, 0x7FFF),
    4: ("H", 2, 0xFFFF),
    5: ("i", 4, 0x7FFFFFFF),
    6: ("I", 4, 0xFFFFFFFF),
    10: ("B", 1, 0),
    11: ("H", 2, 0),
    12: ("I", 4, 0),
    13: ("B", 1, 0xFF),
}
TEXT = 7

Values = dict[int, Any]


class Fields(NamedTuple):
    """The fields that are wanted of a message: numbers, and texts."""

    numbers: frozenset[int]
    texts: frozenset[int] = frozenset()


Wanted = Mapping[int, Fields]


# A message: the number of its kind, and its values by the number of the field.
Message = tuple[int, Values]


@dataclass(slots=True)
class _Layout:
    """How the messages of one local number lie in the file."""

    size: int
    kind: int
    fields: tuple[int, ...] = ()
    nothing: tuple[object, ...] = ()
    unpack: Callable[[bytes, int], tuple[Any, ...]] | None = None
    invalid: frozenset[object] = frozenset()


@dataclass(slots=True)
class _Stream:
    """One FIT file (several may be chained): where it ends and what is known half-way through."""

    content: bytes
    at: int
    end: int
    wanted: Wanted
    layouts: list[_Layout | None] = field(default_factory=lambda: [None] * 16)
    time: int = 0


def is_fit(content: bytes) -> bool:
    """Whether this begins like a FIT file."""
    return content[SIGN_AT : SIGN_AT + 4] == SIGN and content[0] >= SHORTEST_HEADER


def messages(content: bytes, wanted: Wanted, tick: Tick) -> list[Message]:
    """The wanted messages with their wanted fields, in the order of the file.

    Times are still in seconds since `EPOCH_S`. A field that says nothing is not there. Raises
    ContentError, and what `tick` raises.
    """
    found: list[Message] = []
    at = 0
    while at < len(content):
        tick(at / len(content))
        if at and not is_fit(content[at : at + SHORTEST_HEADER]):
            break  # some devices fill up the file behind its end
        at = _one(content, at, wanted, found, tick)
        if len(found) > MOST_POINTS:
            raise _bad(TOO_MUCH, at)
    return found


def _one(content: bytes, start: int, wanted: Wanted, found: list[Message], tick: Tick) -> int:
    """Read one file of a chain; where the next one begins."""
    head = content[start : start + SHORTEST_HEADER]
    if len(head) < SHORTEST_HEADER or not is_fit(head):
        raise _bad(translate("RunFile", "it does not begin like a FIT file."), start)
    begin = start + head[0]
    end = begin + int.from_bytes(head[4:8], "little")
    if end + CRC_BYTES > len(content) or end == begin:
        # It is cut off where it stops, not where it was meant to.
        raise _bad(
            translate("RunFile", "the file ends in the middle; the rest is missing."),
            min(end, len(content)),
        )
    said = int.from_bytes(content[end : end + CRC_BYTES], "little")
    if said and said != checksum(content[start:end], lambda _: tick(start / len(content))):
        raise _bad(translate("RunFile", "its checksum is wrong: some bytes were changed."), end)
    stream = _Stream(content, begin, end, wanted)
    try:
        _walk(stream, found, tick, len(content))
    except (IndexError, StructError) as error:
        raise _bad(BEYOND, stream.at) from error
    return end + CRC_BYTES


def _walk(stream: _Stream, found: list[Message], tick: Tick, total: int) -> None:
    content, layouts, end = stream.content, stream.layouts, stream.end
    at, count = stream.at, 0
    while at < end:
        count += 1
        if not count % TICK_EVERY:
            _pause(stream, len(found), tick, total)
        stream.at = at
        header = content[at]
        if header & 0xC0 == 0x40:
            at = _define(stream, at, has_developer_fields=bool(header & 0x20))
            continue
        layout = layouts[header >> 5 & 3 if header & 0x80 else header & 15]
        if layout is None or at + 1 + layout.size > end:
            raise _bad(UNDEFINED if layout is None else BEYOND, at)
        if header & 0x80:  # only the last bits of the time, which goes on from the last whole one
            stream.time += (header - stream.time) & OFFSET_BITS
        unpack = layout.unpack
        if unpack is not None:
            row = unpack(content, at + 1)
            # The quick way, which most records can go: nothing in them says "nothing".
            if layout.invalid.isdisjoint(row):
                values = dict(zip(layout.fields, row, strict=False))
            else:
                values = _valid(layout, row)
            if header & 0x80:
                values[TIMESTAMP] = stream.time
            elif TIMESTAMP in values:
                stream.time = values[TIMESTAMP]
            found.append((layout.kind, values))
        at += 1 + layout.size


def _pause(stream: _Stream, count: int, tick: Tick, total: int) -> None:
    tick(stream.at / total)
    if count > MOST_POINTS:
        raise _bad(TOO_MUCH, stream.at)


def _valid(layout: _Layout, row: tuple[Any, ...]) -> Values:
    return {
        number: value
        for number, value, nothing in zip(layout.fields, row, layout.nothing, strict=True)
        if value != nothing
    }


def _define(stream: _Stream, at: int, *, has_developer_fields: bool) -> int:
    """Read a definition; where it ends."""
    content = stream.content
    local = content[at] & 15
    order = ">" if content[at + 2] else "<"
    kind = int.from_bytes(content[at + 3 : at + 5], "big" if order == ">" else "little")
    count = content[at + 5]
    at += 6
    if at + 3 * count > stream.end:
        raise _bad(BEYOND, at)
    fields = [tuple(content[at + 3 * n : at + 3 * n + 3]) for n in range(count)]
    at += 3 * count
    size = sum(each[1] for each in fields)
    if has_developer_fields:
        more = content[at]
        if at + 1 + 3 * more > stream.end:
            raise _bad(BEYOND, at)
        size += sum(content[at + 3 * n + 2] for n in range(more))
        at += 1 + 3 * more
    stream.layouts[local] = _layout(kind, size, order, fields, stream.wanted.get(kind))
    return at


def _layout(
    kind: int,
    size: int,
    order: str,
    fields: Sequence[tuple[int, ...]],
    wanted: Fields | None,
) -> _Layout:
    """What to take from such a message. A field of an odd size is passed over, as is asked for."""
    if wanted is None:
        return _Layout(size, kind)
    letters: list[str] = [order]
    numbers: list[int] = []
    nothing: list[object] = []
    for number, length, base in fields:
        letter, width, invalid = BASE_TYPES.get(base & 0x1F, ("", 0, 0))
        if number in wanted.texts and base & 0x1F == TEXT:
            letters.append(f"{length}s")
            numbers.append(number)
            nothing.append(bytes(length))
        elif number in wanted.numbers and width and length and length % width == 0:
            letters.append(f"{letter}{length - width}x")  # of a list, the first
            numbers.append(number)
            nothing.append(invalid)
        else:
            letters.append(f"{length}x")
    return _Layout(
        size,
        kind,
        tuple(numbers),
        tuple(nothing),
        Struct("".join(letters)).unpack_from,
        frozenset(nothing),
    )


def words(value: object) -> str:
    """The text of a text field: up to its first NUL, whatever bytes it has."""
    if not isinstance(value, bytes):
        return ""
    return value.split(b"\0", 1)[0].decode(errors="replace").strip()


def _bad(reason: Text, at: int) -> ContentError:
    return ContentError(reason, translate("RunFile", "byte {at}", at=at), DAMAGED)
