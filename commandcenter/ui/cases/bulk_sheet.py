"""The sheet of an act on many cases: its form, and line by line what would come of it, what is being done, what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QProgressBar, QWidget

from commandcenter.desk.bulk import BulkRun, Carried, Foresight
from commandcenter.desk.engine import Done, Foreseen, NotSaved, RefusedBy
from commandcenter.domain.case import Case
from commandcenter.domain.case_undo import may_undo
from commandcenter.domain.command import Command
from commandcenter.ui.cases.bulk_acts import act_word, case_words, fields_of, maker, needs_others, outcome_words
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Form
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.screen import Context
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal

WAIT_MS = 200
"""The preview follows the hand when it rests so long."""

_MARKS = {
    "can": ("check", "tx2"),
    "no": ("ban", "amb"),
    "done": ("circle-check", "ok"),
    "failed": ("triangle-alert", "amb"),
    "first": ("link", "tx3"),
    "": ("ellipsis", "tx3"),
}


@dataclass(frozen=True, slots=True)
class BulkLine:
    """A case of the act. ``state``: empty while it is looked at, first (nothing is done to it), can, no, done, failed."""

    case: str
    words: str
    state: str = ""
    told: str = ""


class _Painter(RowPainter):
    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: BulkLine) -> None:
        look = self.look
        icon, tone = _MARKS[row.state]
        if column == "mark":
            size = look.px(16)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, tone, size))
        elif column == "case":
            paint.elided(p, look, rect, row.words, "body", "tx3" if row.state in ("no", "first") else "tx1")
        else:
            paint.elided(p, look, rect, row.told, "body", tone)


class BulkSheet(Sheet):
    """``carried`` gives each command with its answer and the case as it was before; ``undo_wanted`` asks to take it back."""

    carried = Signal(object)
    undo_wanted = Signal()

    def __init__(self, context: Context, host: QWidget, act: str, cases: Sequence[Case]) -> None:
        super().__init__(context.look, host, act_word(act), width=980)
        self._context, self._act, self._cases = context, act, tuple(cases)
        self._foresight: Foresight | None = None
        self._run: BulkRun | None = None
        self._seen: list[Foreseen] = []
        self._values: dict[str, object] = {}
        self.is_done = False
        look = context.look
        self.caption.setText(self.tr("{n} cases").format(n=len(cases)))
        self.form = Form(look, fields_of(act, context.desk.reference))
        self.body.addWidget(self.form)
        self.told = Label(look, "", "strong", "1")
        self.body.addLayout(row(self.told, None))
        self._build_list(look)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.hide()
        self.body.addWidget(self.bar)
        self._build_foot(look)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.look_ahead)
        self.form.changed.connect(self._on_changed)
        self.closed.connect(self._on_closed)

    def _build_list(self, look: Look) -> None:
        self.lines = KeyedRows(_key, _spoken, self)
        columns = Columns(look, [Column("mark", "", 20), Column("case", "", 300, 3), Column("told", "", 300, 4)])
        self.view = RowView(look, self.lines, _Painter(look, columns, self, height=31), self.tr("What will happen"))
        self.view.setMinimumHeight(look.px(31 * 6))
        self.lines.show([BulkLine(case.id, case_words(case)) for case in self._cases])
        self.body.addWidget(self.view, 1)

    def _build_foot(self, look: Look) -> None:
        self.cancel_button = Button(look, self.tr("Not now"), key="Esc", kind="ghost")
        self.undo_button = Button(look, self.tr("Take back"), key="Ctrl Z", icon="undo-2")
        self.send_button = Button(look, "", key="Ctrl Enter", kind="primary")
        self.undo_button.hide()
        for button in (self.cancel_button, self.undo_button, self.send_button):
            self.add_button(button)
        self.cancel_button.clicked.connect(self.dismiss)
        self.undo_button.clicked.connect(self._undo)
        self.send_button.clicked.connect(self.send)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)

    def wanted_size(self) -> tuple[int, int]:
        width, _ = super().wanted_size()
        return width, self.look.px(min(760, 330 + self.form.sizeHint().height() + 31 * len(self._cases)))

    def open_sheet(self) -> None:
        """Show it with the keyboard in the first field, and look ahead at once where nothing is asked."""
        self.present()
        self.form.focus_first()
        self.look_ahead()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self.is_done:
            self._undo()
            return
        super().keyPressEvent(event)

    # -- looking ahead ---------------------------------------------------------------------------------------------

    def _on_changed(self) -> None:
        self._seen = []
        self._timer.start()

    def look_ahead(self) -> None:
        """Ask what would come of the act as it is entered."""
        self._timer.stop()
        if self._foresight is not None:
            self._foresight.drop()
            self._foresight = None
        self._seen = []
        try:
            self._values = self.form.values(self._context.desk.clock.now())
        except ValueError as error:
            field = next((one for one in self.form.fields if one.name == str(error)), None)
            self.told.setText(self.tr("First: {field}").format(field=field.label if field is not None else ""))
            self.lines.show([BulkLine(case.id, case_words(case)) for case in self._cases])
            self._show_send()
            return
        make = maker(self._act, self._values, self._cases, self._context.desk.reference)
        self._foresight = self._context.desk.foresee([make(case) for case in self._touched])
        self._foresight.told.connect(self._on_foreseen)
        self._foresight.failed.connect(self._on_failed)
        self.told.setText(self.tr("looking ahead …"))

    @property
    def _touched(self) -> tuple[Case, ...]:
        return self._cases[1:] if needs_others(self._act) else self._cases

    def _on_foreseen(self, seen: list[Foreseen]) -> None:
        self._foresight, self._seen = None, seen
        desk = self._context.desk
        lines = [BulkLine(case.id, case_words(case), "first") for case in self._cases[: -len(seen)]]
        for case, one in zip(self._touched, seen, strict=True):
            if one.refused is None:
                told = outcome_words(one, case, desk.clock.now(), desk.reference)
                lines.append(BulkLine(case.id, case_words(case), "can", told))
            else:
                lines.append(BulkLine(case.id, case_words(case), "no", self._why(one.refused)))
        self.lines.show(lines)
        can = sum(line.state == "can" for line in lines)
        no = sum(line.state == "no" for line in lines)
        told, kept = self.tr("Will be done: {n}").format(n=can), self.tr("refused: {n}").format(n=no)
        self.told.setText(f"{told} · {kept}" if no else told)
        self._show_send()

    def _on_failed(self, error: BaseException) -> None:
        self._foresight = None
        self.say(self.tr("It cannot be looked ahead now: {why}").format(why=str(error)))

    def _why(self, refused: RefusedBy) -> str:
        return refusal(refused.code, refused.facts, self._context.desk.reference.unit_name)

    def _show_send(self) -> None:
        can = sum(one.refused is None for one in self._seen)
        words = self.tr("{act}: {n}").format(act=act_word(self._act), n=can) if can else act_word(self._act)
        self.send_button.set_text(words)
        self.send_button.setEnabled(bool(can))

    # -- doing -----------------------------------------------------------------------------------------------------

    def send(self) -> None:
        """Ctrl+Enter: do what was foreseen; what was refused is left alone."""
        if self._run is not None or self.is_done:
            return
        if not self._seen:
            self.look_ahead()
            return
        commands: list[Command] = [one.command for one in self._seen if one.refused is None]
        if not commands:
            return
        self._before = [case for case, one in zip(self._touched, self._seen, strict=True) if one.refused is None]
        self.form.setEnabled(False)
        self.send_button.setEnabled(False)
        self.cancel_button.set_text(self.tr("Stop"))
        self.bar.setRange(0, len(commands))
        self.bar.show()
        self.view.setFocus()
        self._run = self._context.desk.carry_out(commands)
        self._run.progressed.connect(self._on_progress)
        self._run.finished.connect(self._on_finished)

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setValue(done)
        self.told.setText(self.tr("Done: {n} of {total}").format(n=done, total=total))

    def _on_finished(self, carried: list[Carried]) -> None:
        self._run, self.is_done = None, True
        became = {before.id: one for one, before in zip(carried, self._before, strict=True)}
        lines = [self._became(line, became[line.case]) if line.case in became else line for line in self.lines.rows]
        self.lines.show(lines)
        done = sum(line.state == "done" for line in lines)
        left = sum(line.state in ("no", "failed") for line in lines)
        self.told.setText(self.tr("Done: {n} · not done: {left}").format(n=done, left=left))
        self.bar.hide()
        self.send_button.hide()
        self.cancel_button.set_text(self.tr("Close"))
        undone = (may_undo(one.command, before) for one, before in zip(carried, self._before, strict=True)
                  if isinstance(one.outcome, Done))  # fmt: skip
        self.undo_button.setVisible(any(undone))
        self.carried.emit(list(zip(carried, self._before, strict=True)))
        self.view.setFocus()

    def _became(self, line: BulkLine, one: Carried) -> BulkLine:
        if isinstance(one.outcome, Done):
            return replace(line, state="done")
        if isinstance(one.outcome, RefusedBy):
            return replace(line, state="failed", told=self._why(one.outcome))
        told = self.tr("not saved") if isinstance(one.outcome, NotSaved) else self.tr("stopped before")
        return replace(line, state="failed", told=told)

    def dismiss(self) -> None:
        """Esc: stop what runs; else close."""
        if self._run is not None:
            self._run.stop()
            return
        super().dismiss()

    def _undo(self) -> None:
        self.undo_button.setEnabled(False)
        self.undo_wanted.emit()

    def _on_closed(self) -> None:
        if self._foresight is not None:
            self._foresight.drop()
        self.deleteLater()


def _key(line: BulkLine) -> str:
    return line.case


def _spoken(line: BulkLine) -> str:
    return f"{line.words} {line.told}"
