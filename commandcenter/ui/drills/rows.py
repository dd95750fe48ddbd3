"""The rows of the room where drills are designed: drills and scenarios, what is due, aims, roles, checks, lessons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.drill import ROLES, DrillPlan
from commandcenter.domain.drill_check import Check
from commandcenter.domain.drill_law import STREET, VENUE, DrillDuty, Held
from commandcenter.domain.record import Record
from commandcenter.journal.reading.drill_plans import Lesson
from commandcenter.ui import when
from commandcenter.ui.drills import model
from commandcenter.ui.words import DRILL_ROLES, listed, word

translate = QCoreApplication.translate

UNSAVED = "unsaved"


@dataclass(frozen=True, slots=True)
class DrillRow:
    """A drill, a scenario, or (without an id) the heading of a group. ``unsaved`` waits to be saved."""

    id: str
    name: str
    code: str = ""
    plan: str = ""
    status: str = ""
    injects: int = 0
    day: str = ""
    unsaved: bool = False
    active: bool = True

    @property
    def heading(self) -> bool:
        """Whether it only heads a group."""
        return not self.id


def drill_rows(
    records: Mapping[str, Record], reference: Reference, held: Iterable[Held], unsaved: Iterable[str]
) -> list[DrillRow]:
    """Designed drills, the newest first, then the library of scenarios, then what is out of use."""
    done, waiting = {one.drill for one in held}, set(unsaved)
    plans = [reference.drill_of(record) for record in records.values()]
    names = {plan.id: plan.name for plan in reference.plans}
    groups: list[tuple[str, list[DrillPlan]]] = [
        (
            translate("Drills", "Drills"),
            sorted((one for one in plans if one.active and one.designed), key=_number, reverse=True),
        ),
        (
            translate("Drills", "Library of scenarios"),
            sorted((one for one in plans if one.active and not one.designed), key=_id),
        ),
        (translate("Drills", "Out of use"), sorted((one for one in plans if not one.active), key=_id)),
    ]
    rows = []
    for heading, members in groups:
        if members:
            rows.append(DrillRow("", f"{heading} {len(members)}"))
        for one in members:
            rows.append(
                DrillRow(
                    one.id,
                    one.name,
                    one.number or one.id,
                    names.get(one.plan, ""),
                    one.status(held=one.id in done),
                    len(one.injects),
                    when.day(one.scheduled_at) if one.scheduled_at is not None else "",
                    one.id in waiting,
                    one.active,
                )
            )
    return rows


def _number(plan: DrillPlan) -> str:
    return plan.number


def _id(plan: DrillPlan) -> str:
    return plan.id


def drill_key(row: DrillRow) -> str:
    """The key of a row; headings go by their words."""
    return row.id or row.name.partition(" ")[0]


def drill_spoken(row: DrillRow) -> str:
    """What a screen reader says of a drill."""
    return " ".join(part for part in (row.name, row.code, row.status, row.plan, row.day) if part)


# --- the calendar of the law ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class DueRow:
    """A drill that is owed: what for, by which rule, since when, until when, how it stands."""

    key: str
    rule: str
    target: str
    name: str
    rule_name: str
    last: str
    due: str
    left: str
    state: str
    share: float
    source: str
    counted: str


def due_rows(duties: Sequence[DrillDuty], reference: Reference, today: date) -> list[DueRow]:
    """The duties as rows, with the words of their rules and the source of each."""
    names = {plan.id: plan.name for plan in reference.plans}
    places = reference.directory.places
    rows = []
    for duty in duties:
        limit = reference.limits[duty.rule]
        if duty.rule == STREET:
            name = translate("Drills", "The office: any work-safety plan")
        elif duty.rule == VENUE:
            name = places[duty.target].name if duty.target in places else duty.target
        else:
            name = names.get(duty.target, duty.target)
        left = duty.days_left(today)
        share = 1.0
        if duty.last is not None and duty.due is not None and duty.due > duty.last:
            share = max(0.0, min(1.0, (today - duty.last).days / (duty.due - duty.last).days))
        rows.append(
            DueRow(
                f"{duty.rule}/{duty.target}",
                duty.rule,
                duty.target,
                name,
                str(limit.get("name", duty.rule)),
                duty.last.isoformat() if duty.last else when.UNKNOWN,
                duty.due.isoformat() if duty.due else when.UNKNOWN,
                left_words(left),
                duty.state(today),
                share,
                source_words(limit),
                translate("Drills", "counted: a drill held here") if duty.held else "",
            )
        )
    return rows


def left_words(days: int | None) -> str:
    """How many days are left, or since when it is over."""
    if days is None:
        return translate("Drills", "no drill known")
    if days < 0:
        return translate("Drills", "over by {n} days").format(n=-days)
    return translate("Drills", "{n} days left").format(n=days)


def source_words(limit: Record) -> str:
    """The interval, its source and what is said about it."""
    value = translate("Drills", "every {n} months").format(n=f"{limit.get('value'):g}")
    if limit.get("unit") != "month":
        value = f"{limit.get('value'):g} {limit.get('unit')}"
    return listed((value, str(limit.get("source", "")), str(limit.get("note", ""))))


def due_key(row: DueRow) -> str:
    """The key of a duty."""
    return row.key


def due_spoken(row: DueRow) -> str:
    """What a screen reader says of a duty."""
    return f"{row.name} {row.rule_name} {row.due} {row.left}"


# --- the panels of one drill ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a small list: a lead, words, and a fact at the right. ``tone``: plain, good, warn. ``icon`` stands first."""

    key: str
    lead: str
    words: str
    fact: str = ""
    tone: str = "plain"
    icon: str = ""


