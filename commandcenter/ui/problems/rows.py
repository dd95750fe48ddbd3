"""The lists of the problem bank: problems at the left, the measures of the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.domain.problem import Measure, Problem
from commandcenter.ui import when
from commandcenter.ui.bank_words import DEGREES, PERIODS, PROBLEM_STAGES, bank_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class ProblemPainter(RowPainter):
    """Risk, what it is, where, when it presses, how many cases, where it stands."""

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        columns = [
            Column("risk", translate("Problems", "Risk"), 44),
            Column("title", translate("Problems", "Problem"), 150, 4),
            Column("place", translate("Problems", "Spot"), 100, 2, drop=2),
            Column("period", translate("Problems", "Presses"), 64, drop=3),
            Column("cases", translate("Problems", "Cases"), 48, align="right", drop=1),
            Column("stage", translate("Problems", "State"), 66),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self._reference = reference
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Problem) -> None:
        look = self.look
        if column == "risk":
            tone = "amb" if row.risk == "high" else "tx2"
            paint.text(p, look, rect, bank_word(DEGREES, row.risk) or when.UNKNOWN, "strong", tone)
        elif column == "title":
            paint.elided(p, look, rect, row.title or row.number, "name", "tx1" if row.open else "tx2")
        elif column == "place":
            paint.elided(p, look, rect, place_name(self._reference, row), "body", "tx2")
        elif column == "period":
            paint.elided(p, look, rect, bank_word(PERIODS, row.period) or when.UNKNOWN, "body", "tx2")
        elif column == "cases":
            paint.text(p, look, rect, str(len(row.cases)), "body", "tx2", paint.RIGHT)
        else:
            tone = "ok" if row.stage == "closed" else "amb" if row.stage == "long_term" else "tx2"
            paint.elided(p, look, rect, bank_word(PROBLEM_STAGES, row.stage), "body", tone)


class MeasurePainter(RowPainter):
    """What is to be done, by whom, until when, and what came of it."""

    def __init__(self, look: Look, reference: Reference, parent: QWidget | None = None) -> None:
        columns = [
            Column("done", "", 20),
            Column("words", translate("Problems", "Measure"), 160, 4),
            Column("unit", translate("Problems", "Unit"), 110, 2),
            Column("due", translate("Problems", "Until"), 120, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self._reference = reference
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Measure) -> None:
        look, done = self.look, row.done_at is not None
        if column == "done":
            size = look.px(16)
            icon, tone = ("circle-check", "ok") if done else ("circle", "tx3")
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(icon, tone, size))
        elif column == "words":
            told = " · ".join(part for part in (row.words, row.result) if part)
            paint.elided(p, look, rect, told, "body", "tx2" if done else "tx1")
        elif column == "unit":
            paint.elided(p, look, rect, self._reference.unit_name(row.unit), "body", "tx2")
        elif row.term is not None:
            over = not done and row.term.due_at < self.now
            words = when.moment(row.done_at if done else row.term.due_at, self.now)
            tone = "red" if over else "ok" if done else "amb" if row.term.warn_at <= self.now else "tx2"
            told = translate("Problems", "over · {at}").format(at=words) if over else words
            paint.text(p, look, rect, told, "body", tone, paint.RIGHT)


def place_name(reference: Reference, state: Problem) -> str:
    """The place by name, with the point in words behind it."""
    place = reference.directory.places.get(state.place)
    return " · ".join(part for part in (place.name if place else "", state.point) if part)
