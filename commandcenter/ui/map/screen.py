"""The map of the office: places, layers, editor."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class MapScreen(Screen):
    """The screen."""

    name = "map"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
