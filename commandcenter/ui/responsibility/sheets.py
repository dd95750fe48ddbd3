"""The sheets of the responsibility screen: an item, its removal, a task that is asked for and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.domain import admission_acts as acts
from commandcenter.domain.admission import FINDINGS, Admission
from commandcenter.domain.clock import local_date
from commandcenter.domain.command import Command
from commandcenter.domain.record import AmendRecord, ListRecord
from commandcenter.domain.responsibility import BASES, BLOCKS, PARTS, Item
from commandcenter.ui import duty_words
from commandcenter.ui.duty_words import duty_word
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.screen import Context

translate = QCoreApplication.translate
Values = Mapping[str, Any]


def record_id(number: str) -> str:
    """The id of an item out of its number: the same on every desk, so that one number is given once."""
    return number.strip().replace("/", "-")


def parts(text: str) -> list[str]:
    """Texts told one a line, or with commas between them."""
    for mark in "，,、；;":
        text = text.replace(mark, "\n")
    return [part.strip() for part in text.splitlines() if part.strip()]


class DutySheets:
    """Opens the sheets over a screen."""

    def __init__(self, context: Context, acting: Acting) -> None:
        self._desk = context.desk
        self._acting = acting

    # -- the list --------------------------------------------------------------------------------------------------

    def _fields(self, item: Item | None) -> list[Field]:
        one = item or Item("", "", "city", "", "hold", basis_type="city")
        units = self._desk.reference.units.values()
        sections = [
            ("", translate("Duty", "none")),
            *((u.id, u.name) for u in units if u.kind == "section" and u.active),
        ]
        departments = [
            ("", translate("Duty", "not among our units")),
            *((u.id, u.name) for u in units if u.kind in ("department", "section", "force") and u.active),
        ]
        words = [(code, duty_word(duty_words.BLOCKS, code)) for code in BLOCKS]
        roles = [(code, duty_word(duty_words.PARTS, code)) for code in PARTS]
        bases = [(code, duty_word(duty_words.BASES, code)) for code in BASES]
        return [
            *([] if item else [Field("number", translate("Duty", "Number"), required=True)]),
            Field("block", translate("Duty", "Block"), kind="choice", choices=words, value=one.block),
            Field("part", translate("Duty", "Part of the street"), kind="choice", choices=roles, value=one.part),
            Field("unit", translate("Duty", "Who works on it here"), kind="choice", choices=sections, value=one.unit),
            Field("text", translate("Duty", "What it is"), kind="lines", wide=True, required=True, value=one.text),
            Field("lead", translate("Duty", "Who leads (needed where the street takes part)"), value=one.lead),
            Field(
                "lead_unit",
                translate("Duty", "Which unit that is"),
                kind="choice",
                choices=departments,
                value=one.lead_unit,
            ),
            Field("basis", translate("Duty", "On what it rests"), value=one.basis),
            Field("basis_type", translate("Duty", "Sort of basis"), kind="choice", choices=bases, value=one.basis_type),
            Field("kinds", translate("Duty", "Kinds of cases (one a line)"), kind="lines", value="\n".join(one.kinds)),
            Field(
                "words", translate("Duty", "Words that tell it (one a line)"), kind="lines", value="\n".join(one.words)
            ),
            *self._why(),
        ]

    def _why(self) -> list[Field]:
        return [
            Field("reason", translate("Duty", "Why"), required=True, wide=True),
            Field("procedure", translate("Duty", "By which procedure or decision"), required=True, wide=True),
        ]

    def _told(self, v: Values) -> dict[str, Any]:
        names = ("block", "part", "unit", "text", "lead", "lead_unit", "basis", "basis_type")
        told: dict[str, Any] = {name: str(v[name]).strip() for name in names}
        return told | {"kinds": parts(v["kinds"]), "words": parts(v["words"])} | self._changed(v)

    def _changed(self, v: Values) -> dict[str, Any]:
        since = f"{local_date(self._desk.clock.now()):%Y-%m-%d}"
        return {"reason": v["reason"].strip(), "procedure": v["procedure"].strip(), "since": since}

    def add(self) -> None:
        """An item that the base list has not (加法)."""

        def make(v: Values) -> Command:
            number = v["number"].strip()
            fields = self._told(v) | {"number": number, "origin": "added"}
            return ListRecord(subject=f"responsibility/{record_id(number)}", fields=fields)

        self._acting.open(
            "duty.add", translate("Duty", "Add to the list"),
            translate("Duty", "an exception to the base list: with reason and procedure"),
            self._fields(None), translate("Duty", "Add"), make, said=translate("Duty", "Added to the list."), width=760,
        )  # fmt: skip

    def edit(self, item: Item) -> None:
        """Another wording, another lead, other kinds."""

        def make(v: Values) -> Command:
            fields = self._told(v)
            return AmendRecord(subject=f"responsibility/{item.id}", fields=fields, reason=fields["reason"])

        self._acting.open(
            f"duty.edit.{item.id}", translate("Duty", "Change item {n}").format(n=item.number), item.text,
            self._fields(item), translate("Duty", "Save"), make, said=translate("Duty", "Saved; the history keeps what it was."),
            width=760,
        )  # fmt: skip

    def take_off(self, item: Item) -> None:
        """Off the list (减法), or back on it."""
        off = item.in_force
        title = translate("Duty", "Take item {n} off") if off else translate("Duty", "Put item {n} back")

        def make(v: Values) -> Command:
            fields = self._changed(v) | {"origin": "removed" if off else "added"}
            return AmendRecord(subject=f"responsibility/{item.id}", fields=fields, reason=fields["reason"])

        self._acting.open(
            f"duty.off.{item.id}", title.format(n=item.number), item.text, self._why(),
            translate("Duty", "Take off") if off else translate("Duty", "Put back"), make, danger=off,
        )  # fmt: skip

    # -- admission -------------------------------------------------------------------------------------------------

    def receive(self) -> None:
        """A document comes in."""
        fields = [
            Field("sender", translate("Duty", "Who asks"), required=True),
            Field("document", translate("Duty", "Number of the document")),
            Field("title", translate("Duty", "What is asked for"), required=True, wide=True),
            Field("task", translate("Duty", "What the street is to do"), kind="lines", wide=True),
        ]

        def make(v: Values) -> Command:
            return acts.ReceiveTask(sender=v["sender"], document=v["document"], title=v["title"], task=v["task"])

        self._acting.open(
            "admission.receive", translate("Duty", "A new task is asked for"),
            translate("Duty", "what stands in the list is registered; the rest goes back, but for emergencies"),
            fields, translate("Duty", "Enter"), make,
        )  # fmt: skip

    def check(self, state: Admission, likely: Sequence[Item]) -> None:
        """Held against the list; ``likely`` are the items its words point at, the best first."""
        findings = [(code, duty_word(duty_words.FINDINGS, code)) for code in FINDINGS]
        first = [item.id for item in likely]
        items = [item for item in self._desk.reference.responsibility if item.in_force]
        items.sort(key=lambda item: first.index(item.id) if item.id in first else len(first))
        choices = [("", translate("Duty", "none"))] + [(one.id, f"{one.number} {one.text}") for one in items]
        fields = [
            Field("finding", translate("Duty", "What the check found"), kind="choice", choices=findings,
                  value="in_list" if likely else "outside"),
            Field("item", translate("Duty", "Item of the list"), kind="choice", choices=choices, wide=True,
                  value=first[0] if first else ""),
            Field("words", translate("Duty", "Why (needed when it is outside)"), kind="lines", wide=True),
        ]  # fmt: skip

        def make(v: Values) -> Command:
            item = v["item"] if v["finding"] == "in_list" else ""
            return acts.CheckTask(admission=state.id, finding=v["finding"], item=item, words=v["words"])

        self._acting.open(
            f"admission.check.{state.id}", translate("Duty", "Check against the list"), state.title, fields,
            translate("Duty", "Record"), make, width=760,
        )  # fmt: skip

    def act_first(self, state: Admission) -> None:
        """Act now, report after."""
        fields = [
            Field("unit", translate("Duty", "Who does it"), kind="choice", choices=self._units()),
            Field("words", translate("Duty", "What is done at once"), kind="lines", wide=True, required=True),
        ]

        def make(v: Values) -> Command:
            return acts.ActFirst(admission=state.id, unit=v["unit"], words=v["words"])

        self._acting.open(
            f"admission.act.{state.id}", translate("Duty", "Act first, report after"), state.title, fields,
            translate("Duty", "Record"), make,
        )  # fmt: skip

    def register(self, state: Admission) -> None:
        """It is the street's."""
        fields = [
            Field("approval", translate("Duty", "Number of the approval"), required=state.stage == "acting"),
            Field("unit", translate("Duty", "Who does it"), kind="choice", choices=self._units(), value=state.unit),
            Field("words", translate("Duty", "Remark"), kind="lines", wide=True),
        ]

        def make(v: Values) -> Command:
            return acts.RegisterTask(admission=state.id, approval=v["approval"], unit=v["unit"], words=v["words"])

        self._acting.open(
            f"admission.register.{state.id}", translate("Duty", "Register"), state.title, fields,
            translate("Duty", "Register"), make,
        )  # fmt: skip

    def give_back(self, state: Admission) -> None:
        """It goes back with a reply."""
        fields = [
            Field(
                "words", translate("Duty", "Why it goes back"), kind="lines", wide=True, required=True, value=state.why
            )
        ]

        def make(v: Values) -> Command:
            return acts.ReturnTask(admission=state.id, words=v["words"])

        self._acting.open(
            f"admission.return.{state.id}", translate("Duty", "Return"), state.title, fields,
            translate("Duty", "Return"), make, said=translate("Duty", "Returned; Ctrl+P prints the reply."),
        )  # fmt: skip

    def _units(self) -> list[tuple[str, str]]:
        units = self._desk.reference.units.values()
        return [
            ("", translate("Duty", "not told")),
            *((u.id, u.name) for u in units if u.kind == "section" and u.active),
        ]
