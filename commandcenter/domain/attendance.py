"""Who came: the weekend clean-up (周末卫生日), the double report-in (双报到), chiefs and enforcement on the ground, by sheet.

The four forms of report-in: domain.md 3-19. Names lie in the private part; hours and units can be summed up without them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from commandcenter.domain.command import Command, Decision, Draft, World, required
from commandcenter.domain.deadline import Raised
from commandcenter.domain.event import REAL, EventId, Fact, Mode
from commandcenter.domain.matter import Step, folding, irregular
from commandcenter.domain.matter_acts import MatterCommand
from commandcenter.domain.refusal import Refused
from commandcenter.domain.value import replace, whole

FORMS = ("enforcement", "chief", "double_report", "clean_up")
"""执法力量报到, 干部任街巷长, 双报到, 周末卫生日."""

LONGEST_MINUTES = 24 * 60
MOST_LINES = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One person on the sheet. ``minutes`` None is unknown, never nothing; ``unit`` is where they come from, in words."""

    id: str
    name: str = ""
    unit: str = ""
    minutes: int | None = None
    member: bool = False


@dataclass(frozen=True, slots=True)
class Attendance:
    """The folded state of one occasion. ``day`` is an ISO day."""

    subject: str = ""
    known: bool = False
    number: str = ""
    mode: Mode = REAL
    stage: str = ""
    opened_at: int = 0
    closed_at: int | None = None
    form: str = "clean_up"
    day: str = ""
    community: str = ""
    place: str = ""
    title: str = ""
    lines: tuple[Line, ...] = ()
    raised: Mapping[str, Raised] = field(default_factory=dict)
    irregular: tuple[tuple[EventId, str], ...] = ()

    @property
    def id(self) -> str:
        """The id of the occasion."""
        return self.subject.partition("/")[2]

    @property
    def parent(self) -> str:
        """The month it lies in (202607), by which it is asked for."""
        return self.day[:7].replace("-", "")

    @property
    def minutes(self) -> int:
        """The minutes of all who told them."""
        return sum(line.minutes or 0 for line in self.lines)

    @property
    def untold(self) -> int:
        """How many told no hours."""
        return sum(line.minutes is None for line in self.lines)

    @property
    def members(self) -> int:
        """How many are party members."""
        return sum(line.member for line in self.lines)


# --- folding ----------------------------------------------------------------------------------------------------------
def _amended(state: Attendance, fact: Fact) -> Attendance:
    body = fact.body
    changes: dict[str, Any] = {
        name: body[name] for name in ("day", "community", "place") if isinstance(body.get(name), str)
    }
    if body.get("form") in FORMS:
        changes["form"] = body["form"]
    if isinstance((fact.private or {}).get("title"), str):
        changes["title"] = fact.words("title")
    return replace(state, **changes)


def _opened(state: Attendance, fact: Fact) -> Attendance:
    if state.known:
        return irregular(state, fact, "opened_twice")
    return _amended(replace(state, known=True, stage=state.stage or "open", opened_at=fact.happened_at), fact)


def _entered(state: Attendance, fact: Fact) -> Attendance:
    told, words = fact.body.get("lines"), (fact.private or {}).get("lines")
    lines = {line.id: line for line in state.lines}
    for place, row in enumerate(told if isinstance(told, list | tuple) else ()):
        if not isinstance(row, Mapping) or not isinstance(row.get("id"), str):
            continue
        said = words[place] if isinstance(words, list | tuple) and place < len(words) else {}
        said = said if isinstance(said, Mapping) else {}
        minutes = whole(row.get("minutes"))
        before = lines.get(row["id"], Line(row["id"]))
        lines[row["id"]] = Line(
            row["id"],
            str(said.get("name", before.name)),
            str(said.get("unit", before.unit)),
            minutes if minutes is not None and 0 <= minutes <= LONGEST_MINUTES else None,
            row.get("member") is True,
        )
    return replace(state, lines=tuple(lines.values()))


def _struck(state: Attendance, fact: Fact) -> Attendance:
    return replace(state, lines=tuple(line for line in state.lines if line.id != fact.body.get("line")))


def _closed(state: Attendance, fact: Fact) -> Attendance:
    return replace(state, stage="closed", closed_at=fact.happened_at)


_STEPS: Mapping[str, Step[Attendance]] = {
    "amended": _amended,
    "entered": _entered,
    "struck": _struck,
    "closed": _closed,
}

apply = folding(_opened, _STEPS)
"""The fold. A step out of order is kept and marked."""


