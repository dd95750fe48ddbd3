"""The whistle that is being put together: mode, plan, place, who is called, with which words. No widget knows more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from commandcenter.desk.reference import Reference
from commandcenter.domain.call import Call
from commandcenter.domain.case import Case
from commandcenter.domain.clock import MINUTE, local
from commandcenter.domain.drill import DrillPlan, marked
from commandcenter.domain.event import DRILL, REAL, Mode
from commandcenter.domain.limit import ANSWER, ARRIVE, LEAVE, SAME_EVENT
from commandcenter.domain.plan import Plan, PlanUnit, partly, plan_for
from commandcenter.domain.roster import Answering, Place
from commandcenter.domain.unit import Unit
from commandcenter.domain.warning import Warning
from commandcenter.domain.whereabouts import NOWHERE, Whereabouts, in_short
from commandcenter.domain.whistle import Whistle
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.domain.whistle_more_acts import JoinCall
from commandcenter.domain.whistle_scales import kind_named
from commandcenter.journal.reading.incidents import WhistleRow

DUPLICATE_MS = 15 * MINUTE
"""Two whistles of one place and kind within this time are perhaps one event (domain.md 5.4), where no limit says otherwise."""


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A department to choose: ``relation`` is the right it is called by, ``ordinal`` its place on the board to come.

    ``ask`` is the number of people asked for, as text; ``origin`` why it is there: ``plan``, ``place``, ``hand``. ``limits`` are minutes by clock; None where it keeps its own rule.
    """

    unit: str
    name: str
    relation: str
    lead: bool
    contact: str
    phone: str
    limits: dict[str, float | None]
    ask: str
    ticked: bool
    why: str
    ordinal: int
    origin: str = "plan"

    @property
    def callable(self) -> bool:
        """Whether there is a number to dial."""
        return bool(self.phone)


