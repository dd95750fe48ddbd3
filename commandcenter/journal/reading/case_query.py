"""Which cases a list shows and in which order: the filters of the case centre, as SQL and as sort keys that agree with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, NamedTuple

from commandcenter.domain.clock import HOUR
from commandcenter.journal import search


class CaseRow(NamedTuple):
    """A case as lists show it. Times are epoch milliseconds; ``doc`` is the row's handle in this file."""

    doc: int
    id: str
    number: str
    source_number: str
    channel: str
    stage: str
    open: int
    history: int
    grade: str
    category: str
    place: str
    community: str
    lead: str
    others: str
    received_at: int
    next_due: int | None
    next_clock: str
    next_start: int | None
    due_at: int | None
    closed_at: int | None
    pressed: int
    anonymous: int
    whistles: str
    title: str
    place_words: str
    nature: str = "appeal"
    grid: str = ""
    collective: int = 0
    proactive: int = 0
    repeats: int = 0
    attachments: int = 0
    redone: int = 0
    registered_at: int = 0
    changed_at: int = 0
    merged_into: str = ""
    next_warn: int | None = None
    escalated: str = ""
    limit_unit: str = ""
    solved: int | None = None

    @property
    def shown_stage(self) -> str:
        """The stage as people speak of it: whoever was told "not solved" has it to redo, until somebody decides."""
        return "redo" if self.stage == "call_back" and self.solved == 0 else self.stage

    @property
    def units(self) -> tuple[str, ...]:
        """Lead and co-handlers."""
        return tuple(unit for unit in (self.lead, *self.others.split()) if unit)


@dataclass(frozen=True, slots=True)
class CaseQuery:
    """Which cases, in which order. Empty fields do not restrict; every filter that is set has to hold.

    ``view`` is one of ``VIEWS``; ``mine`` is the unit whose cases the view of that name shows, or the
    leader (person id) before whom they were brought and who has not taken note of them; empty for what the duty room
    itself owes; ``soon_ms`` is how near ``soon`` is, ``look_ms`` how long after its end a case is looked back at.

    Codes: ``channel``, ``community``, ``grade``, ``stage``, ``category``, ``nature``, ``grid``, ``place``, ``unit`` hold one or
    several, separated by blanks; any of them may hold. ``stage`` is the stage as it is shown. ``timing``: over, soon, later, paused, none; ``counted``: how
    the order's limit runs (working, natural, told, none). Answers: ``anonymous``,
    ``collective``, ``repeated``, ``proactive``, ``whistled``, ``attached``, ``pressed``, ``hour`` (a clock runs out within
    the hour) are ``yes``, ``no`` or empty. Moments are
    epoch milliseconds, the ``until`` ones not included. ``text`` searches the full text. ``ids`` are the only cases looked
    at, ``but`` those left out. ``batch`` is an import by its stretch of the journal (``Stretch``): what it brought or told anew.

    ``order`` is one of ``ORDERS``; with a ``-`` before it the other way round.
    """

    view: str = "open"
    channel: str = ""
    unit: str = ""
    community: str = ""
    grade: str = ""
    text: str = ""
    order: str = "due"
    soon_ms: int = 60 * 60 * 1000
    received_from: int | None = None
    received_until: int | None = None
    mine: str = ""
    look_ms: int = 0
    stage: str = ""
    timing: str = ""
    counted: str = ""
    category: str = ""
    nature: str = ""
    grid: str = ""
    place: str = ""
    registered_from: int | None = None
    registered_until: int | None = None
    anonymous: str = ""
    collective: str = ""
    repeated: str = ""
    proactive: str = ""
    whistled: str = ""
    attached: str = ""
    pressed: str = ""
    hour: str = ""
    ids: tuple[str, ...] = ()
    but: tuple[str, ...] = ()
    batch: str = ""

    @property
    def narrows(self) -> bool:
        """Whether anything but the view and the text restricts."""
        return any(getattr(self, name) not in ("", None, ()) for name in _NARROWING)

    @property
    def bounded(self) -> bool:
        """Whether the list can only be as long as the work in hand, however many cases are stored."""
        return self.view in OPEN_VIEWS or bool(self.ids)

    @property
    def only_filters(self) -> CaseQuery:
        """The same list without its text."""
        return replace(self, text="")


_NOT_NARROWING = ("view", "text", "order", "soon_ms", "mine", "look_ms")
_NARROWING = tuple(item.name for item in fields(CaseQuery) if item.name not in _NOT_NARROWING)

