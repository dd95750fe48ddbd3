"""The times of every department as bars on the shared axis: to the answer, to arrival, at work, over the limit, done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from commandcenter.domain.clock import MINUTE
from commandcenter.domain.report_in import ReportIn, clocks
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.review.axis import Axis
from commandcenter.ui.theme.look import Look

ROW = 28
HEAD = 30


@dataclass(frozen=True, slots=True)
class Bar:
    """One department; all times are milliseconds after the whistle, None what never came (or is not known).

    ``limit`` is the arrival limit, ``over`` how far it was passed; neither is judged for bodies with their own rule.
    """

    ordinal: int
    name: str
    answered: int | None
    arrived: int | None
    limit: int | None
    over: int | None
    done: int | None
    end: int | None
    note: str = ""

    @property
    def late(self) -> bool:
        """Whether the limit was passed."""
        return self.over is not None and self.over > 0


def bar_of(state: ReportIn, name: str, start: int, now: int, note: str) -> Bar:
    """The bar of a department, up to ``now``."""

    def after(milestone: str) -> int | None:
        entry = state.milestone(milestone)
        return entry.at - start if entry is not None else None

    clock = clocks(state)["arrive"]
    ended = state.outcome.at if state.outcome is not None else None
    release = state.milestone("release_approved")
    end = min((at for at in (ended, release.at if release else None) if at is not None), default=None)
    over = clock.over_by(end if end is not None else now)
    closed_early = state.outcome is not None and state.milestone("arrived") is None
    return Bar(
        ordinal=state.ordinal,
        name=name,
        answered=after("answered"),
        arrived=after("arrived"),
        limit=clock.due_at - start if clock.due_at is not None else None,
        over=over if over is not None and over > 0 and not closed_early else None,
        done=after("done"),
        end=end - start if end is not None else None,
        note=note,
    )


class _Rows(QWidget):
    """The rows; the columns at the left give way when it gets narrow.

    They are painted once; a step of the replay only moves the line over the picture of them.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._bars: tuple[Bar, ...] = ()
        self._span, self._after = 1, 0
        self._drill = False
        self._picture: QPixmap | None = None
        look.changed.connect(self._forget)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show(self, bars: Sequence[Bar], span: int, *, drill: bool) -> None:  # type: ignore[override]
        self._bars, self._span, self._drill = tuple(bars), max(1, span), drill
        self._picture = None
        arrived, late = self.tr("arrived"), self.tr("late")
        self.setAccessibleName(
            "; ".join(
                f"{bar.ordinal} {bar.name} {arrived} {_time(bar.arrived)}"
                + (f" {late} {_time(bar.over)}" if bar.late else "")
                for bar in bars
            )
        )
        self.setFixedHeight(self.sizeHint().height())
        self.update()

    def show_moment(self, after: int) -> None:
        if after != self._after:
            self._after = after
            self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        return QSize(look.px(600), look.px(HEAD) + look.px(ROW) * len(self._bars) + 4)

    def _columns(self) -> list[tuple[str, str, int]]:
        """(name, title, width) of the columns that have room."""
        px = self._look.px
        columns = [
            ("ordinal", "", px(28)),
            ("name", self.tr("Department"), px(168)),
            ("answered", self.tr("Answer"), px(60)),
            ("arrived", self.tr("Arrival"), px(60)),
            ("limit", self.tr("Limit"), px(44)),
            ("done", self.tr("Done"), px(60)),
        ]
        drop = {"done": px(900), "limit": px(820), "answered": px(700)}
        return [column for column in columns if self.width() >= drop.get(column[0], 0)]

    def _forget(self) -> None:
        """The look is another: the picture has to be painted anew."""
        self._picture = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def _axis(self) -> tuple[int, Axis]:
        """Where the bars begin, and their axis."""
        look = self._look
        left = look.px(10) + sum(width for _, _, width in self._columns()) + look.px(10)
        return left, Axis(self._span, max(60, self.width() - left - look.px(16)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, p, ratio = self._look, QPainter(self), self.devicePixelRatio()
        picture = self._picture
        if picture is None or picture.devicePixelRatio() != ratio:
            picture = self._picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            self._paint_rows(QPainter(picture))
        p.drawPixmap(0, 0, picture)
        left, axis = self._axis()
        here, head = left + axis.x_of(self._after), look.px(HEAD)
        p.fillRect(QRectF(here - 1, head - 4, 2, self.height() - head + 4), look.color("acc"))

    def _paint_rows(self, p: QPainter) -> None:
        look = self._look
        columns = self._columns()
        left, axis = self._axis()
        head, row = look.px(HEAD), look.px(ROW)
        x = look.px(10)
        for name, title, width in columns:
            align = paint.LEFT if name in ("ordinal", "name") else paint.RIGHT
            paint.text(p, look, QRect(x, 0, width - look.px(6), head), title, "caption", "tx3", align)
            x += width
        for tick in axis.ticks(look.px(44)):
            at = left + axis.x_of(tick)
            paint.text(p, look, QRectF(at - 30, 0, 60, head), f"{tick // MINUTE}", "key", "tx3", paint.CENTER)
            p.fillRect(QRectF(at, head, 1, self.height() - head), look.color("ln"))
        for place, bar in enumerate(self._bars):
            top = head + place * row
            p.fillRect(0, top, self.width(), 1, look.color("ln"))
            self._paint_text(p, bar, columns, QRect(look.px(10), top, left, row))
            self._paint_bar(p, bar, axis, left, top, row)
        p.end()

    def _paint_text(self, p: QPainter, bar: Bar, columns: list[tuple[str, str, int]], rect: QRect) -> None:
        look, x = self._look, rect.left()
        red = look.color("red", drill=self._drill)
        words = {
            "ordinal": str(bar.ordinal),
            "name": bar.name,
            "answered": _time(bar.answered),
            "arrived": _time(bar.arrived),
            "limit": str(bar.limit // MINUTE) if bar.limit is not None else "—",
            "done": _time(bar.done),
        }
        for name, _, width in columns:
            ink = red if bar.late and name in ("name", "arrived") else look.color("tx1" if name == "name" else "tx2")
            align = paint.LEFT if name in ("ordinal", "name") else paint.RIGHT
            role = "strong" if bar.late and name in ("name", "arrived") else "body"
            cell = QRect(x, rect.top(), width - look.px(6), rect.height())
            paint.elided(p, look, cell, words[name], role, ink, align)
            x += width

    def _paint_bar(self, p: QPainter, bar: Bar, axis: Axis, left: int, top: int, row: int) -> None:
        look = self._look
        middle = top + row / 2
        height = look.px(12)

        def span(start: int, end: int, tone: str, thick: float) -> None:
            a, b = left + axis.x_of(start), left + axis.x_of(end)
            if b > a:
                p.fillRect(QRectF(a, middle - thick / 2, b - a, thick), look.color(tone, drill=self._drill))

        end = bar.end if bar.end is not None else self._span
        answered = bar.answered if bar.answered is not None else bar.arrived
        span(0, answered if answered is not None else min(end, bar.limit or end), "ln3", 4)
        if answered is not None:
            span(answered, bar.arrived if bar.arrived is not None else end, "pip3", height)
        if bar.arrived is not None:
            span(bar.arrived, end, "pip1", height)
        if bar.late and bar.limit is not None:
            span(bar.limit, bar.limit + (bar.over or 0), "redF", height)
            self._paint_over(p, bar, axis, left, middle, height)
        if bar.limit is not None:
            p.fillRect(QRectF(left + axis.x_of(bar.limit) - 1, middle - height, 2, 2 * height), look.color("tx1"))
        if bar.done is not None:
            p.setRenderHint(QPainter.RenderHint.Antialiasing)
            p.setBrush(look.color("bg1"))
            p.setPen(QPen(look.color("ok"), 2))
            p.drawEllipse(QPointF(left + axis.x_of(bar.done), middle), look.px(5), look.px(5))
        if bar.note:
            words = QRect(round(left + axis.x_of(end) + 10), top, look.px(150), row)
            if words.right() < self.width():
                paint.elided(p, look, words, bar.note, "caption", "tx2")

    def _paint_over(self, p: QPainter, bar: Bar, axis: Axis, left: int, middle: float, height: int) -> None:
        look = self._look
        start = left + axis.x_of(bar.limit or 0)
        width = left + axis.x_of((bar.limit or 0) + (bar.over or 0)) - start
        words = f"+{when.span(bar.over or 0)}"
        if width > look.width(words, "key") + 8:
            box = QRectF(start, middle - height / 2, width, height)
            paint.text(p, look, box, words, "key", look.color("onred", drill=self._drill), paint.CENTER)


def _time(after: int | None) -> str:
    return when.span(after) if after is not None else "—"


class Gantt(QScrollArea):
    """The rows in a scroll area."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = _Rows(look)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self.rows)

    def show_bars(self, bars: Sequence[Bar], span: int, *, drill: bool) -> None:
        """Show the departments of an incident that lasted ``span`` milliseconds."""
        self.rows.show(bars, span, drill=drill)

    def show_moment(self, after: int) -> None:
        """Move the line of the replay."""
        self.rows.show_moment(after)
