"""Facts of places and units in a foreign list, held against ours."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from commandcenter.domain.number import digits
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Directory, Place
from commandcenter.domain.unit import unit_of
from commandcenter.exchange.cells import line_of, text_of
from commandcenter.exchange.roster_cells import Spot, unguarded
from commandcenter.exchange.roster_difference import CHANGED, GONE, NEW, Difference
from commandcenter.exchange.roster_ground import Ground
from commandcenter.exchange.roster_rows import NEW_PLACE, PlaceFact, Reading, UnitTold
from commandcenter.exchange.roster_words import said, word

_METRES = re.compile(r"约?\s*(\d+(?:\.\d+)?)\s*(?:米|m)?", re.IGNORECASE)
_KILOMETRES = re.compile(r"约?\s*(\d+(?:\.\d+)?)\s*(?:公里|千米|km)", re.IGNORECASE)

_UNIT_WORDS = {"relation": "relation", "unit_kind": "kind"}


def metres(text: str) -> float | None:
    """A length in metres: ``340``, ``340米``, ``0.34公里``; None for anything else."""
    text = text.replace(",", "").strip()
    match = _METRES.fullmatch(text)
    if match is not None:
        return float(match[1])
    match = _KILOMETRES.fullmatch(text)
    return float(match[1]) * 1000 if match is not None else None


def length_text(length: float | None) -> str:
    """A length as it is written: ``340``, ``33.5``; empty when it is not known."""
    return "" if length is None else f"{length:.3f}".rstrip("0").rstrip(".")


def place_differences(ground: Ground, reading: Reading, *, whole: bool) -> list[Difference]:
    """New places, facts that differ, and - where the file tells of whole streets - streets it does not name."""
    found = [_new_place(one.target, reading) for one in reading.found.values()]
    seen: set[tuple[str, str]] = set()
    for fact in reading.facts:
        if (fact.target, fact.field) not in seen:
            seen.add((fact.target, fact.field))
            found += _fact(fact, ground.directory)
    if whole:
        found += _missing(ground.directory, reading)
    return found


def _new_place(target: str, reading: Reading) -> Difference:
    place = reading.found[target]
    fields: dict[str, Any] = {"name": place.name, "kind": place.kind}
    if place.community:
        fields["community"] = place.community
    for fact in reading.facts:
        if fact.target == target:
            value = _value(fact, None, None)
            if value is not None:
                fields[_stored(fact.field)] = value
    act = {"do": "new_place", "fields": fields}
    after = f"{place.name}（{word('kind', place.kind)}）"
    return Difference(target, NEW, "place", place.spot, target, place.name, "", after, act)


def _fact(fact: PlaceFact, directory: Directory) -> list[Difference]:
    place = directory.places.get(fact.target.partition("/")[2])
    if place is None or fact.target.startswith(NEW_PLACE):
        return []
    value = _value(fact, place, directory)
    if value is None:
        return []
    before, after = _shown(fact, place, directory)
    if before == after:
        return []
    act = {"do": "place", "place": place.id, "fields": {_stored(fact.field): value}}
    doubt = {"name": "renamed", "kind": "kind_differs", "community": "community_differs"}.get(fact.field, "")
    key = f"place/{fact.field}/{place.id}"
    return [
        Difference(key, CHANGED, fact.field, fact.spot, fact.target, line_of(place.name), before, after, act, doubt)
    ]


def _stored(name: str) -> str:
    return {"length": "length_m", "grid": "grids"}.get(name, name)


def _value(fact: PlaceFact, place: Place | None, directory: Directory | None) -> Any:
    """What would be written; None when it says the same, or nothing that can be understood."""
    text = fact.text
    if fact.field == "length":
        told = metres(text)
        if told is None or (place is not None and length_text(told) == length_text(place.length_m)):
            return None
        return told
    if fact.field == "kind":
        kind = said("kind", text)
        return None if not kind or (place is not None and place.kind == kind) or place is None else kind
    if fact.field == "grid":
        grids = _grids(text)
        if place is None or directory is None:
            return grids or None
        known = {key for key, one in directory.places.items() if one.kind == "grid"}
        return None if not grids or set(grids) == set(place.grids) or not set(grids) <= known else grids
    if fact.field == "street":
        return _street(text, place, directory)
    if fact.field == "note":
        told_ = unguarded(text_of(text))
        return None if place is not None and text_of(place.note) == told_ else told_
    standing = "" if place is None else line_of(getattr(place, fact.field))
    return None if standing == text else text


def _street(text: str, place: Place | None, directory: Directory | None) -> str | None:
    if directory is None or place is None:
        return None
    named = [one for one in directory.streets() if line_of(one.name) == text]
    if any(one.id == place.street for one in named) or len(named) != 1 or named[0].id == place.id:
        return None
    return named[0].id


def _grids(text: str) -> list[str]:
    return [part for part in re.split(r"[、,，;；\s]+", text) if part]


def _shown(fact: PlaceFact, place: Place, directory: Directory) -> tuple[str, str]:
    if fact.field == "length":
        return length_text(place.length_m), f"{length_text(metres(fact.text))} 米"
    if fact.field == "kind":
        return word("kind", place.kind), word("kind", said("kind", fact.text))
    if fact.field == "grid":
        return "、".join(place.grids), "、".join(_grids(fact.text))
    if fact.field == "community":
        names = [directory.places[key].name if key in directory.places else key for key in (place.community, fact.text)]
        return names[0], names[1]
    if fact.field == "street":
        before = directory.places.get(place.street)
        return (line_of(before.name) if before is not None else ""), fact.text
    return line_of(getattr(place, fact.field)), line_of(fact.text)


def _missing(directory: Directory, reading: Reading) -> list[Difference]:
    """The streets and alleys the file does not name, of the communities of which it names any: a list of houses names none."""
    places = [directory.places.get(target.partition("/")[2]) for target in reading.places]
    told = {place.id for place in places if place is not None}
    communities = {place.community for place in places if place is not None and place.kind in ("street", "alley")}
    return [
        Difference(
            *(f"close/{place.id}", GONE, "place", Spot("", 0), f"place/{place.id}", line_of(place.name)),
            line_of(place.name),
            "",
            {"do": "close", "place": place.id},
            "not_in_table",
        )
        for place in directory.streets()
        if place.id not in told and place.community in communities
    ]


# --- units ------------------------------------------------------------------------------------------------------------


def unit_differences(units: Mapping[str, Record], told: Sequence[UnitTold]) -> list[Difference]:
    """New units, fields and contacts that differ, and units of the kinds told that the list does not name."""
    found: list[Difference] = []
    seen: set[str] = set()
    for one in told:
        record = units.get(one.unit) if one.unit else None
        if record is None or not record.active:
            found.append(_new_unit(one))
        elif one.unit not in seen:
            seen.add(one.unit)
            found += _unit(one, record)
    kinds = {str(units[key].get("kind", "")) for key in seen}
    for key, record in units.items():
        if record.active and key not in seen and str(record.get("kind", "")) in kinds - {"community"}:
            name = line_of(str(record.get("name", key)))
            act = {"do": "close_unit", "unit": key}
            found.append(
                Difference(
                    f"close_unit/{key}", GONE, "unit", Spot("", 0), f"unit/{key}", name, name, "", act, "not_in_table"
                )
            )
    return found


def _new_unit(one: UnitTold) -> Difference:
    fields: dict[str, Any] = {
        "name": one.name,
        "kind": said("unit_kind", one.fields.get("unit_kind", "")) or "department",
        "relation": said("relation", one.fields.get("relation", "")) or "request",
        "duty_phone": one.fields.get("duty_phone", ""),
        "first_action": "",
    }
    fields |= {name: one.fields[name] for name in ("level", "address") if name in one.fields}
    act = {"do": "new_unit", "fields": fields, "contacts": _contacts(one.contacts)}
    after = " ".join(part for part in (one.name, fields["duty_phone"]) if part)
    return Difference(f"new_unit/{one.name}", NEW, "unit", one.spot, f"unit/{one.name}", one.name, "", after, act)


def _contacts(lines: Sequence[tuple[str, str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "post": post, "phone": phone} for name, post, phone in lines]


def _unit(one: UnitTold, record: Record) -> list[Difference]:
    name = line_of(str(record.get("name", record.id)))
    found = []
    for field, text in one.fields.items():
        stored = _UNIT_WORDS.get(field, field)
        family = field if field in _UNIT_WORDS else ""
        value = said(family, text) if family else text
        standing = str(record.get(stored, "") or "")
        same = (
            digits(value) == digits(standing) if field == "duty_phone" and digits(value) else value == line_of(standing)
        )
        if value and not same:
            before, after = (word(family, standing), word(family, value)) if family else (line_of(standing), value)
            act = {"do": "unit", "unit": record.id, "fields": {stored: value}}
            doubt = "kind_differs" if family else ""
            key = f"unit/{field}/{record.id}"
            found.append(Difference(key, CHANGED, field, one.spot, record.subject, name, before, after, act, doubt))
    return found + _contact_differences(one, record, name)


def _contact_differences(one: UnitTold, record: Record, name: str) -> list[Difference]:
    """Contacts told come in their order; those not told stay behind them: missing is not deleted."""
    standing = [(line_of(c.name), line_of(c.post), c.phone) for c in unit_of(record).contacts]
    kept, told = list(standing), list[tuple[str, str, str]]()
    for who, post, phone in one.contacts:
        named = [line for line in kept if line[0] == who]
        known = next((line for line in named if digits(line[2]) == digits(phone)), named[0] if named else (who, "", ""))
        if known in kept:
            kept.remove(known)
        told.append((who, post or known[1], phone or known[2]))
    merged = [*told, *kept]
    if not told or [_plain(line) for line in merged] == [_plain(line) for line in standing]:
        return []
    act = {"do": "unit", "unit": record.id, "words": {"contacts": _contacts(merged)}}
    before, after = (_line(lines) for lines in (standing, merged))
    return [
        Difference(
            f"unit/contacts/{record.id}", CHANGED, "contacts", one.spot, record.subject, name, before, after, act
        )
    ]


def _plain(line: tuple[str, str, str]) -> tuple[str, str, str]:
    return line[0], line[1], digits(line[2]) or line[2]


def _line(lines: Sequence[tuple[str, str, str]]) -> str:
    return "；".join(" ".join(part for part in line if part) for line in lines)
