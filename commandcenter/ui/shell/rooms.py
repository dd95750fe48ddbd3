"""The rooms of the window: each stands on the rail and holds one or more screens, chosen by the tabs beside its title."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from commandcenter.ui.shell.rail import RailEntry


@dataclass(frozen=True, slots=True)
class Room:
    """A room: how it stands on the rail, its screens in the order of their tabs, and what goes along from one to the next.

    ``tabs`` are (screen, word); ``returns`` lets it open where it was left, others open at their first tab; ``carries`` names what ``where`` tells that the next screen of the room is told.
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
