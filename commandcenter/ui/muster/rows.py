"""The lists of the muster screen: musters at the left, those who are called, members on the sign-in sheet, tasks on site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.appraisal import ASPECTS, Appraisal, on_time
from commandcenter.domain.muster import Attendance, Muster, Task, next_deadline
from commandcenter.domain.report_in import ReportIn, overlay
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.grade import grade_box, grade_word
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import MUSTER_STAGES, OVERLAYS, RELATIONS, STEPS, clock_word, icon, word

translate = QCoreApplication.translate


def level_mark(level: str) -> str:
    """Who blows, in one character: street, community, branch."""
    return {
        "L1": translate("Muster", "S|level"),
        "L2": translate("Muster", "C|level"),
        "L3": translate("Muster", "B|level"),
    }[level].partition("|")[0]


def level_words(level: str) -> str:
    """Who calls whom."""
    return {
        "L1": translate("Muster", "street calls departments"),
        "L2": translate("Muster", "community calls sections"),
        "L3": translate("Muster", "branch calls members"),
    }[level]


def stage_word(state: Muster) -> str:
    """Where a muster stands."""
    return translate("Muster", MUSTER_STAGES.get(state.stage, state.stage))


# --- musters --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MusterRow:
    """A muster in the list: who blows, its title, where it stands, the clock that runs out next."""

    key: str
    level: str
    title: str
    stage: str
    number: str
    clock: str
    started_at: int
    due_at: int | None
    open: bool
    who: str

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.title} {self.stage} {self.clock}".strip()


def muster_row(state: Muster, reference: Reference, presences: Mapping[str, ReportIn] | None = None) -> MusterRow:
    """The row of a muster; while those called report in, the first of their limits counts too."""
    line = next_deadline(state)
    due, clock, start = (line.due_at, clock_word(line.name), line.started_at) if line else (None, "", 0)
    for one in (presences or {}).values():
        limit = one.limits.get("arrive")
        if limit and not one.closed and one.milestone("arrived") is None:
            end = one.listed_at + round(limit * 60_000)
            if due is None or end < due:
                due, clock, start = end, translate("Muster", "report in"), one.listed_at
    who = reference.unit_name(state.community) if state.community else ""
    return MusterRow(
        key=state.id,
        level=state.level,
        title=state.title,
        stage=stage_word(state),
        number=state.number,
        clock=clock,
        started_at=start,
        due_at=due,
        open=state.open,
        who=state.branch or who,
    )


def muster_key(row: MusterRow) -> str:
    """What makes a row one row."""
    return row.key


def muster_spoken(row: MusterRow) -> str:
    """What a screen reader says."""
    return row.spoken


class MusterPainter(RowPainter):
    """Two lines a muster: mark and title; stage and, at the right, what runs out next."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 100, 1)]), parent, height=64)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: MusterRow) -> None:
        look = self.look
        ink = "tx1" if row.open else "tx3"
        tag = QRectF(rect.left(), rect.top() + look.px(10), look.px(22), look.px(22))
        paint.rounded(p, tag, 4, None, look.color("ln3"))
        paint.text(p, look, tag, level_mark(row.level), "caption", "tx2", paint.CENTER)
        left = rect.left() + look.px(32)
        title = QRect(left, rect.top() + look.px(9), rect.right() - left, look.px(22))
        paint.elided(p, look, title, row.title, "name", ink)
        right = 0
        if row.due_at is not None and row.open:
            words, level = left_over(row.started_at, row.due_at, self.now)
            right = look.width(words, "name") + look.px(34)
            box = QRectF(rect.right() - right, rect.top() + look.px(36), right, look.px(22))
            paint.countdown(p, look, box, words, level)
        below = QRect(left, rect.top() + look.px(36), rect.right() - left - right - 6, look.px(20))
        said = " · ".join(part for part in (row.stage, row.clock or row.who or row.number) if part)
        paint.elided(p, look, below, said, "caption", "tx2" if row.open else "tx3")


def left_over(start: int, due: int, now: int) -> tuple[str, str]:
    """The time left to a limit, or over it, and how it is shown (plain, warn, over)."""
    left = due - now
    if left < 0:
        return "+" + when.rough(left), "over"
    return when.left(left), "warn" if now >= start + 0.8 * (due - start) else "plain"


