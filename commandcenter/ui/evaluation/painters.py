"""How the lists of an evaluation are painted: injects and departments with their grades, aims, corrections."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from commandcenter.ui.evaluation.faces import ActionRow, AimRow, InjectRow, UnitRow
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.grade import grade_box, grade_word
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

_AIM_ICONS = {
    "met": ("circle-check", "ok"),
    "missed": ("triangle-alert", "amb"),
    "open": ("circle", "tx3"),
    "untested": ("circle", "tx3"),
}


def row_key(row: Any) -> str:
    """The key of a row."""
    return str(row.key)


def inject_spoken(row: InjectRow) -> str:
    """What a screen reader says of an inject."""
    return f"{row.number} {row.text} {row.seen} {row.took} {grade_word(row.grade)}"


class InjectPainter(RowPainter):
    """Number, inject, what was seen, how long it took, the grade."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = (
            Column("number", "", 22),
            Column("text", translate("Evaluation", "Inject"), 150, stretch=5),
            Column("seen", translate("Evaluation", "Action seen"), 150, stretch=6),
            Column("took", translate("Evaluation", "Took"), 52, align="right"),
            Column("grade", translate("Evaluation", "Grade"), 36, align="center"),
        )
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: InjectRow) -> None:
        look = self.look
        if column == "number":
            paint.text(p, look, rect, str(row.number), "caption", "tx3")
        elif column == "text":
            paint.elided(p, look, rect, row.text, "name", "tx1" if row.given else "tx3")
        elif column == "seen":
            paint.elided(p, look, rect, row.seen, "caption", "tx2" if row.given else "tx3")
        elif column == "took":
            paint.text(p, look, rect, row.took, "body", "tx2", paint.RIGHT)
        elif row.given and (row.grade or not row.untested):
            grade_box(p, look, rect, row.grade, suggested=row.suggested)
        elif row.untested:
            paint.text(p, look, rect, translate("Evaluation", "untested"), "caption", "tx3", paint.CENTER)


def unit_spoken(row: UnitRow) -> str:
    """What a screen reader says of a department."""
    return f"{row.name} {row.answered} {row.arrived} {row.words} {grade_word(row.grade)}"


class UnitPainter(RowPainter):
    """Relation, department, answer, arrival, one sentence, the grade; those that are asked or told are not ranked."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = (
            Column("relation", "", 24),
            Column("name", translate("Evaluation", "Department"), 150, stretch=4),
            Column("answered", translate("Evaluation", "Answer"), 56, align="right"),
            Column("arrived", translate("Evaluation", "Arrival"), 56, align="right"),
            Column("words", translate("Evaluation", "In a sentence"), 140, stretch=5),
            Column("grade", translate("Evaluation", "Grade"), 36, align="center"),
        )
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: UnitRow) -> None:
        look = self.look
        if column == "relation":
            size = look.px(22)
            box = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
            paint.relation(p, look, box, row.relation, row.relation_word)
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column in ("answered", "arrived"):
            late = row.answered_late if column == "answered" else row.arrived_late
            words = row.answered if column == "answered" else row.arrived
            paint.text(p, look, rect, words, "strong" if late else "body", "amb" if late else "tx2", paint.RIGHT)
        elif column == "words":
            paint.elided(p, look, rect, row.words, "caption", "tx2")
        elif row.grade:
            grade_box(p, look, rect, row.grade, suggested=row.suggested)
        else:
            paint.text(p, look, rect, "—", "caption", "tx3", paint.CENTER)


def aim_spoken(row: AimRow) -> str:
    """What a screen reader says of an aim."""
    return f"{row.words} {row.stands} {row.note}"


class AimPainter(RowPainter):
    """An aim and whether it was met."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = (Column("icon", "", 20), Column("words", "", 140, stretch=2), Column("note", "", 120, 1, "right"))
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: AimRow) -> None:
        look = self.look
        name, ink = _AIM_ICONS[row.stands]
        if column == "icon":
            size = look.px(17)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(name, ink, size))
        elif column == "words":
            paint.elided(p, look, rect, row.words, "body", "tx1")
        else:
            words = {
                "met": translate("Evaluation", "met"),
                "missed": translate("Evaluation", "missed"),
                "open": translate("Evaluation", "not judged"),
                "untested": translate("Evaluation", "not tested"),
            }[row.stands]
            paint.elided(p, look, rect, row.note or words, "caption", "tx2" if ink == "ok" else ink, paint.RIGHT)


def action_spoken(row: ActionRow) -> str:
    """What a screen reader says of a corrective action."""
    return f"{row.words} {row.owner} {row.due} {row.state}"


class ActionPainter(RowPainter):
    """What changes, who does it by when; carried over ones have their chip, done ones their tick."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, Columns(look, (Column("all", "", 100, stretch=1),)), parent, height=56)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ActionRow) -> None:
        look = self.look
        done = row.state == "done"
        left = rect.left()
        if done:
            size = look.px(17)
            p.drawPixmap(left, rect.top() + look.px(10), look.icon("circle-check", "ok", size))
            left += size + look.px(8)
        chip = {
            "carried": translate("Evaluation", "carried over"),
            "new": translate("Evaluation", "new"),
            "done": translate("Evaluation", "done"),
        }[row.state]
        width = look.width(chip, "caption") + look.px(14)
        box = QRectF(rect.right() - width, rect.top() + look.px(8), width, look.px(22))
        edge, ink = ("amb", "amb") if row.state == "carried" else ("ln3", "tx2")
        if row.state == "carried" and not look.dark:
            paint.rounded(p, box, 4, look.color("ambF"), None)
            ink = "onamb"
        else:
            paint.rounded(p, box, 4, None, look.color(edge))
        paint.text(p, look, box, chip, "caption", ink, paint.CENTER)
        words = QRect(left, rect.top() + look.px(8), round(box.left()) - left - 8, look.px(22))
        paint.elided(p, look, words, row.words, "name", "tx2" if done else "tx1")
        low = QRect(left, rect.top() + look.px(31), rect.right() - left, look.px(20))
        told = translate("Evaluation", "from the drill of {day}").format(day=row.origin) if row.origin else ""
        paint.elided(p, look, low, told, "caption", "tx3")
        paint.elided(p, look, low, f"{row.owner}  {row.due}", "caption", "tx2", paint.RIGHT)
