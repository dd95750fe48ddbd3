"""Who has a case: a line a receiver with its part, its signature and its feedback, each with its own clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case import Assignee, Case
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

LINE = 26
STANDS_STILL = ("suspended", "refused", "closed", "looked_back", "archived", "merged", "history")


class Receivers(QWidget):
    """The receivers of a case. ``names`` gives the name of a unit."""

    def __init__(self, look: Look, names: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._names = look, names
        self._case = Case()
        self._now = 0
        self.setAccessibleName(self.tr("Receivers"))

    def show_case(self, case: Case, now: int) -> None:
        """Show the receivers of a case as they stand at ``now``."""
        self._case, self._now = case, now
        self.setFixedHeight(self._look.px(LINE) * max(1, len(case.assignees)))
        self.setAccessibleDescription("; ".join(self._spoken(line) for line in case.assignees))
        self.update()

    def _spoken(self, line: Assignee) -> str:
        return f"{self._names(line.unit)} {self._part(line)} {self._signature(line)[0]} {self._feedback(line)[0]}"

    def paintEvent(self, event: QPaintEvent) -> None:
        p = QPainter(self)
        height = self._look.px(LINE)
        for place, line in enumerate(self._case.assignees):
            self._paint_line(p, QRect(0, place * height, self.width(), height), line)

    def _paint_line(self, p: QPainter, rect: QRect, line: Assignee) -> None:
        look = self._look
        part = self._part(line)
        wide = max(look.px(120), rect.width() * 30 // 100)
        paint.elided(
            p, look, QRect(rect.left(), rect.top(), wide, rect.height()), self._names(line.unit), "name", "tx1"
        )
        left = rect.left() + wide + look.px(6)
        room = look.width(part, "caption") + look.px(12)
        ink = "acc" if line.role == "lead" else "tx2"
        paint.elided(p, look, QRect(left, rect.top(), room, rect.height()), part, "caption", ink)
        left += room
        half = max(look.px(60), (rect.right() - left) // 2)
        for words, icon, tone in (self._signature(line), self._feedback(line)):
            size = look.px(14)
            p.drawPixmap(QPointF(left, rect.center().y() - size / 2), look.icon(icon, tone, size))
            cell = QRect(left + size + look.px(5), rect.top(), half - size - look.px(9), rect.height())
            paint.elided(p, look, cell, words, "caption", tone)
            left += half

    def _part(self, line: Assignee) -> str:
        parts = [self.tr("leads") if line.role == "lead" else self.tr("assists")]
        first = self._case.first
        if first is not None and first.unit == line.unit and len(self._case.assignees) > 1:
            parts.append(self.tr("first receiver"))
        if line.ruled:
            parts.append(self.tr("by ruling"))
        return " · ".join(parts)

    def _signature(self, line: Assignee) -> tuple[str, str, str]:
        """(words, icon, tone) of the signature."""
        if line.signed_at is not None:
            late = line.sign_due_at is not None and line.signed_at > line.sign_due_at
            words = self.tr("signed {time}").format(time=when.moment(line.signed_at, self._now))
            return words, "user-check", "amb" if late else "ok"
        if line.disputed_at is not None:
            return (
                self.tr("disputed {time}").format(time=when.moment(line.disputed_at, self._now)),
                "circle-help",
                "amb",
            )
        return self._waiting(line.sign_due_at, line.dispatched_at, self.tr("unsigned"))

    def _feedback(self, line: Assignee) -> tuple[str, str, str]:
        """(words, icon, tone) of the feedback."""
        due = line.due_at if line.role != "lead" else self._case.due_at
        if line.fed_back_at is not None:
            late = due is not None and line.fed_back_at > due
            words = self.tr("fed back {time}").format(time=when.moment(line.fed_back_at, self._now))
            return words, "circle-check", "amb" if late else "ok"
        if line.signed_at is None:
            return self.tr("no feedback yet"), "minus", "tx3"
        return self._waiting(due, line.dispatched_at, self.tr("feedback"))

    def _waiting(self, due: int | None, start: int, what: str) -> tuple[str, str, str]:
        if due is None or self._case.stage in STANDS_STILL:
            return what, "minus", "tx3"
        if self._now > due:
            return (
                self.tr("{what}, over by {span}").format(what=what, span=when.rough(self._now - due)),
                "octagon-alert",
                "red",
            )
        words = self.tr("{what}, left {span}").format(what=what, span=when.left(due - self._now))
        near = (self._now - start) >= 0.8 * (due - start)
        return words, "clock", "amb" if near else "tx2"
