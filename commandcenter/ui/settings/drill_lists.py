"""The lists of the section of drill plans."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.settings.drill_model import DrillRow, InjectRow
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class DrillPainter(RowPainter):
    """Name over code, plan and length of the script."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, [Column("name", "", 100, 1)]), parent, height=50)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DrillRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.center().y() - look.px(20), rect.width(), look.px(20))
        below = QRect(rect.left(), top.bottom() + look.px(2), rect.width(), look.px(18))
        paint.elided(p, look, top, row.name, "name", "tx1" if row.active else "tx3")
        paint.elided(p, look, below, drill_words(row), "caption", "tx3" if row.plan or not row.active else "amb")


def drill_words(row: DrillRow) -> str:
    """Code, plan and how many lines the script has; what cannot be drilled says so."""
    if not row.active:
        return translate("Drills", "{code} · retired").format(code=row.id)
    if not row.plan:
        return translate("Drills", "{code} · its plan is out of use").format(code=row.id)
    return translate("Drills", "{code} · {plan} · lines {n}").format(code=row.id, plan=row.plan, n=row.injects)


class InjectPainter(RowPainter):
    """Minute, what happens, what ought to be done, by whom."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("minute", translate("Drills", "Minute"), 48, align="right"),
                Column("text", translate("Drills", "What happens"), 150, 4),
                Column("expected", translate("Drills", "What ought to be done"), 150, 3),
                Column("units", translate("Drills", "Who acts"), 90, 2, drop=1),
            ],
        )
        super().__init__(look, columns, parent, height=36)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: InjectRow) -> None:
        look = self.look
        if column == "minute":
            paint.text(p, look, rect, str(row.minute), "name", "tx1", paint.RIGHT)
        elif column == "text":
            paint.elided(p, look, rect, row.text, "body", "tx1")
        elif column == "expected":
            paint.elided(p, look, rect, row.expected, "body", "tx2")
        else:
            paint.elided(p, look, rect, row.units, "caption", "tx2")


def drill_key(row: DrillRow) -> str:
    """The key of a drill plan."""
    return row.id


def drill_spoken(row: DrillRow) -> str:
    """What a screen reader says of a drill plan."""
    return f"{row.name} {drill_words(row)}"


def inject_key(row: InjectRow) -> str:
    """The key of a line."""
    return str(row.place)


def inject_spoken(row: InjectRow) -> str:
    """What a screen reader says of a line."""
    return f"{row.minute} {row.text} {row.expected} {row.units}"
