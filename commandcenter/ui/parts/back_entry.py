"""Entering what was written by hand while the computer was dead: the columns of the paper, row by row, all in one act.

Tab goes from field to field, Enter to the next row, up and down between the rows; beside each row stands what it will do. Ctrl+Enter
enters all rows or none: rows that cannot be entered are named, and nothing is half-written. What is typed survives a crash.
"""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done, RefusedBy
from commandcenter.domain.back_entry import TELLINGS, EnterWritten, WrittenRow, moment_of
from commandcenter.domain.clock import local
from commandcenter.domain.event import DRILL
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.roster import matching
from commandcenter.domain.unit_line import Unread, line_of
from commandcenter.ui.parts.basic import Label
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.overlay import Sheet
from commandcenter.ui.parts.screen import Context, Go, Toast
from commandcenter.ui.theme.look import Look
from commandcenter.ui.wording import refusal
from commandcenter.ui.words import STEPS, word

FIELDS = ("at", "unit", "act", "people", "words")
FIRST_ROWS = 6
DRAFT_MS = 300
DRAFT = "back_entry"


class _Row(QWidget):
    """One row of the paper and, beside it, what it will do or what is wrong with it."""

    def __init__(self, look: Look, names: dict[str, str]) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit] = {}
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for name, width in zip(FIELDS, (70, 190, 110, 64, 0), strict=True):
            field = QLineEdit()
            field.setAccessibleName(names[name])
            if width:
                field.setFixedWidth(look.px(width))
            self.fields[name] = field
            line.addWidget(field, 0 if width else 1)
        self.told = Label(look, "", "caption", "2")
        self.told.setFixedWidth(look.px(330))
        self.told.setWordWrap(True)
        line.addWidget(self.told)

    def texts(self) -> list[str]:
        """What is typed, by column."""
        return [self.fields[name].text().strip() for name in FIELDS]

    @property
    def empty(self) -> bool:
        """Whether nothing is typed."""
        return not any(self.texts())

    def tell(self, words: str, *, wrong: bool = False) -> None:
        """Say what it will do, or what is wrong."""
        self.told.setText(words)
        self.told.set_tone("amb" if wrong else "2")