def line_key(row: Line) -> str:
    """The key of a line."""
    return row.key


def line_spoken(row: Line) -> str:
    """What a screen reader says of a line."""
    return " ".join(part for part in (row.lead, row.words, row.fact) if part)


def aim_lines(plan: DrillPlan) -> list[Line]:
    """The aims, each with the injects that test it."""
    found = []
    for place, aim in enumerate(plan.aims, start=1):
        numbers = model.numbers_of(plan, aim.id)
        fact = (
            translate("Drills", "inject {n}").format(n=numbers) if numbers else translate("Drills", "nothing tests it")
        )
        found.append(
            Line(aim.id, str(place), aim.words, fact, "plain" if numbers else "warn", "history" if aim.origin else "")
        )
    return found


def lesson_lines(plan: DrillPlan, lessons: Sequence[Lesson], today: date) -> list[Line]:
    """Corrections of former drills and incidents of the plan that are open and not yet an aim of this drill."""
    adopted = {aim.origin for aim in plan.aims}
    return [
        Line(
            one.origin,
            "",
            one.words,
            listed((one.number, one.owner, one.due_on)),
            "warn" if one.due_on < today.isoformat() else "plain",
            "history",
        )
        for one in lessons
        if one.origin not in adopted
    ]


def role_lines(plan: DrillPlan) -> list[Line]:
    """The seven roles with who plays them."""
    found = []
    for role in ROLES:
        told = plan.roles.get(role)
        count = told.count if told is not None else None
        lead = word(DRILL_ROLES, role) + (f" {count}" if count else "")
        people = told.people if told is not None else ""
        note = told.note if told is not None else ""
        found.append(Line(role, lead, people or when.UNKNOWN, note, "plain" if people or count else "faint"))
    return found


def check_lines(found: Sequence[Check], plan: DrillPlan) -> list[Line]:
    """The checker: what is well, and what is missing with the numbers it is about; what is missing first."""
    lines = [Line(one.code, "", check_words(one, plan), "", "good" if one.good else "warn") for one in found]
    return sorted(lines, key=_missing_first)


def _missing_first(line: Line) -> bool:
    return line.tone == "good"


def check_words(check: Check, plan: DrillPlan) -> str:
    """A line of the checker in words."""
    about = " ".join(check.about)
    if check.code == "roles":
        about = listed(word(DRILL_ROLES, role) for role in check.about)
    good, missing = _check_words()[check.code]
    return (good if check.good else missing).format(about=about, n=len(plan.injects), aims=len(plan.aims), points=about)


def _check_words() -> Mapping[str, tuple[str, str]]:
    def said(good: str, missing: str) -> tuple[str, str]:
        return good, missing

    return {
        "plan": said(translate("Drills", "It rests on a plan"), translate("Drills", "No plan chosen")),
        "kind": said(
            translate("Drills", "Form, content and purpose are chosen"),
            translate("Drills", "Form, content or purpose is not chosen"),
        ),
        "aims": said(translate("Drills", "Aims {aims}"), translate("Drills", "No aim written")),
        "script": said(translate("Drills", "Injects {n}"), translate("Drills", "No inject written")),
        "aims_tested": said(
            translate("Drills", "Every aim has an inject"), translate("Drills", "No inject tests aim {about}")
        ),
        "expected": said(
            translate("Drills", "Every inject says what ought to be done"),
            translate("Drills", "Inject {about}: no expected action"),
        ),
        "units": said(
            translate("Drills", "Every inject names a department"),
            translate("Drills", "Inject {about}: no department"),
        ),
        "contingency": said(
            translate("Drills", "Every inject has a contingency"),
            translate("Drills", "Inject {about}: no contingency"),
        ),
        "sheet": said(
            translate("Drills", "The score sheet adds up to 100"),
            translate("Drills", "The score sheet adds up to {points}, not to 100"),
        ),
        "points": said(
            translate("Drills", "The injects are worth 100"),
            translate("Drills", "The injects are worth {points}, not 100"),
        ),
        "roles": said(
            translate("Drills", "Director, control and evaluation are named"),
            translate("Drills", "Nobody named: {about}"),
        ),
        "safety": said(translate("Drills", "Safety rules are written"), translate("Drills", "No safety rule written")),
        "stop_word": said(translate("Drills", "The stop word is set"), translate("Drills", "No stop word")),
        "scheduled": said(translate("Drills", "The day is set"), translate("Drills", "No day set, or it has passed")),
        "announcement": said(
            translate("Drills", "The notice to residents is settled"),
            translate("Drills", "Notice to residents: not decided, or text, area, day missing"),
        ),
    }
