"""The figures (研判): who answered, who came in time and with how many - by department, kind of event and month.

Every figure shows its part and whole, its formula and what is left out. Real whistles and drills are never counted
together. The read is long and runs in the background; each line leads to the very departments behind it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.desk.jobs import Job
from commandcenter.desk.read import Read
from commandcenter.domain.clock import at_local, local, local_date
from commandcenter.domain.event import DRILL, REAL, Mode
from commandcenter.domain.limit import WHISTLE_RATE_HIGH, WHISTLE_RATE_LOW
from commandcenter.domain.whistle_figures import (
    SPANS,
    Part,
    Presence,
    PresenceFigures,
    WhistleFigures,
    breakdown,
    grouped,
    presence_figures,
    span_around,
    whistle_figures,
)
from commandcenter.journal.journal import Changes
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.parts.basic import Empty, Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.paths import proposed_path
from commandcenter.ui.parts.rows import KeyedRows, RowList
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen, Toast
from commandcenter.ui.study.model import (
    HEADINGS,
    GroupRow,
    PresenceRow,
    Tile,
    export_rows,
    group_rows,
    presence_rows,
    share,
    tiles,
)
from commandcenter.ui.study.tables import GroupPainter, PresencePainter
from commandcenter.ui.study.tiles import TileGrid, TrendChart
from commandcenter.ui.wording import refusal

GROUPS = ("unit", "event", "month", "relation")
KINDS = ("emergency", "muster")
TREND_MONTHS = 8
FAR = date(9999, 1, 1)


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the reader thread brings: the figures of the span, each breakdown, the months for the chart."""

    asked: int
    presences: PresenceFigures
    whistles: WhistleFigures
    parts: Mapping[str, Mapping[str, Part]]
    trend: Sequence[tuple[str, str, float | None]]


def _counted(
    read: Read, asked: int, what: tuple[Mode, str], span: tuple[int, int], trend: tuple[int, int], now: int
) -> _Counted:
    """Times of an emergency and of a muster are never put together: one counts minutes, the other a day."""
    mode, kind = what
    told = read.presences.told(mode, *span)
    presences = [one for one in told.presences if one.whistle.kind == kind]
    earlier = [one for one in read.presences.told(mode, *trend).presences if one.whistle.kind == kind]
    months = grouped(earlier, "month")
    bars = [
        (month[2:], *share(presence_figures(months[month], now).arrived_on_time))
        for month in sorted(months)[-TREND_MONTHS:]
    ]
    figures = whistle_figures(told.whistles, told.cases)
    return _Counted(asked, presence_figures(presences, now), figures, breakdown(presences, now), bars)


