"""The parts of the wallboard while something burns: banner, key facts, log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.parts.paint import CENTER, RIGHT
from commandcenter.ui.wallboard.ink import Ink, Pane, Panel
from commandcenter.ui.wallboard.story import WallLine

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class BannerFace:
    """An incident: real or drill, what and where, a line of facts, the figures; ``turn`` tells which of several."""

    drill: bool
    title: str
    line: str
    figures: tuple[Figure, ...]
    turn: str = ""
    over: str = ""
    """The word for one whose danger was called over; it stands neutral."""

    def ink(self, name: str) -> str:
        """The colour that stands for ``name`` here: grey instead of red once it is over."""
        return {"redS": "bg1", "red": "ln2", "redF": "bg3", "onred": "tx1"}[name] if self.over else name


class Banner(Pane):
    """Mode block with texture and word, what and where, figures."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        self._face: BannerFace | None = None

    def show_face(self, face: BannerFace) -> None:
        """Show an incident."""
        if face != self._face:
            self._face = face
            spoken = ", ".join(f"{figure.label} {figure.value}{figure.behind}" for figure in face.figures)
            self.say(f"{self._word(face)} {face.turn}. {face.title}. {face.line}. {spoken}")

    @staticmethod
    def _word(face: BannerFace) -> str:
        return face.over or (translate("Wallboard", "DRILL") if face.drill else translate("Wallboard", "REAL"))

    def paintEvent(self, event: QPaintEvent) -> None:
        face, ink = self._face, self.ink
        if face is None:
            return
        p = QPainter(self)
        rect = QRectF(self.rect())
        drill = face.drill
        edge = ink.px(3)
        paint.rounded(
            p, rect, ink.px(8), ink.color(face.ink("redS"), drill=drill), ink.color(face.ink("red"), drill=drill), edge
        )
        block = self._paint_block(p, face, rect, edge)
        right = self._paint_figures(p, face, rect, edge)
        left = block.right() + ink.px(28)
        room = right - left - ink.px(20)
        role = ink.largest(face.title, ("banner", "title"), room)
        ink.text(p, QRectF(left, rect.top() + ink.px(18), room, ink.px(58)), face.title, role, "tx1")
        ink.text(p, QRectF(left, rect.top() + ink.px(80), room, ink.px(40)), face.line, "small", "tx2")

    def _paint_block(self, p: QPainter, face: BannerFace, rect: QRectF, edge: int) -> QRectF:
        ink, drill = self.ink, face.drill
        word = self._word(face)
        side = 54
        width = ink.px(side + 14 + 56) + ink.width(word, "banner")
        block = QRectF(rect.left() + edge, rect.top() + edge, width, rect.height() - 2 * edge)
        paint.rounded(p, block, ink.px(6), ink.color(face.ink("redF"), drill=drill), None)
        if drill and not face.over:
            for top in (block.top(), block.bottom() - ink.px(16)):
                p.fillRect(QRectF(block.left(), top, block.width(), ink.px(16)), QBrush(paint.hatch(ink.look)))
        on = ink.color(face.ink("onred"), drill=drill)
        middle = block.center().y() - (ink.px(14) if face.turn else 0)
        x = block.left() + ink.px(28)
        x += ink.icon(
            p, x, middle, "circle-check" if face.over else "megaphone" if drill else "siren", on, side
        ) + ink.px(14)
        ink.text(p, QRectF(x, middle - ink.px(30), block.right() - x, ink.px(60)), word, "banner", on)
        if face.turn:
            ink.text(
                p, QRectF(block.left(), middle + ink.px(26), block.width(), ink.px(36)), face.turn, "small", on, CENTER
            )
        return block

    def _paint_figures(self, p: QPainter, face: BannerFace, rect: QRectF, edge: int) -> float:
        ink, drill = self.ink, face.drill
        right = rect.right() - edge
        for figure in reversed(face.figures):
            value = ink.width(figure.value, "figure")
            width = max(value + ink.width(figure.behind, "title"), ink.width(figure.label, "small")) + ink.px(52)
            box = QRectF(right - width, rect.top() + edge, width, rect.height() - 2 * edge)
            if figure.warn:
                p.fillRect(box.adjusted(ink.px(3), 0, 0, 0), ink.color(face.ink("redF"), drill=drill))
            else:
                p.fillRect(QRectF(box.left(), box.top(), 1, box.height()), ink.color(face.ink("red"), drill=drill))
            main = ink.color(face.ink("onred"), drill=drill) if figure.warn else ink.color("tx1")
            soft = main if figure.warn else ink.color("tx2")
            x = box.left() + ink.px(26)
            ink.text(p, QRectF(x, box.top() + ink.px(12), width, ink.px(36)), figure.label, "small", soft)
            low = QRectF(x, box.top() + ink.px(48), width, ink.px(74))
            ink.text(p, low, figure.value, "figure", main)
            ink.text(p, low.adjusted(value + ink.px(4), ink.px(10), 0, 0), figure.behind, "title", soft)
            right = box.left()
        return right


@dataclass(frozen=True, slots=True)
class FactFace:
    """A key fact: its name and value; ``unknown`` draws it dashed, ``warn`` marks people in danger or hurt."""

    name: str
    value: str
    unknown: bool = False
    warn: bool = False


