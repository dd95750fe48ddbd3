"""The forms of the watch: standing in, swapping, counting, a remark, a signature, leaving, the zero report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from commandcenter.desk.handover_list import ToRead
from commandcenter.desk.on_duty import OnDuty
from commandcenter.desk.pin import pin_fits
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.duty import SITTING, Watcher
from commandcenter.domain.duty_acts import LeaveShift, ReportZero, Substitute, SwapShifts
from commandcenter.domain.handover import Equipment, HandOver
from commandcenter.domain.handover_acts import CountEquipment, RemarkItem, SignHandOver
from commandcenter.domain.office import OFFICE
from commandcenter.domain.record import Record
from commandcenter.ui import when
from commandcenter.ui.duty.aloud import AloudRow
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate


class WatchSheets:
    """Opens the forms over the screen."""

    def __init__(self, context: Context, acting: Acting) -> None:
        self._desk = context.desk
        self._acting = acting

    def _name(self, person: str) -> str:
        found = self._desk.reference.directory.people.get(person)
        return found.name if found is not None else person

    # -- the plan --------------------------------------------------------------------------------------------------

    def substitute(self, shift: str, starts_at: int, line: Watcher, incident: bool) -> None:
        """Somebody stands in for who is chosen, or swaps shifts with somebody."""
        title = translate("WatchSheets", "Stand in for {name}").format(name=self._name(line.person))
        caption = f"{when.date_with_weekday(starts_at)} · {word(ROLES, line.role)}"
        people = self._people(line)
        fields = [
            Field("by", translate("WatchSheets", "Who stands in"), "choice", choices=people, required=True),
            Field(
                "swap",
                translate("WatchSheets", "In exchange, their shift"),
                "choice",
                choices=[("", translate("WatchSheets", "no exchange")), *self._shifts_of(people, shift, starts_at)],
            ),
            Field("words", translate("WatchSheets", "Reason"), "lines", wide=True, height=56),
            Field(
                "urgent",
                "",
                "check",
                value=incident,
                hint=translate("WatchSheets", "emergency: no reason asked, no limit of fatigue holds anybody back"),
                wide=True,
            ),
        ]

        def make(values: Mapping[str, Any]) -> Command:
            other, _, person = str(values["swap"]).partition(" ")
            if other:
                return SwapShifts(
                    shift=shift, person=line.person, other_shift=other, other=person, words=values["words"]
                )
            return Substitute(
                shift=shift,
                person=line.person,
                by=values["by"],
                words=values["words"],
                role=line.role,
                unit=line.unit,
                urgent=values["urgent"],
            )

        said = translate("WatchSheets", "Entered; both names stay on record")
        send = translate("WatchSheets", "Enter it")
        key = f"watch.substitute.{shift}.{line.person}"
        self._acting.open(key, title, caption, fields, send, make, said=said)

    def _people(self, line: Watcher) -> list[tuple[str, str]]:
        """Who may stand in: those with the same duty first, then everybody who may sign in."""
        directory = self._desk.reference.directory
        rota = self._desk.reference.rota
        cycle = [
            person
            for post in rota.posts
            if (post.role, post.unit) == (line.role, line.unit)
            for team in post.cycle
            for person in team.people
        ]
        roles = ("leader", "clerk", "head", "secretary", "member")
        others = [post.person for post in directory.appointments if post.role in roles]
        keys = [key for key in dict.fromkeys([*cycle, *others]) if key != line.person]
        people = [(key, directory.people[key]) for key in keys if key in directory.people]
        return [(key, f"{person.name}  {person.post}") for key, person in people if person.active]

    def _shifts_of(self, people: Sequence[tuple[str, str]], shift: str, at: int) -> list[tuple[str, str]]:
        """Their shifts of the weeks around that may be swapped: (shift and person, words)."""
        month = 31 * 24 * 60 * 60 * 1000
        may = {key for key, _ in people}
        found = []
        for key, one in self._desk.read.reference.shifts(at - month // 4, at + month):
            if key == shift or one.starts_at <= self._desk.clock.now():
                continue
            for line in one.people:
                if line.person in may and line.role in SITTING:
                    words = f"{when.date_with_weekday(one.starts_at)} {self._name(line.person)}"
                    found.append((f"{key} {line.person}", words))
        return found

    # -- the hand-over ---------------------------------------------------------------------------------------------

    def count(self, shift: str, equipment: Sequence[Equipment], state: HandOver) -> None:
        """Both count what there is."""
        fields = []
        for one in equipment:
            told = state.counted.get(one.id)
            label = f"{one.name} / {one.count}{one.measure}"
            fields.append(Field(one.id, label, "number", value=told.found if told else one.count, required=True))
            missing = translate("WatchSheets", "{name}: what is missing or wrong").format(name=one.name)
            fields.append(Field(f"{one.id}.words", missing, value=told.words if told else ""))

        def make(values: Mapping[str, Any]) -> Command:
            return Batch(
                commands=tuple(
                    CountEquipment(shift=shift, equipment=one.id, found=values[one.id], words=values[f"{one.id}.words"])
                    for one in equipment
                )
            )

        title = translate("WatchSheets", "Count the equipment")
        caption = translate("WatchSheets", "both count together")
        said, send = translate("WatchSheets", "Counted"), translate("WatchSheets", "Counted by both")
        self._acting.open(f"watch.count.{shift}", title, caption, fields, send, make, said=said)

    def remark(self, shift: str, row: AloudRow) -> None:
        """What the next shift has to know of an item."""
        fields = [
            Field(
                "words",
                translate("WatchSheets", "Remark"),
                "lines",
                value=row.remark,
                required=True,
                wide=True,
                height=72,
            )
        ]

        def make(values: Mapping[str, Any]) -> Command:
            return RemarkItem(shift=shift, key=row.key, words=values["words"])

        title = translate("WatchSheets", "Remark on an item")
        said, send = translate("WatchSheets", "Kept"), translate("WatchSheets", "Keep it")
        self._acting.open(f"watch.remark.{shift}.{row.key}", title, row.words, fields, send, make, said=said)

    def sign(self, watch: OnDuty, state: HandOver, found: ToRead) -> None:
        """A signature is a sign-in: who signs, and their PIN where they have one."""
        choices = self._signers(watch, state)
        fields = [
            Field("who", translate("WatchSheets", "Who signs"), "choice", choices=choices, required=True),
            Field("pin", translate("WatchSheets", "PIN, where one is set")),
        ]

        def make(values: Mapping[str, Any]) -> Command:
            side, _, person = str(values["who"]).partition(" ")
            return SignHandOver(
                shift=watch.id,
                person=person,
                side=side,
                assurance=self._assured(person, values["pin"]),
                items=found.items,
                whistles=found.whistles,
            )

        title = translate("WatchSheets", "Sign the hand-over")
        caption = translate("WatchSheets", "one of each side; who comes has signed in for their shift before")
        said = translate("WatchSheets", "Signed")
        sheet = self._acting.open("", title, caption, fields, translate("WatchSheets", "Sign"), make, said=said)
        _hide(sheet)

    def _signers(self, watch: OnDuty, state: HandOver) -> list[tuple[str, str]]:
        """Who may sign, the side first that has not: (side and person, words)."""
        sides = [
            ("out", watch.shift.of(*SITTING), translate("WatchSheets", "goes")),
            ("into", watch.following.of(*SITTING), translate("WatchSheets", "comes")),
        ]
        sides.sort(key=lambda side: bool(state.signed(side[0])))
        signed = {one.person for one in state.signatures}
        return [
            (f"{side} {line.person}", f"{words}  {self._name(line.person)}  {word(ROLES, line.role)}")
            for side, lines, words in sides
            for line in sorted(lines, key=lambda line: line.role != "clerk")
            if line.person not in signed
        ]

    def _assured(self, person: str, pin: str) -> str:
        record = self._desk.read.reference.records("person").get(person, Record())
        return "pin" if pin and pin_fits(pin, str(record.get("pin", ""))) else "none"

    # -- leaving ---------------------------------------------------------------------------------------------------

    def leave(self, watch: OnDuty, person: str) -> None:
        """Somebody leaves: relieved, or forced with a leader's signature."""
        directory = self._desk.reference.directory
        leaders = [line.person for line in watch.shift.of("leader")]
        leaders += [post.person for post in directory.appointments if post.role == "leader" and post.target == OFFICE]
        others = [(key, self._name(key)) for key in dict.fromkeys(leaders) if key != person]
        fields = [
            Field(
                "forced",
                "",
                "check",
                hint=translate("WatchSheets", "forced: not relieved, a leader signs for it"),
                wide=True,
            ),
            Field(
                "signed_by",
                translate("WatchSheets", "Leader who signs"),
                "choice",
                choices=[("", "—"), *others],
            ),
            Field("pin", translate("WatchSheets", "PIN, where one is set")),
            Field("words", translate("WatchSheets", "Reason, if forced"), "lines", wide=True, height=56),
        ]

        def make(values: Mapping[str, Any]) -> Command:
            signer = values["signed_by"]
            return LeaveShift(
                shift=watch.id,
                person=person,
                forced=values["forced"],
                signed_by=signer,
                assurance=self._assured(signer, values["pin"]) if signer else "none",
                words=values["words"],
            )

        title = translate("WatchSheets", "{name} leaves").format(name=self._name(person))
        caption = translate("WatchSheets", "nobody leaves before they are relieved")
        said = translate("WatchSheets", "Left; it is on record")
        sheet = self._acting.open("", title, caption, fields, translate("WatchSheets", "Leave"), make, said=said)
        _hide(sheet)

    def zero(self, watch: OnDuty, incidents: int) -> None:
        """A quiet shift is told to the district."""
        fields = [Field("receiver", translate("WatchSheets", "Who took it"), required=True, wide=True)]

        def make(values: Mapping[str, Any]) -> Command:
            return ReportZero(shift=watch.id, receiver=values["receiver"], incidents=incidents)

        title = translate("WatchSheets", "Zero report")
        caption = translate("WatchSheets", "nothing happened on the shift; told to the district's duty room")
        said, send = translate("WatchSheets", "Reported"), translate("WatchSheets", "Reported")
        self._acting.open(f"watch.zero.{watch.id}", title, caption, fields, send, make, said=said)


def _hide(sheet: FormSheet) -> None:
    """A PIN is not read on the screen."""
    pin = sheet.form.widgets["pin"]
    if isinstance(pin, QLineEdit):
        pin.setEchoMode(QLineEdit.EchoMode.Password)