# --- those who are called -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A unit that was called: by what right, until when agreed, how it stands, what both sides say."""

    unit: str
    ordinal: int
    relation: str
    name: str
    phone: str
    due_at: int | None
    chip: Chip
    arrived_at: int | None
    people: str
    kept: str
    grades: Mapping[str, str]
    justified: bool | None
    judged: bool

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        told = ", ".join(grade_word(self.grades[aspect]) for aspect in ASPECTS if aspect in self.grades)
        return f"{self.ordinal} {self.name} {self.chip.text} {told}".strip()


def target_row(reference: Reference, state: ReportIn, appraisal: Appraisal, asked: int | None, now: int) -> TargetRow:
    """The row of a report-in with what both sides said."""
    unit = reference.units.get(state.unit)
    arrived = state.milestone("arrived")
    limit = state.limits.get("arrive")
    grading = appraisal.gradings.get(state.unit)
    verdict = appraisal.verdicts.get(state.unit)
    came = "" if arrived is None else str(arrived.people) if arrived.people is not None else "?"
    people = f"{came or '—'} / {asked}" if asked is not None else came
    return TargetRow(
        unit=state.unit,
        ordinal=state.ordinal,
        relation=state.relation,
        name=reference.unit_name(state.unit),
        phone=unit.duty_phone if unit else "",
        due_at=state.listed_at + round(limit * 60_000) if limit else None,
        chip=presence_chip(state, now),
        arrived_at=arrived.at if arrived else None,
        people=people,
        kept=on_time(state, now),
        grades=grading.grades if grading else {},
        justified=verdict.justified if verdict else None,
        judged=verdict is not None,
    )


def presence_chip(state: ReportIn, now: int) -> Chip:
    """How a report-in stands: its step, and over it what is wrong with it."""
    over = overlay(state, now)
    step = word(STEPS, state.furthest)
    if over in ("late", "silent", "lost"):
        return Chip(
            f"{word(OVERLAYS, over)} · {step}", icon(OVERLAYS, over), "over" if state.relation != "request" else "warn"
        )
    if over:
        return Chip(word(OVERLAYS, over), icon(OVERLAYS, over), "plain")
    done = state.furthest in ("done", "release_approved", "back")
    return Chip(step, icon(STEPS, state.furthest), "done" if done else "plain")


def target_key(row: TargetRow) -> str:
    """What makes a row one row."""
    return row.unit


def any_spoken(row: Any) -> str:
    """What a screen reader says of a row that knows it."""
    return str(row.spoken)


class TargetPainter(RowPainter):
    """One line a unit. While both sides appraise, a narrow window keeps the grades and drops the agreed time."""

    def __init__(self, look: Look, parent: QWidget, *, appraising: bool = False) -> None:
        grades = 0 if appraising else 4
        columns = Columns(
            look,
            [
                Column("ordinal", "", 22),
                Column("relation", "", 22),
                Column("name", translate("Muster", "Unit"), 140, 4),
                Column("phone", translate("Muster", "Duty phone"), 124, drop=5),
                Column("due", translate("Muster", "Agreed by"), 104, drop=4 if appraising else 1),
                Column("chip", translate("Muster", "State"), 124),
                Column("arrived", translate("Muster", "Came"), 104),
                Column("people", translate("Muster", "People"), 56, drop=3 if appraising else 2),
                Column("arrival", translate("Muster", "Arrival"), 40, align="center", drop=grades),
                Column("attitude", translate("Muster", "Attitude"), 40, align="center", drop=grades),
                Column("effect", translate("Muster", "Effect"), 40, align="center", drop=grades),
                Column("justified", translate("Muster", "Their word"), 92, drop=0 if appraising else 3),
            ],
        )
        super().__init__(look, columns, parent, height=42)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TargetRow) -> None:
        look = self.look
        if column == "ordinal":
            paint.elided(p, look, rect, str(row.ordinal), "body", "tx3")
        elif column == "relation":
            box = QRectF(rect.left(), rect.center().y() - look.px(11), look.px(22), look.px(22))
            paint.relation(p, look, box, row.relation, word(RELATIONS, row.relation))
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "phone":
            paint.elided(p, look, rect, row.phone, "body", "tx2")
        elif column == "due":
            told = when.moment(row.due_at, self.now) if row.due_at is not None else translate("Muster", "own rule")
            paint.elided(p, look, rect, told, "body", "tx2" if row.due_at is not None else "tx3")
        elif column == "chip":
            width = min(rect.width(), paint.chip_width(look, row.chip))
            box = QRectF(rect.left(), rect.center().y() - look.px(12), width, look.px(24))
            paint.chip(p, look, box, row.chip)
        elif column == "arrived":
            self._arrived(p, rect, row)
        elif column == "people":
            paint.elided(p, look, rect, row.people, "body", "tx1")
        elif column == "justified":
            self._justified(p, rect, row)
        elif column in row.grades:
            grade_box(p, look, rect, row.grades[column])

    def _arrived(self, p: QPainter, rect: QRect, row: TargetRow) -> None:
        if row.arrived_at is None:
            paint.elided(p, self.look, rect, "—", "body", "tx3")
            return
        ink = "red" if row.kept == "late" else "tx1"
        paint.elided(p, self.look, rect, when.moment(row.arrived_at, self.now), "body", ink)

    def _justified(self, p: QPainter, rect: QRect, row: TargetRow) -> None:
        if not row.judged:
            return
        look = self.look
        said = translate("Muster", "justified") if row.justified else translate("Muster", "not justified")
        size = look.px(15)
        symbol, ink = ("circle-check", "ok") if row.justified else ("triangle-alert", "amb")
        p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(symbol, ink, size))
        paint.elided(p, look, rect.adjusted(size + look.px(5), 0, 0, 0), said, "caption", "tx2")


