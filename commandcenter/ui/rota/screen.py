"""Shift plans: rotation, leaders, community duty, holidays."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class RotaScreen(Screen):
    """The screen."""

    name = "rota"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
