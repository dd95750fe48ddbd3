"""The whistle console (F9): at most three actions - the kind of event, a look, hold Enter. Everything else is pre-filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done, NotSaved, RefusedBy
from commandcenter.desk.map_watch import MapWatch
from commandcenter.desk.on_duty import on_duty
from commandcenter.domain.case import Case
from commandcenter.domain.clock import MINUTE
from commandcenter.domain.event import DRILL, REAL, Mode
from commandcenter.domain.plan import MESSAGE_LIMIT, Plan, message
from commandcenter.domain.warning import Warning
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line, NumberMark, Panel, clear, row
from commandcenter.ui.parts.buttons import Button, HoldButton, SegTabs
from commandcenter.ui.parts.menus import menu_in
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen, Toast
from commandcenter.ui.whistle.briefing import Briefing, people_on
from commandcenter.ui.whistle.draft import UnitRow, WhistleDraft
from commandcenter.ui.whistle.guess import GuessForm
from commandcenter.ui.whistle.lists import (
    PlanCard,
    PlanPainter,
    UnitPainter,
    card_key,
    card_spoken,
    drill_cards,
    origin_words,
    plan_cards,
    unit_key,
    unit_spoken,
)
from commandcenter.ui.whistle.modebar import ModeBar
from commandcenter.ui.words import RELATIONS, word

RELATION_ORDER = ("direct", "dispatch", "request", "report")


class WhistleScreen(Screen):
    """Alt+3 and F9."""

    name = "whistle"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.draft = WhistleDraft(self.desk.reference)
        self._blowing = False
        self._back = self._coming = ""
        self._alike = ""
        self._guess: GuessForm | None = None
        self._minute = 0
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._build()
        MapWatch.of(self.desk).changed.connect(self._on_map)

    def title(self) -> str:
        return self.tr("Whistle console")

    def caption(self) -> str:
        return str(self.desk.reference.office.get("name", ""))

    def mode(self) -> str:
        return self.draft.mode

    def hints(self) -> Hints:
        return (
            ("1–0", self.tr("choose the plan")),
            ("/", self.tr("find a plan")),
            ("Space", self.tr("add or drop a unit")),
            ("A", self.tr("another unit")),
            ("G", self.tr("place")),
            ("W", self.tr("a few words")),
            ("J", self.tr("first guess, assembly point")),
            *((("B", self.tr("join the one that runs")), ("N", self.tr("another one"))) if self._alike else ()),
            ("Enter", self.tr("hold one second to blow")),
            *((("X", self.tr("without what came along")),) if self.draft.brought else ()),
            ("Ctrl D", self.tr("real / drill")),
            ("Esc", self.tr("leave; nobody is told anything")),
        )

    def clearance(self) -> int:
        """Toasts leave the button free."""
        return self.height() - self.button.mapTo(self, self.button.rect().topLeft()).y()

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(12, 12, 12, 12)
        outer.setSpacing(12)
        self.mode_bar = ModeBar(self.look)
        self.mode_bar.switched.connect(self.switch_mode)
        outer.addWidget(self.mode_bar)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self._build_plans(), 40)
        columns.addWidget(self._build_units(), 76)
        columns.addWidget(self._build_briefing(), 44)
        outer.addLayout(columns, 1)

    def _step(self, number: str, words: str, caption: str) -> tuple[QWidget, ElidedLabel]:
        look = self.look
        mark = NumberMark(look, number)
        note = ElidedLabel(look, caption, "caption", "3")
        box = QWidget()
        box.setLayout(row(mark, Label(look, words, "panel"), note, gap=10))
        return box, note

    def _build_plans(self) -> QWidget:
        look = self.look
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head, self.plan_note = self._step("1", self.tr("What happened"), self.tr("a digit, or pinyin initials"))
        layout.addWidget(head)
        panel = Panel(look)
        self.plan_field = QLineEdit()
        self.plan_field.setPlaceholderText(self.tr("such as qt for “other”"))
        self.plan_field.setAccessibleName(self.tr("Find a plan"))
        self.plan_field.textEdited.connect(self._show_plans)
        self.plan_field.returnPressed.connect(self._take_first_plan)
        panel.body.addLayout(row(self.plan_field, KeyCaps(look, "/"), margins=(12, 10, 12, 10)))
        self.plan_model = KeyedRows(card_key, card_spoken, self)
        self.plan_view = RowView(look, self.plan_model, PlanPainter(look, self), self.tr("Plans"))
        self.plan_view.clicked.connect(self._on_plan_clicked)
        self.plan_view.opened.connect(self._on_plan_opened)
        panel.body.addWidget(Line())
        panel.body.addWidget(self.plan_view, 1)
        self.plans_note = Label(look, "", "caption", "2")
        self.plans_note.setWordWrap(True)
        panel.add_foot(self.plans_note)
        layout.addWidget(panel, 1)
        return side

    def _build_units(self) -> QWidget:
        look = self.look
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head, self.unit_note = self._step("2", self.tr("Who is called"), "")
        add = Button(look, self.tr("Another unit"), key="A", icon="plus", small=True, kind="ghost")
        add.clicked.connect(self.add_unit)
        head.layout().addWidget(add)  # type: ignore[union-attr]
        layout.addWidget(head)
        panel = Panel(look)
        self.unit_model = KeyedRows(unit_key, unit_spoken, self)
        self.units = RowList(look, self.unit_model, UnitPainter(look, self), self.tr("Departments"))
        self.units.view.clicked.connect(self._on_unit_clicked)
        self.units.view.opened.connect(self._on_units_opened)
        panel.body.addWidget(self.units, 1)
        layout.addWidget(panel, 60)
        texts = Panel(look, self.tr("First five minutes"))
        self.five_note = texts.caption
        self.first_five = QWidget()
        self._five_grid = QGridLayout(self.first_five)
        self._five_grid.setContentsMargins(14, 8, 14, 8)
        self._five_grid.setHorizontalSpacing(10)
        self._five_grid.setVerticalSpacing(4)
        for column, stretch in enumerate((0, 3, 2, 0, 3, 2)):
            self._five_grid.setColumnStretch(column, stretch)
        texts.body.addWidget(self.first_five)
        texts.body.addWidget(Line())
        self.text_tabs = SegTabs(look, [word(RELATIONS, code) for code in RELATION_ORDER])
        self.text_tabs.picked.connect(self._on_text_tab)
        self.text_count = Label(look, "", "caption", "3")
        self.copy_button = Button(look, self.tr("Copy"), icon="copy", small=True)
        self.copy_button.clicked.connect(self._copy_text)
        texts.body.addLayout(
            row(
                Label(look, self.tr("Text to read out"), "panel"),
                self.text_tabs,
                None,
                self.text_count,
                self.copy_button,
                margins=(14, 8, 12, 6),
            )
        )
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("Text to read out"))
        self.text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.text.setFixedHeight(look.px(74))
        texts.body.addLayout(row(self.text, margins=(14, 0, 14, 12)))
        layout.addWidget(texts)
        return side

    def _build_briefing(self) -> QWidget:
        look = self.look
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head, _ = self._step("3", self.tr("Look, then blow"), "")
        layout.addWidget(head)
        self.briefing = Briefing(look)
        self.briefing.place_edited.connect(self._on_place_edited)
        self.briefing.title_edited.connect(self._on_title_edited)
        self.briefing.left.connect(self.focus_button)
        self.briefing.join.clicked.connect(self.join_alike)
        self.briefing.as_new.clicked.connect(self.blow_as_new)
        layout.addWidget(self.briefing, 1)
        self.button = HoldButton(look)
        self.button.setFixedHeight(look.px(140))
        self.button.fired.connect(self.blow)
        self.button.typed.connect(self.briefing.write_words)
        layout.addWidget(self.button)
        return side

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("real") or what.get("case") or what.get("plan"):
            self._start(REAL)
        elif what.get("drill"):
            self._start(DRILL)
            self._back = str(what.get("back", ""))
            self._take_script(str(what["drill"]))
        self._received()
        if what.get("case"):
            self._take_case(str(what["case"]))
        self._coming = str(what.get("coming", self._coming))
        if what.get("warning"):
            warning = self.desk.read.matters.one(Warning, f"warning/{what['warning']}")
            if warning.open:
                self.draft.take_warning(warning)
        if what.get("call"):
            call = self.desk.read.calls.one(str(what["call"]))
            if not call.known:  # one just taken down may still be on its way to the disk
                call = replace(call, said=str(what.get("said", "")), at=self.now())
            self.draft.take_call(str(what["call"]), call)
        if what.get("place"):
            place = self.desk.reference.directory.places.get(str(what["place"]))
            if place is not None:
                self.draft.bring_place(str(what.get("words") or place.name))
        plan = self.desk.reference.plan(str(what.get("plan", "")))
        if plan is not None:
            self.draft.take_plan(plan)
        self._show_all()

    def cares(self, changes: Changes) -> bool:
        families = {"unit", "plan", "drill", "place", "person", "appointment", "shift", "limit", "whistle"}
        return bool(changes.families() & (families | {"case"} if self._coming else families))

    def typing(self) -> bool:
        return self.plan_field.hasFocus() or self.briefing.typing()

    def reload(self, changes: Changes) -> None:
        if self.draft.plan is not None:
            self.draft.plan = self.desk.reference.plan(self.draft.plan.id) or self.draft.plan
        self._follow_case()
        self._show_all()

    def _start(self, mode: Mode) -> None:
        """A clean console."""
        self.draft = WhistleDraft(self.desk.reference, mode)
        self._blowing = False
        self._back = self._coming = ""
        self.plan_field.clear()
        self.services.mode_changed.emit()

    def _take_script(self, drill_id: str) -> None:
        """A drill that runs brings its plan; one that is only wanted leaves the choice."""
        drill = next((one for one in self.desk.reference.drills if one.id == drill_id), None)
        plan = self.desk.reference.plan(drill.plan) if drill is not None else None
        if drill is not None and plan is not None:
            self.draft.take_drill(drill)
            self.draft.take_plan(plan)

    def _take_case(self, case_id: str) -> None:
        case, _ = self.desk.read.cases.case(case_id)
        if case.known:
            self.draft.take_case(case, self._path(case))

    def _follow_case(self) -> None:
        """The case that was registered on the way (F9 over the open form) is on the disk: the whistle is blown for it."""
        case, _ = self.desk.read.cases.case(self._coming)
        if case.known and self.draft.case is None and not self._blowing:
            self.draft.follow_case(case, self._path(case))
            self._coming = ""

    def _path(self, case: Case) -> str:
        return "/".join(self.desk.reference.categories.get(case.category, ()))

    def _show_all(self) -> None:
        self.briefing.show_fields(self.draft)
        self._show_plans(self.plan_field.text())
        self._show_chosen()
        self.services.hints_changed.emit()

    def _show_chosen(self) -> None:
        """Everything that follows from plan, place and ticks."""
        draft, now = self.draft, self.now()
        rows = draft.rows()
        self._show_units(rows)
        self._show_text()
        self._show_mode(rows)
        self._show_button(rows)
        watch = [(line.role, line.person) for line in on_duty(self.desk.read, now).people]
        self.briefing.show_origin(draft)
        self.briefing.show_place(draft, self.desk.reference)
        self.briefing.show_people(people_on(self.desk.reference, draft, watch))
        self.briefing.show_advice(draft)
        self._show_checks(rows, now)

    def _show_checks(self, rows: list[UnitRow], now: int) -> None:
        self.briefing.show_checks(rows, self.draft)
        self.briefing.show_guess(self.draft)
        found = self.draft.alike(self.desk.read.incidents.running(), now)
        before, self._alike = self._alike, found.state.id if found is not None else ""
        words = ""
        if found is not None:
            state = found.state
            place = state.place_words or self.tr("place to be confirmed")
            what = f"{place} {state.title}".strip()
            words = self.tr("Already running? {number} {what}, {span} ago")
            words = words.format(number=state.number, what=what, span=when.rough(now - state.blown_at))
        self.briefing.show_alike(words)
        if before != self._alike:
            self.services.hints_changed.emit()

    def _show_mode(self, rows: list[UnitRow]) -> None:
        count = sum(entry.ticked for entry in rows)
        if self.draft.mode == REAL:
            sentence = self.tr("Real whistle. Departments telephoned in order: {n}.").format(n=count)
            note = self.tr("Nothing is sent by itself: read the text aloud and tick. Everything is on record.")
        else:
            sentence = self.tr("Drill. Only those who take part are called; every text begins 【演练】.")
            note = self.tr("Counts in no assessment; frame and watermark stay until the drill ends.")
        self.mode_bar.show_mode(self.draft.mode, sentence, note)

    def _show_plans(self, text: str) -> None:
        wanted, draft = text.strip(), self.draft
        make = drill_cards if draft.mode == DRILL else plan_cards
        self.plan_model.show(make(self.desk.reference, wanted))
        chosen = draft.drill.id if draft.drill else draft.plan.id if draft.plan else ""
        place = self.plan_model.place_of(chosen) if chosen else -1
        self.plan_view.clearSelection()
        self.plan_view.setCurrentIndex(self.plan_model.index(place, 0))
        words = self.tr("plans: {n}").format(n=len(self.desk.reference.plans))
        if draft.mode == DRILL:
            words = self.tr("a drill starts only from a drill plan; they are written in the settings (Ctrl ,)")
        self.plans_note.setText(words)

    def _show_units(self, rows: list[UnitRow]) -> None:
        self.unit_model.show(rows)
        count = sum(entry.ticked for entry in rows)
        words = self.tr("ticked: {n} ({why}); Space adds and drops")
        words = words if rows else self.tr("choose a plan first, or press A")
        self.unit_note.setText(words.format(n=count, why=origin_words(rows)))
        self._show_first_five()

    def _show_first_five(self) -> None:
        """The first orders in two columns, each with who gets it."""
        lines = self.draft.plan.first_five if self.draft.plan else ()
        clear(self._five_grid)
        half = (len(lines) + 1) // 2
        for place, (text, unit) in enumerate(lines):
            row_place, side = place % max(1, half), 3 * (place // max(1, half))
            self._five_grid.addWidget(Label(self.look, str(place + 1), "caption", "3"), row_place, side)
            self._five_grid.addWidget(ElidedLabel(self.look, text, "body", "1"), row_place, side + 1)
            name = ElidedLabel(self.look, self.desk.reference.unit_name(unit), "caption", "3")
            self._five_grid.addWidget(name, row_place, side + 2)
        self.five_note.setText(
            self.tr("orders that go out with the whistle: {n}").format(n=len(lines)) if lines else ""
        )

    def _show_text(self) -> None:
        relation = RELATION_ORDER[self.text_tabs.current]
        text = self.draft.texts(self.now()).get(relation, "")
        asked = next((entry.why for entry in self.unit_model.rows if entry.relation == relation and entry.ticked), "")
        shown = message(text, {"ask": asked}) if text else self.tr("The plan has no text for this relation.")
        self.text.setPlainText(shown)
        self.text_count.setText(f"{len(shown)} / {MESSAGE_LIMIT}" if text else "")
        self.text_count.set_tone("amb" if text and len(shown) > MESSAGE_LIMIT else "3")

    def _show_button(self, rows: list[UnitRow]) -> None:
        drill = self.draft.mode == DRILL
        if not any(entry.ticked for entry in rows):
            if drill and self.draft.drill is None:
                self.button.show_missing(self.tr("no drill plan"), self.tr("choose one with a digit"))
            else:
                self.button.show_missing(self.tr("nobody to call"), self.tr("choose a plan with a digit, or press [A]"))
            return
        title = self.tr("Blow · DRILL") if drill else self.tr("Blow · REAL")
        self.button.show_ready(title, self.tr("hold [Enter] for 1 s, let go to stop"), "whistle", drill=drill)

    # -- acting ----------------------------------------------------------------------------------------------------

    def switch_mode(self) -> None:
        """Ctrl+D."""
        self._start(DRILL if self.draft.mode == REAL else REAL)
        self._show_all()
        self.plan_view.setFocus()

    def focus_button(self) -> None:
        """Put the keyboard on the button."""
        self.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: object) -> None:
        if self.button.state == "ready":
            self.focus_button()
        else:
            self.plan_view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if control and key == Qt.Key.Key_D:
            self.switch_mode()
        elif plain and Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._take_key(chr(key))
        elif plain and key == Qt.Key.Key_G:
            self.briefing.edit_place()
        elif plain and key == Qt.Key.Key_W:
            self.briefing.write_words()
        elif plain and key == Qt.Key.Key_A:
            self.add_unit()
        elif plain and key == Qt.Key.Key_X:
            self._drop_brought()
        elif plain and key == Qt.Key.Key_J:
            self.open_guess()
        elif plain and key == Qt.Key.Key_B and self._alike:
            self.join_alike()
        elif plain and key == Qt.Key.Key_N and self._alike:
            self.blow_as_new()
        elif plain and key == Qt.Key.Key_Slash:
            self.plan_field.setFocus()
        elif plain and key == Qt.Key.Key_Space:
            self._toggle(self.units.view.place)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        elif event.text() and not event.text().isascii():
            self.briefing.write_words(event.text())
        else:
            super().keyPressEvent(event)

    def _drop_brought(self) -> None:
        """X: it has nothing to do with the case or the place that was chosen when F9 was pressed."""
        if self.draft.brought:
            self.draft.drop_brought()
            self._show_all()
            self.focusInEvent(None)

    # -- the same event, or another --------------------------------------------------------------------------------

    def join_alike(self) -> None:
        """B: this call is about the event that runs already; it is noted there, and its board is shown."""
        if self._alike and not self._blowing:
            self._blowing = True
            ticket = self.desk.submit(self.draft.join(self._alike))
            ticket.done.connect(self._on_joined)
            ticket.refused.connect(self._on_refused)
            ticket.failed.connect(self._on_failed)

    def _on_joined(self, done: Done) -> None:
        whistle = next(subject for subject in done.subjects if subject.startswith("whistle/")).partition("/")[2]
        number = self.desk.read.incidents.whistle(whistle).number
        self._start(REAL)
        self._show_all()
        self.services.go.emit(Go("post", {"whistle": whistle}))
        self.services.toast.emit(Toast(self.tr("The call is noted at {number}").format(number=number), kind="done"))

    def blow_as_new(self) -> None:
        """N: it is another event; nothing is asked any more."""
        self.draft.as_new = True
        self._show_chosen()
        self.focus_button()

    def open_guess(self) -> None:
        """J: first guesses on their scales, and where everybody gathers."""
        self._guess = GuessForm(self.look, self, self.draft, self.desk.clock.now)
        self._guess.submitted.connect(self._on_guessed)
        self._guess.open_sheet()

    def _on_guessed(self, values: dict[str, Any]) -> None:
        if self._guess is not None:
            self._guess.take_over(values)
        self._show_chosen()
        self.focusInEvent(None)

    def _escape(self) -> None:
        """Out of a field first; then out of the console, and nobody is told anything."""
        if self.typing():
            self.plan_field.clear()
            self._show_plans("")
            self.focusInEvent(None)
            return
        self._start(REAL)
        self.services.go.emit(Go("overview"))

    def _take_key(self, digit: str) -> None:
        card = next((card for card in self.plan_model.rows if card.key == digit), None)
        if card is not None:
            self._take_card(card)

    def _take_card(self, card: PlanCard) -> None:
        plan = self.desk.reference.plan(card.plan)
        if plan is None:
            return
        drill = next((one for one in self.desk.reference.drills if one.id == card.drill), None)
        if drill is not None:
            self.draft.take_drill(drill)
        self._take_plan(plan)

    def _received(self) -> None:
        """The word came in (E0): F9 was pressed, or the first thing was entered here. Later entries do not move it."""
        if self.draft.received_at is None:
            self.draft.received_at = self.now()

    def _take_plan(self, plan: Plan) -> None:
        self._received()
        self.draft.take_plan(plan)
        self._show_all()
        if self.button.state == "ready":
            self.focus_button()
        elif self.unit_model.rowCount():
            self.units.view.setFocus()  # a plan that leaves the choice to us: Space ticks here
            self.units.view.go(0)

    def _on_units_opened(self, _place: int) -> None:
        """Enter in the list of departments: that is all, on to the button."""
        if self.button.state == "ready":
            self.focus_button()

    def _take_first_plan(self) -> None:
        card = self.plan_model.row(max(0, self.plan_view.place))
        if isinstance(card, PlanCard):
            self.plan_field.clear()
            self._take_card(card)

    def _on_plan_clicked(self, index: Any) -> None:
        self._on_plan_opened(index.row())

    def _on_plan_opened(self, place: int) -> None:
        card = self.plan_model.row(place)
        if isinstance(card, PlanCard):
            self._take_card(card)

    def _on_unit_clicked(self, index: Any) -> None:
        self._toggle(index.row())

    def _toggle(self, place: int) -> None:
        entry = self.unit_model.row(place) if place >= 0 else None
        if isinstance(entry, UnitRow):
            self.draft.touched[entry.unit] = not entry.ticked
            self._show_chosen()

    def add_unit(self) -> None:
        """A: choose another unit to call."""
        shown = {entry.unit for entry in self.unit_model.rows}
        menu = menu_in(self)
        for kind, words in (
            ("department", self.tr("Departments")),
            ("section", self.tr("Sections")),
            ("community", self.tr("Communities")),
            ("force", self.tr("Own forces")),
        ):
            part = menu.addMenu(words)
            for unit in self.desk.reference.units.values():
                if unit.active and unit.id not in shown and unit.kind == kind:
                    part.addAction(f"{unit.name}  {unit.duty_phone}").setData(unit.id)
            part.setEnabled(not part.isEmpty())
        menu.triggered.connect(self._on_unit_added)
        menu.popup(self.units.mapToGlobal(self.units.rect().topLeft()))

    def _on_unit_added(self, action: Any) -> None:
        self.draft.add(str(action.data()))
        self._show_chosen()
        self.focus_button()

    def _on_place_edited(self, text: str) -> None:
        self._received()
        self.draft.take_place(text)
        self._show_chosen()

    def _on_map(self) -> None:
        """The map has been read: a number of a street or a landmark means a spot now."""
        if not self._blowing:
            self.draft.take_place(self.draft.place_words)
            self._show_chosen()

    def _on_title_edited(self, text: str) -> None:
        self.draft.title = text.strip()
        self._show_text()

    def _on_text_tab(self, _place: int) -> None:
        self._show_text()

    def _copy_text(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())

    def blow(self) -> None:
        """The button was held for a second."""
        if self._blowing:
            return
        self._blowing = True
        ticket = self.desk.submit(self.draft.command(self.now(), self._beside()))
        ticket.done.connect(self._on_blown)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_failed)

    def _beside(self) -> str:
        """The running whistle that looks alike, also when somebody said that this one is another."""
        plain = replace(self.draft, as_new=False)
        found = plain.alike(self.desk.read.incidents.running(), self.now())
        return found.state.id if found is not None else ""

    def _on_blown(self, done: Done) -> None:
        whistle = done.subjects[0].partition("/")[2]
        back = self._back
        self._start(REAL)
        self._show_all()
        self.services.go.emit(Go(back) if back else Go("post", {"whistle": whistle, "blown": True}))

    def _on_refused(self, refused: RefusedBy) -> None:
        self._blowing = False
        self.say_refused(refused)

    def _on_failed(self, not_saved: NotSaved) -> None:
        self._blowing = False

    def tick(self, now: int) -> None:
        if now // MINUTE != self._minute:
            self._minute = now // MINUTE
            self._show_text()
            self._show_checks(self.draft.rows(), now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self.look.px(760)
        self.button.setFixedHeight(self.look.px(96 if low else 140))
        if self.briefing.set_low(low, self.height() < self.look.px(600)):
            self._show_chosen()
        self.first_five.setVisible(not low)
        self.text.setFixedHeight(self.look.px(84))
