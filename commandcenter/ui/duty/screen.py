"""The duty watch (Alt+7): who is on, what is open, may they go home."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class DutyScreen(Screen):
    """The screen."""

    name = "duty"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
