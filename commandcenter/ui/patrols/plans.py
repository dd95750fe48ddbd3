"""The plans of patrols and their checklists: who walks which street how often in which window, as records that can be changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from commandcenter.domain.clock import DAY, local_date
from commandcenter.domain.command import Batch, Command
from commandcenter.domain.patrol_plan import HOLIDAYS, TURNS, WALKERS, Checklist, PatrolPlan
from commandcenter.domain.record import AmendRecord, ListRecord, RestoreRecord, RetireRecord
from commandcenter.domain.roster import CHIEFS
from commandcenter.journal.journal import Changes
from commandcenter.ui import when
from commandcenter.ui.parts import paint
from commandcenter.ui.parts.acting import Acting
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.forms import Field
from commandcenter.ui.parts.listpanel import ListPanel
from commandcenter.ui.parts.rows import Column, Columns, RowPainter
from commandcenter.ui.parts.screen import Context, Hints, Screen, Toast
from commandcenter.ui.patrol_words import HOLIDAYS as HOLIDAY_WORDS
from commandcenter.ui.patrol_words import TURNS as TURN_WORDS
from commandcenter.ui.patrol_words import patrol_word
from commandcenter.ui.patrols.forms import read_window
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import ROLES, word

translate = QCoreApplication.translate

CHIEF, STEWARD = "patrol.interval.chief", "patrol.interval.steward"
"""The limits that tell how often a plan begins to walk."""


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan as the list shows it."""

    key: str
    name: str
    plan: PatrolPlan
    who: str
    often: str
    windows: str
    checklist: str


@dataclass(frozen=True, slots=True)
class ListRow:
    """A checklist as the list shows it."""

    key: str
    name: str
    checklist: Checklist


