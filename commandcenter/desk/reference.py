"""Reference data as the screens use it: typed snapshots, read once and kept until an event touches their family."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from commandcenter.domain.category import levels
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import Record
from commandcenter.journal.reading.reference import ReferenceReader
from commandcenter.resource import resource

if TYPE_CHECKING:  # what the first window does not ask for is loaded by the first question
    from commandcenter.desk.post_data import PostData
    from commandcenter.domain.address import AddressBook
    from commandcenter.domain.calendar import Calendar
    from commandcenter.domain.case_limits import Row
    from commandcenter.domain.case_view import SavedView
    from commandcenter.domain.drill import DrillPlan, ScoreSheet
    from commandcenter.domain.escalation import Rule as EscalationRule
    from commandcenter.domain.foresight_rule import Rule
    from commandcenter.domain.gate import MatterKind
    from commandcenter.domain.handover import Equipment
    from commandcenter.domain.limit import Limit
    from commandcenter.domain.map import OfficeMap
    from commandcenter.domain.obligation import Obligation
    from commandcenter.domain.organisation import Branch, Group, Staff
    from commandcenter.domain.patrol_plan import Checklist, PatrolPlan
    from commandcenter.domain.plan import Plan
    from commandcenter.domain.procedure import Procedure
    from commandcenter.domain.rates import Formula
    from commandcenter.domain.responsibility import Item
    from commandcenter.domain.roster import Directory, Person, Place
    from commandcenter.domain.roster_history import RosterHistory
    from commandcenter.domain.roster_import import RosterImport
    from commandcenter.domain.rota import Rota
    from commandcenter.domain.unit import Unit
    from commandcenter.domain.warning_acts import WarningPlan
    from commandcenter.domain.whereabouts import Whereabouts

T = TypeVar("T")

_NEEDS = {
    "office": ("office",),
    "units": ("unit",),
    "limits": ("limit",),
    "limits_read": ("limit",),
    "plans": ("plan",),
    "drills": ("drill",),
    "formulas": ("formula",),
    "matter_kinds": ("matter_kind",),
    "warning_plans": ("warning_plan",),
    "case_limits": ("case_limit",),
    "escalations": ("escalation",),
    "foresight_rules": ("foresight_rule",),
    "patrol_plans": ("patrol_plan",),
    "patrol_lists": ("patrol_list",),
    "responsibility": ("responsibility",),
    "procedures": ("procedure",),
    "categories": ("category",),
    "calendar": ("calendar",),
    "case_views": ("case_view",),
    "rota": ("rota",),
    "equipment": ("equipment",),
    "map": ("shape", "map_layer", "place"),
    "addresses": ("shape", "map_layer", "place"),
    "post_data": ("office",),
    "roster": ("place", "person", "appointment", "absence"),
    "directory": ("place", "person", "appointment", "absence"),
    "groups": ("group",),
    "branches": ("branch",),
    "staff": ("staff",),
    "places": ("place",),
    "some_people": ("person",),
    "roster_imports": ("roster_import",),
    "names": ("place", "person", "unit", "plan", "drill"),
    "unit_initials": ("unit",),
    "unit_spans": ("unit",),
    "group_initials": ("group", "branch"),
    "plan_initials": ("plan",),
    "obligations": ("obligation",),
    "responsibility_initials": ("responsibility",),
    "procedure_initials": ("procedure",),
}


class Reference:
    """Snapshots of reference data, refreshed by ``forget``. Whoever holds it keeps it, a restore included."""

    _reader: ReferenceReader

    def __init__(self, reader: ReferenceReader | None = None, now: Callable[[], int] | None = None) -> None:
        self._kept: dict[str, Any] = {}
        self._now = now
        self._changes_at: int | None = None
        if reader is not None:
            self.read_from(reader)

    def read_from(self, reader: ReferenceReader) -> None:
        """Read from another connection from now on."""
        self._reader = reader
        self.forget_all()

    def forget(self, families: Iterable[str]) -> None:
        """Drop the snapshots that depend on these families."""
        touched = set(families)
        for name, needs in _NEEDS.items():
            if touched.intersection(needs):
                self._kept.pop(name, None)

    def forget_all(self) -> None:
        """Drop every snapshot."""
        self._kept.clear()

    def _keep(self, name: str, make: Callable[[], T]) -> T:
        if name not in self._kept:
            self._kept[name] = make()
        return self._kept[name]  # type: ignore[no-any-return]

    @property
    def founded(self) -> bool:
        """Whether there is an office here."""
        return self.office.known

    @property
    def office(self) -> Record:
        """The office's own record; an empty one before it is founded."""
        return self._keep("office", lambda: self._reader.records("office").get(OFFICE.partition("/")[2], Record()))

    @property
    def units(self) -> dict[str, Unit]:
        """Every unit by id, retired ones included."""
        return self._keep("units", self._units)

    def _units(self) -> dict[str, Unit]:
        from commandcenter.domain.unit import unit_of

        return {key: unit_of(rec) for key, rec in self._reader.records("unit").items()}

    def units_at(self, at: int) -> dict[str, Unit]:
        """Every unit by id, named as on a day of the past (epoch milliseconds); everything else is as it stands."""
        from commandcenter.domain.roster_history import standing

        found = dict(self.units)
        for key, spans in self._keep("unit_spans", self._reader.unit_spans).items():
            found[key] = replace(found[key], name=str(standing(spans, at).fields.get("name", found[key].name)))
        return found

    def unit_name(self, unit: str) -> str:
        """The name of a unit; its id when it is not known."""
        found = self.units.get(unit)
        return found.name if found else unit

    @property
    def limits(self) -> dict[str, Record]:
        """The limit records by key."""
        return self._keep("limits", lambda: self._reader.records("limit"))

    def limit(self, key: str) -> Limit | None:
        """A limit in force; None when the office has none under that key."""
        read: dict[str, Limit | None] = self._keep("limits_read", dict)
        if key not in read:
            from commandcenter.domain.limit import limit_of

            record = self.limits.get(key)
            read[key] = limit_of(record) if record else None
        return read[key]

    @property
    def plans(self) -> list[Plan]:
        """The plans in use, in the order of their cards."""
        return self._keep("plans", self._plans)

    def _plans(self) -> list[Plan]:
        from commandcenter.domain.plan import plan_of

        records = self._reader.records("plan").values()
        return sorted((plan_of(rec) for rec in records if rec.active), key=lambda plan: (plan.rank, plan.code))

    def plan(self, plan: str) -> Plan | None:
        """A plan by id."""
        return next((found for found in self.plans if found.id == plan), None)

    @property
    def drills(self) -> list[DrillPlan]:
        """The drill plans in use."""
        return self._keep("drills", self._drills)

    def _drills(self) -> list[DrillPlan]:
        return [self.drill_of(rec) for rec in self._reader.records("drill").values() if rec.active]

    def drill_of(self, record: Record) -> DrillPlan:
        """The drill plan in a record; where it has no score sheet of its own it has the one every plan begins with."""
        from commandcenter.domain.drill import drill_plan_of

        return drill_plan_of(record, self.score_sheet)

    @property
    def score_sheet(self) -> ScoreSheet:
        """The score sheet a new drill plan begins with: the program's own data."""
        return self._keep("score_sheet", _score_sheet)

    @property
    def drill_notice(self) -> str:
        """What a notice to residents about a drill begins with, its places to be filled: the program's own data."""
        return self._keep("drill_notice", _drill_notice)

    @property
    def formulas(self) -> dict[str, Formula]:
        """The formulas of the rates in use by key, in their order."""
        return self._keep("formulas", self._formulas)

    def _formulas(self) -> dict[str, Formula]:
        from commandcenter.journal.reading.rates import formulas_in

        return formulas_in(self._reader.records("formula"))

    @property
    def matter_kinds(self) -> list[MatterKind]:
        """The kinds of matters a slow whistle may be blown for (七类吹哨事项), in their order."""
        return self._keep("matter_kinds", self._matter_kinds)

    def _matter_kinds(self) -> list[MatterKind]:
        from commandcenter.domain.gate import matter_kind_of

        records = [rec for rec in self._reader.records("matter_kind").values() if rec.active]
        ordered = sorted(records, key=lambda rec: (rec.get("rank", 99), rec.id))
        return [matter_kind_of(rec.id, rec.fields) for rec in ordered]

    @property
    def warning_plans(self) -> list[WarningPlan]:
        """What is done at each sort of warning, in their order."""
        return self._keep("warning_plans", self._warning_plans)

    def _warning_plans(self) -> list[WarningPlan]:
        from commandcenter.domain.warning_acts import warning_plan_of

        records = [rec for rec in self._reader.records("warning_plan").values() if rec.active]
        ordered = sorted(records, key=lambda rec: (rec.get("rank", 99), rec.id))
        return [warning_plan_of(rec.id, rec.fields) for rec in ordered]

    @property
    def responsibility(self) -> list[Item]:
        """The items of the responsibility list in its order, those taken off included."""
        return self._keep("responsibility", self._responsibility)

    def _responsibility(self) -> list[Item]:
        from commandcenter.domain.responsibility import in_order, item_of

        return in_order(item_of(rec) for rec in self._reader.records("responsibility").values())

    @property
    def procedures(self) -> list[Procedure]:
        """The procedures in their order, retired ones included."""
        return self._keep("procedures", self._procedures)

    def _procedures(self) -> list[Procedure]:
        from commandcenter.domain.procedure import procedure_of

        found = [procedure_of(rec) for rec in self._reader.records("procedure").values()]
        return sorted(found, key=lambda one: (one.rank, one.id))

    @property
    def patrol_plans(self) -> dict[str, PatrolPlan]:
        """Who walks where how often, by id, retired plans included."""
        return self._keep("patrol_plans", self._patrol_plans)

    def _patrol_plans(self) -> dict[str, PatrolPlan]:
        from commandcenter.domain.patrol_plan import patrol_plan_of

        return {key: patrol_plan_of(rec) for key, rec in self._reader.records("patrol_plan").items()}

    @property
    def patrol_lists(self) -> dict[str, Checklist]:
        """The checklists of patrols by id in their order, retired ones included."""
        return self._keep("patrol_lists", self._patrol_lists)

    def _patrol_lists(self) -> dict[str, Checklist]:
        from commandcenter.domain.patrol_plan import checklist_of

        found = [checklist_of(rec) for rec in self._reader.records("patrol_list").values()]
        return {one.id: one for one in sorted(found, key=lambda one: (one.rank, one.id))}

    @property
    def obligations(self) -> list[Obligation]:
        """What the office has to do again and again, in its order, retired ones included."""
        return self._keep("obligations", self._obligations)

    def _obligations(self) -> list[Obligation]:
        from commandcenter.domain.obligation import obligation_of

        found = [obligation_of(rec) for rec in self._reader.records("obligation").values()]
        return sorted(found, key=lambda one: (one.rank, one.id))

    @property
    def foresight_rules(self) -> list[Rule]:
        """The rules of foresight that are not retired, those switched off included, in the order of their ids."""
        return self._keep("foresight_rules", self._foresight_rules)

    def _foresight_rules(self) -> list[Rule]:
        from commandcenter.domain.foresight_rule import rule_of

        records = self._reader.records("foresight_rule")
        return [rule_of(records[key]) for key in sorted(records) if records[key].active]

    @property
    def case_limits(self) -> tuple[Row, ...]:
        """The table of limits of orders: the rows in force."""
        return self._keep("case_limits", self._case_limits)

    def _case_limits(self) -> tuple[Row, ...]:
        from commandcenter.domain.case_limits import rows_of

        return rows_of(self._reader.records("case_limit"))

    @property
    def escalations(self) -> tuple[EscalationRule, ...]:
        """The rules by which an order is brought before a leader."""
        return self._keep("escalations", self._escalations)

    def _escalations(self) -> tuple[EscalationRule, ...]:
        from commandcenter.domain.escalation import rules_of

        return rules_of(self._reader.records("escalation"))

    @property
    def categories(self) -> dict[str, tuple[str, ...]]:
        """The category paths in use, by id."""
        return self._keep("categories", self._categories)

    def _categories(self) -> dict[str, tuple[str, ...]]:
        records = self._reader.records("category").items()
        return {key: levels(rec.get("path")) for key, rec in records if rec.active}

    @property
    def calendar(self) -> Calendar:
        """The working calendar."""
        return self._keep("calendar", self._calendar)

    def _calendar(self) -> Calendar:
        from commandcenter.domain.calendar import HOURS, calendar_from

        records = self._reader.records("calendar")
        return calendar_from({int(y): r for y, r in records.items() if y.isdigit()}, records.get(HOURS))

    def case_views(self, person: str) -> list[SavedView]:
        """The saved views of the case centre a person sees: the office's and their own, in their order."""
        from commandcenter.domain.case_view import views_for

        return views_for(self._keep("case_views", lambda: self._reader.records("case_view")).values(), person)

    @property
    def rota(self) -> Rota:
        """The rotation of the watch; one that is not ``known`` where the office has none."""
        return self._keep("rota", self._rota)

    def _rota(self) -> Rota:
        from commandcenter.domain.rota import MAIN, Rota, rota_of

        record = self._reader.records("rota").get(MAIN)
        return rota_of(record) if record is not None else Rota()

    @property
    def equipment(self) -> tuple[Equipment, ...]:
        """What is counted at a hand-over, in its order."""
        return self._keep("equipment", self._equipment)

    def _equipment(self) -> tuple[Equipment, ...]:
        from commandcenter.domain.handover import equipment_of

        return equipment_of(self._reader.records("equipment").values())

    @property
    def post_data(self) -> PostData:
        """What a command post starts with: working groups and legal limits, the office's own or those of every office."""
        return self._keep("post_data", self._post_data)

    def _post_data(self) -> PostData:
        from commandcenter.desk.post_data import post_data

        return post_data(self.office)

    @property
    def map(self) -> OfficeMap:
        """The map of the office. Its records are read here, the features of its layers with the first look at its base."""
        return self._keep("map", self._reader.map)

    @property
    def addresses(self) -> AddressBook:
        """The names to be found in what somebody says: those of roster and map once the map was read beside the window's
        thread (``desk/map_watch.py``), before that those of the roster. Nobody who asks waits for the map."""
        kept: AddressBook | None = self._kept.get("addresses")
        return kept if kept is not None else self.directory.addresses

    def take_addresses(self, book: AddressBook) -> None:
        """The names of roster and map have been read."""
        self._kept["addresses"] = book

    def whereabouts(self, words: str) -> Whereabouts:
        """Where something is that is told in words, and what counts there: one answer for every screen."""
        from commandcenter.domain.whereabouts import whereabouts

        return whereabouts(words, self.addresses, self.directory)

    def whereabouts_of(self, place: Place) -> Whereabouts:
        """Where a place of the roster is, and what counts there."""
        from commandcenter.domain.whereabouts import whereabouts_of

        return whereabouts_of(place, self.addresses, self.directory)

    def locate(self, words: str) -> Place | None:
        """The place of the roster that words name, by the names of roster and map."""
        return self.whereabouts(words).place

    @property
    def roster(self) -> RosterHistory:
        """Everything that was ever entered into the roster: ask it for the roster of a day."""
        return self._keep("roster", self._reader.roster)

    @property
    def directory(self) -> Directory:
        """The roster of this moment; ``Directory.at`` gives that of another day.

        It is cut anew when a post, an absence begins or ends. Without a clock it is that of the newest change.
        """
        now = self._now() if self._now is not None else None
        if now is not None and self._changes_at is not None and now >= self._changes_at:
            self._kept.pop("directory", None)
        if "directory" not in self._kept:
            asked = self._reader.changed_at() if now is None else now
            self._changes_at = self.roster.next_change(asked)
            self._kept["directory"] = self.roster.at(asked)
        return self._kept["directory"]  # type: ignore[no-any-return]

    @property
    def groups(self) -> dict[str, Group]:
        """The groups by id, ended ones included."""
        return self._keep("groups", self._groups)

    def _groups(self) -> dict[str, Group]:
        from commandcenter.domain.organisation import group_of

        return {key: group_of(record) for key, record in self._reader.records("group").items()}

    @property
    def branches(self) -> dict[str, Branch]:
        """The party branches by id, ended ones included."""
        return self._keep("branches", self._branches)

    def _branches(self) -> dict[str, Branch]:
        from commandcenter.domain.organisation import branch_of

        return {key: branch_of(record) for key, record in self._reader.records("branch").items()}

    @property
    def staff(self) -> dict[str, Staff]:
        """Seconded and auxiliary staff by id, ended entries included."""
        return self._keep("staff", self._staff)

    def _staff(self) -> dict[str, Staff]:
        from commandcenter.domain.organisation import staff_of

        return {key: staff_of(record) for key, record in self._reader.records("staff").items()}

    @property
    def places(self) -> Mapping[str, Place]:
        """The places of the roster by id."""
        return self._keep("places", self._reader.places)

    def person(self, person: str) -> Person | None:
        """A person of the roster: for one or a few the whole roster need not be read."""
        if not person:
            return None
        if "directory" in self._kept:
            return self.directory.people.get(person)
        known: dict[str, Person | None] = self._keep("some_people", dict)
        if person not in known:
            known[person] = self._reader.person(person)
        return known[person]

    @property
    def roster_imports(self) -> list[RosterImport]:
        """The rosters that were taken over from files, the newest first, those taken back included."""
        return self._keep("roster_imports", self._roster_imports)

    def _roster_imports(self) -> list[RosterImport]:
        from commandcenter.domain.roster_import import roster_import_of

        found = [roster_import_of(record) for record in self._reader.records("roster_import").values()]
        return sorted(found, key=lambda one: (-one.at, one.id))

    @property
    def names(self) -> list[tuple[str, str, str, Any]]:
        """Searchable names: (subject, name, initials, fields)."""
        return self._keep("names", self._reader.names)

    @property
    def unit_initials(self) -> dict[str, str]:
        """Pinyin initials of units."""
        return self._keep("unit_initials", lambda: self._reader.initials("unit"))

    @property
    def group_initials(self) -> dict[str, str]:
        """Pinyin initials of groups and party branches, by subject (``group/G01``, ``branch/A3``)."""
        return self._keep("group_initials", self._group_initials)

    def _group_initials(self) -> dict[str, str]:
        families = ("group", "branch")
        return {f"{one}/{key}": told for one in families for key, told in self._reader.initials(one).items()}

    @property
    def responsibility_initials(self) -> dict[str, str]:
        """Pinyin initials of the texts of the responsibility list."""
        return self._keep("responsibility_initials", lambda: self._reader.initials("responsibility"))

    @property
    def procedure_initials(self) -> dict[str, str]:
        """Pinyin initials of procedures."""
        return self._keep("procedure_initials", lambda: self._reader.initials("procedure"))

    @property
    def plan_initials(self) -> dict[str, str]:
        """Pinyin initials of plans."""
        return self._keep("plan_initials", lambda: self._reader.initials("plan"))


def _drill_data() -> dict[str, Any]:
    return tomllib.loads(resource("reference/drill.toml").read_text("utf-8"))


def _score_sheet() -> ScoreSheet:
    from commandcenter.domain.drill import sheet_of

    return sheet_of(_drill_data()["sheet"])


def _drill_notice() -> str:
    return str(_drill_data()["notice"]["text"])
