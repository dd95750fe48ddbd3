"""Patrols: plans, today's turns, findings, heat calendar."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class PatrolsScreen(Screen):
    """The screen."""

    name = "patrols"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
