"""How the rows of the room where drills are designed are painted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.drills.model import CriterionRow, ScriptRow
from commandcenter.ui.drills.rows import DrillRow, DueRow, Line
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import Chip
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import DRILL_STATUS, icon, word

translate = QCoreApplication.translate

_TONES = {"submitted": "blue", "returned": "warn", "approved": "done", "held": "done"}


class DrillPainter(RowPainter):
    """Name over number and plan; injects, day, status."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("name", "", 150, 1),
            Column("day", "", 92, align="right", drop=1),
            Column("status", "", 96),
            Column("injects", "", 44, align="right", drop=2),
        ]
        super().__init__(look, Columns(look, columns), parent, height=50)

    def is_heading(self, row: DrillRow) -> bool:
        return row is not None and row.heading

    def paint_heading(self, p: QPainter, rect: QRect, row: DrillRow) -> None:
        paint.elided(p, self.look, rect.adjusted(14, 0, -14, 0), row.name, "strong", "tx2")

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DrillRow) -> None:
        look = self.look
        if column == "name":
            top = QRect(rect.left(), rect.center().y() - look.px(20), rect.width(), look.px(20))
            below = QRect(rect.left(), top.bottom() + look.px(2), rect.width(), look.px(18))
            paint.elided(p, look, top, row.name, "name", "tx1" if row.active else "tx3")
            missing = translate("Drills", "its plan is out of use")
            words = " · ".join((row.code, row.plan or missing))
            paint.elided(p, look, below, words, "caption", "tx3" if row.plan or not row.active else "amb")
        elif column == "injects":
            paint.text(
                p, look, rect, translate("Drills", "{n} injects").format(n=row.injects), "caption", "tx3", paint.RIGHT
            )
        elif column == "day":
            paint.text(p, look, rect, row.day, "body", "tx2", paint.RIGHT)
        elif row.unsaved:
            self._chip(p, rect, Chip(translate("Drills", "Not saved"), "save", "warn"))
        elif row.status != "scenario":
            self._chip(
                p,
                rect,
                Chip(word(DRILL_STATUS, row.status), icon(DRILL_STATUS, row.status), _TONES.get(row.status, "plain")),
            )

    def _chip(self, p: QPainter, rect: QRect, chip: Chip) -> None:
        width = paint.chip_width(self.look, chip)
        box = QRectF(rect.right() - width, rect.center().y() - self.look.px(12), width, self.look.px(24))
        paint.chip(p, self.look, box, chip, drill=True)


