"""The sample office's roster and map, folded without a disk."""

from __future__ import annotations

from functools import cache
from typing import Any

from commandcenter.domain.address import AddressBook
from commandcenter.domain.map import OfficeMap, map_of
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Directory, Place
from commandcenter.exchange.founding import sample_office
from commandcenter.journal.initials import initials
from commandcenter.journal.map_layers import load

NOW = 1_784_200_000_000


@cache
def records() -> dict[str, Record]:
    """Every record the sample office is founded with, by subject."""
    found = sample_office(NOW, lambda: "00000000-0000-7000-8000-000000000000").records
    return {
        subject: Record(subject=subject, known=True, fields=fields, words=words) for subject, fields, words in found
    }


def family(name: str) -> dict[str, Record]:
    """The records of a family by id."""
    return {one.id: one for subject, one in records().items() if subject.startswith(f"{name}/")}


@cache
def sample_map() -> OfficeMap:
    """The map of the sample office."""
    names = {key: str(one.get("name")) for key, one in family("place").items()}
    return map_of(family("shape"), family("map_layer"), names, lambda layer: load(None, layer))


@cache
def directory() -> Directory:
    """The places of the sample office; nobody holds a post."""
    return Directory({key: _place(key, one) for key, one in family("place").items()})


@cache
def book() -> AddressBook:
    """The names of the sample office."""
    return AddressBook(directory(), sample_map())


def _place(key: str, record: Record) -> Place:
    told: dict[str, Any] = dict(record.fields)
    return Place(
        id=key,
        name=told["name"],
        kind=told["kind"],
        community=told.get("community", ""),
        street=told.get("street", ""),
        grids=tuple(told.get("grids", ())),
        length_m=told.get("length_m"),
        initials=initials(told["name"]),
    )
