"""The calendar of obligations: what the law and the office ask for, and when."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class ObligationsScreen(Screen):
    """The screen."""

    name = "obligations"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
