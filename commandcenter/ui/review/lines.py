"""The story around the moment of the replay: what had happened, what happens now, and pale what was still to come."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, Index, KeyedRows, RowPainter, RowView
from commandcenter.ui.parts.timeline import TimelineRow
from commandcenter.ui.theme.look import Look


def _key(row: TimelineRow) -> str:
    return row.key


def _spoken(row: TimelineRow) -> str:
    return f"{row.time} {row.words} {row.author}".strip()


class _Painter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("time", "", 58, align="right"), Column("icon", "", 18), Column("words", "", 200, 1)]
        super().__init__(look, Columns(look, columns), parent, height=30)
        self.past = 0
        self.drill = False
        self._place = 0

    def paint(self, p: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self._place = index.row()
        row = index.model().row(index.row())  # type: ignore[attr-defined]
        if self._place == self.past - 1 and row is not None:
            alarm = row.sort == "alarm"
            soft = self.look.color("redS", drill=self.drill) if alarm else self.look.color("accS")
            p.fillRect(option.rect, soft)
            edge = self.look.color("red", drill=self.drill) if alarm else self.look.color("acc")
            p.fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), edge)
        super().paint(p, option, index)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: TimelineRow) -> None:
        look = self.look
        now, coming = self._place == self.past - 1, self._place >= self.past
        alarm = row.sort == "alarm" and not coming
        ink: QColor = look.color("red", drill=self.drill) if alarm else look.color("tx3" if coming else "tx1")
        if column == "time":
            tone = "tx3" if coming else "tx2"
            paint.text(p, look, rect, row.time, "caption", ink if alarm else look.color(tone), paint.RIGHT)
        elif column == "icon":
            size = look.px(14)
            shade = ink if alarm or now else look.color("tx3")
            p.drawPixmap(QPointF(rect.left(), rect.center().y() - size / 2), look.icon(row.icon, shade, size))
        else:
            words = f"{row.words}  {row.author}" if row.author else row.words
            paint.elided(p, look, rect, words, "name" if now else "body", ink)
            if row.struck:
                width = min(rect.width(), look.width(row.words, "body"))
                p.fillRect(rect.left(), rect.center().y(), width, 1, look.color("tx3"))


class StoryLines(RowView):
    """All lines of the incident; ``show_moment`` says how many of them had happened. No line is taken away or added, so a
    step to any second only paints what is in sight.
    """

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        self.story = KeyedRows(_key, _spoken)
        self._lines_painter = _Painter(look)
        super().__init__(look, self.story, self._lines_painter, name, parent)
        self.story.setParent(self)
        self._lines_painter.setParent(self)
        self.setSelectionMode(RowView.SelectionMode.NoSelection)
        self._times: Sequence[int] = ()

    @property
    def past(self) -> Sequence[TimelineRow]:
        """The lines that had happened."""
        return self.story.rows[: self._lines_painter.past]

    def show_story(self, rows: Sequence[TimelineRow], times: Sequence[int], *, drill: bool) -> None:
        """Show lines with the moments they happened at, in order."""
        self._times, self._lines_painter.drill = tuple(times), drill
        self.story.show(rows)

    def show_moment(self, after: int) -> None:
        """Show a moment: the line of it in the middle."""
        past = bisect_right(self._times, after)
        if past == self._lines_painter.past:
            return
        self._lines_painter.past = past
        place = max(0, past - 1)
        height = self._lines_painter.row_height
        self.verticalScrollBar().setValue(max(0, place * height - (self.viewport().height() - height) * 2 // 3))
        self.viewport().update()
