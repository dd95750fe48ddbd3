"""Questions about reference data: whole families at once, they are small."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from commandcenter.domain.absence import absence_of
from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.command import LAST_INSTANT
from commandcenter.domain.dated import Span
from commandcenter.domain.fold import causal_order
from commandcenter.domain.number import proved
from commandcenter.domain.record import Record, record_in
from commandcenter.domain.roster import Appointment, Directory, Goods, Person, Place
from commandcenter.domain.roster_history import RosterHistory, spans_told
from commandcenter.domain.subjects import folded
from commandcenter.domain.value import whole
from commandcenter.journal import log
from commandcenter.journal.codec import from_json, from_json_as
from commandcenter.journal.database import Connection

if TYPE_CHECKING:
    from pathlib import Path

    from commandcenter.domain.duty import Shift
    from commandcenter.domain.event import Fact
    from commandcenter.domain.map import Layer, Loaded, OfficeMap
    from commandcenter.domain.office import Seat


_AROUND = 31 * DAY


class ReferenceReader:
    """Reads reference records through one read-only connection. Histories are folded on demand."""

    def __init__(self, connection: Connection, folder: Path | None = None) -> None:
        self._connection = connection
        self._folder = folder
        self._layers: dict[str, Loaded] = {}

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
        """Shifts that touch the time between two instants, in order.

        Their ids begin with their day, so only those of the months around are opened; others (older programs gave some a
        random id) are always looked at.
        """
        from commandcenter.domain.duty import Life, Shift

        sql = (
            "SELECT id, version, changed_at, active, fields, words, extra FROM record WHERE family = 'shift'"
            " AND ((id >= ? AND id <= ?) OR id < '1' OR id >= '3')"
            " AND json_extract(fields, '$.ends_at') > ? AND json_extract(fields, '$.starts_at') < ?"
            " ORDER BY json_extract(fields, '$.starts_at'), id"
        )
        found = []
        for key, *rest, extra in self._connection.execute(sql, (*_days_around(start, end), start, end)):
            shift = Shift(_record(f"shift/{key}", *rest), from_json_as(extra, Life))
            if shift.plan.active:
                found.append((key, shift))
        return found

    def shift(self, key: str) -> Shift:
        """One shift, retired ones included; an unknown one when nothing is planned under the id."""
        from commandcenter.domain.duty import Life, Shift

        sql = "SELECT version, changed_at, active, fields, words, extra FROM record WHERE subject = ?"
        row = self._connection.execute(sql, (f"shift/{key}",)).fetchone()
        return Shift(_record(f"shift/{key}", *row[:-1]), from_json_as(row[-1], Life)) if row else Shift()

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

    def roster(self) -> RosterHistory:
        """Everything that was ever entered into the roster: ask it for the roster of a day."""
        places, people = {}, {}
        place_spans, person_spans = {}, {}
        tenures: list[Appointment] = []
        for key, record, spelt, extra in self._family("place"):
            spans = spans_told(from_json(extra).get("spans")) if extra != "{}" else ()
            places[key] = _place(key, record, spelt)
            if spans:
                place_spans[key] = spans
        for key, record, spelt, extra in self._family("person"):
            spans = spans_told(from_json(extra).get("spans")) if extra != "{}" else ()
            people[key] = _person(key, record, spelt)
            if spans:
                person_spans[key] = spans
        for key, record, _, extra in self._family("appointment"):
            spans = spans_told(from_json(extra).get("spans")) if extra != "{}" else (_standing(record),)
            tenures += [_tenure(key, record, span) for span in spans]
        absences = tuple(absence_of(record) for record in self.records("absence").values())
        return RosterHistory(places, people, tuple(tenures), absences, place_spans, person_spans)

    def unit_spans(self) -> dict[str, Sequence[Span]]:
        """What each unit that ever had another name was called when."""
        found: dict[str, Sequence[Span]] = {}
        for key, _record, _spelt, extra in self._family("unit"):
            spans = spans_told(from_json(extra).get("spans")) if extra != "{}" else ()
            if spans:
                found[key] = spans
        return found

    def directory(self, now: int | None = None) -> Directory:
        """The roster of an instant (epoch milliseconds); of the newest change of reference data where no clock is at hand."""
        return self.roster().at(self.changed_at() if now is None else now)

    def changed_at(self) -> int:
        """When reference data last changed; 0 when there is none."""
        row = self._connection.execute("SELECT max(changed_at) FROM record").fetchone()
        return int(row[0] or 0)

    def map(self, at: int | None = None) -> OfficeMap:
        """The map of the office, now or as it was at an instant (epoch milliseconds). A layer's features are read from the
        data folder when they are first wanted, and kept. What was first drawn after ``at`` is shown as it was first drawn."""
        from commandcenter.domain.map import map_of

        sql = "SELECT id, name FROM record WHERE family = 'place'"
        names = dict(self._connection.execute(sql).fetchall())
        return map_of(self._of_day("shape", at), self._of_day("map_layer", at), names, self._layer)

    def _of_day(self, family: str, at: int | None) -> dict[str, Record]:
        """The records of a family as they were at an instant: only what changed since is folded anew."""
        records = self.records(family)
        if at is not None:
            for key, record in records.items():
                if record.changed_at > at:
                    facts = self.facts(record.subject)
                    then = [fact for fact in facts if fact.happened_at <= at] or facts[:1]
                    records[key] = record_in(folded(record.subject, then))
        return records

    def _layer(self, layer: Layer) -> Loaded:
        key = layer.content or layer.carried
        if key not in self._layers:
            from commandcenter.journal.map_layers import load

            loaded = load(self._folder, layer)
            if loaded.trouble:
                return loaded
            self._layers[key] = loaded
        return self._layers[key]

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


def _days_around(start: int, end: int) -> tuple[str, str]:
    """The days around two instants as ids of shifts begin, a month to each side."""
    first, last = (max(0, min(at, LAST_INSTANT)) for at in (start - _AROUND, end + _AROUND))
    return f"{local_date(first):%Y%m%d}", f"{local_date(last):%Y%m%d}~"


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
        since=whole(record.get("since")) or 0,
        until=whole(record.get("until")),
        phone=str(record.get("phone", "") or ""),
        keys=str(record.get("keys", "") or ""),
        papers=str(record.get("papers", "") or ""),
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
    phone = str(record.words.get("phone", ""))
    return Person(
        id=key,
        name=str(record.words.get("name", "")),
        phone=phone,
        post=str(record.get("post", "")),
        initials=spelt,
        has_pin=bool(record.get("pin")),
        active=record.active,
        verified_at=whole(record.get("verified_at")) if proved(record, phone) else None,
        checked_at=whole(record.get("checked_at")),
        check=str(record.get("check", "") or "") if proved(record, phone, "checked_phone") else "",
        checked_by=str(record.get("checked_by", "") or ""),
    )


def _standing(record: Record) -> Span:
    """A post whose row an older program wrote: as it stands, until the rebuild after the update has cut its history."""
    told = whole(record.get("until")) if record.retired_at is None else record.retired_at
    return Span(whole(record.get("since")) or 0, told, {})


def _tenure(key: str, record: Record, span: Span) -> Appointment:
    fields = {**record.fields, **span.fields}
    return Appointment(
        id=key,
        person=str(fields.get("person", "")),
        role=str(fields.get("role", "")),
        target=str(fields.get("target", "")),
        rank=whole(fields.get("rank")) or 0,
        since=span.since,
        note=str(fields.get("note", "")),
        until=span.until,
    )
