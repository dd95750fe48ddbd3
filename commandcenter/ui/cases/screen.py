"""The case centre: views at the left, the list in the middle, the chosen case at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QWidget

from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.cases import CaseQuery, CaseRow
from commandcenter.ui.cases.acts import CaseActs
from commandcenter.ui.cases.detail import CaseDetail
from commandcenter.ui.cases.model import SEARCH_ROWS, CaseListModel
from commandcenter.ui.cases.views import ViewBar, view_words
from commandcenter.ui.parts.basic import Empty, Label, Panel
from commandcenter.ui.parts.buttons import Button, FilterChip
from commandcenter.ui.parts.casecells import CaseCells
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.rows import Column, Columns, RowList, RowPainter
from commandcenter.ui.parts.screen import Context, Go, Hints
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import CHANNELS, GRADES, word

SEARCH_MS = 120

translate = QCoreApplication.translate


class _Painter(RowPainter):
    def __init__(self, look: Look, cells: CaseCells, parent: QWidget) -> None:
        columns = Columns(
            look,
            [
                Column("grade", translate("CaseTable", "Grade"), 62),
                Column("number", translate("CaseTable", "Number"), 96, drop=1),
                Column("title", translate("CaseTable", "Matter"), 200, 6),
                Column("place", translate("CaseTable", "Place"), 90, 1, drop=2),
                Column("units", translate("CaseTable", "Section + community"), 170, 2, drop=4),
                Column("stage", translate("CaseTable", "State"), 100),
                Column("left", translate("CaseTable", "Left / over"), 112, align="right"),
                Column("received", translate("CaseTable", "Received"), 96, drop=3),
            ],
        )
        super().__init__(look, columns, parent, height=33)
        self._cells = cells
        self.now = 0

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: CaseRow) -> None:
        self._cells.paint(p, rect, column, row, self.now)


class CasesScreen(CaseActs):
    """Alt+2."""

    name = "cases"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.query = CaseQuery()
        self._wanted = ""
        self._view_before = "open"
        self._counts: dict[str, int] = {}
        self._cells = CaseCells(self.look, self.desk.reference)
        self._build()

    def title(self) -> str:
        return self.tr("Case centre")

    def caption(self) -> str:
        return self.tr("{n} in hand").format(n=self._counts.get("open", 0))

    def hints(self) -> Hints:
        return (
            ("/", self.tr("search")),
            ("J", self.tr("next")),
            ("K", self.tr("previous")),
            ("D", self.tr("dual dispatch")),
            ("N", self.tr("note")),
            ("E", self.tr("correct")),
            (".", self.tr("next step")),
            ("U", self.tr("press")),
            ("R", self.tr("sort anew")),
            ("F9", self.tr("whistle for this case")),
            ("H", self.tr("muster or joint whistle")),
            ("Esc", self.tr("back to the list")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.bar = ViewBar(look)
        self.bar.setFixedWidth(look.px(204))
        self.bar.picked.connect(self._on_view)
        self.detail = CaseDetail(look, self.desk)
        self.detail.setMinimumWidth(look.px(420))
        self.detail.acted.connect(self._on_act)
        self.detail.dispatched.connect(self._on_dispatch)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.bar)
        layout.addWidget(self._build_list(), 66)
        layout.addWidget(self.detail, 34)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SEARCH_MS)
        self._timer.timeout.connect(self._apply_search)

    def _build_list(self) -> Panel:
        look = self.look
        panel = Panel(look)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Search number, matter, address, phone: two characters are enough"))
        self.field.setAccessibleName(self.tr("Search cases"))
        self.field.addAction(_icon(look, "search"), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self.field.textEdited.connect(self._timer_start)
        self.export = Button(look, self.tr("Export"), icon="download")
        self.import_ = Button(look, self.tr("Import"), icon="folder-input")
        self.register = Button(look, self.tr("Register"), key="F2", icon="plus", kind="primary")
        self.export.clicked.connect(self._export)
        self.import_.clicked.connect(self._import)
        self.register.clicked.connect(self.open_register)
        top = QHBoxLayout()
        top.setContentsMargins(12, 12, 12, 8)
        top.setSpacing(8)
        for widget in (self.field, self.import_, self.export, self.register):
            top.addWidget(widget, 1 if widget is self.field else 0)
        panel.body.addLayout(top)
        panel.body.addLayout(self._build_filters())
        self.model = CaseListModel(self.desk, self._spoken, self)
        self.painter = _Painter(look, self._cells, self)
        self.list = RowList(look, self.model, self.painter, self.tr("Cases"))
        self.list.view.lie_on("bg1")
        self.list.view.moved.connect(self._on_moved)
        self.list.view.opened.connect(self._on_opened)
        self.view = self.list.view
        self.model.filled.connect(self._show_foot)
        self.model.moved_changed.connect(self._show_foot)
        self.empty = Empty(look, "inbox", "", "")
        self.pages = QStackedWidget()
        self.pages.addWidget(self.list)
        self.pages.addWidget(self.empty)
        panel.body.addWidget(self.pages, 1)
        self.foot = Label(look, "", "caption", "3")
        self.foot_right = Label(look, "", "caption", "3")
        panel.add_foot(self.foot, None, self.foot_right)
        return panel

    def _build_filters(self) -> QHBoxLayout:
        self.chips: dict[str, FilterChip] = {}
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 8)
        line.setSpacing(6)
        for name, words in (
            ("view", self.tr("View")),
            ("grade", self.tr("Grade")),
            ("channel", self.tr("Channel")),
            ("community", self.tr("Community")),
            ("unit", self.tr("Unit")),
            ("order", self.tr("Order")),
        ):
            chip = FilterChip(self.look, words)
            chip.setObjectName(name)
            chip.clicked.connect(self._on_chip)
            self.chips[name] = chip
            line.addWidget(chip)
        line.addStretch(1)
        return line

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "view" in what:
            self._set_query(CaseQuery(view=str(what["view"]), community=str(what.get("community", ""))))
        if "case" in what:
            self._wanted = str(what["case"])
            self._show_wanted()
        if what.get("register"):
            self.open_register()
        if what.get("filter"):
            self.field.setFocus()
        if what.get("dispatch"):
            self.detail.focus_dispatch()

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"case", "unit", "place", "person", "appointment", "category", "whistle"})

    def reload(self, changes: Changes) -> None:
        now = self.now()
        self.painter.now = now
        if "*" in changes.subjects:
            self.model.show(self.query, now)
            self._show_chips()
            if self.list.view.place < 0 and not self._wanted:
                self.list.view.go(0)
        else:
            cases = [subject[5:] for subject in changes.subjects if subject.startswith("case/")]
            if cases:
                self.model.apply(cases, now)
            else:
                self.list.view.viewport().update()
        self._load_counts(now)
        self._show_foot()
        self._show_wanted()
        self._show_detail()
        self.services.hints_changed.emit()

    def _load_counts(self, now: int) -> None:
        self._counts = self.desk.read.cases.counts(now)
        stages = self.desk.read.cases.stage_counts()
        counts = dict(self._counts)
        counts["history"] = stages.get("history", 0)
        counts["closed"] = sum(stages.get(stage, 0) for stage in ("closed", "looked_back", "archived", "refused"))
        counts["all"] = sum(stages.values())
        self.bar.show_counts(counts, self.desk.read.cases.open_by("channel"))
        self.bar.pick(self.query.view, self.query.channel)

    def _show_wanted(self) -> None:
        if not self._wanted:
            return
        place = self.model.place_of(self._wanted)
        if place < 0 and self.query != CaseQuery(view="all", order="received"):
            self._set_query(CaseQuery(view="all", order="received"))
            place = self.model.place_of(self._wanted)
        if place >= 0:
            self._wanted = ""
            self.list.view.go(place)

    def _set_query(self, query: CaseQuery) -> None:
        self.query = query
        self.painter.now = self.now()
        self.model.show(query, self.now())
        self.bar.pick(query.view, query.channel)
        self._show_chips()
        self._show_foot()
        if self.model.rowCount():
            self.list.view.go(0)
        self._show_detail()

    def _show_chips(self) -> None:
        query = self.query
        reference = self.desk.reference
        views = {view: words for view, words, _, _ in view_words()}
        community = reference.directory.places.get(query.community)
        any_word = self.tr("all")
        self.chips["view"].show_value(views.get(query.view, query.view), active=query.view != "open")
        self.chips["grade"].show_value(word(GRADES, query.grade) if query.grade else any_word, active=bool(query.grade))
        self.chips["channel"].show_value(
            word(CHANNELS, query.channel) if query.channel else any_word, active=bool(query.channel)
        )
        self.chips["community"].show_value(community.name if community else any_word, active=bool(query.community))
        self.chips["unit"].show_value(
            reference.unit_name(query.unit) if query.unit else any_word, active=bool(query.unit)
        )
        order = self.tr("what presses first") if query.order == "due" else self.tr("newest first")
        self.chips["order"].show_value(order, active=query.order != "due")

    def _show_foot(self, _count: int = 0) -> None:
        total = self.model.rowCount()
        if not total:
            then = self.tr("Change the filters, or press F2 to register a case.")
            waiting = self.desk.read.cases.index_lag() if self.query.text else 0
            if waiting:  # what is not found may be among them
                head = self.tr("Not searchable yet: {n} cases").format(n=f"{waiting:,}")
                self.empty.say(head, self.tr("The search goes on by itself; without it the list shows every case."))
            else:
                self.empty.say(self.tr("No case in this list"), then)
        self.pages.setCurrentIndex(0 if total else 1)
        if self.query.text:
            count = total if total < SEARCH_ROWS else self.desk.read.cases.search_count(self.query.text)
            shown = f"{count}+" if count >= 1000 or (count > total and self.query.narrows) else str(count)
            self.foot.setText(self.tr("Hits: {n}, the newest first").format(n=shown))
        elif not self.model.whole:
            self.foot.setText(self.tr("counting …"))
        else:
            self.foot.setText(self.tr("Cases: {n}").format(n=f"{total:,}"))
        lag = self.desk.read.cases.index_lag()
        if self.model.moved:
            self.foot_right.setText(self.tr("rows that would move: {n} · R sorts anew").format(n=self.model.moved))
            self.foot_right.set_tone("amb")
        elif lag:
            self.foot_right.setText(self.tr("not yet searchable: {n}").format(n=f"{lag:,}"))
            self.foot_right.set_tone("amb")
        else:
            self.foot_right.setText(self.tr("limits run by the order's own time"))
            self.foot_right.set_tone("3")

    def _show_detail(self) -> None:
        row = self._chosen()
        self.detail.setVisible((row is not None and not self._narrow()) or (row is not None and self._drawer))
        if row is None:
            return
        case, facts = self.desk.read.cases.case(row.id)
        if case.known:
            where = f"{self.list.view.place + 1} / {self.model.rowCount():,}"
            self.detail.show_case(case, facts, where)

    _drawer = False

    def _narrow(self) -> bool:
        return self.width() < self.look.px(1240)

    def tick(self, now: int) -> None:
        self.painter.now = now
        self.list.view.viewport().update()
        self.detail.tick(now)

    # -- acting ----------------------------------------------------------------------------------------------------

    def _chosen(self) -> CaseRow | None:
        return self.model.row(self.list.view.place) if self.list.view.place >= 0 else None

    def _show_drawer(self) -> None:
        if self._narrow():
            self._drawer = True
            self._show_detail()

    def _registered(self, case: str) -> None:
        self._wanted = case
        if self.query.view not in ("open", "to_judge", "all"):
            self._set_query(CaseQuery())
        self._show_wanted()

    def focusInEvent(self, event: object) -> None:
        self.list.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = event.key(), not event.modifiers()
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Slash: self.field.setFocus,
            Qt.Key.Key_D: self._focus_dispatch,
            Qt.Key.Key_N: self._note,
            Qt.Key.Key_E: self._amend,
            Qt.Key.Key_V: self._call_back,
            Qt.Key.Key_U: self._press,
            Qt.Key.Key_Period: self._next,
            Qt.Key.Key_M: self._more,
            Qt.Key.Key_H: self._slow_whistle,
            Qt.Key.Key_R: self._sort_anew,
            Qt.Key.Key_1: self._focus_dispatch,
            Qt.Key.Key_2: self._focus_communities,
            Qt.Key.Key_P: self._phone,
            Qt.Key.Key_Space: self._tick_unit,
        }
        if plain and key in ways:
            ways[key]()
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.detail.dispatch()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self._timer.stop()
            self._apply_search()
            self.list.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.field.hasFocus() and self.field.text():
            self.field.clear()
            self._apply_search()
        elif self._drawer:
            self._drawer = False
            self._show_detail()
        self.list.view.setFocus()

    def _sort_anew(self) -> None:
        chosen = self._chosen()
        self.model.show(self.query, self.now())
        if chosen is not None:
            self._wanted = chosen.id
            self._show_wanted()

    def _on_view(self, view: str, channel: str) -> None:
        order = "received" if view in ("closed", "history", "all") else "due"
        self.field.clear()
        self._set_query(CaseQuery(view=view, channel=channel, order=order))

    def _timer_start(self, _text: str) -> None:
        self._timer.start()

    def _apply_search(self) -> None:
        text = self.field.text().strip()
        if len(text) == 1 and not text.isascii():
            return
        view = self.query.view
        if text and not self.query.text:
            self._view_before = view
            view = "all" if view == "open" else view
        elif not text and view == "all":
            view = self._view_before
        self._set_query(replace(self.query, text=text, view=view))

    def _on_chip(self) -> None:
        chip = self.sender()
        if not isinstance(chip, FilterChip):
            return
        name = chip.objectName()
        if chip.active:
            changes: dict[str, Any] = {name: {"view": "open", "order": "due"}.get(name, "")}
            self._set_query(replace(self.query, **changes))
            return
        menu = menu_in(self)
        for code, words in self._choices(name):
            menu.addAction(words).setData((name, code))
        menu.triggered.connect(self._on_filter)
        menu.popup(chip.mapToGlobal(chip.rect().bottomLeft()))

    def _choices(self, name: str) -> list[tuple[str, str]]:
        reference = self.desk.reference
        if name == "view":
            return [(view, words) for view, words, _, _ in view_words()]
        if name == "grade":
            return [(code, word(GRADES, code)) for code in GRADES]
        if name == "channel":
            return [(code, word(CHANNELS, code)) for code in CHANNELS]
        if name == "order":
            return [("due", self.tr("what presses first")), ("received", self.tr("newest first"))]
        kinds = ("community",) if name == "community" else ("section", "department")
        return [(unit.id, unit.name) for unit in reference.units.values() if unit.kind in kinds and unit.active]

    def _on_filter(self, action: Any) -> None:
        name, code = action.data()
        changes: dict[str, Any] = {name: code}
        self._set_query(replace(self.query, **changes))

    def _on_moved(self, _place: int) -> None:
        self._show_detail()

    def _on_opened(self, _place: int) -> None:
        self._drawer = self._narrow()
        self._show_detail()

    def _import(self) -> None:
        self.services.go.emit(Go("importing"))

    def _export(self) -> None:
        self.services.go.emit(Go("importing", {"export": True, "query": asdict(self.query)}))

    def _spoken(self, row: CaseRow) -> str:
        return self._cells.spoken(row, self.painter.now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.setVisible(self.width() > self.look.px(1100))
        self._show_detail()


def _icon(look: Look, name: str) -> Any:
    from PySide6.QtGui import QIcon

    return QIcon(look.icon(name, "tx3", 16))
