"""The plans by kind, with a field that finds one by name, code or pinyin initials."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit

from commandcenter.desk.desk import Desk
from commandcenter.domain.plan import plan_of
from commandcenter.ui.parts.basic import Label, Panel, row
from commandcenter.ui.parts.buttons import Button
from commandcenter.ui.parts.rows import KeyedRows, RowView
from commandcenter.ui.parts.workcopies import WorkCopies
from commandcenter.ui.plans.lists import PlanPainter, PlanRow, plan_key, plan_spoken
from commandcenter.ui.theme.look import Look

translate = QCoreApplication.translate


class PlanList(Panel):
    """The list at the left. ``found`` tells that what is looked for changed, ``new_asked`` wants a new plan."""

    found = Signal()
    new_asked = Signal()

    def __init__(self, look: Look, desk: Desk, drafts: WorkCopies) -> None:
        super().__init__(look, translate("PlanList", "Plans"), "")
        self._desk, self._drafts = desk, drafts
        self.new_button = Button(look, self.tr("New"), key="A", icon="plus", small=True)
        self.new_button.clicked.connect(self.new_asked)
        self.add_to_head(self.new_button)
        self.find_field = QLineEdit()
        self.find_field.setPlaceholderText(self.tr("Find a plan  /"))
        self.find_field.setAccessibleName(self.tr("Find a plan"))
        self.find_field.textEdited.connect(self._on_find)
        self.body.addLayout(row(self.find_field, margins=(12, 10, 12, 8)))
        self.model = KeyedRows(plan_key, plan_spoken, self)
        self.view = RowView(look, self.model, PlanPainter(look, self), self.tr("Plans"))
        self.body.addWidget(self.view, 1)
        self.note = Label(look, "", "caption", "3")
        self.add_foot(self.note)

    def _on_find(self, _text: str) -> None:
        self.found.emit()

    def show_rows(self, shown: str, over: int) -> str:
        """Show the plans with the mark on ``shown``; the id of the plan the mark is on then. ``over`` are not drilled in time."""
        rows = self.rows()
        used = sum(one.active and one.version > 0 for one in rows)
        self.caption.setText(self.tr("{n} in use").format(n=used))
        self.note.setText(self.tr("{n} not drilled as the law wants").format(n=over) if over else "")
        self.model.show(rows)
        self.view.go(max(0, self.model.place_of(shown)))
        chosen = self.model.row(self.view.place)
        return chosen.id if chosen is not None else ""

    def rows(self) -> list[PlanRow]:
        """Those in use by kind, in each as the console has them; then those never published, then the retired ones."""
        records = self._drafts.records
        wanted = self.find_field.text().strip()
        used = [plan.id for plan in self._desk.reference.plans if plan.id in records]
        kinds = dict.fromkeys(str(records[key].get("category", "")) for key in used)
        groups = [(kind, [key for key in used if str(records[key].get("category", "")) == kind]) for kind in kinds]
        groups.append((self.tr("Never published"), self._drafts.unsaved))
        groups.append((self.tr("Out of use"), sorted(key for key, record in records.items() if not record.active)))
        rows = []
        for heading, keys in groups:
            members = [found for key in keys if self._matches(found := self._row(key), wanted)]
            if members:
                rows += [PlanRow("", "", heading, "", 0, 0, False), *members]
        return rows

    def _matches(self, found: PlanRow, wanted: str) -> bool:
        spelt = self._desk.reference.plan_initials.get(found.id, "")
        return not wanted or wanted in found.name or wanted.upper() in found.code or wanted.lower() in spelt

    def _row(self, key: str) -> PlanRow:
        record, edited = self._drafts.record(key), self._drafts.copy(key)
        shown = plan_of(record) if record.known else None
        return PlanRow(
            key,
            shown.code if shown else key,
            shown.name if shown else edited["name"],
            shown.icon if shown else edited["icon"],
            record.version,
            len(shown.units) if shown else len(edited["units"]),
            bool(self._drafts.changed(key)),
            record.active or not record.known,
        )
