"""Personal data after incidents: until when they may be kept, who looked at them, who signed, what was destroyed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.desk import destruction
from commandcenter.desk.desk import Desk
from commandcenter.desk.destruction import DueLine
from commandcenter.domain.event import DRILL
from commandcenter.domain.masking import mask_text
from commandcenter.domain.office import OFFICE
from commandcenter.domain.privacy import DESTROY
from commandcenter.domain.privacy_acts import DestroyPersonalData, EndKeeping, KeepAsEvidence, SignDestruction
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import ElidedLabel, Line, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.factgrid import FactGrid
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Hints, Toast
from commandcenter.ui.parts.unmasking import Unmasking
from commandcenter.ui.settings.section import Section
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate

CONTROL = Qt.KeyboardModifier.ControlModifier


def stage_words() -> dict[str, str]:
    """How it stands with the data of an incident."""
    return {
        "": translate("Privacy", "to be signed"),
        "kept": translate("Privacy", "kept as evidence"),
        "first": translate("Privacy", "one signature"),
        "signed": translate("Privacy", "signed"),
        "destroyed": translate("Privacy", "destroyed"),
    }


class _Painter(RowPainter):
    """Number, what it was, when it ended, until when, how it stands."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        self.now = 0
        columns = [
            Column("number", translate("Privacy", "Number"), 176),
            Column("title", translate("Privacy", "Incident"), 120, 1, drop=1),
            Column("ended", translate("Privacy", "Ended"), 96, drop=2),
            Column("due", translate("Privacy", "Destroy by"), 96),
            Column("stage", translate("Privacy", "State"), 120),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)

    def paint_cell(self, p: QPainter, rect: Any, column: str, row: DueLine) -> None:
        look, state = self.look, row.privacy
        late = state.destroyed_at is None and row.due_at is not None and row.due_at <= self.now
        if column == "number":
            paint.elided(p, look, rect, row.whistle.number, "strong", "tx1")
        elif column == "title":
            paint.elided(p, look, rect, mask_text(row.whistle.title), "body", "tx2")
        elif column == "ended":
            paint.elided(p, look, rect, when.day(row.ended_at), "body", "tx2")
        elif column == "due":
            words = when.day(row.due_at) if row.due_at is not None else when.UNKNOWN
            paint.elided(p, look, rect, words, "body", "amb" if late else "tx1")
        else:
            paint.elided(p, look, rect, stage_words()[state.stage], "body", "tx3" if state.destroyed_at else "tx1")


def _key(line: DueLine) -> str:
    return line.whistle.id


def _spoken(line: DueLine) -> str:
    return f"{line.whistle.number}, {stage_words()[line.privacy.stage]}"


