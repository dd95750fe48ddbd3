"""Years laid over each other, month by month: the running year bold, the former ones fading, the season shaded. One paint."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.ui.parts import paint
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

XOf = Callable[[int], float]
"""From a month (1…12) to its place across."""
YOf = Callable[[float], float]
"""From a count to its height."""

MOST_YEARS = 5
TONES = ("acc", "pip2", "tx2", "tx3", "tx3")
STYLES = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DashDotLine,
)
"""Tone and texture of the former years, the latest first."""


@dataclass(frozen=True, slots=True)
class Year:
    """A year: its months from January on, as far as they are over or running."""

    year: int
    months: tuple[int, ...]

    @property
    def total(self) -> int:
        """All of it."""
        return sum(self.months)


def years_of(by_month: Mapping[str, int], now: tuple[int, int]) -> list[Year]:
    """The years in counts by ``2026-07``, the latest first; ``now`` is (year, month), so that a running year stops there.

    A year in between without a case is a year of zeros; the years before the first case are not known and left out.
    """
    told = [(int(month[:4]), int(month[5:7]), count) for month, count in by_month.items() if len(month) == 7]
    if not told:
        return []
    first = max(min(year for year, _, _ in told), now[0] - MOST_YEARS + 1)
    found = []
    for year in range(now[0], first - 1, -1):
        counts = {month: count for one, month, count in told if one == year}
        last = now[1] if year == now[0] else 12
        found.append(Year(year, tuple(counts.get(month, 0) for month in range(1, last + 1))))
    return found


class YearCurve(QWidget):
    """The chart."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._years: tuple[Year, ...] = ()
        self._running = 0
        self._season: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_years(self, years: Sequence[Year], running: int, season: Sequence[int] = ()) -> None:
        """Show years; ``running`` is the one that is not over (0: none), ``season`` its months."""
        self._years = tuple(years[:MOST_YEARS])
        self._running, self._season = running, tuple(season)
        self.setAccessibleName(
            "; ".join(f"{one.year}: {one.total} ({', '.join(map(str, one.months))})" for one in years)
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(640), self._look.px(190))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(260), self._look.px(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, px, p = self._look, self._look.px, QPainter(self)
        left, right, top, bottom = px(34), px(92), px(22), px(22)
        room = QRectF(left, top, self.width() - left - right, self.height() - top - bottom)
        if not self._years or room.width() < 80 or room.height() < 30:
            return
        most = max((count for year in self._years for count in year.months), default=0)
        step = next(one for one in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 10**9) if most / one <= 4)
        high = max(step, -(-most // step) * step)

        def x_of(month: int) -> float:
            return room.left() + room.width() * (month - 1) / 11

        def y_of(count: float) -> float:
            return room.bottom() - room.height() * count / high

        self._paint_season(p, room, x_of)
        for count in range(0, high + 1, step):
            p.fillRect(QRectF(room.left(), y_of(count), room.width(), 1), look.color("ln"))
            box = QRectF(0, y_of(count) - 9, left - px(8), 18)
            paint.text(p, look, box, str(count), "key", "tx3", paint.RIGHT)
        for month in range(1, 13):
            box = QRectF(x_of(month) - 16, room.bottom() + px(4), 32, px(18))
            paint.text(p, look, box, str(month), "key", "tx3", paint.CENTER)
        former = [year for year in self._years if year.year != self._running]
        for place, year in reversed(list(enumerate(former))):
            self._paint_year(p, year, x_of, y_of, look.color(TONES[min(place, 4)]), 1.5, STYLES[min(place, 4)])
        self._paint_names(p, former, room, y_of)
        now = next((year for year in self._years if year.year == self._running), None)
        if now is not None:
            self._paint_year(p, now, x_of, y_of, look.color("tx1"), 2.5, Qt.PenStyle.SolidLine)
            at = QPointF(x_of(len(now.months)), y_of(now.months[-1]))
            p.setBrush(look.color("tx1"))
            p.drawEllipse(at, px(4), px(4))
            words = translate("YearCurve", "{year} so far {n}").format(year=now.year, n=now.total)
            wide = look.width(words, "strong") + px(10)
            x = at.x() + px(8) if at.x() + px(8) + wide < room.right() else at.x() - px(8) - wide
            box = QRectF(x, max(0.0, at.y() - px(24)), wide, px(20))
            paint.rounded(p, box, 3, look.color("bg1"), None)
            paint.text(p, look, box, words, "strong", "tx1", paint.CENTER)

    def _paint_season(self, p: QPainter, room: QRectF, x_of: XOf) -> None:
        look, px = self._look, self._look.px
        half = room.width() / 22
        for month in self._season:
            left, right = max(room.left(), x_of(month) - half), min(room.right(), x_of(month) + half)
            p.fillRect(QRectF(left, room.top(), right - left + 0.5, room.height()), look.color("accS"))
        if self._season:
            middle = self._season[len(self._season) // 2]
            box = QRectF(x_of(middle) - 60, 0, 120, px(20))
            paint.text(p, look, box, translate("YearCurve", "season"), "caption", "tx2", paint.CENTER)

    def _paint_year(
        self, p: QPainter, year: Year, x_of: XOf, y_of: YOf, color: QColor, width: float, style: Qt.PenStyle
    ) -> None:
        p.setRenderHint(QPainter.RenderHint.Antialiasing)
        p.setBrush(Qt.BrushStyle.NoBrush)
        p.setPen(QPen(color, width, style))
        path = QPainterPath()
        for month, count in enumerate(year.months, start=1):
            point = QPointF(x_of(month), y_of(count))
            path.lineTo(point) if month > 1 else path.moveTo(point)
        p.drawPath(path)

    def _paint_names(self, p: QPainter, former: Sequence[Year], room: QRectF, y_of: YOf) -> None:
        """The years at the right, each beside its own end, never on top of one another."""
        look, px = self._look, self._look.px
        line = px(17)
        ends = sorted(
            ((y_of(year.months[-1]), place, year) for place, year in enumerate(former)), key=lambda one: one[:2]
        )
        y = room.bottom() - line * len(ends)
        for end, place, year in ends:
            y = max(y, min(end - line / 2, room.bottom() - line * (len(ends) - ends.index((end, place, year)))))
            box = QRectF(room.right() + px(10), y, px(82), line)
            paint.text(p, look, box, f"{year.year}  {year.total}", "key", TONES[min(place, 4)])
            y += line
