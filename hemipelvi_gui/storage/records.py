"""Records of one kind and all their versions. The SQL of everything but settings is here."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic

from hemipelvi_gui.storage.rows import Kind, Value, content_hash

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

# SQLite may be built to take no more than 999 values in a statement.
MOST_IDS = 500

NEWEST = """
    SELECT content, hash, version, parent FROM records JOIN versions ON sequence = newest
    WHERE records.kind = :kind AND NOT deleted
"""
THERE = """
    SELECT records.id, version, CASE WHEN deleted THEN NULL ELSE hash END
    FROM records JOIN versions ON sequence = newest
    WHERE records.kind = :kind AND records.id IN
"""
# Sequences are never used again, so that their order is that of all saves.
LAST_SEQUENCE = "SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'versions'"
ADD_VERSION = """
    INSERT INTO versions (sequence, kind, id, version, parent, hash, saved_at, content)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
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


def _numbered(ids: Sequence[str]) -> tuple[dict[str, str], str]:
    """Ids as values of a statement, and how it names them."""
    numbered = {f"id{place}": each for place, each in enumerate(ids)}
    return numbered, ", ".join(f":{each}" for each in numbered)


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
            numbered, names = _numbered(ids)
            for value in self._values(f"{NEWEST} AND records.id IN ({names})", **numbered):
                found[value.id] = value
        return found

    def put(self, changed: Mapping[str, Value | None], saved_at: str) -> None:
        """Save these and delete those that are None; what is not there is not deleted."""
        self._save([value for value in changed.values() if value is not None], saved_at)
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

    def _save(self, values: Sequence[Value], saved_at: str) -> None:
        """Add a version of each, unless its newest one says the same.

        The open transaction holds the write lock, so nobody else takes a number in between.
        """
        if not values:
            return
        there = self._there([each.id for each in values])
        rows: list[dict[str, object]] = []
        # Contents are long: each is made when its turn comes, and gone when it is written.
        self.connection.executemany(ADD_VERSION, self._versions(values, there, saved_at, rows))
        self.connection.executemany(PUT_RECORD, rows)

    def _versions(
        self,
        values: Sequence[Value],
        there: Mapping[str, tuple[int, str | None]],
        saved_at: str,
        rows: list[dict[str, object]],
    ) -> Iterator[tuple[object, ...]]:
        """The version to add of each value that needs one; `rows` gets what its record says."""
        kind = self.kind.name
        ((sequence,),) = self.connection.execute(LAST_SEQUENCE).fetchall()
        for value, content in zip(values, self.kind.contents(values), strict=True):
            checksum = content_hash(content)
            before, saved = there.get(value.id, (None, None))
            if saved == checksum:
                continue
            sequence += 1
            version = 1 if before is None else before + 1
            searched = self.kind.searched(value)._asdict()
            rows.append(
                {"kind": kind, "id": value.id, "name": value.name, "sequence": sequence, **searched}
            )
            yield sequence, kind, value.id, version, before, checksum, saved_at, content

    def _there(self, record_ids: Sequence[str]) -> dict[str, tuple[int, str | None]]:
        """Newest version and hash of each that was ever saved; no hash where it is deleted."""
        found: dict[str, tuple[int, str | None]] = {}
        for ids in _batches(record_ids):
            numbered, names = _numbered(ids)
            rows = self.connection.execute(
                f"{THERE} ({names})", {"kind": self.kind.name, **numbered}
            ).fetchall()
            found.update((each, (version, checksum)) for each, version, checksum in rows)
        return found

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