class DuePainter(RowPainter):
    """What is owed: name over rule, last, due, a bar of the interval, days left. Overdue is amber here: no red in a drill."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("icon", "", 18),
            Column("name", translate("Drills", "Owed"), 150, 2),
            Column("last", translate("Drills", "Last"), 88, drop=2),
            Column("bar", "", 70, 1, drop=1),
            Column("due", translate("Drills", "Due by"), 88),
            Column("left", "", 104, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=50)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DueRow) -> None:
        look = self.look
        warn = row.state in ("over", "unknown", "soon")
        if column == "icon":
            shape = {"over": "octagon-alert", "unknown": "circle-help", "soon": "triangle-alert"}.get(
                row.state, "circle-check"
            )
            size = look.px(17)
            ink = "amb" if warn else "ok"
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(shape, ink, size))
        elif column == "name":
            top = QRect(rect.left(), rect.center().y() - look.px(20), rect.width(), look.px(20))
            below = QRect(rect.left(), top.bottom() + look.px(2), rect.width(), look.px(18))
            paint.elided(p, look, top, row.name, "name", "tx1")
            paint.elided(p, look, below, row.rule_name, "caption", "tx3")
        elif column == "last":
            paint.text(p, look, rect, row.last, "body", "tx3")
        elif column == "bar":
            self._bar(p, rect, row)
        elif column == "due":
            paint.text(p, look, rect, row.due, "name" if warn else "body", "tx1" if warn else "tx2")
        else:
            paint.text(
                p, look, rect, row.left, "body", "amb" if row.state in ("over", "unknown") else "tx2", paint.RIGHT
            )

    def _bar(self, p: QPainter, rect: QRect, row: DueRow) -> None:
        look = self.look
        track = QRectF(rect.left(), rect.center().y() - 3, rect.width(), 6)
        paint.rounded(p, track, 3, look.color("pip0"), None)
        if row.state == "unknown":
            return
        ink = {"over": "ambF", "soon": "ambF"}.get(row.state, "pip2")
        paint.rounded(p, QRectF(track.left(), track.top(), track.width() * row.share, 6), 3, look.color(ink), None)


class ScriptPainter(RowPainter):
    """A line of the script; the cell the keyboard is on has an edge."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("number", "", 22, align="right"),
            Column("minute", translate("Drills", "T+"), 34, align="right"),
            Column("channel", translate("Drills", "Channel"), 40, drop=3),
            Column("text", translate("Drills", "What happens"), 120, 6),
            Column("expected", translate("Drills", "What ought to be done"), 110, 5),
            Column("units", translate("Drills", "Departments"), 74, 2, drop=2),
            Column("late", translate("Drills", "If it is not done"), 90, 4, drop=1),
            Column("points", translate("Drills", "Points"), 34, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=48)
        self.cell = ""
        self.current = -1

    def paint(self, p: QPainter, option: object, index: object) -> None:
        super().paint(p, option, index)  # type: ignore[arg-type]
        if index.row() == self.current and self.cell:  # type: ignore[attr-defined]
            rect = self.cell_rect(option.rect, self.cell)  # type: ignore[attr-defined]
            if rect is not None:
                paint.rounded(p, QRectF(rect), 3, None, self.look.color("acc"), 1.5)

    def cell_rect(self, rect: QRect, column: str) -> QRect | None:
        """Where a cell lies in the rectangle of its row; None when the column was dropped."""
        for found, x, width in self.columns.cells(rect.width()):
            if found.name == column:
                return QRect(rect.left() + x - 4, rect.top() + 4, width + 8, rect.height() - 8)
        return None

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ScriptRow) -> None:
        look = self.look
        if column == "number":
            paint.text(p, look, rect, str(row.number), "caption", "tx3", paint.RIGHT)
        elif column == "minute":
            paint.text(p, look, rect, str(row.minute), "strong", "tx1", paint.RIGHT)
        elif column == "channel":
            paint.elided(p, look, rect, row.channel, "body", "tx2")
        elif column == "text":
            self._words(p, rect, row)
        elif column == "expected":
            two_lines(p, look, rect, row.expected or "—", "caption", "tx2")
        elif column == "units":
            two_lines(p, look, rect, row.units or "—", "caption", "tx2")
        elif column == "points":
            paint.text(p, look, rect, row.points or "—", "body", "tx2", paint.RIGHT)
        elif row.lack:
            size = look.px(14)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon("triangle-alert", "amb", size))
            words = rect.adjusted(size + look.px(5), 0, 0, 0)
            paint.elided(p, look, words, translate("Drills", "nothing written"), "caption", "amb")
        else:
            two_lines(p, look, rect, row.late, "caption", "tx2")

    def _words(self, p: QPainter, rect: QRect, row: ScriptRow) -> None:
        look = self.look
        if row.by_hand:
            size = look.px(14)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon("hand", "tx3", size))
            rect = rect.adjusted(size + look.px(5), 0, 0, 0)
        two_lines(p, look, rect, row.text or "—", "body", "tx1" if row.text else "tx3")


def two_lines(p: QPainter, look: Look, rect: QRect, words: str, role: str, ink: str) -> None:
    """Words on one line, or broken once where the first is full; the second is cut."""
    if look.width(words, role) <= rect.width():
        paint.elided(p, look, rect, words, role, ink)
        return
    first = len(words)
    room = rect.width() - look.px(2)
    while first > 1 and look.width(words[:first], role) > room:
        first -= 1
    if words[first : first + 1] in "，。；：、）”！？" and first > 1:
        first -= 1  # no line begins with a stop
    high = look.line(role)
    top = QRect(rect.left(), rect.center().y() - high, rect.width(), high)
    paint.elided(p, look, top, words[:first], role, ink)
    paint.elided(p, look, top.translated(0, high), words[first:].lstrip(), role, ink)


