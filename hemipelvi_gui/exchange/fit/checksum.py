"""The checksum at the end of a FIT file."""

from __future__ import annotations

from array import array
from functools import cache
from sys import byteorder
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hemipelvi_gui.exchange.log_shape import Tick

CHECK_EVERY = 1 << 18


def checksum(content: bytes, tick: Tick) -> int:
    """The CRC-16 of FIT (polynomial 0xA001 reflected, from 0)."""
    single, double = _tables()
    crc = 0
    even = len(content) & ~1
    for start in range(0, even, CHECK_EVERY):
        pairs = array("H", content[start : min(start + CHECK_EVERY, even)])
        if byteorder == "big":
            pairs.byteswap()
        for pair in pairs:
            crc = double[crc ^ pair]
        if start:
            tick(0.0)
    if even < len(content):
        crc = crc >> 8 ^ single[(crc ^ content[-1]) & 0xFF]
    return crc


@cache
def _tables() -> tuple[array[int], array[int]]:
    """What one byte and what two bytes do to the checksum: two at a time is twice as fast."""
    single = array("H")
    for byte in range(256):
        crc = byte
        for _ in range(8):
            crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
        single.append(crc)
    double = array("H")
    for pair in range(1 << 16):
        once = pair >> 8 ^ single[pair & 0xFF]
        double.append(once >> 8 ^ single[once & 0xFF])
    return single, double