class BackEntrySheet(Sheet):
    """The table over the window."""

    def __init__(self, context: Context, host: QWidget, whistle: str = "") -> None:
        super().__init__(context.look, host, self.tr("Enter what was written by hand"), width=1180)
        self._context, self._desk = context, context.desk
        self.caption.setText(self.tr("both times are kept: the one on the paper and the one of the entry"))
        self._names = {
            "at": self.tr("Time"),
            "unit": self.tr("Unit (number or name)"),
            "act": self.tr("What"),
            "people": self.tr("People"),
            "words": self.tr("Words"),
        }
        self.rows: list[_Row] = []
        self._build(whistle)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DRAFT_MS)
        self._timer.timeout.connect(self._keep)
        self.closed.connect(self._on_closed)
        self._take_draft()
        while len(self.rows) < FIRST_ROWS:
            self._add_row()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self, whistle: str) -> None:
        look = self.look
        self.where = QComboBox()
        self.where.setAccessibleName(self.tr("Into"))
        for line in self._desk.read.incidents.running():
            state = line.state
            sort = self.tr("DRILL") if state.mode == DRILL else ""
            self.where.addItem("  ".join(part for part in (state.number, sort, state.title) if part), state.id)
        self.where.addItem(self.tr("A new incident, blown while the computer was dead"), "")
        self.where.setCurrentIndex(max(0, self.where.findData(whistle)))
        self.where.currentIndexChanged.connect(self._on_where)
        self.blown, self.what, self.at_place = QLineEdit(), QLineEdit(), QLineEdit()
        self.blown.setPlaceholderText("21:38")
        head = QGridLayout()
        head.setHorizontalSpacing(12)
        self._new = QWidget()
        new = QHBoxLayout(self._new)
        new.setContentsMargins(0, 0, 0, 0)
        for words, field in (
            (self.tr("Blown at"), self.blown),
            (self.tr("What happened"), self.what),
            (self.tr("Where"), self.at_place),
        ):
            field.setAccessibleName(words)
            field.textChanged.connect(self._on_typed)
            new.addWidget(Label(look, words, "caption", "2"))
            new.addWidget(field, 0 if field is self.blown else 1)
        self.blown.setFixedWidth(look.px(80))
        head.addWidget(Label(look, self.tr("Into"), "caption", "2"), 0, 0)
        head.addWidget(self.where, 0, 1)
        head.addWidget(self._new, 1, 1)
        head.setColumnStretch(1, 1)
        self.body.addLayout(head)
        titles = QHBoxLayout()
        titles.setSpacing(6)
        for name, width in zip(FIELDS, (70, 190, 110, 64, 0), strict=True):
            label = Label(look, self._names[name], "caption", "2")
            if width:
                label.setFixedWidth(look.px(width))
            titles.addWidget(label, 0 if width else 1)
        told = Label(look, self.tr("What will be entered"), "caption", "2")
        told.setFixedWidth(look.px(330) + 14)
        titles.addWidget(told)
        self.body.addLayout(titles)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(4)
        self._lines.addStretch(1)
        self.area.setWidget(inside)
        self.body.addWidget(self.area, 1)
        self.cancel_button = Button(look, self.tr("Not now"), key="Esc", kind="ghost")
        self.cancel_button.clicked.connect(self.dismiss)
        self.send_button = Button(look, self.tr("Enter all rows"), key="Ctrl Enter", kind="primary")
        self.send_button.clicked.connect(self.send)
        self.add_button(self.cancel_button)
        self.add_button(self.send_button)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.send)
        self._on_where()

    def wanted_size(self) -> tuple[int, int]:
        return self.look.px(1180), self.look.px(640)

    def open_sheet(self) -> None:
        """Show it with the keyboard in the first empty row."""
        first = next((row for row in self.rows if row.empty), self.rows[0])
        new = not self.where.currentData() and not self.blown.text()
        self.present(self.blown if new else first.fields["at"])
        self._check_all()

    def _add_row(self) -> _Row:
        row = _Row(self.look, self._names)
        before = self.rows[-1].fields[FIELDS[-1]] if self.rows else self.at_place
        for field in row.fields.values():
            field.textChanged.connect(self._on_typed)
            field.installEventFilter(self)
        self.rows.append(row)
        self._lines.insertWidget(len(self.rows) - 1, row)
        for field in row.fields.values():  # Tab goes from row to row, and to the buttons last
            QWidget.setTabOrder(before, field)
            before = field
        QWidget.setTabOrder(before, self.cancel_button)
        QWidget.setTabOrder(self.cancel_button, self.send_button)
        return row

    # -- keys ------------------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, QLineEdit):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                return self._go(watched, steps[Qt.Key(event.key())], stay=True)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                return self._go(watched, 1, stay=False)
        return super().eventFilter(watched, event)

    def _go(self, field: QLineEdit, step: int, *, stay: bool) -> bool:
        """To the row below or above: in the same column, or to its beginning."""
        for place, row in enumerate(self.rows):
            for name, one in row.fields.items():
                if one is field:
                    target = place + step
                    if target >= len(self.rows):
                        self._add_row()
                    wanted = self.rows[max(0, target)]
                    wanted.fields[name if stay else "at"].setFocus(Qt.FocusReason.TabFocusReason)
                    self.area.ensureWidgetVisible(wanted)
                    return True
        return False

    # -- reading ---------------------------------------------------------------------------------------------------

    def _on_where(self, _place: int = 0) -> None:
        self._new.setVisible(not self.where.currentData())
        self._check_all()

    def _on_typed(self, _text: str = "") -> None:
        self._timer.start()
        self._check_all()

    def _states(self) -> dict[int, ReportIn]:
        whistle = self.where.currentData()
        if not whistle:
            return {}
        return {state.ordinal: state for state in self._desk.read.incidents.report_ins(str(whistle)) if state.listed}

    def _check_all(self) -> None:
        """Say beside each row what it will do."""
        self.say("")
        states = self._states()
        for row in self.rows:
            if row.empty:
                row.tell("")
                continue
            found = self._read(row, states)
            if isinstance(found, str):
                row.tell(found, wrong=True)
            else:
                row.tell(self._spoken(found))

    def _read(self, row: _Row, states: dict[int, ReportIn]) -> WrittenRow | str:
        """The row as values, or what is wrong with it."""
        at_text, unit_text, act, people_text, words = row.texts()
        try:
            at = moment_of(at_text, self._desk.clock.now())
        except ValueError:
            return self.tr("Write the time as on the paper, such as 2147")
        if (people_text and not people_text.isascii()) or (people_text and not people_text.isdigit()):
            return self.tr("How many people is a number")
        people = int(people_text) if people_text else None
        unit = ""
        if unit_text:
            units = self._units(unit_text, states)
            if len(units) > 1:
                names = "、".join(map(self._desk.reference.unit_name, units[:3]))
                return self.tr("“{text}” fits several: {units}. Write more of it").format(text=unit_text, units=names)
            unit = units[0] if units else ""
            if not unit:
                return self.tr("“{text}” is no unit: its number on the board, its code or its name").format(
                    text=unit_text
                )
            line = line_of(1, act, people, words)
            if isinstance(line, Unread):
                return self._unread(line)
        elif not (act or words):
            return self.tr("Write what happened")
        return WrittenRow(at=at, unit=unit, act=act, people=people, words=words)

    def _units(self, text: str, states: dict[int, ReportIn]) -> list[str]:
        """The ids of the units that fit: an ordinal on the board, a code, a name, a part of it or its initials."""
        units = self._desk.reference.units
        if text.isdigit() and int(text) in states:
            return [states[int(text)].unit]
        if text.upper() in units:
            return [text.upper()]
        active = [unit for unit in units.values() if unit.active]
        spelt = self._desk.reference.unit_initials
        exact = [unit.id for unit in active if unit.name == text]
        fitting = exact or [unit.id for unit in active if matching(spelt.get(unit.id, ""), unit.name, text)]
        listed = {state.unit for state in states.values()}
        return [unit for unit in fitting if unit in listed] or fitting

    def _unread(self, line: Unread) -> str:
        words = {
            "act_unknown": self.tr("What did it do? 通知 响应 出发 到场 处置 完成 清点 撤离 归建 拒绝 未接 失联"),
            "count_missing": self.tr("Write how many people"),
            "reason_missing": self.tr("Write the reason into the words"),
            "words_missing": self.tr("Write why or where into the words"),
            "time_missing": self.tr("Write how many were promised"),
            "too_much": self.tr("No number belongs to this"),
        }
        return words.get(line.code, self.tr("This cannot be read"))

    def _spoken(self, row: WrittenRow) -> str:
        clock = local(row.at).strftime("%m-%d %H:%M")
        people = self.tr("{n} people").format(n=row.people) if row.people is not None else ""
        if not row.unit:
            told = self.tr("told upward") if row.act in TELLINGS else self.tr("a line of the log")
            return " ".join(part for part in (clock, told) if part)
        line = line_of(1, row.act, row.people, row.words)
        act = "" if isinstance(line, Unread) else word(STEPS, line.act) if line.act in STEPS else row.act
        return " ".join(part for part in (clock, self._desk.reference.unit_name(row.unit), act, people) if part)

    # -- sending ---------------------------------------------------------------------------------------------------

    def send(self) -> None:
        """Ctrl+Enter: all rows, or none."""
        states = self._states()
        self._sent: list[_Row] = []
        found: list[WrittenRow] = []
        wrong = 0
        for row in self.rows:
            if row.empty:
                continue
            read = self._read(row, states)
            if isinstance(read, str):
                row.tell(read, wrong=True)
                wrong += 1
                continue
            self._sent.append(row)
            found.append(read)
        if wrong:
            self.say(refusal("rows_refused", {"count": wrong}))
            return
        whistle = str(self.where.currentData() or "")
        blown_at = None
        if not whistle:
            try:
                blown_at = moment_of(self.blown.text(), self._desk.clock.now())
            except ValueError:
                self.say(self.tr("Write when the whistle was blown, such as 2138"))
                self.blown.setFocus()
                return
        command = EnterWritten(
            rows=tuple(found),
            whistle=whistle,
            blown_at=blown_at,
            title=self.what.text(),
            place_words=self.at_place.text(),
        )
        ticket = self._desk.submit(command)
        ticket.done.connect(self._on_done)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_failed)

    def _on_done(self, done: Done) -> None:
        self._timer.stop()
        self._desk.save_draft(DRAFT, "")
        self._entered = True
        self._context.services.toast.emit(
            Toast(
                self.tr("{n} rows entered; each keeps the time on the paper").format(n=done.report["rows"]), kind="done"
            )
        )
        whistle = str(done.report["whistle"])
        self.dismiss()
        self._context.services.go.emit(Go("post", {"whistle": whistle}))

    def _on_refused(self, refused: RefusedBy) -> None:
        name = self._desk.reference.unit_name
        self.say(refusal(refused.code, refused.facts, name))
        rows: Any = refused.facts.get("rows", ())
        for line in rows if isinstance(rows, list | tuple) else ():
            self._sent[int(line["row"])].tell(refusal(str(line["code"]), line["facts"], name), wrong=True)
        if rows:
            self._sent[int(rows[0]["row"])].fields["at"].setFocus()

    def _on_failed(self, _failed: object) -> None:
        self.say(self.tr("Not saved; see the strip above. Nothing typed is lost."))

    # -- the draft ---------------------------------------------------------------------------------------------------

    _entered = False

    def _keep(self) -> None:
        told = {
            "rows": [row.texts() for row in self.rows if not row.empty],
            "new": [self.blown.text(), self.what.text(), self.at_place.text()],
        }
        self._desk.save_draft(DRAFT, json.dumps(told, ensure_ascii=False) if told["rows"] else "")

    def _take_draft(self) -> None:
        text = self._desk.drafts().get(DRAFT, "")
        if not text:
            return
        told = json.loads(text)
        for texts in told["rows"]:
            row = self._add_row()
            for name, part in zip(FIELDS, texts, strict=True):
                row.fields[name].setText(part)
        for field, part in zip((self.blown, self.what, self.at_place), told["new"], strict=True):
            field.setText(part)

    def _on_closed(self) -> None:
        self._timer.stop()
        if not self._entered:
            self._keep()
        self.deleteLater()


def open_back_entry(context: Context, host: QWidget, whistle: str = "") -> BackEntrySheet:
    """Open the table; ``whistle`` is the incident that is proposed."""
    sheet = BackEntrySheet(context, host.window(), whistle)
    sheet.open_sheet()
    return sheet
