"""The acts on the roster: a post changes hands by an end and a beginning, so the history keeps both.

People who sit in the duty room, and communities with their unit and grids, are entered here too: each as one act.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from commandcenter.domain.absence import Absence
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import AmendRecord, ListRecord, Record, RestoreRecord, RetireRecord
from commandcenter.domain.refusal import Refused
from commandcenter.domain.roster import LEADING, Appointment, Directory, Person
from commandcenter.domain.unit import COMMUNITY_ACTION, next_code

DUTY_TITLES = {"clerk": "指挥中心值班员", "leader": "带班领导"}
"""The roles of the duty room that can be entered in the settings, with the title somebody has who was given none."""

DEPUTY_TITLE = "替补"
"""How the title of a deputy ends."""

_LEAST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Somebody who is not in the roster yet."""

    name: str
    phone: str
    post: str


@dataclass(frozen=True, slots=True)
class Office:
    """A post to be given: role, target (a subject), since when (epoch milliseconds), rank among equals, note."""

    role: str
    target: str
    since: int
    rank: int = 0
    note: str = ""


def new_person(key: str, newcomer: Newcomer) -> ListRecord:
    """Enter a person; name and phone are private words."""
    return ListRecord(
        subject=f"person/{key}",
        fields={"post": newcomer.post},
        words={"name": newcomer.name, "phone": newcomer.phone},
    )


def appoint(
    key: str,
    office: Office,
    person: str,
    *,
    newcomer: Newcomer | None = None,
    replaced: str = "",
    reason: str = "",
    now: int | None = None,
    outgrown: Iterable[Appointment] = (),
    title: str = "",
) -> Command:
    """Give a post to somebody: end the old holder's (``replaced``, an appointment) and begin the new one, as one act.

    ``key`` is the id of the new appointment, ``person`` that of the holder, who is entered first when a newcomer. With
    ``now`` (epoch milliseconds) the old post ends on the day on which the new one begins, in the past or in time to come.
    ``outgrown`` are the posts as a deputy that end with it (``outgrown``), ``title`` what the person is called from now on.
    """
    steps: list[Command] = []
    if replaced:
        steps.append(end_post(replaced, office.since if now is not None else None, now, reason))
    for post in outgrown:
        if post.id != replaced:
            steps.append(end_post(post.id, max(office.since, post.since) if now is not None else None, now, reason))
    if newcomer is not None:
        steps.append(new_person(person, newcomer))
    fields: dict[str, Any] = {
        "person": person,
        "role": office.role,
        "target": office.target,
        "rank": office.rank,
        "since": office.since,
    }
    if office.note:
        fields["note"] = office.note
    steps.append(ListRecord(subject=f"appointment/{key}", fields=fields))
    if title:
        steps.append(AmendRecord(subject=f"person/{person}", fields={"post": title}, reason=reason))
    return steps[0] if len(steps) == 1 else Batch(commands=tuple(steps))


def outgrown(posts: Iterable[Appointment], person: str, office: Office) -> tuple[Appointment, ...]:
    """The posts as a deputy that somebody leaves by being given the post they deputise for."""
    if office.role not in LEADING:
        return ()
    return tuple(post for post in posts if (post.person, post.role, post.target) == (person, "deputy", office.target))


def title_outgrown(person: Person) -> str:
    """What somebody is called who is no deputy any more: ``街巷长替补`` → ``街巷长``; empty where the title says no such thing."""
    return person.post.removesuffix(DEPUTY_TITLE) if person.post.endswith(DEPUTY_TITLE) else ""


@dataclass(frozen=True, slots=True)
class Remaining:
    """What somebody who leaves a post still does: the posts still held, the absences in which they stand in."""

    posts: tuple[Appointment, ...] = ()
    absences: tuple[Absence, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.posts or self.absences)


def remaining(directory: Directory, person: str, ended: Iterable[str] = ()) -> Remaining:
    """What somebody still does once the appointments ``ended`` are over; a post that has an end already is none of it."""
    over = set(ended)
    posts = tuple(post for post in directory.posts_of(person) if post.id not in over and post.until is None)
    return Remaining(posts, tuple(one for one in directory.absences if one.substitute == person))


