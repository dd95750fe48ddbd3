"""What an incident says on the screen: headline, figures, facts, structure, orders, reports upward, prompts, as words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from commandcenter.desk.reference import Reference
from commandcenter.domain.event import DRILL
from commandcenter.domain.indicators import answers, arrivals
from commandcenter.domain.next_step import NextStep
from commandcenter.domain.report_in import overlay
from commandcenter.domain.roster import Acting
from commandcenter.domain.whistle import FACTS, Whistle, deadlines
from commandcenter.domain.whistle_phases import CODES, phases
from commandcenter.domain.whistle_scales import GRADED
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.post.log import FactFace
from commandcenter.ui.post.organ import Box, DutyRow, TaskRow
from commandcenter.ui.post.phasebar import PhaseFace
from commandcenter.ui.words import FACTS as FACT_WORDS
from commandcenter.ui.words import PHASES, SCALE_CODES, clock_word, word


class Readout(QObject):
    """Words for one incident; it holds no state of its own."""

    def __init__(self, reference: Reference, parent: QObject) -> None:
        super().__init__(parent)
        self._reference = reference

    def figures(self, incident: Incident, now: int, *, wide: bool) -> list[Figure]:
        """The figures of the banner: time since the whistle, who answered, arrived, is late or silent, the next report."""
        whistle, states = incident.whistle, incident.report_ins
        overs = [overlay(state, now) for state in states]
        late = overs.count("late")
        silent = overs.count("silent") + overs.count("lost")
        answered, arrived = answers(states), arrivals(states)
        end = whistle.stood_down_at or whistle.false_alarm_at
        figures = [Figure(self.tr("since the whistle"), when.span((whistle.closed_at or now) - whistle.blown_at))]
        figures.append(Figure(self.tr("answered"), str(answered.part), f" / {answered.whole}"))
        figures.append(Figure(self.tr("arrived"), str(arrived.part), f" / {arrived.whole}"))
        if end is None:
            if late:
                first = next(
                    (
                        self._reference.unit_name(state.unit)
                        for state, over in zip(states, overs, strict=True)
                        if over == "late"
                    ),
                    "",
                )
                figures.append(
                    Figure(self.tr("late"), str(late), warn=True, note=first[:4] if late == 1 and wide else "")
                )
            if silent:
                figures.append(Figure(self.tr("silent"), str(silent), warn=True))
        following = [
            line
            for line in deadlines(whistle)
            if line.met_at is None and not line.stopped and line.name.startswith(("update", "final"))
        ]
        if following:
            left = following[0].due_at - now
            figures.append(
                Figure(
                    clock_word(following[0].name),
                    when.span(left) if left >= 0 else f"+{when.span(left)}",
                    warn=left < 0,
                )
            )
        return figures

    def act(self, whistle: Whistle) -> str:
        """The words of the button that ends the incident; empty when it is over."""
        if not whistle.running:
            return ""
        over = whistle.stood_down_at or whistle.false_alarm_at
        return self.tr("Close the incident") if over is not None else self.tr("Stand down · hold")

    def headline(self, incident: Incident) -> tuple[str, str, str]:
        """(place and title, number and plan and post, mark when no leader has signed)."""
        whistle = incident.whistle
        place = whistle.place_words or self.tr("place to be confirmed")
        post = incident.post
        guesses = (whistle.guesses.get(scale) for scale in GRADED)
        parts = [
            whistle.number,
            *(self._guess_words(one.scale, one.value) for one in guesses if one and one.value),
            self._plan_words(incident),
            self.tr("post at {place}").format(place=post.place_words) if post.known else "",
        ]
        mark = "" if whistle.confirmed_at or whistle.mode == DRILL else self.tr("not yet signed by a leader")
        return f"{place} {whistle.title}", " · ".join(part for part in parts if part), mark

    def phases(self, incident: Incident) -> list[PhaseFace]:
        """Where it stands, phase by phase, with the time of each that is done and the counts of the others."""
        signed = max((one[0] for one in incident.review.signatures), default=None)
        faces = []
        for one in phases(incident.whistle, incident.report_ins, incident.post, signed):
            note = when.clock(one.at) if one.at is not None and one.state == "done" else ""
            if one.whole and one.state == "now":
                note = f"{one.part} / {one.whole}"
            faces.append(PhaseFace(one.code, CODES[one.code], word(PHASES, one.code), one.state, note))
        return faces

    def _guess_words(self, scale: str, value: str) -> str:
        """One scale in few words; the three are never mixed, so each says which it is."""
        words = {
            "event": self.tr("event, first guess: {value}"),
            "warning": self.tr("warning: {value}"),
            "response": self.tr("response level: {value}"),
        }
        return words[scale].format(value=word(SCALE_CODES, value))

    def _plan_words(self, incident: Incident) -> str:
        plan = self._reference.plan(incident.whistle.plan)
        if plan is None:
            return ""
        return self.tr("plan {code} v{n}").format(code=plan.code, n=incident.whistle.plan_version)

    def facts(self, incident: Incident) -> list[FactFace]:
        """The four key facts; what nobody knows says so."""
        faces = []
        for name in FACTS:
            fact = incident.whistle.facts.get(name)
            known = fact is not None and (fact.value is not None or bool(fact.words))
            value = (
                (fact.words if name == "hazard" else str(fact.value))
                if known and fact is not None
                else self.tr("unknown")
            )
            note = when.since(fact.at, incident.whistle.blown_at)[2:] if known and fact is not None else ""
            if known and fact is not None and name != "hazard" and fact.words:
                note = fact.words
            tone = "amb" if name in ("trapped", "injured") and known and fact is not None and fact.value else "tx1"
            faces.append(FactFace(word(FACT_WORDS, name), value, note, not known, tone))
        return faces

    def there(self, incident: Incident) -> Acting | None:
        """Who answers for the place where it happens, of an ended incident who answered then; None where nobody is known."""
        whistle, directory = incident.whistle, self._reference.directory
        if whistle.over_at is not None:
            directory = directory.at(whistle.over_at)
        place = directory.places.get(whistle.place)
        if place is None and whistle.place_words:
            place = directory.locate(whistle.place_words)
        return directory.acting_for(place) if place is not None else None

    def structure(self, incident: Incident) -> tuple[list[Box], str, bool]:
        """(boxes, caption, whether a post stands)."""
        post = incident.post
        standing = post.known and post.withdrawn_at is None
        boxes = []
        if standing:
            boxes.append(Box(self.tr("Commander"), post.commander_words or "—", post.phone, strong=True))
            boxes.append(Box(self.tr("Deputy"), post.deputy_words or "—", ""))
            for group in post.groups:
                members = [self._reference.unit_name(unit) for unit in group.members]
                late = [unit for unit in group.members if self._missing(incident, unit)]
                line = "、".join(members) or "—"
                if late:
                    line += " · " + self.tr("not here: {n}").format(n=len(late))
                boxes.append(Box(group.name, group.lead or "—", line))
        caption = ""
        if post.supporting:
            caption = self.tr("led by {name}; ours supports").format(name=post.handed_over_to)
        elif standing:
            caption = post.place_words
        return boxes, caption, standing

    def _missing(self, incident: Incident, unit: str) -> bool:
        state = next((state for state in incident.report_ins if state.unit == unit), None)
        return state is not None and not state.closed and state.milestone("arrived") is None

    def tasks(self, incident: Incident, now: int) -> list[TaskRow]:
        """One row an order."""
        rows = []
        for one in incident.orders:
            if one.done_at is not None:
                level, state = "done", when.since(one.done_at, incident.whistle.blown_at)[2:]
            elif one.dropped_at is not None:
                level, state = "dropped", self.tr("dropped")
            elif one.lapsed_at is not None:
                level, state = "dropped", self.tr("ended with the incident")
            elif one.due_at is not None and one.due_at < now:
                level, state = "over", f"+{when.span(now - one.due_at)}"
            elif one.due_at is not None:
                level, state = (
                    "taken" if one.acknowledged_at else "open",
                    self.tr("until {time}").format(time=when.clock(one.due_at)),
                )
            else:
                level, state = ("taken", self.tr("under way")) if one.acknowledged_at else ("open", self.tr("open"))
            rows.append(
                TaskRow(one.subject, one.words, self._reference.unit_name(one.unit) if one.unit else "", state, level)
            )
        return rows

    def duties(self, incident: Incident, now: int) -> list[DutyRow]:
        """One row a report upward, with its clock. A drill owes none; one may be written for exercise."""
        whistle = incident.whistle
        rows = []
        if whistle.mode == DRILL:
            rows.append(DutyRow("exercise", self.tr("drill: nothing is reported outside"), "", "none"))
        for line in deadlines(whistle):
            words = clock_word(line.name)
            if line.met_at is not None:
                told = whistle.told.get(line.name)
                who = f" · {told[1]}" if told and told[1] else ""
                late = line.met_at > line.due_at
                rows.append(
                    DutyRow(
                        line.name,
                        words,
                        f"{when.since(line.met_at, whistle.blown_at)[2:]}{who}",
                        "warn" if late else "done",
                    )
                )
                continue
            left = line.due_at - now
            level = "over" if left < 0 else "warn" if now >= line.warn_at else "plain"
            state = f"+{when.span(left)}" if left < 0 else self.tr("left {span}").format(span=when.span(left))
            rows.append(
                DutyRow(
                    line.name,
                    words,
                    self.tr("clock stands") if line.stopped else state,
                    "none" if line.stopped else level,
                )
            )
        return rows

    def steps(self, steps: Sequence[NextStep]) -> list[str]:
        """The words of the prompts."""
        words = {
            "call": self.tr("Call {n} {unit}"),
            "call_again": self.tr("Call {n} {unit} again"),
            "read_back": self.tr("{n} read back?"),
            "tell_leader": self.tr("Tell the main leader"),
            "phone_district": self.tr("Phone the district"),
            "report": self.tr("Situation report"),
            "confirm_place": self.tr("Confirm the place"),
            "set_up_post": self.tr("Set up the post"),
            "meeting": self.tr("Meeting at the post"),
            "withdraw_post": self.tr("Count and withdraw the post"),
            "count": self.tr("{n} find contact"),
            "stand_down": self.tr("Stand down"),
            "final_report": self.tr("Final report"),
            "close": self.tr("Close the incident"),
        }
        return [step.text or words[step.code].format(n=step.ordinal, unit=self._short(step.unit)) for step in steps]

    def _short(self, unit: str) -> str:
        return self._reference.unit_name(unit)[:8] if unit else ""

    def person(self, person: str) -> str:
        found = self._reference.directory.people.get(person)
        return found.name if found else person
