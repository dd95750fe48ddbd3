"""What the supervision screen shows, out of a cycle: its stages, matters, reminders, evidence, evaluation, rectification."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain.deadline import Deadline
from commandcenter.domain.evidence import AGAINST, CaseFigures, Line
from commandcenter.domain.supervision import MOST_REMINDERS, SORTS, STAGES, Supervision, deadlines, weighted
from commandcenter.domain.supervision_acts import WEIGHT
from commandcenter.ui.parts.days import office_time, over_by, short_day, short_moment
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.parts.stagecells import Cell
from commandcenter.ui.slow_words import (
    DUTY_REASONS,
    EVIDENCE,
    GRADES,
    SUPERVISION_STAGES,
    VERDICTS,
    slow_clock,
    slow_word,
)
from commandcenter.ui.slow_words import SORTS as SORT_WORDS
from commandcenter.ui.words import REASONS, listed, word

translate = QCoreApplication.translate
SMALL = 10


@dataclass(frozen=True, slots=True)
class CycleRow:
    """A department in the list: relation, where its cycle stands, the clock that presses, its grade when it has one."""

    key: str
    unit: str
    relation: str
    stage: str
    clock: str
    level: str
    grade: str
    closed: bool


@dataclass(frozen=True, slots=True)
class TellRow:
    """A matter, a reminder, a report, an item to be put right: who or what at the left, words below, a mark at the right."""

    key: str
    lead: str
    at: str
    mark: str
    words: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A line of evidence: its sort, the number it is known by, when, what the log says, the verdict."""

    key: str
    sort: str
    number: str
    at: str
    facts: str
    icon: str
    verdict: str
    tone: str


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A sort in the evaluation: weight, its share of the whole, marks, what it brings, what it is."""

    key: str
    name: str
    weight: str
    share: float
    marks: int | None
    brings: str
    about: str


class CycleFacts:
    """Reads one cycle for the screen, at one moment."""

    def __init__(self, state: Supervision, reference: Reference, now: int) -> None:
        self.state = state
        self.now = now
        self._reference = reference

    @property
    def name(self) -> str:
        """The department."""
        return self._reference.unit_name(self.state.unit)

    def person(self, person: str) -> str:
        """The name of a person of the roster."""
        found = self._reference.directory.people.get(person)
        return found.name if found is not None else person

    def caption(self) -> str:
        """Number, what is supervised, who blew."""
        state = self.state
        sorts = [slow_word(SORT_WORDS, sort) for sort in SORTS if any(one.sort == sort for one in state.matters)]
        blew = "、".join(self.person(one) for one in sorted(state.blowers))
        parts = [
            state.number,
            "、".join(sorts),
            translate("Supervision", "blown by {name}").format(name=blew) if blew else "",
            translate("Supervision", "a further cycle") if state.previous else "",
            "" if state.ranked else translate("Supervision", "asked for support: words only, never ranked"),
        ]
        return " · ".join(part for part in parts if part)

    def pressing(self) -> Deadline | None:
        """The clock that runs out next."""
        running = [
            line for line in deadlines(self.state) if line.met_at is None and not line.stopped and not line.reminder
        ]
        return min(running, key=lambda line: (line.due_at, line.name), default=None)

    def left(self, line: Deadline) -> str:
        """What is left in office time, or how far it is over."""
        calendar = self._reference.calendar
        if self.now <= line.due_at:
            working = calendar.working_time_between(self.now, line.due_at)
            return office_time(working) if working else translate("Supervision", "no office time")
        over = over_by(calendar, line.due_at, self.now)
        return (
            translate("Supervision", "over by {time}").format(time=over) if over else translate("Supervision", "over")
        )

    def level(self, line: Deadline | None) -> str:
        """Red only for one of our own that is late; amber near the end and for the others."""
        if line is None:
            return "quiet"
        if self.now > line.due_at:
            own = self.state.relation == "direct" or line.name == "letter"
            return "over" if own else "warn"
        return "warn" if self.now >= line.warn_at else "plain"

    # -- stages ----------------------------------------------------------------------------------------------------

    def cells(self) -> list[Cell]:
        """The eight stages S0 to S7."""
        state = self.state
        reached = STAGES.index(state.stage) if state.stage in STAGES else len(STAGES)
        waits = state.stage in ("reminded", "rectifying")
        at_work = reached if waits else reached + 1
        cells = []
        for place, code in enumerate(STAGES):
            at, fact = self._about(code)
            over = state.closed_at is not None
            standing = "done" if over or place <= reached else "later"
            if place == at_work and not over:
                standing = "now"
            cells.append(Cell(code, slow_word(SUPERVISION_STAGES, code), standing, short_day(at), fact))
        return cells

    def _about(self, code: str) -> tuple[int | None, str]:
        """When a stage was reached, and one fact."""
        state = self.state
        if code == "listed":
            return state.opened_at, translate("Supervision", "{n} matters").format(n=len(state.matters))
        if code == "reminded" and state.nudges:
            told = translate("Supervision", "no. {n} of {m}").format(n=len(state.nudges), m=MOST_REMINDERS)
            return state.nudges[-1].at, told
        if code == "reported" and state.report is not None:
            silent = state.report.silent
            return state.report.at, translate("Supervision", "nothing came") if silent else state.report.name
        if code == "collected" and state.collected_at is not None:
            return state.collected_at, translate("Supervision", "{n} facts, {m} against").format(
                n=len(state.lines), m=len(state.against)
            )
        if code == "briefed" and state.briefing is not None:
            return state.briefing.at, state.briefing.leader
        if code == "evaluated" and state.evaluation is not None:
            grade = slow_word(GRADES, state.evaluation.grade)
            return state.evaluation.at, grade or translate("Supervision", "in words")
        if code == "lettered":
            if state.letter is not None:
                return state.letter.at, state.letter.number
            term = state.terms.get("letter")
            return None, translate("Supervision", "until {day}").format(day=short_day(term.due_at)) if term else ""
        if code == "rectifying" and state.rectifying_at is not None:
            done = len(state.items) - len(state.open_items)
            told = translate("Supervision", "{n} / {m} put right").format(n=done, m=len(state.items))
            return state.rectifying_at, told if state.items else translate("Supervision", "nothing to put right")
        return None, ""

    # -- lists -----------------------------------------------------------------------------------------------------

    def matters(self) -> list[TellRow]:
        """What is supervised."""
        return [TellRow(one.id, slow_word(SORT_WORDS, one.sort), "", "", one.words) for one in self.state.matters]

    def story(self) -> list[TellRow]:
        """Reminders, the report, briefing, letter, rectification: newest first."""
        state = self.state
        rows: list[tuple[int, TellRow]] = []
        for nudge in state.nudges:
            lead = translate("Supervision", "Reminder {n}").format(n=nudge.ordinal)
            mark, tone = "", ""
            if nudge.term is not None:
                mark = translate("Supervision", "until {day}").format(day=short_moment(nudge.term.due_at))
                open_one = state.report is None and nudge.ordinal == len(state.nudges)
                tone = "warn" if open_one and self.now > nudge.term.due_at else ""
            rows.append((nudge.at, TellRow(f"n{nudge.ordinal}", lead, short_moment(nudge.at), mark, nudge.words, tone)))
        if state.report is not None:
            report = state.report
            lead = translate("Supervision", "Department's report")
            mark = translate("Supervision", "nothing came") if report.silent else report.name
            tone = "warn" if report.silent else "done"
            rows.append((report.at, TellRow("report", lead, short_moment(report.at), mark, report.words, tone)))
        if state.briefing is not None:
            told = state.briefing
            lead = translate("Supervision", "Leader told: {name}").format(name=told.leader)
            rows.append((told.at, TellRow("brief", lead, short_moment(told.at), told.meeting, told.words)))
        if state.letter is not None:
            lead = translate("Supervision", "Letter to {name}").format(name=state.letter.receiver)
            row = TellRow("letter", lead, short_moment(state.letter.at), state.letter.number, "")
            rows.append((state.letter.at, row))
        rows += self._items()
        return [row for _, row in sorted(rows, key=lambda pair: (-pair[0], pair[1].key))]

    def _items(self) -> list[tuple[int, TellRow]]:
        rows = []
        for place, item in enumerate(self.state.items, start=1):
            lead = translate("Supervision", "To put right {n}").format(n=place)
            if item.done_at is not None:
                mark, tone = translate("Supervision", "put right {day}").format(day=short_day(item.done_at)), "done"
            else:
                late = item.term is not None and self.now > item.term.due_at
                due = short_day(item.term.due_at) if item.term is not None else ""
                mark = translate("Supervision", "until {day}").format(day=due) if due else ""
                tone = "warn" if late else ""
            words = f"{item.words} → {item.result}" if item.result else item.words
            at = item.done_at if item.done_at is not None else self.state.rectifying_at or 0
            rows.append((at, TellRow(f"i{item.id}", lead, short_moment(at), mark, words, tone)))
        return rows

    def figures(self, lines: Sequence[Line]) -> list[Figure]:
        """In time, of those that are judged and whose time is over, by sort; counts, never a rate of few."""
        found = []
        for sort in EVIDENCE:
            mine = [line for line in lines if line.sort == sort]
            over = [line for line in mine if line.verdict in ("on_time", *AGAINST)]
            kept = sum(1 for line in over if line.verdict == "on_time")
            rest = len(mine) - len(over)
            note = translate("Supervision", "{n} run or are not judged").format(n=rest) if rest else ""
            behind = translate("Supervision", "/ {n} in time").format(n=len(over)) if over else ""
            found.append(Figure(slow_word(EVIDENCE, sort), str(kept) if over else "—", behind, note))
        refused = sum(1 for line in lines if line.verdict == "refused")
        urged = sum(line.urged for line in lines)
        told = translate("Supervision", "urged {n}").format(n=urged) if urged else ""
        found.append(Figure(translate("Supervision", "Refused"), str(refused), "", told, refused > 0))
        return found

    def evidence(self, lines: Sequence[Line]) -> list[EvidenceRow]:
        """Lines of evidence, those held against the department first."""
        ordered = sorted(lines, key=lambda line: (not line.against, line.at, line.source))
        return [self._evidence(line) for line in ordered]

    def _evidence(self, line: Line) -> EvidenceRow:
        verdict, icon, tone = VERDICTS[line.verdict]
        if tone == "over" and self.state.relation != "direct":
            tone = "warn"
        due = translate("Supervision", "limit {time}").format(time=short_moment(line.due_at)) if line.due_at else ""
        done = translate("Supervision", "done {time}").format(time=short_moment(line.done_at)) if line.done_at else ""
        reason = slow_word(DUTY_REASONS, line.reason) if line.reason in DUTY_REASONS else word(REASONS, line.reason)
        urged = translate("Supervision", "urged {n}").format(n=line.urged) if line.urged else ""
        moved = translate("Supervision", "put off {n}").format(n=line.moved) if line.moved else ""
        facts = listed([due, done, reason if line.reason else "", urged, moved])
        return EvidenceRow(
            key=line.source,
            sort=slow_word(EVIDENCE, line.sort),
            number=line.number,
            at=short_moment(line.at),
            facts=facts,
            icon=icon,
            verdict=translate("Slow", verdict),
            tone=tone,
        )

    # -- the evaluation --------------------------------------------------------------------------------------------

    def weights(self) -> dict[str, float]:
        """The weights of the evaluation, or those in force while there is none."""
        evaluation = self.state.evaluation
        if evaluation is not None and evaluation.weights:
            return dict(evaluation.weights)
        return weights_in_force(self._reference)

    def formula(self) -> list[WeightRow]:
        """Each sort with its weight, marks and what it brings to the whole."""
        weights, evaluation = self.weights(), self.state.evaluation
        marks: Mapping[str, int] = evaluation.marks if evaluation is not None else {}
        counted = [sort for sort in SORTS if sort in weights and (not marks or sort in marks)]
        whole = sum(weights[sort] for sort in counted)
        about = {
            "landed": translate("Supervision", "great matters of city and district that were to be done here"),
            "statutory": translate("Supervision", "what the department owes by law"),
            "effect": translate("Supervision", "how daily work turns out, with the people's word"),
        }
        rows = []
        for sort in SORTS:
            weight = weights.get(sort)
            share = weight / whole if weight is not None and whole and sort in counted else 0.0
            mark = marks.get(sort)
            brings = f"{share * mark:.1f}" if mark is not None else ""
            told = f"{weight:g}" if weight is not None else "—"
            rows.append(WeightRow(sort, slow_word(SORT_WORDS, sort), told, share, mark, brings, about[sort]))
        return rows

    def formula_words(self) -> str:
        """The formula with its figures, as it stands on screen."""
        weights, evaluation = self.weights(), self.state.evaluation
        if evaluation is None or not evaluation.marks:
            return translate("Supervision", "total = Σ weight × marks ÷ Σ weight, over the sorts that are marked")
        counted = [sort for sort in SORTS if sort in evaluation.marks and sort in weights]
        above = " + ".join(f"{weights[sort]:g}×{evaluation.marks[sort]}" for sort in counted)
        below = " + ".join(f"{weights[sort]:g}" for sort in counted)
        total = weighted(evaluation.marks, weights)
        return f"({above}) ÷ ({below}) = {total:.1f}" if total is not None else ""


def weights_in_force(reference: Reference) -> dict[str, float]:
    """The office's weights by sort; a sort without one is missing."""
    found = {sort: reference.limit(f"{WEIGHT}{sort}") for sort in SORTS}
    return {sort: limit.value for sort, limit in found.items() if limit is not None}


