"""A foreign roster held against ours: what is new, changed, not in the table, and what of that is doubtful.

Nothing is taken for granted: an empty cell dismisses nobody, what is missing is not deleted, and who would hold two posts, share
a number or is only named alike is told and left unticked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from commandcenter.domain.clock import local
from commandcenter.domain.number import digits
from commandcenter.domain.roster import CHIEFS, Appointment, Directory, Holder, Person
from commandcenter.exchange.cells import line_of
from commandcenter.exchange.roster_cells import Spot
from commandcenter.exchange.roster_ground import Ground
from commandcenter.exchange.roster_people import NEWCOMER, Identity, People
from commandcenter.exchange.roster_rows import NEW_PLACE, Post, Reading
from commandcenter.exchange.roster_words import alike

NEW, CHANGED, GONE = "new", "changed", "gone"

SINGLE = ("chief", "secretary", "building_keeper", "unit_keeper", "grid_worker")
"""Posts with one holder: whoever is told there instead comes in the other's place."""


Lately = Callable[[str], int | None]
"""When a person was last seen on a walk, of late (epoch milliseconds); None when they were not."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing the file would change.

    ``item`` is a role, a role with ``_phone`` or ``_post``, a field of a place, ``place``, ``unit`` or a field of one; ``where`` the
    name of the place or unit. ``doubt`` is the code of why it is not ticked by itself, ``act`` what is done when it is taken over,
    ``needs`` the key of a difference that must be taken with it.
    """

    key: str
    sort: str
    item: str
    spot: Spot
    target: str
    where: str
    before: str
    after: str
    act: Mapping[str, Any]
    doubt: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    needs: str = ""
    since: int | None = None

    @property
    def ticked(self) -> bool:
        """Whether it is taken over unless somebody says otherwise."""
        return not self.doubt


def role_there(role: str, kind: str) -> str:
    """The role of the roster: a chief of a street is a street chief, of anything else an alley chief."""
    return role if role != "chief" else "street_chief" if kind == "street" else "alley_chief"


def held_as(role: str) -> str:
    """The role of a file for a role of the roster."""
    return "chief" if role in CHIEFS else role


