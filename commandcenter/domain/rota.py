"""Rotation: who stands the watch on which day, out of cycles and the official calendar. The same on every desk.

Each post (leader, clerks, squad, a community's duty) has a cycle of teams. Public holidays, and weekends where the office
wants it, are counted apart, so that they fall evenly: in each sort of days everybody has had a turn before anybody has the
next. Within a round the order of the cycle holds, unless somebody would stand two days running. Source: domain.md 4.1
(the leader changes daily among the deputies, two clerks, 24 hours, hand-over 08:30), 2.12.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from commandcenter.domain.absence import Absence
from commandcenter.domain.calendar import DAY_KINDS, Calendar
from commandcenter.domain.clock import MINUTE, at_local
from commandcenter.domain.duty import ROLES, WEARING
from commandcenter.domain.record import Record, demands
from commandcenter.domain.refusal import Refused

MAIN = "main"
"""The id of the office's rotation."""
APART = DAY_KINDS[1:]
"""The sorts of days that may be counted apart."""
MOST_DAYS = 400
"""So many days are planned at once at the most."""
NEAR = 7
"""So many days before and after are looked at for who stands least."""
LOOK_BACK = 35
"""So many days back turns may change places so that nobody stands two days running."""


@dataclass(frozen=True, slots=True)
class Team:
    """Who stands together: person ids, and a name (一组) where the team has one."""

    people: tuple[str, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """One post of the watch: role, unit (a community), its cycle, and own cycles for weekends or holidays."""

    role: str
    cycle: tuple[Team, ...]
    unit: str = ""
    own: Mapping[str, tuple[Team, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rota:
    """The rotation: since when, the hand-over in minutes after midnight, the posts, which days are counted apart."""

    since: date = date.min
    hour: int = 0
    posts: tuple[Post, ...] = ()
    apart: tuple[str, ...] = ()
    known: bool = False


def rota_of(rec: Record) -> Rota:
    """The rotation in a record; one that is not ``known`` where the record holds none."""
    try:
        return _read(rec.fields) if rec.active else Rota()
    except Refused:
        return Rota()


def shift_id(day: date) -> str:
    """The id of the shift that begins on a day: every desk gives it the same."""
    return f"{day:%Y%m%d}"


def hours_of(rota: Rota, day: date) -> tuple[int, int]:
    """From when to when the shift of a day runs (epoch milliseconds)."""
    hour, minute = divmod(rota.hour, 60)
    return at_local(day, hour, minute), at_local(day + timedelta(days=1), hour, minute)


def turns(rota: Rota, calendar: Calendar, first: date, last: date) -> dict[date, list[dict[str, str]]]:
    """Who stands on each day from ``first`` to ``last`` (both included), as lines of a shift.

    Days before the rotation began are left out. What a day gets hangs on nothing that lies more than ``LOOK_BACK`` days after it.
    """
    first = max(first, rota.since)
    if not rota.known or last < first:
        return {}
    count = (last - rota.since).days + 1 + LOOK_BACK
    days = [rota.since + timedelta(days=place) for place in range(count)]
    kinds = [calendar.kind(day) for day in days]
    wanted = range((first - rota.since).days, (last - rota.since).days + 1)
    found: dict[date, list[dict[str, str]]] = {days[place]: [] for place in wanted}
    for post in rota.posts:
        teams = order_of(post, kinds, rota.apart)
        for place in wanted:
            found[days[place]] += _lines(post, teams[place])
    return found


Gone = Callable[[str, date], str | None]
"""Of a person and a day: None when they can stand the shift, else the id of who is named to stand in (may be empty)."""


def gone_by(rota: Rota, absences: Iterable[Absence]) -> Gone:
    """Who cannot stand which day's shift, by the absences on record."""
    known: dict[str, list[Absence]] = defaultdict(list)
    for one in absences:
        known[one.person].append(one)

    def gone(person: str, day: date) -> str | None:
        hours = hours_of(rota, day) if person in known else (0, 0)
        return next((one.substitute for one in known.get(person, ()) if one.misses(*hours)), None)

    return gone


def without_absent(
    rota: Rota, stands: Mapping[date, Sequence[Mapping[str, str]]], gone: Gone, before: Collection[str] = ()
) -> dict[date, list[dict[str, str]]]:
    """The turns with everybody who is away passed over; the rotation of all the others goes on as it is.

    In their place stands who is named by the absence, else who of the post's cycle stands least in the days around: somebody who is
    there, is not on the shift already, and (where one can be found) does not sit there the day before or after. The line tells
    ``instead_of``. Where nobody is left it stays as it was. ``before`` are those who sat there on the day before the first.
    """
    days = sorted(stands)
    found: dict[date, list[dict[str, str]]] = {}
    sat = set(before)
    for day in days:
        after = _sitting(stands.get(day + timedelta(days=1), ()))
        lines = [dict(line) for line in stands[day]]
        away = [line for line in lines if gone(line["person"], day) is not None]
        there = {line["person"] for line in lines if line not in away}
        for line in away:
            person = line["person"]
            order = [gone(person, day) or "", *_following(rota, line, person)]
            free = [one for one in order if one and one != person and one not in there and gone(one, day) is None]
            near = _near(day, found, stands)
            free.sort(key=lambda one: (one != order[0], near[one]))
            rested = [one for one in free if line["role"] not in WEARING or one not in sat | after]
            by = next(iter(rested or free), "")
            if by:
                line |= {"person": by, "instead_of": person}
            there.add(line["person"])
        found[day] = lines
        sat = _sitting(lines)
    return found


def _near(
    day: date, found: Mapping[date, Sequence[Mapping[str, str]]], stands: Mapping[date, Sequence[Mapping[str, str]]]
) -> Counter[str]:
    """How often everybody stands in the days around a day: as settled before it, as planned behind it."""
    days = [day + timedelta(days=by) for by in range(-NEAR, NEAR + 1) if by]
    return Counter(line["person"] for one in days for line in found.get(one, stands.get(one, ())))


def _sitting(lines: Iterable[Mapping[str, str]]) -> set[str]:
    return {line["person"] for line in lines if line["role"] in WEARING}


def _following(rota: Rota, line: Mapping[str, str], person: str) -> list[str]:
    """Who takes turns at the post of a line, beginning behind a person."""
    cycles = [
        [one for team in teams for one in team.people]
        for post in rota.posts
        if (post.role, post.unit) == (line["role"], line.get("unit", ""))
        for teams in (post.cycle, *post.own.values())
    ]
    cycles.sort(key=lambda people: person not in people)
    order: list[str] = []
    for people in cycles:
        place = people.index(person) + 1 if person in people else 0
        order += [*people[place:], *people[:place]]
    return list(dict.fromkeys(order))


def _lines(post: Post, team: Team) -> Iterator[dict[str, str]]:
    for person in team.people:
        told = {"person": person, "role": post.role, "unit": post.unit, "group": team.name}
        yield {name: value for name, value in told.items() if value}


def order_of(post: Post, kinds: Sequence[str], apart: Sequence[str]) -> list[Team]:
    """The team of each day, by the sorts of the days.

    In each sort that is counted apart (and in all the others together) a round gives every team one turn. Nobody stands
    two days running where two turns of the last weeks' rounds can change places.
    """
    if len(post.cycle) == 1 and not post.own:
        return [post.cycle[0]] * len(kinds)
    if not post.own and not set(apart).intersection(kinds):
        return [post.cycle[place % len(post.cycle)] for place in range(len(kinds))]
    tracks = [kind if kind in post.own or kind in apart else "" for kind in kinds]
    return _Order({track: post.own.get(track, post.cycle) for track in set(tracks)}, tracks).run()


class _Order:
    """The order of the teams over several counts: straight on, and where it comes to a double, two turns change places."""

    def __init__(self, teams: Mapping[str, tuple[Team, ...]], tracks: Sequence[str]) -> None:
        self._teams = teams
        self._tracks = tracks
        self._stand: list[Team] = []
        self._rounds: list[tuple[str, int]] = []
        self._left: dict[str, list[Team]] = {track: [] for track in teams}
        self._round: dict[str, int] = dict.fromkeys(teams, 0)

    def run(self) -> list[Team]:
        """The team of every day."""
        for track in self._tracks:
            if not self._left[track]:
                self._left[track] = list(self._teams[track])
                self._round[track] += 1
            before = self._stand[-1] if self._stand else Team(())
            team = next((one for one in self._left[track] if not _meet(one, before)), self._left[track][0])
            self._left[track].remove(team)
            self._stand.append(team)
            self._rounds.append((track, self._round[track]))
            if _meet(team, before):
                self._change_places(len(self._stand) - 1)
        return self._stand

    def _change_places(self, day: int) -> None:
        """Let the team of ``day``, or of the day before, change with one that stood in the same round not long ago."""
        for moved in (day, day - 1):
            for other in range(moved - 1, max(-1, day - LOOK_BACK), -1):
                if self._rounds[other] == self._rounds[moved] and self._fits(moved, other):
                    return

    def _fits(self, day: int, other: int) -> bool:
        """Change the teams of two days; back again when somebody would stand two days running. Whether it stays."""
        stand = self._stand
        stand[day], stand[other] = stand[other], stand[day]
        near = {place for at in (day, other) for place in (at, at + 1) if 0 < place < len(stand)}
        if any(_meet(stand[place - 1], stand[place]) for place in near):
            stand[day], stand[other] = stand[other], stand[day]
            return False
        return True


def _meet(team: Team, other: Team) -> bool:
    """Whether somebody is in both."""
    return not set(team.people).isdisjoint(other.people)


# --- checks -------------------------------------------------------------------------------------------------------


def _teams(told: Any) -> tuple[Team, ...]:
    found = []
    for team in told if isinstance(told, list | tuple) else ():
        people = team.get("people") if isinstance(team, Mapping) else None
        if (
            not isinstance(people, list | tuple)
            or not people
            or not all(isinstance(one, str) and one for one in people)
        ):
            raise Refused("rota_team_empty")
        if len(set(people)) < len(people):
            raise Refused("shift_person_twice")
        name = team.get("name", "")
        found.append(Team(tuple(people), name if isinstance(name, str) else ""))
    return tuple(found)


def _post(told: Any) -> Post:
    if not isinstance(told, Mapping) or told.get("role") not in ROLES:
        raise Refused("rota_role_unknown")
    cycle = _teams(told.get("cycle"))
    if not cycle:
        raise Refused("rota_cycle_empty")
    own = told.get("own") or {}
    if not isinstance(own, Mapping) or not set(own) <= set(APART):
        raise Refused("rota_days_unknown")
    unit = told.get("unit", "")
    cycles = {kind: teams for kind, line in own.items() if (teams := _teams(line))}
    return Post(str(told["role"]), cycle, unit if isinstance(unit, str) else "", cycles)


def _read(fields: Mapping[str, Any]) -> Rota:
    try:
        since = date.fromisoformat(str(fields.get("since")))
    except ValueError:
        raise Refused("not_a_date", text=str(fields.get("since"))) from None
    if not 1970 <= since.year <= 2199:
        raise Refused("not_a_date", text=str(since))
    hour = fields.get("hour")
    if type(hour) is not int or not 0 <= hour * MINUTE < 24 * 60 * MINUTE:
        raise Refused("rota_hour_wrong")
    lines = fields.get("posts")
    posts = tuple(_post(line) for line in lines) if isinstance(lines, list | tuple) else ()
    if not posts:
        raise Refused("rota_empty")
    apart = fields.get("apart", ())
    if not isinstance(apart, list | tuple) or not set(map(str, apart)) <= set(APART):
        raise Refused("rota_days_unknown")
    for place, post in enumerate(posts):
        for other in posts[place + 1 :]:
            if (post.role, post.unit) == (other.role, other.unit) and _shared(post, other):
                raise Refused("rota_person_in_two_cycles", role=post.role)
    kinds = tuple(kind for kind in APART if kind in apart)
    return Rota(since, hour, posts, kinds, True)


@demands("rota")
def _check(fields: Mapping[str, Any]) -> None:
    _read(fields)


def _shared(post: Post, other: Post) -> bool:
    """Whether somebody stands in the cycles of two posts of one role: then they could stand on a shift twice."""

    def everybody(one: Post) -> set[str]:
        return {person for teams in (one.cycle, *one.own.values()) for team in teams for person in team.people}

    return bool(everybody(post) & everybody(other))
