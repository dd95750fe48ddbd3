"""Painters of orders, supplies and people who move, and the strip of their numbers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.tasks.readout import HouseholdRow, OrderRow, SupplyRow
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class DrillPainter(RowPainter):
    """A row painter that knows whether it paints a drill: then there is no red."""

    drill = False

    def _halves(self, rect: QRect) -> tuple[QRect, QRect]:
        """The upper and the lower line of a row."""
        top = (rect.height() - self.look.px(40)) // 2
        upper = QRect(rect.left(), rect.top() + top, rect.width(), self.look.px(20))
        return upper, QRect(rect.left(), upper.bottom() + 1, rect.width(), self.look.px(20))

    def _chip(self, p: QPainter, rect: QRect, words: str, icon: str, tone: str) -> None:
        chip = paint.Chip(words, icon, tone)
        width = min(rect.width(), paint.chip_width(self.look, chip))
        high = self.look.px(24)
        box = QRectF(rect.right() - width, rect.center().y() - high / 2, width, high)
        paint.chip(p, self.look, box, chip, drill=self.drill)


class OrderPainter(DrillPainter):
    """Number and time, the task with its danger or what was told last, who, how it was taken, the time left."""

    _CHIPS = {
        "done": ("circle-check", "done"),
        "taken": ("circle-dot", "blue"),
        "open": ("circle", "plain"),
        "warn": ("triangle-alert", "warn"),
        "over": ("octagon-alert", "over"),
        "dropped": ("circle-x", "plain"),
    }

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("number", translate("Tasks", "No."), 46),
            Column("words", translate("Tasks", "Task; danger, gear, last word"), 190, 6),
            Column("whom", translate("Tasks", "For whom; taken"), 120, 3),
            Column("state", translate("Tasks", "Left"), 96, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=54)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: OrderRow) -> None:
        look = self.look
        upper, lower = self._halves(rect)
        quiet = row.level in ("done", "dropped")
        if column == "number":
            paint.elided(p, look, upper, str(row.number), "name", "tx2" if quiet else "tx1")
            paint.elided(p, look, lower, row.time, "caption", "tx3")
        elif column == "words":
            words = translate("Tasks", "[spoken] {words}").format(words=row.words) if row.spoken else row.words
            paint.elided(p, look, upper, words, "body" if quiet else "name", "tx2" if quiet else "tx1")
            paint.elided(p, look, lower, row.below, "caption", "tx2")
        elif column == "whom":
            paint.elided(p, look, upper, row.whom, "body", "tx2" if quiet else "tx1")
            paint.elided(p, look, lower, row.taken, "caption", "amb" if row.unread else "tx3")
        else:
            icon, tone = self._CHIPS[row.level]
            self._chip(p, rect, row.state, icon, tone)


class SupplyPainter(DrillPainter):
    """What and how much, by whom, what came back, was used, broke, was written off, and what is still out."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("name", translate("Tasks", "What"), 104, 3),
            Column("whom", translate("Tasks", "By whom, from where"), 110, 5, drop=1),
            *(
                Column(f"n{place}", words, 48, align="right")
                for place, words in enumerate(
                    (
                        translate("Tasks", "Back"),
                        translate("Tasks", "Used"),
                        translate("Tasks", "Broken"),
                        translate("Tasks", "Off"),
                    )
                )
            ),
            Column("rest", translate("Tasks", "Still out"), 84, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=38)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: SupplyRow) -> None:
        look = self.look
        quiet = row.level == "settled"
        if column == "name":
            paint.elided(
                p, look, rect, f"{row.name} {row.taken}", "body" if quiet else "name", "tx2" if quiet else "tx1"
            )
        elif column == "whom":
            paint.elided(p, look, rect, row.whom, "caption", "tx2")
        elif column == "rest":
            if quiet:
                self._chip(p, rect, translate("Tasks", "settled"), "circle-check", "done")
            else:
                tone = "warn" if row.level == "over" else "plain"
                self._chip(p, rect, f"{row.rest}{row.measure}", "package", tone)
        else:
            count = row.counts[int(column[1:])]
            paint.elided(p, look, rect, str(count) if count else "", "body", "tx2", paint.RIGHT)