@dataclass
class WhistleDraft:
    """What the console holds before it is blown."""

    reference: Reference
    mode: Mode = REAL
    plan: Plan | None = None
    drill: DrillPlan | None = None
    case: Case | None = None
    call: str = ""
    call_number: str = ""
    called_at: int = 0
    title: str = ""
    place_words: str = ""
    there: Whereabouts = NOWHERE
    brought_place: str = ""
    brought_title: str = ""
    received_at: int | None = None
    guesses: dict[str, str] = field(default_factory=dict)
    guess_words: str = ""
    assembly: str = ""
    assembly_words: str = ""
    as_new: bool = False
    warning: str = ""
    touched: dict[str, bool] = field(default_factory=dict)
    added: list[str] = field(default_factory=list)

    @property
    def place(self) -> Place | None:
        """The place of the roster that was named."""
        return self.there.place

    @property
    def answering(self) -> Answering | None:
        """Who answers there."""
        return self.there.answering

    # -- choosing --------------------------------------------------------------------------------------------------

    def take_place(self, words: str) -> None:
        """A place as typed; it stays as typed where the roster does not know it."""
        self.place_words = words.strip()
        self.there = self.reference.whereabouts(self.place_words) if self.place_words else NOWHERE

    def take_plan(self, plan: Plan) -> None:
        """Another plan: what was ticked by hand before is forgotten."""
        self.plan = plan
        self.touched = {}

    def take_drill(self, drill: DrillPlan) -> None:
        """A drill plan brings its place and its name."""
        self.drill = drill
        place = self.reference.directory.places.get(drill.place)
        self.take_place(drill.place_words or (place.name if place else ""))
        self.title = drill.name

    def take_case(self, case: Case, category_path: str) -> None:
        """A case brings its place and title, and the plan whose name it speaks of."""
        self.case, self.title = case, case.title
        place = self.reference.directory.places.get(case.place)
        self.bring_place(case.place_words or (place.name if place else ""))
        self.brought_title = case.title
        plan = plan_for(self.reference.plans, f"{case.title}{case.text}{category_path}")
        if plan is not None:
            self.take_plan(plan)

    def follow_case(self, case: Case, category_path: str) -> None:
        """A case that was being registered while the console was filled in: it brings what nobody entered here meanwhile."""
        plan, touched, place, title = self.plan, self.touched, self.place_words, self.title
        self.take_case(case, category_path)
        if plan is not None:
            self.plan, self.touched = plan, touched
        if place:
            self.take_place(place)
        self.title = title or self.title

    def take_call(self, key: str, call: Call) -> None:
        """A telephone call brings when the word came in, what was said in one line, the place and the plan its words speak of;
        it learns of the whistle. What was entered here before it stays.
        """
        self.call, self.call_number, self.called_at, self.received_at = key, call.number, call.at, call.at
        there = self.reference.whereabouts(call.said)
        if there.place is not None and not self.place_words:
            self.bring_place(there.words)
        if not self.title:
            self.title = self.brought_title = in_short(call.said, self.place_words)
        plan = plan_for(self.reference.plans, call.said)
        if plan is not None and self.plan is None:
            self.take_plan(plan)

    def take_warning(self, warning: Warning) -> None:
        """A warning brings its title, and its colour as the warning level; it learns of the whistle."""
        self.warning = warning.id
        self.title = self.brought_title = warning.title
        self.guesses["warning"] = warning.colour

    def bring_place(self, words: str) -> None:
        """A place that came along from another screen; nobody typed it here."""
        self.take_place(words)
        self.brought_place = self.place_words

    @property
    def brought(self) -> bool:
        """Whether a case or a place from another screen is still part of it."""
        return (
            self.case is not None
            or bool(self.warning or self.call)
            or bool(self.brought_place and self.place_words == self.brought_place)
        )

    def drop_brought(self) -> None:
        """Without the case, and without its place and words unless others were typed; plan and departments stay."""
        if self.place_words == self.brought_place:
            self.take_place("")
        if self.title == self.brought_title:
            self.title = ""
        if self.warning:
            self.guesses.pop("warning", None)
        self.call = ""
        self.case, self.warning, self.brought_place, self.brought_title = None, "", "", ""

    def add(self, unit: str) -> None:
        """Call another department."""
        self.added.append(unit)
        self.touched[unit] = True

    # -- what follows ----------------------------------------------------------------------------------------------

    def rows(self) -> list[UnitRow]:
        """The departments in the order they are called; the ticked ones are numbered."""
        rows = []
        office = office_limits(self.reference)
        ordinal = 0
        for unit, line in self._candidates():
            chosen = self._beforehand(unit.id, line) or unit.id in self.added
            ticked = self.touched.get(unit.id, chosen)
            ordinal += ticked
            contact = unit.contacts[0] if unit.contacts else None
            rows.append(
                UnitRow(
                    unit=unit.id,
                    name=unit.name,
                    relation=line.relation if line and line.relation else unit.relation,
                    lead=bool(line and line.duty == "lead"),
                    contact=contact.name if contact else "",
                    phone=unit.duty_phone or (contact.phone if contact else ""),
                    limits=limits_of(unit, line, office),
                    ask=str(line.ask) if line and line.ask else "",
                    ticked=ticked,
                    why=(line.why if line else "") or unit.first_action,
                    ordinal=ordinal,
                    origin=self._origin(unit.id),
                )
            )
        return rows

    def _beforehand(self, unit: str, line: PlanUnit | None) -> bool:
        """Whether a department is ticked before anybody does it: those who take part in the drill, else those of the plan."""
        if self.drill is not None and self.drill.units:
            return unit in self.drill.units
        return line is not None and not line.optional

    def _origin(self, unit: str) -> str:
        """Why a department is in the list: the ``plan``, the ``place`` (its community), or a ``hand``."""
        if self.plan is not None and any(line.unit == unit for line in self.plan.units):
            return "plan"
        community = self.answering.community if self.answering else None
        return "place" if community is not None and community.id == unit else "hand"

    def _candidates(self) -> list[tuple[Unit, PlanUnit | None]]:
        """The plan's units, the community of the place, and those added by hand."""
        units = self.reference.units
        found: list[tuple[Unit, PlanUnit | None]] = [
            (units[line.unit], line) for line in (self.plan.units if self.plan else ()) if line.unit in units
        ]
        known = {unit.id for unit, _ in found}
        community = self.answering.community if self.answering else None
        if self.plan is not None and community is not None and community.id in units and community.id not in known:
            found.append((units[community.id], PlanUnit(community.id, why="引导人员，熟悉住户")))
            known.add(community.id)
        invited = self.drill.units if self.drill is not None else ()
        others = dict.fromkeys(unit for unit in (*invited, *self.added) if unit in units and unit not in known)
        return [*found, *((units[unit], None) for unit in others)]

    def facts(self, now: int) -> dict[str, str]:
        """What fills the texts. Data that is read out and printed: Chinese in every language of the screen."""
        assembly = self.assembly_name
        return {
            "time": local(now).strftime("%H:%M"),
            "place": self.place_words or "地点待定",
            "event": self.title or (self.plan.name if self.plan else "突发事件"),
            "assembly": assembly or "集结点另行电话告知",
            "contact": str(self.reference.office.get("phone", "")) or "街道指挥中心",
        }

    def texts(self, now: int) -> dict[str, str]:
        """The texts by relation, with all filled in but what each unit is asked for; a drill's are marked."""
        facts = self.facts(now)
        texts = {relation: partly(text, facts) for relation, text in (self.plan.texts if self.plan else {}).items()}
        return {relation: marked(text) for relation, text in texts.items()} if self.mode == DRILL else texts

    def alike(self, running: list[WhistleRow], now: int) -> WhistleRow | None:
        """A running whistle of the same mode that is perhaps the same event: the same place, or the same kind while one of the
        two places is not known. None when there is none, or somebody said that this one is new.
        """
        limit = self.reference.limit(SAME_EVENT)
        span = limit.milliseconds if limit is not None else DUPLICATE_MS
        if self.as_new:
            return None
        for found in running:
            state = found.state
            if state.mode != self.mode or not state.burning or now - state.blown_at >= span:
                continue
            if self._same_place(state):
                return found
            same_kind = self.plan is not None and state.plan == self.plan.id
            if same_kind and (not self.place_words or not state.place_known):
                return found
        return None

    def _same_place(self, state: Whistle) -> bool:
        if self.place is not None and state.place:
            return self.place.id == state.place
        mine, theirs = self.place_words.replace(" ", ""), state.place_words.replace(" ", "")
        return bool(mine) and mine == theirs

    def join(self, whistle: str) -> JoinCall:
        """The act of noting this call on the board of a running whistle instead of blowing another one."""
        spoken = bool(self.call) and self.title == self.brought_title  # then the call itself is told there, in full
        told = "" if spoken else " ".join(part for part in (self.place_words, self.title) if part)
        return JoinCall(whistle=whistle, words=told, case=self.case.id if self.case else "", call=self.call)

    @property
    def all_guesses(self) -> dict[str, str]:
        """The first guesses by scale; the kind of event comes with the plan until somebody says another."""
        kind = kind_named(self.plan.category) if self.plan is not None else ""
        return ({"kind": kind} if kind else {}) | {scale: value for scale, value in self.guesses.items() if value}

    @property
    def assembly_name(self) -> str:
        """Where everybody gathers: as chosen, else the point of the place, else that of the plan."""
        chosen = self.reference.directory.places.get(self.assembly)
        if self.assembly_words or chosen is not None:
            return self.assembly_words or (chosen.name if chosen is not None else "")
        own = self.answering.assembly if self.answering else None
        return own.name if own else self.plan.assembly if self.plan else ""

    def command(self, now: int, beside: str = "") -> BlowWhistle:
        """The act of blowing it; ``beside`` is the running whistle that looked alike."""
        own = self.answering.assembly if self.answering else None
        return BlowWhistle(
            units=tuple(
                UnitCall(unit=row.unit, relation=row.relation, duty="lead" if row.lead else "")
                for row in self.rows()
                if row.ticked
            ),
            mode=self.mode,
            plan=self.plan.id if self.plan else "",
            drill=self.drill.id if self.drill else "",
            case=self.case.id if self.case else "",
            title=self.title.strip(),
            place=self.place.id if self.place else "",
            place_words=self.place_words,
            texts=self.texts(now),
            received_at=self.received_at,
            guesses=self.all_guesses,
            assembly=self.assembly or (own.id if own is not None and not self.assembly_words else ""),
            assembly_words=self.assembly_words,
            beside=beside,
            warning=self.warning,
            call=self.call,
        )


