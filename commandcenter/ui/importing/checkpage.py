"""The fourth stage, a dry run: what would be created, what is here already, which rows cannot be taken and why."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.exchange.mapping import ColumnMap
from commandcenter.ui import when
from commandcenter.ui.importing.comingcategories import CategoryPainter, category_spoken
from commandcenter.ui.importing.offered import OfferedPainter
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import CATEGORIES, Plan
from commandcenter.ui.importing.rejected import RejectedList, reason_counts, rejected_rows
from commandcenter.ui.importing.rowfacts import RowFacts, facts_of_offered, facts_of_original
from commandcenter.ui.importing.words import note_word, number
from commandcenter.ui.parts.basic import Empty, Panel, column
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.facts import Facts
from commandcenter.ui.parts.figures import Figure, FigureStrip
from commandcenter.ui.parts.rows import RowList, RowView
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.parts.tickrows import WholeRows
from commandcenter.ui.wording import row_reason

REJECTED, COMING = 0, 1


class CheckPage(Page):
    """Figures above; rejected rows or those that would come in at the left, the chosen one in full at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        self.figures = FigureStrip(look)
        self.tabs = SegTabs(look, ["", ""])
        self.tabs.picked.connect(self._on_tab)
        self.left = Panel(look, self.tr("Dry run"), self.tr("nothing is written yet"))
        self.left.add_to_head(self.tabs)
        self.rejected = RejectedList(look)
        self.rejected.view.moved.connect(self._on_moved)
        self.painter = OfferedPainter(look, self)
        self.model = WholeRows(self.painter.spoken, self)
        self.coming = RowView(look, self.model, self.painter, self.tr("Rows that would come in"))
        self.coming.moved.connect(self._on_moved)
        self.coming_pages = QStackedWidget()
        self.coming_pages.addWidget(
            RowList(look, self.model, self.painter, self.tr("Rows that would come in"), view=self.coming)
        )
        self.nothing = Empty(
            look,
            "circle-check",
            self.tr("Nothing new would come in"),
            self.tr("What this file holds is here already, or was rejected."),
        )
        self.coming_pages.addWidget(self.nothing)
        category_painter = CategoryPainter(look, self)
        self.categories = WholeRows(category_spoken, self)
        self.category_view = RowView(look, self.categories, category_painter, self.tr("Categories that would come in"))
        self.coming_pages.addWidget(
            RowList(
                look,
                self.categories,
                category_painter,
                self.tr("Categories that would come in"),
                view=self.category_view,
            )
        )
        self.lists = QStackedWidget()
        self.lists.addWidget(self.rejected)
        self.lists.addWidget(self.coming_pages)
        self.left.body.addWidget(self.lists, 1)
        self.original = RowFacts(look, self.tr("The row in full"))
        self.full = Panel(look, self.tr("The row in full"))
        self.full.body.addWidget(self.original, 1)
        self.facts = Facts(look)
        self.summary = Panel(look, self.tr("What this means"))
        self.summary.body.addLayout(column(self.facts, None, margins=(14, 12, 14, 14)))
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.full, 1)
        right.addWidget(self.summary)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addWidget(self.left, 1080)
        lists.addLayout(right, 540)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.figures)
        outer.addLayout(lists, 1)

    def show_plan(self, plan: Plan) -> None:
        new = plan.report is not self.plan.report
        super().show_plan(plan)
        report = plan.report
        rejected = report.get("rejected", ())
        self.figures.show_figures(self._figures(report))
        self.tabs.set_words(
            [
                self.tr("Rejected {n}").format(n=number(len(rejected))),
                self.tr("Would come in {n}").format(n=number(int(report.get("created", 0)))),
            ]
        )
        categories = plan.kind == CATEGORIES
        self.full.setVisible(not categories)
        self.painter.plan, self.painter.directory = plan, self.context.desk.reference.directory
        self.model.show(plan.offered)
        self.categories.show(report.get("coming", ()))
        self.coming_pages.setCurrentIndex(0 if plan.offered else 2 if self.categories.rows else 1)
        self.show_originals()
        if new:
            self.rejected.view.go(0)
            self.coming.go(0)
            self.category_view.go(0)
            place = REJECTED if rejected else COMING
            self.tabs.pick(place)
            self._on_tab(place)
        self._say_facts(report)

    def show_originals(self) -> None:
        """What stands in the rejected rows has been read."""
        self.rejected.show_rows(rejected_rows(self.plan.report.get("rejected", ()), self.plan.originals))
        self._show_full()

    def _figures(self, report: Mapping[str, Any]) -> list[Figure]:
        sheets: Sequence[Mapping[str, Any]] = report.get("sheets", ())
        read = sum(int(sheet["rows"]) for sheet in sheets)
        names = "、".join(str(sheet["name"]) for sheet in sheets)
        rejected = len(report.get("rejected", ()))
        there, updated = int(report.get("already_there", 0)), int(report.get("updated", 0))
        figures = [
            Figure(self.tr("Read"), number(read), self.tr("rows"), names),
            Figure(self.tr("New"), number(int(report.get("created", 0))), "", self.tr("would be created")),
            Figure(
                self.tr("Here already"),
                number(there),
                "",
                self.tr("told anew {n}").format(n=number(updated))
                if updated
                else self.tr("by number, or earlier in the file"),
            ),
            Figure(
                self.tr("Rejected"),
                number(rejected),
                "",
                self.tr("each with its row and reason") if rejected else self.tr("every row can be read"),
                warn=rejected > 0,
            ),
        ]
        ages = [age for age in report.get("ages", {}).values() if age["oldest"] is not None]
        if ages:
            oldest, newest = min(age["oldest"] for age in ages), max(age["newest"] for age in ages)
            figures.append(
                Figure(
                    self.tr("Newest"),
                    when.day(newest),
                    "",
                    self.tr("oldest {day}").format(day=when.day(oldest)),
                )
            )
        return figures

    def _say_facts(self, report: Mapping[str, Any]) -> None:
        reasons = reason_counts(report.get("rejected", ()))
        most = 5 if self.height() >= self.look.px(640) else 2
        facts: list[tuple[str, str] | tuple[str, str, str]] = [
            ("triangle-alert", self.tr("{reason}: rows {n}").format(reason=row_reason(reason), n=number(count)), "amb")
            for reason, count in reasons[:most]
        ]
        if len(reasons) > most:
            rest = sum(count for _, count in reasons[most:])
            facts.append(("triangle-alert", self.tr("other reasons: rows {n}").format(n=number(rest)), "amb"))
        facts += [("info", note_word(note, int(count))) for note, count in report.get("noted", {}).items()]
        if report.get("created", 0) and report.get("rejected"):
            facts.append(("list-checks", self.tr("Rejected rows stay out; correct them and import the file again.")))
        elif report.get("created", 0):
            facts.append(("circle-check", self.tr("Every row can be read.")))
        elif not report.get("updated", 0):
            facts.append(("circle-check", self.tr("There is nothing to bring in.")))
        if report.get("updated", 0):
            words = self.tr("{n} known orders are told anew: their end, an answer, a limit.")
            facts.append(("file-spreadsheet", words.format(n=number(int(report["updated"]))), "1"))
        if self.categories.rows:
            facts.append(("settings", self.tr("Categories can be changed and retired in the settings afterwards.")))
        self.facts.say(*facts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._say_facts(self.plan.report)
        self.summary.setVisible(self.height() >= self.look.px(480))

    # -- keyboard --------------------------------------------------------------------------------------------------

    def focus_first(self) -> None:
        coming = self.category_view if self.categories.rows else self.coming
        view = self.rejected.view if self.tabs.current == REJECTED else coming
        (view if view.isVisible() else self).setFocus()

    def hints(self) -> Hints:
        return (("↑ ↓", self.tr("rows")), ("← →", self.tr("rejected, would come in")))

    def ways(self) -> Mapping[int, Callable[[], None]]:
        return {Qt.Key.Key_Left: self._tab_left, Qt.Key.Key_Right: self._tab_right}

    def note(self) -> str:
        if self.plan.report and not (self.plan.report.get("created", 0) or self.plan.report.get("updated", 0)):
            return self.tr("Nothing new: going on only keeps a report.")
        return ""

    def _tab_left(self) -> None:
        self.tabs.pick(REJECTED)
        self.focus_first()

    def _tab_right(self) -> None:
        self.tabs.pick(COMING)
        self.focus_first()

    def _on_tab(self, place: int) -> None:
        self.lists.setCurrentIndex(place)
        self._show_full()

    def _on_moved(self, _place: int) -> None:
        self._show_full()

    def _columns(self, sheet: str) -> ColumnMap | None:
        return next((one.map for one in self.plan.sheets if one.name == sheet), None)

    def _show_full(self) -> None:
        if self.tabs.current == REJECTED:
            chosen = self.rejected.chosen
            if chosen is None:
                self.original.show_facts([])
                self.full.caption.setText("")
                return
            cells = self.plan.originals.get(chosen.sheet, {}).get(chosen.row, ())
            self.full.caption.setText(f"{chosen.sheet} · {chosen.row}")
            self.original.show_facts(facts_of_original(chosen, self._columns(chosen.sheet), cells) if cells else [])
            return
        told = self.model.row(self.coming.place)
        self.full.caption.setText(self.tr("as it would come in") if told is not None else "")
        self.original.show_facts(
            facts_of_offered(told, self.context.desk.reference.directory) if told is not None else []
        )
