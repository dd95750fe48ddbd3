"""Foresight (前瞻): hot spots and rules."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Screen


class ForesightScreen(Screen):
    """A tab of its room."""

    name = "foresight"

    def title(self) -> str:
        return self.tr("Foresight")
