"""Organisation (机构), tab of the roster room: the tree from the city to the building, units, branches, groups, staff.

At the left the tree, at the right what is known of the chosen node on the day shown: who holds its posts, who held them
before, what was changed. D shows another day; call lists are drawn up and called from here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from commandcenter.domain.call_list import CallList
from commandcenter.domain.clock import DAY
from commandcenter.domain.coverage import vacancies
from commandcenter.domain.number_check import stale
from commandcenter.domain.office import OFFICE
from commandcenter.domain.roster import Appointment
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.organisation.detail import Detail, Details, Line, changes_of
from commandcenter.ui.organisation.forms import OrganisationForms
from commandcenter.ui.organisation.painters import LinePainter, NodePainter
from commandcenter.ui.organisation.tree import Node, Organisation, begun, found, nodes, way_to
from commandcenter.ui.organisation.treeview import TreeView
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import ElidedLabel, Empty, KeyCaps, Panel, column, row
from commandcenter.ui.parts.buttons import Button, SegTabs
from commandcenter.ui.parts.calllist import CallListSheet
from commandcenter.ui.parts.daysheet import DaySheet
from commandcenter.ui.parts.factlist import FactList, ScrolledFacts
from commandcenter.ui.parts.leaving import StillHeld, ask_rest
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rosterhand import RosterHand
from commandcenter.ui.parts.rows import KeyedRows
from commandcenter.ui.parts.screen import Context, Go, Hints, Phone, Screen, Toast

CARED = frozenset(
    {"office", "place", "person", "appointment", "absence", "unit", "group", "branch", "staff", "call_list"}
)
RECENT = 60 * DAY
"""Call lists that were closed longer ago are not listed."""
NOW, TERMS, CHANGES = 0, 1, 2
TREE = 300
"""The least width of the tree, at 100 %: a place six levels down with its holder."""


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done here: its key, words and icon, and whether it fits what is chosen."""

    code: str
    key: Qt.Key
    words: str
    icon: str
    run: Callable[[], None]
    fits: Callable[[], bool]


