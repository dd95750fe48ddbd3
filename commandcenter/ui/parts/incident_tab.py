"""What the tabs of the command post have in common: one incident, what hangs on it, and the way from tab to tab."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from commandcenter.desk.shown import shown_incident, shown_matters
from commandcenter.domain.event import DRILL
from commandcenter.domain.indicators import arrivals
from commandcenter.domain.supply import Supply
from commandcenter.domain.transfer import Household, in_order
from commandcenter.journal.journal import Changes
from commandcenter.journal.reading.incidents import Incident
from commandcenter.ui import when
from commandcenter.ui.parts.banner import Banner
from commandcenter.ui.parts.basic import Empty
from commandcenter.ui.parts.buttons import SegTabs
from commandcenter.ui.parts.figures import Figure
from commandcenter.ui.parts.formhand import FormHand
from commandcenter.ui.parts.screen import Context, Screen

FAMILIES = frozenset(
    {
        "whistle",
        "report_in",
        "post",
        "order",
        "sitrep",
        "supply",
        "transfer",
        "unit",
        "person",
        "place",
        "plan",
        "privacy",
    }
)


class IncidentTab(Screen):
    """Subclasses fill ``main``, and show the incident in ``show_incident``. A closed incident is shown when it is asked for."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._whistle = ""
        self._running: list[str] = []
        self.incident: Incident | None = None
        self.supplies: list[Supply] = []
        self.households: list[Household] = []
        self.hand = FormHand(context, self)
        self.main = QWidget()
        self.choice = SegTabs(self.look, [""])
        self.choice.picked.connect(self._on_choice)
        self.empty = Empty(
            self.look,
            "tent",
            self.tr("No incident is running"),
            self.tr("F9 blows a whistle; a drill starts with Ctrl+D in the console."),
        )
        self.pages = QStackedWidget()
        self.pages.addWidget(self.main)
        self.pages.addWidget(self.empty)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(12, 12, 12, 12)
        self._outer.setSpacing(8)
        self._outer.addWidget(self.choice)
        self.banner = Banner(self.look, compact=True)
        self._outer.addWidget(self.banner)
        self._outer.addWidget(self.pages, 1)

    @property
    def drill(self) -> bool:
        """Whether the incident is a drill."""
        return self.incident is not None and self.incident.whistle.mode == DRILL

    def mode(self) -> str:
        return self.incident.whistle.mode if self.incident is not None and self.incident.whistle.burning else ""

    def where(self) -> Mapping[str, Any]:
        return {"whistle": self._whistle} if self._whistle else {}

    def show_what(self, what: Mapping[str, Any]) -> None:
        if "whistle" in what:
            self._whistle = str(what["whistle"])
            self._load()
        self.take_focus()

    def list_at_work(self) -> QWidget | None:
        """The list that has the keyboard first; None when there is none."""
        return None

    def take_focus(self) -> None:
        """Give the keyboard to the list that is worked on, or keep it here while that is empty."""
        view = self.list_at_work()
        (view if view is not None and view.isVisible() else self).setFocus()

    def holds_keyboard(self) -> bool:
        """Whether the keyboard is somewhere in this tab."""
        focus = self.window().focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def fold(self) -> None:
        """Show what there is room for. Subclasses fill it; the keyboard stays in the tab when its list goes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        held = self.holds_keyboard()
        self._fit_banner()
        self.fold()
        if held and not self.holds_keyboard():
            self.take_focus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        view = self.list_at_work()
        if view is not None and view.isVisible():
            view.setFocus()

    def cares(self, changes: Changes) -> bool:
        return bool(changes.families() & FAMILIES)

    def reload(self, changes: Changes) -> None:
        self._load()

    def _load(self) -> None:
        incidents = self.desk.read.incidents
        running = incidents.running()
        self._running = [row.state.id for row in running]
        known = incidents.whistle(self._whistle) if self._whistle else None
        if known is None or not known.known or known.undone_at is not None:
            self._whistle = self._running[0] if self._running else ""
        self._show_choice([f"{row.state.number} {row.state.title}" for row in running])
        self.pages.setCurrentIndex(0 if self._whistle else 1)
        self._fit_banner()
        if self._whistle:
            self.incident = shown_incident(self.desk, self._whistle)
            whistle = self.incident.whistle
            self.supplies = shown_matters(self.desk, whistle, Supply, "supply")
            self.households = in_order(shown_matters(self.desk, whistle, Household, "transfer"))
            self._show_banner(self.incident)
            self.show_incident(self.incident)
        else:
            self.incident, self.supplies, self.households = None, [], []
        self.services.mode_changed.emit()
        self.services.hints_changed.emit()

    def _show_choice(self, words: list[str]) -> None:
        self.choice.setVisible(len(words) > 1)
        if len(words) > 1:
            self.choice.set_words(words)
            self.choice.blockSignals(True)
            self.choice.pick(self._running.index(self._whistle) if self._whistle in self._running else -1)
            self.choice.blockSignals(False)

    def _on_choice(self, place: int) -> None:
        if place < len(self._running):
            self._whistle = self._running[place]
            self._load()

    def show_incident(self, incident: Incident) -> None:
        """Show what is on record."""
        raise NotImplementedError

    def banner_fits(self) -> bool:
        """Whether there is room for the banner; a subclass that has none tells the incident elsewhere."""
        return True

    def _fit_banner(self) -> None:
        self.banner.setVisible(bool(self._whistle) and self.banner_fits())

    def _show_banner(self, incident: Incident) -> None:
        """Which incident this is: the same words as on the board, in one line."""
        whistle = incident.whistle
        place = self.desk.reference.directory.places.get(whistle.place)
        where = whistle.place_words or (place.name if place else "") or self.tr("place to be confirmed")
        arrived = arrivals(incident.report_ins)
        end = whistle.closed_at if whistle.closed_at is not None else self.now()
        figures = (
            Figure(self.tr("since the whistle"), when.span(end - whistle.blown_at)),
            Figure(self.tr("arrived"), str(arrived.part), f" / {arrived.whole}"),
        )
        calm = "" if whistle.kind == "emergency" else self.tr("Muster")
        title = whistle.title if where in whistle.title else f"{where} {whistle.title}".strip()
        self.banner.show_incident(title, whistle.number, figures, drill=self.drill, act="", key="", mark="", calm=calm)

    def tick(self, now: int) -> None:
        if self.incident is not None:
            self._show_banner(self.incident)
            self.show_incident(self.incident)

    def unit_name(self, unit: str) -> str:
        """The name of a unit; its id when it is not known."""
        return self.desk.reference.unit_name(unit) if unit else ""

    def signed_in(self) -> str:
        """The name of who sits at this desk; empty when nobody is signed in."""
        person = self.desk.reference.directory.people.get(self.desk.who().actor)
        return person.name if person is not None else ""