class LinePainter(RowPainter):
    """Lead, words, and a fact at the right."""

    def __init__(self, look: Look, parent: QWidget, *, lead: int = 22, fact: int = 76, height: int = 33) -> None:
        columns = [Column("words", "", 80, 1)]
        if lead:
            columns.insert(0, Column("lead", "", lead))
        if fact:
            columns.append(Column("fact", "", fact, align="right", drop=1))
        super().__init__(look, Columns(look, columns), parent, height=height)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Line) -> None:
        look = self.look
        warn, faint = row.tone == "warn", row.tone == "faint"
        if column == "lead":
            paint.elided(p, look, rect, row.lead, "body", "tx3")
        elif column == "fact":
            paint.elided(p, look, rect, row.fact, "caption", "amb" if warn else "tx3", paint.RIGHT)
        else:
            shape = {"good": "circle-check", "warn": "triangle-alert"}.get(row.tone, "") if not row.lead else ""
            shape = row.icon or shape
            if shape:
                size = look.px(16)
                ink = "ok" if row.tone == "good" else "amb" if warn else "tx3"
                p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(shape, ink, size))
                rect = rect.adjusted(size + look.px(8), 0, 0, 0)
            paint.elided(p, look, rect, row.words, "body", "tx3" if faint else "tx1")


class CriterionPainter(RowPainter):
    """A criterion, a bar of what the injects behind it are worth, its weight, the numbers of the injects."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [
            Column("name", "", 84),
            Column("bar", "", 60, 1, drop=1),
            Column("weight", "", 26, align="right"),
            Column("injects", "", 64, align="right", drop=2),
        ]
        super().__init__(look, Columns(look, columns), parent, height=32)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CriterionRow) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "body", "tx1")
        elif column == "weight":
            paint.text(p, look, rect, str(row.weight), "strong", "tx1", paint.RIGHT)
        elif column == "injects":
            paint.elided(p, look, rect, row.injects or "—", "caption", "tx3" if row.injects else "amb", paint.RIGHT)
        else:
            track = QRectF(rect.left(), rect.center().y() - 3, rect.width(), 6)
            paint.rounded(p, track, 3, look.color("pip0"), None)
            share = min(1.0, row.points / row.weight) if row.weight else 0.0
            if share:
                paint.rounded(
                    p, QRectF(track.left(), track.top(), track.width() * share, 6), 3, look.color("pip2"), None
                )


class QuietView(RowView):
    """A list beside another one: its mark is seen where the keyboard is, and nowhere else."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The mark is seen where the keyboard is, and nowhere else."""
        super().focusInEvent(event)
        if self.place >= 0:
            self.selectRow(self.place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def settle(self) -> None:
        """After rows were shown: no mark where the keyboard is not."""
        if not self.hasFocus():
            self.clearSelection()


class SmallList(QuietView):
    """A list without titles in a panel: it knows its model, and is as high as its rows up to ``most``."""

    def __init__(
        self, look: Look, painter: RowPainter, key: object, spoken: object, name: str, *, most: int = 0
    ) -> None:
        self.rows_model = KeyedRows(key, spoken)  # type: ignore[arg-type]
        super().__init__(look, self.rows_model, painter, name)
        self.rows_model.setParent(self)
        self._most = most

    def show_rows(self, rows: list[object]) -> None:
        """Show rows, the mark stays where it is."""
        self.rows_model.show(rows)
        if self._most:
            count = max(1, min(len(rows), self._most))
            self.setFixedHeight(count * self._painter.row_height + 2)
        if self.place < 0 and rows:
            self.go(0)
        self.settle()

    @property
    def key_at(self) -> str:
        """The key of the row the mark is on."""
        row = self.rows_model.row(self.place)
        return str(getattr(row, "key", None) or getattr(row, "id", "")) if row is not None else ""
