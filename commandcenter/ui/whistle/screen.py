"""The whistle console (F9): at most three actions - the kind of event, a look, hold Enter. Everything else is pre-filled."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPlainTextEdit, QVBoxLayout, QWidget

from commandcenter.desk.engine import Done, NotSaved, RefusedBy
from commandcenter.domain.clock import MINUTE, local
from commandcenter.domain.drill import DrillPlan, marked
from commandcenter.domain.event import DRILL, REAL, Mode
from commandcenter.domain.plan import MESSAGE_LIMIT, Plan, PlanUnit, message, partly
from commandcenter.domain.roster import Answering, Place, matching
from commandcenter.domain.unit import Unit
from commandcenter.domain.whistle_acts import BlowWhistle, UnitCall
from commandcenter.journal.journal import Changes
from commandcenter.ui.parts.basic import ElidedLabel, KeyCaps, Label, Line, NumberMark, Panel, clear, row
from commandcenter.ui.parts.buttons import Button, HoldButton, SegTabs
from commandcenter.ui.parts.rows import KeyedRows, RowList, RowView
from commandcenter.ui.parts.screen import Context, Go, Hints, Screen
from commandcenter.ui.shell.finder import marks_in
from commandcenter.ui.whistle.lists import (
    PlanCard,
    PlanPainter,
    UnitPainter,
    UnitRow,
    card_key,
    card_spoken,
    limit_words,
    unit_key,
    unit_spoken,
)
from commandcenter.ui.whistle.modebar import ModeBar
from commandcenter.ui.words import RELATIONS, ROLES, word

RELATION_ORDER = ("direct", "dispatch", "request", "report")
DUPLICATE_MS = 15 * MINUTE


class WhistleScreen(Screen):
    """Alt+3 and F9."""

    name = "whistle"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._mode: Mode = REAL
        self._plan: Plan | None = None
        self._drill: DrillPlan | None = None
        self._case = ""
        self._title = ""
        self._place: Place | None = None
        self._answering: Answering | None = None
        self._blowing = False
        self._touched: dict[str, bool] = {}
        self._added: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._build()

    def title(self) -> str:
        return self.tr("Whistle console")

    def caption(self) -> str:
        return str(self.desk.reference.office.get("name", ""))

    def mode(self) -> str:
        return self._mode

    def hints(self) -> Hints:
        return (
            ("1–0", self.tr("choose the plan")),
            ("/", self.tr("find a plan")),
            ("Space", self.tr("add or drop a unit")),
            ("A", self.tr("another unit")),
            ("G", self.tr("place")),
            ("Enter", self.tr("hold one second to blow")),
            ("Ctrl D", self.tr("real / drill")),
            ("Esc", self.tr("leave; nobody is told anything")),
        )

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
        columns.addWidget(self._build_check(), 44)
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
        self.case_note = Label(look, "", "caption", "2")
        self.case_note.setWordWrap(True)
        foot = panel.add_foot(self.case_note)
        self._case_foot = foot
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
        panel.body.addWidget(self.units, 1)
        layout.addWidget(panel, 60)
        texts = Panel(look, self.tr("First five minutes"), self.tr("become orders with the whistle"))
        self.first_five = Label(look, "", "body", "2")
        self.first_five.setWordWrap(True)
        self.first_five.setContentsMargins(14, 8, 14, 8)
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

    def _build_check(self) -> QWidget:
        look = self.look
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        head, self.check_note = self._step("3", self.tr("Look, then blow"), "")
        layout.addWidget(head)
        panel = Panel(look)
        self.place_field = QLineEdit()
        self.place_field.setPlaceholderText(self.tr("Place; may be confirmed later"))
        self.place_field.setAccessibleName(self.tr("Place"))
        self.place_field.textEdited.connect(self._on_place_edited)
        self.place_field.returnPressed.connect(self.focus_button)
        panel.body.addLayout(row(self.place_field, KeyCaps(look, "G"), margins=(12, 12, 12, 8)))
        self.place_note = Label(look, "", "body", "2")
        self.place_note.setWordWrap(True)
        self.place_note.setContentsMargins(14, 0, 14, 8)
        panel.body.addWidget(self.place_note)
        self.title_field = QLineEdit()
        self.title_field.setPlaceholderText(self.tr("In a few words what happened (may stay empty)"))
        self.title_field.setAccessibleName(self.tr("What happened"))
        self.title_field.textEdited.connect(self._on_title_edited)
        self.title_field.returnPressed.connect(self.focus_button)
        panel.body.addLayout(row(self.title_field, margins=(12, 0, 12, 10)))
        panel.body.addWidget(Line())
        self.people = QVBoxLayout()
        self.people.setContentsMargins(14, 8, 14, 8)
        self.people.setSpacing(8)
        panel.body.addLayout(self.people)
        panel.body.addStretch(1)
        panel.body.addWidget(Line())
        self.checks = QVBoxLayout()
        self.checks.setContentsMargins(14, 10, 14, 10)
        self.checks.setSpacing(6)
        panel.body.addLayout(self.checks)
        layout.addWidget(panel, 1)
        self.button = HoldButton(look)
        self.button.setFixedHeight(look.px(140))
        self.button.fired.connect(self.blow)
        layout.addWidget(self.button)
        return side

    # -- showing ---------------------------------------------------------------------------------------------------

    def show_what(self, what: Mapping[str, Any]) -> None:
        if what.get("real") or what.get("case") or what.get("plan"):
            self._start(REAL)
        if what.get("case"):
            self._take_case(str(what["case"]))
        if what.get("place"):
            place = self.desk.reference.directory.places.get(str(what["place"]))
            if place is not None:
                self.place_field.setText(place.name)
                self._on_place_edited(place.name)
        if what.get("plan"):
            plan = self.desk.reference.plan(str(what["plan"]))
            if plan is not None:
                self._take_plan(plan)
        self._show_all()

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"unit", "plan", "drill", "place", "person", "appointment", "shift", "limit"})

    def typing(self) -> bool:
        return self.plan_field.hasFocus() or self.place_field.hasFocus() or self.title_field.hasFocus()

    def reload(self, changes: Changes) -> None:
        if self._plan is not None:
            self._plan = self.desk.reference.plan(self._plan.id) or self._plan
        self._show_all()

    def _start(self, mode: Mode) -> None:
        """A clean console."""
        self._mode = mode
        self._plan, self._drill, self._case, self._title = None, None, "", ""
        self._place, self._answering = None, None
        self._touched, self._added = {}, []
        self._blowing = False
        self.place_field.clear()
        self.title_field.clear()
        self.plan_field.clear()
        self.services.mode_changed.emit()

    def _take_case(self, case_id: str) -> None:
        case, _ = self.desk.read.cases.case(case_id)
        if not case.known:
            return
        self._case = case.id
        self._title = case.title
        self.title_field.setText(case.title)
        place = self.desk.reference.directory.places.get(case.place)
        words = case.place_words or (place.name if place else "")
        self.place_field.setText(words)
        self._on_place_edited(words)
        path = "/".join(self.desk.reference.categories.get(case.category, ()))
        plan = _plan_for(self.desk.reference.plans, f"{case.title}{case.text}{path}")
        if plan is not None:
            self._take_plan(plan)

    def _show_all(self) -> None:
        self._show_plans(self.plan_field.text())
        self._show_units()
        self._show_text()
        self._show_people()
        self._show_checks()
        self._show_mode()
        self._show_button()
        self.services.hints_changed.emit()

    def _show_mode(self) -> None:
        count = sum(entry.ticked for entry in self.unit_model.rows)
        if self._mode == REAL:
            sentence = self.tr("Real whistle. {n} departments are telephoned in order.").format(n=count)
            note = self.tr("Nothing is sent by itself: read the text aloud and tick. Everything is on record.")
        else:
            sentence = self.tr("Drill. Only those who take part are called; every text begins 【演练】.")
            note = self.tr("Counts in no assessment; frame and watermark stay until the drill ends.")
        self.mode_bar.show_mode(self._mode, sentence, note)

    def _show_plans(self, text: str) -> None:
        wanted = text.strip()
        cards = self._drill_cards(wanted) if self._mode == DRILL else self._plan_cards(wanted)
        painter = self.plan_view.itemDelegate()
        if isinstance(painter, PlanPainter):
            painter.drill = self._mode == DRILL
        self.plan_model.show(cards)
        chosen = self._drill.id if self._drill else self._plan.id if self._plan else ""
        place = self.plan_model.place_of(chosen) if chosen else -1
        self.plan_view.clearSelection()
        self.plan_view.setCurrentIndex(self.plan_model.index(place, 0))
        words = self.tr("{n} plans").format(n=len(self.desk.reference.plans))
        if self._mode == DRILL:
            words = self.tr("a drill starts only from a drill plan")
        if self._case:
            case, _ = self.desk.read.cases.case(self._case)
            words = self.tr("For case {number}: {title}").format(number=case.number, title=case.title)
        self.case_note.setText(words)

    def _plan_cards(self, wanted: str) -> list[PlanCard]:
        initials = self.desk.reference.plan_initials
        cards = []
        for plan in self.desk.reference.plans:
            spelt = initials.get(plan.id, "")
            if wanted and not (matching(spelt, plan.name, wanted) or wanted.upper() in plan.code):
                continue
            key = str(plan.rank % 10) if 1 <= plan.rank <= 10 and not wanted else ""
            limits = limit_words(self._tightest(plan)) if plan.units else ""
            marks = marks_in(plan.name, spelt, wanted) if wanted else ()
            cards.append(PlanCard(key, plan.id, "", plan.code, plan.name, plan.icon, len(plan.units), limits, marks))
        return cards

    def _drill_cards(self, wanted: str) -> list[PlanCard]:
        cards = []
        for place, drill in enumerate(self.desk.reference.drills):
            plan = self.desk.reference.plan(drill.plan)
            if plan is None or (wanted and wanted not in drill.name):
                continue
            key = str((place + 1) % 10) if place < 10 and not wanted else ""
            limits = limit_words(self._tightest(plan))
            cards.append(
                PlanCard(
                    key, plan.id, drill.id, f"{drill.id} · {plan.code}", drill.name, plan.icon, len(plan.units), limits
                )
            )
        return cards

    def _tightest(self, plan: Plan) -> dict[str, float | None]:
        found: dict[str, list[float]] = {"answer": [], "arrive": []}
        for line in plan.units:
            limits = self._limits(line.unit, line)
            for clock, values in found.items():
                value = limits.get(clock)
                if value:
                    values.append(value)
        return {clock: min(values) if values else None for clock, values in found.items()}

    def _limits(self, unit_id: str, line: PlanUnit | None) -> dict[str, float | None]:
        unit = self.desk.reference.units.get(unit_id)
        limits: dict[str, float | None] = dict(unit.limits) if unit is not None else {}
        if line is not None and line.limits is not None:
            limits |= dict(line.limits)
        return limits

    def _show_units(self) -> None:
        rows = []
        ordinal = 0
        for unit, line in self._candidates():
            chosen = (line is not None and not line.optional) or unit.id in self._added
            ticked = self._touched.get(unit.id, chosen)
            ordinal += ticked
            contact = unit.contacts[0] if unit.contacts else None
            rows.append(
                UnitRow(
                    unit=unit.id,
                    name=unit.name,
                    relation=(line.relation if line and line.relation else unit.relation),
                    lead=bool(line and line.duty == "lead"),
                    contact=contact.name if contact else "",
                    phone=unit.duty_phone or (contact.phone if contact else ""),
                    limits=limit_words(self._limits(unit.id, line)),
                    ask=str(line.ask) if line and line.ask else "",
                    ticked=ticked,
                    why=(line.why if line else "") or unit.first_action,
                    ordinal=ordinal,
                )
            )
        self.unit_model.show(rows)
        count = sum(entry.ticked for entry in rows)
        self.unit_note.setText(
            self.tr("{n} units ticked; Space adds and drops").format(n=count)
            if rows
            else self.tr("choose a plan first, or press A")
        )
        names = self._plan.first_five if self._plan else ()
        lines = [
            f"{place}. {text} · {self.desk.reference.unit_name(unit)}"
            for place, (text, unit) in enumerate(names, start=1)
        ]
        self.first_five.setText("\n".join(lines) if lines else self.tr("The plan says nothing here."))

    def _candidates(self) -> list[tuple[Unit, PlanUnit | None]]:
        units = self.desk.reference.units
        found: list[tuple[Unit, PlanUnit | None]] = []
        for line in self._plan.units if self._plan else ():
            if line.unit in units:
                found.append((units[line.unit], line))
        community = self._answering.community if self._answering else None
        known = {unit.id for unit, _ in found}
        if community is not None and community.id in units and community.id not in known and self._plan is not None:
            found.append((units[community.id], PlanUnit(community.id, why="引导人员，熟悉住户")))
            known.add(community.id)
        found += [(units[unit], None) for unit in self._added if unit in units and unit not in known]
        return found

    def _facts(self) -> dict[str, str]:
        """What fills the texts. Data that is read out and printed: Chinese in every language of the screen."""
        assembly = self._answering.assembly if self._answering else None
        return {
            "time": local(self.now()).strftime("%H:%M"),
            "place": self.place_field.text().strip() or "地点待核",
            "event": self.title_field.text().strip() or (self._plan.name if self._plan else "突发事件"),
            "assembly": assembly.name if assembly else "集结点另行电话告知",
            "contact": str(self.desk.reference.office.get("phone", "")) or "街道指挥中心",
        }

    def _texts(self) -> dict[str, str]:
        """The texts by relation, with all but what each unit is asked for filled in."""
        facts = self._facts()
        templates = self._plan.texts if self._plan else {}
        texts = {relation: partly(text, facts) for relation, text in templates.items()}
        return {relation: marked(text) for relation, text in texts.items()} if self._mode == DRILL else texts

    def _show_text(self) -> None:
        relation = RELATION_ORDER[self.text_tabs.current]
        text = self._texts().get(relation, "")
        rows = [entry for entry in self.unit_model.rows if entry.relation == relation and entry.ticked]
        shown = (
            message(text, {"ask": rows[0].why if rows else ""})
            if text
            else self.tr("The plan has no text for this relation.")
        )
        self.text.setPlainText(shown)
        self.text_count.setText(f"{len(shown)} / {MESSAGE_LIMIT}" if text else "")
        self.text_count.set_tone("amb" if text and len(shown) > MESSAGE_LIMIT else "3")

    def _show_people(self) -> None:
        clear(self.people)
        look, reference = self.look, self.desk.reference
        now = self.now()
        shifts = self.desk.read.reference.shifts(now, now + 1)
        lines: list[tuple[str, str, str, str]] = []
        if shifts:
            for line in shifts[0][1].plan.get("people", ()):
                if line.get("role") in ("leader", "clerk"):
                    person = reference.directory.people.get(str(line.get("person")))
                    if person is not None:
                        lines.append((word(ROLES, str(line["role"])), person.name, person.post, person.phone))
        chief = self._answering.chief if self._answering else None
        if chief is not None:
            lines.append((word(ROLES, chief.role), chief.person.name, chief.person.post, chief.person.phone))
        if not lines:
            self.people.addWidget(Label(look, self.tr("no shift is planned"), "body", "3"))
        for role, name, post, phone in lines[:4]:
            label = Label(look, role, "caption", "3")
            label.setFixedWidth(look.px(64))
            self.people.addLayout(
                row(
                    label,
                    Label(look, name, "strong"),
                    ElidedLabel(look, post, "caption", "2"),
                    Label(look, phone, "body", "2"),
                )
            )

    def _show_checks(self) -> None:
        clear(self.checks)
        ticked = [entry for entry in self.unit_model.rows if entry.ticked]
        silent = [entry.name for entry in ticked if not entry.callable]
        lines: list[tuple[str, str]] = []
        if ticked:
            lines.append(
                ("ok", self.tr("{n} departments, {m} with a number").format(n=len(ticked), m=len(ticked) - len(silent)))
            )
        if silent:
            lines.append(("amb", self.tr("no number: {names}").format(names="、".join(silent[:3]))))
        if not self.place_field.text().strip():
            lines.append(("amb", self.tr("The place is to be confirmed; it can be added while the phones ring")))
        running = self._alike()
        if running:
            lines.append(("amb", self.tr("Perhaps already running: {number}").format(number=running)))
        lines.append(("ok", self.tr("Can be taken back for 10 s, until the first call is logged")))
        icons = {"ok": ("check", "ok"), "amb": ("triangle-alert", "amb")}
        for level, words in lines:
            icon, tone = icons[level]
            mark = Label(self.look)
            mark.setPixmap(self.look.icon(icon, tone, self.look.px(15)))
            text = Label(self.look, words, "body", "amb" if level == "amb" else "2")
            text.setWordWrap(True)
            line = QHBoxLayout()
            line.setSpacing(8)
            line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(text, 1)
            self.checks.addLayout(line)

    def _alike(self) -> str:
        """The number of a running whistle of the same mode with the same plan or place, blown within a quarter of an hour."""
        now = self.now()
        for found in self.desk.read.incidents.running():
            state = found.state
            same = (self._plan is not None and state.plan == self._plan.id) or (
                self._place is not None and state.place == self._place.id
            )
            if state.mode == self._mode and same and now - state.blown_at < DUPLICATE_MS:
                return state.number
        return ""

    def _show_button(self) -> None:
        drill = self._mode == DRILL
        if not any(entry.ticked for entry in self.unit_model.rows):
            if drill and self._drill is None:
                self.button.show_missing(self.tr("no drill plan"), self.tr("choose one with a digit"))
            else:
                self.button.show_missing(self.tr("nobody to call"), self.tr("choose a plan with a digit, or press [A]"))
            return
        title = self.tr("Blow · DRILL") if drill else self.tr("Blow · REAL")
        self.button.show_ready(title, self.tr("hold [Enter] for 1 s, let go to stop"), "whistle", drill=drill)

    # -- acting ----------------------------------------------------------------------------------------------------

    def switch_mode(self) -> None:
        """Ctrl+D."""
        self._start(DRILL if self._mode == REAL else REAL)
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
            self.place_field.setFocus()
            self.place_field.selectAll()
        elif plain and key == Qt.Key.Key_A:
            self.add_unit()
        elif plain and key == Qt.Key.Key_Slash:
            self.plan_field.setFocus()
        elif plain and key == Qt.Key.Key_Space:
            self._toggle(self.units.view.place)
        elif key == Qt.Key.Key_Escape:
            self._escape()
        else:
            super().keyPressEvent(event)

    def _escape(self) -> None:
        if self.typing():
            self.plan_field.clear()
            self._show_plans("")
            self.focus_button() if self.button.state == "ready" else self.plan_view.setFocus()
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
        if card.drill:
            self._drill = next((drill for drill in self.desk.reference.drills if drill.id == card.drill), None)
            if self._drill is not None:
                place = self.desk.reference.directory.places.get(self._drill.place)
                words = self._drill.place_words or (place.name if place else "")
                self.place_field.setText(words)
                self._on_place_edited(words)
                self.title_field.setText(self._drill.name)
        self._take_plan(plan)

    def _take_plan(self, plan: Plan) -> None:
        self._plan = plan
        self._touched = {}
        self._show_all()
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
            self._touched[entry.unit] = not entry.ticked
            self._show_units()
            self._show_text()
            self._show_checks()
            self._show_mode()
            self._show_button()

    def add_unit(self) -> None:
        """A: choose another unit to call."""
        shown = {entry.unit for entry in self.unit_model.rows}
        menu = QMenu(self)
        groups: list[tuple[str, Callable[[Unit], bool]]] = [
            (self.tr("Departments"), _is_department),
            (self.tr("Sections"), _is_section),
            (self.tr("Communities"), _is_community),
            (self.tr("Own forces"), _is_force),
        ]
        for words, belongs in groups:
            part = menu.addMenu(words)
            for unit in self.desk.reference.units.values():
                if unit.active and unit.id not in shown and belongs(unit):
                    part.addAction(f"{unit.name}  {unit.duty_phone}").setData(unit.id)
            part.setEnabled(not part.isEmpty())
        menu.triggered.connect(self._on_unit_added)
        menu.popup(self.units.mapToGlobal(self.units.rect().topLeft()))

    def _on_unit_added(self, action: Any) -> None:
        self._added.append(str(action.data()))
        self._touched[str(action.data())] = True
        self._show_all()
        self.focus_button()

    def _on_place_edited(self, text: str) -> None:
        directory = self.desk.reference.directory
        self._place = directory.locate(text) if text.strip() else None
        self._answering = directory.answers_for(self._place) if self._place else None
        self._show_place()
        self._show_units()
        self._show_text()
        self._show_people()
        self._show_checks()
        self._show_button()

    def _show_place(self) -> None:
        if self._answering is None or self._place is None:
            words = self.tr("not recognised; it is written as typed") if self.place_field.text().strip() else ""
            self.place_note.setText(words)
            return
        street, community = self._answering.street, self._answering.community
        grids = "、".join((street or self._place).grids[:2])
        parts = [community.name if community else "", self.tr("grid {names}").format(names=grids) if grids else ""]
        if self._answering.assembly is not None:
            parts.append(self.tr("assembly point {name}").format(name=self._answering.assembly.name))
        near = "、".join(other.name for other in self.desk.reference.directory.similar(street or self._place))
        if near:
            parts.append(self.tr("not: {names}").format(names=near))
        note = (street or self._place).note
        self.place_note.setText(" · ".join(part for part in (*parts, note) if part))

    def _on_title_edited(self, _text: str) -> None:
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
        calls = tuple(
            UnitCall(unit=entry.unit, relation=entry.relation, duty="lead" if entry.lead else "")
            for entry in self.unit_model.rows
            if entry.ticked
        )
        command = BlowWhistle(
            units=calls,
            mode=self._mode,
            plan=self._plan.id if self._plan else "",
            drill=self._drill.id if self._drill else "",
            case=self._case,
            title=self.title_field.text().strip(),
            place=self._place.id if self._place else "",
            place_words=self.place_field.text().strip(),
            texts=self._texts(),
        )
        ticket = self.desk.submit(command)
        ticket.done.connect(self._on_blown)
        ticket.refused.connect(self._on_refused)
        ticket.failed.connect(self._on_failed)

    def _on_blown(self, done: Done) -> None:
        whistle = done.subjects[0].partition("/")[2]
        self._start(REAL)
        self._show_all()
        self.services.go.emit(Go("post", {"whistle": whistle, "blown": True}))

    def _on_refused(self, refused: RefusedBy) -> None:
        self._blowing = False
        self.say_refused(refused)

    def _on_failed(self, not_saved: NotSaved) -> None:
        self._blowing = False

    def tick(self, now: int) -> None:
        if now // 60_000 != getattr(self, "_minute", 0):
            self._minute = now // 60_000
            self._show_text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = self.height() < self.look.px(760)
        self.button.setFixedHeight(self.look.px(110 if low else 140))


def _plan_for(plans: list[Plan], text: str) -> Plan | None:
    """The plan whose name shares most with what is told; None when nothing does."""
    best, most = None, 1
    for plan in plans:
        pairs = {plan.name[place : place + 2] for place in range(len(plan.name) - 1)}
        shared = sum(pair in text for pair in pairs)
        if shared > most:
            best, most = plan, shared
    return best


def _is_department(unit: Unit) -> bool:
    return unit.kind == "department"


def _is_section(unit: Unit) -> bool:
    return unit.kind == "section"


def _is_community(unit: Unit) -> bool:
    return unit.kind == "community"


def _is_force(unit: Unit) -> bool:
    return unit.kind == "force"
