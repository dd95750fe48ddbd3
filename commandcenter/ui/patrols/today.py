"""The turns of a day: who walks where, where it stands, the open spots first, and every step by one key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QKeyEvent

from commandcenter.desk.engine import Done
from commandcenter.domain import patrol_acts as acts
from commandcenter.domain.clock import local_date
from commandcenter.domain.event import Fact
from commandcenter.domain.office import OFFICE
from commandcenter.domain.patrol import UNDER_WAY, Finding, Patrol
from commandcenter.domain.patrol_plan import day_number, day_of
from commandcenter.domain.roster import Person
from commandcenter.journal.reading.patrols import PatrolRow, Spot
from commandcenter.ui import when
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.matterlog import Lines, log_rows
from commandcenter.ui.parts.mattertab import Act, MatterTab
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import RowPainter
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Toast
from commandcenter.ui.parts.stagebar import Step
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.patrol_words import (
    CALLS,
    CHECKS,
    DUTIES,
    HOWS,
    LOOKS,
    MAKE_UPS,
    REASONS,
    STAGES,
    TOLD,
    WEATHERS,
    patrol_word,
)
from commandcenter.ui.patrols.bring import BringSheet
from commandcenter.ui.patrols.forms import PatrolForms
from commandcenter.ui.patrols.photos import PhotoHand
from commandcenter.ui.patrols.rows import (
    SpotLine,
    SpotPainter,
    TurnPainter,
    lines_of,
    over_time,
    stage_of,
    window_words,
)
from commandcenter.ui.words import ROLES, word

# mypy: disable-error-code="dict-item"

_LINES: Lines = {
    "planned": (QT_TRANSLATE_NOOP("PatrolLog", "Planned"), "calendar-days", "system"),
    "reassigned": (QT_TRANSLATE_NOOP("PatrolLog", "{person} walks"), "user", "order"),
    "cancelled": (QT_TRANSLATE_NOOP("PatrolLog", "Taken off"), "circle-minus", "order"),
    "restored": (QT_TRANSLATE_NOOP("PatrolLog", "Planned again"), "calendar-days", "system"),
    "signed_in": (QT_TRANSLATE_NOOP("PatrolLog", "Signed in {where}"), "log-in", "situation"),
    "stopped": (QT_TRANSLATE_NOOP("PatrolLog", "Stop, {duty}"), "map-pin", "situation"),
    "checked": (QT_TRANSLATE_NOOP("PatrolLog", "Checklist: {checks}"), "list-checks", "situation"),
    "found": (QT_TRANSLATE_NOOP("PatrolLog", "Found"), "triangle-alert", "situation"),
    "photographed": (QT_TRANSLATE_NOOP("PatrolLog", "Photo"), "image", "situation"),
    "handled": (QT_TRANSLATE_NOOP("PatrolLog", "Handled on the spot, {how}"), "hand", "situation"),
    "reported": (QT_TRANSLATE_NOOP("PatrolLog", "Reported, a case"), "folder-kanban", "order"),
    "whistle_asked": (QT_TRANSLATE_NOOP("PatrolLog", "An emergency whistle was asked for"), "whistle", "alarm"),
    "looked": (QT_TRANSLATE_NOOP("PatrolLog", "Looked again: {result}"), "repeat", "situation"),
    "rechecked": (QT_TRANSLATE_NOOP("PatrolLog", "A later walk looked: {result}"), "repeat", "system"),
    "ended": (QT_TRANSLATE_NOOP("PatrolLog", "Ended"), "circle-check", "order"),
    "entered": (QT_TRANSLATE_NOOP("PatrolLog", "Entered afterwards"), "pencil", "order"),
    "made_up": (QT_TRANSLATE_NOOP("PatrolLog", "Another walk: {make_up}"), "footprints", "system"),
    "told_on": (QT_TRANSLATE_NOOP("PatrolLog", "Missed, {whom} {person}: {call}"), "phone", "order"),
}


MISSED = 2
"""The place of that filter."""


class TurnsPage(MatterTab):
    """The first page of the tab 巡查."""

    name = "patrol_turns"
    family = "patrol"
    state_type = Patrol
    cared = frozenset({"place", "person", "appointment", "absence", "patrol_list"})
    shares = (44, 56)
    detail_shares = (57, 43)

    def __init__(self, context: Context) -> None:
        self._day: date | None = None
        self._shown_day = date.min
        self.spots: list[Spot] = []
        self._found_before = ("", 0)
        super().__init__(context)
        self.forms = PatrolForms(self.acting, self.desk, self.now, self._open_at)
        self.photos = PhotoHand(context, self)
        self.line_view.moved.connect(self._on_line_moved)

    def title(self) -> str:
        return self.tr("Turns")

    # -- what there is ---------------------------------------------------------------------------------------------

    def acts(self) -> Sequence[Act]:
        key = Qt.Key
        return (
            Act("new", key.Key_N, self.tr("Set out"), "footprints", self._start),
            Act("assign", key.Key_A, self.tr("Send"), "send", self._assign),
            Act("enter_new", key.Key_L, self.tr("Enter late"), "pencil", self._enter, _none, shown=False),
            Act("bring", key.Key_I, self.tr("From a file"), "file-spreadsheet", self._bring),
            Act("sign_in", key.Key_S, self.tr("Sign in"), "log-in", self._sign_in, self._waits, step=True),
            Act(
                "makeup", key.Key_N, self.tr("Make up for it"), "footprints", self._make_up, self._is_missed, step=True
            ),
            Act("handle", key.Key_H, self.tr("Handled on the spot"), "hand", self._handle, _undecided, step=True),
            Act("look", key.Key_R, self.tr("Look again"), "repeat", self._look, self._unlooked, step=True),
            Act("first_stop", key.Key_T, self.tr("Stop"), "map-pin", self._stop, _signed_in, step=True),
            Act("end", key.Key_E, self.tr("End"), "circle-check", self._end, _walking, step=True),
            Act("stop", key.Key_T, self.tr("Stop"), "map-pin", self._stop, _walking),
            Act("find", key.Key_F, self.tr("Found something"), "triangle-alert", self._find, _may_find),
            Act("report", key.Key_G, self.tr("Report as a case"), "folder-kanban", self._report, self._reportable),
            Act("look_line", key.Key_R, self.tr("Look again"), "repeat", self._look, self._unlooked, on_line=True),
            Act("photo", key.Key_V, self.tr("Photo"), "image", self._photo, _has_findings, on_line=True),
            Act("view", key.Key_U, self.tr("See the photos"), "eye", self._view, self._has_photos, on_line=True),
            Act("case", key.Key_O, self.tr("Its case"), "folder-kanban", self._case, self._has_case, on_line=True),
            Act("checks", key.Key_C, self.tr("Checklist"), "list-checks", self._check, _checkable),
            Act("enter", key.Key_L, self.tr("Enter late"), "pencil", self._enter, _known),
            Act("reassign", key.Key_W, self.tr("Somebody else"), "users", self._reassign, _planned, shown=False),
            Act("cancel", key.Key_X, self.tr("Take off"), "circle-minus", self._cancel, self._waits, shown=False),
            Act("tell", key.Key_D, self.tr("Write down who was told"), "message-square", self._tell, self._owed),
            Act("ring", key.Key_P, self.tr("Call and tell"), "phone", self._phone, self._owed),
            Act("phone", key.Key_P, self.tr("Phone"), "phone", self._phone, self._not_owed, shown=False),
        )

    def row_painters(self) -> tuple[RowPainter, RowPainter]:
        reference = self.desk.reference
        return TurnPainter(self.look, reference, self), SpotPainter(self.look, reference, self)

    def nothing(self) -> tuple[str, str, str]:
        return "footprints", self.tr("No turn on this day"), self.tr("N sets out without one; plans stand under 3.")

    def lines_title(self) -> str:
        return self.tr("Open spots and findings")

    def no_lines(self) -> str:
        return self.tr("No open spot here, nothing found on this walk yet")

    def filters(self) -> Sequence[str]:
        return (self.tr("All"), self.tr("Under way"), self.tr("Missed"), self.tr("With open spots"))

    @property
    def day(self) -> date:
        """The day that is shown."""
        return self._day or local_date(self.now())

    def found(self, place: int) -> list[Any]:
        reader, now = self.desk.read.patrols, self.now()
        self.painter.day = day_number(self.day)  # type: ignore[attr-defined]
        if place == MISSED:
            return list(reader.missed_lately(self.day, now))
        rows = reader.of_day(self.day)
        if place == 1:
            rows = [row for row in rows if row.stage in UNDER_WAY]
        elif place == 3:
            rows = [row for row in rows if row.open_spots]
        return rows

    def one(self, key: str) -> Patrol:
        state = self.desk.read.patrols.one(key)
        self.spots = self._spots_of(state)
        return state

    def story_of(self, key: str) -> Sequence[Fact]:
        return self.desk.read.patrols.facts(key)

    def _spots_of(self, state: Patrol) -> list[Spot]:
        """The open spots of the place, but for those of this very walk; those it has looked at stay in sight."""
        if not state.known:
            return []
        reader = self.desk.read.patrols
        found = {spot.key: spot for spot in reader.spots(state.place) if spot.patrol != state.id}
        if state.stage in ("ended", "cancelled"):
            found = {}
        for look in state.looks:
            patrol, _, finding = look.spot.rpartition("/")
            one = reader.one(patrol).finding(finding) if look.spot not in found else None
            if one is not None:
                found[look.spot] = Spot(patrol, state.place, one)
        return list(found.values())

    def tick(self, now: int) -> None:
        super().tick(now)
        if self._shown_day != self.day:  # midnight has passed
            self.load()

    def load(self) -> None:
        self._shown_day = self.day
        super().load()
        rows = self.model.rows
        missed = sum(row.missed(self.now()) for row in rows)
        walked = sum(row.missed(self.now()) and not row.owed(self.now()) for row in rows)
        span = self.tr("7 days to {day}").format(day=self._day_words()) if self.filter.current == MISSED else ""
        told = self.tr("{day} · turns {n}").format(day=span or self._day_words(), n=len(rows))
        if missed and not span:
            told = self.tr("{told} · missed {n}").format(told=told, n=missed)
        if walked and not span:
            told = self.tr("{told}, made up for {n}").format(told=told, n=walked)
        self.panel.caption.setText(told)
        self.show_acts()

    def _day_words(self) -> str:
        today = local_date(self.now())
        if self.day == today:
            return self.tr("today")
        return f"{self.day.month}-{self.day.day} {when.weekday(self.day.weekday())}"

    def where(self) -> Mapping[str, Any]:
        return {"patrol": self.state.id} if self.state is not None else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("patrol"):
            self._wanted = str(what["patrol"])
            state = self.desk.read.patrols.one(self._wanted)
            self._day = day_of(state.day) if state.known else self._day
            self.filter.pick(0)
            self.load()
        elif what.get("view") == "missed":  # up to today, wherever one looked before
            self._day = None
            self.filter.pick(MISSED)
            self.load()
        elif what.get("place"):
            self.load()
            place = next((at for at, row in enumerate(self.model.rows) if row.place == what["place"]), -1)
            if place >= 0:
                self.view.go(place)
        if what.get("assign"):
            self.forms.assign(str(what["assign"]))

    def whistle_context(self) -> Mapping[str, Any]:
        """What F9 takes along: the street of the walk; and the finding it is blown for is marked."""
        state, line = self.state, self.line
        if state is None or not state.known:
            return {}
        one = line.finding if isinstance(line, SpotLine) and line.own else next(iter(state.undecided), None)
        found: dict[str, Any] = {"place": state.place}
        if one is not None and one.open:
            if one.case:
                found["case"] = one.case
            if one.asked_at is None:
                self.desk.submit(acts.AskForWhistle(patrol=state.id, finding=one.id))
        return found

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show_state(self, state: Patrol) -> None:
        """The mark goes to what was found just now: G, V, O and F9 mean that, and not an older spot above it."""
        before, self._found_before = self._found_before, (state.id, len(state.findings))
        super()._show_state(state)
        if before[0] == state.id and len(state.findings) > before[1]:
            self.line_view.go(self.line_model.place_of(state.findings[-1].id))

    def head(self, state: Patrol | PatrolRow) -> tuple[str, str]:
        place = self.desk.reference.directory.places.get(state.place)
        told = (
            window_words(state.window_start, state.window_end),
            word(ROLES, state.role),
            self.person(state.person),
            patrol_word(STAGES, stage_of(state, self.now())),
        )
        return place.name if place else state.place, " · ".join(part for part in told if part)

    def steps(self, state: Patrol) -> tuple[Sequence[Step], str]:
        order: tuple[str, ...] = ("planned", "signed_in", "walking", "ended")
        at = {"finding": "walking"}.get(state.stage, state.stage)
        if state.missed(self.now()):
            order, at = ("planned", "missed"), "missed"
        elif state.stage == "cancelled":
            order = ("planned", "cancelled")
        facts = {"planned": state.planned_at or None, "signed_in": state.begun_at, "ended": state.ended_at}
        return [
            Step(code, patrol_word(STAGES, code), when.moment(facts[code], self.now()) if facts.get(code) else "")
            for code in order
        ], at

    def facts(self, state: Patrol) -> Sequence[Known]:
        directory, now = self.desk.reference.directory, self.now()
        lists = self.desk.reference.patrol_lists
        deputy = self._deputy(state)
        community = directory.places.get(state.community)
        checklist = lists.get(state.checklist)
        minutes = (state.ended_at - state.begun_at) // 60_000 if state.ended_at and state.begun_at is not None else None
        missed = state.missed(now)
        return (
            Known(self.tr("Deputy"), f"{deputy.name} {deputy.phone}" if deputy and missed else ""),
            Known(self.tr("To be told"), self._to_tell(state), "amb"),
            Known(self.tr("Told"), self._told_on(state)),
            Known(self.tr("Made up"), patrol_word(MAKE_UPS, state.make_up) if state.make_up else ""),
            Known(self.tr("Who walks"), self.person(state.person) or self.tr("nobody"), "1" if state.person else "amb"),
            Known(self.tr("Window"), window_words(state.window_start, state.window_end),
                  "amb" if over_time(state, now) else "1"),
            Known(self.tr("Why"), patrol_word(REASONS, state.reason)),
            Known(self.tr("Community"), community.name if community else when.UNKNOWN),
            Known(self.tr("Signed in"), " ".join(part for part in (when.clock(state.begun_at), state.where) if part)
                  if state.begun_at is not None else ""),
            Known(self.tr("Weather"), patrol_word(WEATHERS, state.weather)),
            Known(self.tr("Length"), self.tr("{n} m").format(n=state.length_m) if state.length_m is not None else ""),
            Known(self.tr("Took"), self.tr("{n} min").format(n=minutes) if minutes is not None else ""),
            Known(self.tr("On time"), self._on_time(state)),
            Known(self.tr("Route"), " → ".join(state.route)),
            Known(self.tr("Stops"), " → ".join(stop.words for stop in state.stops)),
            Known(self.tr("Checklist"), checklist.name if checklist else ""),
            Known(self.tr("Not fine"), "、".join(
                checklist.words_of(code) if checklist else code for code, said in state.checks.items() if said == "bad"
            ), "amb"),
            Known(self.tr("Remark"), state.words),
        )  # fmt: skip

    def _on_time(self, state: Patrol) -> str:
        if state.window_end is None or state.ended_at is None:
            return ""
        return self.tr("yes") if state.on_time else self.tr("ended after the window")

    def _told_on(self, state: Patrol) -> str:
        """Who was told by whom, and who did not answer: only what a person has recorded."""
        told = []
        for one in state.tellings:
            words = (patrol_word(TOLD, one.whom), self.person(one.person), patrol_word(CALLS, one.result))
            told.append(" ".join(part for part in (*words, when.moment(one.at, self.now())) if part))
        return "；".join(told)

    def _due_to(self, state: Patrol) -> list[tuple[str, int]]:
        """Who is to be told of a missed turn since when, and was not: the deputy first."""
        if not self._owed(state):
            return []
        moments = (("deputy", state.window_end), ("community", state.community_at))
        return [(whom, at) for whom, at in moments if at is not None and at <= self.now() and not state.told(whom)]

    def _to_tell(self, state: Patrol) -> str:
        return "、".join(
            self.tr("{whom} (since {time})").format(whom=patrol_word(TOLD, whom), time=when.moment(at, self.now()))
            for whom, at in self._due_to(state)
        )

    def lines(self, state: Patrol) -> Sequence[SpotLine]:
        cases = [one.case for one in (*state.findings, *(spot.finding for spot in self.spots)) if one.case]
        numbers = {row.id: row.number for row in self.desk.read.cases.by_id(cases)} if cases else {}
        return lines_of(state, self.spots, numbers)

    def log(self, state: Patrol, facts: Sequence[Fact]) -> Sequence[TimelineRow]:
        return log_rows(facts, "PatrolLog", _LINES, self._gaps, self.person, self.now())

    def _gaps(self, fact: Fact) -> Mapping[str, str]:
        body, said = fact.body, fact.body.get("items")
        items = self._items()
        checks = said if isinstance(said, Mapping) else {}
        return {
            "person": self.person(str(body.get("person", ""))),
            "make_up": patrol_word(MAKE_UPS, str(body.get("stage", ""))) or self.tr("taken off"),
            "whom": patrol_word(TOLD, str(body.get("whom", ""))),
            "call": patrol_word(CALLS, str(body.get("result", ""))),
            "where": fact.words("where"),
            "duty": patrol_word(DUTIES, str(body.get("duty", "patrol"))),
            "how": patrol_word(HOWS, str(body.get("how", "other"))),
            "result": patrol_word(LOOKS, str(body.get("result", ""))),
            "checks": "、".join(
                f"{items.get(code, code)} {patrol_word(CHECKS, str(value))}" for code, value in checks.items()
            ),
        }

    def _items(self) -> dict[str, str]:
        found = self.desk.reference.patrol_lists.get(self.state.checklist) if self.state is not None else None
        return {item.code: item.words for item in found.items} if found is not None else {}

    def _on_line_moved(self, _place: int) -> None:
        """Another line: what can be done with it stands in the head."""
        self.show_acts()

    # -- what fits -------------------------------------------------------------------------------------------------

    def _waits(self, state: Patrol) -> bool:
        return state.stage == "planned" and not state.missed(self.now())

    def _is_missed(self, state: Patrol) -> bool:
        """Nobody was sent to make up for it, or whoever was sent did not go."""
        standing = self.desk.read.patrols.one(state.made_up_by) if state.made_up_by else None
        return acts.may_be_made_up(state, standing, self.now())

    def _owed(self, state: Patrol) -> bool:
        return state.missed(self.now()) and state.make_up != "walked"

    def _not_owed(self, state: Patrol) -> bool:
        return state.known and not self._owed(state)

    def _unlooked(self, state: Patrol) -> bool:
        return state.stage in UNDER_WAY and any(not line.own and not line.looked for line in self.lines(state))

    def _reportable(self, state: Patrol) -> bool:
        return self._to_report(state) is not None

    def _has_case(self, _state: Patrol) -> bool:
        line = self.line
        return isinstance(line, SpotLine) and bool(line.finding.case)

    def _has_photos(self, _state: Patrol) -> bool:
        line = self.line
        return isinstance(line, SpotLine) and bool(line.finding.photos)

    def _to_report(self, state: Patrol) -> Finding | None:
        """The chosen finding of this walk, else the one to be decided on, else the first that is open."""
        line = self.line
        if isinstance(line, SpotLine) and line.own and line.finding.open and not line.finding.case:
            return line.finding
        waiting = (*state.undecided, *(one for one in state.open_spots if one.outcome == "handled"))
        return next(iter(waiting), None)

    # -- doing -----------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self.state is not None and self._is_missed(self.state):
            self._make_up()
            return
        self.forms.start()

    def _open_at(self, place: str) -> Sequence[Spot]:
        return self.desk.read.patrols.spots(place)

    def _make_up(self) -> None:
        self.forms.start(self.state)

    def _assign(self) -> None:
        missed = self.state if self.state is not None and self._is_missed(self.state) else None
        self.forms.assign(self.state.place if self.state is not None else "", missed)

    def _tell(self) -> None:
        due = self._due_to(self.state)
        whom = due[0][0] if due else "deputy"
        self.forms.tell(self.state, whom, self._deputy(self.state))

    def _deputy(self, state: Patrol) -> Person | None:
        """Who answers for the street in place of the chief."""
        found = next(iter(self.desk.reference.directory.holders(f"place/{state.place}", "deputy")), None)
        return (found.reached or found.person) if found is not None else None

    def _bring(self) -> None:
        sheet = BringSheet(self.context, self.window())
        sheet.brought.connect(self.load)
        sheet.open_sheet()

    def _sign_in(self) -> None:
        self.forms.sign_in(self.state, self.spots)

    def _stop(self) -> None:
        self.forms.stop(self.state)

    def _find(self) -> None:
        self.forms.find(self.state)

    def _handle(self) -> None:
        self.forms.handle(self.state, self.state.undecided[0])

    def _report(self) -> None:
        one = self._to_report(self.state)
        if one is not None:
            self.forms.report(self.state, one)

    def _on_done(self, done: Done) -> None:
        super()._on_done(done)
        number = done.report.get("number")
        if number:
            words = self.tr("Case {number} is registered; O opens it").format(number=number)
            self.services.toast.emit(Toast(words, kind="done"))

    def _look(self) -> None:
        line = self.line
        spot = line.spot if isinstance(line, SpotLine) and line.spot is not None and not line.looked else None
        if spot is None:
            waiting = (one for one in self.lines(self.state) if one.spot is not None and not one.looked)
            spot = next((one.spot for one in waiting), None)
        if spot is not None:
            self.forms.look(self.state, spot)

    def _photo(self) -> None:
        line = self.line
        own = line.finding if isinstance(line, SpotLine) and line.own else self.state.findings[-1]
        self.photos.browse(self.state.id, own.id)

    def _view(self) -> None:
        line = self.line
        if isinstance(line, SpotLine):
            self.photos.open(line.finding.photos, f"{self.state.day}")

    def _case(self) -> None:
        line = self.line
        if isinstance(line, SpotLine) and line.finding.case:
            self.services.go.emit(Go("cases", {"case": line.finding.case}))

    def _check(self) -> None:
        self.forms.check(self.state)

    def _enter(self) -> None:
        planned = self.state is not None and self.state.stage == "planned"
        self.forms.enter(self.state if planned else None)

    def _end(self) -> None:
        self.forms.end(self.state)

    def _reassign(self) -> None:
        self.forms.reassign(self.state)

    def _cancel(self) -> None:
        self.forms.cancel(self.state)

    def _phone(self) -> None:
        """Who walks; for a missed turn whoever is to be told next: the deputy, then the duty room of the community."""
        state, directory = self.state, self.desk.reference.directory
        person = directory.people.get(state.person)
        what = word(ROLES, state.role)
        missed = whom = ""
        if self._owed(state):
            due = [code for code, _ in self._due_to(state)]
            unit, deputy = self.desk.reference.units.get(state.community), self._deputy(state)
            if ("deputy" not in due or deputy is None) and unit is not None and unit.duty_phone and "community" in due:
                room = Phone(
                    unit.name, self.tr("duty room"), unit.duty_phone, unit=unit.id, missed=state.id, whom="community"
                )
                self.services.phone.emit(room)
                return
            if deputy is not None:
                person, what, missed, whom = deputy, word(ROLES, "deputy"), state.id, "deputy"
        if person is None or not person.phone:
            self.services.toast.emit(Toast(self.tr("No number is known."), kind="warn"))
            return
        self.services.phone.emit(Phone(person.name, what, person.phone, person=person.id, missed=missed, whom=whom))

    # -- paper and days --------------------------------------------------------------------------------------------

    def print_(self) -> None:
        """Ctrl+P: the record of the chosen walk, and the list of the week beside it."""
        forms = [("patrol_week", OFFICE)]
        if self.state is not None and self.state.begun_at is not None:
            forms.insert(0, ("patrol_record", f"patrol/{self.state.id}"))
        print_form(self.context, self, *forms, options={"day": day_number(self.day)})

    def more_hints(self) -> Hints:
        return [("[ ]", self.tr("day")), ("Ctrl P", self.tr("print")), ("F9", self.tr("blow a whistle"))]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_BracketLeft: -1, Qt.Key.Key_BracketRight: 1}
        key = Qt.Key(event.key())
        if key in steps and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.go_day(self.day + timedelta(days=steps[key]))
        else:
            super().keyPressEvent(event)

    def go_day(self, day: date) -> None:
        """Show another day."""
        self._day = None if day == local_date(self.now()) else day
        self.load()


def _none(state: Patrol | None) -> bool:
    return state is None


def _known(state: Patrol) -> bool:
    return state.known


def _planned(state: Patrol) -> bool:
    return state.stage == "planned"


def _undecided(state: Patrol) -> bool:
    return bool(state.undecided)


def _signed_in(state: Patrol) -> bool:
    return state.stage == "signed_in"


def _walking(state: Patrol) -> bool:
    return state.stage == "walking"


def _may_find(state: Patrol) -> bool:
    return state.stage in ("signed_in", "walking")


def _has_findings(state: Patrol) -> bool:
    return bool(state.findings)


def _checkable(state: Patrol) -> bool:
    return state.stage in UNDER_WAY and bool(state.checklist)
