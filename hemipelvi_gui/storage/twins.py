"""Twins of the domain's values that are written as canonical JSON, all of it in compiled code.

A twin has the fields of a frozen dataclass by name, in the order of the alphabet. Decoding into it
turns numbers into what their fields declare and fills in the defaults that the JSON left out; a
decoded dataclass does not hold those, and would leave them out when it is written again.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence
    from dataclasses import Field


class Pieces:
    """Canonical JSON of values that are in many others, each made once, for as long as this is."""

    def __init__(self) -> None:
        self._decoders: dict[type, msgspec.json.Decoder[Any]] = {}
        self._pieces: dict[int, bytes] = {}
        # A value that is gone could leave its number to another.
        self._kept: list[object] = []

    def row(self, values: Sequence[object]) -> msgspec.Raw:
        """The list of these, each found again by what it is, not by what it says."""
        pieces = self._pieces
        try:
            written = [pieces[id(each)] for each in values]
        except KeyError:
            written = [self._piece(each) for each in values]
        return msgspec.Raw(b"[%b]" % b",".join(written))

    def _piece(self, value: object) -> bytes:
        if id(value) not in self._pieces:
            self._pieces[id(value)] = self._made(value)
            self._kept.append(value)
        return self._pieces[id(value)]

    def _made(self, value: object) -> bytes:
        kind = type(value)
        if kind not in self._decoders:
            self._decoders[kind] = msgspec.json.Decoder(sorted_twin(kind))
        whole = self._decoders[kind].decode(msgspec.json.encode(value))
        return msgspec.json.encode(whole, order="deterministic")


def sorted_twin(kind: type, besides: frozenset[str] = frozenset()) -> type[msgspec.Struct]:
    """The twin of a dataclass, and of all dataclasses in it, without the fields in `besides`."""
    hints = get_type_hints(kind)
    kept = sorted((each for each in fields(kind) if each.name not in besides), key=_name)
    return msgspec.defstruct(
        kind.__name__,
        [(each.name, _twin_of(hints[each.name]), _default(each)) for each in kept],
        kw_only=True,
        gc=False,  # nothing in it ever leads back to it
    )


def _name(each: Field[Any]) -> str:
    return each.name


def _default(each: Field[Any]) -> Any:  # noqa: ANN401  the field's own
    if each.default_factory is not MISSING:
        return msgspec.field(default_factory=each.default_factory)
    if each.default is MISSING:
        return msgspec.NODEFAULT
    if is_dataclass(each.default):
        raise TypeError(f"{each.name}: a default that is a record would be written unsorted")
    return each.default


def _twin_of(hint: Any) -> Any:  # noqa: ANN401  any annotation
    """The annotation with twins in the place of dataclasses."""
    if is_dataclass(hint) and isinstance(hint, type):
        return sorted_twin(hint)
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return tuple[tuple(each if each is Ellipsis else _twin_of(each) for each in inner)]  # type: ignore[misc]
    if origin in (Union, UnionType):
        return Union[tuple(_twin_of(each) for each in inner)]  # noqa: UP007  made of a list
    return hint
