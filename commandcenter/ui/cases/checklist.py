"""The steps of a case (办理流程): which are done, by whom, when, on what; ticked by key. A line in the detail, a sheet for the hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from commandcenter.desk.desk import Desk
from commandcenter.domain.case import Case
from commandcenter.domain.case_step_acts import SetProcedure, TickStep, UntickStep
from commandcenter.domain.checklist import Checklist, spared
from commandcenter.domain.command import Command
from commandcenter.domain.procedure import Procedure, fitting, stages
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty, KeyCaps, Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.choice import Choice
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.parts.sending import Sending
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class TickRow:
    """A step of the case in the list."""

    key: str
    place: str
    text: str
    role: str
    state: str
    evidence: str
    icon: str
    ink: str
    branch: bool


def tick_rows(case: Case, now: int, person: Callable[[str], str]) -> list[TickRow]:
    """The steps as they follow each other, each with who did it when, or how long it has."""
    state = case.checklist
    idle, coming = spared(state.lines), {line.id for line in state.current}
    rows = []
    for number, stage in enumerate(stages(state.lines), start=1):
        for letter, line in zip("abcdefghijklmnopqrstuvwxyz", stage, strict=False):
            icon, ink = "circle", "tx3"
            told = ""
            if line.done and line.done_at is not None:
                icon, ink = "circle-check", "ok"
                told = " ".join(part for part in (person(line.by), when.moment(line.done_at, now)) if part)
                if line.due_at is not None and line.done_at > line.due_at:
                    ink, told = "amb", translate("StepList", "{told}, late").format(told=told)
            elif line.id in idle:
                icon, told = "minus", translate("StepList", "another branch was taken")
            elif line.due_at is not None and line.id in coming:
                late = now > line.due_at
                ink = "red" if late else "acc"
                icon = "octagon-alert" if late else "clock"
                told = (
                    translate("StepList", "over by {span}").format(span=when.rough(now - line.due_at))
                    if late
                    else translate("StepList", "left {span}").format(span=when.left(line.due_at - now))
                )
            elif line.id in coming:
                icon, ink = "circle-dot", "acc"
            shown = line.words or (translate("StepList", "a file") if line.file else "")
            need = (
                translate("StepList", "to be shown: {what}").format(what=line.step.evidence)
                if line.step.evidence
                else ""
            )
            evidence = shown if line.done else need
            place = f"{number}{letter}" if len(stage) > 1 else str(number)
            rows.append(
                TickRow(line.id, place, line.step.text, line.step.role, told, evidence, icon, ink, len(stage) > 1)
            )
    return rows


def strip_words(state: Checklist) -> str:
    """The list in one line: how many are done and what comes next."""
    coming = "、".join(line.step.text for line in state.current)
    told = translate("StepList", "{name} {done}/{all}").format(name=state.name, done=state.done, all=len(state.lines))
    return f"{told} · {coming}" if coming else translate("StepList", "{told} · all done").format(told=told)


class StepStrip(QWidget):
    """One line in the detail of a case: procedure, a pip a step, what comes next. A click opens the sheet."""

    opened = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._state = Checklist()
        self._words = ""
        self.setFixedHeight(look.px(30))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_steps(self, state: Checklist, suggestion: str = "") -> None:
        """Show the steps of a case; without any, the procedure that is suggested."""
        self._state = state
        if state.lines:
            self._words = strip_words(state)
        elif suggestion:
            self._words = translate("StepList", "no procedure; suggested: {name}").format(name=suggestion)
        else:
            self._words = translate("StepList", "no procedure")
        self.setAccessibleName(self._words)
        self.update()

    def mousePressEvent(self, event: object) -> None:
        self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        size = look.px(15)
        p.drawPixmap(0, (self.height() - size) // 2, look.icon("list-checks", "tx2", size))
        x = size + look.px(7)
        for line in self._state.lines[:20]:
            color = "okF" if line.done else "pip2" if line in self._state.current else "pip0"
            paint.rounded(
                p, QRectF(x, self.height() // 2 - look.px(4), look.px(8), look.px(8)), 2, look.color(color), None
            )
            x += look.px(11)
        x += look.px(6) if self._state.lines else 0
        cap = paint.keycaps_width(look, "Q")
        ink = "tx1" if self._state.lines else "tx3"
        rect = QRect(x, 0, max(10, self.width() - x - cap - look.px(10)), self.height())
        paint.elided(p, look, rect, self._words, "body", ink)
        paint.keycaps(p, look, self.width() - cap, self.height() / 2, "Q")


class _TickPainter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TickRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(5), rect.width(), look.px(21))
        below = QRect(rect.left(), rect.top() + look.px(27), rect.width(), look.px(18))
        if column == "icon":
            size = look.px(18)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(row.icon, row.ink, size))
            if row.branch:
                p.fillRect(rect.left() - look.px(8), rect.top() + 2, 3, rect.height() - 4, look.color("acc"))
        elif column == "place":
            paint.elided(p, look, rect, row.place, "strong", "tx2")
        elif column == "text":
            paint.elided(p, look, top, row.text, "name", "tx1")
            paint.elided(
                p, look, below, " · ".join(part for part in (row.role, row.evidence) if part), "caption", "tx2"
            )
        else:
            paint.elided(p, look, rect, row.state, "body", row.ink, paint.RIGHT)


class StepSheet(Sheet):
    """The steps of one case: Space ticks, U takes a tick back, Ctrl+Enter gives a procedure; what is typed below shows it."""

    def __init__(self, context: Context, host: QWidget, case: str) -> None:
        super().__init__(context.look, host, translate("StepList", "Steps of the case"), width=820)
        self._context = context
        self._desk: Desk = context.desk
        self._key = case
        self.case = self._desk.read.cases.case(case)[0]
        self._build()
        self._desk.changed.connect(self._on_changed)
        self.closed.connect(self.deleteLater)
        self._show()

    def _build(self) -> None:
        look = self._context.look
        self.procedures = Choice()
        self.procedures.setAccessibleName(translate("StepList", "Procedure"))
        self.give_button = Button(
            look, translate("StepList", "Give this procedure"), key="Ctrl Enter", icon="route", small=True
        )
        self.give_button.clicked.connect(self.give)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.give)
        line = row(Label(look, translate("StepList", "Procedure"), "caption", "2"), gap=10)
        line.addWidget(self.procedures, 1)
        line.addWidget(self.give_button)
        self.body.addLayout(line)
        columns = Columns(
            look,
            [
                Column("icon", "", 24),
                Column("place", "", 30),
                Column("text", "", 260, 3),
                Column("state", "", 190, 1, "right"),
            ],
        )
        empty = Empty(
            look,
            "list-checks",
            translate("StepList", "No procedure yet"),
            translate("StepList", "Choose one above; Ctrl Enter gives it."),
        )
        self.list = ListPanel(look, translate("StepList", "Steps"), _TickPainter(look, columns, height=50), empty)
        self.list.setMinimumHeight(look.px(300))
        self.list.view.opened.connect(self._on_opened)
        self.body.addWidget(self.list, 1)
        self.words = QLineEdit()
        self.words.setPlaceholderText(translate("StepList", "What shows it, or why"))
        self.words.setAccessibleName(translate("StepList", "What shows it, or why"))
        self.words.returnPressed.connect(self._on_entered)
        foot = row(KeyCaps(look, "/"), gap=8)
        foot.addWidget(self.words, 1)
        self.body.addLayout(foot)
        self.close_button = Button(look, translate("StepList", "Close"), key="Esc", kind="ghost")
        self.untick_button = Button(look, translate("StepList", "Take the tick back"), key="U", icon="undo-2")
        self.tick_button = Button(look, translate("StepList", "Done"), key="Space", icon="check", kind="primary")
        self.close_button.clicked.connect(self.dismiss)
        self.untick_button.clicked.connect(self.untick)
        self.tick_button.clicked.connect(self.tick)
        for button in (self.close_button, self.untick_button, self.tick_button):
            self.add_button(button)

    def open_sheet(self) -> None:
        """Show it with the keyboard on the step that comes next, or on the choice of a procedure."""
        self.present(self.list.view if self.case.checklist.lines else self.procedures)

    # -- showing ---------------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if f"case/{self._key}" in changes.subjects or "*" in changes.subjects:
            self.case = self._desk.read.cases.case(self._key)[0]
            self._show()

    def suggested(self) -> list[Procedure]:
        """Procedures in use: those that fit the case first."""
        return suggested(self._desk, self.case)

    def _show(self) -> None:
        state = self.case.checklist
        self.caption.setText(f"{self.case.number} · {strip_words(state)}" if state.lines else self.case.number)
        chosen = self.procedures.currentData() or state.procedure
        self.procedures.clear()
        found = self.suggested()
        for one in found:
            self.procedures.addItem(
                translate("StepList", "{name} (version {n})").format(name=one.name, n=one.version), one.id
            )
        place = self.procedures.findData(chosen)
        self.procedures.setCurrentIndex(max(0, place))
        self.give_button.setEnabled(bool(found))
        rows = tick_rows(self.case, self._desk.clock.now(), self._person)
        self.list.show_rows(rows, translate("StepList", "version {n}").format(n=state.version) if state.lines else "")
        coming = state.current
        if coming and (self.list.view.place < 0 or self._line_done()):
            self.list.view.go(self.list.model.place_of(coming[0].id))

    def _line_done(self) -> bool:
        chosen = self.list.row
        line = self.case.checklist.line(chosen.key) if chosen is not None else None
        return line is not None and line.done

    def _person(self, person: str) -> str:
        found = self._desk.reference.directory.people.get(person)
        return found.name if found else ""

    # -- acting ----------------------------------------------------------------------------------------------------

    def give(self) -> None:
        """Ctrl+Enter: the chosen procedure; where ticks would be left, the words tell why."""
        key = str(self.procedures.currentData() or "")
        if key:
            self._send(SetProcedure(case=self._key, procedure=key, words=self.words.text()))

    def tick(self) -> None:
        """Space: the step is done; where it has to be shown, the words below show it."""
        chosen = self.list.row
        line = self.case.checklist.line(chosen.key) if chosen is not None else None
        if line is None:
            return
        if line.step.evidence and not line.done and not self.words.text().strip():
            self.say(refusal("step_evidence", {"evidence": line.step.evidence}))
            self.words.setFocus()
            return
        self._send(TickStep(case=self._key, step=line.id, words=self.words.text()))

    def _on_entered(self) -> None:
        """Enter behind the words: they show that an open step is done, or tell why a tick was wrong."""
        (self.untick if self._line_done() else self.tick)()

    def untick(self) -> None:
        """U: a tick was wrong; the words tell why."""
        chosen = self.list.row
        if chosen is None:
            return
        if not self.words.text().strip():
            self.say(refusal("reason_needed", {}))
            self.words.setFocus()
            return
        self._send(UntickStep(case=self._key, step=chosen.key, words=self.words.text()))

    def _send(self, command: Command) -> None:
        sending = Sending(self._context, command)
        sending.done.connect(self._on_done)
        sending.refused.connect(self._on_refused)

    def _on_done(self, _done: object) -> None:
        self.words.clear()
        self.say("")
        self.list.view.setFocus()

    def _on_refused(self, refused: object) -> None:
        code, facts = getattr(refused, "code", ""), getattr(refused, "facts", {})
        self.say(refusal(code, facts, self._desk.reference.unit_name))

    def _on_opened(self, _place: int) -> None:
        self.tick()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Space: self.tick,
            Qt.Key.Key_U: self.untick,
            Qt.Key.Key_Slash: self.words.setFocus,
        }
        way = ways.get(event.key()) if not event.modifiers() else None
        if way is None:
            super().keyPressEvent(event)
            return
        way()


def suggested(desk: Desk, case: Case) -> list[Procedure]:
    """The procedures in use: those that fit a case first, then the others in their order."""
    path = desk.reference.categories.get(case.category, ())
    everything = [one for one in desk.reference.procedures if one.active]
    first = fitting(everything, path, case.channel)
    return [*first, *(one for one in everything if one not in first)]


def suggestion(desk: Desk, case: Case) -> str:
    """The name of the procedure that fits a case best; empty when none does."""
    path = desk.reference.categories.get(case.category, ())
    found = fitting(desk.reference.procedures, path, case.channel)
    return found[0].name if found else ""
