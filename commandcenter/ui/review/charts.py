"""The charts of the review: how many had answered, arrived, were done when; and this incident beside the former ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.indicators import Indicators, called, curve, indicators, judged
from commandcenter.domain.report_in import ReportIn
from commandcenter.domain.whistle import Whistle
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.review.axis import Axis
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

SERIES = (
    ("answered", "pip3", Qt.PenStyle.SolidLine),
    ("arrived", "acc", Qt.PenStyle.SolidLine),
    ("done", "ok", Qt.PenStyle.DashLine),
)
"""Milestone, tone and texture of each line: they differ without their hue."""


@dataclass(frozen=True, slots=True)
class Reached:
    """One line: its milestone and when the n-th unit reached it (milliseconds after the whistle)."""

    milestone: str
    moments: tuple[int, ...]


def reached(whistle: Whistle, states: Sequence[ReportIn]) -> tuple[list[Reached], int, list[tuple[str, int]]]:
    """(lines, how many units count, the limits most judged units have)."""
    counted = called(states)
    lines = [Reached(name, tuple(curve(whistle, counted, name))) for name, _, _ in SERIES]
    limits = []
    for clock in ("answer", "arrive"):
        known = [value for state in counted if judged(state) and (value := state.limits.get(clock))]
        if known:
            common = min(known, key=lambda value: (-known.count(value), value))
            limits.append((clock, round(common * MINUTE)))
    return lines, len(counted), limits


class CurveView(QWidget):
    """Steps over the shared axis; the line of the replay's moment goes through them."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: tuple[Reached, ...] = ()
        self._units, self._span, self._after = 0, 1, 0
        self._limits: tuple[tuple[str, int], ...] = ()
        self._drill = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_incident(self, whistle: Whistle, states: Sequence[ReportIn], span: int, *, drill: bool) -> None:
        """Show the report-ins of an incident of ``span`` milliseconds."""
        lines, self._units, limits = reached(whistle, states)
        self._lines, self._limits = tuple(lines), tuple(limits)
        self._span, self._drill = max(1, span), drill
        self.setAccessibleName(
            "; ".join(f"{_word(line.milestone)} {len(line.moments)} / {self._units}" for line in lines)
        )
        self.update()

    def show_moment(self, after: int) -> None:
        """Put the line of the moment."""
        if after != self._after:
            self._after = after
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(180))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p, px = self._look, QPainter(self), self._look.px
        left, right, top, bottom = px(44), px(86), px(20), px(26)
        width, height = self.width() - left - right, self.height() - top - bottom
        if width < 80 or height < 40:
            return
        axis = Axis(self._span, width)
        most = max(1, self._units)

        def y_of(count: float) -> float:
            return top + height * (1 - count / most)

        step = 2 if most <= 12 else 5 if most <= 30 else 10
        for count in range(0, most + 1, step):
            p.fillRect(QRectF(left, y_of(count), width, 1), look.color("ln"))
            paint.text(p, look, QRectF(0, y_of(count) - 9, left - px(8), 18), str(count), "key", "tx3", paint.RIGHT)
        for tick in axis.ticks(px(44)):
            at = left + axis.x_of(tick)
            paint.text(
                p, look, QRectF(at - 30, top + height + 4, 60, px(20)), str(tick // MINUTE), "key", "tx3", paint.CENTER
            )
        self._paint_limits(p, axis, left, top, height)
        lowest = -100.0
        for line, (_, tone, style) in sorted(
            zip(self._lines, SERIES, strict=True), key=lambda pair: -len(pair[0].moments)
        ):
            color = look.color(tone)
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setBrush(Qt.BrushStyle.NoBrush)
            p.setPen(QPen(color, 2, style))
            path = QPainterPath(QPointF(left, y_of(0)))
            for place, moment in enumerate(line.moments):
                x = left + axis.x_of(moment)
                path.lineTo(x, y_of(place))
                path.lineTo(x, y_of(place + 1))
            path.lineTo(left + width, y_of(len(line.moments)))
            p.drawPath(path)
            p.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            at = max(lowest, y_of(len(line.moments)) - px(9))
            lowest = at + px(18)
            words = f"{_word(line.milestone)} {len(line.moments)}"
            paint.text(p, look, QRectF(left + width + px(8), at, right - px(10), px(18)), words, "caption", color)
        here = left + axis.x_of(self._after)
        p.fillRect(QRectF(here - 1, top - 4, 2, height + 4), look.color("acc"))

    def _paint_limits(self, p: QPainter, axis: Axis, left: float, top: float, height: float) -> None:
        look = self._look
        for clock, at in self._limits:
            if at > self._span:
                continue
            x = left + axis.x_of(at)
            p.setPen(QPen(look.color("tx3"), 1, Qt.PenStyle.DashLine))
            p.drawLine(QPointF(x, top - 4), QPointF(x, top + height))
            words = translate("Charts", "answer limit") if clock == "answer" else translate("Charts", "arrival limit")
            paint.text(p, look, QRectF(x + 4, top - look.px(20), 120, look.px(18)), words, "caption", "tx3")


def _word(milestone: str) -> str:
    return {
        "answered": translate("Charts", "answered"),
        "arrived": translate("Charts", "arrived"),
        "done": translate("Charts", "done"),
    }[milestone]


@dataclass(frozen=True, slots=True)
class FormerRow:
    """An incident in the comparison: number, title, day, its figures, how long it took (None: not ended), whether it is this one."""

    number: str
    title: str
    day: str
    figures: Indicators
    whole: int | None
    this: bool = False


def former_rows(
    whistle: Whistle, states: Sequence[ReportIn], before: Sequence[tuple[Whistle, Sequence[ReportIn]]], now: int
) -> list[FormerRow]:
    """This incident and the former ones of its plan, the newest first, with their figures at ``now``."""
    pairs = [(whistle, states), *before]
    return [
        FormerRow(
            one.number,
            one.title,
            when.day(one.blown_at),
            indicators(one, units, now),
            one.closed_at - one.blown_at if one.closed_at is not None else None,
            place == 0,
        )
        for place, (one, units) in enumerate(pairs)
    ]


class FormerView(QWidget):
    """A bar a row for the median arrival, with the other figures beside it. Counts stay counts: there are few incidents."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: tuple[FormerRow, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_rows(self, rows: Sequence[FormerRow]) -> None:
        """Show incidents, this one first."""
        self._rows = tuple(rows)
        self.setAccessibleName(
            "; ".join(
                f"{row.number} {row.day} {_span(row.figures.median_arrival)}, "
                f"{row.figures.arrived_on_time.part}/{row.figures.arrived_on_time.whole}"
                for row in rows
            )
        )
        self.update()

    @property
    def rows(self) -> Sequence[FormerRow]:
        """What is shown."""
        return self._rows

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(600), self._look.px(200))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p, px = self._look, QPainter(self), self._look.px
        if len(self._rows) < 2:
            words = translate(
                "Charts", "No former incident of this plan on record; the comparison begins with the next one."
            )
            paint.elided(p, look, QRect(px(14), 0, self.width() - px(28), self.height()), words, "body", "tx3")
            return
        heads = (
            (translate("Charts", "Incident"), px(280), paint.LEFT),
            (translate("Charts", "Called"), px(56), paint.RIGHT),
            (translate("Charts", "First"), px(70), paint.RIGHT),
            (translate("Charts", "In time"), px(76), paint.RIGHT),
            (translate("Charts", "Whole"), px(82), paint.RIGHT),
        )
        x = px(14)
        for words, width, align in heads:
            paint.text(p, look, QRect(x, 0, width, px(30)), words, "caption", "tx3", align)
            x += width
        bar = x + px(20)
        room = max(60, self.width() - bar - px(80))
        paint.text(p, look, QRect(bar, 0, room, px(30)), translate("Charts", "Median to arrive"), "caption", "tx3")
        most = max((row.figures.median_arrival or 0 for row in self._rows), default=1) or 1
        for place, row in enumerate(self._rows):
            self._paint_row(p, row, px(30) + place * px(30), [width for _, width, _ in heads], bar, room / most)

    def _paint_row(self, p: QPainter, row: FormerRow, top: int, widths: Sequence[int], bar: int, scale: float) -> None:
        look, px = self._look, self._look.px
        height = px(30)
        p.fillRect(0, top, self.width(), 1, look.color("ln"))
        if row.this:
            p.fillRect(0, top + 1, self.width(), height - 1, look.color("accS"))
            p.fillRect(0, top + 1, 3, height - 1, look.color("acc"))
        found = row.figures
        cells = (
            f"{row.day[5:]}  {row.number}  {row.title}",
            str(found.called),
            _span(found.first_arrival.after if found.first_arrival else None),
            f"{found.arrived_on_time.part} / {found.arrived_on_time.whole}",
            _span(row.whole),
        )
        x = px(14)
        for place, (words, width) in enumerate(zip(cells, widths, strict=True)):
            rect = QRect(x, top, width - px(4), height)
            if place == 0:
                paint.elided(p, look, rect, words, "strong" if row.this else "body", "tx1")
            else:
                paint.text(p, look, rect.adjusted(0, 0, px(4), 0), words, "body", "tx2", paint.RIGHT)
            x += width
        median = found.median_arrival
        if median is not None:
            box = QRectF(bar, top + px(9), max(2.0, median * scale), px(12))
            paint.rounded(p, box, 2, look.color("acc" if row.this else "pip2"), None)
            paint.text(p, look, QRectF(box.right() + px(8), top, 80, height), when.span(median), "caption", "tx1")
        else:
            paint.text(p, look, QRectF(bar, top, 80, height), "—", "caption", "tx3")


def _span(milliseconds: int | None) -> str:
    return "—" if milliseconds is None else when.span(milliseconds)
