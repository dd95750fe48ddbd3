"""From what was ticked to the acts that take it over: posts that change hands on the day, people, places, units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.domain.command import Command
from commandcenter.domain.record import AmendRecord, ListRecord, RestoreRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import Appointment
from commandcenter.domain.roster_acts import Newcomer as NewPerson
from commandcenter.domain.roster_acts import Office, appoint, end_post, new_person, next_rank, outgrown, title_outgrown
from commandcenter.domain.roster_import import leaves
from commandcenter.domain.unit import next_code
from commandcenter.exchange.roster_difference import SINGLE, Difference, role_there
from commandcenter.exchange.roster_ground import Ground
from commandcenter.exchange.roster_people import NEWCOMER, People
from commandcenter.exchange.roster_rows import NEW_PLACE

_LETTERS = {"street": "J", "alley": "J", "building": "B", "site": "U"}


@dataclass
class TakeOver:
    """Builds the acts. ``since`` is the day from which the file holds, ``now`` the moment of the act (epoch milliseconds)."""

    ground: Ground
    people: People
    since: int
    now: int
    new_id: Callable[[], str]
    _places: dict[str, str] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)
    """Letter → the highest number given to a place so far."""
    _kinds: dict[str, str] = field(default_factory=dict)
    _persons: dict[str, str] = field(default_factory=dict)
    _posts: list[Appointment] = field(default_factory=list)
    _closed: set[str] = field(default_factory=set)
    _first: list[Command] = field(default_factory=list)
    _then: list[Command] = field(default_factory=list)
    _changes: dict[str, tuple[dict[str, Any], dict[str, Any]]] = field(default_factory=dict)

    def commands(self, taken: Sequence[Difference]) -> list[Command]:
        """The acts of the differences that are taken over, each subject touched once. Refuses ``place_not_taken``."""
        self._posts = list(self.ground.directory.appointments)
        for one in taken:
            if one.act["do"] == "new_place":
                self._new_place(one)
        lacking = next((one for one in taken if one.needs and one.needs not in self._places), None)
        if lacking is not None:
            raise Refused("place_not_taken", name=lacking.where)
        for one in taken:
            self._take(one)
        when = self.since if self.since <= self.now else None
        changes = [
            AmendRecord(subject=subject, fields=fields, words=words, happened_at=when)
            for subject, (fields, words) in self._changes.items()
        ]
        return _each_once([*self._first, *self._then, *changes])

    def _take(self, one: Difference) -> None:
        act = one.act
        do = act["do"]
        if do == "appoint":
            self._appoint(one)
        elif do == "end":
            self._end(str(act["appointment"]))
        elif do == "person":
            self._change(f"person/{act['person']}", act.get("fields", {}), act.get("words", {}))
        elif do == "place":
            self._change(f"place/{act['place']}", act["fields"], {})
        elif do == "close":
            self._close(str(act["place"]))
        elif do == "unit":
            self._change(f"unit/{act['unit']}", act.get("fields", {}), act.get("words", {}))
        elif do == "new_unit":
            code = next_code([*self.ground.units, *self._places.values()], str(act["fields"]["kind"]))
            self._places[one.target] = code
            self._first.append(
                ListRecord(
                    subject=f"unit/{code}", fields=dict(act["fields"]), words={"contacts": list(act["contacts"])}
                )
            )
        elif do == "close_unit":
            self._then.append(RetireRecord(subject=f"unit/{act['unit']}"))

    # -- places ----------------------------------------------------------------------------------------------------

    def _new_place(self, one: Difference) -> None:
        fields = dict(one.act["fields"])
        self._kinds[one.target] = str(fields["kind"])
        retired = next(
            (
                place
                for place in self.ground.directory.places.values()
                if not place.active
                and (place.name, place.kind) == (fields["name"], fields["kind"])
                and place.community == fields.get("community", "")
            ),
            None,
        )
        if retired is not None:
            self._places[one.target] = retired.id
            self._first.append(RestoreRecord(subject=f"place/{retired.id}"))
            return
        code = fields["name"] if fields["kind"] == "grid" else self._code(str(fields["kind"]))
        self._places[one.target] = code
        self._first.append(ListRecord(subject=f"place/{code}", fields=fields))

    def _code(self, kind: str) -> str:
        letter = _LETTERS.get(kind, "B")
        if letter not in self._numbers:
            known = self.ground.directory.places
            self._numbers[letter] = max(
                (int(key[1:]) for key in known if key[:1] == letter and key[1:].isdecimal()), default=0
            )
        self._numbers[letter] += 1
        return f"{letter}{self._numbers[letter]:02d}"

    # -- people and posts ------------------------------------------------------------------------------------------

    def _person(self, key: str) -> str:
        if not key.startswith(NEWCOMER):
            return key
        if key not in self._persons:
            newcomer = self.people.newcomers[key]
            retired = self.people.retired(newcomer)
            if retired:
                self._first.append(RestoreRecord(subject=f"person/{retired}"))
            else:
                person = NewPerson(newcomer.name, newcomer.phone, newcomer.post)
                retired = self.new_id()
                self._first.append(new_person(retired, person))
            self._persons[key] = retired
        return self._persons[key]

    def _appoint(self, one: Difference) -> None:
        act = one.act
        target = one.target
        if target.startswith(NEW_PLACE):
            target = f"place/{self._places[target]}"
        role = role_there(str(act["role"]), self._kind(one, target))
        rank = 0 if str(act["role"]) in SINGLE else next_rank(self._posts, role, target)
        since = self.since if one.since is None else one.since
        replaced = str(act.get("replaced", ""))
        replaced = "" if replaced in self._closed else replaced
        office = Office(role, target, since, rank, str(act.get("remark", "")))
        person, key = self._person(str(act["person"])), self.new_id()
        left = [post for post in outgrown(self._posts, person, office) if post.id not in self._closed]
        self._closed |= {post.id for post in left}
        title = title_outgrown(self.ground.directory.people[person]) if left else ""
        if title and "post" not in self._changes.get(f"person/{person}", ({}, {}))[0]:
            self._change(f"person/{person}", {"post": title}, {})
        self._posts.append(Appointment(key, person, role, target, rank, since))
        if replaced:
            self._closed.add(replaced)
        self._then += leaves(appoint(key, office, person, replaced=replaced, now=self.now, outgrown=left))

    def _kind(self, one: Difference, target: str) -> str:
        place = self.ground.directory.places.get(target.partition("/")[2])
        return place.kind if place is not None else self._kinds.get(one.target, "")

    def _end(self, appointment: str) -> None:
        if appointment not in self._closed:
            self._closed.add(appointment)
            self._then.append(end_post(appointment, self.since, self.now))

    def _close(self, place: str) -> None:
        """Take a place out of use from the day on; on a day to come it is only noted."""
        for post in self._posts:
            if post.target == f"place/{place}":
                self._end(post.id)
        subject = f"place/{place}"
        if self.since > self.now:
            self._change(subject, {"until": self.since}, {})
        else:
            self._then.append(RetireRecord(subject=subject, happened_at=self.since))

    def _change(self, subject: str, fields: Mapping[str, Any], words: Mapping[str, Any]) -> None:
        told = self._changes.setdefault(subject, ({}, {}))
        told[0].update(fields)
        told[1].update(words)


def _each_once(steps: Iterable[Command]) -> list[Command]:
    """The acts without one that would end the same post twice."""
    found: dict[tuple[str, str], Command] = {}
    for step in steps:
        found.setdefault((type(step).__name__, str(getattr(step, "subject", id(step)))), step)
    return list(found.values())


def with_needed(all_: Sequence[Difference], keys: Iterable[str]) -> list[Difference]:
    """The differences under some keys in their order, with those that have to come along."""
    wanted = set(keys)
    wanted |= {one.needs for one in all_ if one.key in wanted and one.needs}
    return [one for one in all_ if one.key in wanted]