class HouseholdPainter(DrillPainter):
    """Whom to think of first, the address and who lives there, how many, how far they are, where and with whom."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("marks", "", 50),
            Column("name", translate("Tasks", "Address; who"), 170, 5),
            Column("people", translate("Tasks", "People"), 96, 1),
            Column("place", translate("Tasks", "Where; helper"), 110, 3, drop=1),
            Column("stage", translate("Tasks", "State"), 120, 2, align="right"),
        ]
        super().__init__(look, Columns(look, columns), parent, height=52)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: HouseholdRow) -> None:
        look = self.look
        upper, lower = self._halves(rect)
        quiet = row.level in ("done", "quiet")
        if column == "marks":
            size = look.px(22)
            for place, character in enumerate(row.marks[:2]):
                box = QRectF(rect.left() + place * (size + 3), rect.center().y() - size / 2, size, size)
                paint.rounded(p, box, 4, None, look.color("ln3"))
                paint.text(p, look, box, character, "caption", "tx1", paint.CENTER)
        elif column == "name":
            paint.elided(p, look, upper, row.name, "body" if quiet else "name", "tx2" if quiet else "tx1")
            paint.elided(p, look, lower, row.who, "caption", "tx3")
        elif column == "people":
            paint.elided(p, look, upper, row.people, "body", "tx2" if quiet else "tx1")
        elif column == "place":
            paint.elided(p, look, upper, row.place, "body", "tx2")
            paint.elided(p, look, lower, row.helper, "caption", "tx3")
        else:
            if row.split:
                rect = upper.adjusted(0, -2, 0, 2)
                ink = look.color("red", drill=self.drill) if row.level == "differs" else look.color("tx2")
                paint.elided(p, look, lower.adjusted(0, 3, 0, 3), row.split, "caption", ink, paint.RIGHT)
            self._chip(p, rect, row.stage, row.icon, "done" if row.level == "done" else "plain")


class TallyStrip(QWidget):
    """Numbers side by side that add up; the last one is by how much they do not."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._numbers: tuple[tuple[str, str, str], ...] = ()
        self._drill = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def numbers(self) -> Sequence[tuple[str, str, str]]:
        """What is shown: (word, figure, level)."""
        return self._numbers

    def show_numbers(self, numbers: Sequence[tuple[str, str, str]], *, drill: bool) -> None:
        """Show numbers; ``over`` is red, but in a drill."""
        self._numbers, self._drill = tuple(numbers), drill
        self.setAccessibleName("; ".join(f"{words} {figure}" for words, figure, _ in numbers))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(60))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.px(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        edge = look.px(14)
        wants = [max(look.width(w, "caption"), look.width(f, "tile")) + look.px(18) for w, f, _ in self._numbers]
        spare = max(0, self.width() - 2 * edge - sum(wants)) // max(1, len(wants))
        x = edge
        for place, ((words, figure, level), want) in enumerate(zip(self._numbers, wants, strict=True)):
            width = want + spare
            if place:
                p.fillRect(x - look.px(8), look.px(10), 1, self.height() - look.px(20), look.color("ln"))
            tone = {"over": "red", "warn": "amb"}.get(level, "tx1")
            ink = look.color(tone, drill=self._drill)
            room = QRect(x, look.px(8), width - look.px(12), look.px(18))
            paint.elided(p, look, room, words, "caption", "tx2")
            low = QRect(x, look.px(28), width - look.px(12), look.px(24))
            if level == "over":
                size = look.px(16)
                p.drawPixmap(QPointF(x, low.center().y() - size / 2), look.icon("octagon-alert", ink, size))
                low.adjust(size + look.px(5), 0, 0, 0)
            paint.elided(p, look, low, figure, "tile", ink)
            x += width
        p.fillRect(0, self.height() - 1, self.width(), 1, look.color("ln"))
