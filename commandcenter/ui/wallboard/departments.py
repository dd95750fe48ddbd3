"""The departments of an incident on the wall: where each stands and its clock, those not yet there first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.report_in import ALARM_ORDER, ReportIn, board_rank, overlay, running_clock
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.paint import RIGHT
from commandcenter.ui.wallboard.ink import Ink, Panel
from commandcenter.ui.words import OVERLAYS, STEPS, icon, word

translate = QCoreApplication.translate

BLUE = ("arrived", "signed_in", "tasked", "working")
OVER = ("done", "standing_by", "release_approved", "back")


@dataclass(frozen=True, slots=True)
class DepartmentFace:
    """A department: ordinal, name, state in words with its icon, the clock. ``level``: hot, here, done, ended, plain; what
    ended without coming (refused, replaced, cancelled …) stays visible in grey.

    ``brief`` is the state where there is little room: no answer says by itself that nothing followed the call.
    """

    ordinal: int
    name: str
    state: str
    brief: str
    icon: str
    clock: str
    level: str

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.ordinal} {self.name} {self.state} {self.clock}"


def department_faces(states: Sequence[ReportIn], names: dict[str, str], now: int) -> list[DepartmentFace]:
    """The faces at a moment, in the order of domain.md 2.4: lost, silent, late, not yet there, there, ended."""
    ordered = sorted((state for state in states if state.listed), key=lambda state: board_rank(state, now))
    return [_face(state, names.get(state.unit, state.unit), now) for state in ordered]


def _face(state: ReportIn, name: str, now: int) -> DepartmentFace:
    over = overlay(state, now)
    step = word(STEPS, state.furthest)
    clock = _clock(state, now)
    if over in ALARM_ORDER:
        lies_over = word(OVERLAYS, over)
        whole = f"{lies_over} · {step}"
        brief = lies_over if over == "silent" else whole
        return DepartmentFace(state.ordinal, name, whole, brief, icon(OVERLAYS, over), clock, "hot")
    if over:
        words = word(OVERLAYS, over)
        return DepartmentFace(state.ordinal, name, words, words, icon(OVERLAYS, over), clock, "ended")
    level = "done" if state.furthest in OVER else "here" if state.furthest in BLUE else "plain"
    return DepartmentFace(state.ordinal, name, step, step, icon(STEPS, state.furthest), clock, level)


def _clock(state: ReportIn, now: int) -> str:
    """The clock of a tile: time left to the limit, overrun with a plus, time since arrival, or the frozen end."""
    if state.outcome is not None:
        return when.span(state.outcome.at - state.listed_at)
    if state.lost_at is not None:
        return when.span(now - state.lost_at)
    for name in ("release_approved", "done"):
        entry = state.milestone(name)
        if entry is not None and state.furthest in (name, "standing_by"):
            return when.span(entry.at - state.listed_at)
    for name in ("working", "arrived"):
        entry = state.milestone(name)
        if entry is not None:
            return when.span(now - entry.at)
    clock = running_clock(state)
    if clock is None or clock.due_at is None:
        return when.span(now - state.listed_at)
    left = clock.due_at - now
    return f"+{when.span(left)}" if left < 0 else translate("Wallboard", "left {span}").format(span=when.span(left))


class Departments(Panel):
    """The list. Few stand in one column; more in two, each on two lines while there is room for that.

    What still has no room is counted at the end.
    """

    ROW, TALL = 56, 90

    def __init__(self, ink: Ink, title: str, parent: QWidget | None = None) -> None:
        super().__init__(ink, title, parent)
        self._faces: tuple[DepartmentFace, ...] = ()
        self._drill = False
        self.columns = 1
        self.aside = translate("Wallboard", "not yet there first")

    def show_faces(self, faces: Sequence[DepartmentFace], *, drill: bool) -> None:
        """Show departments."""
        if (tuple(faces), drill) != (self._faces, self._drill):
            self._faces, self._drill = tuple(faces), drill
            self.say(f"{self.title}. " + "; ".join(face.spoken for face in faces))

    def paintEvent(self, event: QPaintEvent) -> None:
        ink = self.ink
        p = QPainter(self)
        rect = self.ground(p)
        tall = int(rect.height() // ink.px(self.TALL)) * self.columns >= len(self._faces)
        room = max(1, int(rect.height() // ink.px(self.TALL if tall else self.ROW)))
        height = rect.height() / room
        cells = room * self.columns
        shown = self._faces if len(self._faces) <= cells else self._faces[: cells - 1]
        paint_face = self._paint_tall if tall else self._paint_face
        for place, face in enumerate(shown):
            paint_face(p, face, self._cell(rect, place, room, height))
        rest = len(self._faces) - len(shown)
        if rest:
            words = translate("Wallboard", "{n} more").format(n=rest)
            ink.text(p, self._cell(rect, cells - 1, room, height), words, "text", "tx2")

    def _cell(self, rect: QRectF, place: int, room: int, height: float) -> QRectF:
        gap = self.ink.px(44) * (self.columns - 1)
        width = (rect.width() - gap) / self.columns
        return QRectF(
            rect.left() + (place // room) * (width + gap), rect.top() + (place % room) * height, width, height
        )

    def _colors(self, face: DepartmentFace) -> tuple[QColor, QColor, QColor]:
        """The inks of the name, of what stands beside it, and of the icon."""
        ink, drill = self.ink, self._drill
        if face.level == "hot":
            return (ink.color("onred", drill=drill),) * 3
        main = ink.color("tx2" if face.level in ("done", "ended") else "tx1")
        return main, ink.color("tx2"), ink.color({"here": "acc", "done": "ok", "ended": "tx3"}.get(face.level, "tx2"))

    def _ground(self, p: QPainter, face: DepartmentFace, cell: QRectF) -> None:
        ink = self.ink
        if face.level == "hot":
            ground = cell.adjusted(-ink.px(14), ink.px(2), ink.px(14), -ink.px(2))
            paint.rounded(p, ground, ink.px(5), ink.color("redF", drill=self._drill), None)
        else:
            ink.hairline(p, cell.left(), cell.bottom() - 1, cell.right())

    def _paint_face(self, p: QPainter, face: DepartmentFace, cell: QRectF) -> None:
        """One line: icon, ordinal, name, state, clock."""
        ink = self.ink
        main, soft, symbol = self._colors(face)
        self._ground(p, face, cell)
        x = cell.left() + ink.icon(p, cell.left(), cell.center().y(), face.icon, symbol, 28) + ink.px(10)
        ink.text(p, QRectF(x, cell.top(), ink.px(34), cell.height()), str(face.ordinal), "small", soft)
        x += ink.px(40)
        clock = max(ink.text(p, cell, face.clock, "strong", main, RIGHT), ink.width("+00:00", "strong"))
        state = QRectF(x, cell.top(), cell.right() - clock - ink.px(14) - x, cell.height())
        taken = ink.text(p, state, face.brief if self.columns > 1 else face.state, "small", soft, RIGHT)
        name = QRectF(x, cell.top(), state.width() - taken - ink.px(12), cell.height())
        ink.text(p, name, face.name, "small" if self.columns > 1 else "strong", main)

    def _paint_tall(self, p: QPainter, face: DepartmentFace, cell: QRectF) -> None:
        """Two lines: the name above, the state below, the clock large at the right."""
        ink = self.ink
        main, soft, symbol = self._colors(face)
        self._ground(p, face, cell)
        x = cell.left() + ink.icon(p, cell.left(), cell.center().y(), face.icon, symbol, 34) + ink.px(12)
        ink.text(p, QRectF(x, cell.top(), ink.px(38), cell.height()), str(face.ordinal), "text", soft)
        x += ink.px(48)
        clock = ink.text(p, cell, face.clock, "title", main, RIGHT)
        room = cell.right() - clock - ink.px(16) - x
        half = cell.height() / 2
        fits = ink.largest(face.name, ("strong", "small"), room)
        ink.text(p, QRectF(x, cell.top() + ink.px(6), room, half), face.name, fits, main)
        ink.text(p, QRectF(x, cell.top() + half - ink.px(4), room, half), face.state, "small", soft)