class OrganisationScreen(Screen):
    """Alt+5, tab 机构."""

    name = "organisation"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._opened = begun()
        self._key = OFFICE
        self._day: int | None = None
        self._day_sheet: DaySheet | None = None
        self.rest: StillHeld | None = None
        self._moving = False
        self.told = Organisation()
        self._shown_directory = self.told.directory
        self._details = Details(self.desk.reference, self.told, self.now())
        self.detail = Detail(OFFICE, "", "")
        self.acting = Acting(context, self)
        self.acting.done.connect(self._on_done)
        self.hand = RosterHand(context, self.acting, self)
        self.hand.drawn_up.connect(self._on_drawn_up)
        self.forms = OrganisationForms(self.acting, self.hand, self.desk)
        self._buttons: dict[str, Button] = {}
        self.lines = self._lines_panel()
        self.list_sheet: CallListSheet | None = None
        self._acts = self._table()
        self._build()

    def title(self) -> str:
        return self.tr("Organisation")

    def caption(self) -> str:
        if self._day is not None:
            return self.tr("as it was on {day} (Esc: today)").format(day=when.day(self._day))
        parts = [
            self.tr("{n} vacant").format(n=self.told.empty),
            self.tr("{n} numbers to prove").format(n=self.told.stale),
        ]
        return " · ".join(parts)

    # -- building --------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        look = self.look
        self.tree_panel = left = Panel(look)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Place, person, unit, number or pinyin initials"))
        self.field.setAccessibleName(self.tr("Search the organisation"))
        self.field.addAction(QIcon(look.icon("search", "tx3", 16)), QLineEdit.ActionPosition.LeadingPosition)
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._on_typed)
        self.field.installEventFilter(self)
        left.body.addLayout(row(self.field, KeyCaps(look, "/"), margins=(12, 12, 12, 8)))
        self.model = KeyedRows(_node_key, _node_spoken, self)
        self.painter = NodePainter(look, self)
        self.view = TreeView(look, self.model, self.painter, self.tr("Organisation"))
        self.view.moved.connect(self._on_moved)
        self.view.opened.connect(self._on_opened)
        self.view.folded.connect(self._on_folded)
        left.body.addWidget(self.view, 1)
        facts = Panel(look, self.tr("What is known"), head=40)
        self.fact_list = FactList(look, lead=92)
        facts.body.addWidget(ScrolledFacts(self.fact_list), 1)
        self.facts_panel = facts
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.lines, 5)
        below.addWidget(facts, 3)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self._top())
        right.addLayout(below, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(left, 3)
        layout.addLayout(right, 8)
        self.setFocusProxy(self.view)

    def _top(self) -> Panel:
        look = self.look
        top = Panel(look)
        self.name_label = ElidedLabel(look, "", "fact")
        self.caption_label = ElidedLabel(look, "", "caption", "2")
        inner = column(self.name_label, self.caption_label, gap=2, margins=(14, 10, 14, 8))
        more = row(gap=6, margins=(0, 6, 0, 0))
        for act in self._acts:
            button = Button(look, act.words, key=_cap(act.key), icon=act.icon, small=True)
            button.setObjectName(act.code)
            button.clicked.connect(self._on_button)
            self._buttons[act.code] = button
            more.addWidget(button)
        more.addStretch(1)
        inner.addLayout(more)
        top.body.addLayout(inner)
        return top

    def _lines_panel(self) -> ListPanel:
        empty = Empty(self.look, "users", self.tr("Nobody stands here"), "")
        panel = ListPanel(self.look, self.tr("Posts and people"), LinePainter(self.look), empty)
        self.tabs = SegTabs(self.look, self._tab_words())
        self.tabs.picked.connect(self._show_lines)
        panel.add_to_head(self.tabs)
        panel.view.opened.connect(self._on_line_opened)
        panel.view.moved.connect(self._show_acts)
        return panel

    def _tab_words(self) -> list[str]:
        if self._key.startswith("call_list/"):
            return [self.tr("To call"), self.tr("Calls")]
        return [self.tr("Now"), self.tr("Terms"), self.tr("Changes")]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px = self.look.px
        self.facts_panel.setMaximumWidth(px(460))
        self.tree_panel.setMinimumWidth(px(TREE))
        self._fit_buttons()

    # -- showing ---------------------------------------------------------------------------------------------------

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & CARED)

    def where(self) -> Mapping[str, Any]:
        return {"node": self._key}

    def show_what(self, what: Mapping[str, Any]) -> None:
        """``node`` is a subject of the tree, ``call_list`` the id of one, ``person`` somebody."""
        key = str(what.get("node", ""))
        for family in ("call_list", "person", "unit", "place"):
            if what.get(family):
                key = f"{family}/{what[family]}"
        if key:
            self._choose(key)

    def reload(self, changes: Changes) -> None:
        self._load()

    def tick(self, now: int) -> None:
        if self.desk.reference.directory is not self._shown_directory and self._day is None:
            self._load()

    def _load(self) -> None:
        reference, now = self.desk.reference, self.now()
        day = now if self._day is None else self._day
        directory = reference.directory if self._day is None else reference.directory.at(day)
        self._shown_directory = reference.directory
        told = Organisation(
            office=reference.office,
            directory=directory,
            units=reference.units,
            groups=reference.groups,
            branches=reference.branches,
            staff=reference.staff,
            absences=reference.roster.absences,
            lists=list(reversed(self.desk.read.matters.recent(CallList, "call_list", now - RECENT))),
            now=day,
        )
        self._details = Details(reference, told, now)
        self.told = Organisation(
            **{name: getattr(told, name) for name in told.__dataclass_fields__ if name not in ("empty", "stale")},
            empty=len(vacancies(directory, day)),
            stale=len(stale(directory, now, self._details.stale_days)),
        )
        self._details = Details(reference, self.told, now)
        self._fill()
        self._show()

    def _fill(self) -> None:
        text = self.field.text().strip()
        reference = self.desk.reference
        initials = {**reference.group_initials, **reference.unit_initials}
        rows = found(self.told, text, initials) if text else nodes(self.told, self._opened)
        self._moving = True
        self.model.show(rows)
        place = self.model.place_of(self._key)
        self.view.setCurrentIndex(self.model.index(place, 0))
        self._moving = False

    def _choose(self, key: str) -> None:
        """Show a node, with everything above it open."""
        self._key = key
        if self.field.text():
            self.field.clear()
        self._opened |= way_to(self.told, key)
        self._stale = self._stale or Changes(frozenset({"*"}))
        self.refresh_if_stale()
        self.view.scrollTo(self.view.currentIndex())

    def _show(self) -> None:
        self.detail = self._details.of(self._key)
        self.name_label.setText(self.detail.title)
        self.caption_label.setText(self.detail.caption)
        self.fact_list.show_facts(self.detail.facts)
        self.facts_panel.setVisible(bool(self.detail.facts))
        words = self._tab_words()
        if self.tabs.current >= len(words) or self._key.startswith("~"):
            self.tabs.pick(NOW)
        self.tabs.set_words(words)
        self.tabs.setVisible(not self._key.startswith("~") or self._key in ("~city", "~district"))
        self._show_lines()

    def _show_lines(self) -> None:
        tab = self.tabs.current
        if tab == NOW:
            rows: Sequence[Line] = self.detail.lines
        elif tab == TERMS:
            rows = self.detail.terms
        else:
            rows = self._changes()
        self.lines.show_rows(rows, str(len(rows)) if rows else "")
        self._show_acts()

    def _changes(self) -> list[Line]:
        family, _, _key = self._key.partition("/")
        if family not in CARED - {"call_list"}:
            return []
        people = {key: one.name for key, one in self.desk.reference.directory.people.items()}
        return changes_of(self.desk.read.reference.record(self._key), people, self.now())

    def _show_acts(self) -> None:
        self._fit_buttons()
        self.services.hints_changed.emit()

    def _fit_buttons(self) -> None:
        """The buttons of what can be done, as many as have room whole; the keys of all stand below."""
        px, inner = self.look.px, self.width() - 36
        room = inner - max(px(TREE), inner * 3 // 11) - 28
        for act in self._acts:
            button = self._buttons[act.code]
            wide = button.sizeHint().width() + 6
            button.setVisible(act.fits() and wide <= room)
            room -= wide if act.fits() else 0

    # -- moving ----------------------------------------------------------------------------------------------------

    def _on_moved(self, place: int) -> None:
        node = self.model.row(place)
        if node is not None and not self._moving and node.key != self._key:
            self._key = node.key
            self._show()

    def _on_opened(self, place: int) -> None:
        node = self.model.row(place)
        if node is not None and node.folds and not self.detail.lines:
            self._on_folded(place)
        else:
            self._to_lines()

    def _on_folded(self, place: int) -> None:
        node = self.model.row(place)
        if node is not None and node.folds:
            self._opened = self._opened - {node.key} if node.open else self._opened | {node.key}
            self._fill()

    def _to_lines(self) -> None:
        if self.lines.model.rowCount():
            self.lines.view.setFocus()

    def _on_line_opened(self, _place: int) -> None:
        """Enter on a line: to the person, the place, the unit behind it."""
        line = self._line
        if line is not None and line.subject and line.subject != self._key:
            self._choose(line.subject)
            self.view.setFocus()

    def _on_typed(self, _text: str) -> None:
        self._fill()
        if self.field.text().strip() and self.model.rowCount():
            self.view.go(0)

    def _on_drawn_up(self, key: str) -> None:
        self._choose(f"call_list/{key}")
        self.tabs.pick(NOW)
        self._open_list()

    def _open_list(self) -> None:
        """L on a call list: call from it; what came of each call is shown here as well."""
        self.list_sheet = CallListSheet(self.context, self.window(), self._key.partition("/")[2])
        self.list_sheet.open_sheet()

    def _on_done(self, done: object) -> None:
        """What was entered just now is shown; whoever left a post and still has others is named."""
        left, self.forms.left = self.forms.left, None
        self.rest = ask_rest(self.context, self.window(), left) if left is not None else None
        for subject in getattr(done, "subjects", ()):
            family = subject.partition("/")[0]
            if family in ("group", "branch", "staff") and subject != self._key:
                self._choose(subject)
                return

    @property
    def _line(self) -> Line | None:
        found_: Line | None = self.lines.row
        return found_

    def _acts_on_line(self) -> bool:
        return self.lines.view.hasFocus() and self._line is not None

    # -- acts ------------------------------------------------------------------------------------------------------

    def _table(self) -> tuple[Act, ...]:
        key = Qt.Key
        return (
            Act("call", key.Key_L, self.tr("Call them"), "phone-call", self._open_list, self._is_list),
            Act("appoint", key.Key_A, self.tr("Give a post"), "user-check", self._appoint, self._has_posts),
            Act("enter", key.Key_N, self.tr("Enter new"), "plus", self._enter, self._can_enter),
            Act("edit", key.Key_E, self.tr("Correct"), "pencil", self._edit, self._can_edit),
            Act("end", key.Key_Delete, self.tr("End"), "circle-x", self._end, self._can_end),
            Act("calls", key.Key_L, self.tr("Call list"), "phone-call", self._draw_up, self._can_call),
            Act("verify", key.Key_V, self.tr("Prove the number"), "phone", self._verify, self._can_verify),
            Act("away", key.Key_B, self.tr("Away"), "log-out", self._away, self._has_person),
            Act("day", key.Key_D, self.tr("Another day"), "calendar-days", self._ask_day, self._no_list),
            Act("chiefs", key.Key_O, self.tr("On the chiefs' screen"), "arrow-right", self._to_chiefs, self._is_place),
            Act("settings", key.Key_O, self.tr("Contacts, limits"), "settings", self._to_settings, self._is_unit),
        )

    def hints(self) -> Hints:
        keys: list[tuple[str, str]] = [("↑↓", self.tr("choose")), ("← →", self.tr("fold")), ("/", self.tr("search"))]
        keys.append(("Tab", self.tr("tree, lines")))
        keys += [("1–3", self.tr("now, terms, changes")), ("P", self.tr("call"))]
        return [*keys, *((_cap(act.key), act.words) for act in self._acts if act.fits())]

    def _node_is(self, *families: str) -> bool:
        return self._key.partition("/")[0] in families and bool(self.detail.title)

    def _today(self) -> bool:
        return self._day is None

    def _is_list(self) -> bool:
        return self._node_is("call_list")

    def _no_list(self) -> bool:
        return not self._is_list()

    def _is_place(self) -> bool:
        return self._node_is("place", "person") and not self._grid()

    def _grid(self) -> bool:
        place = self.told.directory.places.get(self._key.partition("/")[2])
        return place is not None and place.kind == "grid"

    def _is_unit(self) -> bool:
        return self._node_is("unit")

    def _has_posts(self) -> bool:
        return self._today() and bool(self.detail.target) and bool(self.forms.roles_at(self.detail.target))

    def _can_enter(self) -> bool:
        return self._today() and (
            self._key in ("~groups", "~branches", "~staff") or self._node_is("group", "branch", "staff")
        )

    def _can_edit(self) -> bool:
        if not self._today():
            return False
        if self._acts_on_line() and self._post() is not None:
            return True
        return self._node_is("unit", "group", "branch", "staff", "place", "person") and not self._grid()

    def _can_end(self) -> bool:
        if not self._today():
            return False
        line = self._line
        if self.lines.view.hasFocus() and line is not None:
            return bool(line.absence) or self._running_post()
        return self._node_is("group", "branch", "staff")

    def _running_post(self) -> bool:
        post = self._post()
        return post is not None and post.until is None

    def _can_call(self) -> bool:
        return self._today() and (self._node_is("office", "place", "unit", "group", "branch") or self._unproved())

    def _unproved(self) -> bool:
        return self._key == "~stale" and bool(self.detail.lines)

    def _can_verify(self) -> bool:
        return self._today() and (self._node_is("unit") or bool(self._person()))

    def _has_person(self) -> bool:
        return self._today() and bool(self._person())

    def _person(self) -> str:
        """Whom acts are about: the line with the keyboard, else the node."""
        if self._acts_on_line() and self._line is not None:
            return self._line.person
        family, _, rest = self._key.partition("/")
        if family == "person":
            return rest
        return self.told.staff[rest].person if family == "staff" and rest in self.told.staff else ""

    def _post(self) -> Appointment | None:
        """The post of the line with the keyboard: in the list of terms that very term."""
        line = self._line
        if line is None or not line.appointment:
            return None
        same = [post for post in self.desk.reference.roster.tenures if post.id == line.appointment]
        told = [post for post in same if line.key == f"{post.id}|{post.since}"]
        return told[-1] if told else same[-1] if same else None

    def _appoint(self) -> None:
        self.forms.appoint(self.detail.target, self.detail.title)

    def _enter(self) -> None:
        family = self._key.partition("/")[0].removeprefix("~")
        if family in ("groups", "group"):
            self.forms.group()
        elif family in ("branches", "branch"):
            self.forms.branch(parent=self._key.partition("/")[2])
        else:
            self.forms.staff()

    def _edit(self) -> None:
        post = self._post() if self._acts_on_line() else None
        if post is not None and self._line is not None:
            self.forms.dates(post, self._line.name)
            return
        family, _, rest = self._key.partition("/")
        if family == "unit":
            self.forms.unit(rest)
        elif family == "group":
            self.forms.group(self.told.groups[rest])
        elif family == "branch":
            self.forms.branch(self.told.branches[rest])
        elif family == "staff":
            self.forms.staff(self.told.staff[rest])
        elif family == "place" and self.told.directory.places[rest].kind == "site":
            self.forms.site(rest)
        else:
            self._to_chiefs()

    def _end(self) -> None:
        line = self._line if self.lines.view.hasFocus() else None
        post = self._post() if line is not None else None
        if line is not None and post is not None:
            self.forms.end_post(post, line.name)
        elif line is not None and line.absence:
            absence = next(one for one in self.told.absences if one.id == line.absence)
            self.hand.back(absence)
        elif line is None:
            self.forms.end_record(self._key, self.detail.title)

    def _draw_up(self) -> None:
        if self._unproved():
            self.hand.prove_all(line.person for line in self.detail.lines)
        else:
            self.hand.call_list(self._key, self.detail.title)

    def _verify(self) -> None:
        person = self.desk.reference.directory.people.get(self._person())
        if person is not None:
            self.hand.verify(person)
        else:
            self.hand.verify_unit(self._key.partition("/")[2])

    def _away(self) -> None:
        """B: somebody will be away; on somebody who is, they are back."""
        line = self._line if self._acts_on_line() else None
        person = self.desk.reference.directory.people.get(self._person())
        away = self.told.directory.away(self._person())
        if line is not None and line.absence:
            away = next((one for one in self.told.absences if one.id == line.absence), away)
        if away is not None:
            self.hand.back(away)
        elif person is not None:
            self.hand.absence(person)

    def _to_chiefs(self) -> None:
        family, _, rest = self._key.partition("/")
        self.services.go.emit(Go("roster", {family: rest}))

    def _to_settings(self) -> None:
        self.services.go.emit(Go("settings", {"section": "units", "unit": self._key.partition("/")[2]}))

    # -- another day, and calling ------------------------------------------------------------------------------------

    def _ask_day(self) -> None:
        """D: the organisation of another day."""
        shown = self.now() if self._day is None else self._day
        self._day_sheet = DaySheet(self.context, self.window(), self.tr("The organisation of another day"), shown)
        self._day_sheet.chosen.connect(self._on_day)
        self._day_sheet.open_sheet()

    def _on_day(self, day: object) -> None:
        self._day = day if isinstance(day, int) else None
        self._load()

    def _back_to_today(self) -> None:
        self._day = None
        self._load()

    def _ring(self) -> None:
        """P: the number of the line, large, to be dialled."""
        line = self._line if self._acts_on_line() else None
        if line is not None and line.phone:
            self.services.phone.emit(Phone(line.callee or line.name, line.lead, line.phone))
        elif self._node_is("unit"):
            unit = self.told.units[self._key.partition("/")[2]]
            self.services.phone.emit(Phone(unit.name, "", unit.duty_phone, unit=unit.id))
        else:
            self.services.toast.emit(Toast(self.tr("No number is chosen.")))

    # -- keys ------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not (event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        key = Qt.Key(event.key())
        if plain and key == Qt.Key.Key_P:
            self._ring()
        elif plain and key == Qt.Key.Key_Slash:
            self.field.setFocus()
            self.field.selectAll()
        elif plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_3:
            self.tabs.pick(key - Qt.Key.Key_1)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._sideways(key == Qt.Key.Key_Left)
        elif plain and key == Qt.Key.Key_Escape:
            self._escape()
        else:
            act = next((one for one in self._acts if plain and one.key == key and one.fits()), None)
            if act is None:
                super().keyPressEvent(event)
            else:
                act.run()

    def _sideways(self, left: bool) -> None:
        """← and →: fold or unfold; at the end of the tree to the lines, and back."""
        if self.lines.view.hasFocus():
            if left:
                self.view.setFocus()
            return
        place = self.view.place
        node = self.model.row(place)
        if node is None:
            return
        if node.folds and node.open == left:
            self._on_folded(place)
        elif left:
            above = next((at for at in range(place - 1, -1, -1) if self.model.rows[at].level < node.level), -1)
            if above >= 0:
                self.view.go(above)
        else:
            self._to_lines()

    def _escape(self) -> None:
        if self.lines.view.hasFocus():
            self.view.setFocus()
        elif self.field.text():
            self.field.clear()
        elif self._day is not None:
            self._back_to_today()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.field:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.view.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.field.clear()
                self.view.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _on_button(self) -> None:
        code = self.sender().objectName()
        next(act for act in self._acts if act.code == code).run()


def _cap(key: Qt.Key) -> str:
    names = {Qt.Key.Key_Space: "Space", Qt.Key.Key_Delete: "Del", Qt.Key.Key_Backspace: "⌫"}
    return names.get(key, chr(key.value) if 32 < key.value < 127 else "")


def _node_key(node: Node) -> str:
    return node.key


def _node_spoken(node: Node) -> str:
    return f"{node.name} {node.more}".strip()
