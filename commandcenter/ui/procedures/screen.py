"""The procedures (办理流程): the office's ways of working on a case, step by step, edited by keyboard, saved as versions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done
from commandcenter.domain.command import Command
from commandcenter.domain.procedure import Procedure, Step, steps_in
from commandcenter.domain.record import AmendRecord, ListRecord, RestoreRecord, RetireRecord
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty, Label, Line, Panel, column
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.days import short_moment
from commandcenter.ui.parts.history import HistoryRow, HistoryView, author
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns
from commandcenter.ui.parts.screen import Context, Hints, Screen
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.procedures.model import Draft, draft_of, kept_draft, procedure_rows, step_rows
from commandcenter.ui.procedures.painters import ProcedurePainter, StepPainter
from commandcenter.ui.procedures.sheets import ProcedureSheets
from commandcenter.ui.words import CHANNELS, word

FAMILIES = {"procedure", "limit"}
CONTROL = Qt.KeyboardModifier.ControlModifier


class ProceduresScreen(Screen):
    """Tab 办理流程 of the room of cases."""

    name = "procedures"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.draft: Draft | None = None
        self._wanted = ""
        self._steps_of: dict[str, tuple[Step, ...]] = {}
        self.acting = Acting(context, self)
        self.acting.done.connect(self._on_done)
        self.sheets = ProcedureSheets(context, self)
        self._build()

    def title(self) -> str:
        return self.tr("Procedures")

    def caption(self) -> str:
        return self.tr("how a case is worked on, step by step; running cases keep the version they began with")

    def hints(self) -> Hints:
        told = [("N", self.tr("new procedure"))]
        if self.draft is not None:
            told += [("A", self.tr("add a step")), ("Enter", self.tr("change the step"))]
            told += [("Ctrl ↑↓", self.tr("move")), ("Del", self.tr("remove")), ("E", self.tr("what it is for"))]
            if self.draft.touched:
                told += [("Ctrl S", self.tr("save a version")), ("Z", self.tr("drop the changes"))]
            told += [("X", self.tr("out of use or back")), ("V", self.tr("versions"))]
        return tuple(told)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        empty = Empty(look, "route", self.tr("No procedure yet"), self.tr("N begins one."))
        self.list = ListPanel(look, self.tr("Procedures"), ProcedurePainter(look), empty, act=self.tr("New"), key="N")
        self.list.act.clicked.connect(self._new)
        self.list.view.moved.connect(self._on_moved)
        self.list.view.opened.connect(self._to_steps)
        self.head = Panel(look, self.tr("Procedure"))
        self.about = Label(look, "", "body", "2")
        self.about.setWordWrap(True)
        self.state = Label(look, "", "caption", "amb")
        inner = column(gap=4, margins=(14, 8, 14, 10))
        inner.addWidget(self.about)
        inner.addWidget(self.state)
        self.head.body.addLayout(inner)
        self.edit_button = Button(look, self.tr("What it is for"), key="E", icon="pencil", small=True)
        self.save_button = Button(
            look, self.tr("Save a version"), key="Ctrl S", icon="save", kind="primary", small=True
        )
        self.edit_button.clicked.connect(self._edit)
        self.save_button.clicked.connect(self._save)
        self.head.add_to_head(self.edit_button)
        self.head.add_to_head(self.save_button)
        columns = Columns(
            look,
            [
                Column("place", self.tr("No."), 40),
                Column("text", self.tr("What is done"), 220, 4),
                Column("role", self.tr("Who"), 110, 1),
                Column("limit", self.tr("Limit"), 100, 0, "left", 2),
                Column("evidence", self.tr("To be shown"), 110, 1, "left", 1),
                Column("beside", self.tr("Beside others"), 120, 1, "left", 3),
            ],
        )
        nothing = Empty(look, "list-checks", self.tr("No step yet"), self.tr("A adds one."))
        self.steps = ListPanel(
            look,
            self.tr("Steps"),
            StepPainter(look, columns, height=42),
            nothing,
            act=self.tr("Step"),
            key="A",
            titled=True,
        )
        self.steps.act.clicked.connect(self._add_step)
        self.steps.view.opened.connect(self._edit_step)
        self.versions = Panel(look, self.tr("Versions"))
        self.history = HistoryView(look, self.tr("Versions"), lead=64)
        self.history.moved.connect(self._on_version)
        self.versions.body.addWidget(self.history, 1)
        self.preview = Label(look, "", "body", "2")
        self.preview.setWordWrap(True)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.versions.body.addWidget(Line())
        box = column(gap=4, margins=(14, 8, 14, 10))
        box.addWidget(Label(look, self.tr("Steps of this version"), "strong"))
        box.addWidget(self.preview, 1)
        self.versions.body.addLayout(box, 1)
        self.main = QWidget()
        middle = QVBoxLayout(self.main)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self.head)
        middle.addWidget(self.steps, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(self.list)
        outer.addWidget(self.main, 1)
        outer.addWidget(self.versions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(1500)
        self.list.setFixedWidth(self.look.px(320 if wide else 250))
        self.versions.setFixedWidth(self.look.px(340 if wide else 260))

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "procedure" in what:
            self._wanted = str(what["procedure"])
            self._load()

    def where(self) -> Mapping[str, Any]:
        return {"procedure": self.draft.id} if self.draft is not None else {}

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def reload(self, changes: Changes) -> None:
        self._load()

    def _drafts(self) -> Mapping[str, str]:
        return self.desk.drafts()

    def _load(self) -> None:
        wanted = self._wanted or (self.draft.id if self.draft is not None else "")
        self._wanted = ""
        kept = self._drafts()
        blocked = self.list.view.blockSignals(True)
        rows = procedure_rows(self.desk.reference.procedures, kept)
        self.list.show_rows(rows, self.tr("{n} in use").format(n=sum(not one.off for one in rows)))
        place = self.list.model.place_of(wanted) if wanted else -1
        if rows:
            self.list.view.go(max(0, place))
        self.list.view.blockSignals(blocked)
        self._choose(self.list.view.place)

    def _choose(self, place: int) -> None:
        chosen = self.list.model.row(place)
        found = next(
            (one for one in self.desk.reference.procedures if chosen is not None and one.id == chosen.key), None
        )
        self.draft = None
        if found is not None:
            draft = draft_of(found)
            kept = kept_draft(draft, self._drafts().get(f"procedure.{found.id}", ""))
            self.draft = kept if kept.base == draft.base else draft
        self._show()
        self._show_versions()

    def _on_moved(self, place: int) -> None:
        if place >= 0:
            self._choose(place)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _procedure(self) -> Procedure | None:
        return next((one for one in self.desk.reference.procedures if self.draft and one.id == self.draft.id), None)

    def _show(self) -> None:
        draft, procedure = self.draft, self._procedure()
        self.main.setVisible(draft is not None)
        self.versions.setVisible(draft is not None)
        if draft is None:
            self.services.hints_changed.emit()
            return
        self.head.title.setText(draft.name)
        off = procedure is not None and not procedure.active
        caption = self.tr("version {n}").format(n=draft.base) if draft.base else self.tr("not saved yet")
        self.head.caption.setText(
            " · ".join(p for p in (draft.code, caption, self.tr("out of use") if off else "") if p)
        )
        channels = "、".join(word(CHANNELS, code) for code in draft.channels)
        lines = [
            draft.about,
            self.tr("Kinds: {words}").format(words="、".join(draft.kinds)) if draft.kinds else "",
            self.tr("Channels: {words}").format(words=channels) if channels else "",
        ]
        self.about.setText("\n".join(line for line in lines if line))
        touched = draft.touched
        self.state.setText(
            self.tr("Changed, not saved: Ctrl S saves a version, Z drops the changes.") if touched else ""
        )
        self.state.setVisible(touched)
        self.save_button.setVisible(touched)
        self.steps.show_rows(step_rows(self.desk.reference, draft.steps))
        if draft.steps and self.steps.view.place < 0:
            self.steps.view.go(0)
        self.services.hints_changed.emit()

    def _show_versions(self) -> None:
        if self.draft is None:
            return
        record = self.desk.read.reference.record(f"procedure/{self.draft.id}")
        rows, version = [], 0
        self._steps_of = {}
        standing: Any = ()
        for place, change in enumerate(record.history):
            counts = change.verb in ("listed", "amended")
            version += counts
            standing = change.fields.get("steps", standing)
            names = {
                "listed": self.tr("entered"),
                "amended": self.tr("changed"),
                "retired": self.tr("out of use"),
                "restored": self.tr("back in use"),
            }
            second = " · ".join(part for part in (author(self.desk, change), short_moment(change.at)) if part)
            lead = self.tr("v{n}").format(n=version) if counts else ""
            rows.append(HistoryRow(str(place), lead, change.reason or names.get(change.verb, change.verb), second))
            self._steps_of[str(place)] = steps_in(standing)
        self.history.show_rows(rows[::-1])
        if rows:
            self.history.go(0)
        self._on_version(self.history.place)

    def _on_version(self, place: int) -> None:
        chosen = self.history.rows_model.row(place)
        steps = self._steps_of.get(chosen.key, ()) if chosen is not None else ()
        rows = step_rows(self.desk.reference, steps)
        self.preview.setText(
            "\n".join(f"{one.place} {one.text}{f'（{one.limit}）' if one.limit else ''}" for one in rows)
        )

    # -- editing ---------------------------------------------------------------------------------------------------

    def _take(self, draft: Draft) -> None:
        """Show a draft and keep it over a crash; one that is as before is forgotten."""
        self.draft = draft
        self.desk.save_draft(f"procedure.{draft.id}", draft.text() if draft.touched else "")
        self._show()

    def _chosen_step(self) -> Step | None:
        chosen = self.steps.row
        if self.draft is None or chosen is None:
            return None
        return next((step for step in self.draft.steps if step.id == chosen.key), None)

    def _new(self) -> None:
        draft = Draft(self.desk.new_id(), rank=len(self.desk.reference.procedures) + 1)
        self.sheets.head(draft, self._begin)

    def _begin(self, draft: Draft) -> None:
        first = Step("1", self.tr("Receive the case"))
        given = draft.with_step(first, -1)
        self._wanted = given.id
        self._send(
            ListRecord(subject=f"procedure/{given.id}", fields=given.fields), self.tr("Entered; now add its steps.")
        )

    def _edit(self) -> None:
        if self.draft is not None:
            self.sheets.head(self.draft, self._take)

    def _add_step(self) -> None:
        if self.draft is not None:
            self.sheets.step(Step(self.draft.fresh_id(), ""), self._put_step)

    def _put_step(self, step: Step) -> None:
        if self.draft is None:
            return
        if any(one.id == step.id for one in self.draft.steps):
            self._take(self.draft.changed(step))
        else:
            self._take(self.draft.with_step(step, self.steps.view.place))
        self._go_step(step.id)

    def _edit_step(self, _place: int) -> None:
        step = self._chosen_step()
        if step is not None:
            self.sheets.step(step, self._put_step)

    def _remove_step(self) -> None:
        step = self._chosen_step()
        if self.draft is not None and step is not None:
            self._take(self.draft.without(step.id))

    def _move(self, by: int) -> None:
        step = self._chosen_step()
        if self.draft is not None and step is not None:
            self._take(self.draft.moved(step.id, by))
            self._go_step(step.id)

    def _go_step(self, step: str) -> None:
        place = self.steps.model.place_of(step)
        if place >= 0:
            self.steps.view.go(place)
            self.steps.view.setFocus()

    def _drop(self) -> None:
        procedure = self._procedure()
        if procedure is not None:
            self._take(draft_of(procedure))

    # -- saving ----------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        if self.draft is not None and self.draft.touched:
            self.sheets.why(self.draft, self._save_version)

    def _save_version(self, reason: str) -> None:
        draft = self.draft
        if draft is None:
            return
        command = AmendRecord(subject=f"procedure/{draft.id}", fields=draft.fields, reason=reason)
        said = self.tr("Version {n} is saved.").format(n=draft.base + 1)
        Sending(self.context, command, said, self.sheets.sheet).done.connect(self._on_saved)

    def _on_saved(self, _done: Done) -> None:
        if self.draft is not None:
            self.desk.save_draft(f"procedure.{self.draft.id}", "")
        self._wanted = self.draft.id if self.draft is not None else ""
        self.draft = None
        self._load()

    def _retire(self) -> None:
        procedure = self._procedure()
        if procedure is None:
            return
        subject = f"procedure/{procedure.id}"
        if procedure.active:
            self._send(RetireRecord(subject=subject), self.tr("Out of use; running cases keep it."))
        else:
            self._send(RestoreRecord(subject=subject), self.tr("Back in use."))

    def _send(self, command: Command, said: str) -> None:
        self.acting.send(command, said)

    def _on_done(self, _done: Done) -> None:
        self._load()

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        """The keyboard goes to the list."""
        self.list.view.setFocus()

    def _to_steps(self, _place: int) -> None:
        self.steps.view.setFocus()

    def _to_list(self) -> None:
        self.list.view.setFocus()

    def _to_versions(self) -> None:
        self.history.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == CONTROL:
            held: dict[int, Callable[[], None]] = {
                Qt.Key.Key_S: self._save,
                Qt.Key.Key_Up: self._move_up,
                Qt.Key.Key_Down: self._move_down,
            }
            if key in held:
                held[key]()
                return
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_N: self._new,
            Qt.Key.Key_E: self._edit,
            Qt.Key.Key_A: self._add_step,
            Qt.Key.Key_Delete: self._remove_step,
            Qt.Key.Key_Backspace: self._remove_step,
            Qt.Key.Key_Z: self._drop,
            Qt.Key.Key_X: self._retire,
            Qt.Key.Key_V: self._to_versions,
            Qt.Key.Key_Right: self._to_steps_now,
            Qt.Key.Key_Left: self._to_list,
            Qt.Key.Key_Escape: self._to_list,
        }
        way = ways.get(key) if not modifiers else None
        if way is None:
            super().keyPressEvent(event)
            return
        way()

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _to_steps_now(self) -> None:
        self.steps.view.setFocus()
