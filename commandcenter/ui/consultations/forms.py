"""The forms of a consultation. Each is data: title, fields, and the command that what is entered makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.desk.reference import Reference
from commandcenter.domain import consultation_acts as acts
from commandcenter.domain.clock import DAY, HOUR, local
from commandcenter.domain.command import Command
from commandcenter.domain.consultation import PRESENCE, Consultation
from commandcenter.ui.bank_words import PRESENCE as PRESENCE_WORDS
from commandcenter.ui.bank_words import bank_word
from commandcenter.ui.consultations.lines import AgendaLine
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.usual import closing

translate = QCoreApplication.translate
Values = Mapping[str, Any]
USUAL_HOUR = 10
"""A meeting is proposed for three days from now at ten; it is typed over."""


def usual_moment(now: int) -> int:
    """Three days from now at ten o'clock, in epoch milliseconds."""
    at = local(now + 3 * DAY)
    return now + 3 * DAY + (USUAL_HOUR - at.hour) * HOUR - at.minute * 60_000 - at.second * 1000 - now % 1000


def units(reference: Reference) -> list[tuple[str, str]]:
    """Units by their ids."""
    return [(one.id, one.name) for one in sorted(reference.units.values(), key=_id) if one.active]


def _id(unit: Any) -> str:
    return str(unit.id)


