"""The forms of patrols: each is data, and the command that what is entered makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk import intake
from commandcenter.desk.desk import Desk
from commandcenter.domain import patrol_acts as acts
from commandcenter.domain import patrol_entry_acts as entry
from commandcenter.domain import patrol_planning_acts as planning
from commandcenter.domain.clock import DAY, HOUR
from commandcenter.domain.command import Command
from commandcenter.domain.limit import GRADES
from commandcenter.domain.patrol import CALLS, CHECKS, DUTIES, HOWS, LOOKS, REASONS, TOLD, WEATHERS, Finding, Patrol
from commandcenter.domain.patrol_plan import WALKERS
from commandcenter.domain.roster import Person, matching
from commandcenter.journal.initials import initials
from commandcenter.journal.reading.patrols import Spot
from commandcenter.ui import when
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.finder import Match
from commandcenter.ui.parts.forms import Field, read_clock
from commandcenter.ui.patrol_words import CALLS as CALL_WORDS
from commandcenter.ui.patrol_words import CHECKS as CHECK_WORDS
from commandcenter.ui.patrol_words import DUTIES as DUTY_WORDS
from commandcenter.ui.patrol_words import HOWS as HOW_WORDS
from commandcenter.ui.patrol_words import LOOKS as LOOK_WORDS
from commandcenter.ui.patrol_words import REASONS as REASON_WORDS
from commandcenter.ui.patrol_words import TOLD as TOLD_WORDS
from commandcenter.ui.patrol_words import WEATHERS as WEATHER_WORDS
from commandcenter.ui.patrol_words import patrol_word
from commandcenter.ui.words import GRADES as GRADE_WORDS
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate
Values = Mapping[str, Any]
MOST_FOUND = 8
SENT = tuple(reason for reason in REASONS if reason != "own")


class PatrolForms:
    """Opens the forms of a patrol."""

    def __init__(
        self,
        acting: Acting,
        desk: Desk,
        now: Callable[[], int],
        spots_of: Callable[[str], Sequence[Spot]],
    ) -> None:
        self._acting = acting
        self._desk = desk
        self._reference = desk.reference
        self._now = now
        self._spots_of = spots_of
        self._state = Patrol()
        self._finding = Finding("")
        self._spots: Sequence[Spot] = ()
        self._makes_up = ""
        self._told = ""
        self._checks: Sequence[str] = ()

    # -- what can be chosen ----------------------------------------------------------------------------------------

    def places(self) -> list[tuple[str, str]]:
        """The streets and alleys."""
        return [(one.id, one.name) for one in self._reference.directory.streets()]

    def roles(self) -> list[tuple[str, str]]:
        """The posts that patrol."""
        return [(code, word(ROLES, code)) for code in WALKERS]

    def lists(self) -> list[tuple[str, str]]:
        """The checklists in use, and none."""
        found = [(one.id, one.name) for one in self._reference.patrol_lists.values() if one.active]
        return [("", translate("Patrols", "none")), *found]

    def people(self, typed: str) -> Sequence[Match]:
        """Who may be meant by a typed name."""
        everybody = self._reference.directory.people.values()
        kept = [one for one in everybody if one.active and (not typed or matching(one.initials, one.name, typed))]
        kept.sort(key=lambda one: (one.name, one.id))
        return [Match(one.id, told_person(one), one.post) for one in kept[:MOST_FOUND]]

    def person(self, words: str, name: str = "person") -> str:
        """The id of who was typed. Raises ``ValueError`` with ``name`` for nobody known."""
        words = words.strip()
        for one in self._reference.directory.people.values():
            if words and words in (told_person(one), one.name, one.id):
                return one.id
        raise ValueError(name)

    def named(self, person: str) -> str:
        """How somebody stands in a field."""
        found = self._reference.directory.people.get(person)
        return told_person(found) if found is not None else ""

    def community(self, place: str) -> str:
        """The community of a place; empty when it is not known."""
        found = self._reference.directory.places.get(place)
        return found.community if found is not None else ""

    def _weathers(self) -> list[tuple[str, str]]:
        unknown = ("", translate("Patrols", "not told"))
        return [unknown, *((code, patrol_word(WEATHER_WORDS, code)) for code in WEATHERS)]

    def _items(self) -> list[tuple[str, str]]:
        found = self._reference.patrol_lists.get(self._state.checklist)
        items = [(one.code, one.words) for one in found.items] if found is not None else []
        return [("", translate("Patrols", "something else")), *items]

    def _who(self, person: str) -> Field:
        return Field("person", translate("Patrols", "Who walks"), "find", self.named(person), find=self.people,
                     required=True, hint=translate("Patrols", "name or initials"))  # fmt: skip

    def _at(self) -> Field:
        return Field("at", translate("Patrols", "When"), "clock", hint=translate("Patrols", "now"))

    def _open(self, key: str, title: str, fields: Sequence[Field], make: Any, said: str = "", below: str = "") -> None:
        place = self._reference.directory.places.get(self._state.place)
        caption = " · ".join(
            part for part in (place.name if place else "", self.named(self._state.person)) if part
        )  # fmt: skip
        send = translate("Patrols", "Save")
        self._acting.open(f"patrol.{key}.{self._state.id}", title, caption, fields, send, make, said=said, below=below)

    # -- sending somebody ------------------------------------------------------------------------------------------

    def start(self, missed: Patrol | None = None) -> None:
        """Set out without a turn, or to make up for ``missed``."""
        self._state = missed or Patrol()
        self._makes_up = missed.id if missed is not None else ""
        fields = [
            Field("place", translate("Patrols", "Street"), "choice", self._state.place, self.places()),
            Field("role", translate("Patrols", "Post"), "choice", self._state.role or "steward", self.roles()),
            self._who(""),
            Field("checklist", translate("Patrols", "Checklist"), "choice", self._state.checklist, self.lists()),
            Field("where", translate("Patrols", "Signed in at"), hint=translate("Patrols", "code or place")),
            Field("weather", translate("Patrols", "Weather"), "choice", "", self._weathers()),
            self._at(),
        ]
        title = translate("Patrols", "Make up for it") if missed is not None else translate("Patrols", "Set out")
        self._open("start", title, fields, self._started, translate("Patrols", "Set out"))

    def _started(self, v: Values) -> Command:
        place = v["place"]
        return acts.StartPatrol(
            place=place,
            community=self.community(place),
            role=v["role"],
            person=self.person(v["person"]),
            checklist=v["checklist"],
            where=v["where"],
            weather=v["weather"],
            spots=tuple(spot.key for spot in self._spots_of(place)),
            makes_up=self._makes_up,
            happened_at=v["at"],
        )

    def tell(self, state: Patrol, whom: str, deputy: Person | None) -> None:
        """Somebody was told of a missed turn, or did not answer: written down by whoever told them."""
        self._state, self._told = state, deputy.id if deputy is not None else ""
        unit = self._reference.units.get(state.community)
        names = {"deputy": told_person(deputy) if deputy is not None else "", "community": unit.name if unit else ""}
        whoms = [(code, f"{patrol_word(TOLD_WORDS, code)} {names[code]}".strip()) for code in TOLD]
        fields = [
            Field("whom", translate("Patrols", "Who was told"), "choice", whom, whoms),
            Field("result", translate("Patrols", "What came of it"), "choice", "reached",
                  [(code, patrol_word(CALL_WORDS, code)) for code in CALLS]),
            Field("words", translate("Patrols", "Answer")),
            self._at(),
        ]  # fmt: skip
        self._open("tell", translate("Patrols", "Told of a missed patrol"), fields, self._telling)

    def _telling(self, v: Values) -> Command:
        person = self._told if v["whom"] == "deputy" else ""
        return acts.TellOfMissed(
            patrol=self._state.id,
            whom=v["whom"],
            result=v["result"],
            person=person,
            words=v["words"],
            happened_at=v["at"],
        )

    def assign(self, place: str = "", missed: Patrol | None = None) -> None:
        """Send somebody: after a warning, in a campaign, to look again, to make up for ``missed``."""
        self._state = Patrol(place=place)
        self._makes_up = missed.id if missed is not None else ""
        reasons = SENT if missed is not None else [code for code in SENT if code != "make_up"]
        now = self._now()
        fields = [
            Field("place", translate("Patrols", "Street"), "choice", place, self.places()),
            Field("role", translate("Patrols", "Post"), "choice", missed.role if missed is not None else "alley_chief",
                  self.roles()),
            self._who(""),
            Field("reason", translate("Patrols", "Why"), "choice", "make_up" if missed is not None else "warning",
                  [(code, patrol_word(REASON_WORDS, code)) for code in reasons]),
            Field("start", translate("Patrols", "From"), "clock", now, required=True),
            Field("end", translate("Patrols", "Until"), "clock", now + 2 * HOUR, required=True),
            Field("checklist", translate("Patrols", "Checklist"), "choice",
                  missed.checklist if missed is not None else "", self.lists()),
        ]  # fmt: skip
        self._open(
            "assign", translate("Patrols", "Send on patrol"), fields, self._assigned, translate("Patrols", "Sent")
        )

    def _assigned(self, v: Values) -> Command:
        return planning.AssignPatrol(
            place=v["place"],
            community=self.community(v["place"]),
            role=v["role"],
            person=self.person(v["person"]),
            reason=v["reason"],
            window_start=v["start"],
            window_end=v["end"],
            checklist=v["checklist"],
            makes_up=self._makes_up if v["reason"] == "make_up" and v["place"] == self._state.place else "",
        )

    def reassign(self, state: Patrol) -> None:
        """Somebody else walks."""
        self._state = state
        fields = [self._who(""), Field("role", translate("Patrols", "Post"), "choice", state.role, self.roles())]
        self._open("reassign", translate("Patrols", "Somebody else walks"), fields, self._reassigned)

    def _reassigned(self, v: Values) -> Command:
        return planning.ReassignPatrol(patrol=self._state.id, person=self.person(v["person"]), role=v["role"])

    def cancel(self, state: Patrol) -> None:
        """Take a turn off."""
        self._state = state
        fields = [Field("words", translate("Patrols", "Why"), required=True)]
        self._open("cancel", translate("Patrols", "Take the turn off"), fields, self._cancelled)

    def _cancelled(self, v: Values) -> Command:
        return planning.CancelPatrol(patrol=self._state.id, words=v["words"])

    # -- walking ---------------------------------------------------------------------------------------------------

    def sign_in(self, state: Patrol, spots: Sequence[Spot]) -> None:
        """Who walks is there."""
        self._state, self._spots = state, spots
        fields = [
            self._who(state.person),
            Field("where", translate("Patrols", "Signed in at"), hint=translate("Patrols", "code or place")),
            Field("weather", translate("Patrols", "Weather"), "choice", "", self._weathers()),
            self._at(),
        ]
        below = translate("Patrols", "Open spots to look at first: {n}").format(n=len(spots)) if spots else ""
        self._open("sign_in", translate("Patrols", "Sign in"), fields, self._signed_in, below=below)

    def _signed_in(self, v: Values) -> Command:
        return acts.SignInPatrol(
            patrol=self._state.id,
            person=self.person(v["person"]),
            where=v["where"],
            weather=v["weather"],
            spots=tuple(spot.key for spot in self._spots),
            happened_at=v["at"],
        )

    def stop(self, state: Patrol) -> None:
        """A stop on the way."""
        self._state = state
        following = state.route[len(state.stops)] if len(state.stops) < len(state.route) else ""
        fields = [
            Field("words", translate("Patrols", "Stop"), value=following, required=True),
            Field("duty", translate("Patrols", "Entered as"), "choice", "patrol",
                  [(code, patrol_word(DUTY_WORDS, code)) for code in DUTIES]),
            self._at(),
        ]  # fmt: skip
        self._open("stop", translate("Patrols", "Stop"), fields, self._stopped)

    def _stopped(self, v: Values) -> Command:
        return acts.RecordStop(patrol=self._state.id, words=v["words"], duty=v["duty"], happened_at=v["at"])

    def find(self, state: Patrol) -> None:
        """Something was found."""
        self._state = state
        fields = [
            Field("words", translate("Patrols", "What was found"), "lines", required=True, wide=True),
            Field("kind", translate("Patrols", "Kind"), "choice", "", self._items()),
            Field("where", translate("Patrols", "Where")),
            Field("danger", translate("Patrols", "Danger"), "check", hint=translate("Patrols", "danger now")),
            self._at(),
        ]
        below = translate("Patrols", "Then: H handled on the spot, G reported as a case, F9 an emergency whistle.")
        self._open("find", translate("Patrols", "Found something"), fields, self._found, below=below)

    def _found(self, v: Values) -> Command:
        told = {name: v[name] for name in ("words", "kind", "where", "danger")}
        return acts.RecordFinding(patrol=self._state.id, happened_at=v["at"], **told)

    def handle(self, state: Patrol, finding: Finding) -> None:
        """Handled on the spot. Where there is danger nothing is chosen beforehand, and what was done is told in words."""
        self._state, self._finding = state, finding
        hows = [(code, patrol_word(HOW_WORDS, code)) for code in HOWS]
        solved = Field(
            "solved", translate("Patrols", "Solved"), "check", True, hint=translate("Patrols", "it is solved")
        )
        if finding.danger:
            unsaid = ("", translate("Patrols", "choose"))
            hows = [unsaid, *hows]
            ends = [
                unsaid,
                ("yes", translate("Patrols", "the danger is gone")),
                ("no", translate("Patrols", "still there")),
            ]
            solved = Field("solved", translate("Patrols", "Solved"), "choice", "", ends, required=True)
        fields = [
            Field("how", translate("Patrols", "How"), "choice", hows[0][0], hows, required=True),
            solved,
            Field("words", translate("Patrols", "What came of it"), wide=True, required=finding.danger),
        ]
        self._open("handle", translate("Patrols", "Handled on the spot"), fields, self._handled, below=finding.words)

    def _handled(self, v: Values) -> Command:
        solved = v["solved"] in (True, "yes")
        return acts.HandleFinding(
            patrol=self._state.id, finding=self._finding.id, how=v["how"], solved=solved, words=v["words"]
        )

    def report(self, state: Patrol, finding: Finding) -> None:
        """A finding becomes a case: matter, place, kind and grade stand there to be looked at, and who is proposed to lead."""
        self._state, self._finding = state, finding
        reference = self._reference
        street = reference.directory.places.get(finding.place or state.place)
        place = acts.spot_words(street.name if street is not None else "", finding.where)
        title = acts.title_of(finding.words)
        kind = intake.kind_said(reference, finding.words, self._item_words(state, finding))
        lead = intake.lead_for(
            self._desk,
            category=kind,
            title=title,
            text=finding.words,
            place=street.id if street is not None else "",
            community=state.community,
        )
        grades = [(code, word(GRADE_WORDS, code)) for code in GRADES]
        fields = [
            Field("title", translate("Patrols", "Matter"), value=title, required=True, wide=True),
            Field("place", translate("Patrols", "Place"), value=place, wide=True),
            Field("category", translate("Patrols", "Kind of matter"), "find", "/".join(reference.categories.get(kind, ())),
                  find=self._kinds, hint=translate("Patrols", "words or initials")),
            Field("grade", translate("Patrols", "Grade"), "choice", acts.grade_of(finding), grades),
        ]  # fmt: skip
        below = ""
        if lead.unit:
            below = translate("Patrols", "Proposed to lead: {unit}").format(unit=reference.unit_name(lead.unit))
        title = translate("Patrols", "Report as a case")
        self._open(f"report.{finding.id}", title, fields, self._reported, below=below)

    def _item_words(self, state: Patrol, finding: Finding) -> str:
        found = self._reference.patrol_lists.get(state.checklist)
        return found.words_of(finding.kind) if found is not None and finding.kind else ""

    def _kinds(self, typed: str) -> Sequence[Match]:
        found = ((key, "/".join(path)) for key, path in self._reference.categories.items())
        return [Match(key, name) for key, name in found if not typed or matching(initials(name), name, typed)]

    def _kind(self, words: str) -> str:
        """The category (key) that stands in the field; empty where none does. Raises ``ValueError`` for words of no kind."""
        words = words.strip()
        found = next((key for key, path in self._reference.categories.items() if words == "/".join(path)), "")
        if words and not found:
            raise ValueError("category")
        return found

    def _reported(self, v: Values) -> Command:
        street = self._finding.place or self._state.place
        there = intake.where_is(self._reference, v["place"])
        inside = there.place is not None and street in (there.place.id, there.place.street)
        return acts.ReportFinding(
            patrol=self._state.id,
            finding=self._finding.id,
            title=v["title"],
            place_words=v["place"],
            grid=there.grid if inside else "",
            category=self._kind(v["category"]),
            grade=v["grade"],
        )

    def look(self, state: Patrol, spot: Spot) -> None:
        """An open spot was looked at again. Where there was danger nothing is chosen beforehand."""
        self._state = state
        self._spots = (spot,)
        danger = spot.finding.danger
        looks = [(code, patrol_word(LOOK_WORDS, code)) for code in LOOKS]
        if danger:
            looks = [("", translate("Patrols", "choose")), *looks]
        fields = [
            Field("result", translate("Patrols", "What is there now"), "choice", looks[0][0], looks, required=True),
            Field("words", translate("Patrols", "What was seen"), wide=True, required=danger),
        ]
        title = translate("Patrols", "Look again")
        self._open(f"look.{spot.finding.id}", title, fields, self._looked, below=spot.finding.words)

    def _looked(self, v: Values) -> Command:
        spot = self._spots[0].key
        return acts.LookAgain(patrol=self._state.id, spot=spot, result=v["result"], words=v["words"])

    def check(self, state: Patrol) -> None:
        """The items of the checklist: fine, or not. What nobody looked at stays open: it is never taken for fine."""
        self._state = state
        found = self._reference.patrol_lists.get(state.checklist)
        items = found.items if found is not None else ()
        self._checks = [item.code for item in items]
        said = [
            ("", translate("Patrols", "not looked at")),
            *((code, patrol_word(CHECK_WORDS, code)) for code in CHECKS),
        ]
        fields = [Field(item.code, item.words, "choice", state.checks.get(item.code, ""), said) for item in items]
        below = found.source if found is not None else ""
        self._open("check", found.name if found is not None else "", fields, self._checked, below=below)

    def _checked(self, v: Values) -> Command:
        return acts.CheckItems(patrol=self._state.id, items={code: v[code] for code in self._checks if v[code]})

    def end(self, state: Patrol) -> None:
        """The walk is over."""
        self._state = state
        place = self._reference.directory.places.get(state.place)
        length = round(place.length_m) if place is not None and place.length_m else None
        fields = [
            Field("length", translate("Patrols", "Length in metres"), "number", length),
            self._at(),
            Field("words", translate("Patrols", "Remark"), required=bool(state.unseen), wide=True),
        ]
        below = ""
        if state.unseen:
            below = translate("Patrols", "Open spots not looked at: {n}. Write why.").format(n=len(state.unseen))
        self._open("end", translate("Patrols", "End the walk"), fields, self._ended, below=below)

    def _ended(self, v: Values) -> Command:
        return acts.EndPatrol(patrol=self._state.id, length_m=v["length"], words=v["words"], happened_at=v["at"])

    # -- afterwards ------------------------------------------------------------------------------------------------

    def enter(self, state: Patrol | None) -> None:
        """A whole walk afterwards: of a turn, or one that nobody had planned."""
        self._state = state or Patrol()
        told = self._state
        begun = told.window_start if told.window_start is not None else self._now() - HOUR
        fields = [
            Field("place", translate("Patrols", "Street"), "choice", told.place, self.places()),
            Field("role", translate("Patrols", "Post"), "choice", told.role or "steward", self.roles()),
            self._who(told.person),
            Field("length", translate("Patrols", "Length in metres"), "number"),
            Field("begun", translate("Patrols", "Begun"), "clock", min(begun, self._now()), required=True),
            Field("ended", translate("Patrols", "Ended"), "clock", required=True, hint=translate("Patrols", "like 09:40")),
            Field("weather", translate("Patrols", "Weather"), "choice", "", self._weathers()),
            Field("words", translate("Patrols", "Remark")),
            Field("stops", translate("Patrols", "Stops, one on a line"), "lines", wide=True, height=60),
            Field("findings", translate("Patrols", "Findings, one on a line"), "lines", wide=True, height=60,
                  hint=translate("Patrols", "begin with + what was solved on the spot")),
        ]  # fmt: skip
        self._open("enter", translate("Patrols", "Enter a walk afterwards"), fields, self._entered,
                   translate("Patrols", "Entered"))  # fmt: skip

    def _entered(self, v: Values) -> Command:
        state, now = self._state, self._now()
        begun, ended = v["begun"], v["ended"]
        if ended < begun and ended + DAY <= now:
            ended += DAY
        told = entry.ToldPatrol(
            place=v["place"],
            community=self.community(v["place"]),
            role=v["role"],
            person=self.person(v["person"]),
            begun_at=begun,
            ended_at=ended,
            turn=state.id if state.stage == "planned" and v["place"] == state.place else "",
            checklist=state.checklist,
            weather=v["weather"],
            length_m=v["length"],
            words=v["words"],
            stops=tuple(_lines(v["stops"])),
            findings=tuple(_told_finding(line) for line in _lines(v["findings"])),
        )
        return entry.EnterPatrol(told=told)


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _told_finding(line: str) -> entry.ToldFinding:
    solved = line[:1] in "+＋"
    words = line.lstrip("+＋").strip() if solved else line
    if solved:
        return entry.ToldFinding(words, outcome="handled", how="other", solved=True)
    return entry.ToldFinding(words)


def told_person(person: Person) -> str:
    """Name and the end of the number: two people of one name are told apart."""
    if not person.phone:
        return person.name
    return translate("PatrolForms", "{name} (number …{tail})").format(name=person.name, tail=person.phone[-4:])


def read_window(text: str, now: int, name: str) -> tuple[int, int]:
    """``07:00-10:00`` as minutes after midnight. Raises ``ValueError`` with ``name``."""
    parts = text.replace("—", "-").replace("–", "-").replace("~", "-").split("-")
    if len(parts) != 2:
        raise ValueError(name)
    edges = [24 * 60 if part.strip() == "24:00" else _minutes(part, now, name) for part in parts]
    return edges[0], edges[1]


def _minutes(text: str, now: int, name: str) -> int:
    clock = when.clock(read_clock(text, now, name))
    return int(clock[:2]) * 60 + int(clock[3:])
