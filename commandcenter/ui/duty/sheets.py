"""The forms of a hand-over: counting, a remark, a signature, leaving, the zero report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from commandcenter.desk.handover_list import ToRead, left_missing
from commandcenter.desk.on_duty import OnDuty
from commandcenter.desk.pin import pin_fits
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.duty import SITTING, Watcher
from commandcenter.domain.duty_acts import LeaveShift, ReportZero
from commandcenter.domain.handover import Equipment, HandOver
from commandcenter.domain.handover_acts import BeginHandOver, CountEquipment, RemarkItem, SignHandOver
from commandcenter.domain.office import OFFICE
from commandcenter.domain.seat import at_post, may_come
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

    # -- the hand-over ---------------------------------------------------------------------------------------------

    def begin(self, watch: OnDuty, left: int) -> None:
        """A hand-over long before its hour: how long is left, and why."""
        fields = [
            Field("reason", translate("WatchSheets", "Why now"), "lines", required=True, wide=True, height=72),
        ]

        def make(values: Mapping[str, Any]) -> Command:
            return BeginHandOver(shift=watch.id, reason=values["reason"])

        title = translate("WatchSheets", "Hand-over {span} before its hour").format(span=when.long_span(left))
        caption = translate("WatchSheets", "the shift ends {time}").format(
            time=when.moment(watch.plan.ends_at, watch.plan.ends_at - left)
        )
        below = translate(
            "WatchSheets",
            "Only the two who sign change place. Leader, squad and communities stay those of this shift until its end.",
        )
        said, send = translate("WatchSheets", "The hand-over begins"), translate("WatchSheets", "Begin")
        self._acting.open(f"watch.begin.{watch.id}", title, caption, fields, send, make, said=said, below=below)

    def count(self, watch: OnDuty, equipment: Sequence[Equipment], state: HandOver) -> None:
        """Both count what there is; what was missing at the hand-over before stands there until it is back."""
        shift, fields = watch.id, []
        lost = left_missing(self._desk.read, watch)
        for one in equipment:
            told = state.counted.get(one.id)
            label = f"{one.name} / {one.count}{one.measure}"
            fields.append(Field(one.id, label, "number", value=told.found if told else None, required=True))
            missing = translate("WatchSheets", "{name}: what is missing or wrong").format(name=one.name)
            words = told.words if told else lost[one.id].words if one.id in lost else ""
            hint = ""
            if one.id in lost:
                hint = translate("WatchSheets", "{n} at the hand-over before").format(n=lost[one.id].found)
            fields.append(Field(f"{one.id}.words", missing, value=words, hint=hint))

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
        sheet = self._acting.open(f"watch.count.{state.subject}", title, caption, fields, send, make, said=said)
        sheet.form.widgets[fields[0].name].setFocus()

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
        """One signs after the other, each by an act of their own: the PIN where they have one, else their name as they write it."""
        second = bool(state.signatures)
        fields = [
            Field(
                "who",
                translate("WatchSheets", "Who signs"),
                "choice",
                choices=self._signers(watch, state),
                required=True,
                wide=True,
            ),
            *_own_act(),
        ]

        def make(values: Mapping[str, Any]) -> Command:
            side, _, person = str(values["who"]).partition(" ")
            return SignHandOver(
                shift=watch.id,
                person=person,
                side=side,
                assurance=self._assured(person, values["pin"]),
                typed=values["typed"],
                items=found.items,
                whistles=found.whistles,
            )

        title = translate("WatchSheets", "Hand-over, signature 1 of 2: who goes")
        caption = translate("WatchSheets", "by their own hand; who comes signs afterwards")
        said = translate("WatchSheets", "Signed; now who comes signs (Ctrl+Enter)")
        if second:
            title = translate("WatchSheets", "Hand-over, signature 2 of 2: who comes")
            caption = translate("WatchSheets", "by their own hand; they have signed in for their shift (S) before")
            said = ""  # the screen says who is on duty now
        sheet = self._acting.open("", title, caption, fields, translate("WatchSheets", "Sign"), make, said=said)
        _hide(sheet)
        who = fields[0].choices[0][0].partition(" ")[2] if fields[0].choices else ""
        sheet.form.widgets["pin" if self._pin(who) else "typed"].setFocus()

    def _signers(self, watch: OnDuty, state: HandOver) -> list[tuple[str, str]]:
        """Who may sign: first who goes, then who comes, and whoever of the first side wants to sign too: (side and person,
        words).
        """
        come = may_come(watch.plan, watch.following, watch.shift)
        come.sort(key=lambda line: not (at_post(watch.following, line.person) or at_post(watch.plan, line.person)))
        sides: list[tuple[str, Sequence[Watcher], str]] = [
            ("out", watch.shift.of(*SITTING), translate("WatchSheets", "goes")),
            ("into", come, translate("WatchSheets", "comes")),
        ]
        sides.sort(key=lambda side: bool(state.signed(side[0])))
        signed = {one.person for one in state.signatures}
        return [
            (f"{side} {line.person}", f"{words}  {self._name(line.person)}  {word(ROLES, line.role)}")
            for side, lines, words in sides
            for line in sorted(lines, key=lambda line: line.role != "clerk")
            if line.person not in signed and (side == "out" or signed)
        ]

    def _assured(self, person: str, pin: str) -> str:
        return "pin" if pin and pin_fits(pin, self._pin(person)) else "none"

    def _pin(self, person: str) -> str:
        """The digest of somebody's PIN; empty where they have none."""
        return str(self._desk.read.reference.record(f"person/{person}").get("pin", "") or "")

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
            *_own_act(),
            Field("words", translate("WatchSheets", "Reason, if forced"), "lines", wide=True, height=56),
        ]

        def make(values: Mapping[str, Any]) -> Command:
            signer = values["signed_by"]
            return LeaveShift(
                shift=watch.stands_on(person),
                person=person,
                forced=values["forced"],
                signed_by=signer,
                assurance=self._assured(signer, values["pin"]) if signer else "none",
                typed=values["typed"],
                words=values["words"],
            )

        title = translate("WatchSheets", "{name} leaves").format(name=self._name(person))
        caption = translate("WatchSheets", "nobody leaves before they are relieved")
        said = translate("WatchSheets", "Left; it is on record")
        sheet = self._acting.open("", title, caption, fields, translate("WatchSheets", "Leave"), make, said=said)
        _hide(sheet)

    def zero(self, watch: OnDuty, incidents: int, *, early: bool) -> None:
        """A quiet shift is told to the district. ``early``: long before the shift ends it asks why."""
        fields = [Field("receiver", translate("WatchSheets", "Who took it"), required=True, wide=True)]
        if early:
            ends = when.moment(watch.plan.ends_at, watch.plan.ends_at - 1)
            words = translate("WatchSheets", "The shift runs until {time}: why now").format(time=ends)
            fields.append(Field("reason", words, required=True, wide=True))

        def make(values: Mapping[str, Any]) -> Command:
            reason = values.get("reason", "")
            return ReportZero(shift=watch.id, receiver=values["receiver"], incidents=incidents, reason=reason)

        title = translate("WatchSheets", "Zero report")
        caption = translate("WatchSheets", "nothing happened on the shift; told to the district's duty room")
        said, send = translate("WatchSheets", "Reported"), translate("WatchSheets", "Reported")
        self._acting.open(f"watch.zero.{watch.id}", title, caption, fields, send, make, said=said)


def _own_act() -> list[Field]:
    """What somebody signs with."""
    return [
        Field("typed", translate("WatchSheets", "Signs by writing their own name")),
        Field("pin", translate("WatchSheets", "or by PIN, where one is set")),
    ]


def _hide(sheet: FormSheet) -> None:
    """A PIN is not read on the screen."""
    pin = sheet.form.widgets["pin"]
    if isinstance(pin, QLineEdit):
        pin.setEchoMode(QLineEdit.EchoMode.Password)