_ROOM = "stage IN ('to_judge', 'disputed', 'extending', 'fed_back', 'verified', 'call_back')"
"""What the duty room itself owes: judging, deciding, verifying, calling back."""
_MINE = (
    f"open = 1 AND stage <> 'suspended' AND CASE WHEN :mine = '' THEN {_ROOM}"
    " ELSE lead = :mine OR instr(' ' || others || ' ', ' ' || :mine || ' ') > 0"
    " OR instr(' ' || escalated || ' ', ' ' || :mine || ' ') > 0 END"
)

_SHOWN = "CASE WHEN stage = 'call_back' AND solved = 0 THEN 'redo' ELSE stage END"
"""The stage as rows show it (``CaseRow.shown_stage``)."""

_UNSIGNED = (
    "EXISTS (SELECT 1 FROM deadline WHERE subject = 'case/' || id AND clock >= 'sign:' AND clock < 'sign;'"
    " AND met_at IS NULL AND stopped = 0)"
)
"""Whether one of several receivers still owes its signature, whoever signed already; by the key of its clocks."""

VIEW_SQL: Mapping[str, str] = {
    "mine": _MINE,
    "open": "open = 1",
    "overdue": "open = 1 AND next_due <= :now",
    "soon": "open = 1 AND next_due > :now AND next_due <= :now + :soon",
    "to_judge": "stage = 'to_judge'",
    "unsigned": f"open = 1 AND (stage = 'dispatched' OR (others <> '' AND {_UNSIGNED}))",
    "call_back": "stage IN ('verified', 'call_back')",
    "repeated": "open = 1 AND repeats > 0",
    "collective": "open = 1 AND collective > 0",
    "proactive": "open = 1 AND proactive = 1",
    "escalated": "open = 1 AND escalated <> ''",
    "suspended": "stage = 'suspended'",
    "look_back": "stage = 'closed' AND merged_into = '' AND closed_at <= :now - :look",
    "closed": "+open = 0 AND +history = 0",
    "history": "+history = 1",
    "all": "1",
}
"""The plus keeps what most rows say from being taken for a short way: these lists are walked in their order."""
VIEWS = tuple(VIEW_SQL)
GROWING_VIEWS = ("look_back", "closed", "history", "all")
"""Views that grow for ever; the others are no longer than the work in hand."""
OPEN_VIEWS = tuple(view for view in VIEWS if view not in GROWING_VIEWS)

_CODES = ("channel", "community", "grade", "stage", "category", "nature", "grid", "place")
_ANSWERS: Mapping[str, str] = {
    "anonymous": "anonymous = 1",
    "collective": "collective > 0",
    "repeated": "repeats > 0",
    "proactive": "proactive = 1",
    "whistled": "whistles <> ''",
    "attached": "attachments > 0",
    "pressed": "pressed > 0",
    "hour": f"open = 1 AND coalesce(next_due, 0) > :now AND coalesce(next_due, 0) <= :now + {HOUR}",
}
_TIMINGS: Mapping[str, str] = {
    "over": "open = 1 AND stage <> 'suspended' AND next_due <= :now",
    "soon": "open = 1 AND stage <> 'suspended' AND next_due > :now AND next_due <= :now + :soon",
    "later": "open = 1 AND stage <> 'suspended' AND next_due > :now + :soon",
    "paused": "stage = 'suspended'",
    "none": "(open = 0 OR (stage <> 'suspended' AND next_due IS NULL))",
}
TIMINGS = tuple(_TIMINGS)
_COUNTED: Mapping[str, str] = {
    "working": "limit_unit IN ('working_hour', 'working_day')",
    "natural": "limit_unit IN ('minute', 'hour', 'day', 'month')",
    "told": "limit_unit = '' AND due_at IS NOT NULL",
    "none": "due_at IS NULL",
}
COUNTED = tuple(_COUNTED)
HIT_SQL: Mapping[str, str] = {
    **{name: name for name in _CODES},
    "stage": _SHOWN,
    "unit": "lead",
    "timing": "CASE " + " ".join(f"WHEN {sql} THEN '{code}'" for code, sql in _TIMINGS.items()) + " ELSE 'none' END",
    "counted": "CASE " + " ".join(f"WHEN {sql} THEN '{code}'" for code, sql in _COUNTED.items()) + " END",
    **{name: f"CASE WHEN {sql} THEN 'yes' ELSE 'no' END" for name, sql in _ANSWERS.items()},
}
"""What the rows are grouped by to tell the hits of a filter."""
_SPANS: Mapping[str, str] = {
    "received_from": "received_at >= :received_from",
    "received_until": "received_at < :received_until",
    "registered_from": "registered_at >= :registered_from",
    "registered_until": "registered_at < :registered_until",
}