# --- members --------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of the sign-in sheet of a branch."""

    place: int
    line: Attendance
    name: str

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.place} {self.name}"


def member_key(row: MemberRow) -> str:
    """What makes a row one row."""
    return row.line.key


class MemberPainter(RowPainter):
    """One line a member: came, left, hours; nobody is rated."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("place", "", 30),
                Column("name", translate("Muster", "Member"), 160, 3),
                Column("chip", translate("Muster", "State"), 110),
                Column("came", translate("Muster", "Signed in"), 110, 1),
                Column("left", translate("Muster", "Left"), 110, 1),
                Column("hours", translate("Muster", "Hours"), 80, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=42)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: MemberRow) -> None:
        look, line = self.look, row.line
        if column == "place":
            paint.elided(p, look, rect, str(row.place), "body", "tx3")
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "chip":
            chip = member_chip(line)
            box = QRectF(rect.left(), rect.center().y() - look.px(12), paint.chip_width(look, chip), look.px(24))
            paint.chip(p, look, box, chip)
        elif column in ("came", "left"):
            at = line.came_at if column == "came" else line.left_at
            paint.elided(p, look, rect, when.moment(at, self.now), "body", "tx1" if at is not None else "tx3")
        elif column == "hours":
            told = f"{line.hours:g}" if line.hours is not None else "—"
            paint.elided(p, look, rect, told, "body", "tx1", paint.RIGHT)


def member_chip(line: Attendance) -> Chip:
    """How a member stands."""
    if line.excused:
        return Chip(translate("Muster", "Excused"), "circle-minus", "plain")
    if line.left_at is not None:
        return Chip(translate("Muster", "Left"), "circle-check", "done")
    if line.came_at is not None:
        return Chip(translate("Muster", "Here"), "map-pin", "blue")
    return Chip(translate("Muster", "Called"), "send", "plain")


# --- tasks ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TaskRow:
    """Something decided on site."""

    place: int
    task: Task
    who: str

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.task.words} {self.who}"


def task_key(row: TaskRow) -> str:
    """What makes a row one row."""
    return row.task.key


class TaskPainter(RowPainter):
    """One line a task: done ticked, what, who, by when."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("done", "", 20),
                Column("words", translate("Muster", "Decided"), 160, 5),
                Column("who", translate("Muster", "Who"), 100, 1, drop=1),
                Column("due", translate("Muster", "By"), 92, align="right"),
            ],
        )
        super().__init__(look, columns, parent, height=36)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TaskRow) -> None:
        look, task = self.look, row.task
        done = task.done_at is not None
        if column == "done":
            symbol, ink = ("circle-check", "ok") if done else ("circle", "tx3")
            size = look.px(16)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(symbol, ink, size))
        elif column == "words":
            said = f"{task.words} — {task.result}" if task.result else task.words
            paint.elided(p, look, rect, said, "body", "tx2" if done else "tx1")
        elif column == "who":
            paint.elided(p, look, rect, row.who, "caption", "tx2")
        elif task.due_at is not None and not done:
            words, level = left_over(task.given_at, task.due_at, self.now)
            box = QRectF(rect.left(), rect.center().y() - look.px(12), rect.width(), look.px(24))
            paint.countdown(p, look, box, words, level)
        elif done:
            paint.elided(p, look, rect, when.moment(task.done_at, self.now), "caption", "tx3", paint.RIGHT)
