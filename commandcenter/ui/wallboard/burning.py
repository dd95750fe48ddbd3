"""The wall while something burns: the incident in front, the case counts and the duty beside it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.event import DRILL
from commandcenter.domain.indicators import indicators
from commandcenter.domain.report_in import overlay
from commandcenter.domain.timeline import Entry
from commandcenter.domain.whistle import FACTS
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.wallboard.calm import EDGE, GAP, TOP, short_name
from commandcenter.ui.wallboard.departments import Departments, department_faces
from commandcenter.ui.wallboard.incident import Banner, BannerFace, FactFace, Facts, Log
from commandcenter.ui.wallboard.ink import HEIGHT, WIDTH, Ink
from commandcenter.ui.wallboard.panes import Count, CountFace, Duty, DutyFace
from commandcenter.ui.wallboard.story import WallLine, wall_lines
from commandcenter.ui.wallboard.veil import Veil
from commandcenter.ui.words import FACTS as FACT_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate

BANNER = 136
FACTS_HEIGHT = 180
MOST_LINES = 40
"""No wall has room for more; what is not shown is not veiled either."""
ONE_COLUMN = 12
"""Departments up to here stand in one column; the duty beside the log gives its room to a second one."""


class BurningPage(QWidget):
    """One incident. ``show_incident`` after a change, ``tick`` each second."""

    def __init__(self, ink: Ink, reference: Reference, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ink = ink
        self._reference = reference
        self._incident: Incident | None = None
        self._veil = Veil()
        self._turn = ""
        self.banner = Banner(ink, self)
        self.departments = Departments(ink, translate("Wallboard", "Departments"), self)
        self.facts = Facts(ink, self)
        self.log = Log(ink, translate("Wallboard", "Latest"), self)
        self.counts = [Count(ink, self, compact=True) for _ in range(3)]
        self.duty = Duty(ink, translate("Wallboard", "On duty"), self)

    @property
    def drill(self) -> bool:
        """Whether a drill is shown; then nothing here is red."""
        return self._incident is not None and self._incident.whistle.mode == DRILL

    def arrange(self) -> None:
        """Put the parts where they belong."""
        scale = self.ink.scale
        wide, high = max(WIDTH, self.width() / scale), max(HEIGHT, self.height() / scale)
        inner = wide - 2 * EDGE
        many = self._incident is not None and len(self._incident.report_ins) > ONE_COLUMN
        self.banner.place(EDGE, TOP, inner, BANNER)
        top = TOP + BANNER + GAP
        height = high - top - EDGE
        left = inner * (0.58 if many else 0.36)
        right = 0 if many else inner * 0.27
        middle = inner - left - GAP - (right + GAP if right else 0)
        self.departments.columns = 2 if many else 1
        self.departments.place(EDGE, top, left, height)
        x = EDGE + left + GAP
        self.facts.place(x, top, middle, FACTS_HEIGHT)
        below = top + FACTS_HEIGHT + GAP
        tile = 126
        self.duty.setVisible(not many)
        if many:
            self._place_counts(x, high - EDGE - tile, middle, tile)
            self.log.place(x, below, middle, high - EDGE - below - tile - GAP)
        else:
            self.log.place(x, below, middle, high - EDGE - below)
            x += middle + GAP
            self._place_counts(x, top, right, tile)
            self.duty.place(x, top + tile + GAP, right, height - tile - GAP)

    def _place_counts(self, x: float, y: float, width: float, height: float) -> None:
        each = (width - 2 * GAP) / 3
        for place, count in enumerate(self.counts):
            count.place(x + place * (each + GAP), y, each, height)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_incident(self, incident: Incident, entries: list[Entry], veil: Veil, turn: str, now: int) -> None:
        """Show an incident; ``turn`` tells which of several it is."""
        self._incident, self._veil, self._turn = incident, veil, turn
        drill = incident.whistle.mode == DRILL
        lines = wall_lines(entries, incident.whistle.blown_at, self._short, MOST_LINES)
        self.log.show_lines([WallLine(line.time, veil.over(line.words), line.sort) for line in lines], drill=drill)
        self.facts.show_facts([self._fact_face(incident, name) for name in FACTS])
        self.arrange()
        self.tick(now)

    def show_surroundings(self, counts: dict[str, int], duty: list[DutyFace], aside: str, foot: str) -> None:
        """Show the cases and the duty beside the incident. In a drill what is overdue is told without red."""
        over, soon = counts.get("overdue", 0), counts.get("soon", 0)
        loud = not self.drill
        faces = (
            CountFace(
                translate("Wallboard", "Overdue"), "octagon-alert", str(over), "", "over" if over and loud else "plain"
            ),
            CountFace(
                translate("Wallboard", "Due soon"),
                "triangle-alert",
                str(soon),
                "",
                "warn" if soon and loud else "plain",
            ),
            CountFace(translate("Wallboard", "In hand"), "folder-open", str(counts.get("open", 0))),
        )
        for count, face in zip(self.counts, faces, strict=True):
            count.show_face(face)
        self.duty.show_duty(duty, aside, foot)

    def tick(self, now: int) -> None:
        """Every clock moves."""
        incident = self._incident
        if incident is None:
            return
        names = {state.unit: self._short(state.unit) for state in incident.report_ins}
        self.departments.show_faces(department_faces(incident.report_ins, names, now), drill=self.drill)
        self.banner.show_face(self._banner_face(incident, now))

    def _banner_face(self, incident: Incident, now: int) -> BannerFace:
        whistle, states = incident.whistle, incident.report_ins
        found = indicators(whistle, states, now)
        overs = [overlay(state, now) for state in states]
        late = overs.count("late")
        silent = overs.count("silent") + overs.count("lost")
        figures = (
            Figure(
                translate("Wallboard", "since the whistle"), when.span((whistle.closed_at or now) - whistle.blown_at)
            ),
            Figure(translate("Wallboard", "answered"), str(found.answered.part), f" / {found.answered.whole}"),
            Figure(translate("Wallboard", "arrived"), str(found.arrived.part), f" / {found.arrived.whole}"),
            Figure(translate("Wallboard", "late"), str(late), warn=late > 0),
            Figure(translate("Wallboard", "silent"), str(silent), warn=silent > 0),
        )
        title = f"{self._where(incident)} {self._veil.over(whistle.title) or self._plan(incident)}".strip()
        over = ""
        if whistle.stood_down_at is not None:
            over = translate("Wallboard", "Stood down")
        elif whistle.false_alarm_at is not None:
            over = translate("Wallboard", "False alarm")
        return BannerFace(self.drill, title, self._line(incident), figures, self._turn, over)

    def _where(self, incident: Incident) -> str:
        whistle = incident.whistle
        place = self._reference.directory.places.get(whistle.place)
        words = self._veil.over(whistle.place_words) or (place.name if place else "")
        return words or translate("Wallboard", "place to be confirmed")

    def _plan(self, incident: Incident) -> str:
        plan = self._reference.plan(incident.whistle.plan)
        return plan.name if plan else ""

    def _line(self, incident: Incident) -> str:
        whistle, post = incident.whistle, incident.post
        parts = [whistle.number]
        if whistle.stood_down_at is not None:
            parts.append(translate("Wallboard", "stood down {time}").format(time=when.clock(whistle.stood_down_at)))
        elif whistle.false_alarm_at is not None:
            parts.append(translate("Wallboard", "false alarm {time}").format(time=when.clock(whistle.false_alarm_at)))
        if not post.known:
            parts.append(translate("Wallboard", "no command post yet"))
            return " · ".join(parts)
        if post.supporting:
            parts.append(translate("Wallboard", "led by {name}; ours supports").format(name=post.handed_over_to))
        else:
            person = self._reference.directory.people.get(post.commander)
            name = post.commander_words or (person.name if person else post.commander)
            parts.append(translate("Wallboard", "commander {name}").format(name=name))
        place = self._reference.directory.places.get(post.place)
        where = self._veil.over(post.place_words) or (place.name if place else "")
        if where:
            parts.append(translate("Wallboard", "post at {place}").format(place=where))
        return " · ".join(parts)

    def _fact_face(self, incident: Incident, name: str) -> FactFace:
        fact = incident.whistle.facts.get(name)
        words = word(FACT_WORDS, name)
        if fact is None or (fact.value is None and not fact.words):
            return FactFace(words, translate("Wallboard", "unknown"), unknown=True)
        if name == FACTS[0] or fact.value is None:
            return FactFace(words, self._veil.over(fact.words))
        return FactFace(words, str(fact.value), warn=name in ("trapped", "injured") and fact.value > 0)

    def _short(self, unit: str) -> str:
        return short_name(self._reference.unit_name(unit))