class PostComparison:
    """Posts and the people in them."""

    def __init__(self, ground: Ground, reading: Reading, since: int, lately: Lately) -> None:
        self.directory: Directory = ground.directory
        self.people = People(self.directory, reading.posts)
        self._reading, self._since, self._lately = reading, since, lately
        self._found: list[Difference] = []
        self._same: dict[str, list[Post]] = {}
        self._ended: set[str] = set()
        self._unsure: dict[str, Identity] = {}

    def differences(self) -> list[Difference]:
        """Every difference of posts, numbers and titles."""
        told: dict[tuple[str, str], list[Post]] = {}
        for post in self._reading.posts:
            told.setdefault((post.target, post.role), []).append(post)
        for target, roles in self._reading.scope.items():
            for role in sorted(roles):
                self._compare(target, role, told.get((target, role), []))
        for person, posts in self._same.items():
            self._number(self.directory.people[person], posts)
            self._title(self.directory.people[person], posts)
        return [self._doubted(one) for one in self._found]

    # -- one post --------------------------------------------------------------------------------------------------

    def _compare(self, target: str, role: str, posts: Sequence[Post]) -> None:
        roles = CHIEFS if role == "chief" else (role,)
        standing = [holder for holder in self.directory.holders(target, *roles) if holder.person.active]
        rest = self._met(_once(posts), standing)
        if role in SINGLE and len(rest) > 1:
            for post in rest:
                self._appoint(post, None, "several_told", {"count": len(rest)})
        elif rest and standing and (role in SINGLE or (role == "deputy" and len(rest) == len(standing) == 1)):
            self._replace(rest[0], standing.pop(0))
        else:
            for post in rest:
                self._appoint(post, None)
        if (target, role) in self._reading.unsure:
            return
        for holder in standing:
            self._gone(target, role, holder, empty=not posts and (role in SINGLE or role == "deputy"))

    def _met(self, posts: Iterable[Post], standing: list[Holder]) -> list[Post]:
        """Take out who is told and stands there; what is left is told of nobody who stands there."""
        rest = list(posts)
        for exactly in (True, False):
            for post in list(rest):
                number = digits(post.phone)
                fits = (
                    holder
                    for holder in standing
                    if line_of(holder.person.name) == post.name
                    and (not exactly or digits(holder.person.phone) == number)
                )
                holder = next(fits, None)
                if holder is not None:
                    met = line_of(holder.person.name), digits(holder.person.phone)
                    standing[:] = [
                        one
                        for one in standing
                        if one.person.id != holder.person.id
                        and (line_of(one.person.name), digits(one.person.phone)) != met
                    ]
                    rest.remove(post)
                    self._same.setdefault(holder.person.id, []).append(post)
        return [post for post in rest if not self._planned(post)]

    def _planned(self, post: Post) -> bool:
        """Whether the post was entered before, to begin in time to come."""
        since = post.since
        if since is None or since <= self._since or self.directory.history is None:
            return False
        return any(
            one.target == post.target
            and held_as(one.role) == post.role
            and one.since == since
            and (person := self.directory.people.get(one.person)) is not None
            and line_of(person.name) == post.name
            for one in self.directory.history.tenures
        )

    def _replace(self, post: Post, holder: Holder) -> None:
        number = digits(post.phone)
        name = line_of(holder.person.name)
        if number and number == digits(holder.person.phone) and alike(name, post.name):
            act = {"do": "person", "person": holder.person.id, "words": {"name": post.name}}
            self._add(CHANGED, f"{post.role}_name", post, name, post.name, act, "like_name", {"name": name})
            self._same.setdefault(holder.person.id, []).append(post)
            return
        since = post.since if post.since is not None else self._since
        if holder.since >= since:
            self._appoint(post, holder, "begun_later", {"day": _day(holder.since)})
            return
        self._appoint(post, holder)

    def _appoint(
        self, post: Post, holder: Holder | None, doubt: str = "", facts: Mapping[str, Any] | None = None
    ) -> None:
        identity = self.people.identify(post) if not doubt else replace(self.people.identify(post), doubt=doubt)
        if doubt:
            identity = Identity(identity.person, doubt, facts or {})
        known = self.directory.people.get(identity.person)
        title = post.post or (known.post if known is not None else "")
        phone = post.phone or (known.phone if known is not None else "")
        after = " ".join(part for part in (post.name, title if holder is not None else "", phone) if part)
        act = {
            "do": "appoint",
            "person": identity.person,
            "role": post.role,
            "replaced": holder.appointment if holder is not None else "",
            "remark": post.remark,
        }
        before = line_of(holder.person.name) if holder is not None else ""
        self._add(CHANGED if holder else NEW, post.role, post, before, after, act, identity.doubt, identity.facts)
        if holder is not None:
            self._ended.add(holder.appointment)
        if known is not None:
            self._same.setdefault(known.id, []).append(post)
            if identity.doubt in ("same_name", "several_of_name"):
                self._unsure[known.id] = identity

    def _gone(self, target: str, role: str, holder: Holder, *, empty: bool) -> None:
        name = line_of(holder.person.name)
        seen = self._lately(holder.person.id)
        doubt, facts = ("empty_cell", {}) if empty else ("not_in_table", {})
        if seen is not None:
            doubt, facts = "seen_lately", {"day": _day(seen)}
        spot = self._reading.places.get(target, Spot("", 0)) if empty else Spot("", 0)
        act = {"do": "end", "appointment": holder.appointment}
        one = Difference(
            key=f"end/{holder.appointment}",
            sort=CHANGED if empty else GONE,
            item=role,
            spot=spot,
            target=target,
            where=where_of(self.directory, self._reading, target),
            before=name,
            after="",
            act=act,
            doubt=doubt,
            facts=facts,
        )
        self._found.append(one)

    # -- one person ------------------------------------------------------------------------------------------------

    def _number(self, person: Person, posts: Sequence[Post]) -> None:
        told = {digits(post.phone): post for post in reversed(posts) if digits(post.phone)}
        own = digits(person.phone)
        others = {number: post for number, post in told.items() if number != own}
        for number, post in others.items():
            doubt, facts = "", dict[str, Any]()
            shared = self.people.sharing(number, line_of(person.name))
            if len(told) > 1:
                doubt, facts = "numbers_differ", {"name": line_of(person.name)}
            elif shared:
                doubt, facts = "two_with_number", {"name": shared}
            elif person.id in self._unsure:
                doubt, facts = self._unsure[person.id].doubt, dict(self._unsure[person.id].facts)
            act = {"do": "person", "person": person.id, "words": {"phone": post.phone}}
            item = f"{post.role}_phone"
            self._add(CHANGED, item, post, person.phone, post.phone, act, doubt, facts, column=post.phone_column)

    def _title(self, person: Person, posts: Sequence[Post]) -> None:
        told = [post for post in posts if post.post]
        if not told or any(post.post == line_of(person.post) for post in told):
            return
        act = {"do": "person", "person": person.id, "fields": {"post": told[0].post}}
        item = f"{told[0].role}_post"
        self._add(CHANGED, item, told[0], line_of(person.post), told[0].post, act, column=told[0].post_column)

    # -- all -------------------------------------------------------------------------------------------------------

    def _add(
        self,
        sort: str,
        item: str,
        post: Post,
        before: str,
        after: str,
        act: Mapping[str, Any],
        doubt: str = "",
        facts: Mapping[str, Any] | None = None,
        *,
        column: int | None = None,
    ) -> None:
        spot = post.spot if column is None or column < 0 else Spot(post.spot.sheet, post.spot.row, column)
        needs = post.target if post.target.startswith(NEW_PLACE) else ""
        key = "/".join((act["do"], item, post.target, str(act.get("person", "")), after))
        where = where_of(self.directory, self._reading, post.target)
        one = Difference(
            *(key, sort, item, spot, post.target, where, before, after, act),
            doubt=doubt,
            facts=facts or {},
            needs=needs,
            since=post.since,
        )
        self._found.append(one)

    def _doubted(self, one: Difference) -> Difference:
        """A post for somebody who leads elsewhere already is doubtful: one of the two is perhaps a slip."""
        person = str(one.act.get("person", ""))
        if one.doubt or one.act["do"] != "appoint" or held_as(one.item) not in ("chief", "deputy"):
            return one
        for post in self._leads(person):
            if post.target != one.target:
                where = where_of(self.directory, self._reading, post.target)
                return replace(one, doubt="also_holds", facts={"where": where, "role": held_as(post.role)})
        for other in self._found:
            same = other is not one and other.act.get("person") == person and other.act["do"] == "appoint"
            if same and held_as(other.item) in ("chief", "deputy") and other.target != one.target:
                return replace(one, doubt="also_holds", facts={"where": other.where, "role": held_as(other.item)})
        return one

    def _leads(self, person: str) -> list[Appointment]:
        if person.startswith(NEWCOMER):
            return []
        return [
            post
            for post in self.directory.posts_of(person)
            if held_as(post.role) in ("chief", "deputy")
            and post.target.startswith("place/")
            and post.id not in self._ended
        ]


def where_of(directory: Directory, reading: Reading, target: str) -> str:
    """The name of what a post is at."""
    if target.startswith(NEW_PLACE):
        found = reading.found.get(target)
        return found.name if found is not None else target
    key = target.partition("/")[2]
    place = directory.places.get(key)
    return line_of(place.name) if place is not None else key


def _once(posts: Iterable[Post]) -> list[Post]:
    """The same person told twice at a post is told once."""
    return list({(post.name, digits(post.phone)): post for post in reversed(list(posts))}.values())[::-1]


def _day(instant: int) -> str:
    return f"{local(instant):%Y-%m-%d}"
