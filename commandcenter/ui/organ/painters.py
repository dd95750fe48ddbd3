"""Painters of the command post: groups, meetings, decisions with what was known, hand-overs, the ticks of a site."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.desk.post_data import LegalLimit
from commandcenter.ui.organ.readout import DecisionRow, GroupRow, HandRow, MeetingRow
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.factlist import Known
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


CLOSING = "，。、；：！？）》”"
"""What may not begin a line."""


def two_lines(p: QPainter, look: Look, rect: QRect, words: str, role: str, color: str) -> None:
    """A text in at most two lines; the second is cut at the right when it does not fit."""
    metrics, line = look.metrics(role), look.line(role)
    first = words.replace("\n", " ")
    if metrics.horizontalAdvance(first) > rect.width():
        fits = 1
        while fits < len(first) and metrics.horizontalAdvance(first[: fits + 1]) <= rect.width():
            fits += 1
        cut = first.rfind(" ", fits - 8, fits + 1) if first.isascii() else -1
        fits = cut if cut > 0 else fits
        while fits > 1 and first[fits] in CLOSING:
            fits -= 1
        paint.text(p, look, QRect(rect.left(), rect.top(), rect.width(), line), first[:fits], role, color)
        below = QRect(rect.left(), rect.top() + line, rect.width(), line)
        paint.elided(p, look, below, first[fits:].strip(), role, color)
        return
    paint.text(p, look, QRect(rect.left(), rect.top(), rect.width(), line), first, role, color)


class GroupPainter(RowPainter):
    """Name and duty, lead and members, how many are missing. A group that is not open is quiet."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("name", "", 96), Column("members", "", 140, 5), Column("state", "", 78)]
        super().__init__(look, Columns(look, columns), parent, height=50)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: GroupRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(5), rect.width(), look.px(20))
        low = QRect(rect.left(), rect.top() + look.px(26), rect.width(), look.px(18))
        if column == "name":
            paint.elided(p, look, top, row.name, "name", "tx1" if row.open else "tx3")
        elif column == "members":
            if not row.open:
                paint.elided(p, look, top, row.duty, "body", "tx3")
                paint.elided(p, look, low, translate("Organ", "not opened"), "caption", "tx3")
                return
            lead = row.lead or translate("Organ", "nobody leads it yet")
            paint.elided(p, look, top, lead, "name", "tx1" if row.lead else "amb")
            paint.elided(p, look, low, row.members or row.duty, "caption", "tx2" if row.members else "tx3")
        elif row.open and row.count:
            there = f"{row.count - row.missing}/{row.count}"
            paint.elided(p, look, top, there, "name", "tx1", paint.RIGHT)
            words = translate("Organ", "{n} not here").format(n=row.missing) if row.missing else ""
            paint.elided(p, look, low, words, "caption", "amb", paint.RIGHT)


class MeetingPainter(RowPainter):
    """Time and number, what was said, who led it."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("time", "", 44), Column("words", "", 140, 5), Column("chair", "", 64)]
        super().__init__(look, Columns(look, columns), parent, height=52)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: MeetingRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(6), rect.width(), look.px(20))
        low = QRect(rect.left(), rect.top() + look.px(27), rect.width(), look.px(18))
        if column == "time":
            paint.elided(p, look, top, row.time, "body", "tx2")
            paint.elided(p, look, low, f"#{row.number}", "caption", "tx3")
        elif column == "words":
            two_lines(p, look, rect.adjusted(0, look.px(6), 0, 0), row.words, "body", "tx1")
        else:
            paint.elided(p, look, top, row.chair, "caption", "tx2", paint.RIGHT)
            paint.elided(p, look, low, row.people, "caption", "tx3", paint.RIGHT)


class DecisionPainter(RowPainter):
    """Number and time, the decision with its basis, what was known then, for whom until when, what came of it."""

    _CHIPS = {
        "done": ("circle-check", "done"),
        "over": ("octagon-alert", "over"),
        "open": ("circle", "plain"),
        "order": ("flag", "blue"),
        "dropped": ("circle-x", "plain"),
    }

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("number", translate("Organ", "No."), 46),
            Column("words", translate("Organ", "Decision and basis"), 170, 5),
            Column("known", translate("Organ", "Known then"), 190, 4),
            Column("whom", translate("Organ", "By → for, until"), 104, 2),
            Column("state", translate("Organ", "State"), 92),
        ]
        super().__init__(look, Columns(look, columns), parent, height=76)
        self.drill = False

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: DecisionRow) -> None:
        look = self.look
        lines = [QRect(rect.left(), rect.top() + look.px(7 + 21 * n), rect.width(), look.px(20)) for n in range(3)]
        if column == "number":
            paint.elided(p, look, lines[0], row.number, "name", "tx1")
            paint.elided(p, look, lines[1], row.time, "caption", "tx2")
        elif column == "words":
            two_lines(p, look, lines[0], row.words, "name", "tx2" if row.level == "dropped" else "tx1")
            basis = row.basis or translate("Organ", "no basis written")
            paint.elided(p, look, lines[2], row.result or basis, "caption", "tx2" if row.basis or row.result else "amb")
        elif column == "known":
            for line, words in zip(lines, row.known, strict=False):
                paint.elided(p, look, line, words, "caption", "tx2")
        elif column == "whom":
            two_lines(p, look, lines[0], row.whom, "caption", "tx2")
            paint.elided(p, look, lines[2], row.due, "caption", "tx2")
        else:
            icon, tone = self._CHIPS[row.level]
            chip = paint.Chip(row.state, icon, tone)
            width = min(rect.width(), paint.chip_width(look, chip))
            paint.chip(
                p, look, QRectF(rect.left(), rect.top() + look.px(8), width, look.px(24)), chip, drill=self.drill
            )


class HandPainter(RowPainter):
    """Time, sign, what happened and who signed."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [Column("time", "", 44), Column("icon", "", 18), Column("words", "", 200, 5)]
        super().__init__(look, Columns(look, columns), parent, height=48)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: HandRow) -> None:
        look = self.look
        top = QRect(rect.left(), rect.top() + look.px(5), rect.width(), look.px(20))
        low = QRect(rect.left(), rect.top() + look.px(25), rect.width(), look.px(18))
        if column == "time":
            paint.elided(p, look, top, row.time, "body", "tx2")
        elif column == "icon":
            size = look.px(16)
            p.drawPixmap(QPointF(rect.left(), top.center().y() - size / 2), look.icon(row.icon, "tx2", size))
        else:
            paint.elided(p, look, top, row.words, "name", "tx1")
            paint.elided(p, look, low, row.note, "caption", "tx2")


