"""The rooms of the window: each stands on the rail and holds one or more screens, chosen by the tabs beside its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QCoreApplication

from commandcenter.ui.shell.rail import RailEntry

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Room:
    """A room: how it stands on the rail, its screens in the order of their tabs, and what goes along from one to the next.

    ``tabs`` are (screen, word); ``returns`` lets it open where it was left, others open at their first tab; ``carries``
    names what ``where`` tells that the next screen of the room is told.
    """

    entry: RailEntry
    tabs: Sequence[tuple[str, str]] = field(default=())
    carries: Sequence[str] = ()
    returns: bool = False

    @property
    def screens(self) -> tuple[str, ...]:
        """The screens of the room."""
        return tuple(name for name, _ in self.tabs) or (self.entry.name,)

    def beside(self, screen: str, by: int) -> str:
        """The screen ``by`` tabs further, round about."""
        names = self.screens
        return names[(names.index(screen) + by) % len(names)]

    def carried(self, where: Mapping[str, Any]) -> dict[str, Any]:
        """What of the place that is left is told to the screen that is entered."""
        return {name: where[name] for name in self.carries if where.get(name)}


def rooms() -> list[Room]:
    """The rooms in the order of the rail; the last two stand at its foot."""
    whistles = (
        ("whistle", translate("Window", "Console")),
        ("muster", translate("Window", "Muster")),
        ("joint", translate("Window", "Joint")),
        ("supervision", translate("Window", "Supervision")),
        ("warnings", translate("Window", "Warnings")),
    )
    incident = (
        ("post", translate("Window", "Board")),
        ("tasks", translate("Window", "Tasks")),
        ("reports", translate("Window", "Reports")),
        ("organ", translate("Window", "Post")),
    )
    drills = (
        ("drills", translate("Window", "Design")),
        ("exercise", translate("Window", "Exercise")),
        ("evaluation", translate("Window", "Evaluation")),
        ("plans", translate("Window", "Plans")),
    )
    cases = (
        ("cases", translate("Window", "Cases")),
        ("consultations", translate("Window", "Consultations")),
        ("problems", translate("Window", "Problem bank")),
        ("proposals", translate("Window", "Proposals")),
        ("responsibility", translate("Window", "Responsibilities")),
        ("procedures", translate("Window", "Procedures")),
    )
    roster = (
        ("roster", translate("Window", "Chiefs")),
        ("organisation", translate("Window", "Organisation")),
        ("map", translate("Window", "Map")),
        ("patrols", translate("Window", "Patrols")),
        ("rosterimport", translate("Window", "Import")),
    )
    duty = (
        ("duty", translate("Window", "On duty")),
        ("rota", translate("Window", "Shift plan")),
        ("calls", translate("Window", "Calls")),
        ("dutylog", translate("Window", "Duty log")),
        ("obligations", translate("Window", "Obligations")),
    )
    study = (
        ("rates", translate("Window", "Three rates")),
        ("foresight", translate("Window", "Foresight")),
        ("topics", translate("Window", "Topics")),
        ("study", translate("Window", "Indicators")),
    )
    return [
        Room(RailEntry("overview", translate("Window", "Overview"), "layout-dashboard", "Alt+1")),
        Room(RailEntry("cases", translate("Window", "Cases"), "folder-kanban", "Alt+2"), cases),
        Room(RailEntry("whistle", translate("Window", "Whistle"), "whistle", "Alt+3"), whistles),
        Room(RailEntry("post", translate("Window", "Command post"), "siren", "Alt+4"), incident, carries=("whistle",)),
        Room(RailEntry("roster", translate("Window", "Roster"), "users", "Alt+5"), roster),
        Room(RailEntry("review", translate("Window", "Review"), "history", "Alt+6")),
        Room(RailEntry("duty", translate("Window", "Duty watch"), "clipboard-list", "Alt+7"), duty),
        Room(
            RailEntry("drills", translate("Window", "Drills"), "target", "Alt+8"),
            drills,
            carries=("drill",),
            returns=True,
        ),
        Room(RailEntry("study", translate("Window", "Figures"), "trending-up", "Alt+9"), study),
        Room(RailEntry("wallboard", translate("Window", "Wallboard"), "monitor", "F12")),
        Room(RailEntry("settings", translate("Window", "Settings"), "settings", "Ctrl+,")),
    ]
