"""FIT files made up for tests, byte by byte as the protocol says."""

from __future__ import annotations

from dataclasses import dataclass
from struct import pack

from hemipelvi_gui.exchange.fit.checksum import checksum
from hemipelvi_gui.exchange.fit.messages import EPOCH_S

START = 1_750_000_000 - EPOCH_S  # 2025-06-15T15:06:40Z
ENUM, INT8, UINT8, UINT16, INT32, UINT32, TEXT, UINT32Z = 0, 1, 2, 0x84, 0x85, 0x86, 7, 0x8C
LETTERS = {ENUM: "B", INT8: "b", UINT8: "B", UINT16: "H", INT32: "i", UINT32: "I", UINT32Z: "I"}
WIDTHS = {"B": 1, "b": 1, "H": 2, "i": 4, "I": 4}
RECORD_FIELDS = ((253, UINT32), (0, INT32), (1, INT32), (2, UINT16), (3, UINT8), (5, UINT32))


def definition(
    local: int,
    kind: int,
    fields: tuple[tuple[int, int, int], ...],
    *,
    order: str = "<",
    developer: tuple[tuple[int, int, int], ...] = (),
) -> bytes:
    """A definition message of (number, size, base type) fields."""
    head = 0x40 | local | (0x20 if developer else 0)
    made = pack(f"{order}BBBHB", head, 0, order == ">", kind, len(fields))
    made += b"".join(bytes(each) for each in fields)
    if developer:
        made += bytes([len(developer)]) + b"".join(bytes(each) for each in developer)
    return made


def message(local: int, kind: int, fields: tuple[tuple[int, int, int | str], ...]) -> bytes:
    """A definition, and one message of (number, base type, value) fields."""
    sizes, values = [], b""
    for number, base, value in fields:
        if isinstance(value, str):
            text = value.encode() + b"\0"
            sizes.append((number, len(text), base))
            values += text
        else:
            values += pack(f"<{LETTERS[base]}", value)
            sizes.append((number, WIDTHS[LETTERS[base]], base))
    return definition(local, kind, tuple(sizes)) + bytes([local]) + values


def file_of(body: bytes) -> bytes:
    """A whole file: header, messages and checksum."""
    head = pack("<BBHI4s", 14, 0x10, 2132, len(body), b".FIT")
    head += checksum(head, _calm).to_bytes(2, "little")
    return head + body + checksum(head + body, _calm).to_bytes(2, "little")


@dataclass(frozen=True)
class Jog:
    """A run at a steady pace, one record a second."""

    seconds: int = 600
    speed: float = 3.0
    heart_rate: int = 150
    grade: float = 0.0
    sport: int = 1
    sub_sport: int = 0
    start: int = START
    offset_s: int | None = 7200
    begin_m: float = 100.0
    has_distance: bool = True
    stop: tuple[int, int] | None = None


def activity(jog: Jog = Jog()) -> bytes:
    """The file of a jog, as a watch writes it."""
    body = message(
        0,
        0,
        (
            (0, ENUM, 4),
            (1, UINT16, 1),
            (2, UINT16, 3113),
            (3, UINT32Z, 4711),
            (4, UINT32, jog.start),
        ),
    )
    body += message(0, 12, ((0, ENUM, jog.sport), (1, ENUM, jog.sub_sport), (3, TEXT, "Run")))
    body += message(0, 21, ((253, UINT32, jog.start), (0, ENUM, 0), (1, ENUM, 0)))
    fields = tuple((number, WIDTHS[LETTERS[base]], base) for number, base in RECORD_FIELDS)
    body += definition(1, 20, fields)
    records, metres = records_of(jog)
    body += records
    end = jog.start + jog.seconds
    body += message(
        0,
        18,
        (
            (253, UINT32, end),
            (2, UINT32, jog.start),
            (5, ENUM, jog.sport),
            (6, ENUM, jog.sub_sport),
            (7, UINT32, jog.seconds * 1000),
            (8, UINT32, jog.seconds * 1000),
            (9, UINT32, round(metres * 100)),
        ),
    )
    if jog.offset_s is not None:
        body += message(0, 34, ((253, UINT32, end), (5, UINT32, end + jog.offset_s)))
    return file_of(body)


def records_of(jog: Jog) -> tuple[bytes, float]:
    """The records of a jog, and how far it went."""
    made: list[bytes] = []
    metres = 0.0
    for second in range(jog.seconds + 1):
        stopped = jog.stop is not None and jog.stop[0] <= second < jog.stop[1]
        if stopped and jog.stop is not None:
            if second == jog.stop[0]:
                made.append(_timer(jog.start + second, 4))
            elif second == jog.stop[1] - 1:
                made.append(_timer(jog.start + second, 0))
            continue
        made.append(
            pack(
                "<BIiiHBI",
                1,
                jog.start + second,
                round((48 + metres / 111_195.08) * 2**31 / 180),
                round(9 * 2**31 / 180),
                round((jog.begin_m + jog.grade * metres + 500) * 5),
                jog.heart_rate,
                round(metres * 100) if jog.has_distance else 0xFFFFFFFF,
            )
        )
        metres += jog.speed
    return b"".join(made), metres - jog.speed


def _timer(time: int, kind: int) -> bytes:
    return message(2, 21, ((253, UINT32, time), (0, ENUM, 0), (1, ENUM, kind)))


def _calm(_part: float) -> None:
    pass