def office_limits(reference: Reference) -> dict[str, float | None]:
    """The office's limits (minutes by clock) for units without limits of their own."""
    keys = {"answer": ANSWER, "leave": LEAVE, "arrive": ARRIVE}
    return {
        name: found.milliseconds / MINUTE if (found := reference.limit(key)) else None for name, key in keys.items()
    }


def limits_of(unit: Unit | None, line: PlanUnit | None, office: Mapping[str, float | None]) -> dict[str, float | None]:
    """The limits (minutes by clock) that will run for a unit: the plan's, else its own, else the ``office``'s.

    Who is only informed (报) is asked to answer, never to leave or arrive.
    """
    own = dict(office if unit is not None and unit.office_limits else unit.limits if unit is not None else {})
    limits = own | dict(line.limits) if line is not None and line.limits is not None else own
    relation = (line.relation if line is not None else "") or (unit.relation if unit is not None else "")
    return {"answer": limits.get("answer")} if relation == "report" else limits


def tightest(plan: Plan, reference: Reference) -> dict[str, float | None]:
    """The shortest limits to answer and to arrive in a plan (minutes)."""
    office = office_limits(reference)
    all_limits = [limits_of(reference.units.get(line.unit), line, office) for line in plan.units]
    found: dict[str, float | None] = {}
    for clock in ("answer", "arrive"):
        values = [value for limits in all_limits if (value := limits.get(clock))]
        found[clock] = min(values) if values else None
    return found
