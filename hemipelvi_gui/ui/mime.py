"""What is carried by a drag: ids only, so that a drop looks everything up in the current value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

if TYPE_CHECKING:
    from collections.abc import Iterable

EXERCISE_MIME = "application/x-hemipelvi-exercise"
ITEMS_MIME = "application/x-hemipelvi-items"
CARDS_MIME = "application/x-hemipelvi-cards"


def pack(kind: str, ids: Iterable[str]) -> QMimeData:
    """Ids as MIME data of `kind`, one a line."""
    mime = QMimeData()
    mime.setData(kind, "\n".join(ids).encode("utf-8"))
    return mime


def unpack(mime: QMimeData, kind: str) -> tuple[str, ...]:
    """The ids of `kind` in the MIME data; none where it holds another kind or no UTF-8."""
    if not mime.hasFormat(kind):
        return ()
    try:
        text = bytes(mime.data(kind).data()).decode("utf-8")
    except UnicodeDecodeError:
        return ()
    return tuple(line for line in text.split("\n") if line)
