"""The last stage: what came of every row. The report lies beside the data; it can be opened and copied."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from commandcenter.ui.importing.filepage import moment_of
from commandcenter.ui.importing.offered import OfferedPainter
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import Plan
from commandcenter.ui.importing.rejected import RejectedList, reason_counts, rejected_rows
from commandcenter.ui.importing.words import note_word, number
from commandcenter.ui.parts.basic import ElidedLabel, Label, Panel, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.facts import Facts
from commandcenter.ui.parts.figures import Figure, FigureStrip
from commandcenter.ui.parts.rows import RowList, RowView
from commandcenter.ui.parts.screen import Context, Hints
from commandcenter.ui.parts.tickrows import WholeRows
from commandcenter.ui.wording import row_reason

translate = QCoreApplication.translate


def report_text(report: Mapping[str, Any]) -> str:
    """The report as text for a letter or a spreadsheet: figures, then a line for each rejected row, parted by tabs."""
    lines = [
        "\t".join((translate("Importing", "File"), str(report.get("file", "")))),
        "\t".join((translate("Importing", "Created"), str(report["created"]))),
        "\t".join((translate("Importing", "Here already"), str(report["already_there"]))),
        "\t".join((translate("Importing", "Told anew"), str(report.get("updated", 0)))),
        "\t".join((translate("Importing", "Rejected"), str(len(report["rejected"])))),
    ]
    if report.get("cancelled"):
        lines.append(translate("Importing", "Stopped half-way; the rest was not brought in."))
    if report["rejected"]:
        heads = (translate("Importing", "Sheet"), translate("Importing", "Row"), translate("Importing", "Why not"))
        lines += ["", "\t".join(heads)]
    for one in report["rejected"]:
        lines.append("\t".join((str(one["sheet"]), str(one["row"]), row_reason(str(one["reason"])))))
    return "\n".join(lines)


class ReportPage(Page):
    """Figures above, rejected rows at the left, what it means and what can be done at the right."""

    open_wanted = Signal()
    copy_wanted = Signal()
    cases_wanted = Signal()
    rest_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        look = self.look
        self.report: Mapping[str, Any] = {}
        self._rest_count: int | None = None
        self._stopped = False
        self.head = Panel(look)
        self.picture = QLabel()
        self.words = Label(look, "", "screen")
        self.caption = ElidedLabel(look, "", "body", "2")
        self.head.body.addLayout(row(self.picture, self.words, self.caption, gap=12, margins=(14, 10, 14, 10)))
        self.figures = FigureStrip(look)
        self.rejected = RejectedList(look)
        self.painter = OfferedPainter(look, self, ways=True)
        self.model = WholeRows(self.painter.spoken, self)
        self.came = RowView(look, self.model, self.painter, self.tr("Rows that came in"))
        self.tabs = SegTabs(look, ["", ""])
        self.tabs.picked.connect(self._on_tab)
        self.left = Panel(look, self.tr("Row by row"))
        self.left.add_to_head(self.tabs)
        self.lists = QStackedWidget()
        self.lists.addWidget(self.rejected)
        self.lists.addWidget(RowList(look, self.model, self.painter, self.tr("Rows that came in"), view=self.came))
        self.left.body.addWidget(self.lists, 1)
        right = Panel(look, self.tr("What this means"))
        self.facts = Facts(look)
        self.rest = Button(look, self.tr("Bring in the rest"), key="R", kind="primary", icon="play")
        self.cases = Button(look, self.tr("See the cases"), key="G", icon="folder-kanban")
        self.open = Button(look, self.tr("Open the report"), key="O", icon="file-text")
        self.copy = Button(look, self.tr("Copy the report"), key="Ctrl C", icon="copy")
        self.save = Button(look, self.tr("Save the rejected rows"), key="S", icon="save")
        for button, signal in (
            (self.rest, self.rest_wanted),
            (self.cases, self.cases_wanted),
            (self.open, self.open_wanted),
            (self.copy, self.copy_wanted),
            (self.save, self.save_wanted),
        ):
            button.clicked.connect(signal)
        buttons = column(gap=8)
        buttons.addLayout(row(self.rest, self.cases, None))
        buttons.addLayout(row(self.open, self.copy, None))
        buttons.addLayout(row(self.save, None))
        inner = column(self.facts, gap=16, margins=(14, 12, 14, 14))
        inner.addLayout(buttons)
        inner.addStretch(1)
        right.body.addLayout(inner)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        lists.addWidget(self.left, 1080)
        lists.addWidget(right, 540)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self.head)
        outer.addWidget(self.figures)
        outer.addLayout(lists, 1)

    def show_report(self, report: Mapping[str, Any], plan: Plan, *, expected: int | None) -> None:
        """Show a report. ``expected`` rows would have been read in all, as far as that is known."""
        self.show_plan(plan)
        self.report = report
        cancelled, cases = bool(report.get("cancelled")), "live" in report
        read = sum(int(sheet["rows"]) for sheet in report["sheets"])
        settled = int(report["created"]) + int(report["already_there"]) + len(report["rejected"])
        rest = None if expected is None else max(0, expected - settled)
        stopped = cancelled and rest != 0
        icon, ink = ("circle-pause", "amb") if stopped else ("circle-check", "ok")
        self.picture.setPixmap(self.look.icon(icon, ink, self.look.px(24)))
        self.words.setText(self._headline(report, stopped=stopped, cases=cases))
        self.caption.setText("  ·  ".join(part for part in (str(report.get("file", "")), self._moment()) if part))
        self.figures.show_figures(self._figures(report, read, rest, stopped=stopped, cases=cases))
        self.rejected.show_rows(rejected_rows(report["rejected"], plan.originals))
        self._show_came_in(report, plan, stopped=stopped)
        self._rest_count, self._stopped = rest, stopped
        self._say_facts()
        self.rest.setVisible(stopped and expected is not None)
        self.save.setVisible(cases and bool(report["rejected"]) and bool(plan.path))
        self.cases.setVisible(cases and int(report["created"]) + int(report["already_there"]) > 0)
        self.changed.emit()

    def _show_came_in(self, report: Mapping[str, Any], plan: Plan, *, stopped: bool) -> None:
        """The rows that came in are those of the dry run - unless it was stopped, then nobody has told which."""
        came = plan.offered if report["created"] and not stopped else ()
        self.painter.plan, self.painter.directory = plan, self.context.desk.reference.directory
        self.model.show(came)
        self.came.go(0)
        self.tabs.set_words(
            [
                self.tr("Rejected {n}").format(n=number(len(report["rejected"]))),
                self.tr("Came in {n}").format(n=number(int(report["created"]))),
            ]
        )
        self.tabs.setVisible(bool(came))
        self.tabs.pick(1 if came and not report["rejected"] else 0)
        self._on_tab(self.tabs.current)

    def _on_tab(self, place: int) -> None:
        self.lists.setCurrentIndex(place)
        self.left.caption.setText(
            self.tr("the newest first")
            if place
            else self.tr("correct them in the file and import it again")
            if self.rejected.model.rows
            else ""
        )
        self.changed.emit()

    def _tab_left(self) -> None:
        if self.tabs.isVisible():
            self.tabs.pick(0)
            self.focus_first()

    def _tab_right(self) -> None:
        if self.tabs.isVisible():
            self.tabs.pick(1)
            self.focus_first()

    def _headline(self, report: Mapping[str, Any], *, stopped: bool, cases: bool) -> str:
        created = number(int(report["created"]))
        if stopped:
            return self.tr("Stopped half-way: {n} brought in").format(n=created)
        if not report["created"] and report.get("updated"):
            return self.tr("Known numbers told anew: {n}").format(n=number(int(report["updated"])))
        if not report["created"]:
            return (
                self.tr("Nothing new: everything was here already")
                if report["already_there"]
                else self.tr("Nothing was brought in")
            )
        words = self.tr("cases brought in: {n}") if cases else self.tr("categories listed: {n}")
        return words.format(n=created)

    def _moment(self) -> str:
        return moment_of(str(self.report.get("report", "")))

    def _figures(
        self, report: Mapping[str, Any], read: int, rest: int | None, *, stopped: bool, cases: bool
    ) -> list[Figure]:
        rejected = len(report["rejected"])
        below = ""
        if cases:
            below = self.tr("ended {ended} · history {history} · live {live}").format(
                ended=number(int(report.get("ended", 0))),
                history=number(int(report["history"])),
                live=number(int(report["live"])),
            )
        figures = [
            Figure(self.tr("Created"), number(int(report["created"])), "", below),
            Figure(self.tr("Here already"), number(int(report["already_there"])), "", self._updated(report)),
            Figure(
                self.tr("Rejected"),
                number(rejected),
                "",
                self.tr("see below") if rejected else self.tr("none"),
                warn=rejected > 0,
            ),
        ]
        if stopped:
            words = number(rest) if rest is not None else "—"
            figures.append(
                Figure(self.tr("Not reached"), words, self.tr("rows"), self.tr("stopped before them"), warn=True)
            )
        figures.append(
            Figure(
                self.tr("Took"),
                f"{float(report.get('seconds', 0)):.1f}",
                self.tr("s"),
                self.tr("rows read: {n}").format(n=number(read)),
            )
        )
        return figures

    def _updated(self, report: Mapping[str, Any]) -> str:
        updated = int(report.get("updated", 0))
        return self.tr("told anew {n}").format(n=number(updated)) if updated else self.tr("left as they were")

    def _facts(
        self, report: Mapping[str, Any], rest: int | None, *, stopped: bool
    ) -> list[tuple[str, str] | tuple[str, str, str]]:
        low = self.height() < self.look.px(540)
        facts: list[tuple[str, str] | tuple[str, str, str]] = []
        if stopped:
            facts.append(("shield-check", self.tr("What was brought in stays and is complete."), "1"))
            facts.append(("play", self.tr("Bringing in the rest takes only what is not here yet."), "1"))
        facts += [
            ("triangle-alert", self.tr("{reason}: rows {n}").format(reason=row_reason(reason), n=number(count)), "amb")
            for reason, count in reason_counts(report["rejected"])[: 2 if low else 4]
        ]
        facts += [("info", note_word(note, int(count))) for note, count in report.get("noted", {}).items()]
        for sheet in () if low else report["sheets"]:
            words = self.tr("{sheet}: {created} created, {there} here already, {rejected} rejected").format(
                sheet=sheet["name"],
                created=number(int(sheet["created"])),
                there=number(int(sheet["already_there"])),
                rejected=number(int(sheet["rejected"])),
            )
            facts.append(("sheet", words))
        if report.get("report"):
            facts.append(("archive", self.tr("Kept beside the data: {path}").format(path=report["report"])))
        return facts

    def _say_facts(self) -> None:
        self.facts.say(*self._facts(self.report, self._rest_count, stopped=self._stopped))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.report:
            self._say_facts()

    def focus_first(self) -> None:
        if self.tabs.current and self.model.rows:
            self.came.setFocus()
        elif self.rejected.model.rows:
            self.rejected.view.setFocus()
        else:
            (self.rest if self.rest.isVisible() else self.copy).setFocus()

    def hints(self) -> Hints:
        rest = (("R", self.tr("bring in the rest")),) if self.rest.isVisible() else ()
        cases = (("G", self.tr("see the cases")),) if self.cases.isVisible() else ()
        tabs = (("← →", self.tr("rejected, came in")),) if self.tabs.isVisible() else ()
        save = (("S", self.tr("save the rejected rows")),) if self.save.isVisible() else ()
        return (*rest, *cases, *tabs, *save, ("O", self.tr("open the report")), ("Ctrl C", self.tr("copy it")))

    def ways(self) -> Mapping[int, Callable[[], None]]:
        return {
            Qt.Key.Key_R: self._rest,
            Qt.Key.Key_G: self._cases,
            Qt.Key.Key_O: self.open_wanted.emit,
            Qt.Key.Key_S: self._save,
            Qt.Key.Key_Left: self._tab_left,
            Qt.Key.Key_Right: self._tab_right,
        }

    def _rest(self) -> None:
        if self.rest.isVisible():
            self.rest_wanted.emit()

    def _save(self) -> None:
        if self.save.isVisible():
            self.save_wanted.emit()

    def _cases(self) -> None:
        if self.cases.isVisible():
            self.cases_wanted.emit()
