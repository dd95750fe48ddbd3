"""What is shown of a chosen node, without a widget: its facts, who stands there now, who stood there before, what changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.call_list import CallList
from commandcenter.domain.coverage import coverage, vacancies
from commandcenter.domain.leadership import line_above, line_below
from commandcenter.domain.number_check import STALE, number_age, stale
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import Record
from commandcenter.domain.roster import Appointment, Directory, Holder, Person
from commandcenter.domain.roster_history import RosterHistory
from commandcenter.domain.unit import Unit
from commandcenter.ui import when
from commandcenter.ui.organisation.tree import Organisation, since_words
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.roster_words import (
    ABSENCES,
    BRANCHES,
    CALLS,
    FORMS,
    NUMBERS,
    STAFF,
    UNITS,
    roster_face,
    roster_word,
)
from commandcenter.ui.words import RELATIONS, ROLES, word

translate = QCoreApplication.translate

NEVER_STALE = 10_000.0
"""Days after which a number is stale where the office has no limit: never."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a list. ``subject`` is where Enter leads; ``person`` and ``appointment`` whom acts on the line are about.

    ``chip`` is (word, icon, tone), empty words for none; ``callee`` whose number ``phone`` is where that is another.
    """

    key: str
    lead: str
    name: str
    detail: str = ""
    dates: str = ""
    phone: str = ""
    chip: tuple[str, str, str] = ("", "", "plain")
    subject: str = ""
    person: str = ""
    appointment: str = ""
    absence: str = ""
    callee: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """A chosen node. ``target`` is the subject at which posts are held there, empty where none are."""

    key: str
    title: str
    caption: str
    facts: Sequence[Known] = ()
    lines: Sequence[Line] = ()
    terms: Sequence[Line] = ()
    target: str = ""


class Details:
    """Makes details out of what is known on the day shown."""

    def __init__(self, reference: Reference, told: Organisation, now: int) -> None:
        self._reference = reference
        self._told = told
        self._now = now
        limit = reference.limit(STALE)
        self.stale_days = limit.value if limit is not None else NEVER_STALE

    @property
    def _directory(self) -> Directory:
        return self._told.directory

    @property
    def _roster(self) -> RosterHistory:
        return self._reference.roster

    def of(self, key: str) -> Detail:
        """The detail of a node; one without words for a node that is gone."""
        family, _, rest = key.partition("/")
        if key in ("~city", "~district", OFFICE):
            return self._office(key)
        makers = {
            "place": self._place,
            "unit": self._unit,
            "group": self._group,
            "branch": self._branch,
            "staff": self._staff,
            "person": self._person,
            "call_list": self._call_list,
        }
        if family in makers:
            return makers[family](key, rest)
        lists = {"~vacant": self._vacant, "~away": self._away, "~stale": self._stale}
        return lists[key](key) if key in lists else Detail(key, "", "")

    # -- lines -----------------------------------------------------------------------------------------------------

    def number_chip(self, person: Person) -> tuple[str, str, str]:
        """How a person's number stands."""
        if not person.phone:
            return translate("Organisation", "no number"), "phone-off", "warn"
        return roster_face(NUMBERS, number_age(person, self._now, self.stale_days))

    def holder(self, holder: Holder, lead: str = "", where: str = "") -> Line:
        """A post with who is in it; who is away is told with who stands in."""
        person = holder.person
        detail = " · ".join(part for part in (where, person.post, holder.note) if part)
        chip = self.number_chip(person)
        called = person
        if holder.away is not None:
            why = roster_word(ABSENCES, holder.away.reason)
            detail = translate("Organisation", "{why}; nobody stands in").format(why=why)
            if holder.stand_in is not None:
                called = holder.stand_in
                detail = translate("Organisation", "{why}; {name} stands in").format(why=why, name=called.name)
            chip = (why, "log-out", "warn")
        return Line(
            f"{holder.appointment}|{holder.target}",
            lead or word(ROLES, holder.role),
            person.name,
            detail,
            since_words(holder.since, holder.until, self._now),
            called.phone,
            chip,
            f"person/{person.id}",
            person.id,
            holder.appointment,
            holder.away.id if holder.away is not None else "",
            called.name,
        )

    def _held(self, target: str, *roles: str) -> list[Line]:
        return [self.holder(one) for one in self._directory.holders(target, *roles)]

    def _terms(self, terms: Iterable[Appointment], *, by_person: bool = False) -> list[Line]:
        people = self._reference.directory.people
        return [
            Line(
                f"{post.id}|{post.since}",
                word(ROLES, post.role),
                self.where(post.target) if by_person else (people[post.person].name if post.person in people else ""),
                post.note,
                since_words(post.since, post.until, self._now),
                "",
                ("", "", "plain")
                if post.until is not None
                else (translate("Organisation", "in office"), "circle-check", "done"),
                post.target if by_person else f"person/{post.person}",
                post.person,
                post.id,
            )
            for post in terms
        ]

    def where(self, target: str) -> str:
        """A subject by name."""
        family, _, key = target.partition("/")
        if target == OFFICE:
            return str(self._told.office.get("name", "") or "")
        if family == "place":
            place = self._directory.places.get(key)
            return place.name if place is not None else key
        if family == "group" and key in self._told.groups:
            return self._told.groups[key].name
        if family == "branch" and key in self._told.branches:
            return self._told.branches[key].name
        return self._reference.unit_name(key)

    # -- nodes -----------------------------------------------------------------------------------------------------

    def _office(self, key: str) -> Detail:
        office, found = self._told.office, coverage(self._directory)
        names = {
            "community": translate("Organisation", "Communities with a secretary"),
            "street": translate("Organisation", "Streets with a chief"),
            "alley": translate("Organisation", "Alleys with a chief"),
            "grid": translate("Organisation", "Grids with a worker"),
            "building": translate("Organisation", "Buildings with a keeper"),
            "site": translate("Organisation", "Resident units with a keeper"),
        }
        facts = [
            Known(translate("Organisation", "Address"), str(office.get("address", "") or when.UNKNOWN)),
            Known(translate("Organisation", "Duty room"), str(office.get("phone", "") or when.UNKNOWN)),
        ]
        for kind, name in names.items():
            one = found[kind]
            if not one.total:
                continue
            words = f"{one.held} / {one.total}"
            if one.unmanned:
                words += translate("Organisation", ", {n} away with nobody standing in").format(n=len(one.unmanned))
            facts.append(Known(name, words, "1" if one.held == one.total and not one.unmanned else "amb"))
        facts.append(
            Known(
                translate("Organisation", "Numbers to prove"), str(self._told.stale), "amb" if self._told.stale else "1"
            )
        )
        place = " ".join(str(office.get(name, "") or "") for name in ("city", "district"))
        name = str(office.get("full_name", "") or office.get("name", "") or "")
        title = str(office.get(key.removeprefix("~"), "") or "") if key.startswith("~") else name
        terms = self._terms(self._roster.terms_at(OFFICE))
        return Detail(key, title, place if key == OFFICE else name, facts, self._held(OFFICE), terms, OFFICE)

    def _place(self, key: str, rest: str) -> Detail:
        directory = self._directory
        place = directory.places.get(rest)
        if place is None:
            return Detail(key, "", "")
        answering = directory.answers_for(place)
        acting = directory.acting_for(place)
        community = answering.community
        lines: list[Line] = []
        target = f"unit/{place.id}" if place.kind == "community" else key
        if place.kind == "community":
            lines = self._held(target)
            for grid in directory.of_kind("grid"):
                if grid.community == place.id:
                    lines += [self.holder(one, where=grid.name) for one in directory.holders(f"place/{grid.id}")]
        else:
            lines = self._held(key)
        if place.kind in ("street", "alley"):
            own = {line.key for line in lines}
            more = [self.holder(one, where=self.where(one.target)) for one in line_below(directory, place.id)]
            lines += [line for line in more if line.key not in own]
        if place.kind == "grid":
            streets = [one for one in directory.streets() if place.id in one.grids]
            for street in streets:
                lines += [self.holder(one, where=street.name) for one in directory.holders(f"place/{street.id}")]
        role = "steward" if place.kind not in ("street", "alley") else f"{place.kind}_chief"
        above = [
            f"{word(ROLES, one.role)} {one.person.name}"
            for one in line_above(directory, target, "secretary" if place.kind == "community" else role)
        ]
        facts = [
            Known(translate("Organisation", "Answers now"), self._acting_words(acting.person if acting else None)),
            Known(translate("Organisation", "Leads it"), " → ".join(above)),
            Known(translate("Organisation", "Community"), community.name if community and community.id != rest else ""),
            Known(translate("Organisation", "Grids"), "、".join(place.grids)),
            Known(translate("Organisation", "Length"), f"{place.length_m:g} m" if place.length_m else ""),
            Known(translate("Organisation", "Control room"), place.phone),
            Known(translate("Organisation", "Keys"), place.keys),
            Known(translate("Organisation", "Plans"), place.papers),
            Known(translate("Organisation", "Known of it"), place.note),
            Known(
                translate("Organisation", "Assembly point"),
                answering.assembly.name if answering.assembly is not None else when.UNKNOWN,
            ),
        ]
        if place.kind == "community" and rest in self._told.units:
            facts += self._reached(self._told.units[rest])
        caption = " · ".join(part for part in (place.id, community.name if community else "") if part)
        return Detail(key, place.name, caption, facts, lines, self._terms(self._roster.terms_at(target)), target)

    @staticmethod
    def _acting_words(person: Person | None) -> str:
        return f"{person.name} {person.phone}".strip() if person else translate("Organisation", "nobody")

    def _reached(self, unit: Unit) -> list[Known]:
        proved = (
            translate("Organisation", "proved {day}").format(day=when.day(unit.verified_at))
            if unit.verified_at is not None
            else translate("Organisation", "never proved")
        )
        duty = f"{unit.duty_phone}（{proved}）" if unit.duty_phone else when.UNKNOWN
        return [Known(translate("Organisation", "Duty number, day and night"), duty, "1" if unit.duty_phone else "amb")]

    @staticmethod
    def _contacts(unit: Unit) -> list[Line]:
        """Who is called at a unit, in this order."""
        lead = translate("Organisation", "call {n}")
        return [
            Line(f"contact|{place}", lead.format(n=place), one.name, one.post, "", one.phone)
            for place, one in enumerate(unit.contacts, start=1)
        ]

    def _unit(self, key: str, rest: str) -> Detail:
        unit = self._told.units.get(rest)
        if unit is None:
            return Detail(key, "", "")
        limits = [unit.limits.get(clock) for clock in ("answer", "leave", "arrive")]
        told = " / ".join(f"{one:g}" if one is not None else when.UNKNOWN for one in limits)
        if unit.office_limits:
            told = translate("Organisation", "the office's limits")
        elif not any(limits):
            told = translate("Organisation", "its own rule")
        relation = translate("Words", RELATIONS[unit.relation][1]) if unit.relation in RELATIONS else unit.relation
        facts = [
            Known(translate("Organisation", "Relation"), relation),
            Known(translate("Organisation", "Whose"), unit.level),
            *self._reached(unit),
            Known(translate("Organisation", "Answer, leave, arrive (min)"), told),
            Known(translate("Organisation", "Does"), unit.tasks),
            Known(translate("Organisation", "First on the scene"), unit.first_action),
            Known(translate("Organisation", "Address"), unit.address),
            Known(translate("Organisation", "Hand-over note"), unit.handover),
        ]
        lines = [*self._held(key), *self._contacts(unit)]
        for one in self._told.staff.values():
            person = self._directory.people.get(one.person)
            if one.unit == rest and person is not None and one.serves(self._told.now):
                lines.append(self._staff_line(one.id, person, one.home, one.since, one.until, one.kind))
        kind = roster_word(UNITS, unit.kind)
        return Detail(key, unit.name, f"{unit.id} · {kind}", facts, lines, self._terms(self._roster.terms_at(key)), key)

    def _staff_line(self, key: str, person: Person, home: str, since: int, until: int | None, kind: str) -> Line:
        return Line(
            f"staff/{key}",
            roster_word(STAFF, kind),
            person.name,
            home,
            since_words(since, until, self._now),
            person.phone,
            self.number_chip(person),
            f"staff/{key}",
            person.id,
        )

    def _group(self, key: str, rest: str) -> Detail:
        group = self._told.groups.get(rest)
        if group is None:
            return Detail(key, "", "")
        facts = [
            Known(translate("Organisation", "Form"), roster_word(FORMS, group.form)),
            Known(translate("Organisation", "Meets"), group.meets or when.UNKNOWN),
            Known(translate("Organisation", "Units"), "、".join(map(self._reference.unit_name, group.units))),
            Known(translate("Organisation", "For"), group.note),
            Known(translate("Organisation", "Period"), since_words(group.since, group.until, self._now)),
        ]
        terms = self._terms(self._roster.terms_at(key))
        return Detail(key, group.name, roster_word(FORMS, group.form), facts, self._held(key), terms, key)

    def _branch(self, key: str, rest: str) -> Detail:
        branch = self._told.branches.get(rest)
        if branch is None:
            return Detail(key, "", "")
        parent = self._told.branches.get(branch.parent)
        place = self._directory.places.get(branch.place)
        unit = self._reference.unit_name(branch.unit) if branch.unit else ""
        facts = [
            Known(translate("Organisation", "Kind"), roster_word(BRANCHES, branch.kind)),
            Known(translate("Organisation", "Above it"), parent.name if parent else ""),
            Known(translate("Organisation", "Where"), place.name if place else unit),
            Known(translate("Organisation", "Members"), "" if branch.members is None else str(branch.members)),
            Known(translate("Organisation", "Known of it"), branch.note),
        ]
        terms = self._terms(self._roster.terms_at(key))
        return Detail(key, branch.name, roster_word(BRANCHES, branch.kind), facts, self._held(key), terms, key)

    def _staff(self, key: str, rest: str) -> Detail:
        one = self._told.staff.get(rest)
        person = self._directory.people.get(one.person) if one is not None else None
        if one is None or person is None:
            return Detail(key, "", "")
        unit = self._reference.unit_name(one.unit) if one.unit else when.UNKNOWN
        out = one.kind == "seconded_out"
        facts = [
            Known(translate("Organisation", "How"), roster_word(STAFF, one.kind)),
            Known(translate("Organisation", "Where now") if out else translate("Organisation", "Home unit"), one.home),
            Known(translate("Organisation", "Of our") if out else translate("Organisation", "Serves in"), unit),
            Known(translate("Organisation", "Period"), since_words(one.since, one.until, self._now)),
            Known(translate("Organisation", "Does"), one.duty),
        ]
        return self._about(key, person, facts)

    def _person(self, key: str, rest: str) -> Detail:
        person = self._directory.people.get(rest)
        return self._about(key, person, []) if person is not None else Detail(key, "", "")

    def _about(self, key: str, person: Person, facts: list[Known]) -> Detail:
        """Phone and proof, posts of the day, service record, absences of a person."""
        said, _, tone = self.number_chip(person)
        checked = (
            f"{said}，{when.day(person.checked_at)} {self._by(person.checked_by)}".strip()
            if person.checked_at is not None
            else said
        )
        facts = [
            Known(translate("Organisation", "Phone"), person.phone or when.UNKNOWN, "1" if person.phone else "amb"),
            Known(
                translate("Organisation", "Number"),
                checked,
                {"done": "ok", "warn": "amb"}.get(tone, tone if tone == "red" else "2"),
            ),
            Known(translate("Organisation", "Title"), person.post),
            *facts,
        ]
        away = self._directory.away(person.id)
        if away is not None:
            facts.insert(
                0,
                Known(translate("Organisation", "Away"), self._away_words(away.since, away.until, away.reason), "amb"),
            )
        lines = [
            replace(self.holder(one), name=self.where(one.target), subject=one.target)
            for post in self._directory.posts_of(person.id)
            for one in self._directory.holders(post.target)
            if one.appointment == post.id
        ]
        for one in self._roster.absences_of(person.id):
            if one.until is None or self._told.now < one.until:
                lines.append(self._absence_line(one.id))
        service = self._terms(self._roster.service_of(person.id), by_person=True)
        return Detail(key, person.name, person.post, facts, lines, service)

    def _by(self, person: str) -> str:
        found = self._reference.directory.people.get(person)
        return found.name if found is not None else ""

    def _away_words(self, since: int, until: int | None, reason: str) -> str:
        last = when.day(until) if until is not None else translate("Organisation", "not known")
        return translate("Organisation", "{why}, from {since}, back {until}").format(
            why=roster_word(ABSENCES, reason), since=when.day(since), until=last
        )

    def _absence_line(self, key: str) -> Line:
        one = next(one for one in self._roster.absences if one.id == key)
        people = self._directory.people
        person, substitute = people.get(one.person), people.get(one.substitute)
        posts = "、".join(
            f"{word(ROLES, post.role)} {self.where(post.target)}" for post in self._directory.posts_of(one.person)
        )
        stands = translate("Organisation", "the deputies of the posts stand in")
        if substitute is not None:
            stands = translate("Organisation", "{name} stands in, {phone}").format(
                name=substitute.name, phone=substitute.phone
            )
        here = one.covers(self._told.now)
        chip = (roster_word(ABSENCES, one.reason), "log-out", "warn")
        soon = (translate("Organisation", "to come"), "calendar-days", "plain")
        return Line(
            f"absence/{one.id}",
            roster_word(ABSENCES, one.reason),
            person.name if person else "",
            " · ".join(part for part in (stands, posts) if part),
            since_words(one.since, one.until, self._now),
            person.phone if person else "",
            chip if here else soon,
            f"person/{one.person}",
            one.person,
            absence=one.id,
        )

    # -- lists -----------------------------------------------------------------------------------------------------

    def _call_list(self, key: str, rest: str) -> Detail:
        found = next((one for one in self._told.lists if one.id == rest), None)
        if found is None:
            return Detail(key, "", "")
        lines = [self._called(found, place) for place in range(len(found.lines))]
        tried = sum(1 for line in found.lines if found.calls(line.person))
        facts = [
            Known(translate("Organisation", "About"), self.where(found.about) if found.about else ""),
            Known(translate("Organisation", "Reached"), f"{found.reached()} / {len(found.lines)}"),
            Known(translate("Organisation", "Called"), f"{tried} / {len(found.lines)}"),
            Known(
                translate("Organisation", "Drawn up"),
                f"{when.moment(found.opened_at, self._now)} {self._by(found.actor)}",
            ),
            Known(
                translate("Organisation", "Closed"),
                when.moment(found.closed_at, self._now) if found.closed_at is not None else "",
            ),
        ]
        calls = sorted((one for one in found.ticks if not one.struck), key=lambda one: (-one.at, str(one.id)))
        terms = [
            Line(
                str(one.id),
                when.moment(one.at, self._now),
                self._by(one.person),
                one.words,
                self._by(one.actor),
                "",
                roster_face(CALLS, one.result),
                f"person/{one.person}",
                one.person,
            )
            for one in calls
        ]
        state = translate("Organisation", "closed") if found.closed_at is not None else ""
        return Detail(key, found.title, state, facts, lines, terms)

    def _called(self, found: CallList, place: int) -> Line:
        line = found.lines[place]
        person = self._directory.people.get(line.person)
        tick, calls = found.tick(line.person), len(found.calls(line.person))
        instead = self._by(line.instead_of)
        role = f"{word(ROLES, line.role)} {self.where(line.target)}".strip()
        if instead:
            role = translate("Organisation", "for {name}: {post}").format(name=instead, post=role)
        chip = ("", "", "plain")
        dates = ""
        if tick is not None:
            chip = roster_face(CALLS, tick.result)
            dates = when.moment(tick.at, self._now)
            if calls > 1:
                dates += translate("Organisation", ", {n} times").format(n=calls)
        words = tick.words if tick is not None else ""
        return Line(
            f"line|{line.person}",
            f"{place + 1}",
            person.name if person else line.person,
            " · ".join(part for part in (role, words) if part),
            dates,
            person.phone if person else "",
            chip,
            f"person/{line.person}",
            line.person,
        )

    def _vacant(self, key: str) -> Detail:
        lines = []
        for one in vacancies(self._directory, self._told.now):
            age = one.age(self._told.now)
            meanwhile = self._directory.people.get(one.acting)
            lines.append(
                Line(
                    f"place/{one.place.id}",
                    word(ROLES, one.roles[-1] if one.place.kind == "alley" else one.roles[0]),
                    one.place.name,
                    translate("Organisation", "{name} acts meanwhile").format(name=meanwhile.name) if meanwhile else "",
                    translate("Organisation", "never filled")
                    if age is None
                    else translate("Organisation", "vacant for {span}").format(span=when.rough(age)),
                    "",
                    (translate("Organisation", "vacant"), "user-x", "warn"),
                    f"place/{one.place.id}",
                )
            )
        return Detail(key, translate("Organisation", "Vacant posts"), str(len(lines)), (), lines)

    def _away(self, key: str) -> Detail:
        kept = [one for one in self._roster.absences if one.until is None or self._told.now < one.until]
        kept.sort(key=lambda one: (not one.covers(self._told.now), one.since, one.id))
        lines = [self._absence_line(one.id) for one in kept]
        return Detail(key, translate("Organisation", "Away and who stands in"), str(len(lines)), (), lines)

    def _stale(self, key: str) -> Detail:
        lines = []
        for person in stale(self._directory, self._now, self.stale_days):
            posts = self._directory.posts_of(person.id)
            first = posts[0] if posts else None
            lines.append(
                Line(
                    f"person/{person.id}",
                    word(ROLES, first.role) if first else "",
                    person.name,
                    self.where(first.target) if first else person.post,
                    when.day(person.verified_at) if person.verified_at is not None else when.UNKNOWN,
                    person.phone,
                    self.number_chip(person),
                    f"person/{person.id}",
                    person.id,
                )
            )
        return Detail(key, translate("Organisation", "Numbers to prove"), str(len(lines)), (), lines)


def changes_of(record: Record, person: dict[str, str], now: int) -> list[Line]:
    """What changed on a record, the newest first: when, by whom, which fields, why."""
    verbs = {
        "listed": translate("Organisation", "entered"),
        "amended": translate("Organisation", "changed"),
        "retired": translate("Organisation", "ended"),
        "restored": translate("Organisation", "taken back into use"),
        "verified": translate("Organisation", "number called"),
    }
    return [
        Line(
            str(change.id),
            verbs.get(change.verb, change.verb),
            person.get(change.actor, "") or when.UNKNOWN,
            change.reason,
            when.moment(change.at, now),
        )
        for change in reversed(record.history)
    ]
