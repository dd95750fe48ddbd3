"""Rows of the shift plan: the days of a month with who stands, the posts of the rotation, everybody's share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from commandcenter.domain.calendar import Calendar
from commandcenter.domain.clock import local_date
from commandcenter.domain.duty import WEARING, Shift
from commandcenter.domain.fatigue import Limits, strains
from commandcenter.domain.rota import Post, Rota, Team
from commandcenter.ui import when
from commandcenter.ui.watch_words import strain_words
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate
Names = Callable[[str], str]
Away = Callable[[str, Shift], bool]
"""Whether a person is on leave and cannot stand a shift."""


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day of the month. ``key`` is its ISO date, ``shift`` the id of the shift, empty where none is planned.

    ``mark`` says how it came to be (``stood``: who stands in for whom), ``warn`` what wears somebody on or is missing; ``away``:
    somebody on it is on leave, and it lies ahead.
    """

    key: str
    shift: str
    head: str
    kind: str
    note: str
    leader: str
    clerks: str
    squad: str
    calls: str
    mark: str
    warn: str = ""
    now: bool = False
    past: bool = False
    away: bool = False
    stood: bool = False

    @property
    def words(self) -> str:
        """What is spoken of it."""
        return f"{self.head} {self.note} {self.leader} {self.clerks} {self.squad} {self.mark} {self.warn}"


@dataclass(frozen=True, slots=True)
class PostRow:
    """A post of the rotation: its place in the list, what it is, who takes turns, which days have a cycle of their own."""

    key: str
    place: int
    role: str
    unit: str
    cycle: str
    own: str

    @property
    def words(self) -> str:
        """What is spoken of it."""
        return f"{self.role} {self.unit} {self.cycle} {self.own}"


@dataclass(frozen=True, slots=True)
class ShareRow:
    """Somebody's shifts: of the month, and of the year by the sorts of days. ``uneven``: more than one from the others."""

    key: str
    name: str
    role: str
    month: int
    work: int
    weekend: int
    holiday: int
    uneven: bool = False

    @property
    def year(self) -> int:
        """All of the year."""
        return self.work + self.weekend + self.holiday

    @property
    def words(self) -> str:
        """What is spoken of it."""
        return f"{self.role} {self.month} {self.work} {self.weekend} {self.holiday} {self.year}"


def month_days(first: date) -> list[date]:
    """The days of a month that begins on ``first``."""
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return [first + timedelta(days=place) for place in range((following - first).days)]


def day_rows(
    days: Sequence[date],
    shifts: Mapping[date, tuple[str, Shift]],
    around: Iterable[Shift],
    calendar: Calendar,
    limits: Limits,
    names: Names,
    on: str,
    today: date,
    away: Away,
) -> list[DayRow]:
    """The rows of a month. ``around`` are the shifts of the weeks beside it too, for the limits of fatigue; ``on`` is the id of
    the shift that is on.
    """
    turns: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for shift in around:
        for line in shift.of(*WEARING):
            turns[line.person].append((shift.starts_at, shift.ends_at))
    rows = []
    for day in days:
        key, found = shifts.get(day, ("", Shift()))
        kind = calendar.kind(day)
        gone = [names(line.person) for line in found.people if away(line.person, found)]
        rows.append(
            DayRow(
                day.isoformat(),
                key,
                f"{day.day} {when.weekday(day.weekday())}",
                kind,
                calendar.names.get(day, ""),
                _named(found, "leader", names),
                _named(found, "clerk", names),
                _squads(found, names),
                str(len(found.of("community")) or ""),
                _mark(found, names),
                _warned(found, turns, limits, names, gone) if found.known else _gap(day, today),
                bool(key) and key == on,
                day < today,
                bool(gone) and day >= today,
                any(line.instead_of for line in found.people),
            )
        )
    return rows


def _named(shift: Shift, role: str, names: Names) -> str:
    return "、".join(names(line.person) for line in shift.of(role))


