"""The case centre: views at the left, the list in the middle, the chosen case or the board of places at the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from commandcenter.desk.own_work import own_work
from commandcenter.desk.read import Read
from commandcenter.domain.limit import Limit
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.case_query import CaseQuery, CaseRow
from commandcenter.ui.cases.bulk import BulkActs
from commandcenter.ui.cases.columns import columns_from
from commandcenter.ui.cases.detail import CaseDetail
from commandcenter.ui.cases.filters import FILTERS, Shown
from commandcenter.ui.cases.listacts import ListActs
from commandcenter.ui.cases.listpane import CaseList
from commandcenter.ui.cases.placepane import PlacePane
from commandcenter.ui.cases.saved import SavedViews
from commandcenter.ui.cases.views import COUNTED_TO, ViewBar
from commandcenter.ui.parts.screen import Context, Hints

LOOK_BACK = "case.lookback"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class CasesScreen(ListActs):
    """Alt+2. ``show_what`` takes a view, any filter by its name, an order, a text, a case, or ``ids`` of cases."""

    name = "cases"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._counts: dict[str, int] = {}
        self._growing: dict[str, int] = {}
        self._asked = False
        self._held = ""
        self._applying = False
        self._build()

    def title(self) -> str:
        return self.tr("Case centre")

    def caption(self) -> str:
        return self.tr("{n} in hand").format(n=self._counts.get("open", 0))

    def clearance(self) -> int:
        """Toasts leave the foot of the case free: its steps and its whistle."""
        foot = self.detail.foot
        if not foot.isVisible():
            return 0
        return self.height() - foot.mapTo(self, foot.rect().topLeft()).y()

    def hints(self) -> Hints:
        return (
            ("/", self.tr("search")),
            ("F", self.tr("filter")),
            ("J K", self.tr("next, previous")),
            ("X", self.tr("tick")),
            ("B", self.tr("act on the ticked")),
            ("D", self.tr("dual dispatch")),
            ("N", self.tr("note")),
            (".", self.tr("next step")),
            ("U", self.tr("press")),
            ("G", self.tr("go to a number")),
            ("L", self.tr("board of places")),
            ("F9", self.tr("whistle for this case")),
            ("Esc", self.tr("back to the list")),
            ("W", self.tr("views")),
            ("Ctrl 1", self.tr("saved view")),
            ("Ctrl S", self.tr("save as a view")),
            ("O", self.tr("order")),
            ("C", self.tr("columns")),
            ("Ctrl A", self.tr("tick all")),
            ("Shift X", self.tr("tick through to here")),
            ("Shift P", self.tr("call list")),
            ("Ctrl E", self.tr("export this list")),
            ("Ctrl P", self.tr("print this list")),
            ("Ctrl Z", self.tr("take back the last act on many")),
            ("T", self.tr("story: key entries or all")),
            ("E", self.tr("correct")),
            ("R", self.tr("sort anew")),
            ("H", self.tr("muster or joint whistle")),
            ("S", self.tr("whistle of the case")),
            ("Y", self.tr("hand over")),
            ("A", self.tr("attachments")),
            ("Q", self.tr("steps")),
            ("3", self.tr("who must act")),
            ("4", self.tr("problems here, consultations")),
            ("5", self.tr("into the problem bank")),
            ("I", self.tr("same matter: merge, link")),
            ("Z", self.tr("cases by channel")),
        )

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.bar = ViewBar(look)
        self.bar.setFixedWidth(look.px(204))
        self.bar.picked.connect(self._on_view)
        self.bar.saved_picked.connect(self.show_saved)
        self.pane = CaseList(look, self.desk, self._hits, self)
        self.field, self.model, self.painter = self.pane.field, self.pane.model, self.pane.painter
        self.list, self.pages, self.empty = self.pane.table, self.pane.pages, self.pane.empty
        self.foot, self.ticks, self.chips = self.pane.foot, self.pane.ticks, self.pane.chips.chips
        self.view = self.list.view
        self.detail = CaseDetail(look, self.desk)
        self.detail.setMinimumWidth(look.px(420))
        self.detail.acted.connect(self._on_act)
        self.detail.dispatched.connect(self._on_dispatch)
        self._add_belongings()
        self.places = PlacePane(look, self.desk)
        self.places.hide()
        self.places.picked.connect(self._on_place)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.bar)
        layout.addWidget(self.pane, 66)
        layout.addWidget(self.detail, 34)
        layout.addWidget(self.places, 34)
        self.views = SavedViews(self.context, self)
        self.bulk = BulkActs(self.context, self)
        self.bulk.finished.connect(self._on_bulk_finished)
        self._connect()
        self._columns = columns_from(self.services.settings.case_columns.split())
        self.list.show_columns(self._columns)

    def _connect(self) -> None:
        pane = self.pane
        pane.searched.connect(self._apply_search)
        pane.chips.changed.connect(self._on_filter)
        pane.chips.asked.connect(self._ask_filter)
        pane.columns.clicked.connect(self._choose_columns)
        pane.export.clicked.connect(self._export)
        pane.import_.clicked.connect(self._import)
        pane.register.clicked.connect(self.open_register)
        pane.bulk.clicked.connect(self._act_on_many)
        self.list.header.clicked.connect(self._on_title)
        self.list.header.widened.connect(self._on_widened)
        self.view.moved.connect(self._on_moved)
        self.view.clicked.connect(self._on_clicked)
        self.view.opened.connect(self._on_opened)
        self.model.filled.connect(self._show_foot)
        self.model.moved_changed.connect(self._show_foot)
        self.bar.save_wanted.connect(self._save_view)
        self.views.saved.connect(self._on_view_saved)

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        filters = {name: str(what[name]) for name in FILTERS if name != "ids" and what.get(name)}
        filters |= {str(k): str(v) for k, v in dict(what.get("filters", {})).items()}
        if what.get("ids"):
            filters["ids"] = " ".join(map(str, what["ids"]))
        if "view" in what or filters:
            view = str(what.get("view", "all" if filters.keys() & {"ids", "batch"} else "open"))
            order = str(what.get("order") or ("due" if CaseQuery(view=view).bounded else "received"))
            self.field.setText(str(what.get("text", "")))
            self._show(Shown(view, filters, order, str(what.get("text", ""))))
        if "case" in what:
            self._wanted = str(what["case"])
            self._show_wanted()
        if what.get("register") and what.get("call"):
            self.register_call(str(what["call"]))
        elif what.get("register") and what.get("at"):
            self.register_at(str(what["at"]))
        elif what.get("register"):
            self.open_register()
        if what.get("filter"):
            self.field.setFocus()
        if what.get("dispatch"):
            self.detail.focus_dispatch()

    def where(self) -> Mapping[str, Any]:
        chosen = self._chosen()
        return {**self.shown.plain, **({"case": chosen.id} if chosen is not None else {})}

    def cares(self, changes: Changes) -> bool:
        families = {"case", "unit", "place", "person", "appointment", "category", "whistle", "case_view", "seat"}
        return bool(changes.families() & families)

    def reload(self, changes: Changes) -> None:
        now = self.now()
        self.painter.now = now
        if "*" in changes.subjects:
            self.query = self._query()
            self.model.show(self.query, now)
            self.pane.chips.show_filters(self.shown)
            if self.view.place < 0 and not self._wanted:
                self.view.go(0)
        else:
            cases = [subject[5:] for subject in changes.subjects if subject.startswith("case/")]
            if cases:
                before = self._chosen()
                self._applying = True
                self.model.apply(cases, now)
                self._applying = False
                if before is not None and before.id in cases:
                    self._hold(before.id)
            else:
                self.view.viewport().update()
        self._load_counts(now)
        self._show_foot()
        self._show_wanted()
        self._show_detail()
        if self.places.isVisible():
            self.places.show_query(self.query, now)
        self.services.hints_changed.emit()

    def _query(self) -> CaseQuery:
        return self.shown.query(self.now(), self._mine(), self._look_ms())

    def _mine(self) -> str:
        """The section or community of who sits here, a leader themselves; empty for somebody of the duty room."""
        return own_work(self.desk.who(), self.desk.reference)

    def _look_ms(self) -> int:
        limit: Limit | None = self.desk.reference.limit(LOOK_BACK)
        return limit.milliseconds if limit is not None else 0

    def _load_counts(self, now: int) -> None:
        self._counts = self.desk.read.cases.counts(now, self.query.soon_ms, self._mine())
        self._show_bar()
        if not self._asked:
            self._asked = True
            asked = CaseQuery(view="look_back", look_ms=self._look_ms())

            def work(read: Read) -> tuple[Mapping[str, int], int]:
                return read.cases.stage_counts(), read.cases.count_to(asked, now, COUNTED_TO)

            self.desk.ask(work).done.connect(self._on_stages)

    def _on_stages(self, told: tuple[Mapping[str, int], int]) -> None:
        """What grows for ever was counted beside the window."""
        stages, look_back = told
        self._asked = False
        ended = ("closed", "looked_back", "archived", "refused")
        self._growing = {
            "look_back": look_back,
            "history": stages.get("history", 0),
            "closed": sum(stages.get(stage, 0) for stage in ended),
            "all": sum(stages.values()),
        }
        self._show_bar()

    def _show_bar(self) -> None:
        saved = self.desk.reference.case_views(self.desk.who().actor)
        self.bar.show_counts({**self._counts, **self._growing}, self.desk.read.cases.open_by("channel"), saved)
        self.bar.pick(self.shown.view, self.shown.filters.get("channel", ""), self._saved)

    def _show_wanted(self) -> None:
        if not self._wanted:
            return
        place = self.model.place_of(self._wanted)
        if place < 0 and self.shown.filters.get("ids") != self._wanted:
            self._show(Shown("all", {"ids": self._wanted}, "received"))
            place = self.model.place_of(self._wanted)
        if place >= 0:
            self._wanted = self._held = ""
            self.view.go(place)

    def _show(self, shown: Shown, saved: str = "") -> None:
        """Show another list; ticks belong to the one before."""
        self.shown, self._saved, self._held = shown, saved, ""
        self.query = self._query()
        self.ticks.clear()
        self.painter.now = self.now()
        self.model.show(self.query, self.now())
        self.list.header.show_order("" if self.query.text else self.query.order)
        self.bar.pick(shown.view, shown.filters.get("channel", ""), saved)
        self.pane.chips.show_filters(shown)
        self._show_foot()
        if self.model.rowCount():
            self.view.go(0)
        self._show_detail()
        if self.places.isVisible():
            self.places.show_query(self.query, self.now())

    def _hits(self, name: str) -> Mapping[str, int] | None:
        """How many cases each value of a filter leaves; None where the list may be longer than the work in hand."""
        if not self.query.bounded or self.query.text:
            return None
        return self.desk.read.cases.hits(self.query, self.now(), name)

    def _show_foot(self, _count: int = 0) -> None:
        query = self.query
        self.pane.show_foot(searching=bool(query.text), narrows=query.narrows, text=query.text)

    def _show_detail(self) -> None:
        found = self._chosen()
        beside = not self._narrow() and not self.places.isVisible()
        self.detail.setVisible(found is not None and (beside or self._drawer))
        if found is None:
            return
        case, facts = self.desk.read.cases.case(found.id)
        if case.known:
            where = (
                self.tr("not in this list any more")
                if self._held
                else f"{self.view.place + 1} / {self.model.rowCount():,}"
            )
            self.detail.show_case(case, facts, where)

    def _narrow(self) -> bool:
        return self.width() < self.look.px(1240)

    def tick(self, now: int) -> None:
        self.painter.now = now
        self.view.viewport().update()
        self.detail.tick(now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.setVisible(self.width() > self.look.px(1100))
        self._show_detail()

    # -- what CaseActs asks for ------------------------------------------------------------------------------------

    def _chosen(self) -> CaseRow | None:
        if self._held:
            return next(iter(self.desk.read.cases.by_id([self._held])), None)
        return self.model.row(self.view.place) if self.view.place >= 0 else None

    def _hold(self, case: str) -> None:
        """A case that left the list by what was done to it stays in the detail until the person moves on: no key that was
        meant for it may reach the next one. ``J`` goes to the row that came into its place.
        """
        place = self.model.place_of(case)
        if place >= 0:
            self._held = ""
            if place != self.view.place:
                self.view.go(place)
        elif self.model.whole and not self._held:
            self._applying = True
            self.view.setCurrentIndex(self.model.index(self.view.place - 1, 0))  # none above the first
            self.view.clearSelection()
            self._applying = False
            self._held = case

    def _show_drawer(self) -> None:
        if self._narrow() or self.places.isVisible():
            self._drawer = True
            self.places.hide()
            self._show_detail()

    def _registered(self, case: str) -> None:
        self._wanted = case
        if self.shown.view not in ("open", "to_judge", "all"):
            self._show(Shown())
        self._show_wanted()

    # -- keys ------------------------------------------------------------------------------------------------------

    def focusInEvent(self, event: object) -> None:
        self.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ways: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Slash: self.field.setFocus,
            Qt.Key.Key_F: self.pane.chips.open_menu,
            Qt.Key.Key_X: self._tick,
            Qt.Key.Key_B: self._act_on_many,
            Qt.Key.Key_C: self._choose_columns,
            Qt.Key.Key_D: self._focus_dispatch,
            Qt.Key.Key_N: self._note,
            Qt.Key.Key_E: self._amend,
            Qt.Key.Key_V: self._call_back,
            Qt.Key.Key_U: self._press,
            Qt.Key.Key_Period: self._next,
            Qt.Key.Key_M: self._more,
            Qt.Key.Key_H: self._slow_whistle,
            Qt.Key.Key_S: self._go_whistle,
            Qt.Key.Key_Y: self._hand_over,
            Qt.Key.Key_R: self._sort_anew,
            Qt.Key.Key_O: self._order_menu,
            Qt.Key.Key_G: self._go_number,
            Qt.Key.Key_L: self.toggle_places,
            Qt.Key.Key_W: self._focus_views,
            Qt.Key.Key_T: self._toggle_story,
            Qt.Key.Key_A: self.belongings.open_files,
            Qt.Key.Key_I: self.belongings.open_joined,
            Qt.Key.Key_Z: self._count_channels,
            Qt.Key.Key_Q: self.duties.open_steps,
            Qt.Key.Key_3: self.duties.open_advice,
            Qt.Key.Key_4: self.bank.open_menu,
            Qt.Key.Key_5: self.bank.enter,
            Qt.Key.Key_1: self._focus_dispatch,
            Qt.Key.Key_2: self._focus_communities,
            Qt.Key.Key_P: self._phone,
            Qt.Key.Key_Space: self._tick_unit,
        }
        with_ctrl: dict[int, Callable[[], None]] = {
            Qt.Key.Key_A: self.ticks.tick_all,
            Qt.Key.Key_E: self._export,
            Qt.Key.Key_P: self._print_list,
            Qt.Key.Key_S: self._save_view,
            Qt.Key.Key_Z: self.bulk.undo,
            Qt.Key.Key_V: self.belongings.paste,
            Qt.Key.Key_Return: self.detail.dispatch,
            Qt.Key.Key_Enter: self.detail.dispatch,
        }
        with_shift: dict[int, Callable[[], None]] = {
            Qt.Key.Key_X: self._tick_through,
            Qt.Key.Key_P: self._call_list,
            Qt.Key.Key_W: self._manage_views,
        }
        way = {0: ways, CTRL.value: with_ctrl, SHIFT.value: with_shift}.get(held.value, {}).get(key)
        if way is not None:
            way()
        elif held == CTRL and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._jump(key - Qt.Key.Key_1)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.pane.search_now()
            self.view.setFocus()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.bar.view.hasFocus():
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.field.hasFocus() and self.field.text():
            self.field.clear()
            self._apply_search()
        elif self._drawer:
            self._drawer = False
            self._show_detail()
        elif self.places.isVisible() and not self.view.hasFocus():
            self.view.setFocus()
        elif self.ticks.count(self.model.rowCount()):
            self.ticks.clear()
        self.view.setFocus()

    def _tick(self) -> None:
        """X: tick the row and go on to the next one."""
        if self.view.hasFocus() and self._held:  # no row is marked: go to the next one first
            self.view.go(self.view.place + 1)
        elif self.view.hasFocus() and self.view.place >= 0:
            self.pane.tick(self.view.place)
            self.view.go(self.view.place + 1)

    def _tick_through(self) -> None:
        if self.view.hasFocus() and self.view.place >= 0:
            self.pane.tick(self.view.place, True)

    def _focus_views(self) -> None:
        """W: into the side bar, or a menu of its entries where the window is too narrow for it."""
        if self.bar.isVisible():
            self.bar.view.setFocus()
        else:
            self.bar.open_menu(self)

    def _toggle_story(self) -> None:
        self.detail.toggle_story()

    # -- the chosen row --------------------------------------------------------------------------------------------

    def _on_moved(self, _place: int) -> None:
        if not self._applying:
            self._held = ""
            self._show_detail()

    def _on_clicked(self, _index: object) -> None:
        if self._held:
            self._held = ""
            self._show_detail()

    def _on_opened(self, _place: int) -> None:
        self._drawer = self._narrow() or self.places.isVisible()
        self._show_detail()
