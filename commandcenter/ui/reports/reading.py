"""What the tab shows of an incident: its chain, the report being written with its ten items, who was told, what was said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from commandcenter.desk.desk import Desk
from commandcenter.desk.shown import shown_facts, shown_incident
from commandcenter.domain.event import DRILL, Fact
from commandcenter.domain.key_facts import fact_kinds
from commandcenter.domain.report_chain import Link, chain, running
from commandcenter.domain.sitrep import ITEMS, SituationReport, in_order, rank
from commandcenter.domain.sitrep_acts import next_stage
from commandcenter.domain.sitrep_items import Item, Kept, Origin, Record, filled, items_of
from commandcenter.journal.reading.incidents import Incident
from commandcenter.reporting.report_text import report_name


class DeskNames:
    """Names from the desk's reference data."""

    def __init__(self, desk: Desk) -> None:
        self._reference = desk.reference

    def unit(self, key: str) -> str:
        """The name of a unit."""
        return self._reference.unit_name(key)

    def person(self, key: str) -> str:
        """The name of a person; nothing when nobody knows it."""
        found = self._reference.directory.people.get(key)
        return found.name if found is not None else ""

    def place(self, key: str) -> str:
        """The name of a place."""
        found = self._reference.directory.places.get(key)
        return found.name if found is not None else key


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody was told: when, who (a name or a code of ``whistle.TOLD``), how."""

    at: int
    who: str
    to: str
    way: str


@dataclass(frozen=True, slots=True)
class Said:
    """What those above said: when, who, what, whether we read it back; the entry it is."""

    key: str
    at: int
    who: str
    words: str
    read_back: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything the tab shows at a moment."""

    incident: Incident
    links: tuple[Link, ...]
    running: Link | None
    report: SituationReport
    stage: str
    ordinal: int
    rank: int
    items: tuple[Item, ...]
    told: tuple[Told, ...]
    said: tuple[Said, ...]
    before: SituationReport | None
    owed: SituationReport | None

    @property
    def drill(self) -> bool:
        """Whether it is an exercise."""
        return self.incident.whistle.mode == DRILL

    @property
    def name(self) -> str:
        """Its Chinese name, as on paper."""
        return report_name(self.stage, self.rank)

    @property
    def texts(self) -> dict[str, str]:
        """The items as they would be drafted now."""
        if self.report.signed is not None:
            return dict(self.report.items)
        return {item.name: item.text for item in self.items if item.text}

    @property
    def frozen(self) -> bool:
        """Signed: the text stands, whatever is learnt later goes into the next one."""
        return self.report.signed is not None


def draft_key(whistle: str, ordinal: int) -> str:
    """Under which name the typed items of a report are kept."""
    return f"report.{whistle}.{ordinal}"


def kept_in(text: str) -> dict[str, Kept]:
    """What was typed, from its stored form; nothing when that cannot be read."""
    if not text:
        return {}
    try:
        told = json.loads(text)
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {
        name: Kept(str(one.get("text", "")), str(one.get("base", "")), int(one.get("at", 0)))
        for name, one in told.items()
        if name in ITEMS and isinstance(one, dict)
    }


def kept_text(kept: Mapping[str, Kept]) -> str:
    """What was typed, as it is stored."""
    if not kept:
        return ""
    told = {name: {"text": one.text, "base": one.base, "at": one.at} for name, one in kept.items()}
    return json.dumps(told, ensure_ascii=False)


