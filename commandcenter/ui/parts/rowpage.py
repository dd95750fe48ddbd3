"""Lists painted a page at a time: one pass for all rows in sight, column by column, nothing drawn twice that looks alike.

A cell that shows one of a few things - a grade, a stage, a tick - is painted once, on the ground it lies on, and stamped from
then on. Words are drawn as they come into sight, with the pen and the font changed only where they change. What a cell looks
like is told in one place, ``cell``, for a stamp and for the row that is selected as well.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts.rows import Columns, RowPainter, RowView
from commandcenter.ui.theme.look import Look

KEPT_STAMPS = 160
"""Stamps of one column that are kept; a column has as many as it has different cells."""

Stamp = Callable[[Any], Hashable]
"""What tells all that a cell of a row shows."""


class Ink:
    """A painter that draws lines of text and knows which pen and which font it holds."""

    def __init__(self, p: QPainter, look: Look) -> None:
        self.p, self.look = p, look
        self._role = self._tone = ""

    def words(self, left: int, top: int, wide: int, high: int, words: str, role: str, tone: str) -> None:
        """Draw one line of text in the middle of a cell's height, cut at the right when it does not fit."""
        if not words:
            return
        if role != self._role:
            self.p.setFont(self.look.font(role))
            self._role = role
        if tone != self._tone:
            self.p.setPen(self.look.color(tone))
            self._tone = tone
        cut, tall, base = self.look.told_line(words, role, wide)
        self.p.drawText(left, round(top + (high - tall) // 2 + base), cut)

    def forget(self) -> None:
        """Somebody else took pen or font."""
        self._role = self._tone = ""


class PagePainter(RowPainter):
    """Paints rows a page at a time. Subclasses give ``cell``, and ``stamp`` for columns whose cells look alike."""

    def __init__(self, look: Look, columns: Columns, parent: QWidget | None = None, *, height: int = 42) -> None:
        super().__init__(look, columns, parent, height=height)
        self._stamps: dict[str, tuple[tuple[object, ...], dict[Hashable, QPixmap]]] = {}

    def stamp(self, column: str) -> Stamp | None:
        """What tells cells of a column that look alike; None where each is painted for itself."""
        return None

    def cell(self, ink: Ink, column: str, row: Any, left: int, top: int, wide: int, high: int) -> None:
        """Paint one cell."""
        raise NotImplementedError

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: Any) -> None:
        self.cell(Ink(p, self.look), column, row, rect.left(), rect.top(), rect.width(), rect.height())

    def paint_page(self, p: QPainter, width: int, ground: str, rows: Sequence[tuple[int, Any]]) -> None:
        """Paint rows that are not selected, each with its top, on a ground in a colour token that lies there already."""
        high, line = self.row_height, self.look.color("ln")
        for top, _ in rows:
            p.fillRect(0, top + high - 1, width, 1, line)
        known = [one for one in rows if one[1] is not None]
        ratio = p.device().devicePixelRatio()
        whole = ratio == int(ratio)  # else a stamp would not lie on whole pixels
        ink = Ink(p, self.look)
        for column, x, wide in self.columns.cells(width):
            name = column.name
            stamp = self.stamp(name) if whole else None
            if stamp is None:
                for top, row in known:
                    self.cell(ink, name, row, x, top, wide, high)
                continue
            stamps = self._stamps_of(name, (self.look.theme, self.look.scale, ground, wide, high, ratio))
            for top, row in known:
                key = stamp(row)
                found = stamps.get(key)
                if found is None:
                    if len(stamps) >= KEPT_STAMPS:
                        del stamps[next(iter(stamps))]
                    found = stamps[key] = self._stamped(name, row, ground, wide, high, ratio)
                p.drawPixmap(x, top, found)

    def _stamps_of(self, column: str, shape: tuple[object, ...]) -> dict[Hashable, QPixmap]:
        """The stamps of a column; those of another width or look are of no use any more."""
        kept = self._stamps.get(column)
        if kept is None or kept[0] != shape:
            kept = self._stamps[column] = (shape, {})
        return kept[1]

    def _stamped(self, column: str, row: Any, ground: str, wide: int, high: int, ratio: float) -> QPixmap:
        """A cell on its ground, without the line below the row."""
        found = QPixmap(round(wide * ratio), round((high - 1) * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(self.look.color(ground))
        p = QPainter(found)
        self.cell(Ink(p, self.look), column, row, 0, 0, wide, high)
        p.end()
        return found


class PageView(RowView):
    """A view of rows on a ground of their own, painted in one pass without a call for each row."""

    def __init__(
        self, look: Look, model: Any, painter: PagePainter, name: str, ground: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, model, painter, name, parent)
        self._pages = painter
        self.lie_on(ground)

    def paintEvent(self, event: QPaintEvent) -> None:
        region, area = event.region(), event.rect()
        apart = region.rectCount() > 1
        p = QPainter(self.viewport())
        p.fillRect(area, self._look.color(self._ground))
        width, high = self.viewport().width(), self._painter.row_height
        first = self.rowAt(area.top())
        if first >= 0:
            self._paint_rows(p, first, area.bottom(), width, high, region if apart else None)
        p.end()

    def _paint_rows(self, p: QPainter, first: int, below: int, width: int, high: int, region: Any) -> None:
        model: Any = self.model()
        chosen = {index.row() for index in self.selectedIndexes()}
        top, last = self.rowViewportPosition(first), model.rowCount()
        plain: list[tuple[int, Any]] = []
        place = first
        while top <= below and place < last:
            rect = QRect(0, top, width, high)
            if region is None or region.intersects(rect):
                row = model.row(place)
                if place in chosen or self._pages.is_heading(row):
                    self._pages.paint_row(p, rect, row, selected=place in chosen)
                else:
                    plain.append((top, row))
            place += 1
            top += high
        self._pages.paint_page(p, width, self._ground, plain)
