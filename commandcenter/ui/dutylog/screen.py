"""The duty log that writes itself."""

from __future__ import annotations

from commandcenter.ui.parts.screen import Context, Screen


class DutyLogScreen(Screen):
    """The screen."""

    name = "dutylog"

    def __init__(self, context: Context) -> None:
        super().__init__(context)

    def title(self) -> str:
        return self.tr("Being built")
