"""The last walks of a place, a line each finding, and the heat of the last four weeks: who walked on which day how often."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.read import Read
from commandcenter.domain.clock import local, local_date
from commandcenter.domain.patrol import Finding
from commandcenter.domain.patrol_plan import WALKERS
from commandcenter.journal.reading.patrols import PatrolRow
from commandcenter.ui.parts.casecells import short_number
from commandcenter.ui.parts.heatcalendar import DAYS, HeatRow
from commandcenter.ui.roster.team import TeamRow
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

MOST_WALKS = 12
MOST_HEAT = 8
"""So many people stand in the heat calendar; those who walked first."""
_MORNING, _EVENING = 9, 18


@dataclass(frozen=True, slots=True)
class WalkRow:
    """A line of a walk: one finding of it, or that there was none. ``case`` is what became of it (id), or empty."""

    key: str
    at: int
    who: str
    sort: str
    words: str
    end: str = ""
    case: str = ""
    findings: bool = False


def walk_rows(read: Read, place: str, names: Mapping[str, str]) -> list[WalkRow]:
    """The last walks of a place, the newest first, a line each finding. ``names`` are those of people."""
    walks = read.patrols.of_place(place, MOST_WALKS)
    found: list[tuple[PatrolRow, Finding | None]] = []
    for walk in walks:
        if walk.findings:
            found += [(walk, one) for one in read.patrols.one(walk.id).findings]
        else:
            found.append((walk, None))
    cases = [one.case for _, one in found if one is not None and one.case]
    numbers = {row.id: short_number(row.number) for row in read.cases.by_id(cases)} if cases else {}
    return [_row(walk, one, names, numbers) for walk, one in found]


def _row(walk: PatrolRow, finding: Finding | None, names: Mapping[str, str], numbers: Mapping[str, str]) -> WalkRow:
    at = walk.begun_at or 0
    who = names.get(walk.person, "")
    if finding is None:
        words = translate("Roster", "nothing found") if walk.stage == "ended" else translate("Roster", "on the way")
        return WalkRow(walk.id, at, who, _sort(at), words)
    end = ""
    if finding.case:
        end = translate("Roster", "case {number}").format(number=numbers.get(finding.case, ""))
    elif finding.outcome == "handled":
        end = translate("Roster", "settled there") if finding.solved else translate("Roster", "to look at again")
    elif finding.open:
        end = translate("Roster", "to look at again")
    key = f"{walk.id}/{finding.id}"
    return WalkRow(key, finding.at or at, who, _sort(at), finding.words, end, finding.case, findings=True)


def _sort(at: int) -> str:
    """The part of the day a walk began in."""
    hour = local(at).hour
    if hour < _MORNING:
        return translate("Roster", "early walk")
    if hour >= _EVENING:
        return translate("Roster", "evening walk")
    return translate("Roster", "day walk")


def heat_rows(read: Read, place: str, rows: list[TeamRow], names: Mapping[str, str], now: int) -> list[HeatRow]:
    """Who walked a place on which of the last days: those who hold its posts, chiefs first, then whoever else walked it."""
    today = local_date(now)
    heat = read.patrols.heat(today - timedelta(days=DAYS - 1), today, place=place)
    roles = {row.person: row.role for row in reversed(rows) if row.person and row.role in WALKERS}
    order = [row.person for row in rows if row.person in roles and row.target == f"place/{place}"]
    people = list(dict.fromkeys((*order, *heat)))[:MOST_HEAT]
    return [
        HeatRow(person, _heat_name(roles.get(person, ""), names.get(person, "")), heat.get(person, {}))
        for person in people
    ]


def _heat_name(role: str, name: str) -> str:
    return f"{word(ROLES, role)} {name}" if role in ("street_chief", "alley_chief") else name
