"""The first page: the drills there are, and what the law wants when."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from commandcenter.journal.reading.drill_plans import Lesson
from commandcenter.ui.drills.lists import DrillPainter, DuePainter, LinePainter, QuietView, SmallList
from commandcenter.ui.drills.rows import (
    DrillRow,
    DueRow,
    Line,
    drill_key,
    drill_spoken,
    due_key,
    due_spoken,
    line_key,
    line_spoken,
)
from commandcenter.ui.parts.basic import Empty, Label, Panel, column
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.figures import Figure, FigureStrip
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import listed

translate = QCoreApplication.translate


class DrillOverview(QWidget):
    """Drills at the left, what is due at the right with the source of the chosen line, open corrections below."""

    found_asked = Signal()
    opened = Signal(int)
    due_opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.figures = FigureStrip(look)
        self.list_panel = Panel(look, self.tr("Drills and scenarios"), "")
        self.new_button = Button(look, self.tr("New drill"), key="N", icon="plus", small=True)
        self.new_button.clicked.connect(self.found_asked)
        self.list_panel.add_to_head(self.new_button)
        self.model = KeyedRows(drill_key, drill_spoken, self)
        self.view = RowView(look, self.model, DrillPainter(look, self), self.tr("Drills"))
        self.view.opened.connect(self.opened)
        self.list_panel.body.addWidget(self.view, 1)
        self.empty = Empty(
            look, "target", self.tr("No drill yet"), self.tr("A begins the first: from a plan of this office.")
        )
        self.list_panel.body.addWidget(self.empty, 1)
        self.due_panel = Panel(look, self.tr("Due by law"), "")
        self.due_model = KeyedRows(due_key, due_spoken, self)
        painter = DuePainter(look, self)
        due = QuietView(look, self.due_model, painter, self.tr("Due by law"))
        self.due = RowList(look, self.due_model, painter, self.tr("Due by law"), view=due)
        self.due.view.moved.connect(self._on_due)
        self.due.view.opened.connect(self.due_opened)
        self.source = Label(look, "", "caption", "2")
        self.source.setWordWrap(True)
        self.due_panel.body.addWidget(self.due, 1)
        self.due_panel.add_foot(self.source)
        self.lesson_panel = Panel(look, self.tr("Open corrections"), self.tr("of former drills and incidents"))
        self.lessons = SmallList(
            look, LinePainter(look, self, lead=0, fact=300), line_key, line_spoken, self.tr("Open corrections"), most=5
        )
        self.lesson_panel.body.addWidget(self.lessons)
        right = column(self.due_panel, self.lesson_panel, gap=12)
        right.setStretchFactor(self.due_panel, 1)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.list_panel, 5)
        body.addLayout(right, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.figures)
        outer.addLayout(body, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.figures.setVisible(self.height() > self._look.px(600))

    def show_all(
        self, drills: Sequence[DrillRow], due: Sequence[DueRow], lessons: Sequence[Lesson], today: str
    ) -> None:
        """Show everything; the marks stay where they are."""
        self.model.show(drills)
        self.empty.setVisible(not drills)
        self.view.setVisible(bool(drills))
        self.due_model.show(due)
        if self.view.place < 0:
            self.view.go(0)
        if self.due.view.place < 0 and due:
            self.due.view.go(0)
        if isinstance(self.due.view, QuietView):
            self.due.view.settle()
        lines: list[object] = [
            Line(one.origin, "", one.words, listed((one.number, one.owner, one.due_on)), _tone(one, today), "history")
            for one in lessons
        ]
        self.lesson_panel.setVisible(bool(lines))
        self.lessons.show_rows(lines)
        self._figures(drills, due, lessons, today)
        self._on_due(self.due.view.place)

    def choose_due(self, key: str) -> None:
        """Put the keyboard on what is due: a rule and what it is for (``drill.venue/U07``)."""
        place = self.due_model.place_of(key)
        if place >= 0:
            self.due.view.go(place)
            self.due.view.setFocus()

    def _figures(
        self, drills: Sequence[DrillRow], due: Sequence[DueRow], lessons: Sequence[Lesson], today: str
    ) -> None:
        def count(*states: str) -> int:
            return sum(row.status in states and row.active and not row.heading for row in drills)

        over = sum(row.state == "over" for row in due)
        unknown = sum(row.state == "unknown" for row in due)
        late = sum(one.due_on < today for one in lessons)
        nearest = next((row for row in due if row.state in ("soon", "ahead")), None)
        self.figures.show_figures(
            [
                Figure(
                    self.tr("Overdue by law"),
                    str(over),
                    note=self.tr("unknown: {n}").format(n=unknown) if unknown else self.tr("all known"),
                    warn=bool(over or unknown),
                ),
                Figure(
                    self.tr("Next due"),
                    nearest.due[5:] if nearest else "—",
                    nearest.due[:4] if nearest else "",
                    nearest.name if nearest else self.tr("nothing is owed"),
                ),
                Figure(self.tr("In work"), str(count("draft", "returned")), note=self.tr("drafts and given back")),
                Figure(self.tr("To approve"), str(count("submitted")), note=self.tr("wait for a leader")),
                Figure(self.tr("Ready"), str(count("approved")), note=self.tr("approved, not yet held")),
                Figure(
                    self.tr("Open corrections"),
                    str(len(lessons)),
                    note=self.tr("past their day: {n}").format(n=late) if late else self.tr("none past its day"),
                    warn=bool(late),
                ),
            ]
        )

    def _on_due(self, place: int) -> None:
        row = self.due_model.row(place)
        self.source.setText(" · ".join(part for part in (row.source, row.counted) if part) if row is not None else "")


def _tone(lesson: Lesson, today: str) -> str:
    return "warn" if lesson.due_on < today else "plain"
