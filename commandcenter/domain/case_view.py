"""A saved view of the case centre: filters, columns and order under a name, of one person or of the whole office.

Fields: ``name``, ``owner`` (a person id; empty = the whole office), ``rank`` (its place in the list), ``view``, ``order``,
``filters`` (name → text) and ``columns`` (``name:width`` in their order). Sharing a view shares no case: it says what is looked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused

MOST_LETTERS = 20
"""A name stands in a side bar."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """A saved view as the case centre uses it."""

    id: str
    name: str
    owner: str = ""
    rank: int = 0
    view: str = "open"
    order: str = "due"
    filters: Mapping[str, str] = field(default_factory=dict)
    columns: tuple[str, ...] = ()

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of its record."""
        return {
            "name": self.name,
            "owner": self.owner,
            "rank": self.rank,
            "view": self.view,
            "order": self.order,
            "filters": dict(self.filters),
            "columns": list(self.columns),
        }


def saved_view_of(record: Record) -> SavedView:
    """The view in a record; what cannot be read is as if it were not set."""
    filters, columns, rank = record.get("filters"), record.get("columns"), record.get("rank")
    return SavedView(
        record.id,
        str(record.get("name", "")),
        str(record.get("owner", "")),
        rank if isinstance(rank, int) else 0,
        str(record.get("view", "open")),
        str(record.get("order", "due")),
        {str(k): v for k, v in filters.items() if isinstance(v, str)} if isinstance(filters, Mapping) else {},
        tuple(str(one) for one in columns) if isinstance(columns, list | tuple) else (),
    )


def views_for(records: Iterable[Record], person: str) -> list[SavedView]:
    """What a person sees: the office's views and their own, in their order."""
    views = [saved_view_of(record) for record in records if record.active]
    return sorted(
        (view for view in views if view.owner in ("", person)), key=lambda view: (view.rank, view.name, view.id)
    )


@demands("case_view")
def _check(fields: Mapping[str, Any]) -> None:
    name = fields.get("name")
    if not isinstance(name, str) or not name.strip():
        raise Refused("name_missing")
    if len(name) > MOST_LETTERS:
        raise Refused("name_too_long", most=MOST_LETTERS)
    filters = fields.get("filters", {})
    if not isinstance(filters, Mapping) or not all(isinstance(text, str) for pair in filters.items() for text in pair):
        raise Refused("view_unreadable")
    columns = fields.get("columns", [])
    if not isinstance(columns, list | tuple) or not all(isinstance(one, str) for one in columns):
        raise Refused("view_unreadable")
