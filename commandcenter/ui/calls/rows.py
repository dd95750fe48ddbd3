"""How a call stands in the list, and how its record reads at the right."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.journal.reading.calls import CallLine
from commandcenter.ui import when
from commandcenter.ui.call_words import DIRECTIONS, OUTCOMES, SHEET, WAITS, call_word, short_number
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CallRow:
    """A call, worded. ``state`` is what became of it, ``tone`` how that is shown."""

    line: CallLine
    number: str
    time: str
    who: str
    said: str
    taker: str
    state: str
    tone: str
    struck: bool = False

    @property
    def key(self) -> str:
        """The key of the line."""
        return self.line.key


def row_key(row: CallRow) -> str:
    """The key of a row."""
    return row.key


def spoken(row: CallRow) -> str:
    """What a screen reader says."""
    return " ".join(part for part in (row.number, row.time, row.who, row.said, row.state) if part)


def who_words(line: CallLine, reference: Reference) -> str:
    """The other side: unit, person or what was heard, as far as it is known."""
    unit = reference.unit_name(line.unit) if line.unit else ""
    person = reference.directory.people.get(line.person)
    name = person.name if person is not None else line.who
    return " ".join(part for part in (unit, name) if part) or translate("CallRows", "not known")


def call_row(line: CallLine, reference: Reference, now: int, *, dated: bool = False) -> CallRow:
    """A line of the list. ``dated`` puts the day before the number: another call of the list has the same one."""
    taker = reference.directory.people.get(line.taker)
    short = short_number(line, dated=dated)
    said = line.said
    if line.sheet:
        said = " · ".join(part for part in (call_word(SHEET, line.sheet), line.said) if part)
    elif line.erased and not said:
        said = translate("CallRows", "erased by law")
    state, tone = _state(line, now)
    return CallRow(
        line,
        short,
        when.clock(line.at),
        who_words(line, reference),
        said.replace("\n", " "),
        taker.name if taker is not None else "",
        state,
        tone,
        struck=line.outcome == "struck",
    )


def _state(line: CallLine, now: int) -> tuple[str, str]:
    if "call_back" in line.waits:
        late = line.back_by is not None and line.back_by < now
        words = call_word(WAITS, "call_back")
        if line.back_by is not None:
            words = f"{words} {when.clock(line.back_by)}"
        return words, "red" if late else "amb"
    if "read_back" in line.waits:
        return call_word(WAITS, "read_back"), "amb"
    if line.outcome in ("case", "whistle") and not line.sheet:
        return call_word(OUTCOMES, line.outcome), "acc"
    if line.outcome in ("struck", "no_answer", "busy") and not (line.warning or line.sheet):
        return call_word(OUTCOMES, line.outcome), "tx3"
    if line.sheet:
        if line.sheet.startswith("proved"):
            return translate("CallRows", "roster"), "tx3"
        return call_word(OUTCOMES, "warning" if line.warning else "whistle"), "tx3"
    return (translate("CallRows", "read back"), "tx3") if line.read_back else ("", "tx3")


class CallPainter(RowPainter):
    """Number, time, direction, who, what was said, who took it, what became of it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("number", translate("CallRows", "No."), 70),
            Column("time", translate("CallRows", "Time"), 46),
            Column("way", "", 18),
            Column("who", translate("CallRows", "With whom"), 130, 1),
            Column("said", translate("CallRows", "What was said"), 180, 5),
            Column("taker", translate("CallRows", "Taken by"), 60, drop=2),
            Column("state", translate("CallRows", "State"), 112, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=38)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CallRow) -> None:
        look = self.look
        tone = "tx3" if row.struck else "tx1"
        if column == "way":
            size = look.px(16)
            icon = DIRECTIONS[row.line.direction][1]
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, "tx2", size))
        elif column == "who":
            paint.elided(p, look, rect, row.who, "strong", tone)
        elif column == "said":
            paint.elided(p, look, rect, row.said, "body", tone if not row.line.sheet else "tx2")
        elif column == "state":
            self._state(p, rect, row)
        else:
            paint.elided(p, look, rect, str(getattr(row, column)), "body", "tx3" if column == "taker" else "tx2")
        if row.struck and column == "said":
            width = min(rect.width(), look.width(row.said, "body"))
            p.fillRect(rect.left(), rect.center().y(), width, 1, look.color("tx3"))

    def _state(self, p: QPainter, rect: QRect, row: CallRow) -> None:
        look = self.look
        paint.elided(p, look, rect, row.state, "caption", row.tone, paint.RIGHT)
        if row.tone in ("amb", "red"):
            size = look.px(14)
            x = rect.right() - look.width(row.state, "caption") - size - look.px(5)
            icon = "triangle-alert" if row.tone == "amb" else "octagon-alert"
            p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, row.tone, size))