class StudyScreen(Screen):
    """Alt+9."""

    name = "study"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._mode: Mode = REAL
        self._span = "month"
        self._kind = KINDS[0]
        self._day = local_date(self.now())
        self._counted: _Counted | None = None
        self._asked = 0
        self.job: Job | None = None
        self._build()

    def title(self) -> str:
        return self.tr("Figures")

    def caption(self) -> str:
        drill = self.tr("DRILLS only") if self._mode == DRILL else self.tr("real whistles only, drills are not counted")
        return f"{self._span_words()} · {drill}"

    def mode(self) -> str:
        return DRILL if self._mode == DRILL else ""

    def hints(self) -> Hints:
        return (
            ("← →", self.tr("span before, after")),
            ("S", self.tr("length of the span")),
            ("B", self.tr("break down by")),
            ("↑ ↓", self.tr("choose a line")),
            ("Enter", self.tr("to the review")),
            ("Tab", self.tr("to the departments")),
            ("D", self.tr("real / drills")),
            ("W", self.tr("emergency / muster")),
            ("C", self.tr("copy")),
            ("Ctrl E", self.tr("export")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.spans = SegTabs(look, [self.tr("Month"), self.tr("Quarter"), self.tr("Year"), self.tr("All")])
        self.spans.picked.connect(self._on_span)
        self.period = Label(look, "", "strong")
        self.modes = SegTabs(look, [self.tr("Real"), self.tr("Drill")])
        self.modes.picked.connect(self._on_mode)
        self.kinds = SegTabs(look, [self.tr("Emergency whistle"), self.tr("Muster whistle")])
        self.kinds.picked.connect(self._on_kind)
        before = Button(look, "", icon="chevron-left", small=True, key="←")
        before.clicked.connect(self._before)
        after = Button(look, "", icon="chevron-right", small=True, key="→")
        after.clicked.connect(self._after)
        export = Button(look, self.tr("Export"), icon="file-down", key="Ctrl E", small=True)
        export.clicked.connect(self.open_export)
        self.grid = TileGrid(look)
        self.groups_model = KeyedRows(_group_key, _group_spoken)
        self.groups = RowList(look, self.groups_model, GroupPainter(look), self.tr("Breakdown"))
        self.groups.view.moved.connect(self._on_line)
        self.groups.view.opened.connect(self._on_opened_group)
        self.by = SegTabs(
            look, [self.tr("By department"), self.tr("By kind"), self.tr("By month"), self.tr("By relation")]
        )
        self.by.picked.connect(self._on_by)
        breakdown = Panel(look, self.tr("Breakdown"), self.tr("fewer than ten are counted and not ranked"))
        breakdown.add_to_head(self.by)
        breakdown.body.addWidget(self.groups)
        self.rows_model = KeyedRows(_presence_key, _presence_spoken)
        self.rows = RowList(look, self.rows_model, PresencePainter(look), self.tr("Departments behind it"))
        self.rows.view.opened.connect(self._on_opened_row)
        self.behind = Panel(look, self.tr("Departments behind it"))
        self.behind.body.addWidget(self.rows)
        self.trend = TrendChart(look)
        self.side = Panel(look, self.tr("Arrived in time, month by month"), self.tr("per cent of judged departments"))
        self.side.body.addLayout(column(self.trend, margins=(14, 12, 14, 12)))
        self.empty = Empty(
            look,
            "trending-up",
            self.tr("No whistle in this span"),
            self.tr("← shows the span before; S takes a longer one."),
        )
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 10, 12, 12)
        outer.setSpacing(10)
        outer.addLayout(row(self.spans, before, self.period, after, None, self.kinds, self.modes, export))
        outer.addWidget(self.grid)
        self.upper = QWidget()
        upper = QHBoxLayout(self.upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(10)
        upper.addWidget(breakdown, 1180)
        upper.addWidget(self.side, 560)
        outer.addWidget(self.upper, 6)
        outer.addWidget(self.behind, 5)
        outer.addWidget(self.empty, 1)
        self.empty.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.empty.hide()
        self._parts = (self.upper, self.behind)
        for panel in (
            breakdown,
            self.behind,
        ):  # in a low window the lists scroll in what is left; the tiles keep their height
            panel.setMinimumHeight(look.px(84))
        self.setFocusProxy(self.groups.view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(nothing=self.empty.isVisibleTo(self))

    def _fold(self, *, nothing: bool) -> None:
        """Narrow: the months go, they are in the breakdown too. Low: the tiles stand closer."""
        self.side.setVisible(self.width() >= self.look.px(1500) and not nothing)
        self.grid.stand_close(close=self.height() < self.look.px(760) and not nothing)

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("mode") in (REAL, DRILL):
            self.modes.pick(int(what["mode"] == DRILL))
        if what.get("by") in GROUPS:
            self.by.pick(GROUPS.index(str(what["by"])))

    def where(self) -> Mapping[str, Any]:
        return {"mode": self._mode, "by": GROUPS[self.by.current]}

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"whistle", "report_in", "unit", "limit", "plan"})

    def reload(self, changes: Changes) -> None:
        self._asked += 1
        asked, mode, kind = self._asked, self._mode, self._kind
        start, end = self._bounds()
        first, now = at_local(self._trend_start()), self.now()

        def work(read: Read) -> _Counted:
            return _counted(read, asked, (mode, kind), (start, end), (first, min(end, at_local(FAR))), now)

        self.desk.ask(work).done.connect(self._on_counted)

    def _bounds(self) -> tuple[int, int]:
        """The span in epoch milliseconds."""
        found = span_around(self._span, self._day)
        return (0, at_local(FAR)) if found is None else (at_local(found[0]), at_local(found[1]))

    def _trend_start(self) -> date:
        found = span_around(self._span, self._day)
        last = (found[1] - timedelta(days=1)) if found is not None else local_date(self.now())
        months = last.year * 12 + last.month - TREND_MONTHS
        return date(months // 12, months % 12 + 1, 1)

    def _on_counted(self, counted: _Counted) -> None:
        if counted.asked == self._asked:
            self._counted = counted
            self.trend.show_bars(counted.trend)
            self._show()

    # -- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        counted = self._counted
        if counted is None:
            return
        self.period.setText(self._span_words())
        self.grid.show_tiles(tiles(counted.presences, counted.whistles, self._band(), drill=self._mode == DRILL))
        nothing = not counted.presences.whistles
        held = self._holds_keyboard()
        self.empty.setVisible(nothing)
        for part in self._parts:
            part.setVisible(not nothing)
        self.setFocusProxy(self.empty if nothing else self.groups.view)
        if held:
            self.setFocus()
        self._fold(nothing=nothing)
        self._show_groups()
        self.services.hints_changed.emit()

    def _holds_keyboard(self) -> bool:
        """Whether the keyboard is in a list that may go away."""
        where = self.window().focusWidget()
        return where is not None and (where is self.empty or self.isAncestorOf(where))

    def _show_groups(self) -> None:
        kept = self.groups.view.place
        self.groups_model.show(self._rows())
        self.groups.view.go(max(0, kept))
        self._show_behind()

    def _rows(self) -> list[GroupRow]:
        by = GROUPS[self.by.current]
        return group_rows(self._parts_of(by), by, self.desk.reference.unit_name)

    def _parts_of(self, by: str) -> Mapping[str, Part]:
        return self._counted.parts[by] if self._counted is not None else {}

    def _show_behind(self) -> None:
        line = self.groups_model.row(self.groups.view.place) if self.groups_model.rowCount() else None
        some = self._chosen(line.key) if isinstance(line, GroupRow) else []
        self.behind.title.setText(line.name if isinstance(line, GroupRow) else self.tr("Departments behind it"))
        self.behind.caption.setText(self.tr("{n} departments").format(n=len(some)))
        self.rows_model.show(presence_rows(some, self.now(), self.desk.reference.unit_name))

    def _chosen(self, key: str) -> Sequence[Presence]:
        part = self._parts_of(GROUPS[self.by.current]).get(key)
        return part.presences if part is not None else ()

    def _band(self) -> tuple[float, float] | None:
        low, high = (self.desk.reference.limit(key) for key in (WHISTLE_RATE_LOW, WHISTLE_RATE_HIGH))
        return (low.value, high.value) if low is not None and high is not None else None

    def _span_words(self) -> str:
        found = span_around(self._span, self._day)
        if found is None:
            return self.tr("since the beginning")
        first = found[0]
        if self._span == "year":
            return self.tr("{year}").format(year=first.year)
        if self._span == "quarter":
            return self.tr("{year}, quarter {n}").format(year=first.year, n=(first.month + 2) // 3)
        return self.tr("{year}-{month}").format(year=first.year, month=f"{first.month:02d}")

    # -- answering -------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ways = {
            Qt.Key.Key_Left: self._before,
            Qt.Key.Key_Right: self._after,
            Qt.Key.Key_S: self._next_span,
            Qt.Key.Key_B: self._next_group,
            Qt.Key.Key_D: self._other_mode,
            Qt.Key.Key_W: self._other_kind,
            Qt.Key.Key_C: self.copy,
        }
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        way = ways.get(Qt.Key(event.key()))
        if control and event.key() == Qt.Key.Key_E:
            self.open_export()
        elif way is not None and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            way()
        else:
            super().keyPressEvent(event)

    def _before(self) -> None:
        self._move(-1)

    def _after(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        found = span_around(self._span, self._day)
        if found is not None:
            self._day = found[0] - timedelta(days=1) if by < 0 else found[1]
            self._again()

    def _next_span(self) -> None:
        self.spans.pick((self.spans.current + 1) % len(SPANS))

    def _next_group(self) -> None:
        self.by.pick((self.by.current + 1) % len(GROUPS))

    def _other_mode(self) -> None:
        self.modes.pick(1 - self.modes.current)

    def _on_span(self, place: int) -> None:
        self._span = SPANS[place]
        self._again()

    def _on_mode(self, place: int) -> None:
        self._mode = DRILL if place else REAL
        self.services.mode_changed.emit()
        self._again()

    def _other_kind(self) -> None:
        self.kinds.pick(1 - self.kinds.current)

    def _on_kind(self, place: int) -> None:
        self._kind = KINDS[place]
        self._again()

    def _on_by(self, _place: int) -> None:
        self._show_groups()

    def _on_line(self, _place: int) -> None:
        self._show_behind()

    def _again(self) -> None:
        self.reload(Changes(frozenset({"*"})))

    def _on_opened_group(self, _place: int) -> None:
        if self.rows_model.rowCount():
            self._open(self.rows_model.row(0))

    def _on_opened_row(self, place: int) -> None:
        self._open(self.rows_model.row(place))

    def _open(self, line: PresenceRow | None) -> None:
        if line is not None:
            self.services.go.emit(Go("review", {"whistle": line.whistle}))

    def copy(self) -> None:
        """The figures as text, each with what it is made of; those of drills begin with the drill mark."""
        from PySide6.QtGui import QGuiApplication

        from commandcenter.domain.drill import marked

        lines = [self._spoken(tile) for tile in self.grid.tiles]
        text = "\n".join([self.caption(), *lines])
        QGuiApplication.clipboard().setText(marked(text) if self._mode == DRILL else text)
        self.services.toast.emit(Toast(self.tr("Copied"), kind="done"))

    def _spoken(self, tile: Tile) -> str:
        return " ".join(part for part in (tile.name, f"{tile.value}{tile.unit}", tile.parts, tile.formula) if part)

    def open_export(self) -> None:
        """Ask where the figures go."""
        field = Field(
            "path",
            self.tr("Write to"),
            "save_file",
            wide=True,
            required=True,
            value=self._proposed(),
            hint=self.tr("path of the file, ending in .xlsx or .csv"),
            filter="*.xlsx *.csv",
        )
        words = self.tr("Export the figures of {span}").format(span=self._span_words())
        self.sheet = FormSheet(self.look, self.window(), words, [field], send=self.tr("Export"), now=self.now)
        self.sheet.submitted.connect(self._export)
        self.sheet.begin_at("path")
        self.sheet.open_sheet()

    def _proposed(self) -> str:
        """A file named after what is counted, the span and the moment, so that none is written over."""
        told = self.tr("Drill figures") if self._mode == DRILL else self.tr("Whistle figures")
        span = re.sub(r"[^\w-]+", "", self._span_words())
        return proposed_path(f"{told}-{span}-{local(self.now()).strftime('%Y%m%d-%H%M')}.xlsx")

    def _export(self, values: Mapping[str, Any]) -> None:
        self.sheet.finish()
        arguments = {
            **self.desk.child_arguments(),
            "path": str(values["path"]),
            "title": "演练统计" if self._mode == DRILL else "吹哨统计",
            "headings": list(HEADINGS),
            "rows": export_rows(self._rows(), self.grid.tiles),
        }
        self.job = self.desk.start_job("export", "commandcenter.desk.figures_job:export_figures", arguments)
        self.job.done.connect(self._on_exported)
        self.job.failed.connect(self._on_failed)

    def _on_exported(self, told: dict[str, Any]) -> None:
        words = self.tr("{n} lines written to {path}").format(n=told["rows"], path=told["path"])
        self.services.toast.emit(Toast(words, kind="done", seconds=8))

    def _on_failed(self, failed: Trouble) -> None:
        self.services.toast.emit(Toast(refusal(failed.code, failed.facts), kind="warn", seconds=10))


def _group_key(line: GroupRow) -> str:
    return line.key


def _group_spoken(line: GroupRow) -> str:
    return f"{line.name} {line.called} {line.arrived_in_time[0]}"


def _presence_key(line: PresenceRow) -> str:
    return line.key


def _presence_spoken(line: PresenceRow) -> str:
    return f"{line.number} {line.unit} {line.state} {line.arrived}"