class ConsultationForms:
    """Opens the forms of a consultation."""

    def __init__(self, acting: Acting, reference: Reference) -> None:
        self._acting = acting
        self._reference = reference
        self._state = Consultation()
        self._item = self._decision = self._unit = ""
        self._kind: Callable[..., Command] | None = None
        self._filled: Mapping[str, Any] = {}

    def _open(self, key: str, title: str, fields: Sequence[Field], make: Any, said: str = "", **more: Any) -> None:
        state = self._state
        caption = " · ".join(part for part in (state.number, state.title) if part)
        send = translate("Consultations", "Save")
        self._acting.open(f"consultation.{key}.{state.id}", title, caption, fields, send, make, said=said, **more)

    def _meeting(self, state: Consultation, at: int) -> list[Field]:
        return [
            Field("title", translate("Consultations", "Consultation"), value=state.title, required=True, wide=True),
            Field("planned_at", translate("Consultations", "When"), "clock", state.planned_at or at, required=True),
            Field("place", translate("Consultations", "Where"), value=state.place),
            Field("chair", translate("Consultations", "Chair"), value=state.chair),
        ]

    def plan(self, now: int) -> None:
        """A meeting is planned."""
        at = usual_moment(now)
        month = local(at).month
        title = translate("Consultations", "Working consultation of month {month}").format(month=month)
        self._state = Consultation(title=title)
        hint = translate("Consultations", "the meeting of the month")
        fields = [*self._meeting(self._state, at), Field("monthly", " ", "check", True, hint=hint)]
        self._open(
            "plan", translate("Consultations", "Plan a consultation"), fields, self._planned,
            translate("Consultations", "Planned. G puts the hard cases on the agenda"),
        )  # fmt: skip

    def _planned(self, v: Values) -> Command:
        return acts.PlanConsultation(**{name: v[name] for name in ("title", "planned_at", "place", "chair", "monthly")})

    def amend(self, state: Consultation) -> None:
        """Move the meeting, or correct it."""
        self._state = state
        fields = self._meeting(state, state.planned_at or 0)
        self._open("amend", translate("Consultations", "Move or correct"), fields, self._amended)

    def _amended(self, v: Values) -> Command:
        told = {name: v[name] for name in ("title", "planned_at", "place", "chair")}
        return acts.AmendConsultation(consultation=self._state.id, **told)

    def matter(self, state: Consultation) -> None:
        """Something that is neither case, problem nor proposal."""
        self._state = state
        fields = [
            Field("words", translate("Consultations", "What it is about"), "lines", required=True, wide=True),
            Field("unit", translate("Consultations", "Unit"), "choice", "", [("", "—"), *units(self._reference)]),
        ]
        self._open("matter", translate("Consultations", "Another matter"), fields, self._matter_told)

    def _matter_told(self, v: Values) -> Command:
        return acts.PutOnAgenda(consultation=self._state.id, words=v["words"], unit=v["unit"])

    def decide(self, state: Consultation, line: AgendaLine, now: int) -> None:
        """What was decided on an item."""
        self._state, self._item = state, line.item.id
        offered = units(self._reference)
        fields = [
            Field("words", translate("Consultations", "What is done"), "lines", required=True, wide=True),
            Field("unit", translate("Consultations", "By whom"), "choice", line.item.unit, offered),
            Field(
                "due_at", translate("Consultations", "Until"), "clock", closing(self._reference, now, 7), required=True
            ),
        ]
        title = translate("Consultations", "Decision on item {n}").format(n=line.ordinal)
        self._open(f"decide.{line.item.id}", title, fields, self._decided, below=line.words)

    def _decided(self, v: Values) -> Command:
        told = {name: v[name] for name in ("words", "unit", "due_at")}
        return acts.DecideOnAgenda(consultation=self._state.id, item=self._item, **told)

    def discuss(self, state: Consultation, line: AgendaLine) -> None:
        """What was said on an item."""
        title = translate("Consultations", "What was said on item {n}").format(n=line.ordinal)
        label = translate("Consultations", "What was said")
        filled = {"item": line.item.id}
        self.worded(state, f"said.{line.item.id}", acts.DiscussOnAgenda, title, label, filled, line.item.discussed)

    def take_off(self, state: Consultation, line: AgendaLine) -> None:
        """Off the agenda."""
        title = translate("Consultations", "Take item {n} off").format(n=line.ordinal)
        label = translate("Consultations", "Reason")
        self.worded(state, f"off.{line.item.id}", acts.TakeOffAgenda, title, label, {"item": line.item.id})

    def end(self, state: Consultation, decision: str, words: str, *, done: bool) -> None:
        """A decision is carried out, or dropped."""
        title = (
            translate("Consultations", "Decision is carried out")
            if done
            else translate("Consultations", "Drop the decision")
        )
        label = translate("Consultations", "Result") if done else translate("Consultations", "Reason")
        filled = {"decision": decision, "done": done}
        self.worded(state, f"end.{decision}", acts.EndConsulted, title, label, filled, below=words)

    def call_off(self, state: Consultation) -> None:
        """It is not held."""
        title, label = translate("Consultations", "Call it off"), translate("Consultations", "Reason")
        self.worded(state, "off", acts.CallOffConsultation, title, label, {})

    def worded(
        self,
        state: Consultation,
        key: str,
        kind: Callable[..., Command],
        title: str,
        label: str,
        filled: Mapping[str, Any],
        words: str = "",
        below: str = "",
    ) -> None:
        """An act that needs words alone."""
        self._state, self._kind, self._filled = state, kind, filled
        fields = [Field("words", label, "lines", words, required=True, wide=True)]
        self._open(key, title, fields, self._worded, below=below)

    def _worded(self, v: Values) -> Command:
        if self._kind is None:
            raise ValueError("words")
        return self._kind(consultation=self._state.id, words=v["words"], **self._filled)

    def came(self, state: Consultation, unit: str) -> None:
        """Who came for a unit."""
        self._state, self._unit = state, unit
        offered = [(code, bank_word(PRESENCE_WORDS, code)) for code in PRESENCE]
        fields = [
            Field("presence", translate("Consultations", "Presence"), "choice", "came", offered),
            Field("name", translate("Consultations", "Who came"), value=state.people.get(unit, "")),
        ]
        self._open(f"came.{unit}", self._reference.unit_name(unit), fields, self._came)

    def _came(self, v: Values) -> Command:
        return acts.AttendConsultation(
            consultation=self._state.id, unit=self._unit, presence=v["presence"], name=v["name"]
        )

    def minutes(self, state: Consultation) -> None:
        """The minutes stand: the summary and who signs."""
        self._state = state
        fields = [
            Field("words", translate("Consultations", "Summary"), "lines", state.summary, wide=True, height=96),
            Field(
                "signed_by",
                translate("Consultations", "Signed by"),
                value=state.signed_by or state.chair,
                required=True,
            ),
        ]
        said = translate("Consultations", "The minutes stand. Ctrl+P prints them")
        self._open("minutes", translate("Consultations", "Write the minutes"), fields, self._minuted, said)

    def _minuted(self, v: Values) -> Command:
        return acts.WriteMinutes(consultation=self._state.id, words=v["words"], signed_by=v["signed_by"])