def case_words(cases: CaseFigures) -> str:
    """How the cases stand: counts, and shares only from ten on."""
    if not cases.received:
        return translate("Supervision", "no case in this period")
    parts = [
        translate("Supervision", "received {n}").format(n=cases.received),
        translate("Supervision", "closed {part}").format(part=_of(cases.closed, cases.received)),
        translate("Supervision", "closed late {n}").format(n=cases.late),
        translate("Supervision", "overdue now {n}").format(n=cases.overdue),
    ]
    if cases.asked:
        parts.append(translate("Supervision", "satisfied {part}").format(part=_of(cases.satisfied, cases.asked)))
    return listed(parts)


def _of(part: int, whole: int) -> str:
    return f"{part} / {whole}" if whole < SMALL else f"{part} / {whole} ({100 * part / whole:.0f} %)"


def cycle_row(facts: CycleFacts) -> CycleRow:
    """The row of a cycle in the list."""
    state, line = facts.state, facts.pressing()
    clock = f"{slow_clock(line.name)} {short_day(line.due_at)}" if line is not None else ""
    grade = state.evaluation.grade if state.evaluation is not None else ""
    stage = slow_word(SUPERVISION_STAGES, state.stage)
    closed = state.closed_at is not None
    return CycleRow(state.id, facts.name, state.relation, stage, clock, facts.level(line), grade, closed)


def cycle_order(facts: CycleFacts) -> tuple[bool, int, str]:
    """Running cycles first, by what presses; no order by grade anywhere."""
    line = facts.pressing()
    return facts.state.closed_at is not None, line.due_at if line is not None else 2**60, facts.state.number
