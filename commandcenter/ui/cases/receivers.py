"""Who has a case: a line a receiver with its part, its signature and its feedback, each with its own clock."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.case import ENDED, Assignee, Case, feedback_due
from commandcenter.domain.limit import warn_at as warn_of
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.casecells import amber_at
from commandcenter.ui.theme.look import Look

LINE, HEAD = 26, 20
STANDS_STILL = ("suspended", "refused", "closed", "looked_back", "archived", "merged", "history")


class Receivers(QWidget):
    """The receivers of a case. ``names`` gives the name of a unit."""

    def __init__(self, look: Look, names: Callable[[str], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._names = look, names
        self._case = Case()
        self._now = 0
        self._soon = 0
        self.setAccessibleName(self.tr("Receivers"))

    def show_case(self, case: Case, now: int, soon: int = 0) -> None:
        """Show the receivers of a case as they stand at ``now``; with less than ``soon`` left (ms) a clock is amber."""
        self._case, self._now, self._soon = case, now, soon
        self.setFixedHeight(self._look.px(HEAD) + self._look.px(LINE) * max(1, len(case.assignees)))
        self.setAccessibleDescription("; ".join(self._spoken(line) for line in case.assignees))
        self.update()

    def _spoken(self, line: Assignee) -> str:
        return f"{self._names(line.unit)} {self._part(line)} {self._signature(line)[0]} {self._feedback(line)[0]}"

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._look
        p = QPainter(self)
        head, height = look.px(HEAD), look.px(LINE)
        columns = self._columns()
        for (left, width), words in zip(
            columns, (self.tr("Receiver"), self.tr("Signs"), self.tr("Feeds back")), strict=True
        ):
            paint.elided(p, look, QRect(left, 0, width, head), words, "caption", "tx3")
        for place, line in enumerate(self._case.assignees):
            self._paint_line(p, columns, QRect(0, head + place * height, self.width(), height), line)

    def _columns(self) -> list[tuple[int, int]]:
        """(left, width) of name and part, signature, feedback."""
        last = min(self._look.px(150), self.width() * 28 // 100)
        left = self.width() - 2 * last
        return [(0, left - self._look.px(8)), (left, last), (left + last, last)]

    def _paint_line(self, p: QPainter, columns: list[tuple[int, int]], rect: QRect, line: Assignee) -> None:
        look = self._look
        name, part = self._names(line.unit), self._part(line)
        left, width = columns[0]
        room = min(look.width(name, "name") + look.px(8), width - min(width // 2, look.width(part, "caption")))
        paint.elided(p, look, QRect(left, rect.top(), room, rect.height()), name, "name", "tx1")
        ink = "acc" if line.role == "lead" else "tx2"
        paint.elided(p, look, QRect(left + room, rect.top(), width - room, rect.height()), part, "caption", ink)
        for (left, width), (words, icon, tone) in zip(
            columns[1:], (self._signature(line), self._feedback(line)), strict=True
        ):
            size = look.px(14)
            p.drawPixmap(QPointF(left, rect.center().y() - size / 2), look.icon(icon, tone, size))
            cell = QRect(left + size + look.px(5), rect.top(), width - size - look.px(5), rect.height())
            paint.elided(p, look, cell, words, "caption", tone)

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
            return when.moment(line.signed_at, self._now), "user-check", "amb" if late else "ok"
        if line.disputed_at is not None:
            return (
                self.tr("disputed {time}").format(time=when.moment(line.disputed_at, self._now)),
                "circle-help",
                "amb",
            )
        if self._elsewhere(line):
            return self.tr("not known"), "minus", "tx3"
        return self._waiting(line.sign_due_at, line.dispatched_at, self._case.warns.get("sign"))

    def _feedback(self, line: Assignee) -> tuple[str, str, str]:
        """(words, icon, tone) of the feedback."""
        due = feedback_due(self._case, line)
        if line.fed_back_at is not None:
            late = due is not None and line.fed_back_at > due
            return when.moment(line.fed_back_at, self._now), "circle-check", "amb" if late else "ok"
        if self._elsewhere(line):
            return self.tr("not known"), "minus", "tx3"
        if line.signed_at is None:
            return self.tr("not yet"), "minus", "tx3"
        return self._waiting(due, line.dispatched_at, self._case.due_warn_at if line.role == "lead" else None)

    def _elsewhere(self, line: Assignee) -> bool:
        """Whether the case ended elsewhere: what its source did not tell is unknown, not undone."""
        unseen = line.signed_at is None and line.sign_due_at is None
        return unseen and bool(self._case.source_number) and self._case.stage in ENDED

    def _waiting(self, due: int | None, start: int, warn_at: int | None) -> tuple[str, str, str]:
        if due is None or self._case.stage in STANDS_STILL:
            return self.tr("not yet"), "minus", "tx3"
        if self._now > due:
            return self.tr("over by {span}").format(span=when.rough(self._now - due)), "octagon-alert", "red"
        near = self._now >= amber_at(warn_at if warn_at is not None else warn_of(start, due), due, self._soon)
        return self.tr("left {span}").format(span=when.left(due - self._now)), "clock", "amb" if near else "tx2"