class PrivacySection(Section):
    """The list of ended incidents, the chosen one beside it; the paper kit for a dead computer is printed here, too."""

    name = "privacy"
    icon = "shield-check"
    families = frozenset({"whistle", "privacy", "limit", "person", "print"})

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(context, host)
        self._sheet: FormSheet | None = None
        self._build()

    @staticmethod
    def words() -> str:
        return translate("Settings", "Personal data, paper kit")

    @staticmethod
    def counted(desk: Desk) -> str:
        now = desk.clock.now()
        found = destruction.lines(desk.read, desk.reference)
        due = [line for line in found if line.privacy.destroyed_at is None and (line.due_at or now + 1) <= now]
        return str(len(due)) if due else ""

    def caption(self) -> str:
        limit = self.desk.reference.limit(DESTROY)
        if limit is None:
            return self.tr("the office has no limit for keeping them")
        days = limit.milliseconds / 86_400_000
        return self.tr("masked from the end of an incident, destroyed after {n} days").format(n=f"{days:g}")

    def hints(self) -> Hints:
        return (
            ("S", self.tr("sign the list")),
            ("Ctrl P", self.tr("print the list (F20)")),
            ("Ctrl U", self.tr("show names")),
            ("E", self.tr("keep as evidence")),
            ("Del", self.tr("destroy")),
            ("Y", self.tr("print the paper kit (F22)")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self.list_panel = Panel(look, translate("Privacy", "Ended incidents"), "")
        self.kit_button = Button(look, self.tr("Paper kit"), key="Y", icon="printer", small=True)
        self.kit_button.clicked.connect(self.print_kit)
        self.list_panel.add_to_head(self.kit_button)
        self.model = KeyedRows(_key, _spoken, self)
        self.painter = _Painter(look, self)
        self.list = RowList(look, self.model, self.painter, translate("Privacy", "Ended incidents"))
        self.list.view.moved.connect(self._on_moved)
        self.list_panel.body.addWidget(self.list, 1)
        self.side = Panel(look, translate("Privacy", "Its personal data"), "")
        self.title = ElidedLabel(look, "", "tile")
        self.side.body.addLayout(row(self.title, margins=(14, 9, 12, 9)))
        self.side.body.addWidget(Line())
        names = [self.tr("Ended"), self.tr("Destroy by"), self.tr("State"), self.tr("Signed by"), self.tr("Assessment")]
        self.facts = FactGrid(look, names)
        self.side.body.addWidget(self.facts)
        self.side.body.addWidget(Line())
        self.log = HistoryView(look, self.tr("Who looked, who signed"), lead=88)
        self.side.body.addWidget(self.log, 1)
        self.sign_button = Button(look, self.tr("Sign"), key="S", kind="primary", small=True)
        self.print_button = Button(look, self.tr("Print list"), key="Ctrl P", icon="printer", small=True)
        self.show_button = Button(look, self.tr("Show names"), key="Ctrl U", small=True, kind="ghost")
        self.keep_button = Button(look, self.tr("Evidence"), key="E", small=True, kind="ghost")
        self.destroy_button = Button(look, self.tr("Destroy"), key="Del", small=True, kind="danger")
        for button, act in (
            (self.sign_button, self.sign),
            (self.print_button, self.print_list),
            (self.show_button, self.show_names),
            (self.keep_button, self.keep),
            (self.destroy_button, self.destroy_data),
        ):
            button.clicked.connect(act)
        self.side.add_foot(
            self.show_button, self.keep_button, None, self.destroy_button, self.print_button, self.sign_button
        )
        layout.addWidget(self.list_panel, 1)
        layout.addWidget(self.side)
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        self.side.setFixedWidth(self.look.px(600 if self.width() > self.look.px(1250) else 530))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # -- showing ---------------------------------------------------------------------------------------------------

    def reload(self, changes: Changes) -> None:
        chosen = self.chosen
        self.painter.now = self.desk.clock.now()
        rows = destruction.lines(self.desk.read, self.desk.reference)
        waiting = sum(line.privacy.destroyed_at is None for line in rows)
        self.list_panel.caption.setText(self.tr("{n} still hold personal data").format(n=waiting))
        self.model.show(rows)
        place = self.model.place_of(chosen.whistle.id) if chosen is not None else -1
        self.list.view.go(max(0, place))
        self._show_chosen()

    @property
    def chosen(self) -> DueLine | None:
        """The incident the mark is on."""
        found: DueLine | None = self.model.row(self.list.view.place)
        return found

    def show_what(self, what: Mapping[str, Any]) -> None:
        place = self.model.place_of(str(what.get("whistle", "")))
        if place >= 0:
            self.list.view.go(place)

    def where(self) -> Mapping[str, Any]:
        return {"whistle": self.chosen.whistle.id} if self.chosen is not None else {}

    def come(self) -> None:
        self.list.view.setFocus()

    def _on_moved(self, _place: int) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        line = self.chosen
        for button in (
            *(self.sign_button, self.print_button, self.show_button),
            *(self.keep_button, self.destroy_button),
        ):
            button.setEnabled(line is not None)
        if line is None:
            self.title.setText(self.tr("No incident has ended yet."))
            for place in range(5):
                self.facts.tell(place, "")
            self.log.show_rows([])
            return
        state, whistle = line.privacy, line.whistle
        now = self.desk.clock.now()
        sort = self.tr("drill") if whistle.mode == DRILL else ""
        self.title.setText(" ".join(part for part in (whistle.number, sort, mask_text(whistle.title)) if part))
        self.facts.tell(0, when.moment(line.ended_at, now))
        late = state.destroyed_at is None and line.due_at is not None and line.due_at <= now
        self.facts.tell(1, when.day(line.due_at) if line.due_at is not None else when.UNKNOWN, warn=late)
        told = stage_words()[state.stage]
        if state.destroyed_at is not None:
            told = f"{told} {when.moment(state.destroyed_at, now)}"
        elif state.kept_until:
            told = self.tr("kept as evidence until {day}").format(day=state.kept_until)
        self.facts.tell(2, told)
        people = self.desk.reference.directory.people
        signed = [people[one.person].name if one.person in people else when.UNKNOWN for one in state.signatures]
        self.facts.tell(3, "、".join(signed) or self.tr("nobody yet; two people have to"))
        self.facts.tell(4, state.assessment if state.kept_until else "")
        self.keep_button.set_text(self.tr("End keeping") if state.kept_until else self.tr("Evidence"))
        self._show_log(line, now)

    def _show_log(self, line: DueLine, now: int) -> None:
        people = self.desk.reference.directory.people

        def name(person: str) -> str:
            return people[person].name if person in people else self.tr("nobody signed in")

        state = line.privacy
        found = [(one.at, self.tr("looked"), name(one.by), one.reason) for one in state.openings]
        found += [(one.at, self.tr("signed"), name(one.person), "") for one in state.signatures]
        if state.destroyed_at is not None:
            found.append((state.destroyed_at, self.tr("destroyed"), "", ""))
        self.log.show_rows(
            [
                HistoryRow(f"{at}-{place}", lead, f"{who} {when.moment(at, now)}".strip(), why)
                for place, (at, lead, who, why) in enumerate(sorted(found, reverse=True))
            ]
        )

    # -- acting ----------------------------------------------------------------------------------------------------

    def print_kit(self) -> None:
        """Y: the paper kit with today's numbers."""
        print_form(self.context, self, ("kit", OFFICE))

    def print_list(self) -> None:
        """Ctrl+P: the list for destruction, to be signed."""
        if self.chosen is not None:
            print_form(self.context, self, ("destruction", f"privacy/{self.chosen.whistle.id}"))

    def show_names(self) -> None:
        """Ctrl+U: with a reason, logged."""
        if self.chosen is not None and self.chosen.privacy.destroyed_at is None:
            Unmasking(self.context, self.window(), self.chosen.whistle.id)

    def sign(self) -> None:
        """S: one of the two signatures, by who is signed in here; the other one signs in with F10 first."""
        line = self.chosen
        if line is None:
            return
        actor = self.desk.who().actor
        person = self.desk.reference.directory.people.get(actor)
        if person is None or any(one.person == actor for one in line.privacy.signatures):
            code = "not_your_signature" if person is None else "two_people_needed"
            self.services.toast.emit(Toast(refusal(code, {}), kind="warn"))
            return
        field = Field("person", self.tr("Who signs"), kind="choice", choices=((actor, person.name),), wide=True)
        self._ask(self.tr("Sign the list for destruction"), [field], self.tr("Sign"))
        if self._sheet is not None:
            self._sheet.submitted.connect(self._on_sign)

    def _on_sign(self, values: dict[str, Any]) -> None:
        if self.chosen is not None:
            command = SignDestruction(whistle=self.chosen.whistle.id, person=values["person"])
            self.send(command, self.tr("Signed"), self._sheet)

    def keep(self) -> None:
        """E: keep as evidence after an assessment, or end that."""
        line = self.chosen
        if line is None:
            return
        if line.privacy.kept_until:
            self.send(EndKeeping(whistle=line.whistle.id), self.tr("The limit holds again"))
            return
        fields = [
            Field("assessment", self.tr("Assessment: why, for what"), kind="lines", required=True, wide=True),
            Field("until", self.tr("Until"), kind="date", required=True),
        ]
        self._ask(self.tr("Keep as evidence or for an inquiry"), fields, self.tr("Keep"))
        if self._sheet is not None:
            self._sheet.submitted.connect(self._on_keep)

    def _on_keep(self, values: dict[str, Any]) -> None:
        if self.chosen is not None:
            command = KeepAsEvidence(whistle=self.chosen.whistle.id, **values)
            self.send(command, self.tr("Kept; the assessment is on record"), self._sheet)

    def destroy_data(self) -> None:
        """Del: what two people signed and whose date has come; the desk does it by itself within the hour, too."""
        line = self.chosen
        if line is None:
            return
        due = line.privacy.stage == "signed" and line.due_at is not None and line.due_at <= self.desk.clock.now()
        if not due and line.privacy.stage in ("", "first"):
            count = len(line.privacy.signatures)
            self.services.toast.emit(Toast(refusal("signatures_missing", {"count": count}), kind="warn"))
            return
        ticket = self.desk.destroy_personal_data(self._destruction(line))
        ticket.refused.connect(self.services.refused)

    def _destruction(self, line: DueLine) -> DestroyPersonalData:
        return destruction.destruction_of(self.desk.read, line.whistle.id)

    def _ask(self, title: str, fields: list[Field], send: str) -> None:
        self._sheet = FormSheet(self.look, self.host, title, fields, send=send, width=620, now=self.desk.clock.now)
        if self.chosen is not None:
            self._sheet.caption.setText(self.chosen.whistle.number)
        self._sheet.open_sheet()

    def press(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        controlled = {Qt.Key.Key_P: self.print_list, Qt.Key.Key_U: self.show_names}
        plain = {
            Qt.Key.Key_S: self.sign,
            Qt.Key.Key_E: self.keep,
            Qt.Key.Key_Y: self.print_kit,
            Qt.Key.Key_Delete: self.destroy_data,
        }
        ways: Mapping[Any, Any] = controlled if modifiers == CONTROL else plain if not modifiers else {}
        if key not in ways:
            return False
        ways[key]()
        return True
