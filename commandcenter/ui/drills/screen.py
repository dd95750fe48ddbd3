"""The screen of drills."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class DrillsScreen(Screen):
    """Drills."""

    name = "drills"

    def title(self) -> str:
        return self.tr("Drills")
