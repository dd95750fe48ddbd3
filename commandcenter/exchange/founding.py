"""Founding an office: everything it starts with, in one command, from the program's own files.

``sample_office`` is the invented 青榆街道, complete and alive; ``empty_office`` has limits, calendars, the emergency
numbers and one plan for whatever happens, nothing invented. Subjects are the same on every desk (``unit/D01``,
``place/J07``, ``limit/case.judge``); only the ids of the office and of its cases are fresh.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from typing import Any

from commandcenter.domain.admission_acts import ReceiveTask
from commandcenter.domain.category import category_id
from commandcenter.domain.clock import HOUR, at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.office import OFFICE, FoundOffice
from commandcenter.domain.unit import COMMUNITY_ACTION
from commandcenter.exchange.reference import Entry, read, reference_records, without
from commandcenter.exchange.sample_bank import bank_commands
from commandcenter.exchange.sample_calls import call_commands
from commandcenter.exchange.sample_cases import Surroundings, case_commands
from commandcenter.exchange.sample_foresight import sample_commands
from commandcenter.exchange.sample_map import map_records
from commandcenter.exchange.sample_organisation import organisation_records, organised, person_id, proved
from commandcenter.exchange.sample_patrols import patrol_commands, plan_records
from commandcenter.exchange.sample_watch import hour_of_hand_over, watch_of

POINTS = ("assembly", "shelter", "landmark", "post_site", "store")
PATROLS_AHEAD = 7
"""So many days of turns stand when the sample office is founded, as its limit says."""
OWN_RULE = {"answer": None, "leave": None, "arrive": None}


def sample_office(now: int, new_id: Callable[[], str]) -> FoundOffice:
    """The command that founds the sample office so that its board is alive at ``now`` (epoch milliseconds)."""
    told = read("sample_office/office.toml")["office"]
    since = at_local(told.pop("roster_since"))
    office: Entry = (OFFICE, {"id": new_id(), "sample": True, **told}, {})
    units, communities = read("sample_office/units.toml"), read("sample_office/communities.toml")["community"]
    streets = read("sample_office/streets.toml")["street"]
    buildings, sites = read("sample_office/buildings.toml")["building"], read("sample_office/sites.toml")
    people = read("sample_office/people.toml")

    roster = _Roster(since)
    leaders = _leaders(roster, people["leader"])
    _heads(roster, units["section"])
    workers = _community_people(roster, communities)
    _street_people(roster, streets)
    _keepers(roster, buildings, sites["site"])
    clerks = _clerks(roster, people["clerk"])

    places = [*_community_places(communities), *_street_places(streets), *_drilled(_points(buildings, sites), now)]
    foreseen = read("sample_office/foresight.toml")
    reference = reference_records(now, sample=True)
    hand_over = hour_of_hand_over()
    organisation = read("sample_office/organisation.toml")
    organisation_records = _organisation(organisation, communities, workers, since, now)
    watch, shifts = watch_of(now, leaders, clerks, workers, reference, organisation_records)
    records = [
        office,
        *reference,
        *_case_views(),
        *_categories(),
        *organised(_units(units), organisation),
        *_community_units(communities),
        *organised(places, organisation),
        *map_records(),
        *proved(roster.people(), organisation, now),
        *roster.appointments(),
        *organisation_records,
        *_drilled(_plans(read("sample_office/plans.toml")["plan"]), now),
        *_drills(),
        *watch,
    ]
    patrols = read("sample_office/patrols.toml")
    records += plan_records(patrols, streets, now)
    around = Surroundings(_communities_of(places), roster.names(), leaders[0])
    cases = case_commands(read("sample_office/cases.toml")["case"], now, new_id, around)
    rules = [entry for entry in reference if entry[0].startswith("foresight_rule/")]
    foresight = sample_commands(foreseen, rules, cases, now, new_id, around.communities)
    bank = bank_commands(read("sample_office/bank.toml"), cases, now, new_id)
    walks = patrol_commands(patrols, records, cases, now, new_id, PATROLS_AHEAD)
    calls = call_commands(read("sample_office/calls.toml"), hand_over, now, new_id, clerks[0])
    matters = (*shifts, *cases, *foresight, *_tasks(now), *bank, *walks, *calls)
    return FoundOffice(records=tuple(records), matters=matters, channel="founding")


def empty_office(name: str, now: int, new_id: Callable[[], str]) -> FoundOffice:
    """The command that founds an office of which only the name is known."""
    known = {"name": name.strip(), "district": "", "city": "", "address": "", "centre": "", "phone": ""}
    emergency = read("reference/emergency.toml")
    units = [
        (f"unit/{unit['id']}", without(unit, "id") | {"kind": "department", "relation": "request", "limits": OWN_RULE})
        for unit in emergency["unit"]
    ]
    records: list[Entry] = [
        (OFFICE, {"id": new_id(), "sample": False, **known}, {}),
        *reference_records(now, sample=False),
        *((subject, fields, {}) for subject, fields in units),
        *_plans(emergency["plan"]),
    ]
    return FoundOffice(records=tuple(records), channel="founding")


# --- records only the founding brings -------------------------------------------------------------------------------


def _case_views() -> list[Entry]:
    """Views of the case centre the whole office shares, in their order."""
    views = read("sample_office/case_views.toml")["view"]
    return [
        (f"case_view/{view['id']}", without(view, "id") | {"owner": "", "rank": rank, "columns": []}, {})
        for rank, view in enumerate(views, start=1)
    ]


def _tasks(now: int) -> list[Command]:
    """Documents that ask the street for something: they wait to be held against the list."""
    told = read("sample_office/responsibility.toml")["task"]
    return [
        ReceiveTask(**without(task, "hours_ago"), happened_at=now - round(task["hours_ago"] * HOUR)) for task in told
    ]


def _plans(plans: Iterable[Mapping[str, Any]]) -> list[Entry]:
    return [(f"plan/{plan['code']}", dict(plan), {}) for plan in plans]


# --- the sample office --------------------------------------------------------------------------------------------


def _categories() -> list[Entry]:
    tree: dict[str, list[str]] = read("sample_office/categories.toml")["tree"]
    paths = [path for top, below in tree.items() for path in ((top,), *((top, leaf) for leaf in below))]
    return [(f"category/{category_id(path)}", {"path": list(path)}, {}) for path in paths]


def _drills() -> list[Entry]:
    drills = read("sample_office/drills.toml")["drill"]
    sheet = read("reference/drill.toml")["sheet"]
    return [(f"drill/{drill['id']}", without(drill, "id") | {"sheet": sheet}, {}) for drill in drills]


def _drilled(entries: Iterable[Entry], now: int) -> list[Entry]:
    """Plans and venues with the day of their last drill, so many days before the founding."""
    found: list[Entry] = []
    for subject, fields, words in entries:
        told = without(fields, "drilled_days_ago")
        if "drilled_days_ago" in fields:
            told["last_drill_on"] = f"{local_date(now) - timedelta(days=fields['drilled_days_ago']):%Y-%m-%d}"
        found.append((subject, told, words))
    return found


def _units(told: Mapping[str, list[dict[str, Any]]]) -> list[Entry]:
    entries: list[Entry] = []
    for kind, relation in (("section", "direct"), ("department", ""), ("force", "direct")):
        for unit in told[kind]:
            fields = {"kind": kind, "relation": relation} | without(unit, "id", "contacts", "own_rule", "limits")
            if unit.get("own_rule") or "limits" in unit:
                fields["limits"] = OWN_RULE | unit.get("limits", {})
            entries.append((f"unit/{unit['id']}", fields, {"contacts": unit["contacts"]}))
    return entries


def _community_units(communities: Iterable[Mapping[str, Any]]) -> list[Entry]:
    entries: list[Entry] = []
    for community in communities:
        fields = {
            "name": community["name"],
            "kind": "community",
            "relation": "direct",
            "duty_phone": community["duty_phone"],
            "first_action": COMMUNITY_ACTION,
        }
        contacts = [
            {"name": "值班室", "post": "社区值班", "phone": community["duty_phone"]},
            {"name": community["secretary"]["name"], "post": "社区书记", "phone": community["secretary"]["phone"]},
            dict(community["workers"][0]),
        ]
        entries.append((f"unit/{community['id']}", fields, {"contacts": contacts}))
    return entries


def _community_places(communities: Iterable[Mapping[str, Any]]) -> list[Entry]:
    entries: list[Entry] = []
    for community in communities:
        grids = [f"{community['id']}-{count:02d}" for count in range(1, community["grids"] + 1)]
        fields = without(community, "id", "grids", "duty_phone", "secretary", "workers", "risks")
        fields |= {"kind": "community", "grids": grids, "note": "、".join(community["risks"])}
        entries.append((f"place/{community['id']}", fields, {}))
        entries += [
            (f"place/{grid}", {"name": grid, "kind": "grid", "community": community["id"]}, {}) for grid in grids
        ]
    return entries


def _street_places(streets: Iterable[Mapping[str, Any]]) -> list[Entry]:
    entries: list[Entry] = []
    for street in streets:
        fields = without(street, "id", "parent", "chief", "deputy", "stewards")
        if "parent" in street:
            fields["street"] = street["parent"]
        entries.append((f"place/{street['id']}", fields, {}))
    return entries


def _points(buildings: Iterable[Mapping[str, Any]], sites: Mapping[str, list[dict[str, Any]]]) -> list[Entry]:
    """Buildings, units of society, assembly points, shelters, landmarks, sites for a post, stores."""
    told = [("building", point) for point in buildings]
    told += [(kind, point) for kind in ("site", *POINTS) for point in sites[kind]]
    return [
        (
            f"place/{point['id']}",
            {"kind": kind, **without(point, "id", "keeper", "sort", *(() if kind == "site" else ("phone",)))},
            {},
        )
        for kind, point in told
    ]


def _communities_of(places: Iterable[Entry]) -> dict[str, str]:
    """Place id → the community it lies in."""
    found = {}
    for subject, fields, _ in places:
        key = subject.partition("/")[2]
        found[key] = key if fields["kind"] == "community" else str(fields["community"])
    return found


# --- people -------------------------------------------------------------------------------------------------------


class _Roster:
    """Collects people and their posts. One phone number is one person, whatever posts they hold."""

    def __init__(self, since: int) -> None:
        self._since = since
        self._people: dict[str, tuple[str, str]] = {}
        self._posts: list[Entry] = []

    def person(self, name: str, phone: str, post: str) -> str:
        """The id of a person; the post first told is the one shown. Raises ``ValueError`` for two names on one phone."""
        known = self._people.setdefault(phone, (name, post))
        if known[0] != name:
            raise ValueError(f"{phone}: {known[0]} and {name}")
        return person_id(phone)

    def appoint(self, person: str, role: str, target: str, rank: int = 0, note: str = "") -> None:
        """Give a person a post at a subject."""
        fields = {"person": person, "role": role, "target": target, "rank": rank, "since": self._since}
        if note:
            fields["note"] = note
        key = f"{target.partition('/')[2]}-{role}" + (f"-{rank}" if rank else "")
        self._posts.append((f"appointment/{key}", fields, {}))

    def people(self) -> list[Entry]:
        """The records of all people."""
        return [
            (f"person/{person_id(phone)}", {"post": post}, {"name": name, "phone": phone})
            for phone, (name, post) in self._people.items()
        ]

    def appointments(self) -> list[Entry]:
        """The records of all posts."""
        return self._posts

    def names(self) -> dict[str, str]:
        """Phone → name."""
        return {phone: name for phone, (name, _) in self._people.items()}


def _leaders(roster: _Roster, leaders: Sequence[Mapping[str, Any]]) -> list[str]:
    """Enter the leaders; those who take turns as leader on shift come back."""
    turns = []
    for rank, leader in enumerate(leaders, start=1):
        person = roster.person(leader["name"], leader["phone"], leader["post"])
        roster.appoint(person, "leader", OFFICE, rank, leader["duty"])
        if leader.get("shift"):
            turns.append(person)
    return turns


def _clerks(roster: _Roster, clerks: Sequence[Mapping[str, Any]]) -> list[str]:
    found = []
    for rank, clerk in enumerate(clerks, start=1):
        person = roster.person(clerk["name"], clerk["phone"], "指挥中心值班员")
        roster.appoint(person, "clerk", "unit/S08", rank)
        found.append(person)
    return found


def _heads(roster: _Roster, sections: Iterable[Mapping[str, Any]]) -> None:
    for section in sections:
        head = section["contacts"][0]
        name = section["name"].partition("\uff08")[0]
        person = roster.person(head["name"], head["phone"], f"{name}{head['post']}")
        roster.appoint(person, "head", f"unit/{section['id']}")


def _community_people(roster: _Roster, communities: Iterable[Mapping[str, Any]]) -> dict[str, list[str]]:
    """Enter secretaries and workers; the workers come back by community, for its duty."""
    turns: dict[str, list[str]] = {}
    for community in communities:
        unit = f"unit/{community['id']}"
        secretary = community["secretary"]
        post = f"{community['name']}书记"
        roster.appoint(roster.person(secretary["name"], secretary["phone"], post), "secretary", unit)
        turns[community["id"]] = []
        for rank, worker in enumerate(community["workers"], start=1):
            post = f"{community['name']}{worker['post'].removeprefix('社区')}"
            person = roster.person(worker["name"], worker["phone"], post)
            roster.appoint(person, "member", unit, rank, worker["post"])
            turns[community["id"]].append(person)
    return turns


def _street_people(roster: _Roster, streets: Iterable[Mapping[str, Any]]) -> None:
    for street in streets:
        place = f"place/{street['id']}"
        chief, deputy = street["chief"], street["deputy"]
        role = "street_chief" if street["kind"] == "street" else "alley_chief"
        roster.appoint(roster.person(chief["name"], chief["phone"], chief["post"]), role, place)
        roster.appoint(roster.person(deputy["name"], deputy["phone"], "街巷长替补"), "deputy", place)
        for rank, steward in enumerate(street["stewards"], start=1):
            roster.appoint(roster.person(steward["name"], steward["phone"], "小巷管家"), "steward", place, rank)


def _keepers(roster: _Roster, buildings: Iterable[Mapping[str, Any]], sites: Iterable[Mapping[str, Any]]) -> None:
    for building in buildings:
        person = roster.person(building["keeper"], building["phone"], "楼院管理员")
        roster.appoint(person, "building_keeper", f"place/{building['id']}", note=building["sort"])
    for site in sites:
        person = roster.person(site["keeper"], site["phone"], "社会单位管理员")
        roster.appoint(person, "unit_keeper", f"place/{site['id']}")


def _organisation(
    told: Mapping[str, Any],
    communities: Sequence[Mapping[str, Any]],
    workers: Mapping[str, Sequence[str]],
    since: int,
    now: int,
) -> list[Entry]:
    grids = {one["id"]: [f"{one['id']}-{count:02d}" for count in range(1, one["grids"] + 1)] for one in communities}
    secretaries = {one["id"]: person_id(one["secretary"]["phone"]) for one in communities}
    names = {one["id"]: one["name"] for one in communities}
    return organisation_records({**told, "names": names}, grids, workers, secretaries, since, now)
