"""What the joint screen shows, out of the state of a matter: its stages, duties, reminders, feedback, appraisal as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.appraisal import REQUESTER
from commandcenter.domain.calendar import Calendar
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.event import DRILL
from commandcenter.domain.joint import STAGES, Duty, Joint, deadlines, reminded, reminders
from commandcenter.ui.parts.days import office_time, over_by, short_day, short_moment
from commandcenter.ui.parts.stagecells import Cell
from commandcenter.ui.slow_words import (
    DUTY_REASONS,
    JOINT_STAGES,
    LACKS,
    RESULTS,
    RULINGS,
    UPPER_ANSWERS,
    VARIANTS,
    slow_clock,
    slow_word,
)
from commandcenter.ui.words import CHANNELS, listed, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class MatterRow:
    """A matter in the list: title, where it stands, the clock that runs out next. ``level``: over, warn, plain, quiet."""

    key: str
    number: str
    title: str
    stage: str
    clock: str
    level: str
    drill: bool
    closed: bool


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A line of the duty table. ``tone``: over (red), warn, done, late, plain, waiting, idle; ``icon`` and ``state`` make its chip."""

    key: str
    ordinal: int
    relation: str
    unit: str
    task: str
    signed: str
    signature: str
    due: str
    share: float
    reminded: frozenset[int]
    tone: str
    icon: str
    state: str
    last: str
    drill: bool


@dataclass(frozen=True, slots=True)
class LogRow:
    """A reminder or an urge: when, which, whom, what was said."""

    key: str
    at: str
    what: str
    whom: str
    words: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """Something a department told: who, when, what kind, the words."""

    key: str
    unit: str
    at: str
    sort: str
    words: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """A department in the double appraisal: how it kept its time (computed), how often it was urged, its own word."""

    key: str
    relation: str
    unit: str
    kept: str
    tone: str
    urged: int
    verdict: str


