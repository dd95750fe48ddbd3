"""Calls of the duty room (来电记录)."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class CallsScreen(Screen):
    """The screen."""

    name = "calls"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
