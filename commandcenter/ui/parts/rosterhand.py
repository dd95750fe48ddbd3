"""Acts on the roster that more than one screen opens: somebody is away, a number is proved, a call list is drawn up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from commandcenter.desk.engine import Done
from commandcenter.desk.reference import Reference
from commandcenter.domain.absence import REASONS, Absence
from commandcenter.domain.call_list import ORDERS, Drawn, Line, below, drawn
from commandcenter.domain.call_list_acts import MOST_LINES, DrawUpCallList
from commandcenter.domain.clock import at_local, local_date
from commandcenter.domain.command import Command
from commandcenter.domain.number import RESULTS
from commandcenter.domain.number_check import VerifyNumber
from commandcenter.domain.record import ListRecord, RetireRecord
from commandcenter.domain.roster import ROLES, Directory, Person, matching
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.finder import Finder, Match
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.roster_words import ABSENCES, CALLS, roster_face, roster_word
from commandcenter.ui.words import ROLES as ROLE_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate
Values = Mapping[str, Any]

MOST_MATCHES = 40


def people_found(directory: Directory, text: str, without: str = "") -> list[Match]:
    """People whose name, pinyin initials or number answer to what was typed, with their post and number."""
    found = [
        person
        for person in directory.people.values()
        if person.active
        and person.id != without
        and (not text or matching(person.initials, person.name, text) or (len(text) > 3 and text in person.phone))
    ]
    found.sort(key=lambda person: (not person.name.startswith(text), person.name, person.id))
    return [Match(one.id, one.name, " · ".join(part for part in (one.post, one.phone) if part)) for one in found][
        :MOST_MATCHES
    ]


def day_told(values: Values, name: str) -> int | None:
    """The first instant of a day that was typed (``2026-07-24``), epoch milliseconds; None for an empty field.

    Raises ``ValueError`` with the name of the field.
    """
    text = str(values.get(name) or "").strip().replace("/", "-")
    if not text:
        return None
    try:
        return at_local(date.fromisoformat(text))
    except ValueError:
        raise ValueError(name) from None


class RosterHand(QObject):
    """Opens these forms over a screen. ``drawn_up`` tells the id of a call list that is on the disk."""

    drawn_up = Signal(str)

    def __init__(self, context: Context, acting: Acting, host: QObject) -> None:
        super().__init__(host)
        self._desk = context.desk
        self._acting = acting
        self._person = ""
        self._unit = ""
        self._about = ""
        self._absence = ""
        acting.done.connect(self._on_done)

    @property
    def _reference(self) -> Reference:
        return self._desk.reference

    def _today(self) -> str:
        return local_date(self._desk.clock.now()).isoformat()

    def _candidates(self, text: str) -> Sequence[Match]:
        return people_found(self._reference.directory, text, self._person)

    def key_in(self, name: str) -> str:
        """What was chosen in a line of the open form that finds; empty for words alone."""
        sheet = self._acting.sheet
        widget = sheet.form.widgets.get(name) if sheet is not None else None
        return widget.key if isinstance(widget, Finder) else ""

    # -- away ------------------------------------------------------------------------------------------------------

    def absence(self, person: Person) -> None:
        """Somebody will be away, or is."""
        self._person = person.id
        reasons = [(code, roster_word(ABSENCES, code)) for code in REASONS]
        fields = [
            Field("since", translate("RosterHand", "First day away"), "date", self._today(), required=True),
            Field("until", translate("RosterHand", "Back on"), "date", hint=translate("RosterHand", "not known yet")),
            Field("reason", translate("RosterHand", "Why"), "choice", "leave", reasons),
            Field(
                "substitute",
                translate("RosterHand", "Who stands in"),
                "find",
                find=self._candidates,
                hint=translate("RosterHand", "empty: the deputy of each post"),
            ),
            Field("note", translate("RosterHand", "Note"), wide=True),
        ]
        self._acting.open(
            f"absence.{person.id}",
            translate("RosterHand", "Away"),
            f"{person.name} · {person.post}",
            fields,
            translate("RosterHand", "Enter"),
            self._away,
            said=translate("RosterHand", "Noted; whoever stands in is shown at each post."),
        )

    def _away(self, v: Values) -> Command:
        substitute = self.key_in("substitute")
        if v["substitute"] and not substitute:
            raise ValueError("substitute")
        fields: dict[str, Any] = {"person": self._person, "since": day_told(v, "since"), "reason": v["reason"]}
        until = day_told(v, "until")
        if until is not None:
            fields["until"] = until
        if substitute:
            fields["substitute"] = substitute
        words = {"note": v["note"]} if v["note"] else {}
        return ListRecord(subject=f"absence/{self._desk.new_id()}", fields=fields, words=words)

    def back(self, absence: Absence) -> None:
        """Somebody is back before the day that was told, or will not go at all."""
        self._acting.send(RetireRecord(subject=f"absence/{absence.id}"), translate("RosterHand", "Back in all posts."))

    # -- numbers ---------------------------------------------------------------------------------------------------

    def verify(self, person: Person) -> None:
        """Somebody was called to see whether the number is right."""
        self._person, self._unit = person.id, ""
        self._ask(f"{person.name} · {person.phone}", f"verify.{person.id}")

    def verify_unit(self, unit: str) -> None:
        """The duty number of a unit was called."""
        self._person, self._unit = "", unit
        found = self._reference.units[unit]
        self._ask(f"{found.name} · {found.duty_phone}", f"verify.unit.{unit}")

    def _ask(self, caption: str, key: str) -> None:
        results = [(code, roster_face(CALLS, code)[0]) for code in RESULTS]
        fields = [
            Field("result", translate("RosterHand", "What came of the call"), "choice", "reached", results),
            Field("words", translate("RosterHand", "Note")),
        ]
        title, send = translate("RosterHand", "Prove a number"), translate("RosterHand", "Enter")
        said = translate("RosterHand", "The call is noted.")
        self._acting.open(key, title, caption, fields, send, self._called, said=said)

    def _called(self, v: Values) -> Command:
        return VerifyNumber(person=self._person, unit=self._unit, result=str(v["result"]), words=str(v["words"]))

    # -- call lists ------------------------------------------------------------------------------------------------

    def call_list(self, about: str, name: str) -> None:
        """Draw up a call list for a place, a unit, a group, or the whole tree below it."""
        self._about = about
        directory = self._reference.directory
        all_ = self._drawn(about, whole=True, role="", order="line")
        roles = {holder.role for target in below(directory, about) for holder in directory.holders(target)}
        choices = [
            ("", translate("RosterHand", "every post")),
            *((one, word(ROLE_WORDS, one)) for one in ROLES if one in roles),
        ]
        orders = {
            "line": translate("RosterHand", "down the line of leadership"),
            "place": translate("RosterHand", "place by place"),
        }
        fields = [
            Field(
                "title",
                translate("RosterHand", "What for"),
                value=translate("RosterHand", "{name} call-out").format(name=name),
                required=True,
                wide=True,
            ),
            Field("role", translate("RosterHand", "Which posts"), "choice", "", choices),
            Field(
                "order",
                translate("RosterHand", "In which order"),
                "choice",
                "line",
                [(one, orders[one]) for one in ORDERS],
            ),
            Field("whole", "", "check", True, hint=translate("RosterHand", "with everything below"), wide=True),
        ]
        told = translate("RosterHand", "{n} people, each once; whoever is away is replaced by who stands in.").format(
            n=len(all_.lines)
        )
        missing = "、".join(dict.fromkeys(holder.person.name for holder in all_.uncovered))
        if missing:
            told += " " + translate("RosterHand", "Away with nobody standing in: {names}.").format(names=missing)
        title, send = translate("RosterHand", "Call list"), translate("RosterHand", "Draw up")
        self._acting.open(f"call_list.{about}", title, name, fields, send, self._listed, below=told)

    def prove_all(self, people: Iterable[str]) -> None:
        """Draw up a call list of people whose numbers are to be proved, at the most as many as one list holds."""
        directory = self._reference.directory
        lines = []
        for person in people:
            post = next(iter(directory.posts_of(person)), None)
            lines.append(Line(person, post.target, post.role) if post is not None else Line(person))
        title = translate("RosterHand", "Numbers to prove {day}").format(day=self._today())
        self._acting.send(DrawUpCallList(title=title, lines=tuple(lines[:MOST_LINES])))

    def _drawn(self, about: str, *, whole: bool, role: str, order: str) -> Drawn:
        directory = self._reference.directory
        targets = below(directory, about) if whole else (about,)
        return drawn(directory, targets, (role,) if role else (), order)

    def _listed(self, v: Values) -> Command:
        found = self._drawn(self._about, whole=bool(v["whole"]), role=str(v["role"]), order=str(v["order"]))
        return DrawUpCallList(title=str(v["title"]), lines=found.lines, about=self._about)

    def _on_done(self, done: Done) -> None:
        made = done.report.get("call_list")
        if made:
            self.drawn_up.emit(str(made))