class FactLines(QWidget):
    """Facts, a line each: a short name and what is known; what is too long is cut and stands whole in the tool tip."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: tuple[Known, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def facts(self) -> Sequence[Known]:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: Sequence[Known]) -> None:
        """Show facts; those without words are left out."""
        told = tuple(fact for fact in facts if fact.words)
        if told == self._facts:
            return
        self._facts = told
        lines = [f"{fact.name} {fact.words}" for fact in told]
        self.setAccessibleName("; ".join(lines))
        self.setToolTip("\n".join(lines))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(280), self._look.px(25) * len(self._facts) + self._look.px(18))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        edge, lead, high = look.px(14), look.px(70), look.px(25)
        for place, fact in enumerate(self._facts):
            y = look.px(9) + place * high
            paint.elided(p, look, QRect(edge, y, lead - look.px(8), high), fact.name, "caption", "tx3")
            room = QRect(edge + lead, y, self.width() - 2 * edge - lead, high)
            tone = {"1": "tx1", "2": "tx2", "3": "tx3"}.get(fact.tone, fact.tone)
            paint.elided(p, look, room, fact.words, "name" if fact.tone == "1" else "body", tone)


class HintGrid(QWidget):
    """What a site was looked at for, ticked or not, in two columns."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hints: tuple[tuple[str, bool], ...] = ()
        self._judged = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_hints(self, hints: Sequence[tuple[str, bool]], *, judged: bool) -> None:
        """Show the points; ``judged`` False: nobody has looked yet."""
        self._hints, self._judged = tuple(hints), judged
        yes, no = translate("Organ", "yes"), translate("Organ", "not ticked")
        self.setAccessibleName("; ".join(f"{words} {yes if ticked else no}" for words, ticked in hints))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), self._look.px(26) * 3 + self._look.px(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        edge, size = look.px(14), look.px(16)
        width = (self.width() - 2 * edge - look.px(8)) // 2
        for place, (words, ticked) in enumerate(self._hints):
            x = edge + (place % 2) * (width + look.px(8))
            y = look.px(2) + (place // 2) * look.px(26)
            name, tone = ("circle-check", "ok") if ticked else ("circle", "amb" if self._judged else "tx3")
            p.drawPixmap(QPointF(x, y + look.px(5)), look.icon(name, tone, size))
            room = QRect(x + size + look.px(7), y, width - size - look.px(7), look.px(26))
            paint.elided(p, look, room, words, "caption", "tx1" if ticked else "tx2")


class LimitList(QWidget):
    """What a street may not do at a scene, each with where that stands; the one that holds now is marked."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._limits: tuple[LegalLimit, ...] = ()
        self._now = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_limits(self, limits: Sequence[LegalLimit], now: str) -> None:
        """Show limits; ``now`` is the code of the one that holds at this scene (``fire``), empty for none."""
        self._limits, self._now = tuple(limits), now
        self.setAccessibleName("; ".join(f"{one.words} {one.source}" for one in limits))
        self.setToolTip("\n".join(f"{one.words}（{one.source}）" for one in limits))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(300), sum(self._height(one) for one in self._limits) + self._look.px(8))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def _height(self, one: LegalLimit) -> int:
        """One line or two, and the source below."""
        room = self.width() - self._look.px(52)
        lines = 1 if self._look.width(one.words, "name") <= room else 2
        return self._look.px(7) + lines * self._look.line("body") + self._look.px(19)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        edge, size, below = look.px(14), look.px(16), look.px(4)
        for one in self._limits:
            y, high = below, self._height(one)
            below += high
            here = one.code == self._now
            if here:
                p.fillRect(0, y, self.width(), high, look.color("accS"))
                p.fillRect(0, y, 3, high, look.color("acc"))
            name = "check" if one.code == "may" else "shield"
            p.drawPixmap(QPointF(edge, y + look.px(5)), look.icon(name, "acc" if here else "tx2", size))
            room = QRect(edge + size + look.px(8), y + look.px(2), self.width() - 2 * edge - size - look.px(8), 0)
            two_lines(p, look, room, one.words, "body" if not here else "name", "tx1")
            low = QRect(room.left(), y + high - look.px(20), room.width(), look.px(18))
            paint.elided(p, look, low, one.source, "caption", "tx3" if not here else "tx2")
