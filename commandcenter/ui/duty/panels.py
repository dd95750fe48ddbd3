"""The calls and the log of the shift, as the duty screen shows them: rows made elsewhere, painted here."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LogRow:
    """A line of the log: when, the icon, the words; ``hand`` was written by a person, ``strong`` is a turn of events."""

    key: str
    time: str
    words: str
    icon: str = "circle"
    hand: bool = False
    strong: bool = False

    @property
    def name(self) -> str:
        """What is spoken first."""
        return self.time


class LogPainter(RowPainter):
    """Time, a pen where a person wrote, the words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("time", "", 42), Column("mark", "", 16), Column("words", "", 160, 1)]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: LogRow) -> None:
        look = self.look
        if column == "time":
            paint.text(p, look, rect, row.time, "caption", "tx2")
        elif column == "mark":
            size = look.px(14)
            icon, tone = ("pencil", "tx2") if row.hand else (row.icon, "acc" if row.strong else "tx3")
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, tone, size))
        else:
            paint.elided(p, look, rect, row.words, "strong" if row.strong else "body", "tx1" if row.hand else "tx2")


@dataclass(frozen=True, slots=True)
class CallLine:
    """A call: its number, when, the direction's icon, with whom, what was said, who took it, what waits."""

    key: str
    number: str
    time: str
    icon: str
    who: str
    words: str
    taker: str
    state: str = ""
    warn: bool = False

    @property
    def name(self) -> str:
        """What is spoken first."""
        return f"{self.number} {self.time} {self.who}"


class CallPainter(RowPainter):
    """Number, time, direction, with whom, what was said, who took it, what became of it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("number", translate("DutyCalls", "No."), 66),
            Column("time", translate("DutyCalls", "Time"), 44),
            Column("icon", "", 18),
            Column("who", translate("DutyCalls", "With whom"), 110, 1),
            Column("words", translate("DutyCalls", "What was said"), 160, 4),
            Column("taker", translate("DutyCalls", "Taken by"), 56, drop=2),
            Column("state", "", 80, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CallLine) -> None:
        look = self.look
        if column == "icon":
            size = look.px(14)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(row.icon, "tx2", size))
        elif column == "state":
            paint.elided(p, look, rect, row.state, "caption", "amb" if row.warn else "tx3", paint.RIGHT)
        elif column == "who":
            paint.elided(p, look, rect, row.who, "strong", "tx1")
        elif column == "words":
            paint.elided(p, look, rect, row.words, "body", "tx1")
        else:
            paint.elided(p, look, rect, str(getattr(row, column)), "caption", "tx3")


def log_panel(look: Look) -> ListPanel:
    """The panel of the log."""
    empty = Empty(
        look,
        "clipboard-list",
        translate("DutyLogPanel", "Nothing happened on this shift yet"),
        translate("DutyLogPanel", "It writes itself as things happen."),
    )
    return ListPanel(look, translate("DutyLogPanel", "Duty log"), LogPainter(look), empty)


def call_panel(look: Look) -> ListPanel:
    """The panel of the calls."""
    empty = Empty(
        look,
        "phone",
        translate("DutyCalls", "No call on this shift yet"),
        translate("DutyCalls", "F3 takes one down."),
    )
    painter = CallPainter(look)
    act, title = translate("DutyCalls", "Take one down"), translate("DutyCalls", "Calls")
    return ListPanel(look, title, painter, empty, act=act, key="F3", titled=True)
