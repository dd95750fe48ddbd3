"""The curve of report-ins: how many answered, arrived, are done - over the minutes, with the limits and the last ones' mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.report_in import ReportIn
from commandcenter.ui.parts.basic import Panel
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate

SHORTEST_MIN = 10
SOON_MS = 150
"""A step stands on the board at once; the curve follows when the board is painted, once for several keys in a row."""


class Curve(Panel):
    """A step curve by pyqtgraph, which is loaded when the first curve is drawn."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            translate("Curve", "Report-in progress"),
            translate("Curve", "departments, by minutes"),
            parent,
            head=36,
        )
        self._plot: Any = None
        self._shown: object = None
        self._next: tuple[object, ...] = ()
        self._frame: object = None
        self._moving: dict[str, tuple[Any, Any]] = {}
        self._upto: Any = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._draw_next)
        self._box = QVBoxLayout()
        self._box.setContentsMargins(6, 4, 12, 6)
        self.body.addLayout(self._box, 1)
        look.changed.connect(self._forget)

    def _forget(self) -> None:
        self._shown = self._frame = None

    def show_progress(
        self, states: Sequence[ReportIn], start: int, now: int, before: Sequence[Sequence[int]], *, drill: bool
    ) -> None:
        """Draw the curve up to ``now``. ``before`` are arrival seconds of earlier whistles with the same plan."""
        minutes = max(SHORTEST_MIN, (now - start) / MINUTE)
        series = {name: _steps(states, name, start) for name in ("answered", "arrived", "done")}
        limits = sorted({round(limit) for state in states if (limit := state.limits.get("arrive"))})
        key = (
            tuple(map(tuple, series.values())),
            round(minutes, 1),
            tuple(limits),
            self._look.theme,
            self._look.scale,
            drill,
        )
        if key == self._shown:
            return
        self._shown = key
        self._next = series, len(states), minutes, limits, before, (now - start) / MINUTE
        if self._plot is None:
            self._draw_next()
        elif not self._soon.isActive():
            self._soon.start()

    def _draw_next(self) -> None:
        self._draw(*self._next)  # type: ignore[arg-type]

    def _draw(
        self,
        series: dict[str, list[float]],
        units: int,
        minutes: float,
        limits: list[int],
        before: Sequence[Sequence[int]],
        upto: float,
    ) -> None:
        """Draw what moves; what it moves in - axes, limits, the mean of the last ones - only when that is another."""
        tall = self._plot.height() if self._plot is not None else 0
        frame = (units, round(minutes, 1), tuple(limits), before, tall)
        if frame != self._frame:
            self._draw_frame(units, minutes, limits, before)
            self._frame = frame
        taken: list[float] = []
        for name, points in series.items():
            curve, words = self._moving[name]
            xs, ys = _as_steps(points, upto)
            curve.setData(xs, ys)
            height = float(ys[-1])
            while any(abs(height - other) < max(0.9, units * 0.11) for other in taken):
                height += max(0.9, units * 0.11)
            taken.append(height)
            words.setText(f"{_tones()[name][1]} {len(points)}")
            words.setPos(upto + minutes * 0.01, height)
        self._upto.setPos(upto)

    def _draw_frame(self, units: int, minutes: float, limits: list[int], before: Sequence[Sequence[int]]) -> None:
        import pyqtgraph as pg

        look = self._look
        if self._plot is None:
            self._plot = pg.PlotWidget(background=None)
            self._plot.setMenuEnabled(False)
            self._plot.setMouseEnabled(False, False)
            self._plot.hideButtons()
            self._plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._plot.setAntialiasing(True)
            self._box.addWidget(self._plot)
        plot = self._plot.getPlotItem()
        plot.clear()
        grey = look.color("tx3")
        for side in ("left", "bottom"):
            axis = plot.getAxis(side)
            axis.setPen(look.color("ln2"))
            axis.setTextPen(grey)
            axis.setTickFont(look.font("key"))
            axis.setStyle(tickTextOffset=6)
        plot.getAxis("left").setTicks([[(value, str(value)) for value in _ticks(units)]])
        end = minutes * 1.16
        for limit in limits:
            if limit <= end:
                line = pg.InfiniteLine(limit, pen=pg.mkPen(look.color("ln3"), width=1, style=Qt.PenStyle.DashLine))
                plot.addItem(line)
                words = translate("Curve", "limit {n}").format(n=limit)
                anchor = 1.0 if limit > 0.94 * end else 0.0 if limit < 0.06 * end else 0.5
                self._words(pg, plot, words, limit, units + 0.2, grey, (anchor, 1.0))
        mean = _mean_curve(before)
        if mean:
            pen = pg.mkPen(grey, width=1, style=Qt.PenStyle.DashLine)
            plot.plot(*_as_steps(mean, end), stepMode="right", pen=pen)
        self._moving = {}
        for name, (tone, words) in _tones().items():
            color = look.color(tone)
            curve = plot.plot([0.0, 0.0], [0.0, 0.0], stepMode="right", pen=pg.mkPen(color, width=2))
            self._moving[name] = curve, self._words(pg, plot, words, 0.0, 0.0, color, (0, 0.5))
        self._upto = pg.InfiniteLine(0.0, pen=pg.mkPen(look.color("tx2"), width=1))
        plot.addItem(self._upto)
        low, high = room_around(units, self._plot.height() - look.px(26), look.line("key"))
        plot.setRange(xRange=(0, end), yRange=(low, high), padding=0)

    def _words(
        self, pg: Any, plot: Any, words: str, x: float, y: float, color: QColor, anchor: tuple[float, float]
    ) -> Any:
        item = pg.TextItem(words, color=color, anchor=anchor)
        item.setFont(self._look.font("key"))
        item.setPos(x, y)
        plot.addItem(item)
        return item


