"""The phases of an emergency in one low row: what is done with its time, what is at work, what is still open.

A leader who looks over the shoulder sees where it stands; a click on a phase goes where it is entered.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PhaseFace:
    """A phase: its code, its number (E0 …), its word, ``done`` / ``now`` / ``open`` / ``owed`` / ``skipped``, its time or count."""

    code: str
    number: str
    words: str
    state: str
    note: str = ""


class PhaseBar(QWidget):
    """Painted in one go. ``picked`` emits the code of a phase that was clicked."""

    picked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._faces: tuple[PhaseFace, ...] = ()
        self._drill = False
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._restyle()
        look.changed.connect(self._restyle)

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.px(30))

    @property
    def faces(self) -> Sequence[PhaseFace]:
        """What is shown."""
        return self._faces

    def show_phases(self, faces: Sequence[PhaseFace], *, drill: bool) -> None:
        """Show phases from left to right."""
        found = tuple(faces)
        if (found, drill) == (self._faces, self._drill):
            return
        self._faces, self._drill = found, drill
        words = {
            "done": translate("Phases", "done"),
            "now": translate("Phases", "at work"),
            "owed": translate("Phases", "still to be told"),
            "skipped": translate("Phases", "left out"),
        }
        told = (f"{one.words} {words.get(one.state, '')} {one.note}".strip() for one in found)
        self.setAccessibleName(translate("Phases", "Phases") + ": " + "; ".join(told))
        self.update()

    def _places(self) -> list[tuple[PhaseFace, QRectF, bool]]:
        """(phase, rectangle, whether its note fits). The words are never cut; notes go first, those of open phases before."""
        look = self._look
        icon = look.px(19)
        pad = look.px(12)
        least = [icon + look.width(one.words, "caption") + pad for one in self._faces]
        spare = self.width() - sum(least)
        noted = []
        for one in sorted(self._faces, key=lambda face: face.state != "now"):
            more = look.width(one.note, "caption") + look.px(5)
            if one.note and more <= spare:
                noted.append(one.code)
                spare -= more
        gap = max(0.0, spare / max(1, len(self._faces)))
        found, x = [], 0.0
        for one, width in zip(self._faces, least, strict=True):
            shown = one.code in noted
            wide = width + (look.width(one.note, "caption") + look.px(5) if shown else 0) + gap
            found.append((one, QRectF(x, 0, wide, self.height()), shown))
            x += wide
        return found

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            for one, rect, _ in self._places():
                if rect.contains(event.position()):
                    self.picked.emit(one.code)
                    return

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            for one, rect, _ in self._places():
                if rect.contains(QPointF(event.pos())):
                    QToolTip.showText(event.globalPos(), f"{one.number} {one.words} {one.note}".strip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        paint.rounded(p, QRectF(self.rect()), 6, look.color("bg1"), look.color("ln"))
        size = look.px(14)
        middle = self.height() / 2
        for one, rect, noted in self._places():
            x = rect.left() + look.px(6)
            icon, tone, ink = _FACES[one.state]
            if one.state == "now":
                paint.rounded(p, rect.adjusted(1, 2, -1, -2), 4, look.color("accS"), None)
                p.fillRect(QRectF(rect.left() + 3, rect.bottom() - 4, rect.width() - 6, 2), look.color("acc"))
            elif one.state == "owed":
                paint.rounded(p, rect.adjusted(1, 3, -1, -3), 4, None, look.color("amb"))
            p.drawPixmap(QPointF(x, middle - size / 2), look.icon(icon, tone, size))
            x += size + look.px(5)
            words = QRectF(x, 0, rect.right() - x + 2, rect.height())
            paint.text(p, look, words, one.words, "caption", ink)
            if noted:
                behind = words.adjusted(look.width(one.words, "caption") + look.px(5), 0, 0, 0)
                paint.text(p, look, behind, one.note, "caption", "tx2")


_FACES = {
    "done": ("circle-check", "ok", "tx2"),
    "now": ("circle-dot", "acc", "tx1"),
    "open": ("circle", "tx3", "tx3"),
    "owed": ("circle", "amb", "tx1"),
    "skipped": ("circle-x", "tx3", "tx3"),
}
"""State → (icon, its tone, tone of the words)."""