_FACETS = frozenset(("channel", "community", "grade", "category", "nature", "grid", "unit"))
"""Filters that the index of facets answers alone."""


class Stretch(NamedTuple):
    """Where in the journal an import stands: its mark, the desk that wrote it, its first and last entry there."""

    mark: str
    node: str
    first: int
    last: int

    def __str__(self) -> str:
        return "/".join(map(str, self))

    @classmethod
    def parse(cls, text: str) -> Stretch | None:
        """The stretch in a text; None when it is none."""
        mark, _, rest = text.partition("/")
        node, _, span = rest.partition("/")
        first, _, last = span.partition("/")
        numbers = [int(told) for told in (first, last) if told.isascii() and told.isdigit() and len(told) < 19]
        return cls(mark, node, *numbers) if mark and node and len(numbers) == 2 else None


_OF_BATCH = (
    "node = :batch_node AND seq BETWEEN :batch_first AND :batch_last"
    " AND kind IN ('case.imported', 'case.updated') AND body ->> '$.batch' = :batch_mark"
)
IN_BATCH = f"id IN (SELECT substr(subject, 6) FROM event WHERE {_OF_BATCH})"
"""The way to all cases of an import: along its stretch. It costs with the import, so it is for a worker."""
_IS_IN_BATCH = f"EXISTS (SELECT 1 FROM event WHERE subject = 'case/' || id AND {_OF_BATCH})"
"""Whether one case is of an import: by its own few entries."""


def facets_alone(query: CaseQuery) -> bool:
    """Whether view and filters look at nothing but what the index of facets holds."""
    set_ = {name for name in _NARROWING if getattr(query, name) not in ("", None, ())}
    return query.view in ("closed", "history", "all") and set_ <= _FACETS


def condition(query: CaseQuery, now: int, *, leave_out: str = "") -> tuple[str, dict[str, object]]:
    """The condition of a query with its values. ``leave_out`` is a filter that is taken as if it were not set."""
    parts = [f"({VIEW_SQL[query.view]})"]
    values: dict[str, object] = {"now": now, "soon": query.soon_ms, "mine": query.mine, "look": query.look_ms}
    for name in _CODES:
        codes = getattr(query, name).split() if name != leave_out else []
        if codes:
            known = " AND place <> ''" if name == "place" else ""  # what its index holds
            named = _named(name, codes, values)
            if name == "stage" and not {"redo", "call_back"}.isdisjoint(codes):
                parts.append(f"stage IN ({named}, 'call_back') AND {_SHOWN} IN ({named})")
            else:
                parts.append(f"{name} IN ({named}){known}")
    units = query.unit.split() if leave_out != "unit" else []
    if units:
        marks = [f":{key}" for key in _put("unit", units, values)]
        parts.append(
            "(" + " OR ".join(f"lead = {m} OR instr(' ' || others || ' ', ' ' || {m} || ' ')" for m in marks) + ")"
        )
    if query.timing and leave_out != "timing":
        parts.append("(" + " OR ".join(f"({_TIMINGS[code]})" for code in query.timing.split()) + ")")
    if query.counted and leave_out != "counted":
        parts.append("(" + " OR ".join(f"({_COUNTED[code]})" for code in query.counted.split()) + ")")
    for name, sql in _ANSWERS.items():
        answer = getattr(query, name) if name != leave_out else ""
        if answer:
            parts.append(sql if answer == "yes" else f"NOT ({sql})")
    for name, sql in _SPANS.items():
        at = getattr(query, name)
        if at is not None and not (leave_out and name.startswith(leave_out)):
            parts.append(sql)
            values[name] = at
    if query.batch:
        stretch = Stretch.parse(query.batch)
        parts.append(_IS_IN_BATCH if stretch is not None else "0")
        if stretch is not None:
            values |= {f"batch_{name}": value for name, value in stretch._asdict().items()}
    for name, sql in (
        ("ids", "id IN (SELECT value FROM json_each(:ids))"),
        ("but", "id NOT IN (SELECT value FROM json_each(:but))"),
    ):
        told = getattr(query, name)
        if told:
            parts.append(sql)
            values[name] = json.dumps(list(told))
    if query.text:
        parts.append("doc IN (SELECT rowid FROM search_index WHERE search_index MATCH :words)")
        values["words"] = search.query(query.text) or '""'
    return " AND ".join(parts), values


