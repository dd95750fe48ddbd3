"""The screen of warnings."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class WarningsScreen(Screen):
    """Warnings."""

    name = "warnings"

    def title(self) -> str:
        return self.tr("Warnings")