class Facts(Pane):
    """The situation over the whole width, the counted facts below it."""

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(ink, parent)
        self._faces: tuple[FactFace, ...] = ()

    def show_facts(self, faces: Sequence[FactFace]) -> None:
        """Show the facts; the first is told in words."""
        if tuple(faces) != self._faces:
            self._faces = tuple(faces)
            self.say("; ".join(f"{face.name} {face.value}" for face in faces))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        if not self._faces:
            return
        gap = ink.px(16)
        top = ink.px(78)
        self._paint_wide(p, self._faces[0], QRectF(0, 0, self.width(), top))
        rest = self._faces[1:]
        width = (self.width() - gap * (len(rest) - 1)) / max(1, len(rest))
        for place, face in enumerate(rest):
            box = QRectF(place * (width + gap), top + gap, width, self.height() - top - gap)
            self._paint_count(p, face, box)

    def _box(self, p: QPainter, box: QRectF) -> QRectF:
        ink = self.ink
        paint.rounded(p, box, ink.px(8), ink.color("bg1"), ink.color("ln"))
        return box.adjusted(ink.px(22), 0, -ink.px(22), 0)

    def _paint_wide(self, p: QPainter, face: FactFace, box: QRectF) -> None:
        ink = self.ink
        inner = self._box(p, box)
        x = inner.left() + ink.text(p, inner, face.name, "small", "tx2") + ink.px(20)
        room = QRectF(x, inner.top(), inner.right() - x, inner.height())
        if face.unknown:
            self._paint_unknown(p, face, room)
        else:
            ink.text(p, room, face.value, ink.largest(face.value, ("title", "strong"), room.width()), "tx1")

    def _paint_count(self, p: QPainter, face: FactFace, box: QRectF) -> None:
        ink = self.ink
        inner = self._box(p, box)
        name = ink.text(p, inner, face.name, "small", "tx2")
        room = inner.adjusted(name + ink.px(14), 0, 0, 0)
        if face.unknown:
            self._paint_unknown(p, face, room)
        else:
            ink.text(p, room, face.value, "rate", "amb" if face.warn else "tx1", RIGHT)

    def _paint_unknown(self, p: QPainter, face: FactFace, room: QRectF) -> None:
        ink = self.ink
        width = min(room.width(), ink.width(face.value, "text") + ink.px(28))
        box = QRectF(room.right() - width, room.center().y() - ink.px(24), width, ink.px(48))
        ink.dashed(p, box)
        ink.text(p, box, face.value, "text", "tx2", CENTER)


class Log(Panel):
    """The latest lines, newest first; a long one takes two lines. It shows as many as there is room for."""

    LINE = 40
    MOST = 2

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._lines: tuple[WallLine, ...] = ()
        self._drill = False

    def show_lines(self, lines: Sequence[WallLine], *, drill: bool) -> None:
        """Show lines, the newest first."""
        if (tuple(lines), drill) != (self._lines, self._drill):
            self._lines, self._drill = tuple(lines), drill
            self.say(f"{self.title}. " + "; ".join(f"{line.time} {line.words}" for line in lines[:8]))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        rect = self.ground(p)
        first = max((ink.width(line.time, "small") for line in self._lines), default=0) + ink.px(18)
        sign = ink.px(40)
        y = rect.top() + ink.px(10)
        for line in self._lines:
            layout, count = self._laid_out(line, rect.width() - first - sign)
            height = count * ink.px(self.LINE) + ink.px(14)
            if y + height > rect.bottom():
                break
            self._paint_line(p, line, layout, QRectF(rect.left(), y, rect.width(), height), first, sign)
            y += height

    def _paint_line(
        self, p: QPainter, line: WallLine, layout: QTextLayout, row: QRectF, first: float, sign: float
    ) -> None:
        ink, drill = self.ink, self._drill
        alarm = line.sort == "alarm"
        tone = ink.color("red", drill=drill) if alarm else ink.color("tx2" if line.sort == "plain" else "tx1")
        head = QRectF(row.left(), row.top(), first, ink.px(self.LINE))
        ink.text(p, head, line.time, "small", tone if alarm else "tx2")
        icon = {"alarm": "octagon-alert", "order": "flag", "situation": "message-square-text"}.get(line.sort, "check")
        mark = tone if alarm else ink.color("acc" if line.sort == "order" else "tx2")
        ink.icon(p, row.left() + first, head.center().y(), icon, mark, 26)
        p.setPen(tone)
        layout.draw(p, QPointF(row.left() + first + sign, row.top()))

    def _laid_out(self, line: WallLine, width: float) -> tuple[QTextLayout, int]:
        """The words in one line, or two with the rest cut."""
        ink = self.ink
        role = "text"
        layout = QTextLayout(line.words, ink.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        count = self._break(layout, width, self.MOST)
        if layout.lineCount() and self._end(layout) < len(line.words):
            start = layout.lineAt(count - 1).textStart()
            cut = line.words[:start] + ink.elided(line.words[start:], role, width)
            layout.clearLayout()
            layout.setText(cut)
            count = self._break(layout, width, self.MOST)
        return layout, max(1, count)

    def _break(self, layout: QTextLayout, width: float, most: int) -> int:
        height = self.ink.px(self.LINE)
        layout.beginLayout()
        count = 0
        while count < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * height + (height - line.height()) / 2))
            count += 1
        layout.endLayout()
        return count

    @staticmethod
    def _end(layout: QTextLayout) -> int:
        last = layout.lineAt(layout.lineCount() - 1)
        return last.textStart() + last.textLength()
