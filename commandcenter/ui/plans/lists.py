"""The lists of the plans section: plans, units of a plan, first five minutes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowPainter, RowView
from commandcenter.ui.plans.model import LineRow, PlanUnitRow
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS, word

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the list; ``draft`` when a working copy waits to be published. Version 0 was never published."""

    id: str
    code: str
    name: str
    icon: str
    version: int
    units: int
    draft: bool
    active: bool = True

    @property
    def heading(self) -> bool:
        """Whether it only heads a group."""
        return not self.id


class PlanPainter(RowPainter):
    """Icon, name over code and version, a mark for a draft."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = [Column("icon", "", 20), Column("name", "", 100, 1), Column("draft", "", 16)]
        super().__init__(look, Columns(look, columns), parent, height=44)

    def is_heading(self, row: PlanRow) -> bool:
        return row is not None and row.heading

    def paint_heading(self, p: QPainter, rect: QRect, row: PlanRow) -> None:
        paint.elided(p, self.look, rect.adjusted(14, 0, -14, 0), row.name, "caption", "tx2")

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PlanRow) -> None:
        look = self.look
        if column == "icon":
            size = look.px(18)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(row.icon, "tx1", size))
        elif column == "name":
            top = QRect(rect.left(), rect.center().y() - look.px(20), rect.width(), look.px(20))
            below = QRect(rect.left(), top.bottom() + look.px(2), rect.width() + Columns.GAP + look.px(16), look.px(18))
            paint.elided(p, look, top, row.name, "name", "tx1" if row.active else "tx3")
            paint.elided(p, look, below, plan_words(row), "caption", "tx3")
        elif row.draft:
            size = look.px(15)
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - look.px(18)), look.icon("pencil", "amb", size))


def plan_words(row: PlanRow) -> str:
    """Code, version and how many units; a plan that was never published or is retired says so."""
    if not row.active:
        return translate("Plans", "{code} · retired").format(code=row.code)
    if not row.version:
        return translate("Plans", "{code} · new, not published").format(code=row.code)
    words = translate("Plans", "{code} · version {n} · units {units}")
    return words.format(code=row.code, n=row.version, units=row.units)


class PlanUnitPainter(RowPainter):
    """Order, relation, unit, part, people asked, what for, limits, optional."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("order", "", 20, align="right"),
                Column("relation", "", 24),
                Column("name", translate("Plans", "Unit"), 130, 3),
                Column("part", translate("Plans", "Part"), 56),
                Column("ask", translate("Plans", "People"), 44, align="right"),
                Column("why", translate("Plans", "Called for"), 110, 3, drop=1),
                Column("answer", translate("Plans", "Answer"), 40, align="right", drop=4),
                Column("leave", translate("Plans", "Leave"), 40, align="right", drop=4),
                Column("arrive", translate("Plans", "Arrive"), 40, align="right", drop=3),
                Column("optional", translate("Plans", "Ticked"), 52, drop=2),
            ],
        )
        super().__init__(look, columns, parent, height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PlanUnitRow) -> None:
        look = self.look
        tone = "tx2" if row.optional else "tx1"
        if column == "order":
            paint.text(p, look, rect, str(row.order), "caption", "tx3", paint.RIGHT)
        elif column == "relation":
            side = look.px(22)
            box = QRectF(rect.left(), rect.center().y() - side / 2, side, side)
            paint.relation(p, look, box, row.relation, word(RELATIONS, row.relation))
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", tone)
        elif column == "part":
            words = translate("Plans", "leads") if row.lead else translate("Plans", "assists")
            paint.elided(p, look, rect, words, "body", "acc" if row.lead else "tx3")
        elif column == "ask":
            paint.text(p, look, rect, row.ask or "—", "body", "tx2", paint.RIGHT)
        elif column == "why":
            paint.elided(p, look, rect, row.why, "body", "tx2")
        elif column in row.clocks:
            value, own = row.clocks[column]
            paint.text(p, look, rect, value, "strong" if own else "body", "tx1" if own else "tx2", paint.RIGHT)
        else:
            words = translate("Plans", "offered") if row.optional else translate("Plans", "ticked")
            paint.elided(p, look, rect, words, "caption", "tx3")


