"""The sheets of the reports tab: told by phone, sign, deliver, an instruction from above, key facts. Each gives its command."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.key_facts import COUNT, FactKind, fact_kinds
from commandcenter.domain.sitrep_acts import (
    CountersignReport,
    DeliverReport,
    DraftReport,
    PhoneReport,
    RecordInstruction,
    SignReport,
)
from commandcenter.domain.whistle_acts import SetFact
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.onduty import proposed_leader
from commandcenter.ui.reports.reading import Shown
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import FACTS, word

translate = QCoreApplication.translate
Make = Callable[[dict[str, Any]], Command]
Built = tuple[FormSheet, Make]


class ReportSheets:
    """Builds the sheets of one incident."""

    def __init__(self, look: Look, desk: Desk, host: QWidget) -> None:
        self._look, self._desk, self._host = look, desk, host

    def _sheet(
        self, shown: Shown, key: str, title: str, fields: Sequence[Field], send: str, width: int = 560
    ) -> FormSheet:
        sheet = FormSheet(self._look, self._host, title, fields, send=send, width=width, now=self._desk.clock.now)
        whistle = shown.incident.whistle
        name = f"reports.{whistle.id}.{shown.ordinal}.{key}"
        sheet.keep_draft(name, self._desk.save_draft, self._desk.drafts().get(name, ""))
        sheet.caption.setText(f"{whistle.number} {whistle.title}")
        return sheet

    def _happened(self, at: int | None) -> int | None:
        """The time that was entered where it is not now."""
        now = self._desk.clock.now()
        return at if at is not None and abs(at - now) > MINUTE else None

    def _clock(self, label: str) -> Field:
        return Field("at", label, kind="clock", value=self._desk.clock.now())

    def _receiver(self, shown: Shown) -> Field:
        told = [one.who for one in shown.told if one.to == "district" and one.who]
        label = (
            translate("ReportForm", "Reached (played; nobody outside is told)")
            if shown.drill
            else translate("ReportForm", "Who was reached at the district")
        )
        return Field("receiver", label, value=told[-1] if told else "", required=True, wide=True)

    def proposed(self) -> str:
        """Who is proposed to sign: the leader who sits here, else the one on duty, else nobody."""
        directory = self._desk.reference.directory
        posts = [post for post in directory.appointments if post.role == "leader"]
        known = [holder.person.id for post in posts for holder in directory.holders(post.target, "leader")]
        person = directory.people.get(proposed_leader(self._desk, known))
        return person.name if person is not None else ""

    def phone(self, shown: Shown) -> Built:
        """F4: the report that is due was told by phone."""
        fields = [
            self._receiver(shown),
            self._clock(translate("ReportForm", "When")),
            Field(
                "read_back",
                translate("ReportForm", "Read back"),
                kind="check",
                hint=translate("ReportForm", "they read it back, no error"),
            ),
            Field("words", translate("ReportForm", "What they said"), kind="lines", wide=True),
        ]
        title = translate("ReportForm", "Told by phone")
        sheet = self._sheet(shown, "phone", title, fields, translate("ReportForm", "Record"))
        whistle, stage = shown.incident.whistle.id, shown.stage

        def make(v: dict[str, Any]) -> Command:
            return PhoneReport(
                whistle=whistle,
                stage=stage,
                receiver=v["receiver"],
                words=v["words"],
                read_back=v["read_back"],
                happened_at=self._happened(v["at"]),
                channel="phone",
            )

        return sheet, make

    def draft(self, shown: Shown) -> Command:
        """The text as it stands, laid before whoever signs."""
        return DraftReport(
            whistle=shown.incident.whistle.id,
            stage=shown.stage,
            items=shown.texts,
            by_hand=tuple(item.name for item in shown.items if item.by_hand and item.text),
            auto={item.name: item.auto for item in shown.items if item.auto},
        )

    def sign(self, shown: Shown, *, oral: bool) -> Built:
        """Ctrl+Enter: signed here. V: agreed to by word of mouth, the signature is owed."""
        fields = [
            Field(
                "signer",
                translate("ReportForm", "Who signs"),
                value=self.proposed(),
                required=True,
                wide=True,
            ),
        ]
        if oral:
            fields.append(self._clock(translate("ReportForm", "When they agreed")))
        title = (
            translate("ReportForm", "Agreed by word of mouth") if oral else translate("ReportForm", "Sign the report")
        )
        send = translate("ReportForm", "Record, signature owed") if oral else translate("ReportForm", "Sign")
        sheet = self._sheet(shown, "oral" if oral else "sign", title, fields, send)
        said = (
            translate("ReportForm", "It goes out now; the leader signs later. The text stands from here on.")
            if oral
            else translate(
                "ReportForm", "The text stands from here on; what is learnt later goes into the next report."
            )
        )
        sheet.caption.setText(said)
        whistle, draft = shown.incident.whistle.id, self.draft(shown)

        def make(v: dict[str, Any]) -> Command:
            at = self._happened(v["at"]) if oral else None
            signing = SignReport(whistle=whistle, signer=v["signer"], oral=oral, happened_at=at)
            return Batch(commands=(draft, signing))

        return sheet, make

    def countersign(self, shown: Shown) -> Built:
        """The leader signs what was agreed to by word of mouth."""
        owed = shown.owed
        agreed = owed.signed.signer if owed is not None and owed.signed is not None else ""
        fields = [Field("signer", translate("ReportForm", "Who signs"), value=agreed, required=True, wide=True)]
        title = translate("ReportForm", "Sign afterwards")
        sheet = self._sheet(shown, "countersign", title, fields, translate("ReportForm", "Sign"))
        whistle = shown.incident.whistle.id
        return sheet, lambda v: CountersignReport(whistle=whistle, signer=v["signer"])

    def deliver(self, shown: Shown) -> Built:
        """The signed report reached the district."""
        fields = [
            self._receiver(shown),
            self._clock(translate("ReportForm", "When")),
            Field("receipt", translate("ReportForm", "Receipt number")),
        ]
        title = translate("ReportForm", "Kept as an exercise") if shown.drill else translate("ReportForm", "Delivered")
        sheet = self._sheet(shown, "deliver", title, fields, translate("ReportForm", "Record"))
        whistle = shown.incident.whistle.id

        def make(v: dict[str, Any]) -> Command:
            return DeliverReport(
                whistle=whistle,
                receiver=v["receiver"],
                receipt=v["receipt"],
                happened_at=self._happened(v["at"]),
            )

        return sheet, make

    def instruction(self, shown: Shown) -> Built:
        """N: what those above said."""
        fields = [
            Field("told_by", translate("ReportForm", "Who said it"), required=True),
            self._clock(translate("ReportForm", "When")),
            Field("words", translate("ReportForm", "In their words"), kind="lines", wide=True, required=True),
            Field(
                "read_back",
                translate("ReportForm", "Read back"),
                kind="check",
                hint=translate("ReportForm", "we read it back to them"),
            ),
        ]
        title = translate("ReportForm", "An instruction from above")
        sheet = self._sheet(shown, "instruction", title, fields, translate("ReportForm", "Record"))
        whistle = shown.incident.whistle.id

        def make(v: dict[str, Any]) -> Command:
            return RecordInstruction(
                whistle=whistle,
                words=v["words"],
                told_by=v["told_by"],
                read_back=v["read_back"],
                happened_at=self._happened(v["at"]),
                channel="phone",
            )

        return sheet, make

    def kinds(self, shown: Shown) -> tuple[FactKind, ...]:
        """The key facts of this incident: everybody's and those of its plan."""
        plan = self._desk.reference.plan(shown.incident.whistle.plan) if shown.incident.whistle.plan else None
        return fact_kinds(plan.facts if plan is not None else ())

    def facts(self, shown: Shown) -> Built:
        """F: the key facts; an empty field stays unknown."""
        whistle, kinds = shown.incident.whistle, self.kinds(shown)
        fields = []
        for kind in kinds:
            fact, name = whistle.facts.get(kind.code), kind.name or word(FACTS, kind.code)
            if kind.sort == COUNT:
                fields.append(Field(kind.code, name, kind="number", value=fact.value if fact else None))
            else:
                fields.append(Field(kind.code, name, value=fact.words if fact else "", wide=True))
        fields.sort(key=lambda field: field.wide)
        sheet = self._sheet(
            shown, "facts", translate("ReportForm", "Key facts"), fields, translate("ReportForm", "Record"), 680
        )
        sheet.caption.setText(
            translate("ReportForm", "Empty stays unknown. Write 0 only when somebody said that there is none.")
        )

        def make(v: dict[str, Any]) -> Command:
            acts: list[Command] = []
            for kind in kinds:
                fact = whistle.facts.get(kind.code)
                if kind.sort == COUNT and v[kind.code] != (fact.value if fact else None):
                    acts.append(SetFact(whistle=whistle.id, fact=kind.code, value=v[kind.code]))
                elif kind.sort != COUNT and v[kind.code] != (fact.words if fact else ""):
                    acts.append(SetFact(whistle=whistle.id, fact=kind.code, words=v[kind.code]))
            return Batch(commands=tuple(acts))

        return sheet, make