class JointFacts:
    """Reads one matter for the screen, at one moment."""

    def __init__(self, state: Joint, reference: Reference, now: int) -> None:
        self.state = state
        self.now = now
        self._reference = reference
        self._calendar: Calendar = reference.calendar
        self.drill = state.mode == DRILL

    def who(self, unit: str) -> str:
        """The name of a unit of ours, or the body of a partner."""
        partner = self.state.partner(unit)
        if partner is not None:
            return partner.body or partner.id
        return self._reference.unit_name(unit)

    def place(self) -> str:
        """Where it is."""
        known = self._reference.directory.places.get(self.state.place)
        return listed([known.name if known is not None else "", self.state.place_words])

    # -- head ------------------------------------------------------------------------------------------------------

    def caption(self) -> str:
        """Number, place, leaders, where it comes from."""
        state = self.state
        lead = state.leads.get("own")
        peer = state.leads.get("peer")
        parts = [
            state.number,
            slow_word(VARIANTS, state.variant) if state.variant != "own" else "",
            self.place(),
            translate("Joint", "led by {name} {phone}").format(name=lead.name, phone=lead.phone) if lead else "",
            translate("Joint", "next door {name} {phone}").format(name=peer.name, phone=peer.phone) if peer else "",
            translate("Joint", "from {n} cases").format(n=len(state.cases)) if state.cases else "",
            translate("Joint", "came back") if state.linked else "",
        ]
        return " · ".join(part for part in parts if part)

    def pressing(self) -> Deadline | None:
        """The clock that runs out next, or ran out first; reminders are none."""
        running = [
            line for line in deadlines(self.state) if line.met_at is None and not line.stopped and not line.reminder
        ]
        return min(running, key=lambda line: (line.due_at, line.name), default=None)

    def left(self, line: Deadline) -> str:
        """What is left of a clock in office time, or how far it is over."""
        if self.now <= line.due_at:
            working = self._calendar.working_time_between(self.now, line.due_at)
            return office_time(working) if working else translate("Joint", "no office time")
        over = over_by(self._calendar, line.due_at, self.now)
        return translate("Joint", "over by {time}").format(time=over) if over else translate("Joint", "over")

    def level(self, line: Deadline | None) -> str:
        """How a clock looks: red only where one of our own is late, amber where it is near or another one is late."""
        if line is None:
            return "quiet"
        if self.now > line.due_at:
            duty = self.state.duty(line.name.partition(":")[2].partition(".")[0])
            return "warn" if duty is not None and duty.relation != "direct" else "over"
        return "warn" if self.now >= line.warn_at else "plain"

    # -- stages ----------------------------------------------------------------------------------------------------

    def cells(self) -> list[Cell]:
        """The nine stages; one that waits for the level above, or was sent back, says so where it stands."""
        state = self.state
        reached = STAGES.index({"upward": "found", "returned": "analysed"}.get(state.stage, state.stage) or "found")
        at_work = self._at_work(reached)
        taken = state.closed_at is not None and state.meeting is None
        cells = []
        for place, code in enumerate(STAGES):
            at, fact = self._reached(code)
            if taken and 1 < place < len(STAGES) - 1:
                standing = "passed"
            elif place == at_work:
                standing = "now"
            else:
                standing = "done" if place <= reached else "later"
            cells.append(Cell(code, slow_word(JOINT_STAGES, code), self._shade(standing, code), at, fact))
        return cells

    def _at_work(self, reached: int) -> int:
        """Which stage is at work: the one after the last reached, but the table and the work last until they are over."""
        state = self.state
        if state.stage in ("agreed", "working"):
            return reached
        if not state.running:
            return reached if state.looking_back else -1
        return reached + 1

    def _shade(self, standing: str, code: str) -> str:
        if standing != "now" or code != "working":
            return standing
        late = [duty for duty in self.state.duties if duty.overdue(self.now) and duty.judged]
        if any(duty.relation == "direct" for duty in late) and not self.drill:
            return "over"
        return "warn" if late else standing

    def _reached(self, code: str) -> tuple[str, str]:
        """When a stage was reached, and one fact about it."""
        state = self.state
        tell = getattr(self, f"_about_{code}")
        at, fact = tell()
        if code == "analysed" and state.stage in ("upward", "returned"):
            return short_day(at), slow_word(JOINT_STAGES, state.stage)
        return short_day(at), fact

    def _about_found(self) -> tuple[int | None, str]:
        return self.state.opened_at, word(CHANNELS, self.state.source)

    def _about_analysed(self) -> tuple[int | None, str]:
        state = self.state
        if state.analysed_at is None:
            return None, self._due("analyse")
        if not state.whistle:
            return state.analysed_at, translate("Joint", "no matter for a whistle")
        return state.analysed_at, listed(slow_word(LACKS, lack) for lack in state.grounds.lacks)

    def _about_led(self) -> tuple[int | None, str]:
        lead = self.state.leads.get("own")
        return (lead.at, lead.name) if lead else (None, self._due("lead"))

    def _about_surveyed(self) -> tuple[int | None, str]:
        survey = self.state.survey
        if survey is None:
            return None, self._due("survey")
        people = survey.people
        count = translate("Joint", "{n} bodies").format(n=len(survey.heads))
        heads = translate("Joint", "{n} people").format(n=people) if people is not None else ""
        return survey.at, " ".join(part for part in (count, heads) if part)

    def _about_agreed(self) -> tuple[int | None, str]:
        meeting = self.state.meeting
        if meeting is None:
            return None, self._due("meeting")
        return meeting.at, translate("Joint", "{n} lines in the table").format(n=len(self.live()))

    def _about_working(self) -> tuple[int | None, str]:
        state = self.state
        if state.started_at is None:
            return None, ""
        done = sum(1 for duty in self.live() if duty.result)
        late = sum(1 for duty in self.live() if duty.overdue(self.now) and duty.judged)
        fact = translate("Joint", "done {n} / {m}").format(n=done, m=len(self.live()))
        if late:
            fact = listed([fact, translate("Joint", "late {n}").format(n=late)])
        return state.started_at, fact

    def _about_fed_back(self) -> tuple[int | None, str]:
        at = self.state.fed_back_at
        return at, self._due("verify") if self.state.stage == "fed_back" else ""

    def _about_verified(self) -> tuple[int | None, str]:
        check = self.state.verified
        if check is not None:
            return check.at, check.by
        failed = sum(1 for one in self.state.verifications if not one.passed)
        return None, translate("Joint", "sent back {n} times").format(n=failed) if failed else ""

    def _about_closed(self) -> tuple[int | None, str]:
        state = self.state
        if state.closed_at is None:
            return None, ""
        if state.upward is not None and state.upward.answer == "taken":
            return state.closed_at, slow_word(UPPER_ANSWERS, "taken")
        if state.recurrence:
            return state.closed_at, translate("Joint", "it came back")
        if state.looking_back:
            return state.closed_at, self._due(f"lookback:{state.looking_back}")
        return state.closed_at, translate("Joint", "looked back {n} times").format(n=len(state.look_backs))

    def _due(self, clock: str) -> str:
        line = next((one for one in deadlines(self.state) if one.name == clock and not one.stopped), None)
        return translate("Joint", "until {day}").format(day=short_day(line.due_at)) if line is not None else ""

    def live(self) -> Sequence[Duty]:
        """The lines that are still duties."""
        return [duty for duty in self.state.duties if duty.live]

    # -- the table -------------------------------------------------------------------------------------------------

    def duties(self) -> list[DutyRow]:
        """The duty table."""
        return [self._duty(place, duty) for place, duty in enumerate(self.state.duties, start=1)]

    def _duty(self, place: int, duty: Duty) -> DutyRow:
        tone, icon, state = self._standing(duty)
        share = 0.0
        if duty.term is not None:
            until = duty.result_at if duty.result_at is not None else self.now
            share = duty.term.share(self._calendar, until)
        signed = ""
        if duty.signed is not None:
            signed = f"{duty.signed.name} {short_day(duty.signed.at)}"
        return DutyRow(
            key=duty.id,
            ordinal=place,
            relation=duty.relation,
            unit=self.who(duty.unit),
            task=duty.task,
            signed=signed or (translate("Joint", "refused") if duty.refusal else translate("Joint", "to sign")),
            signature="signed" if signed and not duty.refusal else "refused" if duty.refusal else "missing",
            due=short_day(duty.due_at),
            share=share,
            reminded=reminded(self.state, duty),
            tone=tone,
            icon=icon,
            state=state,
            last=duty.words
            or (translate("Joint", "put off {n} times").format(n=len(duty.moves)) if duty.moves else ""),
            drill=self.drill,
        )

    def _standing(self, duty: Duty) -> tuple[str, str, str]:
        """Tone, icon and words of a line."""
        if duty.dropped_at is not None:
            return "idle", "circle-x", translate("Joint", "Taken out")
        if duty.disputed:
            return (
                "warn",
                "ban",
                translate("Joint", "Refused: {reason}").format(reason=slow_word(DUTY_REASONS, duty.refusal)),
            )
        if not duty.live:
            return "idle", "ban", slow_word(RULINGS, duty.ruling)
        if duty.result:
            late = duty.late() and duty.judged
            words = slow_word(RESULTS, duty.result)
            icon = "circle-check" if duty.result == "done" else "circle-minus"
            too_late = translate("Joint", "late")
            return "late" if late else "done", icon, f"{words} · {too_late}" if late else words
        if duty.overdue(self.now):
            over = over_by(self._calendar, duty.due_at, self.now)
            said = translate("Joint", "Late · {time}").format(time=over) if over else translate("Joint", "Late")
            if duty.relation == "direct":
                return "over", "octagon-alert", said
            if duty.judged:
                return "warn", "triangle-alert", said
            return "warn", "clock", translate("Joint", "Date passed")
        if duty.term is None:
            return "waiting", "clock", translate("Joint", "Not issued yet")
        near = self.now >= duty.term.warn_at
        return ("warn" if near and duty.judged else "plain"), "wrench", slow_word(JOINT_STAGES, "working")

    def signatures(self) -> tuple[int, int]:
        """How many lines are signed, of how many."""
        live = self.live()
        return sum(1 for duty in live if duty.signed is not None and not duty.disputed), len(live)

    # -- the log ---------------------------------------------------------------------------------------------------

    def upcoming(self) -> tuple[str, str]:
        """When the next reminder comes by itself, and for whom."""
        coming = [line for line in deadlines(self.state) if line.met_at is None and not line.stopped]
        moments: list[tuple[int, str]] = []
        for line in coming:
            _, _, duty = line.name.rpartition("duty:")
            if not line.name.endswith(f"duty:{duty}") or not duty:
                continue
            for threshold, at in (("warn", line.warn_at), ("due", line.due_at)):
                if at > self.now and threshold not in line.raised.at and not (line.reminder and threshold == "warn"):
                    moments.append((at, duty.partition(".")[0]))
        if not moments:
            return "", ""
        first = min(at for at, _ in moments)
        names = [self._ordinal(duty) for at, duty in moments if at == first]
        return short_moment(first), "、".join(names)

    def _ordinal(self, duty: str) -> str:
        place = next((place for place, one in enumerate(self.state.duties, start=1) if one.id == duty), 0)
        found = self.state.duty(duty)
        return f"{place} {self.who(found.unit)}" if found is not None else duty

    def log(self) -> list[LogRow]:
        """Reminders that were recorded and urges by people, newest first."""
        rows: list[tuple[int, LogRow]] = []
        for line in reminders(self.state):
            key = f"{line.duty}:{line.share}:{line.at}"
            words = (
                translate("Joint", "recorded too late to count") if line.expired else translate("Joint", "by itself")
            )
            tone = "late" if line.share >= 100 else ""
            rows.append(
                (line.at, LogRow(key, short_moment(line.at), f"{line.share} %", self._ordinal(line.duty), words, tone))
            )
        for note in self.state.notes:
            if note.sort == "urge":
                said = f"{note.words} → {note.answer}" if note.answer else note.words
                row = LogRow(
                    str(note.id), short_moment(note.at), translate("Joint", "urged"), self._ordinal(note.duty), said
                )
                rows.append((note.at, row))
        for duty in self.state.duties:
            for place, move in enumerate(duty.moves):
                said = f"{short_day(move.before)} → {short_day(move.due_at)} {move.by} {move.words}".strip()
                row = LogRow(
                    f"{duty.id}:move{place}", short_moment(move.at), translate("Joint", "put off"),
                    self._ordinal(duty.id), said,
                )  # fmt: skip
                rows.append((move.at, row))
        return [row for _, row in sorted(rows, key=lambda pair: (-pair[0], pair[1].key))]

    def notes(self) -> list[NoteRow]:
        """What departments told, newest first: steps, feedback, refusals and what became of them."""
        rows: list[tuple[int, NoteRow]] = []
        for note in self.state.notes:
            if note.sort == "urge":
                continue
            sort = slow_word(RESULTS, note.result) if note.sort == "feedback" else translate("Joint", "step")
            tone = "done" if note.sort == "feedback" and note.result == "done" else ""
            rows.append(
                (note.at, NoteRow(str(note.id), self._of(note.duty), short_day(note.at), sort, note.words, tone))
            )
        for duty in self.state.duties:
            if duty.refused_at is not None and duty.refusal:
                sort = translate("Joint", "refused") if duty.disputed else slow_word(RULINGS, duty.ruling)
                words = " ".join(part for part in (slow_word(DUTY_REASONS, duty.refusal), duty.refusal_words) if part)
                who = f"{self.who(duty.unit)} {duty.refused_by}".strip()
                rows.append(
                    (duty.refused_at, NoteRow(f"{duty.id}:r", who, short_day(duty.refused_at), sort, words, "warn"))
                )
        for place, check in enumerate(self.state.verifications):
            sort = translate("Joint", "passed") if check.passed else translate("Joint", "sent back")
            who = translate("Joint", "Verification: {name}").format(name=check.by)
            tone = "done" if check.passed else "warn"
            rows.append((check.at, NoteRow(f"v{place}", who, short_day(check.at), sort, check.words, tone)))
        for look in self.state.look_backs:
            sort = translate("Joint", "came back") if look.recurred else translate("Joint", "all right")
            who = translate("Joint", "Look-back {n}: {name}").format(n=look.ordinal, name=look.by)
            tone = "warn" if look.recurred else "done"
            rows.append((look.at, NoteRow(f"l{look.ordinal}", who, short_day(look.at), sort, look.words, tone)))
        if self.state.upward is not None:
            rows += self._upward_notes()
        return [row for _, row in sorted(rows, key=lambda pair: (-pair[0], pair[1].key))]

    def _upward_notes(self) -> list[tuple[int, NoteRow]]:
        upward = self.state.upward
        if upward is None:
            return []
        asked = translate("Joint", "asked upward")
        rows = [(upward.at, NoteRow("u", upward.receiver, short_day(upward.at), asked, upward.words))]
        for place, (at, words) in enumerate(upward.looks):
            look = translate("Joint", "our own look")
            rows.append((at, NoteRow(f"u{place}", translate("Joint", "Special team"), short_day(at), look, words)))
        if upward.answered_at is not None:
            answer = slow_word(UPPER_ANSWERS, upward.answer)
            at = upward.answered_at
            rows.append((at, NoteRow("ua", upward.receiver, short_day(at), answer, upward.answer_words)))
        return rows

    def _of(self, duty: str) -> str:
        found = self.state.duty(duty)
        return self.who(found.unit) if found is not None else duty

    # -- the double appraisal --------------------------------------------------------------------------------------

    def judged(self) -> list[JudgedRow]:
        """Each department at the table: facts of the log at the left, its own word on the whistle at the right."""
        rows = []
        for unit in dict.fromkeys(duty.unit for duty in self.state.duties if duty.dropped_at is None):
            lines = [duty for duty in self.state.duties if duty.unit == unit and duty.dropped_at is None]
            kept, tone = self._kept(lines)
            urged = sum(duty.urged for duty in lines)
            rows.append(JudgedRow(unit, lines[0].relation, self.who(unit), kept, tone, urged, self._verdict(unit)))
        return rows

    def _kept(self, lines: Sequence[Duty]) -> tuple[str, str]:
        if not any(duty.judged for duty in lines):
            return translate("Joint", "not judged"), ""
        if any(duty.disputed or duty.ruling in ("relieved", "district") for duty in lines):
            return translate("Joint", "refused"), "warn"
        late = [duty for duty in lines if duty.late() or duty.overdue(self.now)]
        if late:
            worst = max(self._calendar.working_time_between(duty.due_at, duty.result_at or self.now) for duty in late)
            told = office_time(worst) if worst > 0 else ""
            return translate("Joint", "late {time}").format(time=told).strip(), "warn"
        if all(duty.result for duty in lines):
            return translate("Joint", "in time"), "done"
        return translate("Joint", "running"), ""

    def _verdict(self, unit: str) -> str:
        found = self.state.appraisal.verdicts.get(unit)
        if found is None or found.justified is None:
            return ""
        return translate("Joint", "right") if found.justified else translate("Joint", "not needed")

    def own_verdict(self) -> str:
        """The street's own word on its whistle; empty while nothing was said."""
        return self._verdict(REQUESTER)

    def stage_words(self) -> str:
        """Where it stands, in words."""
        return slow_word(JOINT_STAGES, self.state.stage)


def matter_row(facts: JointFacts) -> MatterRow:
    """The row of a matter in the list."""
    line = facts.pressing()
    clock = ""
    if line is not None:
        clock = f"{slow_clock(line.name)} {short_day(line.due_at)}"
    state = facts.state
    level = facts.level(line)
    if level == "over" and facts.drill:
        level = "warn"
    closed = not state.running and not state.looking_back
    return MatterRow(state.id, state.number, state.title, facts.stage_words(), clock, level, facts.drill, closed)


def matter_order(facts: JointFacts) -> tuple[bool, bool, int, str]:
    """Running ones first, by what presses; then those that wait for a look-back; then what is over."""
    line = facts.pressing()
    state = facts.state
    over = not state.running
    return over, over and not state.looking_back, line.due_at if line is not None else 2**60, state.number
