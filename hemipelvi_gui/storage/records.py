"""Records of one kind and all their versions. The SQL of sessions, plans and exercises is here."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic

from hemipelvi_gui.storage.rows import Kind, Value, content_hash

if TYPE_CHECKING:
    from datetime import date

NEWEST = """
    SELECT content, hash, version, parent FROM records JOIN versions ON sequence = newest
    WHERE records.kind = :kind AND NOT deleted
"""
# The next version number is found and taken in one statement, so two writers never take the same.
ADD_VERSION = """
    INSERT INTO versions (kind, id, version, parent, hash, saved_at, content)
    SELECT :kind, :id, coalesce(max(version), 0) + 1, max(version), :hash, :saved_at, :content
    FROM versions WHERE kind = :kind AND id = :id
    RETURNING sequence, version, parent
"""
PUT_RECORD = """
    INSERT INTO records (kind, id, name, date, minutes, deleted, newest)
    VALUES (:kind, :id, :name, :date, :minutes, 0, :sequence)
    ON CONFLICT (kind, id) DO UPDATE SET
        name = :name, date = :date, minutes = :minutes, deleted = 0, newest = :sequence
"""


@dataclass(frozen=True)
class SavedVersion:
    """One saved state. `saved_at` is ISO text in UTC, for show only; order is by version."""

    version: int
    parent: int | None
    hash: str
    saved_at: str


@dataclass(frozen=True)
class Records(Generic[Value]):
    """The records of one kind. Writing needs an open transaction; every cursor is read to its end.

    All methods may raise sqlite3.Error, and the reading ones UnreadableContentError.
    """

    kind: Kind[Value]
    connection: sqlite3.Connection

    def all(self) -> list[Value]:
        """All that are not deleted, most recently saved first."""
        return self._values(f"{NEWEST} ORDER BY newest DESC")

    def get(self, record_id: str) -> Value:
        """One of them. Raises KeyError where there is none, or no longer."""
        found = self._values(f"{NEWEST} AND records.id = :id", id=record_id)
        if not found:
            raise KeyError(record_id)
        return found[0]

    def between(self, first: date, last: date) -> list[Value]:
        """Those dated from `first` to `last`, both included, by date and then as saved."""
        return self._values(
            f"{NEWEST} AND date BETWEEN :first AND :last ORDER BY date, newest",
            first=first.isoformat(),
            last=last.isoformat(),
        )

    def save(self, value: Value, saved_at: str) -> Value:
        """Add a version, unless the newest one says the same; the value as it is stored now."""
        content = self.kind.content(value)
        checksum = content_hash(content)
        same = self._one(
            f"{NEWEST} AND records.id = :id AND hash = :hash", id=value.id, hash=checksum
        )
        if same is not None:
            _, _, version, parent = same
            return replace(value, version=version, parent=parent)
        sequence, version, parent = self._add(value.id, checksum, saved_at, content)
        day, minutes = self.kind.searched(value)
        self.connection.execute(
            PUT_RECORD,
            {
                "kind": self.kind.name,
                "id": value.id,
                "name": value.name,
                "date": day,
                "minutes": minutes,
                "sequence": sequence,
            },
        )
        return replace(value, version=version, parent=parent)

    def delete(self, record_id: str, saved_at: str) -> None:
        """Mark as deleted, with a version of its own. Raises KeyError for what was never there."""
        sql = "SELECT deleted FROM records WHERE kind = :kind AND id = :id"
        found = self._one(sql, id=record_id)
        if found is None:
            raise KeyError(record_id)
        if found == (1,):
            return
        sequence, _, _ = self._add(record_id, None, saved_at, None)
        self.connection.execute(
            "UPDATE records SET deleted = 1, newest = ? WHERE kind = ? AND id = ?",
            (sequence, self.kind.name, record_id),
        )

    def versions(self, record_id: str) -> list[SavedVersion]:
        """Every saved state of a record, oldest first; deletions are none."""
        rows = self.connection.execute(
            "SELECT version, parent, hash, saved_at FROM versions "
            "WHERE kind = ? AND id = ? AND content IS NOT NULL ORDER BY sequence",
            (self.kind.name, record_id),
        ).fetchall()
        return [SavedVersion(*row) for row in rows]

    def version(self, record_id: str, version: int) -> Value:
        """One saved state. Raises KeyError where there is none of this number."""
        found = self._values(
            "SELECT content, hash, version, parent FROM versions WHERE kind = :kind AND id = :id "
            "AND version = :version AND content IS NOT NULL",
            id=record_id,
            version=version,
        )
        if not found:
            raise KeyError((record_id, version))
        return found[0]

    def _add(
        self, record_id: str, checksum: str | None, saved_at: str, content: str | None
    ) -> tuple[int, int, int | None]:
        ((sequence, version, parent),) = self.connection.execute(
            ADD_VERSION,
            {
                "kind": self.kind.name,
                "id": record_id,
                "hash": checksum,
                "saved_at": saved_at,
                "content": content,
            },
        ).fetchall()
        return sequence, version, parent

    def _values(self, sql: str, **wanted: object) -> list[Value]:
        rows = self.connection.execute(sql, {"kind": self.kind.name, **wanted}).fetchall()
        return [self.kind.value(*row) for row in rows]

    def _one(self, sql: str, **wanted: object) -> tuple[Any, ...] | None:
        rows = self.connection.execute(sql, {"kind": self.kind.name, **wanted}).fetchall()
        return rows[0] if rows else None
