"""The lists of the joint screen, painted: matters, the duty table, reminders, what was told, the double appraisal."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.joint.model import DutyRow, JudgedRow, LogRow, MatterRow, NoteRow
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.limitbar import limit_bar, tick_marks
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, ColumnHeader, Columns, RowPainter
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS, word

_TONES = {
    "over": "over",
    "warn": "warn",
    "done": "done",
    "late": "done",
    "plain": "blue",
    "idle": "plain",
    "waiting": "plain",
}
_INKS = {"over": "red", "warn": "amb", "done": "ok", "late": "amb"}


class MatterPainter(RowPainter):
    """A matter in two lines: title; stage and the clock that presses."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 120, 1)]), parent, height=58)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: MatterRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(7), rect.width(), look.px(22))
        if row.drill:
            size = look.px(15)
            p.drawPixmap(QPointF(top.left(), top.center().y() - size / 2), look.icon("triangle", "amb", size))
            top.adjust(size + look.px(5), 0, 0, 0)
        paint.elided(p, look, top, row.title, "name", "tx3" if row.closed else "tx1")
        below = QRect(rect.left(), rect.top() + look.px(31), rect.width(), look.px(18))
        room = look.width(row.clock, "caption") if row.clock else 0
        right = QRect(below.right() - room, below.top(), room + 1, below.height())
        paint.elided(p, look, below.adjusted(0, 0, -room - look.px(8), 0), row.stage, "caption", "tx2")
        ink = {"over": "red", "warn": "amb"}.get(row.level, "tx3")
        paint.text(p, look, right, row.clock, "caption", look.color(ink, drill=row.drill), paint.RIGHT)


DUTY_COLUMNS = (
    Column("ordinal", "", 20),
    Column("relation", "", 24),
    Column("unit", "unit", 150, 1),
    Column("task", "task", 150, 3),
    Column("signed", "signed", 104, 0, "left", 2),
    Column("due", "due", 44, 0, "right"),
    Column("bar", "", 150),
    Column("state", "state", 128),
    Column("last", "last", 130, 3, "left", 3),
)


def duty_columns(look: Look, titles: dict[str, str]) -> Columns:
    """The columns of the duty table with their titles."""
    return Columns(
        look,
        [
            Column(one.name, titles.get(one.name, ""), one.width, one.stretch, one.align, one.drop)
            for one in DUTY_COLUMNS
        ],
    )


class DutyHeader(ColumnHeader):
    """The titles of the table; above the bars stand their ticks."""

    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        p = QPainter(self)
        for column, x, width in self._columns.cells(self._width()):
            if column.name == "bar":
                tick_marks(p, self._look, QRect(x, 0, width, self.height()))


class DutyPainter(RowPainter):
    """A line of the duty table. Red is one of our own past its date, in earnest; everything else late is amber."""

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DutyRow) -> None:
        look = self.look
        idle = row.tone == "idle"
        main = "tx3" if idle else "tx1"
        if column == "ordinal":
            paint.text(p, look, rect, str(row.ordinal), "body", "tx2")
        elif column == "relation":
            box = QRectF(rect.left(), rect.center().y() - look.px(11), look.px(22), look.px(22))
            paint.relation(p, look, box, row.relation, word(RELATIONS, row.relation))
        elif column == "unit":
            paint.elided(p, look, rect, row.unit, "name", main)
        elif column == "task":
            paint.elided(p, look, rect, row.task, "body", main)
        elif column == "signed":
            self._paint_signed(p, rect, row)
        elif column == "due":
            ink = look.color("red", drill=row.drill) if row.tone == "over" else look.color(main)
            paint.text(p, look, rect, row.due, "name", ink, paint.RIGHT)
        elif column == "bar":
            limit_bar(p, look, rect, row.share, row.reminded, row.tone, drill=row.drill)
        elif column == "state":
            shown = Chip(look.elided(row.state, "caption", rect.width() - look.px(38)), row.icon, _TONES[row.tone])
            box = QRectF(rect.left(), rect.center().y() - look.px(11), paint.chip_width(look, shown), look.px(24))
            paint.chip(p, look, box, shown, drill=row.drill)
        elif column == "last":
            paint.elided(p, look, rect, row.last, "body", "tx2")

    def _paint_signed(self, p: QPainter, rect: QRect, row: DutyRow) -> None:
        look = self.look
        size = look.px(14)
        icon, ink = {"signed": ("pencil", "tx3"), "refused": ("ban", "amb")}.get(
            row.signature, ("triangle-alert", "amb")
        )
        p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(icon, ink, size))
        words = rect.adjusted(size + look.px(5), 0, 0, 0)
        paint.elided(p, look, words, row.signed, "caption", "tx2" if row.signature == "signed" else "amb")


class LogPainter(RowPainter):
    """A reminder: time, how much of the limit, whom, what was said."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("at", "", 84),
            Column("what", "", 48),
            Column("whom", "", 120, 2),
            Column("words", "", 120, 3),
        ]
        super().__init__(look, Columns(look, columns), parent, height=32)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: LogRow) -> None:
        tones = {"at": ("body", "tx2"), "what": ("strong", "tx1"), "whom": ("body", "tx1"), "words": ("body", "tx2")}
        role, ink = tones[column]
        paint.elided(p, self.look, rect, getattr(row, column), role, ink)


class NotePainter(RowPainter):
    """What a department told, in two lines: who and when, of what kind; the words."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("all", "", 120, 1)]), parent, height=54)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: NoteRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(20))
        ink = _INKS.get(row.tone, "tx2")
        room = look.width(row.sort, "caption")
        right = QRect(top.right() - room, top.top(), room + 1, top.height())
        paint.text(p, look, right, row.sort, "caption", ink, paint.RIGHT)
        lead = top.adjusted(0, 0, -room - look.px(10), 0)
        paint.elided(p, look, lead, row.unit, "strong", "tx1")
        behind = lead.adjusted(min(lead.width(), look.width(row.unit, "strong")) + look.px(8), 0, 0, 0)
        paint.elided(p, look, behind, row.at, "caption", "tx3")
        below = QRect(rect.left(), rect.top() + look.px(28), rect.width(), look.px(20))
        paint.elided(p, look, below, row.words, "body", "tx2")


class JudgedPainter(RowPainter):
    """A department in the double appraisal."""

    def __init__(self, look: Look, parent: QWidget, titles: dict[str, str]) -> None:
        columns = [
            Column("relation", "", 24),
            Column("unit", titles.get("unit", ""), 110, 2),
            Column("kept", titles.get("kept", ""), 86, 0),
            Column("urged", titles.get("urged", ""), 32, 0, "right"),
            Column("verdict", titles.get("verdict", ""), 52, 0, "right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: JudgedRow) -> None:
        look = self.look
        if column == "relation":
            box = QRectF(rect.left(), rect.center().y() - look.px(10), look.px(21), look.px(21))
            paint.relation(p, look, box, row.relation, word(RELATIONS, row.relation))
        elif column == "unit":
            paint.elided(p, look, rect, row.unit, "body", "tx1")
        elif column == "kept":
            paint.elided(p, look, rect, row.kept, "body", _INKS.get(row.tone, "tx2"))
        elif column == "urged":
            paint.text(p, look, rect, str(row.urged) if row.urged else "—", "body", "tx2", paint.RIGHT)
        else:
            paint.elided(p, look, rect, row.verdict or "—", "body", "tx1" if row.verdict else "tx3", paint.RIGHT)
