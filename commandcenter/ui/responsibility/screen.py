"""The responsibility list (职责清单): what the street answers for, which new tasks it takes, which duties were disputed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done
from commandcenter.desk.read import Read
from commandcenter.domain.admission import Admission
from commandcenter.domain.office import OFFICE
from commandcenter.exchange.duty_list import HEADINGS, export_rows
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.duty_disputes import Dispute
from commandcenter.journal.trouble import Trouble
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.days import short_moment
from commandcenter.ui.parts.figures import FigureStrip
from commandcenter.ui.parts.forms import Field, FormSheet
from commandcenter.ui.parts.printing import print_form
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen, Toast
from commandcenter.ui.responsibility.admissionpage import AdmissionPage
from commandcenter.ui.responsibility.bringing import BringSheet
from commandcenter.ui.responsibility.disputepage import DisputePage
from commandcenter.ui.responsibility.listpage import DutyPage
from commandcenter.ui.responsibility.model import split_figures
from commandcenter.ui.responsibility.sheets import DutySheets
from commandcenter.ui.wording import trouble

FAMILIES = {"responsibility", "admission", "unit", "category", "case", "report_in", "joint"}
OWN = {"responsibility", "admission", "unit", "category"}
LIST, ADMISSION, DISPUTES = range(3)


class ResponsibilityScreen(Screen):
    """Tab 职责清单 of the room of cases."""

    name = "responsibility"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._wanted = ""
        self._export: FormSheet | None = None
        self.bringing: BringSheet | None = None
        self.acting = Acting(context, self)
        self.acting.done.connect(self._on_done)
        self.sheets = DutySheets(context, self.acting)
        self._build()
        self.desk.lessons.learned.connect(self._show_figures)
        self.desk.lessons.failed.connect(self._on_trouble)

    def title(self) -> str:
        return self.tr("Responsibilities")

    def caption(self) -> str:
        return self.tr("what stands in it is ours; what does not is not taken, but for emergencies")

    def hints(self) -> Hints:
        page = self.tabs.current
        told: list[tuple[str, str]] = []
        if page == LIST:
            told += [("/", self.tr("search")), ("0…6", self.tr("block")), ("N", self.tr("add"))]
            if self.duties.item is not None:
                told += [("E", self.tr("change")), ("X", self.tr("take off or put back"))]
            told += [("I", self.tr("from a file"))]
        elif page == ADMISSION:
            told.append(("N", self.tr("enter a document")))
            if self.admissions.state is not None and self.admissions.next_words(self.admissions.state):
                told.append((".", self.tr("next step")))
            if self.admissions.returnable:
                told.append(("R", self.tr("return")))
        else:
            told.append(("Enter", self.tr("go to the matter")))
        return (
            *told,
            ("O", self.tr("export")),
            ("Ctrl P", self.tr("print")),
            ("L", self.tr("learn")),
            ("T", self.tr("next page")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.figures = FigureStrip(look)
        self.tabs = SegTabs(look, [self.tr("List"), self.tr("Admission"), self.tr("Disputes")])
        self.tabs.picked.connect(self._on_page)
        self.duties = DutyPage(look, self.desk)
        self.duties.acted.connect(self._act)
        self.duties.list.view.moved.connect(self._on_moved)
        self.admissions = AdmissionPage(look, self.desk)
        self.admissions.acted.connect(self._act)
        self.admissions.list.view.moved.connect(self._on_moved)
        self.disputes = DisputePage(look, self.desk)
        self.disputes.list.view.opened.connect(self._on_dispute)
        self.bring = Button(look, self.tr("From a file"), key="I", icon="file-spreadsheet", small=True)
        self.export = Button(look, self.tr("Export"), key="O", icon="download", small=True)
        self.paper = Button(look, self.tr("Print"), key="Ctrl P", icon="printer", small=True)
        for name, button in (("bring", self.bring), ("export", self.export), ("print", self.paper)):
            button.setObjectName(name)
            button.clicked.connect(self._on_button)
        self.pages = QStackedWidget()
        for page in (self.duties, self.admissions, self.disputes):
            self.pages.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(10)
        outer.addWidget(self.figures)
        outer.addLayout(row(self.tabs, None, self.bring, self.export, self.paper))
        outer.addWidget(self.pages, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(1500)
        for side in (self.duties.side, self.admissions.side):
            side.setFixedWidth(self.look.px(400 if wide else 310))

    # -- becoming current ------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "admission" in what:
            self._wanted = str(what["admission"])
            self.tabs.pick(ADMISSION)
            self._load()
        elif "item" in what:
            self.tabs.pick(LIST)
            self._load()
            place = self.duties.list.model.place_of(str(what["item"]))
            if place >= 0:
                self.duties.list.view.go(place)

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def reload(self, changes: Changes) -> None:
        if "*" in changes.subjects or changes.families() & OWN:
            self._load()
        if self.tabs.current == DISPUTES:
            self._ask_disputes()

    def _load(self) -> None:
        self.duties.show_items(self.desk.reference.responsibility)
        self.admissions.show_states(self.desk.read.matters.of(Admission, "admission"), self._wanted)
        self._wanted = ""
        self._show_figures()
        self.services.hints_changed.emit()

    def _show_figures(self) -> None:
        lessons, categories = self.desk.lessons, self.desk.reference.categories
        split: dict[tuple[str, ...], int] = {}
        for category, count in lessons.split.items():
            path = categories.get(category, ())
            split[path] = split.get(path, 0) + count
        model = lessons.model
        when = (
            self.tr("counted {time}").format(time=short_moment(model.learned_at))
            if model
            else self.tr("L counts the cases")
        )
        self.figures.show_figures(split_figures(self.desk.reference.responsibility, split, when))

    def _ask_disputes(self) -> None:
        def work(read: Read) -> list[Dispute]:
            return read.duty_disputes.all()

        self.desk.ask(work).done.connect(self._on_disputes)

    def _on_disputes(self, found: list[Dispute]) -> None:
        self.disputes.show_disputes(found)

    def _on_page(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        self.bring.setVisible(place == LIST)
        if place == DISPUTES:
            self._ask_disputes()
        self._focus_page()
        self.services.hints_changed.emit()

    def _focus_page(self) -> None:
        page: QWidget = (self.duties.list, self.admissions.list, self.disputes.list)[self.tabs.current].view
        page.setFocus()

    def _on_moved(self, _place: int) -> None:
        self.services.hints_changed.emit()

    def _on_done(self, done: Done) -> None:
        subject = str(done.report.get("subject", ""))
        if subject.startswith("admission/"):
            self._wanted = subject.partition("/")[2]
            self._load()

    # -- acting ----------------------------------------------------------------------------------------------------

    def _on_button(self) -> None:
        sender = self.sender()
        if sender is not None:
            self._act(sender.objectName())

    def _act(self, name: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "add": self._add,
            "edit": self._edit,
            "off": self._take_off,
            "bring": self._bring,
            "export": self._ask_export,
            "print": self._print,
            "next": self.next_step,
            "return": self._return,
        }
        ways[name]()

    def _add(self) -> None:
        if self.tabs.current == LIST:
            self.sheets.add()
        elif self.tabs.current == ADMISSION:
            self.sheets.receive()

    def _edit(self) -> None:
        if self.tabs.current == LIST and self.duties.item is not None:
            self.sheets.edit(self.duties.item)

    def _take_off(self) -> None:
        if self.tabs.current == LIST and self.duties.item is not None:
            self.sheets.take_off(self.duties.item)

    def _bring(self) -> None:
        if self.tabs.current == LIST:
            self.bringing = BringSheet(self.context, self.window())
            self.bringing.open_sheet()

    def next_step(self) -> None:
        """The next step of the task that is chosen."""
        state = self.admissions.state
        if self.tabs.current != ADMISSION or state is None:
            return
        if state.stage == "received":
            self.sheets.check(state, self.admissions.fitting(state))
        elif state.stage == "acting" or (state.stage == "checked" and state.finding == "in_list"):
            self.sheets.register(state)
        elif state.stage == "checked":
            (self.sheets.act_first if state.finding == "emergency" else self.sheets.give_back)(state)

    def _return(self) -> None:
        state = self.admissions.state
        if self.tabs.current == ADMISSION and state is not None and self.admissions.returnable:
            self.sheets.give_back(state)

    def _learn(self) -> None:
        self.desk.lessons.learn()
        self.services.toast.emit(Toast(self.tr("The closed cases are being counted.")))

    def _on_trouble(self, told: Trouble) -> None:
        self.services.toast.emit(Toast(trouble(told.code, told.facts), kind="warn"))

    def _on_dispute(self, _place: int) -> None:
        dispute = self.disputes.chosen
        if dispute is None:
            return
        family, _, key = dispute.source.partition("/")
        screen = {"case": "cases", "joint": "joint"}.get(family, "review")
        self.services.go.emit(Go(screen, {family: key}))

    # -- paper and files -------------------------------------------------------------------------------------------

    def _print(self) -> None:
        if self.tabs.current == ADMISSION:
            state = self.admissions.state
            if state is not None and state.stage == "returned":
                print_form(self.context, self, ("admission_reply", state.subject))
            return
        if self.tabs.current == LIST:
            print_form(self.context, self, ("responsibility_list", OFFICE))
            return
        rows = [[r.at, r.unit, r.number, r.title, r.reason, r.words] for r in self.disputes.rows]
        print_form(self.context, self, ("duty_disputes", OFFICE), options={"rows": rows})

    def _ask_export(self) -> None:
        names = {
            LIST: self.tr("responsibility list"),
            ADMISSION: self.tr("admission"),
            DISPUTES: self.tr("disputed duties"),
        }
        path = Path.home() / f"{names[self.tabs.current]}.xlsx"
        sheet = FormSheet(
            self.look, self.window(), self.tr("Export"),
            [Field("path", self.tr("File (.xlsx or .csv)"), kind="save_file", wide=True, required=True, value=str(path),
                   filter="(*.xlsx *.csv)")],
            send=self.tr("Export"), now=self.desk.clock.now,
        )  # fmt: skip
        sheet.submitted.connect(self._on_export)
        self._export = sheet
        sheet.open_sheet()

    def _table(self) -> tuple[str, list[str], list[list[str]]]:
        reference = self.desk.reference
        names = {key: unit.name for key, unit in reference.units.items()}
        if self.tabs.current == LIST:
            return self.tr("responsibility list"), list(HEADINGS), export_rows(reference.responsibility, names)
        if self.tabs.current == DISPUTES:
            told = [[r.at, r.sort, r.unit, r.number, r.title, r.reason, r.words] for r in self.disputes.rows]
            return self.tr("disputed duties"), self.disputes.titles, told
        heads = [
            self.tr("Number"),
            self.tr("Who asks"),
            self.tr("What is asked for"),
            self.tr("Stands"),
            self.tr("The check found"),
        ]
        rows = [[r.number, r.sender, r.title, r.stage, r.finding] for r in self.admissions.list.model.rows]
        return self.tr("admission"), heads, rows

    def _on_export(self, values: Mapping[str, Any]) -> None:
        title, heads, rows = self._table()
        arguments = {
            **self.desk.child_arguments(), "path": values["path"], "title": title, "headings": heads, "rows": rows,
        }  # fmt: skip
        job = self.desk.start_job("export", "commandcenter.desk.figures_job:export_figures", arguments)
        job.done.connect(self._on_exported)
        job.failed.connect(self._on_export_failed)

    def _on_exported(self, told: Mapping[str, Any]) -> None:
        if self._export is not None:
            self._export.finish()
        words = self.tr("{n} rows were written to {path}.").format(n=told["rows"], path=told["path"])
        self.services.toast.emit(Toast(words, kind="done"))

    def _on_export_failed(self, told: Trouble) -> None:
        if self._export is not None:
            self._export.say(trouble(told.code, told.facts))

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        """The keyboard goes to the list of the page."""
        self._focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_P:
            self._print()
            return
        ways: dict[int, Callable[[], object]] = {
            Qt.Key.Key_N: self._add,
            Qt.Key.Key_E: self._edit,
            Qt.Key.Key_X: self._take_off,
            Qt.Key.Key_I: self._bring,
            Qt.Key.Key_O: self._ask_export,
            Qt.Key.Key_L: self._learn,
            Qt.Key.Key_R: self._return,
            Qt.Key.Key_Period: self.next_step,
            Qt.Key.Key_Slash: self.duties.to_search,
            Qt.Key.Key_T: self._next_page,
            Qt.Key.Key_Escape: self._escape,
        }
        way = ways.get(key) if not modifiers else None
        block = key - Qt.Key.Key_0
        if way is None and not modifiers and self.tabs.current == LIST and 0 <= block <= 6:
            self.duties.blocks.pick(block)
            return
        if way is None:
            super().keyPressEvent(event)
            return
        way()

    def _next_page(self) -> None:
        self.tabs.pick((self.tabs.current + 1) % 3)

    def _escape(self) -> None:
        if self.tabs.current == LIST:
            self.duties.search.clear()
        self._focus_page()
