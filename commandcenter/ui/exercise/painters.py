"""How the lists of a running drill are painted: the script with its covered rows, the departments, the aims, the plans."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from commandcenter.ui.exercise.faces import AimRow, ScriptRow, UnitFace
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.grade import grade_box
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

_STATE_ICONS = {"seen": ("circle-check", "ok"), "now": ("circle-play", "acc"), "missed": ("circle-dot", "amb")}
_AIM_ICONS = {
    "met": ("circle-check", "ok"),
    "missed": ("triangle-alert", "amb"),
    "open": ("circle-play", "acc"),
    "untested": ("circle", "tx3"),
}


def neutral_hatch(look: Look) -> QPixmap:
    """Grey stripes over what is covered: never amber, that is the drill itself."""
    tile = QPixmap(14, 12)
    tile.fill(Qt.GlobalColor.transparent)
    p = QPainter(tile)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    p.setPen(QPen(look.color("ln2"), 5))
    for shift in (-14, 0, 14):
        p.drawLine(shift - 2, 14, shift + 12, -2)
    p.end()
    return tile


def script_key(row: Any) -> str:
    """The key of a row of the script."""
    return str(row.key)


def script_spoken(row: ScriptRow) -> str:
    """What a screen reader says of an inject."""
    if row.covered:
        covered = translate("Exercise", "covered until its time")
        return f"{row.minute} {covered}"
    return f"{row.minute} {row.text} {row.note} {row.points}"


class ScriptPainter(RowPainter):
    """Minute, state, the inject and its note, what it won."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = (
            Column("minute", "", 34, align="right"),
            Column("icon", "", 20),
            Column("text", "", 160, stretch=1),
            Column("points", "", 58, align="right"),
            Column("grade", "", 30),
        )
        super().__init__(look, Columns(look, columns), parent, height=52)
        self._hatch: QPixmap | None = None
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._hatch = None

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ScriptRow) -> None:
        look = self.look
        if column == "minute":
            paint.text(p, look, rect, str(row.minute), "name", "acc" if row.state == "now" else "tx2", paint.RIGHT)
        elif column == "icon":
            name, ink = ("eye-off", "tx3") if row.covered else _STATE_ICONS.get(row.state, ("circle", "tx3"))
            size = look.px(17)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(name, ink, size))
        elif column == "text" and row.covered:
            self._cover(p, rect)
        elif column == "text":
            top = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(21))
            paint.elided(p, look, top, row.text, "name", "tx1" if row.state else "tx2")
            low = QRect(rect.left(), rect.top() + look.px(27), rect.width(), look.px(19))
            paint.elided(p, look, low, row.note, "caption", "acc" if row.state == "now" else "tx3")
        elif column == "points":
            if row.covered:
                words = translate("Exercise", "in time")
                paint.elided(p, look, rect, words, "caption", "tx3", paint.RIGHT)
            else:
                paint.elided(p, look, rect, row.points, "name", "tx1", paint.RIGHT)
        elif column == "grade" and row.grade:
            grade_box(p, look, rect, row.grade, suggested=row.suggested)

    def _cover(self, p: QPainter, rect: QRect) -> None:
        if self._hatch is None:
            self._hatch = neutral_hatch(self.look)
        height = self.look.px(12)
        bar = QRectF(rect.left(), rect.center().y() - height / 2, rect.width() * 0.6, height)
        p.setBrushOrigin(bar.topLeft())
        p.fillRect(bar, QBrush(self._hatch))


def unit_spoken(row: UnitFace) -> str:
    """What a screen reader says of a department."""
    return f"{row.ordinal} {row.name} {row.step} {row.left} {row.said}"


class UnitPainter(RowPainter):
    """Ordinal, relation, name, character, where it stands, what it said last, its running clock."""

    def __init__(self, look: Look, parent: QWidget, *, solo: bool) -> None:
        columns = (
            Column("ordinal", translate("Exercise", "No."), 26),
            Column("relation", "", 24),
            Column("name", translate("Exercise", "Department"), 150, stretch=2),
            *((Column("character", translate("Exercise", "Character"), 92, drop=2),) if solo else ()),
            Column("step", translate("Exercise", "Now"), 92),
            Column("said", translate("Exercise", "Said last"), 120, stretch=3, drop=1),
            Column("left", translate("Exercise", "Left"), 66, align="right"),
        )
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: UnitFace) -> None:
        look = self.look
        if column == "ordinal":
            paint.text(p, look, rect, str(row.ordinal), "name", "tx2")
        elif column == "relation":
            size = look.px(22)
            box = QRectF(rect.left(), rect.center().y() - size / 2, size, size)
            paint.relation(p, look, box, row.relation, row.relation_word)
        elif column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column == "character":
            paint.elided(p, look, rect, row.character, "caption", "tx2")
        elif column == "step" and row.level == "late":
            shown = paint.Chip(row.step, row.icon, "warn")
            high = look.px(24)
            wide = min(rect.width(), paint.chip_width(look, shown))
            paint.chip(p, look, QRectF(rect.left(), rect.center().y() - high / 2, wide, high), shown, drill=True)
        elif column == "step":
            size = look.px(15)
            p.drawPixmap(rect.left(), rect.center().y() - size // 2, look.icon(row.icon, "acc", size))
            words = rect.adjusted(size + look.px(5), 0, 0, 0)
            paint.elided(p, look, words, row.step, "caption", "tx1")
        elif column == "said":
            paint.elided(p, look, rect, row.said, "caption", "tx2")
        elif column == "left":
            ink = "amb" if row.level in ("late", "warn") else "tx2"
            paint.elided(p, look, rect, row.left, "name", ink, paint.RIGHT)


def aim_spoken(row: AimRow) -> str:
    """What a screen reader says of an aim."""
    return f"{row.words} {row.stands} {row.note}"


class AimPainter(RowPainter):
    """An aim: met, missed, being tested, not tested."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = (Column("icon", "", 20), Column("words", "", 120, stretch=1), Column("stands", "", 90, align="right"))
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
                "met": translate("Exercise", "met"),
                "missed": translate("Exercise", "missed"),
                "open": translate("Exercise", "being tested"),
                "untested": translate("Exercise", "not tested"),
            }[row.stands]
            paint.elided(p, look, rect, row.note or words, "caption", "tx2" if ink == "tx3" else ink, paint.RIGHT)
