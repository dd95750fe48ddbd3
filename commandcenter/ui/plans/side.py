"""Beside a plan: what the check says, whom to call of the chosen unit, the places and the law, the versions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from commandcenter.domain.plan import Plan
from commandcenter.domain.plan_check import PlanCheck
from commandcenter.domain.unit import Unit
from commandcenter.ui.parts.basic import ElidedLabel, Label, Panel
from commandcenter.ui.parts.history import HistoryRow, HistoryView
from commandcenter.ui.plans.lists import NotePainter, NoteRow, NoteView
from commandcenter.ui.theme.look import Look
from commandcenter.ui.words import RELATIONS as RELATION_WORDS
from commandcenter.ui.words import word

translate = QCoreApplication.translate


class PlanSide(QWidget):
    """Four panels. ``version_opened`` tells the place of a version in the list."""

    version_opened = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.check_panel = Panel(look, self.tr("Check before it is published"), "", head=38)
        self.checks = NoteView(look, NotePainter(look, self, lead=0), self.tr("Check"))
        self.check_panel.body.addWidget(self.checks)
        self.contact_panel = Panel(look, self.tr("Contact order"), "", head=38)
        self.contacts = NoteView(look, NotePainter(look, self, lead=16, fact=118), self.tr("Contact order"))
        self.contacts.setFixedHeight(look.px(31 * 3 + 2))
        self.contact_panel.body.addWidget(self.contacts)
        self.place_panel = Panel(look, self.tr("Places and law"), "", head=38)
        self.places = Label(look, "", "body", "2")
        self.places.setWordWrap(True)
        self.places.setContentsMargins(14, 8, 14, 10)
        self.place_panel.body.addWidget(self.places)
        self.past = Panel(look, self.tr("Versions"), self.tr("only added to, never deleted"), head=38)
        self.history = HistoryView(look, self.tr("Versions"), lead=64)
        self.history.opened.connect(self.version_opened)
        self.past.body.addWidget(self.history, 1)
        self.past.add_foot(
            ElidedLabel(
                look, self.tr("Enter compares, R begins again from it; running incidents keep theirs"), "caption", "3"
            )
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.check_panel, 3)
        column.addWidget(self.contact_panel)
        column.addWidget(self.place_panel)
        column.addWidget(self.past, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little height the places go first: the particulars tell them too."""
        super().resizeEvent(event)
        self.place_panel.setVisible(self.height() >= self._look.px(560))

    def show_checks(self, found: Sequence[PlanCheck], names: Mapping[str, Unit]) -> None:
        """Show the checker, what is missing first."""
        rows = [
            NoteRow(one.code, "", check_words(one, names), "", "good" if one.good else "warn")
            for one in sorted(found, key=_good)
        ]
        self.checks.show_rows(rows)
        missing = sum(not one.good for one in found)
        self.check_panel.caption.setText(self.tr("{n} well, {m} to do").format(n=len(found) - missing, m=missing))

    def show_unit(self, unit: Unit | None) -> None:
        """Show whom to call of a unit, in order."""
        self.contact_panel.caption.setText(unit.name if unit is not None else "")
        rows = []
        if unit is not None:
            told = list(unit.contacts) or []
            rows = [
                NoteRow(str(place), str(place), " ".join((one.post, one.name)).strip(), one.phone)
                for place, one in enumerate(told, start=1)
            ]
            if not rows:
                rows.append(NoteRow("duty", "1", self.tr("Duty room"), unit.duty_phone or "—"))
            if len(rows) < 2:
                rows.append(NoteRow("none", str(len(rows) + 1), self.tr("nobody second"), "", "warn"))
        self.contacts.show_rows(rows)

    def show_places(self, plan: Plan, law: str) -> None:
        """Show where to gather, where the post may stand, and what the law wants."""
        none = "—"
        lines = [
            self.tr("Assembly: {words}").format(words=plan.assembly or none),
            self.tr("Post: {words}").format(words=plan.post_site or none),
            self.tr("By law: {words}").format(words=law or none),
        ]
        self.places.setText("\n".join(lines))

    def show_versions(self, rows: list[HistoryRow]) -> None:
        """Show the versions, the newest first."""
        self.history.show_rows(rows)


def _good(check: PlanCheck) -> bool:
    return check.good


def check_words(check: PlanCheck, units: Mapping[str, Unit]) -> str:
    """A line of the checker in words."""
    about = "、".join(_named(key, units) for key in check.about)
    words = {
        "units": (translate("PlanSide", "Somebody is called"), translate("PlanSide", "Nobody is called yet")),
        "units_gone": (
            translate("PlanSide", "All its units are in use"),
            translate("PlanSide", "Out of use: {about}"),
        ),
        "phones": (translate("PlanSide", "Every unit has a number"), translate("PlanSide", "No number: {about}")),
        "second_contact": (
            translate("PlanSide", "Every unit has a second contact"),
            translate("PlanSide", "Only one contact: {about}"),
        ),
        "texts": (
            translate("PlanSide", "There is a text for every relation"),
            translate("PlanSide", "No text: {about}"),
        ),
        "text_length": (
            translate("PlanSide", "No text is longer than 120"),
            translate("PlanSide", "Longer than 120: {about}"),
        ),
        "first_five": (
            translate("PlanSide", "The first orders go to units of the plan"),
            translate("PlanSide", "First orders missing, or to units that are not called {about}"),
        ),
        "groups": (
            translate("PlanSide", "Every group has a lead"),
            translate("PlanSide", "Groups without a lead: {about}"),
        ),
        "assembly": (
            translate("PlanSide", "There is a place to gather"),
            translate("PlanSide", "No place to gather where the place has none"),
        ),
        "cues": (
            translate("PlanSide", "Some reminders come by themselves"),
            translate("PlanSide", "No reminder comes by itself"),
        ),
        "law": (translate("PlanSide", "Drilled as the law wants"), translate("PlanSide", "By law a drill is due")),
    }
    good, missing = words[check.code]
    return (good if check.good else missing).format(about=about)


def _named(key: str, units: Mapping[str, Unit]) -> str:
    if key in units:
        return units[key].name.partition("（")[0]
    return word(RELATION_WORDS, key) if key in RELATION_WORDS else key