# --- acts -------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Attended:
    """A line as a sheet tells it."""

    name: str
    unit: str = ""
    minutes: int | None = None
    member: bool = False


def _checked(form: str, day: str) -> None:
    if form not in FORMS:
        raise Refused("attendance_form_unknown")
    try:
        date.fromisoformat(day)
    except ValueError:
        raise Refused("not_a_date", text=day) from None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAttendance(Command):
    """An occasion people come to. The report carries ``attendance``.

    Refuses ``title_missing``, ``attendance_form_unknown``, ``not_a_date``, ``already_there``.
    """

    title: str
    day: str
    form: str = "clean_up"
    community: str = ""
    place: str = ""
    attendance: str = ""

    def decide(self, world: World) -> Decision:
        _checked(self.form, self.day)
        key = self.attendance or world.new_id()
        if world.state(f"attendance/{key}").known:
            raise Refused("already_there", subject=f"attendance/{key}")
        body = {"form": self.form, "day": self.day}
        body |= {name: value for name in ("community", "place") if (value := getattr(self, name))}
        draft = Draft(
            subject=f"attendance/{key}",
            kind="attendance.opened",
            body=body,
            private={"title": required(self.title, "title_missing")},
            happened_at=self.when(world),
        )
        return Decision([draft], {"attendance": key})


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceCommand(MatterCommand):
    """An act on an occasion. All refuse ``attendance_unknown``, ``attendance_closed`` and ``before_opening``."""

    attendance: str

    def state(self, world: World) -> Attendance:
        """The occasion, still open."""
        state = world.state(f"attendance/{self.attendance}")
        if not isinstance(state, Attendance) or not state.known:
            raise Refused("attendance_unknown")
        if state.stage == "closed":
            raise Refused("attendance_closed")
        return state


@dataclass(frozen=True, slots=True, kw_only=True)
class EnterAttendance(AttendanceCommand):
    """Lines of a sheet, or one by hand. Who stands there already, by name and unit, is brought to what the sheet tells.

    The report counts ``added``, ``changed`` and ``same``. Refuses ``name_missing``, ``attendance_hours``, ``attendance_too_many``.
    """

    lines: tuple[Attended, ...]

    def decide(self, world: World) -> Decision:
        state = self.state(world)
        standing = {(line.name, line.unit): line for line in state.lines}
        body: list[dict[str, Any]] = []
        words: list[dict[str, str]] = []
        counts = {"added": 0, "changed": 0, "same": 0}
        for told in self.lines:
            name, unit = required(told.name, "name_missing"), told.unit.strip()
            if told.minutes is not None and not 0 <= told.minutes <= LONGEST_MINUTES:
                raise Refused("attendance_hours")
            before = standing.get((name, unit))
            if before is not None and (before.minutes, before.member) == (told.minutes, told.member):
                counts["same"] += 1
                continue
            counts["changed" if before is not None else "added"] += 1
            key = before.id if before is not None else world.new_id()
            standing[name, unit] = Line(key, name, unit, told.minutes, told.member)
            row: dict[str, Any] = {"id": key}
            row |= {"minutes": told.minutes} if told.minutes is not None else {}
            row |= {"member": True} if told.member else {}
            body.append(row)
            words.append({"name": name, "unit": unit})
        if len(standing) > MOST_LINES:
            raise Refused("attendance_too_many", most=MOST_LINES)
        drafts = [self._entered(world, state, body, words)] if body else []
        return Decision(drafts, counts)

    def _entered(
        self, world: World, state: Attendance, body: Sequence[Mapping[str, Any]], words: Sequence[Mapping[str, str]]
    ) -> Draft:
        draft = self.draft(world, state, "entered", {"lines": list(body)})
        return Draft(
            subject=draft.subject,
            kind=draft.kind,
            body=draft.body,
            private={"lines": list(words)},
            mode=draft.mode,
            happened_at=draft.happened_at,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class StrikeAttendance(AttendanceCommand):
    """Take a line off, with a reason. Refuses ``line_unknown``, ``reason_needed``."""

    line: str

    def decide(self, world: World) -> Sequence[Draft]:
        state = self.state(world)
        if all(line.id != self.line for line in state.lines):
            raise Refused("line_unknown")
        required(self.words, "reason_needed")
        return [self.draft(world, state, "struck", {"line": self.line})]


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAttendance(AttendanceCommand):
    """The sheet is complete."""

    def decide(self, world: World) -> Sequence[Draft]:
        return [self.draft(world, self.state(world), "closed")]
