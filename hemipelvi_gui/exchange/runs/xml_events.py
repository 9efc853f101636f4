"""XML read as a stream of elements, safely: no document types, no entities, nothing from outside.

Namespaces are dropped: `ns3:hr` and `gpxtpx:hr` are both `hr`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Protocol
from xml.parsers import expat

from hemipelvi_gui.domain.text import Text, translate
from hemipelvi_gui.exchange.shape import ContentError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from hemipelvi_gui.exchange.log_shape import Tick

CHUNK = 1 << 16
DEEPEST = 64
LONGEST_TEXT = 4096
LOOKED_AT = 4096
SPACE = b" \t\r\n"
BOM = b"\xef\xbb\xbf"
DAMAGED = translate("RunFile", "The file may be damaged or cut off. Export it again.")


class Elements(Protocol):
    """Who listens. `leaves` are the elements whose text is wanted."""

    leaves: frozenset[str]

    def begin(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        ...

    def end(self, name: str, parent: str, text: str) -> None:
        """An element ends; `text` is "" for one that is no leaf."""
        ...


def starts_with(content: bytes, root: bytes) -> bool:
    """Whether this looks like XML whose first element has this name."""
    start = content[:LOOKED_AT].removeprefix(BOM).lstrip(SPACE)
    if not start.startswith(b"<"):
        # UTF-16 has a NUL at every other byte here.
        start = start.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    place = start.find(b"<" + root)
    after = start[place + 1 + len(root) : place + 2 + len(root)]
    return (
        start.startswith(b"<") and place >= 0 and after in (b" ", b">", b"\r", b"\n", b"\t", b"/")
    )


def walk(content: bytes, listener: Elements, tick: Tick) -> None:
    """Tell the listener of every element. Raises ContentError, and what `tick` raises."""
    reading = _Reading(listener)
    # Some programs put spaces before the first element, which XML does not allow.
    content = content.removeprefix(BOM).lstrip(SPACE)
    total = len(content) or 1
    try:
        for start in range(0, total, CHUNK):
            reading.parser.Parse(content[start : start + CHUNK], start + CHUNK >= total)
            tick(min((start + CHUNK) / total, 1.0))
    except expat.ExpatError as error:
        where = translate("RunFile", "line {line}", line=error.lineno)
        at_end = error.code in (3, 5, 6) or reading.parser.CurrentByteIndex >= len(content)
        raise ContentError(
            translate("RunFile", "the file ends in the middle; the rest is missing.")
            if at_end
            else translate("RunFile", "this can't be read as XML."),
            where,
            DAMAGED,
        ) from error
    except (LookupError, ValueError) as error:  # an encoding that nobody knows
        raise ContentError(
            translate("RunFile", "this can't be read as XML."), advice=DAMAGED
        ) from error


class _Reading:
    """One parse: the elements that are open, and the text of the leaf that is."""

    def __init__(self, listener: Elements) -> None:
        self._listener = listener
        self._leaves = listener.leaves
        self._names: dict[str, str] = {}
        self._open: list[str] = [""]
        self._text: list[str] = []
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse
        self.parser = parser

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = self._names.get(name)
        if local is None:
            local = self._names[name] = name.rpartition(":")[2]
        self._open.append(local)
        if len(self._open) > DEEPEST:
            raise ContentError(
                translate("RunFile", "elements are nested more than {most} deep.", most=DEEPEST),
                self._where(),
            )
        if local in self._leaves:
            self._text.clear()
            self.parser.CharacterDataHandler = self._text.append
        self._listener.begin(local, attributes)

    def _end(self, _name: str) -> None:
        local = self._open.pop()
        text = ""
        if local in self._leaves:
            self.parser.CharacterDataHandler = None
            text = "".join(self._text)[:LONGEST_TEXT].strip()
        self._listener.end(local, self._open[-1], text)

    def _refuse(self, *_about: object) -> NoReturn:
        raise ContentError(
            translate("RunFile", "it declares a document type, and no track does."),
            self._where(),
            DAMAGED,
        )

    def _where(self) -> Text:
        return translate("RunFile", "line {line}", line=self.parser.CurrentLineNumber)