class LinePainter(RowPainter):
    """Order, what it says, who it is for."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("order", "", 20, align="right"),
                Column("text", translate("Plans", "Words"), 150, 4),
                Column("who", translate("Plans", "Who"), 110, 2, drop=1),
            ],
        )
        super().__init__(look, columns, parent, height=33)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: LineRow) -> None:
        look = self.look
        if column == "order":
            paint.text(p, look, rect, str(row.order), "caption", "tx3", paint.RIGHT)
        elif column == "text":
            paint.elided(p, look, rect, row.text, "body", "tx1")
        else:
            paint.elided(p, look, rect, row.who, "body", "tx2")


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A line beside the plan: a lead, words, a fact. ``tone``: plain, good, warn."""

    key: str
    lead: str
    words: str
    fact: str = ""
    tone: str = "plain"


class NotePainter(RowPainter):
    """Lead, words with a mark, and a fact at the right."""

    def __init__(self, look: Look, parent: QWidget, *, lead: int = 0, fact: int = 0) -> None:
        columns = [Column("words", "", 80, 1)]
        if lead:
            columns.insert(0, Column("lead", "", lead))
        if fact:
            columns.append(Column("fact", "", fact, align="right", drop=1))
        super().__init__(look, Columns(look, columns), parent, height=31)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: NoteRow) -> None:
        look = self.look
        warn = row.tone == "warn"
        if column == "lead":
            paint.text(p, look, rect, row.lead, "body", "tx3")
        elif column == "fact":
            paint.elided(p, look, rect, row.fact, "body", "tx2", paint.RIGHT)
        else:
            if row.tone != "plain" and not row.lead:
                size = look.px(16)
                shape, ink = ("triangle-alert", "amb") if warn else ("circle-check", "ok")
                p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(shape, ink, size))
                rect = rect.adjusted(size + look.px(8), 0, 0, 0)
            paint.elided(p, look, rect, row.words, "body", "amb" if warn and row.lead else "tx1")


class NoteView(RowView):
    """A list of notes: its mark is seen where the keyboard is, and nowhere else."""

    def __init__(self, look: Look, painter: NotePainter, name: str) -> None:
        self.rows_model = KeyedRows(note_key, note_spoken)
        super().__init__(look, self.rows_model, painter, name)
        self.rows_model.setParent(self)

    def show_rows(self, rows: list[NoteRow]) -> None:
        """Show notes."""
        self.rows_model.show(rows)
        if self.place < 0 and rows:
            self.go(0)
        if not self.hasFocus():
            self.clearSelection()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.place >= 0:
            self.selectRow(self.place)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()


def note_key(row: NoteRow) -> str:
    """The key of a note."""
    return row.key


def note_spoken(row: NoteRow) -> str:
    """What a screen reader says of a note."""
    return " ".join(part for part in (row.lead, row.words, row.fact) if part)


def plan_key(row: PlanRow) -> str:
    """The key of a plan; headings go by their words."""
    return row.id or f"#{row.name}"


def plan_spoken(row: PlanRow) -> str:
    """What a screen reader says of a plan."""
    return f"{row.name} {plan_words(row)}"


def unit_key(row: PlanUnitRow) -> str:
    """The key of a unit of the plan."""
    return row.unit


def unit_spoken(row: PlanUnitRow) -> str:
    """What a screen reader says of a unit of the plan."""
    return f"{row.order} {row.name} {word(RELATIONS, row.relation)} {row.ask} {row.why}"


def line_key(row: LineRow) -> str:
    """The key of a line."""
    return str(row.order)


def line_spoken(row: LineRow) -> str:
    """What a screen reader says of a line."""
    return f"{row.order} {row.text} {row.who}"