def leave_all(still: Remaining, at: int, now: int, reason: str = "") -> Command:
    """End everything of ``still`` on one day (epoch milliseconds), as one act; nobody stands in then until somebody is named.

    An absence keeps who stands in while that day is to come. A post that began later than that day ends as it began.
    """
    steps: list[Command] = [end_post(post.id, max(at, post.since), now, reason) for post in still.posts]
    if at <= now:
        steps += [
            AmendRecord(subject=f"absence/{one.id}", fields={"substitute": ""}, reason=reason) for one in still.absences
        ]
    return Batch(commands=tuple(steps))


def end_post(appointment: str, at: int | None, now: int | None, reason: str = "") -> Command:
    """End a post: at an instant that was told (epoch milliseconds), or with the act itself.

    An end in time to come is only noted; the post ends by itself then.
    """
    subject = f"appointment/{appointment}"
    if at is not None and now is not None and at > now:
        return AmendRecord(subject=subject, fields={"until": at}, reason=reason)
    return RetireRecord(subject=subject, reason=reason, happened_at=at)


def next_rank(posts: Sequence[Appointment], role: str, target: str) -> int:
    """The rank behind those who hold the same post; 0 where there is one holder only."""
    if role in ("street_chief", "alley_chief", "secretary", "building_keeper", "unit_keeper"):
        return 0
    return max((post.rank for post in posts if post.role == role and post.target == target), default=0) + 1


def amend(standing: Record, fields: dict[str, Any], words: dict[str, Any], reason: str = "") -> AmendRecord | None:
    """Change what differs from how a record stands; None when nothing does."""
    fields = {name: value for name, value in fields.items() if standing.get(name, _empty(value)) != value}
    words = {name: value for name, value in words.items() if standing.words.get(name, "") != value}
    if not fields and not words:
        return None
    return AmendRecord(subject=standing.subject, fields=fields, words=words, reason=reason)


def _empty(value: Any) -> Any:
    return None if value is None else type(value)()


def together(*commands: Command | None) -> Command | None:
    """Several commands as one act; None when there is none."""
    kept = tuple(command for command in commands if command is not None)
    if not kept:
        return None
    return kept[0] if len(kept) == 1 else Batch(commands=kept)


def close_place(place: str, posts: Sequence[Appointment], reason: str) -> Command:
    """Take a place out of use; the posts at it end with it."""
    ends = [RetireRecord(subject=f"appointment/{post.id}", reason=reason) for post in posts]
    return Batch(commands=(*ends, RetireRecord(subject=f"place/{place}", reason=reason)))


# --- the duty room ------------------------------------------------------------------------------------------------


def on_duty(directory: Directory, role: str, newcomer: Newcomer, since: int, keys: tuple[str, str]) -> Command:
    """Make somebody a duty clerk or a leader of the office. One number is one person: who has it already gets the post.

    ``keys`` are ids for a new person and for the post, ``since`` epoch milliseconds. Refuses ``name_missing``,
    ``phone_wrong``, ``phone_taken`` (by somebody of another name), ``role_unknown`` and ``role_held``.
    """
    if role not in DUTY_TITLES:
        raise Refused("role_unknown", role=role)
    if not newcomer.name.strip():
        raise Refused("name_missing")
    digits = _digits(newcomer.phone)
    if len(digits) < _LEAST_DIGITS:
        raise Refused("phone_wrong", phone=newcomer.phone)
    known = next((one for one in directory.people.values() if one.active and _digits(one.phone) == digits), None)
    if known is not None and known.name != newcomer.name.strip():
        raise Refused("phone_taken", phone=newcomer.phone, name=known.name)
    if known is not None and any(post.role == role for post in directory.posts_of(known.id)):
        raise Refused("role_held", name=known.name)
    office = Office(role, OFFICE, since, next_rank(directory.appointments, role, OFFICE))
    if known is not None:
        return appoint(keys[1], office, known.id)
    person = Newcomer(newcomer.name.strip(), newcomer.phone.strip(), newcomer.post.strip() or DUTY_TITLES[role])
    return appoint(keys[1], office, keys[0], newcomer=person)


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)


# --- communities --------------------------------------------------------------------------------------------------


def community_code(places: Iterable[str], units: Iterable[str]) -> str:
    """The next free code of a community: ``A9``. Place and unit carry the same, so that a whistle finds the unit."""
    return next_code({*places, *units}, "community")


