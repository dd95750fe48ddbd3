"""Questions about reference data: whole families at once, they are small."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from commandcenter.domain.fold import causal_order
from commandcenter.domain.record import Record, record_in
from commandcenter.domain.roster import Appointment, Directory, Goods, Person, Place
from commandcenter.domain.subjects import folded
from commandcenter.journal import log
from commandcenter.journal.codec import from_json
from commandcenter.journal.database import Connection

if TYPE_CHECKING:
    from commandcenter.domain.duty import Shift
    from commandcenter.domain.event import Fact
    from commandcenter.domain.office import Seat


class ReferenceReader:
    """Reads reference records through one read-only connection. Histories are folded on demand."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def records(self, family: str) -> dict[str, Record]:
        """The records of a family by id, retired ones included, without their histories."""
        return {key: record for key, record, _, _ in self._family(family)}

    def initials(self, family: str) -> dict[str, str]:
        """The pinyin initials of a family's names by id."""
        sql = "SELECT id, initials FROM record WHERE family = ?"
        return dict(self._connection.execute(sql, (family,)).fetchall())

    def record(self, subject: str) -> Record:
        """One record with its history; an empty one when it is not known."""
        return record_in(folded(subject, causal_order(log.facts_of(self._connection, subject))))

    def facts(self, subject: str) -> list[Fact]:
        """The changes of one record in causal order."""
        return causal_order(log.facts_of(self._connection, subject))

    def shifts(self, start: int, end: int) -> list[tuple[str, Shift]]:
        """Shifts that touch the time between two instants, in order."""
        from commandcenter.domain.duty import Shift

        sql = (
            "SELECT id, version, changed_at, active, fields, words, extra FROM record WHERE family = 'shift'"
            " AND json_extract(fields, '$.ends_at') > ? AND json_extract(fields, '$.starts_at') < ?"
            " ORDER BY json_extract(fields, '$.starts_at'), id"
        )
        found = []
        for key, *rest, extra in self._connection.execute(sql, (start, end)):
            shift = Shift(_record(f"shift/{key}", *rest), from_json(extra).get("signed_in", {}))
            if shift.plan.active:
                found.append((key, shift))
        return found

    def seat(self, node: str) -> Seat:
        """Who sits at a workstation."""
        from commandcenter.domain.office import Seat

        sql = "SELECT person, role, assurance, since FROM seat WHERE subject = ?"
        row = self._connection.execute(sql, (f"seat/{node}",)).fetchone()
        return Seat(*row) if row else Seat()

    def places(self) -> dict[str, Place]:
        """The places by id."""
        return {key: _place(key, record, spelt) for key, record, spelt, _ in self._family("place")}

    def person(self, person: str) -> Person | None:
        """One person; None when nobody is known under that id."""
        found = self._family("person", person)
        return _person(person, found[0][1], found[0][2]) if found else None

    def directory(self, places: Mapping[str, Place] | None = None) -> Directory:
        """The roster as it stands now: places, people, posts in force. ``places``: where they were read already."""
        if places is None:
            places = self.places()
        people = {key: _person(key, record, spelt) for key, record, spelt, _ in self._family("person")}
        posts = tuple(_appointment(key, record) for key, record, _, _ in self._family("appointment") if record.active)
        return Directory(places, people, posts)

    def names(self) -> list[tuple[str, str, str, Mapping[str, Any]]]:
        """Names that can be searched: (subject, name, initials, fields) of places, people, units and plans in use."""
        sql = (
            "SELECT subject, name, initials, fields FROM record"
            " WHERE active = 1 AND family IN ('place', 'person', 'unit', 'plan', 'drill')"
        )
        return [
            (subject, name, spelt, from_json(fields)) for subject, name, spelt, fields in self._connection.execute(sql)
        ]

    def _family(self, family: str, key: str = "") -> list[tuple[str, Record, str, str]]:
        one = " AND id = ?" if key else ""
        sql = (
            "SELECT id, initials, extra, version, changed_at, active, fields, words FROM record"
            f" WHERE family = ?{one} ORDER BY id"
        )
        return [
            (key, _record(f"{family}/{key}", *rest), spelt, extra)
            for key, spelt, extra, *rest in self._connection.execute(sql, (family, key) if key else (family,))
        ]


def _record(subject: str, version: int, changed_at: int, active: int, fields: str, words: str) -> Record:
    return Record(
        subject=subject,
        known=True,
        fields=from_json(fields),
        words=from_json(words),
        retired_at=None if active else changed_at,
        version=version,
        changed_at=changed_at,
    )


def _place(key: str, record: Record, spelt: str) -> Place:
    grids = record.get("grids")
    length = record.get("length_m")
    return Place(
        id=key,
        name=str(record.get("name", key)),
        kind=str(record.get("kind", "")),
        community=str(record.get("community", "")),
        street=str(record.get("street", "")),
        grids=tuple(map(str, grids)) if isinstance(grids, list) else (),
        length_m=float(length) if isinstance(length, int | float) else None,
        note=str(record.get("note", "")),
        initials=spelt,
        active=record.active,
        capacity=capacity if type(capacity := record.get("capacity")) is int else None,
        goods=_goods(record.get("goods")),
    )


def _goods(told: Any) -> tuple[Goods, ...]:
    lines = [line for line in told if isinstance(line, dict)] if isinstance(told, list) else []
    return tuple(
        Goods(str(line.get("item", "")), quantity, str(line.get("measure", "")))
        for line in lines
        if type(quantity := line.get("quantity")) is int
    )


def _person(key: str, record: Record, spelt: str) -> Person:
    return Person(
        id=key,
        name=str(record.words.get("name", "")),
        phone=str(record.words.get("phone", "")),
        post=str(record.get("post", "")),
        initials=spelt,
        has_pin=bool(record.get("pin")),
        active=record.active,
    )


def _appointment(key: str, record: Record) -> Appointment:
    rank, since = record.get("rank", 0), record.get("since", 0)
    return Appointment(
        id=key,
        person=str(record.get("person", "")),
        role=str(record.get("role", "")),
        target=str(record.get("target", "")),
        rank=rank if isinstance(rank, int) else 0,
        since=since if isinstance(since, int) else 0,
        note=str(record.get("note", "")),
    )