def _squads(shift: Shift, names: Names) -> str:
    return "、".join(line.group or names(line.person) for line in shift.of("squad"))


def _mark(shift: Shift, names: Names) -> str:
    if not shift.known:
        return ""
    words = translate("RotaModel", "{by} stands in for {name}")
    stood = [
        words.format(by=names(line.person), name=names(line.instead_of)) for line in shift.people if line.instead_of
    ]
    if stood:
        return "、".join(stood)
    return translate("RotaModel", "by hand") if shift.life.by_hand else translate("RotaModel", "by rotation")


def _gap(day: date, today: date) -> str:
    return translate("RotaModel", "not planned") if day >= today else ""


def _warned(
    shift: Shift, turns: Mapping[str, list[tuple[int, int]]], limits: Limits, names: Names, gone: Sequence[str]
) -> str:
    if gone:
        return translate("RotaModel", "on leave: {names}").format(names="、".join(gone))
    for line in shift.of(*WEARING):
        for one in strains(turns[line.person], shift.starts_at, shift.ends_at, limits):
            return f"{names(line.person)} {strain_words(one.key, one.value, one.limit)}"
    return ""


def post_rows(rota: Rota, names: Names, unit_name: Names) -> list[PostRow]:
    """The posts of the rotation in their order."""
    rows = []
    for place, post in enumerate(rota.posts):
        own = "；".join(f"{_day(kind)}: {teams_text(teams, names)}" for kind, teams in post.own.items())
        unit = unit_name(post.unit) if post.unit else ""
        rows.append(PostRow(str(place), place, word(ROLES, post.role), unit, teams_text(post.cycle, names), own))
    return rows


def _day(kind: str) -> str:
    from commandcenter.ui.watch_words import day_word

    return day_word(kind)


def team_text(team: Team, names: Names) -> str:
    """A turn as it is written: ``一组：甲、乙``."""
    people = "、".join(names(person) for person in team.people)
    return f"{team.name}：{people}" if team.name else people


def teams_text(teams: Sequence[Team], names: Names) -> str:
    """The turns of a cycle in one line."""
    return " → ".join(team_text(team, names) for team in teams)


def share_rows(
    rota: Rota, month: Iterable[Shift], year: Iterable[Shift], calendar: Calendar, names: Names
) -> list[ShareRow]:
    """Everybody's share, by role; who turns in the rotation stands there also with none."""
    counts: Counter[tuple[str, str, str]] = Counter()
    months: Counter[tuple[str, str]] = Counter()
    people: dict[tuple[str, str], None] = {}
    for post in rota.posts:
        for team in post.cycle if post.role in WEARING else ():
            people |= dict.fromkeys((post.role, person) for person in team.people)
    for shift in year:
        kind = calendar.kind(local_date(shift.starts_at))
        for line in shift.of(*WEARING):
            counts[line.role, line.person, kind] += 1
            people[line.role, line.person] = None
    for shift in month:
        for line in shift.of(*WEARING):
            months[line.role, line.person] += 1
    least: dict[str, int] = {}
    for role, person in people:
        least[role] = min(least.get(role, 1 << 30), counts[role, person, "holiday"])
    rows = [
        ShareRow(
            f"{role}:{person}",
            names(person),
            word(ROLES, role),
            months[role, person],
            counts[role, person, "work"],
            counts[role, person, "weekend"],
            counts[role, person, "holiday"],
            counts[role, person, "holiday"] > least[role] + 1,
        )
        for role, person in people
    ]
    order = {word(ROLES, role): place for place, role in enumerate(WEARING)}
    return sorted(rows, key=lambda row: (order[row.role], -row.year, row.name))


def lines_of(post: Post, names: Names) -> str:
    """The cycle of a post as it is edited: a turn a line."""
    return "\n".join(team_text(team, names) for team in post.cycle)
