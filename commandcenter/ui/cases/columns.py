"""The columns of the case list: which there are, how each is painted, how they are laid out and by what they sort."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import attrgetter

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.desk.reference import Reference
from commandcenter.journal.reading.case_query import CaseRow
from commandcenter.ui import when
from commandcenter.ui.cases.filters import nature_word
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.rowpage import Ink, PagePainter, Stamp
from commandcenter.ui.parts.rows import Column, Columns
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS, word

# mypy: disable-error-code="dict-item,arg-type"

translate = QCoreApplication.translate

LEAST, MOST = 40, 600
"""Widths a column can be given, at 100 %."""


@dataclass(frozen=True, slots=True)
class CaseColumn:
    """A column that can be shown: its words, its width at 100 %, its share of spare room, when it drops, what it sorts by."""

    name: str
    words: str
    width: int
    stretch: int = 0
    drop: int = 0
    order: str = ""
    align: str = "left"


COLUMNS: Mapping[str, CaseColumn] = {
    item.name: item
    for item in (
        CaseColumn("grade", QT_TRANSLATE_NOOP("CaseTable", "Grade"), 62, order="grade"),
        CaseColumn("number", QT_TRANSLATE_NOOP("CaseTable", "Number"), 96, drop=1, order="number"),
        CaseColumn("title", QT_TRANSLATE_NOOP("CaseTable", "Matter"), 200, 6),
        CaseColumn("category", QT_TRANSLATE_NOOP("CaseTable", "Kind"), 84, 1, drop=3, order="category"),
        CaseColumn("place", QT_TRANSLATE_NOOP("CaseTable", "Place"), 90, 1, drop=5),
        CaseColumn("units", QT_TRANSLATE_NOOP("CaseTable", "Section + community"), 150, 3, drop=4, order="units"),
        CaseColumn("stage", QT_TRANSLATE_NOOP("CaseTable", "State"), 84, order="stage"),
        CaseColumn("left", QT_TRANSLATE_NOOP("CaseTable", "Limit"), 138, order="due"),
        CaseColumn("received", QT_TRANSLATE_NOOP("CaseTable", "Received"), 96, drop=6, order="received"),
        CaseColumn("registered", QT_TRANSLATE_NOOP("CaseTable", "Registered"), 96, drop=8, order="registered"),
        CaseColumn("changed", QT_TRANSLATE_NOOP("CaseTable", "Last change"), 96, drop=8, order="changed"),
        CaseColumn("limit", QT_TRANSLATE_NOOP("CaseTable", "Due day"), 96, drop=7, order="limit"),
        CaseColumn("closed", QT_TRANSLATE_NOOP("CaseTable", "Closed"), 96, drop=7, order="closed"),
        CaseColumn("channel", QT_TRANSLATE_NOOP("CaseTable", "Source"), 110, drop=7, order="channel"),
        CaseColumn("source_number", QT_TRANSLATE_NOOP("CaseTable", "Source number"), 120, drop=9),
        CaseColumn("community", QT_TRANSLATE_NOOP("CaseTable", "Community"), 90, drop=7, order="community"),
        CaseColumn("grid", QT_TRANSLATE_NOOP("CaseTable", "Grid"), 80, drop=8, order="grid"),
        CaseColumn("nature", QT_TRANSLATE_NOOP("CaseTable", "Nature"), 72, drop=9),
        CaseColumn("repeats", QT_TRANSLATE_NOOP("CaseTable", "Repeats"), 60, drop=9, order="repeats", align="right"),
        CaseColumn(
            "collective", QT_TRANSLATE_NOOP("CaseTable", "People"), 60, drop=9, order="collective", align="right"
        ),
        CaseColumn("pressed", QT_TRANSLATE_NOOP("CaseTable", "Pressed"), 60, drop=9, order="pressed", align="right"),
        CaseColumn("attachments", QT_TRANSLATE_NOOP("CaseTable", "Attachments"), 60, drop=9, align="right"),
        CaseColumn("marks", QT_TRANSLATE_NOOP("CaseTable", "Marks"), 150, drop=9),
    )
}
MOMENTS: Mapping[str, str] = {
    "received": "received_at",
    "registered": "registered_at",
    "changed": "changed_at",
    "limit": "due_at",
    "closed": "closed_at",
}
"""Columns of moments, with the field of a row each tells."""
COUNTS = ("repeats", "collective", "pressed", "attachments")
STANDARD = ("grade", "number", "title", "category", "units", "stage", "left")


@dataclass(frozen=True, slots=True)
class Placed:
    """A column at its place, with its width at 100 %."""

    name: str
    width: int

    def __str__(self) -> str:
        return f"{self.name}:{self.width}"


def standard() -> list[Placed]:
    """The columns a seat begins with."""
    return [Placed(name, COLUMNS[name].width) for name in STANDARD]


def columns_from(texts: Sequence[str]) -> list[Placed]:
    """Columns as they were kept; what is unknown is left out, and the matter is always there."""
    found: dict[str, Placed] = {}
    for text in texts:
        name, _, width = text.partition(":")
        if name in COLUMNS:
            told = int(width) if width.isdigit() else COLUMNS[name].width
            found[name] = Placed(name, min(MOST, max(LEAST, told)))
    if not found:
        return standard()
    return list(found.values()) if "title" in found else [*found.values(), Placed("title", COLUMNS["title"].width)]


def column_word(name: str) -> str:
    """A column in words."""
    return translate("CaseTable", COLUMNS[name].words)


def columns_for(look: Look, placed: Sequence[Placed]) -> Columns:
    """The layout: the ticks, then the columns; what was chosen by hand drops last."""
    columns = [Column("tick", "", 18)]
    for one in placed:
        item = COLUMNS[one.name]
        columns.append(
            Column(one.name, translate("CaseTable", item.words), one.width, item.stretch, item.align, item.drop)
        )
    return Columns(look, columns)


class CasePainter(PagePainter):
    """Paints the rows of the case list. ``ticked`` tells whether a case is ticked; ``now`` is epoch milliseconds."""

    def __init__(
        self, look: Look, cells: CaseCells, reference: Reference, ticked: Callable[[str], bool], parent: QWidget
    ) -> None:
        super().__init__(look, columns_for(look, standard()), parent, height=33)
        self._cells, self._reference, self._ticked = cells, reference, ticked
        self.now = 0
        named = ("category", "channel", "nature", "community")
        self._stamp_by: dict[str, Stamp] = {name: partial(self.words, name) for name in named}
        self._stamp_by |= {"tick": self._is_ticked, "grade": attrgetter("grade"), "stage": stage_stamp}

    def stamp(self, column: str) -> Stamp | None:
        return self._stamp_by.get(column)

    def _is_ticked(self, row: CaseRow) -> bool:
        return self._ticked(row.id)

    def cell(self, ink: Ink, column: str, row: CaseRow, left: int, top: int, wide: int, high: int) -> None:
        if column == "left":
            self._left(ink, row, left, top, wide, high)
            return
        place = QRect(left, top, wide, high)
        if column == "tick":
            paint_tick(ink.p, self.look, place, ticked=self._ticked(row.id))
        elif column in COUNTS:
            count = int(getattr(row, column))
            paint.text(ink.p, self.look, place, str(count) if count else "", "body", "tx2", paint.RIGHT)
            ink.forget()
        elif column in ("grade", "stage"):
            self._cells.paint(ink.p, place, column, row, self.now)
            ink.forget()
        else:
            if column == "title":
                wide = self._cells.marked(ink.p, place, row).width()
            said = None if column in MOMENTS else self._cells.said(column, row, wide, self.now)
            words, role, tone = said or (self.words(column, row), "body", "tx2")
            ink.words(left, top, wide, high, words, role, tone)

    def words(self, column: str, row: CaseRow) -> str:
        """A cell that is plain words."""
        reference, now = self._reference, self.now
        if column in MOMENTS:
            moment = getattr(row, MOMENTS[column])
            return when.moment(moment, now) if moment else ""
        if column == "category":
            path = reference.categories.get(row.category, ())
            return path[-1] if path else ""
        if column == "community" or column == "grid":
            place = reference.directory.places.get(getattr(row, column))
            return place.name if place else str(getattr(row, column))
        if column == "channel":
            return word(CHANNELS, row.channel)
        if column == "nature":
            return nature_word(row.nature)
        return marks(row) if column == "marks" else str(getattr(row, column, ""))

    def _left(self, ink: Ink, row: CaseRow, left: int, top: int, wide: int, high: int) -> None:
        """How much of the limit is gone, and what is left, in the colour of its time."""
        look, p = self.look, ink.p
        level = self._cells.level(row, self.now) if row.open else "none"
        tone = _TONES.get(level, "tx3")
        full, thick = look.px(42), look.px(5)
        bar = top + (high - thick) // 2
        p.drawPixmap(left, bar, look.plate(full, thick, "pip0", "", radius=2))
        if row.next_due is not None and row.open:
            start = row.next_start if row.next_start is not None else row.received_at
            share = min(1.0, max(0.03, (self.now - start) / max(1, row.next_due - start)))
            fill = _FILLS.get(level, "pip2")
            p.drawPixmap(left, bar, look.plate(max(1, round(full * share)), thick, fill, "", radius=2))
        x = left + full + look.px(8)
        mark = _SIGNS.get(level, "")
        if mark:
            size = look.px(14)
            p.drawPixmap(x, top + (high - size) // 2, look.icon(mark, tone, size))
            x += size + look.px(5)
        ink.words(x, top, left + wide - x, high, left_words(row, self.now), "name" if mark else "body", tone)


_TONES = {"over": "red", "warn": "amb", "plain": "tx2"}
_FILLS = {"over": "redF", "warn": "ambF", "paused": "tx3"}
_SIGNS = {"over": "octagon-alert", "warn": "triangle-alert"}


def stage_stamp(row: CaseRow) -> str:
    """What the cell of a stage shows."""
    return "pressed" if row.open and row.pressed else row.shown_stage


def paint_tick(p: QPainter, look: Look, rect: QRect, *, ticked: bool) -> None:
    """A tick box in the middle of a cell's height."""
    size = look.px(16)
    left, top = rect.left(), rect.top() + (rect.height() - size) // 2
    fill, edge = ("accF", "") if ticked else ("inp", "ln3")
    p.drawPixmap(left, top, look.plate(size, size, fill, edge, radius=3))
    if ticked:
        p.drawPixmap(left, top, look.icon("check", "onfill", size))


def left_words(row: CaseRow, now: int) -> str:
    """What is left of the limit that presses, or by how much it is over."""
    if row.stage == "suspended":
        return translate("CaseTable", "clock stands")
    if not row.open:
        return when.moment(row.closed_at, now) if row.closed_at else ""
    if row.next_due is None:
        return translate("CaseTable", "no limit")
    left = row.next_due - now
    if left <= 0:
        return translate("CaseTable", "over {span}").format(span=when.rough(-left))
    return translate("CaseTable", "left {span}").format(span=when.left(left))


def marks(row: CaseRow) -> str:
    """What is particular about a case, in words."""
    told = (
        (row.anonymous, translate("CaseTable", "anonymous")),
        (row.collective, translate("CaseTable", "collective")),
        (row.repeats, translate("CaseTable", "repeated")),
        (row.proactive, translate("CaseTable", "before complaint")),
        (row.whistles, translate("CaseTable", "whistle")),
        (row.redone, translate("CaseTable", "redone")),
        (row.merged_into, translate("CaseTable", "merged")),
    )
    return " · ".join(words for holds, words in told if holds)
