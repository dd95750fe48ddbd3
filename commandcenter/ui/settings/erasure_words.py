"""The words of requests to erase: reasons, stages, and how they stand in a list."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.domain.erasure_request import ErasureRequest
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import STAGES, word

# mypy: disable-error-code="dict-item"

translate = QCoreApplication.translate

REASON_WORDS: Mapping[str, str] = {
    "request": QT_TRANSLATE_NOOP("Erasures", "asked for by the citizen"),
    "retention": QT_TRANSLATE_NOOP("Erasures", "time of keeping over"),
    "unlawful": QT_TRANSLATE_NOOP("Erasures", "should not have been recorded"),
}
STAGE_WORDS: Mapping[str, str] = {
    "listed": QT_TRANSLATE_NOOP("Erasures", "to be signed"),
    "first": QT_TRANSLATE_NOOP("Erasures", "one signature"),
    "signed": QT_TRANSLATE_NOOP("Erasures", "signed by two"),
    "done": QT_TRANSLATE_NOOP("Erasures", "erased"),
    "declined": QT_TRANSLATE_NOOP("Erasures", "declined"),
}


def told(words: Mapping[str, str], code: str) -> str:
    """The word of a code."""
    return translate("Erasures", words[code]) if code in words else code


class RequestPainter(RowPainter):
    """Number, why, how many cases, until when it is answered, how it stands."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("number", translate("Erasures", "Number"), 150, 1),
            Column("reason", translate("Erasures", "Why"), 92, 1, drop=3),
            Column("cases", translate("Erasures", "Cases"), 44, align="right", drop=2),
            Column("until", translate("Erasures", "Answer until"), 98, drop=1),
            Column("stage", translate("Erasures", "State"), 76),
        ]
        super().__init__(look, Columns(look, columns), parent, height=36)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ErasureRequest) -> None:
        look = self.look
        if column == "number":
            paint.elided(p, look, rect, row.number, "name", "tx1" if row.open else "tx2")
        elif column == "reason":
            paint.elided(p, look, rect, told(REASON_WORDS, row.reason), "body", "tx2")
        elif column == "cases":
            paint.text(p, look, rect, str(len(row.cases)), "body", "tx2", paint.RIGHT)
        elif column == "until":
            late = row.open and row.term is not None and row.term.due_at < self.now
            words = when.day(row.term.due_at) if row.open and row.term is not None else ""
            paint.elided(p, look, rect, words, "body", "red" if late else "tx2")
        else:
            tone = "ok" if row.stage == "done" else "tx3" if row.stage == "declined" else "tx1"
            paint.elided(p, look, rect, told(STAGE_WORDS, row.stage), "body", tone)


class ListedPainter(RowPainter):
    """A case of a list, masked: number, matter, when it came, how it stands. With ``ticked`` a box before it."""

    def __init__(self, look: Look, parent: QWidget | None = None, *, ticked: set[str] | None = None) -> None:
        self._ticked = ticked
        box = [Column("box", "", 20)] if ticked is not None else []
        columns = [
            *box,
            Column("number", translate("Erasures", "Number"), 132),
            Column("title", translate("Erasures", "Matter"), 72, 1, drop=1),
            Column("at", translate("Erasures", "Received"), 98, drop=2),
            Column("stage", translate("Erasures", "State"), 72),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CaseRow) -> None:
        look = self.look
        if column == "box":
            paint.elided(p, look, rect, "☑" if self._ticked and row.id in self._ticked else "☐", "name", "tx1")
        elif column == "number":
            paint.elided(p, look, rect, row.number, "body", "tx1")
        elif column == "title":
            words = row.title or translate("Erasures", "erased, or without words")
            paint.elided(p, look, rect, words, "body", "tx1" if row.title else "tx3")
        elif column == "at":
            paint.elided(p, look, rect, when.day(row.received_at), "body", "tx2")
        else:
            paint.elided(p, look, rect, word(STAGES, row.stage), "body", "amb" if row.open else "tx2")
