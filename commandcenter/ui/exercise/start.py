"""No drill runs: which one is started, alone or with others, how hard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.domain.drill_run import LEVELS
from commandcenter.ui.exercise.faces import LEVEL_WORDS
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.basic import Label, Line, Panel, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.rows import Column, Columns, KeyedRows, RowList, RowPainter
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A drill that can be started: what it is, how long, whether it is approved, what became of it last."""

    key: str
    name: str
    place: str
    injects: int
    minutes: int
    status: str
    last: str
    score: str


def plan_row_key(row: Any) -> str:
    """The key of a drill plan."""
    return str(row.key)


def plan_row_spoken(row: PlanRow) -> str:
    """What a screen reader says of a drill plan."""
    return f"{row.name} {row.place} {row.status} {row.last} {row.score}"


class PlanRowPainter(RowPainter):
    """One drill plan a row."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        columns = (
            Column("name", translate("Exercise", "Drill"), 200, stretch=3),
            Column("place", translate("Exercise", "Where and when"), 200, stretch=3, drop=2),
            Column("injects", translate("Exercise", "Injects"), 60, align="right"),
            Column("minutes", translate("Exercise", "Minutes"), 60, align="right"),
            Column("status", translate("Exercise", "Plan"), 90, drop=1),
            Column("last", translate("Exercise", "Held last"), 110),
            Column("score", translate("Exercise", "Points"), 60, align="right"),
        )
        super().__init__(look, Columns(look, columns), parent, height=38)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PlanRow) -> None:
        look = self.look
        if column == "name":
            paint.elided(p, look, rect, row.name, "name", "tx1")
        elif column in ("injects", "minutes"):
            paint.text(p, look, rect, str(getattr(row, column)), "body", "tx2", paint.RIGHT)
        elif column == "score":
            paint.text(p, look, rect, row.score or "—", "name", "tx1" if row.score else "tx3", paint.RIGHT)
        else:
            paint.elided(p, look, rect, str(getattr(row, column)) or "—", "caption", "tx2")


class StartPanel(Panel):
    """``started`` emits (drill plan, alone, level)."""

    started = Signal(str, bool, str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            look,
            translate("Exercise", "Start a drill"),
            translate("Exercise", "a drill starts only from a drill plan; nothing of it counts for anything real"),
            parent,
        )
        self.model = KeyedRows(plan_row_key, plan_row_spoken, self)
        self.rows = RowList(look, self.model, PlanRowPainter(look, self), translate("Exercise", "Drill plans"))
        self.rows.view.opened.connect(self._alone)
        self.body.addWidget(self.rows, 1)
        self.levels = SegTabs(look, [translate("Exercise", LEVEL_WORDS[level]) for level in LEVELS])
        self.levels.pick(1)
        self.alone = Button(look, translate("Exercise", "Alone"), key="Enter", icon="user", kind="primary")
        self.others = Button(look, translate("Exercise", "With others"), key="L", icon="users")
        self.alone.clicked.connect(self._alone)
        self.others.clicked.connect(self._others)
        note = Label(
            look,
            translate("Exercise", "Alone: the departments are played by scripts, on this machine only."),
            "caption",
            "3",
        )
        words = Label(look, translate("Exercise", "Trouble"), "caption", "2")
        self.body.addWidget(Line())
        box = QVBoxLayout()
        box.addLayout(row(words, self.levels, note, None, self.others, self.alone, gap=10, margins=(14, 10, 14, 10)))
        self.body.addLayout(box)

    def show_plans(self, rows: Sequence[PlanRow], chosen: str) -> None:
        """Show what can be started; ``chosen`` is selected where it is there."""
        self.model.show(rows)
        view = self.rows.view
        place = self.model.place_of(chosen) if chosen else -1
        if place >= 0 or view.place < 0:
            view.go(max(0, place))

    @property
    def chosen(self) -> str:
        """The drill plan that is selected."""
        found = self.model.row(self.rows.view.place)
        return found.key if isinstance(found, PlanRow) else ""

    def cycle_level(self) -> None:
        """D: the next level."""
        self.levels.pick((self.levels.current + 1) % len(LEVELS))

    def _alone(self, _place: object = None) -> None:
        self.start(alone=True)

    def _others(self) -> None:
        self.start(alone=False)

    def start(self, *, alone: bool) -> None:
        """Start what is chosen."""
        if self.chosen:
            self.started.emit(self.chosen, alone, LEVELS[self.levels.current])