def read(desk: Desk, whistle: str, now: int, typed: Mapping[str, Mapping[str, Kept]]) -> Shown | None:
    """The incident of a whistle as the tab shows it; None when there is none. ``typed`` is by draft key what was written here."""
    incident = shown_incident(desk, whistle)
    if not incident.whistle.known:
        return None
    facts = shown_facts(desk, incident.whistle)
    reports = in_order(incident.sitreps)
    current = next((one for one in reversed(reports) if one.open), None)
    stage = current.stage if current is not None else next_stage(incident.whistle)
    over = incident.whistle.over_at is not None
    if current is not None and current.signed is None and over and current.stage == "update":
        stage = "final"  # what was begun as an update before the end is finished as the final report
    ordinal = current.ordinal if current is not None else len(reports) + 1
    delivered = [one for one in reports if one.delivered_at is not None]
    links = chain(incident.whistle, reports, now)
    kept = _laid_before(current) | dict(typed.get(draft_key(whistle, ordinal), {}))
    record = _record(desk, incident, facts)
    now_filled = filled(record, DeskNames(desk))
    if current is not None and current.signed is not None:
        items = _as_signed(current, items_of(stage, now_filled, delivered, {}))
    else:
        items = items_of(stage, now_filled, delivered, kept)
    return Shown(
        incident=incident,
        links=tuple(links),
        running=running(links),
        report=current if current is not None else SituationReport(),
        stage=stage,
        ordinal=ordinal,
        rank=rank(stage, ordinal, reports),
        items=tuple(items),
        told=tuple(_told(incident, reports)),
        said=tuple(_said(facts)),
        before=delivered[-1] if delivered else None,
        owed=next((one for one in reports if one.unsigned), None),
    )


def _laid_before(current: SituationReport | None) -> dict[str, Kept]:
    """What somebody wrote by hand and laid before the signer."""
    if current is None or not current.versions:
        return {}
    version = current.version
    return {name: Kept(version.items.get(name, ""), version.auto.get(name, ""), version.at) for name in version.by_hand}


def _as_signed(report: SituationReport, items: list[Item]) -> list[Item]:
    """The items as they were signed; what the record says by now stands as a hint for the next report."""
    return [
        Item(
            item.name,
            report.items.get(item.name, ""),
            item.sources,
            item.name in report.version.by_hand,
            "",
            item.before,
            bool(item.before) and bool(report.items.get(item.name)) and report.items.get(item.name) != item.before,
            item.auto,
        )
        for item in items
    ]


def _record(desk: Desk, incident: Incident, facts: list[Fact]) -> Record:
    whistle = incident.whistle
    plan = desk.reference.plan(whistle.plan) if whistle.plan else None
    origin = None
    if whistle.case:
        case, _ = desk.read.cases.case(whistle.case)
        if case.known:
            origin = Origin(case.number, case.received_at)
    return Record(
        whistle,
        incident.report_ins,
        incident.post,
        incident.orders,
        facts,
        fact_kinds(plan.facts if plan is not None else ()),
        origin,
        plan.category if plan is not None else "",
    )


def _told(incident: Incident, reports: list[SituationReport]) -> list[Told]:
    whistle = incident.whistle
    found = [Told(at, who, to, "phone") for to, (at, who) in whistle.told.items() if to == "leader"]
    rung = [one for report in reports for one in report.phoned]
    found += [Told(one.at, one.receiver, "district", "read_back" if one.read_back else "phone") for one in rung]
    phoned = whistle.told.get("district_phone")
    if phoned is not None and phoned[0] not in {one.at for one in rung}:
        found.append(Told(phoned[0], phoned[1], "district", "phone"))
    found += [
        Told(report.delivered_at, report.receiver, "district", "written")
        for report in reports
        if report.delivered_at is not None
    ]
    return sorted(found, key=lambda one: (one.at, one.who))


def _said(facts: list[Fact]) -> list[Said]:
    """Instructions of those above, and what they said when they were told."""
    struck = {fact.corrects for fact in facts if fact.kind == "whistle.note_struck"}
    found = []
    for fact in facts:
        noted = fact.kind == "whistle.noted" and fact.body.get("sort") in ("instruction", "verbal_order")
        answered = fact.kind in ("whistle.told", "sitrep.phoned") and fact.words("words")
        if (noted or answered) and fact.id not in struck:
            who = fact.words("told_by") or fact.words("receiver")
            read_back = fact.body.get("read_back") is True
            found.append(Said(str(fact.id), fact.happened_at, who, fact.words("words"), read_back))
    return found