def _put(name: str, codes: list[str], values: dict[str, object]) -> list[str]:
    """File codes under names of their own; a single one keeps the plain name."""
    keys = [name if len(codes) == 1 else f"{name}_{place}" for place in range(len(codes))]
    values.update(zip(keys, codes, strict=True))
    return keys


def _named(name: str, codes: list[str], values: dict[str, object]) -> str:
    return ", ".join(f":{key}" for key in _put(name, codes, values))


# --- order --------------------------------------------------------------------------------------------------------

_GRADES = ("urgent", "prompt", "general", "complex")
_STAGES = (
    *("to_judge", "dispatched", "disputed", "owned", "contacted", "handling", "extending", "consulting", "whistled"),
    *(
        "suspended",
        "redo",
        "fed_back",
        "verified",
        "call_back",
        "closed",
        "looked_back",
        "archived",
        "refused",
        "history",
    ),
)


def _ranked(column: str, codes: tuple[str, ...]) -> str:
    cases = " ".join(f"WHEN '{code}' THEN {place}" for place, code in enumerate(codes))
    return f"CASE {column} {cases} ELSE {len(codes)} END"


class _Order(NamedTuple):
    """``sql`` sorts; ``column`` is what of a row it looks at; ``down``: the greatest first; ``ranks`` of codes."""

    sql: str
    column: str
    down: bool = False
    ranks: tuple[str, ...] = ()


_ORDERS: Mapping[str, _Order] = {
    "due": _Order("next_due", "next_due"),
    "received": _Order("received_at", "received_at", down=True),
    "registered": _Order("registered_at", "registered_at", down=True),
    "changed": _Order("changed_at", "changed_at", down=True),
    "closed": _Order("closed_at", "closed_at", down=True),
    "limit": _Order("due_at", "due_at"),
    "grade": _Order(_ranked("grade", _GRADES), "grade", ranks=_GRADES),
    "stage": _Order(_ranked("stage", _STAGES), "stage", ranks=_STAGES),
    "number": _Order("number", "number"),
    "category": _Order("category", "category"),
    "community": _Order("community", "community"),
    "grid": _Order("grid", "grid"),
    "units": _Order("lead", "lead"),
    "channel": _Order("channel", "channel"),
    "repeats": _Order("repeats", "repeats", down=True),
    "collective": _Order("collective", "collective", down=True),
    "pressed": _Order("pressed", "pressed", down=True),
}
ORDERS = tuple(_ORDERS)
FREE_ORDERS = ("received",)
"""Orders that cost nothing however many cases are stored; the others sort what the list shows, so it has to be bounded."""


def can_order(query: CaseQuery, order: str) -> bool:
    """Whether a list can be put in an order while the window waits: it is no longer than the work in hand, or needs no sorting."""
    return query.bounded or order.removeprefix("-") in FREE_ORDERS


def by_received(query: CaseQuery) -> bool:
    """Whether the handles of the rows are the order already."""
    return query.order.removeprefix("-") == "received"


def instant_of(doc: int) -> int:
    """The instant in a handle: handles of a later one are greater."""
    return doc >> search.DOC_BITS


def order_sql(query: CaseQuery) -> str:
    """What stands behind ORDER BY. Handles begin with the instant a case was received; those of one instant are put in order
    afterwards."""
    backwards = query.order.startswith("-")
    if by_received(query):
        return "doc" if backwards else "doc DESC"
    order = _ORDERS[query.order.removeprefix("-")]
    way = " DESC" if order.down != backwards else ""
    return f"{order.sql} IS NULL, {order.sql}{way}, id"


def sort_key(query: CaseQuery, row: CaseRow) -> tuple[Any, ...]:
    """The key that puts rows in the order ``order_sql`` gives them, ties included."""
    backwards = query.order.startswith("-")
    if by_received(query) or query.text:
        newest = not backwards or not by_received(query)
        return (-row.received_at, Reversed(row.id)) if newest else (row.received_at, row.id)
    order = _ORDERS[query.order.removeprefix("-")]
    value = getattr(row, order.column)
    if order.ranks:
        value = order.ranks.index(value) if value in order.ranks else len(order.ranks)
    if value is None:
        return (True, 0, row.id)
    if order.down != backwards:
        value = Reversed(value)
    return (False, value, row.id)


class Reversed:
    """A value that sorts backwards."""

    __slots__ = ("_value",)

    def __init__(self, value: Any) -> None:
        self._value = value

    def __lt__(self, other: Reversed) -> bool:
        return bool(self._value > other._value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Reversed) and self._value == other._value

    def __hash__(self) -> int:
        return hash(self._value)
