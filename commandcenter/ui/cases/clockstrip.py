"""The clocks of a case as bars."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from commandcenter.domain.deadline import Deadline
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import clock_word


class ClockStrip(QWidget):
    """The clocks of a case as bars: how much of each limit is used, amber from the instant the limit tells, red past it, teal when met."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: Sequence[Deadline] = ()
        self._now = 0
        self._names: Mapping[str, str] = {}
        self._provisional: frozenset[str] = frozenset()
        self._room = (0, 0)

    def show_clocks(
        self, lines: Sequence[Deadline], now: int, names: Mapping[str, str], provisional: frozenset[str] = frozenset()
    ) -> None:
        """Show clocks; ``names`` gives unit names for the signing clocks, ``provisional`` the clocks whose end may move."""
        self._lines, self._now, self._names, self._provisional = tuple(lines), now, names, provisional
        self.setAccessibleName("; ".join(self._spoken(line) for line in self._lines))
        self.setFixedHeight(self._look.px(26) * max(1, len(self._lines)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look, now = self._look, self._now
        p = QPainter(self)
        told = max((look.width(self._spoken_time(line), "caption") for line in self._lines), default=0)
        named = max((look.width(self._name(line), "caption") for line in self._lines), default=0)
        self._room = (min(named, self.width() // 2), told + look.px(14 + 5))
        y = 0
        for line in self._lines:
            rect = QRect(0, y, self.width(), look.px(26))
            self._paint_line(p, line, rect, now)
            y += look.px(26)

    def _name(self, line: Deadline) -> str:
        name = clock_word(line.name)
        return f"{name} · {self._names.get(line.name.partition(':')[2], '')}" if ":" in line.name else name

    def _spoken(self, line: Deadline) -> str:
        return f"{self._name(line)} {self._spoken_time(line)}"

    def _spoken_time(self, line: Deadline) -> str:
        over = (line.met_at if line.met_at is not None else self._now) > line.due_at
        return self._words(line, self._now, over, line.met_at is not None)

    def _paint_line(self, p: QPainter, line: Deadline, rect: QRect, now: int) -> None:
        look = self._look
        name = self._name(line)
        end = line.met_at if line.met_at is not None else now
        used = (end - line.started_at) / max(1, line.due_at - line.started_at)
        over = end > line.due_at
        met = line.met_at is not None
        names, times = self._room
        left = QRect(rect.left(), rect.top(), names, rect.height())
        paint.elided(p, look, left, name, "caption", "tx2")
        words = self._words(line, now, over, met)
        ink = (
            "ok"
            if met and not over
            else "red"
            if over
            else "amb"
            if now >= line.warn_at and not line.stopped
            else "tx2"
        )
        icon = "circle-check" if met and not over else "octagon-alert" if over else "pause" if line.stopped else "clock"
        size = look.px(14)
        right = QRect(rect.right() - times, rect.top(), times, rect.height())
        x = right.right() - look.width(words, "caption") - size - look.px(5)
        p.drawPixmap(QPointF(x, rect.center().y() - size / 2), look.icon(icon, ink, size))
        paint.text(p, look, right, words, "caption", ink, paint.RIGHT)
        bar = QRectF(left.right() + 12, rect.center().y() - 3, max(20, right.left() - left.right() - 24), 6)
        paint.rounded(p, bar, 3, look.color("pip0"), None)
        fill = "okF" if met and not over else "redF" if over else "ambF" if now >= line.warn_at else "pip2"
        share = min(1.0, max(0.0, used))
        paint.rounded(p, QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 3, look.color(fill), None)

    def _words(self, line: Deadline, now: int, over: bool, met: bool) -> str:
        words = self._time_words(line, now, over, met)
        mark = line.name in self._provisional and not met
        return self.tr("{words} · provisional").format(words=words) if mark else words

    def _time_words(self, line: Deadline, now: int, over: bool, met: bool) -> str:
        if line.met_at is not None:
            late = line.met_at - line.due_at
            if over:
                return self.tr("{time}, late by {span}").format(
                    time=when.moment(line.met_at, now), span=when.rough(late)
                )
            return self.tr("met {time}").format(time=when.moment(line.met_at, now))
        if line.stopped:
            return self.tr("clock stands")
        if over:
            return self.tr("over by {span}").format(span=when.rough(now - line.due_at))
        due = when.moment(line.due_at, now)
        return self.tr("left {span} · {due}").format(span=when.left(line.due_at - now), due=due)
