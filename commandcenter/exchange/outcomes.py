"""What an order that was handled elsewhere tells of its end: by whom, when what was done, what the citizen answered.

Only what is told is taken over. An order without a word of its end is none that ended, and an answer that says neither yes
nor no is unknown (DESIGN 2.7). ``told`` of a matter marks everything that its source may tell later than the matter itself,
so that an export brought again changes nothing and a newer one brings just what is new.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.exchange.cells import said_of, text_of, time_of
from commandcenter.exchange.words import said
from commandcenter.exchange.workbook import Cell

MOMENTS: Mapping[str, str] = {
    "dispatched": "dispatched_at",
    "contacted": "contacted_at",
    "fed_back": "fed_back_at",
    "closed": "closed_at",
    "called_back": "called_back_at",
}
"""Field of a row → the moment of the outcome it gives (epoch milliseconds)."""

ANSWERS: Mapping[str, str] = {"solved": "said_solved", "satisfied": "said_satisfied"}
"""Field of a row → the words that say yes, no or unknown."""

FIELDS = (*MOMENTS, *ANSWERS, "lead", "others", "state", "answer")

LONGEST_ANSWER = 20_000

_BETWEEN_UNITS = re.compile(r"[、,，;；/\n]+|\s{2,}")
_RESULTS = {"refused": "refused", "transferred": "transferred", "suspended": "suspended"}


@dataclass(frozen=True, slots=True)
class Ended:
    """What a row tells beyond its matter. ``outcome`` is None for an order that goes on; ``answer`` is private words."""

    outcome: Mapping[str, Any] | None = None
    answer: str = ""
    told: str = ""


class OutcomeReader:
    """Reads what the rows of one sheet tell of their end.

    ``noted`` counts what could not be taken over: ``unit_unknown``, ``moment_unreadable``, ``moment_in_future``,
    ``ends_before_it_began``. ``units`` is name → id.
    """

    def __init__(self, fields: Mapping[str, int], units: Mapping[str, str], latest: int, noted: Counter[str]) -> None:
        self._fields = {name: fields[name] for name in FIELDS if name in fields}
        self._units = units
        self._latest = latest
        self._noted = noted

    def __bool__(self) -> bool:
        return bool(self._fields)

    def read(self, cells: Sequence[Cell], received_at: int, due_at: int | None) -> Ended:
        """What the row tells; every cell of the fields is there. Times are epoch milliseconds."""
        found: dict[str, Any] = {}
        for field, name in MOMENTS.items():
            at = self._moment(self._cell(cells, field), received_at)
            if at is not None:
                found[name] = at
        for field, family in ANSWERS.items():
            code = said(family, said_of(self._cell(cells, field)))
            if code in ("yes", "no"):
                found[field] = code == "yes"
        lead, rest = self._named(said_of(self._cell(cells, "lead")))
        others, more = self._named(said_of(self._cell(cells, "others")))
        if lead:
            found["lead"] = lead[0]
        if lead[1:] or others:
            found["others"] = [*lead[1:], *others]
        if rest or more:
            found["elsewhere"] = [*rest, *more]
        answer = text_of(self._cell(cells, "answer")).strip()[:LONGEST_ANSWER] if "answer" in self._fields else ""
        state = said("said_state", said_of(self._cell(cells, "state")))
        ended = state not in ("", "open") or (state == "" and ("closed_at" in found or "solved" in found))
        if state in _RESULTS:
            found["result"] = _RESULTS[state]
        if state == "refused":
            found["stage"] = "refused"
        if "solved" in found and state in ("", "closed"):
            found["result"] = "solved" if found["solved"] else "explained"
        told = _marked({**found, "state": state, "answer": answer, "due_at": due_at})
        return Ended(found if ended else None, answer, told)

    def _cell(self, cells: Sequence[Cell], field: str) -> Cell:
        place = self._fields.get(field, -1)
        return cells[place] if 0 <= place < len(cells) else ""

    def _moment(self, cell: Cell, received_at: int) -> int | None:
        at = time_of(cell) if cell != "" else None
        if at is None:
            self._note("moment_unreadable", bool(said_of(cell)))
            return None
        if at > self._latest:
            self._note("moment_in_future", True)
            return None
        if at < received_at and not _is_day(at, received_at):
            self._note("ends_before_it_began", True)
            return None
        return max(at, received_at)

    def _named(self, words: str) -> tuple[list[str], list[str]]:
        """The units named, and the names of those that are none of ours."""
        known, strange = [], []
        for name in (part.strip() for part in _BETWEEN_UNITS.split(words)):
            unit = self._units.get(name) or self._units.get(name.rpartition("街道")[2])
            if unit:
                known.append(unit)
            elif name:
                strange.append(name[:80])
        self._note("unit_unknown", bool(strange))
        return known, strange

    def _note(self, code: str, wanted: bool) -> None:
        if wanted:
            self._noted[code] += 1


def unit_names(units: Mapping[str, str]) -> dict[str, str]:
    """Name → id of units (id → name), also without the office's habit of words at the end where only one unit is meant."""
    found: dict[str, str] = {}
    short: dict[str, list[str]] = {}
    for unit, name in units.items():
        found[name] = unit
        short.setdefault(name.removesuffix("办公室").removesuffix("社区"), []).append(unit)
    return {name: those[0] for name, those in short.items() if name and len(those) == 1} | found


def _is_day(at: int, received_at: int) -> bool:
    """Whether a moment is a day without an hour, and the matter came in later on it."""
    return received_at - at < 24 * 60 * 60 * 1000 and (at + 8 * 60 * 60 * 1000) % (24 * 60 * 60 * 1000) == 0


def _marked(told: Mapping[str, Any]) -> str:
    """A short mark of what was told; empty when nothing was."""
    said_ = {name: value for name, value in told.items() if value not in (None, "", [])}
    if not said_:
        return ""
    return hashlib.sha256(json.dumps(said_, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:12]