def enter_community(
    code: str,
    fields: Mapping[str, Any],
    phone: str,
    places: Mapping[str, Record],
    units: Mapping[str, Record],
) -> Command:
    """Enter a community: the place, its grids, and the unit that a whistle calls for it, as one act.

    ``fields`` are those of the place (name, grids, note). A unit that stands there already under ``code`` is kept.
    Refuses ``name_missing``, ``grid_name_wrong`` and ``grid_taken``.
    """
    fields = {"kind": "community", **fields}
    steps = _grids(code, (), fields.get("grids", ()), places)
    if code not in units:
        steps.append(community_unit(code, str(fields["name"]), phone))
    steps.append(ListRecord(subject=f"place/{code}", fields=fields))
    return Batch(commands=tuple(steps))


def community_unit(code: str, name: str, phone: str) -> ListRecord:
    """Enter the unit of a community: it is the office's own force, and its duty room is called first."""
    contacts = [{"name": "值班室", "post": "社区值班", "phone": phone}] if phone else []
    fields = {
        "name": name,
        "kind": "community",
        "relation": "direct",
        "duty_phone": phone,
        "first_action": COMMUNITY_ACTION,
    }
    return ListRecord(subject=f"unit/{code}", fields=fields, words={"contacts": contacts})


def change_community(
    standing: Record,
    unit: Record | None,
    fields: Mapping[str, Any],
    phone: str,
    places: Mapping[str, Record],
    reason: str = "",
) -> Command | None:
    """Change a community: its place, its grids, and name and number of its unit go together. None when nothing differs.

    A community without a unit (entered by an older program) gets one. Refuses as ``enter_community`` does.
    """
    code = standing.id
    grids = _grids(code, standing.get("grids", ()), fields.get("grids", ()), places, reason)
    called: Command | None = (
        amend(unit, {"name": str(fields["name"]), "duty_phone": phone}, {}, reason)
        if unit is not None
        else community_unit(code, str(fields["name"]), phone)
    )
    return together(*grids, called, amend(standing, dict(fields), {}, reason))


def enter_grid(name: str, community: Record, note: str, places: Mapping[str, Record]) -> Command:
    """Enter one more grid of a community. Refuses ``name_missing``, ``grid_name_wrong`` and ``grid_taken``."""
    if not name.strip():
        raise Refused("name_missing")
    standing = [str(grid) for grid in community.get("grids", ())]
    if name in standing:
        raise Refused("grid_taken", grid=name)
    steps = _grids(community.id, standing, [*standing, name], places)
    if note:
        steps.append(AmendRecord(subject=f"place/{name}", fields={"note": note}))
    steps.append(AmendRecord(subject=community.subject, fields={"grids": [*standing, name]}))
    return Batch(commands=tuple(steps))


def close_community(community: str, directory: Directory, unit: Record | None, reason: str) -> Command:
    """Take a community out of use: posts, grids and unit go with it. Whoever asks has made sure that no street lies there."""
    posts = [post for post in directory.appointments if post.target == f"unit/{community}"]
    steps = [RetireRecord(subject=f"appointment/{post.id}", reason=reason) for post in posts]
    grids = [place for place in directory.places.values() if place.kind == "grid" and place.community == community]
    steps += [RetireRecord(subject=f"place/{grid.id}", reason=reason) for grid in grids if grid.active]
    if unit is not None and unit.active:
        steps.append(RetireRecord(subject=unit.subject, reason=reason))
    return Batch(commands=(*steps, RetireRecord(subject=f"place/{community}", reason=reason)))


def _grids(
    community: str,
    before: Iterable[str],
    after: Iterable[str],
    places: Mapping[str, Record],
    reason: str = "",
) -> list[Command]:
    """The acts that make the grids of a community those of ``after``: a grid's name is its id."""
    standing, wanted = list(map(str, before)), list(map(str, after))
    if len(set(wanted)) < len(wanted):
        raise Refused("grid_taken", grid=next(grid for grid in wanted if wanted.count(grid) > 1))
    steps: list[Command] = []
    for grid in wanted:
        record = places.get(grid)
        if grid in standing and record is not None and record.active:
            continue
        if "/" in grid or any(letter.isspace() for letter in grid):
            raise Refused("grid_name_wrong", grid=grid)
        if record is None:
            fields = {"name": grid, "kind": "grid", "community": community}
            steps.append(ListRecord(subject=f"place/{grid}", fields=fields))
        elif record.active or record.get("kind") != "grid" or record.get("community") != community:
            raise Refused("grid_taken", grid=grid)
        else:
            steps.append(RestoreRecord(subject=f"place/{grid}", reason=reason))
    for grid in standing:
        record = places.get(grid)
        if grid not in wanted and record is not None and record.active:
            steps.append(RetireRecord(subject=f"place/{grid}", reason=reason))
    return steps