def _tones() -> dict[str, tuple[str, str]]:
    """The series with the tone and the word of each."""
    return {
        "answered": ("tx1", translate("Curve", "answered")),
        "arrived": ("acc", translate("Curve", "arrived")),
        "done": ("ok", translate("Curve", "done")),
    }


def room_around(units: int, height: float, line: float) -> tuple[float, float]:
    """The lowest and highest value of the axis so that a line of words has room above ``units`` and half of one below 0.

    ``height`` is that of the plot and ``line`` that of the words, in pixels.
    """
    free = max(height - 2.0 * line, line)
    unit = max(1, units) / free
    return -0.6 * line * unit, max(1, units) + 1.4 * line * unit


def _steps(states: Sequence[ReportIn], name: str, start: int) -> list[float]:
    """Minutes after the whistle at which each department reached a milestone, sorted."""
    from commandcenter.domain.report_in import RANK

    reached = []
    for state in states:
        moments = [entry.at for entry in state.entries if RANK[entry.name] >= RANK[name]]
        if moments:
            reached.append((min(moments) - start) / MINUTE)
    return sorted(max(0.0, value) for value in reached)


def _as_steps(points: Sequence[float], upto: float) -> tuple[list[float], list[float]]:
    xs, ys = [0.0], [0.0]
    for count, minute in enumerate(points, start=1):
        if minute <= upto:
            xs.append(minute)
            ys.append(float(count))
    xs.append(max(upto, xs[-1]))
    ys.append(ys[-1])
    return xs, ys


def _mean_curve(before: Sequence[Sequence[int]]) -> list[float]:
    """The mean minute of each arrival over earlier whistles; only arrivals that most of them had."""
    if not before:
        return []
    longest = sorted(len(one) for one in before)[len(before) // 2]
    curve = []
    for place in range(longest):
        seconds = [one[place] for one in before if place < len(one)]
        curve.append(sum(seconds) / len(seconds) / 60)
    return curve


def _ticks(units: int) -> list[int]:
    step = 5 if units > 6 else 2
    return [*range(0, units, step), units] if units % step or not units else list(range(0, units + 1, step))
