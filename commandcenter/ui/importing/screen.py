"""The import screen: file, sheets, columns, dry run, history or live, bringing in, report. Exports go out from here too.

Nothing is written before the last step. All work on files is done by jobs in a child process, so the window, and F9
above all, stays free; whoever leaves the screen finds the import where it is, or its report.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout

from commandcenter.desk.import_reports import kept_reports
from commandcenter.desk.jobs import Job
from commandcenter.journal.journal import Changes
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.importing.checkpage import CheckPage
from commandcenter.ui.importing.columnspage import ColumnsPage
from commandcenter.ui.importing.exportpage import ExportPage
from commandcenter.ui.importing.filepage import FilePage, file_name
from commandcenter.ui.importing.keeping import RejectsKeeper
from commandcenter.ui.importing.livepage import LivePage
from commandcenter.ui.importing.page import Page
from commandcenter.ui.importing.plan import CASES, CATEGORIES, EXPORT, HISTORY, Plan
from commandcenter.ui.importing.reportpage import ReportPage, report_text
from commandcenter.ui.importing.sheetspage import SheetsPage
from commandcenter.ui.importing.words import number
from commandcenter.ui.importing.workpage import WorkPage
from commandcenter.ui.parts.basic import ElidedLabel, Line, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.facts import Card
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen, Toast
from commandcenter.ui.parts.stagebar import StageBar, Step
from commandcenter.ui.wording import refusal

log = logging.getLogger(__name__)

JOBS = "commandcenter.desk.importing_job"
KINDS = (CASES, CATEGORIES, EXPORT)
MOST_EARLIER, MOST_OFFERED = 50, 1000
MOST_ORIGINALS = 500
"""So many rejected rows are read again to be shown as they stand in the file."""

FILE, SHEETS, COLUMNS, CHECK, LIVE, RUN, OUT = "file", "sheets", "columns", "check", "live", "run", "out"
WORK, REPORT = "work", "report"


class ImportScreen(Screen):
    """One import at a time. ``plan`` is its draft, ``stage`` where it stands."""

    name = "importing"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.plan = Plan()
        self.stage = FILE
        self.job: Job | None = None
        self._doing = ""
        self._told_categories = ""
        self._in_report = False
        self._build()
        for keys, way in (
            ("Ctrl+Return", self.go_on),
            ("Ctrl+Enter", self.go_on),
            ("Ctrl+O", self.browse),
            ("Alt+O", self.out.open_written),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(way)
        self._show_stage(FILE)

    def title(self) -> str:
        return self.tr("Export") if self.plan.kind == EXPORT else self.tr("Import")

    def caption(self) -> str:
        return self.plan.file

    def where(self) -> Mapping[str, Any]:
        return {"resume": (self.plan, self.stage, self.job, self._doing)}

    def hints(self) -> Hints:
        page = self._page
        if page is self.work:
            return page.hints()
        if page is self.report:
            return (*page.hints(), ("Ctrl O", self.tr("another file")), ("Esc", self.tr("back to the start")))
        back = self.tr("to the cases") if self._first else self.tr("one stage back")
        hints = page.hints()
        leave = () if any(keys == "Esc" for keys, _ in hints) else (("Esc", back),)
        return (*hints, ("Ctrl Enter", self._forward_words()), *leave)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.tabs = SegTabs(look, [self.tr("Cases"), self.tr("Categories"), self.tr("Export")])
        self.tabs.picked.connect(self._on_kind)
        self.bar = StageBar(look)
        self.bar.picked.connect(self._on_step)
        self.file_name = ElidedLabel(look, "", "name", "2")
        self.file_name.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.another = Button(look, self.tr("Another file"), key="Ctrl O", icon="file-spreadsheet")
        self.another.clicked.connect(self.browse)
        top = QFrame()
        top.setFixedHeight(look.px(70))
        top.setProperty("panel", "true")
        line = QHBoxLayout(top)
        line.setContentsMargins(14, 6, 14, 6)
        line.setSpacing(18)
        line.addWidget(self.tabs)
        self.parting = Line("v")
        line.addWidget(self.parting)
        line.addWidget(self.bar, 3)
        line.addWidget(self.file_name, 1)
        line.addStretch(0)
        line.addWidget(self.another)
        self.file = FilePage(self.context)
        self.sheets = SheetsPage(self.context)
        self.columns = ColumnsPage(self.context)
        self.check = CheckPage(self.context)
        self.live = LivePage(self.context)
        self.work = WorkPage(self.context)
        self.report = ReportPage(self.context)
        self.out = ExportPage(self.context)
        self._pages: dict[str, Page] = {
            FILE: self.file,
            SHEETS: self.sheets,
            COLUMNS: self.columns,
            CHECK: self.check,
            LIVE: self.live,
            WORK: self.work,
            REPORT: self.report,
            OUT: self.out,
        }
        self.stack = QStackedWidget()
        for page in self._pages.values():
            self.stack.addWidget(page)
            page.changed.connect(self._show_bars)
        self.foot = QFrame()
        self.foot.setProperty("panel", "true")
        self.note = ElidedLabel(look, "", "body", "2")
        self.back_button = Button(look, self.tr("Back"), key="Esc", kind="ghost", icon="arrow-left")
        self.back_button.clicked.connect(self.go_back)
        self.on_button = Button(look, self.tr("Next"), key="Ctrl Enter", kind="primary")
        self.on_button.clicked.connect(self.go_on)
        self.foot.setLayout(row(self.note, self.back_button, self.on_button, gap=10, margins=(14, 9, 12, 9)))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        outer.addWidget(top)
        outer.addWidget(self.stack, 1)
        self.card = Card(look)
        outer.addWidget(self.card)
        outer.addWidget(self.foot)
        self.file.chosen.connect(self.choose)
        self.file.opened.connect(self._on_earlier)
        self.out.opened.connect(self._open_path)
        self.work.stop.clicked.connect(self.go_back)
        self.report.open_wanted.connect(self._open_report)
        self.report.copy_wanted.connect(self.copy_report)
        self.report.save_wanted.connect(self._save_rejects)
        self.file.watch.wanted.connect(self._watch_folder)
        self.file.watch.read_wanted.connect(self.choose)
        self._keeper = RejectsKeeper(self.context, self)
        self.report.cases_wanted.connect(self._see_cases)
        self.report.rest_wanted.connect(self.bring_in)

    # -- where it stands -------------------------------------------------------------------------------------------

    @property
    def _page(self) -> Page:
        if self.job is not None:
            return self.work
        return self.report if self._in_report else self._pages[self.stage]

    @property
    def _first(self) -> bool:
        return self.stage in (FILE, OUT)

    @property
    def bringing_in(self) -> bool:
        """Whether an import that writes is at work."""
        return self.job is not None and self._doing == "import"

    def stages(self) -> list[str]:
        """The stages of this kind of work, in order."""
        if self.plan.kind == EXPORT:
            return [OUT]
        if self.plan.kind == CATEGORIES:
            return [FILE, CHECK, RUN]
        sheets = [SHEETS] if len(self.plan.sheets) != 1 else []
        return [FILE, *sheets, COLUMNS, CHECK, LIVE, RUN]

    def _steps(self) -> list[Step]:
        words = {
            FILE: self.tr("File"),
            SHEETS: self.tr("Sheets"),
            COLUMNS: self.tr("Columns"),
            CHECK: self.tr("Dry run"),
            LIVE: self.tr("History or live"),
            RUN: self.tr("Bring in"),
            OUT: self.tr("Export"),
        }
        return [
            Step(code, f"{place} {words[code]}", self._fact(code)) for place, code in enumerate(self.stages(), start=1)
        ]

    def _fact(self, code: str) -> str:
        plan = self.plan
        order = self.stages()
        at = RUN if self._in_report or self.bringing_in else self.stage
        if order.index(code) > (order.index(at) if at in order else 0):
            return ""
        if code == SHEETS and plan.sheets:
            return self.tr("{n} of {all}").format(n=len(plan.taken), all=len(plan.sheets))
        if code == COLUMNS and plan.sorts:
            known = sum(bool(one.field) for one in plan.sorts[0].map.columns)
            return self.tr("{known} of {width} used").format(known=known, width=len(plan.sorts[0].map.columns))
        if code == CHECK and plan.report:
            return self.tr("{n} new").format(n=number(int(plan.report.get("created", 0))))
        if code == LIVE and plan.report:
            live = plan.live_count
            return self.tr("{n} live").format(n=number(live)) if live else self.tr("history")
        if code == FILE and plan.sheets:
            return self.tr("sheets {n}").format(n=len(plan.sheets))
        return ""

    def _show_stage(self, stage: str) -> None:
        self.stage = stage
        self._in_report = False
        self.card.say("", "")
        page = self._pages[stage]
        page.show_plan(self.plan)
        self._show_page()

    def _show_page(self) -> None:
        self.stack.setCurrentWidget(self._page)
        self._show_bars()
        if self.isVisible() and self.window().isActiveWindow():
            self._page.focus_first()

    def _show_bars(self) -> None:
        page, working = self._page, self.job is not None
        at = RUN if page is self.report or self.bringing_in else self.stage
        self.bar.show_steps(self._steps(), at, back=not working)
        self.bar.setVisible(self.plan.kind != EXPORT)
        self.parting.setVisible(self.plan.kind != EXPORT)
        place = KINDS.index(self.plan.kind)
        self.tabs.blockSignals(True)
        self.tabs.pick(place)
        self.tabs.blockSignals(False)
        self.tabs.setEnabled(not working)
        self.file_name.setText(self.plan.file if self.plan.kind != EXPORT else "")
        self.another.setVisible((self.plan.kind != EXPORT and self.stage != FILE) or page is self.report)
        self.another.setEnabled(not working)
        self.foot.setVisible(page not in (self.work, self.report))
        lacks = page.lacks()
        self.note.setText(
            lacks or page.note() or ("" if self._first else self.tr("Nothing is written before the last step."))
        )
        self.note.set_tone("amb" if lacks and not self._first else "2")
        self.on_button.setEnabled(not lacks)
        self.on_button.set_text(self._forward_words())
        self.back_button.set_text(self.tr("To the cases") if self._first else self.tr("Back"))
        self.services.hints_changed.emit()

    def _forward_words(self) -> str:
        if self.stage == OUT:
            return self.tr("Write the file")
        if self.stage == FILE:
            return self.tr("Read the file")
        if self.stage == COLUMNS:
            return self.tr("Try it (dry run)")
        created = int(self.plan.report.get("created", 0)) if self.plan.report else 0
        if self.stage == LIVE or (self.stage == CHECK and (self.plan.kind == CATEGORIES or not created)):
            updated = int(self.plan.report.get("updated", 0)) if self.plan.report else 0
            if not created and updated:
                return self.tr("Tell {n} anew").format(n=number(updated))
            if not created:
                return self.tr("Keep the report")
            return self.tr("Bring in {n}").format(n=number(created))
        return self.tr("Next")

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "resume" in what:
            self._resume(*what["resume"])
            return
        if self.job is not None:
            self.services.toast.emit(Toast(self.tr("Something is at work here; it ends or is stopped first.")))
            return
        if what.get("export"):
            self.out.take_query(what.get("query", {}))
            self._set_kind(EXPORT)
        elif what.get("categories"):
            self._set_kind(CATEGORIES)
        elif self.plan.kind == EXPORT:
            self._set_kind(CASES)
        if what.get("file"):
            self.choose(str(what["file"]))

    def cares(self, changes: Changes) -> bool:
        return False

    def clearance(self) -> int:
        """Toasts stand above the foot with its buttons."""
        return self.look.px(72)

    def reload(self, changes: Changes) -> None:
        if self.desk.reference.founded:
            self._look_for_earlier()

    def _resume(self, plan: Plan, stage: str, job: Job | None, doing: str) -> None:
        self.plan = plan
        self._show_stage(stage)
        if job is not None and not job.over:
            self._watch(job, doing)

    def _look_for_earlier(self) -> None:
        answer = self.desk.ask(kept_reports(self.desk.folder, MOST_EARLIER))
        answer.done.connect(self.file.show_earlier)

    def tick(self, now: int) -> None:
        if self.job is not None:
            self.work.tick(now)

    def focusInEvent(self, event: object) -> None:
        self._page.focus_first()

    # -- the ways on and back --------------------------------------------------------------------------------------

    def browse(self) -> None:
        """Ctrl+O: look for a file, whatever stage it is."""
        if self.job is not None or self.plan.kind == EXPORT:
            return
        if self.stage != FILE or self._in_report:
            self._begin_anew(self.plan.kind)
        self.file.browse()

    def choose(self, path: str) -> None:
        """A file was chosen, typed or dropped: read it. Nothing is written."""
        if self.job is not None:
            return
        kind = CASES if self.plan.kind == EXPORT else self.plan.kind
        self.plan = Plan(kind, path=path, file=path.replace("\\", "/").rpartition("/")[2])
        self.file.show_trouble("")
        self._show_stage(FILE)
        if kind == CATEGORIES:
            self._rehearse()
        else:
            remembered = {name: dict(kept) for name, kept in self.services.settings.import_columns.items()}
            self._start("survey", "survey_workbook", {"remembered": remembered})

    def go_on(self) -> None:
        """Ctrl+Enter: one stage on, when nothing is missing."""
        if self.job is not None or self._in_report:
            return
        if self._page.lacks():
            self._show_bars()
            return
        if self.stage == FILE:
            self.file.send()
        elif self.stage == SHEETS:
            self._show_stage(COLUMNS)
        elif self.stage == COLUMNS:
            self._remember_columns()
            self._rehearse()
        elif self.stage == CHECK and self.plan.kind == CASES and self.plan.report.get("created", 0):
            self._show_stage(LIVE)
        elif self.stage in (CHECK, LIVE):
            self.bring_in()
        elif self.stage == OUT:
            self._export()

    def go_back(self) -> None:
        """Esc: stop the work, else one stage back."""
        page = self._page
        if self.job is not None:
            self.work.show_stopping()
            self.job.cancel()
        elif page is self.report:
            self._begin_anew(self.plan.kind)
        elif isinstance(page, ColumnsPage | LivePage) and page.back_inside():
            return
        elif self._first:
            self.services.go.emit(Go("cases"))
        else:
            order = self.stages()
            self._show_stage(order[order.index(self.stage) - 1])

    def _on_step(self, code: str) -> None:
        if self.job is None and code in self._pages:
            self._show_stage(code)

    def _begin_anew(self, kind: str) -> None:
        self.plan = Plan(kind)
        self.file.line.clear()
        self.file.show_trouble("")
        self._look_for_earlier()
        self._show_stage(OUT if kind == EXPORT else FILE)

    def _set_kind(self, kind: str) -> None:
        if self.job is None and (kind != self.plan.kind or self._in_report):
            self.plan = Plan(kind, path=self.plan.path)
            self.file.show_trouble("")
            self._show_stage(OUT if kind == EXPORT else FILE)

    def _on_kind(self, place: int) -> None:
        self._set_kind(KINDS[place])

    def step_tab(self, by: int) -> bool:
        self.next_tab()
        return True

    def next_tab(self) -> None:
        """Ctrl+Tab: other headings in the columns, elsewhere the next kind of work."""
        if self.stage == COLUMNS and self.job is None:
            self.columns.next_sort()
        elif self._first:
            self._set_kind(KINDS[(KINDS.index(self.plan.kind) + 1) % len(KINDS)])

    def _remember_columns(self) -> None:
        before = self.services.settings.import_columns
        kept = self.plan.remembered(before)
        if kept != before:
            self.services.settings_wanted.emit({"import_columns": kept})

    # -- work ------------------------------------------------------------------------------------------------------

    def _start(self, doing: str, function: str, options: Mapping[str, Any], path: str = "") -> None:
        arguments = {
            **self.desk.child_arguments(),
            "path": path or self.plan.path,
            "options": {**options, "now": self.now()},
        }
        self._watch(self.desk.start_job("import", f"{JOBS}:{function}", arguments), doing)

    def _watch(self, job: Job, doing: str) -> None:
        self.job, self._doing = job, doing
        self.card.say("", "")
        job.progressed.connect(self.work.show_progress)
        job.done.connect(self._on_done)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_cancelled)
        words = {
            "survey": self.tr("Reading the file"),
            "rehearse": self.tr("Dry run"),
            "import": self.tr("Bringing in"),
            "export": self.tr("Writing the file"),
        }
        self.work.begin(words[doing], self.now(), writes=doing == "import")
        self._show_page()

    def _rehearse(self) -> None:
        if self.plan.kind == CATEGORIES:
            self._start("rehearse", "import_categories", {"dry_run": True})
        else:
            self._start("rehearse", "rehearse_workbook", self.plan.options() | {"live": "none", "most": MOST_OFFERED})

    def bring_in(self) -> None:
        """The one step that writes."""
        if self.job is not None or not self.plan.path:
            return
        function = "import_categories" if self.plan.kind == CATEGORIES else "import_workbook"
        self._in_report = False
        self._start("import", function, self.plan.options() | {"who": asdict(self.desk.who())})

    def _export(self) -> None:
        self.out.show_trouble("")
        self._start("export", "export_cases", self.out.options(), self.out.path)

    def _end_work(self) -> str:
        doing, self.job, self._doing = self._doing, None, ""
        return doing

    def _on_done(self, told: Mapping[str, Any]) -> None:
        doing = self._end_work()
        if doing == "survey":
            self._on_surveyed(told)
        elif doing == "rehearse":
            self._on_rehearsed(told)
        elif doing == "import":
            self._on_imported(told)
        elif doing == "export":
            self._show_stage(OUT)
            self.out.show_done(told)

    def _on_surveyed(self, told: Mapping[str, Any]) -> None:
        path = self.plan.path
        self.plan = Plan.from_survey(path, told)
        if self.plan.looks_like_categories and path != self._told_categories:
            self._told_categories = path
            self.plan = Plan(CATEGORIES, path=path, file=self.plan.file)
            self.services.toast.emit(Toast(self.tr("This is a list of categories and is read as one.")))
            self._show_stage(FILE)
            self._rehearse()
            return
        self._show_stage(self.stages()[1])

    def _on_rehearsed(self, told: Mapping[str, Any]) -> None:
        if told.get("cancelled"):
            self._show_page()
            return
        plan = self.plan
        plan.report, plan.originals = told, {}
        offered = {(str(one["sheet"]), int(one["row"])) for one in plan.offered}
        plan.ticked &= offered
        if not plan.report.get("created") or plan.live_count == 0:
            plan.live = HISTORY
        self._show_stage(CHECK)
        wanted = [[one["sheet"], one["row"]] for one in told["rejected"][:MOST_ORIGINALS]]
        if wanted and plan.kind == CASES:
            arguments = {**self.desk.child_arguments(), "path": plan.path, "options": {"rows": wanted}}
            self._reading = self.desk.start_job("import", f"{JOBS}:rows_of_workbook", arguments)
            self._reading_for = plan.report
            self._reading.done.connect(self._on_originals)

    def _on_originals(self, told: Mapping[str, Any]) -> None:
        if self._reading_for is self.plan.report:
            self.plan.originals = told
            self.check.show_originals()

    def _on_imported(self, told: Mapping[str, Any]) -> None:
        self._show_report(told)
        if not self.isVisible():
            words = self.tr("Import ended: {created} created, {there} here already, {rejected} rejected").format(
                created=number(int(told["created"])),
                there=number(int(told["already_there"])),
                rejected=number(len(told["rejected"])),
            )
            self.services.toast.emit(Toast(words, kind="done", seconds=10))
        self._look_for_earlier()

    def _show_report(self, told: Mapping[str, Any]) -> None:
        expected = None
        if self.plan.report and self.plan.path:
            expected = sum(int(sheet["rows"]) for sheet in self.plan.report["sheets"])
        self.report.show_report(told, self.plan, expected=expected)
        self._in_report = True
        self._show_page()

    def _on_earlier(self, told: Mapping[str, Any]) -> None:
        kind = CASES if "live" in told else CATEGORIES
        self.plan = Plan(kind, file=file_name(told))
        self._show_report(told)

    def _on_failed(self, trouble: Trouble) -> None:
        doing = self._end_work()
        words = self._words_of(trouble, doing)
        if doing == "export":
            self._show_stage(OUT)
            self.out.show_trouble(words)
        elif doing == "import":
            self._show_page()
            self.card.say(
                words,
                self.tr("What was brought in before stays; bringing it in again takes only what is not here yet."),
            )
            self._look_for_earlier()
        elif doing == "rehearse" and self.stage != FILE:
            self._show_page()
            self.card.say(words, self.tr("Nothing was written."))
        else:
            path, kind = self.plan.path, self.plan.kind
            self.plan = Plan(kind, path=path)
            self._show_stage(FILE)
            self.file.show_trouble(words)
        if not self.isVisible():
            self.services.toast.emit(Toast(words, kind="warn", seconds=10))

    def _words_of(self, trouble: Trouble, doing: str) -> str:
        """The sentence for a trouble; an error of our own goes to the log whole and to the screen in one line."""
        facts = dict(trouble.facts)
        if trouble.code == "crashed":
            detail = str(facts.get("detail", ""))
            log.error("the job %s broke off: %s", doing, detail)
            last = detail.strip().splitlines()[-1] if detail.strip() else ""
            if doing == "import":
                return self.tr("The import broke off ({detail}); the error was written to the log.").format(detail=last)
            facts["detail"] = last
        return refusal(trouble.code, facts, self.desk.reference.unit_name)

    def _on_cancelled(self) -> None:
        self._end_work()
        self._show_page()

    # -- the report ------------------------------------------------------------------------------------------------

    def copy_report(self) -> None:
        """Ctrl+C: the report as text."""
        QGuiApplication.clipboard().setText(report_text(self.report.report))
        self.services.toast.emit(Toast(self.tr("The report is copied"), kind="done"))

    def _save_rejects(self) -> None:
        self._keeper.keep(self.plan.path, self.report.report)

    def _watch_folder(self, folder: str) -> None:
        self.services.settings_wanted.emit({"watch_folder": folder})

    def _open_report(self) -> None:
        name = str(self.report.report.get("report", ""))
        if name:
            self._open_path(str(self.desk.folder / name))

    def _open_path(self, path: str) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(path)):
            self.services.toast.emit(
                Toast(self.tr("No program opens it; it lies at {path}").format(path=path), kind="warn")
            )

    def _see_cases(self) -> None:
        live = int(self.report.report.get("live", 0))
        report = self.report.report
        cases, told = list(report.get("cases", ())), int(report["created"]) + int(report.get("updated", 0))
        if cases and len(cases) == told:
            self.services.go.emit(Go("cases", {"ids": cases}))
            return
        if report.get("batch"):
            self.services.go.emit(Go("cases", {"batch": str(report["batch"])}))
            return
        self.services.go.emit(Go("cases", {"view": "to_judge" if live else "history"}))

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ways: Mapping[int, Callable[[], None]] = self._page.ways()
        if key == Qt.Key.Key_Escape:
            self.go_back()
        elif not modifiers and key in ways:
            ways[key]()
        elif (
            self._page is self.report
            and modifiers == Qt.KeyboardModifier.ControlModifier
            and event.matches(QKeySequence.StandardKey.Copy)
        ):
            self.copy_report()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.file_name.setVisible(self.width() > self.look.px(1500))