def often_words(plan: PatrolPlan) -> str:
    """``every day``, ``every 7 days``, ``Mon, Thu every 2 weeks``."""
    if plan.weekdays:
        days = "、".join(when.weekday(day) for day in plan.weekdays)
        weeks = max(1, plan.interval // 7)
        return days if weeks == 1 else translate("PatrolPlans", "{days}, every {n} weeks").format(days=days, n=weeks)
    if plan.interval == 1:
        return translate("PatrolPlans", "every day")
    return translate("PatrolPlans", "every {n} days").format(n=plan.interval)


def window_text(windows: Sequence[tuple[int, int]]) -> str:
    """Windows as they are typed: ``07:00-10:00; 16:00-19:00``."""
    return "; ".join(
        f"{opens // 60:02d}:{opens % 60:02d}-{closes // 60:02d}:{closes % 60:02d}" for opens, closes in windows
    )


class _PlanPainter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("name", translate("PatrolPlans", "Street"), 92, 2),
            Column("who", translate("PatrolPlans", "Post"), 120, 2),
            Column("often", translate("PatrolPlans", "How often"), 110, 2),
            Column("windows", translate("PatrolPlans", "Window"), 110, 2),
            Column("checklist", translate("PatrolPlans", "Checklist"), 64, 1, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: PlanRow) -> None:
        tone = "tx3" if not row.plan.active else "tx1" if column == "name" else "tx2"
        paint.elided(p, self.look, rect, getattr(row, column), "name" if column == "name" else "body", tone)


class _ListPainter(RowPainter):
    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        columns = [
            Column("name", translate("PatrolPlans", "Checklist"), 80, 1),
            Column("items", translate("PatrolPlans", "Items"), 150, 4),
            Column("source", translate("PatrolPlans", "Source"), 120, 2, drop=1),
        ]
        super().__init__(look, Columns(look, columns), parent, height=34)

    def paint_cell(self, p: QPainter, rect: QRect, column: str, row: ListRow) -> None:
        one = row.checklist
        words = {
            "name": one.name,
            "items": "、".join(item.words for item in one.items),
            "source": one.source,
        }[column]
        tone = "tx3" if not one.active else "tx1" if column == "name" else "tx2"
        paint.elided(p, self.look, rect, words, "name" if column == "name" else "body", tone)


class PlansPage(Screen):
    """The page 安排 of the tab 巡查."""

    name = "patrol_plans"

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        look = self.look
        self.acting = Acting(context, self)
        empty = Empty(
            look, "calendar-days", self.tr("No plan yet"), self.tr("N makes one; D makes one for each street.")
        )
        self.plans = ListPanel(
            look, self.tr("Plans"), _PlanPainter(look), empty, act=self.tr("New plan"), key="N", titled=True
        )
        self.plans.act.clicked.connect(self.new)
        self.defaults_button = Button(look, self.tr("For each street"), key="D", icon="list-checks", small=True)
        self.defaults_button.clicked.connect(self.defaults)
        self.plans.add_to_head(self.defaults_button)
        nothing = Empty(look, "list-checks", self.tr("No checklist"))
        self.lists = ListPanel(
            look, self.tr("Checklists"), _ListPainter(look), nothing, act=self.tr("New list"), key="C", titled=True
        )
        self.lists.act.clicked.connect(self.new_list)
        self.plans.view.opened.connect(self._on_plan)
        self.lists.view.opened.connect(self._on_list)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.setSpacing(12)
        layout.addWidget(self.plans, 58)
        layout.addWidget(self.lists, 42)
        self._plan = PatrolPlan("", "", "")
        self._checklist = Checklist("", "", ())

    def title(self) -> str:
        return self.tr("Plans")

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & {"patrol_plan", "patrol_list", "place"})

    def hints(self) -> Hints:
        return [
            ("↑↓", self.tr("choose")), ("Enter", self.tr("change")), ("N", self.tr("new plan")),
            ("D", self.tr("for each street")), ("X", self.tr("out of use")), ("C", self.tr("new checklist")),
            ("Tab", self.tr("to the checklists")),
        ]  # fmt: skip

    def reload(self, changes: Changes) -> None:
        self.load()

    def load(self) -> None:
        """Read plans and lists anew."""
        reference = self.desk.reference
        directory, lists = reference.directory, reference.patrol_lists
        rows = []
        for plan in reference.patrol_plans.values():
            place, checklist = directory.places.get(plan.place), lists.get(plan.checklist)
            person = directory.people.get(plan.person)
            who = word(ROLES, plan.role) + (f" {person.name}" if person else "")
            who += f" · {patrol_word(TURN_WORDS, plan.turns)}"
            often = often_words(plan) if plan.active else self.tr("out of use")
            rows.append(
                PlanRow(
                    *(plan.id, place.name if place else plan.place, plan, who, often, window_text(plan.windows)),
                    checklist.name if checklist else "",
                )
            )
        rows.sort(key=_in_order)
        used = sum(one.plan.active for one in rows)
        self.plans.show_rows(rows, self.tr("{n} in use").format(n=used))
        self.lists.show_rows([ListRow(one.id, one.name, one) for one in lists.values()])

    # -- plans -----------------------------------------------------------------------------------------------------

    def new(self) -> None:
        """A new plan."""
        self._plan = PatrolPlan("", "", "steward", since=local_date(self.now()))
        self._open_plan(self.tr("New plan"))

    def _on_plan(self, _place: int) -> None:
        chosen = self.plans.row
        if chosen is not None:
            self._plan = chosen.plan
            self._open_plan(self.tr("Change the plan"))

    def _open_plan(self, title: str) -> None:
        plan, directory = self._plan, self.desk.reference.directory
        lists = [(one.id, one.name) for one in self.desk.reference.patrol_lists.values() if one.active]
        fields = [
            Field("place", self.tr("Street"), "choice", plan.place, [(one.id, one.name) for one in directory.streets()]),
            Field("role", self.tr("Post"), "choice", plan.role, [(code, word(ROLES, code)) for code in WALKERS]),
            Field("interval", self.tr("Every so many days"), "number", plan.interval, required=True, least=1),
            Field("weekdays", self.tr("Weekdays (1 = Monday)"), value="".join(str(day + 1) for day in plan.weekdays),
                  hint=self.tr("135; empty for all")),
            Field("windows", self.tr("Windows"), value=window_text(plan.windows), required=True,
                  hint="07:00-10:00; 16:00-19:00"),
            Field("holidays", self.tr("Days off"), "choice", plan.holidays,
                  [(code, patrol_word(HOLIDAY_WORDS, code)) for code in HOLIDAYS]),
            Field("turns", self.tr("Who walks"), "choice", plan.turns,
                  [(code, patrol_word(TURN_WORDS, code)) for code in TURNS]),
            Field("checklist", self.tr("Checklist"), "choice", plan.checklist, [("", self.tr("none")), *lists]),
            Field("since", self.tr("From"), "date", plan.since.isoformat(), required=True),
            Field("until", self.tr("Until"), "date", plan.until.isoformat() if plan.until else ""),
            Field("stops", self.tr("Stops of the route, one on a line"), "lines", "\n".join(plan.stops), wide=True),
            Field("source", self.tr("Source"), value=plan.source or self.tr("own decision"), wide=True),
        ]  # fmt: skip
        key = f"patrol_plan.{plan.id or 'new'}"
        self.acting.open(key, title, "", fields, self.tr("Save"), self._planned, said=self.tr("Saved"))

    def _planned(self, v: Mapping[str, Any]) -> Command:
        fields = self._fields(v)
        if self._plan.id:
            return AmendRecord(subject=f"patrol_plan/{self._plan.id}", fields=fields)
        return ListRecord(subject=f"patrol_plan/{self.desk.new_id()}", fields=fields)

    def _fields(self, v: Mapping[str, Any]) -> dict[str, Any]:
        days = [char for char in v["weekdays"] if char not in " ,，、"]
        if any(char not in "1234567" for char in days):
            raise ValueError("weekdays")
        told = [part for part in v["windows"].replace("；", ";").replace("、", ";").split(";") if part.strip()]
        windows = [list(read_window(part, self.now(), "windows")) for part in told]
        names = ("place", "role", "holidays", "turns", "checklist", "since", "until", "source")
        return {
            **{name: v[name] for name in names},
            "interval": v["interval"],
            "weekdays": sorted({int(char) - 1 for char in days}),
            "windows": windows,
            "stops": [line.strip() for line in v["stops"].splitlines() if line.strip()],
            "basis": "office",
        }

    def defaults(self) -> None:
        """A plan for every street that has none: chiefs and stewards as often as the office's limits say."""
        plans = {(plan.place, plan.role) for plan in self.desk.reference.patrol_plans.values() if plan.active}
        commands: list[Command] = []
        for place in self.desk.reference.directory.streets():
            chief = CHIEFS[0] if place.kind == "street" else CHIEFS[1]
            for role, key in ((chief, CHIEF), ("steward", STEWARD)):
                limit = self.desk.reference.limit(key)
                if limit is None or (place.id, role) in plans:
                    continue
                fields = {
                    "place": place.id, "role": role, "interval": max(1, round(limit.milliseconds / DAY)),
                    "weekdays": [], "windows": [[8 * 60, 18 * 60]], "holidays": "shift" if role == chief else "walk",
                    "turns": "each" if role == chief else "in_turn", "checklist": "without",
                    "since": local_date(self.now()).isoformat(), "stops": [], "basis": limit.basis,
                    "source": limit.source,
                }  # fmt: skip
                commands.append(ListRecord(subject=f"patrol_plan/{self.desk.new_id()}", fields=fields))
        if commands:
            words = self.tr("{n} plans were made; change each as it is walked.").format(n=len(commands))
            self.acting.send(Batch(commands=tuple(commands)), words)
        else:
            self.services.toast.emit(Toast(self.tr("Every street has its plans.")))

    def _retire(self) -> None:
        if self.lists.view.hasFocus():
            chosen, family = self.lists.row, "patrol_list"
            active = chosen is not None and chosen.checklist.active
        else:
            chosen, family = self.plans.row, "patrol_plan"
            active = chosen is not None and chosen.plan.active
        if chosen is None:
            return
        subject = f"{family}/{chosen.key}"
        self.acting.send(RetireRecord(subject=subject) if active else RestoreRecord(subject=subject))

    # -- checklists ------------------------------------------------------------------------------------------------

    def new_list(self) -> None:
        """A new checklist."""
        self._checklist = Checklist("", "", (), "office", rank=99)
        self._open_list(self.tr("New checklist"))

    def _on_list(self, _place: int) -> None:
        chosen = self.lists.row
        if chosen is not None:
            self._checklist = chosen.checklist
            self._open_list(self.tr("Change the checklist"))

    def _open_list(self, title: str) -> None:
        one = self._checklist
        fields = [
            Field("name", self.tr("Name"), value=one.name, required=True),
            Field("source", self.tr("Source"), value=one.source),
            Field("items", self.tr("Items, one on a line"), "lines", "\n".join(item.words for item in one.items),
                  required=True, wide=True, height=260),
        ]  # fmt: skip
        self.acting.open(f"patrol_list.{one.id or 'new'}", title, "", fields, self.tr("Save"), self._listed)

    def _listed(self, v: Mapping[str, Any]) -> Command:
        known = {item.words: item.code for item in self._checklist.items}
        lines = [line.strip() for line in v["items"].splitlines() if line.strip()]
        items = [{"code": known.get(line) or f"own-{self.desk.new_id()[-12:]}", "words": line} for line in lines]
        one = replace(self._checklist, name=v["name"], source=v["source"])
        fields = {"name": one.name, "source": one.source, "basis": one.basis, "rank": one.rank, "items": items}
        if one.id:
            return AmendRecord(subject=f"patrol_list/{one.id}", fields=fields)
        return ListRecord(subject=f"patrol_list/{self.desk.new_id()}", fields=fields)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.plans.view.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        acts = {
            Qt.Key.Key_N: self.new,
            Qt.Key.Key_D: self.defaults,
            Qt.Key.Key_C: self.new_list,
            Qt.Key.Key_X: self._retire,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        else:
            act()


def _in_order(row: PlanRow) -> tuple[bool, str, str]:
    return not row.plan.active, row.plan.place, row.key
