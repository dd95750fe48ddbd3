"""The lists of consultations: the meetings at the left, the agenda of the chosen one with its decisions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.consultation import Consultation
from commandcenter.ui import when
from commandcenter.ui.bank_words import ABOUT, CONSULTATION_STAGES, bank_word, reasons
from commandcenter.ui.consultations.lines import AgendaLine
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class MeetingPainter(RowPainter):
    """When, what, how many items, decisions still open, where it stands."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("at", translate("Consultations", "When"), 108),
            Column("title", translate("Consultations", "Consultation"), 140, 4),
            Column("items", translate("Consultations", "Items"), 44, align="right", drop=2),
            Column("open", translate("Consultations", "To do"), 44, align="right", drop=1),
            Column("stage", translate("Consultations", "State"), 66),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Consultation) -> None:
        look = self.look
        if column == "at":
            late = row.stage == "planned" and row.planned_at is not None and row.planned_at < self.now
            paint.elided(
                p, look, rect, when.moment(row.held_at or row.planned_at, self.now), "body", "amb" if late else "tx2"
            )
        elif column == "title":
            tone = "tx2" if row.stage in ("closed", "called_off") else "tx1"
            paint.elided(p, look, rect, row.title or row.number, "name", tone)
        elif column == "items":
            paint.text(p, look, rect, str(len(row.agenda)), "body", "tx2", paint.RIGHT)
        elif column == "open":
            left = row.open_decisions
            over = any(one.term is not None and one.term.due_at < self.now for one in left)
            paint.text(p, look, rect, str(len(left)), "body", "red" if over else "tx2", paint.RIGHT)
        else:
            tone = "ok" if row.stage == "closed" else "tx2"
            paint.elided(p, look, rect, bank_word(CONSULTATION_STAGES, row.stage), "body", tone)


class AgendaPainter(RowPainter):
    """An item: its number, what it is about, why, whose. A decision below it: what, who, until when."""

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        columns = [
            Column("ordinal", "", 24, align="right"),
            Column("about", translate("Consultations", "About"), 40),
            Column("words", translate("Consultations", "Item and decision"), 170, 6),
            Column("reason", translate("Consultations", "Why"), 84, 1, drop=1),
            Column("unit", translate("Consultations", "Unit"), 104, 1),
            Column("due", translate("Consultations", "Until"), 96, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self._reference = reference
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: AgendaLine) -> None:
        if row.decided is None:
            self._item(p, rect, column, row)
        else:
            self._decision(p, rect, column, row)

    def _item(self, p: QPainter, rect: QRect, column: str, row: AgendaLine) -> None:
        look, item = self.look, row.item
        if column == "ordinal":
            paint.text(p, look, rect, str(row.ordinal), "name", "tx1", paint.RIGHT)
        elif column == "about":
            paint.elided(p, look, rect, bank_word(ABOUT, item.about), "body", "tx2")
        elif column == "words":
            told = " · ".join(part for part in (row.title, item.words, item.discussed) if part)
            paint.elided(p, look, rect, told or row.number, "name", "tx1")
        elif column == "reason":
            paint.elided(p, look, rect, reasons(item.reason), "body", "tx2")
        elif column == "unit" and item.unit:
            paint.elided(p, look, rect, self._reference.unit_name(item.unit), "body", "tx2")
        elif column == "due" and row.settled:
            size = look.px(16)
            p.drawPixmap(rect.right() - size, rect.center().y() - size // 2, look.icon("check", "ok", size))

    def _decision(self, p: QPainter, rect: QRect, column: str, row: AgendaLine) -> None:
        look, one = self.look, row.decided
        if one is None:
            return
        if column == "about":
            size = look.px(16)
            sign = {"done": ("circle-check", "ok"), "dropped": ("circle-x", "tx3")}.get(one.ended, ("circle", "tx3"))
            p.drawPixmap(rect.right() - size, rect.center().y() - size // 2, look.icon(*sign, size))
        elif column == "words":
            told = " · ".join(part for part in (one.words, one.result) if part)
            paint.elided(p, look, rect, told, "body", "tx2" if one.ended else "tx1")
        elif column == "unit":
            paint.elided(p, look, rect, self._reference.unit_name(one.unit), "body", "tx2")
        elif column == "due" and one.term is not None:
            over = not one.ended and one.term.due_at < self.now
            words = when.moment(one.ended_at if one.ended_at is not None else one.term.due_at, self.now)
            tone = "red" if over else "ok" if one.ended == "done" else "amb" if one.term.warn_at <= self.now else "tx2"
            told = translate("Consultations", "over · {at}").format(at=words) if over else words
            paint.text(p, look, rect, told, "body", tone, paint.RIGHT)
