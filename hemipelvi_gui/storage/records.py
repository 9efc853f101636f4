"""Records of one kind and all their versions. The SQL of everything but settings is here."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from hemipelvi_gui.storage.rows import Kind, Value, content_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

# SQLite may be built to take no more than 999 values in a statement.
MOST_IDS = 500

NEWEST = """
    SELECT content, hash, version, parent FROM records JOIN versions ON sequence = newest
    WHERE records.kind = :kind AND NOT deleted
"""
SAME = """
    SELECT 1 FROM records JOIN versions ON sequence = newest
    WHERE records.kind = ? AND records.id = ? AND NOT deleted AND hash = ?
"""
# The next version number is found and taken in one statement, so two writers never take the same.
ADD_VERSION = """
    INSERT INTO versions (kind, id, version, parent, hash, saved_at, content)
    SELECT :kind, :id, coalesce(max(version), 0) + 1, max(version), :hash, :saved_at, :content
    FROM versions WHERE kind = :kind AND id = :id
    RETURNING sequence
"""
PUT_RECORD = """
    INSERT INTO records (kind, id, name, date, minutes, plan, deleted, newest)
    VALUES (:kind, :id, :name, :date, :minutes, :plan, 0, :sequence)
    ON CONFLICT (kind, id) DO UPDATE SET
        name = :name, date = :date, minutes = :minutes, plan = :plan, deleted = 0,
        newest = :sequence
"""


def _batches(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + MOST_IDS] for start in range(0, len(ids), MOST_IDS)]


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

    def between(self, first: date, last: date, besides: str = "") -> list[Value]:
        """Those dated from `first` to `last`, both included, by date and then as saved.

        `besides`: those of this plan are known, and left out.
        """
        known = "AND plan IS NOT :plan" if besides else ""
        plan = {"plan": besides} if besides else {}
        return self._values(
            f"{NEWEST} AND date BETWEEN :first AND :last {known} ORDER BY date, newest",
            first=first.isoformat(),
            last=last.isoformat(),
            **plan,
        )

    def in_plan(self, plan_id: str) -> list[Value]:
        """Those of one plan, by date and then as saved."""
        return self._values(f"{NEWEST} AND plan = :plan ORDER BY date, newest", plan=plan_id)

    def newest(self) -> Value | None:
        """The one that was saved last."""
        found = self._values(f"{NEWEST} ORDER BY newest DESC LIMIT 1")
        return found[0] if found else None

    def among(self, record_ids: Iterable[str]) -> dict[str, Value | None]:
        """What is there under each of these ids; None where nothing is."""
        found: dict[str, Value | None] = dict.fromkeys(record_ids)
        for ids in _batches(tuple(found)):
            numbered = {f"id{place}": each for place, each in enumerate(ids)}
            names = ", ".join(f":{each}" for each in numbered)
            for value in self._values(f"{NEWEST} AND records.id IN ({names})", **numbered):
                found[value.id] = value
        return found

    def put(self, changed: Mapping[str, Value | None], saved_at: str) -> None:
        """Save these and delete those that are None; what is not there is not deleted."""
        for value in changed.values():
            if value is not None:
                self._save(value, saved_at)
        self._delete([each for each, value in changed.items() if value is None], saved_at)

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

    def _save(self, value: Value, saved_at: str) -> None:
        """Add a version, unless the newest one says the same."""
        content = self.kind.content(value)
        checksum = content_hash(content)
        same = self.connection.execute(SAME, (self.kind.name, value.id, checksum)).fetchall()
        if same:
            return
        ((sequence,),) = self.connection.execute(
            ADD_VERSION,
            {
                "kind": self.kind.name,
                "id": value.id,
                "hash": checksum,
                "saved_at": saved_at,
                "content": content,
            },
        ).fetchall()
        self.connection.execute(
            PUT_RECORD,
            {
                "kind": self.kind.name,
                "id": value.id,
                "name": value.name,
                "sequence": sequence,
                **self.kind.searched(value)._asdict(),
            },
        )

    def _delete(self, record_ids: Sequence[str], saved_at: str) -> None:
        """Mark as deleted, each with a version of its own, a few hundred in a statement."""
        ids: Sequence[str]
        for ids in _batches(record_ids):
            among = f"kind = ? AND id IN ({', '.join('?' * len(ids))}) AND NOT deleted"
            self.connection.execute(
                f"""
                    INSERT INTO versions (kind, id, version, parent, saved_at)
                    SELECT kind, id, version + 1, version, ? FROM versions
                    WHERE sequence IN (SELECT newest FROM records WHERE {among})
                """,
                (saved_at, self.kind.name, *ids),
            )
            self.connection.execute(
                f"""
                    UPDATE records SET deleted = 1, newest = (
                        SELECT sequence FROM versions
                        WHERE versions.kind = records.kind AND versions.id = records.id
                        ORDER BY version DESC LIMIT 1
                    )
                    WHERE {among}
                """,
                (self.kind.name, *ids),
            )

    def _values(self, sql: str, **wanted: object) -> list[Value]:
        rows = self.connection.execute(sql, {"kind": self.kind.name, **wanted}).fetchall()
        return [self.kind.value(*row) for row in rows]
